//! Who wins: flags over contexts over the data folder over the usual address; and that a key goes to its own chatd only.

use std::path::{Path, PathBuf};

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
        let contexts = Contexts::parse(config, self.0.path().join("config.toml"))?;
        resolve(choice, &env, &contexts)
    }
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
    let typo = Contexts::parse("[contexts.prod]\nurl = 1\n", Path::new("c.toml").into()).expect_err("unknown key");
    assert!(typo.to_string().contains("unknown field `url`"), "{typo}");
}

#[test]
fn a_misspelt_key_of_the_file_finds_the_one_that_was_meant() {
    let told = |text: &str| {
        let mut shown = Vec::new();
        let failure = Contexts::parse(text, Path::new("c.toml").into()).expect_err("misspelt");
        failure.report(&mut shown, false, false).expect("a Vec takes everything");
        String::from_utf8(shown).expect("text")
    };
    for (text, meant) in [
        ("contxt = \"a\"\n", "did you mean `context`?"),
        ("[contxts.a]\n", "did you mean `contexts`?"),
        ("[contexts.a]\napo = \"http://h\"\n", "did you mean `api`?"),
        ("[contexts.a]\nadmin_key = \"k\"\n", "did you mean `admin_key_file`?"),
    ] {
        assert!(told(text).contains(meant), "{}", told(text));
    }
    assert!(!told("[contexts.a]\nzebra = 1\n").contains("did you mean"));
    let all = "context = \"a\"\n[contexts.a]\napi = \"x\"\ndata = \"x\"\nadmin_key_file = \"x\"\n";
    assert!(Contexts::parse(all, Path::new("c.toml").into()).is_ok(), "what is suggested is taken");
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
