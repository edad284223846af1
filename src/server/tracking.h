/* tracking.h -- client-side caching (behaviour.md section 7). */
#ifndef SERVER_TRACKING_H
#define SERVER_TRACKING_H
#include "server/call.h"

bool tracking_active(void);                 /* any client tracks at all */
void tracking_remember(const call *c);      /* after a read command: the keys it read, for its client */
void tracking_touch(struct client *writer, slice key);      /* a key was written; writer NULL: expired or evicted */
void tracking_flush(db *d);                 /* everything may have changed */
int64_t tracking_redirect(const struct client *k);        /* -1 when not tracking, 0 to itself, else the client id */
#endif
