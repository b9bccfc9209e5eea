-- What an edited dead letter said before: its payload as it stood on the log.
CREATE TABLE IF NOT EXISTS dead_letter_originals (
    dead_letter_id BIGINT   NOT NULL,
    payload        LONGBLOB NOT NULL,
    PRIMARY KEY (dead_letter_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
