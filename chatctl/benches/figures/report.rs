//! The table of figures, as docs/benchmarks.md has it.

use std::fmt;

/// What was measured.
#[derive(Default)]
pub struct Report(Vec<Row>);

struct Row {
    what: String,
    measured: String,
    floor: String,
    target: &'static str,
}

impl Report {
    /// A figure without a floor.
    pub fn figure(&mut self, what: impl Into<String>, measured: impl Into<String>, target: &'static str) {
        self.0.push(Row { what: what.into(), measured: measured.into(), floor: String::new(), target });
    }

    /// A figure as a ratio to its floor, both in the same unit.
    pub fn ratio(&mut self, what: &str, measured: f64, floor: (&str, f64), unit: &str, target: &'static str) {
        self.0.push(Row {
            what: what.to_owned(),
            measured: format!("{} {unit}", amount(measured)),
            floor: format!("{:.2} of {} ({} {unit})", measured / floor.1, floor.0, amount(floor.1)),
            target,
        });
    }
}

impl fmt::Display for Report {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "| what | measured | ratio to the floor of the same run | target |")?;
        writeln!(out, "|---|---|---|---|")?;
        for Row { what, measured, floor, target } in &self.0 {
            writeln!(out, "| {what} | {measured} | {floor} | {target} |")?;
        }
        Ok(())
    }
}

fn amount(value: f64) -> String {
    if value >= 100.0 { format!("{value:.0}") } else { format!("{value:.2}") }
}

/// The value that `share` (0 to 1) of the values do not exceed.
pub fn percentile(values: &mut [f64], share: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an index into a slice")]
    let at = ((values.len() as f64 * share).ceil() as usize).saturating_sub(1);
    values.get(at).copied().unwrap_or_default()
}
