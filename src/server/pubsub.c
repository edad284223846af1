/* pubsub.c -- who is subscribed to what, and the delivery of messages.
 *
 * A subscription is an element of three structures: the channel's queue (delivery order), the client's list and the client's
 * table by name. Patterns stand in an index by their literal beginning or ending as well, whichever is longer, so that a message
 * looks only at those that can match. */
#include "server/pubsub.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"
#include "data/prefixes.h"
#include "data/table.h"
#include "server/acl.h"
#include "server/client.h"
#include "server/feature.h"
#include "server/output.h"

typedef struct channel {
    prefixed indexed;                       /* first; in use for patterns */
    bytes *name;
    struct subscription *first, *last;
    size_t count;
} channel;

typedef struct subscription {
    client *client;
    channel *channel;
    struct subscription *previous, *next;           /* of the channel */
    struct subscription *previous_own, *next_own;   /* of the client */
} subscription;

struct subscriptions {
    struct own { table *by_name; subscription *first, *last; size_t count; } kinds[PUBSUB_KINDS];
};

enum { KEEP_MESSAGE_MAX = 1 << 20 };

static struct {
    table *channels[PUBSUB_KINDS];
    prefixes *patterns[2];                  /* by beginning, by ending */
    size_t clients;
    bytes *message;                         /* the one being sent */
} state;

static slice channel_key(const void *item) { return bytes_slice(((const channel *)item)->name); }
static slice subscription_key(const void *item) { return bytes_slice(((const subscription *)item)->channel->name); }
static const table_kind channel_kind = { channel_key };
static const table_kind subscription_kind = { subscription_key };

/* -- channels ---------------------------------------------------------------------------------- */

/* What every text that matches begins with. */
static slice beginning_of(slice pattern) {
    size_t n = 0;
    while (n < pattern.len && !memchr("*?[\\", pattern.at[n], 4)) n++;
    return (slice){ pattern.at, n };
}

/* What every text that matches ends with. Where a class of characters ends is not asked. */
static slice ending_of(slice pattern) {
    size_t n = memchr(pattern.at, '[', pattern.len) ? pattern.len : 0, from = n;
    for (; n < pattern.len; n++) if (memchr("*?\\", pattern.at[n], 3)) from = n + 1;
    return (slice){ pattern.at + from, pattern.len - from };
}

static enum prefix_side side_of(slice pattern) {
    return ending_of(pattern).len > beginning_of(pattern).len ? ENDINGS : BEGINNINGS;
}

static void index_pattern(channel *ch) {
    slice pattern = bytes_slice(ch->name);
    enum prefix_side side = side_of(pattern);
    if (!state.patterns[side]) state.patterns[side] = prefixes_new(side);
    prefixes_add(state.patterns[side], side == ENDINGS ? ending_of(pattern) : beginning_of(pattern), &ch->indexed);
}

static channel *channel_find(enum pubsub_kind kind, slice name) {
    const table *t = state.channels[kind];
    return t && table_count(t) ? table_find(t, hash_of(name), name) : NULL;
}

static channel *channel_open(enum pubsub_kind kind, slice name) {
    bool found;
    if (!state.channels[kind]) state.channels[kind] = table_new(&channel_kind);
    void **slot = table_insert(state.channels[kind], hash_of(name), name, &found);
    if (found) return *slot;
    channel *ch = memory_zero(sizeof *ch);
    ch->name = bytes_copy(name);
    *slot = ch;
    if (kind == PUBSUB_PATTERN) index_pattern(ch);
    return ch;
}

static void channel_close(enum pubsub_kind kind, channel *ch) {
    slice name = bytes_slice(ch->name);
    if (kind == PUBSUB_PATTERN) prefixes_remove(state.patterns[side_of(name)], &ch->indexed);
    table_remove(state.channels[kind], hash_of(name), name);
    bytes_free(ch->name);
    memory_free(ch, sizeof *ch);
}

/* -- subscriptions ------------------------------------------------------------------------------ */

static bool has_any(const client *k) {
    const struct subscriptions *s = k->subscriptions;
    return s && (s->kinds[PUBSUB_CHANNEL].count || s->kinds[PUBSUB_PATTERN].count || s->kinds[PUBSUB_SHARD].count);
}

static subscription *own_find(const client *k, enum pubsub_kind kind, slice name) {
    const table *t = k->subscriptions ? k->subscriptions->kinds[kind].by_name : NULL;
    return t ? table_find(t, hash_of(name), name) : NULL;
}

static void link_own(struct own *own, subscription *s) {
    bool found;
    slice name = bytes_slice(s->channel->name);
    if (!own->by_name) own->by_name = table_new(&subscription_kind);
    *table_insert(own->by_name, hash_of(name), name, &found) = s;
    s->previous_own = own->last;
    if (own->last) own->last->next_own = s;
    else own->first = s;
    own->last = s;
    own->count++;
}

static void unlink_own(struct own *own, subscription *s) {
    slice name = bytes_slice(s->channel->name);
    table_remove(own->by_name, hash_of(name), name);
    if (s->previous_own) s->previous_own->next_own = s->next_own;
    else own->first = s->next_own;
    if (s->next_own) s->next_own->previous_own = s->previous_own;
    else own->last = s->previous_own;
    own->count--;
}

bool pubsub_subscribe(client *k, enum pubsub_kind kind, slice name) {
    if (own_find(k, kind, name)) return false;
    if (!k->subscriptions) k->subscriptions = memory_zero(sizeof *k->subscriptions);
    if (!has_any(k)) state.clients++;
    channel *ch = channel_open(kind, name);
    subscription *s = memory_alloc(sizeof *s);
    *s = (subscription){ .client = k, .channel = ch, .previous = ch->last };
    if (ch->last) ch->last->next = s;
    else ch->first = s;
    ch->last = s;
    ch->count++;
    link_own(&k->subscriptions->kinds[kind], s);
    k->flags |= CLIENT_PUBSUB;
    return true;
}

bool pubsub_unsubscribe(client *k, enum pubsub_kind kind, slice name) {
    subscription *s = own_find(k, kind, name);
    if (!s) return false;
    channel *ch = s->channel;
    unlink_own(&k->subscriptions->kinds[kind], s);
    if (s->previous) s->previous->next = s->next;
    else ch->first = s->next;
    if (s->next) s->next->previous = s->previous;
    else ch->last = s->previous;
    memory_free(s, sizeof *s);
    if (!--ch->count) channel_close(kind, ch);
    if (!has_any(k)) {
        k->flags &= ~(unsigned)CLIENT_PUBSUB;
        state.clients--;
    }
    return true;
}

slice pubsub_first(const client *k, enum pubsub_kind kind) {
    const subscription *s = k->subscriptions ? k->subscriptions->kinds[kind].first : NULL;
    return s ? bytes_slice(s->channel->name) : (slice){ NULL, 0 };
}

bool pubsub_listening(const client *k) { return k->flags & CLIENT_PUBSUB; }

void pubsub_leave_all(client *k) {
    if (!k->subscriptions) return;
    for (int kind = 0; kind < PUBSUB_KINDS; kind++) {
        for (slice name; (name = pubsub_first(k, kind)).at;) pubsub_unsubscribe(k, kind, name);
        table *t = k->subscriptions->kinds[kind].by_name;
        if (t) table_free(t, NULL, NULL);
    }
    memory_free(k->subscriptions, sizeof *k->subscriptions);
    k->subscriptions = NULL;
}

size_t pubsub_memory(const client *k) {
    size_t patterns, shard, channels = pubsub_count(k, &patterns, &shard);
    return k->subscriptions ? sizeof *k->subscriptions + (channels + patterns + shard) * (sizeof(subscription) + sizeof(void *)) : 0;
}

size_t pubsub_count(const client *k, size_t *patterns, size_t *shard) {
    const struct subscriptions *s = k->subscriptions;
    *patterns = s ? s->kinds[PUBSUB_PATTERN].count : 0;
    *shard = s ? s->kinds[PUBSUB_SHARD].count : 0;
    return s ? s->kinds[PUBSUB_CHANNEL].count : 0;
}

bool pubsub_within(const client *k, const acl_user *u) {
    for (int kind = 0; k->subscriptions && kind < PUBSUB_KINDS; kind++) {
        for (const subscription *s = k->subscriptions->kinds[kind].first; s; s = s->next_own) {
            if (!acl_may_listen(u, bytes_slice(s->channel->name), kind == PUBSUB_PATTERN)) return false;
        }
    }
    return true;
}

size_t pubsub_total(enum pubsub_kind kind) { return state.channels[kind] ? table_count(state.channels[kind]) : 0; }

size_t pubsub_subscribers(enum pubsub_kind kind, slice name) {
    const channel *ch = channel_find(kind, name);
    return ch ? ch->count : 0;
}

void pubsub_each(enum pubsub_kind kind, void (*each)(slice name, void *context), void *context) {
    if (!state.channels[kind]) return;
    table_walk walk = { .table = state.channels[kind] };
    for (const channel *ch; (ch = table_next(&walk));) each(bytes_slice(ch->name), context);
}

/* -- delivery ------------------------------------------------------------------------------------- */

static void add_header(char mark, size_t n) {
    char room[NUMBER_INT_TEXT + 3];
    room[0] = mark;
    size_t len = 1 + (size_t)number_print_int(room + 1, (int64_t)n);
    room[len++] = '\r';
    room[len++] = '\n';
    bytes_append(&state.message, slice_make(room, len));
}

static void encode(int count, const slice *words) {
    if (state.message) state.message->len = 0;
    add_header('>', (size_t)count);
    for (int i = 0; i < count; i++) {
        bytes_reserve(&state.message, words[i].len + NUMBER_INT_TEXT + 5);
        add_header('$', words[i].len);
        bytes_append(&state.message, words[i]);
        bytes_append(&state.message, SLICE("\r\n"));
    }
}

/* The protocols differ in the first byte alone. */
static int deliver(const channel *ch, int count, const slice *words) {
    encode(count, words);
    for (const subscription *s = ch->first; s; s = s->next) {
        state.message->at[0] = s->client->protocol == 3 ? '>' : '*';
        output_push(s->client, bytes_slice(state.message));
    }
    if (state.message->cap > KEEP_MESSAGE_MAX) {
        bytes_free(state.message);
        state.message = NULL;
    }
    return (int)ch->count;
}

static int deliver_by_patterns(const prefixes *patterns, slice name, slice message) {
    int sent = 0;
    if (!patterns) return 0;
    prefix_walk walk = prefixes_walk(patterns, name);
    for (const channel *ch; (ch = (const channel *)prefixes_next(&walk));) {
        slice pattern = bytes_slice(ch->name);
        if (!text_glob(pattern, name, false)) continue;
        sent += deliver(ch, 4, (slice[]){ SLICE("pmessage"), pattern, name, message });
    }
    return sent;
}

int pubsub_publish(slice name, slice message, bool shard) {
    const channel *ch = channel_find(shard ? PUBSUB_SHARD : PUBSUB_CHANNEL, name);
    int sent = ch ? deliver(ch, 3, (slice[]){ shard ? SLICE("smessage") : SLICE("message"), name, message }) : 0;
    for (int side = 0; side < 2 && !shard; side++) sent += deliver_by_patterns(state.patterns[side], name, message);
    return sent;
}

static void print_channels(bytes **out) { bytes_append_int(out, (int64_t)pubsub_total(PUBSUB_CHANNEL)); }
static void print_patterns(bytes **out) { bytes_append_int(out, (int64_t)pubsub_total(PUBSUB_PATTERN)); }
static void print_shard(bytes **out) { bytes_append_int(out, (int64_t)pubsub_total(PUBSUB_SHARD)); }
static void print_clients(bytes **out) { bytes_append_int(out, (int64_t)state.clients); }

static const info_field info[] = {
    { "clients", "pubsub_clients", print_clients, NULL },
    { "stats", "pubsub_channels", print_channels, NULL },
    { "stats", "pubsub_patterns", print_patterns, NULL },
    { "stats", "pubsubshard_channels", print_shard, NULL },
    { 0 }
};

const feature pubsub = { .name = "pubsub", .info = info };
