#include "call.h"
#include "library.h"
#include "text.h"

/* string.find, match, gmatch and gsub. */

static void match_start(lua_match *m, lua_state *L, const char *text, size_t length, const char *pattern)
{
    m->L = L;
    m->text = text;
    m->text_end = text + length;
    m->pattern_end = pattern + strlen(pattern);
    m->level = 0;
    m->depth = 0;
}

static const char *find_plain(const char *text, size_t length, const char *what, size_t size)
{
    if (size == 0) return text;
    if (size == 1) return length ? memchr(text, *what, length) : NULL;
    return memmem(text, length, what, size);
}

static size_t start_position(lua_state *L, int argument, size_t length)
{
    int64_t start = lua_default_integer(L, argument, 1);
    if (start < 0) start = start < -(int64_t)length ? 0 : start + (int64_t)length + 1;
    if (start > 0) start--;
    return start > (int64_t)length ? length : (size_t)start;
}

static int push_span(lua_state *L, const char *text, const char *from, const char *to)
{
    lua_push_number(L, (double)(from - text + 1));
    lua_push_number(L, (double)(to - text));
    return 2;
}

static int find_or_match(lua_state *L, bool find)
{
    size_t length, size;
    const char *text = lua_check_string(L, 1, &length), *pattern = lua_check_string(L, 2, &size);
    size_t start = start_position(L, 3, length);
    if (find && (lua_to_boolean(L, 4) || !strpbrk(pattern, "^$*+?.([%-"))) {
        const char *s = find_plain(text + start, length - start, pattern, size);
        if (s) return push_span(L, text, s, s + size);
        lua_push_nil(L);
        return 1;
    }
    lua_match m;
    match_start(&m, L, text, length, pattern);
    bool anchor = *pattern == '^';
    if (anchor) pattern++;
    const char *s = text + start;
    do {
        m.level = 0;
        const char *end = lua_match_at(&m, s, pattern);
        if (!end) continue;
        if (!find) return lua_match_push_all(&m, s, end);
        int count = push_span(L, text, s, end);
        return count + lua_match_push_all(&m, NULL, NULL);
    } while (s++ < m.text_end && !anchor);
    lua_push_nil(L);
    return 1;
}

int lua_string_find(lua_state *L) { return find_or_match(L, true); }
int lua_string_match(lua_state *L) { return find_or_match(L, false); }

static int gmatch_step(lua_state *L)
{
    size_t length;
    const char *text = lua_to_string(L, lua_upvalue(1), &length);
    const char *pattern = lua_to_string(L, lua_upvalue(2), NULL);
    lua_match m;
    match_start(&m, L, text, length, pattern);
    for (const char *s = text + lua_to_integer(L, lua_upvalue(3)); s <= m.text_end; s++) {
        m.level = 0;
        const char *end = lua_match_at(&m, s, pattern);
        if (!end) continue;
        lua_push_number(L, (double)(end - text + (end == s)));
        lua_replace(L, lua_upvalue(3));
        return lua_match_push_all(&m, s, end);
    }
    return 0;
}

int lua_string_gmatch(lua_state *L)
{
    lua_check_string(L, 1, NULL);
    lua_check_string(L, 2, NULL);
    lua_top_set(L, 2);
    lua_push_number(L, 0);
    lua_push_function(L, gmatch_step, 3);
    return 1;
}


/* ---- gsub ---- */

static void add_template(lua_match *m, lua_buffer *b, const char *s, const char *end)
{
    size_t length;
    const char *template = lua_to_string(m->L, 3, &length);
    for (size_t i = 0; i < length; i++) {
        if (template[i] != '%') {
            lua_buffer_byte(b, template[i]);
            continue;
        }
        char c = template[++i];
        if (c < '0' || c > '9') {
            lua_buffer_byte(b, c);
        } else if (c == '0') {
            lua_buffer_bytes(b, s, (size_t)(end - s));
        } else {
            size_t size;
            const char *capture = lua_match_capture(m, c - '1', s, end, &size);
            if (capture) {
                lua_buffer_bytes(b, capture, size);
            } else {
                char number[NUMBER_TEXT];
                int digits = lua_number_text((double)(m->captures[c - '1'].start - m->text + 1), number);
                lua_buffer_bytes(b, number, (size_t)digits);
            }
        }
    }
}

/* Appends what the match [s, end) is replaced by. */
static void add_replacement(lua_match *m, lua_buffer *b, const char *s, const char *end)
{
    lua_state *L = m->L;
    lua_type type = lua_type_of(L, 3);
    if (type == LUA_STRING || type == LUA_NUMBER) {
        add_template(m, b, s, end);
        return;
    }
    if (type == LUA_FUNCTION) {
        lua_push(L, 3);
        int count = lua_match_push_all(m, s, end);
        lua_call(L, count, 1);
    } else {
        lua_match_push(m, 0, s, end);
        lua_get(L, 3);
    }
    if (!lua_to_boolean(L, -1)) {
        lua_buffer_bytes(b, s, (size_t)(end - s));
    } else if (!lua_is_string(L, -1)) {
        lua_fail(L, "invalid replacement value (a %s)", lua_type_name(lua_type_of(L, -1)));
    } else {
        size_t length;
        const char *text = lua_to_string(L, -1, &length);
        lua_buffer_bytes(b, text, length);
    }
    lua_drop(L, 1);
}

int lua_string_gsub(lua_state *L)
{
    size_t length;
    const char *text = lua_check_string(L, 1, &length), *pattern = lua_check_string(L, 2, NULL);
    lua_type type = lua_type_of(L, 3);
    int64_t maximum = lua_default_integer(L, 4, (int64_t)length + 1), count = 0;
    if (type != LUA_NUMBER && type != LUA_STRING && type != LUA_FUNCTION && type != LUA_TABLE) {
        lua_bad_argument(L, 3, "string/function/table expected");
    }
    if (type == LUA_NUMBER) lua_to_string(L, 3, NULL);
    bool anchor = *pattern == '^';
    if (anchor) pattern++;
    lua_match m;
    match_start(&m, L, text, length, pattern);
    lua_buffer b;
    lua_buffer_open(&b, L);
    const char *s = text;
    while (count < maximum) {
        m.level = 0;
        const char *end = lua_match_at(&m, s, pattern);
        if (end) {
            count++;
            add_replacement(&m, &b, s, end);
        }
        if (end && end > s) s = end;
        else if (s < m.text_end) lua_buffer_byte(&b, *s++);
        else break;
        if (anchor) break;
    }
    lua_buffer_bytes(&b, s, (size_t)(m.text_end - s));
    lua_buffer_close(&b);
    lua_push_number(L, (double)count);
    return 2;
}
