/* test_sizes.c -- bins of sizes beside a full count, while containers grow and shrink behind their back. */
#include "store/sizes.h"
#include "unit.h"

enum { VALUES = 8, STEPS = 20000 };

static size_t length(const void *value) { return *(const size_t *)value; }

static const type box = { .name = "box", .id = TYPE_SET, .length = length };

static void test_bins(void) {
    check(size_bin(0) == 0);
    check(size_bin(1) == 1);
    for (int i = 1; i < 63; i++) {
        check(size_bin((size_t)1 << i) == i + 1);
        check(size_bin(((size_t)1 << i) - 1) == i);
    }
}

static bool agrees(const sizes *s, const size_t *values, const bool *there) {
    uint64_t bins[SIZE_BINS] = { 0 };
    for (int i = 0; i < VALUES; i++) if (there[i]) bins[size_bin(values[i])]++;
    return !s->bins[TYPE_SET] || !memcmp(bins, s->bins[TYPE_SET], sizeof bins);
}

static size_t any_size(void) { return unit_random() % ((size_t)1 << unit_random() % 20); }

static void test_walk(void) {
    sizes s = { .latest = 0 };
    size_t values[VALUES];
    bool there[VALUES] = { false };
    for (int step = 0; step < STEPS; step++) {
        int a = (int)(unit_random() % VALUES), b = (int)(unit_random() % VALUES);
        if (!there[a]) {
            there[a] = true;
            sizes_add(&s, TYPE_SET, values[a] = any_size());
        } else if (unit_random() % 4 == 0) {
            there[a] = false;
            sizes_take(&s, &box, &values[a]);
            values[a] = SIZE_MAX / 2;
        } else {
            sizes_open(&s, &box, &values[a]);
            if (there[b]) sizes_open(&s, &box, &values[b]);
            values[a] = any_size();
            if (there[b]) values[b] = any_size();
        }
        if (unit_random() % 8) continue;
        sizes_settle(&s);
        check(agrees(&s, values, there));
    }
    sizes_clear(&s);
    check(!s.bins[TYPE_SET] && !s.open[0].value);
}

static void test_strings(void) {
    sizes s = { .latest = 0 };
    sizes_add(&s, TYPE_STRING, 0);
    sizes_add(&s, TYPE_STRING, 5);
    sizes_move(&s, TYPE_STRING, 5, 7);
    check(s.bins[TYPE_STRING][3] == 1);
    sizes_move(&s, TYPE_STRING, 7, 8);
    check(s.bins[TYPE_STRING][3] == 0 && s.bins[TYPE_STRING][4] == 1);
    sizes_remove(&s, TYPE_STRING, 0);
    check(s.bins[TYPE_STRING][0] == 0);
    check(!s.bins[TYPE_LIST]);
    sizes_clear(&s);
}

int main(void) {
    test_bins();
    test_walk();
    test_strings();
    return unit_result();
}
