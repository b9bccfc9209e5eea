-- create_version and created_at are NULL while only an update or a deletion has come: the message does not exist yet.
-- state: 0 stored, 1 deleted, 2 dead (parked; see dead_letters). No foreign key: ingest must not wait for one.
CREATE TABLE IF NOT EXISTS messages (
    id              BIGINT       NOT NULL AUTO_INCREMENT,
    chat_id         BIGINT       NOT NULL,
    message_number  INT UNSIGNED NOT NULL,
    message_content MEDIUMTEXT   NOT NULL,
    sender          VARCHAR(255),
    sent_at         BIGINT,
    create_version  BIGINT,
    version         BIGINT       NOT NULL,
    state           TINYINT      NOT NULL,
    created_at      BIGINT,
    updated_at      BIGINT       NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY idx_message_chat_id_message_number (chat_id, message_number),
    KEY idx_message_number (message_number),
    CONSTRAINT chk_message_number CHECK (message_number >= 1),
    CONSTRAINT chk_message_state CHECK (state IN (0, 1, 2))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
