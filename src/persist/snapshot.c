/* snapshot.c -- SAVE and BGSAVE, save points, and the refusal of writes while the disk does not take them. */
#include "persist/snapshot.h"
#include "base/assert.h"
#include "base/number.h"
#include "os/os.h"
#include "persist/child.h"
#include "persist/rdb.h"
#include "persist/rdb_settings.h"
#include "server/execute.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/latency.h"
#include "server/log.h"
#include "server/loop.h"
#include <stdio.h>

enum { RETRY_MS = 5000, LISTENERS_MAX = 4 };

typedef struct save_point { int64_t seconds, changes; } save_point;

static struct {
    rdb_options options;
    bytes *name;
    save_point *points;
    int point_count;
    bool stop_writes;
    int sanitize;
    bool scheduled, last_good;
    int64_t last_save_s, last_try_ms;
    int64_t began_ms, last_took_s;
    uint64_t dirty_at_fork, saves;
    size_t last_cow;
    const char *troubles[2];
    void (*listeners[LISTENERS_MAX])(bool good);
} state = { .last_good = true, .last_took_s = -1 };

const rdb_options *rdb_settings(void) { return &state.options; }
bool snapshot_running(void) { return child_running() == CHILD_SNAPSHOT; }
int64_t snapshot_last(void) { return state.last_save_s; }
bool snapshot_wanted(void) { return state.point_count > 0; }
const char *snapshot_path(void) { return state.name ? state.name->at : "dump.rdb"; }

void snapshot_on_done(void (*done)(bool good)) {
    int i = 0;
    while (state.listeners[i]) i++;
    assert(i + 1 < LISTENERS_MAX);
    state.listeners[i] = done;
}

/* -- refusing writes -------------------------------------------------------------------------------- */

void disk_trouble_set(enum disk_trouble which, const char *why) {
    state.troubles[which] = why;
    execute_set_misconf(state.troubles[0] ? state.troubles[0] : state.troubles[1]);
}

static void judge(void) {
    bool refuse = state.stop_writes && state.point_count && !state.last_good;
    disk_trouble_set(TROUBLE_SNAPSHOT, refuse
        ? "Redis is configured to save RDB snapshots, but it's currently unable to persist to disk. Commands that may modify the data "
          "set are disabled, because this instance is configured to report errors during writes if RDB snapshotting fails "
          "(stop-writes-on-bgsave-error option). Please check the Redis logs for details about the RDB error." : NULL);
}

/* -- writing ------------------------------------------------------------------------------------------ */

static void temporary_name(char *out, size_t cap, int id) { snprintf(out, cap, "temp-%d.rdb", id); }

/* Under a temporary name first: the old file stays whole until the new one is. */
static bool write_file(void (*progress)(uint64_t keys)) {
    rdb_saving how = { .progress = progress };
    char temporary[64], here[4096] = ".";
    temporary_name(temporary, sizeof temporary, os_process_id());
    if (!rdb_save_file(temporary, &how)) return false;
    if (os_rename(temporary, snapshot_path()) != OS_OK) {
        bytes *why = bytes_copy(slice_of(os_error_text()));
        os_current_directory(here, sizeof here);
        log_warning("Error moving temp DB file %s on the final destination %s (in server root dir %s): %s", temporary,
                    snapshot_path(), here, why->at);
        bytes_free(why);
        os_remove(temporary);
        return false;
    }
    if (os_sync_directory(".") != OS_OK) {
        log_warning("Failed to fsync directory while saving DB: %s", os_error_text());
        return false;
    }
    log_notice("DB saved on disk");
    return true;
}

static void announce(bool good) { for (int i = 0; state.listeners[i]; i++) state.listeners[i](good); }

bool snapshot_save(void) {
    state.saves++;
    if (!write_file(NULL)) return false;
    keyspace_dirty_reset(keyspace_dirty());
    state.last_save_s = os_wall_us() / 1000000;
    state.last_good = true;
    judge();
    return true;
}

static int write_in_child(void *argument) {
    (void)argument;
    return write_file(child_progress) ? 0 : 1;
}

static void remove_temporary(const char *path) {
    int64_t begun = latency_begin();
    os_remove(path);
    latency_end("rdb-unlink-temp-file", begun);
}

static void done(int id, int code, size_t cow_bytes) {
    char temporary[64];
    temporary_name(temporary, sizeof temporary, id);
    state.last_took_s = (loop_now() - state.began_ms) / 1000;
    state.last_cow = cow_bytes;
    if (code == 0) {
        log_notice("Background saving terminated with success");
        keyspace_dirty_reset(state.dirty_at_fork);
        state.last_save_s = os_wall_us() / 1000000;
        state.last_good = true;
    } else if (code == CHILD_KILLED) {
        remove_temporary(temporary);
    } else if (code >= CHILD_SIGNAL) {
        log_warning("Background saving terminated by signal %d", code - CHILD_SIGNAL);
        remove_temporary(temporary);
        state.last_good = false;
    } else {
        log_warning("Background saving error");
        state.last_good = false;
    }
    judge();
    announce(code == 0);
}

static bool begin(void) {
    child_job job = { CHILD_SNAPSHOT, write_in_child, NULL, done };
    state.saves++;
    state.scheduled = false;
    state.dirty_at_fork = keyspace_dirty();
    state.last_try_ms = state.began_ms = loop_now();
    int id = child_start(&job);
    if (id >= 0) {
        log_notice("Background saving started by pid %d", id);
        return true;
    }
    log_warning("Can't save in background: fork: %s", os_error_text());
    state.last_good = false;
    judge();
    return false;
}

enum snapshot_answer snapshot_start(bool later) {
    if (snapshot_running()) return SNAPSHOT_RUNNING;
    const call *c = execute_running();
    bool in_exec = c && c->outer;
    if (child_running() && !later && !in_exec) return SNAPSHOT_OTHER_CHILD;
    if (child_running() || in_exec) {
        state.scheduled = true;
        return SNAPSHOT_SCHEDULED;
    }
    return begin() ? SNAPSHOT_STARTED : SNAPSHOT_FAILED;
}

enum snapshot_cancelled snapshot_cancel(void) {
    bool scheduled = state.scheduled;
    state.scheduled = false;
    if (snapshot_running()) {
        child_kill();
        return SNAPSHOT_KILLED;
    }
    return scheduled ? SNAPSHOT_UNSCHEDULED : SNAPSHOT_NOT_RUNNING;
}

void snapshot_flushed(void) {
    if (snapshot_running()) child_kill();
    if (state.point_count && !execute_loading()) snapshot_save();
}

/* -- save points ------------------------------------------------------------------------------------------ */

static bool may_retry(int64_t now) { return now - state.last_try_ms > RETRY_MS || state.last_good; }

/* Called while no child runs. */
static void consider(void) {
    int64_t now = loop_now(), age_s = now / 1000 - state.last_save_s;
    if (execute_loading() || !may_retry(now)) return;
    if (state.scheduled) {
        begin();
        return;
    }
    for (int i = 0; i < state.point_count; i++) {
        const save_point *p = &state.points[i];
        if (keyspace_dirty() < (uint64_t)p->changes || keyspace_dirty() == 0 || age_s <= p->seconds) continue;
        log_notice("%lld changes in %lld seconds. Saving...", (long long)p->changes, (long long)p->seconds);
        begin();
        return;
    }
}

static void start(void) {
    state.last_save_s = os_wall_us() / 1000000;
    child_on_idle(consider);
}

static bool stop(bool save, bool nosave, bool force) {
    if (snapshot_running()) {
        log_warning("There is a child saving an .rdb. Killing it!");
        child_kill();
    }
    state.scheduled = false;
    if (execute_loading() || nosave || !(save || state.point_count)) return true;
    log_notice("Saving the final RDB snapshot before exiting.");
    char temporary[64];
    temporary_name(temporary, sizeof temporary, os_process_id());
    os_temporary(temporary);
    bool good = snapshot_save();
    os_temporary(NULL);
    if (!good) log_warning("Error trying to save the DB%s", force ? ". Exit anyway." : ", can't exit.");
    return good;
}

/* -- settings, INFO ---------------------------------------------------------------------------------------- */

static void points_get(bytes **out) {
    for (int i = 0; i < state.point_count; i++) {
        bytes_printf(out, "%s%lld %lld", i ? " " : "", (long long)state.points[i].seconds, (long long)state.points[i].changes);
    }
}

static const char *points_set(int argc, const slice *argv) {
    static const char invalid[] = "Invalid save parameters";
    if (argc == 1 && !argv[0].len) argc = 0;
    if (argc % 2) return invalid;
    int count = argc / 2;
    save_point *points = memory_alloc((size_t)count * sizeof *points);
    bool good = true;
    for (int i = 0; i < count && good; i++) {
        good = number_parse_int(argv[2 * i], &points[i].seconds) && number_parse_int(argv[2 * i + 1], &points[i].changes)
            && points[i].seconds >= 1 && points[i].changes >= 0;
    }
    if (!good) {
        memory_free(points, (size_t)count * sizeof *points);
        return invalid;
    }
    memory_free(state.points, (size_t)state.point_count * sizeof *points);
    state.points = points;
    state.point_count = count;
    return NULL;
}

static const char *apply_judge(void) {
    judge();
    return NULL;
}

static const char *check_name(slice name) {
    return memchr(name.at, '/', name.len) ? "dbfilename can't be a path, just a filename" : NULL;
}

static const setting settings[] = {
    { "save", SETTING_SPECIAL, NULL, "3600 1 300 100 60 10000", .flags = SETTING_MULTI | SETTING_WORDS, .line_words = 2,
      .get = points_get, .set = points_set, .apply = apply_judge },
    { "dbfilename", SETTING_TEXT, &state.name, "dump.rdb", .flags = SETTING_PROTECTED, .check = check_name },
    { "rdbcompression", SETTING_BOOL, &state.options.compress, "yes" },
    { "rdbchecksum", SETTING_BOOL, &state.options.checksum, "yes", .flags = SETTING_IMMUTABLE },
    { "rdb-save-incremental-fsync", SETTING_BOOL, &state.options.sync_often, "yes" },
    { "rdb-key-save-delay", SETTING_INT, &state.options.key_save_delay_us, "0", .least = INT32_MIN, .most = INT32_MAX,
      .flags = SETTING_HIDDEN },
    { "key-load-delay", SETTING_INT, &state.options.key_load_delay_us, "0", .least = INT32_MIN, .most = INT32_MAX,
      .flags = SETTING_HIDDEN },
    { "rdb-del-sync-files", SETTING_BOOL, NULL, "no", .absent = "replication" },
    { "stop-writes-on-bgsave-error", SETTING_BOOL, &state.stop_writes, "yes", .apply = apply_judge },
    /* Every payload is validated in full, whatever this says. */
    { "sanitize-dump-payload", SETTING_ENUM, &state.sanitize, "no", .words = "no|yes|clients" },
    { 0 }
};

static void print_running(bytes **out) { bytes_append_int(out, snapshot_running()); }
static void print_last(bytes **out) { bytes_append_int(out, state.last_save_s); }
static void print_status(bytes **out) { bytes_append_text(out, state.last_good ? "ok" : "err"); }
static void print_took(bytes **out) { bytes_append_int(out, state.last_took_s); }
static void print_takes(bytes **out) { bytes_append_int(out, snapshot_running() ? (loop_now() - state.began_ms) / 1000 : -1); }
static void print_saves(bytes **out) { bytes_append_int(out, (int64_t)state.saves); }
static void print_cow(bytes **out) { bytes_append_int(out, (int64_t)state.last_cow); }

static const info_field info[] = {
    { "persistence", "rdb_bgsave_in_progress", print_running, NULL },
    { "persistence", "rdb_last_save_time", print_last, NULL },
    { "persistence", "rdb_last_bgsave_status", print_status, NULL },
    { "persistence", "rdb_last_bgsave_time_sec", print_took, NULL },
    { "persistence", "rdb_current_bgsave_time_sec", print_takes, NULL },
    { "persistence", "rdb_saves", print_saves, NULL },
    { "persistence", "rdb_last_cow_size", print_cow, NULL },
    { 0 }
};

const feature snapshot = { .name = "server", .settings = settings, .info = info, .start = start, .stop = stop };
