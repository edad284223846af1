/* latency.h -- what was slow, and when: per event the worst of each of its latest 160 seconds with a spike. */
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
