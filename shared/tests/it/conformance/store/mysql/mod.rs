//! Every story on a MySQL or MariaDB server (`CHATD_TEST_MYSQL_URL`), each in a database of its own; and what only a server
//! can do: be written to by many, be set up otherwise, not be there.

mod database;
mod galera;
mod schema;
mod sharing;
mod trouble;

use self::database::Database;
use super::bench::Bench;

async fn a_bench() -> Option<Bench> {
    let database = Database::create().await?;
    Some(Bench::new(Box::new(database)).await)
}

every_story!(a_bench);
