/* hashes.h -- shared by hashes.c, hashes_expiry.c and hashes_due.c. */
#ifndef COMMANDS_HASHES_H
#define COMMANDS_HASHES_H
#include "server/call.h"
#include "store/hash.h"

/* A hash opened for change, and when its first field was due before: the index of due fields must learn of a change. */
typedef struct hash_edit { hash *hash; slice key; int64_t due; } hash_edit;
/* False when WRONGTYPE was replied; hash is NULL when the key is missing. */
bool hash_edit_find(call *c, slice key, hash_edit *e);
bool hash_edit_open(call *c, slice key, hash_edit *e);      /* created when missing */
/* The index learns of the change: after the last change of fields or times, before changed(). */
void hash_edit_done(call *c, hash_edit *e);
/* Takes those of the named fields out that are past their time: each is propagated, and one event (or none) is told. True
 * when there were any; then the hash, which may be gone with them, must be looked up again. */
bool hash_drop_named(call *c, slice key, const hash *h, const slice *fields, int count, const char *event);
bool hash_drop_all_due(call *c, slice key, const hash *h);  /* likewise every field that is past its time */
#endif
