-- Runs the files named in arg, in an environment with check, equal and fails; ends with a line of totals.
local passed, failed, current = 0, 0, ""

local function verdict(ok, message)
    if ok then passed = passed + 1 return end
    failed = failed + 1
    print(debug.traceback("FAILED in " .. current .. ": " .. message, 3))
end

function check(ok, what) verdict(ok, what or "check") end

-- Both must be the same value.
function equal(expected, actual, what)
    local same = expected == actual or (expected ~= expected and actual ~= actual)
    verdict(same, (what or "equal") .. ": expected " .. tostring(expected) .. ", got " .. tostring(actual))
end

-- All of a list at once.
function list(expected, ...)
    local n, parts = select("#", ...), {}
    for i = 1, n do parts[i] = tostring((select(i, ...))) end
    equal(expected, table.concat(parts, " "), "list")
end

-- The function must raise an error with this text (without position); or code text must.
function fails(message, code, ...)
    local f = code
    if type(code) == "string" then
        local problem
        f, problem = loadstring(code, "=t")
        if not f then return equal(message, (problem:gsub("^t:%d+: ", "")), "compile error of " .. code) end
    end
    local ok, problem = pcall(f, ...)
    if ok then return verdict(false, "no error, expected " .. message) end
    equal(message, (tostring(problem):gsub("^[^%s]-:%d+: ", "")), "error")
end

for i = 1, #arg do
    current = arg[i]
    local f, problem = loadfile(current)
    if f then
        local ok, e = xpcall(f, debug.traceback)
        if not ok then verdict(false, "stopped: " .. tostring(e)) end
    else
        verdict(false, problem)
    end
end
print(passed .. " passed, " .. failed .. " failed")
os.exit(failed > 0 and 1 or 0)
