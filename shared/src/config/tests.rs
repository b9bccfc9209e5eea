//! The configuration as a whole: precedence, every kind of problem, and that nothing makes it panic.

use proptest::prelude::*;

use super::environment::fake::environment;
use super::*;

const FILE: &str = "/etc/chatd.toml";

/// Loads with a file and variables.
fn load_with(file: &str, vars: &[(&str, &str)]) -> Result<Loaded, Problems> {
    let mut vars = vars.to_vec();
    vars.push(("CHATD_CONFIG", FILE));
    load(
        &environment(&vars, &[(FILE, file), ("/run/url", "mysql://me:pw@db/chat\n"), ("/etc/key", "k")]),
        &Flags::default(),
    )
}

/// The problems as lines.
fn problems(file: &str, vars: &[(&str, &str)]) -> Vec<String> {
    match load_with(file, vars) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn without_anything_the_defaults_stand() {
    let loaded = load(&environment(&[], &[]), &Flags::default()).expect("valid");
    assert_eq!(loaded.config, Config::with_data("/home/me/.local/share/chatd"));
    assert_eq!(loaded.warnings, []);
}

#[test]
fn flags_win_over_variables_and_those_over_the_file() {
    let world = environment(
        &[("CHATD_CONFIG", FILE), ("CHATD_LISTEN", "127.0.0.1:2"), ("CHATD_HTTP_DEADLINE", "2s")],
        &[(
            FILE,
            "log.level = \"debug\"\n[http]\nlisten = \"127.0.0.1:1\"\ndeadline = \"1s\"\nidle_timeout = \"1s\"\n",
        )],
    );
    let flags = Flags { listen: Some("127.0.0.1:3".into()), ..Flags::default() };
    let Loaded { config, origins, .. } = load(&world, &flags).expect("valid");
    assert_eq!(config.http.listen.port(), 3);
    assert_eq!(config.http.deadline.as_secs(), 2);
    assert_eq!(config.http.idle_timeout.as_secs(), 1);
    assert_eq!(origins.of("http.listen").to_string(), "--listen");
    assert_eq!(origins.of("http.deadline").to_string(), "CHATD_HTTP_DEADLINE");
    assert_eq!(origins.of("http.idle_timeout").to_string(), "/etc/chatd.toml:5: http.idle_timeout");
    assert_eq!(origins.of("log.level").to_string(), "/etc/chatd.toml:1: log.level");
    assert_eq!(origins.of("role").to_string(), "default");
}

#[test]
fn every_setting_has_a_variable_and_no_two_share_one() {
    let mut names: Vec<String> = table().iter().flat_map(Setting::env_names).collect();
    let all = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), all);
    for name in ["CHATD_DATA", "CHATD_LISTEN", "CHATD_ROLE", "CHATD_STORE_URL", "CHATD_QUEUE_URL", "CHATD_SEARCH_URL"] {
        assert!(names.iter().any(|known| known == name), "{name}");
    }
    assert!(names.contains(&"CHATD_ADMIN_KEY".to_owned()) && names.contains(&"CHATD_WORKER_CLAIM_IDLE".to_owned()));
}

#[test]
fn all_problems_are_found_at_once_and_each_says_where_it_is() {
    let found = problems(
        "rol = \"api\"\n[http]\nlisten = \"127.0.0.1:99999\"\ndeadline = 10\n[worker]\nbatch = \"many\"\nclaim_idle = \"1s\"\n",
        &[("CHATD_LISEN", "x"), ("CHATD_SEARCH_URL", "ftp://x"), ("CHATD_STORE_URL_FILE", "/nowhere")],
    );
    insta::assert_snapshot!(found.join("\n"));
}

#[test]
fn a_file_that_cannot_be_read_or_is_no_toml_is_told() {
    let world = environment(&[], &[]);
    let flags = Flags { config: Some("chatd.toml".into()), ..Flags::default() };
    let told = load(&world, &flags).expect_err("no file").to_string();
    assert!(told.contains("--config: the configuration file /work/chatd.toml cannot be read"), "{told}");
    let found = problems("[http\nlisten = \"127.0.0.1:1\"\nlisten = \"127.0.0.1:2\"\n", &[]);
    assert!(found[0].starts_with("/etc/chatd.toml:1: this is no TOML"), "{found:?}");
}

#[test]
fn an_unknown_name_finds_the_one_that_was_meant() {
    let advice = |file: &str| problems(file, &[]).pop().expect("a problem");
    assert!(advice("[http]\nlisen = 1\n").ends_with("http.lisen: there is no such setting; did you mean http.listen?"));
    assert!(advice("listen = \"127.0.0.1:1\"\n").ends_with("did you mean http.listen?"));
    assert!(advice("[htp]\ndeadline = \"1s\"\n").contains("did you mean http.deadline?"));
    assert!(advice("http = 1\n").ends_with("this is a section, not a setting; write [http] above its settings"));
    assert!(advice("[zebra]\nstripes = 7\n").ends_with("look at `chatd config example` for what there is"));
    let variable = problems("", &[("CHATD_LOG_LEVLE", "info")]);
    assert_eq!(variable, ["CHATD_LOG_LEVLE: there is no such setting; did you mean CHATD_LOG_LEVEL?"]);
}

#[test]
fn variables_of_tests_and_of_others_and_empty_ones_are_left_alone() {
    let vars = [("CHATD_TEST", "embedded"), ("CHATD_TEST_UPDATE", "1"), ("CHATCTL_X", "1"), ("CHATD_LISTEN", "")];
    assert_eq!(load_with("", &vars).expect("valid").config.http, Http::default());
}

#[test]
fn a_url_with_a_password_comes_from_a_file_in_every_layer() {
    let in_file = load_with("[store]\nurl_file = \"/run/url\"\n", &[]);
    let in_variable = load_with("", &[("CHATD_STORE_URL_FILE", "/run/url")]);
    for loaded in [in_file, in_variable] {
        let StoreUrl::Mysql(url) = loaded.expect("valid").config.store.url else { panic!("a server") };
        assert_eq!(url.reveal(), "mysql://me:pw@db/chat");
    }
}

#[test]
fn two_values_for_one_setting_in_one_layer_are_refused() {
    let found = problems("", &[("CHATD_LISTEN", "127.0.0.1:1"), ("CHATD_HTTP_LISTEN", "127.0.0.1:2")]);
    assert_eq!(found, ["CHATD_HTTP_LISTEN: CHATD_LISTEN gives another value for the same setting; keep one of them"]);
    assert!(problems("", &[("CHATD_LISTEN", "127.0.0.1:1"), ("CHATD_HTTP_LISTEN", "127.0.0.1:1")]).is_empty());
    let found = problems("[store]\nurl = \"sqlite:\"\nurl_file = \"/run/url\"\n", &[]);
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn the_admin_key_comes_from_a_variable_or_a_file_and_never_stands_in_the_configuration() {
    let key = |loaded: Loaded| loaded.config.auth.admin_key.map(|key| key.reveal().to_owned());
    let given = load_with("", &[("CHATD_ADMIN_KEY", "0123456789abcdef")]).expect("valid");
    assert_eq!(key(given).as_deref(), Some("0123456789abcdef"));
    let found = problems("[auth]\nadmin_key = \"0123456789abcdef\"\n", &[]);
    assert!(found[0].contains("a secret does not belong into the configuration file"), "{found:?}");
    assert!(!found[0].contains("0123"), "{found:?}");
    let found = problems("[auth]\nadmin_key_file = \"/etc/key\"\n", &[]);
    assert!(found[0].contains("/etc/key: the admin key has 1 characters; let it hold 16 to 1024"), "{found:?}");
}

#[test]
fn an_open_administration_is_refused_where_others_reach_it() {
    let open = [("CHATD_AUTH_ADMIN", "open")];
    assert!(problems("", &open).is_empty());
    let vars = [("CHATD_AUTH_ADMIN", "open"), ("CHATD_LISTEN", "0.0.0.0:8000")];
    let found = problems("", &vars);
    assert!(found[0].starts_with("CHATD_AUTH_ADMIN: auth.admin is open"), "{found:?}");
    let flags = Flags { i_know: true, ..Flags::default() };
    assert!(load(&environment(&vars, &[]), &flags).is_ok());
}

#[test]
fn settings_that_contradict_each_other_are_refused() {
    let says = |vars: &[(&str, &str)], part: &str| {
        let found = problems("", vars);
        assert!(found.len() == 1 && found[0].contains(part), "{found:?}");
    };
    says(&[("CHATD_WORKER_BATCH_DEADLINE", "2m")], "CHATD_WORKER_BATCH_DEADLINE: worker.claim_idle");
    says(&[("CHATD_SHUTDOWN_LINGER", "30s")], "leaves nothing of shutdown.deadline");
    says(&[("CHATD_LIMITS_CONTENT_BYTES", "1 MiB")], "has no room for a content");
    says(&[("CHATD_HTTP_BATCH_BODY_LIMIT", "64 KiB")], "is less than http.body_limit");
    says(&[("CHATD_QUEUE_CAPACITY", "10")], "has no room for a batch");
    says(&[("CHATD_STORE_URL", "sqlite:x.db"), ("CHATD_QUEUE_URL", "sqlite:x.db")], "are the same file");
    says(&[("CHATD_ROLE", "api")], "CHATD_ROLE: store.url is embedded, and belongs to one process");
    let servers = [("CHATD_STORE_URL", "mysql://u@h/d"), ("CHATD_QUEUE_URL", "redis://h")];
    says(&[&servers[..], &[("CHATD_ROLE", "worker")]].concat(), "search.url is embedded");
    assert!(
        problems("", &[&servers[..], &[("CHATD_ROLE", "worker"), ("CHATD_SEARCH_URL", "none")]].concat()).is_empty()
    );
}

#[test]
fn a_rule_is_not_asked_about_values_that_could_not_be_read() {
    assert_eq!(problems("", &[("CHATD_WORKER_CLAIM_IDLE", "soon"), ("CHATD_WORKER_BATCH_DEADLINE", "2m")]).len(), 1);
}

#[test]
fn what_is_only_doubtful_is_warned_of() {
    let loaded =
        load_with("auth.admin = \"open\"\n[queue]\non_loss = \"reuse\"\n", &[("CHATD_ADMIN_KEY", "0123456789abcdef")]);
    let loaded = loaded.expect("valid");
    let warned: Vec<String> = loaded.warnings.iter().map(|warning| warning.origin.to_string()).collect();
    assert_eq!(warned, ["/etc/chatd.toml:3: queue.on_loss", "/etc/chatd.toml:1: auth.admin"]);
}

#[test]
fn without_a_home_the_data_folder_must_be_given() {
    let world = environment(&[("HOME", "")], &[]);
    let told = load(&world, &Flags::default()).expect_err("no home").to_string();
    assert!(told.contains("give --data, CHATD_DATA or HOME"), "{told}");
    assert!(load(&world, &Flags { data: Some("/d".into()), ..Flags::default() }).is_ok());
}

/// Lines that look like those of a configuration file, right and wrong ones.
fn toml_like() -> impl Strategy<Value = String> {
    let keys: Vec<String> = table().iter().map(|setting| setting.name().to_owned()).collect();
    let line = prop_oneof![
        3 => (prop::sample::select(keys), prop_oneof![
            any::<i64>().prop_map(|n| n.to_string()),
            "[0-9a-z:/.@,#% ]{0,20}".prop_map(|text| format!("\"{text}\"")),
            "\\PC{0,12}".prop_map(|text| toml::Value::String(text).to_string()),
            Just("[1, { a = 2 }]".to_owned()),
            Just("1979-05-27T07:32:00Z".to_owned()),
            Just("99999999999999999999999".to_owned()),
        ]).prop_map(|(key, value)| format!("{key} = {value}")),
        2 => "(http|store|queue|search|auth|worker|limits|log|shutdown|x)".prop_map(|name| format!("[{name}]")),
        1 => "\\PC{0,30}",
    ];
    prop::collection::vec(line, 0..12).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #[test]
    fn no_file_and_no_variable_makes_it_panic(
        file in prop_oneof![toml_like(), "(?s).{0,200}"],
        setting in 0..table().len(),
        value in "\\PC{0,40}",
    ) {
        let name = table()[setting].env_names().remove(0);
        let _ = load_with(&file, &[(&name, &value)]);
    }

    #[test]
    fn what_is_shown_without_secrets_is_read_back(ms in 100u64..3_600_000, bytes in 4096u64..67_108_864, port: u16) {
        let vars = [
            ("CHATD_HTTP_DEADLINE", format!("{ms}ms")),
            ("CHATD_HTTP_BATCH_BODY_LIMIT", "256 MiB".to_owned()),
            ("CHATD_HTTP_BODY_LIMIT", bytes.to_string()),
            ("CHATD_LIMITS_CONTENT_BYTES", "1024".to_owned()),
            ("CHATD_LISTEN", format!("[::1]:{port}")),
        ];
        let vars: Vec<(&str, &str)> = vars.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let first = load(&environment(&vars, &[]), &Flags::default()).expect("valid");
        let second = load_with(&first.show(true), &[]).expect("what was shown is valid");
        prop_assert_eq!(first.config, second.config);
    }
}
