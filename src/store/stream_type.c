/* stream_type.c -- streams as a type: free, copy, measure, digest, save, load, rewrite. */
#include "base/memory.h"
#include "base/number.h"
#include "store/rdb_io.h"
#include "store/stream_group.h"
#include "store/stream_idmp.h"
#include "store/stream_state.h"

enum { RDB_STREAM = 15, RDB_STREAM_2 = 19, RDB_STREAM_3 = 21, NODES_A_STEP = 64 };

static void *create(void) { return stream_new(); }
static void free_stream(void *value) { stream_free(value); }

static void free_some_pending(group *g, size_t *budget) {
    while (*budget && g->oldest) {
        group_acknowledge(g, g->oldest);
        --*budget;
    }
}

static void free_group_some(group *g, void *budget) { free_some_pending(g, budget); }

static bool free_some(void *value, size_t budget) {
    stream *s = value;
    for (; budget && s->count; budget--) listpack_free(s->nodes[s->head + --s->count].pack);
    stream_each_group(s, free_group_some, &budget);
    if (!budget) return false;
    stream_free(s);
    return true;
}

static void add_effort(group *g, void *sum) { *(size_t *)sum += rax_count(g->pel); }

static size_t effort(const void *value) {
    const stream *s = value;
    size_t sum = s->count;
    stream_each_group(s, add_effort, &sum);
    return sum;
}

/* -- copying ----------------------------------------------------------------------------------------- */

static void copy_consumer(consumer *k, void *context) {
    consumer *to = group_consumer_add(context, bytes_slice(k->name), k->seen);
    to->active = k->active;
}

static void copy_group(group *g, void *context) {
    group *to = stream_group_add(context, bytes_slice(g->name), g->last, g->read);
    group_each_consumer(g, copy_consumer, to);
    for (const pending *p = g->oldest; p; p = p->newer) {
        group_give(to, p->id, p->owner ? group_consumer(to, bytes_slice(p->owner->name)) : NULL, p->time, p->count);
    }
}

static void *copy(const void *value) {
    const stream *from = value;
    stream *to = stream_new();
    *to = *from;
    to->head = 0;
    to->cap = from->count;
    to->nodes = memory_alloc(to->cap * sizeof *to->nodes);
    for (size_t i = 0; i < from->count; i++) {
        const stream_node *n = &from->nodes[from->head + i];
        to->nodes[i] = (stream_node){ n->first, listpack_copy(n->pack) };
    }
    to->groups = NULL;
    to->memory = stream_memory_copy(from->memory);
    stream_each_group(from, copy_group, to);
    return to;
}

static size_t length(const void *value) { return ((const stream *)value)->length; }
static const char *encoding(const void *value) { return (void)value, "stream"; }
static size_t size(const void *value, size_t samples) { return stream_bytes(value, samples); }

static void digest_stream(const void *value, digest *d) {
    char text[STREAM_ID_TEXT], rooms[2][LISTPACK_INT_TEXT];
    slice field, content;
    stream_walk w = stream_walk_start(value, STREAM_ID_LEAST, STREAM_ID_MOST, false);
    while (stream_next(&w)) {
        int n = number_print_unsigned(text, w.id.ms);
        text[n++] = '.';
        n += number_print_unsigned(text + n, w.id.seq);
        digest_mix(d, slice_make(text, (size_t)n));
        while (stream_pair(&w, &field, &content, rooms[0], rooms[1])) {
            digest_mix(d, field);
            digest_mix(d, content);
        }
    }
}

/* -- saving -------------------------------------------------------------------------------------------- */

static uint8_t rdb_type(const void *value) { return (void)value, RDB_STREAM_3; }

static void put_id(rdb_out *out, stream_id id) {
    rdb_put_length(out, id.ms);
    rdb_put_length(out, id.seq);
}

static void put_raw_id(rdb_out *out, stream_id id) {
    uint8_t raw[STREAM_ID_RAW];
    stream_id_pack(id, raw);
    rdb_put(out, raw, sizeof raw);
}

typedef struct consumer_saving { rdb_out *out; const group *g; } consumer_saving;

/* Released entries are nobody's, which other readers would trip over: they are written as those of a consumer without a
 * name (stream_state.h). */
static void save_consumer(consumer *k, void *context) {
    const consumer_saving *s = context;
    bool nobody = !k->name->len;
    rdb_put_string(s->out, bytes_slice(k->name));
    rdb_put_time_ms(s->out, k->seen);
    rdb_put_time_ms(s->out, k->active);
    rdb_put_length(s->out, rax_count(k->pel) + (nobody ? s->g->released_count : 0));
    pending_walk w;
    pending_walk_start(&w, k->pel, STREAM_ID_LEAST, STREAM_ID_MOST);
    for (const pending *p; (p = pending_next(&w));) put_raw_id(s->out, p->id);
    pending_walk_stop(&w);
    const pending *p = s->g->oldest;
    for (size_t i = 0; nobody && i < s->g->released_count; i++, p = p->newer) put_raw_id(s->out, p->id);
}

static void save_consumers(group *g, rdb_out *out) {
    consumer_saving s = { out, g };
    bool invented = g->released_count && !group_consumer(g, STREAM_NOBODY);
    rdb_put_length(out, rax_count(g->consumers) + invented);
    if (invented) {
        consumer nobody = { .name = bytes_copy(STREAM_NOBODY), .active = -1, .pel = rax_new() };
        save_consumer(&nobody, &s);
        bytes_free(nobody.name);
        rax_free(nobody.pel, NULL, NULL);
    }
    group_each_consumer(g, save_consumer, &s);
}

static void save_group(group *g, void *context) {
    rdb_out *out = context;
    rdb_put_string(out, bytes_slice(g->name));
    put_id(out, g->last);
    rdb_put_length(out, (uint64_t)g->read);
    rdb_put_length(out, rax_count(g->pel));
    pending_walk w;
    pending_walk_start(&w, g->pel, STREAM_ID_LEAST, STREAM_ID_MOST);
    for (const pending *p; (p = pending_next(&w));) {
        put_raw_id(out, p->id);
        rdb_put_time_ms(out, p->time);
        rdb_put_length(out, (uint64_t)p->count);
    }
    pending_walk_stop(&w);
    save_consumers(g, out);
}

static void save(const void *value, rdb_out *out) {
    const stream *s = value;
    rdb_put_length(out, s->count);
    for (size_t i = 0; i < s->count && !out->failed; i++) {
        const stream_node *n = &s->nodes[s->head + i];
        rdb_put_length(out, STREAM_ID_RAW);
        put_raw_id(out, n->first);
        rdb_put_blob(out, slice_make(n->pack, listpack_bytes(n->pack)));
    }
    rdb_put_length(out, s->length);
    put_id(out, s->last);
    put_id(out, s->first);
    put_id(out, s->deleted);
    rdb_put_length(out, s->added);
    rdb_put_length(out, stream_group_count(s));
    stream_each_group(s, save_group, out);
}

/* -- loading -------------------------------------------------------------------------------------------- */

static stream_id get_id(rdb_in *in) {
    uint64_t ms = rdb_get_length(in);
    return (stream_id){ ms, rdb_get_length(in) };
}

static stream_id get_raw_id(rdb_in *in) {
    uint8_t raw[STREAM_ID_RAW] = { 0 };
    rdb_get(in, raw, sizeof raw);
    return stream_id_unpack(raw);
}

static bool load_nodes(rdb_in *in, stream *s) {
    for (uint64_t left = rdb_get_length(in); left && !in->failed; left--) {
        bytes *id = rdb_get_string(in);
        bytes *pack = id ? rdb_get_string(in) : NULL;
        if (pack && id->len != STREAM_ID_RAW) rdb_fail(in, "Stream node key entry is not the size of a stream ID");
        else if (pack && !stream_adopt(s, stream_id_unpack(id->at), bytes_slice(pack))) {
            rdb_fail(in, "Stream listpack integrity check failed.");
        }
        bytes_free(id);
        bytes_free(pack);
    }
    if (!in->failed && !stream_adopted(s)) rdb_fail(in, "Stream listpack integrity check failed.");
    return !in->failed;
}

/* Lengths and IDs; what older versions do not tell follows from the nodes. */
static bool load_summary(rdb_in *in, stream *s, uint8_t rdb) {
    if (rdb_get_length(in) != s->length) return rdb_fail(in, "Stream length inconsistent with rax entries");
    stream_id last = get_id(in);
    if (stream_id_compare(last, s->last) < 0) return rdb_fail(in, "the stream's last ID is below its last entry");
    s->last = last;
    s->added = s->length;
    if (rdb == RDB_STREAM) return !in->failed;
    get_id(in);
    s->deleted = get_id(in);
    s->added = rdb_get_length(in);
    return !in->failed;
}

static bool load_pending(rdb_in *in, group *g) {
    for (uint64_t left = rdb_get_length(in); left && !in->failed; left--) {
        stream_id id = get_raw_id(in);
        int64_t time = rdb_get_time_ms(in);
        uint64_t count = rdb_get_length(in);
        if (in->failed) return false;
        if (time < 0) return rdb_fail(in, "a delivery's time is out of range");
        if (group_load(g, id, time, (int64_t)count)) continue;
        return rdb_fail(in, "Duplicated global PEL entry loading stream consumer group");
    }
    return !in->failed;
}

static bool load_owned(rdb_in *in, group *g, consumer *k) {
    for (uint64_t left = rdb_get_length(in); left && !in->failed; left--) {
        stream_id id = get_raw_id(in);
        pending *p = in->failed ? NULL : group_pending(g, id);
        if (!p) return rdb_fail(in, "Consumer entry not found in group global PEL");
        if (!group_load_owner(p, k)) return rdb_fail(in, "Duplicated consumer PEL entry loading a stream consumer group");
    }
    return !in->failed;
}

static bool load_consumers(rdb_in *in, group *g, uint8_t rdb) {
    for (uint64_t left = rdb_get_length(in); left && !in->failed; left--) {
        bytes *name = rdb_get_string(in);
        int64_t seen = rdb_get_time_ms(in), active = rdb == RDB_STREAM_3 ? rdb_get_time_ms(in) : seen;
        bool taken = name && group_consumer(g, bytes_slice(name));
        consumer *k = in->failed || taken ? NULL : group_consumer_add(g, bytes_slice(name), seen);
        bytes_free(name);
        if (taken) return rdb_fail(in, "Duplicate stream consumer detected.");
        if (k && (seen < 0 || active < -1)) return rdb_fail(in, "a consumer's time is out of range");
        if (!k) return false;
        k->active = active;
        if (!load_owned(in, g, k)) return false;
    }
    return !in->failed;
}

static bool load_groups(rdb_in *in, stream *s, uint8_t rdb) {
    for (uint64_t left = rdb_get_length(in); left && !in->failed; left--) {
        bytes *name = rdb_get_string(in);
        stream_id last = get_id(in);
        int64_t read = rdb == RDB_STREAM ? stream_estimate_read(s, last) : (int64_t)rdb_get_length(in);
        group *g = in->failed ? NULL : stream_group_add(s, bytes_slice(name), last, read < 0 ? -1 : read);
        bytes_free(name);
        if (!g) return in->failed ? false : rdb_fail(in, "Duplicated consumer group name");
        bool loaded = load_pending(in, g) && load_consumers(in, g, rdb);
        group_settle(g);
        if (!loaded) return false;
    }
    return !in->failed;
}

static void *load(rdb_in *in, uint8_t rdb) {
    stream *s = stream_new();
    if (load_nodes(in, s) && load_summary(in, s, rdb) && load_groups(in, s, rdb)) return s;
    stream_free(s);
    return NULL;
}

/* -- rewriting -------------------------------------------------------------------------------------------- */

typedef struct rewriting { slice key; const stream *stream; rewriter *to; } rewriting;

/* Numbers and IDs as words, printed where they stay for one command. */
typedef struct words { slice at[24]; char rooms[8][STREAM_ID_TEXT]; int count, used; } words;

static void say(words *w, slice s) { w->at[w->count++] = s; }

static void say_id(words *w, stream_id id) {
    char *room = w->rooms[w->used++];
    say(w, slice_make(room, (size_t)stream_id_print(room, id)));
}

static void say_int(words *w, int64_t n) {
    char *room = w->rooms[w->used++];
    say(w, slice_make(room, (size_t)number_print_int(room, n)));
}

static void emit(const rewriting *r, words *w) {
    r->to->emit(r->to, w->count, w->at);
    w->count = w->used = 0;
}

static void rewrite_entries(const rewriting *r) {
    stream_walk w = stream_walk_start(r->stream, STREAM_ID_LEAST, STREAM_ID_MOST, false);
    while (stream_next(&w)) {
        size_t argc = 3 + 2 * w.pairs, rooms = 2 * w.pairs * LISTPACK_INT_TEXT, n = 3;
        slice *argv = memory_alloc(argc * sizeof *argv);
        char *room = memory_alloc(rooms), id[STREAM_ID_TEXT];
        argv[0] = SLICE("XADD");
        argv[1] = r->key;
        argv[2] = slice_make(id, (size_t)stream_id_print(id, w.id));
        for (; n < argc; n += 2) {
            char *here = room + (n - 3) * LISTPACK_INT_TEXT;
            stream_pair(&w, &argv[n], &argv[n + 1], here, here + LISTPACK_INT_TEXT);
        }
        r->to->emit(r->to, (int)argc, argv);
        memory_free(argv, argc * sizeof *argv);
        memory_free(room, rooms);
    }
}

/* A stream that has become empty: an entry that is trimmed at once makes the key. */
static void rewrite_empty(const rewriting *r) {
    words w = { .count = 0 };
    say(&w, SLICE("XADD")), say(&w, r->key), say(&w, SLICE("MAXLEN")), say(&w, SLICE("0"));
    say_id(&w, stream_id_is_zero(r->stream->last) ? (stream_id){ 0, 1 } : r->stream->last);
    say(&w, SLICE("x")), say(&w, SLICE("y"));
    emit(r, &w);
}

static void rewrite_summary(const rewriting *r) {
    words w = { .count = 0 };
    say(&w, SLICE("XSETID")), say(&w, r->key), say_id(&w, r->stream->last);
    say(&w, SLICE("ENTRIESADDED")), say_int(&w, (int64_t)r->stream->added);
    say(&w, SLICE("MAXDELETEDID")), say_id(&w, r->stream->deleted);
    emit(r, &w);
}

typedef struct consumer_rewriting { const rewriting *r; const group *g; } consumer_rewriting;

static void rewrite_consumer(consumer *k, void *context) {
    const consumer_rewriting *c = context;
    words w = { .count = 0 };
    say(&w, SLICE("XGROUP")), say(&w, SLICE("CREATECONSUMER")), say(&w, c->r->key);
    say(&w, bytes_slice(c->g->name)), say(&w, bytes_slice(k->name));
    emit(c->r, &w);
}

/* In order of delivery, which is the order in which a group keeps them with least work. */
static void rewrite_pending(const rewriting *r, const group *g, const pending *p) {
    words w = { .count = 0 };
    if (!p->owner) {
        say(&w, SLICE("XNACK")), say(&w, r->key), say(&w, bytes_slice(g->name)), say(&w, SLICE("FAIL"));
        say(&w, SLICE("IDS")), say(&w, SLICE("1")), say_id(&w, p->id);
    } else {
        say(&w, SLICE("XCLAIM")), say(&w, r->key), say(&w, bytes_slice(g->name)), say(&w, bytes_slice(p->owner->name));
        say(&w, SLICE("0")), say_id(&w, p->id), say(&w, SLICE("TIME")), say_int(&w, p->time);
    }
    say(&w, SLICE("RETRYCOUNT")), say_int(&w, p->count);
    if (p->owner) say(&w, SLICE("JUSTID"));
    say(&w, SLICE("FORCE"));
    emit(r, &w);
}

static void rewrite_group(group *g, void *context) {
    const rewriting *r = context;
    words w = { .count = 0 };
    say(&w, SLICE("XGROUP")), say(&w, SLICE("CREATE")), say(&w, r->key), say(&w, bytes_slice(g->name)), say_id(&w, g->last);
    say(&w, SLICE("ENTRIESREAD")), say_int(&w, g->read);
    emit(r, &w);
    consumer_rewriting c = { r, g };
    group_each_consumer(g, rewrite_consumer, &c);
    for (const pending *p = g->oldest; p; p = p->newer) rewrite_pending(r, g, p);
}

static void rewrite_memory(const rewriting *r, const stream_memory *m) {
    words w = { .count = 0 };
    say(&w, SLICE("XCFGSET")), say(&w, r->key), say(&w, SLICE("IDMP-DURATION")), say_int(&w, m->duration_s);
    say(&w, SLICE("IDMP-MAXSIZE")), say_int(&w, m->most);
    emit(r, &w);
    rax_walk walk;
    for (rax_walk_start(&walk, m->producers); rax_next(&walk);) {
        const producer *p = walk.value;
        for (const remembered *one = p->oldest; one; one = one->newer) {
            if (!stream_has(r->stream, one->id)) continue;
            say(&w, SLICE("XIDMPRECORD")), say(&w, r->key), say(&w, bytes_slice(p->name)), say(&w, bytes_slice(one->name));
            say_id(&w, one->id);
            emit(r, &w);
        }
    }
    rax_walk_stop(&walk);
}

static void rewrite(slice key, const void *value, rewriter *to) {
    rewriting r = { key, value, to };
    if (r.stream->length) rewrite_entries(&r);
    else rewrite_empty(&r);
    rewrite_summary(&r);
    stream_each_group(r.stream, rewrite_group, &r);
    if (r.stream->memory) rewrite_memory(&r, r.stream->memory);
}

static void *defragment(void *value, uint64_t *cursor) {
    stream *s = memory_move(value, sizeof *s);
    size_t i = (size_t)*cursor, end = i + NODES_A_STEP;
    for (; i < s->count && i < end; i++) {
        stream_node *n = &s->nodes[s->head + i];
        n->pack = listpack_defragment(n->pack);
    }
    *cursor = i < s->count ? i : 0;
    return s;
}

const type stream_type = {
    .name = "stream", .id = TYPE_STREAM, .create = create, .free = free_stream, .free_some = free_some, .effort = effort,
    .copy = copy, .length = length, .encoding = encoding, .size = size, .digest = digest_stream, .rdb_type = rdb_type,
    .save = save, .load = load, .save_extra = stream_state_save, .load_extra = stream_state_load, .rewrite = rewrite,
    .defragment = defragment,
};
