/* lib_cmsgpack.c -- Lua values as MessagePack and back. */
#include "script/libraries.h"

#include <limits.h>
#include <math.h>
#include <string.h>

/* Tables nested deeper are packed as nil, which also ends tables that contain themselves. */
enum { DEEPEST = 16 };

/* ---- pack ---- */

static inline void put_lead(lua_buffer *b, unsigned lead) {
    if (b->length < b->capacity) b->data[b->length++] = (char)lead;
    else lua_buffer_byte(b, (char)lead);
}

/* The lead byte and the `size` low bytes of a word, highest first. */
static void put_word(lua_buffer *b, unsigned lead, uint64_t word, int size) {
    char *out = lua_buffer_room(b, 9);
    *out++ = (char)lead;
    for (int i = size; i-- > 0;) *out++ = (char)(word >> (8 * i));
    b->length += (size_t)size + 1;
}

static void put_integer(lua_buffer *b, int64_t n) {
    uint64_t word = (uint64_t)n;
    if (n >= 0) {
        if (n < 0x80) put_lead(b, (unsigned)n);
        else if (n <= UINT8_MAX) put_word(b, 0xcc, word, 1);
        else if (n <= UINT16_MAX) put_word(b, 0xcd, word, 2);
        else if (n <= UINT32_MAX) put_word(b, 0xce, word, 4);
        else put_word(b, 0xcf, word, 8);
    } else if (n >= -32) put_lead(b, (unsigned)(n & 0xff));
    else if (n >= INT8_MIN) put_word(b, 0xd0, word, 1);
    else if (n >= INT16_MIN) put_word(b, 0xd1, word, 2);
    else if (n >= INT32_MIN) put_word(b, 0xd2, word, 4);
    else put_word(b, 0xd3, word, 8);
}

static void put_real(lua_buffer *b, double n) {
    if (isinf(n) || fabs(n) <= 0x1.fffffep127) {
        float narrow = (float)n;
        if ((double)narrow == n) {
            uint32_t bits;
            memcpy(&bits, &narrow, sizeof bits);
            put_word(b, 0xca, bits, 4);
            return;
        }
    }
    uint64_t bits;
    memcpy(&bits, &n, sizeof bits);
    put_word(b, 0xcb, bits, 8);
}

static void put_number(lua_buffer *b, double n) {
    if (n >= -0x1p63 && n < 0x1p63 && (double)(int64_t)n == n) put_integer(b, (int64_t)n);
    else put_real(b, n);
}

static void put_string(lua_state *L, lua_buffer *b) {
    size_t length;
    const char *text = lua_to_string(L, -1, &length);
    if (length > UINT32_MAX) lua_fail(L, "string too long for MessagePack");
    if (length < 32) put_lead(b, 0xa0 | (unsigned)length);
    else if (length <= UINT8_MAX) put_word(b, 0xd9, length, 1);
    else if (length <= UINT16_MAX) put_word(b, 0xda, length, 2);
    else put_word(b, 0xdb, length, 4);
    lua_buffer_bytes(b, text, length);
}

/* `small` is the lead byte for up to 15 things, `large` the one for 16-bit counts, followed by that for 32 bits. */
static void put_count(lua_buffer *b, unsigned small, unsigned large, uint64_t count) {
    if (count < 16) put_lead(b, small | (unsigned)count);
    else if (count <= UINT16_MAX) put_word(b, large, count, 2);
    else put_word(b, large + 1, count, 4);
}

static void put_value(lua_state *L, lua_buffer *b, int depth);

static void put_array(lua_state *L, lua_buffer *b, size_t count, int depth) {
    put_count(b, 0x90, 0xdc, count);
    for (size_t i = 1; i <= count; i++) {
        lua_raw_get_index(L, -1, i);
        put_value(L, b, depth);
        lua_drop(L, 1);
    }
}

static void put_map(lua_state *L, lua_buffer *b, size_t count, int depth) {
    put_count(b, 0x80, 0xde, count);
    for (size_t place = 0; (place = lua_walk(L, -1, place)); lua_drop(L, 2)) {
        lua_push(L, -2);
        put_value(L, b, depth);
        lua_drop(L, 1);
        put_value(L, b, depth);
    }
}

/* An array when the keys are 1, 2, ... count, in whatever order; the empty table is one too. */
static void put_table(lua_state *L, lua_buffer *b, int depth) {
    lua_need(L, 4, "in function mp_encode_lua_table");
    size_t highest, count = lua_count(L, -1, &highest);
    if (highest == count) put_array(L, b, count, depth + 1);
    else put_map(L, b, count, depth + 1);
}

/* Packs the value on top. */
static void put_value(lua_state *L, lua_buffer *b, int depth) {
    switch (lua_type_of(L, -1)) {
    case LUA_STRING: put_string(L, b); break;
    case LUA_NUMBER: put_number(b, lua_to_number(L, -1)); break;
    case LUA_BOOLEAN: put_lead(b, lua_to_boolean(L, -1) ? 0xc3 : 0xc2); break;
    case LUA_TABLE:
        if (depth < DEEPEST) {
            put_table(L, b, depth);
            break;
        }
        /* fallthrough */
    default: put_lead(b, 0xc0);
    }
}

static int cmsgpack_pack(lua_state *L) {
    int count = lua_top(L);
    if (!count) lua_bad_argument(L, 0, "MessagePack pack needs input.");
    if (!lua_reserve(L, count)) lua_bad_argument(L, 0, "Too many arguments for MessagePack pack.");
    lua_buffer b;
    lua_buffer_open(&b, L);
    for (int i = 1; i <= count; i++) {
        lua_push(L, i);
        put_value(L, &b, 0);
        lua_drop(L, 1);
    }
    lua_buffer_close(&b);
    return 1;
}

/* ---- unpack ---- */

typedef struct {
    lua_state *L;
    const unsigned char *next, *end;
} reader;

static const unsigned char *take(reader *r, size_t size) {
    if ((size_t)(r->end - r->next) < size) lua_fail(r->L, "Missing bytes in input.");
    r->next += size;
    return r->next - size;
}

static uint64_t take_word(reader *r, int size) {
    const unsigned char *p = take(r, (size_t)size);
    uint64_t word = 0;
    for (int i = 0; i < size; i++) word = word << 8 | p[i];
    return word;
}

static void push_string(reader *r, size_t length) {
    lua_push_string(r->L, (const char *)take(r, length), length);
}

static void push_float(reader *r) {
    uint32_t bits = (uint32_t)take_word(r, 4);
    float n;
    memcpy(&n, &bits, sizeof n);
    lua_push_number(r->L, n);
}

static void push_double(reader *r) {
    uint64_t bits = take_word(r, 8);
    double n;
    memcpy(&n, &bits, sizeof n);
    lua_push_number(r->L, n);
}

static void push_value(reader *r);

/* Two slots a level, whatever we use, so that nesting ends where scripts know it to end. */
static void push_array(reader *r, size_t count) {
    lua_need(r->L, 2, "in function mp_decode_to_lua_array");
    lua_push_table(r->L, 0, 0);
    for (size_t i = 1; i <= count; i++) {
        lua_push_number(r->L, (double)i);
        push_value(r);
        lua_raw_set(r->L, -3);
    }
}

static const char too_many[] = "too many return values at once; use unpack_one or unpack_limit instead.";

static void push_map(reader *r, size_t count) {
    lua_need(r->L, 3, too_many);
    lua_push_table(r->L, 0, 0);
    for (size_t i = 0; i < count; i++) {
        push_value(r);
        push_value(r);
        lua_raw_set(r->L, -3);
    }
}

/* The kinds whose lead byte holds a length or the value itself; false when it is none of them. */
static bool push_small(reader *r, unsigned lead) {
    if (lead < 0x80) lua_push_number(r->L, lead);
    else if (lead >= 0xe0) lua_push_number(r->L, (int)lead - 0x100);
    else if (lead < 0x90) push_map(r, lead & 15);
    else if (lead < 0xa0) push_array(r, lead & 15);
    else if (lead < 0xc0) push_string(r, lead & 31);
    else return false;
    return true;
}

/* Unsigned 64-bit numbers are read as signed, as they have always been. */
static void push_value(reader *r) {
    unsigned lead = *take(r, 1);
    if (push_small(r, lead)) return;
    lua_state *L = r->L;
    switch (lead) {
    case 0xc0: lua_push_nil(L); break;
    case 0xc2: case 0xc3: lua_push_boolean(L, lead & 1); break;
    case 0xca: push_float(r); break;
    case 0xcb: push_double(r); break;
    case 0xcc: lua_push_number(L, (uint8_t)take_word(r, 1)); break;
    case 0xcd: lua_push_number(L, (uint16_t)take_word(r, 2)); break;
    case 0xce: lua_push_number(L, (uint32_t)take_word(r, 4)); break;
    case 0xd0: lua_push_number(L, (int8_t)take_word(r, 1)); break;
    case 0xd1: lua_push_number(L, (int16_t)take_word(r, 2)); break;
    case 0xd2: lua_push_number(L, (int32_t)take_word(r, 4)); break;
    case 0xcf: case 0xd3: lua_push_number(L, (double)(int64_t)take_word(r, 8)); break;
    case 0xd9: push_string(r, take_word(r, 1)); break;
    case 0xda: push_string(r, take_word(r, 2)); break;
    case 0xdb: push_string(r, take_word(r, 4)); break;
    case 0xdc: push_array(r, take_word(r, 2)); break;
    case 0xdd: push_array(r, take_word(r, 4)); break;
    case 0xde: push_map(r, take_word(r, 2)); break;
    case 0xdf: push_map(r, take_word(r, 4)); break;
    default: lua_fail(L, "Bad data format in input.");
    }
}

/* Pushes up to `limit` values of the text at 1, starting at `offset`, and below them where it stopped (-1 at the end).
 * Both zero stand for all values, without that position. Numbers in messages are cut to 32 bits. */
static int unpack_from(lua_state *L, int64_t limit, int64_t offset) {
    size_t length;
    const unsigned char *text = (const unsigned char *)lua_check_string(L, 1, &length);
    if (offset < 0 || limit < 0) {
        lua_fail(L, "Invalid request to unpack with offset of %d and limit of %d.", (int)offset, (int)length);
    }
    if ((uint64_t)offset > length) {
        lua_fail(L, "Start offset %d greater than input length %d.", (int)offset, (int)length);
    }
    reader r = {L, text + offset, text + length};
    bool all = !limit && !offset;
    int count = 0, first = lua_top(L) + 1;
    for (; r.next < r.end && (all || count < limit); count++) {
        lua_need(L, 1, too_many);
        push_value(&r);
    }
    if (all) return count;
    lua_push_number(L, r.next == r.end ? -1 : (double)(r.next - text));
    lua_insert(L, first);
    return count + 1;
}

static int cmsgpack_unpack(lua_state *L) {
    return unpack_from(L, 0, 0);
}

static int cmsgpack_unpack_one(lua_state *L) {
    int64_t offset = lua_default_integer(L, 2, 0);
    if (lua_top(L) > 1) lua_top_set(L, 1);
    return unpack_from(L, 1, offset);
}

static int cmsgpack_unpack_limit(lua_state *L) {
    int64_t limit = lua_check_integer(L, 2), offset = lua_default_integer(L, 3, 0);
    lua_top_set(L, 1);
    return unpack_from(L, limit, offset);
}

static void set_text(lua_state *L, const char *name, const char *text) {
    lua_push_text(L, text);
    lua_raw_set_field(L, -2, name);
}

void cmsgpack_open(lua_state *L) {
    static const lua_entry entries[] = {
        {"pack", cmsgpack_pack}, {"unpack", cmsgpack_unpack}, {"unpack_one", cmsgpack_unpack_one},
        {"unpack_limit", cmsgpack_unpack_limit}, {NULL, NULL}
    };
    lua_push_table(L, 0, 0);
    lua_register(L, entries);
    set_text(L, "_NAME", "cmsgpack");
    set_text(L, "_VERSION", "lua-cmsgpack 0.4.0");
    set_text(L, "_COPYRIGHT", "Copyright (C) 2012, Salvatore Sanfilippo");
    set_text(L, "_DESCRIPTION", "MessagePack C implementation for Lua");
    lua_raw_set_field(L, LUA_GLOBALS, "cmsgpack");
}
