//! What every `ls` does: asks for part after part until there is enough, and says where the list goes on. Nothing is cut
//! short silently.

use std::future::Future;

use clap::Args;

use crate::backend::{Ask, Batch};
use crate::output::exit::{Done, Outcome};
use crate::output::failure::{Failure, Kind};
use crate::output::record::Record;
use crate::output::sink::Page;
use crate::session::Session;

/// The flag of lists that go on from where an earlier one ended.
#[derive(Debug, Clone, Args)]
pub struct CursorArg {
    /// Go on where an earlier list ended: the `page.next` of its JSON
    #[arg(long, value_name = "CURSOR")]
    pub cursor: Option<String>,
}

/// The most rows that one request asks for; the API gives no more.
const MOST_ROWS: u64 = 200;

/// Prints the list that `fetch` gives part by part, as the result of `command`.
pub async fn print<T, F, Answer>(session: &mut Session, command: &str, first: Ask, fetch: F) -> Outcome
where
    T: Record,
    F: Fn(Ask) -> Answer,
    Answer: Future<Output = Result<Batch<T>, Failure>>,
{
    let limit = session.limit();
    let chosen = session.global.limit.is_some();
    let from = first.cursor.clone();
    let mut list = session.printer.list::<T>(command)?;
    let (mut shown, mut ask, mut degraded) = (0, first, false);
    let next = loop {
        ask.limit = part(limit, shown);
        let batch = fetch(ask.clone()).await.map_err(|failure| match failure.kind {
            // Whatever follows comes from chatd itself; the first may come from anywhere.
            Kind::Usage if ask.cursor.is_some() && ask.cursor == from => {
                failure.hint("--cursor takes the `page.next` of an earlier list of the same command")
            }
            _ => failure,
        })?;
        for item in &batch.items {
            list.push(item)?;
        }
        shown += batch.items.len() as u64;
        degraded |= batch.degraded;
        let enough = limit.is_some_and(|limit| shown >= limit);
        match batch.next {
            Some(next) if !enough => ask.cursor = Some(next),
            next => break next,
        }
    };
    if degraded {
        list.warn("the search engine is not available: chatd answered from its database");
    }
    match (&next, list.sorts()) {
        (Some(_), true) => list.warn(format!("there are more: only the first {shown} were sorted; --all sorts all")),
        (Some(_), false) if !chosen => list.note(format!("the first {shown}; --all prints all")),
        _ => {}
    }
    list.set_page(Page { next, total: None });
    list.finish()?;
    Ok(Done::All)
}

/// All of a list, for those who need the whole before they can say anything.
pub async fn gather<T, F, Answer>(first: Ask, fetch: F) -> Result<Vec<T>, Failure>
where
    F: Fn(Ask) -> Answer,
    Answer: Future<Output = Result<Batch<T>, Failure>>,
{
    let (mut all, mut ask) = (Vec::new(), Ask { limit: part(None, 0), ..first });
    loop {
        let batch = fetch(ask.clone()).await?;
        all.extend(batch.items);
        match batch.next {
            Some(next) => ask.cursor = Some(next),
            None => return Ok(all),
        }
    }
}

/// How many to ask for next.
fn part(limit: Option<u64>, shown: u64) -> u32 {
    let left = limit.map_or(MOST_ROWS, |limit| limit - shown);
    u32::try_from(left.min(MOST_ROWS)).unwrap_or(1)
}
