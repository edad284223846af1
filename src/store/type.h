/* type.h -- what the keyspace knows of a value type: one const struct at the end of the type's file.
 *
 * A value has one owner, its entry. Everything that differs between types is a function here, so that no other file
 * asks which type it has in hand. The type numbers are those of DEBUG DIGEST.
 *
 * `void *value` is the address of the type's struct. Of most types that struct is one word (base/tagged.h): while an entry owns
 * the value the word stands in the entry itself, which saves a block and a cache miss for each collection. */
#ifndef STORE_TYPE_H
#define STORE_TYPE_H
#include "base/hash.h"
#include "base/slice.h"

enum type_id { TYPE_STRING = 0, TYPE_LIST = 1, TYPE_SET = 2, TYPE_ZSET = 3, TYPE_HASH = 4, TYPE_STREAM = 6, TYPE_COUNT = 8 };

struct rdb_out;                                     /* store/rdb_io.h */
struct rdb_in;
struct entry;

/* The running digest of one value: behaviour.md section 21. */
typedef struct digest { uint8_t at[20]; } digest;
void digest_xor(digest *d, slice text);             /* d = d XOR SHA1(text): order does not matter */
void digest_mix(digest *d, slice text);             /* d = SHA1(d XOR SHA1(text)): order matters */

/* Receives a command of a plain AOF rewrite, one call a command. */
typedef struct rewriter { void (*emit)(struct rewriter *to, int argc, const slice *argv); } rewriter;

typedef struct type {
    const char *name;                               /* what TYPE answers */
    enum type_id id;
    bool  word;                                     /* the struct is one word, and an entry takes it in */
    void  *(*create)(void);                         /* an empty value; NULL for strings */
    void   (*free)(void *value);
    /* Frees about `budget` elements; true when the value is gone. effort() tells how many it would take. */
    bool   (*free_some)(void *value, size_t budget);
    size_t (*effort)(const void *value);
    void  *(*copy)(const void *value);
    size_t (*length)(const void *value);            /* elements; 0 means the key has to go */
    const char *(*encoding)(const void *value);     /* what OBJECT ENCODING answers */
    size_t (*size)(const void *value, size_t samples);      /* bytes; samples 0 looks at every element */
    void   (*digest)(const void *value, digest *d);
    uint8_t (*rdb_type)(const void *value);         /* the type byte that save() will write the body of */
    void   (*save)(const void *value, struct rdb_out *out);
    /* A value from the body that follows this type byte, NULL when it is malformed. Always validates in full. */
    void  *(*load)(struct rdb_in *in, uint8_t rdb_type);
    /* What the value holds and the body has no place for, as text that travels beside it: NULL when there is nothing.
     * load_extra() is false when the text is not sound, and the value then only fit to be freed. Both NULL: never any. */
    bytes *(*save_extra)(const void *value);
    bool   (*load_extra)(void *value, slice extra);
    void   (*rewrite)(slice key, const void *value, rewriter *to);
    int64_t (*due)(const void *value);              /* earliest field expiry in unix ms, -1 when none; NULL: never has one */
    /* The table of elements by name, NULL when this encoding has none: looking ahead prefetches from it. */
    const struct table *(*members)(const void *value);
    /* The value's own struct is in cache: starts fetching what it points to. NULL when that is not worth it. */
    void   (*prefetch)(const void *value);
    /* Moves blocks out of sparse slabs; cursor 0 when done. The struct's own too, if it is one: its address is returned. */
    void  *(*defragment)(void *value, uint64_t *cursor);
} type;

/* The type by its number; NULL when no such type is registered. Types are registered by main before anything runs. */
const type *type_of_id(enum type_id id);
void type_register(const type *t);
/* The registered type whose load() takes this RDB type byte: each type lists its own; NULL when none does. */
const type *type_of_rdb(uint8_t rdb_type);
void type_register_rdb(const type *t, const uint8_t *rdb_types, int count);
#endif
