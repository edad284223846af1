/* lib_cjson_decode.c -- JSON text to Lua values. */
#include "script/lib_cjson.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SHALLOW = 16, BATCH = 4 };           /* so deep, so many values of a list wait to be put into it together */

/* The text ends with a zero, so that looking one byte ahead is always allowed. */
typedef struct {
    lua_state *L;
    const cjson_settings *settings;
    const char *text, *end;
    const char *next;    /* not yet read */
    const char *wrong;   /* where the problem is that a scalar reported */
    int depth;
} decoder;

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* Passes blanks; the byte after them. */
static inline char skip(decoder *d) {
    const char *p = d->next;
    while (*p == ' ' || *p == '\n' || *p == '\t' || *p == '\r') p++;
    d->next = p;
    return *p;
}

/* ---- strings ---- */

/* The first quote, backslash or zero. */
static const char *plain_end(const decoder *d, const char *p) {
    const uint64_t ones = 0x0101010101010101u;
    for (; d->end - p >= 8; p += 8) {
        uint64_t eight;
        memcpy(&eight, p, 8);
        uint64_t quote = eight ^ ('"' * ones), slash = eight ^ ('\\' * ones);
        uint64_t found = ((eight - ones) & ~eight) | ((quote - ones) & ~quote) | ((slash - ones) & ~slash);
        if (found & 0x80 * ones) break;
    }
    while (*p != '"' && *p != '\\' && *p) p++;
    return p;
}

/* The value of \uXXXX at p, or -1. */
static int hex_escape(const char *p) {
    if (p[0] != '\\' || p[1] != 'u') return -1;
    int code = 0;
    for (int i = 2; i < 6; i++) {
        char c = p[i];
        if (is_digit(c)) code = code << 4 | (c - '0');
        else if ((c | 32) >= 'a' && (c | 32) <= 'f') code = code << 4 | ((c | 32) - 'a' + 10);
        else return -1;
    }
    return code;
}

static void put_utf8(lua_buffer *b, int code) {
    char *out = lua_buffer_room(b, 4);
    size_t length = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    static const int leads[] = {0, 0, 0xc0, 0xe0, 0xf0};
    for (size_t i = length; --i;) {
        out[i] = (char)(0x80 | (code & 0x3f));
        code >>= 6;
    }
    out[0] = (char)(leads[length] | code);
    lua_buffer_added(b, length);
}

/* Reads \uXXXX, or a pair of surrogates written so; NULL when it is neither. */
static const char *put_unicode(lua_buffer *b, const char *p) {
    int code = hex_escape(p);
    if (code < 0 || (code >= 0xdc00 && code < 0xe000)) return NULL;
    p += 6;
    if (code >= 0xd800 && code < 0xdc00) {
        int low = hex_escape(p);
        if (low < 0xdc00 || low >= 0xe000) return NULL;
        code = 0x10000 + ((code & 0x3ff) << 10 | (low & 0x3ff));
        p += 6;
    }
    put_utf8(b, code);
    return p;
}

static char escaped(char letter) {
    switch (letter) {
    case '"': case '\\': case '/': return letter;
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    default: return 0;
    }
}

/* The rest of a string from its first backslash on, the bytes before which are already in the buffer. */
static const char *fill(decoder *d, lua_buffer *b, const char *p) {
    while (*p == '\\') {
        d->wrong = p;
        if (p[1] == 'u') {
            p = put_unicode(b, p);
            if (!p) return "invalid unicode escape code";
        } else {
            char c = escaped(p[1]);
            if (!c) return "invalid escape code";
            lua_buffer_byte(b, c);
            p += 2;
        }
        const char *stop = plain_end(d, p);
        lua_buffer_bytes(b, p, (size_t)(stop - p));
        p = stop;
    }
    d->wrong = p;
    return *p ? NULL : "unexpected end of string";
}

/* Out of line: its buffer would make every level of nesting cost half a kilobyte. */
static __attribute__((noinline)) const char *push_escaped(decoder *d, const char *p) {
    lua_buffer b;
    lua_buffer_open(&b, d->L);
    lua_buffer_bytes(&b, d->next + 1, (size_t)(p - d->next - 1));
    const char *problem = fill(d, &b, p);
    if (problem) return problem;
    lua_buffer_close(&b);
    d->next = d->wrong + 1;
    return NULL;
}

/* Pushes the string whose opening quote is next; or answers what is wrong. */
static const char *push_string(decoder *d) {
    const char *start = d->next + 1, *p = plain_end(d, start);
    if (*p == '\\') return push_escaped(d, p);
    if (!*p) {
        d->wrong = p;
        return "unexpected end of string";
    }
    lua_push_string(d->L, start, (size_t)(p - start));
    d->next = p + 1;
    return NULL;
}

/* ---- numbers and words ---- */

enum { EXACT_DIGITS = 15, WORD_DIGITS = 19 };

__extension__ typedef unsigned __int128 wide;

static int bits_in(uint64_t n) {
    return 64 - __builtin_clzll(n);
}

/* digits / 10^places, rounded once: the quotient is scaled to 62 bits or more, the last of which also stands for any
 * remainder, so that its conversion rounds as the fraction itself would. */
static double fraction(uint64_t digits, int places) {
    static const uint64_t powers[] = {
        1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, 10000000000, 100000000000,
        1000000000000, 10000000000000, 100000000000000, 1000000000000000, 10000000000000000, 100000000000000000,
        1000000000000000000, 10000000000000000000u
    };
    bool exact = digits < 1000000000000000u && places <= EXACT_DIGITS;
    if (exact || !digits) return (double)digits / (double)powers[places];
    int shift = 63 - bits_in(digits) + bits_in(powers[places]);
    wide scaled = (wide)digits << shift;
    uint64_t quotient = (uint64_t)(scaled / powers[places]);
    if ((wide)quotient * powers[places] != scaled) quotient |= 1;
    return ldexp((double)quotient, -shift);
}

/* Decimals whose digits fit a word and have no exponent; leaves all else to strtod. */
static bool push_simple(decoder *d) {
    const char *p = d->next + (*d->next == '-'), *start = p, *point = NULL;
    uint64_t digits = 0;
    for (; is_digit(*p) && p - start < WORD_DIGITS; p++) digits = digits * 10 + (uint64_t)(*p - '0');
    if (p == start) return false;
    if (*p == '.') {
        point = ++p;
        for (; is_digit(*p) && p - start <= WORD_DIGITS; p++) digits = digits * 10 + (uint64_t)(*p - '0');
    }
    if (is_digit(*p) || (*p | 32) == 'e' || (*p | 32) == 'x') return false;
    double n = point ? fraction(digits, (int)(p - point)) : (double)digits;
    lua_push_number(d->L, *d->next == '-' ? -n : n);
    d->next = p;
    return true;
}

/* What JSON doesn't have but strtod reads: leading zeros, hex, infinities and NaNs. */
static bool is_odd(const char *p) {
    if (*p == '-') p++;
    if (*p == '0') return is_digit(p[1]) || (p[1] | 32) == 'x';
    return (*p | 32) == 'i' || (*p | 32) == 'n';
}

static const char *push_number(decoder *d) {
    if (!d->settings->decode_invalid && is_odd(d->next)) return "invalid number";
    if (push_simple(d)) return NULL;
    char *stop;
    double n = strtod(d->next, &stop);
    if (stop == d->next) return "invalid number";
    lua_push_number(d->L, n);
    d->next = stop;
    return NULL;
}

static bool is_word(const char *p, const char *lower) {
    for (; *lower; p++, lower++) {
        if ((*p | 32) != *lower) return false;
    }
    return true;
}

static const char *push_word(decoder *d) {
    const char *p = d->next;
    if (!strncmp(p, "true", 4) || !strncmp(p, "false", 5)) {
        lua_push_boolean(d->L, *p == 't');
        d->next += *p == 't' ? 4 : 5;
    } else if (!strncmp(p, "null", 4)) {
        lua_push_pointer(d->L, NULL);
        d->next += 4;
    } else if (d->settings->decode_invalid && (*p == '+' || is_word(p, "inf") || is_word(p, "nan"))) {
        return push_number(d);
    } else {
        return "invalid token";
    }
    return NULL;
}

/* Pushes the string, number, boolean or null that is next; or answers what is wrong, and sets d->wrong. */
static const char *push_scalar(decoder *d) {
    d->wrong = d->next;
    if (*d->next == '"') return push_string(d);
    if (is_digit(*d->next) || *d->next == '-') return push_number(d);
    return push_word(d);
}

/* ---- structure ---- */

static const char *found(decoder *d) {
    d->wrong = d->next;
    switch (*d->next) {
    case 0: return "T_END";
    case '{': return "T_OBJ_BEGIN";
    case '}': return "T_OBJ_END";
    case '[': return "T_ARR_BEGIN";
    case ']': return "T_ARR_END";
    case ':': return "T_COLON";
    case ',': return "T_COMMA";
    default: break;
    }
    const char *start = d->next, *problem = push_scalar(d);
    if (problem) return problem;
    d->wrong = start;
    switch (lua_type_of(d->L, -1)) {
    case LUA_STRING: return "T_STRING";
    case LUA_NUMBER: return "T_NUMBER";
    case LUA_BOOLEAN: return "T_BOOLEAN";
    default: return "T_NULL";
    }
}

static _Noreturn void refuse(decoder *d, const char *expected) {
    const char *token = found(d);
    lua_fail(d->L, "Expected %s but found %s at character %td", expected, token, d->wrong - d->text + 1);
}

static void push_value(decoder *d);

/* Enters an array or object; `slots` is what one level needs of the stack. */
static void descend(decoder *d, int slots) {
    d->next++;
    if (++d->depth <= d->settings->decode_depth && lua_reserve(d->L, slots)) return;
    lua_fail(d->L, "Found too many nested data structures (%d) at character %td", d->depth, d->next - d->text);
}

static void ascend(decoder *d) {
    d->next++;
    d->depth--;
}

/* The values on top go into a list, just as long as one that has grown with them, which takes the place kept below them. */
static void gather(lua_state *L, size_t count) {
    size_t slots = 1;
    while (slots < count) slots *= 2;
    lua_push_table(L, slots, 0);
    lua_replace(L, -(int)count - 1);
    for (size_t i = count; i; i--) lua_raw_set_index(L, -(int)i - 1, i);
}

/* Most lists are short: the first values wait on the stack, so that the table need not grow. */
static void push_array(decoder *d) {
    descend(d, 2);
    size_t count = 0, waiting = d->depth <= SHALLOW && lua_reserve(d->L, BATCH + 1) ? BATCH : 0;
    char c = skip(d);
    if (c == ']' || !waiting) lua_push_table(d->L, 0, 0);
    else lua_push_nil(d->L);
    while (c != ']') {
        push_value(d);
        c = skip(d);
        if (c != ']' && c != ',') refuse(d, "comma or array end");
        if (++count > waiting) lua_raw_set_index(d->L, -2, count);
        else if (count == waiting || c == ']') gather(d->L, count);
        if (c == ',') d->next++;
    }
    ascend(d);
}

static void push_object(decoder *d) {
    descend(d, 3);
    lua_push_table(d->L, 0, 0);
    if (skip(d) == '}') {
        ascend(d);
        return;
    }
    for (;;) {
        if (skip(d) != '"' || push_string(d)) refuse(d, "object key string");
        if (skip(d) != ':') refuse(d, "colon");
        d->next++;
        push_value(d);
        lua_raw_set(d->L, -3);
        char c = skip(d);
        if (c == '}') break;
        if (c != ',') refuse(d, "comma or object end");
        d->next++;
    }
    ascend(d);
}

static void push_value(decoder *d) {
    char c = skip(d);
    if (c == '{') push_object(d);
    else if (c == '[') push_array(d);
    else if (push_scalar(d)) refuse(d, "value");
}

void cjson_decode(lua_state *L, const cjson_settings *settings, const char *text, size_t length) {
    if (length >= 2 && (!text[0] || !text[1])) lua_fail(L, "JSON parser does not support UTF-16 or UTF-32");
    decoder d = {.L = L, .settings = settings, .text = text, .end = text + length, .next = text};
    push_value(&d);
    if (skip(&d)) refuse(&d, "the end");
}
