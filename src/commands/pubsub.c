/* pubsub.c -- SUBSCRIBE and its kin, PUBLISH, PUBSUB (behaviour.md section 8). */
#include "server/pubsub.h"
#include "base/text.h"
#include "server/client.h"
#include "server/command.h"
#include "server/feature.h"
#include "server/output.h"
#include "server/propagate.h"
#include "server/reply.h"

/* -- subscribing ----------------------------------------------------------------------------------- */

static long subscription_count(const client *k, enum pubsub_kind kind) {
    size_t patterns, shard, channels = pubsub_count(k, &patterns, &shard);
    return (long)(kind == PUBSUB_SHARD ? shard : channels + patterns);
}

/* One message for each channel stands for the reply. */
static void confirm(call *c, const char *what, enum pubsub_kind kind, slice name) {
    reply_push(c, 3);
    reply_bulk_text(c, what);
    if (name.at) reply_bulk(c, name);
    else reply_null(c);
    reply_int(c, subscription_count(c->client, kind));
}

static void join(call *c, enum pubsub_kind kind, const char *what) {
    client *k = c->client;
    if (k->flags & CLIENT_DENY_BLOCKING && !c->outer) {
        bytes *upper = bytes_copy(slice_of(what));
        for (size_t i = 0; i < upper->len; i++) upper->at[i] = (char)(upper->at[i] - 32);
        reply_errorf(c, "ERR %s isn't allowed for a DENY BLOCKING client", upper->at);
        bytes_free(upper);
        return;
    }
    unsigned muted = output_unmute(k);
    c->owed--;
    for (int i = 1; i < c->argc; i++) {
        pubsub_subscribe(k, kind, c->argv[i]);
        confirm(c, what, kind, c->argv[i]);
    }
    k->flags |= muted;
}

static void leave_every(call *c, enum pubsub_kind kind, const char *what) {
    slice name = pubsub_first(c->client, kind);
    if (!name.at) confirm(c, what, kind, name);
    for (; name.at; name = pubsub_first(c->client, kind)) {
        bytes *copy = bytes_copy(name);
        pubsub_unsubscribe(c->client, kind, bytes_slice(copy));
        confirm(c, what, kind, bytes_slice(copy));
        bytes_free(copy);
    }
}

static void leave(call *c, enum pubsub_kind kind, const char *what) {
    client *k = c->client;
    unsigned muted = output_unmute(k);
    c->owed--;
    if (c->argc == 1) leave_every(c, kind, what);
    for (int i = 1; i < c->argc; i++) {
        pubsub_unsubscribe(k, kind, c->argv[i]);
        confirm(c, what, kind, c->argv[i]);
    }
    k->flags |= muted;
}

static void subscribe(call *c) { join(c, PUBSUB_CHANNEL, "subscribe"); }
static void psubscribe(call *c) { join(c, PUBSUB_PATTERN, "psubscribe"); }
static void ssubscribe(call *c) { join(c, PUBSUB_SHARD, "ssubscribe"); }
static void unsubscribe(call *c) { leave(c, PUBSUB_CHANNEL, "unsubscribe"); }
static void punsubscribe(call *c) { leave(c, PUBSUB_PATTERN, "punsubscribe"); }
static void sunsubscribe(call *c) { leave(c, PUBSUB_SHARD, "sunsubscribe"); }

/* -- publishing --------------------------------------------------------------------------------------- */

static void publish_any(call *c, bool shard) {
    int receivers = pubsub_publish(c->argv[1], c->argv[2], shard);
    propagate_to_replicas(c);
    reply_int(c, receivers);
}

static void publish(call *c) { publish_any(c, false); }
static void spublish(call *c) { publish_any(c, true); }

/* -- PUBSUB -------------------------------------------------------------------------------------------- */

typedef struct listing { call *call; slice pattern; long count; } listing;

static void list_one(slice name, void *context) {
    listing *l = context;
    if (l->pattern.at && !text_glob(l->pattern, name, false)) return;
    reply_bulk(l->call, name);
    l->count++;
}

static void list_channels(call *c, enum pubsub_kind kind) {
    if (c->argc > 3) {
        reply_unknown_subcommand(c);
        return;
    }
    listing l = { c, c->argc == 3 ? c->argv[2] : (slice){ NULL, 0 }, 0 };
    open_reply later = reply_later(c);
    pubsub_each(kind, list_one, &l);
    reply_later_array(c, later, l.count);
}

static void count_subscribers(call *c, enum pubsub_kind kind) {
    reply_array(c, 2L * (c->argc - 2));
    for (int i = 2; i < c->argc; i++) {
        reply_bulk(c, c->argv[i]);
        reply_int(c, (int64_t)pubsub_subscribers(kind, c->argv[i]));
    }
}

static void pubsub_channels(call *c) { list_channels(c, PUBSUB_CHANNEL); }
static void pubsub_shardchannels(call *c) { list_channels(c, PUBSUB_SHARD); }
static void pubsub_numsub(call *c) { count_subscribers(c, PUBSUB_CHANNEL); }
static void pubsub_shardnumsub(call *c) { count_subscribers(c, PUBSUB_SHARD); }
static void pubsub_numpat(call *c) { reply_int(c, (int64_t)pubsub_total(PUBSUB_PATTERN)); }

static void pubsub_help(call *c) {
    static const char *const lines[] = {
        "CHANNELS [<pattern>]", "    Channels somebody is subscribed to.",
        "NUMPAT", "    How many patterns somebody is subscribed to.",
        "NUMSUB [<channel> ...]", "    How many are subscribed to each channel, patterns aside.",
        "SHARDCHANNELS [<pattern>]", "    Shard channels somebody is subscribed to.",
        "SHARDNUMSUB [<shardchannel> ...]", "    How many are subscribed to each shard channel.", NULL
    };
    reply_help(c, lines);
}

enum { LISTEN = PUBSUB | NOSCRIPT | LOADING | STALE, SPEAK = PUBSUB | LOADING | STALE | FAST | MAY_REPLICATE };
#define SHARD_SPECS(last) "not_key index{index=1} range{lastkey=" last ",keystep=1,limit=0}"

static const command commands[] = {
    { "subscribe", subscribe, LISTEN, 0, "&channel ...", "2.0.0", "O(N) where N is the number of channels to subscribe to.",
      "Listens to channels." },
    { "psubscribe", psubscribe, LISTEN, 0, "*pattern ...", "2.0.0", "O(N) where N is the number of patterns to subscribe to.",
      "Listens to all channels whose name matches." },
    { "ssubscribe", ssubscribe, LISTEN, 0, "&shardchannel ...", "7.0.0",
      "O(N) where N is the number of shard channels to subscribe to.", "Listens to shard channels.", .key_specs = SHARD_SPECS("-1") },
    { "unsubscribe", unsubscribe, LISTEN, 0, "[&channel ...]", "2.0.0", "O(N) where N is the number of channels to unsubscribe.",
      "Listens no more to these channels, or to none." },
    { "punsubscribe", punsubscribe, LISTEN, 0, "[*pattern ...]", "2.0.0", "O(N) where N is the number of patterns to unsubscribe.",
      "Listens no more to these patterns, or to none." },
    { "sunsubscribe", sunsubscribe, LISTEN, 0, "[&shardchannel ...]", "7.0.0",
      "O(N) where N is the number of shard channels to unsubscribe.", "Listens no more to these shard channels, or to none.",
      .key_specs = SHARD_SPECS("-1") },
    { "publish", publish, SPEAK, 0, "&channel message", "2.0.0",
      "O(N+M) where N is the number of clients subscribed to the receiving channel and M is the total number of subscribed patterns "
      "(by any client).", "Sends a message to a channel." },
    { "spublish", spublish, SPEAK, 0, "&shardchannel message", "7.0.0",
      "O(N) where N is the number of clients subscribed to the receiving shard channel.", "Sends a message to a shard channel.",
      .key_specs = SHARD_SPECS("0") },
    { "pubsub", NULL, CONTAINER, 0, "", "2.8.0", "Depends on subcommand.", "Tells about channels." },
    { "pubsub|channels", pubsub_channels, PUBSUB | LOADING | STALE, 0, "[*pattern]", "2.8.0",
      "O(N) where N is the number of active channels, and assuming constant time pattern matching (relatively short channels and "
      "patterns)", "Lists the channels somebody listens to." },
    { "pubsub|help", pubsub_help, LOADING | STALE, 0, "", "6.2.0", "O(1)", "Tells what PUBSUB can do.", .categories = "-pubsub" },
    { "pubsub|numpat", pubsub_numpat, PUBSUB | LOADING | STALE, 0, "", "2.8.0", "O(1)", "Counts the patterns." },
    { "pubsub|numsub", pubsub_numsub, PUBSUB | LOADING | STALE, 0, "[&channel ...]", "2.8.0",
      "O(N) for the NUMSUB subcommand, where N is the number of requested channels", "Counts who listens to channels." },
    { "pubsub|shardchannels", pubsub_shardchannels, PUBSUB | LOADING | STALE, 0, "[*pattern]", "7.0.0",
      "O(N) where N is the number of active shard channels, and assuming constant time pattern matching (relatively short shard "
      "channels).", "Lists the shard channels somebody listens to." },
    { "pubsub|shardnumsub", pubsub_shardnumsub, PUBSUB | LOADING | STALE, 0, "[&shardchannel ...]", "7.0.0",
      "O(N) for the SHARDNUMSUB subcommand, where N is the number of requested shard channels",
      "Counts who listens to shard channels." },
    { 0 }
};

const feature pubsub_commands = { .name = "pubsub", .commands = commands };
