#include "library.h"

#include "call.h"
#include "text.h"

/* Lua patterns: a backtracking matcher. As in Lua 5.1 a pattern ends at its first zero byte. */

enum { DEPTH_MAXIMUM = 2000, CHARACTERS_PER_TICK = 32 };

static bool in_range(int c, int low, int high) { return c >= low && c <= high; }

static bool in_class(int c, int class)
{
    bool lower = in_range(c, 'a', 'z'), upper = in_range(c, 'A', 'Z'), digit = in_range(c, '0', '9'), result;
    switch (class | 0x20) {
    case 'a': result = lower || upper; break;
    case 'c': result = c < 32 || c == 127; break;
    case 'd': result = digit; break;
    case 'l': result = lower; break;
    case 'p': result = in_range(c, 33, 126) && !lower && !upper && !digit; break;
    case 's': result = c == ' ' || in_range(c, '\t', '\r'); break;
    case 'u': result = upper; break;
    case 'w': result = lower || upper || digit; break;
    case 'x': result = digit || in_range(c | 0x20, 'a', 'f'); break;
    case 'z': result = c == 0; break;
    default: return class == c;
    }
    if (!in_range(class | 0x20, 'a', 'z')) return class == c;
    return in_range(class, 'A', 'Z') ? !result : result;
}

/* The end of the single-character item that starts at p. */
static const char *item_end(lua_match *m, const char *p)
{
    char first = *p++;
    if (first == '%') {
        if (p == m->pattern_end) lua_fail(m->L, "malformed pattern (ends with '%%')");
        return p + 1;
    }
    if (first != '[') return p;
    if (*p == '^') p++;
    do {
        if (p == m->pattern_end) lua_fail(m->L, "malformed pattern (missing ']')");
        if (*p++ == '%' && p < m->pattern_end) p++;
    } while (*p != ']');
    return p + 1;
}

/* Whether c is in the set whose '[' is at p and whose ']' is at `last`. */
static bool in_set(int c, const char *p, const char *last)
{
    bool found = true;
    if (p[1] == '^') {
        found = false;
        p++;
    }
    while (++p < last) {
        if (*p == '%') {
            p++;
            if (in_class(c, (unsigned char)*p)) return found;
        } else if (p[1] == '-' && p + 2 < last) {
            p += 2;
            if (in_range(c, (unsigned char)p[-2], (unsigned char)*p)) return found;
        } else if ((unsigned char)*p == c) {
            return found;
        }
    }
    return !found;
}

static inline bool item_matches(const lua_match *m, const char *s, const char *p, const char *end)
{
    if (s >= m->text_end) return false;
    int c = (unsigned char)*s;
    switch (*p) {
    case '.': return true;
    case '%': return in_class(c, (unsigned char)p[1]);
    case '[': return in_set(c, p, end - 1);
    default: return (unsigned char)*p == c;
    }
}

static const char *match_balance(lua_match *m, const char *s, const char *p)
{
    if (m->pattern_end - p < 2) lua_fail(m->L, "unbalanced pattern");
    if (s >= m->text_end || *s != *p) return NULL;
    int nesting = 1;
    while (++s < m->text_end) {
        if (*s == p[1]) {
            if (--nesting == 0) return s + 1;
        } else if (*s == *p) {
            nesting++;
        }
    }
    return NULL;
}

static const char *match_greedy(lua_match *m, const char *s, const char *p, const char *end, ptrdiff_t least)
{
    ptrdiff_t i = 0;
    while (item_matches(m, s + i, p, end)) i++;
    m->L->shared->budget -= (int)(i / CHARACTERS_PER_TICK);
    if (end + 1 == m->pattern_end) return i >= least ? s + i : NULL;
    for (; i >= least; i--) {
        const char *result = lua_match_at(m, s + i, end + 1);
        if (result) return result;
    }
    return NULL;
}

static const char *match_lazy(lua_match *m, const char *s, const char *p, const char *end)
{
    for (;; s++) {
        const char *result = lua_match_at(m, s, end + 1);
        if (result) return result;
        if (!item_matches(m, s, p, end)) return NULL;
    }
}

static const char *open_capture(lua_match *m, const char *s, const char *p, ptrdiff_t kind)
{
    if (m->level >= CAPTURES_MAXIMUM) lua_fail(m->L, "too many captures");
    m->captures[m->level].start = s;
    m->captures[m->level].length = kind;
    m->level++;
    const char *result = lua_match_at(m, s, p);
    if (!result) m->level--;
    return result;
}

static const char *close_capture(lua_match *m, const char *s, const char *p)
{
    int i = m->level;
    while (i > 0 && m->captures[i - 1].length != CAPTURE_OPEN) i--;
    if (i == 0) lua_fail(m->L, "invalid pattern capture");
    m->captures[i - 1].length = s - m->captures[i - 1].start;
    const char *result = lua_match_at(m, s, p);
    if (!result) m->captures[i - 1].length = CAPTURE_OPEN;
    return result;
}

static const char *match_reference(lua_match *m, const char *s, int digit)
{
    int i = digit - '1';
    if (i < 0 || i >= m->level || m->captures[i].length == CAPTURE_OPEN) lua_fail(m->L, "invalid capture index");
    ptrdiff_t length = m->captures[i].length;
    if (length < 0 || m->text_end - s < length) return NULL;
    return memcmp(m->captures[i].start, s, (size_t)length) ? NULL : s + length;
}

/* %f[set]: p is at the '['. */
static bool at_frontier(lua_match *m, const char *s, const char *p, const char *end)
{
    int before = s == m->text ? 0 : (unsigned char)s[-1];
    int after = s == m->text_end ? 0 : (unsigned char)*s;
    return !in_set(before, p, end - 1) && in_set(after, p, end - 1);
}

static const char *match_loop(lua_match *m, const char *s, const char *p)
{
    while (p != m->pattern_end) {
        if (*p == '(') {
            return p[1] == ')' ? open_capture(m, s, p + 2, CAPTURE_POSITION) : open_capture(m, s, p + 1, CAPTURE_OPEN);
        }
        if (*p == ')') return close_capture(m, s, p + 1);
        if (*p == '$' && p + 1 == m->pattern_end) return s == m->text_end ? s : NULL;
        if (*p == '%' && p[1] == 'b') {
            s = match_balance(m, s, p + 2);
            if (!s) return NULL;
            p += 4;
            continue;
        }
        if (*p == '%' && p[1] == 'f') {
            p += 2;
            if (*p != '[') lua_fail(m->L, "missing '[' after '%%f' in pattern");
            const char *end = item_end(m, p);
            if (!at_frontier(m, s, p, end)) return NULL;
            p = end;
            continue;
        }
        if (*p == '%' && in_range(p[1], '0', '9')) {
            s = match_reference(m, s, p[1]);
            if (!s) return NULL;
            p += 2;
            continue;
        }
        const char *end = item_end(m, p);
        switch (*end) {
        case '?':
            if (item_matches(m, s, p, end)) {
                const char *result = lua_match_at(m, s + 1, end + 1);
                if (result) return result;
            }
            p = end + 1;
            continue;
        case '*': return match_greedy(m, s, p, end, 0);
        case '+': return match_greedy(m, s, p, end, 1);
        case '-': return match_lazy(m, s, p, end);
        default:
            if (!item_matches(m, s, p, end)) return NULL;
            s++;
            p = end;
        }
    }
    return s;
}

const char *lua_match_at(lua_match *m, const char *s, const char *pattern)
{
    if (--m->L->shared->budget <= 0) lua_interrupt(m->L);
    if (++m->depth > DEPTH_MAXIMUM) lua_fail(m->L, "pattern too complex");
    const char *result = match_loop(m, s, pattern);
    m->depth--;
    return result;
}

const char *lua_match_capture(lua_match *m, int i, const char *s, const char *end, size_t *length)
{
    if (i >= m->level) {
        if (i > 0) lua_fail(m->L, "invalid capture index");
        *length = (size_t)(end - s);
        return s;
    }
    if (m->captures[i].length == CAPTURE_OPEN) lua_fail(m->L, "unfinished capture");
    if (m->captures[i].length == CAPTURE_POSITION) return NULL;
    *length = (size_t)m->captures[i].length;
    return m->captures[i].start;
}

void lua_match_push(lua_match *m, int i, const char *s, const char *end)
{
    size_t length;
    const char *text = lua_match_capture(m, i, s, end, &length);
    if (text) lua_push_string(m->L, text, length);
    else lua_push_number(m->L, (double)(m->captures[i].start - m->text + 1));
}

int lua_match_push_all(lua_match *m, const char *s, const char *end)
{
    int count = m->level == 0 && s ? 1 : m->level;
    lua_need(m->L, count, "too many captures");
    for (int i = 0; i < count; i++) lua_match_push(m, i, s, end);
    return count;
}
