/* streams_groups.c -- groups of consumers: XGROUP, XACK, XPENDING, XCLAIM, XAUTOCLAIM, XNACK. */
#include "base/memory.h"
#include "base/number.h"
#include "commands/streams.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/propagate.h"
#include "server/reply.h"

enum { ATTEMPTS_AN_ENTRY = 10, CLAIMED_AT_ONCE = 100 };

/* -- finding ----------------------------------------------------------------------------------------- */

static void no_such_key_or_group(call *c, slice key, slice name) {
    reply_errorf(c, "NOGROUP No such key '%.*s' or consumer group '%.*s'", SLICE_ARGS(key), SLICE_ARGS(name));
}

bool stream_and_group(call *c, slice key, slice name, stream **s, group **g) {
    void *value;
    if (!keyspace_edit(c, key, &stream_type, &value)) return false;
    *s = value;
    *g = value ? stream_group(value, name) : NULL;
    if (*g) return true;
    no_such_key_or_group(c, key, name);
    return false;
}

consumer *consumer_open(call *c, slice key, group *g, slice name, bool *created) {
    consumer *k = group_consumer(g, name);
    *created = !k;
    if (!k) {
        k = group_consumer_add(g, name, c->now);
        keyspace_count_changes(1);
        notify(c, key, NOTIFY_STREAM, "xgroup-createconsumer");
    }
    k->seen = c->now;
    return k;
}

void log_claim(call *c, slice key, const group *g, slice consumer_name, const pending *p) {
    if (!propagate_heard()) return;
    char id[STREAM_ID_TEXT], time[NUMBER_INT_TEXT], count[NUMBER_INT_TEXT], last[STREAM_ID_TEXT];
    propagate_words(c, 14, SLICE("XCLAIM"), key, bytes_slice(g->name), consumer_name, SLICE("0"),
                    stream_id_word(p->id, id), SLICE("TIME"), int_word(p->time, time), SLICE("RETRYCOUNT"),
                    int_word(p->count, count), SLICE("FORCE"), SLICE("JUSTID"), SLICE("LASTID"),
                    stream_id_word(g->last, last));
}

void log_group_place(call *c, slice key, const group *g) {
    char last[STREAM_ID_TEXT], read[NUMBER_INT_TEXT];
    propagate_words(c, 7, SLICE("XGROUP"), SLICE("SETID"), key, bytes_slice(g->name), stream_id_word(g->last, last),
                    SLICE("ENTRIESREAD"), int_word(g->read, read));
}

/* -- XGROUP -------------------------------------------------------------------------------------------- */

/* The stream of a subcommand that wants the key to exist; NULL when the error has been replied. */
static stream *existing_stream(call *c) {
    void *s;
    if (!keyspace_edit(c, c->argv[2], &stream_type, &s)) return NULL;
    if (!s) reply_error(c, "ERR The XGROUP subcommand requires the key to exist. Note that for CREATE you may want to "
                           "use the MKSTREAM option to create an empty stream automatically.");
    return s;
}

static group *existing_group(call *c, const stream *s) {
    group *g = stream_group(s, c->argv[3]);
    if (!g) {
        reply_errorf(c, "NOGROUP No such consumer group '%.*s' for key name '%.*s'", SLICE_ARGS(c->argv[3]),
                     SLICE_ARGS(c->argv[2]));
    }
    return g;
}

/* With every option once. Redis tells of options given again only when key and group are as they should be. */
enum { CREATE_ARGC_MOST = 8, SETID_ARGC_MOST = 7 };

/* [MKSTREAM] [ENTRIESREAD n] from argument 5 on; make NULL where MKSTREAM is none. */
static bool group_options(call *c, bool *make, int64_t *read) {
    *read = -1;
    for (int i = 5; i < c->argc; i++) {
        if (make && slice_is(c->argv[i], "mkstream")) {
            *make = true;
        } else if (i + 1 < c->argc && slice_is(c->argv[i], "entriesread")) {
            if (!arg_int(c, c->argv[++i], read)) return false;
            if (*read >= -1) continue;
            reply_error(c, "ERR value for ENTRIESREAD must be positive or -1");
            return false;
        } else {
            return reply_unknown_subcommand(c), false;
        }
    }
    return true;
}

static void xgroup_create(call *c) {
    bool make = false, dollar = slice_equal(c->argv[4], SLICE("$"));
    int64_t read;
    stream_id id = STREAM_ID_LEAST;
    void *value;
    if (!group_options(c, &make, &read) || !keyspace_edit(c, c->argv[2], &stream_type, &value)) return;
    if (!value && !make) {
        (void)existing_stream(c);
        return;
    }
    if (c->argc > CREATE_ARGC_MOST) {
        reply_unknown_subcommand(c);
        return;
    }
    if (!dollar && !arg_stream_id(c, c->argv[4], 0, &id)) return;
    stream *s = keyspace_open(c, c->argv[2], &stream_type);
    if (!stream_group_add(s, c->argv[3], dollar ? s->last : id, read)) {
        reply_error(c, "BUSYGROUP Consumer Group name already exists");
        return;
    }
    reply_ok(c);
    changed_aside(c, c->argv[2], NOTIFY_STREAM, "xgroup-create");
}

static void xgroup_setid(call *c) {
    int64_t read;
    stream_id id;
    stream *s;
    group *g;
    if (!group_options(c, NULL, &read) || !(s = existing_stream(c)) || !(g = existing_group(c, s))) return;
    if (c->argc > SETID_ARGC_MOST) {
        reply_unknown_subcommand(c);
        return;
    }
    if (slice_equal(c->argv[4], SLICE("$"))) id = s->last;
    else if (slice_equal(c->argv[4], SLICE("-"))) id = STREAM_ID_LEAST;
    else if (slice_equal(c->argv[4], SLICE("+"))) id = STREAM_ID_MOST;
    else if (!arg_stream_id(c, c->argv[4], 0, &id)) return;
    g->last = id;
    g->read = read;
    reply_ok(c);
    changed_aside(c, c->argv[2], NOTIFY_STREAM, "xgroup-setid");
}

static void xgroup_destroy(call *c) {
    stream *s = existing_stream(c);
    if (!s) return;
    bool removed = stream_group_remove(s, c->argv[3]);
    reply_int(c, removed);
    if (removed) changed_aside(c, c->argv[2], NOTIFY_STREAM, "xgroup-destroy");
}

static void xgroup_createconsumer(call *c) {
    stream *s = existing_stream(c);
    group *g = s ? existing_group(c, s) : NULL;
    if (!g) return;
    bool created = !group_consumer(g, c->argv[4]);
    reply_int(c, created);
    if (!created) return;
    group_consumer_add(g, c->argv[4], c->now);
    changed_aside(c, c->argv[2], NOTIFY_STREAM, "xgroup-createconsumer");
}

static void xgroup_delconsumer(call *c) {
    stream *s = existing_stream(c);
    group *g = s ? existing_group(c, s) : NULL;
    if (!g) return;
    consumer *k = group_consumer(g, c->argv[4]);
    reply_int(c, k ? (int64_t)group_consumer_remove(g, k) : 0);
    if (k) changed_aside(c, c->argv[2], NOTIFY_STREAM, "xgroup-delconsumer");
}

static void xgroup_help(call *c) {
    static const char *const lines[] = {
        "CREATE <key> <groupname> <id|$> [option]", "    Create a new consumer group. Options are:", "    * MKSTREAM",
        "      Create the empty stream if it does not exist.", "    * ENTRIESREAD entries_read",
        "      Set the group's entries_read counter (internal use).", "CREATECONSUMER <key> <groupname> <consumer>",
        "    Create a new consumer in the specified group.", "DELCONSUMER <key> <groupname> <consumer>",
        "    Remove the specified consumer.", "DESTROY <key> <groupname>", "    Remove the specified group.",
        "SETID <key> <groupname> <id|$> [ENTRIESREAD entries_read]", "    Set the current group ID and entries_read counter.", NULL
    };
    reply_help(c, lines);
}

/* -- XACK ------------------------------------------------------------------------------------------------ */

static void xack(call *c) {
    void *s;
    int count = c->argc - 3;
    int64_t acknowledged = 0;
    if (!keyspace_edit(c, c->argv[1], &stream_type, &s)) return;
    group *g = s ? stream_group(s, c->argv[2]) : NULL;
    if (!g) {
        reply_int(c, 0);
        return;
    }
    stream_id *ids = arg_stream_ids(c, 3, count);
    if (!ids) return;
    for (int i = 0; i < count; i++) {
        pending *p = group_pending(g, ids[i]);
        if (!p) continue;
        group_acknowledge(g, p);
        acknowledged++;
    }
    memory_free(ids, (size_t)count * sizeof *ids);
    reply_int(c, acknowledged);
    if (acknowledged) changed_aside(c, c->argv[1], NOTIFY_STREAM, NULL);
}

/* -- XPENDING ---------------------------------------------------------------------------------------------- */

typedef struct counting { call *call; long consumers; } counting;

static void reply_consumer_count(consumer *k, void *context) {
    counting *n = context;
    if (!rax_count(k->pel)) return;
    n->consumers++;
    reply_array(n->call, 2);
    reply_bulk(n->call, bytes_slice(k->name));
    reply_bulk_int(n->call, (int64_t)rax_count(k->pel));
}

static void pending_summary(call *c, const group *g) {
    uint8_t most[STREAM_ID_RAW];
    rax_walk ends;
    stream_id_pack(STREAM_ID_MOST, most);
    reply_array(c, 4);
    reply_int(c, (int64_t)rax_count(g->pel));
    if (!rax_count(g->pel)) {
        reply_null(c);
        reply_null(c);
        reply_null_array(c);
        return;
    }
    rax_walk_start(&ends, g->pel);
    rax_next(&ends);
    reply_stream_id(c, ((pending *)ends.value)->id);
    rax_seek_end(&ends);
    rax_previous(&ends);
    reply_stream_id(c, ((pending *)ends.value)->id);
    rax_walk_stop(&ends);
    open_reply place = reply_later(c);
    counting n = { c, 0 };
    group_each_consumer(g, reply_consumer_count, &n);
    reply_later_array(c, place, n.consumers);
}

static int64_t idle_time(const call *c, const pending *p) {
    if (!p->owner) return -1;
    return c->now > p->time ? c->now - p->time : 0;
}

static void reply_pending(call *c, const pending *p) {
    reply_array(c, 4);
    reply_stream_id(c, p->id);
    reply_bulk(c, p->owner ? bytes_slice(p->owner->name) : SLICE(""));
    reply_int(c, idle_time(c, p));
    reply_int(c, p->count);
}

typedef struct pending_query {
    int64_t idle, count;
    stream_id start, end;
    slice consumer;
    bool one_consumer;
} pending_query;

static bool parse_pending(call *c, pending_query *q) {
    int at = 3;
    *q = (pending_query){ .count = 0 };
    if (c->argc == 3) return true;
    if (c->argc < 6 || c->argc > 9) return reply_syntax_error(c), false;
    if (slice_is(c->argv[3], "idle")) {
        if (!arg_int(c, c->argv[4], &q->idle)) return false;
        if (c->argc < 8) return reply_syntax_error(c), false;
        at = 5;
    }
    if (!arg_int(c, c->argv[at + 2], &q->count)) return false;
    if (!arg_stream_start(c, c->argv[at], &q->start) || !arg_stream_end(c, c->argv[at + 1], &q->end)) return false;
    q->one_consumer = c->argc > at + 3;
    if (q->one_consumer) q->consumer = c->argv[at + 3];
    return true;
}

static void pending_list(call *c, const group *g, const pending_query *q) {
    const consumer *k = q->one_consumer ? group_consumer(g, q->consumer) : NULL;
    if (q->one_consumer && !k) {
        reply_empty_array(c);
        return;
    }
    open_reply place = reply_later(c);
    pending_walk w;
    long n = 0;
    pending_walk_start(&w, k ? k->pel : g->pel, q->start, q->end);
    for (const pending *p; n < q->count && (p = pending_next(&w));) {
        if (q->idle && p->owner && idle_time(c, p) < q->idle) continue;
        reply_pending(c, p);
        n++;
    }
    pending_walk_stop(&w);
    reply_later_array(c, place, n);
}

static void xpending(call *c) {
    pending_query q;
    void *s;
    if (!parse_pending(c, &q) || !keyspace_get(c, c->argv[1], &stream_type, &s)) return;
    const group *g = s ? stream_group(s, c->argv[2]) : NULL;
    if (!g) no_such_key_or_group(c, c->argv[1], c->argv[2]);
    else if (c->argc == 3) pending_summary(c, g);
    else pending_list(c, g, &q);
}

/* -- XCLAIM ----------------------------------------------------------------------------------------------------- */

typedef struct claim {
    int64_t least_idle, time, retries;      /* time: what the delivery is said to have been; retries -1: counted up */
    stream_id last;
    bool force, just_id;
    int ids;                                /* from argument 5 on */
} claim;

static bool claim_number(call *c, const char *what, slice s, int64_t *out) {
    if (number_parse_int(s, out)) return true;
    reply_errorf(c, "ERR Invalid %s option argument for XCLAIM", what);
    return false;
}

/* One option at *i, which moves to its last word. */
static bool claim_option(call *c, claim *m, int *i) {
    slice word = c->argv[*i];
    bool more = *i + 1 < c->argc;
    if (slice_is(word, "force")) return m->force = true;
    if (slice_is(word, "justid")) return m->just_id = true;
    if (more && slice_is(word, "idle")) {
        int64_t idle;
        if (!claim_number(c, "IDLE", c->argv[++*i], &idle)) return false;
        if (__builtin_sub_overflow(c->now, idle, &m->time)) m->time = c->now;
        return true;
    }
    if (more && slice_is(word, "time")) return claim_number(c, "TIME", c->argv[++*i], &m->time);
    if (more && slice_is(word, "retrycount")) return claim_number(c, "RETRYCOUNT", c->argv[++*i], &m->retries);
    if (more && slice_is(word, "lastid")) return arg_stream_id(c, c->argv[++*i], 0, &m->last);
    reply_errorf(c, "ERR Unrecognized XCLAIM option '%.*s'", SLICE_ARGS(word));
    return false;
}

static bool parse_claim(call *c, claim *m) {
    stream_id id;
    bool bare;
    *m = (claim){ .time = c->now, .retries = -1 };
    if (!arg_int_or(c, c->argv[4], &m->least_idle, "ERR Invalid min-idle-time argument for XCLAIM")) return false;
    int i = 5;
    while (i < c->argc && stream_id_parse(c->argv[i], 0, &id, &bare)) i++;
    m->ids = i - 5;
    for (; i < c->argc; i++) {
        if (!claim_option(c, m, &i)) return false;
    }
    if (m->time < 0 || m->time > c->now) m->time = c->now;
    return true;
}

static void count_delivery(pending *p) { p->count += p->count < INT64_MAX; }

/* Gives it to the consumer and replies it. */
static void take_over(call *c, const stream *s, group *g, pending *p, consumer *k, const claim *m) {
    group_regive(g, p, k, m->time);
    if (m->retries >= 0) p->count = m->retries;
    else if (!m->just_id) count_delivery(p);
    if (m->just_id) reply_stream_id(c, p->id);
    else reply_entry_of(c, s, p->id);
    k->active = c->now;
    log_claim(c, c->argv[1], g, c->argv[3], p);
}

/* The entry is gone: so is what was pending; the log tells the same by claiming it, which drops it. */
static void drop_pending(call *c, group *g, pending *p) {
    log_claim(c, c->argv[1], g, p->owner ? bytes_slice(p->owner->name) : c->argv[3], p);
    group_acknowledge(g, p);
}

static bool is_idle(const call *c, const pending *p, int64_t least) {
    return !p->owner || least <= 0 || c->now - p->time >= least;
}

static void xclaim(call *c) {
    stream *s;
    group *g;
    claim m;
    bool created;
    if (!stream_and_group(c, c->argv[1], c->argv[2], &s, &g) || !parse_claim(c, &m)) return;
    bool advanced = stream_id_compare(m.last, g->last) > 0;
    if (advanced) g->last = m.last;
    consumer *k = consumer_open(c, c->argv[1], g, c->argv[3], &created);
    propagate_nothing(c);
    open_reply place = reply_later(c);
    long claimed = 0, dropped = 0;
    for (int i = 0; i < m.ids; i++) {
        stream_id id;
        bool bare;
        stream_id_parse(c->argv[5 + i], 0, &id, &bare);
        pending *p = group_pending(g, id);
        if (!stream_has(s, id)) {
            if (p) drop_pending(c, g, p), dropped++;
            continue;
        }
        if (!p && m.force) p = group_give(g, id, NULL, 0, 1);
        if (!p || !is_idle(c, p, m.least_idle)) continue;
        take_over(c, s, g, p, k, &m);
        claimed++;
    }
    reply_later_array(c, place, claimed);
    if (advanced && !claimed) log_group_place(c, c->argv[1], g);
    if (claimed || dropped || advanced) changed_aside(c, c->argv[1], NOTIFY_STREAM, NULL);
}

/* -- XAUTOCLAIM ----------------------------------------------------------------------------------------- */

static bool parse_autoclaim(call *c, claim *m, stream_id *start, int64_t *count) {
    *m = (claim){ .time = c->now, .retries = -1 };
    *count = CLAIMED_AT_ONCE;
    if (!arg_int_or(c, c->argv[4], &m->least_idle, "ERR Invalid min-idle-time argument for XAUTOCLAIM")) return false;
    if (!arg_stream_start(c, c->argv[5], start)) return false;
    for (int i = 6; i < c->argc; i++) {
        if (i + 1 < c->argc && slice_is(c->argv[i], "count")) {
            if (number_parse_int(c->argv[++i], count) && *count > 0 && *count <= INT64_MAX / STREAM_ID_RAW) continue;
            return reply_error(c, "ERR COUNT must be > 0"), false;
        }
        if (!slice_is(c->argv[i], "justid")) return reply_syntax_error(c), false;
        m->just_id = true;
    }
    return true;
}

/* IDs found deleted, to be told after the rest. */
typedef struct id_list { stream_id *at; size_t count, cap; } id_list;

static void id_list_add(id_list *l, stream_id id) {
    if (l->count == l->cap) {
        size_t cap = l->cap ? l->cap * 2 : 8;
        l->at = memory_resize(l->at, l->cap * sizeof *l->at, cap * sizeof *l->at);
        l->cap = cap;
    }
    l->at[l->count++] = id;
}

static void reply_id_list(call *c, id_list *l) {
    reply_array(c, (long)l->count);
    for (size_t i = 0; i < l->count; i++) reply_stream_id(c, l->at[i]);
    memory_free(l->at, l->cap * sizeof *l->at);
}

static void xautoclaim(call *c) {
    stream *s;
    group *g;
    claim m;
    stream_id start;
    int64_t count;
    bool created;
    if (!parse_autoclaim(c, &m, &start, &count) || !stream_and_group(c, c->argv[1], c->argv[2], &s, &g)) return;
    consumer *k = consumer_open(c, c->argv[1], g, c->argv[3], &created);
    propagate_nothing(c);
    reply_array(c, 3);
    open_reply cursor = reply_later(c), place = reply_later(c);
    id_list gone = { 0 };
    pending_walk w;
    long claimed = 0;
    int64_t attempts = count > INT64_MAX / ATTEMPTS_AN_ENTRY ? INT64_MAX : count * ATTEMPTS_AN_ENTRY;
    pending *p;
    pending_walk_start(&w, g->pel, start, STREAM_ID_MOST);
    while ((p = pending_next(&w)) && attempts-- && count) {
        if (!stream_has(s, p->id)) {
            id_list_add(&gone, p->id);
            drop_pending(c, g, p);
            count--;
        } else if (is_idle(c, p, m.least_idle)) {
            take_over(c, s, g, p, k, &m);
            claimed++;
            count--;
        }
    }
    char room[STREAM_ID_TEXT];
    reply_later_array(c, place, claimed);
    reply_later_bulk(c, cursor, stream_id_word(p ? p->id : STREAM_ID_LEAST, room));
    pending_walk_stop(&w);
    bool any = claimed || gone.count;
    reply_id_list(c, &gone);
    if (any) changed_aside(c, c->argv[1], NOTIFY_STREAM, NULL);
}

/* -- XNACK ---------------------------------------------------------------------------------------------- */

typedef struct release { enum { SILENT, FAIL, FATAL } mode; int64_t retries; bool force; } release;

static bool parse_release(call *c, release *r, stream_id **ids, int *count) {
    static const char *const modes[] = { "silent", "fail", "fatal" };
    int mode = 0, at = 4;
    *r = (release){ .retries = -1 };
    while (mode < 3 && !slice_is(c->argv[3], modes[mode])) mode++;
    if (mode == 3) return reply_syntax_error(c), false;
    *ids = arg_counted_ids(c, &at, count);
    if (!*ids) return false;
    bool good = true;
    for (r->mode = mode; good && at < c->argc; at++) {
        if (slice_is(c->argv[at], "force")) {
            r->force = true;
        } else if (at + 1 < c->argc && slice_is(c->argv[at], "retrycount")) {
            good = arg_int_between(c, c->argv[++at], &r->retries, 0, INT64_MAX);
        } else {
            reply_syntax_error(c);
            good = false;
        }
    }
    if (!good) memory_free(*ids, (size_t)*count * sizeof **ids);
    return good;
}

static bool release_one(const stream *s, group *g, stream_id id, const release *r) {
    pending *p = group_pending(g, id);
    bool forced = !p && r->force && stream_has(s, id);
    if (forced) p = group_give(g, id, NULL, 0, 0);
    if (!p) return false;
    if (r->retries >= 0) p->count = r->retries;
    else if (r->mode == FATAL) p->count = INT64_MAX;
    else if (r->mode == SILENT && p->count > 0) p->count--;
    group_release(g, p);
    return true;
}

static void log_release(call *c, const group *g, const pending *p) {
    if (!propagate_heard()) return;
    char id[STREAM_ID_TEXT], count[NUMBER_INT_TEXT];
    propagate_words(c, 10, SLICE("XNACK"), c->argv[1], bytes_slice(g->name), SLICE("FAIL"), SLICE("IDS"), SLICE("1"),
                    stream_id_word(p->id, id), SLICE("RETRYCOUNT"), int_word(p->count, count), SLICE("FORCE"));
}

static void xnack(call *c) {
    stream *s;
    group *g;
    release r;
    stream_id *ids;
    int count;
    int64_t released = 0;
    if (!parse_release(c, &r, &ids, &count)) return;
    if (stream_and_group(c, c->argv[1], c->argv[2], &s, &g)) {
        propagate_nothing(c);
        for (int i = 0; i < count; i++) {
            if (!release_one(s, g, ids[i], &r)) continue;
            log_release(c, g, group_pending(g, ids[i]));
            released++;
        }
        reply_int(c, released);
        if (released) changed_aside(c, c->argv[1], NOTIFY_STREAM, "xnack");
    }
    memory_free(ids, (size_t)count * sizeof *ids);
}

#define PLACE "{id-selector: id | (new-id: '$')}"

static const command commands[] = {
    { "xgroup", NULL, CONTAINER, 0, "", "5.0.0", "Depends on subcommand.", "Manages groups of consumers.", .arity = -2 },
    { "xgroup|create", xgroup_create, WRITE | DENYOOM, KEY_ADD,
      "@key group " PLACE " [MKSTREAM] [ENTRIESREAD #entriesread=entries-read]",
      "5.0.0", "O(1)", "Makes a group of consumers.", .history = "7.0.0 New: `ENTRIESREAD`" },
    { "xgroup|setid", xgroup_setid, WRITE, KEY_CHANGE, "@key group " PLACE " [ENTRIESREAD #entriesread=entries-read]",
      "5.0.0", "O(1)",
      "Sets the ID up to which a group has read.", .history = "7.0.0 New: `ENTRIESREAD`" },
    { "xgroup|destroy", xgroup_destroy, WRITE, KEY_TAKE, "@key group", "5.0.0",
      "O(N) where N is the number of entries in the group's pending entries list (PEL).", "Removes a group." },
    { "xgroup|createconsumer", xgroup_createconsumer, WRITE | DENYOOM, KEY_ADD, "@key group consumer", "6.2.0", "O(1)",
      "Makes a consumer in a group." },
    { "xgroup|delconsumer", xgroup_delconsumer, WRITE, KEY_TAKE, "@key group consumer", "5.0.0", "O(1)",
      "Removes a consumer from a group." },
    { "xgroup|help", xgroup_help, LOADING | STALE, 0, "", "5.0.0", "O(1)", "Tells about the subcommands." },
    { "xack", xack, WRITE | FAST, KEY_CHANGE, "@key group id ...", "5.0.0", "O(1) for each message ID processed.",
      "Acknowledges entries: they are no longer pending." },
    { "xpending", xpending, READ, KEY_READ,
      "@key group [(filters: [IDLE #min-idle-time]^6.2.0 start end #count [consumer])]", "5.0.0",
      "O(N) with N being the number of elements returned, so asking for a small fixed number of entries per call is O(1). O(M), where M "
      "is the total number of entries scanned when used with the IDLE filter. When the command returns just the summary and the list "
      "of consumers is small, it runs in O(1) time; otherwise, an additional O(N) time for iterating every consumer.",
      "Tells which entries of a group are pending.", .tips = "nondeterministic_output" },
    { "xclaim", xclaim, WRITE | FAST, KEY_CHANGE,
      "@key group consumer min-idle-time id ... [IDLE #ms] [TIME !unix-time-milliseconds] [RETRYCOUNT #count] [FORCE] [JUSTID] "
      "[LASTID lastid]", "5.0.0",
      "O(log N) with N being the number of messages in the PEL of the consumer group.", "Makes a consumer the owner of pending entries.",
      .tips = "nondeterministic_output" },
    { "xautoclaim", xautoclaim, WRITE | FAST, KEY_TAKE, "@key group consumer min-idle-time start [COUNT #count] [JUSTID]", "6.2.0",
      "O(1) if COUNT is small.", "Makes a consumer the owner of what has been pending for long.", .tips = "nondeterministic_output",
      .history = "7.0.0 Tells which entries were found deleted, and forgets them." },
    { "xnack", xnack, WRITE | FAST, KEY_CHANGE,
      "@key group {mode: SILENT | FAIL | FATAL} (ids: IDS #numids id ...) [RETRYCOUNT #count] [FORCE]", "8.8.0",
      "O(1) for each message ID processed.", "Gives pending entries back, for any consumer to take.", .arity = -7 },
    { 0 }
};

const feature stream_groups = { .name = "stream", .commands = commands };
