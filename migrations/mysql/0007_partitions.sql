-- checkpoint: the greatest entry's id of the partition that was ever committed. messages: what was counted of messages in batches
-- that began with this partition; only the sum over all partitions means something, and no batch waits for another one's row.
CREATE TABLE IF NOT EXISTS partitions (
    `partition`  SMALLINT UNSIGNED NOT NULL,
    epoch        INT UNSIGNED      NOT NULL,
    capacity     INT UNSIGNED      NOT NULL,
    checkpoint   BIGINT            NOT NULL,
    messages     BIGINT            NOT NULL,
    PRIMARY KEY (`partition`)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
