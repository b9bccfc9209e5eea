//! What this process itself takes of the machine: a load generator that takes much of it measures itself.

use std::time::Duration;

/// Clock ticks a second in `/proc`, on every Linux that there is.
const TICKS: f64 = 100.0;

/// Processor time used so far in seconds; `None` where nobody tells.
pub fn used() -> Option<f64> {
    parse(&std::fs::read_to_string("/proc/self/stat").ok()?)
}

/// The share of one processor between two readings, in per cent.
pub fn share(before: Option<f64>, after: Option<f64>, elapsed: Duration) -> Option<f64> {
    Some(((after? - before?) / elapsed.as_secs_f64().max(0.001) * 100.0).round())
}

/// User and system time: the 14th and 15th fields, counted behind the name, which may hold anything.
fn parse(stat: &str) -> Option<f64> {
    let behind = stat.rsplit_once(')')?.1;
    let mut fields = behind.split_whitespace().skip(11);
    let mut ticks = || fields.next()?.parse::<f64>().ok();
    Some((ticks()? + ticks()?) / TICKS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_brackets_does_not_shift_the_fields() {
        let stat = "7 (a) b (c)) S 1 2 3 4 5 6 7 8 9 10 250 50 0 0 20 0 1 0";
        assert_eq!(parse(stat), Some(3.0));
        assert_eq!(share(Some(1.0), Some(3.0), Duration::from_secs(4)), Some(50.0));
    }
}
