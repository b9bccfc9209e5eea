-- What running an installation leaves behind.

-- Entries that could never be persisted, as they stood on the log.
CREATE TABLE dead_letters (
    id          INTEGER PRIMARY KEY,
    partition   INTEGER NOT NULL,
    entry_id    INTEGER NOT NULL,
    number      INTEGER NOT NULL,
    kind        TEXT    NOT NULL,
    payload     BLOB    NOT NULL,
    reason      TEXT    NOT NULL,
    attempts    INTEGER NOT NULL,
    first_at    INTEGER NOT NULL,
    last_at     INTEGER NOT NULL,
    resolved_at INTEGER
) STRICT;
CREATE UNIQUE INDEX idx_dead_letter_partition_entry_id ON dead_letters (partition, entry_id);
CREATE INDEX idx_dead_letter_open ON dead_letters (id) WHERE resolved_at IS NULL;

-- Ranges of messages that the search index has not seen. Generations are never given twice, so that a range which grew
-- while it was worked off is not taken for the one that was read.
CREATE TABLE search_backlog (
    generation     INTEGER PRIMARY KEY AUTOINCREMENT,
    application_id INTEGER NOT NULL,
    chat_number    INTEGER NOT NULL,
    from_number    INTEGER NOT NULL,
    to_number      INTEGER NOT NULL CHECK (to_number >= from_number)
) STRICT;
CREATE INDEX idx_search_backlog_range ON search_backlog (application_id, chat_number, from_number);

-- Long work; params, position and result are JSON.
CREATE TABLE operations (
    id          INTEGER PRIMARY KEY,
    kind        TEXT    NOT NULL,
    state       TEXT    NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
    params      TEXT    NOT NULL,
    done        INTEGER NOT NULL,
    total       INTEGER,
    position    TEXT    NOT NULL,
    result      TEXT    NOT NULL,
    error       TEXT,
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL,
    finished_at INTEGER
) STRICT;
CREATE INDEX idx_operation_open ON operations (id) WHERE state IN ('queued', 'running');

CREATE TABLE nodes (
    id                TEXT    PRIMARY KEY,
    role              TEXT    NOT NULL,
    pid               INTEGER NOT NULL,
    version           TEXT    NOT NULL,
    entry_version     INTEGER NOT NULL,
    started_at        INTEGER NOT NULL,
    heartbeat_at      INTEGER NOT NULL,
    search_generation INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE operator_log (
    id     INTEGER PRIMARY KEY,
    at     INTEGER NOT NULL,
    who    TEXT    NOT NULL,
    what   TEXT    NOT NULL,
    target TEXT    NOT NULL,
    result TEXT    NOT NULL
) STRICT;
