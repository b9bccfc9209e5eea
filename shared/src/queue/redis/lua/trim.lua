-- Removes what both groups are done with: reads each group's last-delivered id, then its smallest pending id, and trims
-- below the least of them, in one step (W-TRIM-ONE-SCRIPT, W-TRIM-PENDING). Nothing where a group is missing
-- (W-TRIM-NEEDS-GROUP). Up to where was trimmed is remembered for who looks for a lost answer (N-RETRY-TRIMMED).
--
-- KEYS  1 log  2 done
-- ARGV  1 how long entries are kept (ms)
local log = KEYS[1]
local function parts(id)
  local ms, seq = string.match(id, '^(%d+)-(%d+)$')
  return tonumber(ms), tonumber(seq)
end
local groups = redis.pcall('XINFO', 'GROUPS', log)
if groups.err then return 0 end
local found, least_ms, least_seq = {}, nil, nil
for _, group in ipairs(groups) do
  local fields = {}
  for i = 1, #group, 2 do fields[group[i]] = group[i + 1] end
  found[fields.name] = true
  local ms, seq = parts(fields['last-delivered-id'])
  seq = seq + 1
  local pending = redis.call('XPENDING', log, fields.name)
  if pending[1] > 0 then ms, seq = parts(pending[2]) end
  if not least_ms or ms < least_ms or ms == least_ms and seq < least_seq then least_ms, least_seq = ms, seq end
end
if not (found.persist and found.index) then return 0 end
local info, last_ms = redis.call('XINFO', 'STREAM', log), nil
for i = 1, #info, 2 do
  if info[i] == 'last-generated-id' then last_ms = parts(info[i + 1]) end
end
-- After a loss ids run ahead of the clock and say nothing of an entry's age: the log must not fill meanwhile.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local young = now - tonumber(ARGV[1])
if last_ms <= now and young < least_ms then least_ms, least_seq = math.max(young, 0), 0 end
local below = string.format('%.0f-%.0f', least_ms, least_seq)
local trimmed = redis.call('XTRIM', log, 'MINID', '=', below)
if trimmed > 0 then redis.call('HSET', KEYS[2], 'trimmed', below) end
return trimmed
