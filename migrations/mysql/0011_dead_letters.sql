-- Entries that could never be persisted, as they stood on the log.
CREATE TABLE IF NOT EXISTS dead_letters (
    id          BIGINT            NOT NULL AUTO_INCREMENT,
    `partition` SMALLINT UNSIGNED NOT NULL,
    entry_id    BIGINT            NOT NULL,
    number      INT UNSIGNED      NOT NULL,
    kind        VARCHAR(64)       NOT NULL,
    payload     LONGBLOB          NOT NULL,
    reason      MEDIUMTEXT        NOT NULL,
    attempts    INT UNSIGNED      NOT NULL,
    first_at    BIGINT            NOT NULL,
    last_at     BIGINT            NOT NULL,
    resolved_at BIGINT,
    PRIMARY KEY (id),
    UNIQUE KEY idx_dead_letter_partition_entry_id (`partition`, entry_id),
    KEY idx_dead_letter_open (resolved_at, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
