/* test_span.c -- spans against a naive twin: blocks that are alive never overlap, keep what is in them, and go again. */
#include "base/memory.h"
#include "base/span.h"
#include "unit.h"

#ifndef MEMORY_LIBC
#include <stdint.h>
#include <string.h>

typedef struct held { unsigned char *at; size_t size; unsigned char fill; } held;

static size_t any_size(void) {
    static const size_t most[] = { 2048, 9000, 70000, SPAN_MOST };
    return 1025 + unit_random() % (most[unit_random() % 4] - 1024);
}

static bool intact(const held *h) {
    for (size_t i = 0; i < h->size; i += i < 64 || h->size - i < 64 ? 1 : 61) if (h->at[i] != h->fill) return false;
    return true;
}

static void take(held *h, size_t size) {
    *h = (held){ span_alloc(size), size, (unsigned char)(1 + unit_random() % 255) };
    memset(h->at, h->fill, size);
}

static bool resize(held *h) {
    size_t size = any_size(), kept = size < h->size ? size : h->size;
    if (!span_resize(h->at, h->size, size)) return size > h->size;
    bool good = intact(&(held){ h->at, kept, h->fill });
    memset(h->at, h->fill, size);
    h->size = size;
    return good;
}

static void test_model(void) {
    enum { COUNT = 500, ROUNDS = 200000 };
    static held blocks[COUNT];
    bool good = true, aligned = true;
    for (int round = 0; round < ROUNDS; round++) {
        held *h = &blocks[unit_random() % COUNT];
        if (!h->at) {
            take(h, any_size());
            aligned &= (uintptr_t)h->at % SPAN_UNIT == 0;
        } else if (unit_random() % 3 == 0) {
            good &= resize(h);
        } else {
            good &= intact(h);
            span_free(h->at, h->size);
            h->at = NULL;
        }
        if (round % 1000 == 0 && span_excess()) good &= span_release();
    }
    for (held *h = blocks; h < blocks + COUNT; h++) {
        if (!h->at) continue;
        good &= intact(h);
        span_free(h->at, h->size);
    }
    check(good);
    check(aligned);
    while (span_release()) { }
    check(span_held() == 0 && span_excess() == 0);
}

/* Neighbours: one grows into what another has left, and gives it back. */
static void test_resize(void) {
    char *first = span_alloc(2000), *second = span_alloc(3000), *third = span_alloc(2000);
    check(second - first == 2048 && third - second == 3008);
    check(span_resize(first, 2000, 2048));
    check(!span_resize(first, 2000, 2049));
    span_free(second, 3000);
    check(span_resize(first, 2000, 2048 + 3008));
    check(!span_resize(first, 2048 + 3008, 2048 + 3009));
    check(span_resize(first, 2048 + 3008, 2000));
    check(span_alloc(3008) == second);
    span_free(first, 2000);
    span_free(second, 3008);
    span_free(third, 2000);
    while (span_release()) { }
}

/* The last unit of a field is its end. */
static void test_end_of_field(void) {
    char *blocks[1024];
    int count = 0;
    do blocks[count] = span_alloc(1088);
    while ((uintptr_t)blocks[count] >> 20 == (uintptr_t)blocks[0] >> 20 && ++count);
    check(count == ((1 << 20) - 2112) / 1088);
    char *last = blocks[count - 1];
    check(!span_resize(last, 1088, SPAN_MOST));
    check(span_held() == 2 << 20);
    span_free(blocks[count], 1088);
    while (count--) span_free(blocks[count], 1088);
    check(span_held() == 2 << 20 && span_release() && span_release() && !span_release() && span_held() == 0);
}

/* Holes are filled before another field is begun; empty fields are excess only beyond some that stay. */
static void test_holes(void) {
    enum { COUNT = 4000, SIZE = 8192 };
    static char *blocks[COUNT];
    for (int i = 0; i < COUNT; i++) blocks[i] = span_alloc(SIZE);
    size_t full = span_held();
    check(full < (size_t)COUNT * SIZE * 21 / 20);
    for (int i = 0; i < COUNT; i += 2) span_free(blocks[i], SIZE);
    check(span_excess() == 0);
    for (int i = 0; i < COUNT; i += 2) blocks[i] = span_alloc(SIZE);
    check(span_held() == full);
    for (int i = 0; i < COUNT; i++) span_free(blocks[i], SIZE);
    check(span_held() == full && span_excess() > full * 3 / 4 && span_excess() < full);
    while (span_excess()) span_release();
    check(span_held() > 0 && span_held() < full / 8);
    while (span_release()) { }
    check(span_held() == 0);
}
#endif

int main(void) {
#ifndef MEMORY_LIBC
    test_model();
    test_resize();
    test_end_of_field();
    test_holes();
#else
    check(memory_unreleased() == 0);
#endif
    return unit_result();
}
