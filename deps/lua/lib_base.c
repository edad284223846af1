#include "call.h"
#include "debug.h"
#include "gc.h"
#include "library.h"
#include "state.h"
#include "table.h"
#include "vm.h"

static int base_assert(lua_state *L)
{
    lua_check_any(L, 1);
    if (lua_to_boolean(L, 1)) return lua_top(L);
    lua_fail(L, "%s", lua_is_missing(L, 2) ? "assertion failed!" : lua_check_string(L, 2, NULL));
}

static int base_error(lua_state *L)
{
    int level = (int)lua_default_integer(L, 2, 1);
    lua_top_set(L, 1);
    if (lua_is_string(L, 1) && level > 0) {
        lua_push_where(L, level);
        lua_push(L, 1);
        lua_concat(L, 2);
    }
    lua_raise(L);
}

static int base_collectgarbage(lua_state *L)
{
    static const char *const options[] = {"stop", "restart", "collect", "count", "step", "setpause", "setstepmul",
        NULL};
    const char *option = lua_is_missing(L, 1) ? "collect" : lua_check_string(L, 1, NULL);
    int value = (int)lua_default_integer(L, 2, 0), i = 0;
    while (options[i] && strcmp(options[i], option)) i++;
    if (!options[i]) lua_bad_argument(L, 1, lua_push_format(L, "invalid option '%s'", option));
    double result = 0;
    switch (i) {
    case 0: lua_collect_stop(L); break;
    case 1: lua_collect_restart(L); break;
    case 2: lua_collect(L); break;
    case 3: result = (double)lua_memory_used(L) / 1024; break;
    case 4:
        lua_push_boolean(L, lua_collect_step(L, value < 0 ? 0 : value));
        return 1;
    case 5: result = lua_collect_pause(L, value); break;
    default: result = lua_collect_speed(L, value);
    }
    lua_push_number(L, result);
    return 1;
}

static int base_gcinfo(lua_state *L)
{
    lua_push_number(L, (double)(lua_memory_used(L) / 1024));
    return 1;
}

/* The function a getfenv or setfenv argument means: a function or a level. */
static void push_function_at(lua_state *L, bool optional)
{
    if (lua_is_function(L, 1)) {
        lua_push(L, 1);
        return;
    }
    int64_t level = optional ? lua_default_integer(L, 1, 1) : lua_check_integer(L, 1);
    if (level < 0) lua_bad_argument(L, 1, "level must be non-negative");
    lua_frame *f = L->frame;
    for (; level > 0 && f > L->frames; level--, f--) {
        if (!frame_is_lua(f)) continue;
        if (level <= f->tail_calls) lua_fail(L, "no function environment for tail call at level %d", (int)level);
        level -= f->tail_calls;
    }
    if (f == L->frames) lua_bad_argument(L, 1, "invalid level");
    push_value(L, *f->function);
}

static int base_getfenv(lua_state *L)
{
    push_function_at(L, true);
    if (lua_to_function(L, -1)) lua_push(L, LUA_GLOBALS);
    else lua_get_environment(L, -1);
    return 1;
}

static int base_setfenv(lua_state *L)
{
    lua_check_table(L, 2);
    if (!lua_is_function(L, 1) && lua_is_number(L, 1) && lua_to_number(L, 1) == 0) {
        L->globals = table_of(argument_value(L, 2));
        return 0;
    }
    push_function_at(L, false);
    lua_push(L, 2);
    if (lua_to_function(L, -2) || !lua_set_environment(L, -2)) {
        lua_fail(L, "'setfenv' cannot change environment of given object");
    }
    return 1;
}

static int base_getmetatable(lua_state *L)
{
    lua_check_any(L, 1);
    if (!lua_get_metatable(L, 1)) {
        lua_push_nil(L);
        return 1;
    }
    lua_get_metafield(L, 1, "__metatable");
    return 1;
}

static int base_setmetatable(lua_state *L)
{
    lua_type type = lua_type_of(L, 2);
    lua_check_table(L, 1);
    if (type != LUA_NIL && type != LUA_TABLE) lua_bad_argument(L, 2, "nil or table expected");
    if (lua_get_metafield(L, 1, "__metatable")) lua_fail(L, "cannot change a protected metatable");
    lua_top_set(L, 2);
    lua_set_metatable(L, 1);
    return 1;
}

static int ipairs_next(lua_state *L)
{
    int64_t i = lua_check_integer(L, 2) + 1;
    lua_check_table(L, 1);
    lua_value v = lua_table_get_integer(table_of(argument_value(L, 1)), i);
    if (is_nil(v)) return 0;
    lua_push_number(L, (double)i);
    push_value(L, v);
    return 2;
}

static int base_ipairs(lua_state *L)
{
    lua_check_table(L, 1);
    lua_push(L, lua_upvalue(1));
    lua_push(L, 1);
    lua_push_number(L, 0);
    return 3;
}

int lua_base_next(lua_state *L)
{
    lua_check_table(L, 1);
    lua_top_set(L, 2);
    if (lua_next(L, 1)) return 2;
    lua_push_nil(L);
    return 1;
}

static int base_pairs(lua_state *L)
{
    lua_check_table(L, 1);
    lua_push(L, lua_upvalue(1));
    lua_push(L, 1);
    lua_push_nil(L);
    return 3;
}

static int finish_load(lua_state *L, lua_status status)
{
    if (status == LUA_OK) return 1;
    lua_push_nil(L);
    lua_insert(L, -2);
    return 2;
}

static int base_loadstring(lua_state *L)
{
    size_t length;
    const char *text = lua_check_string(L, 1, &length);
    const char *name = lua_is_missing(L, 2) ? text : lua_check_string(L, 2, NULL);
    return finish_load(L, lua_load(L, text, length, name));
}

/* Joins the pieces a reader function returns. */
static int gather(lua_state *L)
{
    lua_buffer b;
    lua_buffer_open(&b, L);
    for (;;) {
        lua_push(L, 1);
        lua_call(L, 0, 1);
        if (lua_is_nil(L, -1)) break;
        if (!lua_is_string(L, -1)) {
            lua_push_where(L, 2);
            lua_push_text(L, "reader function must return a string");
            lua_concat(L, 2);
            lua_raise(L);
        }
        size_t length;
        const char *piece = lua_to_string(L, -1, &length);
        if (!length) break;
        lua_buffer_bytes(&b, piece, length);
        lua_drop(L, 1);
    }
    lua_buffer_close(&b);
    return 1;
}

static int base_load(lua_state *L)
{
    lua_check_function(L, 1);
    const char *name = lua_is_missing(L, 2) ? "=(load)" : lua_check_string(L, 2, NULL);
    lua_push_function(L, gather, 0);
    lua_push(L, 1);
    lua_status status = lua_protected_call(L, 1, 1, 0);
    if (lua_is_fatal(status)) lua_rethrow(L, status);
    if (status != LUA_OK) return finish_load(L, status);
    size_t length;
    const char *text = lua_to_string(L, -1, &length);
    return finish_load(L, lua_load(L, text, length, name));
}

/* A userdata of no size, for its metatable. The upvalue has the metatables made here as weak keys. */
static int base_newproxy(lua_state *L)
{
    lua_top_set(L, 1);
    lua_push_userdata(L, 0, NULL);
    if (!lua_to_boolean(L, 1)) return 1;
    if (lua_type_of(L, 1) == LUA_BOOLEAN) {
        lua_push_table(L, 0, 0);
        lua_push(L, -1);
        lua_push_boolean(L, true);
        lua_raw_set(L, lua_upvalue(1));
    } else {
        bool valid = false;
        if (lua_get_metatable(L, 1)) {
            lua_raw_get(L, lua_upvalue(1));
            valid = lua_to_boolean(L, -1);
            lua_drop(L, 1);
        }
        if (!valid) lua_bad_argument(L, 1, "boolean or proxy expected");
        lua_get_metatable(L, 1);
    }
    lua_set_metatable(L, 2);
    return 1;
}

static int base_pcall(lua_state *L)
{
    lua_check_any(L, 1);
    lua_status status = lua_protected_call(L, lua_top(L) - 1, LUA_MULTIPLE, 0);
    if (lua_is_fatal(status)) lua_rethrow(L, status);
    lua_push_boolean(L, status == LUA_OK);
    lua_insert(L, 1);
    return lua_top(L);
}

static int base_xpcall(lua_state *L)
{
    lua_check_any(L, 2);
    lua_top_set(L, 2);
    lua_insert(L, 1);
    lua_status status = lua_protected_call(L, 0, LUA_MULTIPLE, 1);
    if (lua_is_fatal(status)) lua_rethrow(L, status);
    lua_push_boolean(L, status == LUA_OK);
    lua_replace(L, 1);
    return lua_top(L);
}

static int base_rawequal(lua_state *L)
{
    lua_check_any(L, 1);
    lua_check_any(L, 2);
    lua_push_boolean(L, lua_raw_equal(L, 1, 2));
    return 1;
}

static int base_rawget(lua_state *L)
{
    lua_check_table(L, 1);
    lua_check_any(L, 2);
    lua_top_set(L, 2);
    lua_raw_get(L, 1);
    return 1;
}

static int base_rawset(lua_state *L)
{
    lua_check_table(L, 1);
    lua_check_any(L, 2);
    lua_check_any(L, 3);
    lua_top_set(L, 3);
    lua_raw_set(L, 1);
    return 1;
}

static int base_select(lua_state *L)
{
    int top = lua_top(L);
    lua_value first = argument_value(L, 1);
    if (is_string(first) && string_of(first)->data[0] == '#') {
        lua_push_number(L, top - 1);
        return 1;
    }
    int64_t n = (int)lua_check_integer(L, 1);
    if (n < 0) n += top;
    else if (n > top) n = top;
    if (n < 1) lua_bad_argument(L, 1, "index out of range");
    return top - (int)n;
}

static int base_tonumber(lua_state *L)
{
    int64_t base = (int)lua_default_integer(L, 2, 10);
    double n;
    bool valid;
    if (base == 10) {
        lua_check_any(L, 1);
        valid = lua_value_number(argument_value(L, 1), &n);
    } else {
        size_t length;
        const char *text = lua_check_string(L, 1, &length);
        if (base < 2 || base > 36) lua_bad_argument(L, 2, "base out of range");
        valid = lua_text_integer(text, strlen(text), (int)base, &n);
    }
    if (valid) lua_push_number(L, n);
    else lua_push_nil(L);
    return 1;
}

void lua_push_shown(lua_state *L, int index)
{
    index = lua_absolute(L, index);
    if (lua_get_metafield(L, index, "__tostring")) {
        lua_push(L, index);
        lua_call(L, 1, 1);
        return;
    }
    switch (lua_type_of(L, index)) {
    case LUA_NUMBER: case LUA_STRING:
        lua_push(L, index);
        lua_to_string(L, -1, NULL);
        break;
    case LUA_NIL: lua_push_text(L, "nil"); break;
    case LUA_BOOLEAN: lua_push_text(L, lua_to_boolean(L, index) ? "true" : "false"); break;
    default: lua_push_format(L, "%s: %p", lua_type_name(lua_type_of(L, index)), lua_to_address(L, index));
    }
}

static int base_tostring(lua_state *L)
{
    lua_check_any(L, 1);
    lua_push_shown(L, 1);
    return 1;
}

static int base_type(lua_state *L)
{
    lua_check_any(L, 1);
    lua_push_text(L, lua_type_name(lua_type_of(L, 1)));
    return 1;
}

static int base_unpack(lua_state *L)
{
    lua_check_table(L, 1);
    lua_table *t = table_of(argument_value(L, 1));
    int64_t first = (int)lua_default_integer(L, 2, 1), last;
    if (lua_is_missing(L, 3)) last = (int64_t)lua_table_border(t);
    else last = (int)lua_check_integer(L, 3);
    if (first > last) return 0;
    if (last - first >= C_SLOTS_MAXIMUM || !lua_reserve(L, (int)(last - first + 1))) {
        lua_fail(L, "too many results to unpack");
    }
    for (int64_t i = first; i <= last; i++) push_value(L, lua_table_get_integer(t, i));
    return (int)(last - first + 1);
}

static void set_with_upvalue(lua_state *L, const char *name, lua_function function)
{
    lua_push_function(L, function, 1);
    lua_raw_set_field(L, -2, name);
}

void lua_open_base(lua_state *L)
{
    static const lua_entry entries[] = {
        {"assert", base_assert},       {"collectgarbage", base_collectgarbage}, {"error", base_error},
        {"gcinfo", base_gcinfo},       {"getfenv", base_getfenv},   {"getmetatable", base_getmetatable},
        {"load", base_load},           {"loadstring", base_loadstring}, {"next", lua_base_next},
        {"pcall", base_pcall},         {"rawequal", base_rawequal}, {"rawget", base_rawget},
        {"rawset", base_rawset},       {"select", base_select},     {"setfenv", base_setfenv},
        {"setmetatable", base_setmetatable}, {"tonumber", base_tonumber}, {"tostring", base_tostring},
        {"type", base_type},           {"unpack", base_unpack},     {"xpcall", base_xpcall},
        {NULL, NULL},
    };
    lua_push(L, LUA_GLOBALS);
    lua_register(L, entries);
    lua_push(L, -1);
    lua_raw_set_field(L, -2, "_G");
    lua_push_text(L, "Lua 5.1");
    lua_raw_set_field(L, -2, "_VERSION");
    lua_push_function(L, ipairs_next, 0);
    set_with_upvalue(L, "ipairs", base_ipairs);
    lua_raw_get_field(L, -1, "next");
    set_with_upvalue(L, "pairs", base_pairs);
    lua_push_table(L, 0, 0);
    lua_push_table(L, 0, 1);
    lua_push_text(L, "kv");
    lua_raw_set_field(L, -2, "__mode");
    lua_set_metatable(L, -2);
    lua_push_function(L, base_newproxy, 1);
    lua_raw_set_field(L, -2, "newproxy");
    lua_drop(L, 1);
}

void lua_open_libraries(lua_state *L)
{
    lua_open_base(L);
    lua_open_string(L);
    lua_open_table(L);
    lua_open_math(L);
    lua_open_coroutine(L);
    lua_open_clock(L);
}
