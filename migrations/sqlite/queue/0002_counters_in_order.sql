-- Counters are listed page by page in the order of application and chat, which is not that of the texts that name them.
-- An application's own counter, that of its chats, has chat 0.
ALTER TABLE counters ADD COLUMN application INTEGER NOT NULL GENERATED ALWAYS AS (CAST(owner AS INTEGER)) VIRTUAL;
ALTER TABLE counters ADD COLUMN chat INTEGER NOT NULL
    GENERATED ALWAYS AS (CAST(substr(owner, instr(owner || ':', ':') + 1) AS INTEGER)) VIRTUAL;
CREATE INDEX idx_counters_in_order ON counters (application, chat);
