-- Processes' signs of life.
CREATE TABLE IF NOT EXISTS nodes (
    id                VARCHAR(255) NOT NULL,
    role              VARCHAR(64)  NOT NULL,
    pid               INT UNSIGNED NOT NULL,
    version           VARCHAR(64)  NOT NULL,
    entry_version     INT UNSIGNED NOT NULL,
    started_at        BIGINT       NOT NULL,
    heartbeat_at      BIGINT       NOT NULL,
    search_generation BIGINT       NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
