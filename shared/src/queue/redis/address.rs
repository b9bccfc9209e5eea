//! Where the servers are: `redis://` and `rediss://` with one host, `redis+cluster://` and `rediss+cluster://` with several;
//! and whose certificates are trusted.

use std::path::Path;

use redis::{Client, ConnectionAddr, ConnectionInfo, IntoConnectionInfo as _, TlsCertificates};

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
    /// Reads a URL. No error tells the URL: it may hold a password. With TLS the servers' certificates must be signed by one
    /// of the file's, or else by one that the system trusts.
    pub fn parse(url: &str, ca_file: Option<&Path>) -> Outcome<Self> {
        let ca = ca_file.map(certificates).transpose()?;
        let plain = url.strip_prefix("redis+cluster://").map(|rest| ("redis", rest));
        let Some((scheme, rest)) = plain.or_else(|| Some(("rediss", url.strip_prefix("rediss+cluster://")?))) else {
            return Ok(Self { hosts: vec![host(url, ca.as_deref())?], cluster: false });
        };
        let rest = rest.trim_end_matches('/');
        let (user, hosts) =
            rest.rsplit_once('@').map_or((String::new(), rest), |(user, hosts)| (format!("{user}@"), hosts));
        let hosts = hosts.split(',').map(|name| host(&format!("{scheme}://{user}{}", name.trim()), ca.as_deref()));
        Ok(Self { hosts: hosts.collect::<Outcome<_>>()?, cluster: true })
    }

    /// A server that another one has told of, reached as the URL says for those that it names.
    pub fn at(&self, host: &str, port: u16) -> Option<ConnectionInfo> {
        let like = self.hosts.first()?.clone();
        let host = host.to_owned();
        let addr = match like.addr().clone() {
            ConnectionAddr::TcpTls { insecure, tls_params, .. } => {
                ConnectionAddr::TcpTls { host, port, insecure, tls_params }
            }
            _ => ConnectionAddr::Tcp(host, port),
        };
        Some(like.set_addr(addr))
    }
}

fn certificates(file: &Path) -> Outcome<Vec<u8>> {
    let refused = |doing: &str| Fault::new(Part::Queue, Kind::Corrupt, format!("{doing} {}", file.display()));
    let pem = std::fs::read(file).map_err(|cause| refused("read queue.ca_file").because(cause))?;
    if !String::from_utf8_lossy(&pem).contains("-----BEGIN CERTIFICATE-----") {
        return Err(refused("find a certificate in PEM in queue.ca_file"));
    }
    Ok(pem)
}

fn host(url: &str, ca: Option<&[u8]>) -> Outcome<ConnectionInfo> {
    let read = url.into_connection_info().and_then(|info| match (info.addr(), ca) {
        (ConnectionAddr::TcpTls { .. }, Some(ca)) => {
            let trusted = TlsCertificates { client_tls: None, root_cert: Some(ca.to_vec()) };
            Client::build_with_tls(info, trusted).map(|client| client.get_connection_info().clone())
        }
        _ => Ok(info),
    });
    read.map_err(|cause| {
        let doing = "read queue.url; it looks like redis://[user:password@]host:6379";
        Fault::new(Part::Queue, Kind::Corrupt, doing).because(cause.category().to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_tls(host: &ConnectionInfo) -> bool {
        matches!(host.addr(), ConnectionAddr::TcpTls { insecure: false, .. })
    }

    #[test]
    fn every_host_of_a_cluster_is_reached_in_the_same_way() {
        for (scheme, tls) in [("redis+cluster", false), ("rediss+cluster", true)] {
            let url = format!("{scheme}://chat:p%40ss@a:7000,b:7001,c");
            let address = Address::parse(&url, None).expect("valid");
            assert!(address.cluster);
            let hosts: Vec<_> = address.hosts.iter().map(|host| host.addr().to_string()).collect();
            assert_eq!(hosts, ["a:7000", "b:7001", "c:6379"]);
            let told_of = address.at("d", 7003).expect("an address");
            assert_eq!(told_of.addr().to_string(), "d:7003");
            for host in address.hosts.iter().chain([&told_of]) {
                assert_eq!((host.redis_settings().password(), is_tls(host)), (Some("p@ss"), tls));
            }
        }
    }

    #[test]
    fn a_file_of_certificates_that_is_none_is_refused_by_name() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("ca.pem");
        let said = |file: &Path| Address::parse("rediss://a", Some(file)).err().expect("refused").chain();
        assert!(said(&file).contains("could not read queue.ca_file"), "{}", said(&file));
        std::fs::write(&file, "none").expect("written");
        assert!(said(&file).contains("find a certificate in PEM in queue.ca_file"), "{}", said(&file));
    }

    #[test]
    fn a_wrong_url_is_refused_without_telling_it() {
        let fault = Address::parse("redis://:hunter2@:99999999", None).err().expect("refused");
        assert!(!fault.chain().contains("hunter2"));
    }
}
