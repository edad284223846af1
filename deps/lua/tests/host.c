/* What a host relies on: limits, hooks, read-only tables, finalisers, failing allocations, accounting. */

#include "../lua.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int passed, failed;

static void check(bool ok, const char *what)
{
    if (ok) {
        passed++;
        return;
    }
    failed++;
    printf("FAILED: %s\n", what);
}

/* An allocator that checks sizes, counts bytes, and may refuse the nth request. */
typedef struct {
    size_t used;
    long refuse_after;
    bool wrong_size;
} heap;

static void *resize(void *context, void *p, size_t previous, size_t next)
{
    heap *h = context;
    size_t *block = p ? (size_t *)p - 2 : NULL;
    if (block && *block != previous) h->wrong_size = true;
    if (!block && previous) h->wrong_size = true;
    if (!next) {
        if (block) h->used -= previous;
        free(block);
        return NULL;
    }
    if (next > previous && h->refuse_after >= 0 && h->refuse_after-- == 0) {
        h->refuse_after = 0;
        return NULL;
    }
    block = realloc(block, next + 2 * sizeof *block);
    if (!block) return NULL;
    *block = next;
    h->used += next - previous;
    return block + 2;
}

static double cpu_seconds(void *context)
{
    (void)context;
    return (double)clock() / CLOCKS_PER_SEC;
}

static lua_state *open_state(heap *h)
{
    *h = (heap){.refuse_after = -1};
    lua_host host = {resize, cpu_seconds, NULL, h};
    lua_state *L = lua_open(&host);
    lua_open_libraries(L);
    return L;
}

static void close_state(lua_state *L, heap *h, const char *what)
{
    lua_close(L);
    check(h->used == 0 && !h->wrong_size, what);
}

static lua_status run(lua_state *L, const char *text)
{
    lua_top_set(L, 0);
    lua_status status = lua_load(L, text, strlen(text), "@test");
    return status == LUA_OK ? lua_protected_call(L, 0, 1, 0) : status;
}

static bool says(lua_state *L, const char *part)
{
    const char *text = lua_to_string(L, -1, NULL);
    return text && strstr(text, part);
}

static void test_memory_limit(void)
{
    static const char *const hogs[] = {
        "local t = {} for i = 1, 1e9 do t[i] = i end",
        "local s = 'x' while true do s = s .. s end",
        "return string.rep('x', 1e9)",
        "local t = {} while true do t = {t} end",
        "local t = {} for i = 1, 2^26 do t[i * 2^20] = i end",
        "local function f(...) return f(1, ...) end return f()",
        "local s = string.rep('ab', 1e5) return s:gsub('.', string.rep('x', 1e5))",
        "return table.concat(setmetatable({string.rep('x', 1e6)}, {}), 'x', 1, 1) .. string.rep('y', 1e8)",
        "local t = {} for i = 1, 1e7 do t[i] = coroutine.create(function() end) end",
        "local t = {} for i = 1, 1e7 do t['key' .. i] = 'value' .. i end",
        "return loadstring('return \"' .. string.rep('x', 3e6) .. '\"')() .. loadstring(string.rep('x = 1 ', 1e6))",
    };
    heap h;
    lua_state *L = open_state(&h);
    for (size_t i = 0; i < sizeof hogs / sizeof *hogs; i++) {
        lua_limits limits = {.memory = 2 << 20};
        lua_limits_set(L, &limits);
        lua_status status = run(L, hogs[i]);
        check(status == LUA_ERROR_MEMORY || says(L, "not enough memory") || says(L, "stack overflow"), hogs[i]);
        lua_top_set(L, 0);
        lua_collect(L);
        check(lua_memory_used(L) < 1 << 20, "memory comes back after the limit was hit");
        check(run(L, "local ok, e = pcall(string.rep, 'x', 1e8) return e") == LUA_OK && says(L, "not enough memory"),
              "a script can catch the memory error");
    }
    close_state(L, &h, "nothing leaks after memory errors");
}

/* A program that uses everything, run with the nth allocation and all after it refused. */
static void test_refused_allocations(void)
{
    static const char program[] =
        "local t = setmetatable({}, {__index = function(t, k) return k .. '!' end, __mode = 'k'})\n"
        "for i = 1, 20 do t[{}] = i t['k' .. i] = {i, x = i} end\n"
        "local co = coroutine.wrap(function(...) local a = ... for i = 1, 5 do coroutine.yield(a .. i) end end)\n"
        "for i = 1, 5 do t[i] = co('some value') end\n"
        "local fs = {} for i = 1, 5 do fs[i] = function() i = i + 1 return i end end\n"
        "local s = ('abc'):rep(50):gsub('b', function(c) return c:upper() .. fs[1]() end)\n"
        "s = string.format('%s %d', s, #s) .. table.concat({s, s, s}, ',')\n"
        "assert(loadstring('local a, b = 1, 2 return function() return a + b end'))()\n"
        "pcall(error, {}) pcall(function() local x = nil; x() end)\n"
        "local function deep(n) if n > 0 then return 1 + deep(n - 1) end return 0 end deep(100)\n"
        "table.sort({5, 3, 1, 4}, function(a, b) return a < b end)\n"
        "return select('#', unpack({1, 2, 3}, 1, 100)) + #s";
    int refused = 0;
    for (long n = 0; n < 100000; n += n < 200 ? 1 : 13) {
        heap h;
        lua_state *L = open_state(&h);
        h.refuse_after = n;
        lua_status status = run(L, program);
        bool survived = h.refuse_after > 0;
        h.refuse_after = -1;
        bool usable = run(L, "return 6 * 7") == LUA_OK && lua_to_number(L, -1) == 42;
        lua_close(L);
        if (h.used || h.wrong_size || !usable || (status != LUA_OK && status != LUA_ERROR_MEMORY &&
            status != LUA_ERROR)) {
            check(false, "state is sound after a refused allocation");
            return;
        }
        if (survived) break;
        refused++;
    }
    check(refused > 200, "allocations were refused");
    for (long n = 0; n < 200; n++) {
        heap h = {.refuse_after = n};
        lua_host host = {resize, cpu_seconds, NULL, &h};
        lua_state *L = lua_open(&host);
        if (L) lua_close(L);
        if (h.used) check(false, "lua_open under refusal leaks");
    }
}

static int finished;
static void count_finished(void *data) { finished += *(int *)data; }

static void test_closing_in_slices(void)
{
    heap h;
    lua_state *L = open_state(&h);
    check(run(L, "kept = {} for i = 1, 10000 do kept[i] = {i, 'text ' .. i} end") == LUA_OK, "a big state");
    finished = 0;
    for (int i = 0; i < 10; i++) {
        *(int *)lua_push_userdata(L, sizeof(int), count_finished) = 1;
        lua_keep(L);
    }
    int slices = 1;
    for (size_t before = h.used; !lua_close_some(L, 100); slices++) {
        check(finished == 10, "finalisers run first");
        check(before - h.used < 100 * 1000 + 200000, "a slice is small");
        before = h.used;
    }
    check(slices > 200 && slices < 600, "about as many objects as asked for go in a slice");
    check(h.used == 0 && !h.wrong_size, "nothing is left of a state closed in slices");
}

static void test_instruction_limit(void)
{
    static const char *const loops[] = {
        "while true do end",
        "while true do pcall(function() while true do end end) end",
        "repeat until false",
        "for i = 1, math.huge do end",
        "local function f() return f() end f()",
        "local co = coroutine.wrap(function() while true do end end) while true do pcall(co) end",
        "xpcall(function() while true do end end, function() while true do end end)",
        "setmetatable({}, {__index = function(t, k) return t[k + 1] end}) while true do pcall(next, {}) end",
        "string.find(string.rep('a', 200), string.rep('a?', 200) .. string.rep('a', 200))",
        "string.match(string.rep('a', 100000), string.rep('.-', 50) .. 'b')",
        "table.sort(setmetatable({3, 2, 1, 4, 5}, {}), function(a, b) while true do end end)",
        "return load(function() while true do end end)",
        "local t = {} for k in function() return 1 end do end",
    };
    heap h;
    lua_state *L = open_state(&h);
    for (size_t i = 0; i < sizeof loops / sizeof *loops; i++) {
        lua_limits limits = {.instructions = 200000};
        lua_limits_set(L, &limits);
        check(run(L, loops[i]) == LUA_ERROR_LIMIT && says(L, "instruction limit"), loops[i]);
    }
    lua_limits limits = {.seconds = 0.05};
    lua_limits_set(L, &limits);
    check(run(L, "while true do end") == LUA_ERROR_LIMIT && says(L, "time limit"), "time limit");
    limits = (lua_limits){0};
    lua_limits_set(L, &limits);
    check(run(L, "local n = 0 for i = 1, 1e6 do n = n + 1 end return n") == LUA_OK && lua_to_number(L, -1) == 1e6,
          "no limit, no error");
    check(lua_instructions(L) >= 1000000 && lua_instructions(L) < 1000100, "instructions are counted");
    close_state(L, &h, "nothing leaks after limits");
}

static void test_stack_limits(void)
{
    static const char *const bombs[] = {
        "local function f() return 1 + f() end return f()",
        "local t = setmetatable({}, {}) getmetatable(t).__index = function(t, k) return t[k] end return t.x",
        "local function f() return pcall(f) and error('no') end f() local function g() return 1 + g() end g()",
        "local s = 'x' local t = setmetatable({}, {__concat = function(a, b) return a .. b end}) return t .. 1",
        "local function f() string.gsub('x', 'x', f) end f()",
        "local function f() return coroutine.wrap(f)() end f()",
        "local function f(a) return table.sort({1, 2, 3}, f) end f()",
        "local function y(f) return f(f) + 1 end return y(y)",
    };
    heap h;
    lua_state *L = open_state(&h);
    for (size_t i = 0; i < sizeof bombs / sizeof *bombs; i++) {
        check(run(L, bombs[i]) != LUA_OK && says(L, "stack overflow"), bombs[i]);
    }
    check(run(L, "local function f() return 1 + f() end return f()") == LUA_ERROR_STACK,
        "stack overflow has its status");
    check(run(L, "local function f(n) if n == 0 then return 0 end return 1 + f(n - 1) end return f(16000)") == LUA_OK,
          "16000 calls are fine");
    lua_limits limits = {.frames = 100};
    lua_limits_set(L, &limits);
    check(run(L,
        "local function f(n) if n == 0 then return 0 end return 1 + f(n - 1) end return f(150)") == LUA_ERROR_STACK,
          "the host's frame limit holds");
    close_state(L, &h, "nothing leaks after overflows");
}

static int hook_calls;

static void count_hook(lua_state *L, void *context)
{
    (void)L;
    (*(int *)context)++;
}

static void kill_hook(lua_state *L, void *context)
{
    (void)context;
    lua_push_text(L, "killed");
    lua_raise_fatal(L);
}

static void fail_hook(lua_state *L, void *context)
{
    (void)context;
    lua_fail(L, "failed in hook");
}

static void test_hook(void)
{
    heap h;
    lua_state *L = open_state(&h);
    lua_set_hook(L, count_hook, &hook_calls, 1000);
    check(run(L, "for i = 1, 100000 do end") == LUA_OK && hook_calls >= 99 && hook_calls <= 101, "hook is regular");
    lua_set_hook(L, kill_hook, NULL, 100);
    check(run(L, "while true do pcall(function() while true do end end) end") == LUA_ERROR_FATAL && says(L, "killed"),
          "a fatal error can't be caught");
    check(run(L, "local co = coroutine.wrap(function() while true do end end) pcall(co) return 1") == LUA_ERROR_FATAL,
          "not by a coroutine either");
    lua_set_hook(L, fail_hook, NULL, 100);
    check(run(L, "local ok, e = pcall(function() while true do end end) return e") == LUA_OK && says(L,
        "failed in hook"),
          "an ordinary error of the hook can be caught");
    lua_set_hook(L, NULL, NULL, 0);
    hook_calls = 0;
    check(run(L, "for i = 1, 100000 do end") == LUA_OK && hook_calls == 0, "hook is off");
    close_state(L, &h, "nothing leaks after hooks");
}

static void line_hook(lua_state *L, void *context)
{
    lua_location where;
    char *out = context;
    if (lua_locate(L, 0, &where)) sprintf(out + strlen(out), "%d", where.line);
    if (where.line == 4 && lua_push_local(L, 0, 1)) {
        strcat(out, lua_to_string(L, -1, NULL));
        lua_drop(L, 1);
    }
}

static void test_line_hook(void)
{
    heap h;
    lua_state *L = open_state(&h);
    char lines[256] = "";
    lua_set_line_hook(L, line_hook, lines);
    check(run(L,
        "local a = 'x'\nlocal function f()\n  return 1 end\nf()\nfor i = 1, 2 do\n a = f()\nend\nreturn a + 1") ==
              LUA_OK && lua_to_number(L, -1) == 2 && !strcmp(lines, "124x356356358"), lines);
    lua_set_line_hook(L, NULL, NULL);
    close_state(L, &h, "nothing leaks after line hooks");
}

static void test_readonly(void)
{
    static const char *const writes[] = {
        "t.a = 2", "t.b = 2", "t[1] = 2", "t[5] = 1", "t[2.5] = 1", "rawset(t, 'a', 1)", "rawset(t, 'z', 1)",
        "setmetatable(t, {})", "table.insert(t, 1)", "table.remove(t)", "table.sort(t)", "t.a = nil",
        "local k = 'a' t[k] = 3", "local k = 1 t[k] = 3", "local k = {} t[k] = 3", "x = 1", "print = 1",
            "string.foo = 1",
        "getmetatable('').__index = nil",
    };
    heap h;
    lua_state *L = open_state(&h);
    run(L, "t = {1, 2, 3, a = 1}");
    lua_get_field(L, LUA_GLOBALS, "t");
    lua_readonly_set(L, -1, true);
    check(lua_readonly(L, -1), "readable flag");
    lua_get_field(L, LUA_GLOBALS, "string");
    lua_readonly_set(L, -1, true);
    lua_push_text(L, "");
    lua_get_metatable(L, -1);
    lua_readonly_set(L, -1, true);
    lua_readonly_set(L, LUA_GLOBALS, true);
    for (size_t i = 0; i < sizeof writes / sizeof *writes; i++) {
        check(run(L, writes[i]) == LUA_ERROR && says(L, "Attempt to modify a readonly table"), writes[i]);
        lua_collect_step(L, 1);
    }
    check(run(L, "t.a = 1") == LUA_ERROR && says(L, "test:1: Attempt"), "with a position from Lua");
    check(run(L, "rawset(t, 'a', 1)") == LUA_ERROR && says(L, "Attempt") && !says(L, "test:"), "without one from C");
    check(run(L, "return t.a + t[1] + #t") == LUA_OK && lua_to_number(L, -1) == 5, "still readable");
    lua_get_field(L, LUA_GLOBALS, "t");
    lua_readonly_set(L, -1, false);
    check(run(L, "t.a = 9 return t.a") == LUA_OK && lua_to_number(L, -1) == 9, "writable again");
    close_state(L, &h, "read-only state closes");
}

static int finalized;
static void finalizer(void *data) { finalized += *(int *)data; }

static int make_object(lua_state *L)
{
    *(int *)lua_push_userdata(L, sizeof(int), finalizer) = 1;
    return 1;
}

static void test_finalizers(void)
{
    heap h;
    lua_state *L = open_state(&h);
    lua_push_function(L, make_object, 0);
    lua_set_field(L, LUA_GLOBALS, "make");
    run(L, "for i = 1, 10 do make() end kept = make()");
    lua_collect(L);
    lua_collect(L);
    check(finalized == 10, "dead userdata are finalised once");
    run(L, "local p = newproxy(true) getmetatable(p).__gc = function(u) saved = u error('ignored') end");
    lua_collect(L);
    check(run(L, "return type(saved)") == LUA_OK && says(L, "userdata"),
        "a finaliser may resurrect, and its error is ignored");
    close_state(L, &h, "nothing leaks after finalisers");
    check(finalized == 11, "the rest at closing");
}

static int yields(lua_state *L) { return lua_yield(L, lua_top(L)); }

static int doubles(lua_state *L)
{
    lua_push_number(L, lua_check_number(L, 1) * 2);
    return 1;
}

static int handler(lua_state *L)
{
    lua_location where;
    bool found = lua_locate(L, 1, &where);
    lua_push_format(L, "handled %s at %d", lua_to_string(L, 1, NULL), found ? where.line : -1);
    return 1;
}

static void test_interface(void)
{
    heap h;
    lua_state *L = open_state(&h);
    lua_push_function(L, yields, 0);
    lua_set_field(L, LUA_GLOBALS, "yields");
    lua_push_function(L, doubles, 0);
    lua_set_field(L, LUA_GLOBALS, "doubles");
    lua_state *thread = lua_push_thread(L);
    int ticket = lua_keep(L);
    lua_load(thread, "local a = ... local b = yields(a + 1) return b * 2", 50, "=co");
    lua_push_number(thread, 1);
    check(lua_resume(thread, 1) == LUA_YIELD && lua_to_number(thread, -1) == 2, "resume to a yield");
    lua_collect(L);
    lua_top_set(thread, 0);
    lua_push_number(thread, 21);
    check(lua_resume(thread, 1) == LUA_OK && lua_to_number(thread, -1) == 42, "resume to the end");
    lua_release(L, ticket);
    lua_top_set(L, 0);
    lua_push_nil(L);
    check(lua_keep(L) == ticket, "tickets are used again");

    lua_top_set(L, 0);
    lua_push_function(L, handler, 0);
    lua_load(L, "\nlocal x = nil; x.y = 1", 23, "@h");
    check(lua_protected_call(L, 0, 0, 1) == LUA_ERROR && says(L,
        "handled h:2: attempt to index local 'x' (a nil value) at 2"),
          "handler sees the place of the error");
    check(run(L, "return doubles('x')") == LUA_ERROR && says(L,
        "bad argument #1 to 'doubles' (number expected, got string)"),
          "argument errors name the function");
    check(run(L, "return string.dump(function() end)") == LUA_OK, "dump works");
    size_t length;
    const char *code = lua_to_string(L, -1, &length);
    check(lua_load(L, code, length, "=code") == LUA_ERROR_SYNTAX, "bytecode is refused");
    lua_top_set(L, 0);
    lua_push_table(L, 0, 0);
    for (int i = 1; i <= 5; i++) {
        lua_push_number(L, i * i);
        lua_raw_set_index(L, 1, (size_t)i);
    }
    double sum = 0;
    lua_push_nil(L);
    while (lua_next(L, 1)) {
        sum += lua_to_number(L, -1);
        lua_drop(L, 1);
    }
    check(sum == 55 && lua_length(L, 1) == 5, "tables from C");
    check(lua_to_integer(L, 1) == 0 && run(L, "return 0/0, 2^70, -3.9") == LUA_OK, "numbers");
    check(run(L, "return -3.9") == LUA_OK && lua_to_integer(L, -1) == -3, "truncation");
    check(run(L, "return 2^70") == LUA_OK && lua_to_integer(L, -1) == INT64_MIN, "out of range");
    lua_limits limits = {.string = 1000};
    lua_limits_set(L, &limits);
    check(run(L, "local s = 'x' while true do s = s .. s end") == LUA_ERROR && says(L, "string length overflow"),
        "string limit");
    check(run(L, "return string.rep('x', 1e6)") == LUA_ERROR && says(L, "string length overflow"),
        "string limit in rep");
    check(run(L, "return table.concat({string.rep('x', 900), string.rep('x', 900)})") == LUA_ERROR,
        "string limit in concat");
    close_state(L, &h, "interface state closes");
}

/* The table a text makes, walked place by place beside lua_next: the same entries in the same order. */
static void walk_as(lua_state *L, const char *text, size_t count, size_t highest)
{
    size_t top, seen = 0, place = 0;
    bool same = run(L, text) == LUA_OK;
    same = same && lua_count(L, 1, &top) == count && top == highest;
    lua_push_nil(L);
    for (; same && lua_next(L, 1); seen++) {
        place = lua_walk(L, 1, place);
        same = place && lua_top(L) == 5 && lua_raw_equal(L, 2, 4) && lua_raw_equal(L, 3, 5);
        lua_top_set(L, 2);
    }
    check(same && seen == count && !lua_walk(L, 1, place), text);
}

static void test_walks(void)
{
    heap h;
    lua_state *L = open_state(&h);
    walk_as(L, "return {}", 0, 0);
    walk_as(L, "return {1, 2, 3}", 3, 3);
    walk_as(L, "return {1, nil, 3, [1000] = 4}", 3, 1000);
    walk_as(L, "return {[2147483647] = 1, [7] = 2}", 2, 2147483647);
    walk_as(L, "return {[2147483648] = 1, [7] = 2}", 2, 0);
    walk_as(L, "return {1, 2, x = 3, y = 4}", 4, 0);
    walk_as(L, "return {1, 2, [0] = 3}", 3, 0);
    walk_as(L, "return {[1.5] = 3}", 1, 0);
    walk_as(L, "local t = {} for i = 1, 500 do t[i] = i t['k' .. i] = i end for i = 1, 500, 3 do t['k' .. i] = nil end return t",
        833, 0);
    walk_as(L, "local t = {} for i = 1, 500 do t[i * 3] = i end for i = 1, 400 do t[i * 3] = nil end return t", 100, 1500);
    close_state(L, &h, "walked state closes");
}

/* Small steps must end a cycle, and none may take long even with a big table alive. */
static void test_steps(void)
{
    heap h;
    lua_state *L = open_state(&h);
    run(L, "big = {} for i = 1, 1e6 do big[i] = {} end");
    lua_collect(L);
    int steps = 0;
    double longest = 0;
    for (bool done = false; !done; steps++) {
        double start = cpu_seconds(NULL);
        done = lua_collect_step(L, 10);
        double took = cpu_seconds(NULL) - start;
        if (took > longest) longest = took;
        if (steps % 10 == 0) run(L, "big[#big + 1] = {} big[1] = {'new'}");
    }
    check(steps > 100 && longest < 0.05, "steps are short");
    check(run(L, "for i = 1, #big do assert(type(big[i]) == 'table') end return big[1][1]") == LUA_OK && says(L, "new"),
          "what is stored during a cycle survives");
    close_state(L, &h, "big state closes");
}

int main(void)
{
    test_memory_limit();
    test_refused_allocations();
    test_closing_in_slices();
    test_instruction_limit();
    test_stack_limits();
    test_hook();
    test_line_hook();
    test_readonly();
    test_finalizers();
    test_interface();
    test_walks();
    test_steps();
    printf("%d passed, %d failed\n", passed, failed);
    return failed > 0;
}
