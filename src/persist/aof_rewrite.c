/* aof_rewrite.c -- a new base for the log, written by a child while the server goes on (persistence.md 6.5, 6.9).
 *
 * The order makes every moment survivable: a new increment is listed before the child starts; the base replaces the old
 * files in one manifest; only then do those go. */
#include "base/memory.h"
#include "base/number.h"
#include "os/os.h"
#include "persist/aof.h"
#include "persist/child.h"
#include "persist/rdb.h"
#include "server/execute.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/log.h"
#include "server/loop.h"
#include <stdio.h>

enum { FAILURES_FREE = 3, DELAY_MAX_MIN = 60, PROGRESS_KEYS = 1024 };

static struct {
    bool scheduled, last_good;
    int64_t percentage;
    uint64_t least_size;
    int64_t began_ms, last_took_s, not_before_ms, delay_min;
    uint64_t rewrites, failures;            /* failures in a row */
    size_t last_cow;
    int64_t begun_at;                       /* the offset at which the waiting increment begins */
    void (*waiter)(bool good);
} state = { .last_good = true, .last_took_s = -1 };

bool aof_rewriting(void) { return child_running() == CHILD_REWRITE; }
void aof_rewrite_schedule(bool on) { state.scheduled = on; }
void aof_rewrite_kill(void) {
    if (!aof_rewriting()) return;
    log_notice("Killing AOF child.");
    child_kill();
}

void aof_rewrite_on_done(void (*done)(bool good)) { state.waiter = done; }

/* -- in the child: a base of plain commands ------------------------------------------------------------ */

typedef struct writer {
    rewriter to;                            /* first */
    rdb_file file;
    bytes *text;
} writer;

static void emit(rewriter *to, int argc, const slice *argv) {
    writer *w = (writer *)to;
    if (w->text) w->text->len = 0;
    aof_encode(&w->text, argc, argv);
    rdb_put(&w->file.sink.out, w->text->at, w->text->len);
}

static void emit_function(slice code, void *context) { emit(context, 3, (slice[]){ SLICE("FUNCTION"), SLICE("LOAD"), code }); }

static void rewrite_entry(writer *w, const entry *e) {
    char room[NUMBER_INT_TEXT], when[NUMBER_INT_TEXT];
    slice key = entry_key(e);
    if (entry_type_id(e) == TYPE_STRING) emit(&w->to, 3, (slice[]){ SLICE("SET"), key, string_text(e, room) });
    else entry_type(e)->rewrite(key, entry_value(e), &w->to);
    if (!entry_expires(e)) return;
    slice expiry = { when, (size_t)number_print_int(when, entry_expiry(e)) };
    emit(&w->to, 3, (slice[]){ SLICE("PEXPIREAT"), key, expiry });
}

static void rewrite_db(writer *w, const db *d, uint64_t *keys) {
    char number[NUMBER_INT_TEXT];
    emit(&w->to, 2, (slice[]){ SLICE("SELECT"), { number, (size_t)number_print_int(number, d->id) } });
    const entry *e;
    for (table_walk walk = { .table = d->table }; (e = table_next(&walk));) {
        rewrite_entry(w, e);
        if (++*keys % PROGRESS_KEYS == 0) child_progress(*keys);
    }
}

static bool write_commands(const char *path) {
    writer w = { .to.emit = emit };
    uint64_t keys = 0;
    if (!rdb_file_create(&w.file, path)) return false;
    w.file.sink.sums = false;
    w.file.sync_often = aof_settings()->sync_often;
    if (aof_settings()->timestamps) {
        bytes_printf(&w.text, "#TS:%lld\r\n", (long long)(os_wall_us() / 1000000));
        rdb_put(&w.file.sink.out, w.text->at, w.text->len);
    }
    const rdb_functions *f = rdb_functions_known();
    if (f) f->save(emit_function, &w.to);
    for (int i = 0; i < keyspace_db_count(); i++) if (db_count(keyspace_db(i))) rewrite_db(&w, keyspace_db(i), &keys);
    bytes_free(w.text);
    return rdb_file_finish(&w.file, false);
}

static void temporary_names(int id, char *working, char *complete, size_t cap) {
    snprintf(working, cap, "temp-rewriteaof-%d.aof", id);
    snprintf(complete, cap, "temp-rewriteaof-bg-%d.aof", id);
}

static int write_base(void *argument) {
    char working[64], complete[64];
    rdb_saving how = { .aof_base = true, .progress = child_progress };
    (void)argument;
    temporary_names(os_process_id(), working, complete, sizeof working);
    bool good = aof_settings()->rdb_base ? rdb_save_file(working, &how) : write_commands(working);
    if (good && os_rename(working, complete) != OS_OK) good = false;
    if (!good) {
        log_warning("Write error writing append only file on disk: %s", os_error_text());
        os_remove(working);
        return 1;
    }
    log_notice("Successfully created the temporary AOF base file %s", complete);
    return 0;
}

/* -- the switch ------------------------------------------------------------------------------------------- */

static bytes *temporary_increment(void) {
    bytes *name = NULL, *path;
    bytes_printf(&name, "temp-%s.incr", aof_name());
    path = aof_path(name->at);
    bytes_free(name);
    return path;
}

/* While the log is being turned on its increment has a temporary name, known to no manifest; now it gets its own. */
static bool adopt_increment(manifest *next) {
    bytes *from = temporary_increment(), *name = NULL;
    int64_t seq = next->increment_seq + 1;
    bytes_printf(&name, "%s.%lld.incr.aof", aof_name(), (long long)seq);
    bytes *to = aof_path(name->at);
    bool good = aof_files_rename(from->at, to->at);
    if (good) manifest_add(next, bytes_slice(name), seq, 'i')->from = state.begun_at;
    bytes_free(from);
    bytes_free(name);
    bytes_free(to);
    return good;
}

static bool adopt_base(manifest *next, const char *complete) {
    int64_t seq = next->base_seq + 1;
    bytes *name = NULL;
    bytes_printf(&name, "%s.%lld.base.%s", aof_name(), (long long)seq, aof_settings()->rdb_base ? "rdb" : "aof");
    bytes *to = aof_path(name->at);
    bool good = aof_files_directory() && aof_files_rename(complete, to->at);
    if (good) {
        log_notice("Successfully renamed the temporary AOF base file %s into %s", complete, name->at);
        manifest_add(next, bytes_slice(name), seq, 'b');
    } else {
        log_warning("Error trying to rename the temporary AOF base file %s into %s: %s", complete, name->at, os_error_text());
    }
    bytes_free(name);
    bytes_free(to);
    return good;
}

/* What was given its name for a manifest that is none goes again; no later attempt uses that name. */
static void abandon(manifest *m, manifest *next, enum commit outcome) {
    for (int i = 0; i < next->count && outcome == COMMIT_REFUSED; i++) {
        const log_file *f = &next->files[i];
        if ((f->kind != 'b' || f->seq <= m->base_seq) && (f->kind != 'i' || f->seq <= m->increment_seq)) continue;
        bytes *path = aof_path(f->name->at);
        os_remove(path->at);
        bytes_free(path);
    }
    m->base_seq = next->base_seq;
    m->increment_seq = next->increment_seq;
    manifest_free(next);
}

static bool adopt(const char *complete) {
    manifest *m = aof_manifest(), next = manifest_copy(m);
    enum commit outcome = COMMIT_REFUSED;
    manifest_retire(&next, aof_state() == AOF_ON ? 1 : 0);
    bool good = adopt_base(&next, complete);
    if (good && aof_state() == AOF_WAITING) good = aof_flush_now() && adopt_increment(&next);
    if (good) outcome = aof_files_commit(&next);
    if (outcome != COMMIT_DONE) {
        abandon(m, &next, outcome);
        return false;
    }
    manifest_free(m);
    *m = next;
    aof_files_clean();
    if (aof_state() == AOF_WAITING) aof_set_state(AOF_ON);
    aof_measure();
    log_notice("Background AOF rewrite finished successfully");
    return true;
}

/* -- start and end ------------------------------------------------------------------------------------------ */

static void failed(void) {
    state.last_good = false;
    state.failures++;
}

static void succeeded(void) {
    state.last_good = true;
    state.failures = 0;
    state.not_before_ms = state.delay_min = 0;
}

/* After several failures in a row whatever wants a rewrite by itself has to wait, twice as long every time, and may try once. */
static bool limited(void) {
    if (state.failures < FAILURES_FREE) return false;
    if (state.not_before_ms) {
        if (loop_now() < state.not_before_ms) return true;
        state.not_before_ms = 0;
        return false;
    }
    state.delay_min = state.delay_min ? state.delay_min * 2 : 1;
    if (state.delay_min > DELAY_MAX_MIN) state.delay_min = DELAY_MAX_MIN;
    state.not_before_ms = loop_now() + state.delay_min * 60000;
    log_warning("Background AOF rewrite has repeatedly failed and triggered the limit, will retry in %lld minutes",
                (long long)state.delay_min);
    return true;
}

static void drop_waiting_increment(void) {
    bytes *path = temporary_increment();
    aof_write_to(-1, 0);
    log_notice("Removing the temp incr aof file temp-%s.incr in the background", aof_name());
    os_remove(path->at);
    bytes_free(path);
    state.scheduled = true;
}

static void done(int id, int code, size_t cow_bytes) {
    char working[64], complete[64];
    bool good = false;
    temporary_names(id, working, complete, sizeof working);
    state.last_took_s = (loop_now() - state.began_ms) / 1000;
    state.last_cow = cow_bytes;
    if (code == 0) {
        log_notice("Background AOF rewrite terminated with success");
        good = adopt(complete);
        if (good) succeeded();
        else failed();
    } else if (code != CHILD_KILLED) {
        if (code >= CHILD_SIGNAL) log_warning("Background AOF rewrite terminated by signal %d", code - CHILD_SIGNAL);
        else log_warning("Background AOF rewrite terminated with error");
        failed();
    }
    if (!good) {
        os_remove(working);
        os_remove(complete);
        if (aof_state() == AOF_WAITING) drop_waiting_increment();
    }
    if (state.waiter) state.waiter(good);
}

/* From the moment of the fork on, effects belong to a fresh increment. */
static bool begin_increment(void) {
    if (aof_state() == AOF_OFF) return true;
    if (aof_state() == AOF_ON) {
        if (!aof_flush_now()) return false;
        int file = aof_files_add_increment();
        if (file < 0) return false;
        log_notice("Creating AOF incr file %s on background rewrite", manifest_last(aof_manifest())->name->at);
        aof_write_to(file, 0);
        return true;
    }
    if (!aof_files_directory()) return false;
    bytes *path = temporary_increment();
    os_remove(path->at);
    int file = os_open(path->at, OS_APPEND);
    bytes_free(path);
    if (file < 0) return false;
    log_notice("Creating AOF incr file temp-%s.incr on background rewrite", aof_name());
    state.begun_at = aof_offset();
    aof_write_to(file, 0);
    return true;
}

bool aof_rewrite_start(void) {
    child_job job = { CHILD_REWRITE, write_base, NULL, done };
    state.scheduled = false;
    state.began_ms = loop_now();
    if (!aof_files_directory() || !begin_increment()) {
        failed();
        return false;
    }
    state.rewrites++;
    int id = child_start(&job);
    if (id >= 0) {
        log_notice("Background append only file rewriting started by pid %d", id);
        return true;
    }
    log_warning("Can't rewrite append only file in background: fork: %s", os_error_text());
    failed();
    if (aof_state() == AOF_WAITING) drop_waiting_increment();
    return false;
}

enum aof_rewrite_answer aof_rewrite_ask(void) {
    const call *c = execute_running();
    if (aof_rewriting()) return AOF_REWRITE_RUNNING;
    if (child_running() || (c && c->outer)) {
        log_notice("An AOF background was scheduled to start when possible: %s.",
                   child_running() ? "another background operation runs" : "a transaction or script runs");
        state.scheduled = true;
        return AOF_REWRITE_SCHEDULED;
    }
    return aof_rewrite_start() ? AOF_REWRITE_STARTED : AOF_REWRITE_FAILED;
}

/* Called while no child runs. */
static void consider(void) {
    if (execute_loading()) return;
    if (state.scheduled) {
        if (!limited()) aof_rewrite_start();
        return;
    }
    if (aof_state() != AOF_ON || !state.percentage || aof_size() <= (int64_t)state.least_size) return;
    int64_t base = aof_size_at_base() ? aof_size_at_base() : 1, growth = aof_size() * 100 / base - 100;
    if (growth < state.percentage || limited()) return;
    log_notice("Starting automatic rewriting of AOF on %lld%% growth", (long long)growth);
    aof_rewrite_start();
}

static void start(void) { child_on_idle(consider); }

static const setting settings[] = {
    { "auto-aof-rewrite-percentage", SETTING_INT, &state.percentage, "100", .least = 0, .most = INT32_MAX },
    { "auto-aof-rewrite-min-size", SETTING_MEMORY, &state.least_size, "67108864", .least = 0, .most = INT64_MAX },
    { 0 }
};

static void print_running(bytes **out) { bytes_append_int(out, aof_rewriting()); }
static void print_scheduled(bytes **out) { bytes_append_int(out, state.scheduled); }
static void print_took(bytes **out) { bytes_append_int(out, state.last_took_s); }
static void print_takes(bytes **out) { bytes_append_int(out, aof_rewriting() ? (loop_now() - state.began_ms) / 1000 : -1); }
static void print_status(bytes **out) { bytes_append_text(out, state.last_good ? "ok" : "err"); }
static void print_rewrites(bytes **out) { bytes_append_int(out, (int64_t)state.rewrites); }
static void print_failures(bytes **out) { bytes_append_int(out, (int64_t)state.failures); }
static void print_cow(bytes **out) { bytes_append_int(out, (int64_t)state.last_cow); }

static const info_field info[] = {
    { "persistence", "aof_rewrite_in_progress", print_running, NULL },
    { "persistence", "aof_rewrite_scheduled", print_scheduled, NULL },
    { "persistence", "aof_last_rewrite_time_sec", print_took, NULL },
    { "persistence", "aof_current_rewrite_time_sec", print_takes, NULL },
    { "persistence", "aof_last_bgrewrite_status", print_status, NULL },
    { "persistence", "aof_rewrites", print_rewrites, NULL },
    { "persistence", "aof_rewrites_consecutive_failures", print_failures, NULL },
    { "persistence", "aof_last_cow_size", print_cow, NULL },
    { 0 }
};

const feature aof_rewrite = { .name = "server", .settings = settings, .info = info, .start = start };
