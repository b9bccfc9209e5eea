-- Counts for "index" as read and acknowledged what "persist" is done with, never more: for an installation without an index.
-- What "index" still holds is let go of. A group that is missing is made at 0 (W-GROUP-AT-ZERO), and passes on from there.
--
-- KEYS  1 log
local log = KEYS[1]
local function parts(id)
  local ms, seq = string.match(id, '^(%d+)-(%d+)$')
  return tonumber(ms), tonumber(seq)
end
local groups, found = redis.pcall('XINFO', 'GROUPS', log), {}
if groups.err then return end
for _, group in ipairs(groups) do
  local fields = {}
  for i = 1, #group, 2 do fields[group[i]] = group[i + 1] end
  found[fields.name] = fields
end
local persist, index = found.persist, found.index
if not persist then return end
if not index then
  redis.call('XGROUP', 'CREATE', log, 'index', '0')
  index = {['last-delivered-id'] = '0-0', pending = 0}
end
local upto, read = persist['last-delivered-id'], persist['entries-read']
if persist.pending > 0 then
  -- The last entry below the oldest that persist holds; what it holds is what it was given last.
  local below = redis.call('XREVRANGE', log, '(' .. redis.call('XPENDING', log, 'persist')[2], '-', 'COUNT', 1)[1]
  upto = below and below[1] or '0-0'
  read = read and read - persist.pending
end
local ms, seq = parts(upto)
local at_ms, at_seq = parts(index['last-delivered-id'])
if ms > at_ms or ms == at_ms and seq > at_seq then
  if read then
    redis.call('XGROUP', 'SETID', log, 'index', upto, 'ENTRIESREAD', read)
  else
    redis.call('XGROUP', 'SETID', log, 'index', upto)
  end
end
if index.pending > 0 then
  local ids = {}
  for i, held in ipairs(redis.call('XPENDING', log, 'index', '-', upto, 1000)) do ids[i] = held[1] end
  if #ids > 0 then redis.call('XACK', log, 'index', unpack(ids)) end
end
