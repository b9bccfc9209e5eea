//! What must be true of a server and of its tables before anything is written: what would lose data is refused, all of it
//! told at once; what only may is warned of.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::mysql::{MySqlConnection, MySqlRow};
use sqlx::{Connection as _, Row as _};

use super::super::address::Address;
use super::super::connect::connect;
use super::super::fault::fault;
use super::super::row::Decoded;
use crate::domain::PARTITIONS;
use crate::fault::{Fault, Kind, Outcome, Part};

/// The least version of MariaDB: `JSON_TABLE`, `CHECK`, recursive expressions, and what this was tested on.
const MARIADB: (u32, u32, u32) = (10, 11, 0);

/// The least version of MySQL: the first that enforces `CHECK`.
const MYSQL: (u32, u32, u32) = (8, 0, 16);

/// The least `max_allowed_packet`: a batch with what it is filled up with, and the largest message.
const PACKET: u64 = 16 * 1024 * 1024;

/// The columns that are used, with their types; text must be compared by its code points.
const TABLES: [(&str, &str); 20] = [
    (
        "applications",
        "id bigint, token_hash varbinary, token varbinary, name varchar, chats_count bigint, version bigint,
         created_at bigint, updated_at bigint, deleted_at bigint",
    ),
    (
        "chats",
        "id bigint, application_id bigint, chat_number int, title varchar, messages_count bigint, create_version bigint,
         version bigint, state tinyint, created_at bigint, updated_at bigint, deleted_at bigint",
    ),
    (
        "messages",
        "id bigint, chat_id bigint, message_number int, message_content mediumtext, sender varchar, sent_at bigint,
         create_version bigint, version bigint, state tinyint, created_at bigint, updated_at bigint",
    ),
    ("purges", "application_id bigint, chat_id bigint"),
    (
        "installation",
        "id tinyint, identity varchar, partitions int, confirmation bigint, server varchar, durable tinyint,
         drained tinyint, revision bigint",
    ),
    ("partitions", "partition smallint, epoch int, capacity int, checkpoint bigint, messages bigint"),
    (
        "gaps",
        "id bigint, application_id bigint, chat_number int, from_number int, to_number int, epoch int, reason varchar,
         at bigint",
    ),
    (
        "given_up",
        "application_id bigint, chat_number int, from_number int, to_number int, epoch int, at bigint",
    ),
    (
        "idempotency",
        "key_hash varbinary, number int, count int, body_hash varbinary, entry_id bigint, created_at bigint",
    ),
    (
        "dead_letters",
        "id bigint, partition smallint, entry_id bigint, number int, kind varchar, payload longblob, reason mediumtext,
         attempts int, first_at bigint, last_at bigint, resolved_at bigint",
    ),
    (
        "search_backlog",
        "generation bigint, application_id bigint, chat_number int, from_number int, to_number int",
    ),
    (
        "operations",
        "id bigint, kind varchar, state varchar, params mediumtext, done bigint, total bigint, position mediumtext,
         result mediumtext, error mediumtext, created_at bigint, updated_at bigint, finished_at bigint",
    ),
    (
        "nodes",
        "id varchar, role varchar, pid int, version varchar, entry_version int, started_at bigint, heartbeat_at bigint,
         search_generation bigint",
    ),
    ("dead_letter_originals", "dead_letter_id bigint, payload longblob"),
    ("operation_controls", "operation_id bigint, paused tinyint, rate bigint"),
    ("operator_log", "id bigint, at bigint, who varchar, what varchar, target mediumtext, result mediumtext"),
    ("directives", "station varchar, kind varchar, at bigint, who varchar, idle_ms bigint"),
    ("losses", "partition smallint, epoch int"),
    ("locks", "name varchar"),
    ("retired_tokens", "token_hash varbinary, application_id bigint, expires_at bigint"),
];

/// The keys that writing relies on: without one of them an upsert would insert twice.
const UNIQUE: [(&str, &str, &str); 5] = [
    ("applications", "idx_application_token", "token"),
    ("chats", "idx_chat_application_id_chat_number", "application_id,chat_number"),
    ("messages", "idx_message_chat_id_message_number", "chat_id,message_number"),
    ("gaps", "idx_gap_sequence_epoch", "application_id,chat_number,epoch"),
    ("dead_letters", "idx_dead_letter_partition_entry_id", "partition,entry_id"),
];

/// Looks at the server, the tables and the installation. What is wrong is told as one [`Kind::Corrupt`].
pub async fn check(address: &Address) -> Outcome<()> {
    let mut db = connect(address).await?;
    let wrong = findings(address, &mut db).await?;
    db.close().await.map_err(fault("close a connection"))?;
    if wrong.is_empty() {
        return Ok(());
    }
    let doing = format!("use {}: {}", address.shown, wrong.join("; "));
    Err(Fault::new(Part::Store, Kind::Corrupt, doing))
}

async fn findings(address: &Address, db: &mut MySqlConnection) -> Outcome<Vec<String>> {
    let mut wrong = server(address, db).await?;
    wrong.extend(columns(db).await?);
    wrong.extend(keys(db).await?);
    // Of tables that are not what they should be nothing can be read.
    if wrong.is_empty() {
        wrong.extend(partitions(db).await?);
    }
    Ok(wrong)
}

const SERVER: &str = "SELECT VERSION(), CAST(@@max_allowed_packet AS SIGNED),
    CAST(@@innodb_flush_log_at_trx_commit AS SIGNED), CAST(@@read_only AS SIGNED)";

async fn server(address: &Address, db: &mut MySqlConnection) -> Outcome<Vec<String>> {
    let row = sqlx::query(SERVER).fetch_one(db).await.map_err(fault("say what server it is"))?;
    let decode = || -> Decoded<(String, i64, i64, i64)> {
        Ok((row.try_get(0)?, row.try_get(1)?, row.try_get(2)?, row.try_get(3)?))
    };
    let (version, packet, flushing, read_only) = decode().map_err(fault("say what server it is"))?;
    let mut wrong: Vec<String> = too_old(&version).into_iter().collect();
    if u64::try_from(packet).is_ok_and(|packet| packet < PACKET) {
        wrong.push(format!("its max_allowed_packet is {packet} bytes; set it to 64M ({PACKET} at the least)"));
    }
    if flushing != 1 {
        tracing::warn!(
            server = %address.shown,
            "innodb_flush_log_at_trx_commit is {flushing}: a power cut may lose what was acknowledged; set it to 1"
        );
    }
    if read_only != 0 {
        tracing::warn!(server = %address.shown, "the server is read-only: what is accepted waits in the queue");
    }
    Ok(wrong)
}

/// Why a version will not do.
fn too_old(version: &str) -> Option<String> {
    let (name, least) = if version.contains("MariaDB") { ("MariaDB", MARIADB) } else { ("MySQL", MYSQL) };
    // MariaDB puts "5.5.5-" before its version where it speaks to old replicas.
    let digits = version.strip_prefix("5.5.5-").unwrap_or(version);
    let mut numbers = digits.split(|c: char| !c.is_ascii_digit()).map(|part| part.parse().unwrap_or(0));
    let mut next = || numbers.next().unwrap_or(0);
    let found = (next(), next(), next());
    let (major, minor, patch) = least;
    (found < least).then(|| format!("it is {name} {version}, which is older than {major}.{minor}.{patch}; upgrade it"))
}

const COLUMNS: &str = "SELECT CAST(table_name AS CHAR), CAST(column_name AS CHAR), CAST(data_type AS CHAR),
        CAST(collation_name AS CHAR)
    FROM information_schema.columns WHERE table_schema = DATABASE()";

/// A column's type, and the collation of text.
type Columns = BTreeMap<(String, String), (String, Option<String>)>;

async fn columns(db: &mut MySqlConnection) -> Outcome<Vec<String>> {
    let decode =
        |row: &MySqlRow| -> Decoded<_> { Ok(((row.try_get(0)?, row.try_get(1)?), (row.try_get(2)?, row.try_get(3)?))) };
    let rows = sqlx::query(COLUMNS).fetch_all(db).await;
    let found: Columns =
        rows.and_then(|rows| rows.iter().map(decode).collect()).map_err(fault("say which columns it has"))?;
    let expected = TABLES.iter().flat_map(|(table, columns)| {
        columns
            .split(',')
            .filter_map(move |column| column.trim().split_once(' ').map(|(name, kind)| (*table, name, kind)))
    });
    Ok(expected.filter_map(|(table, column, kind)| wrong_column(&found, table, column, kind)).collect())
}

fn wrong_column(found: &Columns, table: &str, column: &str, expected: &str) -> Option<String> {
    let Some((kind, collation)) = found.get(&(table.to_owned(), column.to_owned())) else {
        return Some(format!("the column {table}.{column} is missing; restore it from migrations/mysql"));
    };
    if !kind.eq_ignore_ascii_case(expected) {
        return Some(format!("the column {table}.{column} is {kind} instead of {expected}; alter it"));
    }
    let collation = collation.as_ref()?;
    let binary = collation.starts_with("utf8mb4_") && collation.ends_with("_bin");
    (!binary).then(|| {
        format!(
            "the column {table}.{column} has the collation {collation}, which takes different texts for one; ALTER TABLE \
             {table} CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"
        )
    })
}

const KEYS: &str = "SELECT CAST(table_name AS CHAR), CAST(index_name AS CHAR),
        CAST(GROUP_CONCAT(column_name ORDER BY seq_in_index) AS CHAR)
    FROM information_schema.statistics WHERE table_schema = DATABASE() AND non_unique = 0
    GROUP BY table_name, index_name";

async fn keys(db: &mut MySqlConnection) -> Outcome<Vec<String>> {
    let decode = |row: &MySqlRow| -> Decoded<(String, String, String)> {
        Ok((row.try_get(0)?, row.try_get(1)?, row.try_get(2)?))
    };
    let rows = sqlx::query(KEYS).fetch_all(db).await;
    let found: BTreeSet<_> =
        rows.and_then(|rows| rows.iter().map(decode).collect()).map_err(fault("say which keys it has"))?;
    let absent = |(table, key, columns): &&(&str, &str, &str)| {
        !found.contains(&((*table).to_owned(), (*key).to_owned(), (*columns).to_owned()))
    };
    let told = |(table, key, columns): &(&str, &str, &str)| {
        format!("the unique key {key} is missing; ALTER TABLE {table} ADD UNIQUE KEY {key} ({columns})")
    };
    Ok(UNIQUE.iter().filter(absent).map(told).collect())
}

const BORN: &str =
    "SELECT (SELECT CAST(partitions AS SIGNED) FROM installation WHERE id = 1), (SELECT COUNT(*) FROM partitions)";

/// How many partitions there are decides which log a chat's entries stand on: it never changes.
async fn partitions(db: &mut MySqlConnection) -> Outcome<Option<String>> {
    let (born, rows): (Option<i64>, i64) =
        sqlx::query_as(BORN).fetch_one(db).await.map_err(fault("say how many partitions it has"))?;
    let right = i64::from(PARTITIONS);
    Ok(match born {
        Some(born) if born != right => {
            Some(format!("it was born with {born} partitions, and can never be used with {right}"))
        }
        Some(_) if rows == right => None,
        _ => Some("the rows of the installation or of its partitions are gone; restore them from a backup".into()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_servers_are_named() {
        for new in
            ["10.11.6-MariaDB-1", "5.5.5-10.11.6-MariaDB", "11.4.2-MariaDB-log", "8.0.36", "8.4.0-commercial", "9.0.1"]
        {
            assert_eq!(too_old(new), None, "{new}");
        }
        for old in ["10.6.18-MariaDB", "5.5.5-10.3.39-MariaDB", "5.7.44-log", "8.0.15", "rubbish"] {
            assert!(too_old(old).is_some_and(|said| said.contains(old)), "{old}");
        }
    }
}
