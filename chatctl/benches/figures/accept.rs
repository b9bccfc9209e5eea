//! Accept + persist + index: 64 clients post 100-byte messages for half a minute; every answer is on the disk.

use std::time::Duration;

use super::process::{Chatd, chatctl, rate};
use super::report::Report;
use super::{instant, raw, texts};

const FLOOR: Duration = Duration::from_secs(8);

pub fn measure(report: &mut Report) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = texts::file();
    let text = file.to_str().expect("text");
    let post = ["bench", "post", "--size", "100", "--text", text];
    let handler = instant::serving(&folder.path().join("floor"), |address| {
        let floor: Vec<&str> = post.into_iter().chain(["--duration", "8s"]).collect();
        rate(&chatctl(&["--api", address], &floor))
    });
    let commits = raw::group_commits(folder.path(), &texts::contents(), FLOOR);

    let chatd = Chatd::start(&folder.path().join("data"), &[]);
    let (_, at_rest) = chatd.memory();
    let run: Vec<&str> = post.into_iter().chain(["--duration", "30s", "--warmup", "2s"]).collect();
    let item = chatd.chatctl(&run);
    let (at_most, _) = chatd.memory();
    let ms = |name: &str| format!("{} ms", item[name]);
    report.ratio(
        "accept + persist + index, 30 s, 64 clients",
        rate(&item),
        ("the handler alone", handler),
        "messages/s",
        "≥ 20,000/s",
    );
    report.ratio("the same", rate(&item), ("raw SQLite commits", commits), "messages/s", "");
    report.figure("p50 / p99 / p99.9 of accepting", ["p50_ms", "p99_ms", "p999_ms"].map(ms).join(" / "), "p99 < 20 ms");
    report.figure("errors", item["errors"].to_string(), "0");
    report.figure("persist behind at the end", ms("persist_lag_ms"), "not growing");
    report.figure("index behind at the end", ms("index_lag_ms"), "< 5 s");
    report.figure("memory of chatd at rest", format!("{at_rest:.0} MB"), "< 40 MB");
    report.figure("memory of chatd at full load, at most", format!("{at_most:.0} MB"), "< 150 MB");
}
