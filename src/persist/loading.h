/* loading.h -- while data is being loaded: the server answers what may be answered, and tells how far it is. */
#ifndef PERSIST_LOADING_H
#define PERSIST_LOADING_H
#include <stdbool.h>
#include <stdint.h>

void loading_start(int64_t total_bytes);
/* step bytes more have been read: serves clients when that is due. False: the server is to stop, give up. */
bool loading_advance(int64_t step);
void loading_end(void);
void loading_used_memory(int64_t size);    /* what the file says its writer used */
void loading_count(uint64_t loaded, uint64_t expired);      /* keys of the RDB just read */
bool loading_abandoned(void);
#endif
