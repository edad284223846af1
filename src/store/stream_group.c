/* stream_group.c -- groups, consumers and what is pending. */
#include "store/stream_group.h"
#include "base/assert.h"
#include "base/memory.h"
#include <stdlib.h>

static slice raw_of(stream_id id, uint8_t *room) {
    stream_id_pack(id, room);
    return slice_make(room, STREAM_ID_RAW);
}

/* -- groups -------------------------------------------------------------------------------------------- */

group *stream_group(const stream *s, slice name) {
    void *g;
    return s->groups && rax_get(s->groups, name, &g) ? g : NULL;
}

group *stream_group_add(stream *s, slice name, stream_id last, int64_t read) {
    if (stream_group(s, name)) return NULL;
    if (!s->groups) s->groups = rax_new();
    group *g = memory_zero(sizeof *g);
    *g = (group){ .name = bytes_copy(name), .last = last, .read = read, .pel = rax_new(), .consumers = rax_new() };
    rax_set(s->groups, name, g, NULL);
    return g;
}

bool stream_group_remove(stream *s, slice name) {
    void *g;
    if (!s->groups || !rax_remove(s->groups, name, &g)) return false;
    group_free(g);
    return true;
}

size_t stream_group_count(const stream *s) { return s->groups ? rax_count(s->groups) : 0; }

static void consumer_free(consumer *k) {
    rax_free(k->pel, NULL, NULL);
    bytes_free(k->name);
    memory_free(k, sizeof *k);
}

void group_free(group *g) {
    rax_walk w;
    for (rax_walk_start(&w, g->consumers); rax_next(&w);) consumer_free(w.value);
    rax_walk_stop(&w);
    for (pending *p = g->oldest, *newer; p; p = newer) {
        newer = p->newer;
        memory_free(p, sizeof *p);
    }
    rax_free(g->consumers, NULL, NULL);
    rax_free(g->pel, NULL, NULL);
    bytes_free(g->name);
    memory_free(g, sizeof *g);
}

/* -- consumers ----------------------------------------------------------------------------------------- */

consumer *group_consumer(const group *g, slice name) {
    void *k;
    return rax_get(g->consumers, name, &k) ? k : NULL;
}

consumer *group_consumer_add(group *g, slice name, int64_t now) {
    consumer *k = memory_alloc(sizeof *k);
    *k = (consumer){ bytes_copy(name), now, -1, rax_new() };
    bool added = rax_set(g->consumers, name, k, NULL);
    assert(added);
    return k;
}

size_t group_consumer_remove(group *g, consumer *k) {
    size_t had = rax_count(k->pel);
    pending_walk w;
    pending_walk_start(&w, k->pel, STREAM_ID_LEAST, STREAM_ID_MOST);
    for (pending *p; (p = pending_next(&w));) group_acknowledge(g, p);
    pending_walk_stop(&w);
    rax_remove(g->consumers, bytes_slice(k->name), NULL);
    consumer_free(k);
    return had;
}

/* -- pending entries ------------------------------------------------------------------------------------- */

pending *group_pending(const group *g, stream_id id) {
    uint8_t raw[STREAM_ID_RAW];
    void *p;
    return rax_get(g->pel, raw_of(id, raw), &p) ? p : NULL;
}

static void unlink_pending(group *g, pending *p) {
    if (!p->owner) {
        g->released_count--;
        if (g->released == p) g->released = p->older;
    }
    *(p->older ? &p->older->newer : &g->oldest) = p->newer;
    *(p->newer ? &p->newer->older : &g->newest) = p->older;
}

/* Puts it behind `older` (NULL: first). */
static void link_behind(group *g, pending *p, pending *older) {
    p->older = older;
    p->newer = older ? older->newer : g->oldest;
    *(p->older ? &p->older->newer : &g->oldest) = p;
    *(p->newer ? &p->newer->older : &g->newest) = p;
}

/* Deliveries mostly come in order of time, so the place is sought from the newest on. */
static void link_by_time(group *g, pending *p) {
    pending *older = g->newest;
    while (older && older != g->released && older->time > p->time) older = older->older;
    link_behind(g, p, older);
}

static void link_released(group *g, pending *p) {
    link_behind(g, p, g->released);
    g->released = p;
    g->released_count++;
}

pending *group_give(group *g, stream_id id, consumer *owner, int64_t time, int64_t count) {
    uint8_t raw[STREAM_ID_RAW];
    slice key = raw_of(id, raw);
    if (group_pending(g, id)) return NULL;
    pending *p = memory_alloc(sizeof *p);
    *p = (pending){ .id = id, .time = time, .count = count, .owner = owner };
    rax_set(g->pel, key, p, NULL);
    if (owner) {
        rax_set(owner->pel, key, p, NULL);
        link_by_time(g, p);
    } else {
        p->time = 0;
        link_released(g, p);
    }
    return p;
}

void group_regive(group *g, pending *p, consumer *owner, int64_t time) {
    uint8_t raw[STREAM_ID_RAW];
    slice key = raw_of(p->id, raw);
    unlink_pending(g, p);
    if (p->owner != owner) {
        if (p->owner) rax_remove(p->owner->pel, key, NULL);
        rax_set(owner->pel, key, p, NULL);
        p->owner = owner;
    }
    p->time = time;
    link_by_time(g, p);
}

void group_release(group *g, pending *p) {
    uint8_t raw[STREAM_ID_RAW];
    unlink_pending(g, p);
    if (p->owner) rax_remove(p->owner->pel, raw_of(p->id, raw), NULL);
    p->owner = NULL;
    p->time = 0;
    link_released(g, p);
}

void group_acknowledge(group *g, pending *p) {
    uint8_t raw[STREAM_ID_RAW];
    slice key = raw_of(p->id, raw);
    unlink_pending(g, p);
    rax_remove(g->pel, key, NULL);
    if (p->owner) rax_remove(p->owner->pel, key, NULL);
    memory_free(p, sizeof *p);
}

/* -- loading ------------------------------------------------------------------------------------------- */

bool group_load(group *g, stream_id id, int64_t time, int64_t count) {
    pending *p = group_give(g, id, NULL, time, count);
    if (p) p->time = time;
    return p;
}

bool group_load_owner(pending *p, consumer *owner) {
    uint8_t raw[STREAM_ID_RAW];
    slice key = raw_of(p->id, raw);
    if (p->owner == owner) return false;
    if (p->owner) rax_remove(p->owner->pel, key, NULL);
    rax_set(owner->pel, key, p, NULL);
    p->owner = owner;
    return true;
}

static int by_time(const void *a, const void *b) {
    const pending *left = *(pending *const *)a, *right = *(pending *const *)b;
    if (!left->owner != !right->owner) return left->owner ? 1 : -1;
    if (left->time != right->time) return left->time < right->time ? -1 : 1;
    return stream_id_compare(left->id, right->id);
}

void group_settle(group *g) {
    size_t count = rax_count(g->pel), i = 0;
    pending **all = memory_alloc(count * sizeof *all);
    for (pending *p = g->oldest; p; p = p->newer) all[i++] = p;
    qsort(all, count, sizeof(pending *), by_time);
    g->oldest = g->newest = g->released = NULL;
    g->released_count = 0;
    for (i = 0; i < count; i++) {
        if (all[i]->owner) {
            link_behind(g, all[i], g->newest);
        } else {
            all[i]->time = 0;
            link_released(g, all[i]);
        }
    }
    memory_free(all, count * sizeof *all);
}

void pending_walk_start(pending_walk *w, const rax *pel, stream_id start, stream_id end) {
    uint8_t raw[STREAM_ID_RAW];
    w->pel = pel;
    w->end = end;
    rax_walk_start(&w->walk, pel);
    rax_seek(&w->walk, raw_of(start, raw), false);
}

pending *pending_next(pending_walk *w) {
    if (!rax_next(&w->walk)) return NULL;
    pending *p = w->walk.value;
    return stream_id_compare(p->id, w->end) > 0 ? NULL : p;
}

void pending_walk_stop(pending_walk *w) { rax_walk_stop(&w->walk); }

/* -- how far a group has read ------------------------------------------------------------------------------ */

int64_t stream_estimate_read(const stream *s, stream_id id) {
    if (!s->added) return 0;
    int to_last = stream_id_compare(id, s->last);
    if (!s->length && to_last <= 0) return (int64_t)s->added;
    if (!stream_id_is_zero(id) && stream_id_compare(id, s->deleted) < 0) return -1;
    if (!to_last) return (int64_t)s->added;
    if (to_last > 0) return -1;
    if (!stream_id_is_zero(s->deleted) && stream_id_compare(s->deleted, s->first) >= 0) return -1;
    int to_first = stream_id_compare(id, s->first);
    if (to_first > 0) return -1;
    return (int64_t)(s->added - s->length) + !to_first;
}

/* True when an entry from id on may have been deleted. */
static bool has_gaps_from(const stream *s, stream_id id) {
    return s->length && !stream_id_is_zero(s->deleted) && stream_id_compare(id, s->deleted) <= 0;
}

void group_advance(const stream *s, group *g, stream_id id) {
    if (stream_id_compare(id, g->last) <= 0) return;
    bool known = g->read >= 0 && stream_id_compare(g->last, s->first) >= 0 && !has_gaps_from(s, g->last);
    if (known) g->read++;
    else if (s->added) g->read = stream_estimate_read(s, id);
    g->last = id;
}

bool group_lag(const stream *s, const group *g, int64_t *lag) {
    *lag = 0;
    if (!s->added || !s->length) return true;
    if (stream_id_compare(g->last, s->first) < 0 && stream_id_compare(s->deleted, s->first) < 0) {
        *lag = (int64_t)s->length;
        return true;
    }
    int64_t read = g->read;
    if (read < 0 || has_gaps_from(s, g->last)) read = stream_estimate_read(s, g->last);
    *lag = (int64_t)(s->added - (uint64_t)read);
    return read >= 0;
}

/* -- references from all groups ------------------------------------------------------------------------------ */

void stream_each_group(const stream *s, void (*each)(group *g, void *context), void *context) {
    if (!s->groups) return;
    rax_walk w;
    for (rax_walk_start(&w, s->groups); rax_next(&w);) each(w.value, context);
    rax_walk_stop(&w);
}

void group_each_consumer(const group *g, void (*each)(consumer *k, void *context), void *context) {
    rax_walk w;
    for (rax_walk_start(&w, g->consumers); rax_next(&w);) each(w.value, context);
    rax_walk_stop(&w);
}

typedef struct reference { stream_id id; bool found; } reference;

static void look_for(group *g, void *context) {
    reference *r = context;
    if (stream_id_compare(g->last, r->id) < 0 || group_pending(g, r->id)) r->found = true;
}

bool stream_referenced(const stream *s, stream_id id) {
    reference r = { id, false };
    stream_each_group(s, look_for, &r);
    return r.found;
}

static void acknowledge_in(group *g, void *context) {
    reference *r = context;
    pending *p = group_pending(g, r->id);
    if (!p) return;
    group_acknowledge(g, p);
    r->found = true;
}

bool stream_unreference(stream *s, stream_id id) {
    reference r = { id, false };
    stream_each_group(s, acknowledge_in, &r);
    return r.found;
}

static void add_consumer_bytes(consumer *k, void *context) {
    *(size_t *)context += memory_good_size(sizeof *k) + bytes_footprint(k->name) + rax_footprint(k->pel);
}

static void add_group_bytes(group *g, void *context) {
    size_t *sum = context;
    *sum += memory_good_size(sizeof *g) + bytes_footprint(g->name) + rax_footprint(g->pel) + rax_footprint(g->consumers);
    *sum += rax_count(g->pel) * memory_good_size(sizeof(pending));
    group_each_consumer(g, add_consumer_bytes, sum);
}

size_t stream_groups_bytes(const stream *s) {
    size_t sum = s->groups ? rax_footprint(s->groups) : 0;
    stream_each_group(s, add_group_bytes, &sum);
    return sum;
}
