/* zsets_pop.c -- taking members from an end of a sorted set, and waiting for some to come. */
#include "base/number.h"
#include "commands/zsets.h"
#include "server/block.h"
#include "server/client.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/propagate.h"
#include "server/reply.h"

enum end { LOWEST, HIGHEST };

static const char *event_of(enum end end) { return end == LOWEST ? "zpopmin" : "zpopmax"; }
static slice command_of(enum end end) { return end == LOWEST ? SLICE("ZPOPMIN") : SLICE("ZPOPMAX"); }

static size_t at_most(const zset *z, int64_t count) {
    return (uint64_t)count < zset_count(z) ? (size_t)count : zset_count(z);
}

/* Replies n members from that end with their scores, as pairs or not, and removes them. The head is the caller's. */
static void take(call *c, zset *z, enum end end, size_t n, bool pairs) {
    size_t count = zset_count(z);
    zset_walk w;
    bool more = zset_seek(&w, z, end == LOWEST ? 0 : count - 1);
    for (size_t i = 0; more && i < n; i++) {
        if (pairs) reply_array(c, 2);
        reply_bulk(c, w.member);
        reply_double(c, w.score);
        more = end == LOWEST ? zset_next(&w) : zset_previous(&w);
    }
    zset_remove_span(z, end == LOWEST ? (zset_span){ 0, n } : (zset_span){ count - n, count });
}

static void pop(call *c, enum end end) {
    void *value;
    int64_t count = 1;
    if (c->argc > 3) {
        reply_syntax_error(c);
        return;
    }
    if (c->argc == 3 && (!number_parse_int(c->argv[2], &count) || count < 0)) {
        reply_error(c, "ERR value is out of range, must be positive");
        return;
    }
    if (!keyspace_edit(c, c->argv[1], &zset_type, &value)) return;
    if (!value || !count) {
        reply_empty_array(c);
        return;
    }
    size_t n = at_most(value, count);
    bool pairs = c->argc == 3 && c->client->protocol == 3;
    reply_array(c, (long)(pairs ? n : 2 * n));
    take(c, value, end, n, pairs);
    changed_by(c, (int64_t)n, c->argv[1], NOTIFY_ZSET, event_of(end));
}

static void zpopmin(call *c) { pop(c, LOWEST); }
static void zpopmax(call *c) { pop(c, HIGHEST); }

/* -- BZPOPMIN, BZPOPMAX --------------------------------------------------------------------------- */

static void blocking_pop(call *c, enum end end) {
    int64_t deadline;
    int keys = c->argc - 2;
    if (!arg_timeout(c, c->argv[c->argc - 1], true, &deadline)) return;
    for (int i = 1; i <= keys; i++) {
        void *value;
        if (!keyspace_edit(c, c->argv[i], &zset_type, &value)) return;
        if (!value) continue;
        reply_array(c, 3);
        reply_bulk(c, c->argv[i]);
        take(c, value, end, 1, false);
        changed(c, c->argv[i], NOTIFY_ZSET, event_of(end));
        propagate_words(c, 2, command_of(end), c->argv[i]);
        return;
    }
    if (block_allowed(c)) block_on_keys(c, c->argv + 1, keys, &zset_type, 0, deadline, reply_null_array);
    else reply_null_array(c);
}

static void bzpopmin(call *c) { blocking_pop(c, LOWEST); }
static void bzpopmax(call *c) { blocking_pop(c, HIGHEST); }

/* -- ZMPOP, BZMPOP -------------------------------------------------------------------------------- */

typedef struct multi_pop { int first, keys; enum end end; int64_t count; } multi_pop;

static bool zmpop_parse(call *c, int at, multi_pop *m) {
    int64_t keys;
    if (!number_parse_int(c->argv[at], &keys) || keys <= 0) return reply_error(c, "ERR numkeys should be greater than 0"), false;
    if (keys > c->argc - at - 2) return reply_syntax_error(c), false;
    *m = (multi_pop){ .first = at + 1, .keys = (int)keys, .count = -1 };
    int i = at + 1 + m->keys;
    if (slice_is(c->argv[i], "max")) m->end = HIGHEST;
    else if (!slice_is(c->argv[i], "min")) return reply_syntax_error(c), false;
    for (i++; i < c->argc; i += 2) {
        if (m->count >= 0 || !slice_is(c->argv[i], "count") || i + 1 >= c->argc) return reply_syntax_error(c), false;
        if (!number_parse_int(c->argv[i + 1], &m->count) || m->count <= 0) {
            reply_error(c, "ERR count should be greater than 0");
            return false;
        }
    }
    if (m->count < 0) m->count = 1;
    return true;
}

/* True when a set was found (or an error replied). */
static bool zmpop_try(call *c, const multi_pop *m) {
    for (int i = 0; i < m->keys; i++) {
        void *value;
        char room[NUMBER_INT_TEXT];
        slice key = c->argv[m->first + i];
        if (!keyspace_edit(c, key, &zset_type, &value)) return true;
        if (!value) continue;
        size_t n = at_most(value, m->count);
        reply_array(c, 2);
        reply_bulk(c, key);
        reply_array(c, (long)n);
        take(c, value, m->end, n, true);
        changed_by(c, (int64_t)n, key, NOTIFY_ZSET, event_of(m->end));
        propagate_words(c, 3, command_of(m->end), key, slice_make(room, (size_t)number_print_int(room, (int64_t)n)));
        return true;
    }
    return false;
}

static void zmpop(call *c) {
    multi_pop m;
    if (zmpop_parse(c, 1, &m) && !zmpop_try(c, &m)) reply_null_array(c);
}

static void bzmpop(call *c) {
    multi_pop m;
    int64_t deadline;
    if (!arg_timeout(c, c->argv[1], true, &deadline) || !zmpop_parse(c, 2, &m) || zmpop_try(c, &m)) return;
    if (block_allowed(c)) block_on_keys(c, c->argv + m.first, m.keys, &zset_type, 0, deadline, reply_null_array);
    else reply_null_array(c);
}

#define POP_COST "O(log(N)*M) with N being the number of elements in the sorted set, and M being the number of elements popped."
#define MULTI_COST \
    "O(K) + O(M*log(N)) where K is the number of provided keys, N being the number of elements in the sorted set, and M being the number " \
    "of elements popped."

static const command commands[] = {
    { "zpopmin", zpopmin, WRITE | FAST, KEY_POP, "@key [#count]", "5.0.0", POP_COST, "Takes the members of lowest score." },
    { "zpopmax", zpopmax, WRITE | FAST, KEY_POP, "@key [#count]", "5.0.0", POP_COST, "Takes the members of highest score." },
    { "bzpopmin", bzpopmin, WRITE | BLOCKING | FAST, KEY_POP, "@key ... %timeout", "5.0.0",
      "O(log(N)) with N being the number of elements in the sorted set.",
      "Takes the member of lowest score of the first set that has one; waits if none has.",
      .history = "6.0.0 The timeout may have a fraction." },
    { "bzpopmax", bzpopmax, WRITE | BLOCKING | FAST, KEY_POP, "@key ... %timeout", "5.0.0",
      "O(log(N)) with N being the number of elements in the sorted set.",
      "Takes the member of highest score of the first set that has one; waits if none has.",
      .history = "6.0.0 The timeout may have a fraction." },
    { "zmpop", zmpop, WRITE | MOVABLE_KEYS, KEY_POP, "#numkeys @key ... {where: MIN | MAX} [COUNT #count]", "7.0.0", MULTI_COST,
      "Takes members from an end of the first set that has some." },
    { "bzmpop", bzmpop, WRITE | BLOCKING | MOVABLE_KEYS, KEY_POP, "%timeout #numkeys @key ... {where: MIN | MAX} [COUNT #count]",
      "7.0.0", MULTI_COST, "Takes members from an end of the first set that has some; waits if none has." },
    { 0 }
};

const feature zsets_pop = { .name = "sorted-set", .commands = commands };
