/* zsets_range.c -- ranges of sorted sets by rank, score and member: counted, replied, stored, removed.
 *
 * Every range becomes a span of ranks first; after that all forms are one. */
#include "base/number.h"
#include "commands/zsets.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/reply.h"

/* -- bounds --------------------------------------------------------------------------------------- */

/* An empty bound reads as 0: tests/zsets/ranges.t. */
static bool read_score(slice s, double *out, bool *open) {
    *open = s.len && s.at[0] == '(';
    if (*open) s.at++, s.len--;
    *out = 0;
    return !s.len || number_parse_double(s, out);
}

bool zset_parse_scores(call *c, slice min, slice max, zset_scores *out) {
    if (read_score(min, &out->min, &out->min_open) && read_score(max, &out->max, &out->max_open)) return true;
    reply_error(c, "ERR min or max is not a float");
    return false;
}

static bool read_member(slice s, slice *out, enum zset_edge *edge) {
    if (!s.len) return false;
    bool alone = s.len == 1;
    if (alone && (*s.at == '-' || *s.at == '+')) {
        *edge = *s.at == '-' ? ZSET_LOWEST : ZSET_HIGHEST;
        return true;
    }
    *edge = *s.at == '(' ? ZSET_OPEN : ZSET_CLOSED;
    *out = slice_make(s.at + 1, s.len - 1);
    return *s.at == '(' || *s.at == '[';
}

bool zset_parse_members(call *c, slice min, slice max, zset_members *out) {
    if (read_member(min, &out->min, &out->min_edge) && read_member(max, &out->max, &out->max_edge)) return true;
    reply_error(c, "ERR min or max not valid string range item");
    return false;
}

zset_span zset_span_ranks(int64_t from, int64_t to, size_t count) {
    int64_t size = (int64_t)count;
    if (from < 0) from = from + size < 0 ? 0 : from + size;
    if (to < 0) to += size;
    if (to >= size) to = size - 1;
    return from > to ? (zset_span){ 0, 0 } : (zset_span){ (size_t)from, (size_t)to + 1 };
}

typedef struct range {
    enum { BY_ANY, BY_RANK, BY_SCORE, BY_MEMBER } by;
    bool reverse;
    int64_t from, to;
    zset_scores scores;
    zset_members members;
    int64_t offset, count;                  /* LIMIT; count -1: all */
    bool with_scores;
} range;

static bool read_bounds(call *c, range *r, slice first, slice second) {
    bool swapped = r->reverse && r->by != BY_RANK;
    slice min = swapped ? second : first, max = swapped ? first : second;
    if (r->by == BY_SCORE) return zset_parse_scores(c, min, max, &r->scores);
    if (r->by == BY_MEMBER) return zset_parse_members(c, min, max, &r->members);
    return arg_int(c, min, &r->from) && arg_int(c, max, &r->to);
}

/* A negative offset leaves nothing of a listpack, but counts from the far end of a tree's range: tests/zsets/ranges_tree.t. */
static zset_span limit_span(const range *r, const zset *z, zset_span s) {
    size_t size = s.to - s.from;
    int64_t offset = r->offset < 0 && !zset_packed(z) ? r->offset + (int64_t)size : r->offset;
    size_t skip = offset < 0 || (uint64_t)offset > size ? size : (size_t)offset;
    size_t take = r->count < 0 || (uint64_t)r->count > size - skip ? size - skip : (size_t)r->count;
    if (r->reverse) return (zset_span){ s.to - skip - take, s.to - skip };
    return (zset_span){ s.from + skip, s.from + skip + take };
}

static zset_span find_span(const range *r, const zset *z) {
    if (r->by == BY_SCORE) return limit_span(r, z, zset_span_scores(z, &r->scores));
    if (r->by == BY_MEMBER) return limit_span(r, z, zset_span_members(z, &r->members));
    size_t count = zset_count(z);
    zset_span s = zset_span_ranks(r->from, r->to, count);
    return r->reverse ? (zset_span){ count - s.to, count - s.from } : s;
}

/* -- counting ------------------------------------------------------------------------------------- */

static void count_range(call *c, range r) {
    void *value;
    if (!read_bounds(c, &r, c->argv[2], c->argv[3]) || !keyspace_get(c, c->argv[1], &zset_type, &value)) return;
    zset_span s = { 0, 0 };
    if (value) s = find_span(&r, value);
    reply_int(c, (int64_t)(s.to - s.from));
}

static void zcount(call *c) { count_range(c, (range){ .by = BY_SCORE, .count = -1 }); }
static void zlexcount(call *c) { count_range(c, (range){ .by = BY_MEMBER, .count = -1 }); }

/* -- removing ------------------------------------------------------------------------------------- */

static void remove_range(call *c, range r, const char *event) {
    void *value;
    if (!read_bounds(c, &r, c->argv[2], c->argv[3]) || !keyspace_edit(c, c->argv[1], &zset_type, &value)) return;
    zset_span s = { 0, 0 };
    if (value) s = find_span(&r, value);
    if (s.from < s.to) {
        zset_remove_span(value, s);
        changed_by(c, (int64_t)(s.to - s.from), c->argv[1], NOTIFY_ZSET, event);
    }
    reply_int(c, (int64_t)(s.to - s.from));
}

static void zremrangebyrank(call *c) { remove_range(c, (range){ .by = BY_RANK }, "zremrangebyrank"); }
static void zremrangebyscore(call *c) { remove_range(c, (range){ .by = BY_SCORE, .count = -1 }, "zremrangebyscore"); }
static void zremrangebylex(call *c) { remove_range(c, (range){ .by = BY_MEMBER, .count = -1 }, "zremrangebylex"); }

/* -- replying and storing ------------------------------------------------------------------------- */

/* Reads the options behind the bounds; what the command's name has fixed is not open to them. */
static bool read_options(call *c, range *r, int first, bool store) {
    bool any_order = r->by == BY_ANY, any_by = any_order;
    for (int i = first; i < c->argc; i++) {
        slice word = c->argv[i];
        if (!store && slice_is(word, "withscores")) r->with_scores = true;
        else if (slice_is(word, "limit") && i + 2 < c->argc) {
            if (!arg_int(c, c->argv[i + 1], &r->offset) || !arg_int(c, c->argv[i + 2], &r->count)) return false;
            i += 2;
        } else if (any_order && slice_is(word, "rev")) r->reverse = true, any_order = false;
        else if (any_by && slice_is(word, "bylex")) r->by = BY_MEMBER, any_by = false;
        else if (any_by && slice_is(word, "byscore")) r->by = BY_SCORE, any_by = false;
        else return reply_syntax_error(c), false;
    }
    if (r->by == BY_ANY) r->by = BY_RANK;
    if (r->count != -1 && r->by == BY_RANK) {
        reply_error(c, "ERR syntax error, LIMIT is only supported in combination with either BYSCORE or BYLEX");
        return false;
    }
    if (r->with_scores && r->by == BY_MEMBER) {
        reply_error(c, "ERR syntax error, WITHSCORES not supported in combination with BYLEX");
        return false;
    }
    return true;
}

static void reply_span(call *c, const zset *z, const range *r) {
    zset_span s = find_span(r, z);
    zset_walk w;
    zset_reply_head(c, s.to - s.from, r->with_scores);
    if (s.from == s.to) return;
    zset_seek(&w, z, r->reverse ? s.to - 1 : s.from);
    for (size_t left = s.to - s.from; left--; ) {
        zset_reply_member(c, w.member, w.score, r->with_scores);
        if (left) r->reverse ? zset_previous(&w) : zset_next(&w);
    }
}

static void reply_range(call *c, range r) {
    void *value;
    r.count = -1;
    if (!read_options(c, &r, 4, false) || !read_bounds(c, &r, c->argv[2], c->argv[3])) return;
    if (!keyspace_get(c, c->argv[1], &zset_type, &value)) return;
    if (value) reply_span(c, value, &r);
    else reply_array(c, 0);
}

static void zrange(call *c) { reply_range(c, (range){ .by = BY_ANY }); }
static void zrevrange(call *c) { reply_range(c, (range){ .by = BY_RANK, .reverse = true }); }
static void zrangebyscore(call *c) { reply_range(c, (range){ .by = BY_SCORE }); }
static void zrevrangebyscore(call *c) { reply_range(c, (range){ .by = BY_SCORE, .reverse = true }); }
static void zrangebylex(call *c) { reply_range(c, (range){ .by = BY_MEMBER }); }
static void zrevrangebylex(call *c) { reply_range(c, (range){ .by = BY_MEMBER, .reverse = true }); }

static void zrangestore(call *c) {
    range r = { .count = -1 };
    void *value;
    if (!read_options(c, &r, 5, true) || !read_bounds(c, &r, c->argv[3], c->argv[4])) return;
    if (!keyspace_get(c, c->argv[2], &zset_type, &value)) return;
    zset_span s = { 0, 0 };
    zset_walk w;
    if (value) s = find_span(&r, value);
    table *members = zset_members_new(s.to - s.from);
    bool more = s.from < s.to && zset_seek(&w, value, s.from), found;
    for (; more && s.from < s.to; s.from++, more = zset_next(&w)) zset_members_put(members, w.member, w.score, &found);
    zset_store(c, c->argv[1], members, "zrangestore");
}

#define RANGE_COST "O(log(N)+M) with N being the number of elements in the sorted set and M the number of elements returned."
#define REMOVE_COST \
    "O(log(N)+M) with N being the number of elements in the sorted set and M the number of elements removed by the operation."
#define LIMIT "[LIMIT (limit: #offset #count)]"

static const command commands[] = {
    { "zcount", zcount, READ | FAST, KEY_READ, "@key %min %max", "2.0.0",
      "O(log(N)) with N being the number of elements in the sorted set.", "Counts the members in a range of scores." },
    { "zlexcount", zlexcount, READ | FAST, KEY_READ, "@key min max", "2.8.9",
      "O(log(N)) with N being the number of elements in the sorted set.", "Counts the members in a range of members." },
    { "zrange", zrange, READ, KEY_READ,
      "@key start stop [sortby: BYSCORE | BYLEX]^6.2.0 [REV]^6.2.0 " LIMIT "^6.2.0 [WITHSCORES]", "1.2.0", RANGE_COST,
      "Gives the members in a range of ranks, scores or members." },
    { "zrangestore", zrangestore, WRITE | DENYOOM, KEYS2(KEY_OVERWRITE, KEY_READ),
      "@dst @src min max [sortby: BYSCORE | BYLEX] [REV] " LIMIT, "6.2.0",
      "O(log(N)+M) with N being the number of elements in the sorted set and M the number of elements stored into the destination key.",
      "Stores the members in a range of ranks, scores or members." },
    { "zrevrange", zrevrange, READ, KEY_READ, "@key #start #stop [WITHSCORES]", "1.2.0", RANGE_COST,
      "Gives the members in a range of ranks, highest first.", .deprecated_since = "6.2.0",
      .replaced_by = "`ZRANGE` with the `REV` argument" },
    { "zrangebyscore", zrangebyscore, READ, KEY_READ, "@key %min %max [WITHSCORES]^2.0.0 " LIMIT, "1.0.5", RANGE_COST,
      "Gives the members in a range of scores.", .deprecated_since = "6.2.0", .replaced_by = "`ZRANGE` with the `BYSCORE` argument" },
    { "zrevrangebyscore", zrevrangebyscore, READ, KEY_READ, "@key %max %min [WITHSCORES] " LIMIT, "2.2.0", RANGE_COST,
      "Gives the members in a range of scores, highest first.", .deprecated_since = "6.2.0",
      .replaced_by = "`ZRANGE` with the `REV` and `BYSCORE` arguments", .history = "2.1.6 Ends may be exclusive." },
    { "zrangebylex", zrangebylex, READ, KEY_READ, "@key min max " LIMIT, "2.8.9", RANGE_COST,
      "Gives the members in a range of members.", .deprecated_since = "6.2.0", .replaced_by = "`ZRANGE` with the `BYLEX` argument" },
    { "zrevrangebylex", zrevrangebylex, READ, KEY_READ, "@key max min " LIMIT, "2.8.9", RANGE_COST,
      "Gives the members in a range of members, highest first.", .deprecated_since = "6.2.0",
      .replaced_by = "`ZRANGE` with the `REV` and `BYLEX` arguments" },
    { "zremrangebyrank", zremrangebyrank, WRITE, KEY_TAKE, "@key #start #stop", "2.0.0", REMOVE_COST,
      "Removes the members in a range of ranks." },
    { "zremrangebyscore", zremrangebyscore, WRITE, KEY_TAKE, "@key %min %max", "1.2.0", REMOVE_COST,
      "Removes the members in a range of scores." },
    { "zremrangebylex", zremrangebylex, WRITE, KEY_TAKE, "@key min max", "2.8.9", REMOVE_COST,
      "Removes the members in a range of members." },
    { 0 }
};

const feature zsets_range = { .name = "sorted-set", .commands = commands };
