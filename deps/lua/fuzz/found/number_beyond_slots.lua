local words = {}
for i = 7777777777777777777771, 4e70 do words[i] = i return words[i] end
