/* sort.h -- introsort over any array, with a context; never quadratic, not stable. */
#ifndef BASE_SORT_H
#define BASE_SORT_H
#include <stddef.h>
typedef int sort_compare(const void *a, const void *b, void *context);
void sort(void *base, size_t count, size_t width, sort_compare *compare, void *context);
/* The same, but only [from, to] (inclusive) is promised to hold what a full sort would put there. */
void sort_range(void *base, size_t count, size_t width, sort_compare *compare, void *context, size_t from, size_t to);
#endif
