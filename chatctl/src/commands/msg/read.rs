//! Looking at messages: a range of a chat, the last ones, one, and those that contain a text.

use chat_shared::api::types::Message;
use chat_shared::domain::{ChatNumber, MessageNumber};

use super::{LsArgs, Versioned};
use crate::backend::{Ask, Backend, ChatOf};
use crate::commands::listing::{CursorArg, print};
use crate::commands::named::{ChatArg, application};
use crate::output::exit::{Done, Outcome};
use crate::output::failure::Failure;
use crate::session::Session;

/// The most rows that one request asks for; the API gives no more.
const MOST_ROWS: u32 = 200;

pub async fn ls(backend: &dyn Backend, session: &mut Session, args: LsArgs) -> Outcome {
    let app = application(backend, &args.chat.app).await?;
    let of = ChatOf { token: &app.token, chat: args.chat.chat };
    let window = Ask {
        after: args.from.map(|from| from - 1),
        before: args.to.and_then(|to| to.checked_add(1)),
        ..Ask::default()
    };
    if let Some(count) = args.last {
        let messages = last(backend, of, window, count).await?;
        let mut list = session.printer.list("msg.list")?;
        for message in &messages {
            list.push(message)?;
        }
        list.finish()?;
        return Ok(Done::All);
    }
    // `to` alone would mean the ones nearest to it: a list begins at its beginning.
    let first = Ask { cursor: args.cursor.cursor, after: window.after.or(Some(0)), ..window };
    print(session, "msg.list", first, |ask| async move { backend.messages(of, &ask).await }).await
}

/// The last `count` messages of a window, in order.
pub async fn last(backend: &dyn Backend, of: ChatOf<'_>, window: Ask, count: u32) -> Result<Vec<Message>, Failure> {
    let mut newest_first = Vec::new();
    let mut ask = Ask { descending: true, ..window };
    while let left @ 1.. = count.saturating_sub(u32::try_from(newest_first.len()).unwrap_or(u32::MAX)) {
        ask.limit = left.min(MOST_ROWS);
        let batch = backend.messages(of, &ask).await?;
        newest_first.extend(batch.items);
        match batch.next {
            Some(next) => ask.cursor = Some(next),
            None => break,
        }
    }
    newest_first.reverse();
    Ok(newest_first)
}

pub async fn get(backend: &dyn Backend, session: &mut Session, chat: ChatArg, number: MessageNumber) -> Outcome {
    let app = application(backend, &chat.app).await?;
    let (message, version) = backend.message(ChatOf { token: &app.token, chat: chat.chat }, number).await?;
    session.printer.item("msg.get", &Versioned { message, version })?;
    Ok(Done::All)
}

pub async fn search(
    backend: &dyn Backend,
    session: &mut Session,
    named: &str,
    chat: Option<ChatNumber>,
    text: &str,
    cursor: CursorArg,
) -> Outcome {
    let app = application(backend, named).await?;
    let token = app.token.as_str();
    let first = Ask { cursor: cursor.cursor, ..Ask::default() };
    print(session, "msg.search", first, |ask| async move {
        let mut batch = backend.search(token, chat, text, &ask).await?;
        for found in &mut batch.items {
            // The API leaves out what its path says; every format here has the same fields.
            found.chat_number = found.chat_number.or(chat);
        }
        Ok(batch)
    })
    .await
}
