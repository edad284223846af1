/* zsets.c -- sorted sets, member by member: adding, removing, scores, ranks, counts, random members, ZSCAN. */
#include "commands/zsets.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/random.h"
#include "base/sort.h"
#include "commands/scan.h"
#include "server/client.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/reply.h"
#include "store/limits.h"
#include <stdio.h>

void zset_reply_head(call *c, size_t n, bool scores) { reply_array(c, (long)(scores && c->client->protocol == 2 ? 2 * n : n)); }

void zset_reply_member(call *c, slice member, double score, bool scores) {
    if (scores && c->client->protocol == 3) reply_array(c, 2);
    reply_bulk(c, member);
    if (scores) reply_double(c, score);
}

void zset_store(call *c, slice key, table *members, const char *event) {
    size_t count = table_count(members);
    if (count) {
        keyspace_put(c, key, &zset_type, zset_from_members(members, true));
        changed(c, key, NOTIFY_ZSET, event);
    } else {
        zset_members_free(members);
        if (keyspace_delete(c, key)) changed(c, key, NOTIFY_GENERIC, "del");
    }
    reply_int(c, (int64_t)count);
}

/* -- ZADD, ZINCRBY -------------------------------------------------------------------------------- */

typedef struct adding { unsigned how; bool count_changes; int first; } adding;

static bool zadd_parse(call *c, adding *a) {
    static const struct { const char *word; unsigned how; } words[] = {
        { "nx", ZSET_IF_NEW }, { "xx", ZSET_IF_PRESENT }, { "gt", ZSET_IF_GREATER }, { "lt", ZSET_IF_LESS },
        { "incr", ZSET_INCREMENT }, { "ch", 0 }
    };
    enum { WORDS = sizeof words / sizeof *words };
    for (a->first = 2; a->first < c->argc; a->first++) {
        int w = 0;
        while (w < WORDS && !slice_is(c->argv[a->first], words[w].word)) w++;
        if (w == WORDS) break;
        a->how |= words[w].how;
        a->count_changes |= !words[w].how;
    }
    int words_left = c->argc - a->first;
    bool one_of = a->how & (ZSET_IF_GREATER | ZSET_IF_LESS), both = (a->how & ZSET_IF_GREATER) && (a->how & ZSET_IF_LESS);
    if (words_left % 2 || !words_left) reply_syntax_error(c);
    else if (a->how & ZSET_IF_NEW && a->how & ZSET_IF_PRESENT)
        reply_error(c, "ERR XX and NX options at the same time are not compatible");
    else if (both || (one_of && a->how & ZSET_IF_NEW))
        reply_error(c, "ERR GT, LT, and/or NX options at the same time are not compatible");
    else if (a->how & ZSET_INCREMENT && words_left > 2)
        reply_error(c, "ERR INCR option supports a single increment-element pair");
    else return true;
    return false;
}

/* All scores are read before anything changes; the few of a usual call need no block of their own. */
enum { FEW = 32 };

static double *read_scores(call *c, const adding *a, double *few, size_t pairs) {
    double *scores = pairs <= FEW ? few : memory_alloc(pairs * sizeof *scores);
    for (size_t i = 0; i < pairs; i++) {
        if (arg_double(c, c->argv[a->first + 2 * (int)i], &scores[i])) continue;
        if (scores != few) memory_free(scores, pairs * sizeof *scores);
        return NULL;
    }
    return scores;
}

static void reply_score_or_null(call *c, bool there, double score) {
    if (there) reply_double(c, score);
    else reply_null(c);
}

/* Finds the set to add to, or makes it; NULL when a reply was given. */
static zset *open_to_add(call *c, const adding *a, size_t pairs) {
    void *value;
    if (a->how & ZSET_IF_PRESENT) {
        if (!keyspace_edit(c, c->argv[1], &zset_type, &value)) return NULL;
        if (!value && a->how & ZSET_INCREMENT) reply_null(c);
        else if (!value) reply_int(c, 0);
    } else {
        value = keyspace_open(c, c->argv[1], &zset_type);
    }
    if (value) zset_expect(value, pairs, c->created ? c->argv[a->first + 1].len : 0);
    return value;
}

static void zadd_pairs(call *c, const adding *a, double *scores, size_t pairs) {
    zset *z = open_to_add(c, a, pairs);
    if (!z) return;
    int64_t added = 0, updated = 0;
    enum zset_outcome outcome = ZSET_REFUSED;
    for (size_t i = 0; i < pairs && outcome != ZSET_NAN; i++) {
        outcome = zset_add(z, c->argv[a->first + 1 + 2 * (int)i], &scores[i], a->how);
        added += outcome == ZSET_ADDED;
        updated += outcome == ZSET_UPDATED;
    }
    bool increment = a->how & ZSET_INCREMENT;
    if (added || updated) changed_by(c, added + updated, c->argv[1], NOTIFY_ZSET, increment ? "zincr" : "zadd");
    if (outcome == ZSET_NAN) reply_error(c, "ERR resulting score is not a number (NaN)");
    else if (increment) reply_score_or_null(c, outcome != ZSET_REFUSED, scores[0]);
    else reply_int(c, a->count_changes ? added + updated : added);
}

static void add(call *c, const adding *a) {
    double few[FEW];
    size_t pairs = (size_t)(c->argc - a->first) / 2;
    double *scores = read_scores(c, a, few, pairs);
    if (!scores) return;
    zadd_pairs(c, a, scores, pairs);
    if (scores != few) memory_free(scores, pairs * sizeof *scores);
}

static void zadd(call *c) {
    adding a = { 0 };
    if (zadd_parse(c, &a)) add(c, &a);
}

static void zincrby(call *c) { add(c, &(adding){ .how = ZSET_INCREMENT, .first = 2 }); }

/* -- single members ------------------------------------------------------------------------------- */

static void zrem(call *c) {
    void *value;
    int64_t n = 0;
    if (!keyspace_edit(c, c->argv[1], &zset_type, &value)) return;
    for (int i = 2; value && i < c->argc; i++) n += zset_remove(value, c->argv[i]);
    if (n) changed_by(c, n, c->argv[1], NOTIFY_ZSET, "zrem");
    reply_int(c, n);
}

static void zcard(call *c) {
    void *value;
    if (keyspace_get(c, c->argv[1], &zset_type, &value)) reply_int(c, value ? (int64_t)zset_count(value) : 0);
}

static void reply_score_of(call *c, const zset *z, slice member) {
    double score = 0;
    bool there = z && zset_score(z, member, &score);
    reply_score_or_null(c, there, score);
}

static void zscore(call *c) {
    void *value;
    if (keyspace_get(c, c->argv[1], &zset_type, &value)) reply_score_of(c, value, c->argv[2]);
}

static void zmscore(call *c) {
    void *value;
    if (!keyspace_get(c, c->argv[1], &zset_type, &value)) return;
    reply_array(c, c->argc - 2);
    for (int i = 2; i < c->argc; i++) reply_score_of(c, value, c->argv[i]);
}

static void rank(call *c, bool reverse) {
    void *value;
    size_t at;
    double score;
    bool scores = c->argc == 4;
    if (c->argc > 4) {
        reply_wrong_arity(c);
        return;
    }
    if (scores && !slice_is(c->argv[3], "withscore")) {
        reply_syntax_error(c);
        return;
    }
    if (!keyspace_get(c, c->argv[1], &zset_type, &value)) return;
    if (!value || !zset_rank(value, c->argv[2], &at, &score)) {
        if (scores) reply_null_array(c);
        else reply_null(c);
        return;
    }
    if (scores) reply_array(c, 2);
    reply_int(c, (int64_t)(reverse ? zset_count(value) - 1 - at : at));
    if (scores) reply_double(c, score);
}

static void zrank(call *c) { rank(c, false); }
static void zrevrank(call *c) { rank(c, true); }

/* -- ZRANDMEMBER ---------------------------------------------------------------------------------- */

static void reply_rank(call *c, const zset *z, size_t at, bool scores) {
    zset_walk w;
    if (zset_seek(&w, z, at)) zset_reply_member(c, w.member, w.score, scores);
}

static int compare_ranks(const void *a, const void *b, void *context) {
    size_t p = *(const size_t *)a, q = *(const size_t *)b;
    (void)context;
    return (p > q) - (p < q);
}

/* A few distinct ranks of many: drawn, sorted, doubles drawn again. */
static void reply_few(call *c, const zset *z, size_t want, bool scores) {
    size_t *ranks = memory_alloc(want * sizeof *ranks);
    for (size_t have = 0; have < want;) {
        for (size_t i = have; i < want; i++) ranks[i] = (size_t)random_below(zset_count(z));
        sort(ranks, want, sizeof *ranks, compare_ranks, NULL);
        have = 1;
        for (size_t i = 1; i < want; i++) if (ranks[i] != ranks[have - 1]) ranks[have++] = ranks[i];
    }
    for (size_t i = 0; i < want; i++) reply_rank(c, z, ranks[i], scores);
    memory_free(ranks, want * sizeof *ranks);
}

/* Many distinct of all: each is taken with the chance that leaves every choice equally likely. */
static void reply_many(call *c, const zset *z, size_t want, bool scores) {
    size_t left = zset_count(z);
    zset_walk w;
    for (bool more = zset_seek(&w, z, 0); more && want; more = zset_next(&w), left--) {
        if (random_below(left) >= want) continue;
        zset_reply_member(c, w.member, w.score, scores);
        want--;
    }
}

static void reply_random(call *c, const zset *z, int64_t count, bool scores) {
    size_t size = zset_count(z);
    if (count < 0) {
        zset_reply_head(c, (size_t)-count, scores);
        for (; count; count++) reply_rank(c, z, (size_t)random_below(size), scores);
        return;
    }
    size_t want = (size_t)count < size ? (size_t)count : size;
    zset_reply_head(c, want, scores);
    if (want > size / 4) reply_many(c, z, want, scores);
    else if (want) reply_few(c, z, want, scores);
}

/* The least of all integers has no opposite, so it is no count. */
static bool read_random_count(call *c, int64_t *count) {
    if (!arg_int(c, c->argv[2], count)) return false;
    if (*count != INT64_MIN) return true;
    reply_errorf(c, "ERR value is out of range, value must between %lld and %lld", -(long long)INT64_MAX, (long long)INT64_MAX);
    return false;
}

static void zrandmember(call *c) {
    void *value;
    int64_t count = 1;
    bool scores = c->argc == 4;
    if (c->argc > 2 && !read_random_count(c, &count)) return;
    if (c->argc > 4 || (scores && !slice_is(c->argv[3], "withscores"))) {
        reply_syntax_error(c);
        return;
    }
    if (scores && (count < -INT64_MAX / 2 || count > INT64_MAX / 2)) {
        reply_error(c, "ERR value is out of range");
        return;
    }
    if (!keyspace_get(c, c->argv[1], &zset_type, &value)) return;
    if (c->argc > 2) {
        if (value) reply_random(c, value, count, scores);
        else reply_array(c, 0);
    } else if (value) {
        reply_rank(c, value, (size_t)random_below(zset_count(value)), false);
    } else {
        reply_null(c);
    }
}

/* -- ZSCAN ---------------------------------------------------------------------------------------- */

/* Of trees, and in ZSCAN alone, scores are told with seventeen digits: tests/zsets/scan.t. */
static void scan_one(slice member, double score, void *context) {
    scan_walk *w = context;
    char room[NUMBER_DOUBLE_TEXT];
    if (!scan_sees(w, member)) return;
    reply_bulk(w->call, member);
    if (zset_packed(w->value)) reply_bulk_double(w->call, score);
    else reply_bulk(w->call, slice_make(room, (size_t)snprintf(room, sizeof room, "%.17g", score)));
    w->replied += 2;
}

static uint64_t step(scan_walk *w, uint64_t cursor) { return zset_scan(w->value, cursor, scan_one, w); }

static void zscan(call *c) {
    scan_walk w;
    if (scan_open(&w, c, &zset_type)) scan_reply(&w, step);
}

static const command commands[] = {
    { "zadd", zadd, WRITE | DENYOOM | FAST, KEY_CHANGE,
      "@key [condition: NX | XX]^3.0.2 [comparison: GT | LT]^6.2.0 [(change: CH)]^3.0.2 "
      "[(increment: INCR)]^3.0.2 (data: %score member) ...^2.4.0", "1.2.0",
      "O(log(N)) for each item added, where N is the number of elements in the sorted set.",
      "Adds members with scores, or changes their scores.", .arity = -4 },
    { "zincrby", zincrby, WRITE | DENYOOM | FAST, KEY_READ_CHANGE, "@key #increment member", "1.2.0",
      "O(log(N)) where N is the number of elements in the sorted set.", "Adds to the score of a member." },
    { "zrem", zrem, WRITE | FAST, KEY_TAKE, "@key member ...^2.4.0", "1.2.0",
      "O(M*log(N)) with N being the number of elements in the sorted set and M the number of elements to be removed.",
      "Removes members." },
    { "zcard", zcard, READ | FAST, KEY_RO, "@key", "1.2.0", "O(1)", "Counts the members of a sorted set." },
    { "zscore", zscore, READ | FAST, KEY_READ, "@key member", "1.2.0", "O(1)", "Gives the score of a member." },
    { "zmscore", zmscore, READ | FAST, KEY_READ, "@key member ...", "6.2.0",
      "O(N) where N is the number of members being requested.", "Gives the scores of members." },
    { "zrank", zrank, READ | FAST, KEY_READ, "@key member [WITHSCORE]", "2.0.0", "O(log(N))",
      "Tells how many members stand before one.", .history = "7.2.0 New: `WITHSCORE`" },
    { "zrevrank", zrevrank, READ | FAST, KEY_READ, "@key member [WITHSCORE]", "2.0.0", "O(log(N))",
      "Tells how many members stand behind one.", .history = "7.2.0 New: `WITHSCORE`" },
    { "zrandmember", zrandmember, READ, KEY_READ, "@key [options: #count [WITHSCORES]]", "6.2.0",
      "O(N) where N is the number of members returned", "Gives random members.", .tips = "nondeterministic_output" },
    { "zscan", zscan, READ, KEY_READ, "@key #cursor [MATCH *pattern] [COUNT #count]", "2.8.0",
      "O(1) for every call. O(N) for a complete iteration, including enough command calls for the cursor to return back to 0. N is the "
      "number of elements inside the collection.", "Walks through members and scores, some at a time.",
      .tips = "nondeterministic_output" },
    { 0 }
};

static const setting settings[] = {
    { "zset-max-listpack-entries", SETTING_INT, &store_limits.zset_max_listpack_entries, "128", .most = INT64_MAX,
      .alias = "zset-max-ziplist-entries" },
    { "zset-max-listpack-value", SETTING_MEMORY, &store_limits.zset_max_listpack_value, "64", .most = INT64_MAX,
      .alias = "zset-max-ziplist-value" },
    { 0 }
};

static void start(void) {
    static const uint8_t rdb_types[] = { 3, 5, 12, 17 };
    type_register(&zset_type);
    type_register_rdb(&zset_type, rdb_types, sizeof rdb_types);
}

const feature zsets = { .name = "sorted-set", .commands = commands, .settings = settings, .start = start };
