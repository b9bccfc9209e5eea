//! Where the servers are: `redis://` and `rediss://` with one host, `redis+cluster://` with several.

use redis::{ConnectionInfo, IntoConnectionInfo as _};

use crate::fault::{Fault, Kind, Outcome, Part};

/// Where to begin.
#[derive(Clone)]
pub struct Address {
    /// The server, or some members of the cluster.
    pub hosts: Vec<ConnectionInfo>,
    /// Whether they are a cluster.
    pub cluster: bool,
}

impl Address {
    /// Reads a URL. No error tells the URL: it may hold a password.
    pub fn parse(url: &str) -> Outcome<Self> {
        let Some(rest) = url.strip_prefix("redis+cluster://") else {
            return Ok(Self { hosts: vec![host(url)?], cluster: false });
        };
        let rest = rest.trim_end_matches('/');
        let (user, hosts) =
            rest.rsplit_once('@').map_or((String::new(), rest), |(user, hosts)| (format!("{user}@"), hosts));
        let hosts = hosts.split(',').map(|name| host(&format!("redis://{user}{}", name.trim())));
        Ok(Self { hosts: hosts.collect::<Outcome<_>>()?, cluster: true })
    }
}

fn host(url: &str) -> Outcome<ConnectionInfo> {
    url.into_connection_info().map_err(|cause| {
        let doing = "read queue.url; it looks like redis://[user:password@]host:6379";
        Fault::new(Part::Queue, Kind::Corrupt, doing).because(cause.category().to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_host_of_a_cluster_is_reached_with_the_same_password() {
        let address = Address::parse("redis+cluster://chat:p%40ss@a:7000,b:7001,c").expect("valid");
        assert!(address.cluster);
        let hosts: Vec<_> = address.hosts.iter().map(|host| host.addr().to_string()).collect();
        assert_eq!(hosts, ["a:7000", "b:7001", "c:6379"]);
        assert!(address.hosts.iter().all(|host| host.redis_settings().password() == Some("p@ss")));
    }

    #[test]
    fn a_wrong_url_is_refused_without_telling_it() {
        let fault = Address::parse("redis://:hunter2@:99999999").err().expect("refused");
        assert!(!fault.chain().contains("hunter2"));
    }
}
