/* block.h -- clients that wait: for keys, for replicas, for time. 10,000 of them cost nothing per turn.
 *
 * A blocked call is executed again from scratch when one of its keys becomes ready (a write of the awaited type to it) after
 * the writer's whole command, transaction or script; keys in order of becoming ready, clients of a key first come first
 * served (behaviour.md section 10). */
#ifndef SERVER_BLOCK_H
#define SERVER_BLOCK_H
#include "server/call.h"

enum { BLOCK_GONE_TOO = 1 };                /* wake also when the key is deleted or becomes another type: XREADGROUP */

/* True when this call may wait; otherwise (MULTI, script, loading) the handler must answer as if timed out. */
bool block_allowed(const call *c);
/* Parks the client: the call gives no reply now. deadline in unix ms, 0 for ever. on_timeout is called to reply (a call of the
 * same client and argv) when time is up or CLIENT UNBLOCK says so. */
void block_on_keys(call *c, const slice *keys, int count, const type *t, unsigned how, int64_t deadline, void (*on_timeout)(call *c));
/* After block_on_keys: this argument will read otherwise when the request runs again (`$` of XREAD is resolved now). */
void block_set_argument(call *c, int index, slice text);
/* After block_on_keys: the request runs again at this time (unix ms) at the latest: XREADGROUP CLAIM. */
void block_wake_at(call *c, int64_t when);
/* Parks until ready(c) is true, asked each time block_check_waiters() is called: WAIT, WAITAOF, CLIENT PAUSE. */
void block_until(call *c, bool (*ready)(call *c), int64_t deadline, void (*on_timeout)(call *c));
void block_check_waiters(void);
/* Parks a call that has done its work until ready(token), asked as above; then reply(c) gives its reply. */
void block_reply_when(call *c, bool (*ready)(uint64_t token), uint64_t token, void (*reply)(call *c));
/* From changed(): marks a key ready if someone waits for it. Cheap when nobody does. */
void block_key_ready(db *d, slice key, const type *t);
void block_key_gone(db *d, slice key);
/* Serves ready keys: after the outermost call. */
void block_serve(void);
void block_db_changed(db *d);
bool block_release(struct client *k, bool error);           /* CLIENT UNBLOCK; false when not blocked on something that may be */
void block_forget(struct client *k);                        /* the client goes away or is reset */
int64_t block_next_deadline(void);                          /* unix ms; -1 none */
void block_expire(int64_t now);                             /* those whose time is up */
size_t block_count(void);                                   /* INFO blocked_clients */
#endif
