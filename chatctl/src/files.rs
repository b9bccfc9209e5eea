//! Files that a line names: what is said and advised where one cannot be read or written. Knows no command.

use std::borrow::Cow;
use std::io::{self, ErrorKind};

use crate::output::failure::{Failure, Kind};

/// A file could not be read. `doing` goes on after "could not" and names it.
pub fn unreadable(doing: impl Into<Cow<'static, str>>, error: &io::Error) -> Failure {
    let kind = if error.kind() == ErrorKind::NotFound { Kind::NotFound } else { Kind::Failed };
    let hint = match error.kind() {
        ErrorKind::NotFound => "check the path; `-` is standard input where a command takes it",
        ErrorKind::IsADirectory => "name a file, not a folder",
        ErrorKind::PermissionDenied => "let this user read it",
        // What decompressors say of a file that ends too early, or is not what its first bytes claim.
        ErrorKind::UnexpectedEof | ErrorKind::InvalidInput | ErrorKind::InvalidData => {
            "it is cut short or damaged: make or fetch it anew"
        }
        _ => "look at the disk, and run the same command again",
    };
    Failure::new(kind, doing).because(error).hint(hint)
}

/// A file could not be written. `doing` goes on after "could not" and names it.
pub fn unwritable(doing: impl Into<Cow<'static, str>>, error: &io::Error) -> Failure {
    let hint = match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => "make its folder first, or name another",
        ErrorKind::IsADirectory => "name a file, not a folder",
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => "name one that this user can write",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            "make room, or name another disk"
        }
        _ => "look at the disk, and run the same command again",
    };
    Failure::new(Kind::Failed, doing).because(error).hint(hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_not_there_is_not_found_and_every_other_trouble_a_failure() {
        let kind = |kind: ErrorKind| unreadable("read it", &kind.into()).kind;
        assert_eq!(kind(ErrorKind::NotFound), Kind::NotFound);
        for other in [ErrorKind::IsADirectory, ErrorKind::PermissionDenied, ErrorKind::UnexpectedEof, ErrorKind::Other]
        {
            assert_eq!(kind(other), Kind::Failed, "{other}");
        }
        for any in [ErrorKind::NotFound, ErrorKind::IsADirectory, ErrorKind::StorageFull, ErrorKind::Other] {
            assert_eq!(unwritable("write it", &any.into()).kind, Kind::Failed, "{any}");
        }
    }
}
