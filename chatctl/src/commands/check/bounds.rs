//! From when on something is doubtful or bad: by a flag for each figure, or by `--warning` and `--critical` for the one
//! that a check is about. Knows no status.

use std::fmt::Display;
use std::time::Duration;

use clap::Args;

use super::{What, name};
use crate::cli::duration;
use crate::output::failure::Failure;

/// From when on something is doubtful or bad.
#[derive(Debug, Clone, Args)]
pub struct Thresholds {
    /// Warn from here on: seconds until `api` answers (`200ms`), entries that `queue` or `index` is behind, dead letters
    /// of `dlq`
    #[arg(long, value_name = "VALUE", conflicts_with_all = ["lag_warn", "dlq_warn", "api_warn"])]
    warning: Option<String>,
    /// Critical from here on
    #[arg(long, value_name = "VALUE", conflicts_with_all = ["lag_crit", "dlq_crit", "api_crit"])]
    critical: Option<String>,
    /// Warn when chatd takes so long to answer
    #[arg(long, value_name = "DURATION", value_parser = duration)]
    pub api_warn: Option<Duration>,
    /// Critical when chatd takes so long to answer
    #[arg(long, value_name = "DURATION", value_parser = duration)]
    pub api_crit: Option<Duration>,
    /// Warn at so many entries that a queue has not delivered
    #[arg(long, value_name = "N")]
    pub lag_warn: Option<u64>,
    /// Critical at so many entries that a queue has not delivered
    #[arg(long, value_name = "N")]
    pub lag_crit: Option<u64>,
    /// Warn when a queue's oldest entry is so old
    #[arg(long, value_name = "DURATION", value_parser = duration)]
    pub age_warn: Option<Duration>,
    /// Critical when a queue's oldest entry is so old
    #[arg(long, value_name = "DURATION", value_parser = duration)]
    pub age_crit: Option<Duration>,
    /// Warn when the log is so full, 0 to 1
    #[arg(long, value_name = "SHARE", value_parser = share, default_value_t = Self::default().fill_warn)]
    pub fill_warn: f64,
    /// Critical when the log is so full, 0 to 1
    #[arg(long, value_name = "SHARE", value_parser = share, default_value_t = Self::default().fill_crit)]
    pub fill_crit: f64,
    /// Warn at so many dead letters
    #[arg(long, value_name = "N", default_value_t = Self::default().dlq_warn)]
    pub dlq_warn: u64,
    /// Critical at so many dead letters
    #[arg(long, value_name = "N")]
    pub dlq_crit: Option<u64>,
}

/// What is meant where nothing is said.
impl Default for Thresholds {
    fn default() -> Self {
        Self {
            warning: None,
            critical: None,
            api_warn: None,
            api_crit: None,
            lag_warn: None,
            lag_crit: None,
            age_warn: None,
            age_crit: None,
            fill_warn: 0.8,
            fill_crit: 0.95,
            dlq_warn: 1,
            dlq_crit: None,
        }
    }
}

impl Thresholds {
    /// The same for one check, with `--warning` and `--critical` as bounds of what it is about.
    pub fn of(&self, what: What) -> Result<Self, Failure> {
        let mut bounds = self.clone();
        let (warning, critical) = (self.warning.as_deref(), self.critical.as_deref());
        match what {
            _ if warning.is_none() && critical.is_none() => {}
            What::Api => {
                bounds.api_warn = read("--warning", warning, duration)?;
                bounds.api_crit = read("--critical", critical, duration)?;
            }
            What::Queue | What::Index => {
                bounds.lag_warn = read("--warning", warning, count)?;
                bounds.lag_crit = read("--critical", critical, count)?;
            }
            What::Dlq => {
                bounds.dlq_warn = read("--warning", warning, count)?.unwrap_or(self.dlq_warn);
                bounds.dlq_crit = read("--critical", critical, count)?;
            }
            What::All | What::Redis | What::Mysql | What::Search | What::Counters => return Err(unbounded(what)),
        }
        bounds.in_order()
    }

    /// A bound that is critical before it is doubtful is a slip.
    fn in_order(self) -> Result<Self, Failure> {
        let dlq_warn = Some(self.dlq_warn).filter(|_| self.dlq_warn != Self::default().dlq_warn);
        let slips = [
            ("--api", past(self.api_warn, self.api_crit)),
            ("--lag", past(self.lag_warn, self.lag_crit)),
            ("--age", past(self.age_warn, self.age_crit)),
            ("--fill", self.fill_warn > self.fill_crit),
            ("--dlq", past(dlq_warn, self.dlq_crit)),
        ];
        match slips.into_iter().find(|(_, slipped)| *slipped) {
            Some((flag, _)) => Err(Failure::usage("check", format!("{flag}-warn is greater than {flag}-crit"))
                .hint("what is critical is doubtful before: swap the two")),
            None => Ok(self),
        }
    }
}

fn past<T: PartialOrd>(warn: Option<T>, crit: Option<T>) -> bool {
    warn.zip(crit).is_some_and(|(warn, crit)| warn > crit)
}

fn read<T, E: Display>(
    flag: &str,
    value: Option<&str>,
    parse: impl Fn(&str) -> Result<T, E>,
) -> Result<Option<T>, Failure> {
    let wrong = |error| Failure::usage("check", format!("invalid value for {flag}: {error}"));
    value.map(|value| parse(value).map_err(wrong)).transpose()
}

fn count(text: &str) -> Result<u64, String> {
    text.parse().map_err(|_| "write a whole number".to_owned())
}

fn share(text: &str) -> Result<f64, String> {
    let share = text.parse().ok().filter(|share| (0.0..=1.0).contains(share));
    share.ok_or_else(|| "write a share between 0 and 1".to_owned())
}

fn unbounded(what: What) -> Failure {
    let why = match what {
        What::All => "--warning and --critical bound one check, and these are several".to_owned(),
        what => format!("`{}` is not a matter of more or less", name(what)),
    };
    Failure::usage("check", why)
        .hint("api, queue, index and dlq take them; of several, --lag-warn, --dlq-crit and so on")
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        thresholds: Thresholds,
    }

    fn of(what: What, line: &str) -> Result<Thresholds, String> {
        let line = Line::try_parse_from(["check"].into_iter().chain(line.split_whitespace()));
        line.map_err(|error| error.to_string())?.thresholds.of(what).map_err(|failure| failure.to_string())
    }

    #[test]
    fn the_two_bounds_are_of_what_a_check_is_about() {
        let api = of(What::Api, "--warning 200ms --critical 1s").expect("bounds");
        assert_eq!((api.api_warn, api.api_crit), (Some(Duration::from_millis(200)), Some(Duration::from_secs(1))));
        for what in [What::Queue, What::Index] {
            let bounds = of(what, "--warning 5 --critical 50").expect("bounds");
            assert_eq!((bounds.lag_warn, bounds.lag_crit), (Some(5), Some(50)));
        }
        let dlq = of(What::Dlq, "--critical 9").expect("bounds");
        assert_eq!((dlq.dlq_warn, dlq.dlq_crit), (1, Some(9)));
    }

    #[test]
    fn bounds_that_say_nothing_or_stand_the_wrong_way_round_are_slips() {
        for (what, line, said) in [
            (What::All, "--warning 5", "these are several"),
            (What::Mysql, "--critical 5", "`mysql` is not a matter of more or less"),
            (What::Queue, "--warning 50 --critical 5", "--lag-warn is greater than --lag-crit"),
            (What::Api, "--warning 5", "invalid value for --warning"),
            (What::Dlq, "--critical=-1", "write a whole number"),
            (What::All, "--fill-warn 0.99", "--fill-warn is greater"),
            (What::All, "--fill-warn 80", "between 0 and 1"),
            (What::Queue, "--warning 5 --lag-warn 6", "cannot be used with"),
        ] {
            let error = of(what, line).expect_err(line);
            assert!(error.contains(said), "{line}: {error}");
        }
    }
}
