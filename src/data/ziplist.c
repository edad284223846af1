/* ziplist.c -- old packed forms, read once and turned into listpacks. Every length is checked before it is followed. */
#include "data/ziplist.h"
#include "base/hash.h"

enum { HEADER = 10, END = 0xFF, WIDE = 0xFE };

typedef struct cursor { const uint8_t *at, *end; } cursor;

static size_t left(const cursor *c) { return (size_t)(c->end - c->at); }

static uint64_t little_endian(const uint8_t *p, int width) {
    uint64_t n = 0;
    for (int i = width - 1; i >= 0; i--) n = n << 8 | p[i];
    return n;
}

static bool take_bytes(cursor *c, size_t len, slice *out) {
    if (len > left(c)) return false;
    *out = slice_make(c->at, len);
    c->at += len;
    return true;
}

/* A length of 1 byte, or 0xFE and 4 bytes. */
static bool take_length(cursor *c, bool minimal, uint64_t *out) {
    if (!left(c)) return false;
    *out = *c->at++;
    if (*out < WIDE) return true;
    if (*out != WIDE || left(c) < 4) return false;
    *out = little_endian(c->at, 4);
    c->at += 4;
    return !minimal || *out >= WIDE;
}

static bool take_int(cursor *c, int width, listpack **out) {
    if (left(c) < (size_t)width) return false;
    uint64_t n = little_endian(c->at, width);
    int unused = 64 - 8 * width;
    c->at += width;
    listpack_append_int(out, (int64_t)(n << unused) >> unused);
    return true;
}

static bool take_string(cursor *c, uint8_t first, listpack **out) {
    uint64_t len = first & 63;
    slice text;
    if (first >> 6 == 1) {
        if (!left(c)) return false;
        len = len << 8 | *c->at++;
    } else if (first >> 6 == 2) {
        if (left(c) < 4) return false;
        len = (uint64_t)c->at[0] << 24 | (uint64_t)c->at[1] << 16 | (uint64_t)c->at[2] << 8 | c->at[3];
        c->at += 4;
    }
    if (!take_bytes(c, (size_t)len, &text)) return false;
    listpack_append(out, text);
    return true;
}

static bool take_entry(cursor *c, listpack **out) {
    uint8_t first = *c->at++;
    if (first >> 6 != 3) return take_string(c, first, out);
    switch (first) {
    case 0xC0: return take_int(c, 2, out);
    case 0xD0: return take_int(c, 4, out);
    case 0xE0: return take_int(c, 8, out);
    case 0xF0: return take_int(c, 3, out);
    case 0xFE: return take_int(c, 1, out);
    default:
        if (first < 0xF1 || first > 0xFD) return false;
        listpack_append_int(out, first - 0xF1);
        return true;
    }
}

listpack *ziplist_to_listpack(slice blob) {
    const uint8_t *at = (const uint8_t *)blob.at;
    if (blob.len < HEADER + 1 || little_endian(at, 4) != blob.len || at[blob.len - 1] != END) return NULL;
    uint64_t tail = little_endian(at + 4, 4), count = little_endian(at + 8, 2), seen = 0, last = HEADER, previous = 0;
    cursor c = { at + HEADER, at + blob.len - 1 };
    listpack *out = listpack_new(blob.len);
    bool good = true;
    while (good && left(&c)) {
        uint64_t before;
        const uint8_t *start = c.at;
        last = (uint64_t)(c.at - at);
        good = take_length(&c, false, &before) && before == previous && left(&c) && take_entry(&c, &out);
        previous = (uint64_t)(c.at - start);
        seen++;
    }
    good = good && tail == last && (count == UINT16_MAX || count == seen);
    if (good) return out;
    listpack_free(out);
    return NULL;
}

listpack *zipmap_to_listpack(slice blob) {
    const uint8_t *at = (const uint8_t *)blob.at;
    if (blob.len < 2 || at[blob.len - 1] != END) return NULL;
    cursor c = { at + 1, at + blob.len - 1 };
    listpack *out = listpack_new(blob.len);
    uint64_t pairs = 0, len;
    bool good = true;
    while (good && left(&c)) {
        slice field, value, unused;
        good = take_length(&c, true, &len) && take_bytes(&c, (size_t)len, &field) && take_length(&c, true, &len) && left(&c);
        uint8_t spare = good ? *c.at++ : 0;
        good = good && take_bytes(&c, (size_t)len, &value) && take_bytes(&c, spare, &unused);
        if (!good) break;
        listpack_append(&out, field);
        listpack_append(&out, value);
        pairs++;
    }
    good = good && pairs && (at[0] == WIDE || at[0] == pairs);
    if (good) return out;
    listpack_free(out);
    return NULL;
}
