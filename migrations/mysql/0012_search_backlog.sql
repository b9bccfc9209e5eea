-- Ranges of messages that the search index has not seen. Generations are never given twice, so that a range which grew
-- while it was worked off is not taken for the one that was read.
CREATE TABLE IF NOT EXISTS search_backlog (
    generation     BIGINT       NOT NULL AUTO_INCREMENT,
    application_id BIGINT       NOT NULL,
    chat_number    INT UNSIGNED NOT NULL,
    from_number    INT UNSIGNED NOT NULL,
    to_number      INT UNSIGNED NOT NULL,
    PRIMARY KEY (generation),
    KEY idx_search_backlog_range (application_id, chat_number, from_number),
    CONSTRAINT chk_search_backlog_to CHECK (to_number >= from_number)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
