/* tagged.h -- an owned block and a number below four in one word: for what has several forms and is small in most of them.
 *
 * Blocks are aligned to 8 bytes, and what is pointed to begins at the block or one byte into it (a listpack). So bits 1 and 2 of
 * the address are free, and they hold the number. The word still points into its block, which leak checkers want to see. It may
 * stand at any address: inside an entry, behind a key of any length (store/entry.h). */
#ifndef BASE_TAGGED_H
#define BASE_TAGGED_H
#include "base/assert.h"
#include <stdint.h>

typedef struct __attribute__((packed)) tagged { uintptr_t word; } tagged;

enum { TAGGED_SHIFT = 1, TAGGED_MASK = 3 << TAGGED_SHIFT };

static inline tagged tagged_make(void *at, unsigned tag) {
    assert(!((uintptr_t)at & TAGGED_MASK) && tag < 4);
    return (tagged){ (uintptr_t)at | (uintptr_t)tag << TAGGED_SHIFT };
}
static inline unsigned tagged_tag(tagged t) { return (unsigned)(t.word & TAGGED_MASK) >> TAGGED_SHIFT; }
static inline void *tagged_at(tagged t) { return (void *)(t.word & ~(uintptr_t)TAGGED_MASK); }
/* The same tag with another block: what was pointed to has moved. */
static inline void tagged_move(tagged *t, void *at) { *t = tagged_make(at, tagged_tag(*t)); }
#endif
