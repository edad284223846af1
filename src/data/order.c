#include "data/order.h"
#include "base/assert.h"
#include "base/memory.h"

/* A full leaf and a full inner node just fit the allocator's small blocks. Nodes are only as large as they need be
 * and grow a size class at a time, so that half-full ones after a split cost half; that is why a node may move on
 * insertion. */
enum {
    LEAF_MOST = 62,
    LEAF_FEW = 20,              /* a leaf with fewer looks for a neighbour to join ... */
    LEAF_JOINED = 48,           /* ... if both together have no more than this */
    INNER_MOST = 31,
    INNER_FEW = 10,
    INNER_JOINED = 24,
    HEIGHT_MOST = 20,
    NODE_EFFORT = 4,            /* freeing a node takes about as long as freeing so many items of a table */
    AHEAD = 8                   /* how many items a walk fetches in advance */
};

typedef struct entry {
    double score;
    void *item;
} entry;

typedef struct leaf {
    struct leaf *next, *previous;
    uint32_t count, cap;
    entry at[];
} leaf;

/* A child of an inner node: its first entry and how many there are below it. */
typedef struct branch {
    entry first;
    void *child;
    size_t below;
} branch;

typedef struct inner {
    uint32_t count, cap;
    branch at[];
} inner;

struct order {
    const order_kind *kind;
    void *root;                 /* a leaf when height is 0, NULL when there is nothing */
    leaf *first, *last;
    size_t count, bytes;
    uint32_t height;            /* levels of inner nodes */
};

/* What is searched for. `item` is never followed when a node holds the very same pointer. */
typedef struct target {
    double score;
    const void *item, *content;
} target;

/* The inner nodes from the root to the parent of a leaf, and which child was taken in each. */
typedef struct path {
    leaf *leaf;
    struct { inner *node; uint32_t slot; } at[HEIGHT_MOST];
} path;

/* -- nodes ----------------------------------------------------------------- */

static size_t leaf_size(uint32_t cap) {
    return sizeof(leaf) + cap * sizeof(entry);
}

static size_t inner_size(uint32_t cap) {
    return sizeof(inner) + cap * sizeof(branch);
}

/* How many entries a leaf for `count` of them, and a few to come, gets: what the size class has room for. */
static uint32_t leaf_cap(uint32_t count) {
    uint32_t wanted = count + (count + 6) / 8;
    if (wanted >= LEAF_MOST) return LEAF_MOST;
    size_t cap = (memory_good_size(leaf_size(wanted)) - sizeof(leaf)) / sizeof(entry);
    return cap < LEAF_MOST ? (uint32_t)cap : LEAF_MOST;
}

static uint32_t inner_cap(uint32_t count) {
    uint32_t wanted = count + count / 4;
    return wanted < INNER_MOST ? wanted : INNER_MOST;
}

static leaf *leaf_new(order *o, uint32_t count) {
    uint32_t cap = leaf_cap(count);
    leaf *l = memory_alloc(leaf_size(cap));
    o->bytes += memory_good_size(leaf_size(cap));
    l->next = l->previous = NULL;
    l->count = 0;
    l->cap = cap;
    return l;
}

static void leaf_free(order *o, leaf *l) {
    o->bytes -= memory_good_size(leaf_size(l->cap));
    memory_free(l, leaf_size(l->cap));
}

static inner *inner_new(order *o, uint32_t count) {
    uint32_t cap = inner_cap(count);
    inner *n = memory_alloc(inner_size(cap));
    o->bytes += memory_good_size(inner_size(cap));
    n->count = 0;
    n->cap = cap;
    return n;
}

static void inner_free(order *o, inner *n) {
    o->bytes -= memory_good_size(inner_size(n->cap));
    memory_free(n, inner_size(n->cap));
}

static size_t inner_below(const inner *n) {
    size_t sum = 0;
    for (uint32_t i = 0; i < n->count; i++) sum += n->at[i].below;
    return sum;
}

static void leaf_unlink(order *o, leaf *l) {
    *(l->previous ? &l->previous->next : &o->first) = l->next;
    *(l->next ? &l->next->previous : &o->last) = l->previous;
}

/* Puts l into the chain after `before`, which is NULL for the first place. */
static void leaf_link(order *o, leaf *l, leaf *before) {
    l->previous = before;
    l->next = before ? before->next : o->first;
    *(l->previous ? &l->previous->next : &o->first) = l;
    *(l->next ? &l->next->previous : &o->last) = l;
}

/* The pointer that leads to the node `depth` levels below the root. */
static void **path_pointer(order *o, path *p, uint32_t depth) {
    return depth ? &p->at[depth - 1].node->at[p->at[depth - 1].slot].child : &o->root;
}

/* Everything that pointed at the path's leaf points at its new address. */
static void leaf_moved(order *o, path *p, leaf *l) {
    *(l->previous ? &l->previous->next : &o->first) = l;
    *(l->next ? &l->next->previous : &o->last) = l;
    *path_pointer(o, p, o->height) = l;
    p->leaf = l;
}

static void leaf_resize(order *o, path *p, uint32_t count) {
    leaf *l = p->leaf;
    uint32_t cap = leaf_cap(count);
    if (cap == l->cap) return;
    o->bytes += memory_good_size(leaf_size(cap)) - memory_good_size(leaf_size(l->cap));
    l = memory_resize(l, leaf_size(l->cap), leaf_size(cap));
    l->cap = cap;
    leaf_moved(o, p, l);
}

static inner *inner_resize(order *o, path *p, uint32_t depth, uint32_t count) {
    inner *n = p->at[depth].node;
    uint32_t cap = inner_cap(count);
    if (cap == n->cap) return n;
    o->bytes += memory_good_size(inner_size(cap)) - memory_good_size(inner_size(n->cap));
    n = memory_resize(n, inner_size(n->cap), inner_size(cap));
    n->cap = cap;
    *path_pointer(o, p, depth) = n;
    return p->at[depth].node = n;
}

/* -- searching ------------------------------------------------------------- */

static inline const entry *entry_at(const void *base, size_t stride, uint32_t i) {
    return (const entry *)(const void *)((const char *)base + i * stride);
}

/* First of count entries whose score is >= (or > when above) the given one. */
static inline uint32_t score_bound(const void *base, size_t stride, uint32_t count, double score, bool above) {
    uint32_t from = 0;
    while (count) {
        uint32_t half = count / 2;
        double at = entry_at(base, stride, from + half)->score;
        bool before = above ? at <= score : at < score;
        from = before ? from + half + 1 : from;
        count = before ? count - half - 1 : half;
    }
    return from;
}

static int item_compare(const order *o, const void *item, const target *t) {
    if (item == t->item) return 0;
    if (o->kind->compare) return o->kind->compare(item, t->content);
    return (uintptr_t)item < (uintptr_t)t->item ? -1 : 1;
}

/* First of count entries that is >= the target; items are looked at only where scores are equal. */
static inline uint32_t entry_bound(const order *o, const void *base, size_t stride, uint32_t count, const target *t,
                                   bool *equal) {
    uint32_t from = score_bound(base, stride, count, t->score, false);
    *equal = false;
    if (from == count || entry_at(base, stride, from)->score > t->score) return from;
    uint32_t left = score_bound(entry_at(base, stride, from), stride, count - from, t->score, true);
    while (left) {
        uint32_t half = left / 2;
        int sign = item_compare(o, entry_at(base, stride, from + half)->item, t);
        if (!sign) {
            *equal = true;
            return from + half;
        }
        from = sign < 0 ? from + half + 1 : from;
        left = sign < 0 ? left - half - 1 : half;
    }
    return from;
}

static inline void node_prefetch(const void *node) {
    for (size_t line = 0; line < 8; line++) __builtin_prefetch((const char *)node + line * 128);
}

/* The leaf in which the target is or would be. */
static void path_find(const order *o, path *p, const target *t) {
    void *node = o->root;
    for (uint32_t depth = 0; depth < o->height; depth++) {
        inner *n = node;
        bool equal;
        uint32_t slot = entry_bound(o, n->at, sizeof(branch), n->count, t, &equal);
        if (slot && !equal) slot--;
        p->at[depth].node = n;
        p->at[depth].slot = slot;
        node = n->at[slot].child;
        node_prefetch(node);
    }
    p->leaf = node;
}

/* The leaf and slot of a rank that exists. */
static uint32_t path_find_rank(const order *o, path *p, size_t rank) {
    void *node = o->root;
    for (uint32_t depth = 0; depth < o->height; depth++) {
        inner *n = node;
        uint32_t slot = 0;
        for (; rank >= n->at[slot].below; slot++) rank -= n->at[slot].below;
        p->at[depth].node = n;
        p->at[depth].slot = slot;
        node = n->at[slot].child;
    }
    p->leaf = node;
    return (uint32_t)rank;
}

/* The first leaf, or the last one. */
static void path_find_end(const order *o, path *p, bool last) {
    void *node = o->root;
    for (uint32_t depth = 0; depth < o->height; depth++) {
        inner *n = node;
        p->at[depth].node = n;
        p->at[depth].slot = last ? n->count - 1 : 0;
        node = n->at[p->at[depth].slot].child;
    }
    p->leaf = node;
}

static size_t path_rank(const order *o, const path *p) {
    size_t rank = 0;
    for (uint32_t depth = 0; depth < o->height; depth++)
        for (uint32_t i = 0; i < p->at[depth].slot; i++) rank += p->at[depth].node->at[i].below;
    return rank;
}

static void path_add_below(path *p, uint32_t depth, size_t more) {
    for (uint32_t i = 0; i < depth; i++) p->at[i].node->at[p->at[i].slot].below += more;
}

/* The node `depth` levels down now begins with this entry. */
static void path_set_first(path *p, uint32_t depth, entry first) {
    while (depth--) {
        p->at[depth].node->at[p->at[depth].slot].first = first;
        if (p->at[depth].slot) return;
    }
}

/* -- inserting ------------------------------------------------------------- */

static void inner_put(inner *n, uint32_t slot, branch b) {
    memmove(n->at + slot + 1, n->at + slot, (n->count - slot) * sizeof(branch));
    n->at[slot] = b;
    n->count++;
}

static void root_raise(order *o, branch left, branch right) {
    assert(o->height < HEIGHT_MOST);
    inner *root = inner_new(o, 2);
    inner_put(root, 0, left);
    inner_put(root, 1, right);
    o->root = root;
    o->height++;
}

/* Puts a child into the inner node `depth` levels down; the counts above that node must already include what is below
 * the child. A full node is split in the middle, or, when its end of the tree is growing, left full. */
static void branch_insert(order *o, path *p, uint32_t depth, uint32_t slot, branch b) {
    inner *n = p->at[depth].node;
    if (n->count < INNER_MOST) {
        if (n->count == n->cap) n = inner_resize(o, p, depth, n->count + 1);
        inner_put(n, slot, b);
        return;
    }
    uint32_t keep = slot == n->count ? n->count : slot ? n->count / 2 : 0;
    inner *right = inner_new(o, n->count - keep + 1);
    right->count = n->count - keep;
    memcpy(right->at, n->at + keep, right->count * sizeof(branch));
    n->count = keep;
    n = inner_resize(o, p, depth, keep + 1);
    if (slot > keep || slot == INNER_MOST)
        inner_put(right, slot - keep, b);
    else
        inner_put(n, slot, b);
    branch split = { right->at[0].first, right, inner_below(right) };
    if (!depth) {
        root_raise(o, (branch){ n->at[0].first, n, inner_below(n) }, split);
        return;
    }
    branch *up = &p->at[depth - 1].node->at[p->at[depth - 1].slot];
    up->below = inner_below(n);
    branch_insert(o, p, depth - 1, p->at[depth - 1].slot + 1, split);
}

/* Gives the half of a full leaf to a new one. */
static void leaf_split(order *o, path *p) {
    leaf *l = p->leaf;
    uint32_t keep = l->count / 2;
    leaf *right = leaf_new(o, l->count - keep);
    right->count = l->count - keep;
    memcpy(right->at, l->at + keep, right->count * sizeof(entry));
    l->count = keep;
    leaf_resize(o, p, keep);
    l = p->leaf;
    leaf_link(o, right, l);
    branch split = { right->at[0], right, right->count };
    if (!o->height) {
        root_raise(o, (branch){ l->at[0], l, l->count }, split);
        return;
    }
    p->at[o->height - 1].node->at[p->at[o->height - 1].slot].below = l->count;
    branch_insert(o, p, o->height - 1, p->at[o->height - 1].slot + 1, split);
}

/* A new leaf for an entry beyond the full leaf at an end of the tree, which stays full. */
static void leaf_extend(order *o, path *p, bool last, entry e) {
    leaf *l = leaf_new(o, 1);
    l->at[0] = e;
    l->count = 1;
    branch old = { p->leaf->at[0], p->leaf, p->leaf->count }, new = { e, l, 1 };
    leaf_link(o, l, last ? p->leaf : NULL);
    o->count++;
    if (!o->height) {
        root_raise(o, last ? old : new, last ? new : old);
        return;
    }
    uint32_t parent = o->height - 1;
    path_add_below(p, parent, 1);
    if (!last) path_set_first(p, parent, e);
    branch_insert(o, p, parent, last ? p->at[parent].slot + 1 : 0, new);
}

static void leaf_put(order *o, path *p, uint32_t slot, entry e) {
    if (p->leaf->count == p->leaf->cap) leaf_resize(o, p, p->leaf->count + 1);
    leaf *l = p->leaf;
    memmove(l->at + slot + 1, l->at + slot, (l->count - slot) * sizeof(entry));
    l->at[slot] = e;
    l->count++;
    o->count++;
    path_add_below(p, o->height, 1);
    if (!slot) path_set_first(p, o->height, e);
}

static bool entry_after(const order *o, const entry *e, const target *t) {
    if (t->score != e->score) return t->score > e->score;
    return item_compare(o, e->item, t) < 0;
}

void order_insert(order *o, double score, void *item) {
    assert(score == score);
    path p;
    target t = { score, item, item };
    entry e = { score, item };
    if (!o->root) {
        o->root = o->first = o->last = leaf_new(o, 1);
        o->height = 0;
    }
    if (o->last->count && entry_after(o, &o->last->at[o->last->count - 1], &t)) {
        path_find_end(o, &p, true);
        if (p.leaf->count < LEAF_MOST)
            leaf_put(o, &p, p.leaf->count, e);
        else
            leaf_extend(o, &p, true, e);
        return;
    }
    path_find(o, &p, &t);
    bool equal;
    uint32_t slot = entry_bound(o, p.leaf->at, sizeof(entry), p.leaf->count, &t, &equal);
    assert(!equal);
    if (p.leaf->count < LEAF_MOST) {
        leaf_put(o, &p, slot, e);
    } else if (!slot && !p.leaf->previous) {
        leaf_extend(o, &p, false, e);
    } else {
        leaf_split(o, &p);
        order_insert(o, score, item);
    }
}

/* -- removing -------------------------------------------------------------- */

/* While the root has but one child, that child is the root. */
static void root_lower(order *o) {
    while (o->height && ((inner *)o->root)->count == 1) {
        inner *root = o->root;
        o->root = root->at[0].child;
        o->height--;
        inner_free(o, root);
    }
}

/* Joins the inner node `depth` levels down with the one next to it, if they are small. */
static void inner_join(order *o, path *p, uint32_t depth);

/* Takes a child that is gone, or has gone into its sibling, out of the inner node `depth` levels down. */
static void branch_remove(order *o, path *p, uint32_t depth, uint32_t slot) {
    inner *n = p->at[depth].node;
    n->count--;
    memmove(n->at + slot, n->at + slot + 1, (n->count - slot) * sizeof(branch));
    if (!n->count) {
        inner_free(o, n);
        if (depth)
            branch_remove(o, p, depth - 1, p->at[depth - 1].slot);
        else
            o->root = NULL, o->height = 0;
        return;
    }
    if (!slot) path_set_first(p, depth, n->at[0].first);
    if (depth && n->count < INNER_FEW)
        inner_join(o, p, depth);
    else if (!depth)
        root_lower(o);
}

static void inner_join(order *o, path *p, uint32_t depth) {
    inner *up = p->at[depth - 1].node;
    uint32_t slot = p->at[depth - 1].slot;
    for (uint32_t left = slot ? slot - 1 : 0; left <= slot && left + 1 < up->count; left++) {
        inner *a = up->at[left].child, *b = up->at[left + 1].child;
        if (a->count + b->count > INNER_JOINED) continue;
        p->at[depth - 1].slot = left;
        p->at[depth].node = a;
        if (a->cap < a->count + b->count) a = inner_resize(o, p, depth, a->count + b->count);
        memcpy(a->at + a->count, b->at, b->count * sizeof(branch));
        a->count += b->count;
        up->at[left].below += up->at[left + 1].below;
        inner_free(o, b);
        branch_remove(o, p, depth - 1, left + 1);
        return;
    }
}

/* Joins the path's leaf with the one next to it under the same parent, if they are small; true when it did. */
static bool leaf_join(order *o, path *p) {
    if (!o->height) return false;
    uint32_t parent = o->height - 1, slot = p->at[parent].slot;
    inner *up = p->at[parent].node;
    for (uint32_t left = slot ? slot - 1 : 0; left <= slot && left + 1 < up->count; left++) {
        leaf *a = up->at[left].child, *b = up->at[left + 1].child;
        if (a->count + b->count > LEAF_JOINED) continue;
        p->at[parent].slot = left;
        p->leaf = a;
        if (a->cap < a->count + b->count) leaf_resize(o, p, a->count + b->count);
        a = p->leaf;
        memcpy(a->at + a->count, b->at, b->count * sizeof(entry));
        a->count += b->count;
        up->at[left].below = a->count;
        leaf_unlink(o, b);
        leaf_free(o, b);
        branch_remove(o, p, parent, left + 1);
        return true;
    }
    return false;
}

/* Removes entries [slot, slot + count) of the path's leaf. */
static void leaf_cut(order *o, path *p, uint32_t slot, uint32_t count) {
    leaf *l = p->leaf;
    l->count -= count;
    memmove(l->at + slot, l->at + slot + count, (l->count - slot) * sizeof(entry));
    o->count -= count;
    path_add_below(p, o->height, (size_t)0 - count);
    if (!l->count) {
        leaf_unlink(o, l);
        leaf_free(o, l);
        if (o->height)
            branch_remove(o, p, o->height - 1, p->at[o->height - 1].slot);
        else
            o->root = NULL;
        return;
    }
    if (!slot) path_set_first(p, o->height, l->at[0]);
    if (l->count < LEAF_FEW && leaf_join(o, p)) return;
    if (l->count * 3 < l->cap * 2) leaf_resize(o, p, l->count);
}

/* The path and slot of an item; false when it is not there. */
static bool path_find_item(const order *o, path *p, const target *t, uint32_t *slot) {
    bool equal;
    if (!o->root) return false;
    path_find(o, p, t);
    *slot = entry_bound(o, p->leaf->at, sizeof(entry), p->leaf->count, t, &equal);
    return equal;
}

bool order_remove(order *o, double score, const void *item) {
    path p;
    uint32_t slot;
    if (!path_find_item(o, &p, &(target){ score, item, item }, &slot)) return false;
    leaf_cut(o, &p, slot, 1);
    return true;
}

void order_replace(order *o, double score, const void *old_item, void *new_item) {
    path p;
    uint32_t slot;
    if (!o->kind->compare) {
        bool there = order_remove(o, score, old_item);
        assert(there);
        order_insert(o, score, new_item);
        return;
    }
    bool there = path_find_item(o, &p, &(target){ score, old_item, new_item }, &slot);
    assert(there);
    p.leaf->at[slot].item = new_item;
    if (!slot) path_set_first(&p, o->height, p.leaf->at[0]);
}

void order_remove_ranks(order *o, size_t from, size_t to, void (*each)(void *item, double score, void *context),
                        void *context) {
    if (to >= o->count) to = o->count - 1;
    if (from > to || !o->count) return;
    for (size_t left = to - from + 1; left; ) {
        path p;
        entry gone[LEAF_MOST];
        uint32_t slot = path_find_rank(o, &p, from);
        uint32_t count = p.leaf->count - slot;
        if (count > left) count = (uint32_t)left;
        memcpy(gone, p.leaf->at + slot, count * sizeof(entry));
        leaf_cut(o, &p, slot, count);
        for (uint32_t i = 0; i < count; i++) each(gone[i].item, gone[i].score, context);
        left -= count;
    }
}

/* -- places ---------------------------------------------------------------- */

static order_at place(leaf *l, uint32_t slot) {
    if (l && slot == l->count) {
        l = l->next;
        slot = 0;
    }
    return (order_at){ l, slot };
}

order_at order_first(const order *o) {
    return (order_at){ o->first, 0 };
}

order_at order_last(const order *o) {
    return (order_at){ o->last, o->last ? o->last->count - 1 : 0 };
}

order_at order_at_rank(const order *o, size_t rank) {
    path p;
    if (rank >= o->count) return (order_at){ NULL, 0 };
    uint32_t slot = path_find_rank(o, &p, rank);
    return (order_at){ p.leaf, slot };
}

bool order_next(order_at *at) {
    const leaf *l = at->leaf;
    if (++at->slot < l->count) return true;
    *at = (order_at){ l->next, 0 };
    return at->leaf != NULL;
}

bool order_previous(order_at *at) {
    const leaf *l = at->leaf;
    if (at->slot--) return true;
    *at = (order_at){ l->previous, l->previous ? l->previous->count - 1 : 0 };
    return at->leaf != NULL;
}

void *order_item(const order_at *at) {
    return ((const leaf *)at->leaf)->at[at->slot].item;
}

double order_score(const order_at *at) {
    return ((const leaf *)at->leaf)->at[at->slot].score;
}

void order_prefetch(const order_at *at) {
    const leaf *l = at->leaf;
    if (!l) return;
    if (!at->slot) {
        for (uint32_t i = 1; i < AHEAD && i < l->count; i++) __builtin_prefetch(l->at[i].item);
        if (l->next) node_prefetch(l->next);
    }
    uint32_t ahead = at->slot + AHEAD;
    if (ahead < l->count) __builtin_prefetch(l->at[ahead].item);
}

size_t order_rank(const order *o, double score, const void *item) {
    path p;
    uint32_t slot;
    if (!path_find_item(o, &p, &(target){ score, item, item }, &slot)) return SIZE_MAX;
    return path_rank(o, &p) + slot;
}

order_at order_seek(const order *o, double score, bool above, size_t *rank) {
    size_t before = 0;
    void *node = o->root;
    for (uint32_t depth = 0; depth < o->height; depth++) {
        const inner *n = node;
        uint32_t slot = score_bound(n->at, sizeof(branch), n->count, score, above);
        if (slot) slot--;
        node = n->at[slot].child;
        node_prefetch(node);
        for (uint32_t i = 0; rank && i < slot; i++) before += n->at[i].below;
    }
    leaf *l = node;
    uint32_t slot = l ? score_bound(l->at, sizeof(entry), l->count, score, above) : 0;
    if (rank) *rank = before + slot;
    return place(l, slot);
}

/* First of count entries that passes the test. */
static uint32_t test_bound(const void *base, size_t stride, uint32_t count, bool (*test)(const void *, void *),
                           void *context) {
    uint32_t from = 0;
    while (count) {
        uint32_t half = count / 2;
        bool before = !test(entry_at(base, stride, from + half)->item, context);
        from = before ? from + half + 1 : from;
        count = before ? count - half - 1 : half;
    }
    return from;
}

order_at order_seek_by(const order *o, bool (*test)(const void *item, void *context), void *context, size_t *rank) {
    size_t before = 0;
    void *node = o->root;
    for (uint32_t depth = 0; depth < o->height; depth++) {
        const inner *n = node;
        uint32_t slot = test_bound(n->at, sizeof(branch), n->count, test, context);
        if (slot) slot--;
        node = n->at[slot].child;
        for (uint32_t i = 0; rank && i < slot; i++) before += n->at[i].below;
    }
    leaf *l = node;
    uint32_t slot = l ? test_bound(l->at, sizeof(entry), l->count, test, context) : 0;
    if (rank) *rank = before + slot;
    return place(l, slot);
}

/* -- the tree -------------------------------------------------------------- */

order *order_new(const order_kind *kind) {
    order *o = memory_zero(sizeof *o);
    o->kind = kind;
    o->bytes = memory_good_size(sizeof *o);
    return o;
}

size_t order_count(const order *o) {
    return o->count;
}

size_t order_footprint(const order *o) {
    return o->bytes;
}

/* From the end, so that all inner nodes but those on the way there stay whole. */
bool order_free_some(order *o, size_t budget) {
    path p;
    for (size_t nodes = 1 + budget / NODE_EFFORT; o->root && nodes; nodes--) {
        path_find_end(o, &p, true);
        leaf_free(o, p.leaf);
        uint32_t depth = o->height;
        while (depth && !--p.at[depth - 1].node->count) inner_free(o, p.at[--depth].node);
        if (!depth) o->root = NULL;
    }
    if (o->root) return false;
    memory_free(o, sizeof *o);
    return true;
}

void order_free(order *o) {
    if (o) order_free_some(o, SIZE_MAX);
}

/* Moves the path's leaf, and the inner nodes above of which it is the very first leaf. */
static void path_defragment(order *o, path *p) {
    for (uint32_t depth = o->height; depth-- && !p->at[depth].slot; ) {
        inner *n = p->at[depth].node;
        p->at[depth].node = memory_move(n, inner_size(n->cap));
        *path_pointer(o, p, depth) = p->at[depth].node;
    }
    leaf_moved(o, p, memory_move(p->leaf, leaf_size(p->leaf->cap)));
}

void order_defragment(order **where, uint64_t *cursor) {
    if (!*cursor) *where = memory_move(*where, sizeof **where);
    order *o = *where;
    path p;
    for (int leaves = 0; leaves < 16 && *cursor < o->count; leaves++) {
        uint32_t slot = path_find_rank(o, &p, (size_t)*cursor);
        path_defragment(o, &p);
        *cursor += p.leaf->count - slot;
    }
    if (*cursor >= o->count) *cursor = 0;
}
