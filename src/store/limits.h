/* limits.h -- when a compact encoding becomes a big one (behaviour.md section 20). The settings of commands/ write here. */
#ifndef STORE_LIMITS_H
#define STORE_LIMITS_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct limits {
    int64_t list_max_listpack_size, list_compress_depth;
    uint64_t hash_max_listpack_entries, hash_max_listpack_value;
    uint64_t set_max_intset_entries, set_max_listpack_entries, set_max_listpack_value;
    uint64_t zset_max_listpack_entries, zset_max_listpack_value;
    uint64_t hll_sparse_max_bytes;
    uint64_t stream_node_max_bytes, stream_node_max_entries;
    bool lfu;                               /* access bits hold LFU counters instead of LRU seconds */
    bool lrm;                               /* they hold the second of the latest write: reading leaves them alone */
    bool unshared;                          /* memory is limited and access bits count: each value has its own */
    int64_t lfu_log_factor, lfu_decay_time;
} limits;

extern limits store_limits;                 /* the one instance: settings must be able to name its fields */
#endif
