//! How far long work is, on standard error: a bar on a terminal, lines elsewhere, objects for programs. Knows nothing
//! of the work.

use std::io::{self, Write as _};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use clap::ValueEnum;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};
use serde_json::json;

use super::Printed;
use super::exit::{Outcome, code_of};
use super::human::duration;

/// The values of `--progress`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum ProgressWhen {
    /// A bar on a terminal, lines elsewhere.
    #[default]
    Auto,
    /// A bar.
    Bar,
    /// A line every ten per cent, at most every ten seconds.
    Plain,
    /// A JSON object a line, at most two a second; the first one says which form they have, the last one sums up.
    Json,
    /// Nothing.
    None,
}

/// A plain line comes at the latest after this long.
const PLAIN_EVERY: Duration = Duration::from_secs(10);
/// The form of the JSON lines: the second number grows with what is added, the first with what is taken away.
const FORM: &str = "1.0";
/// JSON lines come at most this often.
const JSON_EVERY: Duration = Duration::from_millis(500);

/// Work under way. Shared by those who do it.
pub struct Progress {
    style: Style,
    job: &'static str,
    unit: &'static str,
    /// 0 where it is not known.
    total: AtomicU64,
    done: AtomicU64,
    started: Instant,
    said: Mutex<Said>,
}

enum Style {
    Bar(ProgressBar),
    Plain,
    Json,
    None,
}

/// What was said last.
struct Said {
    at: Instant,
    tenth: u64,
}

impl Progress {
    /// Begins `job`, which counts `unit`s. `terminal` says whether standard error is one, `quiet` silences all but JSON.
    #[must_use]
    pub fn start(
        when: ProgressWhen,
        terminal: bool,
        quiet: bool,
        job: &'static str,
        unit: &'static str,
        total: Option<u64>,
    ) -> Self {
        let style = match when {
            ProgressWhen::Json => Style::Json,
            _ if quiet => Style::None,
            ProgressWhen::Bar => Style::Bar(bar(job, unit, total)),
            ProgressWhen::Auto if terminal => Style::Bar(bar(job, unit, total)),
            ProgressWhen::Auto | ProgressWhen::Plain => Style::Plain,
            ProgressWhen::None => Style::None,
        };
        let started = Instant::now();
        let progress = Self {
            style,
            job,
            unit,
            total: AtomicU64::new(total.unwrap_or(0)),
            done: AtomicU64::new(0),
            started,
            said: Mutex::new(Said { at: started, tenth: 0 }),
        };
        if matches!(progress.style, Style::Json) {
            line(&json!({"type": "start", "job": job, "unit": unit, "total": total}).to_string());
        }
        progress
    }

    /// Work whose progress nobody is told of here: a screen has its own ways.
    #[must_use]
    pub fn silent(job: &'static str, unit: &'static str) -> Self {
        Self::start(ProgressWhen::None, false, true, job, unit, None)
    }

    /// `count` more are done.
    pub fn add(&self, count: u64) {
        let done = self.done.fetch_add(count, Ordering::Relaxed) + count;
        self.tell(done);
    }

    /// So many are done.
    pub fn set(&self, done: u64) {
        self.done.store(done, Ordering::Relaxed);
        self.tell(done);
    }

    /// There will be about so many.
    pub fn estimate(&self, total: u64) {
        self.total.store(total, Ordering::Relaxed);
        if let Style::Bar(bar) = &self.style {
            if bar.length().is_none() {
                bar.set_style(style(self.unit, true));
            }
            bar.set_length(total);
        }
    }

    fn total(&self) -> Option<u64> {
        Some(self.total.load(Ordering::Relaxed)).filter(|total| *total > 0)
    }

    /// The work entered another phase.
    pub fn phase(&self, name: &str) {
        match &self.style {
            Style::Bar(bar) => bar.set_message(name.to_owned()),
            Style::Plain => line(&format!("{}: {name}", self.job)),
            Style::Json => line(&json!({"type": "phase", "job": self.job, "phase": name}).to_string()),
            Style::None => {}
        }
    }

    /// The work is over; the bar goes, for the report follows.
    pub fn finish(&self) {
        let done = self.done.load(Ordering::Relaxed);
        let elapsed = self.started.elapsed();
        match &self.style {
            Style::Bar(bar) => bar.finish_and_clear(),
            Style::Json => {
                line(&json!({"type": "end", "job": self.job, "done": done, "elapsed_ms": millis(elapsed)}).to_string());
            }
            Style::Plain | Style::None => {}
        }
    }

    fn tell(&self, done: u64) {
        match &self.style {
            Style::Bar(bar) => bar.set_position(done),
            Style::Plain => self.tell_plain(done),
            Style::Json => self.tell_json(done),
            Style::None => {}
        }
    }

    fn tell_plain(&self, done: u64) {
        let tenth = self.total().map_or(0, |total| done * 10 / total);
        let due = |said: &Said| tenth > said.tenth || said.at.elapsed() >= PLAIN_EVERY;
        if self.said_now(tenth, due) {
            let of = self.total().map_or_else(String::new, |total| format!(" of {total}"));
            line(&format!("{}: {done}{of} {} ({:.0}/s{})", self.job, self.unit, self.rate(done), self.eta_text(done)));
        }
    }

    fn tell_json(&self, done: u64) {
        if self.said_now(0, |said| said.at.elapsed() >= JSON_EVERY) {
            let object = json!({
                "type": "progress", "job": self.job, "done": done, "total": self.total(),
                "rate": self.rate(done).round(), "eta_ms": self.eta(done).map(millis),
            });
            line(&object.to_string());
        }
    }

    fn said_now(&self, tenth: u64, due: impl Fn(&Said) -> bool) -> bool {
        // Whoever does not get the lock comes just after a line was written.
        let Ok(mut said) = self.said.try_lock() else { return false };
        let now = due(&said);
        if now {
            *said = Said { at: Instant::now(), tenth };
        }
        now
    }

    fn rate(&self, done: u64) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a rate for eyes")]
        let rate = done as f64 / self.started.elapsed().as_secs_f64().max(0.001);
        rate
    }

    fn eta(&self, done: u64) -> Option<Duration> {
        let left = self.total()?.saturating_sub(done);
        #[expect(clippy::cast_precision_loss, reason = "an estimate for eyes")]
        let seconds = left as f64 / self.rate(done);
        Duration::try_from_secs_f64(seconds).ok()
    }

    fn eta_text(&self, done: u64) -> String {
        self.eta(done).map_or_else(String::new, |eta| {
            format!(", {} left", duration(i64::try_from(eta.as_millis()).unwrap_or(i64::MAX)))
        })
    }
}

/// The first line for programs: which form the others have, and who writes them.
pub fn introduce() {
    line(&json!({"type": "version", "form": FORM, "chatctl": env!("CARGO_PKG_VERSION")}).to_string());
}

/// The last line for programs, however it went: the exit code, the report as it was printed, and the error where there is
/// one.
pub fn sum_up(outcome: &Outcome, printed: Option<&Printed>) {
    let error = outcome.as_ref().err().map(|failure| json!({"code": failure.code, "message": failure.to_string()}));
    let object = json!({
        "type": "summary",
        "exit": code_of(outcome),
        "schema": printed.map(|printed| &printed.schema),
        "report": printed.and_then(|printed| printed.item.as_ref()),
        "rows": printed.map(|printed| printed.rows),
        "error": error,
    });
    line(&object.to_string());
}

fn bar(job: &'static str, unit: &'static str, total: Option<u64>) -> ProgressBar {
    // At most ten frames a second: drawing must not take what the work needs.
    let target = ProgressDrawTarget::stderr_with_hz(10);
    ProgressBar::with_draw_target(total, target).with_prefix(job).with_style(style(unit, total.is_some()))
}

fn style(unit: &'static str, bounded: bool) -> ProgressStyle {
    let template = if bounded {
        "{prefix} {wide_bar} {percent:>3}% {human_pos}/{human_len} {unit} {rate} eta {eta} {msg}"
    } else {
        "{prefix} {spinner} {human_pos} {unit} {rate} {elapsed} {msg}"
    };
    let rate = |state: &ProgressState, out: &mut dyn std::fmt::Write| {
        // A bar that cannot be drawn is no reason to fail.
        let _ = write!(out, "{:.0}/s", state.per_sec());
    };
    let units = move |_: &ProgressState, out: &mut dyn std::fmt::Write| {
        let _ = out.write_str(unit);
    };
    let plain = ProgressStyle::default_bar();
    ProgressStyle::with_template(template).unwrap_or(plain).with_key("rate", rate).with_key("unit", units)
}

fn line(text: &str) {
    // Where standard error is closed nobody looks at progress.
    let _ = writeln!(io::stderr(), "{text}");
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}
