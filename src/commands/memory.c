/* memory.c -- MEMORY: what a key costs, where the rest goes, and what to make of it. */
#include "base/memory.h"
#include "base/number.h"
#include "os/os.h"
#include "server/client.h"
#include "server/feature.h"
#include "server/info.h"
#include "server/keyspace.h"
#include "server/reply.h"

enum { SAMPLES_USUAL = 5 };

static bool parse_samples(call *c, int64_t *samples) {
    *samples = SAMPLES_USUAL;
    for (int i = 3; i < c->argc; i += 2) {
        if (!slice_is(c->argv[i], "samples") || i + 1 >= c->argc) {
            reply_syntax_error(c);
            return false;
        }
        if (!arg_int(c, c->argv[i + 1], samples)) return false;
        if (*samples < 0) {
            reply_syntax_error(c);
            return false;
        }
    }
    return true;
}

static void memory_usage(call *c) {
    int64_t samples;
    if (!parse_samples(c, &samples)) return;
    entry *e = keyspace_peek(c, c->argv[2]);
    if (!e) {
        reply_null(c);
        return;
    }
    const table *t = c->client->db->table;
    size_t slot = table_footprint(t) / table_slots(t);      /* its place in the keyspace costs too */
    reply_int(c, (int64_t)(entry_footprint(e, (size_t)samples) + slot));
}

/* -- STATS ------------------------------------------------------------------------------------- */

static int64_t number(const char *name) { return info_number("memory", name); }

static size_t key_count(void) {
    size_t n = 0;
    for (int i = 0; i < keyspace_db_count(); i++) n += db_count(keyspace_db(i));
    return n;
}

static size_t tables_size(void) {
    size_t size = 0;
    for (int i = 0; i < keyspace_db_count(); i++) size += db_overhead(keyspace_db(i));
    return size;
}

static double share(int64_t part, int64_t whole) { return whole > 0 ? (double)part / (double)whole : 0; }

static void reply_number(call *c, const char *name, int64_t n) {
    reply_bulk_text(c, name);
    reply_int(c, n);
}

static void reply_real(call *c, const char *name, double n) {
    reply_bulk_text(c, name);
    reply_double(c, n);
}

/* Names of MEMORY STATS whose number INFO has already, in two groups: the databases stand between them. */
typedef struct known { const char *name, *field; } known;

static const known before_databases[] = {
    { "peak.allocated", "used_memory_peak" }, { "total.allocated", "used_memory" },
    { "startup.allocated", "used_memory_startup" }, { "replication.backlog", "mem_replication_backlog" },
    { "replica.fullsync.buffer", "mem_replica_full_sync_buffer" }, { "clients.slaves", "mem_clients_slaves" },
    { "clients.normal", "mem_clients_normal" }, { "cluster.links", "mem_cluster_links" },
    { "aof.buffer", "mem_aof_buffer" },
    { "lua.caches", "used_memory_scripts_eval" }, { "functions.caches", "used_memory_functions" },
    { "script.VMs", "used_memory_vm_total" },
};

static const known allocator[] = {
    { "allocator.allocated", "allocator_allocated" }, { "allocator.active", "allocator_active" },
    { "allocator.resident", "allocator_resident" }, { "allocator.muzzy", "allocator_muzzy" },
};

static void reply_known(call *c, const known *k, size_t count) {
    for (size_t i = 0; i < count; i++) reply_number(c, k[i].name, number(k[i].field));
}

static long reply_databases(call *c) {
    long n = 0;
    for (int i = 0; i < keyspace_db_count(); i++) {
        const db *d = keyspace_db(i);
        bytes *name = NULL;
        if (!db_count(d)) continue;
        bytes_printf(&name, "db.%d", i);
        reply_bulk(c, bytes_slice(name));
        reply_map(c, 2);
        reply_number(c, "overhead.hashtable.main", (int64_t)table_footprint(d->table));
        reply_number(c, "overhead.hashtable.expires", (int64_t)order_footprint(d->expires));
        bytes_free(name);
        n++;
    }
    return n;
}

static long reply_data(call *c) {
    int64_t used = number("used_memory"), startup = number("used_memory_startup"), data = number("used_memory_dataset");
    int64_t keys = (int64_t)key_count();
    reply_number(c, "overhead.db.hashtable.lut", (int64_t)tables_size());
    reply_number(c, "overhead.db.hashtable.rehashing", number("mem_overhead_db_hashtable_rehashing"));
    reply_number(c, "overhead.total", number("used_memory_overhead"));
    reply_number(c, "db.dict.rehashing.count", 0);
    reply_number(c, "keys.count", keys);
    reply_number(c, "keys.bytes-per-key", keys && used > startup ? (used - startup) / keys : 0);
    reply_number(c, "dataset.bytes", data);
    reply_real(c, "dataset.percentage", 100 * share(data, used - startup));
    reply_real(c, "peak.percentage", 100 * share(used, number("used_memory_peak")));
    return 9;
}

static long reply_fragmentation(call *c) {
    int64_t used = number("used_memory"), held = number("allocator_active"), resident = number("used_memory_rss");
    reply_real(c, "allocator-fragmentation.ratio", share(held, used));
    reply_number(c, "allocator-fragmentation.bytes", held - used);
    reply_real(c, "allocator-rss.ratio", share(number("allocator_resident"), held));
    reply_number(c, "allocator-rss.bytes", number("allocator_resident") - held);
    reply_real(c, "rss-overhead.ratio", share(resident, number("allocator_resident")));
    reply_number(c, "rss-overhead.bytes", resident - number("allocator_resident"));
    reply_real(c, "fragmentation", share(resident, used));
    reply_number(c, "fragmentation.bytes", resident - used);
    return 8;
}

#define COUNT(rows) (sizeof rows / sizeof *rows)

static void memory_stats(call *c) {
    open_reply place = reply_later(c);
    long n = COUNT(before_databases) + COUNT(allocator);
    reply_known(c, before_databases, COUNT(before_databases));
    n += reply_databases(c);
    n += reply_data(c);
    reply_known(c, allocator, COUNT(allocator));
    n += reply_fragmentation(c);
    reply_later_map(c, place, n);
}

/* -- DOCTOR, MALLOC-STATS, PURGE ---------------------------------------------------------------- */

enum { LITTLE = 5 << 20, LOSS = 10 << 20, CLIENT_MUCH = 200 << 10 };

static void diagnose(bytes **out) {
    int64_t used = number("used_memory"), held = number("allocator_active"), resident = number("used_memory_rss");
    int64_t clients = (int64_t)client_count();
    if (2 * number("used_memory_peak") > 3 * used) {
        bytes_append_text(out, " * Memory use has been more than half as high again as it is now: what was freed "
                               "since may not have gone back to the system. MEMORY PURGE gives back what can be.\n");
    }
    if (10 * held > 14 * used && held - used > LOSS) {
        bytes_append_text(out, " * Blocks in use are spread thinly over the pages that hold them "
                               "(allocator_frag_ratio above 1.4). Active defragmentation, or a restart, brings them "
                               "together.\n");
    }
    if (10 * resident > 11 * held && resident - held > LOSS) {
        bytes_append_text(out, " * The process holds far more than its allocator asked for (rss_overhead_ratio above "
                               "1.1): look at scripts and transparent huge pages.\n");
    }
    if (clients && number("mem_clients_normal") / clients > CLIENT_MUCH) {
        bytes_append_text(out, " * Clients hold much memory in their buffers: some send large requests or read their "
                               "replies too slowly; CLIENT LIST (tot-mem) names them.\n");
    }
}

static void memory_doctor(call *c) {
    bytes *found = NULL, *out = NULL;
    diagnose(&found);
    if (number("used_memory") < LITTLE) {
        bytes_append_text(&out, "Hi Sam, this instance is empty or is using very little memory, my issue detector "
                                "can't be used in these conditions. Please, leave for your mission on Earth and fill "
                                "it with some data. The new Sam and I will be back to our programming as soon as I "
                                "finished rebooting.\n");
    } else if (!found) {
        bytes_append_text(&out, "Hi Sam, I can't find any memory issue in your instance. I can only account for what "
                                "occurs on this base.\n");
    } else {
        bytes_append_text(&out, "Sam, I detected a few issues in this Redis instance memory implants:\n\n");
        bytes_append(&out, bytes_slice(found));
    }
    reply_verbatim(c, "txt", bytes_slice(out));
    bytes_free(found);
    bytes_free(out);
}

static void memory_malloc_stats(call *c) {
    bytes *out = NULL;
    size_t used = memory_used(), held = memory_held();
    bytes_printf(&out, "allocator: own slabs for blocks up to %d bytes, libc malloc beyond\n", MEMORY_SMALL);
    bytes_printf(&out, "in use: %zu\npeak: %zu\nheld: %zu\n", used, memory_peak(), held);
    bytes_printf(&out, "idle: %zu\n", held > used ? held - used : 0);
    bytes_printf(&out, "resident: %zu\n", os_resident_bytes());
    reply_verbatim(c, "txt", bytes_slice(out));
    bytes_free(out);
}

static void memory_purge_command(call *c) {
    memory_purge();
    reply_ok(c);
}

static void memory_help(call *c) {
    static const char *const lines[] = {
        "BIGKEYS [COUNT <n>]", "    Return the largest keys of each type (default: 10).",
        "DOCTOR", "    Return memory problems reports.",
        "MALLOC-STATS", "    Return internal statistics report from the memory allocator.",
        "PURGE", "    Attempt to purge dirty pages for reclamation by the allocator.",
        "STATS", "    Return information about the memory usage of the server.",
        "USAGE <key> [SAMPLES <count>]", "    Return memory in bytes used by <key> and its value. Nested values are",
        "    sampled up to <count> times (default: 5, 0 means sample all).", NULL
    };
    reply_help(c, lines);
}

#define TIPS .tips = "nondeterministic_output request_policy:all_shards response_policy:special"
static const command commands[] = {
    { "memory", NULL, CONTAINER, 0, "", "4.0.0", "Depends on subcommand.", "Tells where memory goes." },
    { "memory|doctor", memory_doctor, 0, 0, "", "4.0.0", "O(1)", "Looks for problems with memory.", TIPS },
    { "memory|help", memory_help, LOADING | STALE, 0, "", "4.0.0", "O(1)", "Tells what MEMORY can do." },
    { "memory|malloc-stats", memory_malloc_stats, 0, 0, "", "4.0.0",
      "Depends on how much memory is allocated, could be slow", "Reports what the allocator holds.", TIPS },
    { "memory|purge", memory_purge_command, 0, 0, "", "4.0.0",
      "Depends on how much memory is allocated, could be slow", "Gives unused memory back to the system.",
      .tips = "request_policy:all_shards response_policy:all_succeeded" },
    { "memory|stats", memory_stats, 0, 0, "", "4.0.0", "O(1)", "Tells how memory divides.", TIPS },
    { "memory|usage", memory_usage, READ, KEY_RO, "@key [SAMPLES #count]", "4.0.0",
      "O(N) where N is the number of samples.", "Estimates what a key costs." },
    { 0 }
};

const feature memory_reports = { .name = "server", .commands = commands };
