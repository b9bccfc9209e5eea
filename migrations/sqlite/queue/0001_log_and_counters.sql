-- The log of accepted entries, the counters, the groups' positions and the clients' keys.
-- Operators may read all of it; only the chatd that holds the data folder writes.

CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE partitions (
    partition INTEGER PRIMARY KEY,
    epoch     INTEGER NOT NULL
) STRICT;

-- id: milliseconds << 20 | count, growing over all partitions. number: given, or changed; 0 = the owner itself.
CREATE TABLE log (
    id        INTEGER PRIMARY KEY,
    partition INTEGER NOT NULL,
    number    INTEGER NOT NULL,
    payload   BLOB    NOT NULL
) STRICT;

-- owner: <application id> counts its chats, <application id>:<chat number> counts the chat's messages.
-- n is NULL while the counter waits for its seed; seed is the log's last id that the seeding process must see persisted.
CREATE TABLE counters (
    owner       TEXT PRIMARY KEY,
    n           INTEGER,
    epoch       INTEGER NOT NULL,
    check_value INTEGER NOT NULL,
    seed        INTEGER NOT NULL,
    closed      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX idx_counters_waiting ON counters (seed) WHERE n IS NULL AND closed = 0;

-- Everything up to acked is done with; what lies between acked and delivered was in somebody's hands.
CREATE TABLE groups (
    name      TEXT PRIMARY KEY,
    acked     INTEGER NOT NULL,
    delivered INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- How often an entry was delivered before this start, and how often work on it alone was begun.
CREATE TABLE deliveries (
    name     TEXT    NOT NULL,
    id       INTEGER NOT NULL,
    times    INTEGER NOT NULL,
    suspect  INTEGER NOT NULL,
    PRIMARY KEY (name, id)
) STRICT, WITHOUT ROWID;

-- Clients' idempotency keys, by the id of the last entry they brought: pruned from the front after 24 hours.
CREATE TABLE once (
    id    INTEGER PRIMARY KEY,
    key   BLOB    NOT NULL,
    body  BLOB    NOT NULL,
    first INTEGER NOT NULL,
    count INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX idx_once_key ON once (key);

-- The last accepted change of a message or an owner: what If-Match is compared with.
CREATE TABLE changes (
    id     INTEGER PRIMARY KEY,
    owner  TEXT    NOT NULL,
    number INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX idx_changes_owner_number ON changes (owner, number);
