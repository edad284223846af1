/* streams.c -- the log: XADD and its kin, ranges, deleting and trimming. */
#include "commands/streams.h"
#include "base/memory.h"
#include "base/number.h"
#include "commands/streams_add.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/propagate.h"
#include "server/reply.h"
#include "store/limits.h"
#include "store/stream_idmp.h"

static struct { int64_t idmp_duration_s, idmp_most; } state;

stream_memory *stream_memory_open(stream *s) {
    return stream_remember(s, (stream_memory_defaults){ state.idmp_duration_s, state.idmp_most });
}

/* -- arguments and replies ---------------------------------------------------------------------------- */

static bool invalid_id(call *c) {
    reply_error(c, "ERR Invalid stream ID specified as stream command argument");
    return false;
}

bool arg_stream_id(call *c, slice s, uint64_t seq, stream_id *out) {
    bool bare;
    return stream_id_parse(s, seq, out, &bare) || invalid_id(c);
}

/* True when an exclusive end was meant; the ID follows. */
static bool take_parenthesis(slice *s) {
    if (!s->len || s->at[0] != '(') return false;
    *s = slice_make(s->at + 1, s->len - 1);
    return true;
}

bool arg_stream_start(call *c, slice s, stream_id *out) {
    if (slice_equal(s, SLICE("-"))) return *out = STREAM_ID_LEAST, true;
    if (slice_equal(s, SLICE("+"))) return *out = STREAM_ID_MOST, true;
    bool beyond = take_parenthesis(&s);
    if (!arg_stream_id(c, s, 0, out)) return false;
    if (!beyond || stream_id_next(out)) return true;
    reply_error(c, "ERR invalid start ID for the interval");
    return false;
}

bool arg_stream_end(call *c, slice s, stream_id *out) {
    if (slice_equal(s, SLICE("-"))) return *out = STREAM_ID_LEAST, true;
    if (slice_equal(s, SLICE("+"))) return *out = STREAM_ID_MOST, true;
    bool before = take_parenthesis(&s);
    if (!arg_stream_id(c, s, UINT64_MAX, out)) return false;
    if (!before || stream_id_previous(out)) return true;
    reply_error(c, "ERR invalid end ID for the interval");
    return false;
}

stream_id *arg_stream_ids(call *c, int first, int count) {
    stream_id *ids = memory_alloc((size_t)count * sizeof *ids);
    for (int i = 0; i < count; i++) {
        if (arg_stream_id(c, c->argv[first + i], 0, &ids[i])) continue;
        memory_free(ids, (size_t)count * sizeof *ids);
        return NULL;
    }
    return ids;
}

slice stream_id_word(stream_id id, char *room) { return slice_make(room, (size_t)stream_id_print(room, id)); }
slice int_word(int64_t n, char *room) { return slice_make(room, (size_t)number_print_int(room, n)); }

void reply_stream_id(call *c, stream_id id) {
    char room[STREAM_ID_TEXT];
    reply_bulk(c, stream_id_word(id, room));
}

void reply_entry_fields(call *c, stream_walk *w) {
    char rooms[2][LISTPACK_INT_TEXT];
    slice field, value;
    reply_array(c, 2 * (long)w->pairs);
    while (stream_pair(w, &field, &value, rooms[0], rooms[1])) {
        reply_bulk(c, field);
        reply_bulk(c, value);
    }
}

void reply_entry(call *c, stream_walk *w) {
    reply_array(c, 2);
    reply_stream_id(c, w->id);
    reply_entry_fields(c, w);
}

void reply_entry_of(call *c, const stream *s, stream_id id) {
    stream_walk w = stream_walk_start(s, id, id, false);
    if (stream_next(&w)) reply_entry(c, &w);
    else reply_null(c);
}

/* -- XADD ------------------------------------------------------------------------------------------------ */

/* The ID of the new entry; false when the error has been replied. */
static bool choose_id(call *c, const stream *s, const addition *a, stream_id *id) {
    *id = a->id;
    if (stream_id_compare(s->last, STREAM_ID_MOST) == 0) {
        reply_error(c, "ERR The stream has exhausted the last possible ID, unable to add more items");
        return false;
    }
    if (a->form == ID_GIVEN) {
        if (stream_id_compare(*id, s->last) > 0) return true;
    } else if (a->form == ID_OF_NOW) {
        *id = (stream_id){ (uint64_t)c->now, 0 };
        if (id->ms > s->last.ms) return true;
        *id = s->last;
        return stream_id_next(id);
    } else if (id->ms > s->last.ms) {
        return true;
    } else if (id->ms == s->last.ms && s->last.seq < UINT64_MAX) {
        id->seq = s->last.seq + 1;
        return true;
    }
    reply_error(c, "ERR The ID specified in XADD is equal or smaller than the target stream top item");
    return false;
}

/* The request with the ID it got and with exact trimming. */
static void log_addition(call *c, const addition *a, const stream *s, stream_id id) {
    if (!propagate_heard()) return;
    char rooms[2][STREAM_ID_TEXT];
    slice few[32], *argv = few;
    size_t size = (size_t)c->argc * sizeof *argv;
    if (c->argc > 32) argv = memory_alloc(size);
    int argc = 0;
    for (int i = 0; i < c->argc; i++) {
        if (a->idmp_at && i >= a->idmp_at && i < a->idmp_at + a->idmp_words) continue;
        argv[argc] = c->argv[i];
        if (i == a->id_at) argv[argc] = stream_id_word(id, rooms[0]);
        else if (a->trim.rough && i == a->trim_at - 1) argv[argc] = SLICE("=");
        else if (a->trim.rough && i == a->trim_at) argv[argc] = trim_word(a, s, rooms[1]);
        argc++;
    }
    propagate_as(c, argc, argv);
    if (argv != few) memory_free(argv, size);
}

static void log_record(call *c, const addition *a, stream_id id) {
    char room[STREAM_ID_TEXT];
    propagate_words(c, 5, SLICE("XIDMPRECORD"), c->argv[1], a->producer, a->message, stream_id_word(id, room));
}

/* True when the producer has added this message before: its ID is the reply. */
static bool is_repeated(call *c, stream *s, const addition *a) {
    if (!a->idmp_at) return false;
    stream_memory *m = stream_memory_open(s);
    stream_id id;
    if (!stream_memory_find(m, a->producer, a->message, c->now, &id)) return false;
    m->duplicates++;
    reply_stream_id(c, id);
    return true;
}

static stream *open_for_addition(call *c, const addition *a) {
    void *value;
    if (!a->no_make) return keyspace_open(c, c->argv[1], &stream_type);
    if (!keyspace_edit(c, c->argv[1], &stream_type, &value)) return NULL;
    if (!value) reply_null(c);
    return value;
}

static void refuse_addition(call *c, const stream *s) {
    if (c->created && !s->added) keyspace_abandon(c, c->argv[1]);
}

static void xadd(call *c) {
    addition a;
    if (!parse_addition(c, &a, true)) return;
    stream *s = open_for_addition(c, &a);
    stream_id id;
    if (!s || is_repeated(c, s, &a)) return;
    if (!choose_id(c, s, &a, &id)) {
        refuse_addition(c, s);
        return;
    }
    int first = a.id_at + 1;
    if (!stream_append(s, id, (size_t)(c->argc - first) / 2, c->argv + first)) {
        reply_error(c, "ERR Elements are too large to be stored");
        refuse_addition(c, s);
        return;
    }
    reply_stream_id(c, id);
    changed(c, c->argv[1], NOTIFY_STREAM, "xadd");
    bool trimmed = a.trim.what && trim_stream(s, &a);
    if (trimmed) notify(c, c->argv[1], NOTIFY_STREAM, "xtrim");
    if (a.form != ID_GIVEN || a.trim.rough || a.idmp_at) log_addition(c, &a, s, id);
    if (!a.idmp_at) return;
    stream_memory_add(s->memory, a.producer, a.message, id, c->now);
    log_record(c, &a, id);
}

/* -- XLEN, XRANGE, XREVRANGE -------------------------------------------------------------------------------- */

static void xlen(call *c) {
    void *s;
    if (keyspace_get(c, c->argv[1], &stream_type, &s)) reply_int(c, s ? (int64_t)((stream *)s)->length : 0);
}

static void range(call *c, bool back) {
    stream_id start, end;
    int64_t count = -1;
    void *s;
    if (!arg_stream_start(c, c->argv[back ? 3 : 2], &start) || !arg_stream_end(c, c->argv[back ? 2 : 3], &end)) return;
    for (int i = 4; i < c->argc; i += 2) {
        if (!slice_is(c->argv[i], "count") || i + 1 == c->argc) {
            reply_syntax_error(c);
            return;
        }
        if (!arg_int(c, c->argv[i + 1], &count)) return;
        if (count < 0) count = 0;
    }
    if (!keyspace_get(c, c->argv[1], &stream_type, &s)) return;
    if (!s) {
        reply_empty_array(c);
        return;
    }
    if (!count) {
        reply_null_array(c);
        return;
    }
    open_reply place = reply_later(c);
    stream_walk w = stream_walk_start(s, start, end, back);
    long n = 0;
    for (; (count < 0 || n < count) && stream_next(&w); n++) reply_entry(c, &w);
    reply_later_array(c, place, n);
}

static void xrange(call *c) { range(c, false); }
static void xrevrange(call *c) { range(c, true); }

/* -- XDEL, XTRIM, XSETID -------------------------------------------------------------------------------------- */

static void xdel(call *c) {
    void *s;
    int count = c->argc - 2;
    int64_t deleted = 0;
    if (!keyspace_edit(c, c->argv[1], &stream_type, &s)) return;
    if (!s) {
        reply_int(c, 0);
        return;
    }
    stream_id *ids = arg_stream_ids(c, 2, count);
    if (!ids) return;
    for (int i = 0; i < count; i++) deleted += stream_delete(s, ids[i], true);
    memory_free(ids, (size_t)count * sizeof *ids);
    if (deleted) changed(c, c->argv[1], NOTIFY_STREAM, "xdel");
    reply_int(c, deleted);
}

static void xtrim(call *c) {
    addition a;
    void *s;
    char room[STREAM_ID_TEXT];
    if (!parse_addition(c, &a, false) || !keyspace_edit(c, c->argv[1], &stream_type, &s)) return;
    uint64_t removed = s ? trim_stream(s, &a) : 0;
    reply_int(c, (int64_t)removed);
    if (!removed) return;
    changed_by(c, (int64_t)removed, c->argv[1], NOTIFY_STREAM, "xtrim");
    if (!a.trim.rough) return;
    slice what = a.trim.what == TRIM_LENGTH ? SLICE("MAXLEN") : SLICE("MINID"), most = trim_word(&a, s, room);
    if (a.policy_at) propagate_words(c, 6, c->argv[0], c->argv[1], what, SLICE("="), most, c->argv[a.policy_at]);
    else propagate_words(c, 5, c->argv[0], c->argv[1], what, SLICE("="), most);
}

/* What XSETID may say besides the ID; added -1 when it does not. */
static bool parse_setid(call *c, stream_id id, int64_t *added, stream_id *deleted) {
    *added = -1;
    *deleted = STREAM_ID_LEAST;
    for (int i = 3; i < c->argc; i += 2) {
        bool more = i + 1 < c->argc;
        if (more && slice_is(c->argv[i], "entriesadded")) {
            if (!arg_int(c, c->argv[i + 1], added)) return false;
            if (*added < 0) return reply_error(c, "ERR entries_added must be positive"), false;
        } else if (more && slice_is(c->argv[i], "maxdeletedid")) {
            if (!arg_stream_id(c, c->argv[i + 1], 0, deleted)) return false;
            if (stream_id_compare(id, *deleted) >= 0) continue;
            reply_error(c, "ERR The ID specified in XSETID is smaller than the provided max_deleted_entry_id");
            return false;
        } else {
            return reply_syntax_error(c), false;
        }
    }
    return true;
}

static void xsetid(call *c) {
    stream_id id, deleted;
    int64_t added;
    void *value;
    if (!arg_stream_id(c, c->argv[2], 0, &id) || !parse_setid(c, id, &added, &deleted)) return;
    if (!keyspace_edit(c, c->argv[1], &stream_type, &value)) return;
    if (!value) {
        reply_error(c, "ERR no such key");
        return;
    }
    stream *s = value;
    stream_walk w = stream_walk_start(s, STREAM_ID_LEAST, STREAM_ID_MOST, true);
    if (stream_id_compare(id, s->deleted) < 0) {
        reply_error(c, "ERR The ID specified in XSETID is smaller than current max_deleted_entry_id");
        return;
    }
    if (stream_next(&w) && stream_id_compare(id, w.id) < 0) {
        reply_error(c, "ERR The ID specified in XSETID is smaller than the target stream top item");
        return;
    }
    if (added >= 0 && (uint64_t)added < s->length) {
        reply_error(c, "ERR The entries_added specified in XSETID is smaller than the target stream length");
        return;
    }
    stream_set_last(s, id, added >= 0 ? (uint64_t)added : s->added, stream_id_is_zero(deleted) ? s->deleted : deleted);
    reply_ok(c);
    changed_aside(c, c->argv[1], NOTIFY_STREAM, "xsetid");
}

#define TRIMMING "{strategy: MAXLEN | MINID^6.2.0} [operator: (equal: '=') | (approximately: '~')] threshold [LIMIT #count]^6.2.0"
#define POLICY "[condition: KEEPREF | DELREF | ACKED]^8.2.0"

static const command commands[] = {
    { "xadd", xadd, WRITE | DENYOOM | FAST, KEY_CHANGE,
      "@key [NOMKSTREAM]^6.2.0 " POLICY " [idmp: IDMPAUTO pid | IDMP (pid iid)]^8.6.0 [(trim: " TRIMMING ")] "
      "{id-selector: (auto-id: '*') | id} (data: field value) ...", "5.0.0",
      "O(1) when adding a new entry, O(N) when trimming where N being the number of entries evicted.",
      "Adds an entry to a stream.", .tips = "nondeterministic_output", .arity = -5,
      .history = "7.0.0 IDs of the form `<ms>-*`.",
      .key_notes = "UPDATE rather than INSERT: it may trim as well" },
    { "xlen", xlen, READ | FAST, KEY_RO, "@key", "5.0.0", "O(1)", "Counts the entries of a stream." },
    { "xrange", xrange, READ, KEY_READ, "@key start end [COUNT #count]", "5.0.0",
      "O(N) with N being the number of elements being returned. If N is constant (e.g. always asking for the first 10 elements with "
      "COUNT), you can consider it O(1).", "Gives the entries within an interval of IDs.",
      .history = "6.2.0 Ends may be exclusive." },
    { "xrevrange", xrevrange, READ, KEY_READ, "@key end start [COUNT #count]", "5.0.0",
      "O(N) with N being the number of elements returned. If N is constant (e.g. always asking for the first 10 elements with COUNT), "
      "you can consider it O(1).", "Gives the entries within an interval of IDs, the latest first.",
      .history = "6.2.0 Ends may be exclusive." },
    { "xdel", xdel, WRITE | FAST, KEY_TAKE, "@key id ...", "5.0.0",
      "O(1) for each single item to delete in the stream, regardless of the stream size.", "Deletes entries of a stream." },
    { "xtrim", xtrim, WRITE, KEY_TAKE, "@key (trim: " TRIMMING ") " POLICY, "5.0.0",
      "O(N), with N being the number of evicted entries. Constant times are very small however, since entries are organized in macro "
      "nodes containing multiple entries that can be released with a single deallocation.", "Deletes the oldest entries of a stream.",
      .tips = "nondeterministic_output", .arity = -4 },
    { "xsetid", xsetid, WRITE | DENYOOM | FAST, KEY_CHANGE,
      "@key last-id [ENTRIESADDED #entries-added]^7.0.0 [MAXDELETEDID max-deleted-id]^7.0.0",
      "5.0.0", "O(1)", "Sets the last ID of a stream, and its counters." },
    { 0 }
};

static const setting settings[] = {
    { "stream-node-max-bytes", SETTING_MEMORY, &store_limits.stream_node_max_bytes, "4096", .most = INT64_MAX },
    { "stream-node-max-entries", SETTING_INT, &store_limits.stream_node_max_entries, "100", .most = INT64_MAX },
    { "stream-idmp-duration", SETTING_INT, &state.idmp_duration_s, "100", .least = 1, .most = 86400, .flags = SETTING_HIDDEN },
    { "stream-idmp-maxsize", SETTING_INT, &state.idmp_most, "100", .least = 1, .most = 10000, .flags = SETTING_HIDDEN },
    { 0 }
};

static void start(void) {
    static const uint8_t rdb_types[] = { 15, 19, 21 };
    type_register(&stream_type);
    type_register_rdb(&stream_type, rdb_types, sizeof rdb_types);
}

const feature streams = { .name = "stream", .commands = commands, .settings = settings, .start = start };
