//! What a benchmark posts: real messages, never random characters, which no one writes and no index is made for.

use std::io::{self, Read as _};
use std::path::Path;

use bytes::Bytes;
use chat_shared::api::types::CreateMessage;
use chat_shared::domain::Limits;
use flate2::bufread::MultiGzDecoder;
use serde::Deserialize;

use crate::files::unreadable;
use crate::output::failure::{Failure, Kind};

/// The sample that ships with the project; see `samples/README.md` for where it is from.
const SAMPLE: &str = include_str!("../../../../samples/irc-sample.ndjson");

/// Different bodies that take turns; more would say nothing more.
const BODIES: usize = 4096;

/// How many bytes of contents the bodies may take together.
const BODIES_BYTES: usize = 32 * 1024 * 1024;

#[derive(Deserialize)]
struct Line {
    content: String,
}

/// The bodies of requests, and the mean length of their contents.
pub struct Texts {
    /// Requests' bodies, in turn.
    pub bodies: Vec<Bytes>,
    /// Words of the contents, as a query holds them; what is searched for, in turn.
    pub queries: Vec<String>,
    /// The mean length of a content in bytes.
    pub mean_bytes: u64,
}

/// Contents from a file (NDJSON with `content`, else lines of text), or from the sample; cut to `size` bytes where one is
/// asked for, else as they were written.
pub fn texts(file: Option<&Path>, size: Option<usize>) -> Result<Texts, Failure> {
    let text = match file {
        Some(path) => {
            read(path).map_err(|error| unreadable(format!("read the text from {}", path.display()), &error))?
        }
        None => SAMPLE.to_owned(),
    };
    let lines: Vec<String> = text.lines().filter_map(content).collect();
    let contents = match size {
        Some(size) => cut(&lines.join(" "), size),
        None => lines.into_iter().take(BODIES).collect(),
    };
    if contents.is_empty() {
        return Err(Failure::usage("read the text", "it holds no message that could be posted"));
    }
    let mean_bytes = contents.iter().map(String::len).sum::<usize>() as u64 / contents.len() as u64;
    let bodies: Result<Vec<Bytes>, _> = contents.iter().map(|content| body(content)).collect();
    let bodies = bodies.map_err(|error| Failure::new(Kind::Failed, "write the requests").because(error))?;
    let queries: Vec<String> = contents.iter().filter_map(|content| query(content)).collect();
    let queries = if queries.is_empty() { vec!["a".to_owned()] } else { queries };
    Ok(Texts { bodies, queries, mean_bytes })
}

/// The longest word of a content: people search for what is rare.
fn query(content: &str) -> Option<String> {
    let words = content.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    let longest = words.max_by_key(|word| word.len())?;
    Some(percent_encoding::utf8_percent_encode(longest, percent_encoding::NON_ALPHANUMERIC).to_string())
}

/// The file's text, plain or gzip (known by its first bytes).
fn read(path: &Path) -> io::Result<String> {
    let bytes = std::fs::read(path)?;
    let mut text = String::new();
    if bytes.starts_with(&[0x1f, 0x8b]) {
        MultiGzDecoder::new(&*bytes).read_to_string(&mut text)?;
    } else {
        (&*bytes).read_to_string(&mut text)?;
    }
    Ok(text)
}

fn content(line: &str) -> Option<String> {
    let content = serde_json::from_str::<Line>(line).map_or_else(|_| line.to_owned(), |line| line.content);
    Limits::default().content(&content).is_ok().then_some(content)
}

/// Pieces of about `size` bytes, one after the other through the text and round again, cut between characters.
fn cut(text: &str, size: usize) -> Vec<String> {
    if text.trim().is_empty() || size == 0 {
        return Vec::new();
    }
    let count = BODIES.min(BODIES_BYTES / size).max(1);
    let (mut pieces, mut at) = (Vec::with_capacity(count), 0);
    for _ in 0..count {
        let mut piece = String::with_capacity(size);
        while piece.len() < size {
            let rest = &text[at..];
            let end = floor_boundary(rest, size - piece.len());
            if end == 0 && !piece.is_empty() {
                break;
            }
            // The first character of a script may be longer than what is asked for: it is taken whole.
            let end = if end == 0 { rest.chars().next().map_or(0, char::len_utf8) } else { end };
            piece.push_str(&rest[..end]);
            at = if at + end >= text.len() { 0 } else { at + end };
        }
        if piece.trim().is_empty() {
            piece.replace_range(.., &"-".repeat(size));
        }
        pieces.push(piece);
    }
    pieces
}

fn floor_boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|place| text.is_char_boundary(*place)).unwrap_or(0)
}

fn body(content: &str) -> serde_json::Result<Bytes> {
    let message = CreateMessage { content: content.into(), sender: None, sent_at: None };
    serde_json::to_vec(&message).map(Bytes::from)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    #[test]
    fn a_gzipped_file_is_read_like_a_plain_one() {
        let mut zipped = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        zipped.write_all("{\"content\": \"hello\"}\n".as_bytes()).expect("written");
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("messages.ndjson.gz");
        std::fs::write(&path, zipped.finish().expect("zipped")).expect("written");
        let texts = texts(Some(&path), None).expect("read");
        assert_eq!((texts.bodies.len(), texts.mean_bytes), (1, 5));
        assert_eq!(texts.queries, ["hello"]);
        assert_eq!((query("to the café!"), query("?!")), (Some("caf%C3%A9".to_owned()), None));
    }

    #[test]
    fn the_sample_is_posted_as_it_was_written_unless_a_size_is_asked_for() {
        let whole = texts(None, None).expect("a sample");
        assert!(whole.bodies.len() > 300);
        let cut = texts(None, Some(100)).expect("a sample");
        assert!((97..=100).contains(&cut.mean_bytes), "{}", cut.mean_bytes);
        let bodies = cut.bodies.iter().map(|body| serde_json::from_slice::<Line>(body).expect("JSON").content);
        assert!(bodies.into_iter().all(|content| content.len() <= 100 && Limits::default().content(&content).is_ok()));
    }

    #[test]
    fn pieces_go_through_the_text_and_round_again() {
        assert_eq!(cut("abcdef", 4)[..3], ["abcd", "efab", "cdef"]);
        assert!(cut("日本語", 4).iter().all(|piece| piece.chars().count() == 1));
        assert!(cut("  ", 4).is_empty());
    }
}
