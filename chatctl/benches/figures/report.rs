//! The table of figures, as docs/benchmarks.md has it.

/// Prints what was measured, row by row: what is there stays there when a later figure fails.
pub struct Report(());

impl Report {
    /// Begins the table.
    pub fn begin() -> Self {
        println!("| what | measured | ratio to the floor of the same run | target |");
        println!("|---|---|---|---|");
        Self(())
    }

    /// A figure without a floor.
    #[expect(clippy::unused_self, reason = "whoever prints a row has begun the table")]
    pub fn figure(&mut self, what: impl AsRef<str>, measured: impl AsRef<str>, target: &str) {
        println!("| {} | {} | | {target} |", what.as_ref(), measured.as_ref());
    }

    /// A figure as a ratio to its floor, both in the same unit.
    #[expect(clippy::unused_self, reason = "whoever prints a row has begun the table")]
    pub fn ratio(&mut self, what: &str, measured: f64, floor: (&str, f64), unit: &str, target: &str) {
        let (measured, ratio, least) = (amount(measured), measured / floor.1, amount(floor.1));
        println!("| {what} | {measured} {unit} | {ratio:.2} of {} ({least} {unit}) | {target} |", floor.0);
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
