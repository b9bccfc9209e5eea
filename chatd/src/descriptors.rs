//! File descriptors: every connection needs one, and the usual soft limit of 1,024 is from another time.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// What chatd needs beside connections: databases, their journals, the lock, the log.
const RESERVED: u64 = 128;

/// Raises the soft limit to the hard one, and returns how many connections there may be: `wanted`, or fewer.
#[must_use]
pub fn connections(wanted: usize) -> usize {
    let limit = getrlimit(Resource::Nofile);
    let raised = Rlimit { current: limit.maximum, maximum: limit.maximum };
    let most = if setrlimit(Resource::Nofile, raised).is_ok() { limit.maximum } else { limit.current };
    let allowed = allowed(wanted, most);
    if allowed < wanted {
        tracing::warn!(
            wanted,
            allowed,
            descriptors = most,
            "http.connections is more than the file descriptors allow; raise `ulimit -n` (LimitNOFILE in systemd)"
        );
    }
    allowed
}

/// What `most` descriptors leave for connections; no limit where it is `None`.
fn allowed(wanted: usize, most: Option<u64>) -> usize {
    let left = most.map_or(u64::MAX, |most| most.saturating_sub(RESERVED).max(1));
    wanted.min(usize::try_from(left).unwrap_or(usize::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn connections_leave_descriptors_for_the_rest() {
        assert_eq!(allowed(16_384, Some(1024)), 896);
        assert_eq!(allowed(100, Some(1024)), 100);
        assert_eq!(allowed(16_384, Some(10)), 1);
        assert_eq!(allowed(16_384, None), 16_384);
    }
}
