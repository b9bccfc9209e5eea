//! Contexts and the files that have them: kept, chosen, tested, marked; and who has the last word.

use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

use crate::server::Server;
use crate::support::{chatctl, code, error, stderr, stdout};

/// A user with a configuration, and a folder of a project.
struct Home(TempDir);

impl Home {
    fn new() -> Self {
        let home = Self(tempfile::tempdir().expect("a folder"));
        std::fs::create_dir(home.project()).expect("a folder");
        home
    }

    fn with(config: &str) -> Self {
        let home = Self::new();
        std::fs::create_dir(home.config().parent().expect("a folder")).expect("a folder");
        std::fs::write(home.config(), config).expect("written");
        home
    }

    fn config(&self) -> PathBuf {
        self.0.path().join("chatctl/config.toml")
    }

    fn project(&self) -> PathBuf {
        self.0.path().join("project")
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = chatctl(args);
        command.env("XDG_CONFIG_HOME", self.0.path()).current_dir(self.project());
        command
    }

    fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().expect("runs")
    }

    #[track_caller]
    fn json(&self, args: &[&str]) -> Value {
        let output = self.run(&[args, &["-o", "json"]].concat());
        assert_eq!(code(&output), 0, "{args:?}: {}", stderr(&output));
        let printed = serde_json::from_str(&stdout(&output)).expect("JSON");
        // Named columns are fewer than the schema promises.
        if !args.contains(&"--columns") {
            crate::schemas::envelope_conforms(&printed);
        }
        printed
    }

    #[track_caller]
    fn failure(&self, args: &[&str]) -> Value {
        error(&self.run(&[args, &["-o", "json"]].concat()))
    }

    /// Who has said a setting, and what.
    fn setting(&self, name: &str, command: &mut Command) -> (String, String) {
        let output = command.args(["config", "show", "-o", "json"]).output().expect("runs");
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        let printed: Value = serde_json::from_str(&stdout(&output)).expect("JSON");
        let rows = printed["items"].as_array().expect("a list").clone();
        let row = rows.into_iter().find(|row| row["setting"] == name).expect("it is shown");
        let text = |field: &str| row[field].as_str().unwrap_or("null").replace(&text(self.0.path()), "~");
        (text("value"), text("origin"))
    }
}

fn text(path: &Path) -> String {
    path.to_str().expect("text").to_owned()
}

#[test]
fn a_context_is_added_used_tested_and_removed() {
    let server = Server::shared();
    let home = Home::new();
    let key = std::fs::read_to_string(server.data().join("admin.key")).expect("the key");
    let added = home
        .command(&["context", "add", "here", "--api", &server.address(), "--admin-key", "-", "--use", "-o", "json"])
        .write_stdin(key.clone())
        .output()
        .expect("runs");
    assert_eq!(code(&added), 0, "{}", stderr(&added));
    let kept = home.config().with_file_name("here.key");
    for file in [&kept, &home.config()] {
        assert_eq!(std::fs::metadata(file).expect("there").permissions().mode() & 0o777, 0o600, "{file:?}");
    }
    assert_eq!(std::fs::read_to_string(&kept).expect("text").trim(), key.trim());
    home.json(&["context", "add", "away", "--api", "http://127.0.0.1:1", "--protected", "--name-color", "red"]);
    let rows = home.json(&["context", "ls", "--columns", "context,current,protected"])["items"].clone();
    let row = |name: &str, current: bool, protected: bool| serde_json::json!({"context": name, "current": current, "protected": protected});
    assert_eq!(rows, serde_json::json!([row("away", false, true), row("here", true, false)]));
    assert_eq!(home.json(&["context", "test"])["item"]["state"], "ok");
    assert_eq!(home.failure(&["context", "test", "away"])["exit"], 7);
    let wrong =
        home.command(&["context", "test", "-o", "json"]).env("CHATCTL_ADMIN_KEY", "wrong").output().expect("runs");
    assert_eq!(error(&wrong)["exit"], 4, "a key that is not taken");
    home.json(&["app", "ls"]);
    home.json(&["context", "use", "away"]);
    assert_eq!(home.failure(&["app", "ls"])["exit"], 7);
    assert_eq!(home.failure(&["context", "add", "away", "--api", "http://h"])["exit"], 6);
    home.json(&["context", "add", "away", "--api", &server.address(), "--replace"]);
    home.json(&["context", "rm", "away"]);
    let gone = home.failure(&["context", "use", "away"]);
    assert_eq!((&gone["exit"], gone["hint"].as_str()), (&2.into(), Some("there are: here")));
    assert_eq!(home.json(&["context", "show"])["item"]["context"], "http://127.0.0.1:8000", "none is used now");
}

#[test]
fn a_rehearsal_of_a_change_of_the_configuration_writes_nothing() {
    let home = Home::with("# mine\ncontext = \"a\"\n[contexts.a]\napi = \"http://h\"\n");
    let before = std::fs::read_to_string(home.config()).expect("text");
    for args in [&["add", "b", "--api", "http://b", "--use"][..], &["use", "a"], &["rm", "a"]] {
        assert_eq!(home.json(&[&["context"], args, &["--dry-run"]].concat())["item"]["dry_run"], true);
        assert_eq!(std::fs::read_to_string(home.config()).expect("text"), before, "{args:?}");
    }
    assert_eq!(std::fs::read_dir(home.config().parent().expect("a folder")).expect("a folder").count(), 1);
}

#[test]
fn a_key_on_the_line_is_refused_and_not_shown_again() {
    let home = Home::new();
    let output = home.run(&["context", "add", "a", "--api", "http://h", "--admin-key", "hunter2"]);
    assert_eq!((code(&output), stdout(&output).as_str()), (2, ""));
    assert!(!stderr(&output).contains("hunter2") && stderr(&output).contains("file:PATH"), "{}", stderr(&output));
    assert!(!home.config().exists());
    for (name, place) in [("a b", &["--api", "http://h"][..]), ("a", &[])] {
        assert_eq!(home.failure(&[&["context", "add", name], place].concat())["exit"], 2);
    }
}

#[test]
fn the_line_wins_over_the_environment_and_that_over_project_user_and_default() {
    let home = Home::with("timeout = \"2s\"\nlimit = 7\ncontext = \"mine\"\n[contexts.mine]\napi = \"http://mine\"\n");
    let project = home.project().join(".chatctl.toml");
    std::fs::write(&project, "timeout = \"3s\"\n[contexts.theirs]\napi = \"http://theirs\"\n").expect("written");
    let inner = home.project().join("a/b");
    std::fs::create_dir_all(&inner).expect("folders");
    let said = |setting: &str, env: &[(&str, &str)], args: &[&str]| {
        let mut command = home.command(args);
        command.current_dir(&inner).envs(env.iter().copied());
        home.setting(setting, &mut command)
    };
    let pair = |value: &str, origin: &str| (value.to_owned(), origin.to_owned());
    assert_eq!(said("timeout", &[("CHATCTL_TIMEOUT", "4s")], &["--timeout", "5s"]), pair("5000ms", "line"));
    assert_eq!(said("timeout", &[("CHATCTL_TIMEOUT", "4s")], &[]), pair("4000ms", "CHATCTL_TIMEOUT"));
    assert_eq!(said("timeout", &[("CHATCTL_TIMEOUT", "")], &[]), pair("3000ms", "~/project/.chatctl.toml"));
    assert_eq!(said("limit", &[], &[]), pair("7", "~/chatctl/config.toml"));
    assert_eq!(said("color", &[], &[]), pair("auto", "default"));
    assert_eq!(said("context", &[], &[]), pair("mine", "~/chatctl/config.toml"));
    assert_eq!(said("api", &[], &[]), pair("http://mine", "~/chatctl/config.toml"));
    assert_eq!(said("api", &[], &["-c", "theirs"]), pair("http://theirs", "~/project/.chatctl.toml"));
    assert_eq!(said("api", &[("CHATCTL_API", "http://env")], &[]), pair("http://env", "CHATCTL_API"));
    std::fs::write(&project, "context = \"mine\"\n").expect("written");
    assert_eq!(said("context", &[], &[]), pair("mine", "~/project/.chatctl.toml"));
    assert_eq!(said("timeout", &[], &[]), pair("2000ms", "~/chatctl/config.toml"));
    let shown = stdout(&home.run(&["config", "show", "--origin"]));
    assert!(shown.lines().any(|line| line.contains("timeout") && line.contains("config.toml")), "{shown}");
}

#[test]
fn what_a_file_says_of_the_output_counts() {
    let home = Home::with("output = \"json\"\n");
    let listed: Value = serde_json::from_str(&stdout(&home.run(&["context", "ls"]))).expect("JSON");
    assert_eq!(listed["items"], serde_json::json!([]));
    assert_eq!(stdout(&home.run(&["context", "ls", "-o", "name"])), "");
    assert_eq!(error(&home.run(&["errors", "explain", "nothing"]))["exit"], 5, "errors are objects too");
}

#[test]
fn a_file_that_cannot_be_used_is_one_clear_line_with_a_hint_and_does_not_stand_in_the_way_of_mending_it() {
    let half = "[contexts.prod]\napi = \"http";
    let cases = [
        (half, "line 2, column", "correct it"),
        ("[contexts.prod]\napo = \"http://h\"\n", "unknown field `apo`", "did you mean `api`?"),
        ("timeout = \"soon\"\n", "line 1, column 11: write a duration", "correct it"),
        ("output = \"xml\"\n", "`xml` is none of table, wide, json", "correct it"),
        ("[contexts.prod]\ncolor = \"mauve\"\n", "`mauve` is none of red", "correct it"),
    ];
    for (config, why, hint) in cases {
        let home = Home::with(config);
        for args in [&["app", "ls"][..], &["context", "ls"], &["config", "show"]] {
            let output = home.run(args);
            assert_eq!((code(&output), stdout(&output).as_str()), (2, ""), "{args:?}");
            let said = stderr(&output);
            assert_eq!(said.lines().count(), 2, "an error and a hint: {said}");
            assert!(said.contains("config.toml") && said.contains(why) && said.contains(hint), "{said}");
        }
        assert_eq!(code(&home.run(&["check"])), 3, "monitoring does not know, and nothing is critical");
        for args in [&["version"][..], &["errors", "ls"], &["--help"]] {
            assert_eq!(code(&home.run(args)), 0, "{args:?}");
        }
        let places = home.json(&["config", "path"])["items"].clone();
        assert_eq!(places[0]["state"], "failed", "{places}");
    }
    let home = Home::new();
    std::fs::create_dir_all(home.config()).expect("a folder in its place");
    let refused = home.failure(&["app", "ls"]);
    assert_eq!(refused["exit"], 2, "{refused}");
    assert!(refused["message"].as_str().is_some_and(|message| message.contains("Is a directory")), "{refused}");
}

#[test]
fn a_projects_file_that_anybody_can_write_is_not_followed() {
    let home = Home::new();
    let project = home.project().join(".chatctl.toml");
    std::fs::write(&project, "[contexts.a]\napi = \"http://h\"\n").expect("written");
    home.json(&["context", "ls"]);
    std::fs::set_permissions(&project, std::fs::Permissions::from_mode(0o666)).expect("set");
    let refused = home.failure(&["context", "ls"]);
    assert_eq!(refused["exit"], 2, "{refused}");
    assert!(refused["message"].as_str().is_some_and(|why| why.contains("somebody else")), "{refused}");
}

#[test]
fn a_protected_context_says_so_and_takes_its_name_for_what_elsewhere_takes_yes() {
    let server = Server::shared();
    let app = server.app("in protection");
    server.post(&app, &["one"]);
    let data = text(server.data());
    let home = Home::with(&format!("context = \"prod\"\n[contexts.prod]\ndata = \"{data}\"\nprotected = true\n"));
    assert_eq!(home.json(&["context", "show"])["item"]["protected"], true);
    let mild = home.failure(&["app", "create", "protected"]);
    assert_eq!((&mild["exit"], mild["hint"].as_str()), (&10.into(), Some("say so on the line: --yes")));
    home.json(&["app", "create", "protected", "--yes"]);
    let moderate = home.failure(&["msg", "delete", &app, "1", "1", "--yes"]);
    assert_eq!(
        (&moderate["exit"], moderate["hint"].as_str()),
        (&10.into(), Some("say so on the line: --confirm=prod"))
    );
    home.json(&["msg", "delete", &app, "1", "1", "--confirm=prod"]);
    let severe = home.failure(&["app", "delete", "protected", "--confirm=prod"]);
    assert_eq!(severe["exit"], 11, "a severe act takes its own name: {severe}");
    home.json(&["app", "delete", "protected", "--confirm=protected"]);
    // A line that names the place itself has left the context, and says so by that.
    home.json(&["--data", &data, "app", "create", "unprotected"]);
}
