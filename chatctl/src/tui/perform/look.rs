//! What each view asks the ports for, and how the answers become rows. Read-only.

use chat_shared::api::types::admin::{
    CountersQuery, DeadLettersQuery, EntriesQuery, List, LogEntry, OperationsQuery, PendingQuery, SelectDeadLetters,
    TraceQuery,
};
use chat_shared::api::types::{FoundMessage, Message};
use chat_shared::domain::{ChatNumber, Sequence};
use chat_shared::ops::explain;
use chat_shared::queue::{EntryId, Group};

use super::Ports;
use crate::backend::{Ask, Batch, ChatOf};
use crate::commands::counter::{Judged, plan};
use crate::commands::dlq::Detail;
use crate::commands::msg::Versioned;
use crate::commands::queue::{Queue, Seen, delivered, stopped};
use crate::commands::{app, chat, doctor, trace, verify};
use crate::output::failure::{Failure, Kind};
use crate::output::progress::Progress;
use crate::output::record::Record;
use crate::tui::state::page::{From, Page, Row};
use crate::tui::view::{App, View};

/// Rows of one part of a list of small rows.
const ROWS: u32 = 200;

/// Rows of one part of a list each of whose rows is work for chatd.
const FEW_ROWS: u32 = 50;

/// Looks at a part of a view.
pub async fn look(ports: &Ports, view: &View, from: &From, turned: bool) -> Result<Page, Failure> {
    let (backend, operator) = (&ports.backend, &ports.operator);
    match view {
        View::Apps => Ok(by_cursor(backend.applications(&cursor_ask(from, ROWS)).await?, Row::of)),
        View::AppDetail { app } => Ok(Page::whole(&[app::shown(&**backend, app).await?])),
        View::AppStats { app } => Ok(Page::whole(&[app::counted(&**backend, app.clone()).await?])),
        View::ChatDetail { app, chat } => Ok(Page::whole(&[backend.chat(of(app, *chat)).await?])),
        View::ChatStats { app, chat } => Ok(Page::whole(&[chat::counted(&**backend, of(app, *chat)).await?])),
        View::Trace { app, chat, number } => {
            let asked = TraceQuery { app: app.token.clone(), chat: *chat, number: *number };
            Ok(Page::whole(&trace::steps(operator.trace(&asked).await?)))
        }
        View::Chats { app } => {
            let (ask, flipped) = numbered(from, turned);
            let batch = backend.chats(&app.token, &ask).await?;
            Ok(by_number(batch, from, flipped, |chat| chat.chat_number))
        }
        View::Messages { app, chat } => {
            let (ask, flipped) = numbered(from, !turned);
            let batch = backend.messages(of(app, *chat), &ask).await?;
            Ok(by_number(batch, from, flipped, |message: &Message| message.message_number))
        }
        View::Found { app, chat, text } => {
            let batch = backend.search(&app.token, *chat, text, &cursor_ask(from, FEW_ROWS)).await?;
            Ok(by_cursor(batch, |found| lit(found, *chat)))
        }
        View::Message { app, chat, number } => {
            let (message, version) = backend.message(of(app, *chat), *number).await?;
            Ok(Page::whole(&[Versioned { message, version }]))
        }
        view => of_operators(ports, view, from).await,
    }
}

/// Looks at what operators alone see.
async fn of_operators(ports: &Ports, view: &View, from: &From) -> Result<Page, Failure> {
    let operator = &ports.operator;
    match view {
        View::Queues => {
            let queues = operator.queues().await?;
            let (log, note) = (queues.log, stopped(&queues.stations));
            let rows: Vec<Queue> = queues.queues.into_iter().map(|status| Queue { status, log }).collect();
            Ok(Page { note, ..Page::whole(&rows) })
        }
        View::Queue { queue } => {
            let (status, log) = (operator.queue(*queue).await?, operator.queues().await?.log);
            Ok(Page::whole(&[Queue { status, log }]))
        }
        View::Entries { queue } => entries(ports, *queue).await,
        View::Pending { queue } => {
            let held = operator.pending(*queue, &PendingQuery { idle_ms: None, limit: Some(ROWS) }).await?;
            let note = (held.items.len() >= ROWS as usize).then(|| format!("the oldest {ROWS}"));
            Ok(Page { note, ..Page::whole(&held.items) })
        }
        View::Entry { id, .. } => {
            let id: EntryId = id.parse().map_err(|_| Failure::usage("look at the entry", "this is no id of one"))?;
            Ok(Page::whole(&[operator.entry(id).await?]))
        }
        View::DeadLetters => letters(ports, from, None).await,
        View::Letters { query } => letters(ports, from, Some(query.clone())).await,
        View::Errors => {
            let errors = operator.dead_letter_errors(&SelectDeadLetters::default()).await?;
            let note = (errors.others > 0).then(|| format!("{} dead letters are in no row", errors.others));
            Ok(Page { note, ..Page::whole(&errors.items) })
        }
        View::DeadLetter { id } => Ok(Page::whole(&[Detail(operator.dead_letter(*id).await?)])),
        View::Counters { app } => {
            let after = match from {
                From::Cursor(key) => Some(key.clone()),
                _ => None,
            };
            let query = CountersQuery { app: app.clone(), after, verdicts: true, limit: Some(FEW_ROWS) };
            Ok(listed(operator.counters(&query).await?, |counter| Row::of(&Judged(counter.clone()))))
        }
        View::Counter { key } => Ok(Page::whole(&[Judged(operator.counter(sequence(key)?).await?)])),
        View::Explain { key } => Ok(Page::whole(&explain(&operator.counter(sequence(key)?).await?))),
        View::Plan { app } => {
            let looked = Progress::silent("counters", "counters");
            Ok(Page::whole(&plan::planned(&**operator, app.clone(), &looked).await?))
        }
        View::Index => Ok(Page::whole(&[operator.search_status().await?])),
        View::Jobs => {
            let query = OperationsQuery { after: id_of(from), limit: Some(ROWS) };
            Ok(listed(operator.operations(&query).await?, Row::of))
        }
        View::Findings { job } => {
            let report = verify::report_of(operator.operation(*job).await?)?;
            let missing = report.found.saturating_sub(report.findings.len() as u64);
            let note = (missing > 0).then(|| format!("{missing} more were found"));
            Ok(Page { note, ..Page::whole(&report.findings) })
        }
        View::Doctor => Ok(Page::whole(&doctor::examine(&**operator, ports.local.clone()).await?)),
        View::Job { id } => Ok(Page::whole(&[operator.operation(*id).await?])),
        View::Workers => Ok(Page::whole(&operator.workers().await?.items)),
        View::Worker { id } => {
            let workers = operator.workers().await?.items;
            let found = workers.into_iter().find(|worker| worker.id == *id);
            found.map(|worker| Page::whole(&[worker])).ok_or_else(|| {
                Failure::new(Kind::NotFound, "look at the process").because("no process of this id was ever seen")
            })
        }
        // Pulse is made of the status, which is asked for anyway; the others are looked at above.
        View::Pulse
        | View::Apps
        | View::AppDetail { .. }
        | View::AppStats { .. }
        | View::Chats { .. }
        | View::ChatDetail { .. }
        | View::ChatStats { .. }
        | View::Messages { .. }
        | View::Found { .. }
        | View::Message { .. }
        | View::Trace { .. } => Ok(Page::default()),
    }
}

fn of(app: &App, chat: ChatNumber) -> ChatOf<'_> {
    ChatOf { token: &app.token, chat }
}

fn sequence(key: &str) -> Result<Sequence, Failure> {
    key.parse().map_err(|error| Failure::usage("look at the counter", error))
}

/// Dead letters that are not resolved, of a query or all.
async fn letters(ports: &Ports, from: &From, query: Option<String>) -> Result<Page, Failure> {
    let query = DeadLettersQuery { after: id_of(from), query, limit: Some(ROWS), ..DeadLettersQuery::default() };
    Ok(listed(ports.operator.dead_letters(&query).await?, Row::of))
}

/// The newest entries with where they stand in the queue, newest first.
async fn entries(ports: &Ports, queue: Group) -> Result<Page, Failure> {
    let query = EntriesQuery { newest: true, limit: Some(ROWS), ..EntriesQuery::default() };
    let mut entries: Vec<LogEntry> = ports.operator.entries(&query).await?.items;
    let delivered = delivered(&ports.operator.queue(queue).await?);
    entries.sort_by_key(|entry| std::cmp::Reverse((entry.id, entry.partition)));
    let note = (entries.len() >= ROWS as usize).then(|| format!("the newest {ROWS}"));
    let seen = |entry: LogEntry| {
        let delivered = delivered.get(&entry.partition).is_none_or(|last| Some(entry.id) <= *last);
        Seen { entry, delivered }
    };
    let seen: Vec<Seen> = entries.into_iter().map(seen).collect();
    Ok(Page { note, ..Page::whole(&seen) })
}

/// A message that was found, with what of its text is to be lit.
fn lit(found: &FoundMessage, chat: Option<u32>) -> Row {
    // The API leaves out what its path says.
    let found = FoundMessage { chat_number: found.chat_number.or(chat), ..found.clone() };
    let lit = found.highlights.iter().map(|range| (range.start, range.end)).collect();
    Row { lit, ..Row::of(&found) }
}

fn id_of(from: &From) -> Option<i64> {
    match from {
        From::Cursor(id) => id.parse().ok(),
        _ => None,
    }
}

fn cursor_ask(from: &From, limit: u32) -> Ask {
    let cursor = match from {
        From::Cursor(cursor) => Some(cursor.clone()),
        _ => None,
    };
    Ask { cursor, limit, ..Ask::default() }
}

fn by_cursor<T>(batch: Batch<T>, row: impl Fn(&T) -> Row) -> Page {
    let note = batch.degraded.then(|| "the search engine is away: answered from the database".to_owned());
    Page { rows: batch.items.iter().map(row).collect(), before: None, after: batch.next.map(From::Cursor), note }
}

fn listed<T>(list: List<T>, row: impl Fn(&T) -> Row) -> Page {
    Page { rows: list.items.iter().map(row).collect(), after: list.next.map(From::Cursor), ..Page::default() }
}

/// How a part of a list of numbers is asked for, and whether it comes in the opposite order.
fn numbered(from: &From, descending: bool) -> (Ask, bool) {
    let ask = Ask { limit: ROWS, descending, ..Ask::default() };
    let opposite = Ask { descending: !descending, ..ask.clone() };
    let bounded = |ask: Ask, number: u32| {
        if ask.descending { Ask { before: Some(number), ..ask } } else { Ask { after: Some(number), ..ask } }
    };
    match from {
        From::Start | From::Cursor(_) => (ask, false),
        From::Past(number) => (bounded(ask, *number), false),
        From::UpTo(number) => (bounded(opposite, *number), true),
        From::End => (opposite, true),
    }
}

fn by_number<T: Record>(mut batch: Batch<T>, from: &From, flipped: bool, number: fn(&T) -> u32) -> Page {
    if flipped {
        batch.items.reverse();
    }
    let (first, last) = (batch.items.first().map(number), batch.items.last().map(number));
    let more = batch.next.is_some();
    let (before, after) = match from {
        From::Start | From::Cursor(_) => (None, last.filter(|_| more).map(From::Past)),
        From::Past(_) => (first.map(From::UpTo), last.filter(|_| more).map(From::Past)),
        From::UpTo(_) => (first.filter(|_| more).map(From::UpTo), last.map(From::Past)),
        From::End => (first.filter(|_| more).map(From::UpTo), None),
    };
    Page { rows: batch.items.iter().map(Row::of).collect(), before, after, note: None }
}

#[cfg(test)]
mod tests {
    use chat_shared::api::types::ChatSummary;

    use super::*;

    fn chats(numbers: &[u32], more: bool) -> Batch<ChatSummary> {
        let chat = |number: &u32| ChatSummary { chat_number: *number, messages_count: 0, title: None };
        Batch { items: numbers.iter().map(chat).collect(), next: more.then(String::new), degraded: false }
    }

    fn ids(page: &Page) -> Vec<&str> {
        page.rows.iter().map(|row| row.id.as_str()).collect()
    }

    #[test]
    fn a_list_of_numbers_is_walked_both_ways_from_any_number() {
        let (ask, flipped) = numbered(&From::Past(7), false);
        assert_eq!((ask.after, ask.before, ask.descending, flipped), (Some(7), None, false, false));
        let (ask, flipped) = numbered(&From::UpTo(7), false);
        assert_eq!((ask.after, ask.before, ask.descending, flipped), (None, Some(7), true, true));
        let (ask, flipped) = numbered(&From::Past(7), true);
        assert_eq!((ask.after, ask.before, ask.descending, flipped), (None, Some(7), true, false));
        let (ask, flipped) = numbered(&From::UpTo(7), true);
        assert_eq!((ask.after, ask.before, ask.descending, flipped), (Some(7), None, false, true));
    }

    #[test]
    fn a_part_says_where_those_around_it_begin() {
        let page = by_number(chats(&[4, 5, 6], true), &From::Past(3), false, |chat| chat.chat_number);
        assert_eq!((page.before.clone(), page.after.clone()), (Some(From::UpTo(4)), Some(From::Past(6))));
        let page = by_number(chats(&[9, 8, 7], true), &From::End, true, |chat| chat.chat_number);
        assert_eq!(
            (ids(&page), page.before.clone(), page.after.clone()),
            (vec!["7", "8", "9"], Some(From::UpTo(7)), None)
        );
        let page = by_number(chats(&[1, 2], false), &From::Start, false, |chat| chat.chat_number);
        assert_eq!((page.before.clone(), page.after.clone()), (None, None));
    }
}
