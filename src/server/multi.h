/* multi.h -- transactions and WATCH (behaviour.md section 9). */
#ifndef SERVER_MULTI_H
#define SERVER_MULTI_H
#include "server/call.h"

void   multi_queue(call *c);                /* keeps a copy of the request; replies QUEUED */
void   multi_spoil(struct client *k);       /* a command was refused while queueing: EXEC will abort */
void   multi_discard(struct client *k);     /* drops queue and watches */
void   watch_touch(db *d, uint64_t hash, slice key);        /* a watched key was written; only called when d->watched */
void   watch_db_changed(db *d, db *with);   /* flushed, or (with) swapped */
int    multi_queued(const struct client *k);        /* -1 when not in MULTI */
size_t multi_memory(const struct client *k);
int    watch_count(const struct client *k);
size_t watch_memory(const struct client *k);
#endif
