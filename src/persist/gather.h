/* gather.h -- before the log is synced: is it worth waiting for more writes?
 *
 * While the disk syncs for some clients the others send their next requests, and so, left alone, the clients fall into two
 * groups, each of which waits for the other's sync as well as its own: twice the syncs that there need be. Whoever was
 * answered a moment ago will probably be back in a moment. A sync and the wait before it, divided by those it answers, is
 * what one answer costs now: the next one is waited for half as long, for it may not come. Nobody waits
 *   - when everybody who was answered last is back: a client alone never does;
 *   - when the last answers left longer ago than a sync takes: clients that think cost nothing;
 *   - on a disk so fast that being woken for each request costs more than a sync;
 *   - for a while after waiting in vain, each time for longer. */
#ifndef PERSIST_GATHER_H
#define PERSIST_GATHER_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct gather {
    int64_t sync_us;                        /* what a sync takes: a moving average; 0 before the first */
    int64_t synced_us;                      /* when the latest ended */
    size_t seen;                            /* how many waited when somebody came last, and when that was */
    int64_t seen_us;
    bool waited;                            /* for the sync to come */
    unsigned vain, pause;                   /* waits in vain, one after the other; syncs before the next is tried */
} gather;

/* Waiting: clients whose answers the sync will let go; answered: those that the turn before let go; returned: of these, how
 * many wait again. How long to wait for the next one, in microseconds; 0 when it is time to sync. */
int64_t gather_wait(gather *g, size_t waiting, size_t answered, size_t returned, int64_t now_us);
/* A sync has been done, with so many of those who were answered before among the waiting. */
void    gather_synced(gather *g, size_t returned, int64_t begun_us, int64_t ended_us);
#endif
