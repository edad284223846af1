/* streams.h -- what the chapters on streams share: reading IDs from arguments, writing entries into replies. */
#ifndef COMMANDS_STREAMS_H
#define COMMANDS_STREAMS_H
#include "server/call.h"
#include "store/stream_group.h"

/* An ID written out; seq stands for a missing second half. False when the error has been replied. */
bool arg_stream_id(call *c, slice s, uint64_t seq, stream_id *out);
/* The ends of an interval: also - and +, and (ID for what lies behind or before it. */
bool arg_stream_start(call *c, slice s, stream_id *out);
bool arg_stream_end(call *c, slice s, stream_id *out);
/* The IDs from argument `first` on, `count` of them, in memory that the caller frees (count * sizeof); NULL when the
 * error has been replied. */
stream_id *arg_stream_ids(call *c, int first, int count);

void reply_stream_id(call *c, stream_id id);
/* [id, [field, value, ...]] of the entry at which the walk stands, or its second half. */
void reply_entry(call *c, stream_walk *w);
void reply_entry_fields(call *c, stream_walk *w);
/* The entry of this ID, or null. */
void reply_entry_of(call *c, const stream *s, stream_id id);

/* An ID or a number as a word, printed into room (STREAM_ID_TEXT bytes). */
slice stream_id_word(stream_id id, char *room);
slice int_word(int64_t n, char *room);

/* KEEPREF, DELREF, ACKED: what becomes of references when an entry is deleted (newer.md 5.1). */
enum stream_policy { KEEP_REFERENCES, DELETE_REFERENCES, ONLY_ACKNOWLEDGED };
bool stream_policy_word(slice word, enum stream_policy *out);
/* "[policy] IDS n id ..." from argument `at` on, in either order. NULL when the error has been replied. */
stream_id *arg_policy_ids(call *c, int at, enum stream_policy *policy, int *count);
/* "IDS n id ..." at *at, which moves behind it. */
stream_id *arg_counted_ids(call *c, int *at, int *count);

/* The stream and the group a command names, for a change; false when the error (NOGROUP as XCLAIM has it) was replied. */
bool stream_and_group(call *c, slice key, slice name, stream **s, group **g);
/* The consumer, made (with its event) when it is not there. */
consumer *consumer_open(call *c, slice key, group *g, slice name, bool *created);
/* The effect of an entry having been given to a consumer, and of a group's place, as the log must have them. */
void log_claim(call *c, slice key, const group *g, slice consumer_name, const pending *p);
void log_group_place(call *c, slice key, const group *g);

/* The streams' defaults for IDMP, from the settings. */
struct stream_memory *stream_memory_open(stream *s);
#endif
