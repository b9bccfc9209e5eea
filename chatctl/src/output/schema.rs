//! The JSON Schemas of what is printed, made of the same columns that print it. Knows no command.
//!
//! Fields may be added within a version, so objects are open; a field that is removed, renamed or given another type makes
//! a new version.

use serde_json::{Map, Value, json};
use utoipa::ToSchema;

use super::exit;
use super::record::{Field, Kind, Record};
use super::sink::Shape;

/// The dialect of all schemas.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// What a command prints: one form, or one of several.
pub struct Answer {
    /// The command's words, `app ls`; with the flag that gives it another answer, `verify --repair`.
    pub leaf: &'static str,
    forms: Vec<Form>,
}

/// The schema of a column's values, where they have an inside of their own.
type Inside = fn() -> Value;

/// One thing or a list of things, and the columns of each.
struct Form {
    shape: Shape,
    columns: Vec<(Field, Option<Inside>)>,
}

impl Form {
    fn of<T: Record>(shape: Shape) -> Self {
        Self { shape, columns: T::columns().into_iter().map(|column| (column.field, column.inside)).collect() }
    }
}

/// The answer of a command that lists things.
#[must_use]
pub fn list<T: Record>(leaf: &'static str) -> Answer {
    Answer { leaf, forms: vec![Form::of::<T>(Shape::List)] }
}

/// The answer of a command that shows one thing.
#[must_use]
pub fn item<T: Record>(leaf: &'static str) -> Answer {
    Answer { leaf, forms: vec![Form::of::<T>(Shape::Item)] }
}

impl Answer {
    /// The same, where it may be one thing of another kind instead.
    #[must_use]
    pub fn or_item<T: Record>(mut self) -> Self {
        self.forms.push(Form::of::<T>(Shape::Item));
        self
    }

    /// `app.list` for `app ls`: what stands between `chatctl.` and `/v1`.
    #[must_use]
    pub fn name(&self) -> String {
        name_of(self.leaf)
    }

    /// What `-o json` prints.
    #[must_use]
    pub fn document(&self) -> Value {
        let mut definitions = Map::new();
        let mut bodies = Vec::new();
        for (place, form) in self.forms.iter().enumerate() {
            let row = row_name(place);
            bodies.push(envelope(&self.name(), form.shape, &row));
            definitions.insert(row, row_of(&form.columns));
        }
        let mut document = head(&self.name(), &format!("chatctl {} -o json", self.leaf));
        match bodies.len() {
            1 => document.extend(bodies.remove(0)),
            _ => drop(document.insert("oneOf".to_owned(), bodies.into())),
        }
        document.insert("$defs".to_owned(), definitions.into());
        document.into()
    }

    /// What a line of `-o jsonl` is.
    #[must_use]
    pub fn row(&self) -> Value {
        let mut document = head(&format!("{}.row", self.name()), &format!("a line of chatctl {} -o jsonl", self.leaf));
        let rows: Vec<Value> = self.forms.iter().map(|form| row_of(&form.columns)).collect();
        match &rows[..] {
            [Value::Object(row)] => document.extend(row.clone()),
            _ => drop(document.insert("oneOf".to_owned(), rows.into())),
        }
        document.into()
    }
}

/// `app.list` for `app ls`, `verify.repair` for `verify --repair`.
#[must_use]
pub fn name_of(line: &str) -> String {
    let words = line.split(' ').map(|word| if word == "ls" { "list" } else { word.trim_start_matches("--") });
    words.collect::<Vec<_>>().join(".")
}

/// The schemas of what stands on standard error, by their names: the error object and the lines of `--progress json`.
#[must_use]
pub fn beside() -> Vec<(&'static str, &'static str, Value)> {
    vec![("error", "any command that fails, with -o json", error()), ("progress", "--progress json", progress())]
}

fn head(name: &str, title: &str) -> Map<String, Value> {
    let id = format!("urn:chatctl:{name}:v1");
    let head = json!({"$schema": DIALECT, "$id": id, "title": title});
    head.as_object().cloned().unwrap_or_default()
}

fn row_name(place: usize) -> String {
    if place == 0 { "row".to_owned() } else { format!("row{}", place + 1) }
}

fn envelope(name: &str, shape: Shape, row: &str) -> Map<String, Value> {
    let row = json!({"$ref": format!("#/$defs/{row}")});
    let mut properties = Map::new();
    properties.insert("schema".to_owned(), json!({"const": format!("chatctl.{name}/v1")}));
    properties
        .insert("context".to_owned(), json!({"type": ["string", "null"], "description": "where the data is from"}));
    match shape {
        Shape::Item => drop(properties.insert("item".to_owned(), row)),
        Shape::List => {
            properties.insert("items".to_owned(), json!({"type": "array", "items": row}));
            properties.insert("page".to_owned(), page());
        }
    }
    properties.insert("warnings".to_owned(), json!({"type": "array", "items": {"type": "string"}}));
    object(properties)
}

fn page() -> Value {
    let next = json!({"type": ["string", "null"], "description": "what --cursor takes to go on; null at the end"});
    let total = json!({"type": ["integer", "null"], "minimum": 0});
    let properties = [("next".to_owned(), next), ("total".to_owned(), total)];
    object(properties.into_iter().collect()).into()
}

/// An object that has all of these.
fn object(properties: Map<String, Value>) -> Map<String, Value> {
    let required: Vec<&String> = properties.keys().collect();
    let about = json!({"type": "object", "required": required});
    let mut about = about.as_object().cloned().unwrap_or_default();
    about.insert("properties".to_owned(), properties.into());
    about
}

fn row_of(columns: &[(Field, Option<Inside>)]) -> Value {
    let properties = columns.iter().map(|(field, inside)| (field.name.to_owned(), value_of(field, *inside))).collect();
    object(properties).into()
}

fn value_of(field: &Field, inside: Option<Inside>) -> Value {
    let plain = match (inside, field.kind) {
        (Some(inside), _) => inside(),
        (None, Kind::Word | Kind::Text | Kind::State) => json!({"type": "string"}),
        (None, Kind::Flag) => json!({"type": "boolean"}),
        (None, Kind::Number) => json!({"type": "integer"}),
        (None, Kind::Bytes) => json!({"type": "integer", "minimum": 0, "description": "bytes"}),
        (None, Kind::Millis) => json!({"type": "number", "description": "milliseconds"}),
        (None, Kind::Fraction) => json!({"type": "number"}),
        (None, Kind::Time) => json!({"type": "string", "format": "date-time"}),
    };
    if !field.nullable {
        return plain;
    }
    match plain.get("type").and_then(Value::as_str).map(str::to_owned) {
        Some(one) => {
            let mut plain = plain;
            plain["type"] = json!([one, "null"]);
            plain
        }
        None => json!({"anyOf": [plain, {"type": "null"}]}),
    }
}

/// An object whose keys are not known beforehand.
#[must_use]
pub fn any_object() -> Value {
    json!({"type": "object"})
}

/// The schema of a type of the wire, with everything it refers to inside it.
#[must_use]
pub fn inside<T: ToSchema>() -> Value {
    let mut named = Vec::new();
    T::schemas(&mut named);
    let named: Map<String, Value> =
        named.into_iter().filter_map(|(name, schema)| Some((name, serde_json::to_value(schema).ok()?))).collect();
    resolved(serde_json::to_value(T::schema()).unwrap_or_default(), &named)
}

/// References to other types of the wire are replaced by what they mean: none of them holds itself.
fn resolved(schema: Value, named: &Map<String, Value>) -> Value {
    match schema {
        Value::Object(fields) => {
            let meant = fields.get("$ref").and_then(Value::as_str).and_then(|path| path.rsplit('/').next());
            match meant.and_then(|name| named.get(name)) {
                Some(meant) => resolved(meant.clone(), named),
                None => fields.into_iter().map(|(key, value)| (key, resolved(value, named))).collect(),
            }
        }
        Value::Array(items) => items.into_iter().map(|item| resolved(item, named)).collect(),
        other => other,
    }
}

fn error() -> Value {
    let exits: Vec<u8> =
        exit::TABLE.iter().map(|(exit, _)| *exit as u8).filter(|code| *code != exit::Exit::Ok as u8).collect();
    let properties = json!({
        "schema": {"const": "chatctl.error/v1"},
        "code": {"type": "string", "description": "stable; `chatctl errors explain CODE` says more"},
        "exit": {"enum": exits},
        "message": {"type": "string"},
        "hint": {"type": ["string", "null"], "description": "what to do now"},
        "retryable": {"type": "boolean", "description": "whether the same line may succeed later"},
        "request_id": {"type": ["string", "null"], "description": "chatd's id of the request, for its log"},
    });
    let mut document = head("error", "the last line of standard error where a command fails, with -o json or jsonl");
    document.extend(object(properties.as_object().cloned().unwrap_or_default()));
    document.into()
}

fn progress() -> Value {
    let line = |kind: &str, others: Value| {
        let mut properties = Map::new();
        properties.insert("type".to_owned(), json!({"const": kind}));
        properties.insert("job".to_owned(), json!({"type": "string"}));
        properties.extend(others.as_object().cloned().unwrap_or_default());
        Value::Object(object(properties))
    };
    let count = json!({"type": "integer", "minimum": 0});
    let total = json!({"type": ["integer", "null"], "minimum": 0});
    let whole = |line: Value| Value::Object(object(line.as_object().cloned().unwrap_or_default()));
    let version = json!({
        "type": {"const": "version", "description": "the first line"},
        "form": {"type": "string", "description": "of the lines: MAJOR.MINOR"},
        "chatctl": {"type": "string", "description": "the version of chatctl"},
    });
    let summary = json!({
        "type": {"const": "summary", "description": "the last line, however it went"},
        "exit": {"type": "integer", "minimum": 0},
        "schema": {"type": ["string", "null"], "description": "of what was printed last"},
        "report": {"type": ["object", "null"], "description": "that itself, where it is no list"},
        "rows": {"type": ["integer", "null"], "minimum": 0, "description": "how many rows it has"},
        "error": {"type": ["object", "null"], "properties": {"code": {"type": "string"}, "message": {"type": "string"}}},
    });
    let mut document = head("progress", "a line of standard error with --progress json");
    let forms = vec![
        whole(version),
        line("start", json!({"unit": {"type": "string"}, "total": total})),
        line("phase", json!({"phase": {"type": "string"}})),
        line("progress", json!({"done": count, "total": total, "rate": {"type": "number"}, "eta_ms": total})),
        line("end", json!({"done": count, "elapsed_ms": count})),
        whole(summary),
    ];
    document.insert("oneOf".to_owned(), forms.into());
    document.into()
}

#[cfg(test)]
mod tests {
    use chat_shared::api::types::admin::VerifyFinding;

    use super::*;

    #[test]
    fn a_type_of_the_wire_is_written_out_whole() {
        let schema = inside::<Vec<VerifyFinding>>();
        assert_eq!(schema["type"], "array");
        assert!(!schema.to_string().contains("$ref"), "{schema}");
        assert_eq!(schema["items"]["properties"]["where"]["type"], "string", "{schema}");
    }

    #[test]
    fn a_value_that_may_be_absent_may_be_null_and_no_other() {
        let field =
            |nullable| Field { name: "n", kind: Kind::Number, show: super::super::record::Show::Always, nullable };
        assert_eq!(value_of(&field(false), None), json!({"type": "integer"}));
        assert_eq!(value_of(&field(true), None)["type"], json!(["integer", "null"]));
        assert_eq!(value_of(&field(true), Some(|| json!({"enum": ["a"]})))["anyOf"][1]["type"], "null");
    }
}
