/* persist.c -- at start: the log if there is one, else the snapshot; and DEBUG's ways of doing that again. */
#include "persist/persist.h"
#include "base/memory.h"
#include "os/os.h"
#include "persist/aof.h"
#include "persist/child.h"
#include "persist/loading.h"
#include "persist/rdb.h"
#include "persist/snapshot.h"
#include "server/execute.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/log.h"
#include "server/run.h"

static struct { bytes *preload, *preload_directory; } state;

static bool load_snapshot(const char *path, const rdb_loading *how) {
    int64_t began = os_mono_us(), size = os_file_size(path);
    if (size == OS_MISSING) return true;
    loading_start(size);
    keyspace_hold_expiry(true);
    enum rdb_outcome outcome = rdb_load_file(path, how);
    keyspace_hold_expiry(false);
    loading_end();
    if (outcome == RDB_LOADED) log_notice("DB loaded from disk: %.3f seconds", (double)(os_mono_us() - began) / 1e6);
    return outcome != RDB_REFUSED;
}

/* -- preload-file rdb:<path> or aof:<path of a manifest> ------------------------------------------------- */

static bytes *preload_path(const char *name) {
    bytes *path = NULL;
    bytes_printf(&path, "%s%s", state.preload_directory->at, name);
    return path;
}

static bool preload_log(const char *path) {
    const char *slash = strrchr(path, '/'), *why = NULL;
    manifest m = { 0 };
    int line = 0, file = os_open(path, OS_LOOK);
    slice at;
    state.preload_directory = bytes_copy(slice_make(path, slash ? (size_t)(slash + 1 - path) : 0));
    int64_t size = file < 0 ? -1 : os_size(file);
    bytes *text = bytes_new(0);
    if (size > 0) bytes_resize(&text, (size_t)size);
    bool good = size >= 0 && os_read_at(file, text->at, text->len, 0) == size;
    if (file >= 0) os_close(file);
    if (good) good = manifest_parse(&m, bytes_slice(text), &why, &line, &at) && aof_load_from(&m, preload_path);
    if (why) log_warning("%s: line %d: %s", path, line, why);
    bytes_free(text);
    manifest_free(&m);
    bytes_free(state.preload_directory);
    state.preload_directory = NULL;
    return good;
}

static bool preload(void) {
    slice what = bytes_slice(state.preload);
    const rdb_loading how = { 0 };
    bool good = false;
    if (slice_starts(what, SLICE("rdb:"))) good = os_file_size(what.at + 4) >= 0 && load_snapshot(what.at + 4, &how);
    else if (slice_starts(what, SLICE("aof:"))) good = preload_log(what.at + 4);
    if (!good) log_warning("Fatal error: can't preload %s", what.at);
    return good;
}

/* What was preloaded takes the place of what the log held: a rewrite makes it so on disk. */
static bool load(void) {
    const rdb_loading how = { 0 };
    bool good;
    if (state.preload) {
        good = preload() && (!aof_wanted() || aof_files_open());
        if (good && aof_wanted()) {
            aof_set_state(AOF_WAITING);
            good = aof_rewrite_start();
        }
    } else {
        bool log = aof_wanted();
        good = log ? aof_begin() : load_snapshot(snapshot_path(), &how);
        if (!good && !log) log_warning("Terminating server after rdb file reading failure.");
        if (good && !loading_abandoned() && aof_heed_setting()) good = false;
    }
    keyspace_dirty_reset(keyspace_dirty());
    if (!good) log_warning("Fatal error loading the DB, check server logs. Exiting.");
    return good;
}

/* -- DEBUG ---------------------------------------------------------------------------------------------------- */

static void empty(void) {
    call *c = execute_running();
    call own = keyspace_own_call(keyspace_db(0));
    keyspace_flush(c ? c : &own, NULL, false);
    const rdb_functions *f = rdb_functions_known();
    if (f) f->flush();
}

/* A snapshot that a child is about to finish is older than what is saved here, and must not take its place before it is read. */
bool persist_reload(bool save, bool flush, bool merge) {
    rdb_loading how = { .merge = merge, .keep_expired = false };
    if (save && snapshot_running()) child_kill();
    if (save && !snapshot_save()) return false;
    if (flush) empty();
    bool good = load_snapshot(snapshot_path(), &how);
    keyspace_dirty_reset(keyspace_dirty());
    return good;
}

bool persist_reload_log(void) {
    if (aof_state() == AOF_ON ? !aof_flush_now() : !aof_files_open()) return false;    /* off: what a rewrite has left */
    empty();
    return aof_load();
}

static void start(void) { run_on_load(load); }

static const setting settings[] = {
    { "preload-file", SETTING_TEXT, &state.preload, "", .flags = SETTING_HIDDEN | SETTING_IMMUTABLE },
    { 0 }
};

const feature persist = { .name = "server", .settings = settings, .start = start };
