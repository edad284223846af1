local words = {}
for i = 1, 4000 do words[i] = "word" .. i .. " some_text, more; key=value" .. i end
local text, count = table.concat(words, "\n"), 0
for _ = 1, 10 do
    local a, n = text:gsub("(%w+)=(%w+)", "%2=%1")
    local b, m = a:gsub("%s+", " ")
    local c, k = b:gsub("[aeiou]", {a = "A", e = "E"})
    local d, l = c:gsub("%a+", function(w) return #w > 4 and w:upper() end)
    for w in d:gmatch("%d+") do count = count + #w end
    count = count + n + m + k + l + (d:find("nothing here", 1, true) or 0)
end
print(count)
