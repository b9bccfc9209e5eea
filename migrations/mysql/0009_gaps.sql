-- Numbers that were perhaps answered and have no row. chat_number is 0 where the numbers are those of chats.
CREATE TABLE IF NOT EXISTS gaps (
    id             BIGINT        NOT NULL AUTO_INCREMENT,
    application_id BIGINT        NOT NULL,
    chat_number    INT UNSIGNED  NOT NULL,
    from_number    INT UNSIGNED  NOT NULL,
    to_number      INT UNSIGNED  NOT NULL,
    epoch          INT UNSIGNED  NOT NULL,
    reason         VARCHAR(1000) NOT NULL,
    at             BIGINT        NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY idx_gap_sequence_epoch (application_id, chat_number, epoch),
    CONSTRAINT chk_gap_from CHECK (from_number >= 1),
    CONSTRAINT chk_gap_to CHECK (to_number >= from_number)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
