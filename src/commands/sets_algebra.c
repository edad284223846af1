/* sets_algebra.c -- intersections, unions and differences of sets, replied, counted or stored. */
#include "base/memory.h"
#include "base/number.h"
#include "base/sort.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/propagate.h"
#include "server/reply.h"
#include "store/limits.h"
#include "store/set.h"

typedef struct inputs { const set **at; int count; bool missing; } inputs;

static void inputs_free(inputs *in) { memory_free(in->at, (size_t)(in->count ? in->count : 1) * sizeof *in->at); }

/* The sets of these keys (NULL where missing); false when WRONGTYPE was replied. */
static bool inputs_read(call *c, int first, int count, inputs *in) {
    *in = (inputs){ .at = memory_alloc((size_t)(count ? count : 1) * sizeof *in->at), .count = count };
    for (int i = 0; i < count; i++) {
        void *value;
        if (!keyspace_get(c, c->argv[first + i], &set_type, &value)) {
            inputs_free(in);
            return false;
        }
        in->at[i] = value;
        in->missing |= !value;
    }
    return true;
}

/* Where results go: each() per member; false stops early. Members may come twice only where the collector forgives it. */
typedef struct output { bool (*each)(struct output *o, slice member); call *call; set *into; long count; int64_t limit; } output;
typedef void combine(inputs *in, output *o);

static int smaller_first(const void *a, const void *b, void *context) {
    (void)context;
    size_t x = set_count(*(const set *const *)a), y = set_count(*(const set *const *)b);
    return (x > y) - (x < y);
}

static bool put_count(output *o, slice member) {
    (void)member;
    return ++o->count != o->limit;
}

/* Encodings too small for so many members are not tried. */
static void make_room(set *s, size_t members) {
    if (members <= store_limits.set_max_intset_entries || members <= store_limits.set_max_listpack_entries) return;
    set_expect_many(s, members);
}

/* Members come in the order in which the result will keep them too, so its table would fill from one end while it grows, and be slow.
 * What is to be stored of a large set is counted first, and gets its room at once. */
static void make_room_for_result(combine *how, inputs *in, output *o) {
    enum { LARGE = 2000 };
    if (!o->into || set_count(in->at[0]) < LARGE) return;
    output counted = { .each = put_count };
    how(in, &counted);
    make_room(o->into, (size_t)counted.count);
}

static bool give(output *o, const set_batch *b) {
    for (int i = 0; i < b->count; i++) if (!o->each(o, b->text[i])) return false;
    return true;
}

static void intersect(inputs *in, output *o) {
    set_batch b;
    if (in->missing) return;
    sort(in->at, (size_t)in->count, sizeof *in->at, smaller_first, NULL);
    make_room_for_result(intersect, in, o);
    for (set_walk w = set_start(in->at[0]); set_next_batch(&w, &b);) {
        for (int i = 1; i < in->count && b.count; i++) if (in->at[i] != in->at[0]) set_batch_keep(&b, in->at[i], true);
        if (!give(o, &b)) return;
    }
}

static int larger_first(const void *a, const void *b, void *context) { return smaller_first(b, a, context); }

/* Two ways: ask every other set for each member of the first, or remove all others' members from a copy. The cheaper is taken;
 * the first way stops early, so it counts half. */
static bool asking_is_cheaper(const inputs *in) {
    size_t ask = 0, remove = 0, first = set_count(in->at[0]);
    for (int i = 0; i < in->count; i++) {
        if (!in->at[i]) continue;
        ask += first;
        remove += set_count(in->at[i]);
    }
    return ask / 2 <= remove;
}

/* What a set has and none of the others; false when it was enough. */
static bool give_without(const set *from, const set *const *others, int count, output *o) {
    set_batch b;
    for (set_walk w = set_start(from); set_next_batch(&w, &b);) {
        for (int i = 0; i < count && b.count; i++) set_batch_keep(&b, others[i], false);
        if (!give(o, &b)) return false;
    }
    return true;
}

static void subtract_by_asking(inputs *in, output *o) {
    sort(in->at + 1, (size_t)in->count - 1, sizeof *in->at, larger_first, NULL);
    make_room_for_result(subtract_by_asking, in, o);
    give_without(in->at[0], in->at + 1, in->count - 1, o);
}

static set *set_for(size_t members) {
    set *s = set_new();
    make_room(s, members);
    return s;
}

/* What is stored keeps the encoding that all of the first set needed, as in Redis. */
static void subtract_by_removing(const inputs *in, output *o) {
    set *left = set_for(set_count(in->at[0]));
    for (set_walk w = set_start(in->at[0]); set_next(&w);) set_add(left, w.text);
    for (int i = 1; i < in->count && set_count(left); i++) {
        if (!in->at[i]) continue;
        for (set_walk w = set_start(in->at[i]); set_next(&w);) set_remove(left, w.text);
    }
    if (o->into) {
        set_free(o->into);
        o->into = left;
        return;
    }
    for (set_walk w = set_start(left); set_next(&w);) if (!o->each(o, w.text)) break;
    set_free(left);
}

/* The first set without the others; missing ones take nothing away. */
static void subtract(inputs *in, output *o) {
    if (!in->at[0]) return;
    int kept = 1;
    for (int i = 1; i < in->count; i++) {
        if (in->at[i] == in->at[0]) return;
        if (in->at[i]) in->at[kept++] = in->at[i];
    }
    inputs some = { in->at, kept, false };
    if (asking_is_cheaper(&some)) subtract_by_asking(&some, o);
    else subtract_by_removing(&some, o);
}

static set *united(const inputs *in, int64_t limit) {
    size_t most = 0;
    for (int i = 0; i < in->count; i++) if (in->at[i] && set_count(in->at[i]) > most) most = set_count(in->at[i]);
    set *all = set_for(most);
    for (int i = 0; i < in->count; i++) {
        if (!in->at[i]) continue;
        for (set_walk w = set_start(in->at[i]); set_next(&w);) {
            set_add(all, w.text);
            if (limit && (int64_t)set_count(all) >= limit) return all;
        }
    }
    return all;
}

/* Two ways again: from the largest set on, ask those before whether they had the member, or gather all in a set. To put a member
 * there costs about as much as four questions; what is gathered in small encodings comes in their order. */
static bool gathering_is_cheaper(const inputs *in) {
    enum { QUESTIONS = 4 };
    size_t most = in->count ? set_count(in->at[0]) : 0, ask = 0, gather = 0;
    for (int i = 0; i < in->count; i++) {
        ask += (size_t)i * set_count(in->at[i]);
        gather += QUESTIONS * set_count(in->at[i]);
    }
    return ask > gather || most <= store_limits.set_max_intset_entries || most <= store_limits.set_max_listpack_entries;
}

static void unite(inputs *in, output *o) {
    inputs some = { in->at, 0, false };
    for (int i = 0; i < in->count; i++) if (in->at[i]) some.at[some.count++] = in->at[i];
    sort(some.at, (size_t)some.count, sizeof *some.at, larger_first, NULL);
    if (gathering_is_cheaper(&some)) {
        set *all = united(&some, o->limit);
        give_without(all, NULL, 0, o);
        set_free(all);
        return;
    }
    for (int i = 0; i < some.count && give_without(some.at[i], some.at, i, o); i++) {}
}

/* -- replying, storing, counting --------------------------------------------------------------------- */

static bool put_reply(output *o, slice member) {
    reply_bulk(o->call, member);
    o->count++;
    return true;
}

static bool put_set(output *o, slice member) {
    set_add(o->into, member);
    return true;
}

static void reply_combined(call *c, combine *how) {
    inputs in;
    if (!inputs_read(c, 1, c->argc - 1, &in)) return;
    output o = { .each = put_reply, .call = c };
    open_reply place = reply_later(c);
    how(&in, &o);
    reply_later_set(c, place, o.count);
    inputs_free(&in);
}

static void store(call *c, set *result, const char *event) {
    slice key = c->argv[1];
    size_t count = set_count(result);
    if (count) {
        keyspace_put(c, key, &set_type, result);
        changed(c, key, NOTIFY_SET, event);
    } else {
        set_free(result);
        if (keyspace_delete(c, key)) changed(c, key, NOTIFY_GENERIC, "del");
    }
    reply_int(c, (int64_t)count);
}

static void store_combined(call *c, combine *how, const char *event) {
    inputs in;
    if (!inputs_read(c, 2, c->argc - 2, &in)) return;
    output o = { .each = put_set, .into = set_new() };
    how(&in, &o);
    /* An intersection is as small as it can be, but of an array of integers, the smallest set, it grows as any set does. */
    if (how == intersect && set_count(o.into) && set_form_of(in.at[0]) != SET_INTS) set_settle(o.into);
    inputs_free(&in);
    store(c, o.into, event);
}

static void sinter(call *c) { reply_combined(c, intersect); }
static void sdiff(call *c) { reply_combined(c, subtract); }
static void sinterstore(call *c) { store_combined(c, intersect, "sinterstore"); }
static void sdiffstore(call *c) { store_combined(c, subtract, "sdiffstore"); }

static void sunion(call *c) { reply_combined(c, unite); }

static void sunionstore(call *c) {
    inputs in;
    if (!inputs_read(c, 2, c->argc - 2, &in)) return;
    set *all = united(&in, 0);
    inputs_free(&in);
    store(c, all, "sunionstore");
}

static bool card_parse(call *c, bool approximate, int *keys, int64_t *limit) {
    int64_t n;
    if (!number_parse_int(c->argv[1], &n) || n <= 0) return reply_error(c, "ERR numkeys should be greater than 0"), false;
    if (n > c->argc - 2) return reply_error(c, "ERR Number of keys can't be greater than number of args"), false;
    *keys = (int)n;
    *limit = 0;
    bool seen_limit = false, seen_approximate = false;
    for (int i = 2 + *keys; i < c->argc; i++) {
        if (!seen_limit && slice_is(c->argv[i], "limit") && i + 1 < c->argc) {
            seen_limit = true;
            if (!number_parse_int(c->argv[++i], limit) || *limit < 0) return reply_error(c, "ERR LIMIT can't be negative"), false;
        } else if (approximate && !seen_approximate && slice_is(c->argv[i], "approx")) {
            seen_approximate = true;
        } else {
            return reply_syntax_error(c), false;
        }
    }
    return true;
}

/* APPROX allows an estimate; the exact count is one. */
static void count_combined(call *c, combine *how) {
    inputs in;
    int keys;
    int64_t limit;
    if (!card_parse(c, how == unite, &keys, &limit) || !inputs_read(c, 2, keys, &in)) return;
    output o = { .each = put_count, .limit = limit };
    how(&in, &o);
    inputs_free(&in);
    reply_int(c, o.count);
}

static void sintercard(call *c) { count_combined(c, intersect); }
static void sunioncard(call *c) { count_combined(c, unite); }
static void sdiffcard(call *c) { count_combined(c, subtract); }

#define N_TIMES_M "O(N*M) worst case where N is the cardinality of the smallest set and M is the number of sets."
#define ALL_SETS "O(N) where N is the total number of elements in all given sets."

static const command commands[] = {
    { "sinter", sinter, READ, KEY_READ, "@key ...", "1.0.0", N_TIMES_M, "Gives what all sets have.",
      .tips = "nondeterministic_output_order" },
    { "sintercard", sintercard, READ | MOVABLE_KEYS, KEY_READ, "#numkeys @key ... [LIMIT #limit]", "7.0.0", N_TIMES_M,
      "Counts what all sets have." },
    { "sinterstore", sinterstore, WRITE | DENYOOM, KEYS2(KEY_OVERWRITE, KEY_READ), "@destination @key ...", "1.0.0", N_TIMES_M,
      "Stores what all sets have." },
    { "sunion", sunion, READ, KEY_READ, "@key ...", "1.0.0", ALL_SETS, "Gives what any set has.",
      .tips = "nondeterministic_output_order" },
    { "sunioncard", sunioncard, READ | MOVABLE_KEYS, KEY_READ, "#numkeys @key ... [APPROX] [LIMIT #limit]", "8.10.0", ALL_SETS,
      "Counts what any set has." },
    { "sunionstore", sunionstore, WRITE | DENYOOM, KEYS2(KEY_OVERWRITE, KEY_READ), "@destination @key ...", "1.0.0", ALL_SETS,
      "Stores what any set has." },
    { "sdiff", sdiff, READ, KEY_READ, "@key ...", "1.0.0", ALL_SETS, "Gives what only the first set has.",
      .tips = "nondeterministic_output_order" },
    { "sdiffcard", sdiffcard, READ | MOVABLE_KEYS, KEY_READ, "#numkeys @key ... [LIMIT #limit]", "8.10.0", ALL_SETS,
      "Counts what only the first set has." },
    { "sdiffstore", sdiffstore, WRITE | DENYOOM, KEYS2(KEY_OVERWRITE, KEY_READ), "@destination @key ...", "1.0.0", ALL_SETS,
      "Stores what only the first set has." },
    { 0 }
};

const feature sets_algebra = { .name = "set", .commands = commands };
