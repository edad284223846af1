/* sets.c -- members of one set. Set algebra is in sets_algebra.c. */
#include "base/memory.h"
#include "base/random.h"
#include "commands/scan.h"
#include "server/client.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/propagate.h"
#include "server/reply.h"
#include "store/limits.h"
#include "store/set.h"

enum { SREM_CHUNK = 1024 };

static void sadd(call *c) {
    set *s = keyspace_open(c, c->argv[1], &set_type);
    int64_t n = 0;
    if (!s) return;
    if (c->created) set_expect(s, c->argv[2], (size_t)c->argc - 2);
    else set_expect_more(s, (size_t)c->argc - 2);
    for (int i = 2; i < c->argc; i++) n += set_add(s, c->argv[i]);
    if (n) changed_by(c, n, c->argv[1], NOTIFY_SET, "sadd");
    reply_int(c, n);
}

static void srem(call *c) {
    void *value;
    int64_t n = 0;
    if (!keyspace_edit(c, c->argv[1], &set_type, &value)) return;
    for (int i = 2; value && i < c->argc; i++) n += set_remove(value, c->argv[i]);
    if (n) changed_by(c, n, c->argv[1], NOTIFY_SET, "srem");
    reply_int(c, n);
}

static void smove(call *c) {
    void *from, *to;
    slice member = c->argv[3];
    if (!keyspace_edit(c, c->argv[1], &set_type, &from)) return;
    if (!from) {
        reply_int(c, 0);
        return;
    }
    if (!keyspace_edit(c, c->argv[2], &set_type, &to)) return;
    if (from == to) {
        reply_int(c, set_has(from, member));
        return;
    }
    if (!set_remove(from, member)) {
        reply_int(c, 0);
        return;
    }
    changed(c, c->argv[1], NOTIFY_SET, "srem");
    set *target = keyspace_open(c, c->argv[2], &set_type);
    if (c->created) set_expect(target, member, 1);
    if (set_add(target, member)) changed(c, c->argv[2], NOTIFY_SET, "sadd");
    reply_int(c, 1);
}

static void sismember(call *c) {
    void *value;
    if (keyspace_get(c, c->argv[1], &set_type, &value)) reply_int(c, value && set_has(value, c->argv[2]));
}

static void smismember(call *c) {
    void *value;
    if (!keyspace_get(c, c->argv[1], &set_type, &value)) return;
    reply_array(c, c->argc - 2);
    for (int i = 2; i < c->argc; i++) reply_int(c, value && set_has(value, c->argv[i]));
}

static void scard(call *c) {
    void *value;
    if (keyspace_get(c, c->argv[1], &set_type, &value)) reply_int(c, value ? (int64_t)set_count(value) : 0);
}

static void reply_members(call *c, const set *s) {
    set_batch b;
    reply_set(c, (long)set_count(s));
    for (set_walk w = set_start(s); set_next_batch(&w, &b);) for (int i = 0; i < b.count; i++) reply_bulk(c, b.text[i]);
}

static void smembers(call *c) {
    void *value;
    if (!keyspace_get(c, c->argv[1], &set_type, &value)) return;
    if (value) reply_members(c, value);
    else reply_set(c, 0);
}

/* -- SPOP ------------------------------------------------------------------------------------ */

static void spop_one(call *c, set *s) {
    char room[LISTPACK_INT_TEXT];
    bytes *member = bytes_copy(set_random(s, room));
    reply_bulk(c, bytes_slice(member));
    set_remove(s, bytes_slice(member));
    propagate_words(c, 3, SLICE("SREM"), c->argv[1], bytes_slice(member));
    changed(c, c->argv[1], NOTIFY_SET, "spop");
    bytes_free(member);
}

/* Takes n of more than n members, replying and writing them down in chunks. */
static void spop_some(call *c, set *s, size_t n) {
    int64_t popped = (int64_t)n;
    slice argv[SREM_CHUNK + 2] = { SLICE("SREM"), c->argv[1] };
    bytes *members[SREM_CHUNK];
    char room[LISTPACK_INT_TEXT];
    reply_set(c, (long)n);
    while (n) {
        int count = 0;
        for (; count < SREM_CHUNK && n; count++, n--) {
            members[count] = bytes_copy(set_random(s, room));
            argv[2 + count] = bytes_slice(members[count]);
            set_remove(s, argv[2 + count]);
            reply_bulk(c, argv[2 + count]);
        }
        propagate_as(c, 2 + count, argv);
        while (count) bytes_free(members[--count]);
    }
    changed_by(c, popped, c->argv[1], NOTIFY_SET, "spop");
}

static void spop(call *c) {
    void *value;
    int64_t count = 0;
    if (c->argc > 3) {
        reply_syntax_error(c);
        return;
    }
    if (c->argc == 3 && !arg_int_between(c, c->argv[2], &count, 0, INT64_MAX)) return;
    if (!keyspace_edit(c, c->argv[1], &set_type, &value)) return;
    if (c->argc == 2) {
        if (value) spop_one(c, value);
        else reply_null(c);
    } else if (!value || !count) {
        reply_set(c, 0);
    } else if ((uint64_t)count >= set_count(value)) {
        int64_t popped = (int64_t)set_count(value);
        reply_members(c, value);
        notify(c, c->argv[1], NOTIFY_SET, "spop");
        keyspace_delete(c, c->argv[1]);
        propagate_words(c, 2, SLICE("DEL"), c->argv[1]);
        changed_by(c, popped, c->argv[1], NOTIFY_GENERIC, "del");
    } else {
        spop_some(c, value, (size_t)count);
    }
}

/* -- SRANDMEMBER -------------------------------------------------------------------------------- */

/* Distinct members: by drawing while few of many are wanted, else by passing over the set with the right odds. */
static void random_distinct(call *c, const set *s, size_t n) {
    size_t left = set_count(s), wanted = n;
    char room[LISTPACK_INT_TEXT];
    reply_array(c, (long)n);
    if (n * 3 < left) {
        set *seen = set_new();
        set_expect(seen, (slice){ "", 0 }, SIZE_MAX);
        while (wanted) {
            slice member = set_random(s, room);
            if (!set_add(seen, member)) continue;
            reply_bulk(c, member);
            wanted--;
        }
        set_free(seen);
        return;
    }
    for (set_walk w = set_start(s); wanted && set_next(&w); left--) {
        if (random_below(left) >= wanted) continue;
        reply_bulk(c, w.text);
        wanted--;
    }
}

static void srandmember(call *c) {
    void *value;
    int64_t count = 0;
    char room[LISTPACK_INT_TEXT];
    if (c->argc > 3) {
        reply_syntax_error(c);
        return;
    }
    if (c->argc == 3 && !arg_int_between(c, c->argv[2], &count, -INT64_MAX, INT64_MAX)) return;
    if (!keyspace_get(c, c->argv[1], &set_type, &value)) return;
    if (c->argc == 2) {
        if (value) reply_bulk(c, set_random(value, room));
        else reply_null(c);
    } else if (!value || !count) {
        reply_array(c, 0);
    } else if (count < 0) {
        reply_array(c, (long)-count);
        for (int64_t i = 0; i < -count; i++) reply_bulk(c, set_random(value, room));
    } else if ((uint64_t)count >= set_count(value)) {
        reply_array(c, (long)set_count(value));
        for (set_walk w = set_start(value); set_next(&w);) reply_bulk(c, w.text);
    } else {
        random_distinct(c, value, (size_t)count);
    }
}

/* -- SSCAN ------------------------------------------------------------------------------------------ */

static void scan_one(slice text, void *context) {
    scan_walk *w = context;
    if (!scan_sees(w, text)) return;
    reply_bulk(w->call, text);
    w->replied++;
}

static uint64_t step(scan_walk *w, uint64_t cursor) { return set_scan(w->value, cursor, scan_one, w); }

static void sscan(call *c) {
    scan_walk w;
    if (scan_open(&w, c, &set_type)) scan_reply(&w, step);
}

static const command commands[] = {
    { "sadd", sadd, WRITE | DENYOOM | FAST, KEY_ADD, "@key member ...^2.4.0", "1.0.0",
      "O(1) for each element added, so O(N) to add N elements when the command is called with multiple arguments.",
      "Adds members to a set." },
    { "srem", srem, WRITE | FAST, KEY_TAKE, "@key member ...^2.4.0", "1.0.0",
      "O(N) where N is the number of members to be removed.",
      "Removes members from a set." },
    { "smove", smove, WRITE | FAST, KEYS2(KEY_POP, KEY_ADD), "@source @destination member", "1.0.0", "O(1)",
      "Moves a member from one set to another." },
    { "sismember", sismember, READ | FAST, KEY_RO, "@key member", "1.0.0", "O(1)", "Tells whether a set has a member." },
    { "smismember", smismember, READ | FAST, KEY_READ, "@key member ...", "6.2.0",
      "O(N) where N is the number of elements being checked for membership", "Tells of each whether a set has it." },
    { "scard", scard, READ | FAST, KEY_RO, "@key", "1.0.0", "O(1)", "Counts the members of a set." },
    { "smembers", smembers, READ, KEY_READ, "@key", "1.0.0", "O(N) where N is the set cardinality.", "Gives all members of a set.",
      .tips = "nondeterministic_output_order" },
    { "spop", spop, WRITE | FAST, KEY_POP, "@key [#count]^3.2.0", "1.0.0",
      "Without the count argument O(1), otherwise O(N) where N is the value of the passed count.", "Takes random members from a set.",
      .tips = "nondeterministic_output" },
    { "srandmember", srandmember, READ, KEY_READ, "@key [#count]^2.6.0", "1.0.0",
      "Without the count argument O(1), otherwise O(N) where N is the absolute value of the passed count.",
      "Gives random members of a set.", .tips = "nondeterministic_output" },
    { "sscan", sscan, READ, KEY_READ, "@key #cursor [MATCH *pattern] [COUNT #count]", "2.8.0",
      "O(1) for every call. O(N) for a complete iteration.", "Walks through the members of a set, some at a time.",
      .tips = "nondeterministic_output" },
    { 0 }
};

static const setting settings[] = {
    { "set-max-intset-entries", SETTING_INT, &store_limits.set_max_intset_entries, "512", .least = 0, .most = INT64_MAX },
    { "set-max-listpack-entries", SETTING_INT, &store_limits.set_max_listpack_entries, "128", .least = 0, .most = INT64_MAX },
    { "set-max-listpack-value", SETTING_INT, &store_limits.set_max_listpack_value, "64", .least = 0, .most = INT64_MAX },
    { 0 }
};

static void start(void) {
    static const uint8_t rdb_types[] = { 2, 11, 20 };
    type_register(&set_type);
    type_register_rdb(&set_type, rdb_types, sizeof rdb_types);
}

const feature sets = { .name = "set", .commands = commands, .settings = settings, .start = start };
