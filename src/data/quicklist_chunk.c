/* quicklist_chunk.c -- nodes in chunks, and which of them are compressed. */
#include "data/quicklist_chunk.h"

#include "base/assert.h"
#include "base/lzf.h"
#include "base/memory.h"

enum { CHUNK_NODES = 64, CHUNK_FIRST = 2, COMPRESS_LEAST = 48, COMPRESS_GAIN = 8, ENDS_BELOW = 3 };

/* -- places -------------------------------------------------------------------- */

place place_first(const quicklist *q) { return (place){ q->first, 0 }; }

place place_last(const quicklist *q) {
    return q->last ? (place){ q->last, q->last->used - 1 } : (place){ NULL, 0 };
}

place place_next(place p) {
    if (p.slot + 1 < p.chunk->used) return (place){ p.chunk, p.slot + 1 };
    return (place){ p.chunk->next, 0 };
}

place place_previous(place p) {
    if (p.slot > 0) return (place){ p.chunk, p.slot - 1 };
    chunk *c = p.chunk->previous;
    return c ? (place){ c, c->used - 1 } : (place){ NULL, 0 };
}

/* -- nodes --------------------------------------------------------------------- */

node node_of_listpack(listpack *lp) {
    return (node){ .at = lp, .count = (uint32_t)listpack_count(lp), .form = QUICKLIST_PACKED };
}

node node_of_plain(slice text) { return (node){ .at = bytes_copy(text), .count = 1, .form = QUICKLIST_PLAIN }; }

static size_t packed_block(const packed *z) { return sizeof *z + z->len; }

node node_copy(const node *n) {
    node copy = *n;
    if (n->form == QUICKLIST_PACKED) copy.at = listpack_copy(n->at);
    else if (n->form == QUICKLIST_PLAIN) copy.at = bytes_copy(bytes_slice(n->at));
    else copy.at = memcpy(memory_alloc(packed_block(n->at)), n->at, packed_block(n->at));
    return copy;
}

void node_free(node *n) {
    if (n->form == QUICKLIST_PACKED) listpack_free(n->at);
    else if (n->form == QUICKLIST_PLAIN) bytes_free(n->at);
    else memory_free(n->at, packed_block(n->at));
}

size_t node_footprint(const node *n) {
    if (n->form == QUICKLIST_PACKED) return listpack_footprint(n->at);
    if (n->form == QUICKLIST_PLAIN) return bytes_footprint(n->at);
    return memory_good_size(packed_block(n->at));
}

listpack *node_unpacked(const node *n) {
    const packed *z = n->at;
    listpack *lp = listpack_new(z->plain_len);
    bool good = lzf_decompress(slice_make(z->at, z->len), (char *)lp, z->plain_len);
    assert(good);
    return lp;
}

listpack *node_open(node *n) {
    assert(n->form != QUICKLIST_PLAIN);
    if (n->form == QUICKLIST_LZF) {
        listpack *lp = node_unpacked(n);
        node_free(n);
        *n = (node){ .at = lp, .count = n->count, .form = QUICKLIST_PACKED };
    }
    return n->at;
}

static void node_pack(node *n) {
    if (n->form != QUICKLIST_PACKED || n->stubborn) return;
    size_t plain_len = listpack_bytes(n->at);
    n->stubborn = true;
    if (plain_len < COMPRESS_LEAST) return;
    packed *z = memory_alloc(sizeof *z + plain_len);
    size_t len = lzf_compress(slice_make(n->at, plain_len), z->at, plain_len - COMPRESS_GAIN);
    z = memory_resize(z, sizeof *z + plain_len, sizeof *z + len);
    *z = (packed){ (uint32_t)plain_len, (uint32_t)len };
    if (!len) {
        memory_free(z, sizeof *z);
        return;
    }
    listpack_free(n->at);
    *n = (node){ .at = z, .count = n->count, .form = QUICKLIST_LZF };
}

/* -- chunks -------------------------------------------------------------------- */

static size_t block_for(uint32_t cap) { return sizeof(chunk) + cap * sizeof(node); }
size_t chunk_block(const chunk *c) { return block_for(c->cap); }

void chunk_relink(quicklist *q, chunk *c) {
    *(c->previous ? &c->previous->next : &q->first) = c;
    *(c->next ? &c->next->previous : &q->last) = c;
}

/* A new empty chunk behind `previous`, at the head when that is NULL. */
static chunk *chunk_new(quicklist *q, chunk *previous, uint32_t cap) {
    chunk *c = memory_alloc(block_for(cap));
    *c = (chunk){ .previous = previous, .next = previous ? previous->next : q->first, .cap = cap };
    chunk_relink(q, c);
    return c;
}

static void chunk_drop(quicklist *q, chunk *c) {
    *(c->previous ? &c->previous->next : &q->first) = c->next;
    *(c->next ? &c->next->previous : &q->last) = c->previous;
    memory_free(c, chunk_block(c));
}

static chunk *chunk_set_cap(quicklist *q, chunk *c, uint32_t cap) {
    c = memory_resize(c, chunk_block(c), block_for(cap));
    c->cap = cap;
    chunk_relink(q, c);
    return c;
}

/* Moves the nodes from `slot` on into a new chunk behind. */
static void chunk_split(quicklist *q, chunk *c, uint32_t slot) {
    chunk *rest = chunk_new(q, c, CHUNK_NODES);
    rest->used = c->used - slot;
    memcpy(rest->nodes, c->nodes + slot, rest->used * sizeof(node));
    for (uint32_t i = 0; i < rest->used; i++) rest->count += rest->nodes[i].count;
    c->used = slot;
    c->count -= rest->count;
}

/* A place, in a chunk with room, where a node put before p belongs. At either end of a full chunk a new one is begun,
 * so that lists which only grow have full chunks. */
static place find_room(quicklist *q, place p) {
    if (!p.chunk) p = (place){ q->last, q->last ? q->last->used : 0 };
    if (!p.chunk) return (place){ chunk_new(q, NULL, CHUNK_FIRST), 0 };
    chunk *c = p.chunk;
    if (c->used < CHUNK_NODES) return p;
    if (p.slot == 0) {
        chunk *before = c->previous;
        if (before && before->used < CHUNK_NODES) return (place){ before, before->used };
        return (place){ chunk_new(q, before, CHUNK_FIRST), 0 };
    }
    if (p.slot == c->used) return (place){ chunk_new(q, c, CHUNK_FIRST), 0 };
    chunk_split(q, c, CHUNK_NODES / 2);
    return p.slot <= CHUNK_NODES / 2 ? p : (place){ c->next, p.slot - CHUNK_NODES / 2 };
}

place chunk_insert(quicklist *q, place p, node n) {
    p = find_room(q, p);
    chunk *c = p.chunk;
    if (c->used == c->cap) c = chunk_set_cap(q, c, c->cap * 2);
    memmove(c->nodes + p.slot + 1, c->nodes + p.slot, (c->used - p.slot) * sizeof n);
    c->nodes[p.slot] = n;
    c->used++;
    c->count += n.count;
    q->nodes++;
    q->count += n.count;
    return (place){ c, p.slot };
}

/* Takes in the nodes of the next chunk when both together are half empty. */
static chunk *chunk_merge(quicklist *q, chunk *c) {
    chunk *next = c->next;
    if (!next || c->used + next->used > CHUNK_NODES / 2) return c;
    if (c->cap < c->used + next->used) c = chunk_set_cap(q, c, CHUNK_NODES / 2);
    memcpy(c->nodes + c->used, next->nodes, next->used * sizeof(node));
    c->used += next->used;
    c->count += next->count;
    chunk_drop(q, next);
    return c;
}

place chunk_remove(quicklist *q, place p) {
    chunk *c = p.chunk, *next = c->next;
    q->count -= node_at(p)->count;
    c->count -= node_at(p)->count;
    q->nodes--;
    node_free(node_at(p));
    c->used--;
    memmove(c->nodes + p.slot, c->nodes + p.slot + 1, (c->used - p.slot) * sizeof(node));
    if (!c->used) {
        chunk_drop(q, c);
        return (place){ next, 0 };
    }
    c = chunk_merge(q, c);
    return p.slot < c->used ? (place){ c, p.slot } : (place){ c->next, 0 };
}

void chunk_adjust(quicklist *q, place p, int64_t more) {
    node_at(p)->count += (uint32_t)more;
    node_at(p)->stubborn = false;
    p.chunk->count += (size_t)more;
    q->count += (size_t)more;
}

/* -- compression --------------------------------------------------------------- */

static bool is_inner(const quicklist *q, place p) {
    if (!q->rules.depth || q->nodes <= 2 * (size_t)q->rules.depth) return false;
    place before = p, behind = p;
    for (unsigned i = 0; i < q->rules.depth; i++) {
        before = place_previous(before);
        behind = place_next(behind);
        if (!before.chunk || !behind.chunk) return false;
    }
    return true;
}

void compress_inner(quicklist *q, place p) {
    if (is_inner(q, p)) node_pack(node_at(p));
}

void compress_ends(quicklist *q) {
    size_t depth = q->rules.depth;
    if (!depth) return;
    place head = place_first(q), tail = place_last(q);
    for (size_t i = 0; i < depth + ENDS_BELOW && i < q->nodes; i++) {
        bool outer = i < depth, inner = !outer && i < q->nodes - depth;
        if (outer && node_at(head)->form == QUICKLIST_LZF) node_open(node_at(head));
        if (outer && node_at(tail)->form == QUICKLIST_LZF) node_open(node_at(tail));
        if (inner) node_pack(node_at(head)), node_pack(node_at(tail));
        head = place_next(head);
        tail = place_previous(tail);
    }
}
