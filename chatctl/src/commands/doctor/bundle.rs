//! Everything that the doctor has looked at as one JSON file, for somebody else to look at: secrets are taken out of the
//! whole of it, not field by field where it is made.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use chat_shared::clock::{Clock as _, SystemClock};
use serde_json::json;

use super::Finding;
use super::gather::Gathered;
use super::redact::redact;
use crate::files::unwritable;
use crate::output::failure::{Failure, Kind};

/// For its owner alone: what is in it is nobody else's business, secrets or not.
const MODE: u32 = 0o600;

/// Writes the file, which must not be there yet.
pub fn write(path: &Path, findings: &[Finding], gathered: &Gathered) -> Result<(), Failure> {
    let doing = || format!("write the bundle to {}", path.display());
    let mut bundle = json!({
        "schema": "chatctl.doctor.bundle/v1",
        "at": SystemClock.now(),
        "findings": findings,
        "gathered": gathered,
    });
    redact(&mut bundle);
    let text =
        serde_json::to_string_pretty(&bundle).map_err(|error| Failure::new(Kind::Failed, doing()).because(error))?;
    let opened = OpenOptions::new().write(true).create_new(true).mode(MODE).open(path);
    let written = opened.and_then(|mut file| file.write_all(text.as_bytes()).and_then(|()| file.sync_all()));
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => {
            Failure::new(Kind::Conflict, doing()).because(error).hint("name a file that is not there")
        }
        _ => unwritable(doing(), &error),
    })
}
