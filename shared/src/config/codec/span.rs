//! Spans of time: `20ms`, `10s`, `1m 30s`, `24h`. Always with a unit, so that nobody guesses it.

use std::time::Duration;

use jiff::SignedDuration;

use super::{Codec, Place, Raw, Wrong, quoted};

/// A span of time from `min` to `max`.
pub(in crate::config) struct Span {
    min: Duration,
    max: Duration,
}

impl Span {
    /// From `min` to `max`, both allowed.
    pub(in crate::config) fn between(min: Duration, max: Duration) -> Self {
        Self { min, max }
    }
}

impl Codec for Span {
    type Value = Duration;

    fn read(&self, raw: &Raw, _: &Place) -> Result<Duration, Wrong> {
        if let Raw::Integer(n) = raw {
            return Err(Wrong(format!("{n} has no unit")));
        }
        let text = raw.text()?;
        if text.trim().parse::<u64>().is_ok() {
            return Err(Wrong(format!("{text:?} has no unit")));
        }
        let span: SignedDuration = text.trim().parse().map_err(|_| Wrong(format!("{text:?} is no time")))?;
        Duration::try_from(span)
            .ok()
            .filter(|span| (self.min..=self.max).contains(span))
            .ok_or_else(|| Wrong(format!("{text:?} is out of range")))
    }

    fn write(&self, value: &Duration) -> Option<String> {
        Some(quoted(&print(*value)))
    }

    fn form(&self) -> String {
        format!("a time from {} to {} with its unit (ms, s, m, h)", print(self.min), print(self.max))
    }
}

/// `span` as jiff's friendly format writes it.
fn print(span: Duration) -> String {
    match SignedDuration::try_from(span) {
        Ok(span) => format!("{span:#}"),
        Err(_) => format!("{}s", span.as_secs()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(raw: &Raw) -> Result<Duration, Wrong> {
        Span::between(Duration::from_millis(10), Duration::from_hours(1)).read(raw, &Place::default())
    }

    #[test]
    fn times_are_read_with_their_units() {
        assert_eq!(read(&Raw::String("20ms".into())), Ok(Duration::from_millis(20)));
        assert_eq!(read(&Raw::Text("1m 30s".into())), Ok(Duration::from_secs(90)));
        assert_eq!(read(&Raw::Text("1m30s".into())), Ok(Duration::from_secs(90)));
    }

    #[test]
    fn a_number_without_a_unit_is_refused_in_both_worlds() {
        assert_eq!(read(&Raw::Integer(10)), Err(Wrong("10 has no unit".into())));
        assert_eq!(read(&Raw::Text("10".into())), Err(Wrong("\"10\" has no unit".into())));
    }

    #[test]
    fn negative_huge_and_garbled_times_are_refused() {
        for wrong in ["-5s", "1ms", "2h", "999999999999999h", "soon", "", "1 fortnight"] {
            assert!(read(&Raw::Text(wrong.into())).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_time_is_written_in_units() {
        assert_eq!(print(Duration::from_millis(20)), "20ms");
        assert_eq!(print(Duration::from_secs(90)), "1m 30s");
    }
}
