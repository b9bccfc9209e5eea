//! The committed completions, loaded by real shells in a real terminal: what the tab key puts on the line.

use std::path::Path;

use crate::completions::committed;
use crate::server::Server;
use crate::tmux::{Tmux, installed};

/// How a shell is started, and how it loads its script: `FILE` is the script, `FOLDER` where it lies.
struct Shell {
    name: &'static str,
    start: &'static str,
    load: &'static str,
    file: &'static str,
}

const SHELLS: [Shell; 4] = [
    Shell { name: "bash", start: "bash --norc --noprofile -i", load: "source FILE", file: "chatctl.bash" },
    Shell {
        name: "zsh",
        start: "zsh -f -i",
        load: "PS1='$ '; autoload -U compinit; compinit -u -D; source FILE",
        file: "_chatctl",
    },
    // As packages do it: a file in a folder that is searched, read with the first tab.
    Shell {
        name: "zsh",
        start: "zsh -f -i",
        load: "PS1='$ '; fpath=(FOLDER $fpath); autoload -U compinit; compinit -u -D",
        file: "_chatctl",
    },
    Shell { name: "fish", start: "fish --no-config -i", load: "source FILE", file: "chatctl.fish" },
];

/// What is typed, and what the line is after the tab key.
const LINES: [(&str, &str); 4] = [
    ("chatctl counter rec", "chatctl counter reconcile"),
    ("chatctl queue get pers", "chatctl queue get persist"),
    ("chatctl app get in-re", "chatctl app get in-real-shells"),
    ("chatctl context show -c prod", "chatctl context show -c production"),
];

#[test]
fn the_tab_key_completes_commands_and_the_values_of_today_in_real_shells() {
    let server = Server::shared();
    server.app("in-real-shells");
    let home = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(home.path().join("chatctl")).expect("a folder");
    std::fs::write(home.path().join("chatctl/config.toml"), "[contexts.production]\napi = \"http://h\"\n")
        .expect("written");
    let programs = Path::new(env!("CARGO_BIN_EXE_chatctl")).parent().expect("a folder");
    let path = format!("{}:/usr/bin:/bin", programs.display());
    let text = |path: &Path| path.to_str().expect("text").to_owned();
    let env = [
        ("PATH", path.as_str()),
        ("HOME", &text(home.path())),
        ("XDG_CONFIG_HOME", &text(home.path())),
        ("CHATCTL_DATA", &text(server.data())),
    ];
    for shell in SHELLS {
        if shell.name != "bash" && installed(shell.name).is_none() {
            return;
        }
        let Some(tmux) = Tmux::start(100, 24, &env) else { return };
        let file = committed("completions").join(shell.file).canonicalize().expect("committed");
        let load = shell.load.replace("FILE", &text(&file));
        let load = load.replace("FOLDER", &text(file.parent().expect("a folder")));
        // The command is told apart from its echo by what only its output has.
        for line in [shell.start, &format!("{load}; echo loaded $(echo it)")] {
            tmux.type_in(line);
            tmux.press(&["Enter"]);
        }
        tmux.wait_for("loaded it");
        for (typed, completed) in LINES {
            tmux.type_in(typed);
            tmux.press(&["Tab"]);
            tmux.wait_for(completed);
            // Not C-c, which overtakes what is typed after it.
            tmux.press(&["C-u"]);
        }
    }
}
