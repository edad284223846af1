/* test_rax.c -- the radix tree against a sorted array of keys. */
#include "base/memory.h"
#include "data/rax.h"
#include "unit.h"

enum { MOST = 4000, LONGEST = 40 };

typedef struct key {
    char at[LONGEST];
    size_t len;
    void *value;
} key;

static key twin[MOST];
static size_t twin_count;

static slice key_slice(const key *k) {
    return slice_make(k->at, k->len);
}

/* The first place whose key is >= the given one. */
static size_t twin_find(slice s) {
    size_t from = 0, count = twin_count;
    while (count) {
        size_t half = count / 2;
        bool before = slice_compare(key_slice(&twin[from + half]), s) < 0;
        from = before ? from + half + 1 : from;
        count = before ? count - half - 1 : half;
    }
    return from;
}

static bool twin_has(size_t at, slice s) {
    return at < twin_count && slice_equal(key_slice(&twin[at]), s);
}

/* Keys of few letters share long beginnings and are each other's beginnings; keys of many fill wide nodes. */
static key random_key(unsigned letters, unsigned longest) {
    key k = { .len = unit_random() % (longest + 1) };
    for (size_t i = 0; i < k.len; i++) k.at[i] = (char)(unit_random() % letters * (letters < 100 ? 83 : 1));
    return k;
}

static void set(rax *r, key k) {
    size_t at = twin_find(key_slice(&k));
    bool had = twin_has(at, key_slice(&k));
    void *old = &old, *before = had ? twin[at].value : NULL;
    check(rax_set(r, key_slice(&k), k.value, unit_random() & 1 ? &old : NULL) == !had);
    check(old == before || old == (void *)&old);
    if (!had) {
        memmove(twin + at + 1, twin + at, (twin_count++ - at) * sizeof *twin);
        twin[at] = k;
    }
    twin[at].value = k.value;
}

static void take(rax *r, key k) {
    size_t at = twin_find(key_slice(&k));
    bool had = twin_has(at, key_slice(&k));
    void *old = &old;
    check(rax_remove(r, key_slice(&k), &old) == had);
    check(old == (had ? twin[at].value : NULL));
    if (had) memmove(twin + at, twin + at + 1, (--twin_count - at) * sizeof *twin);
}

static void compare(const rax *r) {
    rax_walk w;
    rax_walk_start(&w, r);
    size_t n = 0;
    for (; rax_next(&w); n++)
        check(n < twin_count && slice_equal(bytes_slice(w.key), key_slice(&twin[n])) && w.value == twin[n].value);
    check(n == twin_count && rax_count(r) == n && !rax_next(&w));
    rax_seek_end(&w);
    while (rax_previous(&w))
        check(n && slice_equal(bytes_slice(w.key), key_slice(&twin[--n])) && w.value == twin[n].value);
    check(!n && !rax_previous(&w));
    rax_walk_stop(&w);
    for (size_t i = 0; i < twin_count; i++) {
        void *value = &value;
        check(rax_get(r, key_slice(&twin[i]), &value) && value == twin[i].value);
    }
}

static void check_stands(const rax_walk *w, bool more, size_t at) {
    check(more == (at < twin_count));
    check(w->value == (more ? twin[at].value : NULL));
    if (more) check(slice_equal(bytes_slice(w->key), key_slice(&twin[at])));
}

static void check_seeks(const rax *r, unsigned letters, unsigned longest) {
    rax_walk w;
    rax_walk_start(&w, r);
    for (int n = 0; n < 100; n++) {
        key k = twin_count && n & 1 ? twin[unit_random() % twin_count] : random_key(letters, longest);
        size_t at = twin_find(key_slice(&k));
        bool had = twin_has(at, key_slice(&k)), strict = unit_random() & 1;
        rax_seek(&w, key_slice(&k), strict);
        check_stands(&w, rax_next(&w), at += strict && had);
        check_stands(&w, rax_next(&w), at < twin_count ? at + 1 : at);
        at = twin_find(key_slice(&k));
        rax_seek_back(&w, key_slice(&k), strict);
        at += had && !strict;
        check_stands(&w, rax_previous(&w), --at);
        if (at < twin_count) check_stands(&w, rax_previous(&w), at - 1);
    }
    rax_walk_stop(&w);
}

/* One walk stays open while everything changes around it; it goes on after, or before, the last key it gave. */
static void check_long_walk(rax *r, unsigned letters, unsigned longest, bool forth) {
    rax_walk w;
    key last = { .len = 0 };
    bool any = false;
    rax_walk_start(&w, r);
    if (!forth) rax_seek_end(&w);
    for (int n = 0; n < 300; n++) {
        size_t at = any ? twin_find(key_slice(&last)) : 0;
        if (forth)
            at += any && twin_has(at, key_slice(&last));
        else
            at = any ? at - 1 : twin_count - 1;
        bool more = forth ? rax_next(&w) : rax_previous(&w);
        check_stands(&w, more, at);
        if (more) {
            any = true;
            last.len = w.key->len;
            memcpy(last.at, w.key->at, w.key->len);
        }
        for (unsigned changes = unit_random() % 4; changes; changes--) {
            key k = random_key(letters, longest);
            k.value = r;
            if (unit_random() & 1 || twin_count > MOST - 2)
                take(r, more && unit_random() & 1 ? last : k);
            else
                set(r, k);
        }
    }
    rax_walk_stop(&w);
}

static void test_random_life(unsigned letters, unsigned longest) {
    static int values[16];
    size_t before = memory_used();
    rax *r = rax_new();
    twin_count = 0;
    for (int round = 0; round < 40; round++) {
        unsigned bias = unit_random() % 11;
        for (int n = 0; n < 500; n++) {
            key k = random_key(letters, longest);
            k.value = unit_random() % 17 ? &values[unit_random() % 16] : NULL;
            if (unit_random() % 10 < bias && twin_count < MOST)
                set(r, k);
            else
                take(r, twin_count && n % 3 ? twin[unit_random() % twin_count] : k);
        }
        compare(r);
        check_seeks(r, letters, longest);
        check_long_walk(r, letters, longest, round & 1);
    }
    while (twin_count) take(r, twin[unit_random() % twin_count]);
    compare(r);
    check(memory_used() - before == rax_footprint(r) && rax_footprint(r) <= 64);
    rax_free(r, NULL, NULL);
    check(memory_used() == before);
}

/* What a stream does: keys of 16 bytes, big endian, ever greater; removed from the front. */
static void test_stream_keys(void) {
    size_t before = memory_used();
    rax *r = rax_new();
    uint8_t id[16] = { 0 };
    uint64_t ms = 1700000000000;
    const uint32_t count = 100000;
    for (uint32_t n = 0; n < count; n++) {
        ms += 37;
        for (int i = 0; i < 8; i++) id[i] = (uint8_t)(ms >> (56 - 8 * i));
        check(rax_set(r, slice_make(id, 16), r, NULL));
    }
    double each = (double)rax_footprint(r) / count;
    printf("rax: %.1f bytes per stream node\n", each);
    check(each < 64);
    for (uint32_t n = 0; n < count; n++) {
        rax_walk w;
        rax_walk_start(&w, r);
        bool more = rax_next(&w);
        check(more && rax_remove(r, bytes_slice(w.key), NULL));
        rax_walk_stop(&w);
    }
    check(rax_count(r) == 0);
    rax_free(r, NULL, NULL);
    check(memory_used() == before);
}

static void count_value(void *value, void *context) {
    (void)value;
    ++*(size_t *)context;
}

/* A tree as deep as it has keys: each key begins with the one before. */
static void test_depth(void) {
    enum { DEEP = 3000 };
    static char text[DEEP];
    size_t before = memory_used(), freed = 0;
    rax *r = rax_new();
    for (size_t n = 0; n < DEEP; n++) check(rax_set(r, slice_make(text, n), text + n, NULL));
    rax_walk w;
    rax_walk_start(&w, r);
    for (size_t n = 0; n < DEEP; n++) check(rax_next(&w) && w.key->len == n && w.value == text + n);
    for (size_t n = DEEP - 1; n--; ) check(rax_previous(&w) && w.key->len == n);
    rax_walk_stop(&w);
    rax_free(r, count_value, &freed);
    check(freed == DEEP && memory_used() == before);
}

int main(void) {
    test_random_life(1, 30);
    test_random_life(2, 12);
    test_random_life(3, 6);
    test_random_life(256, 2);
    test_random_life(256, 20);
    test_random_life(60, 4);
    test_stream_keys();
    test_depth();
    return unit_result();
}
