-- What operators have asked of all processes: that a station is paused, or that what is idle in a queue is taken over.
CREATE TABLE IF NOT EXISTS directives (
    station VARCHAR(16)   NOT NULL,
    kind    VARCHAR(16)   NOT NULL,
    at      BIGINT        NOT NULL,
    who     VARCHAR(1000) NOT NULL,
    idle_ms BIGINT        NOT NULL,
    PRIMARY KEY (station, kind)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
