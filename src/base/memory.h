/* memory.h -- the allocator. Frees are sized, so small blocks carry no header.
 *
 * Blocks up to MEMORY_SMALL bytes come from slabs of one size class (8-byte steps up to 128, then about 12 % apart);
 * a slab that becomes empty is returned to the system. Medium blocks come from span.h, those beyond SPAN_MOST from
 * libc malloc. Every byte is counted: memory_used() is exact (what blocks take, not what was asked for). Built with
 * -DMEMORY_LIBC everything goes to malloc, which sanitizers and valgrind can then watch; sizes are still counted and
 * a wrong size in memory_free is asserted.
 *
 * Running out of memory ends the process with a report, except in memory_try, which is for sizes that a client
 * dictates. Blocks are aligned to 8 bytes. Size 0 gives a valid pointer that must be freed with size 0. */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H
#include <stdbool.h>
#include <stddef.h>

enum { MEMORY_SMALL = 1024, MEMORY_LINE = 64 };

void  *memory_alloc(size_t size);
void  *memory_zero(size_t size);                                /* alloc, filled with zeros */
/* On a cache line of its own; size is a multiple of MEMORY_LINE. Freed as any other; resizing loses the alignment. */
void  *memory_alloc_aligned(size_t size);
void  *memory_try(size_t size);                                 /* NULL when there is not that much */
void  *memory_resize(void *p, size_t old_size, size_t new_size);/* p may be NULL with old_size 0; may move */
void   memory_free(void *p, size_t size);                       /* NULL is fine */
size_t memory_good_size(size_t size);                           /* what a block of that size really takes */

size_t memory_used(void);                                       /* bytes in live blocks, class sizes */
size_t memory_peak(void);
void   memory_peak_reset(void);
size_t memory_held(void);                                       /* bytes taken from the system, used or not */

/* The system takes its time to take pages back: half a gigabyte at once would be a pause of tens of milliseconds. So what is
 * freed is out of memory_used() at once, but huge blocks, empty slabs and fields stay in memory_held() until memory_release_some() has
 * given their pages back, about half a megabyte each time; it is false when no more should go. The loop calls it in every turn
 * within its budget for such work. Where nobody does, at most a gigabyte or two stay. */
bool   memory_release_some(void);
size_t memory_unreleased(void);                                 /* how much that still is */

/* -- defragmentation ------------------------------------------------------- */
/* True when moving this block would help to empty a sparse slab or field. Huge blocks have pages of their own and stay. */
bool   memory_sparse(const void *p, size_t size);
/* Allocates a copy in a fuller slab or field, frees the old one and returns the new address (p itself if it need not move). */
void  *memory_move(void *p, size_t size);
/* Gives every empty slab and what malloc can spare back to the system. */
void   memory_purge(void);
/* A part of that, for those who must not pause: the pages of one region; false when none was left to give. */
bool   memory_purge_some(void);

/* Makes the nth next memory_try return NULL, for tests; 0 turns it off. */
void   memory_fail_after(long n);
#endif
