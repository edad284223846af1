/* order.h -- the ordered tree: a B+ tree of (score, item) with counts.
 *
 * One container for sorted sets (score, member) and for everything that is due at a time (milliseconds, entry).
 * Leaves hold up to 62 (score, item) pairs and are linked both ways; inner nodes hold up to 31 children, each with
 * its first pair and the count below it. Nodes are allocated only as large as their contents need, a size class at a
 * time, and appending at an end leaves full nodes behind, so an element costs about 20 bytes (17 when appended).
 *
 * Items of equal score are ordered by the kind's compare(). Items are the caller's. rank, by-rank and by-score are
 * O(log n). An iterator (order_at) is valid until the next change of the tree. */
#ifndef DATA_ORDER_H
#define DATA_ORDER_H
#include "base/slice.h"

typedef struct order order;
typedef struct order_kind {
    int (*compare)(const void *a, const void *b);   /* NULL: by address */
} order_kind;

order *order_new(const order_kind *kind);
void   order_free(order *o);                        /* items stay */
size_t order_count(const order *o);
size_t order_footprint(const order *o);

void   order_insert(order *o, double score, void *item);            /* must not be there yet */
bool   order_remove(order *o, double score, const void *item);      /* false when it is not there */
/* The item moved to another address (same content): keeps the tree pointing at it. The old one may be freed already. */
void   order_replace(order *o, double score, const void *old_item, void *new_item);
/* Removes ranks [from, to] and calls each() for every item removed. */
void   order_remove_ranks(order *o, size_t from, size_t to, void (*each)(void *item, double score, void *context),
                          void *context);

/* A place in the tree; .leaf is NULL past either end. */
typedef struct order_at { void *leaf; uint32_t slot; } order_at;
order_at order_first(const order *o);
order_at order_last(const order *o);
order_at order_at_rank(const order *o, size_t rank);                /* 0-based */
bool     order_next(order_at *at);                                  /* false (and .leaf NULL) past the end */
bool     order_previous(order_at *at);
void    *order_item(const order_at *at);
double   order_score(const order_at *at);
void     order_prefetch(const order_at *at);                        /* the items a walk will want next */

/* Rank of an item that is there; SIZE_MAX when it is not. */
size_t   order_rank(const order *o, double score, const void *item);
/* First place with score >= (or > when `above`) the given one, and its rank; past the end: leaf NULL, rank = count. */
order_at order_seek(const order *o, double score, bool above, size_t *rank);
/* First place where test(item) is true; test must be monotone (false ... false true ... true): ranges by member. */
order_at order_seek_by(const order *o, bool (*test)(const void *item, void *context), void *context, size_t *rank);
/* Frees nodes, one at least, for about the time that freeing `budget` items of a table takes; true when nothing is left and o
 * itself is gone: big sets die in slices. */
bool     order_free_some(order *o, size_t budget);
void     order_defragment(order **o, uint64_t *cursor);
#endif
