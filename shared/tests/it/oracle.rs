//! The search against a plain scan, over real messages: whatever piece of whatever message is looked for, the index's
//! candidates, checked as the search checks them, are exactly the messages that contain it.
//!
//! Every index gives the same answers: the same pieces are looked for in each, with the same expectations.
//!
//! The messages are those of the data folder where there is one (`CHATD_TEST_DATA`, or `shared/data` beside the
//! project), else the project's sample; and a few with everything odd, always. `CHATD_TEST_ORACLE=full` takes all of
//! them and asks ten times as much; in a debug build that takes many minutes.

use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::ops::Range;
use std::path::{Path, PathBuf};

use chat_shared::domain::AppId;
use chat_shared::queue::EntryId;
use chat_shared::search::fold::{contains, fold, highlights};
use chat_shared::search::{Document, Scope};
use flate2::read::GzDecoder;

use crate::conformance::search::bench::{Bench, Pages, Place, all_pages, told};
use crate::conformance::search::{elasticsearch, opensearch, opensearch3, sqlite};

/// Messages taken of the large file in the usual run.
const SLICE: usize = 20_000;

/// Pieces looked for in the usual run.
const PIECES: usize = 3_000;

/// The longest piece, in characters.
const LONGEST: usize = 30;

/// Of the matches of a piece, those whose highlights are checked.
const HIGHLIGHTED: usize = 20;

/// Characters that mean something to somebody: to LIKE, to a query language, to a shell, to a regular expression.
const SPECIAL: &str = "%_\"'\\*?():;,.-+|&!^~$#@/<>[]{}=`\t\u{1}\u{7f}\u{a0}\u{200b}\u{200d}\u{feff}";

/// What real messages seldom hold.
const ODDITIES: [&str; 14] = [
    "100%_done \"and\" 'or' \\not\\ near(*) a*b? (x:y) ; -- drop",
    "%%__%% \"\"\"\" '''' \\\\\\\\ **** ???? (((( ))))",
    "{\"json\": [1, 2.5e-3, null], 'x'=>#{y}} <b>&amp;</b> $HOME `ls` ~/.* !^|",
    "tabs\tand\r\nlines\u{1}\u{7f}\u{a0}\u{2003}spaces",
    "e\u{301}le\u{300}ve na\u{308}i\u{308}ve \u{301}\u{302} a\u{30a}\u{327}b Å Å ﬁ ﬀ ½ ① Ⅷ ｆｕｌｌ",
    "Straße STRASSE straẞe ΣΊΣΥΦΟΣ σίσυφος İstanbul ISTANBUL ıstanbul",
    "👩‍👩‍👧‍👦 👍🏽 🇩🇪🇫🇷 ❤️ ☃︎ 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 𐍈𐌰 𠮷野家 \u{10ffff}\u{e000}",
    "한국어 한국어 ㈀ ㉠ ﾊﾝｶｸ カタカナ がぎぐ か\u{3099}",
    "ก็ น้ำ กี่ ที่ ၾ မြန်မာ ខ្មែរ བོད་",
    "क्षत्रिय ज़ ज\u{93c} కాఫీ ಕನ್ನಡ മലയാളം සිංහල",
    "مُحَمَّد ـكتابـ شَدَّة ﷺ ﷽ עִבְרִית שָׁלוֹם",
    "zero\u{200b}width\u{200d}joiners\u{feff}and\u{2066}directions\u{2069}\u{ad}soft",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
];

/// A message of the corpus, with what the index was given.
struct Line {
    place: Place,
    content: String,
    folded: String,
}

/// Messages by application, in the order of chat and number.
type Corpus = BTreeMap<String, (AppId, Vec<Line>)>;

/// Numbers without a pattern, the same at every run (splitmix64).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % bound.max(1) as u64).expect("below a usize")
    }

    fn one_of<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

fn is_full() -> bool {
    std::env::var("CHATD_TEST_ORACLE").is_ok_and(|asked| asked == "full")
}

/// Application, chat and content of real messages.
fn real_messages() -> Vec<(String, String, String)> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let data = std::env::var_os("CHATD_TEST_DATA").map_or_else(|| project.join("../shared/data"), PathBuf::from);
    let (irc, multilingual) = (data.join("irc.ndjson.gz"), data.join("multilingual.ndjson.gz"));
    if let (Ok(irc), Ok(multilingual)) = (File::open(irc), File::open(multilingual)) {
        let mut messages = read(GzDecoder::new(multilingual), usize::MAX);
        messages.extend(read(GzDecoder::new(irc), if is_full() { usize::MAX } else { SLICE }));
        return messages;
    }
    File::open(project.join("samples/irc-sample.ndjson")).map(|sample| read(sample, usize::MAX)).unwrap_or_default()
}

fn read(from: impl std::io::Read, most: usize) -> Vec<(String, String, String)> {
    let message = |line: std::io::Result<String>| {
        let fields: HashMap<String, String> = serde_json::from_str(&line.expect("read")).expect("a message");
        let field = |name: &str| fields.get(name).cloned().unwrap_or_default();
        (field("app"), field("chat"), field("content"))
    };
    BufReader::new(from).lines().take(most).map(message).collect()
}

fn corpus() -> Corpus {
    let odd = ODDITIES.map(|content| ("odd".to_owned(), "odd".to_owned(), content.to_owned()));
    let mut chats: BTreeMap<String, BTreeMap<String, Vec<String>>> = BTreeMap::new();
    for (app, chat, content) in real_messages().into_iter().chain(odd) {
        chats.entry(app).or_default().entry(chat).or_default().push(content);
    }
    let lines = |chats: BTreeMap<String, Vec<String>>| {
        let numbered = (1..).zip(chats.into_values());
        let line = |chat, number, content: String| Line { place: (chat, number), folded: fold(&content), content };
        numbered
            .flat_map(|(chat, contents)| (1..).zip(contents).map(move |(number, content)| line(chat, number, content)))
            .collect()
    };
    (1..).zip(chats).map(|(id, (app, chats))| (app, (AppId(id), lines(chats)))).collect()
}

async fn index(bench: &Bench, corpus: &Corpus) {
    for (app, lines) in corpus.values() {
        let document = |line: &Line| Document {
            app: *app,
            chat: line.place.0,
            number: line.place.1,
            version: EntryId::new(1, line.place.1.into()),
            edited: false,
            text: Some(line.folded.clone()),
        };
        for batch in lines.chunks(5_000) {
            bench.index.index(&batch.iter().map(document).collect::<Vec<_>>()).await.expect("indexed");
        }
    }
    bench.index.refresh().await.expect("refreshed");
}

/// A piece of a message of an application.
struct Piece<'a> {
    app: AppId,
    lines: &'a [Line],
    line: &'a Line,
    text: String,
}

/// Pieces of everything, evenly over the applications, so over the languages; and around every special character,
/// combining mark and emoji that there is.
fn pieces<'a>(corpus: &'a Corpus, numbers: &mut Numbers) -> Vec<Piece<'a>> {
    let apps: Vec<&(AppId, Vec<Line>)> = corpus.values().collect();
    let count = if is_full() { 10 * PIECES } else { PIECES };
    let mut pieces: Vec<Piece> = (0..count)
        .map(|_| {
            let (app, lines) = *numbers.one_of(&apps);
            let line = numbers.one_of(lines);
            let at = numbers.below(line.content.chars().count());
            cut(*app, lines, line, at, numbers)
        })
        .collect();
    for (app, lines) in apps {
        let special = lines.iter().flat_map(|line| {
            let characters = line.content.chars().enumerate();
            characters.filter(|(_, c)| is_special(*c)).map(move |(at, c)| (c, at, line))
        });
        let mut by_character: HashMap<char, Vec<(usize, &Line)>> = HashMap::new();
        for (c, at, line) in special {
            by_character.entry(c).or_default().push((at, line));
        }
        let by_character: BTreeMap<_, _> = by_character.into_iter().collect();
        for places in by_character.values() {
            for _ in 0..3 {
                let (at, line) = *numbers.one_of(places);
                pieces.push(cut(*app, lines, line, at, numbers));
            }
        }
    }
    pieces
}

fn is_special(c: char) -> bool {
    SPECIAL.contains(c)
        || matches!(c, '\u{300}'..='\u{36f}' | '\u{5b0}'..='\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{93c}'..='\u{94d}')
        || matches!(c, '\u{e31}' | '\u{e34}'..='\u{e4e}' | '\u{3099}' | '\u{fe0f}' | '\u{2600}'..='\u{27bf}')
        || c >= '\u{10000}'
}

/// A piece with the character `at` in it.
fn cut<'a>(app: AppId, lines: &'a [Line], line: &'a Line, at: usize, numbers: &mut Numbers) -> Piece<'a> {
    let length = 1 + numbers.below(LONGEST);
    let from = at.saturating_sub(numbers.below(length));
    let text = line.content.chars().skip(from).take(length).collect();
    Piece { app, lines, line, text }
}

/// Looks for a piece, in its chat or in the application, from one end or the other.
async fn assert_found_like_a_scan(bench: &Bench, piece: &Piece<'_>, numbers: &mut Numbers) {
    let Piece { app, lines, line, text } = piece;
    let query = fold(text);
    if query.is_empty() {
        return;
    }
    let chat = (numbers.below(10) < 7).then_some(line.place.0);
    let descending = numbers.below(2) == 0;
    let pages = Pages { scope: Scope { app: *app, chat }, descending, limit: *numbers.one_of(&[51, 200, 1_000]) };
    let contents: HashMap<Place, &str> = lines.iter().map(|line| (line.place, line.content.as_str())).collect();

    let candidates = all_pages(&*bench.index, pages, &query).await;
    let found: Vec<Place> = candidates.into_iter().filter(|place| contains(contents[place], &query)).collect();

    let in_scope = lines.iter().filter(|line| chat.is_none_or(|chat| chat == line.place.0));
    let mut expected: Vec<Place> =
        in_scope.filter(|line| line.folded.contains(&query)).map(|line| line.place).collect();
    if descending {
        expected.reverse();
    }
    assert_eq!(found, expected, "{text:?} ({query:?}) of {:?} in {pages:?}", line.content);
    assert!(found.contains(&line.place), "{text:?} is not found in {:?}, of which it is", line.content);
    for place in found.iter().take(HIGHLIGHTED).chain([&line.place]) {
        assert_highlighted(contents[place], &query);
    }
}

/// Each range is of the content, after the one before, and what it shows is what was looked for.
fn assert_highlighted(content: &str, query: &str) {
    let ranges = highlights(content, query);
    let characters: Vec<char> = content.chars().collect();
    assert!(!ranges.is_empty(), "{query:?} is in {content:?}, but nothing is highlighted");
    assert!(ranges.is_sorted_by(|a, b| a.end <= b.start), "{ranges:?} of {content:?}");
    for Range { start, end } in ranges {
        let shown: String = characters.get(start..end).expect("of the content").iter().collect();
        assert!(contains(&shown, query), "{shown:?} of {content:?} is highlighted for {query:?}");
    }
}

/// Every piece of every message is found as by a plain scan.
async fn assert_parity(bench: Bench) {
    let corpus = corpus();
    index(&bench, &corpus).await;
    let mut numbers = Numbers(2_025);
    let pieces = pieces(&corpus, &mut numbers);
    assert!(pieces.len() > PIECES);
    for piece in &pieces {
        assert_found_like_a_scan(&bench, piece, &mut numbers).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_piece_of_every_message_is_found_as_by_a_plain_scan_in_sqlite() {
    told(sqlite::a_folder().await, assert_parity).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_piece_of_every_message_is_found_as_by_a_plain_scan_in_opensearch() {
    told(opensearch::an_index().await, assert_parity).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_piece_of_every_message_is_found_as_by_a_plain_scan_in_elasticsearch() {
    told(elasticsearch::an_index().await, assert_parity).await;
}

#[tokio::test]
async fn every_piece_of_every_message_is_found_as_by_a_plain_scan_in_opensearch_3() {
    told(opensearch3::an_index().await, assert_parity).await;
}
