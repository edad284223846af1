/* metrics.h -- what the server measures, in the text format that Prometheus reads. */
#ifndef SERVER_METRICS_H
#define SERVER_METRICS_H
#include "base/slice.h"

/* Appends every metric: families under their names, each with HELP and TYPE. */
void metrics_print(bytes **out);

enum metrics_wish {
    METRICS_UNKNOWN,                        /* more is to come */
    METRICS_GET, METRICS_HEAD,
    METRICS_MALFORMED, METRICS_ELSEWHERE, METRICS_METHOD
};
/* What the request that begins so wants; at `most` bytes nothing more is to come. */
enum metrics_wish metrics_request(slice text, size_t most);
#endif
