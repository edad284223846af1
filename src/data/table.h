/* table.h -- the hash table: keyspaces, sets, hashes, the members of sorted sets.
 *
 * Items are pointers the caller owns; a table_kind says where an item keeps its key. Layout:
 *
 *     directory (by the top bits of the hash) -> segments -> buckets of 64 bytes: 7 tags, 1 overflow count, 7 pointers
 *
 * A segment holds a contiguous range of hashes and 1 to 128 buckets; the bucket is chosen by multiplying, so buckets
 * stand in hash order for any number of them. A full segment is rebuilt a step larger (about 1.27 times) and splits
 * in two at 128 buckets: growth costs one segment, never the table. An item whose bucket is full stands in a
 * following one of the same segment; the overflow count of each bucket passed by tells a search when to go on.
 *
 * Invariants: 1. every item is found from its home bucket by following non-zero overflow counts; 2. buckets are in
 * hash order, so a scan cursor is a position in hash order and survives any growth or shrinking; 3. an empty table
 * owns no segment. An item pointer is never NULL. Any insertion or removal may move slots (the `void **` returned),
 * not items. */
#ifndef DATA_TABLE_H
#define DATA_TABLE_H
#include "base/hash.h"
#include "base/slice.h"

typedef struct table table;
typedef struct table_kind {
    slice (*key)(const void *item);
    unsigned span;              /* how far into an item prefetching reaches: what is behind may be on another cache line */
} table_kind;

table *table_new(const table_kind *kind);
/* Frees the table itself; items are the caller's, each handed to `each` if that is not NULL. */
void   table_free(table *t, void (*each)(void *item, void *context), void *context);
/* Hands over about `most` items of a table that is dying, those of a bucket together, and gives segments back as they empty. It
 * has then no more to offer than its count, more of this, and table_free. Returns how many items it handed over. */
size_t table_drain(table *t, size_t most, void (*each)(void *item, void *context), void *context);
size_t table_count(const table *t);
size_t table_footprint(const table *t);             /* bytes of directory, segments and the table itself */
size_t table_slots(const table *t);                 /* how many items would fit now: INFO, HTSTATS */

/* `hash` is hash_of(key) in all of these: computed once by the caller, who may need it to prefetch. */
void  *table_find(const table *t, uint64_t hash, slice key);
/* Where the item stands: to replace it by one of equal key. */
void **table_find_slot(const table *t, uint64_t hash, slice key);
/* The slot of key: *found tells whether it already holds an item; otherwise the caller must store one at once. */
void **table_insert(table *t, uint64_t hash, slice key, bool *found);
/* Takes the item out and returns it, NULL when there is none. May give a segment back. */
void  *table_remove(table *t, uint64_t hash, slice key);
/* Makes room for so many items (at most 4 million of them, in a table still empty) when a file states its size. */
void   table_reserve(table *t, size_t count);

void   table_prefetch_bucket(const table *t, uint64_t hash);
/* With the bucket in cache: fetches the items whose tag fits. */
void   table_prefetch_items(const table *t, uint64_t hash);

/* Calls each() for the items of at least one bucket from cursor on and returns the next cursor, 0 at the end. Every
 * item present from the first call (cursor 0) to the last is handed out at least once, whatever happens in between.
 * Cursors have at most 48 bits. each() must not insert or remove. */
typedef void table_each(void *item, void *context);
uint64_t table_scan(const table *t, uint64_t cursor, table_each *each, void *context);
/* The same over slots, for defragmentation: each() may replace *slot by a moved copy. */
uint64_t table_scan_slots(table *t, uint64_t cursor, void (*each)(void **slot, void *context), void *context);

/* All items, in hash order; the table must not change meanwhile. for (table_walk w = {t}; (item = table_next(&w)); ) */
typedef struct table_walk { const table *table; size_t segment; uint32_t bucket, slot; } table_walk;
void  *table_next(table_walk *w);

/* A uniformly random item; NULL only when the table is empty. */
void  *table_random(const table *t);
/* Up to count items from random places, distinct, not quite uniform: what eviction samples. */
size_t table_sample(const table *t, void **out, size_t count);

/* Text of DEBUG HTSTATS for this table is built from these. */
typedef struct table_stats { size_t segments, buckets, items, displaced, longest_probe, directory; } table_stats;
void   table_stats_get(const table *t, table_stats *out);
/* Moves the table's own blocks out of sparse slabs; *cursor runs from 0 back to 0 over its segments. */
void   table_defragment(table **t, uint64_t *cursor);
#endif
