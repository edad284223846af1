#include "call.h"
#include "debug.h"
#include "gc.h"
#include "library.h"
#include "opcodes.h"
#include "table.h"

static int string_len(lua_state *L)
{
    size_t length;
    lua_check_string(L, 1, &length);
    lua_push_number(L, (double)length);
    return 1;
}

/* A position counted from the end when negative, as one from the start; 0 when before it. */
static int64_t absolute(int64_t position, size_t length)
{
    if (position >= 0) return position;
    return position < -(int64_t)length ? 0 : (int64_t)length + position + 1;
}

static int string_sub(lua_state *L)
{
    size_t length;
    const char *text = lua_check_string(L, 1, &length);
    int64_t start = absolute(lua_check_integer(L, 2), length), end = absolute(lua_default_integer(L, 3, -1), length);
    if (start < 1) start = 1;
    if (end > (int64_t)length) end = (int64_t)length;
    if (start <= end) lua_push_string(L, text + start - 1, (size_t)(end - start + 1));
    else lua_push_string(L, "", 0);
    return 1;
}

/* A string of the argument's length, to be filled by the caller and finished with push_made. */
static char *make_room(lua_state *L, lua_buffer *b, const char **text, size_t *length)
{
    *text = lua_check_string(L, 1, length);
    lua_buffer_open(b, L);
    lua_buffer_added(b, 0);
    return lua_buffer_room(b, *length);
}

static int push_made(lua_buffer *b, size_t length)
{
    lua_buffer_added(b, length);
    lua_buffer_close(b);
    return 1;
}

static int string_reverse(lua_state *L)
{
    lua_buffer b;
    const char *text;
    size_t length;
    char *out = make_room(L, &b, &text, &length);
    for (size_t i = 0; i < length; i++) out[i] = text[length - 1 - i];
    return push_made(&b, length);
}

static int string_lower(lua_state *L)
{
    lua_buffer b;
    const char *text;
    size_t length;
    char *out = make_room(L, &b, &text, &length);
    for (size_t i = 0; i < length; i++) out[i] = text[i] >= 'A' && text[i] <= 'Z' ? text[i] + 32 : text[i];
    return push_made(&b, length);
}

static int string_upper(lua_state *L)
{
    lua_buffer b;
    const char *text;
    size_t length;
    char *out = make_room(L, &b, &text, &length);
    for (size_t i = 0; i < length; i++) out[i] = text[i] >= 'a' && text[i] <= 'z' ? text[i] - 32 : text[i];
    return push_made(&b, length);
}

static int string_rep(lua_state *L)
{
    size_t length;
    const char *text = lua_check_string(L, 1, &length);
    int count = (int)lua_check_integer(L, 2);
    if (count <= 0 || length == 0) {
        lua_push_string(L, "", 0);
        return 1;
    }
    if (length > L->shared->limits.string / (size_t)count) lua_debug_error(L, "string length overflow");
    size_t total = length * (size_t)count;
    if (total <= STRING_SHORT) {
        char small[STRING_SHORT];
        for (int i = 0; i < count; i++) memcpy(small + (size_t)i * length, text, length);
        lua_push_string(L, small, total);
        return 1;
    }
    lua_string *s = lua_string_blank(L, total);
    push_value(L, value_of_string(s));
    if (length == 1) {
        memset(s->data, *text, total);
        return 1;
    }
    memcpy(s->data, text, length);
    for (size_t done = length; done < total;) {
        size_t more = done < total - done ? done : total - done;
        memcpy(s->data + done, s->data, more);
        done += more;
    }
    return 1;
}

static int string_byte(lua_state *L)
{
    size_t length;
    const char *text = lua_check_string(L, 1, &length);
    int64_t start = absolute(lua_default_integer(L, 2, 1), length), end = absolute(lua_default_integer(L, 3, start),
        length);
    if (start < 1) start = 1;
    if (end > (int64_t)length) end = (int64_t)length;
    if (start > end) return 0;
    if (end - start >= INT32_MAX) lua_fail(L, "string slice too long");
    int count = (int)(end - start + 1);
    lua_need(L, count, "string slice too long");
    for (int i = 0; i < count; i++) lua_push_number(L, (unsigned char)text[start - 1 + i]);
    return count;
}

static int string_char(lua_state *L)
{
    int count = lua_top(L);
    lua_buffer b;
    lua_buffer_open(&b, L);
    for (int i = 1; i <= count; i++) {
        int64_t c = (int)lua_check_integer(L, i);
        if (c < 0 || c > 255) lua_bad_argument(L, i, "invalid value");
        lua_buffer_byte(&b, (char)c);
    }
    lua_buffer_close(&b);
    return 1;
}

/* Gives the signature of precompiled code and the instructions, which nothing can load. */
static int string_dump(lua_state *L)
{
    lua_check_function(L, 1);
    lua_closure *c = closure_of(argument_value(L, 1));
    if (is_c_function(c)) lua_fail(L, "unable to dump given function");
    static const char header[] = "\33LuaQ\0\1\4\10\4\10";
    lua_buffer b;
    lua_buffer_open(&b, L);
    lua_buffer_bytes(&b, header, sizeof header);
    lua_buffer_bytes(&b, (const char *)c->u.prototype->code,
        (size_t)c->u.prototype->code_count * sizeof(lua_instruction));
    lua_buffer_close(&b);
    return 1;
}

void lua_open_string(lua_state *L)
{
    static const lua_entry entries[] = {
        {"byte", string_byte},           {"char", string_char},       {"dump", string_dump},
        {"find", lua_string_find},       {"format", lua_string_format}, {"gmatch", lua_string_gmatch},
        {"gsub", lua_string_gsub},       {"len", string_len},         {"lower", string_lower},
        {"match", lua_string_match},     {"rep", string_rep},         {"reverse", string_reverse},
        {"sub", string_sub},             {"upper", string_upper},     {NULL, NULL},
    };
    lua_register_library(L, "string", entries);
    lua_raw_get_field(L, -1, "gmatch");
    lua_raw_set_field(L, -2, "gfind");
    lua_push_text(L, "");
    lua_push_table(L, 0, 1);
    lua_push(L, -3);
    lua_raw_set_field(L, -2, "__index");
    lua_set_metatable(L, -2);
    lua_drop(L, 2);
}
