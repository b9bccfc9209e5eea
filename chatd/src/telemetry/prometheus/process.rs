//! What the process uses, under the names that Prometheus' own clients give it. Read when somebody asks.

use std::fs;

use metrics::{Unit, describe_gauge, gauge};
use rustix::param::page_size;
use rustix::process::{Resource, getrlimit};
use rustix::time::{ClockId, clock_gettime};

const RESIDENT: &str = "process_resident_memory_bytes";
const OPEN: &str = "process_open_fds";
const OPEN_MAX: &str = "process_max_fds";
const CPU: &str = "process_cpu_seconds_total";
const BUILD: &str = "chatd_build_info";

/// Says what they mean.
pub(super) fn describe() {
    describe_gauge!(RESIDENT, Unit::Bytes, "Memory of the process that is in RAM");
    describe_gauge!(OPEN, "Open file descriptors");
    describe_gauge!(OPEN_MAX, "The most file descriptors that may be open");
    describe_gauge!(CPU, Unit::Seconds, "Processor time used, user and system together");
    describe_gauge!(BUILD, "1, with the version as a label");
}

/// Reads them. What a system does not tell is left out.
#[expect(clippy::cast_precision_loss, reason = "gauges are floating point; these numbers are far below 2^53")]
pub(super) fn observe() {
    gauge!(BUILD, "version" => env!("CARGO_PKG_VERSION")).set(1.0);
    if let Some(pages) = resident_pages() {
        gauge!(RESIDENT).set((pages * page_size() as u64) as f64);
    }
    if let Ok(open) = fs::read_dir("/proc/self/fd") {
        // The listing itself is one of them.
        gauge!(OPEN).set(open.count().saturating_sub(1) as f64);
    }
    if let Some(most) = getrlimit(Resource::Nofile).current {
        gauge!(OPEN_MAX).set(most as f64);
    }
    let used = clock_gettime(ClockId::ProcessCPUTime);
    gauge!(CPU).set(used.tv_sec as f64 + used.tv_nsec as f64 / 1e9);
}

/// The second number of `/proc/self/statm`.
fn resident_pages() -> Option<u64> {
    fs::read_to_string("/proc/self/statm").ok()?.split_whitespace().nth(1)?.parse().ok()
}
