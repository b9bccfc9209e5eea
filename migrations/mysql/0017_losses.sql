-- The newest epoch of each partition that began with a loss, not with a move of a queue that was drained before.
CREATE TABLE IF NOT EXISTS losses (
    `partition` SMALLINT UNSIGNED NOT NULL,
    epoch       INT UNSIGNED      NOT NULL,
    PRIMARY KEY (`partition`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
