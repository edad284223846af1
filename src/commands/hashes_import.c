/* hashes_import.c -- HIMPORT: many hashes with the same fields, whose names are said once (newer.md 4.2).
 *
 * A client's field sets are a list that hangs on the client; they go with it, and with RESET. */
#include "base/memory.h"
#include "commands/hashes.h"
#include "server/client.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/propagate.h"
#include "server/reply.h"

typedef struct fieldset {
    struct fieldset *next;
    bytes *name;
    int count;
    bytes *fields[];                        /* distinct, in the order they were named */
} fieldset;

static size_t fieldset_bytes(int count) { return sizeof(fieldset) + (size_t)count * sizeof(bytes *); }

static void fieldset_free(fieldset *s) {
    for (int i = 0; i < s->count; i++) bytes_free(s->fields[i]);
    bytes_free(s->name);
    memory_free(s, fieldset_bytes(s->count));
}

/* Where the set of this name hangs, or would: at the end. */
static fieldset **place_of(client *k, slice name) {
    fieldset **place = &k->fieldsets;
    while (*place && !slice_equal(bytes_slice((*place)->name), name)) place = &(*place)->next;
    return place;
}

static bool drop(client *k, slice name) {
    fieldset **place = place_of(k, name), *s = *place;
    if (!s) return false;
    *place = s->next;
    fieldset_free(s);
    return true;
}

static int drop_all(client *k) {
    int count = 0;
    for (fieldset *s; (s = k->fieldsets); count++) {
        k->fieldsets = s->next;
        fieldset_free(s);
    }
    return count;
}

static void forget(client *k) { drop_all(k); }

static bool all_distinct(int count, const slice *fields) {
    hash *seen = hash_new();
    bool distinct = true;
    hash_expect(seen, (size_t)count, fields, count);
    for (int i = 0; i < count && distinct; i++) {
        distinct = hash_time(seen, 0, fields[i]) == HASH_NO_FIELD;
        hash_set(seen, 0, fields[i], SLICE(""), false);
    }
    hash_free(seen);
    return distinct;
}

static void prepare(call *c) {
    int count = c->argc - 3;
    if (!all_distinct(count, c->argv + 3)) {
        reply_error(c, "ERR duplicate field name in fieldset");
        return;
    }
    fieldset *s = memory_alloc(fieldset_bytes(count));
    *s = (fieldset){ .name = bytes_copy(c->argv[2]), .count = count };
    for (int i = 0; i < count; i++) s->fields[i] = bytes_copy(c->argv[3 + i]);
    drop(c->client, c->argv[2]);
    *place_of(c->client, c->argv[2]) = s;
    reply_ok(c);
}

/* What another server must be told: it has no field sets. */
static void store(call *c, slice key, const slice *argv, int argc) {
    hash *h = hash_new();
    hash_expect(h, (size_t)argc / 2 - 1, argv + 2, argc - 2);
    for (int i = 2; i < argc; i += 2) hash_set(h, 0, argv[i], argv[i + 1], false);
    if (keyspace_find(c, key)) propagate_words(c, 2, SLICE("DEL"), key);
    keyspace_put(c, key, &hash_type, h);
    propagate_as(c, argc, argv);
    changed_by(c, (argc - 2) / 2, key, NOTIFY_HASH, "hset");
}

static void set(call *c) {
    const fieldset *s = *place_of(c->client, c->argv[3]);
    if (!s) {
        reply_error(c, "ERR no such fieldset");
        return;
    }
    if (s->count != c->argc - 4) {
        reply_error(c, "ERR value count does not match fieldset field count");
        return;
    }
    int argc = 2 + 2 * s->count;
    slice *argv = memory_alloc((size_t)argc * sizeof *argv);
    argv[0] = SLICE("HSET");
    argv[1] = c->argv[2];
    for (int i = 0; i < s->count; i++) {
        argv[2 + 2 * i] = bytes_slice(s->fields[i]);
        argv[3 + 2 * i] = c->argv[4 + i];
    }
    store(c, c->argv[2], argv, argc);
    memory_free(argv, (size_t)argc * sizeof *argv);
    reply_ok(c);
}

static void discard(call *c) { reply_int(c, drop(c->client, c->argv[2])); }
static void discard_all(call *c) { reply_int(c, drop_all(c->client)); }

static void help(call *c) {
    static const char *const lines[] = {
        "PREPARE <fieldset> <field> [<field> ...]", "    Name the fields of the hashes to come, for this connection.",
        "SET <key> <fieldset> <value> [<value> ...]", "    Make <key> a hash of these fields and the values, in their order.",
        "DISCARD <fieldset>", "    Forget a fieldset.", "DISCARDALL", "    Forget all fieldsets of this connection.", NULL
    };
    reply_help(c, lines);
}

static const command commands[] = {
    { "himport", NULL, CONTAINER, 0, "", "8.10.0", "Depends on subcommand.", "Makes hashes of the same fields, named once." },
    { "himport|prepare", prepare, DENYOOM, 0, "fieldset-name field ...", "8.10.0", "O(N) where N is the number of fields.",
      "Names the fields of hashes to come." },
    { "himport|set", set, WRITE | DENYOOM, KEY_OVERWRITE, "@key fieldset-name value ...", "8.10.0",
      "O(N) where N is the number of fields.", "Makes a hash of a fieldset and values." },
    { "himport|discard", discard, 0, 0, "fieldset-name", "8.10.0", "O(N) where N is the number of fields.", "Forgets a fieldset." },
    { "himport|discardall", discard_all, 0, 0, "", "8.10.0", "O(N) where N is the number of fields in all fieldsets.",
      "Forgets all fieldsets of the connection." },
    { "himport|help", help, LOADING | STALE, 0, "", "8.10.0", "O(1)", "Tells what HIMPORT can do." },
    { 0 }
};

const feature hashes_import = { .name = "hash", .commands = commands, .client_closed = forget };
