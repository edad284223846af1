/* shortest.h -- the fewest decimal digits that read back as the same double. */
#ifndef BASE_SHORTEST_H
#define BASE_SHORTEST_H
#include <stdint.h>

/* d is finite and positive. The answer is the returned integer, which has no trailing zeros and at most 17 digits,
 * times 10^*scale: of all decimals that strtod rounds to d one with the fewest digits, of those the closest to d. */
uint64_t shortest_decimal(double d, int *scale);
#endif
