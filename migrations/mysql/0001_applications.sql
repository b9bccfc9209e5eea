-- Each file of this folder is one statement that may be run again: a migration that was interrupted is repeated.
-- Times are milliseconds since 1970-01-01T00:00:00Z; versions are ids of entries (milliseconds << 20 | count).
-- Deleted applications keep their row, so that no id is ever given twice. Tokens are bytes: no collation may take two for one.
CREATE TABLE IF NOT EXISTS applications (
    id          BIGINT         NOT NULL AUTO_INCREMENT,
    token_hash  VARBINARY(32)  NOT NULL,
    token       VARBINARY(255) NOT NULL,
    name        VARCHAR(255)   NOT NULL,
    chats_count BIGINT         NOT NULL,
    version     BIGINT         NOT NULL,
    created_at  BIGINT         NOT NULL,
    updated_at  BIGINT         NOT NULL,
    deleted_at  BIGINT,
    PRIMARY KEY (id),
    UNIQUE KEY idx_application_token (token),
    UNIQUE KEY idx_application_token_hash (token_hash),
    KEY idx_application_name (name),
    CONSTRAINT chk_application_chats_count CHECK (chats_count >= 0)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
