-- Numbers that were answered and lost, and that an operator gave up: gaps beside those of seeding, of which each epoch has
-- one. chat_number is 0 where the numbers are those of chats.
CREATE TABLE IF NOT EXISTS given_up (
    application_id BIGINT       NOT NULL,
    chat_number    INT UNSIGNED NOT NULL,
    from_number    INT UNSIGNED NOT NULL,
    to_number      INT UNSIGNED NOT NULL,
    epoch          INT UNSIGNED NOT NULL,
    at             BIGINT       NOT NULL,
    PRIMARY KEY (application_id, chat_number, from_number),
    CONSTRAINT chk_given_up_from CHECK (from_number >= 1),
    CONSTRAINT chk_given_up_to CHECK (to_number >= from_number)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
