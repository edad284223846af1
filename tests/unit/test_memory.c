/* test_memory.c -- the allocator against a naive twin that remembers what it put into each block. */
#include "base/assert.h"
#include "base/memory.h"
#include "unit.h"

#include <setjmp.h>

typedef struct held { unsigned char *at; size_t size; unsigned char fill; } held;

static bool intact(const held *h) {
    for (size_t i = 0; i < h->size; i++)
        if (h->at[i] != h->fill) return false;
    return true;
}

static size_t random_size(void) {
    switch (unit_random() % 8) {
    case 0: return 0;
    case 1: return unit_random() % 20000;
    case 2: return MEMORY_SMALL - 4 + unit_random() % 8;
    default: return unit_random() % 200;
    }
}

static void test_sizes(void) {
    size_t last = 0;
    bool good = true;
    for (size_t size = 0; size < 5000; size++) {
        size_t whole = memory_good_size(size);
        good &= whole >= size && whole >= last && whole <= size + size / 6 + 16 && memory_good_size(whole) == whole;
        last = whole;
    }
    check(good);
}

static void test_model(void) {
    enum { COUNT = 3000, STEPS = 400000 };
    static held blocks[COUNT];
    size_t before = memory_used(), used = 0;
    bool good = true;
    for (int step = 0; step < STEPS; step++) {
        held *h = &blocks[unit_random() % COUNT];
        size_t size = random_size();
        if (!h->at) {
            h->fill = (unsigned char)unit_random();
            h->at = unit_random() % 4 ? memory_alloc(size) : memory_try(size);
            memset(h->at, h->fill, size);
            used += memory_good_size(size);
        } else if (unit_random() % 3 == 0) {
            size_t kept = size < h->size ? size : h->size;
            unsigned char *moved = memory_resize(h->at, h->size, size);
            good &= intact(&(held){ moved, kept, h->fill });
            memset(moved, h->fill, size);
            used += memory_good_size(size) - memory_good_size(h->size);
            h->at = moved;
            size_t old = h->size;
            h->size = size;
            good &= old <= MEMORY_SMALL || size <= MEMORY_SMALL || moved != NULL;
            continue;
        } else {
            good &= intact(h);
            memory_free(h->at, h->size);
            used -= memory_good_size(h->size);
            h->at = NULL;
        }
        h->size = size;
        good &= memory_used() == before + used && memory_peak() >= memory_used();
    }
    check(good);
    for (held *h = blocks; h < blocks + COUNT; h++)
        if (h->at) memory_free(h->at, h->size);
    check(memory_used() == before);
}

static void test_zero_and_alignment(void) {
    bool zero = true, aligned = true;
    for (size_t size = 1; size < 3000; size += 7) {
        unsigned char *p = memory_zero(size);
        for (size_t i = 0; i < size; i++) zero &= !p[i];
        aligned &= (uintptr_t)p % 8 == 0;
        memset(p, 1, size);
        memory_free(p, size);
    }
    for (size_t size = MEMORY_LINE; size < 10000; size += MEMORY_LINE) {
        void *p = memory_alloc_aligned(size);
        aligned &= (uintptr_t)p % MEMORY_LINE == 0;
        memory_free(p, size);
    }
    check(zero);
    check(aligned);
    memory_free(NULL, 0);
    void *empty = memory_alloc(0);
    check(empty != NULL);
    empty = memory_resize(empty, 0, 100);
    memory_free(memory_resize(empty, 100, 0), 0);
}

static void test_refusal(void) {
    check(memory_try(SIZE_MAX) == NULL);
    check(memory_try(SIZE_MAX / 2 + 1) == NULL);
    memory_fail_after(3);
    void *first = memory_try(10), *second = memory_try(5000);
    check(first && second);
    check(memory_try(10) == NULL);
    void *third = memory_try(10);
    check(third != NULL);
    memory_free(first, 10);
    memory_free(second, 5000);
    memory_free(third, 10);
}

static jmp_buf out;
static void jump(const char *what, const char *file, int line) {
    check(what && file && line);
    longjmp(out, 1);
}

static void test_wrong_size_is_caught(void) {
    void *p = memory_alloc(100);
    size_t used = memory_used();
    volatile bool caught = false;
    assert_set_hook(jump);
    if (setjmp(out)) caught = true;
    else memory_free(p, 60);
    assert_set_hook(NULL);
    check(caught);
    check(memory_used() == used);
    memory_free(p, 100);
}

static void test_peak(void) {
    memory_peak_reset();
    size_t before = memory_used();
    check(memory_peak() == before);
    memory_free(memory_alloc(100000), 100000);
    check(memory_used() == before);
    check(memory_peak() == before + memory_good_size(100000));
}

#ifndef MEMORY_LIBC
/* Fill, free nine of ten at random, move what is sparse: the rest must fit into little more than it needs. */
static void scatter_and_gather(size_t from, size_t to, size_t count) {
    typedef struct { uint64_t *at; size_t size; } known;
    known *blocks = calloc(count, sizeof *blocks);
    memory_purge();
    size_t held_before = memory_held(), used_before = memory_used();
    for (uint64_t i = 0; i < count; i++) {
        size_t size = from + unit_random() % (to - from + 1);
        blocks[i] = (known){ memory_alloc(size), size };
        blocks[i].at[0] = blocks[i].at[size / 8 - 1] = i;
    }
    check(memory_held() - held_before >= count * from);
    for (size_t i = 0; i < count; i++) {
        if (unit_random() % 10 == 0) continue;
        memory_free(blocks[i].at, blocks[i].size);
        blocks[i].at = NULL;
    }
    size_t used = memory_used(), kept = used - used_before;
    check(memory_held() - held_before > kept * 2);
    bool intact_all = true, any = true;
    for (int round = 0; round < 20 && any; round++) {
        any = false;
        for (uint64_t i = 0; i < count; i++) {
            known *k = &blocks[i];
            if (!k->at || !memory_sparse(k->at, k->size)) continue;
            uint64_t *moved = memory_move(k->at, k->size);
            any |= moved != k->at;
            k->at = moved;
            intact_all &= moved[0] == i && moved[k->size / 8 - 1] == i;
        }
    }
    memory_purge();
    check(intact_all);
    check(!any);
    check(memory_used() == used);
    check(memory_held() - held_before < kept * 5 / 4 + (1 << 20));
    for (size_t i = 0; i < count; i++) if (blocks[i].at) memory_free(blocks[i].at, blocks[i].size);
    memory_purge();
    check(memory_held() <= held_before);
    free(blocks);
}

static void test_defragment(void) {
    scatter_and_gather(48, 48, 200000);
    scatter_and_gather(8192, 8192, 8000);
    scatter_and_gather(1100, 4000, 20000);
    scatter_and_gather(2000, 60000, 4000);
}

static void test_same_class_stays(void) {
    void *p = memory_alloc(130);
    check(memory_resize(p, 130, 144) == p);
    check(memory_resize(p, 144, 129) == p);
    memory_free(p, 129);
}

/* What is freed is used again, by another class too. */
static void test_reuse(void) {
    enum { COUNT = 100000 };
    static void *blocks[COUNT];
    size_t most = 0;
    for (size_t size = 16; size <= 1024; size *= 2) {
        size_t count = COUNT * 16 / size;
        for (size_t i = 0; i < count; i++) blocks[i] = memory_alloc(size);
        if (size == 16) most = memory_held();
        check(memory_held() < most + (2 << 20));
        for (size_t i = 0; i < count; i++) memory_free(blocks[i], size);
    }
}

/* A huge block is gone at once for whoever counts what is used; its pages go step by step, and nobody else's with them. */
static void test_huge(void) {
    enum { COUNT = 6, SIZE = 9 << 20, STEP = 512 << 10 };
    held blocks[COUNT];
    memory_purge();
    size_t used = memory_used(), held_before = memory_held(), steps = 0;
    for (int i = 0; i < COUNT; i++) {
        size_t size = SIZE + (size_t)i * 4321;
        blocks[i] = (held){ memory_alloc(size), size, (unsigned char)(i + 1) };
        memset(blocks[i].at, blocks[i].fill, size);
    }
    for (int i = 0; i < COUNT; i += 2) memory_free(blocks[i].at, blocks[i].size);
    check(memory_used() < used + SIZE / 2 * COUNT + STEP && memory_held() >= held_before + (size_t)SIZE * COUNT);
    check(memory_unreleased());
    for (size_t last = memory_held(); memory_release_some(); steps++) {
        size_t now = memory_held();
        check(now < last && last - now <= 2 * STEP);
        last = now;
    }
    check(steps >= COUNT / 2 * (SIZE / STEP) && !memory_unreleased());
    for (int i = 1; i < COUNT; i += 2) {
        check(intact(&blocks[i]));
        memory_free(blocks[i].at, blocks[i].size);
    }
    memory_purge();
    check(!memory_unreleased() && memory_used() == used && memory_held() <= held_before);
}

/* What has not gone yet serves the next block of its size, and there is never more of it than a gigabyte. */
static void test_huge_again(void) {
    enum { SIZE = 300 << 20 };
    void *first = memory_alloc(SIZE);
    memory_free(first, SIZE);
    void *second = memory_alloc(SIZE);
    check(second == first && !memory_unreleased());
    size_t used = memory_used(), held_before = memory_held();
    void *blocks[5] = { second };
    for (int i = 1; i < 5; i++) blocks[i] = memory_alloc(SIZE);
    for (int i = 0; i < 5; i++) memory_free(blocks[i], SIZE);
    check(memory_used() == used - SIZE && memory_held() <= held_before - SIZE + (1 << 30));
    while (memory_release_some()) { }
    check(memory_held() <= held_before - SIZE);
}
#endif

int main(void) {
    test_sizes();
    test_model();
    test_zero_and_alignment();
    test_refusal();
    test_wrong_size_is_caught();
    test_peak();
#ifndef MEMORY_LIBC
    test_defragment();
    test_same_class_stays();
    test_reuse();
    test_huge();
    test_huge_again();
#endif
    return unit_result();
}
