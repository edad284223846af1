/* prefixes.h -- things that begin with a literal, found by a text that begins so: glob patterns, tracking prefixes. Or, as an
 * index of endings, things that end with one.
 *
 * Things are grouped by their literal (its first 63 bytes, or last); a search tries only those lengths that some literal has, so its
 * cost is the number of different lengths and what it finds, however many there are. The owner puts a `prefixed` first into
 * his struct and owns the memory. */
#ifndef DATA_PREFIXES_H
#define DATA_PREFIXES_H
#include "base/slice.h"

typedef struct prefixes prefixes;
typedef struct prefixed {
    struct prefixed *previous, *next;       /* of the same literal */
    struct prefix_group *group;
} prefixed;

enum prefix_side { BEGINNINGS, ENDINGS };
prefixes *prefixes_new(enum prefix_side side);
void prefixes_free(prefixes *p);            /* must be empty */
void prefixes_add(prefixes *p, slice literal, prefixed *item);
void prefixes_remove(prefixes *p, prefixed *item);

/* Walks over the items whose literal, as far as it is kept, begins (ends) the text. Nothing may be added or removed meanwhile. */
typedef struct prefix_walk { const prefixes *all; slice text; uint64_t lengths; prefixed *next; } prefix_walk;
prefix_walk prefixes_walk(const prefixes *p, slice text);
prefixed   *prefixes_next(prefix_walk *w);  /* NULL at the end */
#endif
