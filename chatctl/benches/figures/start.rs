//! What people wait for first: chatd until it is ready, chatctl until it has said what it can.

use super::process::{Chatd, takes};
use super::report::{Report, percentile};

pub fn measure(report: &mut Report) {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let start = || Chatd::start(&data, &[]).ready_after.as_secs_f64() * 1_000.0;
    let first = start();
    let mut again: Vec<f64> = (0..5).map(|_| start()).collect();
    report.figure("start to ready, new data folder", format!("{first:.0} ms"), "< 1 s");
    report.figure("start to ready, again", format!("{:.0} ms", percentile(&mut again, 0.5)), "< 200 ms");
    report.figure("chatctl --help", format!("{:.1} ms", takes(&[], &["--help"])), "< 20 ms");
    // As the script of bash asks when the tab key is pressed.
    let tab = [("CHATCTL_COMPLETE", "bash"), ("_CLAP_COMPLETE_INDEX", "2")];
    let completes = takes(&tab, &["--", "chatctl", "queue", "pe"]);
    report.figure("chatctl completes a line", format!("{completes:.1} ms"), "< 20 ms");
}
