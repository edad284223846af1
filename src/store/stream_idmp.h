/* stream_idmp.h -- what a stream remembers of idempotent additions (newer.md 5.4): per producer, which message it has
 * added under which ID, for a while and up to a number. What is oldest is forgotten first. */
#ifndef STORE_STREAM_IDMP_H
#define STORE_STREAM_IDMP_H
#include "store/stream.h"

enum { STREAM_MEMORY_DURATION_MOST = 86400, STREAM_MEMORY_SIZE_MOST = 10000 };

typedef struct remembered {
    struct remembered *newer;
    bytes *name;                            /* the message's */
    stream_id id;
    int64_t time;                           /* unix ms */
} remembered;

typedef struct producer {
    bytes *name;
    rax *messages;                          /* by name: remembered */
    remembered *oldest, *newest;
} producer;

typedef struct stream_memory {
    int64_t duration_s, most;
    rax *producers;                         /* by name */
    uint64_t messages, added, duplicates;
    int64_t swept;                          /* when all producers were last looked through for what is too old */
} stream_memory;

/* The settings for streams that have none of their own. */
typedef struct stream_memory_defaults { int64_t duration_s, most; } stream_memory_defaults;

stream_memory *stream_remember(stream *s, stream_memory_defaults defaults);     /* opened when there is none */
void           stream_memory_free(stream_memory *m);
/* The ID under which the producer has added the message; false when it has not, or too long ago. */
bool           stream_memory_find(stream_memory *m, slice producer_name, slice message, int64_t now, stream_id *id);
void           stream_memory_add(stream_memory *m, slice producer_name, slice message, stream_id id, int64_t now);
/* Other settings forget everything; the same ones change nothing. */
void           stream_memory_configure(stream_memory *m, int64_t duration_s, int64_t most);
/* Forgets what is too old. */
void           stream_memory_expire(stream_memory *m, int64_t now);
size_t         stream_memory_bytes(const stream_memory *m);
stream_memory *stream_memory_copy(const stream_memory *m);
#endif
