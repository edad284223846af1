/* msetex.c -- MSETEX: several keys with one condition and one expiry (newer.md 1.4). */
#include "base/memory.h"
#include "base/number.h"
#include "commands/expiry.h"
#include "server/client.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/propagate.h"
#include "server/reply.h"

typedef struct options { int pairs; enum { ALWAYS, IF_MISSING, IF_PRESENT } presence; expiry expiry; } options;

static bool parse(call *c, options *o) {
    int64_t n;
    if (!number_parse_int(c->argv[1], &n) || n <= 0) return reply_error(c, "ERR invalid numkeys value"), false;
    if (n > (c->argc - 2) / 2) return reply_error(c, "ERR wrong number of key-value pairs"), false;
    o->pairs = (int)n;
    for (int i = 2 + 2 * o->pairs; i < c->argc;) {
        bool free = o->presence == ALWAYS;
        if (free && slice_is(c->argv[i], "nx")) o->presence = IF_MISSING, i++;
        else if (free && slice_is(c->argv[i], "xx")) o->presence = IF_PRESENT, i++;
        else if (o->expiry.kind != EXPIRY_NONE || !expiry_option(c, &i, true, false, &o->expiry)) {
            return reply_syntax_error(c), false;
        }
    }
    return expiry_resolve(c, &o->expiry);
}

static bool holds(call *c, const options *o) {
    for (int i = 0; o->presence != ALWAYS && i < o->pairs; i++) {
        bool there = keyspace_find(c, c->argv[2 + 2 * i]) != NULL;
        if (there == (o->presence == IF_MISSING)) return false;
    }
    return true;
}

static void store_one(call *c, slice key, slice text, const expiry *e) {
    if (e->kind == EXPIRY_AT && e->when <= client_horizon(c)) {
        if (keyspace_delete(c, key)) changed(c, key, NOTIFY_GENERIC, "del");
        return;
    }
    const entry *old = e->kind == EXPIRY_KEEP ? keyspace_find(c, key) : NULL;
    keyspace_put_string(c, key, text, e->kind == EXPIRY_AT ? e->when : old ? entry_expiry(old) : -1);
    changed(c, key, NOTIFY_STRING, "set");
    if (e->kind == EXPIRY_AT) notify(c, key, NOTIFY_GENERIC, "expire");
}

/* The pairs again, without condition and with an absolute time; or the deletion of what a past time has removed. */
static void propagate(call *c, const options *o) {
    char room[NUMBER_INT_TEXT];
    int argc = 0;
    bool past = o->expiry.kind == EXPIRY_AT && o->expiry.when <= client_horizon(c);
    slice *argv = memory_alloc((size_t)(2 * o->pairs + 4) * sizeof *argv);
    argv[argc++] = past ? SLICE("DEL") : SLICE("MSETEX");
    if (!past) argv[argc++] = c->argv[1];
    for (int i = 0; i < o->pairs; i++) {
        argv[argc++] = c->argv[2 + 2 * i];
        if (!past) argv[argc++] = c->argv[3 + 2 * i];
    }
    if (!past && o->expiry.kind == EXPIRY_AT) {
        argv[argc++] = SLICE("PXAT");
        argv[argc++] = slice_make(room, (size_t)number_print_int(room, o->expiry.when));
    }
    if (o->expiry.kind == EXPIRY_KEEP) argv[argc++] = SLICE("KEEPTTL");
    if (c->changes) propagate_as(c, argc, argv);
    memory_free(argv, (size_t)(2 * o->pairs + 4) * sizeof *argv);
}

static void msetex(call *c) {
    options o = { .pairs = 0 };
    if (!parse(c, &o)) return;
    bool go = holds(c, &o);
    for (int i = 0; go && i < o.pairs; i++) store_one(c, c->argv[2 + 2 * i], c->argv[3 + 2 * i], &o.expiry);
    if (go) propagate(c, &o);
    reply_int(c, go);
}

static const command commands[] = {
    { "msetex", msetex, WRITE | DENYOOM | MOVABLE_KEYS, 0,
      "#numkeys (data: @key value) ... [condition: NX | XX] "
      "[expiration: EX #seconds | PX #milliseconds | EXAT !unix-time-seconds | PXAT !unix-time-milliseconds | KEEPTTL]",
      "8.4.0", "O(N) where N is the number of keys to set.", "Sets several keys, and when they go, if the condition holds.",
      .key_specs = "OW+update index{index=1} keynum{keynumidx=0,firstkey=1,keystep=2}" },
    { 0 }
};

const feature several = { .name = "string", .commands = commands };
