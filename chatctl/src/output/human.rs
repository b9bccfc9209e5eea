//! Values as eyes like them: ages, durations and sizes of tables. Knows no tables.

use chat_shared::clock::Timestamp;
use clap::ValueEnum;

use super::escape::visible;
use super::record::{Kind, Value};

/// The values of `--time`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TimeStyle {
    /// `3m ago`; what tables do unless told otherwise.
    Relative,
    /// `2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise.
    Iso,
    /// Seconds since 1970, with milliseconds as the fraction.
    Unix,
}

/// How moments are written, and what "ago" counts from.
#[derive(Debug, Clone, Copy)]
pub struct Times {
    /// The style.
    pub style: TimeStyle,
    /// The present moment.
    pub now: Timestamp,
}

/// `value` as a cell of a table: on one line, with nothing that a terminal obeys.
#[must_use]
pub fn cell(value: &Value, kind: Kind, times: Times) -> String {
    match (value, kind) {
        (Value::Null, _) => "-".to_owned(),
        (Value::Bool(yes), _) => if *yes { "yes" } else { "no" }.to_owned(),
        (Value::Int(ms), Kind::Millis) => duration(*ms),
        (Value::Int(bytes), Kind::Bytes) => size(*bytes),
        (Value::Int(number), _) => number.to_string(),
        (Value::Float(number), Kind::Millis) => format!("{number:.2}ms"),
        (Value::Float(number), _) => decimal(*number),
        (Value::Text(text), _) => visible(text).into_owned(),
        (Value::Time(at), _) => moment(*at, times),
        (Value::Json(value), _) => visible(&value.to_string()).into_owned(),
    }
}

/// A moment in the style that was asked for.
#[must_use]
pub fn moment(at: Timestamp, times: Times) -> String {
    match times.style {
        TimeStyle::Iso => at.to_string(),
        TimeStyle::Unix => {
            let ms = at.as_millis();
            format!("{}.{:03}", ms.div_euclid(1000), ms.rem_euclid(1000))
        }
        TimeStyle::Relative => relative(times.now.as_millis().saturating_sub(at.as_millis())),
    }
}

/// `3m ago`, `in 5s`: one unit, rounded down, so that a column of them reads at a glance.
fn relative(elapsed_ms: i64) -> String {
    let seconds = elapsed_ms.unsigned_abs() / 1000;
    let span = match seconds {
        0 => return "now".to_owned(),
        1..60 => format!("{seconds}s"),
        60..3_600 => format!("{}m", seconds / 60),
        3_600..86_400 => format!("{}h", seconds / 3_600),
        86_400..31_557_600 => format!("{}d", seconds / 86_400),
        _ => format!("{}y", seconds / 31_557_600),
    };
    if elapsed_ms < 0 { format!("in {span}") } else { format!("{span} ago") }
}

/// `850ms`, `2m11s`, `3h05m`, `12d04h`: at most two units.
#[must_use]
pub fn duration(ms: i64) -> String {
    let sign = if ms < 0 { "-" } else { "" };
    let ms = ms.unsigned_abs();
    let seconds = ms / 1000;
    let text = match seconds {
        0 => format!("{ms}ms"),
        1..10 => format!("{}.{}s", seconds, (ms % 1000) / 100),
        10..60 => format!("{seconds}s"),
        60..3_600 => format!("{}m{:02}s", seconds / 60, seconds % 60),
        3_600..86_400 => format!("{}h{:02}m", seconds / 3_600, seconds % 3_600 / 60),
        _ => format!("{}d{:02}h", seconds / 86_400, seconds % 86_400 / 3_600),
    };
    format!("{sign}{text}")
}

/// `512 B`, `1.2 MiB`: binary units, one digit after the point.
#[must_use]
pub fn size(bytes: i64) -> String {
    const UNITS: [&str; 5] = ["KiB", "MiB", "GiB", "TiB", "PiB"];
    if bytes.unsigned_abs() < 1024 {
        return format!("{bytes} B");
    }
    #[expect(clippy::cast_precision_loss, reason = "one digit after the point is shown")]
    let mut scaled = bytes as f64 / 1024.0;
    let mut unit = 0;
    while scaled.abs() >= 1024.0 && unit + 1 < UNITS.len() {
        scaled /= 1024.0;
        unit += 1;
    }
    format!("{scaled:.1} {}", UNITS[unit])
}

fn decimal(number: f64) -> String {
    if number.abs() >= 100.0 { format!("{number:.0}") } else { format!("{number:.2}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_has_at_most_two_units() {
        let shown: Vec<String> =
            [0, 850, 1_500, 42_000, 131_000, 11_100_000, 1_051_200_000, -2_000].map(duration).into();
        assert_eq!(shown, ["0ms", "850ms", "1.5s", "42s", "2m11s", "3h05m", "12d04h", "-2.0s"]);
    }

    #[test]
    fn a_size_has_one_digit_after_the_point() {
        assert_eq!(
            [0, 1023, 1024, 1_258_291, i64::MAX].map(size),
            ["0 B", "1023 B", "1.0 KiB", "1.2 MiB", "8192.0 PiB"]
        );
    }

    #[test]
    fn a_moment_is_written_in_the_style_that_was_asked_for() {
        let now = Timestamp::from_millis(1_000_000_000_500);
        let shown = |style| moment(Timestamp::from_millis(999_999_800_250), Times { style, now });
        assert_eq!(shown(TimeStyle::Relative), "3m ago");
        assert_eq!(shown(TimeStyle::Iso), "2001-09-09T01:43:20.250Z");
        assert_eq!(shown(TimeStyle::Unix), "999999800.250");
        assert_eq!(relative(-5_400), "in 5s");
        assert_eq!(relative(20), "now");
    }
}
