-- Until now every epoch but the first began with a loss.
INSERT IGNORE INTO losses (`partition`, epoch) SELECT `partition`, epoch FROM partitions;
