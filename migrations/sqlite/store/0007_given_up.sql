-- Numbers that were answered and lost, and that an operator gave up: gaps beside those of seeding, of which each epoch has
-- one. chat_number is 0 where the numbers are those of chats.
CREATE TABLE given_up (
    application_id INTEGER NOT NULL,
    chat_number    INTEGER NOT NULL,
    from_number    INTEGER NOT NULL CHECK (from_number >= 1),
    to_number      INTEGER NOT NULL CHECK (to_number BETWEEN from_number AND 4294967295),
    epoch          INTEGER NOT NULL,
    at             INTEGER NOT NULL,
    PRIMARY KEY (application_id, chat_number, from_number)
) STRICT, WITHOUT ROWID;
