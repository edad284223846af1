local seed = 42
local function random()
    seed = (seed * 16807) % 2147483647
    return seed
end
local n = 100000
local a, b, c = {}, {}, {}
for i = 1, n do a[i] = random() b[i] = a[i] c[i] = tostring(a[i]) end
table.sort(a)
table.sort(b, function(x, y) return x > y end)
table.sort(c)
print(a[1], b[1], c[1], a[n], b[n], c[n])
