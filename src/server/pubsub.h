/* pubsub.h -- channels, patterns and shard channels (behaviour.md section 8). */
#ifndef SERVER_PUBSUB_H
#define SERVER_PUBSUB_H
#include "server/call.h"

int  pubsub_publish(slice channel, slice message, bool shard);      /* how many received it */
bool pubsub_listening(const struct client *k);      /* subscribed to anything: RESP2's restricted context */
void pubsub_leave_all(struct client *k);    /* without messages: RESET */
size_t pubsub_count(const struct client *k, size_t *patterns, size_t *shard);      /* channels; CLIENT LIST sub psub ssub */
#endif
