/* ring.h -- the latest so many of something: SLOWLOG, latency samples. Items are the caller's pointers. */
#ifndef DATA_RING_H
#define DATA_RING_H
#include "base/slice.h"

typedef struct ring ring;
typedef void ring_each(void *item);

ring  *ring_new(size_t cap);                        /* memory grows with use up to cap items */
void   ring_free(ring *r, ring_each *each);         /* each may be NULL */
size_t ring_count(const ring *r);
size_t ring_cap(const ring *r);
size_t ring_footprint(const ring *r);
/* Adds the newest item; returns the oldest, pushed out (the item itself when cap is 0), NULL when there was room. */
void  *ring_push(ring *r, void *item);
void  *ring_at(const ring *r, size_t age);          /* 0 is the newest; NULL when there are not so many */
void   ring_clear(ring *r, ring_each *each);
/* Another capacity; the oldest items that no longer fit go through each. */
void   ring_set_cap(ring *r, size_t cap, ring_each *each);
#endif
