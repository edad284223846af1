/* bench_data.c -- what the containers cost: nanoseconds per operation and bytes per element, at a million elements.
 *
 * Random order everywhere, so that the caches are of no more help than they are to a server. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include "base/hash.h"
#include "base/memory.h"
#include "base/random.h"
#include "data/order.h"
#include "data/rax.h"
#include "data/table.h"

enum { MANY = 1000000 };

typedef struct item {
    uint64_t hash;
    uint8_t len;
    char name[23];
} item;

/* An item asked for: what is needed to ask, in the order of asking, so that asking itself misses no cache. */
typedef struct probe {
    item copy;
    item *item;
    double score;
} probe;

static item *items;
static probe *probes;
static double started;

static double now_ns(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static void start(void) {
    started = now_ns();
}

static void stop(const char *what, double operations) {
    printf("%-44s %8.1f ns\n", what, (now_ns() - started) / operations);
}

static slice item_key(const void *at) {
    const item *i = at;
    return slice_make(i->name, i->len);
}

static int item_compare(const void *a, const void *b) {
    return slice_compare(item_key(a), item_key(b));
}

static void shuffle(void) {
    for (uint32_t i = MANY - 1; i; i--) {
        uint32_t j = (uint32_t)random_below(i + 1);
        probe t = probes[i];
        probes[i] = probes[j];
        probes[j] = t;
    }
}

static void prepare(void) {
    items = memory_alloc(MANY * sizeof *items);
    probes = memory_alloc(MANY * sizeof *probes);
    for (uint32_t i = 0; i < MANY; i++) {
        items[i].len = (uint8_t)snprintf(items[i].name, sizeof items[i].name, "key:%012u", i);
        items[i].hash = hash_of(item_key(&items[i]));
        probes[i] = (probe){ items[i], &items[i], (double)(items[i].hash >> 12) };
    }
    shuffle();
}

static void nothing(void *at, void *context) {
    *(uint64_t *)context += ((item *)at)->len;
}

static void bench_table_find(table *t) {
    uint64_t sum = 0;
    shuffle();
    start();
    for (int i = 0; i < MANY; i++) {
        slice key = item_key(&probes[i].copy);
        sum += ((item *)table_find(t, hash_of(key), key))->len;
    }
    stop("table_find, one after the other, hash included", MANY);
    start();
    for (int i = 0; i + 64 <= MANY; i += 64) {
        uint64_t hash[64];
        for (int j = 0; j < 64; j++) {
            hash[j] = hash_of(item_key(&probes[i + j].copy));
            table_prefetch_bucket(t, hash[j]);
        }
        for (int j = 0; j < 64; j++) table_prefetch_items(t, hash[j]);
        for (int j = 0; j < 64; j++) sum += ((item *)table_find(t, hash[j], item_key(&probes[i + j].copy)))->len;
    }
    stop("table_find, batches of 64 prefetched", MANY);
    start();
    for (int i = 0; i < MANY; i++) sum += table_find(t, random_next(), SLICE("missing")) != NULL;
    stop("table_find of a missing key", MANY);
    start();
    for (int i = 0; i < MANY; i++) sum += ((item *)table_random(t))->len;
    stop("table_random", MANY);
    start();
    uint64_t cursor = 0;
    do cursor = table_scan(t, cursor, nothing, &sum);
    while (cursor);
    stop("table_scan, per item", MANY);
    if (!sum) printf("nothing found\n");
}

static void bench_table(void) {
    static const table_kind kind = { item_key };
    table *t = table_new(&kind);
    double longest = 0;
    start();
    for (int i = 0; i < MANY; i++) {
        bool found;
        const item *x = &probes[i].copy;
        *table_insert(t, x->hash, item_key(x), &found) = probes[i].item;
    }
    stop("table_insert", MANY);
    printf("%-44s %8.2f bytes\n", "table, per item", (double)table_footprint(t) / MANY);
    bench_table_find(t);
    shuffle();
    start();
    for (int i = 0; i < MANY; i++) table_remove(t, probes[i].copy.hash, item_key(&probes[i].copy));
    stop("table_remove", MANY);
    for (int i = 0; i < MANY; i++) {
        bool found;
        const item *x = &probes[i].copy;
        double from = now_ns();
        *table_insert(t, x->hash, item_key(x), &found) = probes[i].item;
        double took = now_ns() - from;
        if (took > longest) longest = took;
    }
    printf("%-44s %8.1f us\n", "table_insert, the longest", longest / 1e3);
    table_free(t, NULL, NULL);
}

static void bench_order(void) {
    static const order_kind kind = { item_compare };
    order *o = order_new(&kind);
    double sum = 0;
    start();
    for (uint32_t i = 0; i < MANY; i++) order_insert(o, i, &items[i]);
    stop("order_insert, ascending", MANY);
    printf("%-44s %8.2f bytes\n", "order, per element appended", (double)order_footprint(o) / MANY);
    order_free(o);
    o = order_new(&kind);
    start();
    for (int i = 0; i < MANY; i++) order_insert(o, probes[i].score, probes[i].item);
    stop("order_insert, random scores", MANY);
    printf("%-44s %8.2f bytes\n", "order, per element", (double)order_footprint(o) / MANY);
    shuffle();
    start();
    for (int i = 0; i < MANY; i++) sum += (double)order_rank(o, probes[i].score, probes[i].item);
    stop("order_rank", MANY);
    start();
    for (int i = 0; i < MANY; i++) {
        order_at at = order_at_rank(o, probes[i].copy.hash % MANY);
        sum += order_score(&at);
    }
    stop("order_at_rank", MANY);
    start();
    for (int i = 0; i < MANY; i++) {
        order_at at = order_seek(o, probes[i].score, false, NULL);
        sum += order_score(&at);
    }
    stop("order_seek", MANY);
    start();
    order_at at = order_first(o);
    for (bool more = at.leaf; more; more = order_next(&at)) {
        order_prefetch(&at);
        sum += ((item *)order_item(&at))->len;
    }
    stop("order_next and the item", MANY);
    start();
    for (int i = 0; i < MANY; i++) order_remove(o, probes[i].score, probes[i].item);
    stop("order_remove, random", MANY);
    start();
    for (int i = 0; i < MANY; i++) order_insert(o, 0, probes[i].item);
    stop("order_insert, all scores equal", MANY);
    order_free(o);
    if (sum == 0) printf("nothing found\n");
}

static void bench_rax(void) {
    rax *r = rax_new();
    uintptr_t sum = 0;
    start();
    for (int i = 0; i < MANY; i++) rax_set(r, item_key(&probes[i].copy), probes[i].item, NULL);
    stop("rax_set, random", MANY);
    printf("%-44s %8.2f bytes\n", "rax, per key of 16 bytes", (double)rax_footprint(r) / MANY);
    shuffle();
    start();
    for (int i = 0; i < MANY; i++) {
        void *value;
        sum += rax_get(r, item_key(&probes[i].copy), &value);
    }
    stop("rax_get, random", MANY);
    start();
    rax_walk w;
    rax_walk_start(&w, r);
    while (rax_next(&w)) sum += w.key->len;
    rax_walk_stop(&w);
    stop("rax_next", MANY);
    start();
    for (int i = 0; i < MANY; i++) rax_remove(r, item_key(&probes[i].copy), NULL);
    stop("rax_remove, random", MANY);
    rax_free(r, NULL, NULL);
    if (!sum) printf("nothing found\n");
}

int main(void) {
    random_seed((uint64_t[4]){ 1, 2, 3, 4 });
    prepare();
    bench_table();
    bench_order();
    bench_rax();
    return 0;
}
