local size, inside = 400, 0
for y = 0, size - 1 do
    local ci = 2 * y / size - 1
    for x = 0, size - 1 do
        local cr, zr, zi, i = 2 * x / size - 1.5, 0, 0, 0
        local rr, ii = 0, 0
        while i < 50 and rr + ii < 4 do
            zi = 2 * zr * zi + ci
            zr = rr - ii + cr
            rr, ii = zr * zr, zi * zi
            i = i + 1
        end
        if i == 50 then inside = inside + 1 end
    end
end
print(inside)
