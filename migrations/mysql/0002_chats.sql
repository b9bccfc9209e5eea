-- version is that of updates only. create_version is NULL in a stub, made by whatever of a chat came before its creation.
-- state: 0 stored (or a stub), 2 dead. Deleted chats keep their row as a tombstone. No foreign key: ingest must not wait for one.
CREATE TABLE IF NOT EXISTS chats (
    id             BIGINT       NOT NULL AUTO_INCREMENT,
    application_id BIGINT       NOT NULL,
    chat_number    INT UNSIGNED NOT NULL,
    title          VARCHAR(255),
    messages_count BIGINT       NOT NULL,
    create_version BIGINT,
    version        BIGINT       NOT NULL,
    state          TINYINT      NOT NULL,
    created_at     BIGINT       NOT NULL,
    updated_at     BIGINT       NOT NULL,
    deleted_at     BIGINT,
    PRIMARY KEY (id),
    UNIQUE KEY idx_chat_application_id_chat_number (application_id, chat_number),
    KEY idx_chat_number (chat_number),
    CONSTRAINT chk_chat_number CHECK (chat_number >= 1),
    CONSTRAINT chk_chat_messages_count CHECK (messages_count >= 0),
    CONSTRAINT chk_chat_state CHECK (state IN (0, 2))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
