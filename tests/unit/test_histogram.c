/* test_histogram.c -- percentiles and bounds against the sorted times themselves. */
#include "unit.h"

#include "base/memory.h"
#include "base/sort.h"
#include "data/histogram.h"

enum { TIMES = 5000 };

static int by_size(const void *a, const void *b, void *context) {
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    (void)context;
    return (x > y) - (x < y);
}

/* The largest time that two significant digits (eight bits) do not tell from ns. */
static uint64_t rounded_up(uint64_t ns) {
    uint64_t step = 1;
    while (ns / step >= 256) step *= 2;
    return ns / step * step + step - 1;
}

static void test_percentiles(void) {
    static uint64_t times[TIMES];
    for (int round = 0; round < 40; round++) {
        histogram *h = histogram_new();
        size_t count = 1 + unit_random() % TIMES;
        for (size_t i = 0; i < count; i++) {
            times[i] = unit_random() >> (34 + unit_random() % 24);
            histogram_record(h, times[i]);
            if (times[i] < 1) times[i] = 1;
            if (times[i] > 1000000000) times[i] = 1000000000;
        }
        sort(times, count, sizeof *times, by_size, NULL);
        check(histogram_total(h) == count);
        for (double percent = 0.5; percent <= 100; percent += 0.5) {
            size_t nth = (size_t)(percent / 100 * (double)count + 0.5);
            check(histogram_percentile(h, percent) == rounded_up(times[nth ? nth - 1 : 0]));
        }
        check(histogram_percentile(h, 0) <= times[0]);
        uint64_t total = 0;
        histogram_bounds b = { 0 };
        for (int step = 0; step <= 20; step++) {
            uint64_t top = rounded_up((uint64_t)1024 << step), below = 0;
            while (below < count && times[below] <= top) below++;
            if (below == total) continue;
            total = below;
            if (step == 20) top = 1073741823;
            check(histogram_next_bound(h, &b) && b.us == top / 1000 && b.count == below);
        }
        check(!histogram_next_bound(h, &b) && total == count);
        check(histogram_footprint(h) < 26000);
        histogram_free(h);
    }
}

/* As a real server printed them for DEBUG SLEEP 0, 0.02 and 1.5. */
static void test_known(void) {
    histogram *h = histogram_new();
    check(histogram_percentile(h, 50) == 0);
    histogram_record(h, 118000);
    histogram_record(h, 20130000);
    histogram_record(h, 1500000000);
    check(histogram_percentile(h, 50) == 20185087 && histogram_percentile(h, 99) == 1002438655);
    static const uint64_t us[] = { 132, 33816, 1073741 };
    histogram_bounds b = { 0 };
    for (uint64_t i = 0; i < 3; i++) check(histogram_next_bound(h, &b) && b.us == us[i] && b.count == i + 1);
    check(!histogram_next_bound(h, &b));
    histogram_reset(h);
    check(histogram_total(h) == 0 && histogram_percentile(h, 100) == 0);
    histogram_free(h);
}

int main(void) {
    size_t used = memory_used();
    test_percentiles();
    test_known();
    check(memory_used() == used);
    return unit_result();
}
