/* latency.h -- what was slow, and when: per event the worst of each of its latest 160 seconds with a spike.
 *
 *     command, fast-command, command-unblocking        what clients asked for; the latter: serving one who waited
 *     expire-cycle, expire-del                         keys whose time has come: all of a turn, each
 *     eviction-cycle, evict-del                        making room: all of it, each key
 *     active-defrag-cycle                              moving blocks
 *     fork, rdb-unlink-temp-file                       a child is made; what one that was stopped had written is removed
 *     aof-write, and again as aof-write-alone, aof-write-active-child or aof-write-pending-fsync by what went on beside
 *     aof-fsync-always, aof-rename                     syncing before the answer; files of the log and their manifest change
 *
 * Whatever else runs between commands has a budget well below a millisecond. */
#ifndef SERVER_LATENCY_H
#define SERVER_LATENCY_H
#include <stdint.h>

/* Something of this kind took so long; kept when it reaches latency-monitor-threshold. The name must be a literal. */
void latency_add(const char *event, int64_t ms);
/* The same for what lies between two calls; while nobody watches the clock is not read. */
int64_t latency_begin(void);
void latency_end(const char *event, int64_t begun);
/* Every event that has been kept, with its latest spike. */
void latency_each(void (*each)(const char *event, int64_t second, int64_t ms, void *context), void *context);
#endif
