/* keyspace.h -- the door to the store: lookup with expiry, type checks, access bits, hits and misses, and the one word
 * for "I wrote".
 *
 * Lookups by a command go through here, never through db_find. On a primary an expired key is deleted and that deletion
 * propagated (event `expired`); on a replica, while paused or loading it is only hidden. The entry pointers returned are
 * valid until the next keyspace or db call that may change the same db. */
#ifndef SERVER_KEYSPACE_H
#define SERVER_KEYSPACE_H
#include "server/call.h"

/* The hash of a key; free when it is the one computed while looking ahead. */
uint64_t keyspace_hash(const call *c, slice key);

/* -- reading ---------------------------------------------------------------- */
/* The entry or NULL; counts a hit or miss, refreshes access bits, sends keymiss. */
entry *keyspace_read(call *c, slice key);
/* The same without access bits: EXISTS, TYPE, TTL; and without the event as well: OBJECT. */
entry *keyspace_glance(call *c, slice key);
entry *keyspace_inspect(call *c, slice key);
/* The same without access bits, statistics or event. */
entry *keyspace_peek(call *c, slice key);
/* keyspace_read and a type check. False when WRONGTYPE has been replied; *value is NULL when the key is missing. */
bool   keyspace_get(call *c, slice key, const type *t, void **value);
/* The same for strings, whose value is read with string_text(*e). */
bool   keyspace_get_string(call *c, slice key, entry **e);

/* -- writing ---------------------------------------------------------------- */
/* The entry or NULL, for a command that will write: no hit, miss or keymiss, but access bits. */
entry *keyspace_find(call *c, slice key);
/* keyspace_find and a type check: false when WRONGTYPE has been replied; *value NULL when missing. */
bool   keyspace_edit(call *c, slice key, const type *t, void **value);
bool   keyspace_edit_string(call *c, slice key, entry **e);
/* The value of a key, created empty when missing; NULL when WRONGTYPE has been replied. A value left empty must still be
 * announced with changed() or discarded with keyspace_abandon(). */
void  *keyspace_open(call *c, slice key, const type *t);
/* Removes a key that keyspace_open just created and that got no content; no event. */
void   keyspace_abandon(call *c, slice key);
/* Stores a container value under key, replacing whatever was there, without expiry. Announce with changed(). */
void   keyspace_put(call *c, slice key, const type *t, void *value);
/* Stores a string likewise; expiry -1 for none. */
void   keyspace_put_string(call *c, slice key, slice text, int64_t expiry);
/* The same for results that are no integers even if they look so: embstr or raw (INCRBYFLOAT), or always raw (BITOP). */
void   keyspace_put_text(call *c, slice key, slice text, int64_t expiry, bool raw);
/* Deletes without event; true when it was there (and not expired). Announce with changed(c, key, NOTIFY_GENERIC, "del"). */
bool   keyspace_delete(call *c, slice key);
void   keyspace_set_expiry(call *c, slice key, int64_t when);      /* -1 removes; the key must be there */

/* -- what has happened ------------------------------------------------------- */
enum notify_class {
    NOTIFY_KEYSPACE = 1 << 0, NOTIFY_KEYEVENT = 1 << 1, NOTIFY_GENERIC = 1 << 2, NOTIFY_STRING = 1 << 3, NOTIFY_LIST = 1 << 4,
    NOTIFY_SET = 1 << 5, NOTIFY_HASH = 1 << 6, NOTIFY_ZSET = 1 << 7, NOTIFY_EXPIRED = 1 << 8, NOTIFY_EVICTED = 1 << 9,
    NOTIFY_STREAM = 1 << 10, NOTIFY_MISS = 1 << 11, NOTIFY_MODULE = 1 << 12, NOTIFY_NEW = 1 << 13
};
/* ONE word for "I wrote this key": counts the change, dirties WATCH, invalidates tracking, sends `new` (when just created) and
 * this event, wakes blocked clients, and removes a container left empty (with its del event). event NULL: no event. */
void   changed(call *c, slice key, enum notify_class class, const char *event);
/* The same for what is no part of the value that clients read: the groups of a stream, its last ID, the form of a HyperLogLog.
 * Neither WATCH nor tracking hears of it, unless the key is new. */
void   changed_aside(call *c, slice key, enum notify_class class, const char *event);
/* The same as changed() for a command that changed `count` elements: save points count these. */
void   changed_by(call *c, int64_t count, slice key, enum notify_class class, const char *event);
/* Sends `new` when it is due, for a command that has more to notify before its changed(). */
void   changed_soon(call *c, slice key);
/* For save points the call counts as so many changes more (or fewer) than it has announced. */
void   keyspace_count_changes(int64_t more);
/* A further event for the same key: SET with expiry also fires `expire`. */
void   notify(call *c, slice key, enum notify_class class, const char *event);
/* A whole database was flushed or swapped: watchers, trackers and blocked clients of it. */
void   keyspace_db_changed(call *c, db *d);
/* Writes that may have made something large are shown with their entry: those whose request has 1 KB or more, those that put
 * a container or a string of such a size (or after keyspace_look_soon: a value came from elsewhere), and one in 64 of the
 * others; all but the first are `due`. */
void   keyspace_on_look(void (*on_look)(const call *c, const entry *e, bool due));
void   keyspace_look_soon(void);

/* -- databases --------------------------------------------------------------- */
int    keyspace_db_count(void);
db    *keyspace_db(int id);
/* Frees everything at the end of a checked build, where leaks are looked for (entries hold unaligned pointers, which a leak
 * checker cannot follow). A production server just ends. */
void   keyspace_free(void);
size_t keyspace_flush(call *c, db *d, bool later);      /* NULL: all */
uint64_t keyspace_dirty(void);                          /* changes since the start: save points */
void   keyspace_dirty_reset(uint64_t saved);            /* a snapshot holds that many of them */
void   keyspace_dirty_add(void);                        /* something else that a snapshot holds has changed: functions */
/* Deletes what is due, within budget_us; called every turn. True while more is due. */
bool   keyspace_expire_due(int64_t now, int64_t budget_us);
int64_t keyspace_next_due(void);                        /* unix ms; -1 when nothing ever expires */
/* True while expired keys are hidden but not deleted (replica, pause, loading). */
void   keyspace_hold_expiry(bool hold);
bool   keyspace_expiry_held(void);
void   keyspace_set_active_expire(bool on);             /* DEBUG SET-ACTIVE-EXPIRE */
/* Deletes one key for eviction or expiry on behalf of the server: event, propagation as DEL, counters. */
void   keyspace_drop(db *d, entry *e, enum notify_class class, const char *event);
void   keyspace_drop_sleep(int64_t us);      /* before each of these: a slow machine, for tests */
/* A call of the server itself (expiry, eviction, tick): client NULL-like internal client with full rights, db d. */
call   keyspace_own_call(db *d);
/* Who takes due fields out of a hash, with event and propagation: commands/hashes_due.c. */
void   keyspace_on_fields_due(void (*drop)(call *c, slice key));
void   keyspace_count_expired_fields(uint64_t count);
uint32_t keyspace_access_now(void);                     /* the access bits a fresh or touched entry gets (LRU) */
uint32_t keyspace_idle_seconds(const entry *e);
uint8_t  keyspace_frequency(const entry *e);            /* LFU counter, decayed */
#endif
