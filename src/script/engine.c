/* engine.c -- opens Lua states, takes away what is dangerous, and locks the rest. */
#include "script/engine.h"
#include "base/memory.h"
#include "os/os.h"
#include "script/api.h"
#include "script/libraries.h"
#include "script/script.h"
#include "server/feature.h"
#include "store/reclaim.h"

enum { TRY_FROM = 1 << 20, HOOK_INTERVAL = 10000, LEVELS = 20000, STRING_MOST = 1 << 30,
       LOADS_A_STEP = 50, STEP_KILOBYTES = 100 };

static struct { bool deprecated; uint64_t random; bool drawn; unsigned loads; } state;

static void *resize(void *context, void *pointer, size_t previous, size_t next) {
    (void)context;
    if (!next) {
        memory_free(pointer, previous);
        return NULL;
    }
    if (next < TRY_FROM || next <= previous) return memory_resize(pointer, previous, next);
    void *moved = memory_try(next);         /* the script dictates this size: it may be refused */
    if (!moved) return NULL;
    if (pointer) memcpy(moved, pointer, previous);
    memory_free(pointer, previous);
    return moved;
}

static double cpu_seconds(void *context) {
    (void)context;
    return (double)os_mono_us() / 1e6;
}

/* -- errors ------------------------------------------------------------------------------------- */

/* The frame to blame: the function that raised, or whoever called it when that is one of ours. */
static bool blame(lua_state *L, lua_location *at) {
    for (int level = 1; level <= 2 && lua_locate(L, level, at); level++) if (at->line >= 0) return true;
    return false;
}

static int handle_error(lua_state *L) {
    lua_location at;
    lua_top_set(L, 1);
    if (!lua_is_table(L, 1)) {
        size_t len = 0;
        const char *text = lua_is_string(L, 1) ? lua_to_string(L, 1, &len) : NULL;
        lua_push_table(L, 0, 4);
        lua_push_text(L, "ERR ");
        if (text) lua_push_string(L, text, len);
        else if (lua_type_of(L, 1) == LUA_BOOLEAN) lua_push_text(L, lua_to_boolean(L, 1) ? "true" : "false");
        else lua_push_text(L, lua_type_name(lua_type_of(L, 1)));
        lua_concat(L, 2);
        lua_raw_set_field(L, -2, "err");
    }
    if (!lua_readonly(L, -1) && blame(L, &at)) {
        lua_push_text(L, at.source);
        lua_raw_set_field(L, -2, "source");
        lua_push_number(L, at.line);
        lua_raw_set_field(L, -2, "line");
    }
    return 1;
}

/* pcall as scripts know it: an error table with a text is given as that text. */
static int protected_call(lua_state *L) {
    lua_check_any(L, 1);
    lua_status status = lua_protected_call(L, lua_top(L) - 1, LUA_MULTIPLE, 0);
    if (lua_is_fatal(status)) lua_rethrow(L, status);
    if (status != LUA_OK && lua_is_table(L, -1)) {
        lua_raw_get_field(L, -1, "err");
        if (lua_type_of(L, -1) == LUA_STRING) lua_remove(L, -2);
        else lua_drop(L, 1);
    }
    lua_push_boolean(L, status == LUA_OK);
    lua_insert(L, 1);
    return lua_top(L);
}

static int missing_global(lua_state *L) {
    if (!lua_is_string(L, 2)) lua_fail(L, "Second argument to luaProtectedTableError must be a string or number");
    lua_fail(L, "Script attempted to access nonexistent global variable '%s'", lua_to_string(L, 2, NULL));
}

/* -- locking -------------------------------------------------------------------------------------- */

static void lock(lua_state *L) {
    lua_need(L, 4, "too many nested tables");
    if (lua_readonly(L, -1)) return;
    lua_readonly_set(L, -1, true);
    if (lua_get_metatable(L, -1)) {
        lock(L);
        lua_drop(L, 1);
    }
    lua_push_nil(L);
    while (lua_next(L, -2)) {
        if (lua_is_table(L, -1)) lock(L);
        lua_drop(L, 1);
    }
}

void engine_guard(lua_state *L) {
    lua_push_table(L, 0, 1);
    lua_push_function(L, missing_global, 0);
    lua_raw_set_field(L, -2, "__index");
    lua_set_metatable(L, -2);
    lock(L);
}

void engine_seal(lua_state *L) {
    lua_push(L, LUA_GLOBALS);
    engine_guard(L);
    lua_drop(L, 1);
    lua_push_text(L, "");
    if (lua_get_metatable(L, -1)) {
        lock(L);
        lua_drop(L, 1);
    }
    lua_drop(L, 1);
}

/* -- opening ---------------------------------------------------------------------------------------- */

static void forget(lua_state *L, const char *name) {
    lua_push_nil(L);
    lua_raw_set_field(L, LUA_GLOBALS, name);
}

void engine_share_random(lua_state *from, lua_state *to) {
    if (from) state.random = lua_random_state(from), state.drawn = true;
    if (to && state.drawn) lua_random_state_set(to, state.random);
}

lua_state *engine_open(void) {
    static const lua_host host = { resize, cpu_seconds, NULL, NULL };
    static const lua_limits limits = { .frames = LEVELS, .string = STRING_MOST };
    lua_state *L = lua_open(&host);
    assert(L);
    lua_limits_set(L, &limits);
    lua_push_function(L, handle_error, 0);
    lua_open_libraries(L);
    cjson_open(L);
    cmsgpack_open(L);
    struct_open(L);
    bit_open(L);
    if (!state.deprecated) forget(L, "getfenv"), forget(L, "setfenv"), forget(L, "newproxy");
    lua_push_function(L, protected_call, 0);
    lua_raw_set_field(L, LUA_GLOBALS, "pcall");
    lua_push_table(L, 0, 32);
    api_add(L);
    engine_add_log(L);
    lua_push(L, -1);
    lua_raw_set_field(L, LUA_GLOBALS, "redis");
    lua_raw_set_field(L, LUA_GLOBALS, "server");
    lua_set_hook(L, script_hook, NULL, HOOK_INTERVAL);
    return L;
}

void engine_loaded(lua_state *L) {
    if (++state.loads % LOADS_A_STEP) lua_collect_due(L);
    else lua_collect_step(L, STEP_KILOBYTES);
}

static bool close_some(void *L, size_t budget) { return lua_close_some(L, budget); }

void engine_close(lua_state *L, size_t objects) {
    if (!L) return;
    engine_share_random(L, NULL);
    reclaim_later(close_some, L, objects);
}

static const setting settings[] = {
    { "lua-enable-deprecated-api", SETTING_BOOL, &state.deprecated, "no", .flags = SETTING_HIDDEN | SETTING_IMMUTABLE },
    { 0 }
};

const feature script_engine = { .name = "scripting", .settings = settings };
