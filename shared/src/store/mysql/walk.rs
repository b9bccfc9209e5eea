//! All chats counted, for whoever compares everything. Knows how rows are found, and no verdict.
//!
//! Which rows count stands in none of the indexes, and to look each one up costs most of a count. Those that do not count
//! are few: they are found beforehand, by reading the table through in its own order, and then the index of the messages'
//! numbers tells the rest. Measured on MariaDB 10.11 over 1,000,000 chats of five messages: 4 s of processor time, where it
//! takes 20 s to look every row up.

use std::collections::HashMap;
use std::future::pending;
use std::panic::resume_unwind;
use std::sync::Arc;

use futures::stream::{BoxStream, try_unfold, unfold};
use futures::{Stream, StreamExt as _, TryStreamExt as _};
use sqlx::Row as _;
use sqlx::mysql::{MySqlConnection, MySqlPool, MySqlRow};
use tokio::sync::{Semaphore, oneshot};
use tokio::task::JoinError;
use tokio_util::task::AbortOnDropHandle;

use super::fault::fault;
use super::row::{self, Decoded};
use super::transaction::at_one_moment;
use super::{scanning, tally};
use crate::domain::{AppId, ChatNumber};
use crate::fault::Outcome;
use crate::store::ChatTally;

/// Where a chat stands in the order of application and number.
type Place = (AppId, ChatNumber);

/// How a walk goes about it.
#[derive(Debug, Clone, Copy)]
pub struct Strides {
    /// Chats that are counted at a time.
    pub chats: u32,
    /// Ids of messages that are read through at a time.
    pub ids: i64,
    /// Chats with rows that do not count which are remembered, 16 bytes and the table's share each: of more chats every row
    /// is looked up.
    pub remembered: usize,
}

impl Default for Strides {
    fn default() -> Self {
        Self { chats: 10_000, ids: 400_000, remembered: 1_000_000 }
    }
}

/// Pages that are counted at the same time.
const UNDER_WAY: usize = 2;

/// Before every chat.
const START: Place = (AppId(0), 0);

/// The ids of a page's chats are taken as one range where it holds at most so many for each of them.
const SPARSE: i64 = 4;

/// A walk over chats.
pub struct Walk {
    pool: MySqlPool,
    scanning: Arc<Semaphore>,
    strides: Strides,
    /// The application, where it is only one.
    app: Option<AppId>,
    way: Way,
}

/// How far it has come.
enum Way {
    /// Rows that do not count are looked for after an id.
    Reading {
        uncounted: Uncounted,
        after: i64,
    },
    /// Chats are counted, by what was found.
    ByIndex {
        uncounted: Uncounted,
        pages: BoxStream<'static, Outcome<Vec<Counted>>>,
    },
    /// Chats are counted after a place, by each of their rows.
    ByRow {
        after: Place,
    },
    Ended,
}

impl Walk {
    /// A walk over all chats, or those of an application, whose rows are a part of the table and looked up each.
    pub fn new(pool: MySqlPool, scanning: Arc<Semaphore>, app: Option<AppId>, strides: Strides) -> Self {
        let way = match app {
            None => Way::Reading { uncounted: Uncounted::default(), after: 0 },
            Some(app) => Way::ByRow { after: (app, 0) },
        };
        Self { pool, scanning, strides, app, way }
    }

    /// The pages, empty ones while the table is read through.
    pub fn pages(self) -> BoxStream<'static, Outcome<Vec<ChatTally>>> {
        Box::pin(try_unfold(self, |mut walk| async move {
            let way = std::mem::replace(&mut walk.way, Way::Ended);
            Ok(walk.step(way).await?.map(|page| (page, walk)))
        }))
    }

    async fn step(&mut self, way: Way) -> Outcome<Option<Vec<ChatTally>>> {
        match way {
            Way::Reading { mut uncounted, after } => {
                let _scanning = scanning(&self.scanning).await?;
                let last = uncounted.read_on(&self.pool, after, self.strides.ids).await?;
                self.way = match last {
                    _ if uncounted.0.len() > self.strides.remembered => Way::ByRow { after: START },
                    Some(after) => Way::Reading { uncounted, after },
                    None => Way::ByIndex { uncounted, pages: Box::pin(self.by_index()) },
                };
                Ok(Some(Vec::new()))
            }
            Way::ByIndex { uncounted, mut pages } => {
                let Some(page) = pages.try_next().await? else { return Ok(None) };
                let tallies = page.iter().map(|counted| uncounted.leave_out(counted)).collect();
                self.way = Way::ByIndex { uncounted, pages };
                Ok(Some(tallies))
            }
            Way::ByRow { after } => {
                let _scanning = scanning(&self.scanning).await?;
                let tallies = tally::page(&self.pool, self.app, after, self.strides.chats).await?;
                if let Some(after) = self.more(&tallies) {
                    self.way = Way::ByRow { after };
                }
                Ok(Some(tallies))
            }
            Way::Ended => Ok(None),
        }
    }

    /// All chats, counted by the index: while a page is counted, the one after it is listed already.
    fn by_index(&self) -> impl Stream<Item = Outcome<Vec<Counted>>> + Send + use<> {
        let (pool, scanning, limit) = (self.pool.clone(), Arc::clone(&self.scanning), self.strides.chats);
        let (begin, first) = oneshot::channel();
        // It is there to be received.
        let _ = begin.send(START);
        let pages = unfold(first, move |after| {
            let (pool, scanning) = (pool.clone(), Arc::clone(&scanning));
            async move {
                // Nothing is told by the last page, nor by one that fails.
                let after = after.await.ok()?;
                let (tell, next) = oneshot::channel();
                Some((apart(page_by_index(pool, scanning, after, limit, tell)), next))
            }
        });
        pages.buffered(UNDER_WAY)
    }

    /// After which place the next page stands; `None` after the last one.
    fn more(&self, page: &[ChatTally]) -> Option<Place> {
        let last = page.last().filter(|_| page.len() == self.strides.chats as usize)?;
        Some((last.app, last.chat))
    }
}

/// The rows that do not count, by their chat's id: how many, and how many of these are of messages that were never created.
#[derive(Default)]
struct Uncounted(HashMap<i64, (u32, u32)>);

pub const GREATEST_ID: &str = "SELECT CAST(COALESCE(MAX(id), 0) AS SIGNED) FROM messages";

pub const UNCOUNTED: &str = "SELECT chat_id, create_version IS NULL FROM messages FORCE INDEX (PRIMARY)
    WHERE id > ? AND id <= ? AND (state <> 0 OR create_version IS NULL)";

impl Uncounted {
    /// Reads so many ids on after one, in two halves at once: the last one read, `None` where nothing is above it.
    async fn read_on(&mut self, pool: &MySqlPool, after: i64, ids: i64) -> Outcome<Option<i64>> {
        let (half, last) = (after.saturating_add(ids / 2), after.saturating_add(ids));
        let reading = async {
            let greatest: i64 = sqlx::query_scalar(GREATEST_ID).fetch_one(pool).await?;
            let (lower, upper) = tokio::try_join!(uncounted(pool, after, half), uncounted(pool, half, last))?;
            for (chat, is_uncreated) in lower.into_iter().chain(upper) {
                let (all, uncreated) = self.0.entry(chat).or_default();
                *all += 1;
                *uncreated += u32::from(is_uncreated);
            }
            Ok((last < greatest).then_some(last))
        };
        reading.await.map_err(fault("look for messages that do not count"))
    }

    /// What is left of a chat's rows.
    fn leave_out(&self, counted: &Counted) -> ChatTally {
        let (all, uncreated) = self.0.get(&counted.id).copied().unwrap_or_default();
        ChatTally {
            live: counted.tally.rows.saturating_sub(all.into()),
            rows: counted.tally.rows.saturating_sub(uncreated.into()),
            ..counted.tally
        }
    }
}

/// The rows of a range of ids that do not count, by the ids of their chats: whether each was never created.
async fn uncounted(pool: &MySqlPool, after: i64, last: i64) -> Decoded<Vec<(i64, bool)>> {
    // As they come: rows as the server sends them are many times as large.
    let rows = sqlx::query(UNCOUNTED).bind(after).bind(last).fetch(pool);
    rows.and_then(async |row| Ok((row.try_get(0)?, row.try_get(1)?))).try_collect().await
}

/// A chat by the index alone: all its rows are taken for rows that count.
struct Counted {
    id: i64,
    tally: ChatTally,
}

/// Runs `work` as a task of its own, which ends with whoever waits for it: a page that is begun is counted to its end, while
/// those before it are not taken yet, instead of standing still in its transaction.
async fn apart<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> T {
    match AbortOnDropHandle::new(tokio::spawn(work)).await.map_err(JoinError::try_into_panic) {
        Ok(done) => done,
        Err(Ok(panic)) => resume_unwind(panic),
        // The process ends, and so does whoever waits.
        Err(Err(_)) => pending().await,
    }
}

/// The page after a place, as it is at one moment. Tells where the next one begins as soon as it knows.
async fn page_by_index(
    pool: MySqlPool,
    permits: Arc<Semaphore>,
    after: Place,
    limit: u32,
    tell: oneshot::Sender<Place>,
) -> Outcome<Vec<Counted>> {
    let _scanning = scanning(&permits).await?;
    at_one_moment(&pool, |db| Box::pin(by_index(db, after, limit, tell))).await
}

async fn by_index(
    db: &mut MySqlConnection,
    after: Place,
    limit: u32,
    tell: oneshot::Sender<Place>,
) -> Outcome<Vec<Counted>> {
    let mut page = chats(db, after, limit).await?;
    let Some(last) = page.last().map(|last| (last.tally.app, last.tally.chat)) else { return Ok(page) };
    if page.len() == limit as usize {
        // Nobody waits for it where the walk was given up.
        let _ = tell.send(last);
    }
    let ids: Vec<i64> = page.iter().map(|counted| counted.id).collect();
    let (rows, ends) = (rows_of(db, &ids).await?, gap_ends(db, after, last).await?);
    for Counted { id, tally } in &mut page {
        (tally.rows, tally.max) = rows.get(id).copied().unwrap_or_default();
        tally.gap_end = ends.get(&(tally.app, tally.chat)).copied().unwrap_or(0);
    }
    Ok(page)
}

pub const CHATS: &str =
    "SELECT c.id, c.application_id, c.chat_number, COALESCE(c.deleted_at, a.deleted_at) IS NOT NULL,
        c.messages_count
    FROM chats c FORCE INDEX (idx_chat_application_id_chat_number)
    STRAIGHT_JOIN applications a ON a.id = c.application_id
    WHERE (c.application_id > ? OR (c.application_id = ? AND c.chat_number > ?))
    ORDER BY c.application_id, c.chat_number LIMIT ?";

async fn chats(db: &mut MySqlConnection, (app, chat): Place, limit: u32) -> Outcome<Vec<Counted>> {
    let decode = |row: &MySqlRow| -> Decoded<Counted> {
        let tally = ChatTally {
            app: AppId(row.try_get(1)?),
            chat: row.try_get(2)?,
            deleted: row.try_get(3)?,
            stored_count: row::count(row.try_get(4)?),
            live: 0,
            rows: 0,
            max: 0,
            gap_end: 0,
        };
        Ok(Counted { id: row.try_get(0)?, tally })
    };
    let rows = sqlx::query(CHATS).bind(app.0).bind(app.0).bind(chat).bind(limit).fetch_all(db).await;
    rows.and_then(|rows| rows.iter().map(decode).collect()).map_err(fault("list chats to be counted"))
}

pub const ROWS_BETWEEN: &str = "SELECT chat_id, COUNT(*), MAX(message_number)
    FROM messages FORCE INDEX (idx_message_chat_id_message_number)
    WHERE chat_id BETWEEN ? AND ? GROUP BY chat_id";

pub const ROWS_OF: &str = "SELECT m.chat_id, COUNT(*), MAX(m.message_number)
    FROM JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT PATH '$')) j
    STRAIGHT_JOIN messages m FORCE INDEX (idx_message_chat_id_message_number) ON m.chat_id = j.id
    GROUP BY m.chat_id";

/// How many rows chats have, and their greatest numbers.
async fn rows_of(db: &mut MySqlConnection, ids: &[i64]) -> Outcome<HashMap<i64, (u64, u32)>> {
    let (least, most) = ids.iter().fold((i64::MAX, 0), |(least, most), id| (least.min(*id), most.max(*id)));
    let many = i64::try_from(ids.len()).unwrap_or(i64::MAX);
    let query = if most - least < many.saturating_mul(SPARSE) {
        sqlx::query(ROWS_BETWEEN).bind(least).bind(most)
    } else {
        sqlx::query(ROWS_OF).bind(serde_json::json!(ids).to_string())
    };
    let decode =
        |row: &MySqlRow| -> Decoded<_> { Ok((row.try_get(0)?, (row::count(row.try_get(1)?), row.try_get(2)?))) };
    let rows = query.fetch_all(db).await;
    rows.and_then(|rows| rows.iter().map(decode).collect()).map_err(fault("count the rows of chats"))
}

pub const GAP_ENDS: &str = "SELECT application_id, chat_number, MAX(to_number) FROM gaps
    WHERE (application_id > ? OR (application_id = ? AND chat_number > ?))
        AND (application_id < ? OR (application_id = ? AND chat_number <= ?))
    GROUP BY application_id, chat_number
    UNION ALL SELECT application_id, chat_number, MAX(to_number) FROM given_up
    WHERE (application_id > ? OR (application_id = ? AND chat_number > ?))
        AND (application_id < ? OR (application_id = ? AND chat_number <= ?))
    GROUP BY application_id, chat_number";

/// The ends of the greatest gaps after a place, up to another one.
async fn gap_ends(db: &mut MySqlConnection, after: Place, last: Place) -> Outcome<HashMap<Place, u32>> {
    let mut query = sqlx::query(GAP_ENDS);
    for (app, chat) in [after, last, after, last] {
        query = query.bind(app.0).bind(app.0).bind(chat);
    }
    let decode = |row: &MySqlRow| -> Decoded<_> { Ok(((AppId(row.try_get(0)?), row.try_get(1)?), row.try_get(2)?)) };
    let rows = query.fetch_all(db).await;
    let read: Decoded<Vec<(Place, u32)>> = rows.and_then(|rows| rows.iter().map(decode).collect());
    let mut ends = HashMap::new();
    for (place, end) in read.map_err(fault("read the gaps of chats"))? {
        let greatest: &mut u32 = ends.entry(place).or_default();
        *greatest = end.max(*greatest);
    }
    Ok(ends)
}

#[cfg(test)]
mod tests {
    use sqlx::{Connection as _, Executor as _};

    use super::*;
    use crate::clock::SystemClock;
    use crate::store::mysql::MysqlStore;
    use crate::store::mysql::trial::{fill, on_a_database};

    /// Rows of every kind: deleted, dead, never created, and of chats that are deleted.
    const KINDS: [&str; 4] = [
        "UPDATE messages SET state = 1 WHERE id % 7 = 0",
        "UPDATE messages SET state = 2 WHERE id % 13 = 0",
        "UPDATE messages SET create_version = NULL WHERE id % 11 = 0",
        "UPDATE chats SET deleted_at = 1 WHERE id % 17 = 0",
    ];

    async fn walk_each_way(url: url::Url) {
        let store = MysqlStore::open(url.as_str(), 2, Arc::new(SystemClock)).await.expect("opens");
        let mut db = MySqlConnection::connect(url.as_str()).await.expect("the server answers");
        fill(&mut db).await;
        for statement in KINDS {
            db.execute(statement).await.expect("changed");
        }
        let expected = tally::page(&mut db, None, (AppId(0), 0), 10_000).await.expect("counted");
        assert_eq!(expected.len(), 4_000);
        let usual = Strides::default();
        // Ids of a page of few chats lie far apart: applications took turns when they were made.
        let short = Strides { chats: 150, ids: 999, ..usual };
        let forgetful = Strides { remembered: 100, ..short };
        let greatest: i64 = sqlx::query_scalar(GREATEST_ID).fetch_one(&mut db).await.expect("read");
        let all = usize::try_from(greatest.unsigned_abs().div_ceil(999)).expect("few");
        for (strides, reads) in [(usual, 1), (short, all), (forgetful, 1)] {
            let walk = Walk::new(store.pool.clone(), Arc::clone(&store.scanning), None, strides);
            let pages: Vec<_> = walk.pages().try_collect().await.expect("counted");
            assert_eq!(pages.iter().filter(|page| page.is_empty()).count(), reads, "{strides:?}");
            assert_eq!(pages.concat(), expected, "{strides:?}");
        }
        let walk = Walk::new(store.pool.clone(), Arc::clone(&store.scanning), Some(expected[0].app), short);
        let pages: Vec<_> = walk.pages().try_collect().await.expect("counted");
        assert_eq!(pages.concat(), expected[..200]);
    }

    #[tokio::test]
    async fn chats_are_counted_alike_whatever_way_is_taken() {
        on_a_database("walks over the chats of a MySQL or MariaDB server", walk_each_way).await;
    }
}
