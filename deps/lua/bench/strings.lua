local total = 0
for round = 1, 20 do
    local parts = {}
    for i = 1, 20000 do parts[#parts + 1] = "item" .. i .. "=" .. (i * round) .. ";" end
    local text = table.concat(parts)
    total = total + #text
    local s = ""
    for i = 1, 1000 do s = s .. i .. "," end
    total = total + #s + #text:upper() + #text:sub(10, -10) + #string.format("%s %d %5.2f", "x", round, round / 3)
end
print(total)
