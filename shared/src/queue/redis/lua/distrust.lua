-- A counter waits for a seed again, with a log's last id of its own (N-SEED-MARK-CLEARED). An absent one stays absent.
--
-- KEYS  1 log  2 counter
if redis.pcall('HEXISTS', KEYS[2], 'n') ~= 1 then return 0 end
local info = redis.call('XINFO', 'STREAM', KEYS[1])
for i = 1, #info, 2 do
  if info[i] == 'last-generated-id' then redis.call('HSET', KEYS[2], 'seed', info[i + 1]) end
end
redis.call('HDEL', KEYS[2], 'n', 'check')
return 1
