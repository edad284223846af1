/* databases.c -- whole databases: DBSIZE, FLUSHDB, FLUSHALL, SWAPDB; and TIME. */
#include "base/number.h"
#include "persist/snapshot.h"
#include "server/client.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/multi.h"
#include "server/propagate.h"
#include "server/reply.h"
#include "server/tracking.h"
#include "server/block.h"
#include "store/reclaim.h"

static struct { bool lazy_user_flush, lazy_user_del, lazy_server_del; } state;

static void dbsize(call *c) { reply_int(c, (int64_t)db_count(c->client->db)); }

static bool flush_mode(call *c, bool *later) {
    *later = state.lazy_user_flush;
    if (c->argc == 1) return true;
    if (c->argc == 2 && slice_is(c->argv[1], "async")) return *later = true;
    if (c->argc == 2 && slice_is(c->argv[1], "sync")) return *later = false, true;
    reply_syntax_error(c);
    return false;
}

/* An empty database is flushed too: the log must have it, for what a replica holds may differ. Who does not say ASYNC waits
 * until the memory is free again; the others do not. */
static void flush(call *c, db *d) {
    bool later;
    if (!flush_mode(c, &later)) return;
    bool wait = !later && block_allowed(c);
    keyspace_flush(c, d, later || wait);
    propagate_force(c);
    if (wait && reclaim_waits()) block_reply_when(c, reclaim_reached, reclaim_queued(), reply_ok);
    else reply_ok(c);
}

static void flushdb(call *c) { flush(c, c->client->db); }

static void flushall(call *c) {
    flush(c, NULL);
    if (!c->failed) snapshot_flushed();
}

static bool read_index(call *c, slice text, const char *error, int64_t *out) {
    if (!arg_int_or(c, text, out, error)) return false;
    if (*out >= INT32_MIN && *out <= INT32_MAX) return true;
    reply_error(c, error);
    return false;
}

static db *db_at(int64_t index) { return index >= 0 && index < keyspace_db_count() ? keyspace_db((int)index) : NULL; }

static void swapdb(call *c) {
    int64_t first, second;
    if (!read_index(c, c->argv[1], "ERR invalid first DB index", &first)) return;
    if (!read_index(c, c->argv[2], "ERR invalid second DB index", &second)) return;
    db *a = db_at(first), *b = db_at(second);
    if (!a || !b) {
        reply_error(c, "ERR DB index is out of range");
        return;
    }
    if (a != b) {
        watch_db_changed(a, b);
        watch_db_changed(b, a);
        db_swap(a, b);
        if (tracking_active()) tracking_flush(a), tracking_flush(b);
        block_db_changed(a);
        block_db_changed(b);
    }
    keyspace_count_changes(1);
    propagate_force(c);
    reply_ok(c);
}

/* Within a transaction or a script time stands still. */
static void time_command(call *c) {
    const call *outermost = c;
    while (outermost->outer) outermost = outermost->outer;
    int64_t now = loop_wall_us(outermost->started_us);
    reply_array(c, 2);
    reply_bulk_int(c, now / 1000000);
    reply_bulk_int(c, now % 1000000);
}

static const command commands[] = {
    { "dbsize", dbsize, READ | FAST, 0, "", "1.0.0", "O(1)", "Counts the keys of the database.", .categories = "keyspace",
      .tips = "request_policy:all_shards response_policy:agg_sum" },
    { "flushdb", flushdb, WRITE, 0, "[flush-type: ASYNC^4.0.0 | SYNC^6.2.0]", "1.0.0",
      "O(N) where N is the number of keys in the selected database",
      "Deletes every key of the database.", .categories = "keyspace dangerous",
      .tips = "request_policy:all_shards response_policy:all_succeeded" },
    { "flushall", flushall, WRITE, 0, "[flush-type: ASYNC^4.0.0 | SYNC^6.2.0]", "1.0.0",
      "O(N) where N is the total number of keys in all databases",
      "Deletes every key of every database.", .categories = "keyspace dangerous",
      .tips = "request_policy:all_shards response_policy:all_succeeded" },
    { "swapdb", swapdb, WRITE | FAST, 0, "#index1 #index2", "4.0.0",
      "O(N) where N is the count of clients watching or blocking on keys from both databases.", "Swaps two databases.",
      .categories = "keyspace dangerous" },
    { "time", time_command, LOADING | STALE | FAST, 0, "", "2.6.0", "O(1)", "Tells the server's time: unix seconds, microseconds.",
      .tips = "nondeterministic_output" },
    { 0 }
};

/* DEL and overwrites free big values in slices whatever these say: the settings are honoured in what is propagated. */
static const setting settings[] = {
    { "lazyfree-lazy-user-flush", SETTING_BOOL, &state.lazy_user_flush, "no" },
    { "lazyfree-lazy-user-del", SETTING_BOOL, &state.lazy_user_del, "no" },
    { "lazyfree-lazy-server-del", SETTING_BOOL, &state.lazy_server_del, "no" },
    { 0 }
};

const feature databases = { .name = "server", .commands = commands, .settings = settings };
