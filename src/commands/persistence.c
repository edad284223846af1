/* persistence.c -- SAVE, BGSAVE, LASTSAVE, BGREWRITEAOF, SHUTDOWN. */
#include "persist/aof.h"
#include "persist/persist.h"
#include "persist/rdb.h"
#include "persist/snapshot.h"
#include "server/block.h"
#include "server/client.h"
#include "server/debug.h"
#include "server/execute.h"
#include "server/feature.h"
#include "server/log.h"
#include "server/loop.h"
#include "server/reply.h"
#include "server/run.h"

static void save(call *c) {
    if (snapshot_running()) reply_error(c, "ERR Background save already in progress");
    else if (snapshot_save()) reply_ok(c);
    else reply_error(c, "ERR");
}

static void cancel(call *c) {
    switch (snapshot_cancel()) {
    case SNAPSHOT_KILLED: reply_status(c, "Background saving cancelled"); return;
    case SNAPSHOT_UNSCHEDULED: reply_status(c, "Scheduled background saving cancelled"); return;
    case SNAPSHOT_NOT_RUNNING: reply_error(c, "ERR Background saving is currently not in progress or scheduled"); return;
    }
}

static void bgsave(call *c) {
    bool later = c->argc == 2 && slice_is(c->argv[1], "schedule");
    if (c->argc == 2 && slice_is(c->argv[1], "cancel")) {
        cancel(c);
        return;
    }
    if (c->argc > 2 || (c->argc == 2 && !later)) {
        reply_syntax_error(c);
        return;
    }
    switch (snapshot_start(later)) {
    case SNAPSHOT_STARTED: reply_status(c, "Background saving started"); return;
    case SNAPSHOT_SCHEDULED: reply_status(c, "Background saving scheduled"); return;
    case SNAPSHOT_RUNNING: reply_error(c, "ERR Background save already in progress"); return;
    case SNAPSHOT_OTHER_CHILD:
        reply_error(c, "ERR Another child process is active (AOF?): can't BGSAVE right now. Use BGSAVE SCHEDULE in order to schedule a "
                    "BGSAVE whenever possible.");
        return;
    case SNAPSHOT_FAILED: reply_error(c, "ERR"); return;
    }
}

static void lastsave(call *c) { reply_int(c, snapshot_last()); }

static void bgrewriteaof(call *c) {
    switch (aof_rewrite_ask()) {
    case AOF_REWRITE_STARTED: reply_status(c, "Background append only file rewriting started"); return;
    case AOF_REWRITE_SCHEDULED: reply_status(c, "Background append only file rewriting scheduled"); return;
    case AOF_REWRITE_RUNNING: reply_error(c, "ERR Background append only file rewriting already in progress"); return;
    case AOF_REWRITE_FAILED:
        reply_error(c, "ERR Can't execute an AOF background rewriting. Please check the server logs for more information.");
        return;
    }
}

typedef struct ending { bool save, nosave, now, force, abort; } ending;

static bool ending_parse(const call *c, ending *how) {
    for (int i = 1; i < c->argc; i++) {
        slice word = c->argv[i];
        if (slice_is(word, "save")) how->save = true;
        else if (slice_is(word, "nosave")) how->nosave = true;
        else if (slice_is(word, "now")) how->now = true;
        else if (slice_is(word, "force")) how->force = true;
        else if (slice_is(word, "abort")) how->abort = true;
        else return false;
    }
    return !(how->save && how->nosave) && !(how->abort && c->argc > 2);
}

static void shutdown_command(call *c) {
    ending how = { 0 };
    if (!ending_parse(c, &how)) {
        reply_syntax_error(c);
        return;
    }
    if (how.abort && loop_forget_signal()) {
        log_notice("Shutdown manually aborted.");
        reply_ok(c);
        return;
    }
    if (how.abort) {
        reply_error(c, "ERR No shutdown in progress.");
        return;
    }
    if (execute_busy() && !how.nosave) {    /* a snapshot would hold half of what a script does */
        reply_error(c, execute_busy());
        return;
    }
    if (!run_stop(how.save, how.nosave, how.now, how.force)) {
        reply_error(c, "ERR Errors trying to SHUTDOWN. Check logs.");
        return;
    }
    client_close(c->client);                /* success has no reply: the connection ends with the server */
}

/* -- WAITAOF ------------------------------------------------------------------------------------------------ */

static bool is_synced(call *c) { return aof_safe(c->client->wrote); }

/* No replica has the client's writes on disk: there are none. */
static void reply_synced(call *c) {
    reply_array(c, 2);
    reply_int(c, is_synced(c));
    reply_int(c, 0);
}

static bool is_never(call *c) { (void)c; return false; }

static void waitaof(call *c) {
    int64_t local, replicas, deadline;
    if (!arg_int(c, c->argv[1], &local)) return;
    if (local < 0 || local > 1) {
        reply_error(c, "ERR value is out of range, value must between 0 and 1");
        return;
    }
    if (!arg_int(c, c->argv[2], &replicas)) return;
    if (replicas < 0) {
        reply_error(c, "ERR value is out of range, must be positive");
        return;
    }
    if (!arg_timeout(c, c->argv[3], false, &deadline)) return;
    if (local && !aof_on()) {
        reply_error(c, "ERR WAITAOF cannot be used when numlocal is set but appendonly is disabled.");
        return;
    }
    bool done = !replicas && (!local || is_synced(c));
    if (done || !block_allowed(c)) reply_synced(c);
    else block_until(c, replicas ? is_never : is_synced, deadline, reply_synced);
}

/* -- DEBUG RELOAD, DEBUG LOADAOF ------------------------------------------------------------------------- */

static void debug_reload(call *c) {
    bool save_first = true, flush = true, merge = false;
    for (int i = 2; i < c->argc; i++) {
        if (slice_is(c->argv[i], "merge")) {
            merge = true;
        } else if (slice_is(c->argv[i], "noflush")) {
            flush = false;
        } else if (slice_is(c->argv[i], "nosave")) {
            save_first = false;
        } else {
            reply_error(c, "ERR DEBUG RELOAD only supports the MERGE, NOFLUSH and NOSAVE options.");
            return;
        }
    }
    if (persist_reload(save_first, flush, merge)) reply_ok(c);
    else reply_error(c, "ERR Error trying to load the RDB dump, check server logs.");
}

static void debug_loadaof(call *c) {
    if (persist_reload_log()) reply_ok(c);
    else reply_error(c, "ERR Error trying to load the AOF files, check server logs.");
}

static void debug_trust_sums(call *c) {
    rdb_trust_sums(slice_is(c->argv[2], "1"));
    reply_ok(c);
}

static void start(void) {
    debug_add("set-skip-checksum-validation", 3, 3, debug_trust_sums);
    debug_add("reload", 2, 0, debug_reload);
    debug_add("loadaof", 2, 2, debug_loadaof);
}

static const command commands[] = {
    { "save", save, ADMIN | NOSCRIPT | NO_ASYNC_LOADING | NO_MULTI, 0, "", "1.0.0",
      "O(N) where N is the total number of keys in all databases",
      "Writes the dataset to disk, everyone waiting." },
    { "bgsave", bgsave, ADMIN | NOSCRIPT | NO_ASYNC_LOADING, 0, "[SCHEDULE]^3.2.2", "1.0.0", "O(1)",
      "Writes the dataset to disk in the background." },
    { "lastsave", lastsave, LOADING | STALE | FAST, 0, "", "1.0.0", "O(1)", "Tells when the dataset was last written to disk.",
      .tips = "nondeterministic_output", .categories = "admin dangerous" },
    { "bgrewriteaof", bgrewriteaof, ADMIN | NOSCRIPT | NO_ASYNC_LOADING, 0, "", "1.0.0", "O(1)",
      "Writes the log anew, as short as the dataset allows, in the background." },
    { "waitaof", waitaof, BLOCKING, 0, "#numlocal #numreplicas #timeout", "7.2.0", "O(1)",
      "Waits until what this client wrote is synced to the log, here and on replicas.", .categories = "connection",
      .tips = "request_policy:all_shards response_policy:agg_min" },
    { "shutdown", shutdown_command, ADMIN | NOSCRIPT | LOADING | STALE | NO_MULTI | ALLOW_BUSY, 0,
      "[save-selector: NOSAVE | SAVE] [NOW]^7.0.0 [FORCE]^7.0.0 [ABORT]^7.0.0", "1.0.0",
      "O(N) when saving, where N is the total number of keys in all databases when saving data, otherwise O(1)",
      "Saves what is to be saved and ends the server." },
    { 0 }
};

const feature persistence = { .name = "server", .commands = commands, .start = start };
