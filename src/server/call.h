/* call.h -- one execution of one command, and what it leaves behind.
 *
 * Call, client and connection are three things: a call is one execution; a client is who asks (client.h); a connection is
 * something a client may lack (AOF loading, scripts, the replication stream). A call lives on the stack of whoever runs
 * it; its argv points into the client's query buffer (or a queued copy), which does not move until the call is over. */
#ifndef SERVER_CALL_H
#define SERVER_CALL_H
#include "base/assert.h"
#include "base/slice.h"
#include "store/db.h"

struct client;
struct command_info;

typedef struct call {
    struct client *client;                  /* who asked; its user, database and protocol */
    struct command_info *command;
    int argc;
    slice *argv;
    uint64_t hash;                          /* of hash_key, computed when the request was looked ahead; see keyspace_hash() */
    const char *hash_key;                   /* the argument's address that hash belongs to, NULL when none */
    int64_t now;                            /* unix ms, the same instant for the whole call and what it calls */
    int64_t started_us;                     /* os_mono_us when it began */
    long changes;                           /* keys written so far; 0 means nothing to propagate */
    unsigned propagation;                   /* PROPAGATE_*: how the effect is written down */
    bool blocked;                           /* the call will be answered later: block.h */
    bool failed;                            /* an error was replied */
    bool aside;                             /* a message for a client in the middle of its own call: it follows that reply */
    bool again;                             /* it has waited and is run once more */
    long owed;                              /* replies still due; asserted 0 at the end */
    size_t output_from;                     /* bytes the client had queued when the call began: its reply follows */
    struct call *outer;                     /* EXEC or the script that runs this call, NULL for a client's own */
    entry *opened;                          /* the entry keyspace_* last gave, while it is still there */
    const char *opened_key;
    bool created;                           /* and whether that key is new: the `new` event is due */
} call;

/* Begin with a copy of this where it must be quick: an initializer of that size would be `rep stos`, which takes longer to begin
 * than the whole copy. */
extern const call call_blank;

enum { PROPAGATE_AS_RECEIVED = 0, PROPAGATE_REWRITTEN = 1, PROPAGATE_NOTHING = 2, PROPAGATE_TO_REPLICAS = 3 };

/* One write, as the AOF and the replicas must be told. */
typedef struct effect {
    int db;
    int argc;
    const slice *argv;
    int64_t now;                            /* unix ms */
    bool replicas_only;                     /* PUBLISH: nothing a log needs */
    bool log_only;                          /* a script said so */
} effect;
#endif
