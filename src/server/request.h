/* request.h -- RESP requests: slices into the client's query buffer, nothing copied (behaviour.md section 1).
 *
 * A request that has not arrived in full leaves its progress in client->partial, so that a large one is not read twice.
 * Malformed input sets client->malformed to the protocol's error text; nothing further is parsed. */
#ifndef SERVER_REQUEST_H
#define SERVER_REQUEST_H
#include "server/client.h"

enum parsed { PARSED, PARTIAL, MALFORMED };

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
/* How many bytes it makes sense to have room for: the argument that is arriving, else a page. */
size_t request_wanted(const client *k);


#endif
