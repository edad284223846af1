/* pubsub.h -- channels, patterns and shard channels (behaviour.md section 8). */
#ifndef SERVER_PUBSUB_H
#define SERVER_PUBSUB_H
#include "server/call.h"

enum pubsub_kind { PUBSUB_CHANNEL, PUBSUB_PATTERN, PUBSUB_SHARD, PUBSUB_KINDS };
struct acl_user;

/* Sends to the subscribers of the channel, oldest first, then to those of matching patterns; says how many messages that was.
 * A message is encoded once and copied to each receiver. */
int  pubsub_publish(slice channel, slice message, bool shard);
bool pubsub_subscribe(struct client *k, enum pubsub_kind kind, slice name);    /* false: was subscribed already */
bool pubsub_unsubscribe(struct client *k, enum pubsub_kind kind, slice name);  /* false: was not */
/* The name the client subscribed to first; at is NULL when there is none. */
slice pubsub_first(const struct client *k, enum pubsub_kind kind);
bool pubsub_listening(const struct client *k);      /* subscribed to anything: RESP2's restricted context */
void pubsub_leave_all(struct client *k);    /* without messages: RESET */
size_t pubsub_memory(const struct client *k);
size_t pubsub_count(const struct client *k, size_t *patterns, size_t *shard);      /* channels; CLIENT LIST sub psub ssub */
/* True when the user may hear all that the client is subscribed to. */
bool pubsub_within(const struct client *k, const struct acl_user *u);
/* How many channels (patterns) anybody is subscribed to; how many are subscribed to this one; their names. */
size_t pubsub_total(enum pubsub_kind kind);
size_t pubsub_subscribers(enum pubsub_kind kind, slice name);
void pubsub_each(enum pubsub_kind kind, void (*each)(slice name, void *context), void *context);
#endif
