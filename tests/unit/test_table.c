/* test_table.c -- the hash table against a plain array that says which of N items are in. */
#include "base/hash.h"
#include "base/memory.h"
#include "base/random.h"
#include "data/table.h"
#include "unit.h"

enum { MOST = 60000 };

typedef struct item {
    uint32_t number;
    uint32_t seen;
    bool in;
} item;

static item items[MOST];

static slice item_key(const void *at) {
    const item *i = at;
    return slice_make(&i->number, sizeof i->number);
}

static const table_kind kind = { item_key };

static uint64_t item_hash(const item *i) {
    return hash_of(item_key(i));
}

static void items_reset(void) {
    for (uint32_t i = 0; i < MOST; i++) items[i] = (item){ .number = i };
}

static void put(table *t, item *i) {
    bool found;
    void **slot = table_insert(t, item_hash(i), item_key(i), &found);
    check(found == i->in);
    if (found) check(*slot == i);
    *slot = i;
    i->in = true;
}

static void take(table *t, item *i) {
    check(table_remove(t, item_hash(i), item_key(i)) == (i->in ? i : NULL));
    i->in = false;
}

/* Everything that can be asked of the table, compared with the array. */
static void compare(table *t, uint32_t count) {
    size_t in = 0;
    for (uint32_t i = 0; i < count; i++) {
        check(table_find(t, item_hash(&items[i]), item_key(&items[i])) == (items[i].in ? &items[i] : NULL));
        in += items[i].in;
        items[i].seen = 0;
    }
    check(table_count(t) == in);
    item *each;
    size_t walked = 0;
    for (table_walk w = { .table = t }; (each = table_next(&w)); walked++) each->seen++;
    check(walked == in);
    for (uint32_t i = 0; i < count; i++) check(items[i].seen == items[i].in);
    table_stats stats;
    table_stats_get(t, &stats);
    check(stats.items == in && stats.buckets * 7 == table_slots(t) && stats.longest_probe <= 128);
    check((stats.segments == 0) == (in == 0));
}

static void test_random_life(uint32_t count, int rounds) {
    items_reset();
    size_t before = memory_used();
    table *t = table_new(&kind);
    for (int round = 0; round < rounds; round++) {
        unsigned bias = unit_random() % 11;
        for (uint32_t n = 0; n < count / 2; n++) {
            item *i = &items[unit_random() % count];
            if (unit_random() % 10 < bias)
                put(t, i);
            else
                take(t, i);
        }
        compare(t, count);
    }
    for (uint32_t i = 0; i < count; i++) take(t, &items[i]);
    compare(t, count);
    check(table_footprint(t) <= 128);
    table_free(t, NULL, NULL);
    check(memory_used() == before);
}

/* Each size from 0 up and down again, everything compared at each. */
static void test_every_small_size(void) {
    items_reset();
    table *t = table_new(&kind);
    for (uint32_t i = 0; i < 200; i++) put(t, &items[i]), compare(t, 200);
    for (uint32_t i = 0; i < 200; i++) take(t, &items[i]), compare(t, 200);
    table_free(t, NULL, NULL);
}

static void see(void *at, void *context) {
    ((item *)at)->seen++;
    ++*(size_t *)context;
}

/* What stays in from the first call to the last is seen, though the table grows and shrinks in between. */
static void test_scan_guarantee(uint32_t stay, uint32_t others, unsigned changes, unsigned bias) {
    items_reset();
    table *t = table_new(&kind);
    for (uint32_t i = 0; i < stay; i++) put(t, &items[i]);
    if (bias < 5)
        for (uint32_t i = stay; i < stay + others; i++) put(t, &items[i]);
    uint64_t cursor = 0;
    size_t emitted = 0;
    do {
        uint64_t next = table_scan(t, cursor, see, &emitted);
        check(next == 0 || (next > cursor && next < (uint64_t)1 << 48));
        cursor = next;
        for (unsigned n = 0; n < changes; n++) {
            item *i = &items[stay + unit_random() % others];
            if (unit_random() % 10 < bias)
                put(t, i);
            else
                take(t, i);
        }
    } while (cursor);
    for (uint32_t i = 0; i < stay; i++) check(items[i].seen == 1);
    table_free(t, NULL, NULL);
}

/* A scan over a table at rest hands out everything exactly once, and from any cursor the rest of it. */
static void test_scan_exact(uint32_t count) {
    items_reset();
    table *t = table_new(&kind);
    for (uint32_t i = 0; i < count; i++) put(t, &items[i]);
    for (int round = 0; round < 5; round++) {
        uint64_t cursor = round ? unit_random() >> 16 : 0, from = cursor;
        for (uint32_t i = 0; i < count; i++) items[i].seen = 0;
        size_t emitted = 0;
        do cursor = table_scan(t, cursor, see, &emitted);
        while (cursor);
        for (uint32_t i = 0; i < count; i++) check(items[i].seen == (item_hash(&items[i]) >> 16 >= from));
    }
    size_t emitted = 0;
    table_scan(t, UINT64_MAX, see, &emitted);
    table_free(t, NULL, NULL);
}

static void copy_slot(void **slot, void *context) {
    item *copies = context;
    item *old = *slot;
    copies[old->number] = *old;
    *slot = &copies[old->number];
}

static void test_scan_slots(void) {
    static item copies[5000];
    items_reset();
    table *t = table_new(&kind);
    for (uint32_t i = 0; i < 5000; i++) put(t, &items[i]);
    uint64_t cursor = 0;
    do cursor = table_scan_slots(t, cursor, copy_slot, copies);
    while (cursor);
    for (uint32_t i = 0; i < 5000; i++) {
        items[i].number = MOST;
        check(table_find(t, item_hash(&copies[i]), item_key(&copies[i])) == &copies[i]);
    }
    table_free(t, NULL, NULL);
}

/* Every item is drawn about equally often: chi squared of `count` cells. */
static void test_random_is_uniform(uint32_t count, uint32_t removed) {
    items_reset();
    table *t = table_new(&kind);
    check(table_random(t) == NULL);
    for (uint32_t i = 0; i < count + removed; i++) put(t, &items[i]);
    for (uint32_t i = count; i < count + removed; i++) take(t, &items[i]);
    const uint32_t expected = 100;
    for (uint32_t n = 0; n < count * expected; n++) ((item *)table_random(t))->seen++;
    double chi = 0;
    for (uint32_t i = 0; i < count; i++) {
        double off = (double)items[i].seen - expected;
        chi += off * off / expected;
    }
    double spread = 5 * (count < 50 ? 10 : 2.0 * count / 40 + 20);
    check(chi > (double)count - 1 - spread - count * 0.1 && chi < (double)count - 1 + spread + count * 0.1);
    table_free(t, NULL, NULL);
}

static void test_sample(void) {
    items_reset();
    table *t = table_new(&kind);
    void *out[100];
    check(table_sample(t, out, 5) == 0);
    for (uint32_t size = 1; size < 3000; size += 1 + size / 3) {
        while (table_count(t) < size) put(t, &items[table_count(t)]);
        size_t wanted = 1 + unit_random() % 100;
        size_t got = table_sample(t, out, wanted);
        check(got == (wanted < size ? wanted : size));
        for (size_t i = 0; i < got; i++) check(++((item *)out[i])->seen == 1);
        for (size_t i = 0; i < got; i++) ((item *)out[i])->seen = 0;
    }
    table_free(t, NULL, NULL);
}

static void test_reserve(void) {
    items_reset();
    size_t before = memory_used();
    table *t = table_new(&kind);
    table_reserve(t, 50000);
    size_t reserved = table_footprint(t);
    for (uint32_t i = 0; i < 50000; i++) put(t, &items[i]);
    check(table_footprint(t) < reserved * 11 / 10);
    compare(t, 50000);
    table_free(t, NULL, NULL);
    t = table_new(&kind);
    table_reserve(t, SIZE_MAX);
    put(t, items + 50000);
    check(table_random(t) == items + 50000);
    take(t, items + 50000);
    check(table_footprint(t) <= 128);
    table_free(t, NULL, NULL);
    check(memory_used() == before);
}

static void count_item(void *at, void *context) {
    (void)at;
    ++*(size_t *)context;
}

static void test_defragment_and_free(void) {
    items_reset();
    size_t before = memory_used();
    for (uint32_t size = 0; size < 20000; size = size * 2 + 1) {
        items_reset();
        table *t = table_new(&kind);
        for (uint32_t i = 0; i < size; i++) put(t, &items[i]);
        uint64_t cursor = 0;
        do table_defragment(&t, &cursor);
        while (cursor);
        compare(t, size + 1);
        for (uint32_t i = 0; i < size; i++) table_prefetch_bucket(t, item_hash(&items[i]));
        for (uint32_t i = 0; i < size; i++) table_prefetch_items(t, item_hash(&items[i]));
        size_t freed = 0;
        table_free(t, count_item, &freed);
        check(freed == size);
    }
    check(memory_used() == before);
}

/* The promise about memory: bytes of table per item, at sizes spread over more than one doubling. */
static void test_memory(void) {
    const uint32_t most = 2000000;
    item *many = memory_alloc(most * sizeof *many);
    table *t = table_new(&kind);
    double worst = 0, sum = 0;
    int samples = 0;
    for (uint32_t i = 0; i < most; i++) {
        many[i] = (item){ .number = i };
        put(t, &many[i]);
        if (i < most / 3 || i % 50000) continue;
        double each = (double)table_footprint(t) / (i + 1);
        sum += each;
        samples++;
        if (each > worst) worst = each;
    }
    printf("table: %.2f bytes per item at %u to %u items, %.2f at worst\n", sum / samples, most / 3, most, worst);
    check(sum / samples <= 12.5 && worst <= 13.5);
    for (uint32_t i = 0; i < most; i++) {
        take(t, &many[i]);
        if (i % 500000 == 0 && i < most) check((double)table_footprint(t) / (most - i) < 21);
    }
    check(table_footprint(t) <= 128);
    table_free(t, NULL, NULL);
    memory_free(many, most * sizeof *many);
}

static void drained(void *it, void *context) {
    ((item *)it)->seen++;
    ++*(size_t *)context;
}

/* A table of any past hands each item over once, a few more than asked at most; what is left of it may be freed at any time. */
static void test_drain(uint32_t count, uint32_t removed, size_t most) {
    items_reset();
    table *t = table_new(&kind);
    for (uint32_t i = 0; i < count + removed; i++) put(t, &items[i]);
    for (uint32_t i = count; i < count + removed; i++) take(t, &items[i]);
    size_t seen = 0, left = table_count(t), full = table_footprint(t), stop = unit_random() % 4 ? 0 : count / 2;
    while (left > stop) {
        size_t before = seen, taken = table_drain(t, most, drained, &seen);
        check(taken == seen - before && taken < most + 7 && (taken >= most || !table_count(t)));
        check(table_count(t) == left - taken);
        left = table_count(t);
        check(table_footprint(t) <= full);
    }
    for (uint32_t i = 0; i < count + removed; i++) check(items[i].seen <= (i < count));
    if (left) table_free(t, drained, &seen);
    check(seen == count);
    for (uint32_t i = 0; i < count; i++) check(items[i].seen == 1);
    if (left) return;
    table *empty = table_new(&kind);
    check(table_drain(t, most, drained, &seen) == 0 && table_footprint(t) == table_footprint(empty));
    for (uint32_t i = 0; i < count; i++) items[i].in = false;
    for (uint32_t i = 0; i < count; i++) put(t, &items[i]);
    table_free(empty, NULL, NULL);
    table_free(t, NULL, NULL);
}

static void test_drains(void) {
    for (uint32_t count = 0; count < 3000; count = count * 5 / 4 + 1)
        for (size_t most = 1; most < 4000; most *= 7) test_drain(count, (uint32_t)(unit_random() % 4 * count / 2), most);
    test_drain(MOST / 2, MOST / 4, 64);
}

int main(void) {
    random_seed((uint64_t[4]){ 1, 2, 3, 4 });
    hash_set_key((const uint8_t[16]){ 7 });
    test_every_small_size();
    test_random_life(40, 50);
    test_random_life(900, 50);
    test_random_life(MOST, 8);
    for (uint32_t count = 1; count < MOST; count = count * 3 + 1) test_scan_exact(count);
    test_scan_guarantee(300, 20000, 300, 9);
    test_scan_guarantee(300, 20000, 100, 1);
    test_scan_guarantee(5000, 40000, 60, 9);
    test_scan_guarantee(5000, 40000, 60, 1);
    test_scan_guarantee(20, 100, 40, 5);
    test_scan_slots();
    test_drains();
    test_random_is_uniform(3, 0);
    test_random_is_uniform(1000, 0);
    test_random_is_uniform(3000, 50000);
    test_sample();
    test_reserve();
    test_defragment_and_free();
    test_memory();
    return unit_result();
}
