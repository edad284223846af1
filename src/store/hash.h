/* hash.h -- the hash value: field and value pairs in a listpack, triplets with expiry times in a listpack, or a table
 * (behaviour.md sections 12 and 20). Not to be confused with base/hash.h, which is about hash functions.
 *
 * A field with an expiry time is gone, for every reader, once `now` is past it; it still counts in hash_count until it is taken
 * out by hash_drop_due. Triplets stand in order of time, those without one last, as in RDB (persistence.md 4.7). */
#ifndef STORE_HASH_H
#define STORE_HASH_H
#include "base/tagged.h"
#include "data/listpack.h"
#include "data/order.h"
#include "data/table.h"
#include "store/type.h"

/* One word: a listpack, or what a big hash needs. */
enum hash_form { HASH_PACK, HASH_TIMED_PACK, HASH_TABLE };
typedef struct hash { tagged as; } hash;
typedef struct hash_index {                         /* HASH_TABLE */
    table *fields;
    order *due;                                     /* items with a time; NULL while there are none */
} hash_index;

static inline enum hash_form hash_form_of(const hash *h) { return (enum hash_form)tagged_tag(h->as); }
static inline listpack *hash_pack(const hash *h) { return tagged_at(h->as); }              /* either HASH_PACK or HASH_TIMED_PACK */
static inline hash_index *hash_big(const hash *h) { return tagged_at(h->as); }             /* HASH_TABLE */

enum { HASH_ROOM = LISTPACK_INT_TEXT + 3, HASH_NO_FIELD = -2, HASH_NO_TIME = -1 };

hash  *hash_new(void);
void   hash_free(hash *h);
bool   hash_free_some(hash *h, size_t budget);      /* about so many fields; true when it has gone */
size_t hash_count(const hash *h);
/* Field, value, field, value ... when the hash is a listpack of nothing else, else NULL. */
const uint8_t *hash_pairs(const hash *h);
/* The value of a field, printed into room (HASH_ROOM bytes) if it is a number there; false when there is none at now. */
bool   hash_get(const hash *h, int64_t now, slice field, char *room, slice *value);
/* Sets a field; true when it is new (one past its time is not). Its time goes, unless keep_time and still to come. */
bool   hash_set(hash *h, int64_t now, slice field, slice value, bool keep_time);
bool   hash_delete(hash *h, slice field);                   /* false when there was none; one past its time counts */
/* Unix ms, HASH_NO_TIME or HASH_NO_FIELD. */
int64_t hash_time(const hash *h, int64_t now, slice field);
void   hash_set_time(hash *h, slice field, int64_t when);   /* -1 removes it; the field must be there */
int64_t hash_due(const hash *h);                            /* the earliest time; -1 when there is none */
/* Takes out fields past their time, at most `most`, and hands each name to each(). */
size_t hash_drop_due(hash *h, int64_t now, size_t most, void (*each)(slice field, void *context), void *context);
/* So many fields, some perhaps the same, with such long texts are about to come: become a table at once when a listpack could
 * not hold them. */
void   hash_expect(hash *h, size_t fields, const slice *texts, int count);

/* All fields, those past their time at now left out (now 0: none is). for (hash_walk w = hash_start(h, now); hash_next(&w); ) */
typedef struct hash_walk {
    const hash *hash;
    int64_t now, time;                              /* time: of this field, -1 for none */
    slice field, value;
    uint8_t *at;
    table_walk table;
    char rooms[2][HASH_ROOM];
} hash_walk;
hash_walk hash_start(const hash *h, int64_t now);
bool   hash_next(hash_walk *w);
/* The same, many at a time: the items of a table are far from each other, so several are fetched from memory at once.
 * for (hash_walk w = hash_start(h, now); hash_next_batch(&w, &b); ) use b.at[0] to b.at[b.count - 1] */
enum { HASH_BATCH = 32 };
typedef struct hash_batch {
    int count;
    struct { slice field, value; int64_t time; } at[HASH_BATCH];
} hash_batch;
bool   hash_next_batch(hash_walk *w, hash_batch *b);
/* A random field, uniformly, into the walk (which is only used as room). The hash must not be empty. */
void   hash_random(const hash *h, hash_walk *out);
uint64_t hash_scan(const hash *h, int64_t now, uint64_t cursor, void (*each)(slice field, slice value, void *context), void *context);
extern const type hash_type;

/* -- inside: hash.c and hash_type.c ------------------------------------------------------------------- */
typedef struct hash_item {                          /* field and value in one block */
    uint8_t flags;                                  /* HASH_ITEM_* */
    char at[];                                      /* [time i64] lengths (2 of 1 or 4 bytes) field value */
} hash_item;
slice  hash_item_field(const hash_item *i);
slice  hash_item_value(const hash_item *i);
int64_t hash_item_time(const hash_item *i);
size_t hash_item_bytes(const hash_item *i);
void   hash_put_timed(hash *h, slice field, slice value, int64_t when);    /* a new field; no checks: loading */
void   hash_become_table(hash *h);
void   hash_become_timed(hash *h);
bool   hash_fits_pack(size_t count, size_t longest);
#endif
