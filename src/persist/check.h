/* check.h -- what redis-check-rdb and redis-check-aof have in common: a walk over an RDB file that says what it meets. */
#ifndef PERSIST_CHECK_H
#define PERSIST_CHECK_H
#include <stdbool.h>
#include <stdint.h>

/* Prints its findings; false when the file is not sound. *end receives the offset behind the RDB part (NULL: not wanted). */
bool check_rdb(const char *path, int64_t *end);
/* Tells how far a check is, once a second at most: small files say nothing of it. */
void check_progress(int64_t at, int64_t size);
#endif
