local function A(i, j)
    local ij = i + j - 1
    return 1 / (ij * (ij - 1) * 0.5 + i)
end
local function multiply(x, y, n)
    for i = 1, n do
        local a = 0
        for j = 1, n do a = a + x[j] * A(i, j) end
        y[i] = a
    end
end
local function multiply_transposed(x, y, n)
    for i = 1, n do
        local a = 0
        for j = 1, n do a = a + x[j] * A(j, i) end
        y[i] = a
    end
end
local n, u, v, t = 300, {}, {}, {}
for i = 1, n do u[i] = 1 end
for _ = 1, 10 do
    multiply(u, t, n) multiply_transposed(t, v, n)
    multiply(v, t, n) multiply_transposed(t, u, n)
end
local vbv, vv = 0, 0
for i = 1, n do vbv = vbv + u[i] * v[i] vv = vv + v[i] * v[i] end
print(string.format("%.9f", math.sqrt(vbv / vv)))
