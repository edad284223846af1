/* config_absent.c -- directives of Redis 8 whose feature is not here.
 *
 * They are accepted, checked, kept and shown, so that the redis.conf a person already has starts this server; one that
 * is set away from its default is named in the log. A feature that takes one over declares a row of the same name
 * beside its code: the first row of a name wins and this feature comes last. Directives of Valkey and of newer versions
 * are hidden: CONFIG GET shows them only when asked by name. */
#include "base/number.h"
#include "server/feature.h"
#include "server/log.h"

enum { BACKLOG_LEAST = 16 * 1024 };

static const char *check_host_name(slice name) {
    for (size_t i = 0; i < name.len; i++) {
        char c = name.at[i];
        bool good = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
        if (!good) return "Hostnames may only contain alphanumeric characters, hyphens or dots";
    }
    return name.len < 256 ? NULL : "Hostnames must be less than 256 characters";
}

/* "host port", or nothing. */
static const char *check_primary(slice words) {
    const char *blank = memchr(words.at, ' ', words.len);
    int64_t port;
    if (!words.len) return NULL;
    size_t host = blank ? (size_t)(blank - words.at) : words.len;
    slice rest = { words.at + host + (blank != NULL), words.len - host - (blank != NULL) };
    if (!rest.len || memchr(rest.at, ' ', rest.len)) return "wrong number of arguments";
    bool none = slice_is((slice){ words.at, host }, "no") && slice_is(rest, "one");
    if (!none && (!number_parse_int(rest, &port) || port < 0 || port > UINT16_MAX)) return "Invalid master port";
    return NULL;
}

static const char *check_node_name(slice name) {
    for (size_t i = 0; i < name.len; i++) {
        bool bad = strchr("!#$%&()*+:;<>?@[]^{|}~", name.at[i]);
        if (bad) return "Announced human node name contained invalid character";
    }
    return NULL;
}

/* What Redis does to a value that is set, or refuses, shows here too although nobody heeds the value yet. */
static struct {
    uint64_t backlog_bytes;
    int64_t tls_port;
    bool tls_cluster, tls_replication;
} state;

static const char *apply_backlog(void) {
    if (state.backlog_bytes < BACKLOG_LEAST) state.backlog_bytes = BACKLOG_LEAST;
    return NULL;
}

/* A running server says no rather than let someone believe that a port speaks TLS now. */
static const char *apply_tls(void) {
    if (!state.tls_port && !state.tls_cluster && !state.tls_replication) return NULL;
    log_warning("TLS cannot be turned on: this server does not speak it");
    return "Unable to update TLS configuration. Check server logs.";
}

static const setting settings[] = {
    { "active-expire-effort", SETTING_INT, NULL, "1", .least = 1, .most = 10,
      .absent = "sampling of keys that may have expired" },
    { "activerehashing", SETTING_BOOL, NULL, "yes", .absent = "rehashing that could be hastened" },
    { "bind-source-addr", SETTING_TEXT, NULL, "", .absent = "replication" },
    { "cluster-allow-pubsubshard-when-down", SETTING_BOOL, NULL, "yes", .absent = "cluster mode" },
    { "cluster-allow-reads-when-down", SETTING_BOOL, NULL, "no", .absent = "cluster mode" },
    { "cluster-allow-replica-migration", SETTING_BOOL, NULL, "yes", .absent = "cluster mode" },
    { "cluster-announce-bus-port", SETTING_INT, NULL, "0", .least = 0, .most = 65535, .absent = "cluster mode" },
    { "cluster-announce-hostname", SETTING_TEXT, NULL, "", .check = check_host_name, .absent = "cluster mode" },
    { "cluster-announce-human-nodename", SETTING_TEXT, NULL, "", .check = check_node_name,
      .absent = "cluster mode" },
    { "cluster-announce-ip", SETTING_TEXT, NULL, "", .absent = "cluster mode" },
    { "cluster-announce-port", SETTING_INT, NULL, "0", .least = 0, .most = 65535, .absent = "cluster mode" },
    { "cluster-announce-tls-port", SETTING_INT, NULL, "0", .least = 0, .most = 65535, .absent = "cluster mode" },
    { "cluster-compatibility-sample-ratio", SETTING_INT, NULL, "0", .least = 0, .most = 100,
      .absent = "cluster mode" },
    { "cluster-config-file", SETTING_TEXT, NULL, "nodes.conf", .flags = SETTING_IMMUTABLE,
      .absent = "cluster mode" },
    { "cluster-enabled", SETTING_BOOL, NULL, "no", .flags = SETTING_IMMUTABLE, .absent = "cluster mode" },
    { "cluster-link-sendbuf-limit", SETTING_MEMORY, NULL, "0", .absent = "cluster mode" },
    { "cluster-migration-barrier", SETTING_INT, NULL, "1", .least = 0, .most = INT32_MAX,
      .absent = "cluster mode" },
    { "cluster-node-timeout", SETTING_INT, NULL, "15000", .least = 0, .most = INT64_MAX, .absent = "cluster mode" },
    { "cluster-ping-interval", SETTING_INT, NULL, "0", .least = 0, .most = INT64_MAX, .flags = SETTING_HIDDEN,
      .absent = "cluster mode" },
    { "cluster-port", SETTING_INT, NULL, "0", .least = 0, .most = 65535, .flags = SETTING_IMMUTABLE,
      .absent = "cluster mode" },
    { "cluster-preferred-endpoint-type", SETTING_ENUM, NULL, "ip", .words = "ip|hostname|unknown-endpoint",
      .absent = "cluster mode" },
    { "cluster-replica-no-failover", SETTING_BOOL, NULL, "no", .alias = "cluster-slave-no-failover",
      .absent = "cluster mode" },
    { "cluster-replica-validity-factor", SETTING_INT, NULL, "10", .least = 0, .most = INT32_MAX,
      .alias = "cluster-slave-validity-factor", .absent = "cluster mode" },
    { "cluster-require-full-coverage", SETTING_BOOL, NULL, "yes", .absent = "cluster mode" },
    { "enable-protected-configs", SETTING_ENUM, NULL, "no", .words = "no|yes|local", .flags = SETTING_IMMUTABLE },
    { "ignore-warnings", SETTING_TEXT, NULL, "", .absent = "warnings of that kind" },
    { "io-threads", SETTING_INT, NULL, "1", .least = 1, .most = 128, .flags = SETTING_IMMUTABLE,
      .absent = "I/O threads" },
    { "jemalloc-bg-thread", SETTING_BOOL, NULL, "yes", .absent = "jemalloc" },
    { "loading-process-events-interval-bytes", SETTING_INT, NULL, "524288", .least = 1024, .most = INT32_MAX,
      .flags = SETTING_HIDDEN, .absent = "snapshots" },
    { "loadmodule", SETTING_SPECIAL, NULL, "", .flags = SETTING_DIRECTIVE, .absent = "modules" },
    { "masterauth", SETTING_TEXT, NULL, "", .flags = SETTING_SECRET | SETTING_HIDDEN_ALIAS, .alias = "primaryauth",
      .absent = "replication" },
    { "masteruser", SETTING_TEXT, NULL, "", .flags = SETTING_SECRET | SETTING_HIDDEN_ALIAS, .alias = "primaryuser",
      .absent = "replication" },
    { "max-new-tls-connections-per-cycle", SETTING_INT, NULL, "1", .least = 1, .most = 1000, .absent = "TLS" },
    { "min-replicas-max-lag", SETTING_INT, NULL, "10", .least = 0, .most = INT32_MAX,
      .alias = "min-slaves-max-lag", .absent = "replication" },
    { "min-replicas-to-write", SETTING_INT, NULL, "0", .least = 0, .most = INT32_MAX,
      .alias = "min-slaves-to-write", .absent = "replication" },
    { "propagation-error-behavior", SETTING_ENUM, NULL, "ignore", .words = "ignore|panic|panic-on-replicas",
      .absent = "replication" },
    { "repl-backlog-size", SETTING_MEMORY, &state.backlog_bytes, "1048576", .least = 1, .most = INT64_MAX,
      .apply = apply_backlog, .absent = "replication" },
    { "repl-backlog-ttl", SETTING_INT, NULL, "3600", .least = 0, .most = INT64_MAX, .absent = "replication" },
    { "repl-disable-tcp-nodelay", SETTING_BOOL, NULL, "no", .absent = "replication" },
    { "repl-diskless-load", SETTING_ENUM, NULL, "disabled", .words = "disabled|on-empty-db|swapdb",
      .flags = SETTING_NO_LOADING, .absent = "replication" },
    { "repl-diskless-sync", SETTING_BOOL, NULL, "yes", .absent = "replication" },
    { "repl-diskless-sync-delay", SETTING_INT, NULL, "5", .least = 0, .most = INT32_MAX, .absent = "replication" },
    { "repl-diskless-sync-max-replicas", SETTING_INT, NULL, "0", .least = 0, .most = INT32_MAX,
      .absent = "replication" },
    { "repl-ping-replica-period", SETTING_INT, NULL, "10", .least = 1, .most = INT32_MAX,
      .alias = "repl-ping-slave-period", .absent = "replication" },
    { "repl-timeout", SETTING_INT, NULL, "60", .least = 1, .most = INT32_MAX, .absent = "replication" },
    { "replica-announce-ip", SETTING_TEXT, NULL, "", .alias = "slave-announce-ip", .absent = "replication" },
    { "replica-announce-port", SETTING_INT, NULL, "0", .least = 0, .most = 65535,
      .alias = "slave-announce-port", .absent = "replication" },
    { "replica-announced", SETTING_BOOL, NULL, "yes", .absent = "replication" },
    { "replica-full-sync-buffer-limit", SETTING_MEMORY, NULL, "0", .least = 0, .most = INT64_MAX,
      .absent = "replication" },
    { "replica-ignore-disk-write-errors", SETTING_BOOL, NULL, "no", .absent = "replication" },
    { "replica-ignore-maxmemory", SETTING_BOOL, NULL, "yes", .alias = "slave-ignore-maxmemory",
      .absent = "replication" },
    { "replica-lazy-flush", SETTING_BOOL, NULL, "no", .alias = "slave-lazy-flush", .absent = "replication" },
    { "replica-priority", SETTING_INT, NULL, "100", .least = 0, .most = INT32_MAX, .alias = "slave-priority",
      .absent = "replication" },
    { "replica-read-only", SETTING_BOOL, NULL, "yes", .alias = "slave-read-only", .absent = "replication" },
    { "replica-serve-stale-data", SETTING_BOOL, NULL, "yes", .alias = "slave-serve-stale-data",
      .absent = "replication" },
    { "replicaof", SETTING_SPECIAL, NULL, "", .flags = SETTING_IMMUTABLE | SETTING_WORDS, .alias = "slaveof",
      .check = check_primary, .absent = "replication" },
    { "shutdown-timeout", SETTING_INT, NULL, "10", .least = 0, .most = INT32_MAX,
      .absent = "replicas to wait for" },
    { "tls-auth-clients", SETTING_ENUM, NULL, "yes", .words = "no|yes|optional", .absent = "TLS" },
    { "tls-ca-cert-dir", SETTING_TEXT, NULL, "", .absent = "TLS" },
    { "tls-ca-cert-file", SETTING_TEXT, NULL, "", .absent = "TLS" },
    { "tls-cert-file", SETTING_TEXT, NULL, "", .absent = "TLS" },
    { "tls-ciphers", SETTING_TEXT, NULL, "", .absent = "TLS" },
    { "tls-ciphersuites", SETTING_TEXT, NULL, "", .absent = "TLS" },
    { "tls-client-cert-file", SETTING_TEXT, NULL, "", .absent = "TLS" },
    { "tls-client-key-file", SETTING_TEXT, NULL, "", .absent = "TLS" },
    { "tls-client-key-file-pass", SETTING_TEXT, NULL, "", .flags = SETTING_SECRET, .absent = "TLS" },
    { "tls-cluster", SETTING_BOOL, &state.tls_cluster, "no", .apply = apply_tls, .absent = "TLS" },
    { "tls-dh-params-file", SETTING_TEXT, NULL, "", .absent = "TLS" },
    { "tls-key-file", SETTING_TEXT, NULL, "", .absent = "TLS" },
    { "tls-key-file-pass", SETTING_TEXT, NULL, "", .flags = SETTING_SECRET, .absent = "TLS" },
    { "tls-port", SETTING_INT, &state.tls_port, "0", .apply = apply_tls, .least = 0, .most = 65535, .absent = "TLS" },
    { "tls-prefer-server-ciphers", SETTING_BOOL, NULL, "no", .absent = "TLS" },
    { "tls-protocols", SETTING_TEXT, NULL, "", .absent = "TLS" },
    { "tls-replication", SETTING_BOOL, &state.tls_replication, "no", .apply = apply_tls, .absent = "TLS" },
    { "tls-session-cache-size", SETTING_INT, NULL, "20480", .least = 0, .most = INT32_MAX, .absent = "TLS" },
    { "tls-session-cache-timeout", SETTING_INT, NULL, "300", .least = 0, .most = INT32_MAX, .absent = "TLS" },
    { "tls-session-caching", SETTING_BOOL, NULL, "yes", .absent = "TLS" },
    { "use-exit-on-panic", SETTING_BOOL, NULL, "no", .flags = SETTING_HIDDEN,
      .absent = "choice of how to end after a bug" },
    { "watchdog-period", SETTING_INT, NULL, "0", .least = 0, .most = INT32_MAX, .flags = SETTING_HIDDEN,
      .absent = "watchdog" },

    /* Of Valkey and of versions to come. */
    { "array-slice-size", SETTING_INT, NULL, "4096", .least = 1, .most = INT64_MAX, .flags = SETTING_HIDDEN,
      .absent = "arrays" },
    { "availability-zone", SETTING_TEXT, NULL, "", .flags = SETTING_HIDDEN, .absent = "use for it" },
    { "cluster-announce-client-ipv4", SETTING_TEXT, NULL, "", .flags = SETTING_HIDDEN, .absent = "cluster mode" },
    { "cluster-announce-client-ipv6", SETTING_TEXT, NULL, "", .flags = SETTING_HIDDEN, .absent = "cluster mode" },
    { "cluster-blacklist-ttl", SETTING_INT, NULL, "60", .least = 0, .most = INT64_MAX,
      .flags = SETTING_HIDDEN, .absent = "cluster mode" },
    { "cluster-databases", SETTING_INT, NULL, "1", .least = 1, .most = INT32_MAX,
      .flags = SETTING_HIDDEN | SETTING_IMMUTABLE, .absent = "cluster mode" },
    { "cluster-manual-failover-timeout", SETTING_INT, NULL, "5000", .least = 1, .most = INT32_MAX,
      .flags = SETTING_HIDDEN, .absent = "cluster mode" },
    { "cluster-slot-stats-enabled", SETTING_BOOL, NULL, "no", .flags = SETTING_HIDDEN, .absent = "cluster mode" },
    { "dual-channel-replication-enabled", SETTING_BOOL, NULL, "no", .flags = SETTING_HIDDEN,
      .absent = "replication" },
    { "extended-redis-compatibility", SETTING_BOOL, NULL, "no", .flags = SETTING_HIDDEN,
      .absent = "other name to hide" },
    { "hash-seed", SETTING_TEXT, NULL, "", .flags = SETTING_HIDDEN | SETTING_IMMUTABLE, .absent = "fixed hashing" },
    { "import-mode", SETTING_BOOL, NULL, "no", .flags = SETTING_HIDDEN, .absent = "import mode" },
    { "key-memory-histograms", SETTING_BOOL, NULL, "no", .flags = SETTING_HIDDEN,
      .absent = "histograms of key sizes" },
    { "lookahead", SETTING_INT, NULL, "16", .least = 1, .most = INT32_MAX, .flags = SETTING_HIDDEN,
      .absent = "limit on requests parsed ahead" },
    { "prefetch-batch-max-size", SETTING_INT, NULL, "16", .least = 0, .most = 128, .flags = SETTING_HIDDEN,
      .absent = "limit on keys fetched ahead" },
    { "rdb-version-check", SETTING_ENUM, NULL, "strict", .words = "strict|relaxed", .flags = SETTING_HIDDEN,
      .absent = "snapshots" },
    { "tls-auth-clients-user", SETTING_ENUM, NULL, "off", .words = "off|CN", .flags = SETTING_HIDDEN,
      .absent = "TLS" },

    /* Of versions gone by: not even kept. */
    { "list-max-ziplist-entries", SETTING_SPECIAL, NULL, "", .flags = SETTING_DIRECTIVE },
    { "list-max-ziplist-value", SETTING_SPECIAL, NULL, "", .flags = SETTING_DIRECTIVE },
    { "lua-replicate-commands", SETTING_SPECIAL, NULL, "", .flags = SETTING_DIRECTIVE },
    { "io-threads-do-reads", SETTING_SPECIAL, NULL, "", .flags = SETTING_DIRECTIVE },
    { 0 }
};

const feature config_absent = { .name = "server", .settings = settings };
