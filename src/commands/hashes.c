/* hashes.c -- fields and values. Fields that expire are in hashes_expiry.c. */
#include "commands/hashes.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/random.h"
#include "commands/scan.h"
#include "server/client.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/propagate.h"
#include "server/reply.h"
#include "store/limits.h"
#include <math.h>

bool hash_edit_find(call *c, slice key, hash_edit *e) {
    void *value;
    if (!keyspace_edit(c, key, &hash_type, &value)) return false;
    *e = (hash_edit){ value, key, value ? hash_due(value) : HASH_NO_TIME };
    return true;
}

bool hash_edit_open(call *c, slice key, hash_edit *e) {
    hash *h = keyspace_open(c, key, &hash_type);
    if (!h) return false;
    *e = (hash_edit){ h, key, hash_due(h) };
    return true;
}

void hash_edit_done(call *c, hash_edit *e) {
    if (hash_due(e->hash) != e->due) db_fields_changed(c->client->db, c->opened, e->due);
    e->due = hash_due(e->hash);
}

/* The hash that a command reads, without those of the fields it names that are past their time. */
static bool read_fields(call *c, int count, hash **h) {
    void *value;
    if (!keyspace_get(c, c->argv[1], &hash_type, &value)) return false;
    if (value && hash_drop_named(c, c->argv[1], value, c->argv + 2, count, "hexpired")) {
        const entry *e = keyspace_peek(c, c->argv[1]);
        value = e ? entry_value(e) : NULL;
    }
    *h = value;
    return true;
}

/* The same for one that changes the field; the hash is created when missing. */
static bool open_field(call *c, hash_edit *e) {
    if (!hash_edit_find(c, c->argv[1], e)) return false;
    if (e->hash && !hash_drop_named(c, c->argv[1], e->hash, c->argv + 2, 1, "hexpired")) return true;
    return hash_edit_open(c, c->argv[1], e);
}

/* -- writing ----------------------------------------------------------------------------------- */

static bool hset_pairs(call *c, int64_t *created) {
    hash_edit e;
    if (c->argc % 2) return reply_wrong_arity(c), false;
    if (!hash_edit_open(c, c->argv[1], &e)) return false;
    *created = 0;
    hash_expect(e.hash, (size_t)c->argc / 2 - 1, c->argv + 2, c->argc - 2);
    for (int i = 2; i < c->argc; i += 2) *created += hash_set(e.hash, client_horizon(c), c->argv[i], c->argv[i + 1], false);
    hash_edit_done(c, &e);
    changed_by(c, (c->argc - 2) / 2, c->argv[1], NOTIFY_HASH, "hset");
    return true;
}

static void hset(call *c) {
    int64_t created;
    if (hset_pairs(c, &created)) reply_int(c, created);
}

static void hmset(call *c) {
    int64_t created;
    if (hset_pairs(c, &created)) reply_ok(c);
}

static void hsetnx(call *c) {
    hash_edit e;
    if (!open_field(c, &e)) return;
    if (hash_time(e.hash, client_horizon(c), c->argv[2]) != HASH_NO_FIELD) {
        reply_int(c, 0);
        return;
    }
    hash_set(e.hash, client_horizon(c), c->argv[2], c->argv[3], false);
    hash_edit_done(c, &e);
    changed(c, c->argv[1], NOTIFY_HASH, "hset");
    reply_int(c, 1);
}

static void hdel(call *c) {
    hash_edit e;
    int64_t n = 0;
    if (!hash_edit_find(c, c->argv[1], &e)) return;
    for (int i = 2; e.hash && i < c->argc; i++) n += hash_delete(e.hash, c->argv[i]);
    if (n) {
        hash_edit_done(c, &e);
        changed_by(c, n, c->argv[1], NOTIFY_HASH, "hdel");
    }
    reply_int(c, n);
}

/* A refused increment must not leave a new, empty hash behind. */
static void abandon_if_created(call *c) {
    if (c->created) keyspace_abandon(c, c->argv[1]);
}

static void hincrby(call *c) {
    hash_edit e;
    int64_t step, now = 0;
    char room[HASH_ROOM];
    slice text;
    if (!arg_int(c, c->argv[3], &step) || !open_field(c, &e)) return;
    if (hash_get(e.hash, client_horizon(c), c->argv[2], room, &text) && !number_parse_int(text, &now)) {
        reply_error(c, "ERR hash value is not an integer");
        return;
    }
    if (__builtin_add_overflow(now, step, &now)) {
        reply_error(c, "ERR increment or decrement would overflow");
        abandon_if_created(c);
        return;
    }
    hash_set(e.hash, client_horizon(c), c->argv[2], slice_make(room, (size_t)number_print_int(room, now)), true);
    hash_edit_done(c, &e);
    changed(c, c->argv[1], NOTIFY_HASH, "hincrby");
    reply_int(c, now);
}

static void hincrbyfloat(call *c) {
    hash_edit e;
    long double step, now = 0;
    char room[HASH_ROOM], result[NUMBER_LONG_DOUBLE_TEXT];
    slice text;
    if (!number_parse_long_double(c->argv[3], &step)) {
        reply_error(c, "ERR value is not a valid float");
        return;
    }
    if (isinf(step)) {
        reply_error(c, "ERR value is NaN or Infinity");
        return;
    }
    if (!open_field(c, &e)) return;
    if (hash_get(e.hash, client_horizon(c), c->argv[2], room, &text) && !number_parse_long_double(text, &now)) {
        reply_error(c, "ERR hash value is not a float");
        return;
    }
    now += step;
    if (isnan(now) || isinf(now)) {
        reply_error(c, "ERR increment would produce NaN or Infinity");
        abandon_if_created(c);
        return;
    }
    slice value = { result, (size_t)number_print_long_double(result, now) };
    hash_set(e.hash, client_horizon(c), c->argv[2], value, true);
    hash_edit_done(c, &e);
    changed(c, c->argv[1], NOTIFY_HASH, "hincrbyfloat");
    propagate_words(c, 4, SLICE("HSET"), c->argv[1], c->argv[2], value);
    reply_bulk(c, value);
}

/* -- reading --------------------------------------------------------------------------------------- */

static void reply_field(call *c, const hash *h, slice field) {
    char room[HASH_ROOM];
    slice value;
    if (h && hash_get(h, client_horizon(c), field, room, &value)) reply_bulk(c, value);
    else reply_null(c);
}

static void hget(call *c) {
    hash *h;
    if (read_fields(c, 1, &h)) reply_field(c, h, c->argv[2]);
}

static void hmget(call *c) {
    hash *h;
    if (!read_fields(c, c->argc - 2, &h)) return;
    reply_array(c, c->argc - 2);
    for (int i = 2; i < c->argc; i++) reply_field(c, h, c->argv[i]);
}

static void hlen(call *c) {
    void *value;
    if (keyspace_get(c, c->argv[1], &hash_type, &value)) reply_int(c, value ? (int64_t)hash_count(value) : 0);
}

static void hstrlen(call *c) {
    hash *h;
    char room[HASH_ROOM];
    slice text;
    if (!read_fields(c, 1, &h)) return;
    reply_int(c, h && hash_get(h, client_horizon(c), c->argv[2], room, &text) ? (int64_t)text.len : 0);
}

static void hexists(call *c) {
    hash *h;
    if (read_fields(c, 1, &h)) reply_int(c, h && hash_time(h, client_horizon(c), c->argv[2]) != HASH_NO_FIELD);
}

enum { FIELDS = 1, VALUES = 2 };

static void reply_all(call *c, unsigned what) {
    void *value;
    long n = 0;
    if (!keyspace_get(c, c->argv[1], &hash_type, &value)) return;
    const uint8_t *pairs = value && what == (FIELDS | VALUES) ? hash_pairs(value) : NULL;
    if (pairs) {
        n = (long)hash_count(value);
        reply_map(c, n);
        reply_entries(c, pairs, 2 * n);
        return;
    }
    open_reply place = reply_later(c);
    if (value) {
        hash_batch b;
        for (hash_walk w = hash_start(value, client_horizon(c)); hash_next_batch(&w, &b); n += b.count) {
            for (int i = 0; i < b.count; i++) {
                if (what & FIELDS) reply_bulk(c, b.at[i].field);
                if (what & VALUES) reply_bulk(c, b.at[i].value);
            }
        }
    }
    if (what == (FIELDS | VALUES)) reply_later_map(c, place, n);
    else reply_later_array(c, place, n);
}

static void hgetall(call *c) { reply_all(c, FIELDS | VALUES); }
static void hkeys(call *c) { reply_all(c, FIELDS); }
static void hvals(call *c) { reply_all(c, VALUES); }

/* -- HRANDFIELD ------------------------------------------------------------------------------------------ */

static void reply_pair(call *c, const hash_walk *w, bool values) {
    if (values && c->client->protocol == 3) reply_array(c, 2);
    reply_bulk(c, w->field);
    if (values) reply_bulk(c, w->value);
}

static void pairs_header(call *c, long n, bool values) {
    reply_array(c, values && c->client->protocol == 2 ? 2 * n : n);
}

static size_t living(const call *c, const hash *h) {
    size_t n = 0;
    if (hash_due(h) < 0) return hash_count(h);
    for (hash_walk w = hash_start(h, client_horizon(c)); hash_next(&w);) n++;
    return n;
}

static void random_one(const call *c, const hash *h, hash_walk *w) {
    do hash_random(h, w); while (w->time >= 0 && c->now > w->time);
}

static void random_with_repeats(call *c, const hash *h, int64_t n, bool values) {
    hash_walk w = { 0 };
    pairs_header(c, (long)n, values);
    for (; n; n--) {
        random_one(c, h, &w);
        reply_pair(c, &w, values);
    }
}

static void random_distinct(call *c, const hash *h, size_t wanted, size_t left, bool values) {
    if (wanted > left) wanted = left;
    pairs_header(c, (long)wanted, values);
    if (wanted * 3 < left && hash_form_of(h) == HASH_TABLE) {
        hash *seen = hash_new();
        hash_become_table(seen);
        hash_walk w = { 0 };
        while (wanted) {
            random_one(c, h, &w);
            if (!hash_set(seen, 0, w.field, (slice){ "", 0 }, false)) continue;
            reply_pair(c, &w, values);
            wanted--;
        }
        hash_free(seen);
        return;
    }
    for (hash_walk w = hash_start(h, client_horizon(c)); wanted && hash_next(&w); left--) {
        if (random_below(left) >= wanted) continue;
        reply_pair(c, &w, values);
        wanted--;
    }
}

static void hrandfield(call *c) {
    void *value;
    int64_t count = 1;
    bool values = c->argc == 4;
    if (c->argc > 4 || (values && !slice_is(c->argv[3], "withvalues"))) {
        reply_syntax_error(c);
        return;
    }
    if (c->argc > 2 && !arg_int_between(c, c->argv[2], &count, -INT64_MAX, INT64_MAX)) return;
    if (values && (count < -INT64_MAX / 2 || count > INT64_MAX / 2)) {
        reply_error(c, "ERR value is out of range");
        return;
    }
    if (!keyspace_get(c, c->argv[1], &hash_type, &value)) return;
    if (value && hash_drop_all_due(c, c->argv[1], value)) {
        const entry *e = keyspace_peek(c, c->argv[1]);
        value = e ? entry_value(e) : NULL;
    }
    size_t left = value ? living(c, value) : 0;
    if (c->argc == 2) {
        hash_walk w = { 0 };
        if (left) random_one(c, value, &w), reply_bulk(c, w.field);
        else reply_null(c);
    } else if (!left || !count) {
        reply_array(c, 0);
    } else if (count < 0) {
        random_with_repeats(c, value, -count, values);
    } else {
        random_distinct(c, value, (size_t)count, left, values);
    }
}

/* -- HSCAN -------------------------------------------------------------------------------------------------- */

static void scan_one(slice field, slice value, void *context) {
    scan_walk *w = context;
    if (!scan_sees(w, field)) return;
    reply_bulk(w->call, field);
    w->replied++;
    if (w->options.no_values) return;
    reply_bulk(w->call, value);
    w->replied++;
}

static uint64_t step(scan_walk *w, uint64_t cursor) { return hash_scan(w->value, client_horizon(w->call), cursor, scan_one, w); }

static void hscan(call *c) {
    scan_walk w;
    if (scan_open(&w, c, &hash_type)) scan_reply(&w, step);
}

static const command commands[] = {
    { "hset", hset, WRITE | DENYOOM | FAST, KEY_CHANGE, "@key (data: field value) ...^4.0.0", "2.0.0",
      "O(1) for each field/value pair added, so O(N) to add N field/value pairs when the command is called with multiple "
      "field/value pairs.",
      "Sets fields of a hash." },
    { "hmset", hmset, WRITE | DENYOOM | FAST, KEY_CHANGE, "@key (data: field value) ...", "2.0.0",
      "O(N) where N is the number of fields being set.", "Sets fields of a hash.", .deprecated_since = "4.0.0",
      .replaced_by = "`HSET` with multiple field-value pairs" },
    { "hsetnx", hsetnx, WRITE | DENYOOM | FAST, KEY_ADD, "@key field value", "2.0.0", "O(1)", "Sets a field that does not exist yet." },
    { "hdel", hdel, WRITE | FAST, KEY_TAKE, "@key field ...^2.4.0", "2.0.0", "O(N) where N is the number of fields to be removed.",
      "Removes fields of a hash." },
    { "hincrby", hincrby, WRITE | DENYOOM | FAST, KEY_READ_CHANGE, "@key field #increment", "2.0.0", "O(1)",
      "Adds to the integer of a field." },
    { "hincrbyfloat", hincrbyfloat, WRITE | DENYOOM | FAST, KEY_READ_CHANGE, "@key field %increment", "2.6.0", "O(1)",
      "Adds to the number of a field." },
    { "hget", hget, READ | FAST, KEY_READ, "@key field", "2.0.0", "O(1)", "Gives the value of a field." },
    { "hmget", hmget, READ | FAST, KEY_READ, "@key field ...", "2.0.0", "O(N) where N is the number of fields being requested.",
      "Gives the values of fields." },
    { "hlen", hlen, READ | FAST, KEY_RO, "@key", "2.0.0", "O(1)", "Counts the fields of a hash." },
    { "hstrlen", hstrlen, READ | FAST, KEY_RO, "@key field", "3.2.0", "O(1)", "Tells how long the value of a field is." },
    { "hexists", hexists, READ | FAST, KEY_RO, "@key field", "2.0.0", "O(1)", "Tells whether a hash has a field." },
    { "hgetall", hgetall, READ, KEY_READ, "@key", "2.0.0", "O(N) where N is the size of the hash.", "Gives all fields and values.",
      .tips = "nondeterministic_output_order" },
    { "hkeys", hkeys, READ, KEY_READ, "@key", "2.0.0", "O(N) where N is the size of the hash.", "Gives all fields.",
      .tips = "nondeterministic_output_order" },
    { "hvals", hvals, READ, KEY_READ, "@key", "2.0.0", "O(N) where N is the size of the hash.", "Gives all values.",
      .tips = "nondeterministic_output_order" },
    { "hrandfield", hrandfield, READ, KEY_READ, "@key [options: #count [WITHVALUES]]", "6.2.0",
      "O(N) where N is the number of fields returned", "Gives random fields.", .tips = "nondeterministic_output" },
    { "hscan", hscan, READ, KEY_READ, "@key #cursor [MATCH *pattern] [COUNT #count] [NOVALUES]", "2.8.0",
      "O(1) for every call. O(N) for a complete iteration.", "Walks through the fields of a hash, some at a time.",
      .tips = "nondeterministic_output" },
    { 0 }
};

static const setting settings[] = {
    { "hash-max-listpack-entries", SETTING_INT, &store_limits.hash_max_listpack_entries, "512", .most = INT64_MAX,
      .alias = "hash-max-ziplist-entries" },
    { "hash-max-listpack-value", SETTING_MEMORY, &store_limits.hash_max_listpack_value, "64", .most = INT64_MAX,
      .alias = "hash-max-ziplist-value" },
    { 0 }
};

static void start(void) {
    static const uint8_t rdb_types[] = { 4, 9, 13, 16, 22, 23, 24, 25 };
    type_register(&hash_type);
    type_register_rdb(&hash_type, rdb_types, sizeof rdb_types);
}

const feature hashes = { .name = "hash", .commands = commands, .settings = settings, .start = start };
