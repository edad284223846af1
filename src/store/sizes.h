/* sizes.h -- how many values of each type are how large: what INFO keysizes shows, at hand at any time.
 *
 * Per type a row of bins, made when the first value of that type comes: bin 0 counts what is empty, bin i sizes from
 * 2^(i-1) to 2^i - 1. A size is a string's bytes, a container's elements.
 *
 * Strings tell their old and new size whenever they change. A container changes through a bare pointer in the hands of a
 * command, so it is opened before: from then on it may differ from what was counted, and is measured again when the counts
 * are wanted or another one needs its place. The OPEN_VALUES opened last are always remembered, so a command may change that
 * many at a time. Nothing is remembered of a value that has left. */
#ifndef STORE_SIZES_H
#define STORE_SIZES_H
#include "store/type.h"

enum { SIZE_BINS = 64, OPEN_VALUES = 2 };

typedef struct open_value {
    const type *type;
    const void *value;                      /* NULL: this place is free */
    size_t counted;                         /* the size it is counted with */
} open_value;

typedef struct sizes {
    uint64_t *bins[TYPE_COUNT];             /* NULL while there has been no such value */
    open_value open[OPEN_VALUES];
    int latest;                             /* the place that was used last */
} sizes;

static inline int size_bin(size_t size) { return size ? 64 - __builtin_clzll(size) : 0; }

void   sizes_add(sizes *s, enum type_id id, size_t size);
void   sizes_remove(sizes *s, enum type_id id, size_t size);
/* A value that is counted has another size now. */
static inline void sizes_move(sizes *s, enum type_id id, size_t from, size_t to) {
    int old = size_bin(from), fresh = size_bin(to);
    if (old == fresh) return;
    s->bins[id][old]--;
    s->bins[id][fresh]++;
}
/* A counted container is about to change in place. */
void   sizes_open(sizes *s, const type *t, const void *value);
/* A container leaves, with whatever size it is counted. */
void   sizes_take(sizes *s, const type *t, const void *value);
/* Measures what is open, and remembers none of it: for those who read the bins, and before values move in memory. */
void   sizes_settle(sizes *s);
/* Forgets everything: the values are gone. */
void   sizes_clear(sizes *s);
#endif
