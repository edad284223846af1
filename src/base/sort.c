/* sort.c -- introsort: quicksort by the median of three, heapsort when that goes too deep, insertion when short; and a radix
 * sort for numbers. */
#include "base/sort.h"

#include "base/memory.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { SHORT = 16 };            /* runs up to this are sorted by insertion */

typedef struct sorter {
    char *base;
    size_t width;
    sort_compare *compare;
    void *context;
    char *hold;                 /* room for one element */
    size_t from, to;            /* what the caller wants sorted, inclusive */
} sorter;

static char *item(const sorter *s, size_t i) {
    return s->base + i * s->width;
}

static int compare(const sorter *s, size_t a, size_t b) {
    return s->compare(item(s, a), item(s, b), s->context);
}

static void swap(const sorter *s, size_t a, size_t b) {
    char *x = item(s, a), *y = item(s, b);
    if (s->width == sizeof(uint64_t)) {
        uint64_t hold_x, hold_y;
        memcpy(&hold_x, x, sizeof hold_x);
        memcpy(&hold_y, y, sizeof hold_y);
        memcpy(x, &hold_y, sizeof hold_y);
        memcpy(y, &hold_x, sizeof hold_x);
        return;
    }
    if (a == b) return;
    memcpy(s->hold, x, s->width);
    memcpy(x, y, s->width);
    memcpy(y, s->hold, s->width);
}

static void insertion(const sorter *s, size_t low, size_t count) {
    for (size_t i = low + 1; i < low + count; i++) {
        if (compare(s, i - 1, i) <= 0) continue;
        memcpy(s->hold, item(s, i), s->width);
        size_t to = i - 1;
        while (to > low && s->compare(item(s, to - 1), s->hold, s->context) > 0) to--;
        memmove(item(s, to + 1), item(s, to), (i - to) * s->width);
        memcpy(item(s, to), s->hold, s->width);
    }
}

static void sift(const sorter *s, size_t low, size_t root, size_t count) {
    for (size_t child; (child = 2 * root + 1) < count; root = child) {
        if (child + 1 < count && compare(s, low + child, low + child + 1) < 0) child++;
        if (compare(s, low + root, low + child) >= 0) return;
        swap(s, low + root, low + child);
    }
}

static void heap(const sorter *s, size_t low, size_t count) {
    for (size_t i = count / 2; i-- > 0;) sift(s, low, i, count);
    for (size_t i = count - 1; i > 0; i--) {
        swap(s, low, low + i);
        sift(s, low, 0, i);
    }
}

static void pivot_to_front(const sorter *s, size_t low, size_t count) {
    size_t middle = low + count / 2, high = low + count - 1;
    if (compare(s, middle, high) > 0) swap(s, middle, high);        /* middle <= high */
    if (compare(s, low, middle) < 0) swap(s, low, middle);          /* the larger of low and middle in front ... */
    if (compare(s, low, high) > 0) swap(s, low, high);              /* ... unless high is smaller still */
}

/* Hoare's partition around the first element, which ends at the place returned. Equal elements stop both sides,
 * so a run of them is halved. */
static size_t partition(const sorter *s, size_t low, size_t count) {
    pivot_to_front(s, low, count);
    size_t left = low, right = low + count;
    for (;;) {
        do left++; while (left < low + count && compare(s, left, low) < 0);
        do right--; while (compare(s, right, low) > 0);
        if (left >= right) break;
        swap(s, left, right);
    }
    swap(s, low, right);
    return right;
}

/* Recurs into the shorter side only, and only where the wanted range reaches. */
static void quick(const sorter *s, size_t low, size_t count, int depth) {
    while (count > SHORT) {
        if (low > s->to || low + count <= s->from) return;
        if (!depth--) {
            heap(s, low, count);
            return;
        }
        size_t pivot = partition(s, low, count);
        size_t left = pivot - low, right = count - left - 1;
        if (left < right) {
            quick(s, low, left, depth);
            low = pivot + 1;
            count = right;
        } else {
            quick(s, pivot + 1, right, depth);
            count = left;
        }
    }
    if (count > 1) insertion(s, low, count);
}

void sort_range(void *base, size_t count, size_t width, sort_compare *compare_items, void *context, size_t from,
                size_t to) {
    if (count < 2 || from > to) return;
    char small[256];
    sorter s = { base, width, compare_items, context, width <= sizeof small ? small : memory_alloc(width), from, to };
    int depth = 0;
    for (size_t n = count; n; n /= 2) depth += 2;
    quick(&s, 0, count, depth);
    if (s.hold != small) memory_free(s.hold, width);
}

void sort(void *base, size_t count, size_t width, sort_compare *compare_items, void *context) {
    sort_range(base, count, width, compare_items, context, 0, count);
}

/* -- by a number: a byte at a time from the lowest, except where all have the same ---------------------- */

enum { KEY_BYTES = 8, BYTE_VALUES = 256 };

/* Moves all into `to` by one byte of the key; false, and nothing moved, when they all have the same. */
static bool pass(const sort_keyed *all, sort_keyed *to, size_t count, int byte) {
    size_t start[BYTE_VALUES] = { 0 }, total = 0;
    for (size_t i = 0; i < count; i++) start[all[i].key >> (8 * byte) & 255]++;
    for (int v = 0; v < BYTE_VALUES; v++) {
        size_t here = start[v];
        if (here == count) return false;
        start[v] = total;
        total += here;
    }
    for (size_t i = 0; i < count; i++) to[start[all[i].key >> (8 * byte) & 255]++] = all[i];
    return true;
}

sort_keyed *sort_by_key(sort_keyed *all, sort_keyed *room, size_t count, sort_compare *compare_equals, void *context) {
    for (int byte = 0; byte < KEY_BYTES && count > 1; byte++) {
        if (!pass(all, room, count, byte)) continue;
        sort_keyed *sorted = room;
        room = all;
        all = sorted;
    }
    for (size_t from = 0, to; from < count; from = to) {
        for (to = from + 1; to < count && all[to].key == all[from].key;) to++;
        if (to - from > 1) sort(all + from, to - from, sizeof *all, compare_equals, context);
    }
    return all;
}
