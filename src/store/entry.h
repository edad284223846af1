/* entry.h -- a key and its value in one allocation.
 *
 *     0..2  access     24 bits: seconds (LRU) or minutes and counter (LFU)
 *     3     type (low 4 bits), encoding (high 4 bits)
 *     4     flags      EXPIRES, LONG_KEY
 *     5     length of the key, unless LONG_KEY: then u32 in 6..9
 *     ..    expiry     i64 unix ms, only with EXPIRES
 *     ..    key
 *     ..    value      INT: i64;  EMBEDDED: length byte and text;  RAW: bytes *;  WORD: the type's struct itself, one word;
 *                      NONE: the pointer to the type's struct
 *
 * Fields after the header are unaligned and read with memcpy. Changing the expiry or an embedded value may move the entry;
 * only store/db.c and store/string.c do that, and they keep the table and the indexes right. Nobody else holds an entry, or
 * the address of a WORD in it, across a change. */
#ifndef STORE_ENTRY_H
#define STORE_ENTRY_H
#include "base/memory.h"
#include "store/type.h"

enum entry_encoding { ENCODING_NONE, ENCODING_INT, ENCODING_EMBEDDED, ENCODING_RAW, ENCODING_WORD };
enum { ENTRY_EXPIRES = 1, ENTRY_LONG_KEY = 2, ENTRY_EMBEDDED_MAX = 44, ENTRY_WORD = sizeof(void *) };

typedef struct entry {
    uint8_t access[3];
    uint8_t kind;
    uint8_t flags;
    uint8_t key_len;
    char at[];
} entry;

static inline enum type_id entry_type_id(const entry *e) { return (enum type_id)(e->kind & 15); }
static inline enum entry_encoding entry_encoding_of(const entry *e) { return (enum entry_encoding)(e->kind >> 4); }
static inline const type *entry_type(const entry *e) { return type_of_id(entry_type_id(e)); }
static inline bool entry_expires(const entry *e) { return e->flags & ENTRY_EXPIRES; }

static inline const char *entry_expiry_at(const entry *e) { return e->at + (e->flags & ENTRY_LONG_KEY ? 4 : 0); }
static inline const char *entry_key_at(const entry *e) { return entry_expiry_at(e) + (e->flags & ENTRY_EXPIRES ? 8 : 0); }
static inline size_t entry_key_len(const entry *e) {
    if (!(e->flags & ENTRY_LONG_KEY)) return e->key_len;
    uint32_t len;
    memcpy(&len, e->at, sizeof len);
    return len;
}
static inline slice entry_key(const entry *e) { return (slice){ entry_key_at(e), entry_key_len(e) }; }
static inline const char *entry_value_at(const entry *e) { return entry_key_at(e) + entry_key_len(e); }
static inline int64_t entry_expiry(const entry *e) {            /* unix ms, -1 when it never expires */
    int64_t when = -1;
    if (e->flags & ENTRY_EXPIRES) memcpy(&when, entry_expiry_at(e), sizeof when);
    return when;
}
/* The bytes of RAW, the struct of a container; not for INT and EMBEDDED. */
static inline void *entry_value(const entry *e) {
    void *value;
    if (entry_encoding_of(e) == ENCODING_WORD) return (void *)entry_value_at(e);
    memcpy(&value, entry_value_at(e), sizeof value);
    return value;
}
/* Of RAW and NONE. */
static inline void entry_set_value(entry *e, void *value) { memcpy((char *)entry_value_at(e), &value, sizeof value); }
static inline uint32_t entry_access(const entry *e) {
    return (uint32_t)e->access[0] | (uint32_t)e->access[1] << 8 | (uint32_t)e->access[2] << 16;
}
static inline void entry_set_access(entry *e, uint32_t bits) {
    e->access[0] = (uint8_t)bits;
    e->access[1] = (uint8_t)(bits >> 8);
    e->access[2] = (uint8_t)(bits >> 16);
}

size_t entry_bytes(const entry *e);                             /* what was asked of the allocator */
/* A new entry that owns a container from now on: a word is taken in, and the block it came in freed. */
entry *entry_of(slice key, const type *t, void *value, int64_t expiry);
/* The container by itself, in a block of its own if need be; all that is left to do with the entry is entry_free_shell. */
void  *entry_give(entry *e);
/* A new entry: value_bytes of room behind the key, expiry -1 for none. Not yet in any table. */
entry *entry_new(slice key, enum type_id id, enum entry_encoding encoding, int64_t expiry, size_t value_bytes);
/* The same entry with another expiry (and so perhaps another shape) and value_bytes of room: always a new block, access
 * bits and key copied, the value's bytes too (as many as fit). The old one is freed, its value is not. */
entry *entry_reshape(entry *e, enum entry_encoding encoding, int64_t expiry, size_t value_bytes);
void   entry_free_shell(entry *e);                              /* the block only */
size_t entry_footprint(const entry *e, size_t samples);         /* MEMORY USAGE: block and value */
const char *entry_encoding_name(const entry *e);                /* OBJECT ENCODING */
extern const struct table_kind entry_table_kind;
#endif
