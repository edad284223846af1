/* backup.c -- the states of a backup. The log's own machinery makes the base (a rewrite) and the increment; here they are
 * linked into the backup's directory, and a manifest is written beside them. */
#include "persist/backup.h"
#include "base/memory.h"
#include "os/os.h"
#include "persist/aof.h"
#include "persist/child.h"
#include "server/feature.h"
#include "server/log.h"
#include "server/loop.h"
#include <stdio.h>

enum { FILES_MAX = 3 };

static struct {
    enum backup_state phase;
    bytes *directory;
    int64_t sealed_ttl_s;
    bool own_log;                           /* the log runs for our sake only */
    bytes *files[FILES_MAX];
    int count;
    manifest pinned;
    int64_t started_s, ended_s;
    char error[256];
} state;

enum backup_state backup_state(void) { return state.phase; }
const char *backup_error(void) { return state.error; }
int64_t backup_started(void) { return state.started_s; }
int64_t backup_ended(void) { return state.ended_s; }
int backup_count(void) { return state.count; }
const char *backup_file(int i) { return state.files[i]->at; }
static const char *directory(void) { return state.directory ? state.directory->at : "backupdir"; }

const char *backup_state_name(void) {
    static const char *const names[] = { "idle", "pending", "snapshotting", "incrementing", "sealed", "failed" };
    return names[state.phase];
}

/* -- the directory ----------------------------------------------------------------------------------- */

static bool see_file(const char *name, void *context) {
    (void)name;
    *(bool *)context = false;
    return false;
}

static bool directory_is_empty(void) {
    bool empty = true;
    int made = os_make_directory(directory());
    if (made != OS_OK && made != OS_EXISTS) return false;
    return os_list(directory(), see_file, &empty) == OS_OK && empty;
}

static void pin(const char *name) {
    char here[4096] = "";
    bytes *path = NULL;
    os_current_directory(here, sizeof here);
    bytes_printf(&path, "%s/%s/%s", here, directory(), name);
    state.files[state.count++] = path;
}

static bool link_file(const log_file *f) {
    bytes *from = aof_path(f->name->at);
    pin(f->name->at);
    bool good = os_link(from->at, state.files[state.count - 1]->at) == OS_OK;
    bytes_free(from);
    if (good) manifest_add(&state.pinned, bytes_slice(f->name), f->seq, f->kind)->from = f->from;
    return good;
}

static bool write_manifest(void) {
    bytes *name = NULL, *text = manifest_print(&state.pinned);
    bytes_printf(&name, "%s.manifest", aof_name());
    pin(name->at);
    os_piece piece = { text->at, text->len };
    int file = os_open(state.files[state.count - 1]->at, OS_CREATE);
    bool good = file >= 0 && os_append(file, &piece, 1, NULL) == OS_OK && os_sync(file) == OS_OK;
    if (file >= 0) os_close(file);
    bytes_free(name);
    bytes_free(text);
    return good && os_sync_directory(directory()) == OS_OK;
}

static void drop_files(void) {
    while (state.count) {
        bytes *path = state.files[--state.count];
        os_remove(path->at);
        bytes_free(path);
    }
    manifest_free(&state.pinned);
}

/* -- the states ---------------------------------------------------------------------------------------- */

static void enter(enum backup_state phase) {
    state.phase = phase;
    if (phase == BACKUP_SEALED || phase == BACKUP_FAILED) state.ended_s = loop_now() / 1000;
}

static void stop_own_log(void) {
    if (!state.own_log) return;
    state.own_log = false;
    if (aof_wanted()) return;               /* turned on meanwhile: it stays */
    aof_flush_now();
    aof_set_state(AOF_OFF);
    aof_rewrite_kill();
    aof_write_to(-1, 0);
}

static void fail(const char *why) {
    snprintf(state.error, sizeof state.error, "%s", why);
    log_warning("Backup failed: %s", why);
    enter(BACKUP_FAILED);
    drop_files();
    stop_own_log();
}

static void base_done(bool good) {
    aof_rewrite_on_done(NULL);
    if (state.phase != BACKUP_SNAPSHOTTING) return;
    const log_file *base = good ? manifest_base(aof_manifest()) : NULL;
    if (!base) fail("the base could not be written");
    else if (!link_file(base)) fail(os_error_text());
    else enter(BACKUP_INCREMENTING);
}

static void begin(void) {
    if (aof_state() == AOF_OFF) {
        state.own_log = true;
        if (!aof_files_open()) {
            fail("the log's manifest cannot be read");
            return;
        }
        aof_set_state(AOF_WAITING);
    }
    enter(BACKUP_SNAPSHOTTING);
    aof_rewrite_on_done(base_done);
    if (aof_rewrite_start()) return;
    aof_rewrite_on_done(NULL);
    fail("the base could not be started");
}

static void consider(void) { if (state.phase == BACKUP_PENDING) begin(); }

const char *backup_start(void) {
    if (state.phase != BACKUP_IDLE && state.phase != BACKUP_FAILED) return "ERR A backup is already in progress";
    if (!directory_is_empty()) return "ERR Backup directory is not empty";
    state.error[0] = '\0';
    state.started_s = loop_now() / 1000;
    state.ended_s = 0;
    enter(BACKUP_PENDING);
    if (!child_running()) begin();
    return state.phase == BACKUP_FAILED ? "ERR Backup could not be started. Check server logs." : NULL;
}

/* The increment ends here: it is pinned as it is, and the log goes on in a fresh one. */
const char *backup_seal(void) {
    if (state.phase != BACKUP_INCREMENTING) return "ERR No backup in progress";
    const log_file *increment = manifest_last(aof_manifest());
    if (!aof_flush_now() || !increment || !link_file(increment) || !write_manifest()) {
        fail(os_error_text());
        return "ERR Backup could not be sealed. Check server logs.";
    }
    enter(BACKUP_SEALED);
    if (state.own_log) {
        stop_own_log();
        return NULL;
    }
    int file = aof_files_add_increment();
    if (file >= 0) {
        aof_write_to(file, 0);
        return NULL;
    }
    fail("the log could not go on in a fresh file");
    return "ERR Backup could not be sealed. Check server logs.";
}

const char *backup_abort(void) {
    if (state.phase == BACKUP_SEALED) return "ERR The backup is sealed, use BACKUP CLEANUP";
    if (state.phase == BACKUP_IDLE || state.phase == BACKUP_FAILED) return "ERR No backup in progress";
    bool snapshotting = state.phase == BACKUP_SNAPSHOTTING;
    fail("aborted by the user");
    if (snapshotting && aof_rewriting()) aof_rewrite_kill();
    return NULL;
}

const char *backup_cleanup(void) {
    if (state.phase != BACKUP_SEALED && state.phase != BACKUP_FAILED && state.phase != BACKUP_IDLE) {
        return "ERR A backup is in progress, use BACKUP ABORT";
    }
    drop_files();
    state.error[0] = '\0';
    state.started_s = state.ended_s = 0;
    enter(BACKUP_IDLE);
    return NULL;
}

static void tick(int64_t now) {
    bool over = state.phase == BACKUP_SEALED && state.sealed_ttl_s && now / 1000 - state.ended_s >= state.sealed_ttl_s;
    if (over) backup_cleanup();
}

static void start(void) { child_on_idle(consider); }

static const setting settings[] = {
    { "backupdirname", SETTING_TEXT, &state.directory, "backupdir", .flags = SETTING_HIDDEN | SETTING_IMMUTABLE },
    { "backup-sealed-ttl", SETTING_INT, &state.sealed_ttl_s, "0", .least = 0, .most = INT64_MAX, .flags = SETTING_HIDDEN },
    { 0 }
};

const feature backup = { .name = "server", .settings = settings, .start = start, .tick = tick };
