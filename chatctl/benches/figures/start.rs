//! What people wait for first: chatd until it is ready, chatctl until it has said what it can.

use super::process::{Chatd, help_takes};
use super::report::{Report, percentile};

pub fn measure(report: &mut Report) {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let start = || Chatd::start(&data, &[]).ready_after.as_secs_f64() * 1_000.0;
    let first = start();
    let mut again: Vec<f64> = (0..5).map(|_| start()).collect();
    report.figure("start to ready, new data folder", format!("{first:.0} ms"), "< 1 s");
    report.figure("start to ready, again", format!("{:.0} ms", percentile(&mut again, 0.5)), "< 200 ms");
    report.figure("chatctl --help", format!("{:.1} ms", help_takes()), "< 20 ms");
}
