/* info_absent.c -- fields that monitoring tools look for, with what is true while no other feature supplies them.
 *
 * What is not here has never happened and nothing waits for it. The first supplier of a field wins, and this one comes
 * last. */
#include "server/feature.h"

static void zero(bytes **out) { bytes_append_char(out, '0'); }
static void zero_real(bytes **out) { bytes_append_text(out, "0.00"); }
static void never(bytes **out) { bytes_append_text(out, "-1"); }
static void primary(bytes **out) { bytes_append_text(out, "master"); }
static void no_failover(bytes **out) { bytes_append_text(out, "no-failover"); }
static void no_id(bytes **out) { bytes_append_text(out, "0000000000000000000000000000000000000000"); }

static const info_field info[] = {
    { "server", "io_threads_active", zero, NULL },
    { "clients", "cluster_connections", zero, NULL },
    { "memory", "mem_replication_backlog", zero, NULL },
    { "memory", "mem_total_replication_buffers", zero, NULL },
    { "memory", "mem_replica_full_sync_buffer", zero, NULL },
    { "memory", "mem_cluster_links", zero, NULL },
    { "memory", "mem_overhead_db_hashtable_rehashing", zero, NULL },
    { "stats", "total_net_repl_input_bytes", zero, NULL },
    { "stats", "total_net_repl_output_bytes", zero, NULL },
    { "stats", "sync_full", zero, NULL },
    { "stats", "sync_partial_ok", zero, NULL },
    { "stats", "sync_partial_err", zero, NULL },
    { "stats", "expired_stale_perc", zero_real, NULL },
    { "stats", "slave_expires_tracked_keys", zero, NULL },
    { "stats", "unexpected_error_replies", zero, NULL },
    { "stats", "dump_payload_sanitizations", zero, NULL },
    { "stats", "io_threaded_reads_processed", zero, NULL },
    { "stats", "io_threaded_writes_processed", zero, NULL },
    { "stats", "reply_buffer_shrinks", zero, NULL },
    { "stats", "reply_buffer_expands", zero, NULL },
    { "replication", "role", primary, NULL },
    { "replication", "connected_slaves", zero, NULL },
    { "replication", "master_failover_state", no_failover, NULL },
    { "replication", "master_replid2", no_id, NULL },
    { "replication", "second_repl_offset", never, NULL },
    { "replication", "repl_backlog_active", zero, NULL },
    { "replication", "repl_backlog_first_byte_offset", zero, NULL },
    { "replication", "repl_backlog_histlen", zero, NULL },
    { "cluster", "cluster_enabled", zero, NULL },
    { 0 }
};

const feature info_absent = { .name = "server", .info = info };
