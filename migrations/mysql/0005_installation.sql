-- One row, which the next migration inserts. identity tells this installation from every other; partitions is fixed at its birth.
-- revision grows with every recorded confirmation: who lost the lock meanwhile finds another one than it read.
CREATE TABLE IF NOT EXISTS installation (
    id           TINYINT      NOT NULL,
    identity     VARCHAR(64)  NOT NULL,
    partitions   INT          NOT NULL,
    confirmation BIGINT       NOT NULL,
    server       VARCHAR(4000),
    durable      TINYINT(1)   NOT NULL,
    drained      TINYINT(1)   NOT NULL,
    revision     BIGINT       NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT chk_installation_id CHECK (id = 1)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
