//! Who wins: flags over contexts over the data folder over the usual address; and that a key goes to its own chatd only.

use std::path::{Path, PathBuf};

use super::file::{File, Layer};
use super::*;

struct Home(tempfile::TempDir);

impl Home {
    /// A home folder with a data folder in which a chatd runs at `address`, where one is given.
    fn with(address: Option<&str>) -> Self {
        let home = tempfile::tempdir().expect("a folder");
        let data = home.path().join(".local/share/chatd");
        std::fs::create_dir_all(&data).expect("the data folder");
        std::fs::write(data.join("admin.key"), "folder-key\n").expect("the key");
        if let Some(address) = address {
            std::fs::write(data.join("chatd.json"), format!(r#"{{"address":"{address}"}}"#)).expect("the address");
        }
        Self(home)
    }

    fn data(&self) -> PathBuf {
        self.0.path().join(".local/share/chatd")
    }

    fn resolve(&self, choice: &Choice, more: &[(&str, &str)], config: &str) -> Result<Target, Failure> {
        let home = self.0.path().to_str().expect("a path of text").to_owned();
        let env = |name: &str| {
            if name == "HOME" {
                return Some(home.clone());
            }
            more.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
        };
        let contexts = understood(config, self.0.path().join("config.toml"))?;
        resolve(choice, &env, &contexts)
    }
}

/// The user's file, alone.
fn understood(text: &str, path: PathBuf) -> Result<Contexts, Failure> {
    Contexts::of(vec![File::parse(text, path, Layer::User)?])
}

fn key(target: &Target) -> Option<&str> {
    target.key.as_ref().map(AdminKey::reveal)
}

#[test]
fn without_a_word_the_chatd_of_the_default_data_folder_is_found_with_its_key() {
    let home = Home::with(Some("127.0.0.1:4321"));
    let target = home.resolve(&Choice::default(), &[], "").expect("found");
    assert_eq!((target.name.as_str(), target.api.as_str()), ("local", "http://127.0.0.1:4321"));
    assert_eq!(key(&target), Some("folder-key"));
}

#[test]
fn without_a_running_chatd_the_usual_address_is_tried_without_a_key() {
    let home = Home::with(None);
    let target = home.resolve(&Choice::default(), &[], "").expect("the usual address");
    assert_eq!(target.api, USUAL_ADDRESS);
    assert_eq!(key(&target), None);
}

#[test]
fn a_named_folder_without_a_running_chatd_is_an_error() {
    let home = Home::with(None);
    let choice = Choice { data: Some(home.data()), ..Choice::default() };
    assert_eq!(home.resolve(&choice, &[], "").expect_err("not running").kind, Kind::Unavailable);
}

#[test]
fn the_key_of_the_folder_is_not_sent_to_another_address() {
    let home = Home::with(Some("127.0.0.1:4321"));
    let choice = Choice { api: Some("http://elsewhere:8000".to_owned()), ..Choice::default() };
    assert_eq!(key(&home.resolve(&choice, &[], "").expect("an address")), None);
    let both = Choice { data: Some(home.data()), ..choice };
    assert_eq!(key(&home.resolve(&both, &[], "").expect("an address")), None);
    let same = Choice { api: Some("http://127.0.0.1:4321/".to_owned()), ..both };
    assert_eq!(key(&home.resolve(&same, &[], "").expect("an address")), Some("folder-key"));
}

#[test]
fn the_key_of_a_context_is_not_sent_to_an_address_from_the_line() {
    let home = Home::with(None);
    std::fs::write(home.0.path().join("prod.key"), "prod-key").expect("the key");
    let config = "context = \"prod\"\n[contexts.prod]\napi = \"https://prod\"\nadmin_key_file = \"prod.key\"\n";
    let target = home.resolve(&Choice::default(), &[], config).expect("the context");
    assert_eq!((target.name.as_str(), key(&target)), ("prod", Some("prod-key")));
    let choice = Choice { api: Some("http://elsewhere".to_owned()), ..Choice::default() };
    let target = home.resolve(&choice, &[], config).expect("an address");
    assert_eq!((target.name.as_str(), key(&target)), ("http://elsewhere", None));
}

#[test]
fn a_key_of_the_environment_wins_and_two_are_refused() {
    let home = Home::with(Some("127.0.0.1:4321"));
    let target = home.resolve(&Choice::default(), &[("CHATCTL_ADMIN_KEY", "given")], "").expect("found");
    assert_eq!(key(&target), Some("given"));
    let both = [("CHATCTL_ADMIN_KEY", "given"), ("CHATCTL_ADMIN_KEY_FILE", "file")];
    assert_eq!(home.resolve(&Choice::default(), &both, "").expect_err("two keys").kind, Kind::Usage);
}

#[test]
fn an_unknown_context_or_key_of_the_file_is_refused_by_name() {
    let home = Home::with(None);
    let choice = Choice { context: Some("prdo".to_owned()), ..Choice::default() };
    let unknown = home.resolve(&choice, &[], "[contexts.prod]\n").expect_err("unknown");
    assert!(unknown.to_string().contains("there is no context `prdo`"), "{unknown}");
    let typo = understood("[contexts.prod]\nurl = 1\n", Path::new("c.toml").into()).expect_err("unknown key");
    assert!(typo.to_string().contains("unknown field `url`"), "{typo}");
}

#[test]
fn a_misspelt_key_of_the_file_finds_the_one_that_was_meant() {
    let told = |text: &str| {
        let mut shown = Vec::new();
        let failure = understood(text, Path::new("c.toml").into()).expect_err("misspelt");
        failure.report(&mut shown, false, false).expect("a Vec takes everything");
        String::from_utf8(shown).expect("text")
    };
    for (text, meant) in [
        ("contxt = \"a\"\n", "did you mean `context`?"),
        ("[contxts.a]\n", "did you mean `contexts`?"),
        ("[contexts.a]\napo = \"http://h\"\n", "did you mean `api`?"),
        ("[contexts.a]\nadmin_kye = \"k\"\n", "did you mean `admin_key`?"),
        ("[contexts.a]\nread-only = true\n", "did you mean `read_only`?"),
        ("tiemout = \"5s\"\n", "did you mean `timeout`?"),
    ] {
        assert!(told(text).contains(meant), "{}", told(text));
    }
    assert!(!told("[contexts.a]\nzebra = 1\n").contains("did you mean"));
    let all = "context = \"a\"\noutput = \"json\"\ncolor = \"never\"\nprogress = \"none\"\ntime = \"iso\"\nlimit = 5\n\
               timeout = \"5s\"\nno_input = true\n[contexts.a]\napi = \"x\"\ndata = \"x\"\nadmin_key_file = \"x\"\n\
               [contexts.b]\nadmin_key = \"env:X\"\nprotected = true\nread_only = true\ncolor = \"red\"\n";
    assert!(understood(all, Path::new("c.toml").into()).is_ok(), "what is suggested is taken");
}

#[test]
fn a_key_that_cannot_be_one_is_refused_with_its_place_and_never_shown() {
    let home = Home::with(Some("127.0.0.1:4321"));
    let file = home.0.path().join("a.key");
    let path = file.to_str().expect("text");
    for (content, why) in [("\n", "nothing in it"), ("two words", "no key has"), ("naïve", "no key has")] {
        std::fs::write(&file, content).expect("written");
        for variable in [("CHATCTL_ADMIN_KEY_FILE", path), ("CHATCTL_ADMIN_KEY", content)] {
            // A variable that is set to nothing but white space is no key either.
            let refused = home.resolve(&Choice::default(), &[variable], "").expect_err(content);
            assert_eq!(refused.kind, Kind::Auth, "{refused}");
            assert!(refused.to_string().contains(why), "{refused}");
            assert!(content == "\n" || !refused.to_string().contains(content), "{refused}");
        }
    }
    let missing = home.resolve(&Choice::default(), &[("CHATCTL_ADMIN_KEY_FILE", "/nonexistent")], "");
    assert!(missing.expect_err("missing").to_string().contains("/nonexistent"));
}

#[test]
fn a_data_folder_whose_announcement_cannot_be_read_says_how_to_go_on() {
    let home = Home::with(None);
    let announcement = home.data().join("chatd.json");
    std::fs::write(&announcement, "rubbish").expect("written");
    let damaged = home.resolve(&Choice::default(), &[], "").expect_err("rubbish");
    assert_eq!(damaged.kind, Kind::Failed);
    std::fs::remove_file(&announcement).and_then(|()| std::fs::create_dir(&announcement)).expect("replaced");
    assert_eq!(home.resolve(&Choice::default(), &[], "").expect_err("a folder").kind, Kind::Failed);
    let choice = Choice { data: Some(home.data().join("admin.key")), ..Choice::default() };
    assert_eq!(home.resolve(&choice, &[], "").expect_err("a file").kind, Kind::Usage);
}

#[test]
fn a_key_is_never_shown() {
    assert_eq!(format!("{:?}", AdminKey("secret".to_owned())), "AdminKey(…)");
}

#[test]
fn a_server_on_every_address_is_reached_at_the_machines_own() {
    assert_eq!(reachable("0.0.0.0:8000"), "http://127.0.0.1:8000");
    assert_eq!(reachable("[::]:8000"), "http://[::1]:8000");
    assert_eq!(reachable("10.0.0.1:8000"), "http://10.0.0.1:8000");
}

fn file(text: &str, layer: Layer) -> Result<File, Failure> {
    File::parse(text, PathBuf::from(format!("/{}/config.toml", layer.name())), layer)
}

#[test]
fn the_nearest_file_says_which_context_is_used_and_a_context_is_one_files_as_a_whole() {
    let project = file("context = \"near\"\n[contexts.near]\ndata = \"d\"\n", Layer::Project).expect("understood");
    let user = file("context = \"prod\"\n[contexts.prod]\napi = \"http://user\"\n", Layer::User).expect("understood");
    let system = "[contexts.prod]\napi = \"http://system\"\nprotected = true\n[contexts.other]\n";
    let system = file(system, Layer::System).expect("understood");
    let contexts = Contexts::of(vec![project, user.clone(), system.clone()]).expect("together");
    let (name, profile) = contexts.chosen(None).expect("chosen");
    assert_eq!((name.as_deref(), profile.data), (Some("near"), Some("/project/d".into())), "paths are the file's own");
    let (_, prod) = contexts.chosen(Some("prod")).expect("known");
    assert_eq!((prod.api.as_deref(), prod.protected), (Some("http://user"), false));
    let names: Vec<&str> = contexts.iter().map(|(name, ..)| name.as_str()).collect();
    assert_eq!(names, ["near", "other", "prod"]);
    let without = Contexts::of(vec![user, system]).expect("together");
    assert_eq!(without.chosen(None).expect("chosen").0.as_deref(), Some("prod"));
}

#[test]
fn a_projects_file_takes_no_context_over_and_gets_no_key_from_elsewhere() {
    let user = file("[contexts.prod]\nprotected = true\n", Layer::User).expect("understood");
    let project = file("[contexts.prod]\napi = \"http://elsewhere\"\n", Layer::Project).expect("understood");
    let refused = Contexts::of(vec![project, user]).expect_err("replaces it");
    assert!(refused.to_string().contains("replaces the context `prod` of /user/config.toml"), "{refused}");
    for key in ["cmd:reboot", "env:SECRET", "file:/etc/key", "file:../key"] {
        let text = format!("[contexts.a]\napi = \"http://elsewhere\"\nadmin_key = \"{key}\"\n");
        assert_eq!(file(&text, Layer::Project).expect_err(key).kind, Kind::Usage);
        file(&text, Layer::User).expect("a user may");
    }
    file("[contexts.a]\nadmin_key = \"file:keys/a\"\n", Layer::Project).expect("its own file");
}

#[test]
fn a_key_is_taken_from_a_file_a_variable_or_a_command_when_it_is_needed() {
    let home = Home::with(None);
    std::fs::write(home.0.path().join("prod.key"), "from-a-file\n").expect("written");
    let ran = home.0.path().join("ran");
    let command = format!("cmd:touch {} && echo from-a-command", ran.display());
    for (source, taken) in
        [("file:prod.key", "from-a-file"), ("env:PROD", "from-a-variable"), (&command, "from-a-command")]
    {
        let config = format!("[contexts.a]\napi = \"http://h\"\nadmin_key = \"{source}\"\n");
        let choice = Choice { context: Some("a".to_owned()), ..Choice::default() };
        let target = home.resolve(&choice, &[("PROD", "from-a-variable")], &config).expect(source);
        assert_eq!(key(&target), Some(taken));
    }
    std::fs::remove_file(&ran).expect("the command ran");
    let config = format!("context = \"a\"\n[contexts.a]\napi = \"http://h\"\nadmin_key = \"{command}\"\n");
    let contexts = understood(&config, home.0.path().join("config.toml")).expect("understood");
    let located = locate(&Choice::default(), &|_| None, &contexts).expect("located");
    assert!(located.runs_a_command() && !ran.exists(), "whoever only looks where it is runs nothing");
}

#[test]
fn a_key_in_the_place_of_its_source_is_refused_and_not_shown() {
    let refused = file("[contexts.a]\nadmin_key = \"hunter2\"\n", Layer::User).expect_err("refused");
    assert!(refused.to_string().contains("admin_key says where the key is"), "{refused}");
    for broken in
        ["[contexts.a]\nadmin_key = \"hunter2", "[contexts.a]\nadmin_key = hunter2\n", "admin_key = [\"hunter2\"]\n"]
    {
        let refused = file(broken, Layer::User).expect_err("half written").to_string();
        assert!(refused.contains("line ") && !refused.contains("hunter2") && !refused.contains('\n'), "{refused}");
    }
}

#[test]
fn a_key_that_others_can_read_is_cautioned_about_and_refused_where_it_is_protected() {
    let home = Home::with(None);
    let path = home.0.path().join("prod.key");
    std::fs::write(&path, "key").expect("written");
    let taken = |mode: u32, marks: &str| {
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).expect("set");
        let config =
            format!("context = \"a\"\n[contexts.a]\napi = \"http://h\"\nadmin_key = \"file:prod.key\"\n{marks}");
        home.resolve(&Choice::default(), &[], &config)
    };
    assert_eq!(taken(0o600, "").expect("well kept").caution, None);
    assert_eq!(taken(0o600, "protected = true\n").expect("well kept").caution, None);
    assert!(taken(0o644, "").expect("taken all the same").caution.is_some_and(|why| why.contains("prod.key")));
    assert_eq!(taken(0o644, "protected = true\n").expect_err("refused").kind, Kind::Auth);
}
