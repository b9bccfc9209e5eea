//! Real messages to measure with: never random characters, which no one writes.

use std::fs::File;
use std::io::{BufRead, BufReader, Read as _, Seek as _};
use std::path::PathBuf;

use flate2::read::MultiGzDecoder;
use serde::Deserialize;

/// A line of the file.
#[derive(Deserialize)]
struct Line {
    content: String,
}

/// The file of messages.
pub fn file() -> PathBuf {
    let sample = || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../samples/irc-sample.ndjson"));
    std::env::var_os("BENCH_MESSAGES").map_or_else(sample, PathBuf::from)
}

/// The contents of all messages of the file.
pub fn contents() -> Vec<String> {
    let mut file = File::open(file()).expect("the file of messages");
    let mut magic = [0; 2];
    let zipped = file.read_exact(&mut magic).is_ok() && magic == [0x1f, 0x8b];
    file.rewind().expect("rewinds");
    let lines: Box<dyn BufRead> =
        if zipped { Box::new(BufReader::new(MultiGzDecoder::new(file))) } else { Box::new(BufReader::new(file)) };
    let content =
        |line: std::io::Result<String>| serde_json::from_str::<Line>(&line.expect("text")).expect("a message").content;
    lines.lines().map(content).filter(|content| !content.trim().is_empty()).collect()
}

/// `count` contents, again from the first one when the file is at its end.
pub fn many(contents: &[String], count: usize) -> impl Iterator<Item = &str> {
    contents.iter().map(String::as_str).cycle().take(count)
}

/// Pieces of so many bytes of all contents, but for characters that are not cut, until they are used up.
pub fn of_bytes(size: usize) -> Vec<String> {
    let all = contents().join(" ");
    let mut rest = all.as_str();
    let mut pieces = Vec::new();
    while rest.len() >= size {
        let (piece, later) = rest.split_at(rest.floor_char_boundary(size));
        // A message is not empty.
        if !piece.trim().is_empty() {
            pieces.push(piece.to_owned());
        }
        rest = later;
    }
    pieces
}
