/* db.h -- one numbered database: the table of entries, and two indexes by time.
 *
 * `expires` holds every entry with an expiry, `fields_due` every hash whose fields have one, by the earliest. Both are
 * exact: what is due stands first. The db never decides to delete an expired entry by itself: it tells, and
 * server/keyspace.c deletes and propagates (DESIGN section 2).
 *
 * Functions that return `entry *` give the entry's current address; any other function of this file may move or free it. */
#ifndef STORE_DB_H
#define STORE_DB_H
#include "data/order.h"
#include "data/table.h"
#include "store/entry.h"
#include "store/sizes.h"

/* A sum of unix times in ms, apart in blocks of 1024 ms and the rest: whole, that of five million keys would not fit. */
typedef struct time_sum { uint64_t blocks, rest; } time_sum;

typedef struct db {
    int id;
    table *table;
    order *expires;
    order *fields_due;
    time_sum expiries;                      /* of all keys' times: the exact mean for INFO's avg_ttl */
    sizes sizes;                            /* how many values are how large */
    struct blocked_keys *blocked;           /* server/block.c's, NULL when nobody waits on a key of this db */
    struct watched_keys *watched;           /* server/multi.c's, NULL when nobody watches a key of this db */
} db;

db    *db_new(int id);
void   db_free(db *d);
size_t db_count(const db *d);
size_t db_expires_count(const db *d);
int64_t db_mean_expiry(const db *d);        /* unix ms; 0 when no key expires */

entry *db_find(const db *d, uint64_t hash, slice key);
/* Adds a key that is not there, with a container value (owned from now on). */
entry *db_add(db *d, uint64_t hash, slice key, const type *t, void *value, int64_t expiry);
/* Replaces whatever value e has; key, access bits and expiry stay (expiry too: change it with db_set_expiry). */
entry *db_replace(db *d, entry *e, const type *t, void *value);
/* Puts a ready-made entry of the same key in the place of another, which is freed with its value. */
entry *db_exchange(db *d, uint64_t hash, entry *from, entry *to);
/* -1 removes the expiry. */
entry *db_set_expiry(db *d, entry *e, int64_t when);
/* Deletes the entry; its value is freed now when small, else in slices by reclaim.h. */
void   db_remove(db *d, uint64_t hash, entry *e);
/* Takes the entry out of this db without freeing: the caller owns it until db_put. RENAME and MOVE. */
entry *db_take(db *d, uint64_t hash, entry *e);
/* Puts a taken entry (whose key may have to become another) into a db where that key is absent. */
entry *db_put(db *d, uint64_t hash, slice key, entry *taken);
/* A deep copy under another key, absent there; expiry as given. */
entry *db_copy_entry(db *to, uint64_t hash, slice key, const entry *from, int64_t expiry);
/* Must be called before a container of this db changes in place, so that its size is counted again (sizes.h). */
static inline void db_open_value(db *d, const type *t, const void *value) { sizes_open(&d->sizes, t, value); }
/* Must be called when the earliest field expiry of a hash may have changed; before is what type->due said earlier. */
void   db_fields_changed(db *d, entry *e, int64_t before);
/* The entry due first by either index if it is due at now (unix ms), else NULL. */
entry *db_first_expired(const db *d, int64_t now);
entry *db_first_field_due(const db *d, int64_t now);
int64_t db_next_due(const db *d);           /* unix ms of the earliest of both indexes; -1 when neither has any */
/* Empties the db; with `later` the old tables die in slices, else at once. Returns how many keys there were. */
size_t db_flush(db *d, bool later);
void   db_swap(db *a, db *b);               /* contents change places, numbers and waiters stay */
/* The entry of this slot of the table, moved out of a sparse slab; true when it moved. */
bool   db_move(db *d, void **slot);
size_t db_overhead(const db *d);            /* tables and indexes, bytes */

/* -- strings: store/string.c ----------------------------------------------- */
/* What a string value is, as text; a number is printed into room (NUMBER_INT_TEXT bytes). */
slice  string_text(const entry *e, char *room);
size_t string_length(const entry *e);
bool   string_int(const entry *e, int64_t *n);          /* the value as a strict integer, whatever its encoding */
/* Sets key to text (encoded as int, embstr or raw); e is the entry found under key or NULL; expiry -1 none. The old value of
 * whatever type is freed. In place when the shape allows. */
entry *string_set(db *d, uint64_t hash, slice key, entry *e, slice text, int64_t expiry);
/* The same for a text too long for the entry, whose owner gives it away. */
entry *string_set_own(db *d, uint64_t hash, slice key, entry *e, bytes *text, int64_t expiry);
entry *string_set_int(db *d, uint64_t hash, slice key, entry *e, int64_t n, int64_t expiry);
/* The same without looking for an integer: embstr or raw, or always raw. */
entry *string_set_text(db *d, uint64_t hash, slice key, entry *e, slice text, int64_t expiry, bool raw);
/* The value as a buffer (raw encoding from now on) of exactly len bytes (what is new is zero), to be changed in place before
 * anything else is called. It grows by doubling, so repeated APPENDs are cheap. *e follows the entry if it moves. */
bytes *string_open(db *d, entry **e, size_t len);
extern const type string_type;
#endif
