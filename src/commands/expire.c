/* expire.c -- when keys go: EXPIRE and its kin, TTL and its kin, PERSIST. */
#include "base/number.h"
#include "server/client.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/propagate.h"
#include "server/reply.h"

enum condition { IF_NONE = 1, IF_SOME = 2, IF_LATER = 4, IF_EARLIER = 8 };

static bool parse_conditions(call *c, unsigned *conditions) {
    for (int i = 3; i < c->argc; i++) {
        if (slice_is(c->argv[i], "nx")) *conditions |= IF_NONE;
        else if (slice_is(c->argv[i], "xx")) *conditions |= IF_SOME;
        else if (slice_is(c->argv[i], "gt")) *conditions |= IF_LATER;
        else if (slice_is(c->argv[i], "lt")) *conditions |= IF_EARLIER;
        else return reply_errorf(c, "ERR Unsupported option %.*s", SLICE_ARGS(c->argv[i])), false;
    }
    if (*conditions & IF_NONE && *conditions & (IF_SOME | IF_LATER | IF_EARLIER)) {
        reply_error(c, "ERR NX and XX, GT or LT options at the same time are not compatible");
        return false;
    }
    if (*conditions & IF_LATER && *conditions & IF_EARLIER) {
        reply_error(c, "ERR GT and LT options at the same time are not compatible");
        return false;
    }
    return true;
}

/* No expiry counts as infinitely late. */
static bool applies(unsigned conditions, int64_t now, int64_t when) {
    if (conditions & IF_NONE && now >= 0) return false;
    if (conditions & IF_SOME && now < 0) return false;
    if (conditions & IF_LATER && (now < 0 || when <= now)) return false;
    return !(conditions & IF_EARLIER && now >= 0 && when >= now);
}

static bool read_time(call *c, bool seconds, bool absolute, int64_t *when) {
    if (!arg_int(c, c->argv[2], when)) return false;
    bool over = seconds && __builtin_mul_overflow(*when, 1000, when);
    if (!over && !absolute) over = __builtin_add_overflow(*when, c->now, when);
    if (over) reply_errorf(c, "ERR invalid expire time in '%s' command", c->command->name);
    return !over;
}

/* Conditions stay, as Redis has it: they hold again where this is replayed. */
static void propagate_expiry(call *c, slice when) {
    slice argv[8] = { SLICE("PEXPIREAT"), c->argv[1], when };
    int argc = 3;
    for (int i = 3; i < c->argc && argc < 8; i++) argv[argc++] = c->argv[i];
    propagate_as(c, argc, argv);
}

static void set_expiry(call *c, bool seconds, bool absolute) {
    char room[NUMBER_INT_TEXT];
    slice key = c->argv[1];
    unsigned conditions = 0;
    int64_t when;
    if (!parse_conditions(c, &conditions) || !read_time(c, seconds, absolute, &when)) return;
    const entry *e = keyspace_find(c, key);
    if (!e || !applies(conditions, entry_expiry(e), when)) {
        reply_int(c, 0);
        return;
    }
    if (when <= client_horizon(c)) {
        keyspace_delete(c, key);
        changed(c, key, NOTIFY_GENERIC, "del");
        propagate_words(c, 2, SLICE("DEL"), key);
    } else {
        keyspace_set_expiry(c, key, when);
        changed(c, key, NOTIFY_GENERIC, "expire");
        propagate_expiry(c, slice_make(room, (size_t)number_print_int(room, when)));
    }
    reply_int(c, 1);
}

static void expire(call *c) { set_expiry(c, true, false); }
static void pexpire(call *c) { set_expiry(c, false, false); }
static void expireat(call *c) { set_expiry(c, true, true); }
static void pexpireat(call *c) { set_expiry(c, false, true); }

/* -2 missing, -1 none, else milliseconds. */
static int64_t expiry_of(call *c) {
    const entry *e = keyspace_glance(c, c->argv[1]);
    return e ? entry_expiry(e) : -2;
}

static int64_t to_seconds(int64_t ms) { return ms / 1000 + (ms % 1000 >= 500); }

static void remaining(call *c, bool seconds) {
    int64_t when = expiry_of(c);
    if (when >= 0) when = when > c->now ? when - c->now : 0;
    reply_int(c, when < 0 || !seconds ? when : to_seconds(when));
}

static void ttl(call *c) { remaining(c, true); }
static void pttl(call *c) { remaining(c, false); }

static void expiretime(call *c) {
    int64_t when = expiry_of(c);
    reply_int(c, when < 0 ? when : to_seconds(when));
}

static void pexpiretime(call *c) { reply_int(c, expiry_of(c)); }

static void persist(call *c) {
    const entry *e = keyspace_find(c, c->argv[1]);
    bool had = e && entry_expires(e);
    if (had) {
        keyspace_set_expiry(c, c->argv[1], -1);
        changed(c, c->argv[1], NOTIFY_GENERIC, "persist");
    }
    reply_int(c, had);
}

#define CONDITION " [condition: NX | XX | GT | LT]^7.0.0"

static const command commands[] = {
    { "expire", expire, WRITE | FAST, KEY_CHANGE, "@key #seconds" CONDITION, "1.0.0", "O(1)", "Makes a key go after so many seconds." },
    { "pexpire", pexpire, WRITE | FAST, KEY_CHANGE, "@key #milliseconds" CONDITION, "2.6.0", "O(1)",
      "Makes a key go after so many milliseconds." },
    { "expireat", expireat, WRITE | FAST, KEY_CHANGE, "@key !unix-time-seconds" CONDITION, "1.2.0", "O(1)",
      "Makes a key go at a unix time." },
    { "pexpireat", pexpireat, WRITE | FAST, KEY_CHANGE, "@key !unix-time-milliseconds" CONDITION, "2.6.0", "O(1)",
      "Makes a key go at a unix time in milliseconds." },
    { "ttl", ttl, READ | FAST, KEY_READ, "@key", "1.0.0", "O(1)", "Tells for how many seconds a key will stay.",
      .tips = "nondeterministic_output", .history = "2.8.0 -2 where there is no key." },
    { "pttl", pttl, READ | FAST, KEY_READ, "@key", "2.6.0", "O(1)", "Tells for how many milliseconds a key will stay.",
      .tips = "nondeterministic_output", .history = "2.8.0 -2 where there is no key." },
    { "expiretime", expiretime, READ | FAST, KEY_READ, "@key", "7.0.0", "O(1)", "Tells the unix time at which a key goes." },
    { "pexpiretime", pexpiretime, READ | FAST, KEY_READ, "@key", "7.0.0", "O(1)",
      "Tells the unix time in milliseconds at which a key goes." },
    { "persist", persist, WRITE | FAST, KEY_CHANGE, "@key", "2.2.0", "O(1)", "Makes a key stay." },
    { 0 }
};

const feature expiring = { .name = "generic", .commands = commands };
