/* evict.h -- maxmemory: before a command runs, keys are dropped until memory fits (behaviour.md section 13).
 *
 * Candidates are sampled into a pool of 16, ordered by how little they would be missed; the pool outlives one
 * eviction, so that a good candidate seen once is not lost. A candidate used since it was seen is passed over. What is
 * due by time stands in an exact index, so volatile-ttl needs no sampling. Values freed in slices count as used until
 * they are gone: those are freed first. Work beyond the time budget of one command goes on before each wait of the
 * loop. */
#ifndef SERVER_EVICT_H
#define SERVER_EVICT_H
#include <stdbool.h>
#include <stddef.h>

/* True on a replica: its primary decides what goes. */
void evict_hold(bool hold);
/* Memory that evicting keys would only make grow (buffers of the log, of replicas) is not counted against the limit. */
void evict_not_counted(size_t (*size)(void));
#endif
