//! Everything over TLS, with users and passwords: MariaDB, Redis and a cluster of it with certificates of an authority
//! that nobody knows, and an engine behind nginx that asks for a password. The servers are the story's own.

use std::path::Path;

use chat_shared::api::client::{Paging, WriteOptions};
use chat_shared::api::types::CreateMessage;

use crate::support::afterwards::{settled, verified};
use crate::support::authority::Authority;
use crate::support::home::Home;
use crate::support::nginx::{Proxy, installed};
use crate::support::own_servers::{Servers, mariadb_cli, redis_cli};
use crate::support::process::{Process, Settings, until};
use crate::trouble::refused;

/// The user and the password of every server.
const USER: &str = "chat:hunter2";

/// Servers that speak TLS and know one user, and a place for the index on an engine behind one.
struct Guarded {
    authority: Authority,
    servers: Servers,
    engine: Proxy,
    home: Home,
    /// Where Redis speaks TLS.
    redis: u16,
}

impl Guarded {
    /// `None` where tests with servers are left out. Redis is a cluster of one where `cluster` says so.
    async fn start(folder: &Path, cluster: bool) -> Option<Self> {
        let (home, nginx) = (Home::create().await?, installed()?);
        let authority = Authority::new();
        let mut servers = Servers::up(folder, &["mariadb", "redis"]);
        let stopped = servers.kill("mariadb", 0).await;
        let flags = [
            format!("--ssl-cert={}", authority.server()),
            format!("--ssl-key={}", authority.key()),
            format!("--ssl-ca={}", authority.certificate()),
        ];
        servers.start(&stopped, &flags.each_ref().map(String::as_str)).await;
        let port = servers.port("mariadb", 0);
        mariadb_cli(port, "CREATE DATABASE chatd");
        mariadb_cli(port, "CREATE USER chat@127.0.0.1 IDENTIFIED BY 'hunter2' REQUIRE SSL");
        mariadb_cli(port, "GRANT ALL ON chatd.* TO chat@127.0.0.1");

        let redis = free_port();
        let stopped = servers.kill("redis", 0).await;
        let (tls_port, cert, key, ca) =
            (redis.to_string(), authority.server(), authority.key(), authority.certificate());
        let mut flags = vec!["--tls-port", &tls_port, "--tls-cert-file", &cert, "--tls-key-file", &key];
        flags.extend(["--tls-ca-cert-file", &ca, "--tls-auth-clients", "no"]);
        if cluster {
            flags.extend(["--cluster-enabled", "yes", "--tls-cluster", "yes", "--tls-replication", "yes"]);
        }
        servers.start(&stopped, &flags).await;
        let port = servers.port("redis", 0);
        if cluster {
            assert_eq!(redis_cli(port, &["CLUSTER", "ADDSLOTSRANGE", "0", "16383"]), "OK");
            until("the cluster is one", || async {
                redis_cli(port, &["CLUSTER", "INFO"]).contains("cluster_state:ok")
            })
            .await;
        }
        assert_eq!(redis_cli(port, &["ACL", "SETUSER", "chat", "on", ">hunter2", "~chat:*", "+@all"]), "OK");
        assert_eq!(redis_cli(port, &["ACL", "SETUSER", "default", "off"]), "OK");

        let engine =
            Proxy::start_as(&nginx, |folder, address| guard(folder, address, &home.search(), &authority)).await;
        Some(Self { authority, servers, engine, home, redis })
    }

    fn store(&self, options: &str) -> (&'static str, String) {
        let port = self.servers.port("mariadb", 0);
        ("CHATD_STORE_URL", format!("mysql://{USER}@127.0.0.1:{port}/chatd?{options}"))
    }

    fn queue(&self, scheme: &str) -> (&'static str, String) {
        ("CHATD_QUEUE_URL", format!("{scheme}://{USER}@127.0.0.1:{}", self.redis))
    }

    /// The settings under which everything is trusted.
    fn settings(&self, scheme: &str, ssl_mode: &str) -> Vec<(&'static str, String)> {
        let ca = self.authority.certificate();
        self.home.settings_but(&[
            self.store(&format!("ssl-mode={ssl_mode}&ssl-ca={ca}")),
            self.queue(scheme),
            ("CHATD_QUEUE_PREFIX", "chat".to_owned()),
            ("CHATD_QUEUE_CA_FILE", ca.clone()),
            ("CHATD_SEARCH_URL", format!("https://{USER}@{}", self.engine.address)),
            ("CHATD_SEARCH_CA_FILE", ca),
        ])
    }
}

/// nginx as an engine's own TLS and password.
fn guard(folder: &Path, address: &str, engine: &str, authority: &Authority) {
    let (certificate, key) = (authority.server(), authority.key());
    std::fs::write(folder.join("users"), "chat:{PLAIN}hunter2\n").expect("written");
    let configuration = format!(
        "pid nginx.pid; error_log stderr;
        events {{}}
        http {{
            access_log off; client_max_body_size 64m;
            client_body_temp_path a; proxy_temp_path b; fastcgi_temp_path c; uwsgi_temp_path d; scgi_temp_path e;
            server {{
                listen {address} ssl; ssl_certificate {certificate}; ssl_certificate_key {key};
                auth_basic engine; auth_basic_user_file users;
                location / {{ proxy_pass {engine}; proxy_set_header Authorization \"\"; }}
            }}
        }}"
    );
    std::fs::write(folder.join("nginx.conf"), configuration).expect("written");
}

fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("bound").port()
}

/// A message is accepted, persisted, found, and whole.
async fn serves(data: &Path, settings: &Settings) {
    let chatd = Process::start(data, settings).await;
    let client = &chatd.client;
    let token = client.create_application("guarded").await.expect("created").body.token;
    client.create_chat(&token, None, &WriteOptions::default()).await.expect("accepted");
    let message = CreateMessage { content: "a guarded word".into(), sender: None, sent_at: None };
    client.create_message(&token, 1, &message, &WriteOptions::default()).await.expect("accepted");
    settled(client).await.expect("persisted and indexed");
    until("it is found in the index", || async {
        let found = client.search_chat(&token, 1, "guarded", &Paging::default()).await.expect("answers");
        found.body.len() == 1 && !found.degraded
    })
    .await;
    verified(client, None).await.expect("everything agrees");
    chatd.terminate().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_server_is_reached_over_tls_with_a_user_and_a_password() {
    let folder = tempfile::tempdir().expect("a folder");
    let Some(guarded) = Guarded::start(&folder.path().join("servers"), false).await else { return };
    for ssl_mode in ["VERIFY_IDENTITY", "VERIFY_CA"] {
        serves(&folder.path().join("data"), &guarded.settings("rediss", ssl_mode)).await;
    }

    let another = Authority::new();
    let stranger = another.certificate();
    let trusted = guarded.settings("rediss", "VERIFY_CA");
    let but = |others: &[(&'static str, String)]| {
        let kept = trusted.iter().filter(|(name, _)| !others.iter().any(|(other, _)| other == name));
        kept.chain(others).cloned().collect::<Vec<_>>()
    };
    let wrong_password = |(name, url): (&'static str, String)| (name, url.replace("hunter2", "hunter22"));
    let cases = [
        (but(&[guarded.store(&format!("ssl-mode=VERIFY_CA&ssl-ca={stranger}"))]), "TLS could not be agreed on"),
        (but(&[guarded.store("ssl-mode=VERIFY_CA&ssl-ca=/nonexistent.pem")]), "a file that the URL names"),
        (but(&[guarded.store("ssl-mode=DISABLED")]), "refuses the user or its password"),
        (but(&[("CHATD_QUEUE_CA_FILE", stranger.clone())]), "is not trusted; see queue.ca_file"),
        (but(&[guarded.queue("redis")]), "rediss://"),
        (but(&[wrong_password(guarded.queue("rediss"))]), "refuses the user or its password"),
        (
            but(&[("CHATD_SEARCH_URL", format!("https://chat:hunter22@{}", guarded.engine.address))]),
            "refuses the credentials",
        ),
    ];
    for (settings, says) in cases {
        refused(&folder.path().join("data"), &settings, 1, says).await;
    }
    drop(guarded.servers);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cluster_is_reached_over_tls_with_a_user_and_a_password() {
    let folder = tempfile::tempdir().expect("a folder");
    let Some(guarded) = Guarded::start(&folder.path().join("servers"), true).await else { return };
    serves(&folder.path().join("data"), &guarded.settings("rediss+cluster", "REQUIRED")).await;
    refused(&folder.path().join("data"), &guarded.settings("redis+cluster", "REQUIRED"), 1, "rediss://").await;
}
