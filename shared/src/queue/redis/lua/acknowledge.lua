-- Acknowledges entries of the log that the caller knows.
--
-- KEYS  1 epoch  2 log
-- ARGV  1 the caller's epoch  2 group  3… ids
-- Answers "OK", or the epoch that the partition is in, empty where it has none. A closed one is worked off as any other.
local key = redis.pcall('GET', KEYS[1])
local epoch = type(key) == 'string' and string.match(key, '^%d+') or ''
if epoch ~= ARGV[1] then return epoch end
redis.call('XACK', KEYS[2], ARGV[2], unpack(ARGV, 3))
return 'OK'
