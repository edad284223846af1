/* scan.c -- walking the keyspace: SCAN, KEYS, RANDOMKEY. */
#include "commands/scan.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"
#include "server/client.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/reply.h"
#include "store/hash.h"

static bool read_type(scan_options *o, slice name) {
    o->unknown_type = true;
    for (int i = 0; i < TYPE_COUNT; i++) {
        const type *t = type_of_id((enum type_id)i);
        if (t && slice_is(name, t->name)) o->type = t, o->unknown_type = false;
    }
    return true;
}

/* `of` is the type of the collection walked through; NULL: the keys of a database. */
static bool read_option(call *c, int *i, const type *of, scan_options *o) {
    bool has_value = *i + 1 < c->argc;
    if (slice_is(c->argv[*i], "count") && has_value) {
        if (!arg_int(c, c->argv[++*i], &o->count)) return false;
        if (o->count >= 1) return true;
    } else if (slice_is(c->argv[*i], "match") && has_value) {
        o->pattern = c->argv[++*i];
        return true;
    } else if (slice_is(c->argv[*i], "type") && has_value && !of) {
        return read_type(o, c->argv[++*i]);
    } else if (slice_is(c->argv[*i], "novalues")) {
        o->no_values = true;
        if (of == &hash_type) return true;
        reply_error(c, "ERR NOVALUES option can only be used in HSCAN");
        return false;
    }
    reply_syntax_error(c);
    return false;
}

static bool parse(call *c, int first, const type *of, scan_options *o) {
    *o = (scan_options){ .count = 10 };
    if (!arg_cursor(c, c->argv[first], &o->cursor)) return false;
    for (int i = first + 1; i < c->argc; i++) if (!read_option(c, &i, of, o)) return false;
    if (o->pattern.at && slice_equal(o->pattern, SLICE("*"))) o->pattern.at = NULL;
    return true;
}

static bool matches(const scan_options *o, slice text) { return !o->pattern.at || text_glob(o->pattern, text, false); }

bool scan_open(scan_walk *w, call *c, const type *t) {
    *w = (scan_walk){ .call = c };
    return parse(c, 2, t, &w->options) && keyspace_get(c, c->argv[1], t, &w->value);
}

bool scan_sees(scan_walk *w, slice text) {
    w->seen++;
    return matches(&w->options, text);
}

/* COUNT bounds what is seen, and ten times as many steps the walk through a table that is nearly empty. */
static int64_t steps_of(const scan_options *o) { return o->count < INT64_MAX / 10 ? o->count * 10 : INT64_MAX; }

void scan_reply(scan_walk *w, uint64_t (*step)(scan_walk *w, uint64_t cursor)) {
    call *c = w->call;
    char room[NUMBER_INT_TEXT];
    uint64_t cursor = w->options.cursor;
    int64_t steps = steps_of(&w->options);
    reply_array(c, 2);
    open_reply head = reply_later(c);
    open_reply place = reply_later(c);
    if (!w->value) cursor = 0;
    else do cursor = step(w, cursor); while (cursor && --steps && w->seen < (uint64_t)w->options.count);
    reply_later_array(c, place, w->replied);
    reply_later_bulk(c, head, slice_make(room, (size_t)number_print_unsigned(room, cursor)));
}

/* -- SCAN and its kin: the keys of a database ----------------------------------------------------------------- */

/* Keys are collected first: an expired one is deleted, and the table must not change while it is scanned. */
typedef struct found { entry **at; size_t count, cap; } found;

static void collect(void *item, void *context) {
    found *f = context;
    if (f->count == f->cap) {
        size_t cap = f->cap ? f->cap * 2 : 64;
        f->at = memory_resize(f->at, f->cap * sizeof *f->at, cap * sizeof *f->at);
        f->cap = cap;
    }
    f->at[f->count++] = item;
}

static bool is_expired(const call *c, const entry *e) { return entry_expires(e) && c->now > entry_expiry(e); }

static long reply_keys(call *c, const scan_options *o, const found *f) {
    long n = 0;
    for (size_t i = 0; i < f->count; i++) {
        entry *e = f->at[i];
        slice key = entry_key(e);
        if (!matches(o, key)) continue;
        if (is_expired(c, e)) {
            keyspace_peek(c, key);          /* deletes it, where that is allowed */
            continue;
        }
        if (o->unknown_type || (o->type && entry_type(e) != o->type)) continue;
        reply_bulk(c, key);
        n++;
    }
    return n;
}

static void scan(call *c) {
    scan_options o;
    found f = { 0 };
    if (!parse(c, 1, NULL, &o)) return;
    uint64_t cursor = o.cursor;
    int64_t steps = steps_of(&o);
    do cursor = table_scan(c->client->db->table, cursor, collect, &f);
    while (cursor && --steps && f.count < (uint64_t)o.count);
    char room[NUMBER_INT_TEXT];
    reply_array(c, 2);
    reply_bulk(c, slice_make(room, (size_t)number_print_unsigned(room, cursor)));
    open_reply place = reply_later(c);
    reply_later_array(c, place, reply_keys(c, &o, &f));
    memory_free(f.at, f.cap * sizeof *f.at);
}

static void keys_command(call *c) {
    slice pattern = c->argv[1];
    bool all = slice_equal(pattern, SLICE("*"));
    table_walk w = { .table = c->client->db->table };
    open_reply place = reply_later(c);
    long n = 0;
    for (const entry *e; (e = table_next(&w));) {
        if (!(all || text_glob(pattern, entry_key(e), false)) || is_expired(c, e)) continue;
        reply_bulk(c, entry_key(e));
        n++;
    }
    reply_later_array(c, place, n);
}

static void randomkey(call *c) {
    enum { TRIES = 100 };                   /* where expired keys may not be deleted, all of them may be expired */
    for (int i = 0; i < TRIES; i++) {
        entry *e = table_random(c->client->db->table);
        if (!e) break;
        slice key = entry_key(e);
        if (is_expired(c, e) && !keyspace_peek(c, key) && i + 1 < TRIES) continue;
        reply_bulk(c, key);
        return;
    }
    reply_null(c);
}

static const command commands[] = {
    { "scan", scan, READ, 0, "#cursor [MATCH *pattern] [COUNT #count] [TYPE type]^6.0.0", "2.8.0",
      "O(1) for every call. O(N) for a complete iteration.", "Walks through the keys, some at a time.",
      .tips = "nondeterministic_output request_policy:special response_policy:special" },
    { "keys", keys_command, READ, 0, "*pattern", "1.0.0", "O(N) with N being the number of keys in the database.",
      "Gives all keys that match.", .categories = "dangerous", .tips = "request_policy:all_shards nondeterministic_output_order" },
    { "randomkey", randomkey, READ, 0, "", "1.0.0", "O(1)", "Gives a random key.",
      .tips = "request_policy:all_shards response_policy:special nondeterministic_output" },
    { 0 }
};

const feature scanning = { .name = "generic", .commands = commands };
