/* metrics_text.c -- INFO retold as metrics, under the names that dashboards for Redis expect.
 *
 * The table says which field becomes which metric. Where a name that is in use breaks the rules of the format -- a counter
 * that does not end in _total, or a gauge that does -- the kind is untyped, which changes nothing for queries; where it
 * abbreviates a unit, the unit is spelled out and is the second. */
#include "server/metrics.h"
#include "base/memory.h"
#include "base/number.h"
#include "data/histogram.h"
#include "server/command.h"
#include "server/commandlog.h"
#include "server/config.h"
#include "server/info.h"
#include "server/latency.h"
#include "server/loop.h"

enum kind { GAUGE, COUNTER, UNTYPED, SUMMARY, HISTOGRAM, GAUGE_MS, COUNTER_MS };
static const char *const kind_names[] = { "gauge", "counter", "untyped", "summary", "histogram", "gauge", "counter" };

typedef struct row { const char *field, *name; enum kind kind; } row;

static const row rows[] = {                 /* in order of the fields: searched by halving */
    { "acl_access_denied_auth", "acl_access_denied_auth_total", COUNTER },
    { "acl_access_denied_channel", "acl_access_denied_channel_total", COUNTER },
    { "acl_access_denied_cmd", "acl_access_denied_cmd_total", COUNTER },
    { "acl_access_denied_key", "acl_access_denied_key_total", COUNTER },
    { "active_defrag_hits", "defrag_hits", GAUGE },
    { "active_defrag_key_hits", "defrag_key_hits", GAUGE },
    { "active_defrag_key_misses", "defrag_key_misses", GAUGE },
    { "active_defrag_misses", "defrag_misses", GAUGE },
    { "active_defrag_running", "active_defrag_running", GAUGE },
    { "allocator_active", "allocator_active_bytes", GAUGE },
    { "allocator_allocated", "allocator_allocated_bytes", GAUGE },
    { "allocator_frag_bytes", "allocator_frag_bytes", GAUGE },
    { "allocator_frag_ratio", "allocator_frag_ratio", GAUGE },
    { "allocator_muzzy", "allocator_muzzy_bytes", GAUGE },
    { "allocator_resident", "allocator_resident_bytes", GAUGE },
    { "allocator_rss_bytes", "allocator_rss_bytes", GAUGE },
    { "allocator_rss_ratio", "allocator_rss_ratio", GAUGE },
    { "aof_base_size", "aof_base_size_bytes", GAUGE },
    { "aof_buffer_length", "aof_buffer_length", GAUGE },
    { "aof_current_rewrite_time_sec", "aof_current_rewrite_duration_seconds", GAUGE },
    { "aof_current_size", "aof_current_size_bytes", GAUGE },
    { "aof_delayed_fsync", "aof_delayed_fsync", GAUGE },
    { "aof_enabled", "aof_enabled", GAUGE },
    { "aof_last_bgrewrite_status", "aof_last_bgrewrite_status", GAUGE },
    { "aof_last_cow_size", "aof_last_cow_size_bytes", GAUGE },
    { "aof_last_rewrite_time_sec", "aof_last_rewrite_duration_seconds", GAUGE },
    { "aof_last_write_status", "aof_last_write_status", GAUGE },
    { "aof_pending_bio_fsync", "aof_pending_bio_fsync", GAUGE },
    { "aof_pending_rewrite", "aof_pending_rewrite", GAUGE },
    { "aof_rewrite_in_progress", "aof_rewrite_in_progress", GAUGE },
    { "aof_rewrite_scheduled", "aof_rewrite_scheduled", GAUGE },
    { "async_loading", "async_loading", GAUGE },
    { "blocked_clients", "blocked_clients", GAUGE },
    { "client_output_buffer_limit_disconnections", "client_output_buffer_limit_disconnections_total", COUNTER },
    { "client_query_buffer_limit_disconnections", "client_query_buffer_limit_disconnections_total", COUNTER },
    { "client_recent_max_input_buffer", "client_recent_max_input_buffer_bytes", GAUGE },
    { "client_recent_max_output_buffer", "client_recent_max_output_buffer_bytes", GAUGE },
    { "clients_in_timeout_table", "clients_in_timeout_table", GAUGE },
    { "connected_clients", "connected_clients", GAUGE },
    { "connected_slaves", "connected_slaves", GAUGE },
    { "current_eviction_exceeded_time", "current_eviction_exceeded_time_seconds", GAUGE_MS },
    { "dump_payload_sanitizations", "dump_payload_sanitizations", UNTYPED },
    { "eventloop_cycles", "eventloop_cycles_total", COUNTER },
    { "eventloop_duration_cmd_sum", "eventloop_duration_cmd_sum_usec_total", COUNTER },
    { "eventloop_duration_sum", "eventloop_duration_sum_usec_total", COUNTER },
    { "evicted_clients", "evicted_clients_total", COUNTER },
    { "evicted_keys", "evicted_keys_total", COUNTER },
    { "evicted_scripts", "evicted_scripts_total", COUNTER },
    { "expire_cycle_cpu_milliseconds", "expire_cycle_cpu_time_seconds_total", COUNTER_MS },
    { "expired_keys", "expired_keys_total", COUNTER },
    { "expired_stale_perc", "expired_stale_percentage", GAUGE },
    { "expired_subkeys", "expired_subkeys_total", COUNTER },
    { "expired_time_cap_reached_count", "expired_time_cap_reached_total", COUNTER },
    { "instantaneous_eventloop_cycles_per_sec", "instantaneous_eventloop_cycles_per_second", GAUGE },
    { "instantaneous_eventloop_duration_usec", "instantaneous_eventloop_duration_usec", GAUGE },
    { "io_threaded_reads_processed", "io_threaded_reads_processed", UNTYPED },
    { "io_threaded_writes_processed", "io_threaded_writes_processed", UNTYPED },
    { "io_threads_active", "io_threads_active", GAUGE },
    { "keyspace_hits", "keyspace_hits_total", COUNTER },
    { "keyspace_misses", "keyspace_misses_total", COUNTER },
    { "latest_fork_usec", "latest_fork_usec", GAUGE },
    { "lazyfree_pending_objects", "lazyfree_pending_objects", GAUGE },
    { "lazyfreed_objects", "lazyfreed_objects", GAUGE },
    { "loading", "loading_dump_file", GAUGE },
    { "master_repl_offset", "master_repl_offset", GAUGE },
    { "maxclients", "max_clients", GAUGE },
    { "maxmemory", "memory_max_bytes", GAUGE },
    { "mem_aof_buffer", "mem_aof_buffer_bytes", GAUGE },
    { "mem_clients_normal", "mem_clients_normal", GAUGE },
    { "mem_clients_slaves", "mem_clients_slaves", GAUGE },
    { "mem_cluster_links", "mem_cluster_links_bytes", GAUGE },
    { "mem_fragmentation_bytes", "mem_fragmentation_bytes", GAUGE },
    { "mem_fragmentation_ratio", "mem_fragmentation_ratio", GAUGE },
    { "mem_not_counted_for_evict", "mem_not_counted_for_eviction_bytes", GAUGE },
    { "mem_overhead_db_hashtable_rehashing", "mem_overhead_db_hashtable_rehashing_bytes", GAUGE },
    { "mem_replication_backlog", "mem_replication_backlog_bytes", GAUGE },
    { "mem_total_replication_buffers", "mem_total_replication_buffers_bytes", GAUGE },
    { "migrate_cached_sockets", "migrate_cached_sockets_total", UNTYPED },
    { "module_fork_in_progress", "module_fork_in_progress", GAUGE },
    { "module_fork_last_cow_size", "module_fork_last_cow_size", GAUGE },
    { "number_of_cached_scripts", "number_of_cached_scripts", GAUGE },
    { "number_of_functions", "number_of_functions", GAUGE },
    { "number_of_libraries", "number_of_libraries", GAUGE },
    { "process_id", "process_id", GAUGE },
    { "pubsub_channels", "pubsub_channels", GAUGE },
    { "pubsub_clients", "pubsub_clients", GAUGE },
    { "pubsub_patterns", "pubsub_patterns", GAUGE },
    { "pubsubshard_channels", "pubsubshard_channels", GAUGE },
    { "rdb_bgsave_in_progress", "rdb_bgsave_in_progress", GAUGE },
    { "rdb_changes_since_last_save", "rdb_changes_since_last_save", GAUGE },
    { "rdb_current_bgsave_time_sec", "rdb_current_bgsave_duration_seconds", GAUGE },
    { "rdb_last_bgsave_status", "rdb_last_bgsave_status", GAUGE },
    { "rdb_last_bgsave_time_sec", "rdb_last_bgsave_duration_seconds", GAUGE },
    { "rdb_last_cow_size", "rdb_last_cow_size_bytes", GAUGE },
    { "rdb_last_load_keys_expired", "rdb_last_load_expired_keys", GAUGE },
    { "rdb_last_load_keys_loaded", "rdb_last_load_loaded_keys", GAUGE },
    { "rdb_last_save_time", "rdb_last_save_timestamp_seconds", GAUGE },
    { "rdb_saves", "rdb_saves_total", UNTYPED },
    { "rejected_connections", "rejected_connections_total", COUNTER },
    { "repl_backlog_active", "repl_backlog_is_active", GAUGE },
    { "repl_backlog_first_byte_offset", "repl_backlog_first_byte_offset", GAUGE },
    { "repl_backlog_histlen", "repl_backlog_history_bytes", GAUGE },
    { "repl_backlog_size", "replication_backlog_bytes", GAUGE },
    { "reply_buffer_expands", "reply_buffer_expands_total", COUNTER },
    { "reply_buffer_shrinks", "reply_buffer_shrinks_total", COUNTER },
    { "second_repl_offset", "second_repl_offset", GAUGE },
    { "slave_expires_tracked_keys", "slave_expires_tracked_keys", GAUGE },
    { "slave_priority", "slave_priority", GAUGE },
    { "sync_full", "replica_resyncs_full", GAUGE },
    { "sync_partial_err", "replica_partial_resync_denied", GAUGE },
    { "sync_partial_ok", "replica_partial_resync_accepted", GAUGE },
    { "total_blocking_keys", "total_blocking_keys", GAUGE },
    { "total_blocking_keys_on_nokey", "total_blocking_keys_on_nokey", GAUGE },
    { "total_commands_processed", "commands_processed_total", COUNTER },
    { "total_connections_received", "connections_received_total", COUNTER },
    { "total_error_replies", "total_error_replies", UNTYPED },
    { "total_eviction_exceeded_time", "eviction_exceeded_time_seconds_total", COUNTER_MS },
    { "total_net_input_bytes", "net_input_bytes_total", COUNTER },
    { "total_net_output_bytes", "net_output_bytes_total", COUNTER },
    { "total_net_repl_input_bytes", "net_repl_input_bytes_total", COUNTER },
    { "total_net_repl_output_bytes", "net_repl_output_bytes_total", COUNTER },
    { "total_reads_processed", "total_reads_processed", UNTYPED },
    { "total_watched_keys", "total_watched_keys", GAUGE },
    { "total_writes_processed", "total_writes_processed", UNTYPED },
    { "tracking_clients", "tracking_clients", GAUGE },
    { "tracking_total_items", "tracking_total_items", GAUGE },
    { "tracking_total_keys", "tracking_total_keys", GAUGE },
    { "tracking_total_prefixes", "tracking_total_prefixes", GAUGE },
    { "unexpected_error_replies", "unexpected_error_replies", UNTYPED },
    { "uptime_in_seconds", "uptime_in_seconds", GAUGE },
    { "used_cpu_sys", "cpu_sys_seconds_total", COUNTER },
    { "used_cpu_sys_children", "cpu_sys_children_seconds_total", COUNTER },
    { "used_cpu_sys_main_thread", "cpu_sys_main_thread_seconds_total", COUNTER },
    { "used_cpu_user", "cpu_user_seconds_total", COUNTER },
    { "used_cpu_user_children", "cpu_user_children_seconds_total", COUNTER },
    { "used_cpu_user_main_thread", "cpu_user_main_thread_seconds_total", COUNTER },
    { "used_memory", "memory_used_bytes", GAUGE },
    { "used_memory_dataset", "memory_used_dataset_bytes", GAUGE },
    { "used_memory_functions", "memory_used_functions_bytes", GAUGE },
    { "used_memory_lua", "memory_used_lua_bytes", GAUGE },
    { "used_memory_overhead", "memory_used_overhead_bytes", GAUGE },
    { "used_memory_peak", "memory_used_peak_bytes", GAUGE },
    { "used_memory_rss", "memory_used_rss_bytes", GAUGE },
    { "used_memory_scripts", "memory_used_scripts_bytes", GAUGE },
    { "used_memory_scripts_eval", "memory_used_scripts_eval_bytes", GAUGE },
    { "used_memory_startup", "memory_used_startup_bytes", GAUGE },
    { "used_memory_vm_eval", "memory_used_vm_eval_bytes", GAUGE },
    { "used_memory_vm_functions", "memory_used_vm_functions_bytes", GAUGE },
    { "used_memory_vm_total", "memory_used_vm_total", UNTYPED },
    { "watching_clients", "watching_clients", GAUGE },
};

/* -- families ------------------------------------------------------------------------------------------ */

/* Samples of one name must stand together, so those with labels are gathered first. */
typedef struct family {
    const char *name, *help;
    enum kind kind;
    bytes *samples;
} family;

static void print_head(bytes **out, const char *name, const char *help, enum kind kind) {
    bytes_printf(out, "# HELP redis_%s %s\n# TYPE redis_%s %s\n", name, help, name, kind_names[kind]);
}

static void print_families(bytes **out, family *f, size_t count) {
    for (; count; f++, count--) {
        if (!f->samples) continue;
        print_head(out, f->name, f->help, f->kind);
        bytes_append(out, bytes_slice(f->samples));
        bytes_free(f->samples);
    }
}

static void print_number(bytes **out, const char *name, const char *help, enum kind kind, int64_t n) {
    print_head(out, name, help, kind);
    bytes_printf(out, "redis_%s %lld\n", name, (long long)n);
}

static void print_real(bytes **out, double n) {
    char text[NUMBER_DOUBLE_TEXT];
    bytes_append(out, slice_make(text, (size_t)number_print_double(text, n)));
    bytes_append_char(out, '\n');
}

/* name="value": a quote, a backslash or a line end of the value is escaped. */
static void print_label(bytes **out, const char *name, slice value) {
    bytes_append_text(out, name);
    bytes_append_text(out, "=\"");
    for (size_t i = 0; i < value.len; i++) {
        char at = value.at[i];
        if (at == '\n') bytes_append_text(out, "\\n");
        else if (at == '"' || at == '\\') bytes_printf(out, "\\%c", at);
        else bytes_append_char(out, at);
    }
    bytes_append_char(out, '"');
}

/* The start of a sample with one label, up to its value. */
static bytes **begin(family *f, const char *label, slice value) {
    bytes_printf(&f->samples, "redis_%s{", f->name);
    print_label(&f->samples, label, value);
    bytes_append_text(&f->samples, "} ");
    return &f->samples;
}

/* -- single fields --------------------------------------------------------------------------------------- */

static const row *find_row(slice field) {
    size_t low = 0, high = sizeof rows / sizeof *rows;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int which = slice_compare(field, slice_of(rows[middle].field));
        if (!which) return &rows[middle];
        if (which < 0) high = middle;
        else low = middle + 1;
    }
    return NULL;
}

/* A state is 1 when it is "ok" and 0 when it is a failure. */
static bool value_of(slice text, double *value) {
    bool good = slice_is(text, "ok") || slice_is(text, "up");
    *value = good;
    return good || slice_is(text, "err") || slice_is(text, "down") || number_parse_double(text, value);
}

static void print_field(slice field, slice value, void *context) {
    bytes **out = context;
    const row *r = find_row(field);
    double n;
    if (!r || !value_of(value, &n)) return;
    bytes_printf(out, "# HELP redis_%s What INFO calls %s.\n", r->name, r->field);
    bytes_printf(out, "# TYPE redis_%s %s\nredis_%s ", r->name, kind_names[r->kind], r->name);
    print_real(out, r->kind >= GAUGE_MS ? n / 1000 : n);
}

static void print_fields(bytes **out) {
    static const char *const sections[] = { "server", "clients", "memory", "persistence", "stats", "replication", "cpu", NULL };
    for (const char *const *s = sections; *s; s++) info_each(*s, print_field, out);
}

/* -- fields of several parts: "calls=3,usec=14" ------------------------------------------------------------ */

static slice part(slice value, const char *name) {
    size_t len = strlen(name);
    const char *at = value.at, *end = value.at + value.len;
    while (at < end) {
        const char *comma = memchr(at, ',', (size_t)(end - at)), *stop = comma ? comma : end;
        size_t size = (size_t)(stop - at);
        if (size > len && !memcmp(at, name, len) && at[len] == '=') return slice_make(at + len + 1, size - len - 1);
        at = stop + 1;
    }
    return SLICE("0");
}

static double number_of(slice text) {
    double n;
    return number_parse_double(text, &n) ? n : 0;
}

static bool strip(slice *name, slice prefix) {
    if (!slice_starts(*name, prefix)) return false;
    *name = slice_make(name->at + prefix.len, name->len - prefix.len);
    return true;
}

static void add_db(slice name, slice value, void *context) {
    family *f = context;
    print_real(begin(&f[0], "db", name), number_of(part(value, "keys")));
    print_real(begin(&f[1], "db", name), number_of(part(value, "expires")));
    print_real(begin(&f[2], "db", name), number_of(part(value, "avg_ttl")) / 1000);
}

static void print_dbs(bytes **out) {
    family f[] = {
        { "db_keys", "Keys of a database.", GAUGE, NULL },
        { "db_keys_expiring", "Keys of a database that expire.", GAUGE, NULL },
        { "db_avg_ttl_seconds", "Mean time until the expiring keys of a database expire.", GAUGE, NULL },
    };
    info_each("keyspace", add_db, f);
    print_families(out, f, sizeof f / sizeof *f);
}

static void add_command(slice name, slice value, void *context) {
    family *f = context;
    if (!strip(&name, SLICE("cmdstat_"))) return;
    print_real(begin(&f[0], "cmd", name), number_of(part(value, "calls")));
    print_real(begin(&f[1], "cmd", name), number_of(part(value, "usec")) / 1e6);
    print_real(begin(&f[2], "cmd", name), number_of(part(value, "rejected_calls")));
    print_real(begin(&f[3], "cmd", name), number_of(part(value, "failed_calls")));
}

static void print_commands(bytes **out) {
    family f[] = {
        { "commands_total", "Calls of a command.", COUNTER, NULL },
        { "commands_duration_seconds_total", "Time spent in a command.", COUNTER, NULL },
        { "commands_rejected_calls_total", "Calls of a command that were refused before they ran.", COUNTER, NULL },
        { "commands_failed_calls_total", "Calls of a command that ended with an error.", COUNTER, NULL },
    };
    info_each("commandstats", add_command, f);
    print_families(out, f, sizeof f / sizeof *f);
}

static void add_error(slice name, slice value, void *context) {
    if (strip(&name, SLICE("errorstat_"))) print_real(begin(context, "err", name), number_of(part(value, "count")));
}

static void print_errors(bytes **out) {
    family f = { "errors_total", "Errors replied, by their code.", COUNTER, NULL };
    info_each("errorstats", add_error, &f);
    print_families(out, &f, 1);
}

/* "p50=1.003,p99.9=14.023" becomes one sample for each quantile. */
static void add_latency(slice name, slice value, void *context) {
    family *f = context;
    const char *at = value.at, *end = value.at + value.len;
    if (!strip(&name, SLICE("latency_percentiles_usec_"))) return;
    while (at < end) {
        const char *comma = memchr(at, ',', (size_t)(end - at)), *stop = comma ? comma : end;
        const char *equals = memchr(at, '=', (size_t)(stop - at));
        if (*at == 'p' && equals) {
            bytes_printf(&f->samples, "redis_%s{", f->name);
            print_label(&f->samples, "cmd", name);
            bytes_printf(&f->samples, ",quantile=\"%g\"} ", number_of(slice_make(at + 1, (size_t)(equals - at) - 1)) / 100);
            print_real(&f->samples, number_of(slice_make(equals + 1, (size_t)(stop - equals) - 1)));
        }
        at = stop + 1;
    }
}

static void print_latencies(bytes **out) {
    family f = { "latency_percentiles_usec", "How long calls of a command take, in microseconds.", SUMMARY, NULL };
    info_each("latencystats", add_latency, &f);
    print_families(out, &f, 1);
}

/* -- what is no field of INFO ----------------------------------------------------------------------------------- */

static void print_logs(bytes **out) {
    commandlog_summary slow = commandlog_summarize(COMMANDLOG_SLOW), request = commandlog_summarize(COMMANDLOG_REQUEST);
    commandlog_summary reply = commandlog_summarize(COMMANDLOG_REPLY);
    print_number(out, "slowlog_length", "Entries of the slow log.", GAUGE, slow.length);
    print_number(out, "slowlog_last_id", "Number of the latest entry of the slow log.", GAUGE, slow.latest_id);
    print_head(out, "last_slow_execution_duration_seconds", "How long the latest slow command took.", GAUGE);
    bytes_append_text(out, "redis_last_slow_execution_duration_seconds ");
    print_real(out, (double)slow.latest_value / 1e6);
    print_number(out, "commandlog_slow_length", "Entries of the log of slow commands.", GAUGE, slow.length);
    print_number(out, "commandlog_execution_slower_than", "Microseconds from which a command is slow.", GAUGE, slow.threshold);
    print_number(out, "commandlog_slow_execution_max_len", "Most entries of the log of slow commands.", GAUGE, slow.most);
    print_number(out, "commandlog_large_request_length", "Entries of the log of large requests.", GAUGE, request.length);
    print_number(out, "commandlog_request_larger_than", "Bytes from which a request is large.", GAUGE, request.threshold);
    print_number(out, "commandlog_large_request_max_len", "Most entries of the log of large requests.", GAUGE, request.most);
    print_number(out, "commandlog_large_reply_length", "Entries of the log of large replies.", GAUGE, reply.length);
    print_number(out, "commandlog_reply_larger_than", "Bytes from which a reply is large.", GAUGE, reply.threshold);
    print_number(out, "commandlog_large_reply_max_len", "Most entries of the log of large replies.", GAUGE, reply.most);
}

static void add_spike(const char *event, int64_t second, int64_t ms, void *context) {
    family *f = context;
    print_real(begin(&f[0], "event_name", slice_of(event)), (double)second);
    print_real(begin(&f[1], "event_name", slice_of(event)), (double)ms / 1000);
}

static void print_spikes(bytes **out) {
    family f[] = {
        { "latency_spike_last", "Unix time of the latest spike of an event.", GAUGE, NULL },
        { "latency_spike_duration_seconds", "How long the latest spike of an event took.", GAUGE, NULL },
    };
    latency_each(add_spike, f);
    print_families(out, f, sizeof f / sizeof *f);
}

/* The limits of a class: hard and soft bytes, and how long beyond the soft ones. */
static void add_limits(family *f, const slice *words) {
    static const char *const limits[] = { "hard", "soft" };
    for (int i = 0; i < 2; i++) {
        bytes_printf(&f[0].samples, "redis_%s{", f[0].name);
        print_label(&f[0].samples, "class", words[0]);
        bytes_printf(&f[0].samples, ",limit=\"%s\"} ", limits[i]);
        print_real(&f[0].samples, number_of(words[1 + i]));
    }
    bytes_printf(&f[1].samples, "redis_%s{", f[1].name);
    print_label(&f[1].samples, "class", words[0]);
    bytes_append_text(&f[1].samples, ",limit=\"soft\"} ");
    print_real(&f[1].samples, number_of(words[3]));
}

static void print_limits(bytes **out) {
    family f[] = {
        { "config_client_output_buffer_limit_bytes", "Replies that a client may leave unread.", GAUGE, NULL },
        { "config_client_output_buffer_limit_overcome_seconds", "How long the soft limit may be exceeded.", GAUGE, NULL },
    };
    bytes *text = NULL;
    slice *words;
    config_get_text(SLICE("client-output-buffer-limit"), &text);
    int n = config_split(bytes_slice(text), &words);
    for (int i = 0; i + 4 <= n; i += 4) add_limits(f, words + i);
    config_free_words(words, n);
    bytes_free(text);
    print_families(out, f, sizeof f / sizeof *f);
}

/* -- histograms ---------------------------------------------------------------------------------------------- */

static void add_histogram(family *f, const command_info *k) {
    if (!k->latency || !histogram_total(k->latency)) return;
    slice name = slice_of(k->name);
    for (histogram_bounds b = { 0 }; histogram_next_bound(k->latency, &b);) {
        bytes_printf(&f->samples, "redis_%s_bucket{", f->name);
        print_label(&f->samples, "cmd", name);
        bytes_printf(&f->samples, ",le=\"%llu\"} %llu\n", (unsigned long long)b.us, (unsigned long long)b.count);
    }
    unsigned long long total = histogram_total(k->latency);
    bytes_printf(&f->samples, "redis_%s_bucket{", f->name);
    print_label(&f->samples, "cmd", name);
    bytes_printf(&f->samples, ",le=\"+Inf\"} %llu\n", total);
    bytes_printf(&f->samples, "redis_%s_sum{", f->name);
    print_label(&f->samples, "cmd", name);
    bytes_printf(&f->samples, "} %llu\nredis_%s_count{", (unsigned long long)k->usec, f->name);
    print_label(&f->samples, "cmd", name);
    bytes_printf(&f->samples, "} %llu\n", total);
}

static void print_histograms(bytes **out) {
    family f = { "commands_latencies_usec", "How long calls of a command take, in microseconds.", HISTOGRAM, NULL };
    command_info *k;
    for (int position = 0; (k = command_each(&position));) {
        add_histogram(&f, k);
        for (int i = 0; i < k->subcommand_count; i++) add_histogram(&f, k->subcommands[i]);
    }
    print_families(out, &f, 1);
}

/* -- the whole ------------------------------------------------------------------------------------------------- */

static void print_instance(bytes **out) {
    static const char *const labels[][2] = {
        { "replication", "role" }, { "server", "redis_version" }, { "server", "redis_build_id" }, { "server", "redis_mode" },
        { "server", "os" }, { "memory", "maxmemory_policy" }, { "server", "tcp_port" }, { "server", "run_id" },
        { "server", "process_id" },
    };
    print_head(out, "instance_info", "What the server is, told by labels.", GAUGE);
    bytes_append_text(out, "redis_instance_info{");
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        bytes *value = bytes_new(64);
        info_value(labels[i][0], labels[i][1], &value);
        if (i) bytes_append_char(out, ',');
        print_label(out, labels[i][1], bytes_slice(value));
        bytes_free(value);
    }
    bytes_append_text(out, "} 1\n");
    print_number(out, "up", "The server answers.", GAUGE, 1);
    int64_t uptime = info_number("server", "uptime_in_seconds");
    print_number(out, "start_time_seconds", "Unix time of the start.", GAUGE, loop_now() / 1000 - uptime);
}

static void print_link(bytes **out) {
    bytes *status = bytes_new(8);
    if (info_value("replication", "master_link_status", &status)) {
        print_number(out, "master_link_up", "The replica has a link to its master.", GAUGE, slice_is(bytes_slice(status), "up"));
    }
    bytes_free(status);
}

void metrics_print(bytes **out) {
    print_instance(out);
    print_fields(out);
    print_link(out);
    print_dbs(out);
    print_logs(out);
    print_commands(out);
    print_errors(out);
    print_latencies(out);
    print_histograms(out);
    print_spikes(out);
    print_limits(out);
}
