/* eval.h -- what EVAL and its cache occupy, for the sums that INFO shows. */
#ifndef SCRIPT_EVAL_H
#define SCRIPT_EVAL_H
#include <stddef.h>

size_t eval_engine_bytes(void);
size_t eval_cache_bytes(void);
#endif
