-- Delivers to the group "index" what "persist" is done with, never more: what lies below the oldest entry that persist
-- holds, and not above what was delivered to it. A group that is missing is made at 0, never at the log's end
-- (W-GROUP-AT-ZERO).
--
-- KEYS  logs
-- ARGV  1 consumer  2 the most entries
-- Answers the entries of each log, in the order of KEYS.
local left, answer = tonumber(ARGV[2]), {}
for k, log in ipairs(KEYS) do
  answer[k] = {}
  local groups = left > 0 and redis.pcall('XINFO', 'GROUPS', log) or {}
  local persist, index
  for _, group in ipairs(groups.err and {} or groups) do
    local fields = {}
    for i = 1, #group, 2 do fields[group[i]] = group[i + 1] end
    if fields.name == 'persist' then persist = fields end
    if fields.name == 'index' then index = fields end
  end
  if not groups.err and left > 0 and not index then
    redis.call('XGROUP', 'CREATE', log, 'index', '0')
    index = {['last-delivered-id'] = '0-0'}
  end
  if persist and index and index['last-delivered-id'] ~= persist['last-delivered-id'] then
    local upto = persist['last-delivered-id']
    if persist.pending > 0 then upto = '(' .. redis.call('XPENDING', log, 'persist')[2] end
    local count = #redis.call('XRANGE', log, '(' .. index['last-delivered-id'], upto, 'COUNT', left)
    if count > 0 then
      local read = redis.call('XREADGROUP', 'GROUP', 'index', ARGV[1], 'COUNT', count, 'STREAMS', log, '>')
      answer[k] = read and read[1][2] or {}
      left = left - #answer[k]
    end
  end
end
return answer
