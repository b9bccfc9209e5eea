//! Log lines for programs: one JSON object a line, an error with its whole chain of causes, and the fields of the spans
//! around it. (tracing-subscriber's own JSON writes an error without its causes.)

use std::cell::RefCell;
use std::error::Error;
use std::fmt::Debug;
use std::io::Write as _;

use chat_shared::clock::Clock;
use chat_shared::fault::chain;
use serde::Serialize;
use serde_json::{Map, Value};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::Context;
use tracing_subscriber::registry::{LookupSpan, Scope};

thread_local! {
    /// The line that is being written: requests log one each, and its memory is used again.
    static LINE: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Writes events as JSON lines.
pub(super) struct JsonLines<W, C> {
    writer: W,
    clock: C,
}

impl<W, C> JsonLines<W, C> {
    /// Writes to `writer` with the times of `clock`.
    pub(super) fn new(writer: W, clock: C) -> Self {
        Self { writer, clock }
    }
}

impl<S, W, C> Layer<S> for JsonLines<W, C>
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    W: for<'a> MakeWriter<'a> + 'static,
    C: Clock + 'static,
{
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        let mut fields = Fields::default();
        attributes.record(&mut Named(&mut fields));
        if let Some(span) = context.span(id) {
            span.extensions_mut().insert(fields);
        }
    }

    fn on_record(&self, id: &Id, values: &Record<'_>, context: Context<'_, S>) {
        if let Some(span) = context.span(id)
            && let Some(fields) = span.extensions_mut().get_mut::<Fields>()
        {
            values.record(&mut Named(fields));
        }
    }

    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        let about = event.metadata();
        LINE.with_borrow_mut(|text| {
            text.clear();
            let mut line = Line(text);
            line.begin("timestamp", &self.clock.now());
            line.set("level", about.level().as_str());
            line.set("target", about.target());
            event.record(&mut Named(&mut line));
            for (name, value) in around(event, &context) {
                line.set(&name, value);
            }
            line.end();
            // A closed standard error ends the log, not the process.
            let _ = self.writer.make_writer_for(about).write_all(text);
        });
    }
}

/// The fields of the spans around an event, but for those that the event or a span further in has too.
fn around<S>(event: &Event<'_>, context: &Context<'_, S>) -> Map<String, Value>
where
    S: Subscriber + for<'a> LookupSpan<'a>,
{
    let mut fields = Map::new();
    for span in context.event_scope(event).into_iter().flat_map(Scope::from_root) {
        if let Some(Fields(of_span)) = span.extensions().get() {
            fields.extend(of_span.clone());
        }
    }
    if !fields.is_empty() {
        event.fields().for_each(|field| drop(fields.remove(field.name())));
    }
    fields
}

/// What fields are put into.
trait Put {
    fn set(&mut self, name: &str, value: impl Serialize);
}

/// A line in the making.
struct Line<'a>(&'a mut Vec<u8>);

impl Line<'_> {
    fn begin(&mut self, name: &str, value: &impl Serialize) {
        self.0.push(b'{');
        self.pair(name, value);
    }

    fn end(&mut self) {
        self.0.extend_from_slice(b"}\n");
    }

    fn pair(&mut self, name: &str, value: &impl Serialize) {
        // Neither names nor scalars can fail to be JSON, nor memory to be written to.
        let _ = serde_json::to_writer(&mut *self.0, name);
        self.0.push(b':');
        let _ = serde_json::to_writer(&mut *self.0, value);
    }
}

impl Put for Line<'_> {
    fn set(&mut self, name: &str, value: impl Serialize) {
        self.0.push(b',');
        self.pair(name, &value);
    }
}

/// The fields of a span by name.
#[derive(Default)]
struct Fields(Map<String, Value>);

impl Put for Fields {
    fn set(&mut self, name: &str, value: impl Serialize) {
        self.0.insert(name.to_owned(), serde_json::to_value(value).unwrap_or_default());
    }
}

/// Fields with their names, as tracing shows them.
struct Named<'a, P>(&'a mut P);

impl<P: Put> Visit for Named<'_, P> {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.set(field.name(), format_args!("{value:?}"));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.set(field.name(), value);
    }

    fn record_i64(&mut self, field: &Field, value: i64) {
        self.0.set(field.name(), value);
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        self.0.set(field.name(), value);
    }

    fn record_f64(&mut self, field: &Field, value: f64) {
        self.0.set(field.name(), value);
    }

    fn record_bool(&mut self, field: &Field, value: bool) {
        self.0.set(field.name(), value);
    }

    fn record_error(&mut self, field: &Field, value: &(dyn Error + 'static)) {
        self.0.set(field.name(), chain(value));
    }
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::sync::{Arc, Mutex};

    use chat_shared::clock::{ManualClock, Timestamp};
    use chat_shared::fault::{Fault, Kind, Part};
    use tracing_subscriber::layer::SubscriberExt as _;

    use super::*;

    #[derive(Clone, Default)]
    struct Buffer(Arc<Mutex<Vec<u8>>>);

    impl io::Write for Buffer {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().expect("free").write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// What is written while `log` runs.
    fn written(log: impl FnOnce()) -> String {
        let buffer = Buffer::default();
        let writer = buffer.clone();
        let clock = ManualClock::at(Timestamp::from_millis(0));
        let lines = JsonLines::new(move || writer.clone(), clock);
        tracing::subscriber::with_default(tracing_subscriber::registry().with(lines), log);
        let bytes = buffer.0.lock().expect("free").clone();
        String::from_utf8(bytes).expect("text")
    }

    #[test]
    fn a_line_is_one_object_with_its_fields_and_those_of_its_spans() {
        let text = written(|| {
            let span = tracing::info_span!("request", request_id = "r1", status = tracing::field::Empty);
            let _entered = span.enter();
            span.record("status", 201);
            let inner = tracing::info_span!("inner", bytes = 1);
            let _within = inner.enter();
            tracing::info!(bytes = 7, ok = true, "answered\nwith a line break");
        });
        assert_eq!((text.lines().count(), text.matches("\"bytes\"").count()), (1, 1), "the event's own field wins");
        let line: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(
            line,
            serde_json::json!({
                "timestamp": "1970-01-01T00:00:00.000Z", "level": "INFO", "target": module_path!(),
                "message": "answered\nwith a line break", "bytes": 7, "ok": true, "request_id": "r1", "status": 201,
            })
        );
    }

    #[test]
    fn an_error_is_written_with_its_causes() {
        let text = written(|| {
            let cause = io::Error::other("disk full");
            let fault = Fault::new(Part::Queue, Kind::Unavailable, "append").because(cause);
            tracing::error!(error = &fault as &dyn Error, "refused");
        });
        assert!(text.contains(r#""error":"the queue could not append: disk full""#), "{text}");
    }
}
