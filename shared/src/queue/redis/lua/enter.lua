-- Brings a partition into the confirmed state: its groups, its epoch, whether it is closed, and ids that go on above all
-- earlier ones. The jump of the ids and the epoch key are one step (N-JUMP-WITH-KEY); the log stays (N-KEEP-LOG).
--
-- KEYS  1 epoch  2 log  3 done
-- ARGV  1 "raise" or "keep"  2 the confirmed epoch  3 the id that later ones must be above  4 the confirmation's number
--       5 what stands behind the epoch in its key: " closed" or nothing (N-PAUSE-CLOSED)
-- Answers "OK", or "OTHER" where the partition is not what was examined.

-- A partition that lost nothing keeps its own key: one that is gone by now was lost meanwhile (N-KEYS-ON-LOSS).
if ARGV[1] == 'keep' then
  local epoch = redis.call('GET', KEYS[1])
  if not epoch or string.match(epoch, '^%d+') ~= ARGV[2] then return 'OTHER' end
end
-- A confirmation that comes late opens and closes nothing (N-ENTER-IN-ORDER).
local entered = redis.pcall('HGET', KEYS[3], 'entered')
if type(entered) == 'string' and tonumber(entered) > tonumber(ARGV[4]) then return 'OTHER' end
-- W-GROUP-AT-ZERO.
for _, group in ipairs({'persist', 'index'}) do
  local made = redis.pcall('XGROUP', 'CREATE', KEYS[2], group, '0', 'MKSTREAM')
  if type(made) == 'table' and made.err and not string.find(made.err, 'BUSYGROUP', 1, true) then return made end
end
local last
local info = redis.call('XINFO', 'STREAM', KEYS[2])
for i = 1, #info, 2 do
  if info[i] == 'last-generated-id' then last = info[i + 1] end
end
local ms, seq = string.match(ARGV[3], '^(%d+)-(%d+)$')
local last_ms, last_seq = string.match(last, '^(%d+)-(%d+)$')
ms, seq, last_ms, last_seq = tonumber(ms), tonumber(seq), tonumber(last_ms), tonumber(last_seq)
if ms > last_ms or ms == last_ms and seq > last_seq then redis.call('XSETID', KEYS[2], ARGV[3]) end
-- The log may be another one: what was known of how far it is done with is worth nothing.
if ARGV[1] == 'raise' or type(entered) == 'table' then redis.call('DEL', KEYS[3]) end
redis.call('HSET', KEYS[3], 'entered', ARGV[4])
redis.call('SET', KEYS[1], ARGV[2] .. ARGV[5])
return 'OK'
