-- What the store knows of numbers and of the queue that gives them.

-- One row. identity tells this installation from every other; partitions is fixed at its birth.
CREATE TABLE installation (
    id           INTEGER PRIMARY KEY CHECK (id = 1),
    identity     TEXT    NOT NULL,
    partitions   INTEGER NOT NULL,
    confirmation INTEGER NOT NULL,
    server       TEXT,
    durable      INTEGER NOT NULL CHECK (durable IN (0, 1)),
    drained      INTEGER NOT NULL CHECK (drained IN (0, 1))
) STRICT;
INSERT INTO installation (id, identity, partitions, confirmation, server, durable, drained)
VALUES (1, lower(hex(randomblob(16))), 64, 0, NULL, 0, 0);

-- checkpoint: the greatest entry's id of the partition that was ever committed.
CREATE TABLE partitions (
    partition  INTEGER PRIMARY KEY,
    epoch      INTEGER NOT NULL,
    capacity   INTEGER NOT NULL,
    checkpoint INTEGER NOT NULL
) STRICT;
INSERT INTO partitions (partition, epoch, capacity, checkpoint)
WITH RECURSIVE each (partition) AS (SELECT 0 UNION ALL SELECT partition + 1 FROM each WHERE partition < 63)
SELECT partition, 1, 0, 0 FROM each;

-- Numbers that were perhaps answered and have no row. chat_number is NULL where the numbers are those of chats.
CREATE TABLE gaps (
    id             INTEGER PRIMARY KEY,
    application_id INTEGER NOT NULL,
    chat_number    INTEGER,
    from_number    INTEGER NOT NULL CHECK (from_number >= 1),
    to_number      INTEGER NOT NULL CHECK (to_number BETWEEN from_number AND 4294967295),
    epoch          INTEGER NOT NULL,
    reason         TEXT    NOT NULL,
    at             INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX idx_gap_sequence_epoch ON gaps (application_id, ifnull(chat_number, 0), epoch);

-- Clients' idempotency keys; the hash holds the scope. number: the first of `count` that were given.
CREATE TABLE idempotency (
    id         INTEGER PRIMARY KEY,
    key_hash   BLOB    NOT NULL CHECK (length(key_hash) = 32),
    number     INTEGER NOT NULL,
    count      INTEGER NOT NULL,
    body_hash  BLOB    NOT NULL CHECK (length(body_hash) = 32),
    entry_id   INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX idx_idempotency_key_hash ON idempotency (key_hash);
CREATE INDEX idx_idempotency_created_at ON idempotency (created_at);
