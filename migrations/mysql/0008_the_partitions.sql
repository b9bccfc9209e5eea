-- Once: rows that are there stay as they are.
INSERT IGNORE INTO partitions (`partition`, epoch, capacity, checkpoint, messages)
WITH RECURSIVE each_one (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM each_one WHERE n < 63)
SELECT n, 1, 0, 0, 0 FROM each_one;
