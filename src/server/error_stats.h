/* error_stats.h -- how often each error code was replied: INFO errorstats (behaviour.md section 2). */
#ifndef SERVER_ERROR_STATS_H
#define SERVER_ERROR_STATS_H
#include "base/slice.h"

void     error_stats_count(slice error);        /* the text without dash; its first word is the code */
uint64_t error_stats_total(void);
void     error_stats_reset(void);
void     error_stats_print(bytes **out);        /* errorstat_CODE:count=n lines, CRLF */
#endif
