#include "call.h"
#include "debug.h"
#include "gc.h"
#include "library.h"
#include "table.h"
#include "text.h"

/* Elements moved for one tick against the limits. */
enum { TICK = 16 };

static lua_table *check_table(lua_state *L, int argument)
{
    lua_check_table(L, argument);
    return table_of(argument_value(L, argument));
}

static int table_concat(lua_state *L)
{
    size_t size = 0;
    const char *separator = lua_is_missing(L, 2) ? "" : lua_check_string(L, 2, &size);
    lua_table *t = check_table(L, 1);
    int64_t first = (int)lua_default_integer(L, 3, 1), last;
    if (lua_is_missing(L, 4)) last = (int64_t)lua_table_border(t);
    else last = (int)lua_check_integer(L, 4);
    lua_buffer b;
    lua_buffer_open(&b, L);
    for (int64_t i = first; i <= last; i++) {
        lua_value v = lua_table_get_integer(t, i);
        if (is_string(v)) {
            lua_buffer_bytes(&b, string_of(v)->data, string_of(v)->length);
        } else if (is_number(v)) {
            char text[NUMBER_TEXT];
            lua_buffer_bytes(&b, text, (size_t)lua_number_text(number_of(v), text));
        } else {
            lua_fail(L, "invalid value (%s) at index %d in table for 'concat'", lua_debug_type_name(v), (int)i);
        }
        if (i != last) lua_buffer_bytes(&b, separator, size);
    }
    lua_buffer_close(&b);
    return 1;
}

static int table_insert(lua_state *L)
{
    lua_table *t = check_table(L, 1);
    int64_t end = (int)((int64_t)lua_table_border(t) + 1), position = end;
    switch (lua_top(L)) {
    case 2: break;
    case 3:
        position = (int)lua_check_integer(L, 2);
        if (position > end) end = position;
        for (int64_t i = end; i > position; i--) {
            lua_table_set_integer(L, t, i, lua_table_get_integer(t, i - 1));
            if (i % TICK == 0) lua_tick(L, 1);
        }
        break;
    default: lua_fail(L, "wrong number of arguments to 'insert'");
    }
    lua_table_set_integer(L, t, position, L->top[-1]);
    return 0;
}

static int table_remove(lua_state *L)
{
    lua_table *t = check_table(L, 1);
    int64_t end = (int64_t)lua_table_border(t), position = (int)lua_default_integer(L, 2, end);
    if (position < 1 || position > end) return 0;
    push_value(L, lua_table_get_integer(t, position));
    for (; position < end; position++) {
        lua_table_set_integer(L, t, position, lua_table_get_integer(t, position + 1));
        if (position % TICK == 0) lua_tick(L, 1);
    }
    lua_table_set_integer(L, t, end, VALUE_NIL);
    return 1;
}

static int table_maxn(lua_state *L)
{
    lua_table *t = check_table(L, 1);
    double best = 0;
    lua_value key, value;
    for (size_t i = 0; (i = lua_table_iterate(t, i, &key, &value));) {
        if (is_number(key) && number_of(key) > best) best = number_of(key);
    }
    lua_push_number(L, best);
    return 1;
}

static int table_getn(lua_state *L)
{
    lua_push_number(L, (double)lua_table_border(check_table(L, 1)));
    return 1;
}

static int table_setn(lua_state *L)
{
    check_table(L, 1);
    lua_fail(L, "'setn' is obsolete");
}

static int table_foreach(lua_state *L)
{
    check_table(L, 1);
    lua_check_function(L, 2);
    lua_push_nil(L);
    while (lua_next(L, 1)) {
        lua_push(L, 2);
        lua_push(L, -3);
        lua_push(L, -3);
        lua_call(L, 2, 1);
        if (!lua_is_nil(L, -1)) return 1;
        lua_drop(L, 2);
    }
    return 0;
}

static int table_foreachi(lua_state *L)
{
    lua_table *t = check_table(L, 1);
    int64_t end = (int64_t)lua_table_border(t);
    lua_check_function(L, 2);
    for (int64_t i = 1; i <= end; i++) {
        lua_push(L, 2);
        lua_push_number(L, (double)i);
        push_value(L, lua_table_get_integer(t, i));
        lua_call(L, 2, 1);
        if (!lua_is_nil(L, -1)) return 1;
        lua_drop(L, 1);
    }
    return 0;
}

void lua_open_table(lua_state *L)
{
    static const lua_entry entries[] = {
        {"concat", table_concat}, {"foreach", table_foreach}, {"foreachi", table_foreachi}, {"getn", table_getn},
        {"insert", table_insert}, {"maxn", table_maxn},       {"remove", table_remove},     {"setn", table_setn},
        {"sort", lua_table_sort}, {NULL, NULL},
    };
    lua_register_library(L, "table", entries);
    lua_drop(L, 1);
}
