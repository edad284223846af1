/* hashes.h -- shared by hashes.c and hashes_expiry.c. */
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
#endif
