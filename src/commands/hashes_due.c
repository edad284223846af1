/* hashes_due.c -- fields whose time has come leave their hash: on time when the server itself looks, and before a command
 * that names them goes on (tests/hashes/due_fields.t). */
#include "commands/hashes.h"
#include "server/client.h"
#include "server/execute.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/propagate.h"

enum { DROP_STEP = 256 };

typedef struct dropping { call *call; slice key; uint64_t count; } dropping;

static void dropped(slice field, void *context) {
    dropping *d = context;
    slice argv[3] = { SLICE("HDEL"), d->key, field };
    d->count++;
    propagate_also(d->call, d->call->client->db->id, 3, argv);
    if (!execute_running()) propagate_flush();
}

/* Nobody asked for the loss of these fields, so it is no change that save points count. */
static bool announce(call *c, hash_edit *e, const dropping *d, const char *event) {
    if (!d->count) return false;
    keyspace_count_expired_fields(d->count);
    hash_edit_done(c, e);
    changed_by(c, 0, d->key, NOTIFY_HASH, event);
    return true;
}

static void drop_due(call *c, slice key) {
    hash_edit e;
    dropping d = { c, key, 0 };
    if (!hash_edit_find(c, key, &e) || !e.hash) return;
    hash_drop_due(e.hash, c->now, DROP_STEP, dropped, &d);
    announce(c, &e, &d, "hexpired");
}

static bool may_drop(const call *c, const hash *h) {
    int64_t due = hash_due(h);
    return due >= 0 && due < client_horizon(c) && !keyspace_expiry_held();
}

bool hash_drop_all_due(call *c, slice key, const hash *h) {
    if (!may_drop(c, h)) return false;
    call own = keyspace_own_call(c->client->db);
    dropping d = { &own, key, 0 };
    hash_edit e;
    hash_edit_find(&own, key, &e);
    while (hash_drop_due(e.hash, client_horizon(c), DROP_STEP, dropped, &d) == DROP_STEP) { }
    return announce(&own, &e, &d, "hexpired");
}

bool hash_drop_named(call *c, slice key, const hash *h, const slice *fields, int count, const char *event) {
    if (!may_drop(c, h)) return false;
    call own = keyspace_own_call(c->client->db);
    dropping d = { &own, key, 0 };
    hash_edit e;
    hash_edit_find(&own, key, &e);
    for (int i = 0; i < count; i++) {
        int64_t when = hash_time(e.hash, 0, fields[i]);
        if (when < 0 || when >= client_horizon(c)) continue;
        hash_delete(e.hash, fields[i]);
        dropped(fields[i], &d);
    }
    return announce(&own, &e, &d, event);
}

static void start(void) { keyspace_on_fields_due(drop_due); }

const feature hashes_due = { .name = "hash", .start = start };
