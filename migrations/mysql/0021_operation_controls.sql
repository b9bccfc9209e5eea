-- What operators asked of an operation since it was begun; its runner obeys. rate: a second, 0 for no bound, NULL as begun.
CREATE TABLE IF NOT EXISTS operation_controls (
    operation_id BIGINT  NOT NULL,
    paused       TINYINT NOT NULL,
    rate         BIGINT,
    PRIMARY KEY (operation_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
