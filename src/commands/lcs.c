/* lcs.c -- the longest common subsequence of two strings. */
#include "base/memory.h"
#include "base/number.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/reply.h"
#include "server/request.h"

typedef struct options { bool length, positions, lengths; int64_t least; } options;

/* Lengths of common subsequences of all prefixes: (a.len + 1) rows of (b.len + 1) numbers. */
typedef struct lengths { uint32_t *at; size_t columns, size; } lengths;

static uint32_t *cell(const lengths *t, size_t i, size_t j) { return &t->at[i * t->columns + j]; }

static bool fill(lengths *t, slice a, slice b, size_t most) {
    size_t cells;
    t->columns = b.len + 1;
    if (__builtin_mul_overflow(a.len + 1, b.len + 1, &cells) || cells > most / sizeof *t->at) return false;
    t->size = cells * sizeof *t->at;
    t->at = memory_try(t->size);
    if (!t->at) return false;
    for (size_t i = 0; i <= a.len; i++) {
        for (size_t j = 0; j <= b.len; j++) {
            uint32_t up = i && j ? *cell(t, i - 1, j) : 0, left = i && j ? *cell(t, i, j - 1) : 0;
            *cell(t, i, j) = !i || !j ? 0 : a.at[i - 1] == b.at[j - 1] ? *cell(t, i - 1, j - 1) + 1 : up > left ? up : left;
        }
    }
    return true;
}

/* Walks back from the corner; takes what both have, and tells of every run that ended. */
typedef struct run { size_t a_from, a_to, b_from, b_to; bool open; } run;

static long tell(call *c, run *r, const options *o) {
    size_t len = r->a_to - r->a_from + 1;
    bool wanted = r->open && (!o->least || len >= (size_t)o->least);
    r->open = false;
    if (!wanted) return 0;
    reply_array(c, o->lengths ? 3 : 2);
    reply_array(c, 2);
    reply_int(c, (int64_t)r->a_from);
    reply_int(c, (int64_t)r->a_to);
    reply_array(c, 2);
    reply_int(c, (int64_t)r->b_from);
    reply_int(c, (int64_t)r->b_to);
    if (o->lengths) reply_int(c, (int64_t)len);
    return 1;
}

static long walk_back(call *c, const lengths *t, slice a, slice b, const options *o, char *text) {
    size_t i = a.len, j = b.len, left = *cell(t, i, j);
    run r = { .open = false };
    long runs = 0;
    while (i && j) {
        bool same = a.at[i - 1] == b.at[j - 1];
        if (same) {
            if (text) text[--left] = a.at[i - 1];
            if (r.open && (r.a_from != i || r.b_from != j)) runs += o->positions ? tell(c, &r, o) : 0, r.open = false;
            if (!r.open) r = (run){ 0, i - 1, 0, j - 1, true };
            r.a_from = i - 1;
            r.b_from = j - 1;
            i--, j--;
        } else if (*cell(t, i - 1, j) > *cell(t, i, j - 1)) {
            i--;
        } else {
            j--;
        }
    }
    if (o->positions && r.open) runs += tell(c, &r, o);
    return runs;
}

static void answer(call *c, slice a, slice b, const options *o) {
    lengths t;
    if (!fill(&t, a, b, request_longest(c))) {
        reply_error(c, "ERR Insufficient memory, transient memory for LCS exceeds proto-max-bulk-len");
        return;
    }
    size_t total = *cell(&t, a.len, b.len);
    if (o->length) {
        reply_int(c, (int64_t)total);
    } else if (o->positions) {
        reply_map(c, 2);
        reply_bulk_text(c, "matches");
        open_reply place = reply_later(c);
        reply_later_array(c, place, walk_back(c, &t, a, b, o, NULL));
        reply_bulk_text(c, "len");
        reply_int(c, (int64_t)total);
    } else {
        char *text = memory_alloc(total);
        walk_back(c, &t, a, b, o, text);
        reply_bulk(c, slice_make(text, total));
        memory_free(text, total);
    }
    memory_free(t.at, t.size);
}

static bool parse(call *c, options *o) {
    for (int i = 3; i < c->argc; i++) {
        if (slice_is(c->argv[i], "idx")) o->positions = true;
        else if (slice_is(c->argv[i], "len")) o->length = true;
        else if (slice_is(c->argv[i], "withmatchlen")) o->lengths = true;
        else if (slice_is(c->argv[i], "minmatchlen") && i + 1 < c->argc) {
            if (!arg_int(c, c->argv[++i], &o->least)) return false;
            if (o->least < 0) o->least = 0;
        } else return reply_syntax_error(c), false;
    }
    if (o->positions && o->length) {
        reply_error(c, "ERR If you want both the length and indexes, please just use IDX.");
        return false;
    }
    return true;
}

static void lcs(call *c) {
    options o = { .least = 0 };
    char rooms[2][NUMBER_INT_TEXT];
    const entry *e[2];
    slice texts[2] = { { "", 0 }, { "", 0 } };
    for (int i = 0; i < 2; i++) {
        e[i] = keyspace_read(c, c->argv[1 + i]);
        if (e[i] && entry_type_id(e[i]) != TYPE_STRING) {
            reply_error(c, "ERR The specified keys must contain string values");
            return;
        }
        if (e[i]) texts[i] = string_text(e[i], rooms[i]);
    }
    if (!parse(c, &o)) return;
    if (texts[0].len >= UINT32_MAX - 1 || texts[1].len >= UINT32_MAX - 1) reply_error(c, "ERR String too long for LCS");
    else answer(c, texts[0], texts[1], &o);
}

static const command commands[] = {
    { "lcs", lcs, READ, KEY_READ, "@key1 @key2 [LEN] [IDX] [MINMATCHLEN #min-match-len] [WITHMATCHLEN]", "7.0.0",
      "O(N*M) where N and M are the lengths of s1 and s2, respectively", "Finds the longest common subsequence of two texts.",
      .key_specs = "RO+access index{index=1} range{lastkey=1,keystep=1,limit=0}" },
    { 0 }
};

const feature subsequences = { .name = "string", .commands = commands };
