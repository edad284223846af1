/* lookahead.h -- requests run in batches, so that cache misses overlap.
 *
 * A batch takes complete requests from every client that has some; their commands are found and the table buckets, then the
 * entries, of their first keys are prefetched; then they run, each client's in its order (DESIGN section 4). A request that
 * can no longer run in its turn -- the client blocked, paused, closed -- is left in the buffer and parsed again later. */
#ifndef SERVER_LOOKAHEAD_H
#define SERVER_LOOKAHEAD_H
#include "server/client.h"

void lookahead_add(client *k);              /* the client may have complete requests */
void lookahead_forget(client *k);
void lookahead_run(void);                   /* until no client has a complete request, or its time is up */
bool lookahead_waiting(void);               /* some are left for the next turn */
#endif
