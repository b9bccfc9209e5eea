//! Sizes in bytes: `65536`, `64 KiB`, `4MiB`, `1 GB`.

use std::marker::PhantomData;

use super::number::in_range;
use super::{Codec, Place, Raw, Wrong, quoted};

/// 1,024 bytes.
pub(in crate::config) const KIB: u64 = 1024;
/// 1,024 KiB.
pub(in crate::config) const MIB: u64 = 1024 * KIB;

/// The units, the greatest first, so that a size is written in the greatest one that divides it.
const UNITS: [(&str, u64); 8] = [
    ("TiB", MIB * MIB),
    ("TB", 1_000_000_000_000),
    ("GiB", KIB * MIB),
    ("GB", 1_000_000_000),
    ("MiB", MIB),
    ("MB", 1_000_000),
    ("KiB", KIB),
    ("kB", 1_000),
];

/// A size in bytes from `min` to `max`, kept as a `T`.
pub(in crate::config) struct Size<T> {
    min: u64,
    max: u64,
    kept: PhantomData<fn() -> T>,
}

impl<T> Size<T> {
    /// From `min` to `max` bytes, both allowed.
    pub(in crate::config) fn between(min: u64, max: u64) -> Self {
        Self { min, max, kept: PhantomData }
    }
}

impl<T: TryFrom<u64> + Copy> Codec for Size<T>
where
    u64: TryFrom<T>,
{
    type Value = T;

    fn read(&self, raw: &Raw, _: &Place) -> Result<T, Wrong> {
        let bytes = match raw {
            Raw::Integer(n) => <u64 as TryFrom<i64>>::try_from(*n).ok(),
            _ => parse(raw.text()?),
        };
        let given = raw_text(raw);
        let bytes = bytes.ok_or_else(|| Wrong(format!("{given} is no size")))?;
        in_range(bytes, self.min, self.max).ok_or_else(|| Wrong(format!("{given} is out of range")))
    }

    fn write(&self, value: &T) -> Option<String> {
        let bytes = u64::try_from(*value).ok()?;
        Some(if bytes < KIB { bytes.to_string() } else { quoted(&print(bytes)) })
    }

    fn form(&self) -> String {
        format!("a size from {} to {} (B, KiB, MiB, GiB)", print(self.min), print(self.max))
    }
}

fn raw_text(raw: &Raw) -> String {
    match raw {
        Raw::Integer(n) => n.to_string(),
        Raw::Text(text) | Raw::String(text) => format!("{text:?}"),
        Raw::Other(kind) => (*kind).to_owned(),
    }
}

/// The bytes that `text` means.
fn parse(text: &str) -> Option<u64> {
    let text = text.trim();
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (number, unit) = text.split_at(digits);
    let unit = unit.trim_start();
    let factor = match unit {
        "" | "B" => 1,
        _ => UNITS.iter().find(|(name, _)| name.eq_ignore_ascii_case(unit))?.1,
    };
    number.parse::<u64>().ok()?.checked_mul(factor)
}

/// `bytes` in the greatest binary unit that divides it.
fn print(bytes: u64) -> String {
    let binary = UNITS.iter().filter(|(name, _)| name.ends_with("iB"));
    match binary.into_iter().find(|(_, factor)| bytes >= *factor && bytes.is_multiple_of(*factor)) {
        Some((unit, factor)) => format!("{} {unit}", bytes / factor),
        None => format!("{bytes} B"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_with_and_without_units() {
        assert_eq!(parse("65536"), Some(65536));
        assert_eq!(parse("64KiB"), Some(65536));
        assert_eq!(parse("4 mib"), Some(4 * MIB));
        assert_eq!(parse("1 MB"), Some(1_000_000));
        assert_eq!(parse("7 B"), Some(7));
        for wrong in ["", "KiB", "4 M", "1.5 MiB", "-1", "99999999999999999999", "18446744073709551615 KiB"] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        for bytes in [1, 1023, 1024, 1_000_000, 512 * KIB, 4 * MIB, 3 * KIB * MIB, MIB * MIB] {
            assert_eq!(parse(&print(bytes)), Some(bytes));
        }
    }

    #[test]
    fn a_size_out_of_bounds_is_told_as_it_was_given() {
        let codec = Size::<usize>::between(KIB, MIB);
        let wrong = codec.read(&Raw::String("2 MiB".into()), &Place::default());
        assert_eq!(wrong, Err(Wrong("\"2 MiB\" is out of range".into())));
        assert_eq!(codec.form(), "a size from 1 KiB to 1 MiB (B, KiB, MiB, GiB)");
    }
}
