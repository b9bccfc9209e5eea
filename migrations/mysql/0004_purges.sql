-- What is deleted and still has rows: a whole application where chat_id is 0.
CREATE TABLE IF NOT EXISTS purges (
    application_id BIGINT NOT NULL,
    chat_id        BIGINT NOT NULL,
    PRIMARY KEY (application_id, chat_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
