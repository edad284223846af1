/* reclaim.h -- big values die in slices. A value whose effort is small is freed at once; a bigger one is queued and
 * reclaim_some() frees about a millisecond's worth each turn of the loop. Used for DEL, UNLINK, FLUSHALL, overwrites alike. Others
 * queue what of theirs has grown big. */
#ifndef STORE_RECLAIM_H
#define STORE_RECLAIM_H
#include "data/order.h"
#include "data/table.h"
#include "store/type.h"

void   reclaim(const type *t, void *value);
/* A whole keyspace table, its entries and values. */
void   reclaim_table(table *t);
void   reclaim_order(order *o);               /* an index; what it points to is another's */
/* Anything else, which counts as so many objects: each step frees about `budget` of its parts and says whether all are gone. */
typedef bool reclaim_step(void *what, size_t budget);
void   reclaim_later(reclaim_step *step, void *what, size_t objects);
/* Frees about `budget` elements; true while there is more to do. */
bool   reclaim_some(size_t budget);
bool   reclaim_waits(void);                 /* something is queued */
/* What has been queued so far has gone once reclaim_reached() of this number. */
uint64_t reclaim_queued(void);
bool   reclaim_reached(uint64_t queued);
size_t reclaim_pending(void);               /* INFO lazyfree_pending_objects */
size_t reclaim_done(void);                  /* INFO lazyfreed_objects */
void   reclaim_done_reset(void);
#endif
