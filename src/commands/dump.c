/* dump.c -- DUMP and RESTORE: values as bytes (persistence.md 5.1, 5.2). */
#include "commands/dump.h"
#include "base/number.h"
#include "persist/rdb.h"
#include "server/client.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/log.h"
#include "server/propagate.h"
#include "server/reply.h"
#include "store/limits.h"
#include "persist/rdb_settings.h"

enum { LRU_MASK = 0xFFFFFF };

bytes *dump_payload(const entry *e) {
    rdb_buffer b;
    uint8_t kind = rdb_type_of(e);
    rdb_buffer_start(&b);
    b.out.compress = rdb_settings()->compress;
    rdb_save_value(&b.out, e);
    rdb_save_extra(&b.out, e);
    bool field_ttl = kind >= RDB_FIRST_FIELD_TTL && kind <= RDB_LAST_FIELD_TTL;
    rdb_put_footer(&b.text, field_ttl ? RDB_VERSION_FIELD_TTL : RDB_VERSION);
    return b.text;
}

static void dump(call *c) {
    const entry *e = keyspace_read(c, c->argv[1]);
    if (!e) {
        reply_null(c);
        return;
    }
    bytes *payload = dump_payload(e);
    reply_bulk(c, bytes_slice(payload));
    bytes_free(payload);
}

/* -- RESTORE ------------------------------------------------------------------------------------------- */

typedef struct restoring {
    bool replace, absolute;
    int64_t idle_s, freq;                   /* -1: not said */
    int64_t expiry;                         /* unix ms, -1 none */
} restoring;

static bool parse_options(call *c, restoring *r) {
    for (int i = 4; i < c->argc; i++) {
        bool more = i + 1 < c->argc;
        if (slice_is(c->argv[i], "replace")) {
            r->replace = true;
        } else if (slice_is(c->argv[i], "absttl")) {
            r->absolute = true;
        } else if (slice_is(c->argv[i], "idletime") && more && r->freq < 0) {
            if (!arg_int(c, c->argv[++i], &r->idle_s)) return false;
            if (r->idle_s < 0) return reply_error(c, "ERR Invalid IDLETIME value, must be >= 0"), false;
        } else if (slice_is(c->argv[i], "freq") && more && r->idle_s < 0) {
            if (!arg_int(c, c->argv[++i], &r->freq)) return false;
            if (r->freq < 0 || r->freq > 255) return reply_error(c, "ERR Invalid FREQ value, must be >= 0 and <= 255"), false;
        } else {
            reply_syntax_error(c);
            return false;
        }
    }
    return true;
}

static bool parse_ttl(call *c, restoring *r) {
    int64_t ttl;
    if (!arg_int(c, c->argv[2], &ttl)) return false;
    if (ttl < 0) return reply_error(c, "ERR Invalid TTL value, must be >= 0"), false;
    if (!ttl) r->expiry = -1;
    else if (r->absolute) r->expiry = ttl;
    else r->expiry = ttl > INT64_MAX - c->now ? INT64_MAX : ttl + c->now;   /* Redis' sum wraps around to never */
    return true;
}

static void set_access(call *c, const restoring *r) {
    entry *e = c->opened;
    if (r->freq >= 0 && store_limits.lfu) entry_set_access(e, (uint32_t)(c->now / 60000 & 0xFFFF) << 8 | (uint32_t)r->freq);
    if (r->idle_s >= 0 && !store_limits.lfu) entry_set_access(e, (uint32_t)(c->now / 1000 - r->idle_s) & LRU_MASK);
}

/* The value, checked in full down to the last byte; *text for strings. False when it is malformed. */
/* What stands behind the value: other servers pass it over. */
static void load_extra(rdb_in *in, const type *t, void *value) {
    bytes *extra = rdb_get_string(in);
    if (extra && !t->load_extra(value, bytes_slice(extra))) rdb_fail(in, "what stands behind the value is not sound");
    bytes_free(extra);
}

static bool load(slice body, const type **t, void **value, bytes **text) {
    rdb_memory m;
    rdb_memory_start(&m, body);
    uint8_t kind = rdb_get_byte(&m.in);
    *t = kind == RDB_STRING ? NULL : type_of_rdb(kind);
    if (kind == RDB_STRING) *text = rdb_get_string(&m.in);
    else if (*t) *value = (*t)->load(&m.in, kind);
    if (*value && m.in.left && (*t)->load_extra) load_extra(&m.in, *t, *value);
    bool whole = !m.in.failed && !m.in.left;
    if (*value && !whole) (*t)->free(*value), *value = NULL;
    if (*text && !whole) bytes_free(*text), *text = NULL;
    return *value || *text;
}

/* The moment named is past: there is nothing to store, but what stood there has to go. */
static void restore_past(call *c, slice key, const restoring *r) {
    if (r->replace && keyspace_delete(c, key)) {
        changed(c, key, NOTIFY_GENERIC, "del");
        propagate_words(c, 2, SLICE("DEL"), key);
    }
    reply_ok(c);
}

/* A relative time means something else when it is replayed. */
static void propagate(call *c, const restoring *r) {
    char when[NUMBER_INT_TEXT];
    if (r->expiry < 0 || r->absolute) return;
    size_t size = ((size_t)c->argc + 1) * sizeof(slice);
    slice *argv = memory_alloc(size);
    memcpy(argv, c->argv, (size_t)c->argc * sizeof *argv);
    argv[2] = slice_make(when, (size_t)number_print_int(when, r->expiry));
    argv[c->argc] = SLICE("ABSTTL");
    propagate_as(c, c->argc + 1, argv);
    memory_free(argv, size);
}

static void restore_value(call *c, slice key, slice body, const restoring *r) {
    const type *t;
    void *value = NULL;
    bytes *text = NULL;
    if (!load(body, &t, &value, &text)) {
        log_verbose("RESTORE: a payload was refused: integrity check failed.");
        reply_error(c, "ERR Bad data format");
        return;
    }
    if (r->expiry >= 0 && r->expiry <= client_horizon(c)) {
        restore_past(c, key, r);
        if (value) t->free(value);
        bytes_free(text);
        return;
    }
    if (r->replace) keyspace_delete(c, key);
    if (text) keyspace_put_string(c, key, bytes_slice(text), r->expiry);
    else keyspace_put(c, key, t, value);
    if (!text && r->expiry >= 0) keyspace_set_expiry(c, key, r->expiry);
    bytes_free(text);
    set_access(c, r);
    changed(c, key, NOTIFY_GENERIC, "restore");
    propagate(c, r);
    reply_ok(c);
}

static void restore(call *c) {
    restoring r = { .idle_s = -1, .freq = -1, .expiry = -1 };
    slice key = c->argv[1], body;
    if (!parse_options(c, &r)) return;
    if (!r.replace && keyspace_find(c, key)) {
        reply_error(c, "BUSYKEY Target key name already exists.");
        return;
    }
    if (!parse_ttl(c, &r)) return;
    if (!rdb_check_footer(c->argv[3], &body)) {
        reply_error(c, "ERR DUMP payload version or checksum are wrong");
        return;
    }
    restore_value(c, key, body, &r);
}

#define RESTORE_SYNOPSIS "@key #ttl serialized-value [REPLACE]^3.0.0 [ABSTTL]^5.0.0 [IDLETIME #seconds]^5.0.0 " \
    "[FREQ #frequency]^5.0.0"
#define RESTORE_HISTORY "5.0.0 What eviction knows of a key can come along."
#define RESTORE_COST "O(1) to create the new key and additional O(N*M) to reconstruct the serialized value, where N is the number of " \
                     "values composing it and M their average size. For small string values the time complexity is thus O(1)+O(1*M)."

static const command commands[] = {
    { "dump", dump, READ, KEY_READ, "@key", "2.6.0",
      "O(1) to access the key and additional O(N*M) to serialize it, where N is the number of values composing it and M their size.",
      "Gives a value as bytes that RESTORE takes.", .tips = "nondeterministic_output" },
    { "restore", restore, WRITE | DENYOOM, KEY_OVERWRITE, RESTORE_SYNOPSIS, "2.6.0", RESTORE_COST, "Makes a key from what DUMP gave.",
      .categories = "dangerous", .history = RESTORE_HISTORY },
    { "restore-asking", restore, WRITE | DENYOOM | ASKING | INTERNAL, KEY_OVERWRITE, RESTORE_SYNOPSIS, "3.0.0", RESTORE_COST,
      "RESTORE for keys that move between the nodes of a cluster.", .categories = "keyspace dangerous",
      .history = RESTORE_HISTORY },
    { 0 }
};

const feature dumping = { .name = "generic", .commands = commands };
