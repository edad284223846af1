/* histogram.h -- how long things took: counters from 1 ns to 1 s, true to two digits, in bounded memory.
 *
 * Cells are 1 ns wide up to 256 ns, then each doubling of the time has 128 cells. The counters of a doubling are
 * allocated when the first time falls there; recording is a shift and an increment. The numbers are those
 * LATENCY HISTOGRAM and INFO latencystats show (behaviour.md sections 16 and 19). */
#ifndef DATA_HISTOGRAM_H
#define DATA_HISTOGRAM_H
#include "base/slice.h"

enum { HISTOGRAM_GROUPS = 24, HISTOGRAM_CELLS = 128 };
typedef struct histogram {
    uint64_t total;
    uint64_t *groups[HISTOGRAM_GROUPS];     /* HISTOGRAM_CELLS counters each, or NULL */
} histogram;

histogram *histogram_new(void);
void     histogram_free(histogram *h);
size_t   histogram_footprint(const histogram *h);
void     histogram_reset(histogram *h);
void     histogram_record(histogram *h, uint64_t ns);               /* out of range counts as the nearest end */
uint64_t histogram_total(const histogram *h);
/* The time in ns (top of its cell) that so many percent did not exceed; 0 when nothing was recorded. */
uint64_t histogram_percentile(const histogram *h, double percent);

/* The lines of LATENCY HISTOGRAM: for (histogram_bounds b = {0}; histogram_next_bound(h, &b); ) use b.us and b.count.
 * Bounds are powers of two of 1024 ns; one at which the count has not grown since the one before is left out. */
typedef struct histogram_bounds { uint64_t us, count; unsigned step, cell; } histogram_bounds;
bool     histogram_next_bound(const histogram *h, histogram_bounds *b);
#endif
