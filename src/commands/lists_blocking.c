/* lists_blocking.c -- moving elements between lists, popping from the first of several, and waiting for elements to come. */
#include "base/memory.h"
#include "base/number.h"
#include "commands/lists.h"
#include "server/block.h"
#include "server/client.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/propagate.h"
#include "server/reply.h"

static slice end_word(enum quicklist_end end) { return end == QUICKLIST_HEAD ? SLICE("LEFT") : SLICE("RIGHT"); }
static const char *push_event(enum quicklist_end end) { return end == QUICKLIST_HEAD ? "lpush" : "rpush"; }

static bool read_end(call *c, slice word, enum quicklist_end *out) {
    if (slice_is(word, "left")) *out = QUICKLIST_HEAD;
    else if (slice_is(word, "right")) *out = QUICKLIST_TAIL;
    else return reply_syntax_error(c), false;
    return true;
}

/* -- BLPOP, BRPOP ------------------------------------------------------------------------------- */

static void blocking_pop(call *c, enum quicklist_end end) {
    int64_t deadline;
    int keys = c->argc - 2;
    if (!arg_timeout(c, c->argv[c->argc - 1], true, &deadline)) return;
    for (int i = 1; i <= keys; i++) {
        void *value;
        if (!keyspace_edit(c, c->argv[i], &list_type, &value)) return;
        if (!value) continue;
        reply_array(c, 2);
        reply_bulk(c, c->argv[i]);
        reply_element(c, list_peek(value, end));
        list_pop(value, end);
        changed(c, c->argv[i], NOTIFY_LIST, pop_event(end));
        propagate_words(c, 2, end == QUICKLIST_HEAD ? SLICE("LPOP") : SLICE("RPOP"), c->argv[i]);
        return;
    }
    if (block_allowed(c)) block_on_keys(c, c->argv + 1, keys, &list_type, 0, deadline, reply_null_array);
    else reply_null_array(c);
}

static void blpop(call *c) { blocking_pop(c, QUICKLIST_HEAD); }
static void brpop(call *c) { blocking_pop(c, QUICKLIST_TAIL); }

/* -- LMPOP, BLMPOP --------------------------------------------------------------------------------- */

typedef struct multi_pop { int first, keys; enum quicklist_end end; int64_t count; } multi_pop;

static bool lmpop_parse(call *c, int at, multi_pop *m) {
    int64_t keys;
    if (!number_parse_int(c->argv[at], &keys) || keys <= 0) {
        reply_error(c, "ERR numkeys should be greater than 0");
        return false;
    }
    if (keys > c->argc - at - 2) return reply_syntax_error(c), false;
    m->first = at + 1;
    m->keys = (int)keys;
    int i = at + 1 + m->keys;
    if (!read_end(c, c->argv[i++], &m->end)) return false;
    m->count = -1;
    for (; i < c->argc; i += 2) {
        if (m->count >= 0 || !slice_is(c->argv[i], "count") || i + 1 >= c->argc) return reply_syntax_error(c), false;
        if (!number_parse_int(c->argv[i + 1], &m->count) || m->count <= 0) {
            reply_error(c, "ERR count should be greater than 0");
            return false;
        }
    }
    if (m->count < 0) m->count = 1;
    return true;
}

/* True when a list was found (or an error replied). */
static bool lmpop_try(call *c, const multi_pop *m) {
    for (int i = 0; i < m->keys; i++) {
        void *value;
        slice key = c->argv[m->first + i];
        if (!keyspace_edit(c, key, &list_type, &value)) return true;
        if (!value) continue;
        char room[NUMBER_INT_TEXT];
        reply_array(c, 2);
        reply_bulk(c, key);
        long n = pop_many(c, value, m->end, m->count);
        changed_by(c, n, key, NOTIFY_LIST, pop_event(m->end));
        propagate_words(c, 3, m->end == QUICKLIST_HEAD ? SLICE("LPOP") : SLICE("RPOP"), key,
                        slice_make(room, (size_t)number_print_int(room, n)));
        return true;
    }
    return false;
}

static void lmpop(call *c) {
    multi_pop m;
    if (lmpop_parse(c, 1, &m) && !lmpop_try(c, &m)) reply_null_array(c);
}

static void blmpop(call *c) {
    multi_pop m;
    int64_t deadline;
    if (!arg_timeout(c, c->argv[1], true, &deadline) || !lmpop_parse(c, 2, &m) || lmpop_try(c, &m)) return;
    if (block_allowed(c)) block_on_keys(c, c->argv + m.first, m.keys, &list_type, 0, deadline, reply_null_array);
    else reply_null_array(c);
}

/* -- LMOVE and its kin: n elements from one end of a list to an end of another ----------------------------- */

typedef struct transfer {
    enum quicklist_end from, to;
    int64_t count;                          /* at most; exactly when `exact` */
    bool exact, one_by_one;
} transfer;

static slice value_text(listpack_value v, char *room) {
    return v.text.at ? v.text : slice_make(room, (size_t)number_print_int(room, v.number));
}

/* Pops n texts from the source, in the order they leave it. */
static bytes **take(list *l, enum quicklist_end end, size_t n) {
    bytes **texts = memory_alloc(n * sizeof *texts);
    char room[NUMBER_INT_TEXT];
    for (size_t i = 0; i < n; i++) {
        texts[i] = bytes_copy(value_text(list_peek(l, end), room));
        list_drop(l, end);
    }
    return texts;
}

static void reverse(bytes **texts, size_t n) {
    for (size_t i = 0; i < n / 2; i++) {
        bytes *t = texts[i];
        texts[i] = texts[n - 1 - i];
        texts[n - 1 - i] = t;
    }
}

/* Moves as told; both keys have been checked. texts come back in the order of the destination list. */
static bytes **move(call *c, list *from, const transfer *t, size_t n) {
    bytes **texts = take(from, t->from, n);
    bool same = slice_equal(c->argv[1], c->argv[2]);
    list *to = same ? from : keyspace_open(c, c->argv[2], &list_type);
    /* In bulk the run keeps the order it had in the source: so it must be pushed in the order that puts it so. */
    if (!t->one_by_one && (t->from == QUICKLIST_HEAD) == (t->to == QUICKLIST_HEAD)) reverse(texts, n);
    for (size_t i = 0; i < n; i++) list_push(to, t->to, bytes_slice(texts[i]));
    if (t->to == QUICKLIST_HEAD) reverse(texts, n);
    list_shrink(from);                      /* when all is in its place: a list that turns in itself stays what it is */
    changed(c, c->argv[2], NOTIFY_LIST, push_event(t->to));
    changed_by(c, 0, c->argv[1], NOTIFY_LIST, pop_event(t->from));
    return texts;
}

static void free_texts(bytes **texts, size_t n) {
    for (size_t i = 0; i < n; i++) bytes_free(texts[i]);
    memory_free(texts, n * sizeof *texts);
}

/* The source list when there is enough in it, with the destination's type checked. False when an error was replied. */
static bool find_source(call *c, const transfer *t, list **from) {
    void *source, *target;
    *from = NULL;
    if (!keyspace_edit(c, c->argv[1], &list_type, &source)) return false;
    if (!source || (t->exact && (int64_t)list_length(source) < t->count)) return true;
    if (!keyspace_edit(c, c->argv[2], &list_type, &target)) return false;
    if (!keyspace_edit(c, c->argv[1], &list_type, &source)) return false;
    *from = source;
    return true;
}

/* Moves one element and replies it; false when there was none. */
static bool move_one(call *c, const transfer *t, bool old_name) {
    list *from;
    if (!find_source(c, t, &from)) return true;
    if (!from) return false;
    bytes **texts = move(c, from, t, 1);
    reply_bulk(c, bytes_slice(texts[0]));
    if (old_name) propagate_words(c, 3, SLICE("RPOPLPUSH"), c->argv[1], c->argv[2]);
    else propagate_words(c, 5, SLICE("LMOVE"), c->argv[1], c->argv[2], end_word(t->from), end_word(t->to));
    free_texts(texts, 1);
    return true;
}

static void reply_null_for_move(call *c) { reply_null_array(c); }

static void lmove(call *c) {
    transfer t = { .count = 1 };
    if (!read_end(c, c->argv[3], &t.from) || !read_end(c, c->argv[4], &t.to)) return;
    if (!move_one(c, &t, false)) reply_null(c);
}

static void rpoplpush(call *c) {
    transfer t = { .from = QUICKLIST_TAIL, .to = QUICKLIST_HEAD, .count = 1 };
    if (!move_one(c, &t, true)) reply_null(c);
}

static void wait_for_source(call *c, int64_t deadline) {
    if (block_allowed(c)) block_on_keys(c, c->argv + 1, 1, &list_type, 0, deadline, reply_null_for_move);
    else reply_null(c);
}

static void blmove(call *c) {
    transfer t = { .count = 1 };
    int64_t deadline;
    if (!read_end(c, c->argv[3], &t.from) || !read_end(c, c->argv[4], &t.to)) return;
    if (!arg_timeout(c, c->argv[5], true, &deadline)) return;
    if (!move_one(c, &t, false)) wait_for_source(c, deadline);
}

static void brpoplpush(call *c) {
    transfer t = { .from = QUICKLIST_TAIL, .to = QUICKLIST_HEAD, .count = 1 };
    int64_t deadline;
    if (!arg_timeout(c, c->argv[3], true, &deadline)) return;
    if (!move_one(c, &t, true)) wait_for_source(c, deadline);
}

/* -- LMOVEM, BLMOVEM (newer.md 3.2) -------------------------------------------------------------------------- */

static bool lmovem_parse(call *c, int at, transfer *t) {
    *t = (transfer){ .count = 1, .one_by_one = true };
    if (!read_end(c, c->argv[3], &t->from) || !read_end(c, c->argv[4], &t->to)) return false;
    if (c->argc == at) return true;
    if (c->argc != at + 3) return reply_syntax_error(c), false;
    t->exact = slice_is(c->argv[at], "exactly");
    t->one_by_one = slice_is(c->argv[at + 2], "obo");
    bool known = (t->exact || slice_is(c->argv[at], "count")) && (t->one_by_one || slice_is(c->argv[at + 2], "bulk"));
    if (!known) return reply_syntax_error(c), false;
    if (!arg_int(c, c->argv[at + 1], &t->count)) return false;
    if (t->count > 0) return true;
    reply_error(c, "ERR value is out of range, must be positive");
    return false;
}

static bool move_several(call *c, const transfer *t) {
    list *from;
    if (!find_source(c, t, &from)) return true;
    if (!from) return false;
    size_t n = list_length(from) < (size_t)t->count ? list_length(from) : (size_t)t->count;
    bytes **texts = move(c, from, t, n);
    reply_array(c, (long)n);
    for (size_t i = 0; i < n; i++) reply_bulk(c, bytes_slice(texts[i]));
    char room[NUMBER_INT_TEXT];
    propagate_words(c, 8, SLICE("LMOVEM"), c->argv[1], c->argv[2], end_word(t->from), end_word(t->to), SLICE("COUNT"),
                    slice_make(room, (size_t)number_print_int(room, (int64_t)n)), t->one_by_one ? SLICE("OBO") : SLICE("BULK"));
    free_texts(texts, n);
    return true;
}

static void lmovem(call *c) {
    transfer t;
    if (lmovem_parse(c, 5, &t) && !move_several(c, &t)) reply_null_array(c);
}

static void blmovem(call *c) {
    transfer t;
    int64_t deadline;
    if (!arg_timeout(c, c->argv[5], true, &deadline) || !lmovem_parse(c, 6, &t) || move_several(c, &t)) return;
    if (block_allowed(c)) block_on_keys(c, c->argv + 1, 1, &list_type, 0, deadline, reply_null_array);
    else reply_null_array(c);
}

#define ENDS "{wherefrom: LEFT | RIGHT} {whereto: LEFT | RIGHT}"
#define RUN "[(run: {amount: COUNT #count | EXACTLY #exactly} {ordering: OBO | BULK})]"

static const command commands[] = {
    { "blpop", blpop, WRITE | BLOCKING, KEY_POP, "@key ... %timeout", "2.0.0", "O(N) where N is the number of provided keys.",
      "Takes the first element of the first list that has one; waits if none has.",
      .history = "6.0.0 The timeout may have a fraction." },
    { "brpop", brpop, WRITE | BLOCKING, KEY_POP, "@key ... %timeout", "2.0.0", "O(N) where N is the number of provided keys.",
      "Takes the last element of the first list that has one; waits if none has.",
      .history = "6.0.0 The timeout may have a fraction." },
    { "lmpop", lmpop, WRITE | MOVABLE_KEYS, KEY_POP, "#numkeys @key ... {where: LEFT | RIGHT} [COUNT #count]", "7.0.0",
      "O(N+M) where N is the number of provided keys and M is the number of elements returned.",
      "Takes elements from the first list that has some." },
    { "blmpop", blmpop, WRITE | BLOCKING | MOVABLE_KEYS, KEY_POP, "%timeout #numkeys @key ... {where: LEFT | RIGHT} [COUNT #count]",
      "7.0.0", "O(N+M) where N is the number of provided keys and M is the number of elements returned.",
      "Takes elements from the first list that has some; waits if none has." },
    { "lmove", lmove, WRITE | DENYOOM, KEYS2(KEY_POP, KEY_ADD), "@source @destination " ENDS, "6.2.0", "O(1)",
      "Moves an element from one list to another." },
    { "rpoplpush", rpoplpush, WRITE | DENYOOM, KEYS2(KEY_POP, KEY_ADD), "@source @destination", "1.2.0", "O(1)",
      "Moves the last element of a list to the head of another.", .deprecated_since = "6.2.0",
      .replaced_by = "`LMOVE` with the `RIGHT` and `LEFT` arguments" },
    { "blmove", blmove, WRITE | DENYOOM | BLOCKING, KEYS2(KEY_POP, KEY_ADD), "@source @destination " ENDS " %timeout", "6.2.0", "O(1)",
      "Moves an element from one list to another; waits for one." },
    { "brpoplpush", brpoplpush, WRITE | DENYOOM | BLOCKING, KEYS2(KEY_POP, KEY_ADD), "@source @destination %timeout", "2.2.0", "O(1)",
      "Moves the last element of a list to the head of another; waits for one.", .deprecated_since = "6.2.0",
      .replaced_by = "`BLMOVE` with the `RIGHT` and `LEFT` arguments",
      .history = "6.0.0 The timeout may have a fraction." },
    { "lmovem", lmovem, WRITE | DENYOOM, KEYS2(KEY_POP, KEY_ADD), "@source @destination " ENDS " " RUN, "8.10.0",
      "O(N) where N is the number of elements moved.", "Moves several elements from one list to another.", .arity = -5 },
    { "blmovem", blmovem, WRITE | DENYOOM | BLOCKING, KEYS2(KEY_POP, KEY_ADD), "@source @destination " ENDS " %timeout " RUN, "8.10.0",
      "O(N) where N is the number of elements moved.", "Moves several elements from one list to another; waits for them.",
      .arity = -6 },
    { 0 }
};

const feature lists_blocking = { .name = "list", .commands = commands };
