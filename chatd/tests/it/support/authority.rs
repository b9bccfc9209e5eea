//! A throwaway certificate authority, made by openssl: a certificate of 127.0.0.1 that nobody trusts who is not told to.

use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// openssl asks for a configuration, whatever is given on its line.
const CONFIGURATION: &str = "[req]\ndistinguished_name = name\n[name]\n";

/// An authority, and the one server that it has signed for. Its files are removed when it is dropped.
pub struct Authority(TempDir);

impl Authority {
    /// A new one, whom nobody knows.
    pub fn new() -> Self {
        let authority = Self(tempfile::tempdir().expect("a folder"));
        std::fs::write(authority.file("openssl.cnf"), CONFIGURATION).expect("written");
        authority.make("ca", &["-subj", "/CN=a test's authority", "-addext", "basicConstraints=critical,CA:TRUE"]);
        let (ca, key) = (authority.text("ca.pem"), authority.text("ca.key"));
        let server = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-CA", &ca, "-CAkey", &key];
        authority.make("server", &[&server[..], &["-addext", "basicConstraints=critical,CA:FALSE"]].concat());
        authority
    }

    /// The authority's own certificate: who is given it trusts the server.
    pub fn certificate(&self) -> String {
        self.text("ca.pem")
    }

    /// The server's certificate.
    pub fn server(&self) -> String {
        self.text("server.pem")
    }

    /// The server's key.
    pub fn key(&self) -> String {
        self.text("server.key")
    }

    fn make(&self, name: &str, how: &[&str]) {
        let made = Command::new("openssl")
            .args(["req", "-x509", "-config"])
            .arg(self.file("openssl.cnf"))
            .args(["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"])
            .arg("-keyout")
            .arg(self.file(&format!("{name}.key")))
            .arg("-out")
            .arg(self.file(&format!("{name}.pem")))
            .args(how)
            .output()
            .expect("openssl runs");
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    }

    fn text(&self, name: &str) -> String {
        self.file(name).to_str().expect("text").to_owned()
    }

    fn file(&self, name: &str) -> PathBuf {
        Path::new(self.0.path()).join(name)
    }
}
