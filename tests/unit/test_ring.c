/* test_ring.c -- rings against an array of everything that was ever pushed. */
#include "unit.h"

#include "base/memory.h"
#include "data/ring.h"

static int items[20000], dropped;
static void drop(void *item) { dropped += *(int *)item; }

int main(void) {
    size_t used = memory_used(), kept = 0, cap = 5;
    int pushed = 0, gone = 0;
    ring *r = ring_new(cap);
    check(!ring_at(r, 0));
    for (int i = 0; i < 20000; i++) items[i] = i;
    for (int i = 0; i < 30000 && pushed < 20000; i++) {
        uint64_t dice = unit_random() % 400;
        if (dice == 0) {
            ring_clear(r, drop);
            for (; kept; kept--) gone += pushed - (int)kept;
        } else if (dice < 5) {
            cap = unit_random() % 50;
            ring_set_cap(r, cap, drop);
            for (; kept > cap; kept--) gone += pushed - (int)kept;
        } else {
            void *out = ring_push(r, &items[pushed++]);
            void *expected = kept < cap ? NULL : &items[pushed - 1 - (int)cap];
            check(out == expected);
            kept += kept < cap;
        }
        check(ring_count(r) == kept && ring_cap(r) == cap && !ring_at(r, kept) && dropped == gone);
        for (size_t age = 0; age < kept; age++) check(ring_at(r, age) == &items[pushed - 1 - (int)age]);
    }
    ring_free(r, NULL);
    check(memory_used() == used);
    return unit_result();
}
