-- Measures logs without touching them.
--
-- KEYS  logs, each followed by how many clients' keys its partition has
-- Answers for each log: length, last id, entries ever appended, bytes, clients' keys, and for "persist" and "index": last
-- delivered id, pending, undelivered, the oldest id that is not acknowledged (empty where there is none). Empty for a log
-- that is missing.
local hour = math.floor(redis.call('TIME')[1] / 3600)
-- Those of 24 hours, and of the one that has begun: what is older has expired.
local function living(counts)
  local sum, counted = 0, redis.pcall('HGETALL', counts)
  for i = 1, counted.err and 0 or #counted, 2 do
    if tonumber(counted[i]) >= hour - 24 then sum = sum + counted[i + 1] end
  end
  return sum
end
local answer = {}
for i = 1, #KEYS, 2 do
  local k, log = (i + 1) / 2, KEYS[i]
  local info = redis.pcall('XINFO', 'STREAM', log)
  if info.err then
    answer[k] = {}
  else
    local stream = {}
    for i = 1, #info, 2 do stream[info[i]] = info[i + 1] end
    local length, last, added = stream.length, stream['last-generated-id'], stream['entries-added']
    local line = {length, last, added, length > 0 and redis.call('MEMORY', 'USAGE', log) or 0,
      living(KEYS[i + 1])}
    local known = {}
    for _, group in ipairs(redis.call('XINFO', 'GROUPS', log)) do
      local fields = {}
      for i = 1, #group, 2 do fields[group[i]] = group[i + 1] end
      known[fields.name] = fields
    end
    for _, name in ipairs({'persist', 'index'}) do
      local group = known[name] or {['last-delivered-id'] = '0-0', pending = 0, lag = length}
      local delivered, pending, lag, oldest = group['last-delivered-id'], group.pending, group.lag, ''
      -- Without a count of its own, what is not delivered is everything on the log at the most.
      if not lag then lag = delivered == last and 0 or length end
      if pending > 0 then
        oldest = redis.call('XPENDING', log, name)[2]
      elseif lag > 0 then
        local next_entry = redis.call('XRANGE', log, '(' .. delivered, '+', 'COUNT', 1)[1]
        oldest = next_entry and next_entry[1] or ''
      end
      line[#line + 1] = delivered
      line[#line + 1] = pending
      line[#line + 1] = lag
      line[#line + 1] = oldest
    end
    answer[k] = line
  end
end
return answer
