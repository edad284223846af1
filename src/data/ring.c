/* ring.c -- a circular array that grows until it has its capacity. */
#include "data/ring.h"

#include "base/memory.h"

enum { FIRST_ROOM = 8 };

struct ring {
    size_t cap, room, count, oldest;    /* room: slots allocated, at most cap */
    void **at;
};

ring *ring_new(size_t cap) {
    ring *r = memory_zero(sizeof *r);
    r->cap = cap;
    return r;
}

size_t ring_count(const ring *r) { return r->count; }
size_t ring_cap(const ring *r) { return r->cap; }

static size_t bytes_of(size_t room) { return room * sizeof(void *); }

size_t ring_footprint(const ring *r) {
    return memory_good_size(sizeof *r) + (r->room ? memory_good_size(bytes_of(r->room)) : 0);
}

void *ring_at(const ring *r, size_t age) {
    return age < r->count ? r->at[(r->oldest + r->count - 1 - age) % r->room] : NULL;
}

/* Other slots for the items there are; room must be enough for them. */
static void set_room(ring *r, size_t room) {
    void **at = room ? memory_alloc(bytes_of(room)) : NULL;
    for (size_t i = 0; i < r->count; i++) at[i] = r->at[(r->oldest + i) % r->room];
    if (r->room) memory_free(r->at, bytes_of(r->room));
    r->at = at;
    r->room = room;
    r->oldest = 0;
}

static void *take_oldest(ring *r) {
    void *item = r->at[r->oldest];
    r->oldest = (r->oldest + 1) % r->room;
    r->count--;
    return item;
}

void *ring_push(ring *r, void *item) {
    if (!r->cap) return item;
    void *out = r->count == r->cap ? take_oldest(r) : NULL;
    if (r->count == r->room) {
        size_t room = r->room ? r->room * 2 : FIRST_ROOM;
        set_room(r, room < r->cap ? room : r->cap);
    }
    r->at[(r->oldest + r->count++) % r->room] = item;
    return out;
}

static void drop_to(ring *r, size_t count, ring_each *each) {
    while (r->count > count) {
        void *item = take_oldest(r);
        if (each) each(item);
    }
}

void ring_clear(ring *r, ring_each *each) {
    drop_to(r, 0, each);
    set_room(r, 0);
}

void ring_free(ring *r, ring_each *each) {
    if (!r) return;
    ring_clear(r, each);
    memory_free(r, sizeof *r);
}

void ring_set_cap(ring *r, size_t cap, ring_each *each) {
    drop_to(r, cap, each);
    r->cap = cap;
    if (r->room > cap) set_room(r, cap);
}
