-- Tokens that applications had before, each found until its time. Their text is kept nowhere.
CREATE TABLE IF NOT EXISTS retired_tokens (
    token_hash     VARBINARY(32) NOT NULL,
    application_id BIGINT        NOT NULL,
    expires_at     BIGINT        NOT NULL,
    PRIMARY KEY (token_hash),
    KEY idx_retired_token_application_id (application_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
