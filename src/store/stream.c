/* stream.c -- the log of a stream: appending, finding, walking, deleting. */
#include "store/stream.h"
#include "base/assert.h"
#include "base/memory.h"
#include "base/number.h"
#include "store/limits.h"
#include "store/stream_group.h"
#include "store/stream_idmp.h"
#include <stdlib.h>

enum { ENTRY_DELETED = 1, ENTRY_SAME_FIELDS = 2, NODE_LEAST = 64, WORD_OVERHEAD = 16 };

/* -- IDs ------------------------------------------------------------------------------------------ */

bool stream_id_next(stream_id *id) {
    if (++id->seq) return true;
    return ++id->ms != 0;
}

bool stream_id_previous(stream_id *id) {
    if (stream_id_is_zero(*id)) return false;
    if (!id->seq--) id->ms--;
    return true;
}

int stream_id_print(char *out, stream_id id) {
    int n = number_print_unsigned(out, id.ms);
    out[n++] = '-';
    return n + number_print_unsigned(out + n, id.seq);
}

static void pack_word(uint8_t *out, uint64_t n) {
    n = __builtin_bswap64(n);
    memcpy(out, &n, sizeof n);
}

static uint64_t unpack_word(const uint8_t *raw) {
    uint64_t n;
    memcpy(&n, raw, sizeof n);
    return __builtin_bswap64(n);
}

void stream_id_pack(stream_id id, uint8_t out[STREAM_ID_RAW]) {
    pack_word(out, id.ms);
    pack_word(out + 8, id.seq);
}

stream_id stream_id_unpack(const void *raw) {
    return (stream_id){ unpack_word(raw), unpack_word((const uint8_t *)raw + 8) };
}

static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool stream_number_parse(slice s, uint64_t *out) {
    int64_t plain;
    if (number_parse_int(s, &plain)) {
        *out = (uint64_t)plain;
        return plain >= 0;
    }
    size_t i = 0;
    while (i < s.len && is_blank(s.at[i])) i++;
    bool minus = i < s.len && s.at[i] == '-';
    if (minus || (i < s.len && s.at[i] == '+')) i++;
    if (i == s.len) return false;
    uint64_t n = 0;
    for (; i < s.len; i++) {
        uint64_t digit = (uint64_t)(s.at[i] - '0');
        if (digit > 9 || __builtin_mul_overflow(n, 10, &n) || __builtin_add_overflow(n, digit, &n)) return false;
    }
    *out = minus ? 0 - n : n;
    return true;
}

bool stream_id_parse(slice s, uint64_t seq, stream_id *out, bool *bare) {
    if (!s.len || s.len > 127) return false;
    const char *dash = memchr(s.at, '-', s.len);
    *bare = !dash;
    size_t head = dash ? (size_t)(dash - s.at) : s.len;
    out->seq = seq;
    if (!stream_number_parse(slice_make(s.at, head), &out->ms)) return false;
    return !dash || stream_number_parse(slice_make(dash + 1, s.len - head - 1), &out->seq);
}

/* -- the nodes ---------------------------------------------------------------------------------------- */

stream *stream_new(void) { return memory_zero(sizeof(stream)); }

void stream_free(stream *s) {
    for (size_t i = 0; i < s->count; i++) listpack_free(s->nodes[s->head + i].pack);
    memory_free(s->nodes, s->cap * sizeof *s->nodes);
    if (s->groups) {
        rax_walk w;
        for (rax_walk_start(&w, s->groups); rax_next(&w);) group_free(w.value);
        rax_walk_stop(&w);
        rax_free(s->groups, NULL, NULL);
    }
    stream_memory_free(s->memory);
    memory_free(s, sizeof *s);
}

static stream_node *node_at(const stream *s, size_t index) { return &s->nodes[s->head + index]; }

/* A place for one more node at the end: nodes slide to the front when half of the array is free there. */
static stream_node *node_add(stream *s) {
    if (s->head + s->count == s->cap) {
        if (s->head > s->cap / 2) {
            memmove(s->nodes, s->nodes + s->head, s->count * sizeof *s->nodes);
            s->head = 0;
        } else {
            size_t cap = s->cap ? s->cap + s->cap / 2 + 1 : 1;
            s->nodes = memory_resize(s->nodes, s->cap * sizeof *s->nodes, cap * sizeof *s->nodes);
            s->cap = cap;
        }
    }
    return node_at(s, s->count++);
}

/* Closes the gap from the nearer end. */
static void node_remove(stream *s, size_t index) {
    stream_node *n = node_at(s, index);
    listpack_free(n->pack);
    if (index < s->count / 2) {
        memmove(node_at(s, 1), node_at(s, 0), index * sizeof *n);
        s->head++;
    } else {
        memmove(n, n + 1, (s->count - index - 1) * sizeof *n);
        if (!index) s->head++;
    }
    if (!--s->count) s->head = 0;
}

/* Index of the last node that begins at or before id; 0 when all begin later. */
static size_t node_find(const stream *s, stream_id id) {
    size_t low = 0, high = s->count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (stream_id_compare(node_at(s, middle)->first, id) <= 0) low = middle;
        else high = middle;
    }
    return low;
}

static int64_t number_at(const uint8_t *p) { return listpack_get(p).number; }

/* Adds to the master entry's counts; returns by how many bytes all that follows has moved. */
static ptrdiff_t node_count(listpack **pack, int64_t live, int64_t deleted) {
    size_t before = listpack_bytes(*pack);
    uint8_t *p = listpack_first(*pack);
    p = listpack_replace_int(pack, p, number_at(p) + live);
    if (deleted) {
        p = listpack_next(*pack, p);
        listpack_replace_int(pack, p, number_at(p) + deleted);
    }
    return (ptrdiff_t)listpack_bytes(*pack) - (ptrdiff_t)before;
}

static int64_t node_live(const listpack *pack) { return number_at(listpack_first(pack)); }

static int64_t node_entries(const listpack *pack) {
    const uint8_t *p = listpack_first(pack);
    return number_at(p) + number_at(listpack_next(pack, p));
}

/* -- appending ------------------------------------------------------------------------------------------ */

/* True when the words' fields are the master entry's, in order. */
static bool same_fields(const listpack *pack, size_t pairs, const slice *words) {
    const uint8_t *p = listpack_next(pack, listpack_next(pack, listpack_first(pack)));
    if ((uint64_t)number_at(p) != pairs) return false;
    for (size_t i = 0; i < pairs; i++) {
        p = listpack_next(pack, p);
        if (!listpack_is(p, words[2 * i])) return false;
    }
    return true;
}

static bool node_is_full(const listpack *pack, size_t more) {
    uint64_t most_bytes = store_limits.stream_node_max_bytes, most = store_limits.stream_node_max_entries;
    if (!most_bytes || most_bytes > LISTPACK_MAX_BYTES) most_bytes = LISTPACK_MAX_BYTES;
    return listpack_bytes(pack) + more >= most_bytes || (most && (uint64_t)node_entries(pack) >= most);
}

/* A node likely becomes as large as the one before it. */
static void node_open(stream *s, stream_id id, size_t pairs, const slice *words) {
    size_t room = NODE_LEAST;
    if (s->count) {
        listpack **full = &node_at(s, s->count - 1)->pack;
        listpack_trim_capacity(full);
        if (listpack_bytes(*full) < store_limits.stream_node_max_bytes) room = listpack_bytes(*full);
    }
    listpack *pack = listpack_new(room);
    listpack_append_int(&pack, 0);
    listpack_append_int(&pack, 0);
    listpack_append_int(&pack, (int64_t)pairs);
    for (size_t i = 0; i < pairs; i++) listpack_append(&pack, words[2 * i]);
    listpack_append_int(&pack, 0);
    *node_add(s) = (stream_node){ id, pack };
}

bool stream_append(stream *s, stream_id id, size_t pairs, const slice *words) {
    size_t size = 0;
    for (size_t i = 0; i < 2 * pairs; i++) size += words[i].len;
    if (size + pairs * 2 * WORD_OVERHEAD > LISTPACK_MAX_BYTES - NODE_LEAST) return false;
    stream_node *tail = s->count ? node_at(s, s->count - 1) : NULL;
    bool fresh = !tail || node_is_full(tail->pack, size);
    if (fresh) {
        node_open(s, id, pairs, words);
        tail = node_at(s, s->count - 1);
    }
    bool same = fresh || same_fields(tail->pack, pairs, words);
    listpack *pack = tail->pack;
    node_count(&pack, 1, 0);
    listpack_append_int(&pack, same ? ENTRY_SAME_FIELDS : 0);
    listpack_append_int(&pack, (int64_t)(id.ms - tail->first.ms));
    listpack_append_int(&pack, (int64_t)(id.seq - tail->first.seq));
    if (!same) listpack_append_int(&pack, (int64_t)pairs);
    for (size_t i = same; i < 2 * pairs; i += 1 + same) listpack_append(&pack, words[i]);
    listpack_append_int(&pack, (int64_t)(same ? pairs + 3 : 2 * pairs + 4));
    tail->pack = pack;
    if (!s->length++) s->first = id;
    s->added++;
    s->last = id;
    return true;
}

/* -- walking ------------------------------------------------------------------------------------------ */

stream_walk stream_walk_start(const stream *s, stream_id start, stream_id end, bool back) {
    stream_walk w = { .stream = (stream *)(uintptr_t)s, .start = start, .end = end, .back = back };
    bool none = !s->length || stream_id_compare(start, end) > 0 || stream_id_compare(start, s->last) > 0;
    w.node = none ? s->count : node_find(s, back ? end : start);
    return w;
}

static bool walk_done(stream_walk *w) {
    w->node = w->stream->count;
    w->entry = NULL;
    return false;
}

static const uint8_t *skip(const listpack *pack, const uint8_t *p, size_t elements) {
    while (elements--) p = listpack_next(pack, p);
    return p;
}

/* Reads the master entry of the node the walk stands at. */
static void walk_enter(stream_walk *w) {
    w->pack = node_at(w->stream, w->node)->pack;
    const uint8_t *p = skip(w->pack, listpack_first(w->pack), 2);
    w->field_count = (size_t)number_at(p);
    w->fields = listpack_next(w->pack, p);
    p = skip(w->pack, w->fields, w->field_count);
    w->entries = listpack_next(w->pack, p);
    w->entry = NULL;
}

/* The entry behind (or, back, before) the present one in this node; NULL when there is none. */
static const uint8_t *walk_neighbour(const stream_walk *w) {
    const uint8_t *p;
    if (!w->back) {
        return w->entry ? listpack_next(w->pack, skip(w->pack, w->at, w->same ? w->left : 2 * w->left)) : w->entries;
    }
    if (w->entry == w->entries) return NULL;
    p = w->entry ? listpack_previous(w->pack, w->entry) : listpack_last(w->pack);
    for (int64_t n = number_at(p); n > 0; n--) p = listpack_previous(w->pack, p);
    return p;
}

/* Reads flags, ID and shape of the entry at p; returns its flags. */
static int64_t walk_read(stream_walk *w, const uint8_t *p) {
    stream_id base = node_at(w->stream, w->node)->first;
    int64_t flags = number_at(p);
    w->entry = p;
    p = listpack_next(w->pack, p);
    w->id.ms = base.ms + (uint64_t)number_at(p);
    p = listpack_next(w->pack, p);
    w->id.seq = base.seq + (uint64_t)number_at(p);
    p = listpack_next(w->pack, p);
    w->same = flags & ENTRY_SAME_FIELDS;
    w->pairs = w->field_count;
    if (!w->same) {
        w->pairs = (size_t)number_at(p);
        p = listpack_next(w->pack, p);
    }
    w->at = p;
    w->left = w->pairs;
    w->field = w->fields;
    return flags;
}

static bool walk_leave(stream_walk *w) {
    w->pack = NULL;
    if (!w->back) return ++w->node < w->stream->count;
    if (w->node) return w->node--, true;
    return walk_done(w);
}

bool stream_next(stream_walk *w) {
    while (w->node < w->stream->count) {
        if (!w->pack) walk_enter(w);
        const uint8_t *p = walk_neighbour(w);
        if (!p) {
            if (!walk_leave(w)) return false;
            continue;
        }
        int64_t flags = walk_read(w, p);
        bool low = stream_id_compare(w->id, w->start) < 0, high = stream_id_compare(w->id, w->end) > 0;
        if (w->back ? low : high) return walk_done(w);
        if (!low && !high && !(flags & ENTRY_DELETED)) return true;
    }
    return false;
}

bool stream_pair(stream_walk *w, slice *field, slice *value, char *field_room, char *value_room) {
    if (!w->left) return false;
    w->left--;
    const uint8_t *f = w->field;
    if (w->same) {
        w->field = listpack_next(w->pack, f);
    } else {
        f = w->at;
        w->at = listpack_next(w->pack, f);
    }
    *field = listpack_text(f, field_room);
    *value = listpack_text(w->at, value_room);
    w->at = listpack_next(w->pack, w->at);
    return true;
}

stream_id stream_first_from(const stream *s, stream_id from, bool *found) {
    stream_walk w = stream_walk_start(s, from, STREAM_ID_MOST, false);
    *found = stream_next(&w);
    return *found ? w.id : STREAM_ID_LEAST;
}

bool stream_has(const stream *s, stream_id id) {
    stream_walk w = stream_walk_start(s, id, id, false);
    return stream_next(&w);
}

/* -- deleting ------------------------------------------------------------------------------------------ */

static void find_first(stream *s) {
    bool found;
    s->first = stream_first_from(s, STREAM_ID_LEAST, &found);
}

/* The first live entry was just deleted, at which the walk stands: what follows is the first now. */
static void follow_first(stream *s, const stream_walk *w) {
    stream_walk onwards = *w;
    onwards.end = STREAM_ID_MOST;
    if (w->back) find_first(s);
    else s->first = stream_next(&onwards) ? onwards.id : STREAM_ID_LEAST;
}

/* Marks the entry at which the walk stands; its node may move by that. */
static void mark_deleted(stream_walk *w, stream_node *n) {
    size_t entry = (size_t)(w->entry - w->pack), at = (size_t)(w->at - w->pack), fields = (size_t)(w->fields - w->pack);
    size_t entries = (size_t)(w->entries - w->pack), before = listpack_bytes(n->pack);
    listpack_replace_int(&n->pack, w->entry, number_at(w->entry) | ENTRY_DELETED);
    ptrdiff_t flags = (ptrdiff_t)listpack_bytes(n->pack) - (ptrdiff_t)before;
    ptrdiff_t moved = node_count(&n->pack, -1, 1);
    w->pack = n->pack;
    w->entry = w->pack + entry + moved;
    w->at = w->pack + at + moved + flags;
    w->field = w->fields = w->pack + fields + moved;
    w->entries = w->pack + entries + moved;
}

void stream_walk_delete(stream_walk *w, bool remember) {
    stream *s = w->stream;
    stream_node *n = node_at(s, w->node);
    stream_id id = w->id;
    s->length--;
    if (remember && stream_id_compare(id, s->deleted) > 0) s->deleted = id;
    if (node_live(n->pack) > 1) {
        mark_deleted(w, n);
    } else {
        node_remove(s, w->node);
        w->pack = NULL;
        if (w->back && !w->node--) w->node = s->count;
    }
    if (!stream_id_compare(id, s->first)) follow_first(s, w);
}

bool stream_delete(stream *s, stream_id id, bool remember) {
    stream_walk w = stream_walk_start(s, id, id, false);
    if (!stream_next(&w)) return false;
    stream_walk_delete(&w, remember);
    return true;
}

void stream_set_last(stream *s, stream_id id, uint64_t added, stream_id deleted) {
    s->last = id;
    s->added = added;
    s->deleted = deleted;
}

/* -- trimming ------------------------------------------------------------------------------------------ */

/* The ID of the node's last entry, deleted or not. */
static stream_id node_last(const stream *s, size_t index) {
    const stream_node *n = node_at(s, index);
    const uint8_t *p = listpack_last(n->pack);
    for (int64_t left = number_at(p); left > 0; left--) p = listpack_previous(n->pack, p);
    p = listpack_next(n->pack, p);
    uint64_t ms = (uint64_t)number_at(p);
    return (stream_id){ n->first.ms + ms, n->first.seq + (uint64_t)number_at(listpack_next(n->pack, p)) };
}

/* How many entries of the first node go with it as a whole; 0 when it does not. */
static uint64_t node_goes(const stream *s, const stream_trim *t) {
    uint64_t live = (uint64_t)node_live(node_at(s, 0)->pack);
    bool goes = t->what == TRIM_LENGTH ? s->length - live >= t->most : stream_id_compare(node_last(s, 0), t->least) < 0;
    return goes ? live : 0;
}

static uint64_t trim_nodes(stream *s, const stream_trim *t) {
    uint64_t removed = 0;
    while (s->count) {
        uint64_t live = node_goes(s, t);
        if (!live || (t->limit && removed + live > t->limit)) break;
        node_remove(s, 0);
        s->length -= live;
        removed += live;
    }
    if (removed) find_first(s);
    return removed;
}

static bool trim_reached(const stream *s, const stream_trim *t, stream_id id) {
    return t->what == TRIM_LENGTH ? s->length <= t->most : stream_id_compare(id, t->least) >= 0;
}

uint64_t stream_trim_by(stream *s, const stream_trim *t, bool (*may)(stream *s, stream_id id, void *context),
                        void *context) {
    if (t->what == TRIM_NOT || (t->what == TRIM_LENGTH && s->length <= t->most)) return 0;
    uint64_t removed = may ? 0 : trim_nodes(s, t);
    if (t->rough && !may) return removed;
    stream_walk w = stream_walk_start(s, s->first, t->newest, false);
    while (stream_next(&w) && !trim_reached(s, t, w.id)) {
        if (t->limit && removed >= t->limit) break;
        if (may && !may(s, w.id, context)) continue;
        stream_walk_delete(&w, false);
        removed++;
    }
    return removed;
}

/* -- measuring and loading ------------------------------------------------------------------------------ */

static int common_bytes(stream_id a, stream_id b) {
    if (a.ms != b.ms) return __builtin_clzll(a.ms ^ b.ms) / 8;
    return a.seq == b.seq ? STREAM_ID_RAW : 8 + __builtin_clzll(a.seq ^ b.seq) / 8;
}

static int longer(int a, int b) { return a > b ? a : b; }

/* Each key has a leaf, each depth at which neighbours part a fork, and what lies between two of these in one chain is a
 * node. The forks on the way to the latest key form a stack; -1 stands for what is above the root. */
size_t stream_tree_nodes(const stream *s) {
    int forks[STREAM_ID_RAW + 1], depth = 0, before = -1;
    size_t nodes = s->count ? 0 : 1;
    for (size_t i = 0; i < s->count; i++) {
        int after = i + 1 < s->count ? common_bytes(node_at(s, i)->first, node_at(s, i + 1)->first) : -1;
        nodes += 1 + (STREAM_ID_RAW - longer(before, after) > 1);
        while (depth && forks[depth - 1] > after) {
            int fork = forks[--depth];
            nodes += fork - longer(after, depth ? forks[depth - 1] : -1) > 1;
        }
        if (after >= 0 && (!depth || forks[depth - 1] < after)) {
            forks[depth++] = after;
            nodes++;
        }
        before = after;
    }
    return nodes;
}

size_t stream_bytes(const stream *s, size_t samples) {
    size_t packs = 0, seen = 0;
    for (; seen < s->count && (!samples || seen < samples); seen++) packs += listpack_footprint(node_at(s, seen)->pack);
    if (seen && seen < s->count) packs = packs / seen * s->count;
    return memory_good_size(sizeof *s) + memory_good_size(s->cap * sizeof *s->nodes) + packs + stream_groups_bytes(s) +
           stream_memory_bytes(s->memory);
}

/* -- loading ----------------------------------------------------------------------------------------------- */

/* Numbers only: -1 for text, a negative one, or past the end. */
static int64_t number_or_bad(const uint8_t *p) {
    if (!p) return -1;
    listpack_value v = listpack_get(p);
    return v.text.at ? -1 : v.number;
}

static bool is_number(const uint8_t *p) { return p && !listpack_get(p).text.at; }

static const uint8_t *skip_safely(const listpack *pack, const uint8_t *p, uint64_t elements) {
    while (p && elements--) p = listpack_next(pack, p);
    return p;
}

/* One entry of a node being checked. */
typedef struct checked { stream_id id; bool deleted; const uint8_t *next; } checked;

static bool check_entry(const listpack *pack, stream_id base, uint64_t field_count, const uint8_t *p, checked *out) {
    const uint8_t *ms = skip_safely(pack, p, 1), *seq = skip_safely(pack, p, 2);
    int64_t flags = number_or_bad(p);
    if (flags < 0 || flags > (ENTRY_DELETED | ENTRY_SAME_FIELDS) || !is_number(ms) || !is_number(seq)) return false;
    const uint8_t *at = listpack_next(pack, seq);
    uint64_t elements = field_count;
    if (!(flags & ENTRY_SAME_FIELDS)) {
        int64_t pairs = number_or_bad(at);
        if (pairs < 0 || pairs > LISTPACK_MAX_BYTES) return false;
        elements = 2 * (uint64_t)pairs + 1;
    }
    at = skip_safely(pack, at, elements);
    if (number_or_bad(at) != (int64_t)elements + 3) return false;
    out->id = (stream_id){ base.ms + (uint64_t)number_at(ms), base.seq + (uint64_t)number_at(seq) };
    out->deleted = flags & ENTRY_DELETED;
    out->next = listpack_next(pack, at);
    return true;
}

/* True when the node is in order throughout; its counts in *live and *deleted. */
static bool check_node(stream_id base, const listpack *pack, int64_t *live, int64_t *deleted) {
    const uint8_t *p = listpack_first(pack);
    *live = number_or_bad(p);
    *deleted = number_or_bad(skip_safely(pack, p, 1));
    int64_t fields = number_or_bad(skip_safely(pack, p, 2));
    if (*live < 0 || *deleted < 0 || fields < 0) return false;
    p = skip_safely(pack, p, 3 + (uint64_t)fields);
    if (number_or_bad(p)) return false;
    int64_t seen[2] = { 0, 0 };
    checked e = { .next = listpack_next(pack, p) };
    for (stream_id before = base; e.next; before = e.id) {
        if (!check_entry(pack, base, (uint64_t)fields, e.next, &e)) return false;
        int order = stream_id_compare(e.id, before);
        if (order < 0 || (!order && (seen[0] || seen[1]))) return false;
        seen[e.deleted]++;
    }
    return seen[0] == *live && seen[1] == *deleted;
}

bool stream_adopt(stream *s, stream_id first, slice pack) {
    int64_t live, deleted;
    if (!listpack_validate((const uint8_t *)pack.at, pack.len, NULL, NULL)) return false;
    if (!check_node(first, (const listpack *)pack.at, &live, &deleted)) return false;
    if (!live) return true;                 /* nothing to keep */
    *node_add(s) = (stream_node){ first, listpack_load(pack) };
    s->length += (uint64_t)live;
    return true;
}

static int by_first(const void *a, const void *b) {
    return stream_id_compare(((const stream_node *)a)->first, ((const stream_node *)b)->first);
}

bool stream_adopted(stream *s) {
    if (!s->count) return true;
    qsort(s->nodes + s->head, s->count, sizeof *s->nodes, by_first);
    for (size_t i = 0; i < s->count; i++) {
        bool apart = i + 1 == s->count || stream_id_compare(node_last(s, i), node_at(s, i + 1)->first) < 0;
        if (!apart) return false;
    }
    s->last = node_last(s, s->count - 1);
    find_first(s);
    return true;
}
