/* show.c -- what the debugger prints of values. */
#include "script/show.h"
#include "base/number.h"
#include "base/text.h"
#include <string.h>

enum { DEPTH_MAX = 10 };

/* -- Lua values ---------------------------------------------------------------------------------------- */

static void show_at(lua_state *L, bytes **out, int depth);

/* Keys 1, 2, ... in the order of traversal and nothing else. */
static bool is_array(lua_state *L) {
    double expected = 1;
    bool array = true;
    lua_push_nil(L);
    while (lua_next(L, -2)) {
        lua_drop(L, 1);
        if (array && (lua_type_of(L, -1) != LUA_NUMBER || lua_to_number(L, -1) != expected)) array = false;
        expected++;
    }
    return array;
}

static void show_table(lua_state *L, bytes **out, int depth) {
    bool array = is_array(L), first = true;
    bytes_append_char(out, '{');
    lua_push_nil(L);
    while (lua_next(L, -2)) {
        if (!first) bytes_append_text(out, "; ");
        first = false;
        if (!array) {
            bytes_append_char(out, '[');
            lua_push(L, -2);
            show_at(L, out, depth + 1);
            lua_drop(L, 1);
            bytes_append_text(out, "]=");
        }
        show_at(L, out, depth + 1);
        lua_drop(L, 1);
    }
    bytes_append_char(out, '}');
}

static void show_address(lua_state *L, bytes **out, lua_type type) {
    const void *address = type == LUA_POINTER ? lua_to_userdata(L, -1) : lua_to_address(L, -1);
    const char *name = type == LUA_POINTER ? "light-userdata" : lua_type_name(type);
    if (address) bytes_printf(out, "\"%s@%p\"", name, address);
    else bytes_printf(out, "\"%s@(nil)\"", name);
}

static void show_at(lua_state *L, bytes **out, int depth) {
    slice text;
    lua_type type = lua_type_of(L, -1);
    if (depth == DEPTH_MAX || !lua_reserve(L, 4)) {
        bytes_append_text(out, "<max recursion level reached! Nested table?>");
        return;
    }
    switch (type) {
    case LUA_STRING:
        text.at = lua_to_string(L, -1, &text.len);
        text_quote(out, text);
        break;
    case LUA_NUMBER: bytes_printf(out, "%g", lua_to_number(L, -1)); break;
    case LUA_BOOLEAN: bytes_append_text(out, lua_to_boolean(L, -1) ? "true" : "false"); break;
    case LUA_NIL: bytes_append_text(out, "nil"); break;
    case LUA_TABLE: show_table(L, out, depth); break;
    default: show_address(L, out, type);
    }
}

void show_value(lua_state *L, bytes **out) { show_at(L, out, 0); }

/* -- replies --------------------------------------------------------------------------------------------- */

static const char *show_elements(const char *at, int64_t count, bool pairs, bytes **out) {
    for (int64_t i = 0; i < count; i++) {
        if (i) bytes_append_text(out, ",");
        at = show_reply(at, out);
        if (!pairs) continue;
        bytes_append_text(out, " => ");
        at = show_reply(at, out);
    }
    return at;
}

static const char *show_bulk(const char *at, int64_t len, bytes **out) {
    if (len < 0) {
        bytes_append_text(out, "NULL");
        return at;
    }
    text_quote(out, slice_make(at, (size_t)len));
    return at + len + 2;
}

const char *show_reply(const char *at, bytes **out) {
    const char *end = strstr(at, "\r\n"), *next = end + 2;
    slice line = slice_make(at, (size_t)(end - at)), rest = slice_make(at + 1, line.len - 1);
    int64_t count = 0;
    number_parse_int(rest, &count);
    switch (*at) {
    case '*':
        if (count < 0) return show_bulk(next, count, out);
        bytes_append_char(out, '[');
        next = show_elements(next, count, false, out);
        bytes_append_char(out, ']');
        return next;
    case '~':
        bytes_append_text(out, "~(");
        next = show_elements(next, count, false, out);
        bytes_append_char(out, ')');
        return next;
    case '%':
        bytes_append_char(out, '{');
        next = show_elements(next, count, true, out);
        bytes_append_char(out, '}');
        return next;
    case '$': case '=': return show_bulk(next, count, out);
    case '_': bytes_append_text(out, "(null)"); return next;
    case '#': bytes_append_text(out, rest.at[0] == 't' ? "#true" : "#false"); return next;
    case ',':
        bytes_append_text(out, "(double) ");
        bytes_append(out, rest);
        return next;
    case ':': case '(': bytes_append(out, rest); return next;
    default: text_quote(out, line); return next;
    }
}
