/* stream_idmp.c -- remembering who has added what. */
#include "store/stream_idmp.h"
#include "base/memory.h"

enum { MESSAGE_MS = 1000 };

stream_memory *stream_remember(stream *s, stream_memory_defaults defaults) {
    if (s->memory) return s->memory;
    stream_memory *m = memory_zero(sizeof *m);
    m->duration_s = defaults.duration_s;
    m->most = defaults.most;
    m->producers = rax_new();
    return s->memory = m;
}

static void forget_oldest(stream_memory *m, producer *p) {
    remembered *r = p->oldest;
    p->oldest = r->newer;
    if (!p->oldest) p->newest = NULL;
    rax_remove(p->messages, bytes_slice(r->name), NULL);
    bytes_free(r->name);
    memory_free(r, sizeof *r);
    m->messages--;
}

/* The rax of producers is the caller's to put right. */
static void producer_free(stream_memory *m, producer *p) {
    while (p->oldest) forget_oldest(m, p);
    rax_free(p->messages, NULL, NULL);
    bytes_free(p->name);
    memory_free(p, sizeof *p);
}

static void forget_all(stream_memory *m) {
    rax_walk w;
    for (rax_walk_start(&w, m->producers); rax_next(&w);) producer_free(m, w.value);
    rax_walk_stop(&w);
    rax_free(m->producers, NULL, NULL);
    m->producers = rax_new();
}

void stream_memory_free(stream_memory *m) {
    if (!m) return;
    forget_all(m);
    rax_free(m->producers, NULL, NULL);
    memory_free(m, sizeof *m);
}

static void forget_old(stream_memory *m, producer *p, int64_t now) {
    while (p->oldest && now - p->oldest->time >= m->duration_s * MESSAGE_MS) forget_oldest(m, p);
}

static void drop_if_empty(stream_memory *m, producer *p) {
    if (p->oldest) return;
    rax_remove(m->producers, bytes_slice(p->name), NULL);
    producer_free(m, p);
}

bool stream_memory_find(stream_memory *m, slice producer_name, slice message, int64_t now, stream_id *id) {
    void *p, *r;
    if (!rax_get(m->producers, producer_name, &p)) return false;
    forget_old(m, p, now);
    bool found = rax_get(((producer *)p)->messages, message, &r);
    if (found) *id = ((remembered *)r)->id;
    drop_if_empty(m, p);
    return found;
}

void stream_memory_expire(stream_memory *m, int64_t now) {
    rax_walk w;
    for (rax_walk_start(&w, m->producers); rax_next(&w);) {
        producer *p = w.value;
        forget_old(m, p, now);
        drop_if_empty(m, p);
    }
    rax_walk_stop(&w);
}

static producer *producer_open(stream_memory *m, slice name) {
    void *found;
    if (rax_get(m->producers, name, &found)) return found;
    producer *p = memory_zero(sizeof *p);
    p->name = bytes_copy(name);
    p->messages = rax_new();
    rax_set(m->producers, name, p, NULL);
    return p;
}

void stream_memory_add(stream_memory *m, slice producer_name, slice message, stream_id id, int64_t now) {
    if (now - m->swept >= m->duration_s * MESSAGE_MS) {
        m->swept = now;
        stream_memory_expire(m, now);
    }
    producer *p = producer_open(m, producer_name);
    remembered *r = memory_alloc(sizeof *r);
    *r = (remembered){ NULL, bytes_copy(message), id, now };
    rax_set(p->messages, message, r, NULL);
    if (p->newest) p->newest->newer = r;
    else p->oldest = r;
    p->newest = r;
    m->messages++;
    m->added++;
    while ((int64_t)rax_count(p->messages) > m->most) forget_oldest(m, p);
}

void stream_memory_configure(stream_memory *m, int64_t duration_s, int64_t most) {
    if (m->duration_s == duration_s && m->most == most) return;
    forget_all(m);
    m->duration_s = duration_s;
    m->most = most;
}

size_t stream_memory_bytes(const stream_memory *m) {
    if (!m) return 0;
    size_t size = memory_good_size(sizeof *m) + rax_footprint(m->producers);
    rax_walk w;
    for (rax_walk_start(&w, m->producers); rax_next(&w);) {
        const producer *p = w.value;
        size += memory_good_size(sizeof *p) + bytes_footprint(p->name) + rax_footprint(p->messages);
        for (const remembered *r = p->oldest; r; r = r->newer) {
            size += memory_good_size(sizeof *r) + bytes_footprint(r->name);
        }
    }
    rax_walk_stop(&w);
    return size;
}

stream_memory *stream_memory_copy(const stream_memory *m) {
    if (!m) return NULL;
    stream host = { 0 };
    stream_memory *to = stream_remember(&host, (stream_memory_defaults){ m->duration_s, m->most });
    rax_walk w;
    for (rax_walk_start(&w, m->producers); rax_next(&w);) {
        const producer *p = w.value;
        for (const remembered *r = p->oldest; r; r = r->newer) {
            stream_memory_add(to, bytes_slice(p->name), bytes_slice(r->name), r->id, r->time);
        }
    }
    rax_walk_stop(&w);
    to->added = m->added;
    to->duplicates = m->duplicates;
    return to;
}
