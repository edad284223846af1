/* hyperloglogs.c -- counting distinct elements (behaviour.md section 27). */
#include "base/memory.h"
#include "base/number.h"
#include "data/hyperloglog.h"
#include "server/client.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/propagate.h"
#include "server/reply.h"
#include "store/limits.h"

static const char corrupted[] = "INVALIDOBJ Corrupted HLL object detected";

static bool is_one(call *c, const entry *e) {
    char room[NUMBER_INT_TEXT];
    if (!e || hyperloglog_is(string_text(e, room))) return true;
    reply_error(c, "WRONGTYPE Key is not a valid HyperLogLog string value.");
    return false;
}

/* A copy of the value to work on: it goes back with put(), in one piece. */
static bytes *take(const entry *e) {
    char room[NUMBER_INT_TEXT];
    return e ? bytes_copy(string_text(e, room)) : hyperloglog_new();
}

/* The string is raw afterwards, as after any change in place. */
static void put(call *c, slice key, entry *e, const bytes *value) {
    if (!e) {
        keyspace_put_string(c, key, bytes_slice(value), -1);
        e = c->opened;
    }
    bytes *into = string_open(c->client->db, &e, value->len);
    memcpy(into->at, value->at, value->len);
    c->opened = e;
    c->opened_key = key.at;
}

static void pfadd(call *c) {
    slice key = c->argv[1];
    entry *e;
    if (!keyspace_edit_string(c, key, &e) || !is_one(c, e)) return;
    bytes *h = take(e);
    int64_t grown = !e;                     /* the key, and each register */
    for (int i = 2; i < c->argc; i++) {
        enum hyperloglog_result r = hyperloglog_add(&h, c->argv[i], (size_t)store_limits.hll_sparse_max_bytes);
        if (r == HYPERLOGLOG_CORRUPTED) {
            reply_error(c, corrupted);
            bytes_free(h);
            return;
        }
        grown += r == HYPERLOGLOG_CHANGED;
    }
    if (grown) {
        put(c, key, e, h);
        changed_by(c, grown, key, NOTIFY_STRING, "pfadd");
    }
    reply_int(c, grown > 0);
    bytes_free(h);
}

static void count_one(call *c) {
    entry *e;
    uint64_t n;
    char room[NUMBER_INT_TEXT];
    if (!keyspace_get_string(c, c->argv[1], &e) || !is_one(c, e)) return;
    if (!e) {
        reply_int(c, 0);
    } else if (hyperloglog_cached(string_text(e, room), &n)) {
        reply_int(c, (int64_t)n);
    } else {
        bytes *h = take(e);
        if (hyperloglog_count(h, &n)) {
            put(c, c->argv[1], e, h);
            changed(c, c->argv[1], NOTIFY_STRING, NULL);
            reply_int(c, (int64_t)n);
        } else {
            reply_error(c, corrupted);
        }
        bytes_free(h);
    }
}

/* The union of the keys from argv[first] on; *dense when one of them is. False when an error was replied. */
static bool unite(call *c, int first, hyperloglog_union *u, bool *dense) {
    char room[NUMBER_INT_TEXT];
    for (int i = first; i < c->argc; i++) {
        entry *e;
        if (!keyspace_get_string(c, c->argv[i], &e) || !is_one(c, e)) return false;
        if (!e) continue;
        slice s = string_text(e, room);
        *dense |= !hyperloglog_is_sparse(s);
        if (!hyperloglog_union_add(u, s)) return reply_error(c, corrupted), false;
    }
    return true;
}

static void pfcount(call *c) {
    hyperloglog_union u = { { 0 } };
    bool dense = false;
    if (c->argc == 2) count_one(c);
    else if (unite(c, 1, &u, &dense)) reply_int(c, (int64_t)hyperloglog_union_count(&u));
}

static void pfmerge(call *c) {
    hyperloglog_union u = { { 0 } };
    slice key = c->argv[1];
    bool dense = false;
    entry *e;
    if (!unite(c, 1, &u, &dense) || !keyspace_edit_string(c, key, &e)) return;
    bytes *h = take(e);
    bool good = !dense || hyperloglog_to_dense(&h) != HYPERLOGLOG_CORRUPTED;
    good = good && hyperloglog_absorb(&h, &u, (size_t)store_limits.hll_sparse_max_bytes) != HYPERLOGLOG_CORRUPTED;
    if (good) {
        put(c, key, e, h);
        changed(c, key, NOTIFY_STRING, "pfadd");
        reply_ok(c);
    } else {
        reply_error(c, corrupted);
    }
    bytes_free(h);
}

/* -- PFDEBUG, PFSELFTEST ------------------------------------------------------------------------------------ */

static void debug_registers(call *c, slice s) {
    hyperloglog_union u = { { 0 } };
    if (!hyperloglog_union_add(&u, s)) {
        reply_error(c, corrupted);
        return;
    }
    reply_array(c, HYPERLOGLOG_REGISTERS);
    for (int i = 0; i < HYPERLOGLOG_REGISTERS; i++) reply_int(c, u.at[i]);
}

static void debug_decode(call *c, slice s) {
    bytes *text = bytes_new(64);
    if (!hyperloglog_is_sparse(s)) reply_error(c, "ERR HLL encoding is not sparse");
    else if (!hyperloglog_describe(s, &text)) reply_error(c, corrupted);
    else reply_bulk(c, bytes_slice(text));
    bytes_free(text);
}

static void debug_to_dense(call *c, entry *e) {
    bytes *h = take(e);
    enum hyperloglog_result r = hyperloglog_to_dense(&h);
    if (r == HYPERLOGLOG_CHANGED) {
        put(c, c->argv[2], e, h);
        changed_aside(c, c->argv[2], NOTIFY_STRING, NULL);
    }
    if (r == HYPERLOGLOG_CORRUPTED) reply_error(c, corrupted);
    else reply_int(c, r == HYPERLOGLOG_CHANGED);
    bytes_free(h);
}

static void pfdebug(call *c) {
    char room[NUMBER_INT_TEXT];
    slice what = c->argv[1];
    entry *e;
    if (slice_is(what, "simd")) {
        if (slice_is(c->argv[2], "on") || slice_is(c->argv[2], "off")) reply_ok(c);
        else reply_error(c, "ERR Argument must be ON or OFF");
        return;
    }
    if (!keyspace_edit_string(c, c->argv[2], &e)) return;
    if (!e) {
        reply_error(c, "ERR The specified key does not exist");
        return;
    }
    if (!is_one(c, e)) return;
    slice s = string_text(e, room);
    if (slice_is(what, "getreg")) debug_registers(c, s);
    else if (slice_is(what, "decode")) debug_decode(c, s);
    else if (slice_is(what, "encoding")) reply_status(c, hyperloglog_is_sparse(s) ? "sparse" : "dense");
    else if (slice_is(what, "todense")) debug_to_dense(c, e);
    else reply_errorf(c, "ERR Unknown PFDEBUG subcommand '%.*s'", SLICE_ARGS(what));
}

/* Counts a run of numbers with both encodings and compares: the estimate must stay within four standard errors. */
static void pfselftest(call *c) {
    enum { ELEMENTS = 50000 };
    const double allowed = 4 * 1.04 / 128;
    bytes *h = hyperloglog_new();
    uint64_t n = 0;
    bool good = true;
    for (int i = 1; good && i <= ELEMENTS; i++) {
        char room[NUMBER_INT_TEXT];
        slice text = { room, (size_t)number_print_int(room, i) };
        good = hyperloglog_add(&h, text, (size_t)store_limits.hll_sparse_max_bytes) != HYPERLOGLOG_CORRUPTED;
        if (i % 10000) continue;
        good = good && hyperloglog_count(h, &n) && (double)n > i * (1 - allowed) && (double)n < i * (1 + allowed);
    }
    bytes_free(h);
    if (good) reply_ok(c);
    else reply_errorf(c, "ERR TESTFAILED estimate %llu is off", (unsigned long long)n);
}

static const command commands[] = {
    { "pfadd", pfadd, WRITE | DENYOOM | FAST, KEY_ADD, "@key [element ...]", "2.8.9", "O(1) to add every element.",
      "Counts elements in." },
    { "pfcount", pfcount, READ | MAY_REPLICATE, KEY_RW | KEY_ACCESS, "@key ...", "2.8.9",
      "O(1) with a very small average constant time when called with a single key. O(N) with N being the number of keys.",
      "Estimates how many distinct elements were counted in.", .key_notes = "The estimate may be stored in the key" },
    { "pfmerge", pfmerge, WRITE | DENYOOM, KEYS2(KEY_RW | KEY_ACCESS | KEY_INSERT, KEY_READ), "@destkey [@sourcekey ...]", "2.8.9",
      "O(N) to merge N HyperLogLogs, but with high constant times.", "Unites several counts in one.",
      .key_specs = "RW+access+insert index{index=1} range{lastkey=0,keystep=1,limit=0} ; "
                   "RO+access index{index=2} range{lastkey=-1,keystep=1,limit=0}" },
    { "pfdebug", pfdebug, WRITE | DENYOOM | ADMIN | INTERNAL, KEY_RW | KEY_ACCESS, "subcommand @key", "2.8.9", "N/A",
      "Looks into a count." },
    { "pfselftest", pfselftest, ADMIN | INTERNAL, 0, "", "2.8.9", "N/A", "Checks the estimator." },
    { 0 }
};

static const setting settings[] = {
    { "hll-sparse-max-bytes", SETTING_MEMORY, &store_limits.hll_sparse_max_bytes, "3000", .most = INT64_MAX },
    { 0 }
};

const feature hyperloglogs = { .name = "hyperloglog", .commands = commands, .settings = settings };
