-- Tokens that applications had before, each found until its time. Their text is kept nowhere.
CREATE TABLE retired_tokens (
    token_hash     BLOB    PRIMARY KEY CHECK (length(token_hash) = 32),
    application_id INTEGER NOT NULL,
    expires_at     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX idx_retired_token_application_id ON retired_tokens (application_id);
