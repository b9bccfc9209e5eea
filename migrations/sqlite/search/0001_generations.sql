-- The search index. Each generation has its own tables, made when it begins:
--   blocks_N (id, live, slots, texts): up to 256 consecutive messages of a chat, folded, each ended by the byte 0xFF
--   tail_N   (id, text): folded messages that no block holds yet
--   edited_N (id, version): which entry wrote what is not as it was created
-- id = chats.key << 32 | message number.

CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE chats (
    key  INTEGER PRIMARY KEY,
    app  INTEGER NOT NULL,
    chat INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX idx_chats_app_chat ON chats (app, chat);
