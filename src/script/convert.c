/* convert.c -- RESP to Lua and Lua to RESP. */
#include "script/convert.h"
#include "base/number.h"
#include "base/text.h"
#include "server/reply.h"

/* Arrays in arrays: as deep as a stack of 8000 slots allows elsewhere, and shallow enough for ours. */
enum { DEPTH_MAX = 7995, SLOTS = 6, FORMAT_LEN = 3 };

void convert_push_error(lua_state *L, slice text, bool counted) {
    lua_push_table(L, 0, 4);
    lua_push_string(L, text.at, text.len);
    lua_raw_set_field(L, -2, "err");
    if (!counted) return;
    lua_push_boolean(L, true);
    lua_raw_set_field(L, -2, "ignore_error_stats_update");
}

void convert_reply_counted_error(call *c, slice text) {
    bytes *line = bytes_new(text.len + 3);
    bytes_append_char(&line, '-');
    bytes_append(&line, text);
    text_flatten(line);
    bytes_append_text(&line, "\r\n");
    c->failed = true;
    reply_raw(c, bytes_slice(line));
    bytes_free(line);
}

/* -- from RESP -------------------------------------------------------------------------------------- */

static const char *read_number(const char *at, int64_t *out) {
    *out = convert_integer(at);
    while (*at != '\r') at++;
    return at + 2;
}

static slice read_line(const char **at) {
    const char *from = *at, *end = from;
    while (*end != '\r') end++;
    *at = end + 2;
    return slice_make(from, (size_t)(end - from));
}

static void wrap(lua_state *L, const char *field) {
    lua_push_table(L, 0, 1);
    lua_insert(L, -2);
    lua_raw_set_field(L, -2, field);
}

/* The size to which appending one by one makes a table grow. */
static size_t grown(int64_t count) {
    return count < 2 ? (size_t)count : (size_t)1 << (64 - __builtin_clzll((uint64_t)count - 1));
}

/* Puts a table that has grown by itself in the place of the presized one below the top: holes keep it from growing so far, which
 * its length and the order of its keys show. */
static void make_sparse(lua_state *L, int64_t filled) {
    lua_push_table(L, 0, 0);
    for (int64_t i = 1; i <= filled; i++) {
        lua_raw_get_index(L, -3, (size_t)i);
        lua_raw_set_index(L, -2, (size_t)i);
    }
    lua_replace(L, -2);                     /* counted without the table itself */
}

static const char *push_array(lua_state *L, const char *at, int64_t count) {
    bool presized = true;
    lua_push_table(L, grown(count), 0);
    for (int64_t i = 1; i <= count; i++) {
        at = convert_push_reply(L, at);
        if (presized && lua_is_nil(L, -1)) {
            make_sparse(L, i - 1);
            presized = false;
        }
        lua_raw_set_index(L, -2, (size_t)i);
    }
    return at;
}

/* {map = {k = v}} or {set = {k = true}}; the order of the keys is that of a table which has grown. */
static const char *push_keyed(lua_state *L, const char *at, int64_t count, bool map) {
    lua_push_table(L, 0, 0);
    for (int64_t i = 0; i < count; i++) {
        at = convert_push_reply(L, at);
        if (map) at = convert_push_reply(L, at);
        else lua_push_boolean(L, true);
        if (lua_is_nil(L, -2)) lua_drop(L, 2);
        else lua_raw_set(L, -3);
    }
    wrap(L, map ? "map" : "set");
    return at;
}

static const char *push_bulk(lua_state *L, const char *at) {
    int64_t len;
    at = read_number(at, &len);
    if (len < 0) {
        lua_push_boolean(L, false);
        return at;
    }
    lua_push_string(L, at, (size_t)len);
    return at + len + 2;
}

static const char *push_verbatim(lua_state *L, const char *at) {
    int64_t len;
    at = read_number(at, &len);
    lua_push_table(L, 0, 2);
    lua_push_string(L, at, FORMAT_LEN);
    lua_raw_set_field(L, -2, "format");
    lua_push_string(L, at + FORMAT_LEN + 1, (size_t)len - FORMAT_LEN - 1);
    lua_raw_set_field(L, -2, "string");
    wrap(L, "verbatim_string");
    return at + len + 2;
}

static const char *push_line(lua_state *L, char kind, const char *at) {
    slice text = read_line(&at);
    double d = 0;
    if (kind == '-') {
        convert_push_error(L, text, true);
    } else if (kind == ',') {
        if (!number_parse_double(text, &d)) d = __builtin_nan("");
        lua_push_number(L, d);
        wrap(L, "double");
    } else {
        lua_push_string(L, text.at, text.len);
        wrap(L, kind == '+' ? "ok" : "big_number");
    }
    return at;
}

static const char *push_aggregate(lua_state *L, char kind, const char *at) {
    int64_t count;
    at = read_number(at, &count);
    if (count < 0) {
        lua_push_boolean(L, false);
        return at;
    }
    if (kind == '*') return push_array(L, at, count);
    if (kind != '|') return push_keyed(L, at, count, kind == '%');
    for (int64_t i = 0; i < 2 * count; i++) {
        at = convert_push_reply(L, at);
        lua_drop(L, 1);
    }
    return convert_push_reply(L, at);
}

const char *convert_push_reply(lua_state *L, const char *at) {
    int64_t n;
    lua_need(L, SLOTS, "reply nested too deep");
    char kind = *at++;
    switch (kind) {
    case '$': return push_bulk(L, at);
    case ':':
        at = read_number(at, &n);
        lua_push_number(L, (double)n);
        return at;
    case '*': case '%': case '~': case '|': return push_aggregate(L, kind, at);
    case '_': lua_push_nil(L); return at + 2;
    case '#': lua_push_boolean(L, *at == 't'); return at + 3;
    case '=': return push_verbatim(L, at);
    default: return push_line(L, kind, at);
    }
}

/* -- to RESP ------------------------------------------------------------------------------------------ */

typedef struct conversion { call *call; lua_state *L; int protocol, depth; } conversion;

static void value(conversion *v);

/* Pushes the field and returns true when the table on top has it with this type. */
static bool field(lua_state *L, const char *name, lua_type wanted) {
    lua_raw_get_field(L, -1, name);
    lua_type found = lua_type_of(L, -1);
    if (found == wanted) return true;
    lua_drop(L, 1);
    return false;
}

static bool text_field(lua_state *L, const char *name) {
    lua_raw_get_field(L, -1, name);
    if (lua_type_of(L, -1) == LUA_STRING) return true;
    lua_drop(L, 1);
    return false;
}

static slice text_on_top(lua_state *L) {
    slice s;
    s.at = lua_to_string(L, -1, &s.len);
    return s;
}

/* Line ends in the text on top become spaces. */
static void make_one_line(lua_state *L) {
    slice s = text_on_top(L);
    if (!memchr(s.at, '\r', s.len) && !memchr(s.at, '\n', s.len)) return;
    lua_buffer b;
    lua_buffer_open(&b, L);
    for (size_t i = 0; i < s.len; i++) lua_buffer_byte(&b, s.at[i] == '\r' || s.at[i] == '\n' ? ' ' : s.at[i]);
    lua_buffer_close(&b);
    lua_remove(L, -2);
}

static bool verbatim(conversion *v) {
    lua_state *L = v->L;
    if (!field(L, "verbatim_string", LUA_TABLE)) return false;
    bool good = text_field(L, "format");
    if (good) {
        char format[FORMAT_LEN] = { ' ', ' ', ' ' };
        slice f = text_on_top(L);
        memcpy(format, f.at, f.len < FORMAT_LEN ? f.len : FORMAT_LEN);
        lua_drop(L, 1);
        good = text_field(L, "string");
        if (good) {
            reply_verbatim(v->call, format, text_on_top(L));
            lua_drop(L, 1);
        }
    }
    lua_drop(L, 1);
    return good;
}

static bool keyed(conversion *v, bool map) {
    lua_state *L = v->L;
    long count = 0;
    if (!field(L, map ? "map" : "set", LUA_TABLE)) return false;
    for (lua_push_nil(L); lua_next(L, -2); lua_drop(L, 1)) count++;
    if (map) reply_map(v->call, count);
    else reply_set(v->call, count);
    for (lua_push_nil(L); lua_next(L, -2);) {
        lua_push(L, -2);                    /* a copy: converting a number to text would confuse lua_next */
        value(v);
        if (map) value(v);
        else lua_drop(L, 1);
    }
    lua_drop(L, 1);
    return true;
}

static void array(conversion *v) {
    lua_state *L = v->L;
    long count = 0;
    for (;; count++) {
        lua_raw_get_index(L, -1, (size_t)count + 1);
        bool end = lua_is_nil(L, -1);
        lua_drop(L, 1);
        if (end) break;
    }
    reply_array(v->call, count);
    for (long i = 1; i <= count; i++) {
        lua_raw_get_index(L, -1, (size_t)i);
        value(v);
    }
}

static bool error_table(conversion *v) {
    lua_state *L = v->L;
    if (!text_field(L, "err")) return false;
    lua_raw_get_field(L, -2, "ignore_error_stats_update");
    bool counted = lua_to_boolean(L, -1);
    lua_drop(L, 1);
    if (counted) convert_reply_counted_error(v->call, text_on_top(L));
    else reply_error_slice(v->call, text_on_top(L));
    lua_drop(L, 1);
    return true;
}

static bool scalar_table(conversion *v) {
    lua_state *L = v->L;
    if (error_table(v)) return true;
    if (text_field(L, "ok")) {
        reply_status_slice(v->call, text_on_top(L));
    } else if (field(L, "double", LUA_NUMBER)) {
        reply_double(v->call, lua_to_number(L, -1));
    } else if (text_field(L, "big_number")) {
        make_one_line(L);
        reply_bignum(v->call, text_on_top(L));
    } else {
        return verbatim(v);
    }
    lua_drop(L, 1);
    return true;
}

static void table_value(conversion *v) {
    if (v->depth >= DEPTH_MAX || !lua_reserve(v->L, SLOTS)) {
        reply_error(v->call, "ERR reached lua stack limit");
        return;
    }
    v->depth++;
    if (!scalar_table(v) && !keyed(v, true) && !keyed(v, false)) array(v);
    v->depth--;
}

/* Replies with the value on top and pops it. */
static void value(conversion *v) {
    call *c = v->call;
    bool b = lua_to_boolean(v->L, -1);
    switch (lua_type_of(v->L, -1)) {
    case LUA_STRING: reply_bulk(c, text_on_top(v->L)); break;
    case LUA_NUMBER: reply_int(c, lua_to_integer(v->L, -1)); break;
    case LUA_BOOLEAN:
        if (v->protocol == 3) reply_bool(c, b);
        else if (b) reply_int(c, 1);
        else reply_null(c);
        break;
    case LUA_TABLE: table_value(v); break;
    default: reply_null(c); break;
    }
    lua_drop(v->L, 1);
}

void convert_to_reply(call *c, lua_state *L, int protocol) {
    conversion v = { c, L, protocol, 0 };
    value(&v);
}
