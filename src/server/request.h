/* request.h -- RESP requests: slices into the client's query buffer, nothing copied (behaviour.md section 1).
 *
 * A request that has not arrived in full leaves its progress in client->partial, so that a large one is not read twice.
 * An argument of REQUEST_BIG bytes that has not arrived in full gets a buffer of exactly its size, which the socket is read
 * straight into: it is never copied, and a command that stores it may take it (request_take). Such a request begins where
 * client->parsed is, and keeps client->partial until it has run (request_done).
 * Malformed input sets client->malformed to the protocol's error text; nothing further is parsed. */
#ifndef SERVER_REQUEST_H
#define SERVER_REQUEST_H
#include "server/client.h"

enum parsed { PARSED, PARTIAL, MALFORMED };
enum { REQUEST_BIG = 32 * 1024 };

/* Where the slices of parsed requests are kept while a batch lasts, and the unquoted text of inline requests: the query buffer
 * itself never changes, for a request that cannot run yet is parsed again. */
typedef struct argv_arena {
    slice *at;
    size_t used, cap;
    bytes **kept;
    size_t kept_count, kept_cap;
} argv_arena;
void request_arena_reset(argv_arena *a);
void request_arena_free(argv_arena *a);

/* Parses the next request at k->looked and moves that on; *argc may be 0 (an empty line: nothing to run). argv stands in the
 * arena as an index so that the arena may grow. */
enum parsed request_parse(client *k, argv_arena *arena, int *argc, size_t *argv);
void request_forget(client *k);             /* drops client->partial */
void request_forget_ahead(client *k);       /* drops it unless it belongs to a whole request: that one is found again */
void request_done(client *k);               /* the request at client->parsed has run */
/* Where the big argument that is arriving goes on, and how much of it is missing; NULL when none is. */
char  *request_room(client *k, size_t *missing);
void   request_arrived(client *k, size_t len);          /* so many bytes were put there */
/* The argument as the caller's own, when it has a buffer of its own and belongs to a command of one key; else NULL. The
 * slice stays valid as long as the caller keeps the bytes. */
bytes *request_take(const call *c, slice argument);
/* How many bytes it makes sense to have room for: the argument that is arriving, else a page. */
size_t request_wanted(const client *k);
/* proto-max-bulk-len: the longest string a call may build. What the log and a master say is done whatever its size. */
size_t request_longest(const call *c);
size_t request_memory(const client *k);     /* of big arguments */
size_t request_unread(const client *k);     /* bytes that belong to no argument yet: CLIENT LIST's qbuf */
size_t request_arriving(const client *k);   /* of the one that is arriving */

#endif
