-- What counters of one partition hold, for whoever looks at many: four fields for each, nil where it has none.
--
-- KEYS  the counters

local held, read = {}, redis.pcall
for i = 1, #KEYS do
  local fields = read('HMGET', KEYS[i], 'n', 'epoch', 'check', 'closed')
  -- Made into something else by hand: the accept script will take it for a counter without a number.
  if fields.err then fields = {false, '0', false, false} end
  held[4 * i - 3], held[4 * i - 2], held[4 * i - 1], held[4 * i] = fields[1], fields[2], fields[3], fields[4]
end
return held
