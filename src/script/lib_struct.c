/* lib_struct.c -- bytes of C structures by a format of one-letter items: pack, unpack, size. */
#include "script/libraries.h"

#include <limits.h>
#include <math.h>
#include <string.h>

enum { WIDEST_INTEGER = 32, WORD = 8 };

/* A format being read. Alignment is that of items wider than it; without '!' nothing is aligned. */
typedef struct {
    lua_state *L;
    const char *next;
    uint64_t alignment;
    bool big;
} format;

/* One letter with its number; size is 0 for what has none of its own ('s', 'c0', settings and unknown letters). */
typedef struct {
    char letter;
    uint64_t size;
} item;

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static uint64_t read_number(format *f, uint64_t otherwise) {
    if (!is_digit(*f->next)) return otherwise;
    uint64_t n = 0;
    for (; is_digit(*f->next); f->next++) {
        n = n * 10 + (uint64_t)(*f->next - '0');
        if (n > INT_MAX) lua_fail(f->L, "integral size overflow");
    }
    return n;
}

static uint64_t integer_size(format *f) {
    uint64_t size = read_number(f, sizeof(int));
    if (size > WIDEST_INTEGER) {
        lua_fail(f->L, "integral size %d is larger than limit of %d", (int)size, WIDEST_INTEGER);
    }
    return size;
}

static uint64_t item_size(format *f, char letter) {
    switch (letter) {
    case 'b': case 'B': case 'x': return 1;
    case 'h': case 'H': return 2;
    case 'f': return 4;
    case 'l': case 'L': case 'T': case 'd': return WORD;
    case 'i': case 'I': return integer_size(f);
    case 'c': return read_number(f, 1);
    default: return 0;
    }
}

static bool next_item(format *f, item *out) {
    if (!*f->next) return false;
    out->letter = *f->next++;
    out->size = item_size(f, out->letter);
    return true;
}

/* Obeys '<', '>' and '!'; true for these and for blanks. */
static bool is_setting(format *f, char letter) {
    if (letter == '<' || letter == '>') f->big = letter == '>';
    else if (letter == '!') {
        f->alignment = read_number(f, WORD);
        if (!f->alignment || (f->alignment & (f->alignment - 1))) {
            lua_fail(f->L, "alignment %d is not a power of 2", (int)f->alignment);
        }
    } else return letter == ' ';
    return true;
}

static _Noreturn void refuse_letter(format *f, char letter) {
    lua_bad_argument(f->L, 1, lua_push_format(f->L, "invalid format option '%c'", letter));
}

/* Sizes that are no powers of two get what the mask makes of them: part of the layout that scripts rely on. */
static uint64_t padding(const format *f, item it, uint64_t position) {
    if (!it.size || it.letter == 'c') return 0;
    uint64_t align = it.size > f->alignment ? f->alignment : it.size;
    return (align - (position & (align - 1))) & (align - 1);
}

static format format_of(lua_state *L) {
    return (format){.L = L, .next = lua_check_string(L, 1, NULL), .alignment = 1};
}

/* ---- pack ---- */

static void put_zeros(lua_buffer *b, uint64_t count) {
    if (!count) return;
    memset(lua_buffer_room(b, count), 0, count);
    lua_buffer_added(b, count);
}

/* The low `size` bytes of a word in the asked order; bytes beyond the word are zero. */
static void put_word(lua_buffer *b, const format *f, uint64_t word, uint64_t size) {
    char *out = lua_buffer_room(b, WIDEST_INTEGER);
    for (uint64_t i = 0; i < size; i++) {
        out[f->big ? size - 1 - i : i] = (char)(i < WORD ? word >> (8 * i) : 0);
    }
    lua_buffer_added(b, size);
}

/* Truncated toward zero; what no 64 bits can hold becomes the lowest signed number, or 0 when above all. */
static uint64_t word_of(double n) {
    if (n >= 0x1p64) return 0;
    if (n >= 0) return (uint64_t)n;
    if (n >= -0x1p63) return (uint64_t)(int64_t)n;
    return (uint64_t)1 << 63;
}

static void put_float(lua_buffer *b, const format *f, double n) {
    float narrow = fabs(n) > 0x1.ffffffp127 && !isinf(n) ? copysignf(INFINITY, n < 0 ? -1 : 1) : (float)n;
    uint32_t bits;
    memcpy(&bits, &narrow, sizeof bits);
    put_word(b, f, bits, sizeof bits);
}

static void put_double(lua_buffer *b, const format *f, double n) {
    uint64_t bits;
    memcpy(&bits, &n, sizeof bits);
    put_word(b, f, bits, sizeof bits);
}

static void put_text(lua_state *L, lua_buffer *b, item it, int argument) {
    size_t length;
    const char *text = lua_check_string(L, argument, &length);
    if (it.letter == 'c' && it.size) {
        if (length < it.size) lua_bad_argument(L, argument + 1, "string too short");
        length = it.size;
    }
    lua_buffer_bytes(b, text, length);
    if (it.letter == 's') lua_buffer_byte(b, 0);
}

/* Packs one item and answers how many arguments it used. */
static int put_item(format *f, lua_buffer *b, item it, int argument) {
    lua_state *L = f->L;
    switch (it.letter) {
    case 'x': put_zeros(b, 1); return 0;
    case 'f': put_float(b, f, lua_check_number(L, argument)); return 1;
    case 'd': put_double(b, f, lua_check_number(L, argument)); return 1;
    case 'c': case 's': put_text(L, b, it, argument); return 1;
    case 'b': case 'B': case 'h': case 'H': case 'l': case 'L': case 'T': case 'i': case 'I':
        put_word(b, f, word_of(lua_check_number(L, argument)), it.size);
        return 1;
    default:
        if (!is_setting(f, it.letter)) refuse_letter(f, it.letter);
        return 0;
    }
}

/* The nil keeps an item without an argument from meeting the buffer. */
static int struct_pack(lua_state *L) {
    format f = format_of(L);
    item it;
    lua_buffer b;
    lua_push_nil(L);
    lua_buffer_open(&b, L);
    int argument = 2;
    while (next_item(&f, &it)) {
        put_zeros(&b, padding(&f, it, b.length));
        argument += put_item(&f, &b, it, argument);
    }
    lua_buffer_close(&b);
    return 1;
}

/* ---- unpack ---- */

typedef struct {
    format format;
    const char *data;
    uint64_t length, position;
    int count;           /* values on the stack above the arguments */
} reader;

static void need(reader *r, uint64_t size) {
    if (r->position > r->length || size > r->length - r->position) {
        lua_bad_argument(r->format.L, 2, "data string too short");
    }
}

/* Of items wider than a word the bytes beyond it are not looked at. */
static uint64_t take_word(const reader *r, uint64_t size) {
    const unsigned char *p = (const unsigned char *)r->data + r->position;
    uint64_t word = 0;
    for (uint64_t i = 0; i < size && i < WORD; i++) {
        word |= (uint64_t)p[r->format.big ? size - 1 - i : i] << (8 * i);
    }
    return word;
}

static double integer_of(uint64_t word, item it) {
    if (it.letter < 'a') return (double)word;
    if (it.size && it.size < WORD) {
        uint64_t sign = (uint64_t)1 << (8 * it.size - 1);
        word = (word ^ sign) - sign;
    }
    return (double)(int64_t)word;
}

static double take_float(const reader *r) {
    uint32_t bits = (uint32_t)take_word(r, sizeof bits);
    float n;
    memcpy(&n, &bits, sizeof n);
    return n;
}

static double take_double(const reader *r) {
    uint64_t bits = take_word(r, sizeof bits);
    double n;
    memcpy(&n, &bits, sizeof n);
    return n;
}

/* 'c0' takes its length from the value before it, which it replaces. */
static void push_chars(reader *r, item it) {
    lua_state *L = r->format.L;
    uint64_t size = it.size;
    if (!size) {
        if (!r->count || !lua_is_number(L, -1)) lua_fail(L, "format 'c0' needs a previous size");
        double n = lua_to_number(L, -1);
        size = n > -1 && n < 0x1p63 ? (uint64_t)n : UINT64_MAX;
        lua_drop(L, 1);
        r->count--;
        need(r, size);
    }
    lua_push_string(L, r->data + r->position, size);
    r->position += size;
    r->count++;
}

static void push_zero_ended(reader *r) {
    const char *start = r->data + r->position, *end = memchr(start, 0, r->length - r->position);
    if (!end) lua_fail(r->format.L, "unfinished string in data");
    lua_push_string(r->format.L, start, (size_t)(end - start));
    r->position += (uint64_t)(end - start) + 1;
    r->count++;
}

static void push_number(reader *r, item it, double n) {
    lua_push_number(r->format.L, n);
    r->position += it.size;
    r->count++;
}

static void take_item(reader *r, item it) {
    switch (it.letter) {
    case 'x': r->position++; break;
    case 'c': push_chars(r, it); break;
    case 's': push_zero_ended(r); break;
    case 'f': push_number(r, it, take_float(r)); break;
    case 'd': push_number(r, it, take_double(r)); break;
    case 'b': case 'B': case 'h': case 'H': case 'l': case 'L': case 'T': case 'i': case 'I':
        push_number(r, it, integer_of(take_word(r, it.size), it));
        break;
    default:
        if (!is_setting(&r->format, it.letter)) refuse_letter(&r->format, it.letter);
    }
}

static int struct_unpack(lua_state *L) {
    reader r = {.format = format_of(L)};
    size_t length;
    r.data = lua_check_string(L, 2, &length);
    r.length = length;
    int64_t offset = lua_default_integer(L, 3, 1);
    if (!offset) lua_bad_argument(L, 3, "offset must be 1 or greater");
    r.position = (uint64_t)offset - 1;
    item it;
    while (next_item(&r.format, &it)) {
        need(&r, 0);
        r.position += padding(&r.format, it, r.position);
        need(&r, it.size);
        lua_need(L, 2, "too many results");
        take_item(&r, it);
    }
    lua_push_number(L, (double)(int64_t)(r.position + 1));
    return r.count + 1;
}

/* ---- size ---- */

static bool is_alphanumeric(char c) {
    return is_digit(c) || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

/* Unknown letters and digits count for nothing, other characters are refused. */
static int struct_size(lua_state *L) {
    format f = format_of(L);
    item it;
    uint64_t total = 0;
    while (next_item(&f, &it)) {
        total += padding(&f, it, total);
        if (it.letter == 's') lua_bad_argument(L, 1, "option 's' has no fixed size");
        if (it.letter == 'c' && !it.size) lua_bad_argument(L, 1, "option 'c0' has no fixed size");
        if (!it.size && !is_setting(&f, it.letter) && !is_alphanumeric(it.letter)) refuse_letter(&f, it.letter);
        total += it.size;
    }
    lua_push_number(L, (double)total);
    return 1;
}

void struct_open(lua_state *L) {
    static const lua_entry entries[] = {
        {"pack", struct_pack}, {"unpack", struct_unpack}, {"size", struct_size}, {NULL, NULL}
    };
    lua_push_table(L, 0, sizeof entries / sizeof *entries - 1);
    lua_register(L, entries);
    lua_raw_set_field(L, LUA_GLOBALS, "struct");
}
