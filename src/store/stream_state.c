/* stream_state.c -- what a stream knows that the RDB format of Redis 8.0 has no place for. */
#include "store/stream_state.h"
#include "base/memory.h"
#include "store/rdb_io.h"
#include "store/stream_group.h"
#include "store/stream_idmp.h"

enum { FORM = 1 };

static void put_id(rdb_out *out, stream_id id) {
    rdb_put_length(out, id.ms);
    rdb_put_length(out, id.seq);
}

static stream_id get_id(rdb_in *in) {
    uint64_t ms = rdb_get_length(in);
    return (stream_id){ ms, rdb_get_length(in) };
}

/* -- what was added by whom -------------------------------------------------------------------------------- */

static uint64_t count_producers(const stream_memory *m) { return m ? rax_count(m->producers) : 0; }

static void save_memory(const stream_memory *m, rdb_out *out) {
    rax_walk w;
    rdb_put_byte(out, m != NULL);
    if (!m) return;
    rdb_put_length(out, (uint64_t)m->duration_s);
    rdb_put_length(out, (uint64_t)m->most);
    rdb_put_length(out, m->added);
    rdb_put_length(out, m->duplicates);
    rdb_put_length(out, count_producers(m));
    for (rax_walk_start(&w, m->producers); rax_next(&w);) {
        const producer *p = w.value;
        rdb_put_string(out, bytes_slice(p->name));
        rdb_put_length(out, rax_count(p->messages));
        for (const remembered *r = p->oldest; r; r = r->newer) {
            rdb_put_string(out, bytes_slice(r->name));
            put_id(out, r->id);
            rdb_put_time_ms(out, r->time);
        }
    }
    rax_walk_stop(&w);
}

static bool load_producer(rdb_in *in, stream_memory *m) {
    bytes *name = rdb_get_string(in);
    for (uint64_t left = rdb_get_length(in); left && !in->failed; left--) {
        stream_id known;
        bytes *message = rdb_get_string(in);
        stream_id id = get_id(in);
        int64_t time = rdb_get_time_ms(in);
        bool good = !in->failed && name->len && message->len && time >= 0;
        bool twice = good && stream_memory_find(m, bytes_slice(name), bytes_slice(message), 0, &known);
        if (good && !twice) stream_memory_add(m, bytes_slice(name), bytes_slice(message), id, time);
        else rdb_fail(in, "a message stands twice, or without a name");
        bytes_free(message);
    }
    bytes_free(name);
    return !in->failed;
}

static bool load_memory(rdb_in *in, stream *s) {
    if (!rdb_get_byte(in)) return !in->failed;
    uint64_t duration_s = rdb_get_length(in), most = rdb_get_length(in);
    uint64_t added = rdb_get_length(in), duplicates = rdb_get_length(in);
    if (in->failed || !duration_s || duration_s > STREAM_MEMORY_DURATION_MOST || !most || most > STREAM_MEMORY_SIZE_MOST) return false;
    stream_memory *m = stream_remember(s, (stream_memory_defaults){ (int64_t)duration_s, (int64_t)most });
    for (uint64_t left = rdb_get_length(in); left && !in->failed; left--) if (!load_producer(in, m)) return false;
    m->added = added;
    m->duplicates = duplicates;
    return !in->failed;
}

/* -- what was released ------------------------------------------------------------------------------------------ */

static void count_released(group *g, void *count) { *(uint64_t *)count += g->released_count > 0; }

static void save_released(group *g, void *out) {
    if (!g->released_count) return;
    const pending *p = g->oldest;
    rdb_put_string(out, bytes_slice(g->name));
    rdb_put_byte(out, group_consumer(g, STREAM_NOBODY) != NULL);
    rdb_put_length(out, g->released_count);
    for (size_t i = 0; i < g->released_count; i++, p = p->newer) put_id(out, p->id);
}

/* They were written as if a consumer without a name had them. */
static bool load_released(rdb_in *in, stream *s) {
    bytes *name = rdb_get_string(in);
    group *g = name ? stream_group(s, bytes_slice(name)) : NULL;
    bool stays = rdb_get_byte(in);
    bytes_free(name);
    if (!g) return false;
    consumer *nobody = group_consumer(g, STREAM_NOBODY);
    for (uint64_t left = rdb_get_length(in); left && !in->failed; left--) {
        pending *p = group_pending(g, get_id(in));
        if (in->failed || !p || !p->owner || p->owner != nobody) return false;
        group_release(g, p);
    }
    if (!stays && nobody && !rax_count(nobody->pel)) group_consumer_remove(g, nobody);
    return !in->failed;
}

bytes *stream_state_save(const void *value) {
    const stream *s = value;
    uint64_t groups = 0;
    stream_each_group(s, count_released, &groups);
    if (!s->memory && !groups) return NULL;
    rdb_buffer b;
    rdb_buffer_start(&b);
    rdb_put_byte(&b.out, FORM);
    save_memory(s->memory, &b.out);
    rdb_put_length(&b.out, groups);
    stream_each_group(s, save_released, &b.out);
    return b.text;
}

bool stream_state_load(void *value, slice text) {
    rdb_memory m;
    stream *s = value;
    rdb_memory_start(&m, text);
    if (s->memory || rdb_get_byte(&m.in) != FORM || !load_memory(&m.in, s)) return false;
    for (uint64_t left = rdb_get_length(&m.in); left && !m.in.failed; left--) if (!load_released(&m.in, s)) return false;
    return !m.in.failed && !m.in.left;
}
