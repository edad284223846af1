local function counter()
    local n = 0
    return function(k) n = n + k return n end
end
local function compose(f, g) return function(x) return f(g(x)) end end
local sum = 0
for i = 1, 100000 do
    local c = counter()
    local f = compose(c, function(x) return x + i end)
    for j = 1, 10 do sum = sum + f(j) end
end
local methods = {}
methods.__index = methods
function methods:add(k) self.n = self.n + k return self end
local object = setmetatable({n = 0}, methods)
for i = 1, 2000000 do object:add(i) end
print(sum, object.n)
