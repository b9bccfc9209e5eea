-- Everything that gives numbers or says that none were given: creations, changes, opening and seeding a counter.
-- One call, one atomic step. The text that is loaded ends with the confirmation number (N-CONFIRMATION-NUMBER).
--
-- KEYS  1 epoch  2 log  3 counter  4 done  5 the client's key, or the last changes  6 how many clients' keys there are,
--       where one was sent
-- ARGV  1 what to do  2 the caller's epoch  3 the most entries of the log  4 owner  5… by what is to be done

-- N-ACCEPT-EPOCH. A key of another type is no epoch. One that is closed takes questions and seeds only (N-PAUSE-CLOSED).
local epoch = redis.pcall('GET', KEYS[1])
if epoch ~= ARGV[2] then
  if epoch ~= ARGV[2] .. ' closed' then return {'EPOCH'} end
  if ARGV[1] ~= 'seed' and not (ARGV[1] == 'create' and #ARGV == 5) then return {'CLOSED'} end
end

local what, log, counter, capacity = ARGV[1], KEYS[2], KEYS[3], tonumber(ARGV[3])

-- What is rarely needed is made only where it is: a function costs a moment in every call that makes it.
local function rarely()
  -- A field of XINFO's flat answer.
  local function field(info, name)
    for i = 1, #info, 2 do
      if info[i] == name then return info[i + 1] end
    end
  end

  local function above(a, b)
    local a_ms, a_seq = string.match(a, '^(%d+)-(%d+)$')
    local b_ms, b_seq = string.match(b, '^(%d+)-(%d+)$')
    a_ms, b_ms = tonumber(a_ms), tonumber(b_ms)
    return a_ms > b_ms or a_ms == b_ms and tonumber(a_seq) > tonumber(b_seq)
  end

  -- A log that is longer than its capacity may still have room: what persist is done with, from its oldest entry on, does
  -- not count (N-CAPACITY-SPAN). How many that are is remembered and carried on from there, so that each entry is walked
  -- over once, and at most 2,000 in one call.
  local function has_room(count)
    local added = field(redis.call('XINFO', 'STREAM', log), 'entries-added')
    local done = redis.call('HMGET', KEYS[4], 'id', 'before')
    local id, before = done[1], tonumber(done[2])
    local trimmed = added - redis.call('XLEN', log)
    if not id or not before or before < trimmed or before > added then id, before = '0-0', trimmed end
    if added - before + count <= capacity then return true end
    local upto
    for _, group in ipairs(redis.call('XINFO', 'GROUPS', log)) do
      if field(group, 'name') == 'persist' then upto = field(group, 'last-delivered-id') end
    end
    if not upto then return false end
    local pending = redis.call('XPENDING', log, 'persist')
    if pending[1] > 0 then upto = '(' .. pending[2] end
    for _ = 1, 8 do
      local passed = redis.call('XRANGE', log, '(' .. id, upto, 'COUNT', 250)
      if #passed == 0 then break end
      id, before = passed[#passed][1], before + #passed
    end
    redis.call('HSET', KEYS[4], 'id', id, 'before', string.format('%.0f', before))
    return added - before + count <= capacity
  end

  -- Streams count the entries of one millisecond further while ids run ahead of the clock; the port's ids have room for
  -- 16,384 of them. An id of more than 18 characters has a count of five digits.
  local function make_room_for_counts(id)
    local ms = string.match(id, '^(%d+)-')
    redis.call('XSETID', log, string.format('%.0f', tonumber(ms) + 1) .. '-0')
  end

  -- The counter holds the log's last id from the first asker on, so that all askers wait for the same (N-SEED-MARK). One
  -- that had a number, or waited in another epoch, takes an id of its own (N-SEED-MARK-CLEARED). A counter that was only
  -- asked for is forgotten after a day.
  local function wait_for_seed(stored)
    local mark = not stored[1] and stored[2] == ARGV[2] and redis.call('HGET', counter, 'seed')
    if not mark then
      local info = redis.pcall('XINFO', 'STREAM', log)
      if info.err then return {'EPOCH'} end
      mark = field(info, 'last-generated-id')
      redis.call('HDEL', counter, 'n', 'check')
      redis.call('HSET', counter, 'epoch', ARGV[2], 'seed', mark)
      if stored[4] ~= '1' then redis.call('EXPIRE', counter, 86400) end
    end
    return {'SEED', mark}
  end

  -- Keys of the same hour expire in the same hour: those of 24 hours and the one that has begun are there. The first key of
  -- an hour forgets those that are not.
  local function begin_hour(hour)
    local gone = {}
    for _, known in ipairs(redis.call('HKEYS', KEYS[6])) do
      if tonumber(known) < hour - 24 then gone[#gone + 1] = known end
    end
    if #gone > 0 then redis.call('HDEL', KEYS[6], unpack(gone)) end
    redis.call('EXPIRE', KEYS[6], 90000)
  end

  return {
    begin_hour = begin_hour,
    field = field,
    above = above,
    has_room = has_room,
    make_room_for_counts = make_room_for_counts,
    wait_for_seed = wait_for_seed,
  }
end

-- What the counter holds; one that was made into something else holds nothing.
local stored = redis.pcall('HMGET', counter, 'n', 'epoch', 'check', 'closed')
if stored.err then
  redis.call('DEL', counter)
  stored = {false, false, false, false}
end

-- The number, where it may be counted on: seeded in this epoch (N-COUNTER-EPOCH), changed by nobody else (N-SEED-CHECK).
local n = stored[1] and tonumber(stored[1])
if not n or stored[2] ~= ARGV[2] or tonumber(stored[3]) ~= (n * 7919 + 104729) % 1000003 then n = nil end

if what == 'create' then
  -- ARGV  5 the request's digest, empty without a key  6… payloads
  local count = #ARGV - 5
  -- N-KEYS-IN-QUEUE, N-KEYS-BODY.
  if ARGV[5] ~= '' then
    local known = redis.call('GET', KEYS[5])
    if known then
      if string.sub(known, 1, 32) ~= ARGV[5] then return {'CONFLICT'} end
      return {'KNOWN', string.sub(known, 33)}
    end
  end
  if stored[4] == '1' then return {'GONE'} end
  if not n then return rarely().wait_for_seed(stored) end
  if count == 0 then return {'DONE', n + 1, '0-0'} end
  -- N-CAPACITY.
  if n + count > 4294967295 or redis.call('XLEN', log) + count > capacity and not rarely().has_room(count) then
    return {'FULL'}
  end
  -- N-APPEND-FIRST: an error from here on has spent nothing. A log that is not there was not confirmed.
  local first, digits, id = n + 1, nil, nil
  for i = 6, #ARGV do
    n = n + 1
    -- Written as the whole numbers that they are: as what Lua takes them for they take the server three times as long.
    digits = string.format('%d', n)
    id = redis.call('XADD', log, 'NOMKSTREAM', '*', 'n', digits, 'o', ARGV[4], 'd', ARGV[i])
    if not id then return {'EPOCH'} end
  end
  redis.call('HSET', counter, 'n', digits, 'check', string.format('%d', (n * 7919 + 104729) % 1000003))
  -- N-KEYS-WITH-APPEND.
  if ARGV[5] ~= '' then
    redis.call('SET', KEYS[5], ARGV[5] .. first .. ' ' .. count .. ' ' .. id, 'EX', 86400)
    -- What was accepted stays so, whatever somebody has made of the key that counts.
    local hour = math.floor(redis.call('TIME')[1] / 3600)
    if redis.pcall('HINCRBY', KEYS[6], hour, 1) == 1 then rarely().begin_hour(hour) end
  end
  if #id > 18 then rarely().make_room_for_counts(id) end
  return {'DONE', first, id}
end

if what == 'change' then
  -- ARGV  5 number  6 payload  7 expected version or empty  8 the row's version  9 "1" where it closes the sequence
  local current = redis.call('HGET', KEYS[5], ARGV[5]) or ARGV[8]
  if ARGV[7] ~= '' and current ~= ARGV[7] then return {'CHANGED', current} end
  if redis.call('XLEN', log) + 1 > capacity and not rarely().has_room(1) then return {'FULL'} end
  local id = redis.call('XADD', log, 'NOMKSTREAM', '*', 'n', ARGV[5], 'o', ARGV[4], 'd', ARGV[6])
  if not id then return {'EPOCH'} end
  redis.call('HSET', KEYS[5], ARGV[5], id)
  redis.call('EXPIRE', KEYS[5], 86400)
  if ARGV[9] == '1' then
    redis.call('HSETNX', counter, 'epoch', ARGV[2])
    redis.call('HSET', counter, 'closed', '1')
    redis.call('PERSIST', counter)
  end
  if #id > 18 then rarely().make_room_for_counts(id) end
  return {'DONE', tonumber(ARGV[5]), id}
end

if what == 'open' then
  -- ARGV  5 an id of the log from before the creation was sent
  -- N-OPEN-ABSENT.
  if redis.call('EXISTS', counter) == 1 then return {'KEPT'} end
  -- N-OPEN-UNTRIMMED.
  local info = redis.pcall('XINFO', 'STREAM', log)
  if info.err then return {'KEPT'} end
  local field, above = rarely().field, rarely().above
  if field(info, 'entries-added') ~= field(info, 'length') then
    -- Everything below `trimmed` may be gone: at the most what was known, where that is the id after it.
    local trimmed = redis.call('HGET', KEYS[4], 'trimmed')
    local ms, seq = string.match(ARGV[5], '^(%d+)-(%d+)$')
    if not trimmed or above(trimmed, ms .. '-' .. string.format('%.0f', tonumber(seq) + 1)) then return {'KEPT'} end
  end
  -- N-OPEN-UNLOGGED. Too many to look through: the first use asks the store.
  local later = redis.call('XRANGE', log, '(' .. ARGV[5], '+', 'COUNT', 501)
  if #later > 500 then return {'KEPT'} end
  for _, entry in ipairs(later) do
    if field(entry[2], 'o') == ARGV[4] then return {'KEPT'} end
  end
  redis.call('HSET', counter, 'n', 0, 'epoch', ARGV[2], 'check', 104729)
  return {'SET'}
end

if what == 'seed' then
  -- ARGV  5 the id that was waited for  6 the last number that counts as given  7 "1" where the sequence is closed
  if n then return {'KEPT'} end
  if stored[1] or stored[2] ~= ARGV[2] or redis.call('HGET', counter, 'seed') ~= ARGV[5] then return {'MOVED'} end
  n = tonumber(ARGV[6])
  redis.call('HSET', counter, 'n', n, 'check', (n * 7919 + 104729) % 1000003)
  if ARGV[7] == '1' then redis.call('HSET', counter, 'closed', '1') end
  redis.call('HDEL', counter, 'seed')
  redis.call('PERSIST', counter)
  return {'SET'}
end
