/* sort.h -- introsort over any array, with a context; never quadratic, not stable. For numbers, a radix sort. */
#ifndef BASE_SORT_H
#define BASE_SORT_H
#include <stddef.h>
#include <stdint.h>
typedef int sort_compare(const void *a, const void *b, void *context);
void sort(void *base, size_t count, size_t width, sort_compare *compare, void *context);
/* The same, but only [from, to] (inclusive) is promised to hold what a full sort would put there. */
void sort_range(void *base, size_t count, size_t width, sort_compare *compare, void *context, size_t from, size_t to);
/* By ascending key, quicker than comparing; those with equal keys in the order that compare (given two sort_keyed) says. `room`
 * holds as many; the result is in the array returned, one of the two. */
typedef struct sort_keyed { uint64_t key; void *item; } sort_keyed;
sort_keyed *sort_by_key(sort_keyed *all, sort_keyed *room, size_t count, sort_compare *compare_equals, void *context);
#endif
