//! Where a content comes from: the line, standard input, a file. Nothing reads standard input unasked.

use std::io::Read;
use std::path::Path;

use super::ContentArg;
use crate::files::unreadable;
use crate::output::failure::Failure;

/// More than any content that chatd takes (its limit is 64 KiB unless set higher): reading stops here.
const MOST_BYTES: u64 = 16 * 1024 * 1024;

/// The content. From a file or standard input without the line break at its end, which editors and `echo` add.
pub fn content(from: &ContentArg) -> Result<String, Failure> {
    match (&from.file, from.text.as_deref()) {
        (Some(path), _) => read_file(path),
        (None, Some("-")) => of_standard_input(),
        (None, text) => Ok(text.unwrap_or_default().to_owned()),
    }
}

/// The text of a file; `-` is standard input.
pub fn of_file(path: &Path) -> Result<String, Failure> {
    if path == Path::new("-") { of_standard_input() } else { read_file(path) }
}

fn read_file(path: &Path) -> Result<String, Failure> {
    let doing = format!("read the content from {}", path.display());
    let file = std::fs::File::open(path).map_err(|error| unreadable(doing.clone(), &error))?;
    read(file, doing)
}

fn of_standard_input() -> Result<String, Failure> {
    read(std::io::stdin().lock(), "read the content from standard input".to_owned())
}

fn read(from: impl Read, doing: String) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let read = from.take(MOST_BYTES + 1).read_to_end(&mut bytes);
    read.map_err(|error| unreadable(doing.clone(), &error))?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Failure::usage(doing, "it is longer than any content may be")
            .hint("import many messages: chatctl import FILE"));
    }
    let text = String::from_utf8(bytes)
        .map_err(|_| Failure::usage(doing, "it is not UTF-8").hint("convert it, for instance with iconv"))?;
    let bare = text.strip_suffix('\n').unwrap_or(&text);
    Ok(bare.strip_suffix('\r').unwrap_or(bare).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::failure::Kind;

    #[test]
    fn one_line_break_at_the_end_is_not_part_of_the_content() {
        let read = |text: &str| read(text.as_bytes(), String::new()).expect("text");
        assert_eq!([read("a\n"), read("a\r\n"), read("a\n\n"), read("a")], ["a", "a", "a\n", "a"]);
    }

    #[test]
    fn what_is_not_utf_8_is_refused() {
        assert_eq!(read(&b"\xff"[..], String::new()).expect_err("no text").kind, Kind::Usage);
    }
}
