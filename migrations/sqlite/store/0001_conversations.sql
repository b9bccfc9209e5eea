-- Applications, chats and messages. Operators may read all of it; only the chatd that holds the data folder writes.
-- Times are milliseconds since 1970-01-01T00:00:00Z; versions are ids of entries (milliseconds << 20 | count).

-- Deleted applications keep their row, so that no id is ever given twice.
CREATE TABLE applications (
    id          INTEGER PRIMARY KEY,
    token_hash  BLOB    NOT NULL CHECK (length(token_hash) = 32),
    token       TEXT    NOT NULL,
    name        TEXT    NOT NULL,
    chats_count INTEGER NOT NULL CHECK (chats_count >= 0),
    version     INTEGER NOT NULL,
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL,
    deleted_at  INTEGER
) STRICT;
CREATE UNIQUE INDEX idx_application_token ON applications (token);
CREATE UNIQUE INDEX idx_application_token_hash ON applications (token_hash);
CREATE INDEX idx_application_name ON applications (name);

-- version is that of updates only. create_version is NULL in a stub, made by whatever of a chat came before its creation.
-- state: 0 stored (or a stub), 2 dead. Deleted chats keep their row as a tombstone.
CREATE TABLE chats (
    id             INTEGER PRIMARY KEY,
    application_id INTEGER NOT NULL,
    chat_number    INTEGER NOT NULL CHECK (chat_number BETWEEN 1 AND 4294967295),
    title          TEXT,
    messages_count INTEGER NOT NULL CHECK (messages_count >= 0),
    create_version INTEGER,
    version        INTEGER NOT NULL,
    state          INTEGER NOT NULL CHECK (state IN (0, 2)),
    created_at     INTEGER NOT NULL,
    updated_at     INTEGER NOT NULL,
    deleted_at     INTEGER
) STRICT;
CREATE UNIQUE INDEX idx_chat_application_id_chat_number ON chats (application_id, chat_number);
CREATE INDEX idx_chat_number ON chats (chat_number);

-- create_version and created_at are NULL while only an update or a deletion has come: the message does not exist yet.
-- state: 0 stored, 1 deleted, 2 dead (parked; see dead_letters). The content's bound is that of MEDIUMTEXT.
CREATE TABLE messages (
    id              INTEGER PRIMARY KEY,
    chat_id         INTEGER NOT NULL,
    message_number  INTEGER NOT NULL CHECK (message_number BETWEEN 1 AND 4294967295),
    message_content TEXT    NOT NULL CHECK (octet_length(message_content) <= 16777215),
    sender          TEXT,
    sent_at         INTEGER,
    create_version  INTEGER,
    version         INTEGER NOT NULL,
    state           INTEGER NOT NULL CHECK (state IN (0, 1, 2)),
    created_at      INTEGER,
    updated_at      INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX idx_message_chat_id_message_number ON messages (chat_id, message_number);
CREATE INDEX idx_message_number ON messages (message_number);

-- What status pages show, moved in the transactions that move the counts: one row.
CREATE TABLE totals (
    id           INTEGER PRIMARY KEY CHECK (id = 1),
    applications INTEGER NOT NULL CHECK (applications >= 0),
    chats        INTEGER NOT NULL CHECK (chats >= 0),
    messages     INTEGER NOT NULL CHECK (messages >= 0)
) STRICT;
INSERT INTO totals (id, applications, chats, messages) VALUES (1, 0, 0, 0);

-- What is deleted and still has rows: a whole application where chat_id is 0.
CREATE TABLE purges (
    application_id INTEGER NOT NULL,
    chat_id        INTEGER NOT NULL,
    PRIMARY KEY (application_id, chat_id)
) STRICT, WITHOUT ROWID;
