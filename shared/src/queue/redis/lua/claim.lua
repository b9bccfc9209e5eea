-- Claims what is pending: the consumer's own, or anybody's that was idle for long.
--
-- KEYS  1 log
-- ARGV  1 "own" or "idle"  2 group  3 consumer  4 idle (ms)  5 where to begin  6 the most entries
-- Answers where to go on ("0-0": nowhere), the entries, how often each was delivered by id, and ids whose entries are gone.
local log, group, consumer, start, count = KEYS[1], ARGV[2], ARGV[3], ARGV[5], tonumber(ARGV[6])
local times, next_id, entries, gone = {}, '0-0', {}, {}
if ARGV[1] == 'own' then
  local held = redis.pcall('XPENDING', log, group, start, '+', count, consumer)
  if held.err or #held == 0 then return {next_id, entries, times, gone} end
  local ids = {}
  for i, pending in ipairs(held) do
    ids[i] = pending[1]
    times[#times + 1] = pending[1]
    times[#times + 1] = pending[4] + 1
  end
  if #held == count then next_id = '(' .. ids[#ids] end
  local there = {}
  entries = redis.call('XCLAIM', log, group, consumer, 0, unpack(ids))
  for _, entry in ipairs(entries) do there[entry[1]] = true end
  for _, id in ipairs(ids) do
    if not there[id] then gone[#gone + 1] = id end
  end
else
  local claimed = redis.pcall('XAUTOCLAIM', log, group, consumer, ARGV[4], start, 'COUNT', count)
  if claimed.err then return {next_id, entries, times, gone} end
  next_id, entries, gone = claimed[1], claimed[2], claimed[3]
  for _, entry in ipairs(entries) do
    local pending = redis.call('XPENDING', log, group, entry[1], entry[1], 1)
    times[#times + 1] = entry[1]
    times[#times + 1] = pending[1] and pending[1][4] or 1
  end
end
return {next_id, entries, times, gone}
