/* test_prefixes.c -- the index of beginnings and endings against a plain list; what a search looks at. */
#include "unit.h"

#include "base/memory.h"
#include "data/prefixes.h"

enum { ITEMS = 300, TEXT_MAX = 80, MANY = 100000, KEPT = 63 };

typedef struct thing { prefixed indexed; bytes *literal; bool in, seen; } thing;

static slice any_text(char *room) {
    size_t len = unit_random() % (unit_random() % 8 ? 6 : TEXT_MAX);
    for (size_t i = 0; i < len; i++) room[i] = "ab"[unit_random() % 2];
    return slice_make(room, len);
}

/* As far as the index keeps a literal: it may give more than what matches whole, never less. */
static bool belongs(enum prefix_side side, slice literal, slice text) {
    size_t n = literal.len < KEPT ? literal.len : KEPT;
    if (n > text.len) return false;
    if (side == BEGINNINGS) return !memcmp(literal.at, text.at, n);
    return !memcmp(literal.at + literal.len - n, text.at + text.len - n, n);
}

static void check_search(const prefixes *p, enum prefix_side side, thing *things, slice text) {
    for (int i = 0; i < ITEMS; i++) things[i].seen = false;
    prefix_walk walk = prefixes_walk(p, text);
    for (thing *t; (t = (thing *)prefixes_next(&walk));) {
        check(t->in && !t->seen);
        t->seen = true;
    }
    for (int i = 0; i < ITEMS; i++) {
        if (things[i].in) check(things[i].seen == belongs(side, bytes_slice(things[i].literal), text));
    }
}

static void test_model(enum prefix_side side) {
    static thing things[ITEMS];
    char room[TEXT_MAX];
    prefixes *p = prefixes_new(side);
    for (int step = 0; step < 3000; step++) {
        thing *t = &things[unit_random() % ITEMS];
        if (t->in) {
            prefixes_remove(p, &t->indexed);
            bytes_free(t->literal);
        } else {
            t->literal = bytes_copy(any_text(room));
            prefixes_add(p, bytes_slice(t->literal), &t->indexed);
        }
        t->in = !t->in;
        if (step % 10 == 0) check_search(p, side, things, any_text(room));
    }
    for (int i = 0; i < ITEMS; i++) {
        if (!things[i].in) continue;
        prefixes_remove(p, &things[i].indexed);
        bytes_free(things[i].literal);
        things[i].in = false;
    }
    prefixes_free(p);
}

static int count_found(const prefixes *p, slice text) {
    int n = 0;
    prefix_walk walk = prefixes_walk(p, text);
    while (prefixes_next(&walk)) n++;
    return n;
}

/* However many there are, a search meets those alone that its text begins or ends with. */
static void test_many(enum prefix_side side) {
    static prefixed items[MANY];
    char room[32];
    prefixes *p = prefixes_new(side);
    for (int i = 0; i < MANY; i++) {
        int n = snprintf(room, sizeof room, side == BEGINNINGS ? "user:%d:" : ":%d:user", i);
        prefixes_add(p, slice_make(room, (size_t)n), &items[i]);
    }
    check(count_found(p, side == BEGINNINGS ? SLICE("user:4711:name") : SLICE("name:4711:user")) == 1);
    check(count_found(p, SLICE("user")) == 0);
    check(count_found(p, SLICE("other:4711:other")) == 0);
    check(count_found(p, SLICE("")) == 0);
    for (int i = 0; i < MANY; i++) prefixes_remove(p, &items[i]);
    prefixes_free(p);
}

int main(void) {
    test_model(BEGINNINGS);
    test_model(ENDINGS);
    test_many(BEGINNINGS);
    test_many(ENDINGS);
    return unit_result();
}
