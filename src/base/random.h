/* random.h -- one fast generator (xoshiro256**), seeded once from os_entropy by main, or by the simulator's seed. */
#ifndef BASE_RANDOM_H
#define BASE_RANDOM_H
#include <stddef.h>
#include <stdint.h>

void     random_seed(const uint64_t seed[4]);
uint64_t random_next(void);
uint64_t random_below(uint64_t n);                  /* uniform in [0, n); n > 0 */
double   random_unit(void);                         /* uniform in [0, 1) */
void     random_hex(char *out, size_t len);         /* run ids, replication ids, GENPASS */
#endif
