/* main.c -- the list of features; start, run, stop. Order matters where one feature's start, settle or stop must come
 * before another's: the loop's clock first, the log of writes before the replies that wait for it, config_absent last. */
#include "server/feature.h"
#include "server/run.h"

#define FEATURES(X) \
    X(loop) \
    X(running) \
    X(logging) \
    X(acl_selectors) \
    X(acl_log) \
    X(acl_file) \
    X(acl) \
    X(keyspace) \
    X(eviction) \
    X(defragmentation) \
    X(latency) \
    X(crash) \
    X(execute_feature) \
    X(clients) \
    X(client_limits) \
    X(listening) \
    X(metrics) \
    X(process_title) \
    X(oom_score) \
    X(processors) \
    X(requests) \
    X(block) \
    X(transactions) \
    X(children) \
    X(loading) \
    X(aof_files) \
    X(aof) \
    X(aof_rewrite) \
    X(snapshot) \
    X(persist) \
    X(backup) \
    X(strings) \
    X(comparisons) \
    X(counters) \
    X(several) \
    X(subsequences) \
    X(bits) \
    X(bitfields) \
    X(hyperloglogs) \
    X(keys) \
    X(expiring) \
    X(scanning) \
    X(sorting) \
    X(lists) \
    X(lists_blocking) \
    X(sets) \
    X(sets_algebra) \
    X(hashes) \
    X(hashes_expiry) \
    X(hashes_due) \
    X(hashes_import) \
    X(zsets) \
    X(zsets_range) \
    X(zsets_pop) \
    X(zsets_algebra) \
    X(geo) \
    X(geo_searching) \
    X(command_command) \
    X(command_documentation) \
    X(commandlog) \
    X(hotkeys) \
    X(bigkeys) \
    X(keysizes) \
    X(monitoring) \
    X(debugging) \
    X(streams) \
    X(streams_careful) \
    X(stream_groups) \
    X(stream_reading) \
    X(stream_reports) \
    X(databases) \
    X(standalone) \
    X(script_engine) \
    X(scripts) \
    X(evaluating) \
    X(functions) \
    X(memory_reports) \
    X(connections) \
    X(persistence) \
    X(dumping) \
    X(migrating) \
    X(backups) \
    X(client_commands) \
    X(acl_commands) \
    X(client_kill_feature) \
    X(pubsub) \
    X(pubsub_commands) \
    X(tracking_commands) \
    X(tracking) \
    X(notifications) \
    X(info) \
    X(info_server) \
    X(info_memory) \
    X(info_commands) \
    X(info_rates) \
    X(config) \
    X(info_absent) \
    X(config_absent)

#define DECLARE(name) extern const feature name;
#define LIST(name) &name,

FEATURES(DECLARE)

static const feature *const all[] = { FEATURES(LIST) NULL };

int main(int argc, char **argv) { return run_server(all, argc, argv); }
