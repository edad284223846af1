/* listpack.c -- reading, searching, editing and checking listpacks. */
#include "data/listpack.h"

#include "base/assert.h"
#include "base/memory.h"
#include "base/number.h"

enum { HEADER = 6, END = 0xFF, COUNT_UNKNOWN = 65535, BACK_MAX = 5, INT_TEXT_MAX = 20 };
enum { STR32 = 0xF0, INT16, INT24, INT32, INT64 };

static inline uint32_t load32(const uint8_t *p) {
    return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

static inline void store32(uint8_t *p, uint32_t n) {
    p[0] = (uint8_t)n, p[1] = (uint8_t)(n >> 8), p[2] = (uint8_t)(n >> 16), p[3] = (uint8_t)(n >> 24);
}

static inline size_t count_field(const listpack *lp) { return lp[4] | (size_t)lp[5] << 8; }
static inline void set_count_field(listpack *lp, size_t n) { lp[4] = (uint8_t)n, lp[5] = (uint8_t)(n >> 8); }

/* -- the block ---------------------------------------------------------------
 * Its size is one of 256: steps of 8 bytes up to 128, then eight to each doubling. */

static size_t block_of_code(uint8_t code) {
    if (code < 16) return (size_t)(code + 1) * 8;
    return (size_t)((code - 16) % 8 + 9) << ((code - 16) / 8 + 4);
}

/* The smallest block for a listpack of so many bytes and the code itself. */
static uint8_t code_of_size(size_t size) {
    if (size < 128) return (uint8_t)(size / 8);
    unsigned shift = 60 - (unsigned)__builtin_clzll(size);
    return (uint8_t)(16 + (shift - 4) * 8 + (size >> shift) - 8);
}

static inline uint8_t code_of(const listpack *lp) { return lp[-1]; }

static listpack *block_new(size_t size) {
    uint8_t code = code_of_size(size);
    uint8_t *block = memory_alloc(block_of_code(code));
    block[0] = code;
    return block + 1;
}

static listpack *block_resize(listpack *lp, uint8_t code) {
    uint8_t *block = memory_resize(lp - 1, block_of_code(code_of(lp)), block_of_code(code));
    block[0] = code;
    return block + 1;
}

listpack *listpack_new(size_t cap) {
    listpack *lp = block_new(cap > LISTPACK_EMPTY_BYTES ? cap : LISTPACK_EMPTY_BYTES);
    store32(lp, LISTPACK_EMPTY_BYTES);
    set_count_field(lp, 0);
    lp[HEADER] = END;
    return lp;
}

listpack *listpack_load(slice block) {
    listpack *lp = block_new(block.len);
    memcpy(lp, block.at, block.len);
    return lp;
}

void listpack_free(listpack *lp) {
    if (lp) memory_free(lp - 1, block_of_code(code_of(lp)));
}

size_t listpack_bytes(const listpack *lp) { return load32(lp); }
listpack *listpack_copy(const listpack *lp) { return listpack_load(slice_make(lp, listpack_bytes(lp))); }
size_t listpack_footprint(const listpack *lp) { return memory_good_size(block_of_code(code_of(lp))); }

void listpack_trim_capacity(listpack **lp) {
    uint8_t code = code_of_size(listpack_bytes(*lp));
    if (code < code_of(*lp)) *lp = block_resize(*lp, code);
}

void listpack_prefetch(const listpack *lp) {
    enum { LINE = 64 };
    __builtin_prefetch(lp - 1);
    __builtin_prefetch(lp - 1 + LINE);
}

listpack *listpack_defragment(listpack *lp) {
    return (listpack *)memory_move(lp - 1, block_of_code(code_of(lp))) + 1;
}

bool listpack_has_room(const listpack *lp, size_t more) {
    return more <= LISTPACK_MAX_BYTES - listpack_bytes(lp);
}

/* -- entries ----------------------------------------------------------------- */

/* Bytes of encoding and data of the well-formed entry at p. */
static inline size_t body_bytes(const uint8_t *p) {
    if (*p < 0x80) return 1;
    if (*p < 0xC0) return 1 + (*p & 63u);
    if (*p < 0xE0) return 2;
    if (*p < 0xF0) return 2 + ((*p & 15u) << 8 | p[1]);
    switch (*p) {
    case STR32: return 5 + (size_t)load32(p + 1);
    case INT16: return 3;
    case INT24: return 4;
    case INT32: return 5;
    default: return 9;
    }
}

/* The limits are one short of the powers of two: that is how the format was born. */
static inline size_t back_bytes(size_t body) {
    return body <= 127 ? 1 : body < 16383 ? 2 : body < 2097151 ? 3 : body < 268435455 ? 4 : 5;
}

static inline size_t entry_bytes(const uint8_t *p) {
    size_t body = body_bytes(p);
    return body + back_bytes(body);
}

static size_t back_write(uint8_t *out, size_t body) {
    size_t n = back_bytes(body);
    for (size_t i = n; i-- > 0; body >>= 7) out[i] = (uint8_t)((body & 127) | (i ? 128 : 0));
    return n;
}

/* Body length of the entry that ends before p. */
static size_t back_read(const uint8_t *p) {
    size_t body = 0;
    for (unsigned shift = 0; shift < 7 * BACK_MAX; shift += 7) {
        body |= (size_t)(*--p & 127) << shift;
        if (!(*p & 128)) return body;
    }
    panic("listpack: bad back length");
}

static inline bool is_text(const uint8_t *p) {
    return (*p & 0xC0) == 0x80 || (*p & 0xF0) == 0xE0 || *p == STR32;
}

static inline slice text_of(const uint8_t *p) {
    if (*p < 0xC0) return slice_make(p + 1, *p & 63u);
    if (*p < 0xF0) return slice_make(p + 2, (*p & 15u) << 8 | p[1]);
    return slice_make(p + 5, load32(p + 1));
}

static inline int64_t number_of(const uint8_t *p) {
    if (*p < 0x80) return *p;
    if (*p < 0xE0) return (int32_t)((uint32_t)(*p & 31) << 27 | (uint32_t)p[1] << 19) >> 19;
    switch (*p) {
    case INT16: return (int16_t)(p[1] | p[2] << 8);
    case INT24: return (int32_t)((uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24) >> 8;
    case INT32: return (int32_t)load32(p + 1);
    default: return (int64_t)((uint64_t)load32(p + 1) | (uint64_t)load32(p + 5) << 32);
    }
}

static bool text_is_int(slice text, int64_t *number) {
    if (text.len == 0 || text.len > INT_TEXT_MAX || (uint8_t)text.at[0] > '9') return false;
    return number_parse_int(text, number);
}

static size_t int_bytes(int64_t n) {
    if (n >= 0 && n <= 127) return 1;
    if (n >= -4096 && n <= 4095) return 2;
    if (n >= INT16_MIN && n <= INT16_MAX) return 3;
    if (n >= -(1 << 23) && n < 1 << 23) return 4;
    return n >= INT32_MIN && n <= INT32_MAX ? 5 : 9;
}

static void int_write(uint8_t *out, size_t body, int64_t n) {
    static const uint8_t first[10] = { [3] = INT16, [4] = INT24, [5] = INT32, [9] = INT64 };
    if (body == 1) {
        out[0] = (uint8_t)n;
    } else if (body == 2) {
        out[0] = (uint8_t)(0xC0 | (n >> 8 & 31));
        out[1] = (uint8_t)n;
    } else {
        out[0] = first[body];
        for (size_t i = 1; i < body; i++, n >>= 8) out[i] = (uint8_t)n;
    }
}

static size_t text_bytes(slice text) { return text.len + (text.len < 64 ? 1 : text.len < 4096 ? 2 : 5); }

static void text_write(uint8_t *out, slice text) {
    size_t head = text_bytes(text) - text.len;
    if (head == 1) {
        out[0] = (uint8_t)(0x80 | text.len);
    } else if (head == 2) {
        out[0] = (uint8_t)(0xE0 | text.len >> 8);
        out[1] = (uint8_t)text.len;
    } else {
        out[0] = STR32;
        store32(out + 1, (uint32_t)text.len);
    }
    if (text.len) memcpy(out + head, text.at, text.len);
}

/* An entry about to be written: what it holds and the size of its body. */
typedef struct draft { slice text; int64_t number; size_t body; } draft;

static draft draft_int(int64_t number) { return (draft){ .number = number, .body = int_bytes(number) }; }

static draft draft_text(slice text) {
    int64_t number;
    if (text_is_int(text, &number)) return draft_int(number);
    assert(text.len < LISTPACK_MAX_BYTES);
    return (draft){ .text = { text.at ? text.at : "", text.len }, .body = text_bytes(text) };
}

static size_t draft_bytes(const draft *d) { return d->body + back_bytes(d->body); }

static void draft_write(uint8_t *out, const draft *d) {
    if (d->text.at) text_write(out, d->text);
    else int_write(out, d->body, d->number);
    back_write(out + d->body, d->body);
}

/* -- looking around ------------------------------------------------------------ */

uint8_t *listpack_first(const listpack *lp) { return lp[HEADER] == END ? NULL : (uint8_t *)lp + HEADER; }

uint8_t *listpack_last(const listpack *lp) { return listpack_previous(lp, lp + listpack_bytes(lp) - 1); }

uint8_t *listpack_next(const listpack *lp, const uint8_t *p) {
    (void)lp;
    p += entry_bytes(p);
    return *p == END ? NULL : (uint8_t *)p;
}

uint8_t *listpack_previous(const listpack *lp, const uint8_t *p) {
    if (p == lp + HEADER) return NULL;
    size_t body = back_read(p);
    return (uint8_t *)p - body - back_bytes(body);
}

static size_t count_by_walking(const listpack *lp) {
    size_t n = 0;
    for (const uint8_t *p = lp + HEADER; *p != END; p += entry_bytes(p)) n++;
    return n;
}

size_t listpack_count(const listpack *lp) {
    size_t n = count_field(lp);
    return n == COUNT_UNKNOWN ? count_by_walking(lp) : n;
}

uint8_t *listpack_at(const listpack *lp, long index) {
    long count = (long)listpack_count(lp);
    if (index < 0) index += count;
    if (index < 0 || index >= count) return NULL;
    const uint8_t *p;
    if (index <= count / 2) {
        for (p = lp + HEADER; index > 0; index--) p += entry_bytes(p);
    } else {
        for (p = lp + listpack_bytes(lp) - 1; index < count; index++) p = listpack_previous(lp, p);
    }
    return (uint8_t *)p;
}

listpack_value listpack_get(const uint8_t *p) {
    if (is_text(p)) return (listpack_value){ .text = text_of(p) };
    return (listpack_value){ .number = number_of(p) };
}

const uint8_t *listpack_read(const uint8_t *p, listpack_value *out) {
    if ((*p & 0xC0) == 0x80) {
        size_t len = *p & 63u;
        out->text = slice_make(p + 1, len);
        p += len + 2;
    } else {
        *out = listpack_get(p);
        p += entry_bytes(p);
    }
    return *p == END ? NULL : p;
}

slice listpack_text(const uint8_t *p, char *room) {
    if (is_text(p)) return text_of(p);
    return slice_make(room, (size_t)number_print_int(room, number_of(p)));
}

/* What is looked for, and the number it reads as if it reads as one. */
typedef struct wanted { slice text; bool is_int; int64_t number; } wanted;

/* Names in one listpack often have a prefix in common: the last byte is the one to look at first. */
static inline bool short_is(const uint8_t *p, slice text) {
    size_t len = *p & 63u;
    if (len != text.len) return false;
    return !len || (p[len] == (uint8_t)text.at[len - 1] && !memcmp(p + 1, text.at, len - 1));
}

static inline bool entry_is(const uint8_t *p, const wanted *w) {
    if ((*p & 0xC0) == 0x80) return short_is(p, w->text);
    if (is_text(p)) return slice_equal(text_of(p), w->text);
    return w->is_int && number_of(p) == w->number;
}

static wanted want(slice text) {
    wanted w = { { text.at ? text.at : "", text.len }, false, 0 };
    w.is_int = text_is_int(text, &w.number);
    return w;
}

bool listpack_is(const uint8_t *p, slice text) {
    if (is_text(p)) return slice_equal(text_of(p), text);
    wanted w = want(text);
    return entry_is(p, &w);
}

uint8_t *listpack_find(const listpack *lp, const uint8_t *p, slice text, unsigned skip) {
    (void)lp;
    if (!p) return NULL;
    wanted w = want(text);
    while (*p != END) {
        if (entry_is(p, &w)) return (uint8_t *)p;
        p += entry_bytes(p);
        for (unsigned i = 0; i < skip && *p != END; i++) p += entry_bytes(p);
    }
    return NULL;
}

/* -- editing ------------------------------------------------------------------- */

/* Makes the old_len bytes at `offset` new_len bytes; what is behind them moves, and the block when it has to grow or
 * has become much too large. Contents of the opened part are undefined. */
static uint8_t *reshape(listpack **lp, size_t offset, size_t old_len, size_t new_len) {
    size_t old_size = listpack_bytes(*lp), new_size = old_size - old_len + new_len;
    assert(new_size <= LISTPACK_MAX_BYTES);
    uint8_t code = code_of_size(new_size);
    if (code > code_of(*lp)) *lp = block_resize(*lp, code);
    uint8_t *at = *lp + offset;
    size_t behind = old_size - offset - old_len;
    if (behind == 1) at[new_len] = END;
    else memmove(at + new_len, at + old_len, behind);
    store32(*lp, (uint32_t)new_size);
    if (code + 4 < code_of(*lp)) {
        *lp = block_resize(*lp, code);
        at = *lp + offset;
    }
    return at;
}

/* An unknown count stays unknown, and a count too large to be written becomes so. */
static void adjust_count(listpack *lp, size_t added, size_t removed) {
    size_t n = count_field(lp);
    if (n == COUNT_UNKNOWN) return;
    n = n + added - removed;
    set_count_field(lp, n < COUNT_UNKNOWN ? n : COUNT_UNKNOWN);
}

static uint8_t *insert_at(listpack **lp, size_t offset, const draft *d) {
    uint8_t *at = reshape(lp, offset, 0, draft_bytes(d));
    draft_write(at, d);
    adjust_count(*lp, 1, 0);
    return at;
}

static size_t offset_of(const listpack *lp, const uint8_t *p) {
    return p ? (size_t)(p - lp) : listpack_bytes(lp) - 1;
}

void listpack_append(listpack **lp, slice text) {
    draft d = draft_text(text);
    insert_at(lp, listpack_bytes(*lp) - 1, &d);
}

void listpack_append_int(listpack **lp, int64_t number) {
    draft d = draft_int(number);
    insert_at(lp, listpack_bytes(*lp) - 1, &d);
}

void listpack_prepend(listpack **lp, slice text) {
    draft d = draft_text(text);
    insert_at(lp, HEADER, &d);
}

uint8_t *listpack_insert(listpack **lp, const uint8_t *p, slice text) {
    draft d = draft_text(text);
    return insert_at(lp, offset_of(*lp, p), &d);
}

uint8_t *listpack_insert_int(listpack **lp, const uint8_t *p, int64_t number) {
    draft d = draft_int(number);
    return insert_at(lp, offset_of(*lp, p), &d);
}

static uint8_t *replace_at(listpack **lp, const uint8_t *p, const draft *d) {
    size_t old_len = entry_bytes(p), new_len = draft_bytes(d);
    uint8_t *at = old_len == new_len ? (uint8_t *)p : reshape(lp, (size_t)(p - *lp), old_len, new_len);
    draft_write(at, d);
    return at;
}

uint8_t *listpack_replace(listpack **lp, const uint8_t *p, slice text) {
    draft d = draft_text(text);
    return replace_at(lp, p, &d);
}

uint8_t *listpack_replace_int(listpack **lp, const uint8_t *p, int64_t number) {
    draft d = draft_int(number);
    return replace_at(lp, p, &d);
}

uint8_t *listpack_remove(listpack **lp, const uint8_t *p, size_t count) {
    const uint8_t *end = p;
    size_t removed = 0;
    for (; removed < count && *end != END; removed++) end += entry_bytes(end);
    uint8_t *at = reshape(lp, (size_t)(p - *lp), (size_t)(end - p), 0);
    adjust_count(*lp, 0, removed);
    return *at == END ? NULL : at;
}

void listpack_remove_range(listpack **lp, long index, size_t count) {
    uint8_t *p = listpack_at(*lp, index);
    if (p && count) listpack_remove(lp, p, count);
}

void listpack_join(listpack **first, const listpack *second) {
    size_t len = listpack_bytes(second) - LISTPACK_EMPTY_BYTES, added = listpack_count(second);
    uint8_t *at = reshape(first, listpack_bytes(*first) - 1, 0, len);
    memcpy(at, second + HEADER, len);
    adjust_count(*first, added, 0);
}

listpack *listpack_split(listpack **lp, const uint8_t *p) {
    size_t offset = (size_t)(p - *lp), len = listpack_bytes(*lp) - 1 - offset;
    listpack *rest = listpack_new(LISTPACK_EMPTY_BYTES + len);
    memcpy(reshape(&rest, HEADER, 0, len), p, len);
    size_t moved = count_by_walking(rest);
    adjust_count(rest, moved, 0);
    reshape(lp, offset, len, 0);
    adjust_count(*lp, 0, moved);
    return rest;
}

size_t listpack_entry_bytes(slice text) {
    draft d = draft_text(text);
    return draft_bytes(&d);
}

/* -- distrust -------------------------------------------------------------------- */

/* Size of the entry at p when it is well-formed and ends before `end`, else 0. */
static size_t checked_entry(const uint8_t *p, const uint8_t *end) {
    size_t left = (size_t)(end - p), head = *p < 0xE0 || *p > STR32 ? 1 : *p < STR32 ? 2 : 5;
    if (*p > INT64 || left < head) return 0;
    size_t body = body_bytes(p);
    uint8_t back[BACK_MAX];
    if (body >= left || body > LISTPACK_MAX_BYTES) return 0;
    size_t n = back_write(back, body);
    if (n > left - body || memcmp(p + body, back, n)) return 0;
    return body + n;
}

bool listpack_validate(const uint8_t *block, size_t len,
                       bool (*each)(const uint8_t *p, size_t index, void *context), void *context) {
    if (len < LISTPACK_EMPTY_BYTES || len > LISTPACK_MAX_BYTES || listpack_bytes(block) != len) return false;
    const uint8_t *p = block + HEADER, *end = block + len - 1;
    size_t count = 0;
    if (*end != END) return false;
    for (size_t size; p < end; p += size, count++) {
        size = checked_entry(p, end);
        if (!size || (each && !each(p, count, context))) return false;
    }
    return count_field(block) == COUNT_UNKNOWN || count_field(block) == count;
}
