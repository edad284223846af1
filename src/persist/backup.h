/* backup.h -- BACKUP: a set of files that stands still while the server goes on (newer.md section 11).
 *
 *     idle -> pending (another child runs) -> snapshotting (a base is written) -> incrementing -> sealed -> idle
 *
 * Files are pinned by hard links in a directory of their own, so nothing is copied. */
#ifndef PERSIST_BACKUP_H
#define PERSIST_BACKUP_H
#include "base/slice.h"

enum backup_state { BACKUP_IDLE, BACKUP_PENDING, BACKUP_SNAPSHOTTING, BACKUP_INCREMENTING, BACKUP_SEALED, BACKUP_FAILED };

enum backup_state backup_state(void);
const char *backup_state_name(void);
const char *backup_error(void);             /* why it failed, "" otherwise */
int64_t backup_started(void);               /* unix s, 0: not */
int64_t backup_ended(void);
/* NULL, or the error to reply. */
const char *backup_start(void);
const char *backup_seal(void);
const char *backup_abort(void);
const char *backup_cleanup(void);
/* The absolute paths pinned so far. */
int  backup_count(void);
const char *backup_file(int i);
#endif
