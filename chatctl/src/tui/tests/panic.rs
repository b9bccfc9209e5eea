//! A panic while the terminal is ours: it is given back first, and the words can be read.

use super::sample::full;
use super::screens::answered;
use super::tmux::Tmux;
use crate::tui::terminal::{Guard, Use};
use crate::tui::view::View;

#[test]
#[ignore = "it panics, for the test below, in a terminal that it finds there"]
fn panics_with_the_screen_taken() {
    let mut guard = Guard::take(Use::Screen, true).expect("a terminal");
    guard.draw(&answered(&View::Jobs, 80, 24, full(&View::Jobs))).expect("drawn");
    panic!("injected");
}

#[test]
fn a_panic_gives_the_terminal_back_and_can_be_read() {
    let Some(tmux) = Tmux::start(80, 24, &[]) else { return };
    let program = std::env::current_exe().expect("this test");
    let test = "tui::tests::panic::panics_with_the_screen_taken";
    tmux.type_in(&format!("echo before; {} --ignored --nocapture --exact {test}; echo left $?", program.display()));
    tmux.press(&["Enter"]);
    let shown = tmux.wait_for("left 101");
    assert!(shown.contains("before") && shown.contains("injected"), "{shown}");
    assert_eq!(tmux.says("#{cursor_flag} #{alternate_on} #{mouse_any_flag}"), "1 0 0");
    tmux.type_in("echo sane $((40 + 2))");
    tmux.press(&["Enter"]);
    tmux.wait_for("sane 42");
}
