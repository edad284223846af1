/* client.h -- who asks: identity, database, protocol, and the two buffers of its connection.
 *
 * A client is created by accepting a connection (client_accept) or without one (client_new(-1): scripts, AOF loading).
 * It is freed only between turns of the loop: client_close marks it, client_close_when_sent lets the pending output leave
 * first. What a feature remembers per client hangs on the pointers at the end and is freed by that feature's own
 * function, which client.c calls; NULL means the client has never used the feature.
 *
 * Input: query holds bytes [parsed, len) still to be parsed. A client without unparsed bytes owns no buffer (it borrows
 * one from a pool while a turn lasts). Output: see reply.h. */
#ifndef SERVER_CLIENT_H
#define SERVER_CLIENT_H
#include "os/os.h"
#include "server/call.h"
#include "server/loop.h"

enum client_flag {
    CLIENT_REPLICA = 1 << 0, CLIENT_MASTER = 1 << 1, CLIENT_MONITOR = 1 << 2, CLIENT_MULTI = 1 << 3, CLIENT_BLOCKED = 1 << 4,
    CLIENT_DIRTY_CAS = 1 << 5, CLIENT_DIRTY_EXEC = 1 << 6, CLIENT_CLOSE_AFTER_REPLY = 1 << 7, CLIENT_CLOSING = 1 << 8,
    CLIENT_UNBLOCKED = 1 << 9, CLIENT_UNIX = 1 << 10, CLIENT_REPLY_OFF = 1 << 11, CLIENT_REPLY_SKIP = 1 << 12,
    CLIENT_REPLY_SKIP_NEXT = 1 << 13, CLIENT_NO_EVICT = 1 << 14, CLIENT_NO_TOUCH = 1 << 15, CLIENT_SCRIPT = 1 << 16,
    CLIENT_LOADING = 1 << 17, CLIENT_DENY_BLOCKING = 1 << 18, CLIENT_PAUSED = 1 << 19, CLIENT_READONLY = 1 << 20,
    CLIENT_ASKING = 1 << 21, CLIENT_TRACKING = 1 << 22, CLIENT_TRACKING_BROKEN = 1 << 23, CLIENT_TRACKING_BCAST = 1 << 24,
    CLIENT_PUBSUB = 1 << 25, CLIENT_PENDING = 1 << 26, CLIENT_AUTHENTICATED = 1 << 27, CLIENT_EXECUTING = 1 << 28,
    CLIENT_DEBUGGING = 1 << 29, CLIENT_DEBUGGING_SYNC = 1 << 30         /* SCRIPT DEBUG: of the next EVAL */
};

/* A run of output; the chunks of a client form a queue. */
typedef struct chunk {
    struct chunk *next;
    uint32_t len, cap;
    char at[];
} chunk;

typedef struct client {
    watcher watch;                          /* first: the loop calls it when the connection is ready */
    uint64_t id;
    unsigned flags;
    int connection;                         /* os id; -1 when it has none */
    int protocol;                           /* 2 or 3 */
    db *db;
    struct acl_user *user;                  /* acl.h */

    char *query;                            /* NULL when nothing is pending */
    size_t query_cap, query_len;
    size_t parsed;                          /* bytes before it have been executed */
    size_t looked;                          /* bytes before it have been parsed in this turn: parsed <= looked <= query_len */
    struct partial *partial;                /* a large request of which a part has arrived: request.h */
    const char *malformed;                  /* why no further request can be read: replied in its turn, then the end */
    size_t query_peak;

    chunk *out_first, *out_last;
    size_t out_total, out_sent;             /* bytes queued in all chunks; bytes of out_first already written */
    int64_t out_soft_since;                 /* unix ms when the soft limit was passed, 0 when below */
    size_t out_peak;
    bytes *aside;                           /* messages that wait for the end of the running call */
    bool writing;                           /* the kernel was full: OS_WRITE is watched */
    bool writable;                          /* and has room again: to be used at the turn's end */

    os_address peer, own;
    bytes *name, *library, *library_version;
    int64_t created, active;                /* unix ms */
    struct command_info *last_command;      /* asked for, whatever became of it; NULL when there is none of that name */
    uint64_t commands, bytes_in, bytes_out;
    size_t argv_bytes;                      /* of the call running */
    uint64_t wrote;                         /* the number of its latest effect (propagate_fed), 0 before the first */

    struct multi *multi;                    /* multi.h */
    struct block *block;                    /* block.h */
    struct subscriptions *subscriptions;    /* pubsub.h */
    struct tracking *tracking;              /* tracking.h */
    struct fieldset *fieldsets;             /* commands/hashes_import.c */
    struct replica *replica;                /* replica/ */
    struct client *previous, *next;         /* all clients, in order of creation */
    struct client *next_ready;              /* those with requests to run this turn */
    struct client *next_pending;            /* those with output to send this turn */
    struct client *next_closing;            /* those to be freed after this turn */
    uint32_t answered;                      /* the latest sending (client_round) that had something for it */
    bool ready;
    bool in_batch;                          /* requests of it have been parsed and wait in the running batch: nothing may move */
} client;

/* Queues the client for sending at the end of this turn. */
void    client_pending(client *k);
/* Queues the client for execution: it may have complete requests in its buffer (after unblocking, a pause, ...). */
void    client_ready(client *k);
client *client_new(int connection);         /* joins the list; user is the default user */
void    client_close(client *k);            /* at the end of this turn, whatever is pending */
void    client_drop(client *k);             /* the same, and its buffers are free at once unless a call of it is running */
void    client_close_when_sent(client *k);  /* input ignored from now on */
void    client_close_now(client *k);        /* frees it: only from the loop, or for a client without connection */
client *client_find(uint64_t id);
client *client_first(void);                 /* walk with ->next */
size_t  client_count(void);                 /* with a connection */
size_t  client_memory(const client *k);     /* tot-mem: buffers, names, queued commands, struct */
/* Unix ms: what was due before then is gone. For those whose word is law (the log being replayed, the primary) nothing is:
 * they say themselves what goes, and until they do it may still be changed or kept. */
static inline int64_t client_horizon(const call *c) {
    return c->client->flags & (CLIENT_MASTER | CLIENT_LOADING) ? 0 : c->now;
}
static inline bool client_gone(const client *k) { return k->flags & CLIENT_CLOSING; }
/* The line of CLIENT LIST, without the line end. */
void    client_describe(const client *k, bytes **out);
bool    client_name_valid(slice name);
const char *client_type_name(const client *k);          /* normal, master, replica, pubsub */
/* Back to the state of a fresh connection: RESET. */
void    client_reset(client *k);
void    client_peer_text(const os_address *a, bytes **out);     /* ip:port, [v6]:port, path:0 */

/* -- for the loop --------------------------------------------------------------- */
void    client_read(client *k);
void    client_send(client *k);
void    client_send_pending(void);          /* once a turn, after settle */
/* Clients with output that waits for the end of this turn; how many the latest sending was for; how many of those wait. */
typedef struct client_round { size_t waiting, answered, returned; } client_round;
client_round client_round_now(void);
void    client_check_output(client *k);     /* ends it when more waits for it than its class may have */
void    client_free_closed(void);
void    client_query_done(client *k);       /* nothing more to run: an empty buffer goes back to the pool */
bool    client_over_output_limit(client *k);        /* client_limits.c: says so in the log */
bool    client_limits_waiting(void);        /* somebody may be above a soft limit; asked once a tick */
void    client_log_query_limit(const client *k);
#endif
