#include "data/rax.h"
#include "base/assert.h"
#include "base/memory.h"

/* A node stands for the bytes on the way to it and its own prefix. One block holds, in this order, its header, the
 * value of the key that ends there (if one does), room for 0, 4, 16, 48 or 256 children, the bytes they stand under
 * and the prefix. Up to 16 children are sorted by byte; 48 have an index of 256 places; 256 stand each at its
 * byte. */
typedef struct node {
    uint8_t kind, has_value;
    uint16_t count;
    uint32_t prefix;            /* length */
    void *at[];
} node;

enum { LEAF, FOUR, SIXTEEN, FORTY_EIGHT, ALL };

static const uint16_t kind_room[] = { 0, 4, 16, 48, 256 };
static const uint16_t kind_bytes[] = { 0, 4, 16, 256, 0 };
/* With so few children a node becomes one of the kind below: with some distance, lest it go to and fro. */
static const uint16_t kind_few[] = { 0, 0, 3, 12, 40 };

struct rax {
    node *root;
    size_t count, bytes;
    uint64_t version;           /* counts changes of shape, after which the stack of a walk is worth nothing */
};

/* -- nodes ----------------------------------------------------------------- */

static size_t node_size(uint8_t kind, bool has_value, size_t prefix) {
    return sizeof(node) + (has_value + (size_t)kind_room[kind]) * sizeof(void *) + kind_bytes[kind] + prefix;
}

static void **node_children(const node *n) {
    return (void **)(uintptr_t)n->at + n->has_value;
}

static uint8_t *node_bytes(const node *n) {
    return (uint8_t *)(node_children(n) + kind_room[n->kind]);
}

static char *node_prefix(const node *n) {
    return (char *)node_bytes(n) + kind_bytes[n->kind];
}

static node *node_new(rax *r, uint8_t kind, bool has_value, size_t prefix) {
    size_t size = node_size(kind, has_value, prefix);
    assert(prefix <= UINT32_MAX);
    node *n = memory_zero(size);
    r->bytes += memory_good_size(size);
    n->kind = kind;
    n->has_value = has_value;
    n->prefix = (uint32_t)prefix;
    return n;
}

static void node_free(rax *r, node *n) {
    size_t size = node_size(n->kind, n->has_value, n->prefix);
    r->bytes -= memory_good_size(size);
    memory_free(n, size);
}

static node *leaf_new(rax *r, slice prefix, void *value) {
    node *n = node_new(r, LEAF, true, prefix.len);
    n->at[0] = value;
    if (prefix.len) memcpy(node_prefix(n), prefix.at, prefix.len);
    return n;
}

/* Where the child under this byte hangs; NULL when there is none. */
static node **node_child(const node *n, uint8_t byte) {
    void **child = node_children(n);
    const uint8_t *under = node_bytes(n);
    if (n->kind == ALL) return child[byte] ? (node **)&child[byte] : NULL;
    if (n->kind == FORTY_EIGHT) return under[byte] ? (node **)&child[under[byte] - 1] : NULL;
    for (uint32_t i = 0; i < n->count; i++)
        if (under[i] == byte) return (node **)&child[i];
    return NULL;
}

/* The least byte >= from under which there is a child, -1 when there is none. */
static int node_byte_from(const node *n, int from) {
    const uint8_t *under = node_bytes(n);
    if (n->kind <= SIXTEEN) {
        for (int i = 0; i < n->count; i++)
            if (under[i] >= from) return under[i];
        return -1;
    }
    for (; from < 256; from++)
        if (n->kind == ALL ? node_children(n)[from] != NULL : under[from] != 0) return from;
    return -1;
}

/* The greatest byte <= from under which there is a child, -1 when there is none. */
static int node_byte_to(const node *n, int from) {
    const uint8_t *under = node_bytes(n);
    if (n->kind <= SIXTEEN) {
        for (int i = n->count - 1; i >= 0; i--)
            if (under[i] <= from) return under[i];
        return -1;
    }
    for (; from >= 0; from--)
        if (n->kind == ALL ? node_children(n)[from] != NULL : under[from] != 0) return from;
    return -1;
}

/* Hangs a child in; there must be room and none under this byte. */
static void node_put(node *n, uint8_t byte, node *added) {
    void **child = node_children(n);
    uint8_t *under = node_bytes(n);
    uint32_t at = 0;
    if (n->kind == ALL) {
        at = byte;
    } else if (n->kind == FORTY_EIGHT) {
        while (child[at]) at++;
        under[byte] = (uint8_t)(at + 1);
    } else {
        while (at < n->count && under[at] < byte) at++;
        memmove(under + at + 1, under + at, n->count - at);
        memmove(child + at + 1, child + at, (n->count - at) * sizeof *child);
        under[at] = byte;
    }
    child[at] = added;
    n->count++;
}

static void node_take(node *n, uint8_t byte) {
    void **child = node_children(n);
    uint8_t *under = node_bytes(n);
    n->count--;
    if (n->kind == ALL) {
        child[byte] = NULL;
    } else if (n->kind == FORTY_EIGHT) {
        child[under[byte] - 1] = NULL;
        under[byte] = 0;
    } else {
        uint32_t at = 0;
        while (under[at] != byte) at++;
        memmove(under + at, under + at + 1, n->count - at);
        memmove(child + at, child + at + 1, (n->count - at) * sizeof *child);
    }
}

/* A node of another shape with n's value (or NULL), its children and `prefix` bytes still to be filled in. */
static node *node_like(rax *r, const node *n, uint8_t kind, bool has_value, size_t prefix) {
    node *new = node_new(r, kind, has_value, prefix);
    if (has_value && n->has_value) new->at[0] = n->at[0];
    for (int byte = node_byte_from(n, 0); byte >= 0; byte = node_byte_from(n, byte + 1))
        node_put(new, (uint8_t)byte, *node_child(n, (uint8_t)byte));
    return new;
}

static node *node_reshape(rax *r, node *n, uint8_t kind, bool has_value) {
    node *new = node_like(r, n, kind, has_value, n->prefix);
    memcpy(node_prefix(new), node_prefix(n), n->prefix);
    node_free(r, n);
    return new;
}

/* The same node with only the last `keep` bytes of its prefix. */
static node *node_shorten(rax *r, node *n, size_t keep) {
    node *new = node_like(r, n, n->kind, n->has_value, keep);
    memcpy(node_prefix(new), node_prefix(n) + n->prefix - keep, keep);
    node_free(r, n);
    return new;
}

/* A node with one child and no value becomes one with that child. */
static node *node_join(rax *r, node *n) {
    uint8_t byte = (uint8_t)node_byte_from(n, 0);
    node *child = *node_child(n, byte);
    node *new = node_like(r, child, child->kind, child->has_value, n->prefix + (size_t)1 + child->prefix);
    char *prefix = node_prefix(new);
    memcpy(prefix, node_prefix(n), n->prefix);
    prefix[n->prefix] = (char)byte;
    memcpy(prefix + n->prefix + 1, node_prefix(child), child->prefix);
    node_free(r, child);
    node_free(r, n);
    return new;
}

static size_t node_common(const node *n, slice rest) {
    size_t most = n->prefix < rest.len ? n->prefix : rest.len, i = 0;
    const char *prefix = node_prefix(n);
    while (i < most && prefix[i] == rest.at[i]) i++;
    return i;
}

static slice slice_after(slice s, size_t skip) {
    return (slice){ s.at + skip, s.len - skip };
}

/* -- the map --------------------------------------------------------------- */

rax *rax_new(void) {
    rax *r = memory_zero(sizeof *r);
    r->bytes = memory_good_size(sizeof *r);
    return r;
}

/* With a list of what is left to do instead of recursion: keys decide how deep the tree is. */
void rax_free(rax *r, void (*each)(void *value, void *context), void *context) {
    if (!r) return;
    size_t cap = 0, count = 0;
    node **left = NULL;
    for (node *n = r->root; n; n = count ? left[--count] : NULL) {
        if (n->has_value && each) each(n->at[0], context);
        if (count + n->count > cap) {
            size_t more = (count + n->count) * 2;
            left = memory_resize(left, cap * sizeof *left, more * sizeof *left);
            cap = more;
        }
        for (int byte = node_byte_from(n, 0); byte >= 0; byte = node_byte_from(n, byte + 1))
            left[count++] = *node_child(n, (uint8_t)byte);
        node_free(r, n);
    }
    memory_free(left, cap * sizeof *left);
    memory_free(r, sizeof *r);
}

size_t rax_count(const rax *r) {
    return r->count;
}

size_t rax_footprint(const rax *r) {
    return r->bytes;
}

/* Cuts a node's prefix in two after `common` bytes: a new node there holds the rest of it and the new key. */
static node *node_split(rax *r, node *n, size_t common, slice rest, void *value) {
    bool here = common == rest.len;
    node *up = node_new(r, FOUR, here, common);
    const char *prefix = node_prefix(n);
    uint8_t byte = (uint8_t)prefix[common];
    memcpy(node_prefix(up), prefix, common);
    node_put(up, byte, node_shorten(r, n, n->prefix - common - 1));
    if (here)
        up->at[0] = value;
    else
        node_put(up, (uint8_t)rest.at[common], leaf_new(r, slice_after(rest, common + 1), value));
    return up;
}

/* The key ends at this node. True when it is new. */
static bool node_set_value(rax *r, node **link, void *value, void **old) {
    bool added = !(*link)->has_value;
    if (added) {
        *link = node_reshape(r, *link, (*link)->kind, true);
        r->count++;
        r->version++;
    } else if (old) {
        *old = (*link)->at[0];
    }
    (*link)->at[0] = value;
    return added;
}

static void node_add_leaf(rax *r, node **link, slice rest, void *value) {
    if ((*link)->count == kind_room[(*link)->kind])
        *link = node_reshape(r, *link, (*link)->kind + 1, (*link)->has_value);
    node_put(*link, (uint8_t)rest.at[0], leaf_new(r, slice_after(rest, 1), value));
}

bool rax_set(rax *r, slice key, void *value, void **old) {
    if (old) *old = NULL;
    node **link = &r->root;
    slice rest = key;
    while (*link) {
        size_t common = node_common(*link, rest);
        if (common < (*link)->prefix) {
            *link = node_split(r, *link, common, rest, value);
            break;
        }
        rest = slice_after(rest, common);
        if (!rest.len) return node_set_value(r, link, value, old);
        node **child = node_child(*link, (uint8_t)rest.at[0]);
        if (!child) {
            node_add_leaf(r, link, rest, value);
            break;
        }
        rest = slice_after(rest, 1);
        link = child;
    }
    if (!*link) *link = leaf_new(r, rest, value);
    r->count++;
    r->version++;
    return true;
}

/* The link to the node at which the key ends, NULL when there is none with a value; the link above it in *up. */
static node **rax_find(const rax *r, slice key, node ***up) {
    node **link = (node **)(uintptr_t)&r->root;
    *up = NULL;
    if (!*link) return NULL;
    for (slice rest = key;;) {
        if (node_common(*link, rest) < (*link)->prefix) return NULL;
        rest = slice_after(rest, (*link)->prefix);
        if (!rest.len) return (*link)->has_value ? link : NULL;
        node **child = node_child(*link, (uint8_t)rest.at[0]);
        if (!child) return NULL;
        *up = link;
        link = child;
        rest = slice_after(rest, 1);
    }
}

bool rax_get(const rax *r, slice key, void **value) {
    node **up, **link = rax_find(r, key, &up);
    if (!link) return false;
    *value = (*link)->at[0];
    return true;
}

/* After a loss: the least shape in which a node can stay. */
static node *node_settle(rax *r, node *n) {
    if (n->count == 1 && !n->has_value) return node_join(r, n);
    if (n->kind != LEAF && n->count <= kind_few[n->kind]) return node_reshape(r, n, n->kind - 1, n->has_value);
    return n;
}

bool rax_remove(rax *r, slice key, void **old) {
    if (old) *old = NULL;
    node **up, **link = rax_find(r, key, &up);
    if (!link) return false;
    if (old) *old = (*link)->at[0];
    r->count--;
    r->version++;
    if ((*link)->count) {
        *link = node_settle(r, node_reshape(r, *link, (*link)->kind, false));
        return true;
    }
    size_t prefix = (*link)->prefix;
    node_free(r, *link);
    if (up) {
        node_take(*up, (uint8_t)key.at[key.len - 1 - prefix]);
        *up = node_settle(r, *up);
    } else {
        r->root = NULL;
    }
    return true;
}

/* -- walking --------------------------------------------------------------- */

/* One node on the way to where a walk stands. */
typedef struct frame {
    const node *node;
    size_t len;                 /* of the key up to and with the node's prefix */
    int byte;                   /* the child taken, -1 for the node's own value */
} frame;

/* w->stack. While not `standing`, w->key is where to start from, and `strict` leaves that very key out. */
typedef struct stack {
    size_t count, cap;
    bool standing, strict, end;
    bytes *target;
    frame at[];
} stack;

static size_t stack_size(size_t cap) {
    return sizeof(stack) + cap * sizeof(frame);
}

void rax_walk_start(rax_walk *w, const rax *r) {
    enum { FRAMES = 12 };
    stack *s = memory_zero(stack_size(FRAMES));
    s->cap = FRAMES;
    *w = (rax_walk){ r, bytes_new(16), NULL, 0, s };
}

void rax_walk_stop(rax_walk *w) {
    stack *s = w->stack;
    if (!s) return;
    bytes_free(s->target);
    memory_free(s, stack_size(s->cap));
    bytes_free(w->key);
    *w = (rax_walk){ 0 };
}

static void walk_aim(rax_walk *w, slice key, bool strict, bool end) {
    stack *s = w->stack;
    bytes *aim = bytes_copy(key);
    bytes_free(w->key);
    w->key = aim;
    w->value = NULL;
    s->standing = false;
    s->strict = strict;
    s->end = end;
}

void rax_seek(rax_walk *w, slice key, bool above) {
    walk_aim(w, key, above, false);
}

void rax_seek_back(rax_walk *w, slice key, bool below) {
    walk_aim(w, key, below, false);
}

void rax_seek_end(rax_walk *w) {
    walk_aim(w, SLICE(""), false, true);
}

/* Goes down to a node: the key grows by its prefix. */
static frame *walk_push(rax_walk *w, const node *n) {
    stack *s = w->stack;
    if (s->count == s->cap) {
        s = w->stack = memory_resize(s, stack_size(s->cap), stack_size(s->cap * 2));
        s->cap *= 2;
    }
    bytes_append(&w->key, slice_make(node_prefix(n), n->prefix));
    frame *f = &s->at[s->count++];
    *f = (frame){ n, w->key->len, -1 };
    return f;
}

/* Takes the child of the topmost node under this byte. */
static const node *walk_enter(rax_walk *w, int byte) {
    stack *s = w->stack;
    frame *f = &s->at[s->count - 1];
    f->byte = byte;
    w->key->len = f->len;
    bytes_append_char(&w->key, (char)byte);
    return *node_child(f->node, (uint8_t)byte);
}

/* The walk stands at the topmost node's own value. */
static bool walk_stand(rax_walk *w) {
    stack *s = w->stack;
    frame *f = &s->at[s->count - 1];
    f->byte = -1;
    w->key->len = f->len;
    w->key->at[f->len] = 0;
    w->value = f->node->at[0];
    w->version = w->rax->version;
    s->standing = true;
    s->end = false;
    return true;
}

static bool walk_first(rax_walk *w, const node *n) {
    while (!walk_push(w, n)->node->has_value) n = walk_enter(w, node_byte_from(n, 0));
    return walk_stand(w);
}

static bool walk_last(rax_walk *w, const node *n) {
    while (walk_push(w, n)->node->count) n = walk_enter(w, node_byte_to(n, 255));
    return walk_stand(w);
}

/* To what follows the child (or the value) that the topmost node stands at; false past the end. */
static bool walk_forth(rax_walk *w) {
    stack *s = w->stack;
    for (; s->count; s->count--) {
        const frame *f = &s->at[s->count - 1];
        int byte = node_byte_from(f->node, f->byte + 1);
        if (byte >= 0) return walk_first(w, walk_enter(w, byte));
    }
    return false;
}

/* To what precedes the child that the topmost node stands at. */
static bool walk_back(rax_walk *w) {
    stack *s = w->stack;
    for (; s->count; s->count--) {
        const frame *f = &s->at[s->count - 1];
        if (f->byte < 0) continue;
        int byte = node_byte_to(f->node, f->byte - 1);
        if (byte >= 0) return walk_last(w, walk_enter(w, byte));
        if (f->node->has_value) return walk_stand(w);
    }
    return false;
}

/* Where a node lies as seen from the key searched for. */
typedef enum side { BEFORE, ON_THE_WAY, BEHIND } side;

static side node_side(const node *n, slice rest) {
    size_t common = node_common(n, rest);
    if (common == n->prefix) return ON_THE_WAY;
    if (common == rest.len) return BEHIND;
    return (uint8_t)node_prefix(n)[common] > (uint8_t)rest.at[common] ? BEHIND : BEFORE;
}

/* The first key >= the target, or > when strict. */
static bool walk_find_forth(rax_walk *w, slice rest, bool strict) {
    for (const node *n = w->rax->root; n; ) {
        side where = node_side(n, rest);
        if (where == BEHIND) return walk_first(w, n);
        if (where == BEFORE) return walk_forth(w);
        frame *f = walk_push(w, n);
        rest = slice_after(rest, n->prefix);
        if (!rest.len) return n->has_value && !strict ? walk_stand(w) : walk_forth(w);
        int byte = (uint8_t)rest.at[0];
        if (!node_child(n, (uint8_t)byte)) {
            f->byte = byte;
            return walk_forth(w);
        }
        rest = slice_after(rest, 1);
        n = walk_enter(w, byte);
    }
    return false;
}

/* The last key <= the target, or < when strict. */
static bool walk_find_back(rax_walk *w, slice rest, bool strict) {
    for (const node *n = w->rax->root; n; ) {
        side where = node_side(n, rest);
        if (where == BEHIND) return walk_back(w);
        if (where == BEFORE) return walk_last(w, n);
        frame *f = walk_push(w, n);
        rest = slice_after(rest, n->prefix);
        if (!rest.len) return n->has_value && !strict ? walk_stand(w) : walk_back(w);
        int byte = (uint8_t)rest.at[0];
        if (!node_child(n, (uint8_t)byte)) {
            f->byte = byte;
            return walk_back(w);
        }
        rest = slice_after(rest, 1);
        n = walk_enter(w, byte);
    }
    return false;
}

static bool walk_find(rax_walk *w, bool forth, bool strict) {
    stack *s = w->stack;
    s->count = 0;
    bytes_free(s->target);
    s->target = bytes_copy(bytes_slice(w->key));
    w->key->len = 0;
    slice target = bytes_slice(s->target);
    if (s->end && !forth && !s->standing) return w->rax->root && walk_last(w, w->rax->root);
    return forth ? walk_find_forth(w, target, strict) : walk_find_back(w, target, strict);
}

/* The walk stays where it is when there is nothing more: keys that come later are still found. */
static bool walk_move(rax_walk *w, bool forth) {
    stack *s = w->stack;
    bool stepping = s->standing && w->version == w->rax->version;
    bool strict = s->standing || s->strict;
    if (stepping ? (forth ? walk_forth(w) : walk_back(w)) : walk_find(w, forth, strict)) return true;
    s = w->stack;
    if (!stepping) {
        w->key->len = 0;
        bytes_append(&w->key, bytes_slice(s->target));
    }
    s->standing = false;
    s->strict = strict;
    w->value = NULL;
    return false;
}

bool rax_next(rax_walk *w) {
    return walk_move(w, true);
}

bool rax_previous(rax_walk *w) {
    return walk_move(w, false);
}
