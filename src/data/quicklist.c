/* quicklist.c -- lists of packed nodes: ends, places, ranges, and the walk that may change what it stands on. */
#include "data/quicklist.h"

#include "base/assert.h"
#include "base/memory.h"
#include "data/quicklist_chunk.h"

enum { COUNTED_NODE_BYTES = 8192, ENTRY_OVERHEAD = 11 };

/* -- rules --------------------------------------------------------------------- */

size_t quicklist_node_limit(int fill) {
    if (fill >= 0) return COUNTED_NODE_BYTES;
    return (size_t)2048 << (fill < -5 ? 5 : -fill);
}

bool quicklist_fits(int fill, size_t size, size_t count) {
    if (fill >= 0 && count > (fill ? (size_t)fill : 1)) return false;
    return size <= quicklist_node_limit(fill);
}

static bool is_large(const quicklist *q, slice text) {
    if (text.len > LISTPACK_MAX_BYTES - 64) return true;
    return q->rules.plain_from ? text.len >= q->rules.plain_from : text.len > quicklist_node_limit(q->rules.fill);
}

/* True when the node at p (which may be no place) can take one more text; looks closely only near the limit. */
static bool takes(const quicklist *q, place p, slice text) {
    if (!p.chunk || node_at(p)->form == QUICKLIST_PLAIN) return false;
    const node *n = node_at(p);
    size_t size = n->form == QUICKLIST_LZF ? ((packed *)n->at)->plain_len : listpack_bytes(n->at);
    if (quicklist_fits(q->rules.fill, size + text.len + ENTRY_OVERHEAD, n->count + 1)) return true;
    return quicklist_fits(q->rules.fill, size + listpack_entry_bytes(text), n->count + 1);
}

/* -- the whole list -------------------------------------------------------------- */

quicklist *quicklist_new(quicklist_rules rules) {
    quicklist *q = memory_zero(sizeof *q);
    q->rules = rules;
    return q;
}

bool quicklist_free_some(quicklist *q, size_t budget) {
    for (chunk *c; (c = q->last); ) {
        for (; c->used && budget; budget--) node_free(&c->nodes[--c->used]);
        if (c->used) return false;
        q->last = c->previous;
        memory_free(c, chunk_block(c));
    }
    memory_free(q, sizeof *q);
    return true;
}

void quicklist_free(quicklist *q) {
    if (q) quicklist_free_some(q, SIZE_MAX);
}

quicklist *quicklist_copy(const quicklist *q) {
    quicklist *copy = quicklist_new(q->rules);
    for (place p = place_first(q); p.chunk; p = place_next(p)) {
        chunk_insert(copy, (place){ NULL, 0 }, node_copy(node_at(p)));
    }
    return copy;
}

size_t quicklist_count(const quicklist *q) { return q->count; }
size_t quicklist_nodes(const quicklist *q) { return q->nodes; }
quicklist_rules quicklist_rules_of(const quicklist *q) { return q->rules; }
void quicklist_set_plain_from(quicklist *q, size_t size) { q->rules.plain_from = size; }

/* What stands for `part` nodes, extrapolated to all. */
static size_t scaled(const quicklist *q, size_t size, size_t part) {
    return part ? size / part * q->nodes + size % part * q->nodes / part : 0;
}

size_t quicklist_footprint(const quicklist *q, size_t samples) {
    size_t own = 0, inside = 0, content = 0, seen = 0;
    for (const chunk *c = q->first; c && (!samples || inside < samples); c = c->next) {
        own += memory_good_size(chunk_block(c));
        inside += c->used;
    }
    for (place p = place_first(q); p.chunk && (!samples || seen < samples); p = place_next(p), seen++) {
        content += node_footprint(node_at(p));
    }
    return memory_good_size(sizeof *q) + scaled(q, own, inside) + scaled(q, content, seen);
}

/* -- ends ---------------------------------------------------------------------- */

static place place_end(const quicklist *q, enum quicklist_end end) {
    return end == QUICKLIST_HEAD ? place_first(q) : place_last(q);
}

/* A new node that holds just this text. */
static node node_for(const quicklist *q, slice text) {
    if (is_large(q, text)) return node_of_plain(text);
    listpack *lp = listpack_new(0);
    listpack_append(&lp, text);
    return node_of_listpack(lp);
}

static void push_into(quicklist *q, place p, enum quicklist_end end, slice text) {
    listpack *lp = node_open(node_at(p));
    if (end == QUICKLIST_HEAD) listpack_prepend(&lp, text);
    else listpack_append(&lp, text);
    node_at(p)->at = lp;
    chunk_adjust(q, p, 1);
}

void quicklist_push(quicklist *q, enum quicklist_end end, slice text) {
    place p = place_end(q, end);
    if (!is_large(q, text) && takes(q, p, text)) {
        push_into(q, p, end, text);
        return;
    }
    chunk_insert(q, end == QUICKLIST_HEAD ? p : (place){ NULL, 0 }, node_for(q, text));
    compress_ends(q);
}

listpack_value quicklist_peek(const quicklist *q, enum quicklist_end end) {
    const node *n = node_at(place_end(q, end));
    if (n->form == QUICKLIST_PLAIN) return (listpack_value){ .text = bytes_slice(n->at) };
    assert(n->form == QUICKLIST_PACKED);
    return listpack_get(end == QUICKLIST_HEAD ? listpack_first(n->at) : listpack_last(n->at));
}

/* Removes entries of a node that keeps at least one. */
static void shorten(quicklist *q, place p, long index, size_t count) {
    listpack *lp = node_open(node_at(p));
    listpack_remove_range(&lp, index, count);
    node_at(p)->at = lp;
    chunk_adjust(q, p, -(int64_t)count);
}

void quicklist_pop(quicklist *q, enum quicklist_end end) {
    place p = place_end(q, end);
    if (node_at(p)->count > 1) {
        shorten(q, p, end == QUICKLIST_HEAD ? 0 : -1, 1);
        return;
    }
    chunk_remove(q, p);
    compress_ends(q);
}

/* -- places by index --------------------------------------------------------------- */

/* The place of the index-th element and how many of its node precede it; index must lie inside. */
static place find_from_head(const quicklist *q, size_t *index) {
    place p = place_first(q);
    for (; *index >= p.chunk->count; p.chunk = p.chunk->next) *index -= p.chunk->count;
    for (; *index >= node_at(p)->count; p.slot++) *index -= node_at(p)->count;
    return p;
}

static place find_from_tail(const quicklist *q, size_t *index) {
    size_t left = q->count - *index;
    place p = { q->last, 0 };
    for (; left > p.chunk->count; p.chunk = p.chunk->previous) left -= p.chunk->count;
    for (p.slot = p.chunk->used - 1; left > node_at(p)->count; p.slot--) left -= node_at(p)->count;
    *index = node_at(p)->count - left;
    return p;
}

/* Makes the index of any sign one from the head; false when it lies outside. */
static bool normalize(const quicklist *q, long *index) {
    if (*index < 0) *index += (long)q->count;
    return *index >= 0 && (size_t)*index < q->count;
}

static place find(const quicklist *q, size_t *index) {
    return *index <= q->count / 2 ? find_from_head(q, index) : find_from_tail(q, index);
}

size_t quicklist_remove_range(quicklist *q, long index, size_t count) {
    if (!normalize(q, &index)) return 0;
    size_t offset = (size_t)index, left = q->count - offset < count ? q->count - offset : count, removed = left;
    place p = find(q, &offset);
    while (left > 0) {
        size_t have = node_at(p)->count - offset, take = left < have ? left : have;
        left -= take;
        if (take == node_at(p)->count) {
            p = chunk_remove(q, p);
        } else {
            shorten(q, p, (long)offset, take);
            compress_inner(q, p);
            p = place_next(p);
        }
        offset = 0;
    }
    compress_ends(q);
    return removed;
}

/* -- walking ------------------------------------------------------------------- */

static place walk_place(const quicklist_walk *w) { return (place){ w->chunk, w->slot }; }

static listpack *walk_listpack(const quicklist_walk *w) {
    return w->unpacked ? w->unpacked : node_at(walk_place(w))->at;
}

/* Stands on an entry of the node at p, which may be no place: then the walk is over. */
static bool walk_enter(quicklist_walk *w, place p, long offset) {
    *w = (quicklist_walk){ .list = w->list, .chunk = p.chunk, .slot = p.slot };
    if (!p.chunk) return false;
    const node *n = node_at(p);
    if (n->form == QUICKLIST_PLAIN) return true;
    if (n->form == QUICKLIST_LZF) w->unpacked = node_unpacked(n);
    w->at = listpack_at(walk_listpack(w), offset);
    return true;
}

static void walk_leave(quicklist_walk *w) {
    listpack_free(w->unpacked);
    w->unpacked = NULL;
    if (w->changed) compress_inner(w->list, walk_place(w));
    w->changed = false;
}

bool quicklist_seek(quicklist_walk *w, quicklist *q, long index) {
    *w = (quicklist_walk){ .list = q };
    if (!normalize(q, &index)) return false;
    size_t offset = (size_t)index;
    place p = find(q, &offset);
    return walk_enter(w, p, (long)offset);
}

void quicklist_stop(quicklist_walk *w) {
    if (w->chunk) walk_leave(w);
    w->chunk = NULL;
}

bool quicklist_next_whole(quicklist_walk *w) {
    walk_leave(w);
    return walk_enter(w, place_next(walk_place(w)), 0);
}

bool quicklist_next(quicklist_walk *w) {
    uint8_t *next = w->at ? listpack_next(walk_listpack(w), w->at) : NULL;
    if (next) {
        w->at = next;
        return true;
    }
    return quicklist_next_whole(w);
}

bool quicklist_previous(quicklist_walk *w) {
    uint8_t *previous = w->at ? listpack_previous(walk_listpack(w), w->at) : NULL;
    if (previous) {
        w->at = previous;
        return true;
    }
    walk_leave(w);
    return walk_enter(w, place_previous(walk_place(w)), -1);
}

listpack_value quicklist_value(const quicklist_walk *w) {
    if (w->at) return listpack_get(w->at);
    return (listpack_value){ .text = bytes_slice(node_at(walk_place(w))->at) };
}

bool quicklist_is(const quicklist_walk *w, slice text) {
    return w->at ? listpack_is(w->at, text) : slice_equal(bytes_slice(node_at(walk_place(w))->at), text);
}

/* -- changing what the walk stands on ---------------------------------------------- */

/* Makes the walk's own copy the node's content, so that it can be changed. */
static node *walk_own(quicklist_walk *w) {
    node *n = node_at(walk_place(w));
    if (w->unpacked) {
        node_free(n);
        *n = (node){ .at = w->unpacked, .count = n->count, .form = QUICKLIST_PACKED };
        w->unpacked = NULL;
    }
    w->changed = true;
    return n;
}

/* The node the walk stands in goes; the walk goes on behind it or before it. */
static bool remove_node(quicklist_walk *w, bool backward) {
    quicklist *q = w->list;
    listpack_free(w->unpacked);
    place behind = chunk_remove(q, walk_place(w));
    compress_ends(q);
    if (!backward) return walk_enter(w, behind, 0);
    return walk_enter(w, behind.chunk ? place_previous(behind) : place_last(q), -1);
}

bool quicklist_remove(quicklist_walk *w, bool backward) {
    if (node_at(walk_place(w))->count == 1) return remove_node(w, backward);
    node *n = walk_own(w);
    listpack *lp = n->at;
    uint8_t *behind = listpack_remove(&lp, w->at, 1);
    n->at = lp;
    chunk_adjust(w->list, walk_place(w), -1);
    if (backward) w->at = behind ? listpack_previous(lp, behind) : listpack_last(lp);
    else w->at = behind;
    if (w->at) return true;
    walk_leave(w);
    return backward ? walk_enter(w, place_previous(walk_place(w)), -1) : walk_enter(w, place_next(walk_place(w)), 0);
}

/* Puts text between the nodes at `left` and `right`, neighbours either of which may be no place; where it went. */
static place insert_between(quicklist *q, place left, place right, slice text) {
    if (is_large(q, text)) return chunk_insert(q, right, node_of_plain(text));
    if (takes(q, left, text)) {
        push_into(q, left, QUICKLIST_TAIL, text);
        return left;
    }
    if (takes(q, right, text)) {
        push_into(q, right, QUICKLIST_HEAD, text);
        return right;
    }
    return chunk_insert(q, right, node_for(q, text));
}

/* Cuts the node at p in two before its entry `at`. */
static place split(quicklist *q, place p, const uint8_t *at) {
    listpack *lp = node_at(p)->at, *rest = listpack_split(&lp, at);
    node_at(p)->at = lp;
    node right = node_of_listpack(rest);
    chunk_adjust(q, p, -(int64_t)right.count);
    return place_previous(chunk_insert(q, place_next(p), right));
}

/* Puts text before the entry `at` of the PACKED node at p, behind its last one when that is NULL; where it went. */
static place insert_at(quicklist *q, place p, const uint8_t *at, slice text) {
    listpack *lp = node_at(p)->at;
    if (!is_large(q, text) && takes(q, p, text)) {
        listpack_insert(&lp, at, text);
        node_at(p)->at = lp;
        chunk_adjust(q, p, 1);
        return p;
    }
    if (at == listpack_first(lp)) return insert_between(q, place_previous(p), p, text);
    if (at) p = split(q, p, at);
    return insert_between(q, p, place_next(p), text);
}

/* Ends a walk that put text into the node at p: that one and its neighbours may have to be compressed. */
static void settle(quicklist_walk *w, place p) {
    quicklist *q = w->list;
    place before = place_previous(p), behind = place_next(p);
    w->chunk = NULL;
    w->changed = false;
    compress_inner(q, p);
    if (before.chunk) compress_inner(q, before);
    if (behind.chunk) compress_inner(q, behind);
    compress_ends(q);
}

void quicklist_insert(quicklist_walk *w, slice text, bool after) {
    place p = walk_place(w);
    if (w->at) {
        node *n = walk_own(w);
        p = insert_at(w->list, p, after ? listpack_next(n->at, w->at) : w->at, text);
    } else if (after) {
        p = insert_between(w->list, p, place_next(p), text);
    } else {
        p = insert_between(w->list, place_previous(p), p, text);
    }
    settle(w, p);
}

/* Puts a node for text in the place of one that holds a single element. */
static void replace_node(quicklist *q, place p, slice text) {
    node n = node_for(q, text);
    node_free(node_at(p));
    *node_at(p) = n;
}

void quicklist_replace(quicklist_walk *w, slice text) {
    quicklist *q = w->list;
    place p = walk_place(w);
    if (node_at(p)->count == 1) {
        listpack_free(w->unpacked);
        w->unpacked = NULL;
        replace_node(q, p, text);
    } else {
        node *n = walk_own(w);
        listpack *lp = n->at;
        uint8_t *behind = listpack_remove(&lp, w->at, 1);
        n->at = lp;
        chunk_adjust(q, p, -1);
        p = insert_at(q, p, behind, text);
    }
    settle(w, p);
}

/* -- nodes --------------------------------------------------------------------- */

bool quicklist_next_node(const quicklist *q, quicklist_place *at, quicklist_node *out) {
    place p = { (chunk *)at->chunk, at->slot };
    p = at->started ? place_next(p) : place_first(q);
    *at = (quicklist_place){ p.chunk, p.slot, true };
    if (!p.chunk) return false;
    const node *n = node_at(p);
    const packed *z = n->at;
    *out = (quicklist_node){ .form = (enum quicklist_form)n->form, .count = n->count };
    if (n->form == QUICKLIST_PLAIN) out->text = bytes_slice(n->at);
    else if (n->form == QUICKLIST_PACKED) out->text = slice_make(n->at, listpack_bytes(n->at));
    else out->text = slice_make(z->at, z->len);
    out->plain_len = n->form == QUICKLIST_LZF ? z->plain_len : out->text.len;
    return true;
}

static void append_node(quicklist *q, node n) {
    chunk_insert(q, (place){ NULL, 0 }, n);
    compress_ends(q);
}

void quicklist_append_listpack(quicklist *q, listpack *lp) {
    if (listpack_first(lp)) append_node(q, node_of_listpack(lp));
    else listpack_free(lp);
}

void quicklist_append_plain(quicklist *q, slice text) { append_node(q, node_of_plain(text)); }

const listpack *quicklist_only(const quicklist *q) {
    return q->nodes == 1 && q->first->nodes[0].form == QUICKLIST_PACKED ? q->first->nodes[0].at : NULL;
}

listpack *quicklist_take_only(quicklist *q) {
    if (!quicklist_only(q)) return NULL;
    listpack *lp = q->first->nodes[0].at;
    q->first->used = 0;
    quicklist_free(q);
    return lp;
}

/* -- defragmentation ----------------------------------------------------------- */

static void move_node(node *n) {
    if (n->form == QUICKLIST_PACKED) n->at = listpack_defragment(n->at);
    if (n->form == QUICKLIST_LZF) n->at = memory_move(n->at, sizeof(packed) + ((packed *)n->at)->len);
}

/* A chunk a call; the cursor counts chunks. PLAIN nodes are larger than what slabs hold. */
void quicklist_defragment(quicklist **q, uint64_t *cursor) {
    if (*cursor == 0) *q = memory_move(*q, sizeof **q);
    chunk *c = (*q)->first;
    for (uint64_t i = 0; c && i < *cursor; i++) c = c->next;
    *cursor = c && c->next ? *cursor + 1 : 0;
    if (!c) return;
    c = memory_move(c, chunk_block(c));
    chunk_relink(*q, c);
    for (uint32_t i = 0; i < c->used; i++) move_node(&c->nodes[i]);
}
