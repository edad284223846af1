/* metrics.h -- what the server measures, in the text format that Prometheus reads. */
#ifndef SERVER_METRICS_H
#define SERVER_METRICS_H
#include "base/slice.h"

/* Appends every metric: families under their names, each with HELP and TYPE. */
void metrics_print(bytes **out);
#endif
