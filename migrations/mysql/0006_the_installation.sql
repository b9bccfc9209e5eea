-- Once: a row that is there keeps its identity.
INSERT IGNORE INTO installation (id, identity, partitions, confirmation, server, durable, drained, revision)
VALUES (1, LOWER(HEX(RANDOM_BYTES(16))), 64, 0, NULL, 0, 0, 0);
