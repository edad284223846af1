/* transcript_reply.h -- a reply of the wire, RESP2 or RESP3, as a tree, and its picture in redis-cli's notation.
 *
 * Written here rather than taken from a client library so that every library version, the simulator (which has no
 * sockets) and the RESP3 types get the same strict reading: a byte that the protocol does not allow is an error, not a
 * guess. */
#ifndef TESTS_TRANSCRIPT_REPLY_H
#define TESTS_TRANSCRIPT_REPLY_H
#include "transcript_text.h"

typedef enum {
    REPLY_STATUS,
    REPLY_ERROR,
    REPLY_INTEGER,
    REPLY_BULK,
    REPLY_NULL,
    REPLY_ARRAY, /* RESP2 */
    REPLY_DOUBLE,
    REPLY_BOOL,
    REPLY_BIGNUM,
    REPLY_VERBATIM,
    REPLY_MAP,
    REPLY_SET,
    REPLY_PUSH,
    REPLY_ATTRIBUTE
} reply_kind;

typedef struct reply {
    reply_kind kind;
    span text;              /* the characters of anything that is not an aggregate; "t" and "f" for booleans */
    struct reply **element; /* aggregates: `count` of them, keys and values alternating in maps */
    size_t count;
    const struct reply *attribute; /* what stood before this reply as an attribute, else NULL */
} reply;

/* Reads one whole reply from the front of the bytes. Returns the bytes it took, 0 when more are needed, -1 when they
 * are no RESP. */
long reply_read(arena *a, const char *data, size_t length, reply **out);

/* The lines redis-cli shows for it, without the last newline. Pushes count `1>`, the one thing redis-cli shows as an
 * array. */
const char *reply_show(arena *a, const reply *r);

bool reply_is_aggregate(const reply *r);
/* The character behind the element's number: ) ~ # > or |. */
char reply_sigil(const reply *r);
/* Is it a text of several lines (INFO, CLIENT LIST ...), which a transcript may show bare? */
bool reply_is_page(const reply *r);
/* The one line of a reply that is not an aggregate; pages are quoted here. */
const char *reply_leaf(arena *a, const reply *r);
#endif
