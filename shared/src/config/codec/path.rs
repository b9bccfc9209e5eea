//! Folders and files. Relative ones start from the file that names them, or from the current folder; `~/` is the home.

use std::path::PathBuf;

use super::{Codec, Place, Raw, Wrong, quoted};

/// A folder.
pub(in crate::config) struct Folder;

impl Codec for Folder {
    type Value = PathBuf;

    fn read(&self, raw: &Raw, place: &Place) -> Result<PathBuf, Wrong> {
        read_path(raw, place)
    }

    fn write(&self, value: &PathBuf) -> Option<String> {
        Some(quoted(&value.to_string_lossy()))
    }

    fn form(&self) -> String {
        "the path of a folder".into()
    }
}

/// A file that may be given.
pub(in crate::config) struct File;

impl Codec for File {
    type Value = Option<PathBuf>;

    fn read(&self, raw: &Raw, place: &Place) -> Result<Option<PathBuf>, Wrong> {
        read_path(raw, place).map(Some)
    }

    fn write(&self, value: &Option<PathBuf>) -> Option<String> {
        value.as_ref().map(|path| quoted(&path.to_string_lossy()))
    }

    fn form(&self) -> String {
        "the path of a file".into()
    }

    fn example(&self) -> Option<&'static str> {
        Some("\"/etc/ssl/private-ca.pem\"")
    }
}

/// The absolute path that was given.
pub(in crate::config) fn read_path(raw: &Raw, place: &Place) -> Result<PathBuf, Wrong> {
    let text = raw.text()?;
    if text.trim().is_empty() {
        return Err(Wrong("the path is empty".into()));
    }
    if text.contains('\0') {
        return Err(Wrong("the path holds U+0000".into()));
    }
    Ok(place.resolve(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_start_from_their_base_or_from_home() {
        let place = Place { base: "/etc/chatd".into(), home: Some("/home/me".into()) };
        let read = |text: &str| Folder.read(&Raw::String(text.into()), &place);
        assert_eq!(read("data"), Ok("/etc/chatd/data".into()));
        assert_eq!(read("/srv/chat"), Ok("/srv/chat".into()));
        assert_eq!(read("~/chat"), Ok("/home/me/chat".into()));
        assert!(read(" ").is_err());
        assert!(read("a\0b").is_err());
    }
}
