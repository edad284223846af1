/* test_reclaim.c -- what is dying dies, in steps however small, each of which does some of it. */
#include "base/memory.h"
#include "base/number.h"
#include "store/entry.h"
#include "store/reclaim.h"
#include "unit.h"

static table *filled(int count) {
    table *t = table_new(&entry_table_kind);
    for (int i = 0; i < count; i++) {
        char text[NUMBER_INT_TEXT];
        slice key = slice_make(text, (size_t)number_print_int(text, i));
        bool found;
        *table_insert(t, hash_of(key), key, &found) = entry_new(key, TYPE_STRING, ENCODING_INT, -1, ENTRY_WORD);
    }
    return t;
}

static void test_table(int count, size_t budget) {
    size_t used = memory_used();
    reclaim_table(filled(count));
    uint64_t queued = reclaim_queued();
    check(reclaim_waits() && !reclaim_reached(queued) && reclaim_pending() == (size_t)count);
    int steps = 1;
    while (reclaim_some(budget) && steps <= count) steps++;
    check(steps <= count / (int)budget + 1);
    check(!reclaim_waits() && reclaim_reached(queued) && reclaim_pending() == 0);
    check(memory_used() == used);
}

int main(void) {
    static const size_t budgets[] = { 1, 7, 32, 64, 512 };
    for (size_t i = 0; i < sizeof budgets / sizeof *budgets; i++) {
        test_table(1000, budgets[i]);
        test_table(100000, budgets[i]);
    }
    return unit_result();
}
