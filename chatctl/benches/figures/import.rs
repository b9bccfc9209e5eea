//! `chatctl import` of the whole file, until the last message is accepted, persisted and searchable.

use super::process::Chatd;
use super::report::Report;
use super::{raw, texts};

pub fn measure(report: &mut Report) {
    let folder = tempfile::tempdir().expect("a folder");
    let contents = texts::contents();
    let floor = raw::rows(folder.path(), &contents);
    let chatd = Chatd::start(&folder.path().join("data"), &[]);
    let (file, state) = (texts::file(), folder.path().join("state.json"));
    let [file, state] = [&file, &state].map(|path| path.to_str().expect("text"));
    let item = chatd.chatctl(&["import", file, "--state", state, "--wait=searchable"]);
    let seconds = |name: &str| item[name].as_f64().expect("a time") / 1_000.0;
    let what = format!("import of {} messages: accepted", contents.len());
    report.figure(what, format!("{:.2} s", seconds("accepted_ms")), "");
    report.ratio("persisted too", seconds("persisted_ms"), ("raw rows", floor), "s", "< 8 s for 229,265");
    report.figure("searchable too", format!("{:.2} s", seconds("searchable_ms")), "< 15 s for 229,265");
}
