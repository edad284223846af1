/* stream_group.h -- consumer groups: who has been given which entry of a stream and has not acknowledged it yet.
 *
 * Lifetimes: a stream owns its groups, a group its pending entries and its consumers (see stream.h). */
#ifndef STORE_STREAM_GROUP_H
#define STORE_STREAM_GROUP_H
#include "store/stream.h"

typedef struct pending {
    stream_id id;
    int64_t time, count;                    /* last delivery in unix ms (0: released by XNACK), deliveries */
    struct consumer *owner;                 /* NULL: released */
    struct pending *older, *newer;
} pending;

typedef struct consumer {
    bytes *name;
    int64_t seen, active;                   /* unix ms; active -1 before it ever got an entry */
    rax *pel;
} consumer;

typedef struct group {
    bytes *name;
    stream_id last;                         /* delivered */
    int64_t read;                           /* entries read, -1 when unknown */
    rax *pel, *consumers;
    pending *oldest, *newest, *released;    /* `released`: the last that XNACK released */
    size_t released_count;
} group;

group    *stream_group(const stream *s, slice name);                /* NULL when there is none */
group    *stream_group_add(stream *s, slice name, stream_id last, int64_t read);   /* NULL when it exists */
bool      stream_group_remove(stream *s, slice name);
size_t    stream_group_count(const stream *s);
void      group_free(group *g);

consumer *group_consumer(const group *g, slice name);
consumer *group_consumer_add(group *g, slice name, int64_t now);   /* not there yet */
/* With its pending entries; returns how many it had. */
size_t    group_consumer_remove(group *g, consumer *k);

pending  *group_pending(const group *g, stream_id id);
/* A new pending entry; NULL when there is one already. */
pending  *group_give(group *g, stream_id id, consumer *owner, int64_t time, int64_t count);
/* Passes it on: to another owner (or none), with another time. */
void      group_regive(group *g, pending *p, consumer *owner, int64_t time);
/* Without owner, at the end of the released ones. */
void      group_release(group *g, pending *p);
void      group_acknowledge(group *g, pending *p);
/* For loading: an entry without place in the order, and an owner for it (false when it has that one already);
 * group_settle then puts all in order. */
bool      group_load(group *g, stream_id id, int64_t time, int64_t count);
bool      group_load_owner(pending *p, consumer *owner);
void      group_settle(group *g);

/* Says that the group has read up to id, keeping count where that is possible (behaviour.md section 28). */
void      group_advance(const stream *s, group *g, stream_id id);
/* Entries the group has yet to read; false when that cannot be told. Below 0 when ENTRIESREAD said too much. */
bool      group_lag(const stream *s, const group *g, int64_t *lag);
/* How many entries had been added up to id, -1 when that cannot be told. */
int64_t   stream_estimate_read(const stream *s, stream_id id);
/* True when some group has the entry pending or has not read it yet. */
bool      stream_referenced(const stream *s, stream_id id);
/* Takes the ID out of every group's pending entries; true when one had it. */
bool      stream_unreference(stream *s, stream_id id);
/* Pending entries in order of ID. */
typedef struct pending_walk { rax_walk walk; const rax *pel; stream_id end; } pending_walk;
void      pending_walk_start(pending_walk *w, const rax *pel, stream_id start, stream_id end);
pending  *pending_next(pending_walk *w);                            /* NULL at the end */
void      pending_walk_stop(pending_walk *w);
/* Each group in order of name; the function may do anything but add groups or consumers. */
void      stream_each_group(const stream *s, void (*each)(group *g, void *context), void *context);
void      group_each_consumer(const group *g, void (*each)(consumer *k, void *context), void *context);
size_t    stream_groups_bytes(const stream *s);
#endif
