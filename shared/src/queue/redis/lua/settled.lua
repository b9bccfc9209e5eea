-- Whether a group has acknowledged the log up to an id: the group exists (N-SEED-WAIT-GROUP), nothing up to the id is
-- still to be delivered (N-SEED-WAIT-UNREAD), nothing up to it is pending (N-SEED-WAIT-PENDING).
--
-- KEYS  1 epoch  2 log
-- ARGV  1 the caller's epoch  2 group  3 id
-- Answers 1, 0, or -1 where the epoch is another.
local epoch = redis.pcall('GET', KEYS[1])
if epoch ~= ARGV[1] and epoch ~= ARGV[1] .. ' closed' then return -1 end
local groups = redis.pcall('XINFO', 'GROUPS', KEYS[2])
if groups.err then return 0 end
for _, group in ipairs(groups) do
  local name, delivered
  for i = 1, #group, 2 do
    if group[i] == 'name' then name = group[i + 1] end
    if group[i] == 'last-delivered-id' then delivered = group[i + 1] end
  end
  if name == ARGV[2] then
    local pending = redis.call('XPENDING', KEYS[2], name, '-', ARGV[3], 1)
    if #pending > 0 then return 0 end
    -- A start above the end is an empty range.
    local unread = redis.call('XRANGE', KEYS[2], '(' .. delivered, ARGV[3], 'COUNT', 1)
    if #unread > 0 then return 0 end
    return 1
  end
end
return 0
