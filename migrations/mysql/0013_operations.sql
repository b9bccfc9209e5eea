-- Long work; params, position and result are JSON. state: queued, running, done, failed or cancelled.
CREATE TABLE IF NOT EXISTS operations (
    id          BIGINT      NOT NULL AUTO_INCREMENT,
    kind        VARCHAR(64) NOT NULL,
    state       VARCHAR(16) NOT NULL,
    params      MEDIUMTEXT  NOT NULL,
    done        BIGINT      NOT NULL,
    total       BIGINT,
    position    MEDIUMTEXT  NOT NULL,
    result      MEDIUMTEXT  NOT NULL,
    error       MEDIUMTEXT,
    created_at  BIGINT      NOT NULL,
    updated_at  BIGINT      NOT NULL,
    finished_at BIGINT,
    PRIMARY KEY (id),
    KEY idx_operation_open (state, id),
    CONSTRAINT chk_operation_state CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
