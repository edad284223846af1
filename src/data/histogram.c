/* histogram.c -- cells of logarithmic width: half of them new in each doubling. */
#include "data/histogram.h"

#include "base/memory.h"

enum { CELLS = HISTOGRAM_GROUPS * HISTOGRAM_CELLS, GROUP_BYTES = HISTOGRAM_CELLS * sizeof(uint64_t) };
enum { CELL_BITS = 8, FIRST_BOUND_NS = 1024, BOUNDS = 21, NS_PER_US = 1000 };
static const uint64_t least_ns = 1, most_ns = 1000000000;

/* Times below 256 ns have a cell each; later ones share it with those that differ below the highest eight bits. */
static unsigned cell_of(uint64_t ns) {
    unsigned shift = ns >> CELL_BITS ? 64 - CELL_BITS - (unsigned)__builtin_clzll(ns) : 0;
    unsigned cell = shift * HISTOGRAM_CELLS + (unsigned)(ns >> shift);
    return cell < CELLS ? cell : CELLS - 1;
}

static unsigned shift_of(unsigned cell) { return cell < 2 * HISTOGRAM_CELLS ? 0 : cell / HISTOGRAM_CELLS - 1; }
static uint64_t bottom_of(unsigned cell) {
    return (uint64_t)(cell - shift_of(cell) * HISTOGRAM_CELLS) << shift_of(cell);
}
static uint64_t top_of(unsigned cell) { return bottom_of(cell) + ((uint64_t)1 << shift_of(cell)) - 1; }

static uint64_t count_at(const histogram *h, unsigned cell) {
    const uint64_t *group = h->groups[cell / HISTOGRAM_CELLS];
    return group ? group[cell % HISTOGRAM_CELLS] : 0;
}

histogram *histogram_new(void) { return memory_zero(sizeof(histogram)); }

void histogram_reset(histogram *h) {
    for (int i = 0; i < HISTOGRAM_GROUPS; i++) memory_free(h->groups[i], GROUP_BYTES);
    memset(h, 0, sizeof *h);
}

void histogram_free(histogram *h) {
    if (!h) return;
    histogram_reset(h);
    memory_free(h, sizeof *h);
}

size_t histogram_footprint(const histogram *h) {
    size_t size = memory_good_size(sizeof *h);
    for (int i = 0; i < HISTOGRAM_GROUPS; i++) size += h->groups[i] ? memory_good_size(GROUP_BYTES) : 0;
    return size;
}

void histogram_record(histogram *h, uint64_t ns) {
    unsigned cell = cell_of(ns < least_ns ? least_ns : ns > most_ns ? most_ns : ns);
    uint64_t **group = &h->groups[cell / HISTOGRAM_CELLS];
    if (!*group) *group = memory_zero(GROUP_BYTES);
    (*group)[cell % HISTOGRAM_CELLS]++;
    h->total++;
}

uint64_t histogram_total(const histogram *h) { return h->total; }

uint64_t histogram_percentile(const histogram *h, double percent) {
    if (!h->total) return 0;
    uint64_t wanted = (uint64_t)((percent < 100 ? percent : 100) / 100 * (double)h->total + 0.5), seen = 0;
    unsigned cell = 0;
    for (; cell < CELLS - 1; cell++) {
        if (!h->groups[cell / HISTOGRAM_CELLS]) {
            cell |= HISTOGRAM_CELLS - 1;
            continue;
        }
        seen += count_at(h, cell);
        if (seen && seen >= wanted) break;
    }
    return percent > 0 ? top_of(cell) : bottom_of(cell);
}

bool histogram_next_bound(const histogram *h, histogram_bounds *b) {
    uint64_t before = b->count;
    while (b->step < BOUNDS && b->count == before) {
        unsigned last = cell_of((uint64_t)FIRST_BOUND_NS << b->step++);
        for (; b->cell <= last; b->cell++) b->count += count_at(h, b->cell);
        b->us = top_of(last) / NS_PER_US;
    }
    return b->count > before;
}
