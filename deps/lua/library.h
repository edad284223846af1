#ifndef LUA_LIBRARY_H
#define LUA_LIBRARY_H

/* What the library's own C functions share. They see the stack directly. */

#include "object.h"

/* The `next` of Lua, which the interpreter recognises in for loops. */
int lua_base_next(lua_state *L);
/* Pushes tostring(value at index), metamethods included. */
void lua_push_shown(lua_state *L, int index);

/* The nth argument, or nil. */
static inline lua_value argument_value(lua_state *L, int n)
{
    lua_value *v = L->frame->base + n - 1;
    return v < L->top ? *v : VALUE_NIL;
}

/* ---- pattern.c ---- */

enum { CAPTURES_MAXIMUM = 32, CAPTURE_OPEN = -1, CAPTURE_POSITION = -2 };

typedef struct {
    lua_state *L;
    const char *text, *text_end, *pattern_end;
    int level;               /* captures, open or closed */
    int depth;
    struct {
        const char *start;
        ptrdiff_t length;    /* or one of CAPTURE_* */
    } captures[CAPTURES_MAXIMUM];
} lua_match;

/* Matches the pattern at `s`; returns the end of the match, or NULL. */
const char *lua_match_at(lua_match *m, const char *s, const char *pattern);
/* Pushes capture i; the whole match [s, end) stands for capture 0 of a pattern without any. */
void lua_match_push(lua_match *m, int i, const char *s, const char *end);
/* Pushes all captures, or the whole match if there are none (and s isn't NULL); returns how many. */
int lua_match_push_all(lua_match *m, const char *s, const char *end);
/* The bytes of capture i, when it isn't a position. */
const char *lua_match_capture(lua_match *m, int i, const char *s, const char *end, size_t *length);

int lua_string_find(lua_state *L);
int lua_string_match(lua_state *L);
int lua_string_gmatch(lua_state *L);
int lua_string_gsub(lua_state *L);
int lua_string_format(lua_state *L);
int lua_table_sort(lua_state *L);

#endif
