/* span.c -- fields cut by first fit.
 *
 * A field is in the list of the power of two that its longest free run reaches, so a search begins where the fit is close, and
 * fields with long runs fill up last. `longest` is an upper bound: taking units leaves it as it is, and a search that finds less
 * corrects it. Empty fields have a list of their own.
 *
 * Invariants: 1. no free run of a field is longer than `longest`; 2. units below `first` are taken; 3. a field is in the list
 * that list_of() names. */
#include "base/span.h"

#ifndef MEMORY_LIBC
#include "base/assert.h"
#include "os/os.h"

#include <stdint.h>
#include <string.h>

enum {
    FIELD_SIZE = 1 << 20,
    UNITS = FIELD_SIZE / SPAN_UNIT,
    WORDS = UNITS / 64,
    LISTS = 16, EMPTY = LISTS - 1,          /* runs are shorter than 1 << 14 units: list 14 stays free */
    TRIES = 4,                              /* fields whose longest run may be a little too short */
    CANDIDATES = 16,                        /* how many fields of a list are compared to find one for a move */
    STAY_MIN = 2
};

typedef struct field {
    struct field *next, *prev;
    uint32_t used, longest, first, list;
    uint64_t taken[WORDS];
} field;

enum { HEAD = (sizeof(field) + SPAN_UNIT - 1) / SPAN_UNIT };

static struct {
    field *lists[LISTS];
    size_t fields, empty, used;             /* used: units taken in all of them */
    void *spare;                            /* the block freed last, taken still: copies of a value follow each other */
    uint32_t spare_units;
} state;

static uint32_t units_of(size_t size) { return (uint32_t)((size + SPAN_UNIT - 1) / SPAN_UNIT); }
static field *field_of(const void *p) { return (field *)((uintptr_t)p & ~(uintptr_t)(FIELD_SIZE - 1)); }
static uint32_t unit_of(const void *p) { return (uint32_t)(((uintptr_t)p & (FIELD_SIZE - 1)) / SPAN_UNIT); }
static uint32_t log2_of(uint32_t n) { return 31 - (uint32_t)__builtin_clz(n); }

static uint32_t list_of(const field *f) {
    if (!f->used) return EMPTY;
    return f->longest ? log2_of(f->longest) : 0;
}

static void field_list(field *f) {
    f->list = list_of(f);
    field **list = &state.lists[f->list];
    f->prev = NULL;
    f->next = *list;
    if (f->next) f->next->prev = f;
    *list = f;
    state.empty += f->list == EMPTY;
}

static void field_unlist(field *f) {
    state.empty -= f->list == EMPTY;
    if (f->prev) f->prev->next = f->next;
    else state.lists[f->list] = f->next;
    if (f->next) f->next->prev = f->prev;
}

static void field_changed(field *f) {
    if (f->list == list_of(f)) return;
    field_unlist(f);
    field_list(f);
}

static field *field_new(void) {
    field *f = os_take_pages(FIELD_SIZE);
    if (!f) return NULL;
    f->used = 0;
    f->longest = UNITS - HEAD;
    f->first = HEAD;
    memset(f->taken, 0, sizeof f->taken);
    state.fields++;
    field_list(f);
    return f;
}

static void field_free(field *f) {
    field_unlist(f);
    state.fields--;
    os_give_pages(f, FIELD_SIZE);
}

/* -- units ----------------------------------------------------------------- */

/* The first unit from `at` on that is taken, or is not; UNITS when there is none. */
static uint32_t next_unit(const field *f, uint32_t at, bool taken) {
    uint64_t flip = taken ? 0 : ~(uint64_t)0;
    for (uint32_t i = at / 64, skip = at % 64; i < WORDS; i++, skip = 0) {
        uint64_t word = (f->taken[i] ^ flip) >> skip << skip;
        if (word) return i * 64 + (uint32_t)__builtin_ctzll(word);
    }
    return UNITS;
}

/* Where the free run begins that ends before unit `at`. */
static uint32_t run_start(const field *f, uint32_t at) {
    for (uint32_t i = at / 64, bits = at % 64; ; i--, bits = 64) {
        uint64_t below = bits == 64 ? ~(uint64_t)0 : ((uint64_t)1 << bits) - 1;
        uint64_t word = f->taken[i] & below;
        if (word) return i * 64 + 64 - (uint32_t)__builtin_clzll(word);
        if (i == 0) return HEAD;
    }
}

static void units_set(field *f, uint32_t at, uint32_t count, bool taken) {
    f->used += taken ? count : -count;
    state.used += taken ? count : -(size_t)count;
    for (uint32_t end = at + count; at < end;) {
        uint32_t bit = at % 64, here = end - at < 64 - bit ? end - at : 64 - bit;
        uint64_t mask = (here == 64 ? ~(uint64_t)0 : ((uint64_t)1 << here) - 1) << bit;
        if (taken) f->taken[at / 64] |= mask;
        else f->taken[at / 64] &= ~mask;
        at += here;
    }
}

static void units_take(field *f, uint32_t at, uint32_t count) {
    units_set(f, at, count, true);
    if (at == f->first) f->first = at + count;
    if (f->used == UNITS - HEAD) f->longest = 0;
    field_changed(f);
}

static void units_give(field *f, uint32_t at, uint32_t count) {
    units_set(f, at, count, false);
    if (at < f->first) f->first = at;
    uint32_t run = next_unit(f, at + count, true) - run_start(f, at);
    if (run > f->longest) f->longest = run;
    field_changed(f);
}

/* The first run that is long enough; 0 when there is none, and then `longest` is exact. */
static uint32_t find_run(field *f, uint32_t count) {
    uint32_t longest = 0;
    for (uint32_t at = next_unit(f, f->first, false), end; at < UNITS; at = next_unit(f, end, false)) {
        end = next_unit(f, at, true);
        if (end - at >= count) return at;
        if (end - at > longest) longest = end - at;
    }
    f->longest = longest;
    field_changed(f);
    return 0;
}

static void *take_from(field *f, uint32_t count) {
    uint32_t at = find_run(f, count);
    if (!at) return NULL;
    units_take(f, at, count);
    return (char *)f + (size_t)at * SPAN_UNIT;
}

/* -- blocks ---------------------------------------------------------------- */

static void give_spare(void) {
    if (state.spare) units_give(field_of(state.spare), unit_of(state.spare), state.spare_units);
    state.spare = NULL;
}

static void *take_spare(void) {
    void *p = state.spare;
    state.spare = NULL;
    return p;
}

static void *alloc_units(uint32_t count) {
    uint32_t list = log2_of(count);
    int tries = TRIES;
    for (field *f = state.lists[list], *next; f && tries--; f = next) {
        next = f->next;
        void *p = f->longest < count ? NULL : take_from(f, count);
        if (p) return p;
    }
    while (++list < LISTS) {
        for (field *f; (f = state.lists[list]);) {
            void *p = take_from(f, count);
            if (p) return p;                /* else it stands in a lower list now */
        }
    }
    field *f = field_new();
    return f ? take_from(f, count) : NULL;
}

void *span_alloc(size_t size) {
    uint32_t count = units_of(size);
    return state.spare && state.spare_units == count ? take_spare() : alloc_units(count);
}

void span_free(void *p, size_t size) {
    assert(p != state.spare && field_of(p)->used >= units_of(size));
    give_spare();
    state.spare = p;
    state.spare_units = units_of(size);
}

bool span_resize(void *p, size_t old_size, size_t new_size) {
    field *f = field_of(p);
    uint32_t at = unit_of(p), from = units_of(old_size), to = units_of(new_size);
    if (to > from) give_spare();
    if (to > from && next_unit(f, at + from, true) < at + to) return false;
    if (to > from && at + to > UNITS) return false;
    if (to > from) units_take(f, at + from, to - from);
    if (to < from) units_give(f, at + to, from - to);
    return true;
}

/* -- fields ---------------------------------------------------------------- */

size_t span_held(void) { return state.fields * FIELD_SIZE; }

size_t span_excess(void) {
    size_t stay = STAY_MIN + state.fields / 16;
    return state.empty > stay ? (state.empty - stay) * FIELD_SIZE : 0;
}

bool span_release(void) {
    give_spare();
    field *f = state.lists[EMPTY];
    if (f) field_free(f);
    return f != NULL;
}
/* -- defragmentation ------------------------------------------------------- */

/* The fullest that may have room, of the first list in which there is one; none emptier than `from`: moves never go in circles. */
static field *fullest(const field *from, uint32_t count) {
    field *best = NULL;
    for (uint32_t list = log2_of(count); list < EMPTY && !best; list++) {
        int left = CANDIDATES;
        for (field *f = state.lists[list]; f && left--; f = f->next)
            if (f != from && f->longest >= count && f->used >= from->used && (!best || f->used > best->used)) best = f;
    }
    return best;
}

/* As for slabs: up to an eighth above the average counts as sparse, as long as a field less would do. */
bool span_sparse(const void *p) {
    const field *f = field_of(p);
    size_t fields = state.fields - state.empty;
    if (f->used * fields > state.used + state.used / 8) return false;
    return (fields - 1) * (UNITS - HEAD) >= state.used;
}

void *span_alloc_fuller(const void *p, size_t size) {
    const field *from = field_of(p);
    uint32_t count = units_of(size);
    field *f;
    for (int tries = TRIES; tries && (f = fullest(from, count)); tries--) {
        void *place = take_from(f, count);
        if (place) return place;            /* else `longest` was too high, and is exact now */
    }
    return NULL;
}
#endif
