/* execute.h -- the one place where commands run: find, refuse, queue or run, propagate, account. */
#ifndef SERVER_EXECUTE_H
#define SERVER_EXECUTE_H
#include "server/call.h"

/* Runs a request of a client, replying to it. c->command may have been found already (lookahead). */
void execute(call *c);
/* Runs a command inside another call (EXEC, a script): no refusals but those of the state of the server and of ACL that
 * the caller has asked for with execute_refusal(); owes one reply. */
void execute_inner(call *c);
/* Runs a blocked client's command again: it counts as the same call. */
void execute_again(call *c);
void execute_gave_up(const call *c);         /* one that waited was answered without being run again */
/* Why the call cannot run now, as an error text without dash (valid until the next call); NULL when it can. */
const char *execute_refusal(call *c);
/* True when nothing can be said against the call, whatever it writes: a cheap answer to most questions of the above. */
bool execute_carefree(const call *c);
const char *execute_unknown(const call *c, const struct command_info *container);
/* The command's flags, or those that this call of it has: of a script that states its own, of what EXEC will run. */
unsigned execute_flags(const call *c);
call *execute_running(void);                /* the innermost call, NULL between calls */
uint64_t execute_count(void);               /* INFO total_commands_processed */

/* -- the state of the server, told by the features that know ---------------------------------------- */
void execute_set_loading(bool on);
bool execute_loading(void);
/* The disk does not take our writes: the text after "MISCONF ", NULL when all is well. */
void execute_set_misconf(const char *why);
/* A script or function runs for too long: the whole error text, NULL when it has ended. */
void execute_set_busy(const char *why);
const char *execute_busy(void);             /* the text that others are told, NULL when nothing takes long */
/* Asked before commands when memory has a limit: true while over it after trying to make room. */
void execute_set_memory_guard(bool (*over_limit)(void));
/* Asked before writes: the error of too few replicas, a read-only replica, stale data ...; NULL lets it pass. */
void execute_set_replica_guard(const char *(*guard)(const call *c));
/* Asked for commands that need leave (DEBUG, MODULE): why not, or NULL. */
void execute_set_protected_guard(const char *(*guard)(const call *c));
/* Called when clients are over their memory limit (maxmemory-clients). */
void execute_set_client_guard(void (*guard)(void));
/* CLIENT PAUSE: commands that match wait until unix ms. */
void execute_pause(bool all, int64_t until_ms);
void execute_unpause(void);
bool execute_paused(void);                  /* also: nothing expires, nothing is evicted */
/* Called for every command before it runs; NULL when nobody cares. */
void execute_on_start(void (*watch)(const call *c));
/* Whoever looks at calls that have ended: at all of them, at those that took so long, at those whose request or reply is so
 * large. What it does not ask for costs nothing: execute() compares with the least of all bounds. Bytes are
 * compared generously, so a watch checks again. */
typedef struct execute_watch {
    void (*ended)(const call *c, int64_t usec);
    int64_t usec;                           /* so long or longer; EXECUTE_NEVER */
    uint64_t bytes;                         /* so many or more; EXECUTE_NEVER */
    bool all;
} execute_watch;
#define EXECUTE_NEVER INT64_MAX
void execute_on_end(execute_watch *w);      /* it stays and may be changed, followed by */
void execute_bounds_changed(void);
void execute_on_sample(void (*sample)(const call *c));  /* now and then a call that has ended: there is one sampler, */
void execute_sample_after(int64_t calls);   /* which says each time how many calls are to pass before the next */
#endif
