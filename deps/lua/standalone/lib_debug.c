#include "standalone.h"

#include <string.h>

/* As much of debug as reading an error takes: where a function was, what its locals held, what stands behind a value. */

/* The thread the arguments begin with, or L; *first is the argument that follows. */
static lua_state *thread_argument(lua_state *L, int *first)
{
    lua_state *thread = lua_to_thread(L, 1);
    *first = thread ? 2 : 1;
    return thread ? thread : L;
}

static int debug_traceback(lua_state *L)
{
    int first;
    lua_state *of = thread_argument(L, &first);
    bool given = lua_top(L) >= first;
    if (given && !lua_is_string(L, first)) {
        lua_push(L, first);
        return 1;
    }
    const char *message = given ? lua_check_string(L, first, NULL) : NULL;
    lua_push_traceback(L, of, message, (int)lua_default_integer(L, first + 1, of == L));
    return 1;
}

static void set_text(lua_state *L, const char *name, const char *value)
{
    if (!value) return;
    lua_push_text(L, value);
    lua_set_field(L, -2, name);
}

static void set_number(lua_state *L, const char *name, int value)
{
    lua_push_number(L, value);
    lua_set_field(L, -2, name);
}

static const char *kind_of_function(const lua_location *where)
{
    if (!strcmp(where->source, "=[C]")) return "C";
    if (where->defined < 0) return "tail";
    return where->defined ? "Lua" : "main";
}

/* getinfo(level): source, short_src, what, currentline, linedefined, name and namewhat; nil beyond the last level. */
static int debug_getinfo(lua_state *L)
{
    lua_location where;
    int first;
    lua_state *of = thread_argument(L, &first);
    if (!lua_locate(of, (int)lua_check_integer(L, first), &where)) {
        lua_push_nil(L);
        return 1;
    }
    lua_push_table(L, 0, 8);
    set_text(L, "source", where.source);
    set_text(L, "short_src", where.short_source);
    set_text(L, "what", kind_of_function(&where));
    set_text(L, "name", where.name);
    set_text(L, "namewhat", where.kind);
    set_number(L, "currentline", where.line);
    set_number(L, "linedefined", where.defined);
    return 1;
}

static int debug_getlocal(lua_state *L)
{
    lua_location where;
    int level = (int)lua_check_integer(L, 1);
    if (!lua_locate(L, level, &where)) lua_bad_argument(L, 1, "level out of range");
    const char *name = lua_push_local(L, level, (int)lua_check_integer(L, 2));
    if (!name) {
        lua_push_nil(L);
        return 1;
    }
    lua_push_text(L, name);
    lua_insert(L, -2);
    return 2;
}

static int debug_getmetatable(lua_state *L)
{
    lua_check_any(L, 1);
    if (!lua_get_metatable(L, 1)) lua_push_nil(L);
    return 1;
}

static int debug_setmetatable(lua_state *L)
{
    lua_type type = lua_type_of(L, 2);
    if (type != LUA_NIL && type != LUA_TABLE) lua_bad_argument(L, 2, "nil or table expected");
    lua_top_set(L, 2);
    lua_set_metatable(L, 1);
    lua_push_boolean(L, true);
    return 1;
}

static int debug_getregistry(lua_state *L)
{
    lua_push(L, LUA_REGISTRY);
    return 1;
}

void standalone_open_debug(lua_state *L)
{
    static const lua_entry entries[] = {
        {"getinfo", debug_getinfo}, {"getlocal", debug_getlocal}, {"getmetatable", debug_getmetatable},
        {"getregistry", debug_getregistry}, {"setmetatable", debug_setmetatable}, {"traceback", debug_traceback},
        {NULL, NULL},
    };
    lua_register_library(L, "debug", entries);
    lua_drop(L, 1);
}
