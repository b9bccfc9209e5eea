//! The same three records in every format, on a terminal and off it.

use std::sync::{Arc, Mutex};

use super::record::Kind;
use super::*;

struct Chat {
    number: u32,
    title: Option<&'static str>,
    age_ms: u64,
    state: &'static str,
    created_at: Timestamp,
}

impl Record for Chat {
    fn columns() -> Vec<Column<Self>> {
        vec![
            Column::new("chat_number", Kind::Number, |chat| chat.number.into()),
            Column::new("title", Kind::Text, |chat| chat.title.into()),
            Column::new("oldest_ms", Kind::Millis, |chat| chat.age_ms.into()),
            Column::new("state", Kind::State, |chat| chat.state.into()),
            Column::new("created_at", Kind::Time, |chat: &Self| chat.created_at.into()).wide(),
            Column::new("raw", Kind::Text, |chat: &Self| serde_json::json!({"n": [chat.number]}).into()).asked(),
        ]
    }

    fn name(&self) -> String {
        self.number.to_string()
    }
}

#[derive(Clone, Default)]
struct Paper(Arc<Mutex<Vec<u8>>>);

impl Write for Paper {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("not poisoned").write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn chats() -> Vec<Chat> {
    let chat = |number, title, age_ms, state| Chat {
        number,
        title,
        age_ms,
        state,
        created_at: Timestamp::from_millis(1_700_000_000_000),
    };
    vec![
        chat(1, Some("#ubuntu, Samstag \"früh\""), 131_000, "ok"),
        chat(12, None, 0, "lagging"),
        chat(
            3,
            Some("evil \x1b[31mred\x1b[0m\nsecond line\u{202e} and a tail that is longer than the screen 日本語"),
            950,
            "behind",
        ),
    ]
}

fn print(layout: Layout, screen: Screen) -> String {
    try_print(layout, screen, &chats()).expect("prints")
}

fn try_print(layout: Layout, screen: Screen, chats: &[Chat]) -> Result<String, Failure> {
    let page = Paper::default();
    let now = Timestamp::from_millis(1_700_000_060_000);
    let mut printer = Printer::new(layout, screen, false, now, Box::new(page.clone()));
    printer.set_context(Some("test".to_owned()));
    printer.warn("only a test");
    let mut list = printer.list("chat.list")?;
    for chat in chats {
        list.push(chat)?;
    }
    list.set_page(Page { next: Some("12".to_owned()), total: Some(30) });
    list.finish()?;
    let bytes = page.0.lock().expect("not poisoned").clone();
    Ok(String::from_utf8(bytes).expect("text"))
}

fn layout(format: Format) -> Layout {
    Layout { format, quiet: true, ..Layout::default() }
}

const PIPE: Screen = Screen { width: None, colour: false };
const TERMINAL: Screen = Screen { width: Some(80), colour: false };

#[test]
fn a_table_in_a_pipe_has_no_borders_and_is_not_cut() {
    insta::assert_snapshot!(print(layout(Format::Table), PIPE));
}

#[test]
fn a_table_on_a_terminal_fits_it() {
    let shown = print(layout(Format::Table), TERMINAL);
    assert!(shown.lines().all(|line| line.chars().count() <= 80), "{shown}");
    insta::assert_snapshot!(shown);
}

#[test]
fn a_wide_table_has_more_columns() {
    insta::assert_snapshot!(print(layout(Format::Wide), PIPE));
}

#[test]
fn json_is_one_envelope() {
    let shown = print(layout(Format::Json), PIPE);
    let parsed: serde_json::Value = serde_json::from_str(&shown).expect("JSON");
    assert_eq!(parsed["schema"], "chatctl.chat.list/v1");
    assert_eq!(parsed["items"].as_array().map(Vec::len), Some(3));
    insta::assert_snapshot!(shown);
}

#[test]
fn json_lines_are_one_object_each() {
    insta::assert_snapshot!(print(layout(Format::Jsonl), PIPE));
}

#[test]
fn yaml_is_the_same_envelope() {
    insta::assert_snapshot!(print(layout(Format::Yaml), PIPE));
}

#[test]
fn csv_is_quoted_where_needed() {
    insta::assert_snapshot!(print(layout(Format::Csv), PIPE));
}

#[test]
fn tsv_keeps_a_record_on_its_line() {
    let shown = print(layout(Format::Tsv), PIPE);
    assert_eq!(shown.lines().count(), 4);
    insta::assert_snapshot!(shown);
}

#[test]
fn names_are_one_a_line() {
    assert_eq!(print(layout(Format::Name), PIPE), "1\n12\n3\n");
}

#[test]
fn no_format_lets_a_content_command_the_terminal() {
    for format in Format::value_variants() {
        let shown = print(layout(*format), TERMINAL);
        assert!(!shown.contains(['\x1b', '\u{202e}']), "{format:?}: {shown}");
    }
}

#[test]
fn every_data_format_holds_the_same_fields() {
    let json: serde_json::Value = serde_json::from_str(&print(layout(Format::Json), PIPE)).expect("JSON");
    let keys: Vec<String> = Chat::columns().iter().map(|column| column.field.name.to_owned()).collect();
    for key in &keys {
        assert!(json["items"][0].get(key).is_some(), "{key}");
    }
    assert_eq!(print(layout(Format::Csv), PIPE).lines().next(), Some(keys.join(",").as_str()));
    assert_eq!(print(layout(Format::Tsv), PIPE).lines().next(), Some(keys.join("\t").as_str()));
}

#[test]
fn colours_come_only_where_they_are_wanted() {
    let coloured = print(layout(Format::Table), Screen { width: Some(80), colour: true });
    assert!(coloured.contains("\x1b["));
    assert!(!print(layout(Format::Table), TERMINAL).contains('\x1b'));
}

#[test]
fn named_columns_and_the_sorting_hold_in_every_format() {
    let columns = vec!["title".to_owned(), "chat_number".to_owned()];
    let sort = Some("-oldest_ms".parse().expect("a column"));
    let shown = print(Layout { columns, sort, ..layout(Format::Jsonl) }, PIPE);
    let first: serde_json::Value = serde_json::from_str(shown.lines().next().expect("a line")).expect("JSON");
    assert_eq!(first, serde_json::json!({"title": "#ubuntu, Samstag \"früh\"", "chat_number": 1}));
}

#[test]
fn an_empty_result_is_a_header_or_an_empty_list() {
    let empty = |format| try_print(layout(format), PIPE, &[]).expect("prints");
    assert_eq!(empty(Format::Table), "CHAT_NUMBER  TITLE  OLDEST  STATE\n");
    assert!(empty(Format::Json).contains("\"items\": [],"));
    assert_eq!(empty(Format::Jsonl), "");
    assert_eq!(empty(Format::Csv), "chat_number,title,oldest_ms,state,created_at,raw\n");
}

#[test]
fn without_headers_there_are_rows_only() {
    let bare = |format| print(Layout { no_headers: true, ..layout(format) }, PIPE);
    assert!(bare(Format::Csv).starts_with("1,"));
    assert!(bare(Format::Table).trim_start().starts_with('1'));
}

#[test]
fn one_thing_is_shown_field_by_field() {
    let page = Paper::default();
    let mut printer =
        Printer::new(layout(Format::Table), PIPE, false, Timestamp::from_millis(0), Box::new(page.clone()));
    printer.item("chat.get", &chats()[0]).expect("prints");
    let bytes = page.0.lock().expect("not poisoned").clone();
    insta::assert_snapshot!(String::from_utf8(bytes).expect("text"));
}
