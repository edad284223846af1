/* memory.c -- slabs for small blocks, spans for medium ones, malloc for huge ones.
 *
 *     region   1 MiB from the system, cut into 16 slabs, each of which is free or serves one size class
 *     slab     64 KiB on a 64 KiB boundary: blocks of one size, and somewhere between them the slab's head
 *     block    in use: all of it the caller's; free: the address of the next free block of the slab
 *
 * The head's place follows from the slab's address (head_of), so a pointer finds its slab without a lookup, and the
 * heads of different slabs fall into different cache sets, which they would not at a fixed place.
 *
 * Invariants: 1. each class has a current slab, which serves its allocations; 2. a slab that has room and is not current
 * is in its class's list of partial slabs; full slabs are in no list; 3. a slab that becomes empty goes back to its region,
 * unless it is current; 4. a region is in the list of its number of free slabs; slabs are taken from the region with the
 * fewest, so that others can become empty and be given back.
 * Free slabs keep their pages ("dirty") until these are more than an eighth of all; then they are to go to the system, the
 * longest dirty first. Medium blocks are span.c's, whose empty fields are to go likewise. Huge ones are malloc's; a freed one
 * becomes a ghost, whose pages are to go from the end on, and what is left of it then to free(). All this happens in
 * memory_release_some(), a region, a field or some pages at a time. */
#include "base/memory.h"

#ifndef MEMORY_LIBC
#include "base/assert.h"
#include "base/span.h"
#include "os/os.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
    SLAB_SIZE = 1 << 16,
    REGION_SLABS = 16,
    REGION_SIZE = SLAB_SIZE * REGION_SLABS,
    CLASSES = 36,
    CARVE = 4096,               /* so many bytes of new blocks are linked at a time: untouched memory costs nothing */
    CANDIDATES = 16,            /* how many partial slabs are compared to find one for what moves */
    DIRTY_MIN = 16,
    CLEAN_MOST = 8,
    RELEASE_STEP = 512 << 10,
    PAGE = 64 << 10,            /* no system's page is larger */
    UNRELEASED_MOST = 1 << 30   /* what is freed beyond that is released at once: a client cannot fill memory with it */
};

typedef struct block {
    struct block *next;
} block;

typedef struct region {
    struct region *next, *prev;
    struct region *next_dirty, *prev_dirty;     /* while dirty is not 0 */
    char *base;
    uint16_t free, dirty;       /* a bit per slab: free; free but still holding pages */
} region;

typedef struct slab {
    block *free;
    uint32_t used;              /* blocks in use */
    uint16_t class;
    bool listed;                /* among the partial slabs of its class */
    char *fresh;                /* where blocks have never been linked yet, NULL when everywhere */
    struct slab *next, *prev;
    region *region;
} slab;

typedef struct class {
    slab *current, *partial;
    size_t size, live, slabs;   /* of a block; blocks in use; slabs of this class */
} class;

/* A freed huge block that still has its first `kept` bytes. It stands in the block itself, whose first page goes last. */
typedef struct ghost {
    struct ghost *next;
    size_t size, kept;
} ghost;

/* The current slab of a class that has none: full, so that the first allocation goes the slow way. */
static slab nothing;

#define CLASS(bytes) { .current = &nothing, .size = bytes }
static struct {
    size_t used, peak, huge;    /* huge: the part of used that came from malloc */
    size_t slabs, dirty;        /* slabs in use; free ones that hold pages */
    ghost *ghosts;              /* huge blocks whose pages are going back, the latest first */
    size_t unreleased;          /* bytes of them that are still here */
    long fail_in;
    region *regions[REGION_SLABS + 1];      /* by number of free slabs */
    region *first_dirty, *last_dirty;       /* longest dirty first */
    class classes[CLASSES];
} memory = {
    .classes = {
        CLASS(8),   CLASS(16),  CLASS(24),  CLASS(32),  CLASS(40),  CLASS(48),  CLASS(56),  CLASS(64),  CLASS(72),
        CLASS(80),  CLASS(88),  CLASS(96),  CLASS(104), CLASS(112), CLASS(120), CLASS(128), CLASS(144), CLASS(160),
        CLASS(176), CLASS(192), CLASS(224), CLASS(256), CLASS(288), CLASS(320), CLASS(352), CLASS(384), CLASS(448),
        CLASS(512), CLASS(576), CLASS(640), CLASS(704), CLASS(768), CLASS(832), CLASS(896), CLASS(960), CLASS(1024),
    }
};

/* The class of a size, by its number of words rounded up. */
static const uint8_t class_of_words[MEMORY_SMALL / 8 + 1] = {
    0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 16, 17, 17, 18, 18, 19, 19, 20, 20, 20, 20, 21, 21, 21,
    21, 22, 22, 22, 22, 23, 23, 23, 23, 24, 24, 24, 24, 25, 25, 25, 25, 26, 26, 26, 26, 26,
    26, 26, 26, 27, 27, 27, 27, 27, 27, 27,
    27, 28, 28, 28, 28, 28, 28, 28, 28, 29, 29, 29, 29, 29, 29, 29, 29, 30, 30, 30, 30, 30,
    30, 30, 30, 31, 31, 31, 31, 31, 31, 31,
    31, 32, 32, 32, 32, 32, 32, 32, 32, 33, 33, 33, 33, 33, 33, 33, 33, 34, 34, 34, 34, 34,
    34, 34, 34, 35, 35, 35, 35, 35, 35, 35,
    35,
};

static inline class *class_of(size_t size) {
    return &memory.classes[class_of_words[(size + 7) / 8]];
}

/* Slab n has its head at the (n mod 1024)th cache line. */
static inline slab *head_of(const void *p) {
    uintptr_t at = (uintptr_t)p;
    return (slab *)((at & ~(uintptr_t)(SLAB_SIZE - 1)) | (at >> 10 & (SLAB_SIZE - MEMORY_LINE)));
}

static size_t large_size(size_t size) {
    size_t unit = size > SPAN_MOST ? 16 : SPAN_UNIT;
    return (size + unit - 1) & ~(unit - 1);
}

/* -- regions --------------------------------------------------------------- */

static void region_list(region *r) {
    region **list = &memory.regions[__builtin_popcount(r->free)];
    r->prev = NULL;
    r->next = *list;
    if (r->next) r->next->prev = r;
    *list = r;
}

static void region_unlist(region *r) {
    if (r->prev) r->prev->next = r->next;
    else memory.regions[__builtin_popcount(r->free)] = r->next;
    if (r->next) r->next->prev = r->prev;
}

static region *region_new(void) {
    region *r = malloc(sizeof *r);
    char *base = r ? os_take_pages(REGION_SIZE) : NULL;
    if (!base) {
        free(r);
        return NULL;
    }
    *r = (region){ .base = base, .free = (1u << REGION_SLABS) - 1 };
    region_list(r);
    return r;
}

/* Before dirty changes, with what it will be: enters the list of the dirty, or leaves it. */
static void region_set_dirty(region *r, unsigned dirty) {
    memory.dirty += (size_t)__builtin_popcount(dirty) - (size_t)__builtin_popcount(r->dirty);
    if (!r->dirty && dirty) {
        r->next_dirty = NULL;
        r->prev_dirty = memory.last_dirty;
        *(r->prev_dirty ? &r->prev_dirty->next_dirty : &memory.first_dirty) = r;
        memory.last_dirty = r;
    } else if (r->dirty && !dirty) {
        *(r->prev_dirty ? &r->prev_dirty->next_dirty : &memory.first_dirty) = r->next_dirty;
        *(r->next_dirty ? &r->next_dirty->prev_dirty : &memory.last_dirty) = r->prev_dirty;
    }
    r->dirty = (uint16_t)dirty;
}

static void region_free(region *r) {
    region_unlist(r);
    region_set_dirty(r, 0);
    os_give_pages(r->base, REGION_SIZE);
    free(r);
}

/* The pages of the first dirty slabs, up to CLEAN_MOST of neighbours at once. */
static void region_clean(region *r) {
    int from = __builtin_ctz(r->dirty), count = __builtin_ctz(~((unsigned)r->dirty >> from));
    if (count > CLEAN_MOST) count = CLEAN_MOST;
    os_empty_pages(r->base + (size_t)from * SLAB_SIZE, (size_t)count * SLAB_SIZE);
    region_set_dirty(r, r->dirty & ~(((1u << count) - 1) << from));
}

/* What it takes no longer than cleaning to give back is given back. */
static void region_release(region *r) {
    if (r->free == (1u << REGION_SLABS) - 1 && __builtin_popcount(r->dirty) <= CLEAN_MOST) region_free(r);
    else region_clean(r);
}

/* A free slab of the fullest region, one with its pages still there if it has such. */
static char *region_take(region **from) {
    region *r = NULL;
    for (int n = 1; n <= REGION_SLABS && !r; n++) r = memory.regions[n];
    if (!r) r = region_new();
    if (!r) return NULL;
    region_unlist(r);
    int which = __builtin_ctz(r->dirty ? r->dirty : r->free);
    unsigned bit = 1u << which;
    memory.slabs++;
    r->free &= (uint16_t)~bit;
    region_set_dirty(r, r->dirty & ~bit);
    region_list(r);
    *from = r;
    return r->base + (size_t)which * SLAB_SIZE;
}

/* Dirty slabs beyond what may stay. */
static size_t dirty_excess(void) {
    size_t stay = DIRTY_MIN + memory.slabs / 8;
    return memory.dirty > stay ? memory.dirty - stay : 0;
}

static void region_give(region *r, const char *at) {
    unsigned bit = 1u << ((at - r->base) / SLAB_SIZE);
    region_unlist(r);
    r->free |= (uint16_t)bit;
    region_set_dirty(r, r->dirty | bit);
    region_list(r);
    memory.slabs--;
    if (dirty_excess() > UNRELEASED_MOST / SLAB_SIZE) region_release(memory.first_dirty);
}

/* -- slabs ----------------------------------------------------------------- */

static void slab_list(slab *s) {
    class *c = &memory.classes[s->class];
    s->listed = true;
    s->prev = NULL;
    s->next = c->partial;
    if (s->next) s->next->prev = s;
    c->partial = s;
}

static void slab_unlist(slab *s) {
    if (s->prev) s->prev->next = s->next;
    else memory.classes[s->class].partial = s->next;
    if (s->next) s->next->prev = s->prev;
    s->listed = false;
}

static slab *slab_new(class *c) {
    region *r;
    char *at = region_take(&r);
    if (!at) return NULL;
    slab *s = head_of(at);
    *s = (slab){ .class = (uint16_t)(c - memory.classes), .fresh = at, .region = r };
    c->slabs++;
    return s;
}

static void slab_free(slab *s) {
    memory.classes[s->class].slabs--;
    region_give(s->region, (char *)((uintptr_t)s & ~(uintptr_t)(SLAB_SIZE - 1)));
}

/* The next place for a block at or behind `at`, around the head; NULL behind the last. */
static char *slab_place(const slab *s, char *at, size_t size) {
    char *head = (char *)(uintptr_t)s, *end = (char *)((uintptr_t)s | (SLAB_SIZE - 1)) + 1;
    if (at <= head && (size_t)(head - at) < size) at = head + MEMORY_LINE;
    return (size_t)(end - at) < size ? NULL : at;
}

/* Links some blocks that were never used, in ascending order. False when there are none left. */
static bool slab_carve(slab *s) {
    size_t size = memory.classes[s->class].size, room = CARVE;
    block **last = &s->free;
    char *at = s->fresh;
    while (at && (at = slab_place(s, at, size)) && room >= size) {
        *last = (block *)(void *)at;
        last = &(*last)->next;
        at += size;
        room -= size;
    }
    *last = NULL;
    s->fresh = at;
    return s->free != NULL;
}

static bool slab_has_room(slab *s) {
    return s->free || (s->fresh && slab_carve(s));
}

static inline void *slab_pop(slab *s, class *c) {
    block *b = s->free;
    s->free = b->next;
    s->used++;
    c->live++;
    memory.used += c->size;
    if (memory.used > memory.peak) memory.peak = memory.used;
    return b;
}

/* The current slab has nothing linked: carve it on, or take the latest partial slab, or a new one. */
static __attribute__((noinline)) void *alloc_slowly(class *c) {
    while (!slab_has_room(c->current)) {
        slab *s = c->partial;
        if (s) slab_unlist(s);
        else s = slab_new(c);
        if (!s) return NULL;
        c->current = s;
    }
    return slab_pop(c->current, c);
}

/* A block was freed in a slab that had none free, or has none in use any more. */
static __attribute__((noinline)) void free_slowly(slab *s) {
    const class *c = &memory.classes[s->class];
    if (s == c->current) return;
    if (!s->used) {
        if (s->listed) slab_unlist(s);
        slab_free(s);
    } else if (!s->listed) {
        slab_list(s);
    }
}

static inline void *small_alloc(size_t size) {
    class *c = class_of(size);
    return __builtin_expect(c->current->free != NULL, 1) ? slab_pop(c->current, c) : alloc_slowly(c);
}

static inline void small_free(void *p, size_t size) {
    slab *s = head_of(p);
    class *c = class_of(size);
    assert(&memory.classes[s->class] == c);
    block *b = p, *before = s->free;
    b->next = before;
    s->free = b;
    c->live--;
    memory.used -= c->size;
    if (!--s->used || !before) free_slowly(s);
}

/* -- medium and huge blocks ------------------------------------------------ */

static void *large_count(void *p, size_t size) {
    if (!p) return NULL;
    if (size > SPAN_MOST) memory.huge += size;
    memory.used += size;
    if (memory.used > memory.peak) memory.peak = memory.used;
    return p;
}

static void large_uncount(size_t size) {
    if (size > SPAN_MOST) memory.huge -= size;
    memory.used -= size;
}

/* A value is often overwritten by one of the same size. */
static void *ghost_take(size_t size) {
    ghost *g = memory.ghosts;
    if (!g || g->size != size || g->kept != size) return NULL;
    memory.ghosts = g->next;
    memory.unreleased -= size;
    return g;
}

static void *large_alloc(size_t size) {
    if (size > PTRDIFF_MAX - SPAN_UNIT) return NULL;
    size = large_size(size);
    if (size <= SPAN_MOST) return large_count(span_alloc(size), size);
    void *p = ghost_take(size);
    return large_count(p ? p : malloc(size), size);
}

static void *large_zero(size_t size) {
    if (size > PTRDIFF_MAX - SPAN_UNIT) return NULL;
    size = large_size(size);
    if (size > SPAN_MOST) return large_count(calloc(1, size), size);
    void *p = large_count(span_alloc(size), size);
    return p ? memset(p, 0, size) : NULL;
}

static void ghost_release_some(void) {
    ghost *g = memory.ghosts;
    size_t step = RELEASE_STEP - PAGE;
    if (g->kept > RELEASE_STEP + PAGE) {
        char *from = (char *)g + g->kept - RELEASE_STEP;
        os_empty_pages(from + (-(uintptr_t)from & (PAGE - 1)), step);
        g->kept -= step;
    } else {
        step = g->kept;
        memory.ghosts = g->next;
        free(g);
    }
    memory.unreleased -= step;
}

size_t memory_unreleased(void) {
    return memory.unreleased + dirty_excess() * SLAB_SIZE + span_excess();
}

bool memory_release_some(void) {
    if (memory.ghosts) ghost_release_some();
    else if (dirty_excess()) region_release(memory.first_dirty);
    else if (span_excess()) span_release();
    return memory_unreleased() > 0;
}

static void huge_free(void *p, size_t size) {
    ghost *g = p;
    *g = (ghost){ memory.ghosts, size, size };
    memory.ghosts = g;
    memory.unreleased += size;
    while (memory.unreleased > UNRELEASED_MOST) ghost_release_some();
}

static void large_free(void *p, size_t size) {
    size = large_size(size);
    large_uncount(size);
    if (size > SPAN_MOST) {
        huge_free(p, size);
        return;
    }
    span_free(p, size);
    while (span_excess() > UNRELEASED_MOST) span_release();
}

static void *large_move(void *p, size_t old_size, size_t new_size) {
    void *moved = large_alloc(new_size);
    if (!moved) return NULL;
    memcpy(moved, p, old_size < new_size ? old_size : new_size);
    large_free(p, old_size);
    return moved;
}

static void *large_resize(void *p, size_t old_size, size_t new_size) {
    if (new_size > PTRDIFF_MAX - SPAN_UNIT) return NULL;
    old_size = large_size(old_size);
    new_size = large_size(new_size);
    if (old_size == new_size) return p;
    if (old_size > SPAN_MOST && new_size > SPAN_MOST) p = realloc(p, new_size);
    else if (old_size > SPAN_MOST || new_size > SPAN_MOST || !span_resize(p, old_size, new_size))
        return large_move(p, old_size, new_size);
    if (!p) return NULL;
    large_uncount(old_size);
    return large_count(p, new_size);
}

/* -- what everybody calls -------------------------------------------------- */

static __attribute__((noinline, cold)) _Noreturn void exhausted(size_t size) {
    panic("out of memory allocating %zu bytes (%zu in use)", size, memory.used);
}

void *memory_alloc(size_t size) {
    void *p = size <= MEMORY_SMALL ? small_alloc(size) : large_alloc(size);
    if (!p) exhausted(size);
    return p;
}

void *memory_alloc_aligned(size_t size) {
    assert(size % MEMORY_LINE == 0);
    if (size <= MEMORY_SMALL) return memory_alloc(size);    /* blocks of such sizes stand on lines anyway */
    void *p = size > SPAN_MOST ? large_count(aligned_alloc(MEMORY_LINE, size), size) : large_alloc(size);
    if (!p) exhausted(size);
    return p;
}

void *memory_try(size_t size) {
    if (memory.fail_in && !--memory.fail_in) return NULL;
    return size <= MEMORY_SMALL ? small_alloc(size) : large_alloc(size);
}

void *memory_zero(size_t size) {
    if (size <= MEMORY_SMALL) return memset(memory_alloc(size), 0, size);
    void *p = large_zero(size);
    if (!p) exhausted(size);
    return p;
}

void *memory_resize(void *p, size_t old_size, size_t new_size) {
    if (!p) return memory_alloc(new_size);
    if (old_size > MEMORY_SMALL && new_size > MEMORY_SMALL) {
        void *moved = large_resize(p, old_size, new_size);
        if (!moved) exhausted(new_size);
        return moved;
    }
    if (old_size <= MEMORY_SMALL && new_size <= MEMORY_SMALL && class_of(old_size) == class_of(new_size)) return p;
    void *moved = memory_alloc(new_size);
    memcpy(moved, p, old_size < new_size ? old_size : new_size);
    memory_free(p, old_size);
    return moved;
}

void memory_free(void *p, size_t size) {
    if (!p) return;
    if (size <= MEMORY_SMALL) small_free(p, size);
    else large_free(p, size);
}

size_t memory_good_size(size_t size) {
    return size <= MEMORY_SMALL ? class_of(size)->size : large_size(size);
}

size_t memory_used(void) {
    return memory.used;
}

size_t memory_peak(void) {
    return memory.peak;
}

void memory_peak_reset(void) {
    memory.peak = memory.used;
}

size_t memory_held(void) {
    return (memory.slabs + memory.dirty) * SLAB_SIZE + span_held() + memory.huge + memory.unreleased;
}

void memory_fail_after(long n) {
    memory.fail_in = n;
}

/* -- defragmentation ------------------------------------------------------- */

/* Of the latest partial slabs the fullest, but none emptier than the one to be emptied: moves never go in circles. */
static slab *fullest_partial(const class *c, const slab *than) {
    slab *best = NULL;
    int left = CANDIDATES;
    for (slab *s = c->partial; s && left--; s = s->next)
        if (s != than && s->used >= than->used && (!best || s->used > best->used)) best = s;
    return best;
}

/* Up to an eighth above the average use counts as sparse, or slabs that are all alike could never be joined. */
static bool small_sparse(const void *p, size_t size) {
    const slab *s = head_of(p);
    const class *c = class_of(size);
    if (c->slabs < 2) return false;
    size_t capacity = (SLAB_SIZE - MEMORY_LINE) / c->size - 1;
    if (s->used * c->slabs > c->live + c->live / 8) return false;
    return c->slabs * capacity >= c->live + capacity;
}

bool memory_sparse(const void *p, size_t size) {
    if (size <= MEMORY_SMALL) return small_sparse(p, size);
    return large_size(size) <= SPAN_MOST && span_sparse(p);
}

static bool serves(slab *s, const slab *from) {
    return s != from && s->used >= from->used && slab_has_room(s);
}

/* s, a slab with room that is in no list any more, becomes the one that serves. */
static void current_replace(class *c, slab *s) {
    slab *old = c->current;
    c->current = s;
    if (old == &nothing) return;
    if (!old->used) slab_free(old);
    else if (old->free || old->fresh) slab_list(old);
}

/* The current slab takes what moves, so that new blocks help to fill it; when it is none of the full ones, another becomes current. */
static void *small_move(void *p, size_t size) {
    class *c = class_of(size);
    const slab *from = head_of(p);
    if (!serves(c->current, from)) {
        slab *fuller = fullest_partial(c, from);
        if (!fuller) return p;
        slab_unlist(fuller);
        current_replace(c, fuller);
        if (!slab_has_room(fuller)) return p;
    }
    void *moved = slab_pop(c->current, c);
    memcpy(moved, p, size);
    small_free(p, size);
    return moved;
}

static void *span_move(void *p, size_t size) {
    void *moved = span_alloc_fuller(p, large_size(size));
    if (!moved) return p;
    memcpy(moved, p, size);
    span_free(p, large_size(size));
    return moved;
}

void *memory_move(void *p, size_t size) {
    if (!memory_sparse(p, size)) return p;
    return size <= MEMORY_SMALL ? small_move(p, size) : span_move(p, size);
}

bool memory_purge_some(void) {
    region *r = memory.regions[REGION_SLABS];
    if (!r) r = memory.first_dirty;
    if (r) region_release(r);
    return r || span_release();
}

void memory_purge(void) {
    for (class *c = memory.classes; c < memory.classes + CLASSES; c++) {
        if (c->current->used || c->current == &nothing) continue;
        slab_free(c->current);
        c->current = &nothing;
    }
    while (memory.ghosts) ghost_release_some();
    while (span_release()) { }
    for (int n = 1; n <= REGION_SLABS; n++) {
        for (region *r = memory.regions[n], *next; r; r = next) {
            next = r->next;
            if (n == REGION_SLABS) region_free(r);
            else while (r->dirty) region_clean(r);
        }
    }
    os_trim_malloc();
}
#endif
