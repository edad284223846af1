#include "data/table.h"
#include "base/assert.h"
#include "base/memory.h"
#include "base/random.h"

/* How a hash is read, from its top: `depth` bits choose the directory entry, the rest of its top 48 bits (its
 * position in the scan order) is a fraction of the segment. The bucket is that fraction times the number of buckets;
 * the tag is bits 6 to 13 of the fraction. So a bucket's number and a tag together give back 14 bits of the fraction,
 * and a segment of 64 buckets or more is rebuilt almost without touching its items. */
enum {
    SLOTS = 7,
    MOST_BUCKETS = 128,
    MOST_ITEMS = MOST_BUCKETS * SLOTS,
    STEPS = 15,
    POSITION_BITS = 48,
    HASH_REST = 64 - POSITION_BITS,
    FRACTION_BITS = 56,
    KNOWN_BITS = 14,            /* of the fraction, from bucket and tag, when there are at least KNOWN_FROM buckets */
    KNOWN_FROM = 64,
    DEEPEST = 40,
    MERGE_BELOW = 300,          /* items in two siblings that then become one segment */
    RESERVE_MOST = 1 << 22,     /* a file's word is not worth more memory than this many slots */
    TRIES = 64
};

#define LOW_BITS 0x0101010101010101u
#define TAG_MARKS 0x0080808080808080u   /* the top bit of each tag byte, not of the overflow count */
#define ONE_PASSED ((uint64_t)1 << 56)
#define PASSED_FULL 255u                /* a count that got here stays until the segment is rebuilt */

static const uint8_t ladder[STEPS] = { 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 80, 104, 128 };

/* tags: byte i is item[i]'s tag, 0 when the slot is free; the top byte counts the items that passed by. */
typedef struct bucket {
    uint64_t tags;
    void *item[SLOTS];
} bucket;

/* What the directory knows of a segment without touching it; items counts only in the segment's first entry. */
typedef struct shape {
    uint8_t depth, buckets;
    uint16_t items;
} shape;

struct table {
    const table_kind *kind;
    size_t count, buckets, segments, bytes;
    bucket **segment;           /* 1 << depth of them; a segment less deep stands in several entries in a row */
    shape *shape;
    uint32_t depth;
    uint32_t deepest;           /* segments that are as deep as the directory */
    union {
        bucket *only;           /* the directory of a table with one segment */
        size_t drained;         /* entries of a larger one whose segments table_drain has given back */
    };
    struct shape only_shape;
};

/* Where an item of some hash belongs. */
typedef struct place {
    bucket *segment;
    size_t index;
    uint32_t buckets, home, tag;
} place;

/* Items taken out of their segments to be put elsewhere. */
typedef struct batch {
    uint32_t count;
    struct { void *item; uint64_t hash; } at[MOST_ITEMS];
} batch;

/* The segment of an empty table: searches need no special case, and nothing is ever written to it. */
static const bucket nothing;

/* -- buckets --------------------------------------------------------------- */

/* A mark for each tag that is equal: the bytes of x that are zero, exactly. */
static inline uint64_t tags_equal(uint64_t tags, uint32_t tag) {
    uint64_t x = tags ^ (LOW_BITS * tag);
    uint64_t low = ~TAG_MARKS & (UINT64_MAX >> 8);
    return ~(((x & low) + low) | x) & TAG_MARKS;
}

static inline uint32_t slot_of(uint64_t marks) {
    return (uint32_t)__builtin_ctzll(marks) >> 3;
}

static inline uint32_t bucket_passed(const bucket *b) {
    return (uint32_t)(b->tags >> 56);
}

static inline uint64_t bucket_taken(const bucket *b) {
    return tags_equal(b->tags, 0) ^ TAG_MARKS;
}

static inline uint64_t fraction_of(uint64_t hash, uint32_t depth) {
    return (hash >> HASH_REST << (HASH_REST + depth)) >> (64 - FRACTION_BITS);
}

static inline uint32_t fraction_bucket(uint64_t fraction, uint32_t buckets) {
    return (uint32_t)(fraction * buckets >> FRACTION_BITS);
}

/* The least fraction that falls into bucket b. */
static inline uint64_t bucket_start(uint32_t b, uint32_t buckets) {
    return (((uint64_t)b << FRACTION_BITS) + buckets - 1) / buckets;
}

static inline uint32_t fraction_tag(uint64_t fraction) {
    uint32_t tag = (uint32_t)(fraction >> (FRACTION_BITS - KNOWN_BITS)) & 255;
    return tag ? tag : 1;
}

static inline size_t table_index(const table *t, uint64_t hash) {
    return (size_t)(hash >> 1 >> (63 - t->depth));
}

static inline place place_of(const table *t, uint64_t hash) {
    size_t index = table_index(t, hash);
    shape s = t->shape[index];
    uint64_t fraction = fraction_of(hash, s.depth);
    return (place){ t->segment[index], index, s.buckets, fraction_bucket(fraction, s.buckets), fraction_tag(fraction) };
}

/* Puts an item into the first free slot from bucket home on; there must be one. */
static void **segment_put(bucket *segment, uint32_t buckets, uint32_t home, uint32_t tag, void *item) {
    bucket *b = segment + home;
    uint64_t free;
    while (!(free = tags_equal(b->tags, 0))) {
        if (bucket_passed(b) < PASSED_FULL) b->tags += ONE_PASSED;
        if (++b == segment + buckets) b = segment;
    }
    uint32_t slot = slot_of(free);
    b->tags |= (uint64_t)tag << (8 * slot);
    b->item[slot] = item;
    return &b->item[slot];
}

/* -- segments -------------------------------------------------------------- */

/* A bucket is a cache line. */
static size_t segment_bytes(uint32_t buckets) { return buckets * sizeof(bucket); }

static bucket *segment_new(table *t, uint32_t buckets) {
    size_t size = segment_bytes(buckets);
    t->bytes += memory_good_size(size);
    t->buckets += buckets;
    t->segments++;
    return memset(memory_alloc_aligned(size), 0, size);
}

static void segment_free(table *t, bucket *segment, uint32_t buckets) {
    if (!buckets || segment == &nothing) return;
    size_t size = segment_bytes(buckets);
    memory_free(segment, size);
    t->bytes -= memory_good_size(size);
    t->buckets -= buckets;
    t->segments--;
}

/* How many items a segment takes before it grows: seven eighths, but a lone bucket may be full. */
static uint32_t segment_limit(uint32_t buckets) {
    return buckets == 1 ? SLOTS : buckets * SLOTS * 7 / 8;
}

static uint32_t step_above(uint32_t buckets) {
    uint32_t i = 0;
    while (ladder[i] <= buckets) i++;
    return ladder[i];
}

/* The smallest step in which so many items leave some room. */
static uint32_t step_for(uint32_t items) {
    if (items <= SLOTS) return 1;
    uint32_t i = 0;
    while (i < STEPS - 1 && items * 4 > ladder[i] * SLOTS * 3u) i++;
    return ladder[i];
}

/* -- the directory --------------------------------------------------------- */

static size_t directory_bytes(uint32_t depth) {
    return (sizeof(bucket *) + sizeof(shape)) << depth;
}

static void directory_set_empty(table *t) {
    t->only = (bucket *)(uintptr_t)&nothing;
    t->only_shape = (shape){ 0, 1, 0 };
    t->segment = &t->only;
    t->shape = &t->only_shape;
    t->depth = 0;
    t->deepest = 1;
}

static void directory_free(table *t) {
    if (!t->depth) return;
    memory_free(t->segment, directory_bytes(t->depth));
    t->bytes -= memory_good_size(directory_bytes(t->depth));
}

/* Makes the table point at a new, still unfilled directory; the old one is returned in *old. */
static void directory_new(table *t, uint32_t depth) {
    if (!depth) {
        t->segment = &t->only;
        t->shape = &t->only_shape;
    } else {
        t->segment = memory_alloc(directory_bytes(depth));
        t->shape = (shape *)(void *)(t->segment + ((size_t)1 << depth));
        t->bytes += memory_good_size(directory_bytes(depth));
        t->drained = 0;
    }
    t->depth = depth;
}

static void directory_double(table *t) {
    table old = *t;
    if (!old.depth) old.segment = &old.only, old.shape = &old.only_shape;
    assert(old.depth < DEEPEST);
    directory_new(t, old.depth + 1);
    for (size_t i = 0; i < (size_t)1 << old.depth; i++) {
        t->segment[2 * i] = t->segment[2 * i + 1] = old.segment[i];
        t->shape[2 * i] = t->shape[2 * i + 1] = old.shape[i];
    }
    t->deepest = 0;
    old.bytes = t->bytes;
    directory_free(&old);
    t->bytes = old.bytes;
}

static void directory_halve(table *t) {
    table old = *t;
    directory_new(t, old.depth - 1);
    t->deepest = 0;
    for (size_t i = 0; i < (size_t)1 << t->depth; i++) {
        t->segment[i] = old.segment[2 * i];
        t->shape[i] = old.shape[2 * i];
        t->deepest += t->shape[i].depth == t->depth;
    }
    old.bytes = t->bytes;
    directory_free(&old);
    t->bytes = old.bytes;
}

static inline size_t directory_first(const table *t, size_t index) {
    return index >> (t->depth - t->shape[index].depth) << (t->depth - t->shape[index].depth);
}

/* The first entry of the segment after the one that begins at index. */
static inline size_t directory_next(const table *t, size_t index) {
    return index + ((size_t)1 << (t->depth - t->shape[index].depth));
}

/* Gives the entries from first on, as many as its depth says, a segment. */
static void directory_install(table *t, size_t first, bucket *segment, shape s) {
    for (size_t i = 0; i < (size_t)1 << (t->depth - s.depth); i++) {
        t->segment[first + i] = segment;
        t->shape[first + i] = s;
    }
}

/* -- rebuilding ------------------------------------------------------------ */

/* Adds an item whose hash is needed, and starts fetching it: by the time the batch is hashed all have arrived. */
static void batch_add(batch *out, void *item) {
    __builtin_prefetch(item);
    out->at[out->count++].item = item;
}

static void batch_add_segment(batch *out, const bucket *segment, uint32_t buckets) {
    for (const bucket *b = segment; b < segment + buckets; b++)
        for (uint64_t m = bucket_taken(b); m; m &= m - 1) batch_add(out, b->item[slot_of(m)]);
}

static void batch_hash(const table *t, batch *out) {
    for (uint32_t i = 0; i < out->count; i++) out->at[i].hash = hash_of(t->kind->key(out->at[i].item));
}

/* Puts the hashed items where the directory says. */
static void batch_put(table *t, const batch *in) {
    for (uint32_t i = 0; i < in->count; i++) {
        place p = place_of(t, in->at[i].hash);
        segment_put(p.segment, p.buckets, p.home, p.tag, in->at[i].item);
    }
}

/* A segment on its way to another number of buckets, with the first fraction of each bucket it has. */
typedef struct move {
    const bucket *old;
    uint32_t from, to;
    uint64_t start[MOST_BUCKETS + 1];
} move;

typedef enum verdict { IMPOSSIBLE, UNKNOWN, KNOWN } verdict;

/* Where an item with this tag goes if bucket b is its home, when bucket and tag tell enough. */
static verdict home_from_tag(const move *m, uint32_t tag, uint32_t b, uint32_t *home) {
    const uint32_t rest = FRACTION_BITS - KNOWN_BITS;
    if (tag == 1) return UNKNOWN;
    uint64_t least = m->start[b] >> rest, most = (m->start[b + 1] - 1) >> rest;
    uint64_t known = least + ((tag - least) & 255);
    if (known > most) return IMPOSSIBLE;
    *home = fraction_bucket(known << rest, m->to);
    return fraction_bucket(((known + 1) << rest) - 1, m->to) == *home ? KNOWN : UNKNOWN;
}

/* The same for an item found in bucket b, whose home may be one before it as long as items passed by there. */
static verdict home_from_place(const move *m, uint32_t tag, uint32_t b, uint32_t *home) {
    verdict found = IMPOSSIBLE;
    for (uint32_t left = 4; left; left--) {
        uint32_t candidate;
        verdict here = home_from_tag(m, tag, b, &candidate);
        if (here == UNKNOWN || (here == KNOWN && found == KNOWN)) return UNKNOWN;
        if (here == KNOWN) {
            found = KNOWN;
            *home = candidate;
        }
        b = (b ? b : m->from) - 1;
        if (!bucket_passed(&m->old[b])) return found;
    }
    return UNKNOWN;
}

/* Moves what can be moved without hashing; the others are left in the batch. */
static void segment_move_known(const bucket *old, uint32_t from, bucket *new, uint32_t to, batch *rest) {
    move m = { .old = old, .from = from, .to = to };
    for (uint32_t b = 0; b <= from; b++) m.start[b] = bucket_start(b, from);
    for (uint32_t b = 0; b < from; b++) {
        for (uint64_t marks = bucket_taken(&old[b]); marks; marks &= marks - 1) {
            uint32_t slot = slot_of(marks), tag = old[b].tags >> (8 * slot) & 255, home;
            if (home_from_place(&m, tag, b, &home) == KNOWN)
                segment_put(new, to, home, tag, old[b].item[slot]);
            else
                batch_add(rest, old[b].item[slot]);
        }
    }
}

/* Gives the segment that begins at entry `first` another number of buckets. */
static void segment_rebuild(table *t, size_t first, uint32_t buckets) {
    batch rest;
    rest.count = 0;
    shape s = t->shape[first];
    bucket *old = t->segment[first], *new = segment_new(t, buckets);
    if (s.buckets >= KNOWN_FROM)
        segment_move_known(old, s.buckets, new, buckets, &rest);
    else
        batch_add_segment(&rest, old, s.buckets);
    segment_free(t, old, s.buckets);
    s.buckets = (uint8_t)buckets;
    directory_install(t, first, new, s);
    batch_hash(t, &rest);
    batch_put(t, &rest);
}

/* Makes two segments of one, each with the half of its range. */
static void segment_split(table *t, size_t index) {
    if (t->shape[index].depth == t->depth) {
        directory_double(t);
        index *= 2;
    }
    size_t first = directory_first(t, index);
    shape s = t->shape[first];
    bucket *old = t->segment[first];
    batch all;
    all.count = 0;
    batch_add_segment(&all, old, s.buckets);
    batch_hash(t, &all);
    uint32_t upper = 0;
    for (uint32_t i = 0; i < all.count; i++) upper += all.at[i].hash >> (63 - s.depth) & 1;
    segment_free(t, old, s.buckets);
    s.depth++;
    for (int half = 0; half < 2; half++) {
        s.items = (uint16_t)(half ? upper : all.count - upper);
        s.buckets = (uint8_t)step_for(s.items);
        directory_install(t, first, segment_new(t, s.buckets), s);
        first = directory_next(t, first);
    }
    if (s.depth == t->depth) t->deepest += 2;
    batch_put(t, &all);
}

/* Makes one segment of the one at `first` and its sibling when both are nearly empty; true when it did. */
static bool segment_merge(table *t, size_t first) {
    shape s = t->shape[first];
    if (!s.depth) return false;
    size_t sibling = first ^ ((size_t)1 << (t->depth - s.depth));
    shape other = t->shape[sibling];
    if (other.depth != s.depth || s.items + other.items > MERGE_BELOW) return false;
    batch all;
    all.count = 0;
    batch_add_segment(&all, t->segment[first], s.buckets);
    batch_add_segment(&all, t->segment[sibling], other.buckets);
    batch_hash(t, &all);
    segment_free(t, t->segment[first], s.buckets);
    segment_free(t, t->segment[sibling], other.buckets);
    if (s.depth == t->depth) t->deepest -= 2;
    s = (shape){ (uint8_t)(s.depth - 1), (uint8_t)step_for(all.count), (uint16_t)all.count };
    directory_install(t, first < sibling ? first : sibling, segment_new(t, s.buckets), s);
    batch_put(t, &all);
    return true;
}

/* After a removal: merges, halves or shrinks what has become sparse. One or two segments, rarely the directory. */
static void table_shrink(table *t, uint64_t hash) {
    size_t first = directory_first(t, table_index(t, hash));
    while (t->shape[first].items <= MERGE_BELOW && segment_merge(t, first)) {
        if (!t->deepest) directory_halve(t);
        first = directory_first(t, table_index(t, hash));
    }
    shape s = t->shape[first];
    if (s.buckets == 1 || s.items * 5u > s.buckets * SLOTS * 2u) return;
    uint32_t buckets = step_for(s.items);
    if (buckets < s.buckets) segment_rebuild(t, first, buckets);
}

/* Frees everything but the table itself. */
static void table_clear(table *t) {
    for (size_t i = 0; t->segments; ) {
        size_t next = directory_next(t, i);
        segment_free(t, t->segment[i], t->shape[i].buckets);
        i = next;
    }
    directory_free(t);
    directory_set_empty(t);
}

/* -- the table ------------------------------------------------------------- */

table *table_new(const table_kind *kind) {
    table *t = memory_zero(sizeof *t);
    t->kind = kind;
    t->bytes = memory_good_size(sizeof *t);
    directory_set_empty(t);
    return t;
}

void table_free(table *t, void (*each)(void *item, void *context), void *context) {
    if (!t) return;
    void *item;
    if (each)
        for (table_walk w = { .table = t }; (item = table_next(&w)); ) each(item, context);
    table_clear(t);
    memory_free(t, sizeof *t);
}

size_t table_count(const table *t) {
    return t->count;
}

size_t table_footprint(const table *t) {
    return t->bytes;
}

size_t table_slots(const table *t) {
    return t->buckets * SLOTS;
}

static void **place_find(const table *t, const place *p, slice key) {
    bucket *b = p->segment + p->home;
    for (uint32_t left = p->buckets; left; left--) {
        for (uint64_t m = tags_equal(b->tags, p->tag); m; m &= m - 1) {
            void **slot = &b->item[slot_of(m)];
            if (slice_equal(t->kind->key(*slot), key)) return slot;
        }
        if (!bucket_passed(b)) return NULL;
        if (++b == p->segment + p->buckets) b = p->segment;
    }
    return NULL;
}

void **table_find_slot(const table *t, uint64_t hash, slice key) {
    place p = place_of(t, hash);
    return place_find(t, &p, key);
}

void *table_find(const table *t, uint64_t hash, slice key) {
    void **slot = table_find_slot(t, hash, key);
    return slot ? *slot : NULL;
}

/* Makes room for one more item of this hash. */
static void table_grow(table *t, uint64_t hash) {
    for (;;) {
        size_t first = directory_first(t, table_index(t, hash));
        shape s = t->shape[first];
        if (t->segment[first] == &nothing) {
            t->segment[first] = segment_new(t, 1);
            return;
        }
        if (s.items < segment_limit(s.buckets)) return;
        if (s.buckets < MOST_BUCKETS)
            segment_rebuild(t, first, step_above(s.buckets));
        else
            segment_split(t, first);
    }
}

void **table_insert(table *t, uint64_t hash, slice key, bool *found) {
    place p = place_of(t, hash);
    void **slot = place_find(t, &p, key);
    *found = slot != NULL;
    if (slot) return slot;
    size_t first = directory_first(t, p.index);
    if (t->shape[first].items >= segment_limit(p.buckets) || !t->segments) {
        table_grow(t, hash);
        p = place_of(t, hash);
        first = directory_first(t, p.index);
    }
    t->count++;
    t->shape[first].items++;
    return segment_put(p.segment, p.buckets, p.home, p.tag, NULL);
}

void *table_remove(table *t, uint64_t hash, slice key) {
    place p = place_of(t, hash);
    void **slot = place_find(t, &p, key);
    if (!slot) return NULL;
    void *item = *slot;
    bucket *b = p.segment + ((size_t)((char *)slot - (char *)p.segment) / sizeof(bucket));
    *slot = NULL;
    b->tags &= ~((uint64_t)255 << (8 * (slot - b->item)));
    for (bucket *by = p.segment + p.home; by != b; ) {
        if (bucket_passed(by) < PASSED_FULL) by->tags -= ONE_PASSED;
        if (++by == p.segment + p.buckets) by = p.segment;
    }
    t->shape[directory_first(t, p.index)].items--;
    if (--t->count)
        table_shrink(t, hash);
    else
        table_clear(t);
    return item;
}

void table_reserve(table *t, size_t count) {
    if (t->count || count <= SLOTS) return;
    if (count > RESERVE_MOST) count = RESERVE_MOST;
    const size_t room = segment_limit(MOST_BUCKETS) * 3 / 4;
    uint32_t depth = 0;
    while ((count >> depth) > room) depth++;
    table_clear(t);
    directory_new(t, depth);
    t->deepest = (uint32_t)1 << depth;
    shape s = { (uint8_t)depth, (uint8_t)step_for((uint32_t)(count >> depth)), 0 };
    for (size_t i = 0; i < (size_t)1 << depth; i++) directory_install(t, i, segment_new(t, s.buckets), s);
}

/* An item is read to the end of its span, and seldom begins where a line does. */
static inline void item_prefetch(const table *t, const char *item) {
    __builtin_prefetch(item);
    __builtin_prefetch(item + t->kind->span);
}

void table_prefetch_bucket(const table *t, uint64_t hash) {
    place p = place_of(t, hash);
    __builtin_prefetch(p.segment + p.home);
}

void table_prefetch_items(const table *t, uint64_t hash) {
    place p = place_of(t, hash);
    const bucket *b = p.segment + p.home;
    for (uint64_t m = tags_equal(b->tags, p.tag); m; m &= m - 1) {
        const char *item = b->item[slot_of(m)];
        item_prefetch(t, item);
    }
}

/* -- scanning -------------------------------------------------------------- */

/* The stretch of positions one scan step covers: [from, to), all in one bucket. */
typedef struct stretch {
    bucket *segment;
    uint32_t buckets, home;
    uint64_t from, to;
    bool pure;                  /* the bucket holds all the stretch and nothing else */
} stretch;

static stretch stretch_at(const table *t, uint64_t cursor) {
    cursor &= ((uint64_t)1 << POSITION_BITS) - 1;
    place p = place_of(t, cursor << HASH_REST);
    uint32_t depth = t->shape[p.index].depth;
    uint32_t width = POSITION_BITS - depth, unit = FRACTION_BITS - width;
    uint64_t base = cursor >> width << width;
    uint64_t round = ((uint64_t)1 << unit) - 1;
    uint64_t start = base + ((bucket_start(p.home, p.buckets) + round) >> unit);
    uint64_t end = base + ((bucket_start(p.home + 1, p.buckets) + round) >> unit);
    const bucket *before = p.segment + (p.home ? p.home : p.buckets) - 1;
    bool pure = start == cursor && !bucket_passed(before) && !bucket_passed(p.segment + p.home);
    return (stretch){ p.segment, p.buckets, p.home, cursor, end, pure };
}

static bool stretch_has(const table *t, const stretch *s, const void *item) {
    if (s->pure) return true;
    uint64_t position = hash_of(t->kind->key(item)) >> HASH_REST;
    return position >= s->from && position < s->to;
}

static void bucket_prefetch_items(const table *t, const bucket *b) {
    for (uint64_t m = bucket_taken(b); m; m &= m - 1) item_prefetch(t, b->item[slot_of(m)]);
}

uint64_t table_scan_slots(table *t, uint64_t cursor, void (*each)(void **slot, void *context), void *context) {
    stretch s = stretch_at(t, cursor);
    bucket *b = s.segment + s.home;
    for (uint32_t left = s.buckets; left; left--) {
        bucket_prefetch_items(t, b);
        for (uint64_t m = bucket_taken(b); m; m &= m - 1) {
            void **slot = &b->item[slot_of(m)];
            if (stretch_has(t, &s, *slot)) each(slot, context);
        }
        if (!bucket_passed(b)) break;
        if (++b == s.segment + s.buckets) b = s.segment;
    }
    return s.to >> POSITION_BITS ? 0 : s.to;
}

typedef struct scan_by_item {
    table_each *each;
    void *context;
} scan_by_item;

static void scan_slot(void **slot, void *context) {
    scan_by_item *scan = context;
    scan->each(*slot, scan->context);
}

uint64_t table_scan(const table *t, uint64_t cursor, table_each *each, void *context) {
    return table_scan_slots((table *)(uintptr_t)t, cursor, scan_slot, &(scan_by_item){ each, context });
}

void *table_next(table_walk *w) {
    const table *t = w->table;
    while (w->segment < (size_t)1 << t->depth) {
        uint32_t buckets = t->shape[w->segment].buckets;
        for (; w->bucket < buckets; w->bucket++, w->slot = 0) {
            const bucket *b = t->segment[w->segment] + w->bucket;
            if (!w->slot && w->bucket + 1 < buckets) bucket_prefetch_items(t, b + 1);
            while (w->slot < SLOTS)
                if (b->tags >> (8 * w->slot++) & 255) return b->item[w->slot - 1];
        }
        w->segment = directory_next(t, w->segment);
        w->bucket = 0;
    }
    return NULL;
}

static size_t segment_drain(table *t, size_t first, size_t most, table_each *each, void *context) {
    size_t taken = 0;
    bucket *b = t->segment[first], *end = b + t->shape[first].buckets;
    for (; b < end && taken < most; b++) {
        uint64_t marks = bucket_taken(b);
        if (marks && b + 1 < end) bucket_prefetch_items(t, b + 1);
        b->tags = 0;
        for (; marks; marks &= marks - 1, taken++) each(b->item[slot_of(marks)], context);
    }
    t->shape[first].items -= (uint16_t)taken;
    t->count -= taken;
    return taken;
}

size_t table_drain(table *t, size_t most, table_each *each, void *context) {
    size_t taken = 0;
    while (t->count && taken < most) {
        size_t first = t->depth ? t->drained : 0;
        shape s = t->shape[first];
        taken += segment_drain(t, first, most - taken, each, context);
        if (t->shape[first].items) continue;
        if (t->depth) t->drained = directory_next(t, first);
        segment_free(t, t->segment[first], s.buckets);
        directory_install(t, first, (bucket *)(uintptr_t)&nothing, (shape){ s.depth, 1, 0 });
    }
    if (!t->count) table_clear(t);
    return taken;
}

/* -- choosing by chance ---------------------------------------------------- */

/* A segment with probability proportional to its items: its first directory entry. */
static size_t random_segment(const table *t) {
    for (int i = 0; i < TRIES && t->depth; i++) {
        size_t index = (size_t)random_below((uint64_t)1 << t->depth);
        if (directory_first(t, index) == index && random_below(MOST_ITEMS) < t->shape[index].items) return index;
    }
    uint64_t rank = random_below(t->count);
    size_t index = 0;
    while (rank >= t->shape[index].items) {
        rank -= t->shape[index].items;
        index = directory_next(t, index);
    }
    return index;
}

void *table_random(const table *t) {
    if (!t->count) return NULL;
    size_t index = random_segment(t);
    const bucket *segment = t->segment[index];
    uint32_t buckets = t->shape[index].buckets;
    for (int i = 0; i < TRIES; i++) {
        uint64_t at = random_below(buckets * SLOTS);
        const bucket *b = segment + at / SLOTS;
        if (b->tags >> (8 * (at % SLOTS)) & 255) return b->item[at % SLOTS];
    }
    uint64_t rank = random_below(t->shape[index].items);
    table_walk w = { .table = t, .segment = index };
    while (rank--) table_next(&w);
    return table_next(&w);
}

size_t table_sample(const table *t, void **out, size_t count) {
    if (count > t->count) count = t->count;
    if (!count) return 0;
    place start = place_of(t, random_next());
    table_walk w = { .table = t, .segment = directory_first(t, start.index), .bucket = start.home };
    for (size_t n = 0; n < count; n++) {
        out[n] = table_next(&w);
        if (out[n]) continue;
        w = (table_walk){ .table = t };
        out[n] = table_next(&w);
    }
    return count;
}

/* -- upkeep ---------------------------------------------------------------- */

static void segment_stats(const table *t, size_t index, table_stats *out) {
    uint32_t buckets = t->shape[index].buckets;
    for (uint32_t i = 0; i < buckets; i++) {
        const bucket *b = t->segment[index] + i;
        for (uint64_t m = bucket_taken(b); m; m &= m - 1) {
            place p = place_of(t, hash_of(t->kind->key(b->item[slot_of(m)])));
            size_t probe = (i + buckets - p.home) % buckets + 1;
            if (probe > 1) out->displaced++;
            if (probe > out->longest_probe) out->longest_probe = probe;
        }
    }
}

void table_stats_get(const table *t, table_stats *out) {
    *out = (table_stats){ t->segments, t->buckets, t->count, 0, 0, (size_t)1 << t->depth };
    for (size_t i = 0; i < (size_t)1 << t->depth; i = directory_next(t, i)) segment_stats(t, i, out);
}

static void table_move_self(table **t) {
    table *moved = memory_move(*t, sizeof **t);
    if (!moved->depth) {
        moved->segment = &moved->only;
        moved->shape = &moved->only_shape;
    } else {
        moved->segment = memory_move(moved->segment, directory_bytes(moved->depth));
        moved->shape = (shape *)(void *)(moved->segment + ((size_t)1 << moved->depth));
    }
    *t = moved;
}

void table_defragment(table **where, uint64_t *cursor) {
    if (!*cursor) table_move_self(where);
    table *t = *where;
    size_t index = *cursor < (uint64_t)1 << t->depth ? directory_first(t, (size_t)*cursor) : 0;
    for (int i = 0; i < TRIES && index < (size_t)1 << t->depth; i++) {
        shape s = t->shape[index];
        if (t->segment[index] != &nothing)
            directory_install(t, index, memory_move(t->segment[index], segment_bytes(s.buckets)), s);
        index = directory_next(t, index);
    }
    *cursor = index < (size_t)1 << t->depth ? index : 0;
}
