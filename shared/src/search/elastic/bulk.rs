//! Documents as the lines of bulk requests. No I/O.

use std::io::Write as _;
use std::ops::Range;

use bytes::Bytes;

use super::read::place;
use crate::search::{Document, Scope};

/// The most bytes of a body, but for a single document that is larger: engines take 100 MB, proxies before them less, and
/// each body is held in memory while it is worked on.
const BYTES: usize = 5 << 20;

/// The most documents of a body: an eighth of the index worker's usual batch. A shard works on a body in one thread, so
/// several at once are written 1.6 times as fast as all of them in one.
const DOCUMENTS: usize = 1_250;

/// A body and the documents in it.
#[derive(Debug)]
pub struct Body<'a> {
    /// The documents, in the order of the lines.
    pub documents: &'a [Document],
    /// The lines.
    pub lines: Bytes,
    /// Where each document's lines end.
    ends: Vec<usize>,
}

impl Body<'_> {
    /// The lines of some of the documents.
    pub fn only(&self, documents: &[usize]) -> Bytes {
        if documents.len() == self.ends.len() {
            return self.lines.clone();
        }
        let ranges = documents.iter().map(|nth| self.range(*nth));
        ranges
            .fold(Vec::new(), |mut lines, range| {
                lines.extend_from_slice(self.lines.get(range).unwrap_or_default());
                lines
            })
            .into()
    }

    fn range(&self, nth: usize) -> Range<usize> {
        let start = nth.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        start..self.ends.get(nth).copied().unwrap_or(start)
    }
}

/// The documents in as many bodies as their bytes and their number ask for.
pub fn bodies(documents: &[Document]) -> Vec<Body<'_>> {
    let mut bodies = Vec::new();
    let mut rest = documents;
    while !rest.is_empty() {
        let body = first(rest);
        rest = rest.get(body.ends.len()..).unwrap_or_default();
        bodies.push(body);
    }
    bodies
}

/// As many of the documents as one body takes, at least one.
fn first(documents: &[Document]) -> Body<'_> {
    let most = documents.get(..DOCUMENTS).unwrap_or(documents);
    let expected = most.iter().map(|document| document.text.as_ref().map_or(0, String::len) + 150).sum::<usize>();
    let mut lines = Vec::with_capacity(expected.min(BYTES + (BYTES >> 3)));
    let mut ends = Vec::with_capacity(most.len());
    for document in most {
        let before = lines.len();
        write(&mut lines, document);
        if lines.len() > BYTES && before > 0 {
            lines.truncate(before);
            break;
        }
        ends.push(lines.len());
    }
    Body { documents: documents.get(..ends.len()).unwrap_or_default(), lines: lines.into(), ends }
}

/// What says where a document stands, and the document. A tombstone, and a text that folds to nothing, is a document
/// without text: it keeps older texts away, and nothing finds it.
fn write(lines: &mut Vec<u8>, document: &Document) {
    let Document { app, chat, number, version, .. } = document;
    let (id, routing) = (id(document), routing(Scope { app: *app, chat: Some(*chat) }).unwrap_or_default());
    let version = version.to_column();
    let place = place((*chat, *number));
    // Writing into memory cannot fail, and none of these holds a character that JSON escapes.
    let _ = write!(
        lines,
        "{{\"index\":{{\"_id\":\"{id}\",\"routing\":\"{routing}\",\"version\":{version},\"version_type\":\"external\"}}}}\n\
         {{\"app\":\"{app}\",\"chat\":\"{routing}\",\"place\":{place}",
        app = app.0,
    );
    if let Some(text) = document.text.as_ref().filter(|text| !text.is_empty()) {
        lines.extend_from_slice(b",\"text\":");
        let _ = serde_json::to_writer(&mut *lines, text);
    }
    lines.extend_from_slice(b"}\n");
}

/// The name of a document.
pub fn id(document: &Document) -> String {
    format!("{}:{}:{}", document.app.0, document.chat, document.number)
}

/// What a chat's documents are kept together by; `None` for a whole application.
pub fn routing(scope: Scope) -> Option<String> {
    scope.chat.map(|chat| format!("{}:{chat}", scope.app.0))
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::domain::AppId;
    use crate::queue::EntryId;

    fn document(number: u32, text: Option<&str>) -> Document {
        let version = EntryId::new(3, 1);
        Document { app: AppId(7), chat: 9, number, version, edited: false, text: text.map(Into::into) }
    }

    fn lines(bytes: &[u8]) -> Vec<Value> {
        let lines = bytes.split_inclusive(|byte| *byte == b'\n');
        lines.map(|line| serde_json::from_slice(line).expect("JSON on each line")).collect()
    }

    #[test]
    fn a_document_is_two_lines_and_its_text_comes_through_whatever_it_holds() {
        let text = "say \"x\"\\ \n\t\u{1} \u{2028} 🐟";
        let documents = [document(5, Some(text)), document(6, None), document(7, Some(""))];
        let bodies = bodies(&documents);
        let lines = lines(&bodies[0].lines);
        assert_eq!(lines.len(), 6);
        assert_eq!(lines[0]["index"]["_id"], "7:9:5");
        assert_eq!(lines[0]["index"]["routing"], "7:9");
        assert_eq!(lines[0]["index"]["version"], EntryId::new(3, 1).to_column());
        assert_eq!(lines[1]["text"], text);
        assert_eq!((lines[3].get("text"), lines[5].get("text")), (None, None));
    }

    #[test]
    fn bodies_keep_to_their_bounds_and_hold_everything_once() {
        let large = "x".repeat(BYTES / 3);
        let small = (1..=6_000).map(|number| document(number, Some("small")));
        let documents: Vec<Document> =
            small.chain((6_001..=6_010).map(|number| document(number, Some(&large)))).collect();
        let bodies = bodies(&documents);
        assert!(bodies.iter().all(|body| body.lines.len() <= BYTES && body.documents.len() <= DOCUMENTS));
        assert!(bodies.len() >= 4 + 5);
        let held: Vec<u32> = bodies.iter().flat_map(|body| body.documents).map(|document| document.number).collect();
        assert_eq!(held, (1..=6_010).collect::<Vec<_>>());
        assert!(bodies.iter().all(|body| lines(&body.lines).len() == 2 * body.documents.len()));
    }

    #[test]
    fn a_document_beyond_the_bound_has_a_body_of_its_own() {
        let huge = "x".repeat(BYTES + 1);
        let documents = [document(1, Some("a")), document(2, Some(&huge)), document(3, Some("b"))];
        let sizes: Vec<usize> = bodies(&documents).iter().map(|body| body.documents.len()).collect();
        assert_eq!(sizes, [1, 1, 1]);
    }

    #[test]
    fn some_of_the_documents_are_sent_again_as_they_were() {
        let documents: Vec<Document> = (1..=5).map(|number| document(number, Some("text"))).collect();
        let body = &bodies(&documents)[0];
        let again = lines(&body.only(&[0, 3]));
        assert_eq!(
            (again.len(), &again[0]["index"]["_id"], &again[2]["index"]["_id"]),
            (4, &"7:9:1".into(), &"7:9:4".into())
        );
        assert_eq!(body.only(&[0, 1, 2, 3, 4]), body.lines);
    }
}
