/* aof.c -- encodes effects, writes them once a turn, syncs as the policy says, and survives a disk that refuses. */
#include "persist/aof.h"
#include "base/memory.h"
#include "base/number.h"
#include "os/os.h"
#include "persist/child.h"
#include "persist/gather.h"
#include "persist/snapshot.h"
#include "server/block.h"
#include "server/client.h"
#include "server/debug.h"
#include "server/execute.h"
#include "server/evict.h"
#include "server/feature.h"
#include "server/latency.h"
#include "server/log.h"
#include "server/loop.h"
#include "server/propagate.h"
#include "server/reply.h"
#include <stdio.h>

enum { EVERYSEC, ALWAYS, NEVER };
enum { SYNC_EVERY_MS = 1000, SLOW_SYNC_MS = 2000, RETRY_MS = 1000, ERROR_LOG_MS = 30000, BUFFER_KEPT = 1 << 20 };

static struct {
    enum aof_state phase;
    bool wanted, started, muted, inside_multi, listening;
    aof_options options;
    int policy;
    bool no_sync_on_rewrite;
    bytes *buffer;                          /* encoded, not yet written */
    int file;
    int64_t written;                        /* size of that file as far as it is good */
    int64_t total, base_size;               /* of all files; and what it was when the base was made */
    int64_t offset;
    bool ended;                             /* the manifest says where the file ends: until it goes on */
    int selected;                           /* db of the latest record, -1 none */
    int64_t stamped_s;                      /* of the latest timestamp annotation */
    bool syncing, unsynced, slow_noted;
    int64_t ticket, sync_ticket;
    gather gathering;
    uint64_t landed, syncing_to, safe;      /* effects that are in the file; that the sync under way covers; that are synced */
    int64_t synced_ms, failed_ms, error_logged_ms;
    bool write_failed, sync_failed;
    char trouble[160];
    uint64_t delayed;
    int64_t write_delay_us;                 /* DEBUG AOF-FLUSH-SLEEP */
} state = { .file = -1, .selected = -1 };

enum aof_state aof_state(void) { return state.phase; }
bool aof_on(void) { return state.phase != AOF_OFF; }
bool aof_wanted(void) { return state.wanted; }
int  aof_file(void) { return state.file; }
int64_t aof_size(void) { return state.total; }
int64_t aof_size_at_base(void) { return state.base_size; }
const aof_options *aof_settings(void) { return &state.options; }
bool aof_safe(uint64_t number) { return state.phase == AOF_ON && number <= state.safe; }
void aof_mute(bool on) { state.muted = on; }
int64_t aof_offset(void) { return state.offset; }
void aof_set_offset(int64_t offset) { state.offset = offset; }

void aof_set_state(enum aof_state s) {
    state.phase = s;
    bool listen = s != AOF_OFF;
    if (listen != state.listening) propagate_listen(listen);
    state.listening = listen;
}

void aof_measure(void) {
    state.total = aof_files_size(false);
    state.base_size = state.total;
}

/* -- encoding ------------------------------------------------------------------------------------------ */

static char *put_header(char *to, char mark, size_t n) {
    *to++ = mark;
    if (n < 10) *to++ = (char)('0' + n);
    else to += number_print_unsigned(to, n);
    *to++ = '\r';
    *to++ = '\n';
    return to;
}

void aof_encode(bytes **out, int argc, const slice *argv) {
    enum { HEADER_ROOM = NUMBER_INT_TEXT + 5 };
    size_t room = HEADER_ROOM;
    for (int i = 0; i < argc; i++) room += argv[i].len + HEADER_ROOM;
    bytes_reserve(out, room);
    char *to = put_header((*out)->at + (*out)->len, '*', (size_t)argc);
    for (int i = 0; i < argc; i++) {
        to = put_header(to, '$', argv[i].len);
        memcpy(to, argv[i].at, argv[i].len);
        to += argv[i].len;
        *to++ = '\r';
        *to++ = '\n';
    }
    *to = '\0';
    (*out)->len = (size_t)(to - (*out)->at);
}

static void stamp(int64_t now_ms) {
    int64_t now_s = now_ms / 1000;
    if (!state.options.timestamps || now_s <= state.stamped_s || state.inside_multi) return;
    state.stamped_s = now_s;
    bytes_printf(&state.buffer, "#TS:%lld\r\n", (long long)now_s);
}

static void select_db(int number) {
    char text[NUMBER_INT_TEXT];
    if (number == state.selected) return;
    slice argv[2] = { SLICE("SELECT"), { text, (size_t)number_print_int(text, number) } };
    aof_encode(&state.buffer, 2, argv);
    state.selected = number;
}

static void feed(const effect *e) {
    if (state.muted || e->replicas_only) return;
    state.offset++;
    if (state.file < 0) return;
    bool multi = e->argc == 1 && slice_is(e->argv[0], "multi"), exec = e->argc == 1 && slice_is(e->argv[0], "exec");
    stamp(e->now);
    if (!multi && !exec) select_db(e->db);
    aof_encode(&state.buffer, e->argc, e->argv);
    state.inside_multi = multi || (state.inside_multi && !exec);
}

/* -- trouble --------------------------------------------------------------------------------------------- */

static void judge(void) {
    bool bad = state.phase != AOF_OFF && (state.write_failed || state.sync_failed);
    disk_trouble_set(TROUBLE_LOG, bad ? state.trouble : NULL);
}

static void note_trouble(void) {
    snprintf(state.trouble, sizeof state.trouble, "Errors writing to the AOF file: %s", os_error_text());
}

static void write_trouble(size_t landed, size_t due) {
    int64_t now = loop_now();
    bool log_it = now - state.error_logged_ms > ERROR_LOG_MS || state.policy == ALWAYS;
    note_trouble();
    if (log_it) state.error_logged_ms = now;
    if (log_it && !landed) log_warning("Error writing to the AOF file: %s", os_error_text());
    if (log_it && landed) log_warning("Short write while writing to the AOF file: (nwritten=%zu, expected=%zu)", landed, due);
    if (landed && os_truncate(state.file, state.written) != OS_OK) {
        log_warning("Could not remove short write from the append-only file. Redis may refuse to load the AOF the next time it "
                    "starts. ftruncate: %s", os_error_text());
        state.written += (int64_t)landed;
        state.total += (int64_t)landed;
        bytes_remove(state.buffer, 0, landed);
    }
    if (state.policy == ALWAYS) {
        log_warning("Can't recover from AOF write error when the AOF fsync policy is 'always'. Exiting...");
        os_exit(1);
    }
    state.write_failed = true;
    state.failed_ms = now;
    judge();
}

static void write_good(void) {
    if (!state.write_failed) return;
    log_warning("AOF write error looks solved, Redis can write again.");
    state.write_failed = false;
    judge();
}

/* -- writing and syncing ------------------------------------------------------------------------------------ */

static bool write_buffer(void) {
    size_t due = state.buffer ? state.buffer->len : 0, landed = 0;
    if (!due) return true;
    if (state.ended) aof_files_note_end(NO_OFFSET);     /* a stop that somebody else refused */
    state.ended = false;
    if (state.write_delay_us) os_sleep_us(state.write_delay_us);
    os_piece piece = { state.buffer->at, due };
    int64_t begun = latency_begin();
    int wrote = os_append(state.file, &piece, 1, &landed);
    latency_end("aof-write", begun);
    latency_end(state.syncing ? "aof-write-pending-fsync" : child_running() ? "aof-write-active-child" : "aof-write-alone", begun);
    if (wrote != OS_OK) {
        write_trouble(landed, due);
        return false;
    }
    state.written += (int64_t)due;
    state.total += (int64_t)due;
    state.unsynced = true;
    if (state.buffer->cap > BUFFER_KEPT) bytes_free(state.buffer), state.buffer = NULL;
    else state.buffer->len = 0;
    write_good();
    return true;
}

/* The loop waits for the disk. A worker that syncs while the loop goes on, with the replies held, was measured and is slower: the
 * clients fall into two groups, each of which waits for the other's sync as well as its own, and each sync costs two wake-ups.
 * What does help is to have more clients in each sync: gather.h. */
static void sync_now(void) {
    int64_t begun = latency_begin(), begun_us = os_mono_us();
    int synced_well = os_sync(state.file);
    latency_end("aof-fsync-always", begun);
    gather_synced(&state.gathering, client_round_now().returned, begun_us, os_mono_us());
    if (synced_well != OS_OK) {
        log_warning("Can't persist AOF for fsync error when the AOF fsync policy is 'always': %s. Exiting...", os_error_text());
        os_exit(1);
    }
    state.unsynced = false;
    state.safe = state.landed;
    state.synced_ms = loop_now();
    if (block_count()) loop_wake_now();     /* somebody may be waiting for this: WAITAOF */
}

static int64_t linger(void) {
    bool some = state.buffer && state.buffer->len;
    if (!some || state.file < 0 || state.policy != ALWAYS) return 0;
    client_round round = client_round_now();
    return gather_wait(&state.gathering, round.waiting, round.answered, round.returned, os_mono_us());
}

static void sync_later(void) {
    int64_t now = loop_now();
    if (state.syncing || !state.unsynced || now - state.synced_ms < SYNC_EVERY_MS) return;
    if (os_sync_later(state.file, ++state.ticket) != OS_OK) return;
    state.syncing = true;
    state.sync_ticket = state.ticket;
    state.syncing_to = state.landed;
    state.unsynced = state.slow_noted = false;
    state.synced_ms = now;
}

/* Syncs of files that are no longer written to say nothing of this one: those were synced before. */
static void synced(int64_t ticket, int result) {
    bool covers = ticket == state.sync_ticket && result == OS_OK;
    state.syncing = false;
    if (result != OS_OK && !state.sync_failed) note_trouble();
    state.sync_failed = result != OS_OK;
    if (state.sync_failed) state.unsynced = true;
    if (covers && state.syncing_to > state.safe) state.safe = state.syncing_to;
    judge();
}

/* A write may have to wait for the sync under way. It is not put off: no answer leaves before its write is in the file. But
 * a disk that takes so long is worth a word, once a sync. */
static void note_slow_sync(void) {
    if (!state.syncing || state.slow_noted || loop_now() - state.synced_ms < SLOW_SYNC_MS) return;
    state.slow_noted = true;
    state.delayed++;
    log_notice("Asynchronous AOF fsync is taking too long (disk is busy?). Writing the AOF buffer without waiting for fsync to "
               "complete, this may slow down Redis.");
}

static void settle(void) {
    if (state.file < 0) return;
    bool some = state.buffer && state.buffer->len;
    if (some && state.write_failed && loop_now() - state.failed_ms < RETRY_MS) return;
    if (some) note_slow_sync();
    if (some && !write_buffer()) return;
    state.landed = propagate_fed();
    if (!state.unsynced && !state.syncing) state.safe = state.landed;
    if (!state.unsynced || (state.no_sync_on_rewrite && child_running())) return;
    if (state.policy == ALWAYS) sync_now();
    else if (state.policy == EVERYSEC) sync_later();
}

bool aof_flush_now(void) {
    if (state.file < 0) return true;
    if (!write_buffer()) return false;
    if (state.policy == ALWAYS) {
        sync_now();
        return true;
    }
    if (os_sync(state.file) != OS_OK) return false;
    state.safe = state.landed = propagate_fed();
    state.unsynced = false;
    state.synced_ms = loop_now();
    return true;
}

void aof_write_to(int file, int64_t size) {
    if (state.file >= 0) {
        os_sync_later(state.file, ++state.ticket);
        os_close_later(state.file);
    }
    if (state.buffer && file < 0) state.buffer->len = 0;
    state.file = file;
    state.written = size;
    state.selected = -1;
    state.unsynced = size > 0;              /* a crash may have left it so, and what was loaded will be shown */
    state.inside_multi = false;
    state.stamped_s = 0;
}

/* -- on and off ------------------------------------------------------------------------------------------------ */

static const char *turn_on(void) {
    aof_set_state(AOF_WAITING);
    if (aof_rewriting()) aof_rewrite_kill();
    if (aof_rewrite_ask() != AOF_REWRITE_FAILED) return NULL;
    aof_set_state(AOF_OFF);
    return "Unable to turn on AOF. Check server logs.";
}

static void turn_off(void) {
    if (state.phase == AOF_ON && aof_flush_now()) aof_files_note_end(state.offset);
    aof_set_state(AOF_OFF);
    if (aof_rewriting()) aof_rewrite_kill();
    aof_rewrite_schedule(false);
    aof_write_to(-1, 0);
    state.write_failed = state.sync_failed = false;
    judge();
}

/* While the data is still being loaded it is too early: persist.c asks again at the end. */
const char *aof_heed_setting(void) {
    if (!state.started || execute_loading() || state.wanted == aof_on()) return NULL;
    if (state.wanted) return turn_on();
    turn_off();
    return NULL;
}

static void debug_flush_sleep(call *c) {
    if (!number_parse_int(c->argv[2], &state.write_delay_us)) state.write_delay_us = 0;
    reply_ok(c);
}

static size_t buffer_size(void) { return bytes_footprint(state.buffer); }

static void start(void) {
    loop_on_synced(synced);
    loop_on_linger(linger);
    evict_not_counted(buffer_size);
    debug_add("aof-flush-sleep", 3, 3, debug_flush_sleep);
    state.started = true;
}

static bool stop(bool save, bool nosave, bool force) {
    (void)save, (void)nosave;
    if (state.phase == AOF_WAITING) {
        log_warning(force ? "Writing initial AOF. Exit anyway." : "Writing initial AOF, can't exit.");
        if (!force) return false;
    }
    if (aof_rewriting()) {
        log_warning("There is a child rewriting the AOF. Killing it!");
        aof_rewrite_kill();
    }
    if (state.phase != AOF_ON) return true;
    log_notice("Calling fsync() on the AOF file.");
    if (aof_flush_now()) {
        aof_files_note_end(state.offset);
        state.ended = true;
        return true;
    }
    log_warning("Fail to fsync the AOF file: %s.", os_error_text());
    return false;
}

/* -- settings, INFO ----------------------------------------------------------------------------------------------- */

static const char *clean_history(void) {
    if (state.phase == AOF_ON) aof_files_clean();
    return NULL;
}

static const setting settings[] = {
    { "appendonly", SETTING_BOOL, &state.wanted, "no", .apply = aof_heed_setting },
    { "appendfsync", SETTING_ENUM, &state.policy, "everysec", .words = "everysec|always|no" },
    { "no-appendfsync-on-rewrite", SETTING_BOOL, &state.no_sync_on_rewrite, "no" },
    { "aof-use-rdb-preamble", SETTING_BOOL, &state.options.rdb_base, "yes" },
    { "aof-rewrite-incremental-fsync", SETTING_BOOL, &state.options.sync_often, "yes" },
    { "aof-timestamp-enabled", SETTING_BOOL, &state.options.timestamps, "no" },
    { "aof-load-truncated", SETTING_BOOL, &state.options.load_truncated, "yes" },
    { "aof-load-corrupt-tail-max-size", SETTING_MEMORY, &state.options.corrupt_tail_max, "0", .flags = SETTING_HIDDEN },
    { "aof-disable-auto-gc", SETTING_BOOL, &state.options.keep_history, "no", .flags = SETTING_HIDDEN,
      .apply = clean_history },
    { 0 }
};

static void print_enabled(bytes **out) { bytes_append_int(out, execute_loading() ? state.wanted : aof_on()); }
static void print_status(bytes **out) { bytes_append_text(out, state.write_failed || state.sync_failed ? "err" : "ok"); }

static void lines_on(bytes **out) {
    if (!aof_on()) return;
    bytes_printf(out, "aof_current_size:%lld\r\naof_base_size:%lld\r\naof_pending_rewrite:0\r\naof_buffer_length:%zu\r\n"
                 "aof_pending_bio_fsync:%d\r\naof_delayed_fsync:%llu\r\n", (long long)state.total, (long long)state.base_size,
                 state.buffer ? state.buffer->len : 0, state.syncing, (unsigned long long)state.delayed);
}

static void print_offset(bytes **out) { bytes_append_int(out, state.offset); }
static void print_buffer(bytes **out) { bytes_append_int(out, (int64_t)bytes_footprint(state.buffer)); }

static const info_field info[] = {
    { "persistence", "aof_enabled", print_enabled, NULL },
    { "persistence", "aof_last_write_status", print_status, NULL },
    { "persistence", "aof_current_size", NULL, lines_on },
    { "memory", "mem_aof_buffer", print_buffer, NULL },
    { "replication", "master_repl_offset", print_offset, NULL },
    { 0 }
};

static void reset_stats(void) { state.delayed = 0; }

const feature aof = {
    .name = "server", .settings = settings, .info = info, .start = start, .settle = settle, .feed = feed, .stop = stop,
    .reset_stats = reset_stats,
};
