//! The schema: made by whoever comes first, repeated where it was interrupted, refused where it is not what it should be.

use chat_shared::fault::Kind;
use chat_shared::store::mysql::MysqlStore;
use chat_shared::store::{Numbers as _, Store as _};
use futures::future::join_all;
use sqlx::Row as _;

use super::database::Database;

async fn refusal(database: &Database) -> String {
    let fault = database.store().await.err().expect("refused");
    assert_eq!(fault.kind, Kind::Corrupt, "{}", fault.chain());
    fault.chain()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn ten_processes_may_start_together() {
    let Some(database) = Database::create().await else { return };
    let stores = join_all((0..10).map(|_| database.store())).await;
    let mut identities = Vec::new();
    for store in stores {
        let store = store.map_err(|fault| fault.chain()).expect("opens");
        identities.push(store.recorded().await.expect("recorded").installation);
        store.close().await;
    }
    identities.dedup();
    assert_eq!(identities.len(), 1, "{identities:?}");
}

#[tokio::test]
async fn a_migration_that_was_interrupted_is_repeated() {
    let Some(database) = Database::create().await else { return };
    let identity = database.store().await.expect("opens").recorded().await.expect("recorded").installation;
    // Made and not recorded; recorded neither and not made.
    database.meddle("DELETE FROM schema_versions WHERE version BETWEEN 5 AND 9; DROP TABLE gaps").await;
    MysqlStore::migrate(database.url().as_str()).await.expect("migrated");
    let store = database.store().await.expect("opens");
    assert_eq!(store.recorded().await.expect("recorded").installation, identity);
}

#[tokio::test]
async fn a_schema_that_is_newer_than_the_binary_is_refused() {
    let Some(database) = Database::create().await else { return };
    MysqlStore::migrate(database.url().as_str()).await.expect("migrated");
    database.meddle("INSERT INTO schema_versions VALUES (9999, 'later', 'x')").await;
    let said = refusal(&database).await;
    assert!(said.contains("9999") && said.contains("newer than this binary"), "{said}");
}

#[tokio::test]
async fn a_schema_that_another_text_made_is_refused() {
    let Some(database) = Database::create().await else { return };
    MysqlStore::migrate(database.url().as_str()).await.expect("migrated");
    database.meddle("UPDATE schema_versions SET checksum = 'x' WHERE version = 3").await;
    let said = refusal(&database).await;
    assert!(said.contains("another text of migration 3"), "{said}");
}

#[tokio::test]
async fn everything_that_is_wrong_with_the_tables_is_told_at_once_with_what_to_do() {
    let Some(database) = Database::create().await else { return };
    MysqlStore::migrate(database.url().as_str()).await.expect("migrated");
    database
        .meddle(
            "ALTER TABLE applications CONVERT TO CHARACTER SET latin1;
            ALTER TABLE messages DROP COLUMN sender, MODIFY message_content TEXT COLLATE utf8mb4_bin NOT NULL;
            ALTER TABLE chats DROP KEY idx_chat_application_id_chat_number",
        )
        .await;
    let said = refusal(&database).await;
    for part in [
        "applications.name has the collation latin1_",
        "ALTER TABLE applications CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
        "messages.sender is missing",
        "messages.message_content is text instead of mediumtext",
        "ADD UNIQUE KEY idx_chat_application_id_chat_number (application_id,chat_number)",
    ] {
        assert!(said.contains(part), "{part:?} is not told: {said}");
    }
}

#[tokio::test]
async fn another_number_of_partitions_is_refused() {
    let Some(database) = Database::create().await else { return };
    MysqlStore::migrate(database.url().as_str()).await.expect("migrated");
    database.meddle("UPDATE installation SET partitions = 32").await;
    let said = refusal(&database).await;
    assert!(said.contains("born with 32"), "{said}");
    database.meddle("UPDATE installation SET partitions = 64; DELETE FROM partitions WHERE epoch = 1 LIMIT 1").await;
    let said = refusal(&database).await;
    assert!(said.contains("are gone"), "{said}");
}

#[tokio::test]
async fn who_may_not_create_tables_is_told_to_migrate_and_needs_no_such_right_afterwards() {
    let Some(database) = Database::create().await else { return };
    let url = database.url_for_user("SELECT, INSERT, UPDATE, DELETE").await;
    let refused = MysqlStore::migrate(url.as_str()).await.expect_err("refused");
    let said = refused.chain();
    assert!(said.contains("run chatd migrate") && !said.contains("hunter2"), "{said}");
    MysqlStore::migrate(database.url().as_str()).await.expect("migrated");
    MysqlStore::migrate(url.as_str()).await.expect("nothing is left to do");
}

#[tokio::test]
async fn tables_say_what_they_need_whatever_the_servers_defaults_are() {
    let Some(database) = Database::create().await else { return };
    MysqlStore::migrate(database.url().as_str()).await.expect("migrated");
    let mut db = database.connect().await;
    let tables = sqlx::query(
        "SELECT CAST(table_name AS CHAR), CAST(engine AS CHAR), CAST(table_collation AS CHAR)
        FROM information_schema.tables WHERE table_schema = DATABASE()",
    );
    let tables = tables.fetch_all(&mut db).await.expect("listed");
    assert!(tables.len() > 14);
    for table in tables {
        let (engine, collation): (String, String) = (table.get(1), table.get(2));
        assert_eq!((engine.as_str(), collation.as_str()), ("InnoDB", "utf8mb4_bin"), "{:?}", table.get::<String, _>(0));
    }
    let indexes: Vec<String> = sqlx::query_scalar(
        "SELECT DISTINCT CAST(index_name AS CHAR) FROM information_schema.statistics WHERE table_schema = DATABASE()",
    )
    .fetch_all(&mut db)
    .await
    .expect("listed");
    for index in [
        "idx_application_token",
        "idx_chat_application_id_chat_number",
        "idx_chat_number",
        "idx_message_chat_id_message_number",
        "idx_message_number",
    ] {
        assert!(indexes.iter().any(|found| found == index), "{index} is missing: {indexes:?}");
    }
    let foreign: i64 = sqlx::query_scalar(
        "SELECT COUNT(*) FROM information_schema.referential_constraints WHERE constraint_schema = DATABASE()",
    )
    .fetch_one(&mut db)
    .await
    .expect("counted");
    assert_eq!(foreign, 0, "ingest must not wait for a foreign key");
}

#[tokio::test]
async fn two_installations_are_not_the_same() {
    let (Some(one), Some(other)) = (Database::create().await, Database::create().await) else { return };
    let identity = async |database: &Database| {
        database.store().await.expect("opens").recorded().await.expect("recorded").installation
    };
    assert_ne!(identity(&one).await, identity(&other).await);
}
