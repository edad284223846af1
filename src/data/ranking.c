/* ranking.c -- Space-Saving with plain arrays: few places, so looking at all of them is quick enough. */
#include "data/ranking.h"
#include "base/memory.h"
#include "base/sort.h"

static size_t size_of(size_t capacity) { return sizeof(ranking) + capacity * sizeof(ranked); }

ranking *ranking_new(size_t capacity) {
    ranking *r = memory_zero(size_of(capacity));
    r->capacity = capacity;
    return r;
}

void ranking_clear(ranking *r) {
    for (size_t i = 0; i < r->count; i++) bytes_free(r->at[i].name);
    r->count = r->name_bytes = 0;
    r->total = 0;
}

void ranking_free(ranking *r) {
    if (!r) return;
    ranking_clear(r);
    memory_free(r, size_of(r->capacity));
}

static ranked *find(ranking *r, int db, slice name, uint64_t hash) {
    for (ranked *e = r->at; e < r->at + r->count; e++) {
        if (e->hash == hash && e->db == db && slice_equal(bytes_slice(e->name), name)) return e;
    }
    return NULL;
}

static ranked *lightest(ranking *r) {
    ranked *least = r->at;
    for (ranked *e = r->at + 1; e < r->at + r->count; e++) if (e->weight < least->weight) least = e;
    return least;
}

/* A place for a new name: a free one, or the lightest one's with its weight. */
static ranked *place(ranking *r) {
    if (r->count < r->capacity) {
        ranked *fresh = &r->at[r->count++];
        *fresh = (ranked){ 0 };
        return fresh;
    }
    ranked *taken = lightest(r);
    r->name_bytes -= bytes_footprint(taken->name);
    bytes_free(taken->name);
    taken->error = taken->weight;
    return taken;
}

void ranking_add(ranking *r, int db, slice name, uint64_t hash, uint64_t weight) {
    r->total += weight;
    ranked *e = find(r, db, name, hash);
    if (!e) {
        e = place(r);
        e->hash = hash;
        e->db = db;
        e->name = bytes_copy(name);
        r->name_bytes += bytes_footprint(e->name);
    }
    e->weight += weight;
}

void ranking_merge(ranking *to, const ranking *from) {
    for (const ranked *e = from->at; e < from->at + from->count; e++) {
        ranking_add(to, e->db, bytes_slice(e->name), e->hash, e->weight);
    }
}

static int heavier(const void *a, const void *b, void *context) {
    const ranked *x = a, *y = b;
    (void)context;
    if (x->weight != y->weight) return x->weight > y->weight ? -1 : 1;
    if (x->db != y->db) return x->db < y->db ? -1 : 1;
    return slice_compare(bytes_slice(x->name), bytes_slice(y->name));
}

void ranking_sort(ranking *r) { sort(r->at, r->count, sizeof *r->at, heavier, NULL); }
size_t ranking_footprint(const ranking *r) { return memory_good_size(size_of(r->capacity)) + r->name_bytes; }
