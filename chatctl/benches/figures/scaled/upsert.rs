//! The floor of persisting: the same rows in statements of 1,000, over one connection, and nothing else.

use std::time::Instant;

use sqlx::mysql::{MySqlArguments, MySqlConnection};
use sqlx::{Arguments as _, AssertSqlSafe, Connection as _};

use super::block_on;
use super::servers::Servers;

const ROWS: u32 = 1_000;

/// Rows a second, into a table like the installation's own in `database`.
pub fn rows(servers: &Servers, database: &str, contents: &[String], count: u32) -> f64 {
    servers.on_database(database, &["CREATE TABLE floor LIKE messages"]);
    let url = format!("{}/{database}", servers.url("mariadb"));
    let row = vec!["(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"; ROWS as usize].join(", ");
    let sql: std::sync::Arc<str> = format!(
        "INSERT INTO floor (chat_id, message_number, message_content, sender, sent_at, create_version, version, state,
            created_at, updated_at) VALUES {row} ON DUPLICATE KEY UPDATE message_content = VALUES(message_content)"
    )
    .into();
    block_on(async {
        let mut db = MySqlConnection::connect(&url).await.expect("the database");
        let mut contents = contents.iter().cycle();
        let begun = Instant::now();
        for batch in 0..count / ROWS {
            let mut values = MySqlArguments::default();
            for (place, content) in (0..ROWS).zip(contents.by_ref()) {
                add(&mut values, batch % 20 + 1, batch / 20 * ROWS + place + 1, content).expect("a row");
            }
            sqlx::query_with(AssertSqlSafe(std::sync::Arc::clone(&sql)), values)
                .execute(&mut db)
                .await
                .expect("writes");
        }
        f64::from(count) / begun.elapsed().as_secs_f64()
    })
}

fn add(values: &mut MySqlArguments, chat: u32, number: u32, content: &str) -> Result<(), sqlx::error::BoxDynError> {
    values.add(chat)?;
    values.add(number)?;
    values.add(content)?;
    values.add(None::<&str>)?;
    values.add(None::<i64>)?;
    for version in [1_700_000_000_000_i64 << 20, 1_700_000_000_000 << 20] {
        values.add(version + i64::from(number))?;
    }
    values.add(0)?;
    values.add(1_700_000_000_000_i64)?;
    values.add(1_700_000_000_000_i64)
}
