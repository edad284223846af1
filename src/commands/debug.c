/* debug.c -- DEBUG: looking inside, and doing harm on purpose (behaviour.md section 21). What belongs to a type or to persistence
 * is added by its own file. */
#include "server/debug.h"
#include "base/hash.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"
#include "os/os.h"
#include "server/client.h"
#include "server/config.h"
#include "server/execute.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/log.h"
#include "server/loop.h"
#include "server/propagate.h"
#include "server/reply.h"
#include "server/run.h"
#include "store/list.h"
#include "store/rdb_io.h"
#include <stdio.h>
#include <stdlib.h>

enum { SUBS_MAX = 80, PERMIT_YES = 1, PERMIT_LOCAL };

typedef struct sub { const char *name; int least, most; void (*run)(call *c); } sub;

static struct {
    sub subs[SUBS_MAX];
    int count;
    int permit, permit_modules;
} state;

void debug_add(const char *name, int least, int most, void (*run)(call *c)) {
    assert(state.count < SUBS_MAX);
    state.subs[state.count++] = (sub){ name, least, most, run };
}

/* -- who may ------------------------------------------------------------------------------------------ */

static bool from_here(const client *k) {
    return k->flags & CLIENT_UNIX || !strncmp(k->peer.text, "127.", 4) || !strcmp(k->peer.text, "::1");
}

static const char *guard(const call *c) {
    static char why[320];
    bool module = !strncmp(c->command->row->name, "module", 6);
    int permit = module ? state.permit_modules : state.permit;
    if (permit == PERMIT_YES || (permit == PERMIT_LOCAL && from_here(c->client)) || c->client->flags & CLIENT_LOADING) return NULL;
    snprintf(why, sizeof why, "ERR %s command not allowed. If the enable-%s-command option is set to \"local\", you can run it from a "
             "local connection, otherwise you need to set this option in the configuration file, and then restart the server.",
             module ? "MODULE" : "DEBUG", module ? "module" : "debug");
    return why;
}

/* -- values ---------------------------------------------------------------------------------------------- */

static size_t serialized_length(const entry *e) {
    char room[NUMBER_INT_TEXT];
    rdb_buffer b;
    rdb_buffer_start(&b);
    b.out.compress = true;
    if (entry_type_id(e) == TYPE_STRING) rdb_put_string(&b.out, string_text(e, room));
    else entry_type(e)->save(entry_value(e), &b.out);
    bytes_free(b.text);
    return (size_t)b.out.written;
}

static void object(call *c) {
    const entry *e = db_find(c->client->db, hash_of(c->argv[2]), c->argv[2]);     /* past its time, too */
    if (!e) {
        reply_error(c, "ERR no such key");
        return;
    }
    bytes *text = NULL;
    bytes_printf(&text, "Value at:%p refcount:1 encoding:%s serializedlength:%zu lru:%u lru_seconds_idle:%u", (const void *)e,
                 entry_encoding_name(e), serialized_length(e), entry_access(e), keyspace_idle_seconds(e));
    if (entry_type_id(e) == TYPE_LIST && !list_packed(entry_value(e))) {
        const quicklist *q = list_quick(entry_value(e));
        size_t nodes = quicklist_nodes(q);
        bytes_printf(&text, " ql_nodes:%zu ql_avg_node:%.2f ql_listpack_max:%d ql_compressed:%d ql_uncompressed_size:%zu", nodes,
                     (double)quicklist_count(q) / (double)nodes, quicklist_rules_of(q).fill, quicklist_rules_of(q).depth > 0,
                     quicklist_footprint(q, 0));
    }
    reply_status_slice(c, bytes_slice(text));
    bytes_free(text);
}

static void mix_number(digest *d, uint32_t n) {
    uint8_t at[4] = { (uint8_t)(n >> 24), (uint8_t)(n >> 16), (uint8_t)(n >> 8), (uint8_t)n };
    digest_mix(d, slice_make(at, 4));
}

static void digest_value(const entry *e, digest *d) {
    char room[NUMBER_INT_TEXT];
    mix_number(d, (uint32_t)entry_type_id(e));
    if (entry_type_id(e) == TYPE_STRING) digest_mix(d, string_text(e, room));
    else entry_type(e)->digest(entry_value(e), d);
    if (entry_expires(e)) digest_xor(d, SLICE("!!expire!!"));
}

static void reply_digest(call *c, const digest *d) {
    char hex[40];
    text_hex(hex, d->at, sizeof d->at);
    reply_status_slice(c, slice_make(hex, sizeof hex));
}

static void digest_all(call *c) {
    digest total = { { 0 } };
    for (int i = 0; i < keyspace_db_count(); i++) {
        const db *d = keyspace_db(i);
        if (!db_count(d)) continue;
        mix_number(&total, (uint32_t)i);
        table_walk w = { .table = d->table };
        for (const entry *e; (e = table_next(&w));) {
            digest one = { { 0 } };
            digest_mix(&one, entry_key(e));
            digest_value(e, &one);
            digest_xor(&total, slice_make(one.at, sizeof one.at));
        }
    }
    reply_digest(c, &total);
}

static void digest_values(call *c) {
    reply_array(c, c->argc - 2);
    for (int i = 2; i < c->argc; i++) {
        digest d = { { 0 } };
        const entry *e = keyspace_peek(c, c->argv[i]);
        if (e) digest_value(e, &d);
        reply_digest(c, &d);
    }
}

/* Both lengths with the room beside them and what the allocator gives. */
static void sdslen(call *c) {
    const entry *e = keyspace_peek(c, c->argv[2]);
    if (!e) {
        reply_error(c, "ERR no such key");
    } else if (entry_type_id(e) != TYPE_STRING || entry_encoding_of(e) == ENCODING_INT) {
        reply_error(c, "ERR Not an sds encoded string.");
    } else {
        const bytes *raw = entry_encoding_of(e) == ENCODING_RAW ? entry_value(e) : NULL;
        bytes *text = NULL;
        bytes_printf(&text, "key_sds_len:%zu, key_sds_avail:0, key_zmalloc: %zu, val_sds_len:%zu, val_sds_avail:%zu, val_zmalloc: %zu",
                     entry_key_len(e), memory_good_size(entry_bytes(e)), string_length(e), raw ? raw->cap - raw->len : 0,
                     raw ? bytes_footprint(raw) : 0);
        reply_status_slice(c, bytes_slice(text));
        bytes_free(text);
    }
}

static void listpack_of(call *c) {
    const entry *e = keyspace_peek(c, c->argv[2]);
    if (!e) {
        reply_error(c, "ERR no such key");
        return;
    }
    const char *name = entry_encoding_name(e);
    if (strcmp(name, "listpack") && strcmp(name, "listpackex")) {
        reply_error(c, "ERR Not a listpack encoded object.");
        return;
    }
    bytes *text = NULL;
    bytes_printf(&text, "{%s of %zu elements, %zu bytes serialized}\n", name, entry_type(e)->length(entry_value(e)), serialized_length(e));
    os_print(1, text->at, text->len);
    bytes_free(text);
    reply_status(c, "Listpack structure printed on stdout");
}

static void quicklist_of(call *c) {
    const entry *e = keyspace_peek(c, c->argv[2]);
    if (!e) {
        reply_error(c, "ERR no such key");
        return;
    }
    const list *l = entry_type_id(e) == TYPE_LIST ? entry_value(e) : NULL;
    if (!l || list_packed(l)) {
        reply_error(c, "ERR Not a quicklist encoded object.");
        return;
    }
    bytes *text = NULL;
    quicklist_place at = { 0 };
    quicklist_node n;
    static const char *const forms[] = { "packed", "plain", "lzf" };
    for (size_t i = 0; quicklist_next_node(list_quick(l), &at, &n); i++) {
        bytes_printf(&text, "{node %zu: %s, %zu elements, %zu bytes}\n", i, forms[n.form], n.count, n.text.len);
    }
    os_print(1, text->at, text->len);
    bytes_free(text);
    reply_status(c, "Quicklist structure printed on stdout");
}

static void packed_threshold(call *c) {
    uint64_t size;
    if (!number_parse_memory(c->argv[2], &size) || size >= 4ull << 30) {
        reply_error(c, "ERR argument must be a memory value bigger than 1 and smaller than 4gb");
        return;
    }
    list_set_plain_from((size_t)size);
    reply_ok(c);
}

/* -- tables ----------------------------------------------------------------------------------------------------- */

static void describe_table(bytes **out, const table *t) {
    table_stats s;
    table_stats_get(t, &s);
    bytes_printf(out, "Hash table 0 stats (main hash table):\n table size: %zu\n number of elements: %zu\n", table_slots(t), s.items);
    bytes_printf(out, " segments: %zu\n buckets: %zu\n displaced: %zu\n max chain length: %zu\n", s.segments, s.buckets, s.displaced,
                 s.longest_probe);
}

static void htstats(call *c) {
    int64_t id;
    if (!arg_int(c, c->argv[2], &id)) return;
    if (id < 0 || id >= keyspace_db_count()) {
        reply_error(c, "ERR Out of range database");
        return;
    }
    bytes *text = NULL;
    bytes_append_text(&text, "[Dictionary HT]\n");
    describe_table(&text, keyspace_db((int)id)->table);
    bytes_printf(&text, "[Expires HT]\n number of elements: %zu\n", db_expires_count(keyspace_db((int)id)));
    reply_verbatim(c, "txt", bytes_slice(text));
    bytes_free(text);
}

static void htstats_key(call *c) {
    const entry *e = keyspace_peek(c, c->argv[2]);
    if (!e) {
        reply_error(c, "ERR no such key");
        return;
    }
    const char *name = entry_encoding_name(e);
    if (strcmp(name, "hashtable") && strcmp(name, "skiplist")) {
        reply_error(c, "ERR The value stored at the specified key is not represented using an hash table");
        return;
    }
    bytes *text = NULL;
    bytes_printf(&text, "Hash table 0 stats (main hash table):\n number of elements: %zu\n", entry_type(e)->length(entry_value(e)));
    reply_verbatim(c, "txt", bytes_slice(text));
    bytes_free(text);
}

/* -- doing things --------------------------------------------------------------------------------------------------- */

static void sleep_command(call *c) {
    bytes *text = bytes_copy(c->argv[2]);
    double seconds = strtod(text->at, NULL);
    bytes_free(text);
    if (seconds > 0) os_sleep_us((int64_t)(seconds * 1e6));
    reply_ok(c);
}

static void longest_turn(call *c) {
    loop_turn longest = loop_longest_turn();
    reply_array(c, 2);
    reply_int(c, longest.us);
    reply_int(c, (int64_t)longest.commands);
}

static void drop_sleep(call *c) {
    int64_t us;
    if (!arg_int_between(c, c->argv[2], &us, 0, INT64_MAX)) return;
    keyspace_drop_sleep(us);
    reply_ok(c);
}

static void populate(call *c) {
    int64_t count, size = -1;
    if (!arg_int_between(c, c->argv[2], &count, 0, INT64_MAX)) return;
    if (c->argc > 4 && !arg_int_between(c, c->argv[4], &size, 0, 512 << 20)) return;
    slice prefix = c->argc > 3 ? c->argv[3] : SLICE("key");
    db *d = c->client->db;
    for (int64_t i = 0; i < count; i++) {
        bytes *key = NULL, *value = NULL;
        bytes_printf(&key, "%.*s:%lld", SLICE_ARGS(prefix), (long long)i);
        bytes_printf(&value, "value:%lld", (long long)i);
        if (size >= 0) bytes_resize(&value, (size_t)size);
        uint64_t hash = hash_of(bytes_slice(key));
        if (!db_find(d, hash, bytes_slice(key))) {
            entry *e = string_set(d, hash, bytes_slice(key), NULL, bytes_slice(value), -1);
            entry_set_access(e, keyspace_access_now());
        }
        bytes_free(key);
        bytes_free(value);
    }
    reply_ok(c);
}

static void protocol(call *c) {
    slice kind = c->argv[2];
    if (slice_is(kind, "string")) reply_bulk_text(c, "Hello World");
    else if (slice_is(kind, "integer")) reply_int(c, 12345);
    else if (slice_is(kind, "double")) reply_double(c, 3.141);
    else if (slice_is(kind, "null")) reply_null(c);
    else if (slice_is(kind, "true")) reply_bool(c, true);
    else if (slice_is(kind, "false")) reply_bool(c, false);
    else if (slice_is(kind, "bignum")) reply_bignum(c, SLICE("1234567999999999999999999999999999999"));
    else if (slice_is(kind, "verbatim")) reply_verbatim(c, "txt", SLICE("This is a verbatim\nstring"));
    else if (slice_is(kind, "array") || slice_is(kind, "set")) {
        if (slice_is(kind, "array")) reply_array(c, 3);
        else reply_set(c, 3);
        for (int i = 0; i < 3; i++) reply_int(c, i);
    } else if (slice_is(kind, "map")) {
        reply_map(c, 3);
        for (int i = 0; i < 3; i++) reply_int(c, i), reply_bool(c, i == 1);
    } else if (slice_is(kind, "attrib")) {
        if (c->client->protocol == 3) {
            reply_attribute(c, 1);
            reply_bulk_text(c, "key-popularity");
            reply_array(c, 2);
            reply_bulk_text(c, "key:123");
            reply_int(c, 90);
        }
        reply_bulk_text(c, "Some real reply following the attribute");
    } else if (slice_is(kind, "push") && c->client->protocol == 3) {
        reply_bulk_text(c, "Some real reply following the push reply");
        reply_push(c, 2);
        reply_bulk_text(c, "server-cpu-usage");
        reply_int(c, 42);
    } else if (slice_is(kind, "push")) {
        reply_error(c, "ERR RESP2 is not supported by this command");
    } else {
        reply_error(c, "ERR Wrong protocol type name. Please use one of the following: "
                    "string|integer|double|bignum|null|array|set|map|attrib|push|verbatim|true|false");
    }
}

static void error_command(call *c) { reply_error_slice(c, c->argv[2]); }

static void log_command(call *c) {
    log_warning("DEBUG LOG: %.*s", SLICE_ARGS(c->argv[2]));
    reply_ok(c);
}

static void set_active_expire(call *c) {
    keyspace_set_active_expire(!slice_equal(c->argv[2], SLICE("0")));
    reply_ok(c);
}

static void replicate(call *c) {
    if (!slice_is(c->argv[2], "aof") && !slice_is(c->argv[2], "repl") && !slice_is(c->argv[2], "all")) {
        reply_syntax_error(c);
        return;
    }
    propagate_as(c, c->argc - 3, c->argv + 3);
    propagate_force(c);
    reply_ok(c);
}

static void accept_and_ignore(call *c) { reply_ok(c); }

static void segfault(call *c) {
    volatile uintptr_t nowhere = 1;         /* not 0: a sanitizer would end the process before the machine does */
    (void)c;
    *(volatile char *)nowhere = 'x';
}

static void assert_command(call *c) { assert(c->argc == 0); }
static void panic_command(call *c) { panic("DEBUG PANIC called at Unix time %lld", (long long)c->now / 1000); }
static void out_of_memory(call *c) { (void)c; memory_free(memory_alloc(SIZE_MAX / 2), SIZE_MAX / 2); }

static void again(call *c, bool orderly) {
    int64_t delay_ms = 0;
    if (c->argc == 3 && !arg_int(c, c->argv[2], &delay_ms)) return;
    if (run_again(orderly, delay_ms > 0 ? delay_ms : 0)) client_close(c->client);   /* the connection ends with the server */
    else reply_error(c, "ERR failed to restart the server. Check server logs.");
}

static void restart(call *c) { again(c, true); }
static void crash_and_recover(call *c) { again(c, false); }

static void structsize(call *c) {
    bytes *text = NULL;
    bytes_printf(&text, "bits:64 entry:%zu client:%zu call:%zu db:%zu", sizeof(entry), sizeof(client), sizeof(call), sizeof(db));
    reply_status_slice(c, bytes_slice(text));
    bytes_free(text);
}

static void help(call *c) {
    static const char *const lines[] = {
        "AOF-FLUSH-SLEEP <microsec>", "    Sleep before each write to the log.",
        "CRASH-AND-RECOVER [<milliseconds>]", "    Start again without saving anything first, after a delay.",
        "DIGEST", "    Output a hex signature representing the current DB content.",
        "DIGEST-VALUE <key> [<key> ...]", "    Output a hex signature of the values of all the specified keys.",
        "DROP-SLEEP <microsec>", "    Sleep whenever a key is deleted that has expired or is evicted.",
        "ERROR <string>", "    Return a Redis protocol error with <string> as message.",
        "HTSTATS <dbid> [full]", "    Return hash table statistics of the specified Redis database.",
        "HTSTATS-KEY <key> [full]", "    Like HTSTATS but for the hash table stored at <key>'s value.",
        "LISTPACK <key>", "    Show low level info about the listpack encoding of <key>.",
        "LOG <message>", "    Write <message> to the server log.",
        "LONGEST-TURN", "    CPU time in microseconds of the longest turn of the loop since this was asked, and how many commands it ran.",
        "OBJECT <key>", "    Show low level info about `key` and associated value.",
        "PAUSE-CRON <0|1>", "    Setting it to 1 makes signals wait.",
        "POPULATE <count> [<prefix>] [<size>]", "    Create <count> string keys named key:<num>.",
        "PROTOCOL <type>", "    Reply with a test value of the specified type.",
        "QUICKLIST <key> [<0|1>]", "    Show low level info about the quicklist encoding of <key>.",
        "QUICKLIST-PACKED-THRESHOLD <size>", "    Sets the threshold for elements to be inserted as plain vs packed nodes",
        "RELOAD [option ...]", "    Save the RDB on disk and reload it back to memory.",
        "RESTART [<milliseconds>]", "    Save configuration and data and start again, after a delay.",
        "SET-ACTIVE-EXPIRE <0|1>", "    Setting it to 0 disables expiring keys in background when they are not accessed.",
        "SLEEP <seconds>", "    Stop the server for <seconds>. Decimals allowed.", NULL
    };
    reply_help(c, lines);
}

static void debug(call *c) {
    for (int i = 0; i < state.count; i++) {
        const sub *s = &state.subs[i];
        if (!slice_is(c->argv[1], s->name) || c->argc < s->least || (s->most && c->argc > s->most)) continue;
        s->run(c);
        return;
    }
    reply_unknown_subcommand(c);
}

static void rewrite_all(call *c) {
    const char *why = config_rewrite(true);
    if (why) reply_errorf(c, "ERR %s", why);
    else reply_ok(c);
}

static const command commands[] = {
    { "debug", debug, ADMIN | NOSCRIPT | LOADING | STALE | PROTECTED | INTERNAL | NO_PROPAGATE, 0, "", "1.0.0",
      "Depends on subcommand.", "Looks inside the server, for tests.", .arity = -2 },
    { 0 }
};

static void pause_cron(call *c) {
    loop_hold_signals(!slice_equal(c->argv[2], SLICE("0")));
    reply_ok(c);
}

static void start(void) {
    static const sub own[] = {
        { "help", 2, 2, help }, { "object", 3, 4, object }, { "digest", 2, 2, digest_all }, { "digest-value", 2, 0, digest_values },
        { "sdslen", 3, 3, sdslen }, { "listpack", 3, 3, listpack_of }, { "quicklist", 3, 4, quicklist_of },
        { "quicklist-packed-threshold", 3, 3, packed_threshold }, { "htstats", 3, 4, htstats }, { "htstats-key", 3, 4, htstats_key },
        { "sleep", 3, 3, sleep_command }, { "populate", 3, 5, populate }, { "protocol", 3, 3, protocol },
        { "error", 3, 3, error_command }, { "log", 3, 3, log_command }, { "set-active-expire", 3, 3, set_active_expire },
        { "replicate", 4, 0, replicate }, { "structsize", 2, 2, structsize }, { "segfault", 2, 2, segfault },
        { "assert", 2, 2, assert_command }, { "panic", 2, 2, panic_command }, { "oom", 2, 2, out_of_memory },
        { "config-rewrite-force-all", 2, 2, rewrite_all }, { "longest-turn", 2, 2, longest_turn },
        { "drop-sleep", 3, 3, drop_sleep }, { "restart", 2, 3, restart }, { "crash-and-recover", 2, 3, crash_and_recover },
        { "change-repl-id", 2, 2, accept_and_ignore }, { "pause-cron", 3, 3, pause_cron },
        { "dict-resizing", 3, 3, accept_and_ignore }, { "replybuffer", 4, 4, accept_and_ignore },
        { "drop-cluster-packet-filter", 3, 3, accept_and_ignore },
    };
    for (size_t i = 0; i < sizeof own / sizeof *own; i++) debug_add(own[i].name, own[i].least, own[i].most, own[i].run);
    execute_set_protected_guard(guard);
}

static const setting settings[] = {
    { "enable-debug-command", SETTING_ENUM, &state.permit, "no", .words = "no|yes|local", .flags = SETTING_IMMUTABLE },
    { "enable-module-command", SETTING_ENUM, &state.permit_modules, "no", .words = "no|yes|local", .flags = SETTING_IMMUTABLE },
    { 0 }
};

const feature debugging = { .name = "server", .commands = commands, .settings = settings, .start = start };
