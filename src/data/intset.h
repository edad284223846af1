/* intset.h -- a sorted array of integers of 2, 4 or 8 bytes, byte for byte Redis' intset (persistence.md 4.4). */
#ifndef DATA_INTSET_H
#define DATA_INTSET_H
#include "base/slice.h"

typedef struct intset { uint32_t width, count; uint8_t at[]; } intset;

intset *intset_new(void);
intset *intset_copy(const intset *s);
intset *intset_load(slice block);                     /* a copy of a block that intset_validate accepted */
void    intset_free(intset *s);
size_t  intset_bytes(const intset *s);              /* header and numbers: the RDB blob */
size_t  intset_footprint(const intset *s);
int64_t intset_at(const intset *s, uint32_t index);
bool    intset_has(const intset *s, int64_t n);
bool    intset_add(intset **s, int64_t n);          /* false when it was there */
bool    intset_remove(intset **s, int64_t n);
bool    intset_validate(const uint8_t *block, size_t len);          /* sorted, no doubles, exact length, not empty */
intset *intset_defragment(intset *s);               /* its new address when its slab was sparse */
#endif
