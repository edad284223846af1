/* streams_read.c -- XREAD and XREADGROUP: what is new, what is pending, waiting for more. */
#include "base/memory.h"
#include "base/number.h"
#include "commands/streams.h"
#include "server/block.h"
#include "server/client.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/propagate.h"
#include "server/reply.h"

enum { FEW_STREAMS = 8 };

/* One stream to be read. */
typedef struct target {
    slice key;
    stream *stream;                         /* NULL when there is none */
    group *group;
    stream_id after;                        /* what follows it is wanted */
    enum { AFTER_ID, AFTER_LAST, LAST_ENTRY, UNDELIVERED } form;    /* id, $, +, > */
} target;

/* The request, and how much of the answer is there. */
typedef struct reading {
    call *call;
    bool by_group, has_group, noack, blocks, claims;
    slice group, consumer;
    int first, streams;                     /* arguments: keys from `first` on, then as many IDs */
    int64_t count, deadline, least_idle;
    int64_t entries_left, bytes_left;       /* MAXCOUNT, MAXSIZE: INT64_MAX when not said */
    open_reply all, entries;
    long replied_streams, replied_entries, replied_total;   /* streams, of the present one, of all */
    bool open;                              /* the present stream has been begun */
} reading;

/* -- the request --------------------------------------------------------------------------------------- */

static bool refuse(call *c, const char *error) {
    reply_error(c, error);
    return false;
}

static bool parse_amount(call *c, slice s, int64_t *out, const char *error) {
    return (number_parse_int(s, out) && *out > 0) || refuse(c, error);
}

static bool parse_streams(reading *r, int first) {
    call *c = r->call;
    r->first = first;
    r->streams = (c->argc - first) / 2;
    if ((c->argc - first) % 2 == 0) return true;
    return refuse(c, r->by_group ? "ERR Unbalanced 'xreadgroup' list of streams: for each stream key an ID or '>' must be specified."
                                 : "ERR Unbalanced 'xread' list of streams: for each stream key an ID, '+', or '$' must be specified.");
}

static bool only_for_groups(call *c, const char *option) {
    reply_errorf(c, "ERR The %s option is only supported by XREADGROUP. You called XREAD instead.", option);
    return false;
}

/* One option at *i, which moves to its last word. */
static bool parse_option(reading *r, int *i) {
    call *c = r->call;
    slice word = c->argv[*i];
    int more = c->argc - 1 - *i;
    if (more && slice_is(word, "block")) return r->blocks = arg_timeout(c, c->argv[++*i], false, &r->deadline);
    if (more && slice_is(word, "count")) {
        if (!arg_int(c, c->argv[++*i], &r->count)) return false;
        if (r->count < 0) r->count = 0;
        return true;
    }
    if (more && slice_is(word, "maxcount")) {
        return parse_amount(c, c->argv[++*i], &r->entries_left, "ERR MAXCOUNT must be a positive integer");
    }
    if (more && slice_is(word, "maxsize")) {
        return parse_amount(c, c->argv[++*i], &r->bytes_left, "ERR MAXSIZE must be a positive integer");
    }
    if (more > 1 && slice_is(word, "group")) {
        if (!r->by_group) return only_for_groups(c, "GROUP");
        r->has_group = true;
        r->group = c->argv[++*i];
        r->consumer = c->argv[++*i];
        return true;
    }
    if (slice_is(word, "noack")) return r->by_group ? r->noack = true : only_for_groups(c, "NOACK");
    if (more && r->by_group && slice_is(word, "claim")) {
        r->claims = true;
        return arg_int_or(c, c->argv[++*i], &r->least_idle, "ERR Invalid min-idle-time argument for XREADGROUP");
    }
    return reply_syntax_error(c), false;
}

static bool parse_reading(reading *r) {
    call *c = r->call;
    r->entries_left = r->bytes_left = INT64_MAX;
    for (int i = 1; i < c->argc; i++) {
        if (i + 1 < c->argc && slice_is(c->argv[i], "streams")) {
            if (!parse_streams(r, i + 1)) return false;
            break;
        }
        if (!parse_option(r, &i)) return false;
    }
    if (!r->first) return reply_syntax_error(c), false;
    if (r->by_group && !r->has_group) return refuse(c, "ERR Missing GROUP option for XREADGROUP");
    if (r->entries_left >= r->count) return true;
    return refuse(c, "ERR MAXCOUNT must be greater than or equal to COUNT");
}

/* -- the streams ------------------------------------------------------------------------------------------ */

static bool find_group(const reading *r, target *t) {
    t->group = t->stream ? stream_group(t->stream, r->group) : NULL;
    if (t->group) return true;
    reply_errorf(r->call, "NOGROUP No such key '%.*s' or consumer group '%.*s' in XREADGROUP with GROUP option", SLICE_ARGS(t->key),
                 SLICE_ARGS(r->group));
    return false;
}

static bool meaningless(const reading *r, char sign) {
    reply_errorf(r->call, "ERR The %c ID is meaningless in the context of XREADGROUP: you want to read the history of this consumer by "
                 "specifying a proper ID, or use the > ID to get new messages. The %c ID would just return an empty result set.",
                 sign, sign);
    return false;
}

/* Where reading starts: the word behind the keys. */
static bool find_place(const reading *r, target *t, slice word) {
    char sign = word.len == 1 ? word.at[0] : 0;
    stream_id last = t->stream ? t->stream->last : STREAM_ID_LEAST;
    if (sign == '$' || sign == '+') {
        if (r->by_group) return meaningless(r, sign);
        t->after = last;
        t->form = sign == '+' && t->stream && t->stream->length ? LAST_ENTRY : AFTER_LAST;
        return true;
    }
    if (sign == '>') {
        t->form = UNDELIVERED;
        if (r->by_group) return t->after = t->group->last, true;
        return refuse(r->call, "ERR The > ID can be specified only when calling XREADGROUP using the GROUP <group> <consumer> option.");
    }
    t->form = AFTER_ID;
    return arg_stream_id(r->call, word, 0, &t->after);
}

static bool find_targets(const reading *r, target *targets) {
    call *c = r->call;
    for (int i = 0; i < r->streams; i++) {
        target *t = &targets[i];
        void *s;
        t->key = c->argv[r->first + i];
        bool (*find)(call *, slice, const type *, void **) = r->by_group ? keyspace_edit : keyspace_get;
        bool typed = find(c, t->key, &stream_type, &s);
        if (!typed) return false;
        t->stream = s;
        t->group = NULL;
        if (r->by_group && !find_group(r, t)) return false;
        if (!find_place(r, t, c->argv[r->first + r->streams + i])) return false;
    }
    return true;
}

/* -- the answer --------------------------------------------------------------------------------------------- */

/* The reply, and this stream's part of it, begin with the first entry: without one there is nothing to say. */
static void begin_stream(reading *r, const target *t) {
    if (r->open) return;
    if (!r->replied_streams++) r->all = reply_later(r->call);
    if (r->call->client->protocol == 2) reply_array(r->call, 2);
    reply_bulk(r->call, t->key);
    r->entries = reply_later(r->call);
    r->replied_entries = 0;
    r->open = true;
}

static void end_stream(reading *r) {
    if (r->open) reply_later_array(r->call, r->entries, r->replied_entries);
    r->open = false;
}

static void end_reply(reading *r) {
    if (r->call->client->protocol == 2) reply_later_array(r->call, r->all, r->replied_streams);
    else reply_later_map(r->call, r->all, r->replied_streams);
}

static int64_t entry_size(const stream_walk *at) {
    stream_walk w = *at;
    char rooms[2][LISTPACK_INT_TEXT], id[STREAM_ID_TEXT];
    slice field, value;
    int64_t size = stream_id_print(id, w.id);
    while (stream_pair(&w, &field, &value, rooms[0], rooms[1])) size += (int64_t)(field.len + value.len);
    return size;
}

/* True when there is room for this entry: by COUNT for the stream, by MAXCOUNT and MAXSIZE for the whole answer, whose
 * first entry always has room. */
static bool take_room(reading *r, long of_stream, const stream_walk *w) {
    if ((r->count && of_stream >= r->count) || !r->entries_left) return false;
    if (r->bytes_left != INT64_MAX) {
        int64_t size = entry_size(w);
        if (size > r->bytes_left && r->replied_total) return false;
        r->bytes_left = size < r->bytes_left ? r->bytes_left - size : 0;
    }
    if (r->entries_left != INT64_MAX) r->entries_left--;
    r->replied_total++;
    return true;
}

static void reply_with_delivery(reading *r, stream_walk *w, int64_t idle, int64_t deliveries) {
    call *c = r->call;
    r->replied_entries++;
    if (!r->claims) {
        reply_entry(c, w);
        return;
    }
    reply_array(c, 4);
    reply_stream_id(c, w->id);
    reply_entry_fields(c, w);
    reply_int(c, idle);
    reply_int(c, deliveries);
}

static void serve_plain(reading *r, target *t) {
    if (!t->stream || !t->stream->length) return;
    bool last = t->form == LAST_ENTRY;
    stream_id from = last ? STREAM_ID_LEAST : t->after;
    if (!last && !stream_id_next(&from)) return;
    stream_walk w = stream_walk_start(t->stream, from, STREAM_ID_MOST, last);
    while ((!last || !r->open) && stream_next(&w) && take_room(r, r->replied_entries * r->open, &w)) {
        begin_stream(r, t);
        r->replied_entries++;
        reply_entry(r->call, &w);
    }
}

/* -- groups --------------------------------------------------------------------------------------------------- */

/* What the consumer has been given and not acknowledged. */
static void serve_history(reading *r, target *t, consumer *k) {
    call *c = r->call;
    begin_stream(r, t);
    if (!stream_id_next(&t->after)) return;
    pending_walk w;
    pending_walk_start(&w, k->pel, t->after, STREAM_ID_MOST);
    for (pending *p; (p = pending_next(&w));) {
        stream_walk at = stream_walk_start(t->stream, p->id, p->id, false);
        bool found = stream_next(&at);
        if (found ? !take_room(r, r->replied_entries, &at) : r->count && r->replied_entries >= r->count) break;
        r->replied_entries++;
        if (!found) {
            reply_array(c, 2);
            reply_stream_id(c, p->id);
            reply_null_array(c);
            continue;
        }
        reply_entry(c, &at);
        group_regive(t->group, p, k, c->now);
        p->count += p->count < INT64_MAX;
    }
    pending_walk_stop(&w);
}

static void drop_vanished(reading *r, target *t, pending *p) {
    char id[STREAM_ID_TEXT];
    propagate_words(r->call, 4, SLICE("XACK"), t->key, bytes_slice(t->group->name), stream_id_word(p->id, id));
    group_acknowledge(t->group, p);
}

/* What others have had for too long, longest first. True when anything has changed. */
static bool serve_claimed(reading *r, target *t, consumer *k) {
    call *c = r->call;
    group *g = t->group;
    bool any = false;
    pending *p = g->oldest;
    for (size_t left = rax_count(g->pel); left && p && (!p->owner || c->now - p->time >= r->least_idle); left--) {
        pending *newer = p->newer;
        stream_walk w = stream_walk_start(t->stream, p->id, p->id, false);
        if (!stream_next(&w)) {
            drop_vanished(r, t, p);
        } else {
            if (!take_room(r, r->replied_entries * r->open, &w)) return any;
            begin_stream(r, t);
            reply_with_delivery(r, &w, p->owner ? c->now - p->time : -1, p->count);
            group_regive(g, p, k, c->now);
            p->count += p->count < INT64_MAX;
            log_claim(c, t->key, g, bytes_slice(k->name), p);
        }
        any = true;
        p = newer;
    }
    return any;
}

static void deliver(reading *r, target *t, consumer *k, stream_id id) {
    group *g = t->group;
    group_advance(t->stream, g, id);
    if (r->noack) return;
    pending *p = group_give(g, id, k, r->call->now, 1);
    if (!p) {                               /* the group was set back */
        p = group_pending(g, id);
        group_regive(g, p, k, r->call->now);
        p->count = 1;
    }
    log_claim(r->call, t->key, g, bytes_slice(k->name), p);
}

static bool serve_new(reading *r, target *t, consumer *k) {
    stream_walk w = stream_walk_start(t->stream, t->after, STREAM_ID_MOST, false);
    bool any = false;
    while (stream_next(&w) && take_room(r, r->replied_entries * r->open, &w)) {
        begin_stream(r, t);
        reply_with_delivery(r, &w, 0, 0);
        deliver(r, t, k, w.id);
        any = true;
    }
    return any;
}

static void log_consumer(reading *r, target *t) {
    slice name = bytes_slice(t->group->name);
    propagate_words(r->call, 5, SLICE("XGROUP"), SLICE("CREATECONSUMER"), t->key, name, r->consumer);
}

static void serve_group(reading *r, target *t) {
    call *c = r->call;
    bool created;
    consumer *k = consumer_open(c, t->key, t->group, r->consumer, &created);
    if (created && r->noack) log_consumer(r, t);    /* no XCLAIM will follow that makes it elsewhere */
    if (t->form != UNDELIVERED) {
        serve_history(r, t, k);
        return;
    }
    bool claimed = r->claims && serve_claimed(r, t, k);
    bool fresh = false;
    if (stream_id_compare(t->group->last, t->stream->last) < 0 && stream_id_next(&t->after)) fresh = serve_new(r, t, k);
    if (!claimed && !fresh) return;
    k->active = c->now;
    if (fresh) log_group_place(c, t->key, t->group);
    changed_aside(c, t->key, NOTIFY_STREAM, NULL);
}

/* -- waiting ------------------------------------------------------------------------------------------------------ */

/* When the first pending entry of these groups may be claimed; -1 for never. */
static int64_t next_claim(const reading *r, const target *targets) {
    int64_t when = -1;
    for (int i = 0; r->claims && i < r->streams; i++) {
        const group *g = targets[i].group;
        const pending *p = targets[i].form == UNDELIVERED ? g->oldest : NULL;
        if (p && (when < 0 || p->time + r->least_idle < when)) when = p->time + r->least_idle;
    }
    return when;
}

/* `$` means what was the end when the request came. */
static void wait_for_entries(reading *r, const target *targets) {
    call *c = r->call;
    char room[STREAM_ID_TEXT];
    unsigned how = r->by_group ? BLOCK_GONE_TOO : 0;
    block_on_keys(c, c->argv + r->first, r->streams, &stream_type, how, r->deadline, reply_null_array);
    for (int i = 0; i < r->streams; i++) {
        if (targets[i].form != AFTER_LAST) continue;
        block_set_argument(c, r->first + r->streams + i, stream_id_word(targets[i].after, room));
    }
    int64_t when = next_claim(r, targets);
    if (when >= 0) block_wake_at(c, when);
}

static void serve(reading *r, target *targets) {
    if (!find_targets(r, targets)) return;
    if (r->by_group) propagate_nothing(r->call);
    for (int i = 0; i < r->streams; i++) {
        if (r->by_group) serve_group(r, &targets[i]);
        else serve_plain(r, &targets[i]);
        end_stream(r);
    }
    if (r->replied_streams) end_reply(r);
    else if (r->blocks && block_allowed(r->call)) wait_for_entries(r, targets);
    else reply_null_array(r->call);
}

static void read_streams(call *c, bool by_group) {
    reading r = { .call = c, .by_group = by_group };
    if (!parse_reading(&r)) return;
    target few[FEW_STREAMS], *targets = few;
    size_t size = (size_t)r.streams * sizeof *targets;
    if (r.streams > FEW_STREAMS) targets = memory_alloc(size);
    serve(&r, targets);
    if (targets != few) memory_free(targets, size);
}

static void xread(call *c) { read_streams(c, false); }
static void xreadgroup(call *c) { read_streams(c, true); }

#define AMOUNTS "[COUNT #count] [MAXCOUNT #maxcount]^8.10.0 [MAXSIZE #maxsize]^8.10.0 [BLOCK #milliseconds] "
#define STREAMS "STREAMS (streams: @key ... id ...)"

static const command commands[] = {
    { "xread", xread, READ | BLOCKING | MOVABLE_KEYS, KEY_READ, AMOUNTS STREAMS, "5.0.0",
      NULL, "Gives entries of streams behind certain IDs; waits if there are none.", .arity = -4,
      .key_specs = "RO+access keyword{keyword=STREAMS,startfrom=1} range{lastkey=-1,keystep=1,limit=2}" },
    { "xreadgroup", xreadgroup, WRITE | BLOCKING | MOVABLE_KEYS, KEY_READ,
      "GROUP (group-block: group consumer) " AMOUNTS "[CLAIM #min-idle-time]^8.4.0 [NOACK] " STREAMS, "5.0.0",
      "For each stream mentioned: O(M) with M being the number of elements returned. If M is constant (e.g. always asking for the first 10 "
      "elements with COUNT), you can consider it O(1). On the other side when XREADGROUP blocks, XADD will pay the O(N) time in order to "
      "serve the N clients blocked on the stream getting new data.",
      "Gives a consumer of a group entries of streams; waits if there are none.", .arity = -7,
      .key_specs = "RO+access keyword{keyword=STREAMS,startfrom=4} range{lastkey=-1,keystep=1,limit=2}" },
    { 0 }
};

const feature stream_reading = { .name = "stream", .commands = commands };
