-- Clients' idempotency keys; the hash holds the scope. number: the first of `count` that were given.
CREATE TABLE IF NOT EXISTS idempotency (
    key_hash   VARBINARY(32) NOT NULL,
    number     INT UNSIGNED  NOT NULL,
    count      INT UNSIGNED  NOT NULL,
    body_hash  VARBINARY(32) NOT NULL,
    entry_id   BIGINT        NOT NULL,
    created_at BIGINT        NOT NULL,
    PRIMARY KEY (key_hash),
    KEY idx_idempotency_created_at (created_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
