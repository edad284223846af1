/* streams_info.c -- XINFO. */
#include "commands/streams.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/reply.h"
#include "store/stream_idmp.h"

enum { SHOWN_BY_DEFAULT = 10 };

static void field_int(call *c, const char *name, int64_t n) {
    reply_bulk_text(c, name);
    reply_int(c, n);
}

static void field_id(call *c, const char *name, stream_id id) {
    reply_bulk_text(c, name);
    reply_stream_id(c, id);
}

static void field_int_if(call *c, const char *name, int64_t n, bool known) {
    reply_bulk_text(c, name);
    if (known) reply_int(c, n);
    else reply_null(c);
}

static void fields_of_progress(call *c, const stream *s, const group *g) {
    int64_t lag;
    bool known = group_lag(s, g, &lag);
    field_id(c, "last-delivered-id", g->last);
    field_int_if(c, "entries-read", g->read, g->read >= 0);
    field_int_if(c, "lag", lag, known);
}

static stream *get_stream(call *c) {
    void *s;
    if (!keyspace_get(c, c->argv[2], &stream_type, &s)) return NULL;
    if (!s) reply_error(c, "ERR no such key");
    return s;
}

/* -- XINFO STREAM ----------------------------------------------------------------------------------------- */

enum { COMMON_FIELDS = 7, MEMORY_FIELDS = 6 };

/* A stream that remembers idempotent additions has some fields more. */
static void reply_common(call *c, const stream *s, long further) {
    stream_memory *m = s->memory;
    if (m) stream_memory_expire(m, c->now);
    reply_map(c, COMMON_FIELDS + (m ? MEMORY_FIELDS : 0) + further);
    field_int(c, "length", (int64_t)s->length);
    field_int(c, "radix-tree-keys", (int64_t)s->count);
    field_int(c, "radix-tree-nodes", (int64_t)stream_tree_nodes(s));
    field_id(c, "last-generated-id", s->last);
    field_id(c, "max-deleted-entry-id", s->deleted);
    field_int(c, "entries-added", (int64_t)s->added);
    field_id(c, "recorded-first-entry-id", s->first);
    if (!m) return;
    field_int(c, "idmp-duration", m->duration_s);
    field_int(c, "idmp-maxsize", m->most);
    field_int(c, "pids-tracked", (int64_t)rax_count(m->producers));
    field_int(c, "iids-tracked", (int64_t)m->messages);
    field_int(c, "iids-added", (int64_t)m->added);
    field_int(c, "iids-duplicates", (int64_t)m->duplicates);
}

static void reply_edge(call *c, const stream *s, const char *name, bool last) {
    stream_walk w = stream_walk_start(s, STREAM_ID_LEAST, STREAM_ID_MOST, last);
    reply_bulk_text(c, name);
    if (stream_next(&w)) reply_entry(c, &w);
    else reply_null(c);
}

/* What a full report shows of each list; 0: all. */
typedef struct report { call *call; const stream *stream; int64_t most; } report;

static bool within(const report *r, long n) { return !r->most || n < r->most; }

static void report_entries(const report *r) {
    stream_walk w = stream_walk_start(r->stream, STREAM_ID_LEAST, STREAM_ID_MOST, false);
    long n = 0;
    reply_bulk_text(r->call, "entries");
    open_reply place = reply_later(r->call);
    for (; within(r, n) && stream_next(&w); n++) reply_entry(r->call, &w);
    reply_later_array(r->call, place, n);
}

static void report_pending(const report *r, const rax *pel, bool owners) {
    call *c = r->call;
    pending_walk w;
    long n = 0;
    reply_bulk_text(c, "pending");
    open_reply place = reply_later(c);
    pending_walk_start(&w, pel, STREAM_ID_LEAST, STREAM_ID_MOST);
    for (const pending *p; within(r, n) && (p = pending_next(&w)); n++) {
        reply_array(c, owners ? 4 : 3);
        reply_stream_id(c, p->id);
        if (owners) reply_bulk(c, p->owner ? bytes_slice(p->owner->name) : SLICE(""));
        reply_int(c, p->time);
        reply_int(c, p->count);
    }
    pending_walk_stop(&w);
    reply_later_array(c, place, n);
}

static void report_consumer(consumer *k, void *context) {
    const report *r = context;
    call *c = r->call;
    reply_map(c, 5);
    reply_bulk_text(c, "name");
    reply_bulk(c, bytes_slice(k->name));
    field_int(c, "seen-time", k->seen);
    field_int(c, "active-time", k->active);
    field_int(c, "pel-count", (int64_t)rax_count(k->pel));
    report_pending(r, k->pel, false);
}

static void report_group(group *g, void *context) {
    const report *r = context;
    call *c = r->call;
    reply_map(c, g->released_count ? 8 : 7);
    reply_bulk_text(c, "name");
    reply_bulk(c, bytes_slice(g->name));
    fields_of_progress(c, r->stream, g);
    field_int(c, "pel-count", (int64_t)rax_count(g->pel));
    if (g->released_count) field_int(c, "nacked-count", (int64_t)g->released_count);
    report_pending(r, g->pel, true);
    reply_bulk_text(c, "consumers");
    reply_array(c, (long)rax_count(g->consumers));
    group_each_consumer(g, report_consumer, context);
}

static void report_stream(call *c, const stream *s, int64_t most) {
    report r = { c, s, most };
    reply_common(c, s, 2);
    report_entries(&r);
    reply_bulk_text(c, "groups");
    reply_array(c, (long)stream_group_count(s));
    stream_each_group(s, report_group, &r);
}

static void xinfo_stream(call *c) {
    int64_t most = SHOWN_BY_DEFAULT;
    stream *s = get_stream(c);
    if (!s) return;
    if (c->argc > 3) {
        bool fits = slice_is(c->argv[3], "full") && (c->argc == 4 || (c->argc == 6 && slice_is(c->argv[4], "count")));
        if (!fits) {
            reply_unknown_subcommand(c);
            return;
        }
        if (c->argc == 6 && !arg_int(c, c->argv[5], &most)) return;
        report_stream(c, s, most < 0 ? SHOWN_BY_DEFAULT : most);
        return;
    }
    reply_common(c, s, 3);
    field_int(c, "groups", (int64_t)stream_group_count(s));
    reply_edge(c, s, "first-entry", false);
    reply_edge(c, s, "last-entry", true);
}

/* -- XINFO GROUPS, CONSUMERS ---------------------------------------------------------------------------------- */

static void show_group(group *g, void *context) {
    const report *r = context;
    call *c = r->call;
    reply_map(c, 6);
    reply_bulk_text(c, "name");
    reply_bulk(c, bytes_slice(g->name));
    field_int(c, "consumers", (int64_t)rax_count(g->consumers));
    field_int(c, "pending", (int64_t)rax_count(g->pel));
    fields_of_progress(c, r->stream, g);
}

static void xinfo_groups(call *c) {
    const stream *s = get_stream(c);
    if (!s) return;
    report r = { c, s, 0 };
    reply_array(c, (long)stream_group_count(s));
    stream_each_group(s, show_group, &r);
}

static int64_t since(const call *c, int64_t then) { return c->now > then ? c->now - then : 0; }

static void show_consumer(consumer *k, void *context) {
    call *c = context;
    reply_map(c, 4);
    reply_bulk_text(c, "name");
    reply_bulk(c, bytes_slice(k->name));
    field_int(c, "pending", (int64_t)rax_count(k->pel));
    field_int(c, "idle", since(c, k->seen));
    field_int(c, "inactive", k->active < 0 ? -1 : since(c, k->active));
}

static void xinfo_consumers(call *c) {
    const stream *s = get_stream(c);
    if (!s) return;
    const group *g = stream_group(s, c->argv[3]);
    if (!g) {
        reply_errorf(c, "NOGROUP No such consumer group '%.*s' for key name '%.*s'", SLICE_ARGS(c->argv[3]),
            SLICE_ARGS(c->argv[2]));
        return;
    }
    reply_array(c, (long)rax_count(g->consumers));
    group_each_consumer(g, show_consumer, c);
}

static void xinfo_help(call *c) {
    static const char *const lines[] = {
        "CONSUMERS <key> <groupname>", "    Show consumers of <groupname>.", "GROUPS <key>", "    Show the stream consumer groups.",
        "STREAM <key> [FULL [COUNT <count>]", "    Show information about the stream.", NULL
    };
    reply_help(c, lines);
}

static const command commands[] = {
    { "xinfo", NULL, CONTAINER, 0, "", "5.0.0", "Depends on subcommand.", "Tells about streams and their groups.", .arity = -2 },
    { "xinfo|stream", xinfo_stream, READ, KEY_READ, "@key [(full-block: FULL [COUNT #count])]", "5.0.0", "O(1)",
      "Tells about a stream.",
      .history = "6.0.0 New: `FULL`|7.0.0 Fields `max-deleted-entry-id`, `entries-added`, `recorded-first-entry-id`, "
      "`entries-read`, `lag`.|7.2.0 Field `active-time`; `seen-time` is the last attempt." },
    { "xinfo|groups", xinfo_groups, READ, KEY_READ, "@key", "5.0.0", "O(1)", "Lists the groups of a stream.",
      .history = "7.0.0 Fields `entries-read`, `lag`." },
    { "xinfo|consumers", xinfo_consumers, READ, KEY_READ, "@key group", "5.0.0", "O(1)", "Lists the consumers of a group.",
      .tips = "nondeterministic_output", .history = "7.2.0 Field `inactive`; `idle` is since the last attempt." },
    { "xinfo|help", xinfo_help, LOADING | STALE, 0, "", "5.0.0", "O(1)", "Tells about the subcommands." },
    { 0 }
};

const feature stream_reports = { .name = "stream", .commands = commands };
