/* prefixes.c -- a hash table of literals and a bit for each length that occurs. */
#include "data/prefixes.h"
#include "base/assert.h"
#include "base/memory.h"
#include "data/table.h"

enum { LENGTHS = 64 };

typedef struct prefix_group { bytes *text; prefixed *first; } prefix_group;

struct prefixes {
    enum prefix_side side;
    table *groups;
    uint64_t lengths;                       /* bit n: some group has a text of n bytes */
    size_t count[LENGTHS];
};

static slice group_key(const void *item) { return bytes_slice(((const prefix_group *)item)->text); }
static const table_kind group_kind = { group_key };

prefixes *prefixes_new(enum prefix_side side) {
    prefixes *p = memory_zero(sizeof *p);
    p->side = side;
    p->groups = table_new(&group_kind);
    return p;
}

void prefixes_free(prefixes *p) {
    assert(!p->lengths);
    table_free(p->groups, NULL, NULL);
    memory_free(p, sizeof *p);
}

static slice end_of(const prefixes *p, slice text, size_t len) {
    return slice_make(p->side == ENDINGS ? text.at + text.len - len : text.at, len);
}

static prefix_group *group_open(prefixes *p, slice text) {
    bool found;
    void **slot = table_insert(p->groups, hash_of(text), text, &found);
    if (found) return *slot;
    prefix_group *g = memory_alloc(sizeof *g);
    *g = (prefix_group){ bytes_copy(text), NULL };
    *slot = g;
    p->count[text.len]++;
    p->lengths |= 1ull << text.len;
    return g;
}

static void group_close(prefixes *p, prefix_group *g) {
    slice text = bytes_slice(g->text);
    if (!--p->count[text.len]) p->lengths &= ~(1ull << text.len);
    table_remove(p->groups, hash_of(text), text);
    bytes_free(g->text);
    memory_free(g, sizeof *g);
}

void prefixes_add(prefixes *p, slice literal, prefixed *item) {
    if (literal.len >= LENGTHS) literal = end_of(p, literal, LENGTHS - 1);
    prefix_group *g = group_open(p, literal);
    *item = (prefixed){ NULL, g->first, g };
    if (g->first) g->first->previous = item;
    g->first = item;
}

void prefixes_remove(prefixes *p, prefixed *item) {
    prefix_group *g = item->group;
    if (item->previous) item->previous->next = item->next;
    else g->first = item->next;
    if (item->next) item->next->previous = item->previous;
    if (!g->first) group_close(p, g);
}

prefix_walk prefixes_walk(const prefixes *p, slice text) {
    uint64_t lengths = p->lengths;
    if (text.len < LENGTHS - 1) lengths &= (2ull << text.len) - 1;
    return (prefix_walk){ p, text, lengths, NULL };
}

prefixed *prefixes_next(prefix_walk *w) {
    while (!w->next && w->lengths) {
        slice head = end_of(w->all, w->text, (size_t)__builtin_ctzll(w->lengths));
        w->lengths &= w->lengths - 1;
        const prefix_group *g = table_find(w->all->groups, hash_of(head), head);
        if (g) w->next = g->first;
    }
    prefixed *item = w->next;
    if (item) w->next = item->next;
    return item;
}
