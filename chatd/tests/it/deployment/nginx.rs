//! The configuration of nginx: that nginx takes it, that its pools are those of the compose file, and that its bounds are
//! chatd's. What it does is in `proxy`.

use std::process::Command;

use chat_shared::config::Config;

use super::compose::{service, strings};
use super::{DATA, file, port, seconds};
use crate::support::nginx::{containers, installed, shipped};

/// The values of a directive, in their order.
fn directive(text: &str, name: &str) -> Vec<String> {
    let values = text.lines().filter_map(|line| Some(line.trim().strip_prefix(name)?.split_once(';')?.0.trim()));
    values.map(str::to_owned).collect()
}

fn configuration() -> String {
    file("deploy/nginx.conf")
}

/// `512k` or `4m`, in bytes.
fn bytes(size: &str) -> usize {
    let (number, unit) = size.split_at(size.len() - 1);
    let unit = match unit {
        "k" => 1024,
        "m" => 1024 * 1024,
        _ => panic!("a size in k or m: {size}"),
    };
    number.parse::<usize>().expect("a number") * unit
}

#[test]
fn nginx_takes_the_configuration() {
    let Some(nginx) = installed() else { return };
    let prefix = tempfile::tempdir().expect("a folder");
    let tested = Command::new(nginx)
        .args(["-t", "-e", "stderr", "-p"])
        .arg(prefix.path())
        .arg("-c")
        .arg(shipped("nginx.conf"))
        .output()
        .expect("nginx runs");
    let told = String::from_utf8_lossy(&tested.stderr);
    assert!(tested.status.success() && !told.contains("[warn]"), "{told}");
}

#[test]
fn the_pools_are_the_answering_chatd_of_the_compose_file_each_the_others_backup() {
    let upstreams = file("deploy/nginx/upstreams.conf");
    let address = |name: &str| {
        let address = service(name)["networks"]["front"]["ipv4_address"].as_str().expect("an address").to_owned();
        format!("{address}:{}", port())
    };
    let (one, other) = (address("api-1"), address("api-2"));
    assert_eq!(containers(&upstreams), [one.clone(), other.clone()]);
    let servers = directive(&upstreams, "server ");
    let backups: Vec<bool> = servers.iter().map(|server| server.ends_with(" backup")).collect();
    assert_eq!(backups, [false, true, false, true]);
    assert!(servers[1].starts_with(&other) && servers[3].starts_with(&one), "{servers:?}");
}

#[test]
fn the_proxy_is_what_is_published() {
    let listens = directive(&file("deploy/nginx/listen.conf"), "listen ").concat();
    let inside = listens.split(' ').next().expect("a port");
    assert_eq!(strings(&service("nginx")["ports"]), [format!("127.0.0.1:{}:{inside}", port())]);
    let health = service("nginx")["healthcheck"]["test"].clone();
    assert!(strings(&health).last().is_some_and(|url| url.contains(&format!(":{inside}/"))), "{health}");
}

#[test]
fn the_proxys_bounds_are_chatds() {
    let (text, http) = (configuration(), Config::with_data(DATA).http);
    let sizes: Vec<usize> = directive(&text, "client_max_body_size ").iter().map(|size| bytes(size)).collect();
    assert_eq!(sizes, [http.body_limit, http.batch_body_limit]);
    let heads = directive(&text, "large_client_header_buffers ").concat();
    assert_eq!(heads.split(' ').nth(1).map(bytes), Some(http.header_limit));
    let time = |name: &str| seconds(&directive(&text, name).concat());
    assert_eq!(time("client_header_timeout "), http.header_timeout);
    assert_eq!(time("client_body_timeout "), http.deadline);
    assert_eq!(time("send_timeout "), http.write_timeout);
    // chatd is to say by itself that it is too late, and never to close a connection that nginx keeps.
    assert!(time("proxy_read_timeout ") > http.deadline);
    for kept in directive(&file("deploy/nginx/upstreams.conf"), "keepalive_timeout ") {
        assert!(seconds(&kept) < http.idle_timeout, "{kept}");
    }
}
