//! The terminal UI: how soon it is there, how soon a key is seen among 1,000,000 chats and 5,000,000 messages, what it costs
//! while nobody touches it, and that a chatd that never answers holds up no key.

use std::net::TcpListener;
use std::thread;
use std::time::{Duration, Instant};

use super::process::Chatd;
use super::pty::Screen;
use super::reads::generate;
use super::report::{Report, percentile};
use super::texts;

/// Messages, and how many of them a chat has: a million chats.
const MESSAGES: u32 = 5_000_000;
const OF_CHAT: u32 = 5;

/// How often the program is started.
const STARTS: usize = 21;

/// Keys of each kind.
const KEYS: usize = 200;

/// How long it is left alone, and how long no answer comes.
const ALONE: Duration = Duration::from_secs(20);
const SILENCE: Duration = Duration::from_secs(11);

/// The bar before the selected row.
const CURSOR: &str = "▌";

pub fn measure(report: &mut Report) {
    let silent = TcpListener::bind("127.0.0.1:0").expect("bound");
    let silent = format!("http://{}", silent.local_addr().expect("an address"));
    first_frame(&silent, report);
    without_an_answer(&silent, report);
    let folder = tempfile::tempdir().expect("a folder");
    let (data, contents) = (folder.path().join("data"), texts::contents());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let begun = Instant::now();
    runtime.block_on(generate(&data, MESSAGES, OF_CHAT, &contents));
    eprintln!("  {MESSAGES} messages generated in {:.0} s", begun.elapsed().as_secs_f64());
    // Not what is measured here, and it would index all of them first.
    let _chatd = Chatd::start(&data, &["--search", "none"]);
    let data = data.to_str().expect("text");
    left_alone(data, report);
    among_many(data, report);
}

/// From the start of the process to the first frame, while nobody has answered anything.
fn first_frame(silent: &str, report: &mut Report) {
    let start = || Screen::start(&["tui", "--api", silent]).until("Pulse");
    let mut took: Vec<f64> = (0..STARTS).map(|_| start()).collect();
    let (median, most) = (percentile(&mut took, 0.5), percentile(&mut took, 1.0));
    report.figure("chatctl tui: first frame, p50 / most", format!("{median:.1} / {most:.1} ms"), "< 100 ms");
}

/// Views are changed while every question waits for its answer.
fn without_an_answer(silent: &str, report: &mut Report) {
    let mut screen = Screen::start(&["tui", "workers", "--api", silent]);
    screen.until("Workers");
    let (begun, mut took) = (Instant::now(), Vec::new());
    while begun.elapsed() < SILENCE {
        // Two names of which no letter stands where the other has the same: they are written whole.
        for (key, title) in [("2", "Apps"), ("8", "Workers")] {
            screen.press(key);
            took.push(screen.until(title));
            thread::sleep(Duration::from_millis(50));
        }
    }
    let (late, most) = (percentile(&mut took, 0.99), percentile(&mut took, 1.0));
    let what = format!("key to frame while no answer comes for {} s, p99 / most", SILENCE.as_secs());
    report.figure(what, format!("{late:.1} / {most:.1} ms"), "p99 < 33 ms");
}

/// On Pulse, which asks for the status every two seconds.
fn left_alone(data: &str, report: &mut Report) {
    let mut screen = Screen::start(&["tui", "--data", data]);
    screen.shows("live");
    let (before, begun) = (screen.processor_seconds(), Instant::now());
    thread::sleep(ALONE);
    let share = (screen.processor_seconds() - before) / begun.elapsed().as_secs_f64() * 100.0;
    report.figure("processor time of chatctl tui, left alone", format!("{share:.2} % of one"), "< 1 %");
}

fn among_many(data: &str, report: &mut Report) {
    let mut screen = Screen::start(&["tui", "apps", "--data", data]);
    screen.shows("bench");
    screen.press("\r");
    screen.shows("MESSAGES_COUNT");
    screen.shows(CURSOR);
    let mut took = Vec::new();
    // Through ten windows of rows, and back; to the other end of the million, and along it.
    for (key, times) in [("j", KEYS), ("\x04", KEYS), ("\x15", KEYS / 4 * 3), ("k", KEYS / 2)] {
        pressed(&mut screen, key, times, &mut took);
    }
    screen.press("G");
    screen.shows(&(MESSAGES / OF_CHAT).to_string());
    pressed(&mut screen, "k", KEYS, &mut took);
    screen.press("\r");
    screen.shows("MESSAGE_CONTENT");
    screen.shows(CURSOR);
    pressed(&mut screen, "\x1b[B", 4, &mut took);
    let (median, late) = (percentile(&mut took, 0.5), percentile(&mut took, 0.99));
    let what = "key to frame among 1,000,000 chats and 5,000,000 messages, p50 / p99";
    report.figure(what, format!("{median:.1} / {late:.1} ms"), "p99 < 33 ms");
    report.figure("memory of chatctl tui meanwhile, at most", format!("{:.0} MB", screen.memory()), "< 40 MB");
}

/// Presses a key so many times, one after the other has been seen, as long as there is a row to go to.
fn pressed(screen: &mut Screen, key: &str, times: usize, took: &mut Vec<f64>) {
    for _ in 0..times {
        screen.press(key);
        // A list that scrolls leaves the cursor's bar where it is.
        took.push(screen.answers());
        // A held key repeats about so often.
        thread::sleep(Duration::from_millis(15));
    }
}
