//! Metrics: one recorder a process, rendered by whoever is asked for it; it has no listener of its own.

mod process;

use std::sync::OnceLock;
use std::time::Duration;

use anyhow::Context as _;
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

/// How often histograms are folded, so that they stay small where nobody asks for them.
pub const UPKEEP_EVERY: Duration = Duration::from_secs(5);

/// The bounds of times: from an accepted request to a stopped database.
const SECONDS: [f64; 15] = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0];
/// The bounds of batches.
const ENTRIES: [f64; 10] = [1.0, 2.0, 5.0, 10.0, 25.0, 50.0, 100.0, 250.0, 500.0, 1000.0];
/// The bounds of sizes.
const BYTES: [f64; 8] = [64.0, 256.0, 1024.0, 4096.0, 16384.0, 65536.0, 262_144.0, 1_048_576.0];

/// The metrics of this process.
#[derive(Clone)]
pub struct Metrics(PrometheusHandle);

impl Metrics {
    /// Installs the recorder at the first call, and gives the same metrics at every further one: tests run several
    /// chatd in one process.
    ///
    /// # Errors
    ///
    /// Where another recorder was installed before.
    pub fn install() -> anyhow::Result<Self> {
        static INSTALLED: OnceLock<Result<PrometheusHandle, String>> = OnceLock::new();
        let installed = INSTALLED.get_or_init(|| install().map_err(|error| format!("{error:#}")));
        match installed {
            Ok(handle) => Ok(Self(handle.clone())),
            Err(error) => Err(anyhow::anyhow!("cannot count: {error}")),
        }
    }

    /// All metrics in Prometheus' text format.
    #[must_use]
    pub fn render(&self) -> String {
        process::observe();
        self.0.render()
    }

    /// Keeps histograms small until `stop`.
    ///
    /// # Errors
    ///
    /// None; the form is that of all tasks.
    pub async fn keep_small(self, stop: CancellationToken) -> anyhow::Result<()> {
        while stop.run_until_cancelled(sleep(UPKEEP_EVERY)).await.is_some() {
            self.0.run_upkeep();
        }
        Ok(())
    }
}

fn install() -> anyhow::Result<PrometheusHandle> {
    let bounds = [("_seconds", &SECONDS[..]), ("_entries", &ENTRIES[..]), ("_bytes", &BYTES[..])];
    let builder = bounds.into_iter().try_fold(PrometheusBuilder::new(), |builder, (suffix, bounds)| {
        builder.set_buckets_for_metric(Matcher::Suffix(suffix.into()), bounds)
    })?;
    let recorder = builder.build_recorder();
    let handle = recorder.handle();
    metrics::set_global_recorder(recorder).context("another recorder is installed")?;
    process::describe();
    Ok(handle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_is_rendered_with_what_the_process_uses() {
        let metrics = Metrics::install().expect("installed");
        metrics::histogram!("chatd_test_seconds").record(0.003);
        let text = Metrics::install().expect("the same").render();
        assert!(text.contains("chatd_test_seconds_bucket{le=\"0.005\"} 1"), "{text}");
        assert!(text.contains("chatd_build_info{version=\""), "{text}");
        assert!(text.contains("process_open_fds "), "{text}");
        drop(metrics);
    }
}
