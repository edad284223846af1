/* test_order.c -- the ordered tree against a sorted array. */
#include "base/memory.h"
#include "data/order.h"
#include "unit.h"

enum { MOST = 6000 };

typedef struct item {
    double score;
    int name;
} item;

/* The twin: all items in order. */
static item *twin[MOST];
static size_t twin_count;
static size_t removed;

static int item_compare(const void *a, const void *b) {
    const item *x = a, *y = b;
    return (x->name > y->name) - (x->name < y->name);
}

static const order_kind kind = { item_compare };
static const order_kind kind_by_address = { NULL };

static item *item_new(double score, int name) {
    item *i = malloc(sizeof *i);
    *i = (item){ score, name };
    return i;
}

static size_t twin_rank(double score, int name) {
    size_t from = 0, count = twin_count;
    while (count) {
        size_t half = count / 2;
        const item *i = twin[from + half];
        bool before = i->score < score || (i->score == score && i->name < name);
        from = before ? from + half + 1 : from;
        count = before ? count - half - 1 : half;
    }
    return from;
}

static void twin_insert(item *i) {
    size_t at = twin_rank(i->score, i->name);
    memmove(twin + at + 1, twin + at, (twin_count++ - at) * sizeof *twin);
    twin[at] = i;
}

static void twin_cut(size_t at, size_t count) {
    for (size_t i = at; i < at + count; i++) free(twin[i]);
    twin_count -= count;
    memmove(twin + at, twin + at + count, (twin_count - at) * sizeof *twin);
}

static bool name_at_least(const void *at, void *context) {
    return ((const item *)at)->name >= *(int *)context;
}

static void check_walks(order *o) {
    size_t n = 0;
    order_at at = order_first(o);
    for (bool more = at.leaf; more; more = order_next(&at), n++) {
        order_prefetch(&at);
        check(n < twin_count && order_item(&at) == twin[n] && order_score(&at) == twin[n]->score);
    }
    check(n == twin_count && order_count(o) == n && !at.leaf);
    at = order_last(o);
    for (bool more = at.leaf; more; more = order_previous(&at)) check(n && order_item(&at) == twin[--n]);
    check(n == 0 && !at.leaf);
}

static void check_ranks(order *o) {
    for (size_t n = 0; n < twin_count; n++) {
        order_at at = order_at_rank(o, n);
        check(order_item(&at) == twin[n] && order_rank(o, twin[n]->score, twin[n]) == n);
    }
    check(!order_at_rank(o, twin_count).leaf);
}

static void check_seek(order *o, double score) {
    for (int above = 0; above < 2; above++) {
        size_t rank, expected = 0;
        for (; expected < twin_count; expected++)
            if (above ? twin[expected]->score > score : twin[expected]->score >= score) break;
        order_at at = order_seek(o, score, above, &rank);
        check(rank == expected);
        check(at.leaf ? order_item(&at) == twin[expected] : expected == twin_count);
    }
}

static void compare(order *o, int scores) {
    check_walks(o);
    check_ranks(o);
    for (int n = 0; n < 20; n++) check_seek(o, (double)(unit_random() % (uint64_t)(scores + 2)) - 1);
    item stranger = { 0, -5 };
    check(order_rank(o, 1, &stranger) == SIZE_MAX && !order_remove(o, 0.5, &stranger));
}

static void insert_random(order *o, int scores, int name) {
    item *i = item_new((double)(unit_random() % (uint64_t)scores), name);
    order_insert(o, i->score, i);
    twin_insert(i);
}

static void remove_random(order *o) {
    size_t n = unit_random() % twin_count;
    item probe = *twin[n];
    check(order_remove(o, probe.score, unit_random() & 1 ? &probe : twin[n]));
    check(!order_remove(o, probe.score, &probe));
    twin_cut(n, 1);
}

static void count_removed(void *at, double score, void *context) {
    check(((item *)at)->score == score && at == ((item **)context)[removed]);
    removed++;
}

static void remove_run(order *o) {
    size_t from = unit_random() % twin_count, most = twin_count - from;
    size_t count = 1 + unit_random() % (most < 300 || unit_random() % 8 == 0 ? most : 300);
    removed = 0;
    size_t to = unit_random() & 1 && count == most ? SIZE_MAX : from + count - 1;
    order_remove_ranks(o, from, to, count_removed, twin + from);
    check(removed == count);
    twin_cut(from, count);
}

/* What stood at the item's old address is no longer it when the tree hears of the new one. */
static void replace_random(order *o) {
    size_t n = unit_random() % twin_count;
    item *old = twin[n];
    twin[n] = item_new(old->score, old->name);
    *old = (item){ -1, -1 };
    order_replace(o, twin[n]->score, old, twin[n]);
    free(old);
}

/* How many different scores there are decides how often items must be compared: with 1 it is always. */
static void test_random_life(int scores, int rounds) {
    size_t before = memory_used();
    order *o = order_new(&kind);
    int name = 0;
    for (int round = 0; round < rounds; round++) {
        unsigned bias = unit_random() % 11;
        for (int n = 0; n < 700; n++) {
            if (unit_random() % 10 < bias && twin_count < MOST)
                insert_random(o, scores, (name++ * 7919) % 1000003);
            else if (twin_count && unit_random() % 200 == 0)
                remove_run(o);
            else if (twin_count && unit_random() % 4 == 0)
                replace_random(o);
            else if (twin_count)
                remove_random(o);
        }
        uint64_t cursor = 0;
        if (round % 3 == 0)
            do order_defragment(&o, &cursor);
            while (cursor);
        compare(o, scores);
    }
    while (twin_count) remove_random(o);
    compare(o, scores);
    check(order_footprint(o) <= 128);
    order_free(o);
    check(memory_used() == before);
}

static void test_by_member(void) {
    order *o = order_new(&kind);
    for (int n = 0; n < 3000; n++) insert_random(o, 1, (n * 1201) % 3001 * 2);
    for (int wanted = -1; wanted < 6005; wanted += 7) {
        size_t rank, expected = twin_rank(0, wanted);
        order_at at = order_seek_by(o, name_at_least, &wanted, &rank);
        check(rank == expected);
        check(at.leaf ? order_item(&at) == twin[expected] : expected == twin_count);
    }
    twin_cut(0, twin_count);
    order_free(o);
}

static void test_by_address(void) {
    static int cells[5000];
    order *o = order_new(&kind_by_address);
    for (size_t n = 0; n < 5000; n++) order_insert(o, (double)(n % 3), &cells[n * 1237 % 5000]);
    for (size_t n = 0; n < 5000; n++) check(order_rank(o, (double)(n % 3), &cells[n * 1237 % 5000]) != SIZE_MAX);
    static int other;
    order_replace(o, 0, &cells[0], &other);
    check(order_remove(o, 0, &other) && !order_remove(o, 0, &cells[0]));
    check(order_count(o) == 4999);
    order_free(o);
}

/* Ends: ascending and descending, popped from either side; densely packed all the time. */
static void test_ends(bool ascending) {
    static char cells[100000];
    size_t before = memory_used();
    order *o = order_new(&kind_by_address);
    for (int n = 0; n < 100000; n++) order_insert(o, ascending ? n : -n, &cells[n]);
    double each = (double)order_footprint(o) / 100000;
    printf("order: %.2f bytes per element inserted %s\n", each, ascending ? "ascending" : "descending");
    check(each < 18);
    for (int n = 0; n < 100000; n++) {
        order_at at = n & 1 ? order_first(o) : order_last(o);
        check(order_remove(o, order_score(&at), order_item(&at)));
    }
    check(order_count(o) == 0);
    order_free(o);
    check(memory_used() == before);
}

static void test_memory_and_slow_free(void) {
    const int most = 1000000;
    char *cells = malloc((size_t)most);
    size_t before = memory_used();
    order *o = order_new(&kind_by_address);
    for (int n = 0; n < most; n++) order_insert(o, (double)(unit_random() >> 12), cells + n);
    double each = (double)order_footprint(o) / most;
    printf("order: %.2f bytes per element inserted at random\n", each);
    check(each <= 21);
    check(order_footprint(o) == memory_used() - before);
    int slices = 1;
    while (!order_free_some(o, 400)) slices++;
    check(slices > 100 && memory_used() == before);
    o = order_new(&kind_by_address);
    for (int n = 0; n < 1000; n++) order_insert(o, n, cells + n);
    for (slices = 1; slices < 1000 && !order_free_some(o, slices % 2); ) slices++;
    check(slices < 100 && memory_used() == before);
    free(cells);
}

int main(void) {
    test_random_life(1, 60);
    test_random_life(20, 60);
    test_random_life(1000, 60);
    test_random_life(1 << 30, 100);
    test_by_member();
    test_by_address();
    test_ends(true);
    test_ends(false);
    test_memory_and_slow_free();
    return unit_result();
}
