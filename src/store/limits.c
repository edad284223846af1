/* limits.c -- the thresholds with their defaults; config.c writes redis.conf's values over them. */
#include "store/limits.h"

limits store_limits = {
    .list_max_listpack_size = -2,
    .hash_max_listpack_entries = 512, .hash_max_listpack_value = 64,
    .set_max_intset_entries = 512, .set_max_listpack_entries = 128, .set_max_listpack_value = 64,
    .zset_max_listpack_entries = 128, .zset_max_listpack_value = 64,
    .hll_sparse_max_bytes = 3000,
    .stream_node_max_bytes = 4096, .stream_node_max_entries = 100,
    .lfu_log_factor = 10, .lfu_decay_time = 1,
};
