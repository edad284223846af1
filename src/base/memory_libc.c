/* memory_libc.c -- the allocator as sanitizers and valgrind want it: every block from malloc, nothing reused by us.
 *
 * Each block stands behind a hidden header with its size, so that a sized free with the wrong size is caught at once.
 * Compiled to nothing unless MEMORY_LIBC is defined; memory.c is the allocator for production. */
#include "base/memory.h"

#ifdef MEMORY_LIBC
#include "base/assert.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { HEADER = 64 };           /* keeps the block on a cache line, as memory_alloc_aligned promises */
#define LIVE 0x6C697665u
#define FREED 0x66726565u

typedef struct header {
    size_t size;
    uint32_t state;
} header;

static struct {
    size_t used, peak;
    long fail_in;
} memory;

/* Exactly what was asked for: who reuses a block because it "fits" must not reach beyond its end unseen. */
size_t memory_good_size(size_t size) {
    return size ? size : 1;
}

void *memory_try(size_t size) {
    if (memory.fail_in && !--memory.fail_in) return NULL;
    if (size > SIZE_MAX / 2) return NULL;
    /* Even an empty block has a byte of its own: a pointer behind the end would look like a leak. */
    header *h = aligned_alloc(HEADER, (memory_good_size(size) + 2 * HEADER - 1) & ~(size_t)(HEADER - 1));
    if (!h) return NULL;
    *h = (header){ size, LIVE };
    memory.used += memory_good_size(size);
    if (memory.used > memory.peak) memory.peak = memory.used;
    return (char *)h + HEADER;
}

void *memory_alloc(size_t size) {
    long fail_in = memory.fail_in;
    memory.fail_in = 0;
    void *p = memory_try(size);
    memory.fail_in = fail_in;
    if (!p) panic("out of memory allocating %zu bytes", size);
    return p;
}

void *memory_alloc_aligned(size_t size) {
    assert(size % MEMORY_LINE == 0);
    return memory_alloc(size);
}

void *memory_zero(size_t size) {
    return memset(memory_alloc(size), 0, size);
}

void *memory_resize(void *p, size_t old_size, size_t new_size) {
    void *moved = memory_alloc(new_size);
    if (!p) return moved;
    memcpy(moved, p, old_size < new_size ? old_size : new_size);
    memory_free(p, old_size);
    return moved;
}

void memory_free(void *p, size_t size) {
    if (!p) return;
    header *h = (header *)((char *)p - HEADER);
    assert(h->state == LIVE);
    assert(h->size == size);
    h->state = FREED;
    memory.used -= memory_good_size(size);
    free(h);
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
    return memory.used;
}

bool memory_sparse(const void *p, size_t size) {
    return ((const header *)((const char *)p - HEADER))->size != size;
}

void *memory_move(void *p, size_t size) {
    void *moved = memory_alloc(size);
    memcpy(moved, p, size);
    memory_free(p, size);
    return moved;
}

bool memory_purge_some(void) { return false; }
bool memory_release_some(void) { return false; }
size_t memory_unreleased(void) { return 0; }

void memory_purge(void) {
}

void memory_fail_after(long n) {
    memory.fail_in = n;
}
#endif
