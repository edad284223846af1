/* test_ranking.c -- rankings against exact counts of everything that was added. */
#include "unit.h"

#include "base/hash.h"
#include "base/memory.h"
#include "data/ranking.h"

enum { NAMES = 500, DBS = 2 };

static uint64_t exact[DBS][NAMES], total;

static slice name_of(int n) {
    static char text[16];
    return slice_make(text, (size_t)snprintf(text, sizeof text, "name:%d", n));
}

/* Squaring makes low numbers frequent and high ones rare. */
static void add_some(ranking *r, int times) {
    for (int i = 0; i < times; i++) {
        int n = (int)(unit_random() % NAMES * (unit_random() % NAMES) / NAMES), db = (int)(unit_random() % DBS);
        n = n * n / NAMES;
        uint64_t weight = 1 + unit_random() % 9;
        slice name = name_of(n);
        ranking_add(r, db, name, hash_of(name), weight);
        exact[db][n] += weight;
        total += weight;
    }
}

static const ranked *held(const ranking *r, int db, int n) {
    slice name = name_of(n);
    for (size_t i = 0; i < r->count; i++) {
        if (r->at[i].db == db && slice_equal(bytes_slice(r->at[i].name), name)) return &r->at[i];
    }
    return NULL;
}

static void compare(ranking *r) {
    uint64_t sum = 0;
    ranking_sort(r);
    for (size_t i = 0; i < r->count; i++) {
        check(!i || r->at[i - 1].weight >= r->at[i].weight);
        sum += r->at[i].weight;
    }
    check(sum == r->total && r->total == total && r->count <= r->capacity);
    for (int db = 0; db < DBS; db++) {
        for (int n = 0; n < NAMES; n++) {
            const ranked *e = held(r, db, n);
            if (e) check(e->weight >= exact[db][n] && e->weight - e->error <= exact[db][n]);
            else check(exact[db][n] <= total / r->capacity);
        }
    }
}

static void forget(ranking *r) {
    ranking_clear(r);
    memset(exact, 0, sizeof exact);
    total = 0;
}

int main(void) {
    size_t used = memory_used();
    static const size_t capacities[] = { 1, 7, 64, NAMES * DBS };
    for (size_t i = 0; i < sizeof capacities / sizeof *capacities; i++) {
        ranking *r = ranking_new(capacities[i]), *whole = ranking_new(NAMES * DBS);
        for (int round = 0; round < 5; round++) {
            add_some(r, 2000);
            compare(r);
        }
        if (capacities[i] == NAMES * DBS) for (size_t n = 0; n < r->count; n++) check(!r->at[n].error);
        ranking_merge(whole, r);
        ranking_merge(whole, r);
        check(whole->total == 2 * r->total && whole->count == r->count);
        check(ranking_footprint(r) >= r->count);
        forget(r);
        check(!r->count && !r->total);
        add_some(r, 100);
        compare(r);
        forget(r);
        ranking_free(whole);
        ranking_free(r);
    }
    check(memory_used() == used);
    return unit_result();
}
