/* zsets.h -- what the files of the sorted set commands, and geo, share. */
#ifndef COMMANDS_ZSETS_H
#define COMMANDS_ZSETS_H
#include "server/call.h"
#include "store/zset.h"

/* The head of a reply of n members: with scores they are n pairs in RESP3, 2n elements in RESP2. */
void zset_reply_head(call *c, size_t n, bool scores);
/* One member of such a reply. */
void zset_reply_member(call *c, slice member, double score, bool scores);
/* "min" and "max" of a range by score or by member; false when an error was replied. */
bool zset_parse_scores(call *c, slice min, slice max, zset_scores *out);
bool zset_parse_members(call *c, slice min, slice max, zset_members *out);
/* A pair of ranks, negative ones counting from the end, in a set of that size. */
zset_span zset_span_ranks(int64_t from, int64_t to, size_t count);
/* Stores what the table holds (taken) under key, or deletes the key when it holds nothing; replies how many. */
void zset_store(call *c, slice key, table *members, const char *event);
#endif
