-- What operators have asked of all processes: that a station is paused, or that what is idle in a queue is taken over.
CREATE TABLE directives (
    station TEXT    NOT NULL,
    kind    TEXT    NOT NULL,
    at      INTEGER NOT NULL,
    who     TEXT    NOT NULL,
    idle_ms INTEGER NOT NULL,
    PRIMARY KEY (station, kind)
) STRICT, WITHOUT ROWID;

-- The newest epoch of the partition that began with a loss, not with a move of a queue that was drained before. Until now
-- every epoch but the first did.
ALTER TABLE partitions ADD COLUMN loss INTEGER NOT NULL DEFAULT 1;
UPDATE partitions SET loss = epoch;
