-- Who did what with the operators' tools.
CREATE TABLE IF NOT EXISTS operator_log (
    id     BIGINT        NOT NULL AUTO_INCREMENT,
    at     BIGINT        NOT NULL,
    who    VARCHAR(1000) NOT NULL,
    what   VARCHAR(1000) NOT NULL,
    target MEDIUMTEXT    NOT NULL,
    result MEDIUMTEXT    NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
