-- What an edited dead letter said before: its payload as it stood on the log.
CREATE TABLE dead_letter_originals (
    dead_letter_id INTEGER PRIMARY KEY,
    payload        BLOB    NOT NULL
) STRICT;

-- What operators asked of an operation since it was begun; its runner obeys. rate: a second, 0 for no bound, NULL as begun.
CREATE TABLE operation_controls (
    operation_id INTEGER PRIMARY KEY,
    paused       INTEGER NOT NULL CHECK (paused IN (0, 1)),
    rate         INTEGER
) STRICT;
