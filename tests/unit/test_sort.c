/* test_sort.c -- against libc's qsort, over widths, shapes and ranges; and never quadratic. */
#include "base/sort.h"
#include "unit.h"

#include <stdbool.h>

enum { COUNT_MAX = 3000, WIDTH_MAX = 300 };
static char mine[COUNT_MAX * WIDTH_MAX], theirs[COUNT_MAX * WIDTH_MAX];
static size_t compared;

static int by_key(const void *a, const void *b) {
    uint16_t x, y;
    memcpy(&x, a, sizeof x);
    memcpy(&y, b, sizeof y);
    return (x > y) - (x < y);
}

static int by_key_counting(const void *a, const void *b, void *context) {
    check(context == mine);
    unit_passed--;
    compared++;
    return by_key(a, b);
}

/* Every byte of an element follows from its key, so torn elements show. */
static void put(size_t i, size_t width, unsigned key) {
    char *at = mine + i * width;
    for (size_t b = 0; b < width; b++) at[b] = (char)(b < 2 ? key >> 8 * b : key * 31 + b);
}

static unsigned shape_key(int shape, size_t i, size_t count) {
    switch (shape) {
    case 0: return (unsigned)unit_random() & 0xffff;
    case 1: return (unsigned)i;
    case 2: return (unsigned)(count - i);
    case 3: return 7;
    case 4: return (unsigned)unit_random() % 3;
    case 5: return (unsigned)(i < count / 2 ? i : count - i);
    default: return (unsigned)(i % 2 ? i : count - i);
    }
}

static void test_shapes(void) {
    static const size_t widths[] = { 2, 4, 8, 12, 16, 24, 300 };
    static const size_t counts[] = { 0, 1, 2, 3, 15, 16, 17, 18, 100, 1000, 3000 };
    for (size_t w = 0; w < sizeof widths / sizeof *widths; w++)
        for (size_t c = 0; c < sizeof counts / sizeof *counts; c++)
            for (int shape = 0; shape < 7; shape++) {
                size_t width = widths[w], count = counts[c];
                for (size_t i = 0; i < count; i++) put(i, width, shape_key(shape, i, count));
                memcpy(theirs, mine, count * width);
                qsort(theirs, count, width, by_key);
                compared = 0;
                sort(mine, count, width, by_key_counting, mine);
                check(!memcmp(mine, theirs, count * width));
                check(compared <= 60 * count);
            }
}

static void test_ranges(void) {
    enum { COUNT = 1000, WIDTH = 8 };
    for (int round = 0; round < 300; round++) {
        size_t from = unit_random() % COUNT, to = from + unit_random() % (round % 2 ? 10 : COUNT);
        for (size_t i = 0; i < COUNT; i++) put(i, WIDTH, (unsigned)unit_random() % 5000);
        memcpy(theirs, mine, COUNT * WIDTH);
        qsort(theirs, COUNT, WIDTH, by_key);
        compared = 0;
        sort_range(mine, COUNT, WIDTH, by_key_counting, mine, from, to);
        if (to >= COUNT) to = COUNT - 1;
        check(!memcmp(mine + from * WIDTH, theirs + from * WIDTH, (to - from + 1) * WIDTH));
        qsort(mine, COUNT, WIDTH, by_key);
        check(!memcmp(mine, theirs, COUNT * WIDTH));    /* nothing lost */
    }
}

/* An adversary that decides the order while being asked, so that the pivot is always among the smallest. */
static uint32_t solid, candidate, value_of[COUNT_MAX];
static int adversary(const void *a, const void *b, void *context) {
    const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    uint32_t *values = context;
    compared++;
    if (values[x] == UINT32_MAX && values[y] == UINT32_MAX) values[x == candidate ? x : y] = solid++;
    if (values[x] == UINT32_MAX) candidate = x;
    else if (values[y] == UINT32_MAX) candidate = y;
    return (values[x] > values[y]) - (values[x] < values[y]);
}

static void test_adversary(void) {
    uint32_t order[COUNT_MAX];
    for (uint32_t i = 0; i < COUNT_MAX; i++) {
        order[i] = i;
        value_of[i] = UINT32_MAX;
    }
    compared = 0;
    sort(order, COUNT_MAX, sizeof *order, adversary, value_of);
    check(compared < 100 * COUNT_MAX);
    bool ascending = true;
    for (int i = 1; i < COUNT_MAX; i++) ascending &= value_of[order[i - 1]] <= value_of[order[i]];
    check(ascending);
}

static int by_item(const void *a, const void *b, void *context) {
    const sort_keyed *x = a, *y = b;
    (void)context;
    return (x->item > y->item) - (x->item < y->item);
}

/* Keys of few and of many different bytes, with and without equal ones. */
static void test_by_key(void) {
    static sort_keyed all[COUNT_MAX], room[COUNT_MAX];
    static char things[COUNT_MAX];
    for (int shift = 0; shift < 64; shift += 7) {
        size_t count = shift ? COUNT_MAX : 1;
        for (size_t i = 0; i < count; i++) all[i] = (sort_keyed){ unit_random() >> shift, &things[i] };
        const sort_keyed *sorted = sort_by_key(all, room, count, by_item, NULL);
        bool ascending = true;
        for (size_t i = 1; i < count; i++) {
            ascending &= sorted[i - 1].key < sorted[i].key
                || (sorted[i - 1].key == sorted[i].key && sorted[i - 1].item < sorted[i].item);
        }
        check(ascending);
    }
}

int main(void) {
    test_by_key();
    test_shapes();
    test_ranges();
    test_adversary();
    return unit_result();
}
