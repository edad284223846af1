/* tracking.h -- client-side caching: who has read what, and telling them when it changes (behaviour.md section 7).
 *
 * By default the table remembers which clients have read a key; the first change of the key tells them and forgets it. In
 * BCAST mode nothing is remembered: whoever asked for a prefix of the key is told, once a turn of the loop. */
#ifndef SERVER_TRACKING_H
#define SERVER_TRACKING_H
#include "server/call.h"

enum tracking_mode { TRACKING_BCAST = 1, TRACKING_OPTIN = 2, TRACKING_OPTOUT = 4, TRACKING_NOLOOP = 8 };

bool tracking_active(void);                 /* a client tracks, or there is something to forget */
void tracking_remember(const call *c);      /* after a read command: the keys it read, for whoever began it */
void tracking_touch(struct client *writer, slice key);      /* a key was written; writer NULL: expired or evicted */
void tracking_flush(db *d);                 /* everything may have changed; told once a command */
int64_t tracking_redirect(const struct client *k);        /* -1 when not tracking, 0 to itself, else the client id */
void tracking_command_done(const call *c);  /* after a command of a client that tracks: CACHING lasts for one */

void tracking_start(struct client *k, unsigned mode, uint64_t redirect);   /* redirect 0: to itself */
void tracking_add_prefix(struct client *k, slice prefix);                  /* BCAST: "" for every key */
void tracking_stop(struct client *k);
unsigned tracking_mode(const struct client *k);             /* enum tracking_mode; 0 also when it does not track */
bool tracking_caching(const struct client *k);              /* CLIENT CACHING was just said */
void tracking_set_caching(struct client *k);
/* The client's prefixes in order: the one at index, at NULL when there are no more. */
slice tracking_prefix(const struct client *k, int index);
size_t tracking_memory(const struct client *k);
#endif
