//! What a benchmark has measured, and how it is printed: the same columns for posting, searching and both at once, empty
//! where nothing was measured.

use std::time::Duration;

use chat_shared::api::codes::Code;

use super::compare::Compared;
use super::load::Counted;
use super::tally::Tally;
use crate::output::record::{Column, Kind as Holds, Record, Value};
use crate::output::schema::{any_object, inside};

/// What was measured.
pub struct Report {
    /// The application's token.
    pub app: String,
    /// Connections.
    pub clients: u32,
    /// Requests a second that were asked for.
    pub rate: Option<u32>,
    /// Chats that were posted into.
    pub chats: u32,
    /// Of a hundred requests so many were searches.
    pub searches: u32,
    /// The mean length of a content.
    pub content_bytes: u64,
    /// How long it went on.
    pub elapsed: Duration,
    /// What was counted.
    pub counted: Counted,
    /// What this process took of one processor, in per cent.
    pub client_cpu: Option<f64>,
    /// How long the workers took to persist what was left.
    pub persist_lag: Option<Duration>,
    /// How long they took to index it.
    pub index_lag: Option<Duration>,
    /// Against an earlier measurement, where one was named.
    pub compared: Option<Vec<Compared>>,
    /// Whether nothing was sent.
    pub dry_run: bool,
}

impl Report {
    /// What was counted of posts; nothing where none was to be sent.
    fn posted<T: Into<Value>>(&self, of: impl FnOnce(&Tally) -> T) -> Value {
        if self.searches < 100 { of(&self.counted.posted).into() } else { Value::Null }
    }

    /// The same of searches.
    fn searched<T: Into<Value>>(&self, of: impl FnOnce(&Tally) -> T) -> Value {
        if self.searches > 0 { of(&self.counted.searched).into() } else { Value::Null }
    }

    fn per_second(&self, tally: &Tally) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a rate for eyes")]
        let rate = tally.done as f64 / self.elapsed.as_secs_f64().max(0.001);
        rate.round()
    }

    /// Requests that failed.
    pub fn failures(&self) -> u64 {
        self.counted.posted.failures() + self.counted.searched.failures()
    }

    /// Requests that were answered as hoped.
    pub fn done(&self) -> u64 {
        self.counted.posted.done + self.counted.searched.done
    }

    /// Whether requests failed with this code.
    pub fn failed_by(&self, code: Code) -> bool {
        [&self.counted.posted, &self.counted.searched].into_iter().any(|tally| tally.errors.contains_key(code.name()))
    }

    fn errors_by_code(&self) -> serde_json::Value {
        let mut errors = self.counted.posted.errors.clone();
        for (code, count) in &self.counted.searched.errors {
            *errors.entry(code.clone()).or_default() += count;
        }
        serde_json::json!(errors)
    }
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

impl Record for Report {
    fn columns() -> Vec<Column<Self>> {
        let mut columns = vec![
            Column::new("loop", Holds::Word, |report: &Self| {
                if report.rate.is_some() { "open" } else { "closed" }.into()
            }),
            Column::new("clients", Holds::Number, |report| report.clients.into()),
            Column::new("rate_asked", Holds::Number, |report: &Self| report.rate.into()).or_null(),
            Column::new("chats", Holds::Number, |report| report.chats.into()),
            Column::new("content_mean_bytes", Holds::Bytes, |report| report.content_bytes.into()),
            Column::new("elapsed_ms", Holds::Millis, |report| millis(report.elapsed).into()),
        ];
        columns.extend(posts());
        columns.extend(searches());
        columns.extend([
            Column::new("errors", Holds::Number, |report: &Self| report.failures().into()),
            Column::new("errors_by_code", Holds::Text, |report: &Self| report.errors_by_code().into())
                .inside(any_object),
            Column::new("persist_lag_ms", Holds::Millis, |report: &Self| report.persist_lag.map(millis).into())
                .or_null(),
            Column::new("index_lag_ms", Holds::Millis, |report: &Self| report.index_lag.map(millis).into()).or_null(),
            Column::new("client_cpu_percent", Holds::Fraction, |report: &Self| report.client_cpu.into()).or_null(),
            Column::new("app", Holds::Word, |report| (&report.app).into()),
            Column::new("compared", Holds::Text, |report: &Self| report.compared.as_ref().map(Value::json).into())
                .inside(inside::<Vec<Compared>>)
                .or_null(),
            Column::new("dry_run", Holds::Flag, |report| report.dry_run.into()),
        ]);
        columns
    }

    fn name(&self) -> String {
        let tally = if self.searches < 100 { &self.counted.posted } else { &self.counted.searched };
        self.per_second(tally).to_string()
    }
}

fn posts() -> Vec<Column<Report>> {
    vec![
        Column::new("messages", Holds::Number, |report: &Report| report.posted(|tally| tally.done)).or_null(),
        Column::new("messages_per_second", Holds::Fraction, |report: &Report| {
            report.posted(|tally| report.per_second(tally))
        })
        .or_null(),
        Column::new("p50_ms", Holds::Millis, |report: &Report| report.posted(|tally| tally.percentile_ms(50.0)))
            .or_null(),
        Column::new("p90_ms", Holds::Millis, |report: &Report| report.posted(|tally| tally.percentile_ms(90.0)))
            .or_null(),
        Column::new("p99_ms", Holds::Millis, |report: &Report| report.posted(|tally| tally.percentile_ms(99.0)))
            .or_null(),
        Column::new("p999_ms", Holds::Millis, |report: &Report| report.posted(|tally| tally.percentile_ms(99.9)))
            .or_null(),
        Column::new("max_ms", Holds::Millis, |report: &Report| report.posted(Tally::longest_ms)).or_null(),
    ]
}

fn searches() -> Vec<Column<Report>> {
    vec![
        Column::new("searches", Holds::Number, |report: &Report| report.searched(|tally| tally.done)).or_null(),
        Column::new("searches_per_second", Holds::Fraction, |report: &Report| {
            report.searched(|tally| report.per_second(tally))
        })
        .or_null(),
        Column::new("search_p50_ms", Holds::Millis, |report: &Report| {
            report.searched(|tally| tally.percentile_ms(50.0))
        })
        .or_null(),
        Column::new("search_p99_ms", Holds::Millis, |report: &Report| {
            report.searched(|tally| tally.percentile_ms(99.0))
        })
        .or_null(),
        Column::new("search_max_ms", Holds::Millis, |report: &Report| report.searched(Tally::longest_ms)).or_null(),
    ]
}
