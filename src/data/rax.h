/* rax.h -- an ordered map from byte strings to pointers: a radix tree that skips chains (adaptive nodes of 4, 16, 48
 * and 256 children with compressed prefixes). Stream entries and consumer groups, patterns, the tracking table. */
#ifndef DATA_RAX_H
#define DATA_RAX_H
#include "base/slice.h"

typedef struct rax rax;
rax    *rax_new(void);
void    rax_free(rax *r, void (*each)(void *value, void *context), void *context);
size_t  rax_count(const rax *r);
size_t  rax_footprint(const rax *r);
/* Stores value under key; the value that was there before in *old (if not NULL). True when the key is new. */
bool    rax_set(rax *r, slice key, void *value, void **old);
/* True when there is such a key; its value (which may be NULL) in *value. */
bool    rax_get(const rax *r, slice key, void **value);
bool    rax_remove(rax *r, slice key, void **old);

/* A walk in key order. It may be kept across changes: rax_next then continues after the last key seen. */
typedef struct rax_walk { const rax *rax; bytes *key; void *value; uint64_t version; void *stack; } rax_walk;
void    rax_walk_start(rax_walk *w, const rax *r);
void    rax_walk_stop(rax_walk *w);
/* Positions so that the following rax_next gives the first key >= (or > when above) the given one. */
void    rax_seek(rax_walk *w, slice key, bool above);
/* Positions so that the following rax_previous gives the last key <= (or < when below). */
void    rax_seek_back(rax_walk *w, slice key, bool below);
void    rax_seek_end(rax_walk *w);                  /* the following rax_previous gives the last key */
bool    rax_next(rax_walk *w);                      /* key in w->key, value in w->value; false at the end */
bool    rax_previous(rax_walk *w);
#endif
