//! What operators wait for at a large installation, through chatd and straight: the first line of a list, a comparison of
//! all counters with its memory, and what looking costs those who post meanwhile.

use std::io::{BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use super::process::{Chatd, binary, memory_of};
use super::report::{Report, percentile};

/// Chats of the installation, and messages of each.
pub const CHATS: u32 = 1_000_000;
pub const OF_CHAT: u32 = 5;

/// Dead letters of the installation.
pub const LETTERS: u32 = 10_000;

/// Runs of a list, of which the median counts.
const RUNS: usize = 5;

/// A comparison that takes longer has missed its figure by far.
const PATIENCE: &str = "5m";

/// The turns of posting without and with looks, and how long each posts.
const TURNS: usize = 7;
const POST: [&str; 12] =
    ["bench", "post", "--size", "100", "--rate", "10000", "--duration", "6s", "--warmup", "1s", "--timeout", "1m"];

/// Runs what stands in for another machine's work: it takes what the others leave of the processors.
const AS_ON_ANOTHER_MACHINE: [&str; 3] = ["nice", "-n", "19"];

/// A way to the data: its name, and chatctl's flags for it.
pub struct Way {
    pub name: &'static str,
    pub flags: Vec<String>,
    /// The folder of chatctl's configuration, where the flags name a context.
    pub configuration: Option<PathBuf>,
}

impl Way {
    /// The way through a chatd, by its data folder.
    pub fn api(chatd: &Chatd) -> Self {
        Self::on_data("through chatd", &[], chatd.folder())
    }

    /// A way by a data folder.
    pub fn on_data(name: &'static str, flags: &[&str], data: &Path) -> Self {
        let data = ["--data".to_owned(), data.display().to_string()];
        let flags = flags.iter().map(|flag| (*flag).to_owned()).chain(data).collect();
        Self { name, flags, configuration: None }
    }

    /// Begins a chatctl whose output is read, by `launcher` where there is one.
    fn begin(&self, launcher: &[&str], args: &[&str]) -> Child {
        let chatctl = binary("chatctl").display().to_string();
        let mut words = launcher.iter().copied().chain([chatctl.as_str()]);
        let program = words.next().expect("chatctl at least");
        Command::new(program)
            .args(words)
            .envs(self.configuration.iter().map(|folder| ("XDG_CONFIG_HOME", folder)))
            .args(&self.flags)
            .args(args)
            .args(["--timeout", PATIENCE, "-q", "--progress", "none"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .expect("chatctl runs")
    }
}

/// How a look went.
struct Went {
    first_line_ms: f64,
    took: Duration,
    /// The most memory that chatctl had, in MB.
    memory: f64,
}

/// Reads a look to its end, and watches its memory.
fn look(way: &Way, args: &[&str]) -> Went {
    let begun = Instant::now();
    let mut child = way.begin(&[], args);
    let pid = child.id();
    let mut output = BufReader::new(child.stdout.take().expect("piped"));
    let ended = Arc::new(AtomicBool::new(false));
    let watching = thread::spawn({
        let ended = Arc::clone(&ended);
        move || {
            let mut most: f64 = 0.0;
            while !ended.load(Ordering::Relaxed) {
                most = most.max(memory_of(pid).0);
                thread::sleep(Duration::from_millis(5));
            }
            most
        }
    });
    let mut text = Vec::new();
    let read = output.read_until(b'\n', &mut text);
    let first_line_ms = begun.elapsed().as_secs_f64() * 1_000.0;
    let read = read.and(output.read_to_end(&mut text));
    let took = begun.elapsed();
    ended.store(true, Ordering::Relaxed);
    assert!(
        child.wait().expect("ends").success() && read.is_ok() && !text.is_empty(),
        "chatctl {:?} {args:?}",
        way.flags
    );
    Went { first_line_ms, took, memory: watching.join().expect("watches") }
}

/// Has something on the log whose tail is shown: persisting waits until [`beside_posting`].
pub fn put_on_the_log(chatd: &Chatd, app: &str) {
    chatd.chatctl(&["queue", "pause", "persist", "--yes"]);
    chatd.chatctl(&["bench", "post", "--app", app, "--rate", "500", "--duration", "2s", "--timeout", "1s"]);
}

/// The first line of lists, as programs take them.
pub fn first_lines(report: &mut Report, what: &str, ways: &[Way], app: &str) {
    let lists = [
        vec!["dlq", "ls", "-o", "jsonl"],
        vec!["queue", "tail", "persist", "-o", "jsonl"],
        vec!["msg", "ls", app, "500000", "-o", "jsonl"],
    ];
    for way in ways {
        for list in &lists {
            let mut first: Vec<f64> = (0..RUNS).map(|_| look(way, list).first_line_ms).collect();
            let name = format!("{what}, {}: first line of {} {}", way.name, list[0], list[1]);
            report.figure(name, format!("{:.0} ms", percentile(&mut first, 0.5)), "< 200 ms");
        }
    }
}

/// All counters against what is stored.
pub fn counters(report: &mut Report, what: &str, ways: &[Way], chatd: &Chatd) {
    for way in ways {
        let before = chatd.memory().1;
        let went = look(way, &["counter", "diff", "--only", "drift", "-o", "json"]);
        let name = format!("{what}, {}: counter diff over {CHATS} chats", way.name);
        report.figure(&name, format!("{:.1} s", went.took.as_secs_f64()), "< 10 s");
        let memory = format!("{:.0} MB, chatd {before:.0} → {:.0} MB", went.memory, chatd.memory().1);
        report.figure(format!("{name}: memory of chatctl"), memory, "< 150 MB");
    }
}

/// What looks cost those who post: one after another, a second apart each.
pub fn beside_posting(report: &mut Report, what: &str, chatd: &Chatd, app: &str) {
    let looks = [
        vec!["app", "ls"],
        vec!["chat", "ls", app],
        vec!["msg", "ls", app, "1"],
        vec!["queue", "ls"],
        vec!["queue", "tail", "persist"],
        vec!["queue", "pending", "persist"],
        vec!["worker", "ls"],
        vec!["dlq", "ls"],
        vec!["dlq", "errors"],
        vec!["counter", "ls", "--limit", "10"],
        vec!["index", "status"],
        vec!["job", "ls"],
    ];
    chatd.chatctl(&["queue", "resume", "persist"]);
    let way = Way::api(chatd);
    let post = || chatd.chatctl(&POST)["p99_ms"].as_f64().expect("a latency");
    let (mut alone, mut beside, mut again) = (Vec::new(), Vec::new(), Vec::new());
    // A turn is too short for all of them: the next one goes on where it ended.
    let mut looks = looks.iter().cycle();
    for _ in 0..TURNS {
        alone.push(post());
        let ended = AtomicBool::new(false);
        thread::scope(|scope| {
            scope.spawn(|| {
                for args in looks.by_ref().take_while(|_| !ended.load(Ordering::Relaxed)) {
                    let looked = way.begin(&AS_ON_ANOTHER_MACHINE, args).wait_with_output().expect("ends");
                    assert!(looked.status.success() && !looked.stdout.is_empty(), "{args:?}");
                    thread::sleep(Duration::from_secs(1));
                }
            });
            beside.push(post());
            ended.store(true, Ordering::Relaxed);
        });
        again.push(post());
    }
    let [alone, beside, again] = [&mut alone, &mut beside, &mut again].map(|turns| percentile(turns, 0.5));
    let name = format!("{what}: p99 of 10,000 posts/s beside one look a second");
    report.ratio(&name, beside, ("without looks", alone), "ms", "≤ 1.01");
    report.ratio(&format!("{what}: the same beside nothing"), again, ("without looks", alone), "ms", "");
}
