/* span.h -- blocks of a kilobyte to an eighth of a megabyte: pieces of lists and streams, parts of tables, buffers.
 *
 * They are cut from fields of a megabyte in units of a cache line. Libc's malloc could serve them as well, but gives memory back
 * only from the end of its heap: when the last block there dies, hundreds of megabytes go at once, and nobody is answered
 * meanwhile. Here a field that has become empty goes back by itself, one at a time, when the owner says so.
 *
 *     field   1 MiB on a boundary of its own: head (a bit per unit: taken), units
 *
 * memory.c is the only one to call this. */
#ifndef BASE_SPAN_H
#define BASE_SPAN_H
#include <stdbool.h>
#include <stddef.h>

enum { SPAN_UNIT = 64, SPAN_MOST = 128 << 10 };

/* Aligned to SPAN_UNIT; NULL when the system has no more. size is at most SPAN_MOST and not 0. */
void  *span_alloc(size_t size);
void   span_free(void *p, size_t size);
/* Makes a block larger or smaller where it stands, if it can. */
bool   span_resize(void *p, size_t old_size, size_t new_size);

size_t span_held(void);                     /* bytes of all fields */
size_t span_excess(void);                   /* bytes of empty fields beyond those that should stay for the next allocation */
bool   span_release(void);                  /* gives an empty field back to the system; false when there is none */

bool   span_sparse(const void *p);          /* moving this block would help to empty a field */
/* Room of that size in a fuller field than the one where p stands; NULL when there is none. */
void  *span_alloc_fuller(const void *p, size_t size);
#endif
