/* lib_cjson_encode.c -- Lua values to JSON text. */
#include "base/number.h"
#include "base/shortest.h"
#include "script/lib_cjson.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* Numbers take at most this, strings are escaped in pieces of this many bytes, each of which may become six. */
enum { NUMBER_ROOM = 48, PIECE = 128, WIDEST_ESCAPE = 6 };

typedef struct {
    lua_buffer out;
    const cjson_settings *settings;
    int depth;
} encoder;

static _Noreturn void refuse(lua_state *L, int index, const char *reason) {
    lua_fail(L, "Cannot serialise %s: %s", lua_type_name(lua_type_of(L, index)), reason);
}

static inline char *room(encoder *e, size_t n) {
    return e->out.capacity - e->out.length >= n ? e->out.data + e->out.length : lua_buffer_room(&e->out, n);
}

static inline void put_byte(encoder *e, char c) {
    if (e->out.length < e->out.capacity) e->out.data[e->out.length++] = c;
    else lua_buffer_byte(&e->out, c);
}

/* ---- strings ---- */

/* The letter after the backslash, 'u' for those written in hex, 0 for bytes that stand for themselves. */
static const char escapes[256] = {
    ['"'] = '"', ['\\'] = '\\', ['/'] = '/', ['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r',
    [0] = 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', [11] = 'u', [14] = 'u', 'u',
    [16] = 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', [127] = 'u'
};

static char *put_escaped(char *out, unsigned char c) {
    *out++ = '\\';
    *out++ = escapes[c];
    if (escapes[c] != 'u') return out;
    *out++ = '0';
    *out++ = '0';
    *out++ = "0123456789abcdef"[c >> 4];
    *out++ = "0123456789abcdef"[c & 15];
    return out;
}

/* High bits mark bytes equal to c; exact unless a lower byte matched, which is all that a zero test needs. */
static uint64_t equal_bytes(uint64_t eight, uint64_t c) {
    uint64_t x = eight ^ (c * 0x0101010101010101u);
    return (x - 0x0101010101010101u) & ~x;
}

/* Whether none of eight bytes needs an escape. */
static bool is_plain(uint64_t eight) {
    uint64_t low = (eight - 0x2020202020202020u) & ~eight;
    uint64_t special = equal_bytes(eight, '"') | equal_bytes(eight, '\\') | equal_bytes(eight, '/') |
                       equal_bytes(eight, 127);
    return !((low | special) & 0x8080808080808080u);
}

static char *put_piece(char *out, const char *p, const char *end) {
    while (p < end) {
        uint64_t eight;
        for (; end - p >= 8; p += 8, out += 8) {
            memcpy(&eight, p, 8);
            if (!is_plain(eight)) break;
            memcpy(out, &eight, 8);
        }
        const char *stop = end - p >= 8 ? p + 8 : end;
        for (; p < stop; p++) {
            if (escapes[(unsigned char)*p]) out = put_escaped(out, (unsigned char)*p);
            else *out++ = *p;
        }
    }
    return out;
}

static void put_string(encoder *e, const char *text, size_t length) {
    const char *end = text + length;
    put_byte(e, '"');
    while (text < end) {
        size_t piece = (size_t)(end - text) < PIECE ? (size_t)(end - text) : PIECE;
        char *out = room(e, piece * WIDEST_ESCAPE);
        e->out.length += (size_t)(put_piece(out, text, text + piece) - out);
        text += piece;
    }
    put_byte(e, '"');
}

/* ---- numbers ---- */

static const uint64_t powers[] = {
    1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, 10000000000, 100000000000,
    1000000000000, 10000000000000, 100000000000000, 1000000000000000, 10000000000000000, 100000000000000000,
    1000000000000000000
};

/* Lays out count digits (their value times 10^scale) as %g does at `precision`, which is not less than count. */
static int layout(char *out, const char *digits, int count, int scale, int precision) {
    int exponent = count - 1 + scale, size = exponent < 0 ? -exponent : exponent;
    if (exponent < -4 || exponent >= precision) {
        int length = count > 1 ? count + 1 : 1;
        memcpy(out + 1, digits, (size_t)count);
        out[0] = digits[0];
        if (count > 1) out[1] = '.';
        return length + snprintf(out + length, 8, "e%c%02d", exponent < 0 ? '-' : '+', size);
    }
    if (exponent < 0) {
        memcpy(out, "0.0000", 6);
        memcpy(out + 1 + size, digits, (size_t)count);
        return 1 + size + count;
    }
    int whole = exponent + 1, known = count < whole ? count : whole;
    memcpy(out, digits, (size_t)known);
    memset(out + known, '0', (size_t)(whole - known));
    if (count <= whole) return whole;
    out[whole] = '.';
    memcpy(out + whole + 1, digits + whole, (size_t)(count - whole));
    return count + 1;
}

static int digits_of(uint64_t n) {
    int count = 1;
    while (n >= powers[count]) count++;
    return count;
}

/* Rounds a decimal to `precision` digits; false when it lies halfway between two such. */
static bool round_decimal(uint64_t *decimal, int *scale, int precision) {
    int surplus = digits_of(*decimal) - precision;
    if (surplus <= 0) return true;
    uint64_t rest = *decimal % powers[surplus];
    if (rest * 2 == powers[surplus]) return false;
    *decimal = *decimal / powers[surplus] + (rest * 2 > powers[surplus]);
    *scale += surplus;
    for (; *decimal % 10 == 0; *decimal /= 10) ++*scale;
    return true;
}

/* As %g, by way of the shortest decimal s that gives n. Rounding s instead of n differs only if a halfway point lies
 * from s to n. But such a point gives n too, so that it can be neither shorter than s nor, as long as s, closer to n:
 * it is s itself. This case, and the smallest numbers, which have few digits, are left to printf. */
static int print_real(char *out, double n, int precision) {
    int scale, sign = n < 0;
    if (fabs(n) >= 1e-290) {
        uint64_t decimal = shortest_decimal(fabs(n), &scale);
        if (round_decimal(&decimal, &scale, precision)) {
            char digits[NUMBER_INT_TEXT];
            int count = number_print_unsigned(digits, decimal);
            *out = '-';
            return sign + layout(out + sign, digits, count, scale, precision);
        }
    }
    return snprintf(out, NUMBER_ROOM, "%.*g", precision, n);
}

static int print_number(char *out, double n, int precision) {
    int64_t i = fabs(n) < 1e14 ? (int64_t)n : 0, limit = (int64_t)powers[precision];
    bool whole = (double)i == n && i < limit && i > -limit && (i || !signbit(n));
    return whole ? number_print_int(out, i) : print_real(out, n, precision);
}

/* The number at index; an object's key is the same between quotes. */
static void put_number(encoder *e, int index) {
    double n = lua_to_number(e->out.L, index);
    char *out = room(e, NUMBER_ROOM);
    if (isfinite(n)) {
        lua_buffer_added(&e->out, (size_t)print_number(out, n, e->settings->precision));
    } else if (e->settings->encode_invalid == INVALID_REFUSE) {
        refuse(e->out.L, index, "must not be NaN or Inf");
    } else if (e->settings->encode_invalid == INVALID_NULL) {
        lua_buffer_bytes(&e->out, "null", 4);
    } else {
        const char *word = isnan(n) ? "nan" : n < 0 ? "-inf" : "inf";
        lua_buffer_bytes(&e->out, word, strlen(word));
    }
}

/* ---- tables ---- */

static void put_value(encoder *e);

/* The highest index of a table with nothing but indexes; 0 when it has to be an object. */
static int array_length(encoder *e) {
    lua_state *L = e->out.L;
    const cjson_settings *s = e->settings;
    size_t highest, count = lua_count(L, -1, &highest);
    size_t ratio = (size_t)s->sparse_ratio;
    bool sparse = ratio && highest > (size_t)s->sparse_safe && highest / ratio >= count && highest > count * ratio;
    if (!sparse) return (int)highest;
    if (!s->sparse_convert) refuse(L, -1, "excessively sparse array");
    return 0;
}

/* One index may ask for two thousand million nulls, hence the tick. */
static void put_array(encoder *e, int length) {
    lua_state *L = e->out.L;
    put_byte(e, '[');
    for (int i = 1; i <= length; i++) {
        if (i > 1) put_byte(e, ',');
        if (!(i & 1023)) lua_tick(L, 1024);
        lua_raw_get_index(L, -1, (size_t)i);
        put_value(e);
        lua_drop(L, 1);
    }
    put_byte(e, ']');
}

/* The key below the top. */
static void put_key(encoder *e) {
    lua_state *L = e->out.L;
    size_t length;
    switch (lua_type_of(L, -2)) {
    case LUA_STRING: {
        const char *text = lua_to_string(L, -2, &length);
        put_string(e, text, length);
        break;
    }
    case LUA_NUMBER:
        put_byte(e, '"');
        put_number(e, -2);
        put_byte(e, '"');
        break;
    default: refuse(L, -2, "table key must be a number or string");
    }
    put_byte(e, ':');
}

static void put_object(encoder *e) {
    lua_state *L = e->out.L;
    put_byte(e, '{');
    for (size_t place = 0, n = 0; (place = lua_walk(L, -1, place)); n++) {
        if (n) put_byte(e, ',');
        put_key(e);
        put_value(e);
        lua_drop(L, 2);
    }
    put_byte(e, '}');
}

/* The stack ends nesting where the setting doesn't: of the three slots kept free above
 * the argument and the tables around this one, the buffer's anchor and this table's own place are two. */
static void put_table(encoder *e) {
    lua_state *L = e->out.L;
    if (++e->depth > e->settings->encode_depth || !lua_reserve(L, 1)) {
        lua_fail(L, "Cannot serialise, excessive nesting (%d)", e->depth);
    }
    int length = array_length(e);
    if (length) put_array(e, length);
    else put_object(e);
    e->depth--;
}

/* Writes the value on top. */
static void put_value(encoder *e) {
    lua_state *L = e->out.L;
    size_t length;
    switch (lua_type_of(L, -1)) {
    case LUA_STRING: {
        const char *text = lua_to_string(L, -1, &length);
        put_string(e, text, length);
        return;
    }
    case LUA_NUMBER: put_number(e, -1); return;
    case LUA_TABLE: put_table(e); return;
    case LUA_BOOLEAN:
        if (lua_to_boolean(L, -1)) lua_buffer_bytes(&e->out, "true", 4);
        else lua_buffer_bytes(&e->out, "false", 5);
        return;
    case LUA_NIL: lua_buffer_bytes(&e->out, "null", 4); return;
    case LUA_POINTER:
        if (!lua_to_userdata(L, -1)) {
            lua_buffer_bytes(&e->out, "null", 4);
            return;
        }
        /* fallthrough */
    default: refuse(L, -1, "type not supported");
    }
}

void cjson_encode(lua_state *L, const cjson_settings *settings) {
    encoder e;
    e.settings = settings;
    e.depth = 0;
    lua_buffer_open(&e.out, L);
    lua_push(L, 1);
    put_value(&e);
    lua_buffer_close(&e.out);
}
