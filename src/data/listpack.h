/* listpack.h -- a sequence of small strings and integers in one block, byte for byte Redis' listpack
 * (persistence.md 4.1):
 *
 *     <total bytes u32le> <count u16le, 65535 = unknown> <entry> ... <0xFF>     entry: <encoding+data> <back length>
 *
 * A listpack is one memory block owned by whoever holds the pointer; functions that may move it take its address.
 * The byte in front of the pointer codes the block's capacity; it is no part of the format. Text handed in must not lie
 * in the very listpack that changes. A listpack never exceeds LISTPACK_MAX_BYTES: ask listpack_has_room first.
 * Text that is an int64 is stored as an integer. Positions are pointers into the block, valid until it changes. */
#ifndef DATA_LISTPACK_H
#define DATA_LISTPACK_H
#include "base/slice.h"

typedef uint8_t listpack;
enum { LISTPACK_EMPTY_BYTES = 7, LISTPACK_MAX_BYTES = 1 << 30, LISTPACK_INT_TEXT = 21 };

/* What stands at a position: text, or (text.at == NULL) a number. */
typedef struct listpack_value { slice text; int64_t number; } listpack_value;

listpack *listpack_new(size_t cap);                 /* empty; cap bytes reserved, 0 for the least */
listpack *listpack_load(slice block);               /* a copy of a block that listpack_validate accepted */
void      listpack_free(listpack *lp);
listpack *listpack_copy(const listpack *lp);
size_t    listpack_bytes(const listpack *lp);       /* including header and end */
size_t    listpack_footprint(const listpack *lp);   /* what it costs the allocator */
size_t    listpack_count(const listpack *lp);

uint8_t  *listpack_first(const listpack *lp);       /* NULL when empty */
uint8_t  *listpack_last(const listpack *lp);
uint8_t  *listpack_next(const listpack *lp, const uint8_t *p);      /* NULL at the end */
uint8_t  *listpack_previous(const listpack *lp, const uint8_t *p);
uint8_t  *listpack_at(const listpack *lp, long index);              /* negative from the end; NULL out of range */
listpack_value listpack_get(const uint8_t *p);
/* The value at p into *out; returns the position of the next entry, NULL at the end. The quick way through many. */
const uint8_t *listpack_read(const uint8_t *p, listpack_value *out);
/* The value as text; a number is printed into room (LISTPACK_INT_TEXT bytes). */
slice     listpack_text(const uint8_t *p, char *room);
bool      listpack_is(const uint8_t *p, slice text);                /* equal to that text? */
/* First entry equal to text from p on (p may be NULL), looking at one and skipping `skip` each time; NULL when none. */
uint8_t  *listpack_find(const listpack *lp, const uint8_t *p, slice text, unsigned skip);

void      listpack_append(listpack **lp, slice text);
void      listpack_append_int(listpack **lp, int64_t number);
void      listpack_prepend(listpack **lp, slice text);
/* Inserts before p (p == NULL: at the end); returns the new entry's position. */
uint8_t  *listpack_insert(listpack **lp, const uint8_t *p, slice text);
uint8_t  *listpack_insert_int(listpack **lp, const uint8_t *p, int64_t number);
/* Replaces the entry at p; returns its (new) position. */
uint8_t  *listpack_replace(listpack **lp, const uint8_t *p, slice text);
uint8_t  *listpack_replace_int(listpack **lp, const uint8_t *p, int64_t number);
/* Removes count entries from p on; returns the position of what follows, NULL at the end. */
uint8_t  *listpack_remove(listpack **lp, const uint8_t *p, size_t count);
/* Removes count entries from index on (negative from the end). */
void      listpack_remove_range(listpack **lp, long index, size_t count);
void      listpack_join(listpack **first, const listpack *second);  /* appends all of second */
/* Moves p and all behind it into a new listpack. */
listpack *listpack_split(listpack **lp, const uint8_t *p);
size_t    listpack_entry_bytes(slice text);         /* what one more entry of this text would add */
bool      listpack_has_room(const listpack *lp, size_t more);       /* for so many further bytes of entries? */
void      listpack_trim_capacity(listpack **lp);
void      listpack_prefetch(const listpack *lp);    /* its first lines */
listpack *listpack_defragment(listpack *lp);        /* its new address when its slab was sparse */

/* True when the block is a well-formed listpack of exactly len bytes, all of whose entries `each` accepts (or NULL).
 * Everything read from a file or from RESTORE passes through this. */
bool      listpack_validate(const uint8_t *block, size_t len,
                            bool (*each)(const uint8_t *p, size_t index, void *context), void *context);
#endif
