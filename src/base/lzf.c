/* lzf.c -- literal runs and back references within the last 8 KiB (persistence.md 2.3).
 *
 *     000LLLLL                       L + 1 literal bytes follow
 *     LLLooooo oooooooo              copy L + 2 bytes from o + 1 back, L = 1..6
 *     111ooooo mmmmmmmm oooooooo     copy m + 9 bytes from o + 1 back */
#include "base/lzf.h"

enum { LITERALS_MAX = 32, WINDOW = 8192, MATCH_MAX = 264, TABLE_BITS_MIN = 8, TABLE_BITS_MAX = 13 };

static uint32_t load3(const uint8_t *p) {
    return (uint32_t)p[0] << 16 | (uint32_t)p[1] << 8 | p[2];
}

static size_t slot_of(uint32_t three, int bits) {
    return (three * 2654435761u) >> (32 - bits);
}

typedef struct writer {
    uint8_t *at, *end;
} writer;

static bool put_literals(writer *w, const uint8_t *from, size_t count) {
    while (count) {
        size_t run = count < LITERALS_MAX ? count : LITERALS_MAX;
        if ((size_t)(w->end - w->at) < run + 1) return false;
        *w->at++ = (uint8_t)(run - 1);
        memcpy(w->at, from, run);
        w->at += run;
        from += run;
        count -= run;
    }
    return true;
}

static bool put_match(writer *w, size_t distance, size_t len) {
    if (w->end - w->at < (len < 9 ? 2 : 3)) return false;
    size_t offset = distance - 1;
    if (len < 9) {
        *w->at++ = (uint8_t)((len - 2) << 5 | offset >> 8);
    } else {
        *w->at++ = (uint8_t)(7 << 5 | offset >> 8);
        *w->at++ = (uint8_t)(len - 9);
    }
    *w->at++ = (uint8_t)offset;
    return true;
}

static size_t match_length(const uint8_t *a, const uint8_t *b, size_t max) {
    size_t n = 3;
    while (n + 8 <= max) {
        uint64_t x, y;
        memcpy(&x, a + n, 8);
        memcpy(&y, b + n, 8);
        if (x != y) break;
        n += 8;
    }
    while (n < max && a[n] == b[n]) n++;
    return n;
}

/* Greedy: the latest place with the same three bytes, or none. The longer nothing is found, the larger the steps,
 * so that what does not compress costs little. */
size_t lzf_compress(slice in, char *out, size_t cap) {
    uint32_t seen[1 << TABLE_BITS_MAX];         /* position + 1 by hash of three bytes */
    if (in.len < 4 || in.len >= UINT32_MAX) return 0;
    int bits = TABLE_BITS_MIN;
    while (bits < TABLE_BITS_MAX && (size_t)1 << bits < in.len) bits++;
    memset(seen, 0, sizeof *seen << bits);

    const uint8_t *text = (const uint8_t *)in.at;
    writer w = { (uint8_t *)out, (uint8_t *)out + cap };
    size_t at = 0, copied = 0;
    while (at + 3 <= in.len) {
        uint32_t three = load3(text + at);
        uint32_t *slot = &seen[slot_of(three, bits)];
        size_t before = *slot;
        *slot = (uint32_t)at + 1;
        if (!before-- || at - before > WINDOW || load3(text + before) != three) {
            at += 1 + ((at - copied) >> 6);
            continue;
        }
        size_t max = in.len - at < MATCH_MAX ? in.len - at : MATCH_MAX;
        size_t len = match_length(text + at, text + before, max);
        if (!put_literals(&w, text + copied, at - copied) || !put_match(&w, at - before, len)) return 0;
        at += len;
        copied = at;
        if (at + 1 <= in.len && at >= 2) seen[slot_of(load3(text + at - 2), bits)] = (uint32_t)at - 1;
    }
    if (!put_literals(&w, text + copied, in.len - copied)) return 0;
    return (size_t)(w.at - (uint8_t *)out);
}

/* Overlapping copies repeat what they have just written. */
static void copy_back(uint8_t *to, size_t distance, size_t len) {
    const uint8_t *from = to - distance;
    if (distance >= len) memcpy(to, from, len);
    else if (distance == 1) memset(to, *from, len);
    else for (size_t i = 0; i < len; i++) to[i] = from[i];
}

bool lzf_decompress(slice in, char *out, size_t out_len) {
    const uint8_t *p = (const uint8_t *)in.at, *end = p + in.len;
    uint8_t *start = (uint8_t *)out, *to = start, *to_end = to + out_len;
    while (p < end) {
        size_t control = *p++;
        if (control < LITERALS_MAX) {
            size_t run = control + 1;
            if ((size_t)(end - p) < run || (size_t)(to_end - to) < run) return false;
            memcpy(to, p, run);
            p += run;
            to += run;
            continue;
        }
        size_t len = (control >> 5) + 2;
        if (end - p < (len == 9 ? 2 : 1)) return false;
        if (len == 9) len += *p++;
        size_t distance = ((control & 31) << 8 | *p++) + 1;
        if ((size_t)(to - start) < distance || (size_t)(to_end - to) < len) return false;
        copy_back(to, distance, len);
        to += len;
    }
    return to == to_end;
}
