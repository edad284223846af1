/* snapshot.h -- dump.rdb: when it is written, by whom, and what follows when that fails (persistence.md section 7). */
#ifndef PERSIST_SNAPSHOT_H
#define PERSIST_SNAPSHOT_H
#include <stdbool.h>
#include <stdint.h>

/* Writes dump.rdb now, in this process. */
bool snapshot_save(void);
enum snapshot_answer { SNAPSHOT_STARTED, SNAPSHOT_SCHEDULED, SNAPSHOT_RUNNING, SNAPSHOT_OTHER_CHILD, SNAPSHOT_FAILED };
/* In the background. With `later` an unsuitable moment only delays it. */
enum snapshot_answer snapshot_start(bool later);
enum snapshot_cancelled { SNAPSHOT_KILLED, SNAPSHOT_UNSCHEDULED, SNAPSHOT_NOT_RUNNING };
enum snapshot_cancelled snapshot_cancel(void);
bool snapshot_running(void);
int64_t snapshot_last(void);                /* unix s of the latest success */
bool snapshot_wanted(void);                 /* are there save points? */
const char *snapshot_path(void);
/* Everything was flushed: what a running snapshot holds is past, and with save points the empty dataset is saved. */
void snapshot_flushed(void);
/* Called with the outcome of each snapshot of dump.rdb, for whoever waits for one (replicas). */
void snapshot_on_done(void (*done)(bool good));

/* Why writes have to be refused, or NULL; there are two reasons with a place each. */
enum disk_trouble { TROUBLE_SNAPSHOT, TROUBLE_LOG };
void disk_trouble_set(enum disk_trouble which, const char *why);
#endif
