//! The address to listen on. Names of hosts are not looked up: an address is what the machine really has.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use super::{Codec, Place, Raw, Wrong, quoted};

/// An IP address with a port.
pub(in crate::config) struct Address;

impl Codec for Address {
    type Value = SocketAddr;

    fn read(&self, raw: &Raw, _: &Place) -> Result<SocketAddr, Wrong> {
        let text = raw.text()?;
        let given = text.trim();
        if let Ok(address) = given.parse() {
            return Ok(address);
        }
        let Some((host, port)) = given.rsplit_once(':') else {
            return Err(Wrong(format!("{text:?} has no port")));
        };
        if port.is_empty() || port.parse::<u16>().is_err() {
            return Err(Wrong(format!("{text:?}: {port:?} is no port (0 to 65535; 0 takes any free one)")));
        }
        match (host, port.parse()) {
            ("localhost", Ok(port)) => Ok(SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), port)),
            ("" | "*", _) => Err(Wrong(format!("{text:?} names no address (0.0.0.0:{port} would be all of them)"))),
            _ => Err(Wrong(format!("{text:?}: {host:?} is no IP address"))),
        }
    }

    fn write(&self, value: &SocketAddr) -> Option<String> {
        Some(quoted(&value.to_string()))
    }

    fn form(&self) -> String {
        "an IP address and a port, such as 127.0.0.1:8000 or [::1]:8000".into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<SocketAddr, Wrong> {
        Address.read(&Raw::Text(text.into()), &Place::default())
    }

    #[test]
    fn addresses_of_both_families_and_localhost_are_taken() {
        assert_eq!(read("127.0.0.1:0").map(|a| a.to_string()), Ok("127.0.0.1:0".into()));
        assert_eq!(read("[::1]:8000").map(|a| a.to_string()), Ok("[::1]:8000".into()));
        assert_eq!(read("localhost:8000").map(|a| a.to_string()), Ok("127.0.0.1:8000".into()));
    }

    #[test]
    fn what_is_wrong_with_an_address_is_said() {
        let says = |text: &str, part: &str| {
            let Wrong(what) = read(text).expect_err(text);
            assert!(what.contains(part), "{what}");
        };
        says("8000", "has no port");
        says("127.0.0.1:65536", "is no port");
        says("127.0.0.1:-1", "is no port");
        says(":8000", "0.0.0.0:8000 would be all");
        says("chat.example.org:80", "is no IP address");
        says("999.0.0.1:80", "is no IP address");
    }
}
