/* lists.c -- reading and changing lists. What waits for elements is in lists_blocking.c. */
#include "store/list.h"
#include "base/number.h"
#include "commands/lists.h"
#include "server/client.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/propagate.h"
#include "server/reply.h"
#include "store/limits.h"

void reply_element(call *c, listpack_value v) {
    if (v.text.at) reply_bulk(c, v.text);
    else reply_bulk_int(c, v.number);
}

/* -- pushing and popping ------------------------------------------------------------------- */

static void push(call *c, enum quicklist_end end, bool only_existing) {
    list *l;
    if (only_existing) {
        void *value;
        if (!keyspace_edit(c, c->argv[1], &list_type, &value)) return;
        if (!value) {
            reply_int(c, 0);
            return;
        }
        l = value;
    } else {
        l = keyspace_open(c, c->argv[1], &list_type);
        if (!l) return;
    }
    list_push_all(l, end, c->argv + 2, c->argc - 2);
    changed_by(c, c->argc - 2, c->argv[1], NOTIFY_LIST, end == QUICKLIST_HEAD ? "lpush" : "rpush");
    reply_int(c, (int64_t)list_length(l));
}

static void lpush(call *c) { push(c, QUICKLIST_HEAD, false); }
static void rpush(call *c) { push(c, QUICKLIST_TAIL, false); }
static void lpushx(call *c) { push(c, QUICKLIST_HEAD, true); }
static void rpushx(call *c) { push(c, QUICKLIST_TAIL, true); }

const char *pop_event(enum quicklist_end end) { return end == QUICKLIST_HEAD ? "lpop" : "rpop"; }

/* Replies an array of up to count elements taken from that end; the caller announces the change. */
long pop_many(call *c, list *l, enum quicklist_end end, int64_t count) {
    long n = (int64_t)list_length(l) < count ? (long)list_length(l) : (long)count, replied = 0;
    list_walk w;
    reply_array(c, n);
    if (!n) return 0;
    for (bool more = list_seek(&w, l, end == QUICKLIST_HEAD ? 0 : -1); more && replied < n;) {
        reply_element(c, list_value(&w));
        replied++;
        if (replied < n) more = end == QUICKLIST_HEAD ? list_next(&w) : list_previous(&w);
    }
    list_stop(&w);
    list_remove_range(l, end == QUICKLIST_HEAD ? 0 : -n, (size_t)n);
    return n;
}

static void pop(call *c, enum quicklist_end end) {
    void *value;
    int64_t count = 1;
    if (c->argc > 3) {
        reply_wrong_arity(c);
        return;
    }
    if (c->argc == 3 && (!number_parse_int(c->argv[2], &count) || count < 0)) {
        reply_error(c, "ERR value is out of range, must be positive");
        return;
    }
    if (!keyspace_edit(c, c->argv[1], &list_type, &value)) return;
    if (!value) {
        if (c->argc == 3) reply_null_array(c);
        else reply_null(c);
        return;
    }
    long popped = 1;
    if (c->argc == 2) {
        reply_element(c, list_peek(value, end));
        list_pop(value, end);
    } else if (!(popped = pop_many(c, value, end, count))) {
        return;
    }
    changed_by(c, popped, c->argv[1], NOTIFY_LIST, pop_event(end));
}

static void lpop(call *c) { pop(c, QUICKLIST_HEAD); }
static void rpop(call *c) { pop(c, QUICKLIST_TAIL); }

/* -- reading ----------------------------------------------------------------------------------- */

static void llen(call *c) {
    void *value;
    if (keyspace_get(c, c->argv[1], &list_type, &value)) reply_int(c, value ? (int64_t)list_length(value) : 0);
}

static void lindex(call *c) {
    void *value;
    int64_t index;
    list_walk w;
    if (!keyspace_get(c, c->argv[1], &list_type, &value)) return;
    if (!value) {
        reply_null(c);
        return;
    }
    if (!arg_int(c, c->argv[2], &index)) return;
    if (!list_seek(&w, value, (long)index)) {
        reply_null(c);
        return;
    }
    reply_element(c, list_value(&w));
    list_stop(&w);
}

/* Brings a pair of indexes, negative ones counting from the end, into [0, len); false when they hold nothing. */
static bool clip(int64_t *from, int64_t *to, int64_t len) {
    if (*from < 0) *from = *from + len < 0 ? 0 : *from + len;
    if (*to < 0) *to += len;
    if (*to >= len) *to = len - 1;
    return *from <= *to;
}

static void lrange(call *c) {
    void *value;
    int64_t from, to;
    list_walk w;
    if (!arg_int(c, c->argv[2], &from) || !arg_int(c, c->argv[3], &to)) return;
    if (!keyspace_get(c, c->argv[1], &list_type, &value)) return;
    if (!value || !clip(&from, &to, (int64_t)list_length(value))) {
        reply_array(c, 0);
        return;
    }
    int64_t left = to - from + 1;
    reply_array(c, (long)left);
    bool more = list_seek(&w, value, (long)from);
    while (more) {
        const uint8_t *run = list_run(&w);
        if (!run) reply_element(c, list_value(&w));
        left -= run ? reply_entries(c, run, (long)left) : 1;
        if (!left) break;
        more = list_next_run(&w);
    }
    if (more) list_stop(&w);
}

/* -- LPOS ------------------------------------------------------------------------------------------ */

typedef struct search { int64_t rank, count, most; bool several; } search;

static bool lpos_parse(call *c, search *s) {
    for (int i = 3; i < c->argc; i += 2) {
        if (i + 1 >= c->argc) return reply_syntax_error(c), false;
        slice option = c->argv[i], value = c->argv[i + 1];
        if (slice_is(option, "rank")) {
            if (!arg_int_between(c, value, &s->rank, -INT64_MAX, INT64_MAX)) return false;
            if (!s->rank) {
                reply_error(c, "ERR RANK can't be zero: use 1 to start from the first match, 2 from the second ... or use negative to "
                            "start from the end of the list");
                return false;
            }
        } else if (slice_is(option, "count")) {
            if (!number_parse_int(value, &s->count) || s->count < 0) return reply_error(c, "ERR COUNT can't be negative"), false;
            s->several = true;
        } else if (slice_is(option, "maxlen")) {
            if (!number_parse_int(value, &s->most) || s->most < 0) return reply_error(c, "ERR MAXLEN can't be negative"), false;
        } else {
            return reply_syntax_error(c), false;
        }
    }
    return true;
}

static void lpos_search(call *c, list *l, const search *s) {
    bool backward = s->rank < 0;
    int64_t skip = (backward ? -s->rank : s->rank) - 1, length = (int64_t)list_length(l), looked = 0, found = 0, at = -1;
    list_walk w;
    open_reply place = { 0 };
    if (s->several) place = reply_later(c);
    bool more = list_seek(&w, l, backward ? -1 : 0);
    for (; more && (!s->most || looked < s->most); looked++) {
        if (list_is(&w, c->argv[2]) && skip-- <= 0) {
            at = backward ? length - 1 - looked : looked;
            if (s->several) reply_int(c, at);
            found++;
            if (!s->several || found == s->count) break;
        }
        more = backward ? list_previous(&w) : list_next(&w);
    }
    if (more) list_stop(&w);
    if (s->several) reply_later_array(c, place, (long)found);
    else if (found) reply_int(c, at);
    else reply_null(c);
}

static void lpos(call *c) {
    search s = { .rank = 1 };
    void *value;
    if (!lpos_parse(c, &s) || !keyspace_get(c, c->argv[1], &list_type, &value)) return;
    if (value) lpos_search(c, value, &s);
    else if (s.several) reply_array(c, 0);
    else reply_null(c);
}

/* -- changing in place ------------------------------------------------------------------------------- */

static void lset(call *c) {
    void *value;
    int64_t index;
    list_walk w;
    if (!keyspace_edit(c, c->argv[1], &list_type, &value)) return;
    if (!value) {
        reply_error(c, "ERR no such key");
        return;
    }
    if (!arg_int(c, c->argv[2], &index)) return;
    list_expect(value, c->argv[3]);
    if (!list_seek(&w, value, (long)index)) {
        reply_error(c, "ERR index out of range");
        return;
    }
    list_replace(&w, c->argv[3]);
    changed(c, c->argv[1], NOTIFY_LIST, "lset");
    reply_ok(c);
}

static void linsert(call *c) {
    void *value;
    list_walk w;
    bool after = slice_is(c->argv[2], "after");
    if (!after && !slice_is(c->argv[2], "before")) {
        reply_syntax_error(c);
        return;
    }
    if (!keyspace_edit(c, c->argv[1], &list_type, &value)) return;
    if (!value) {
        reply_int(c, 0);
        return;
    }
    list_expect(value, c->argv[4]);
    bool more = list_seek(&w, value, 0);
    while (more && !list_is(&w, c->argv[3])) more = list_next(&w);
    if (!more) {
        reply_int(c, -1);
        return;
    }
    list_insert(&w, c->argv[4], after);
    changed(c, c->argv[1], NOTIFY_LIST, "linsert");
    reply_int(c, (int64_t)list_length(value));
}

static void lrem(call *c) {
    void *value;
    int64_t count;
    list_walk w;
    if (!arg_int_between(c, c->argv[2], &count, -INT64_MAX, INT64_MAX)) return;
    if (!keyspace_edit(c, c->argv[1], &list_type, &value)) return;
    bool backward = count < 0;
    int64_t most = backward ? -count : count, removed = 0;
    bool more = value && list_seek(&w, value, backward ? -1 : 0);
    while (more) {
        if (list_is(&w, c->argv[3])) {
            more = list_remove(&w, backward);
            if (++removed == most) break;
        } else {
            more = backward ? list_previous(&w) : list_next(&w);
        }
    }
    if (more) list_stop(&w);
    if (removed) {
        list_shrink(value);
        changed_by(c, removed, c->argv[1], NOTIFY_LIST, "lrem");
    }
    reply_int(c, removed);
}

static void ltrim(call *c) {
    void *value;
    int64_t from, to;
    if (!arg_int(c, c->argv[2], &from) || !arg_int(c, c->argv[3], &to)) return;
    if (!keyspace_edit(c, c->argv[1], &list_type, &value)) return;
    if (!value) {
        reply_ok(c);
        return;
    }
    int64_t length = (int64_t)list_length(value);
    bool some = clip(&from, &to, length);
    if (some && to + 1 < length) list_remove_range(value, (long)(to + 1), (size_t)(length - to - 1));
    list_remove_range(value, 0, (size_t)(some ? from : length));
    changed_by(c, some ? from + length - to - 1 : length, c->argv[1], NOTIFY_LIST, "ltrim");
    reply_ok(c);
}

static const command commands[] = {
    { "lpush", lpush, WRITE | DENYOOM | FAST, KEY_ADD, "@key element ...^2.4.0", "1.0.0",
      "O(1) for each element added, so O(N) to add N elements when the command is called with multiple arguments.",
      "Puts elements at the head of a list." },
    { "rpush", rpush, WRITE | DENYOOM | FAST, KEY_ADD, "@key element ...^2.4.0", "1.0.0",
      "O(1) for each element added, so O(N) to add N elements when the command is called with multiple arguments.",
      "Puts elements at the tail of a list." },
    { "lpushx", lpushx, WRITE | DENYOOM | FAST, KEY_ADD, "@key element ...^4.0.0", "2.2.0",
      "O(1) for each element added, so O(N) to add N elements when the command is called with multiple arguments.",
      "Puts elements at the head of a list that exists." },
    { "rpushx", rpushx, WRITE | DENYOOM | FAST, KEY_ADD, "@key element ...^4.0.0", "2.2.0",
      "O(1) for each element added, so O(N) to add N elements when the command is called with multiple arguments.",
      "Puts elements at the tail of a list that exists." },
    { "lpop", lpop, WRITE | FAST, KEY_POP, "@key [#count]^6.2.0", "1.0.0", "O(N) where N is the number of elements returned",
      "Takes elements from the head of a list." },
    { "rpop", rpop, WRITE | FAST, KEY_POP, "@key [#count]^6.2.0", "1.0.0", "O(N) where N is the number of elements returned",
      "Takes elements from the tail of a list." },
    { "llen", llen, READ | FAST, KEY_RO, "@key", "1.0.0", "O(1)", "Tells how many elements a list has." },
    { "lindex", lindex, READ, KEY_READ, "@key #index", "1.0.0",
      "O(N) where N is the number of elements to traverse to get to the element at index. This makes asking for the first or the last "
      "element of the list O(1).", "Gives the element at an index." },
    { "lrange", lrange, READ, KEY_READ, "@key #start #stop", "1.0.0",
      "O(S+N) where S is the distance of start offset from HEAD for small lists, from nearest end (HEAD or TAIL) for large lists; and N is "
      "the number of elements in the specified range.", "Gives a range of elements." },
    { "lpos", lpos, READ, KEY_READ, "@key element [RANK #rank] [COUNT #num-matches] [MAXLEN #len]", "6.0.6",
      "O(N) where N is the number of elements in the list, for the average case.", "Finds where an element is." },
    { "lset", lset, WRITE | DENYOOM, KEY_CHANGE, "@key #index element", "1.0.0",
      "O(N) where N is the length of the list. Setting either the first or the last element of the list is O(1).",
      "Replaces the element at an index." },
    { "linsert", linsert, WRITE | DENYOOM, KEY_ADD, "@key {where: BEFORE | AFTER} pivot element", "2.2.0",
      "O(N) where N is the number of elements to traverse before seeing the value pivot.", "Puts an element beside another." },
    { "lrem", lrem, WRITE, KEY_TAKE, "@key #count element", "1.0.0",
      "O(N+M) where N is the length of the list and M is the number of elements removed.", "Removes elements equal to one." },
    { "ltrim", ltrim, WRITE, KEY_TAKE, "@key #start #stop", "1.0.0",
      "O(N) where N is the number of elements to be removed by the operation.", "Keeps only a range of elements." },
    { 0 }
};

static const setting settings[] = {
    { "list-max-listpack-size", SETTING_INT, &store_limits.list_max_listpack_size, "-2", .least = INT32_MIN, .most = INT32_MAX,
      .alias = "list-max-ziplist-size" },
    { "list-compress-depth", SETTING_INT, &store_limits.list_compress_depth, "0", .least = 0, .most = INT32_MAX },
    { 0 }
};

static void start(void) {
    static const uint8_t rdb_types[] = { 1, 10, 14, 18 };
    type_register(&list_type);
    type_register_rdb(&list_type, rdb_types, sizeof rdb_types);
}

const feature lists = { .name = "list", .commands = commands, .settings = settings, .start = start };
