/* propagate.h -- every write reaches the log and the replicas, in order, exactly once.
 *
 * By default a call that changed something is written down as it was received. A handler may say otherwise; the forms are
 * listed in persistence.md section 9. More than one effect of one outermost call is wrapped in MULTI ... EXEC. Features with
 * a .feed receive the effects when the outermost call ends. */
#ifndef SERVER_PROPAGATE_H
#define SERVER_PROPAGATE_H
#include "server/call.h"

/* Instead of the command as received. May be said several times: all are written, in order. */
void propagate_as(call *c, int argc, const slice *argv);
/* The same from literal text pieces and slices: propagate_words(c, 3, SLICE("DEL"), key, ...). */
void propagate_words(call *c, int argc, ...);           /* the rest: slice */
/* In addition to the command as received (before it: lazily expired keys; after: what it triggered). */
void propagate_also(call *c, int number, int argc, const slice *argv);
void propagate_nothing(call *c);
/* As received, but to the replicas alone: PUBLISH. */
void propagate_to_replicas(call *c);
/* The handler has changed data without touching a key (FLUSHALL of an empty db, PUBLISH): write it down anyway. */
void propagate_force(call *c);
/* Effects noted from now on go only there (redis.set_repl); both is the rule. */
void propagate_limit(bool log, bool replicas);
/* While held, calls that others make in between (a busy script serves the loop) leave what is noted alone. */
void propagate_hold(bool on);
/* Called by execute: notes the effect of one finished call; at the end of the outermost, hands everything to .feed. */
void propagate_call(call *c);
void propagate_flush(void);
bool propagate_pending(void);
/* The outermost call was cut short by the end of the server: it leaves nothing behind. */
void propagate_forget(void);
/* A feature begins (or stops) wanting effects; while nobody does, none are noted. */
void propagate_listen(bool on);
/* How many effects have been handed out; a client remembers the number of its latest. */
uint64_t propagate_fed(void);
bool propagate_heard(void);                             /* does anybody? Else a handler need not word its effects */
#endif
