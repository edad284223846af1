/* keys.c -- keys as such, whatever they hold: DEL, EXISTS, TYPE, RENAME, COPY, OBJECT ... */
#include "base/number.h"
#include "server/client.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/propagate.h"
#include "server/reply.h"
#include "store/limits.h"

static void delete_keys(call *c) {
    int64_t n = 0;
    for (int i = 1; i < c->argc; i++) {
        if (!keyspace_delete(c, c->argv[i])) continue;
        changed(c, c->argv[i], NOTIFY_GENERIC, "del");
        n++;
    }
    reply_int(c, n);
}

static void exists(call *c) {
    int64_t n = 0;
    for (int i = 1; i < c->argc; i++) n += keyspace_glance(c, c->argv[i]) != NULL;
    reply_int(c, n);
}

static void touch(call *c) {
    int64_t n = 0;
    for (int i = 1; i < c->argc; i++) n += keyspace_read(c, c->argv[i]) != NULL;
    reply_int(c, n);
}

static void type_command(call *c) {
    const entry *e = keyspace_glance(c, c->argv[1]);
    reply_status(c, e ? entry_type(e)->name : "none");
}

/* -- RENAME ------------------------------------------------------------------------------------- */

static void move_entry(call *c, slice from, slice to) {
    db *d = c->client->db;
    entry *e = keyspace_find(c, from);
    e = db_take(d, keyspace_hash(c, from), e);
    c->opened = NULL;
    db_put(d, hash_of(to), to, e);
    notify(c, to, NOTIFY_NEW, "new");
    changed(c, from, NOTIFY_GENERIC, "rename_from");
    keyspace_look_soon();
    changed_by(c, 0, to, NOTIFY_GENERIC, "rename_to");
}

static void rename_command(call *c, bool only_new) {
    slice from = c->argv[1], to = c->argv[2];
    if (!keyspace_find(c, from)) {
        reply_error(c, "ERR no such key");
        return;
    }
    bool same = slice_equal(from, to);
    if (!same && keyspace_find(c, to)) {
        if (only_new) {
            reply_int(c, 0);
            return;
        }
        keyspace_delete(c, to);
    }
    if (!same) move_entry(c, from, to);
    if (only_new) reply_int(c, !same);
    else reply_ok(c);
}

static void rename_any(call *c) { rename_command(c, false); }
static void renamenx(call *c) { rename_command(c, true); }

/* -- COPY, MOVE ---------------------------------------------------------------------------------- */

static bool read_db(call *c, slice text, db **out) {
    int64_t n;
    if (!arg_int_between(c, text, &n, INT32_MIN, INT32_MAX)) return false;
    *out = n >= 0 && n < keyspace_db_count() ? keyspace_db((int)n) : NULL;
    if (!*out) reply_error(c, "ERR DB index is out of range");
    return *out != NULL;
}

static bool copy_parse(call *c, db **to, bool *replace) {
    for (int i = 3; i < c->argc; i++) {
        if (slice_is(c->argv[i], "replace")) *replace = true;
        else if (slice_is(c->argv[i], "db") && i + 1 < c->argc) {
            if (!read_db(c, c->argv[++i], to)) return false;
        } else return reply_syntax_error(c), false;
    }
    return true;
}

/* Does something in another database as if the client had selected it. */
static db *enter(call *c, db *d) {
    db *was = c->client->db;
    c->client->db = d;
    c->hash_key = d == was ? c->hash_key : NULL;
    return was;
}

static void copy(call *c) {
    db *to = c->client->db, *from = to;
    bool replace = false;
    slice source = c->argv[1], target = c->argv[2];
    if (!copy_parse(c, &to, &replace)) return;
    if (to == from && slice_equal(source, target)) {
        reply_error(c, "ERR source and destination objects are the same");
        return;
    }
    entry *e = keyspace_read(c, source);
    if (!e) {
        reply_int(c, 0);
        return;
    }
    enter(c, to);
    entry *old = keyspace_find(c, target);
    if (old && !replace) {
        enter(c, from);
        reply_int(c, 0);
        return;
    }
    if (old) keyspace_delete(c, target);
    entry *copied = db_copy_entry(to, hash_of(target), target, e, entry_expiry(e));
    c->opened = copied;
    c->opened_key = target.at;
    c->created = true;
    keyspace_look_soon();
    changed(c, target, NOTIFY_GENERIC, "copy_to");
    enter(c, from);
    reply_int(c, 1);
}

static void move(call *c) {
    db *from = c->client->db, *to;
    slice key = c->argv[1];
    if (!read_db(c, c->argv[2], &to)) return;
    if (to == from) {
        reply_error(c, "ERR source and destination objects are the same");
        return;
    }
    entry *e = keyspace_find(c, key);
    enter(c, to);
    bool taken = e && keyspace_find(c, key);
    enter(c, from);
    if (!e || taken) {
        reply_int(c, 0);
        return;
    }
    uint64_t hash = hash_of(key);
    e = db_take(from, hash, e);
    c->opened = NULL;
    db_put(to, hash, key, e);
    enter(c, to);
    notify(c, key, NOTIFY_NEW, "new");
    enter(c, from);
    changed(c, key, NOTIFY_GENERIC, "move_from");
    enter(c, to);
    keyspace_look_soon();
    changed_by(c, 0, key, NOTIFY_GENERIC, "move_to");
    enter(c, from);
    reply_int(c, 1);
}

/* -- OBJECT ------------------------------------------------------------------------------------------ */

static void object_encoding(call *c) {
    const entry *e = keyspace_inspect(c, c->argv[2]);
    if (e) reply_bulk_text(c, entry_encoding_name(e));
    else reply_null(c);
}

/* Small integers are shared in Redis, and tools have come to expect the number it then shows. */
static void object_refcount(call *c) {
    enum { SHARED_INTS = 10000 };
    const entry *e = keyspace_inspect(c, c->argv[2]);
    int64_t n;
    if (!e) {
        reply_null(c);
        return;
    }
    bool shared = entry_type_id(e) == TYPE_STRING && entry_encoding_of(e) == ENCODING_INT && string_int(e, &n) && n >= 0
        && n < SHARED_INTS && !store_limits.unshared;
    reply_int(c, shared ? INT32_MAX : 1);
}

static void object_idletime(call *c) {
    const entry *e = keyspace_inspect(c, c->argv[2]);
    if (!e) reply_null(c);
    else if (store_limits.lfu) reply_error(c, "ERR An LFU maxmemory policy is selected, idle time not tracked. Please note that when "
                                           "switching between policies at runtime LRU and LFU data will take some time to adjust.");
    else reply_int(c, keyspace_idle_seconds(e));
}

static void object_freq(call *c) {
    const entry *e = keyspace_inspect(c, c->argv[2]);
    if (!e) reply_null(c);
    else if (!store_limits.lfu) reply_error(c, "ERR An LFU maxmemory policy is not selected, access frequency not tracked. Please note "
                                            "that when switching between policies at runtime LRU and LFU data will take some time to "
                                            "adjust.");
    else reply_int(c, keyspace_frequency(e));
}

static void object_help(call *c) {
    static const char *const lines[] = {
        "ENCODING <key>", "    Return the kind of internal representation used in order to store the value",
        "    associated with a <key>.",
        "FREQ <key>", "    Return the access frequency index of the <key>. The returned integer is",
        "    proportional to the logarithm of the recent access frequency of the key.",
        "IDLETIME <key>", "    Return the idle time of the <key>, that is the approximated number of",
        "    seconds elapsed since the last access to the key.",
        "REFCOUNT <key>", "    Return the number of references of the value associated with the specified", "    <key>.", NULL
    };
    reply_help(c, lines);
}

static const command commands[] = {
    { "del", delete_keys, WRITE, KEY_REMOVE, "@key ...", "1.0.0", "O(N) where N is the number of keys that will be removed.",
      "Deletes keys.", .tips = "request_policy:multi_shard response_policy:agg_sum" },
    { "unlink", delete_keys, WRITE | FAST, KEY_REMOVE, "@key ...", "4.0.0", "O(1) for each key removed.",
      "Deletes keys; big values are freed in slices, as with DEL.", .tips = "request_policy:multi_shard response_policy:agg_sum" },
    { "exists", exists, READ | FAST, KEY_RO, "@key ...^3.0.3", "1.0.0", "O(N) where N is the number of keys to check.",
      "Counts the keys that exist.", .tips = "request_policy:multi_shard response_policy:agg_sum" },
    { "touch", touch, READ | FAST, KEY_RO, "@key ...", "3.2.1", "O(N) where N is the number of keys that will be touched.",
      "Counts the keys that exist and marks them as just used.", .tips = "request_policy:multi_shard response_policy:agg_sum" },
    { "type", type_command, READ | FAST, KEY_RO, "@key", "1.0.0", "O(1)", "Tells what type of value a key holds." },
    { "rename", rename_any, WRITE, KEYS2(KEY_POP, KEY_OVERWRITE), "@key @newkey", "1.0.0", "O(1)",
      "Renames a key; what was there under the new name is gone." },
    { "renamenx", renamenx, WRITE | FAST, KEYS2(KEY_POP, KEY_FILL), "@key @newkey", "1.0.0", "O(1)",
      "Renames a key if the new name is free.", .history = "3.2.0 The same name twice is no error." },
    { "copy", copy, WRITE | DENYOOM, KEYS2(KEY_READ, KEY_OVERWRITE), "@source @destination [DB #destination-db] [REPLACE]", "6.2.0",
      "O(N) worst case for collections, where N is the number of nested items. O(1) for string values.",
      "Copies the value of a key to another." },
    { "move", move, WRITE | FAST, KEY_READ_CHANGE, "@key #db", "1.0.0", "O(1)", "Moves a key to another database." },
    { "object", NULL, CONTAINER, 0, "", "2.2.3", "Depends on subcommand.", "Looks into how values are kept." },
    { "object|encoding", object_encoding, READ, KEY_RO, "@key", "2.2.3", "O(1)", "Tells how the value is encoded.",
      .tips = "nondeterministic_output" },
    { "object|freq", object_freq, READ, KEY_RO, "@key", "4.0.0", "O(1)", "Tells how often the key is used, on a logarithmic scale.",
      .tips = "nondeterministic_output" },
    { "object|idletime", object_idletime, READ, KEY_RO, "@key", "2.2.3", "O(1)", "Tells for how many seconds the key was not used.",
      .tips = "nondeterministic_output" },
    { "object|refcount", object_refcount, READ, KEY_RO, "@key", "2.2.3", "O(1)", "Tells how many references the value has.",
      .tips = "nondeterministic_output" },
    { "object|help", object_help, LOADING | STALE, 0, "", "6.2.0", "O(1)", "Tells what OBJECT can do." },
    { 0 }
};

const feature keys = { .name = "generic", .commands = commands };
