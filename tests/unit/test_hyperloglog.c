/* test_hyperloglog.c -- the bytes and counts of real servers, and registers against a plain array of them. */
#include "unit.h"

#include "base/hash.h"
#include "base/memory.h"
#include "data/hyperloglog.h"

enum { SPARSE_MAX = 3000 };

static slice numbered(char *room, const char *prefix, int n) {
    return slice_make(room, (size_t)sprintf(room, "%s%d", prefix, n));
}

static void model_add(hyperloglog_union *u, slice element) {
    uint64_t hash = hash_murmur64a(element, 0xadc83b19), rest = hash >> 14 | (uint64_t)1 << 50;
    uint8_t rank = 1;
    for (; !(rest & 1); rest >>= 1) rank++;
    if (u->at[hash & 16383] < rank) u->at[hash & 16383] = rank;
}

static bool holds(const bytes *h, const hyperloglog_union *model) {
    static hyperloglog_union u;
    memset(&u, 0, sizeof u);
    return hyperloglog_is(bytes_slice(h)) && hyperloglog_union_add(&u, bytes_slice(h)) && !memcmp(&u, model, sizeof u);
}

static void test_known_bytes(void) {
    bytes *h = hyperloglog_new();
    uint64_t count;
    check(slice_equal(bytes_slice(h), SLICE("HYLL\1\0\0\0\0\0\0\0\0\0\0\x80\x7f\xff")));
    check(!hyperloglog_cached(bytes_slice(h), &count));
    check(hyperloglog_add(&h, SLICE("a"), SPARSE_MAX) == HYPERLOGLOG_CHANGED);
    check(hyperloglog_add(&h, SLICE("a"), SPARSE_MAX) == HYPERLOGLOG_SAME);
    check(slice_equal(slice_make(h->at + 15, h->len - 15), SLICE("\x80\x71\xa6\x84\x4e\x57")));
    check(hyperloglog_count(h, &count) && count == 1 && hyperloglog_cached(bytes_slice(h), &count) && count == 1);
    check(h->at[8] == 1 && h->at[15] == 0);
    hyperloglog_add(&h, SLICE("b"), SPARSE_MAX);
    hyperloglog_add(&h, SLICE("c"), SPARSE_MAX);
    check(slice_equal(slice_make(h->at + 16, h->len - 16), SLICE("\x60\xf3\x80\x50\xb1\x84\x4b\xfb\x80\x42\x5a")));
    bytes *text = NULL;
    check(hyperloglog_describe(bytes_slice(h), &text));
    check(slice_equal(bytes_slice(text), SLICE("Z:8436 v:1,1 Z:4274 v:2,1 Z:3068 v:1,1 Z:603")));
    bytes_free(text);
    bytes_free(h);
}

static void test_promotion(void) {
    char room[32];
    bytes *h = hyperloglog_new();
    size_t last_sparse = 0;
    int i = 0;
    for (; hyperloglog_is_sparse(bytes_slice(h)); i++) {
        last_sparse = h->len;
        hyperloglog_add(&h, numbered(room, "el", i), SPARSE_MAX);
    }
    check(i == 1670 && last_sparse == 3000 && h->len == HYPERLOGLOG_DENSE_BYTES);
    bytes_free(h);
}

static void test_counts(void) {
    static const struct { int elements; uint64_t count; } known[] = {
        { 10, 10 }, { 100, 99 }, { 1000, 1001 }, { 10000, 10066 }, { 100000, 100903 },
    };
    static hyperloglog_union model;
    char room[32];
    bytes *h = hyperloglog_new();
    int i = 0;
    for (size_t k = 0; k < sizeof known / sizeof *known; k++) {
        uint64_t count = 0;
        for (; i < known[k].elements; i++) {
            slice element = numbered(room, "x", i);
            model_add(&model, element);
            check(hyperloglog_add(&h, element, SPARSE_MAX) != HYPERLOGLOG_CORRUPTED);
            if (i % 97 == 0) check(holds(h, &model));
        }
        check(holds(h, &model) && hyperloglog_count(h, &count) && count == known[k].count);
        check(hyperloglog_union_count(&model) == count);
    }
    bytes_free(h);
}

/* Unions of sparse and dense values, absorbed into sparse and dense ones, hold the maxima. */
static void test_unions(void) {
    char room[32];
    for (int round = 0; round < 60; round++) {
        static hyperloglog_union model, u;
        memset(&model, 0, sizeof model);
        memset(&u, 0, sizeof u);
        bytes *target = hyperloglog_new();
        if (round % 3 == 0) check(hyperloglog_to_dense(&target) == HYPERLOGLOG_CHANGED);
        for (int k = 0; k < 3; k++) {
            bytes *h = hyperloglog_new();
            int from = (int)(unit_random() % 100000), size = (int)(unit_random() % (k == 2 && round % 2 ? 20000 : 300));
            for (int i = from; i < from + size; i++) {
                hyperloglog_add(k ? &h : &target, numbered(room, "e", i), SPARSE_MAX);
                model_add(&model, numbered(room, "e", i));
            }
            check(hyperloglog_union_add(&u, bytes_slice(h)));
            bytes_free(h);
        }
        check(hyperloglog_absorb(&target, &u, SPARSE_MAX) != HYPERLOGLOG_CORRUPTED && holds(target, &model));
        check(hyperloglog_absorb(&target, &u, SPARSE_MAX) == HYPERLOGLOG_SAME && holds(target, &model));
        check(hyperloglog_to_dense(&target) != HYPERLOGLOG_CORRUPTED && holds(target, &model));
        bytes_free(target);
    }
}

static void test_ranks_above_sparse(void) {
    bytes *h = hyperloglog_new();
    hyperloglog_union u = { { [7] = 32, [9] = 51 } };
    check(hyperloglog_absorb(&h, &u, SPARSE_MAX) == HYPERLOGLOG_CHANGED && !hyperloglog_is_sparse(bytes_slice(h)));
    check(holds(h, &u));
    bytes_free(h);
}

static void test_damaged(void) {
    char room[32];
    check(!hyperloglog_is(SLICE("")) && !hyperloglog_is(SLICE("HYLX")));
    check(!hyperloglog_is(SLICE("HYLL\0aaaaaaaaaaaaa")));
    check(!hyperloglog_is(SLICE("HYLL\2aaaaaaaaaaaaa")) && hyperloglog_is(SLICE("HYLL\1aaaaaaaaaaa")));
    for (int round = 0; round < 800; round++) {
        bytes *h = hyperloglog_new();
        for (int i = 0; i < 40; i++) hyperloglog_add(&h, numbered(room, "e", i), SPARSE_MAX);
        for (uint64_t i = unit_random() % 4; i > 0; i--) {
            h->at[16 + unit_random() % (h->len - 16)] = (char)unit_random();
        }
        if (unit_random() % 2) bytes_resize(&h, 16 + unit_random() % (h->len - 15));
        bytes *text = NULL, *copy = bytes_copy(bytes_slice(h));
        static hyperloglog_union u;
        uint64_t count = 0;
        memset(&u, 0, sizeof u);
        bool sound = hyperloglog_union_add(&u, bytes_slice(h));
        check(hyperloglog_count(copy, &count) == sound && hyperloglog_describe(bytes_slice(h), &text) == sound);
        for (int i = 0; i < 100; i++) {
            enum hyperloglog_result result = hyperloglog_add(&h, numbered(room, "f", i), 100);
            if (sound) check(result != HYPERLOGLOG_CORRUPTED && hyperloglog_union_add(&u, bytes_slice(h)));
        }
        check((hyperloglog_to_dense(&copy) == HYPERLOGLOG_CHANGED) == sound);
        bytes_free(text);
        bytes_free(copy);
        bytes_free(h);
    }
}

int main(void) {
    size_t used = memory_used();
    test_known_bytes();
    test_promotion();
    test_counts();
    test_unions();
    test_ranks_above_sparse();
    test_damaged();
    check(memory_used() == used);
    return unit_result();
}
