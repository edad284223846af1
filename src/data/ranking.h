/* ranking.h -- the heaviest of very many names, in little room: a Space-Saving sketch.
 *
 * So many names are held, each with the weight added to it. A name that is not among them while all places are taken
 * takes the place of the lightest and goes on from its weight, which may be too much by `error`. Invariants: the weights
 * held add up to the total that was added; a name's true weight lies between weight - error and weight; whatever weighs
 * more than total / capacity is held. A search looks at every place, so capacities are for hundreds, not thousands. */
#ifndef DATA_RANKING_H
#define DATA_RANKING_H
#include "base/slice.h"

typedef struct ranked {
    uint64_t hash;                          /* hash_of(name) */
    uint64_t weight, error;
    int db;                                 /* names of different dbs are different */
    bytes *name;
} ranked;

typedef struct ranking {
    size_t count, capacity, name_bytes;
    uint64_t total;
    ranked at[];
} ranking;

ranking *ranking_new(size_t capacity);
void     ranking_free(ranking *r);                      /* NULL is fine */
void     ranking_clear(ranking *r);
void     ranking_add(ranking *r, int db, slice name, uint64_t hash, uint64_t weight);
void     ranking_merge(ranking *to, const ranking *from);
/* Puts the heaviest first. */
void     ranking_sort(ranking *r);
size_t   ranking_footprint(const ranking *r);
#endif
