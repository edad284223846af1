/* zsets_algebra.c -- unions, intersections and differences of sorted sets and sets: replied, counted or stored.
 *
 * Results are gathered in a table of members and put in order once, at the end. Inputs are taken smallest first, which
 * also fixes the order in which scores are added up. */
#include "base/memory.h"
#include "base/number.h"
#include "base/sort.h"
#include "commands/zsets.h"
#include "server/command.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/reply.h"
#include "store/set.h"
#include <math.h>

typedef struct input {
    const zset *zset;                       /* one of these, or neither when the key is missing */
    const set *set;
    size_t count;
    double weight;
    int index;
} input;

enum aggregate { SUM, MIN, MAX, COUNT };
enum operation { UNION, INTERSECTION, DIFFERENCE };

typedef struct algebra {
    enum operation operation;
    bool store, only_count;
    input *inputs;
    int count;
    enum aggregate aggregate;
    bool with_scores;
    int64_t limit;                          /* ZINTERCARD: 0 for none */
} algebra;

/* -- arguments ------------------------------------------------------------------------------------ */

static bool read_input(call *c, slice key, input *in) {
    const entry *e = keyspace_read(c, key);
    if (!e) return true;
    if (entry_type(e) == &zset_type) in->zset = entry_value(e), in->count = zset_count(in->zset);
    else if (entry_type(e) == &set_type) in->set = entry_value(e), in->count = set_count(in->set);
    else return reply_wrong_type(c), false;
    return true;
}

static bool read_weights(call *c, algebra *a, int first) {
    for (int i = 0; i < a->count; i++) {
        if (number_parse_double(c->argv[first + i], &a->inputs[i].weight)) continue;
        reply_error(c, "ERR weight value is not a float");
        return false;
    }
    return true;
}

static bool read_aggregate(call *c, slice word, enum aggregate *out) {
    static const char *const words[] = { "sum", "min", "max", "count" };
    for (int i = 0; i < 4; i++) {
        *out = (enum aggregate)i;
        if (slice_is(word, words[i])) return true;
    }
    reply_syntax_error(c);
    return false;
}

static bool read_options(call *c, algebra *a, int i) {
    bool combines = a->operation != DIFFERENCE && !a->only_count;
    for (; i < c->argc; i++) {
        int left = c->argc - i - 1;
        slice word = c->argv[i];
        if (combines && left >= a->count && slice_is(word, "weights")) {
            if (!read_weights(c, a, i + 1)) return false;
            i += a->count;
        } else if (combines && left >= 1 && slice_is(word, "aggregate")) {
            if (!read_aggregate(c, c->argv[++i], &a->aggregate)) return false;
        } else if (!a->store && !a->only_count && slice_is(word, "withscores")) {
            a->with_scores = true;
        } else if (a->only_count && left >= 1 && slice_is(word, "limit")) {
            if (!number_parse_int(c->argv[++i], &a->limit) || a->limit < 0) {
                reply_error(c, "ERR LIMIT can't be negative");
                return false;
            }
        } else {
            return reply_syntax_error(c), false;
        }
    }
    return true;
}

static int smaller_first(const void *a, const void *b, void *context) {
    const input *p = a, *q = b;
    (void)context;
    if (p->count != q->count) return p->count < q->count ? -1 : 1;
    return p->index - q->index;
}

static bool read_inputs(call *c, algebra *a, int first) {
    for (int i = 0; i < a->count; i++) {
        a->inputs[i] = (input){ .weight = 1, .index = i };
        if (!read_input(c, c->argv[first + i], &a->inputs[i])) return false;
    }
    if (!read_options(c, a, first + a->count)) return false;
    if (a->operation != DIFFERENCE) sort(a->inputs, (size_t)a->count, sizeof *a->inputs, smaller_first, NULL);
    return true;
}

static bool read_count(call *c, algebra *a, int at) {
    int64_t keys;
    if (!arg_int(c, c->argv[at], &keys)) return false;
    if (keys < 1) return reply_errorf(c, "ERR at least 1 input key is needed for '%s' command", c->command->name), false;
    if (keys > c->argc - at - 1) return reply_syntax_error(c), false;
    a->count = (int)keys;
    return true;
}

/* -- walking inputs of either type ---------------------------------------------------------------- */

typedef struct input_walk { zset_walk zset; set_walk set; slice member; double score; bool is_set; } input_walk;

static void input_start(input_walk *w, const input *in) {
    w->is_set = in->set != NULL;
    w->score = 1;
    if (w->is_set) w->set = set_start(in->set);
    else w->zset = zset_start(in->zset);
}

static bool input_next(input_walk *w) {
    if (w->is_set) {
        if (!set_next(&w->set)) return false;
        w->member = w->set.text;
        return true;
    }
    if (!zset_each(&w->zset)) return false;
    w->member = w->zset.member;
    w->score = w->zset.score;
    return true;
}

static bool input_score(const input *in, slice member, double *score) {
    *score = 1;
    if (in->set) return set_has(in->set, member);
    return in->zset && zset_score(in->zset, member, score);
}

static double no_nan(double d) { return isnan(d) ? 0 : d; }

/* May be NaN: 0 * inf. */
static double weighted(const algebra *a, const input *in, double score) {
    return a->aggregate == COUNT ? in->weight : in->weight * score;
}

static double combine(enum aggregate how, double a, double b) {
    if (how == MIN) return b < a ? b : a;
    if (how == MAX) return b > a ? b : a;
    return no_nan(a + b);
}

/* -- the three operations ------------------------------------------------------------------------- */

static table *unite(const algebra *a) {
    table *members = zset_members_new(a->inputs[a->count - 1].count);
    for (int i = 0; i < a->count; i++) {
        const input *in = &a->inputs[i];
        input_walk w;
        if (!in->count) continue;
        for (input_start(&w, in); input_next(&w);) {
            bool found;
            double score = no_nan(weighted(a, in, w.score));
            zset_item *item = zset_members_put(members, w.member, score, &found);
            if (found) item->score = combine(a->aggregate, item->score, score);
        }
    }
    return members;
}

/* Is the member of the first input in all the others? Then *score is the combined one. A NaN of a later input spoils a sum,
 * which becomes 0, but neither MIN nor MAX: tests/zsets/algebra.t. */
static bool in_all(const algebra *a, slice member, double *score) {
    *score = no_nan(weighted(a, &a->inputs[0], *score));
    for (int i = 1; i < a->count; i++) {
        double there;
        if (!input_score(&a->inputs[i], member, &there)) return false;
        *score = combine(a->aggregate, *score, weighted(a, &a->inputs[i], there));
    }
    return true;
}

/* With only_count the table stays empty and *counted tells. */
static table *intersect(const algebra *a, int64_t *counted) {
    table *members = zset_members_new(0);
    input_walk w;
    *counted = 0;
    if (!a->inputs[0].count) return members;
    for (input_start(&w, &a->inputs[0]); input_next(&w);) {
        bool found;
        double score = w.score;
        if (!in_all(a, w.member, &score)) continue;
        if (!a->only_count) zset_members_put(members, w.member, score, &found);
        if (++*counted == a->limit) break;
    }
    return members;
}

static bool in_others(const algebra *a, slice member) {
    double score;
    for (int i = 1; i < a->count; i++) if (input_score(&a->inputs[i], member, &score)) return true;
    return false;
}

static void remove_others(const algebra *a, table *members) {
    for (int i = 1; i < a->count && table_count(members); i++) {
        input_walk w;
        if (!a->inputs[i].count) continue;
        for (input_start(&w, &a->inputs[i]); input_next(&w);) zset_members_remove(members, w.member);
    }
}

/* Asking all others for each member, or removing each of theirs: whichever has less to do. */
static table *subtract(const algebra *a) {
    size_t first = a->inputs[0].count, others = 0;
    table *members = zset_members_new(0);
    input_walk w;
    bool found;
    if (!first) return members;
    for (int i = 1; i < a->count; i++) others += a->inputs[i].count;
    bool asking = first * (size_t)(a->count - 1) <= first + others;
    for (input_start(&w, &a->inputs[0]); input_next(&w);) {
        if (!asking || !in_others(a, w.member)) zset_members_put(members, w.member, w.score, &found);
    }
    if (!asking) remove_others(a, members);
    return members;
}

/* -- replying and storing ------------------------------------------------------------------------- */

static void reply_all(call *c, table *members, bool scores) {
    zset *z = zset_from_members(members, false);
    zset_walk w;
    zset_reply_head(c, zset_count(z), scores);
    for (bool more = zset_seek(&w, z, 0); more; more = zset_next(&w)) zset_reply_member(c, w.member, w.score, scores);
    zset_free(z);
}

static void finish(call *c, const algebra *a) {
    static const char *const events[] = { "zunionstore", "zinterstore", "zdiffstore" };
    int64_t counted = 0;
    table *members = a->operation == UNION ? unite(a) : a->operation == DIFFERENCE ? subtract(a) : intersect(a, &counted);
    if (a->store) {
        zset_store(c, c->argv[1], members, events[a->operation]);
    } else if (a->only_count) {
        zset_members_free(members);
        reply_int(c, counted);
    } else {
        reply_all(c, members, a->with_scores);
    }
}

static void run(call *c, algebra a) {
    int at = a.store ? 2 : 1;
    if (!read_count(c, &a, at)) return;
    a.inputs = memory_alloc((size_t)a.count * sizeof *a.inputs);
    if (read_inputs(c, &a, at + 1)) finish(c, &a);
    memory_free(a.inputs, (size_t)a.count * sizeof *a.inputs);
}

static void zunion(call *c) { run(c, (algebra){ .operation = UNION }); }
static void zinter(call *c) { run(c, (algebra){ .operation = INTERSECTION }); }
static void zdiff(call *c) { run(c, (algebra){ .operation = DIFFERENCE }); }
static void zintercard(call *c) { run(c, (algebra){ .operation = INTERSECTION, .only_count = true }); }
static void zunionstore(call *c) { run(c, (algebra){ .operation = UNION, .store = true }); }
static void zinterstore(call *c) { run(c, (algebra){ .operation = INTERSECTION, .store = true }); }
static void zdiffstore(call *c) { run(c, (algebra){ .operation = DIFFERENCE, .store = true }); }

#define COMBINING "[WEIGHTS #weight ...] [AGGREGATE {aggregate: SUM | MIN | MAX | COUNT^8.8.0}]"
#define UNION_COST \
    "O(N)+O(M*log(M)) with N being the sum of the sizes of the input sorted sets, and M being the number of elements in the resulting " \
    "sorted set."
#define INTER_COST \
    "O(N*K)+O(M*log(M)) worst case with N being the smallest input sorted set, K being the number of input sorted sets and M being the " \
    "number of elements in the resulting sorted set."
#define DIFF_COST \
    "O(L + (N-K)log(N)) worst case where L is the total number of elements in all the sets, N is the size of the first set, and K is the " \
    "size of the result set."

static const command commands[] = {
    { "zunion", zunion, READ | MOVABLE_KEYS, KEY_READ, "#numkeys @key ... " COMBINING " [WITHSCORES]", "6.2.0", UNION_COST,
      "Gives what any of several sets has." },
    { "zinter", zinter, READ | MOVABLE_KEYS, KEY_READ, "#numkeys @key ... " COMBINING " [WITHSCORES]", "6.2.0", INTER_COST,
      "Gives what all of several sets have." },
    { "zdiff", zdiff, READ | MOVABLE_KEYS, KEY_READ, "#numkeys @key ... [WITHSCORES]", "6.2.0", DIFF_COST,
      "Gives what only the first of several sets has." },
    { "zintercard", zintercard, READ | MOVABLE_KEYS, KEY_READ, "#numkeys @key ... [LIMIT #limit]", "7.0.0",
      "O(N*K) worst case with N being the smallest input sorted set, K being the number of input sorted sets.",
      "Counts what all of several sets have." },
    { "zunionstore", zunionstore, WRITE | DENYOOM | MOVABLE_KEYS, KEYS2(KEY_OVERWRITE, KEY_READ),
      "@destination #numkeys @key ... " COMBINING, "2.0.0", UNION_COST, "Stores what any of several sets has." },
    { "zinterstore", zinterstore, WRITE | DENYOOM | MOVABLE_KEYS, KEYS2(KEY_OVERWRITE, KEY_READ),
      "@destination #numkeys @key ... " COMBINING, "2.0.0", INTER_COST, "Stores what all of several sets have." },
    { "zdiffstore", zdiffstore, WRITE | DENYOOM | MOVABLE_KEYS, KEYS2(KEY_OVERWRITE, KEY_READ), "@destination #numkeys @key ...",
      "6.2.0", DIFF_COST, "Stores what only the first of several sets has." },
    { 0 }
};

const feature zsets_algebra = { .name = "sorted-set", .commands = commands };
