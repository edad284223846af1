/* standalone.c -- what a server without replicas, cluster and modules answers to those who ask about them: the truth. */
#include "base/random.h"
#include "server/block.h"
#include "server/client.h"
#include "server/config.h"
#include "server/feature.h"
#include "server/reply.h"
#include "server/version.h"

/* -- replication ---------------------------------------------------------------------------- */

static void role(call *c) {
    reply_array(c, 3);
    reply_bulk_text(c, "master");
    reply_int(c, 0);
    reply_array(c, 0);
}

static void reply_none(call *c) { reply_int(c, 0); }
static bool never(call *c) { (void)c; return false; }

/* No replica can acknowledge: WAIT for some waits its time out. */
static void wait_command(call *c) {
    int64_t replicas, deadline;
    if (!arg_int(c, c->argv[1], &replicas) || !arg_timeout(c, c->argv[2], false, &deadline)) return;
    if (replicas <= 0 || !block_allowed(c)) reply_none(c);
    else block_until(c, never, deadline, reply_none);
}

/* -- cluster: every subcommand is known, and none of them can be of use ------------------------ */

static void cluster_disabled(call *c) { reply_error(c, "ERR This instance has cluster support disabled"); }

static void cluster_help(call *c) {
    static const char *const lines[] = {
        "COUNTKEYSINSLOT <slot>", "    Return the number of keys in <slot>.", "INFO", "    Return information about the cluster.",
        "KEYSLOT <key>", "    Return the hash slot for <key>.", "MYID", "    Return the node id.",
        "NODES", "    Return cluster configuration seen by node.", NULL
    };
    reply_help(c, lines);
}

/* -- modules ---------------------------------------------------------------------------------------- */

static void module_list(call *c) { reply_array(c, 0); }

static void module_load(call *c) {
    reply_error(c, "ERR Error loading the extension. Please check the server logs.");
}

static void module_unload(call *c) { reply_error(c, "ERR Error unloading module: no such module with that name"); }

static void module_help(call *c) {
    static const char *const lines[] = {
        "LIST", "    Return a list of loaded modules.",
        "LOAD <path> [<arg> ...]", "    Load a module library from <path>, passing to it any optional arguments.",
        "LOADEX <path> [[CONFIG NAME VALUE] [CONFIG NAME VALUE]] [ARGS ...]",
        "    Load a module library from <path>, while passing it module configurations and optional arguments.",
        "UNLOAD <name>", "    Unload a module.", NULL
    };
    reply_help(c, lines);
}

/* -- LOLWUT ------------------------------------------------------------------------------------------- */

static void lolwut(call *c) {
    reply_verbatim(c, "txt", SLICE("Redis ver. " VERSION_COMPATIBLE "\n"));
}

enum { INNER = ADMIN | STALE | NO_ASYNC_LOADING, LOADER = ADMIN | NOSCRIPT | NO_ASYNC_LOADING | PROTECTED };
#define CLUSTER(name, flags, synopsis, since) \
    { "cluster|" name, cluster_disabled, flags, 0, synopsis, since, "O(1)", "Needs a cluster, which this server is not part of." }
#define CLUSTER_VARIES(name, flags, synopsis, since) \
    { "cluster|" name, cluster_disabled, flags, 0, synopsis, since, "O(1)", "Needs a cluster, which this server is not part of.", \
      .tips = "nondeterministic_output" }

static const command commands[] = {
    { "role", role, NOSCRIPT | LOADING | STALE | FAST, 0, "", "2.8.12", "O(1)", "Tells the role in replication.",
      .categories = "admin dangerous" },
    { "lolwut", lolwut, READ | FAST, 0, "[VERSION #version]", "5.0.0", NULL, "Shows the version, for fun." },
    { "module", NULL, CONTAINER, 0, "", "4.0.0", "Depends on subcommand.", "Tells about modules." },
    { "module|list", module_list, ADMIN | NOSCRIPT, 0, "", "4.0.0", "O(N) where N is the number of loaded modules.", "Lists the modules.",
      .tips = "nondeterministic_output_order" },
    { "module|load", module_load, LOADER, 0, "path [arg ...]", "4.0.0", "O(1)", "Loads a module." },
    { "module|loadex", module_load, LOADER, 0, "path [CONFIG (configs: name value) +...] [ARGS args ...]", "7.0.0",
      "O(1)", "Loads a module with settings." },
    { "module|unload", module_unload, LOADER, 0, "name", "4.0.0", "O(1)", "Unloads a module." },
    { "module|help", module_help, LOADING | STALE, 0, "", "5.0.0", "O(1)", "Tells what MODULE can do." },
    { "cluster", NULL, CONTAINER, 0, "", "3.0.0", "Depends on subcommand.", "Tells about the cluster." },
    CLUSTER("addslots", INNER, "#slot ...", "3.0.0"),
    CLUSTER("addslotsrange", INNER, "(range: #start-slot #end-slot) ...", "7.0.0"),
    CLUSTER_VARIES("bumpepoch", INNER, "", "3.0.0"),
    CLUSTER_VARIES("count-failure-reports", ADMIN | STALE, "node-id", "3.0.0"),
    CLUSTER("countkeysinslot", STALE, "#slot", "3.0.0"),
    CLUSTER("delslots", INNER, "#slot ...", "3.0.0"),
    CLUSTER("delslotsrange", INNER, "(range: #start-slot #end-slot) ...", "7.0.0"),
    CLUSTER("failover", INNER, "[options: FORCE | TAKEOVER]", "3.0.0"),
    CLUSTER("flushslots", INNER, "", "3.0.0"),
    CLUSTER("forget", INNER, "node-id", "3.0.0"),
    CLUSTER_VARIES("getkeysinslot", STALE, "#slot #count", "3.0.0"),
    { "cluster|help", cluster_help, LOADING | STALE, 0, "", "5.0.0", "O(1)", "Tells what CLUSTER can do." },
    CLUSTER_VARIES("info", STALE, "", "3.0.0"),
    CLUSTER("keyslot", STALE, "key", "3.0.0"),
    CLUSTER_VARIES("links", STALE, "", "7.0.0"),
    CLUSTER("meet", INNER, "ip #port [#cluster-bus-port]^4.0.0", "3.0.0"),
    CLUSTER("myid", STALE, "", "3.0.0"),
    CLUSTER_VARIES("myshardid", STALE, "", "7.2.0"),
    CLUSTER_VARIES("nodes", STALE, "", "3.0.0"),
    CLUSTER_VARIES("replicas", ADMIN | STALE, "node-id", "5.0.0"),
    CLUSTER("replicate", INNER, "node-id", "3.0.0"),
    CLUSTER("reset", ADMIN | STALE | NOSCRIPT, "[reset-type: HARD | SOFT]", "3.0.0"),
    CLUSTER("saveconfig", INNER, "", "3.0.0"),
    CLUSTER("set-config-epoch", INNER, "#config-epoch", "3.0.0"),
    CLUSTER("setslot", INNER,
      "#slot {subcommand: IMPORTING importing=node-id | MIGRATING migrating=node-id | NODE node=node-id | STABLE}", "3.0.0"),
    CLUSTER_VARIES("shards", LOADING | STALE, "", "7.0.0"),
    { "cluster|slaves", cluster_disabled, ADMIN | STALE, 0, "node-id", "3.0.0", "O(N) where N is the number of replicas.",
      "The old name of CLUSTER REPLICAS.", .deprecated_since = "5.0.0", .replaced_by = "`CLUSTER REPLICAS`",
      .tips = "nondeterministic_output" },
    { "cluster|slots", cluster_disabled, LOADING | STALE, 0, "", "3.0.0", "O(N) where N is the total number of Cluster nodes",
      "The old form of CLUSTER SHARDS.", .deprecated_since = "7.0.0", .replaced_by = "`CLUSTER SHARDS`",
      .tips = "nondeterministic_output", .history = "4.0.0 IDs of nodes.|7.0.0 Further names and addresses of nodes." },
    { "readonly", cluster_disabled, LOADING | STALE | FAST, 0, "", "3.0.0", "O(1)", "Lets a cluster's replica answer.",
      .categories = "connection" },
    { "readwrite", cluster_disabled, LOADING | STALE | FAST, 0, "", "3.0.0", "O(1)", "Takes READONLY back.", .categories = "connection" },
    { "asking", cluster_disabled, FAST, 0, "", "3.0.0", "O(1)", "Follows a cluster's ASK.", .categories = "connection" },
    { "wait", wait_command, BLOCKING, 0, "#numreplicas #timeout", "3.0.0", "O(1)", "Waits until replicas have what was written.",
      .categories = "connection", .tips = "request_policy:all_shards response_policy:agg_min" },
    { 0 }
};

/* A history of writes has an id, also while nobody replicates it; it is drawn when it is first asked for. */
static void print_history(bytes **out) {
    static char id[40];
    if (!id[0]) random_hex(id, sizeof id);
    bytes_append(out, slice_make(id, sizeof id));
}

static void print_backlog_size(bytes **out) { config_get_text(SLICE("repl-backlog-size"), out); }


static const info_field info[] = {
    { "replication", "master_replid", print_history, NULL },
    { "replication", "repl_backlog_size", print_backlog_size, NULL },
    { 0 }
};

const feature standalone = { .name = "server", .commands = commands, .info = info };
