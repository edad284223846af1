/* aof_load.c -- reads the log back: the base, then every increment, through a client that nobody hears. */
#include "base/memory.h"
#include "os/os.h"
#include "persist/aof.h"
#include "persist/loading.h"
#include "persist/rdb.h"
#include "persist/rdb_settings.h"
#include "persist/resp_file.h"
#include "server/client.h"
#include "server/command.h"
#include "server/execute.h"
#include "server/keyspace.h"
#include "server/log.h"
#include "server/multi.h"

enum { ADVANCE_BYTES = 64 << 10, LOCK_TRIES = 50, LOCK_PAUSE_US = 20000 };

/* One file being replayed. */
typedef struct replay {
    const char *name, *path;
    client *as;
    resp_file from;
    int64_t good;                           /* up to here nothing is half done */
    int64_t told;                           /* to loading_advance */
    bool last;
} replay;

/* -- commands -------------------------------------------------------------------------------------------- */

static bool run(replay *p) {
    resp_file *f = &p->from;
    call c = { .client = p->as, .argc = f->argc, .argv = f->argv };
    command_info *container;
    c.command = command_find(f->argv[0], f->argc > 1 ? f->argv[1] : (slice){ NULL, 0 }, &container);
    if (!c.command) {
        log_warning("Unknown command '%.*s' reading the append only file %s", SLICE_ARGS(f->argv[0]), p->name);
        return false;
    }
    execute(&c);
    if (c.failed) {
        log_warning("== CRITICAL == This server is sending an error to its AOF-loading-client after processing the command '%s'",
                    c.command->name);
    }
    return true;
}

static bool advance(replay *p, bool force) {
    int64_t step = resp_file_offset(&p->from) - p->told, delay_us = rdb_settings()->key_load_delay_us;
    if (delay_us > 0) os_sleep_us(delay_us);
    else if (step < ADVANCE_BYTES && !force) return true;
    p->told += step;
    return loading_advance(step);
}

static client *replayer(void) {
    client *k = client_new(-1);
    k->flags |= CLIENT_LOADING | CLIENT_AUTHENTICATED;
    k->db = keyspace_db(0);
    return k;
}

/* -- damaged tails ----------------------------------------------------------------------------------------- */

static bool cut_tail(replay *p, const char *what) {
    log_warning("!!! Warning: %s while loading the AOF file %s!!!", what, p->name);
    log_warning("!!! Truncating the AOF %s at offset %lld !!!", p->name, (long long)p->good);
    int file = os_open(p->path, OS_APPEND);
    bool good = file >= 0 && os_truncate(file, p->good) == OS_OK;
    if (!good) log_warning("Error truncating the AOF file %s: %s", p->name, os_error_text());
    if (file >= 0) os_close(file);
    return good;
}

static bool end_is_missing(replay *p) {
    if (p->as->flags & CLIENT_MULTI) {
        log_warning("Revert incomplete MULTI/EXEC transaction in AOF file %s", p->name);
        multi_discard(p->as);
    }
    if (!aof_settings()->load_truncated) {
        log_warning("Unexpected end of file reading the append only file %s. You can: 1) Make a backup of your AOF file, then use "
                    "./redis-check-aof --fix <filename.manifest>. 2) Alternatively you can set the 'aof-load-truncated' configuration "
                    "option to yes and restart the server.", p->name);
        return false;
    }
    if (!p->last) {
        log_warning("Fatal error: the truncated file is not the last file");
        return false;
    }
    if (!cut_tail(p, "short read")) return false;
    log_warning("AOF %s loaded anyway because aof-load-truncated is enabled", p->name);
    return true;
}

static bool is_broken(replay *p) {
    uint64_t tail = (uint64_t)(p->from.size - p->good);
    if (p->last && aof_settings()->load_truncated && tail <= aof_settings()->corrupt_tail_max) {
        multi_discard(p->as);
        if (cut_tail(p, "corrupt tail")) {
            log_warning("AOF %s loaded anyway because its corrupt tail of %llu bytes is within aof-load-corrupt-tail-max-size", p->name,
                        (unsigned long long)tail);
            return true;
        }
    }
    log_warning("Bad file format reading the append only file %s: make a backup of your AOF file, then use ./redis-check-aof --fix "
                "<filename.manifest>", p->name);
    return false;
}

static bool replay_all(replay *p) {
    for (;;) {
        switch (resp_file_next(&p->from)) {
        case RESP_COMMAND:
            if (!run(p)) return false;
            /* fall through */
        case RESP_NOTE:
            if (!(p->as->flags & CLIENT_MULTI)) p->good = resp_file_offset(&p->from);
            if (!advance(p, false)) return true;
            break;
        case RESP_FINISHED:
            advance(p, true);
            return p->as->flags & CLIENT_MULTI ? end_is_missing(p) : true;
        case RESP_CUT: return end_is_missing(p);
        case RESP_BROKEN: return is_broken(p);
        case RESP_UNREADABLE:
            log_warning("Unrecoverable error reading the append only file %s: %s", p->name, os_error_text());
            return false;
        }
    }
}

static bool replay_file(const char *name, const char *path, int64_t from, bool last) {
    replay p = { .name = name, .path = path, .good = from, .told = from, .last = last };
    if (!resp_file_open(&p.from, path, from)) {
        log_warning("Fatal error: can't open the append log file %s for reading: %s", name, os_error_text());
        return false;
    }
    p.as = replayer();
    bool good = replay_all(&p);
    client_close_now(p.as);
    resp_file_close(&p.from);
    return good;
}

/* -- files ---------------------------------------------------------------------------------------------------- */

/* Old logs may have commands right behind a base in RDB format. */
static bool load_file(const log_file *f, const char *path, bool last) {
    const char *name = f->name->at;
    int64_t from = 0, began = os_mono_us();
    if (rdb_begins(path)) {
        rdb_loading how = { .keep_expired = true, .taken = &from };
        if (!strcmp(name, aof_name())) log_notice("Reading RDB preamble from AOF file...");
        else log_notice("Reading RDB base file on AOF loading...");
        enum rdb_outcome outcome = rdb_load_file(path, &how);
        if (outcome == RDB_ABANDONED) return true;
        if (outcome != RDB_LOADED) {
            log_warning("Error reading the RDB preamble of the AOF file %s, AOF loading aborted", name);
            return false;
        }
    }
    bool good = os_file_size(path) == from || replay_file(name, path, from, last);
    if (good && !loading_abandoned()) {
        log_notice("DB loaded from %s file %s: %.3f seconds", f->kind == 'b' ? "base" : "incr", name,
                   (double)(os_mono_us() - began) / 1e6);
    }
    return good;
}

static bool all_present(const manifest *m, bytes *(*path_of)(const char *name), int64_t *total) {
    for (int i = 0; i < m->count; i++) {
        if (m->files[i].kind == 'h') continue;
        bytes *path = path_of(m->files[i].name->at);
        int64_t size = os_file_size(path->at);
        bytes_free(path);
        if (size < 0) {
            log_warning("Unable to obtain the AOF file %s length. stat: %s", m->files[i].name->at, os_error_text());
            return false;
        }
        *total += size;
    }
    return true;
}

/* The one that was being written when the server ended: of those behind it nothing was used yet. */
static const log_file *last_used(const manifest *m, bytes *(*path_of)(const char *name)) {
    const log_file *last = manifest_last(m) ? manifest_last(m) : manifest_base(m);
    for (int i = 0; i < m->count; i++) {
        if (m->files[i].kind != 'i') continue;
        bytes *path = path_of(m->files[i].name->at);
        if (os_file_size(path->at) > 0) last = &m->files[i];
        bytes_free(path);
    }
    return last;
}

static bool load_kind(const manifest *m, bytes *(*path_of)(const char *name), char kind) {
    const log_file *last = last_used(m, path_of);
    bool good = true;
    for (int i = 0; i < m->count && good && !loading_abandoned(); i++) {
        if (m->files[i].kind != kind) continue;
        bytes *path = path_of(m->files[i].name->at);
        good = load_file(&m->files[i], path->at, &m->files[i] == last);
        bytes_free(path);
    }
    return good;
}

bool aof_load_from(const manifest *m, bytes *(*path_of)(const char *name)) {
    int64_t total = 0, began = os_mono_us();
    if (!all_present(m, path_of, &total)) return false;
    if (!total) return true;
    loading_start(total);
    aof_mute(true);
    keyspace_hold_expiry(true);
    bool good = load_kind(m, path_of, 'b') && load_kind(m, path_of, 'i');
    keyspace_hold_expiry(false);
    aof_mute(false);
    loading_end();
    keyspace_dirty_reset(keyspace_dirty());
    if (good) log_notice("DB loaded from append only file: %.3f seconds", (double)(os_mono_us() - began) / 1e6);
    return good;
}

/* Where the writer did not stop in order, the bytes that it wrote stand for what happened (R8). */
static void take_offset(void) {
    const log_file *last = manifest_last(aof_manifest());
    if (!last) return;
    bytes *path = aof_path(last->name->at);
    int64_t size = os_file_size(path->at);
    bytes_free(path);
    if (last->to != NO_OFFSET) aof_set_offset(last->to);
    else aof_set_offset((last->from == NO_OFFSET ? 0 : last->from) + (size > 0 ? size : 0));
    aof_files_note_end(NO_OFFSET);
}

bool aof_load(void) {
    if (!aof_load_from(aof_manifest(), aof_path)) return false;
    take_offset();
    return true;
}

/* -- the first write ---------------------------------------------------------------------------------------------- */

/* Nothing was there: an empty base, so that whoever finds the directory finds it complete. */
static bool create_base(void) {
    manifest *m = aof_manifest();
    rdb_saving how = { .aof_base = true };
    bytes *name = NULL;
    bool as_rdb = aof_settings()->rdb_base;
    bytes_printf(&name, "%s.%lld.base.%s", aof_name(), (long long)m->base_seq + 1, as_rdb ? "rdb" : "aof");
    bytes *path = aof_path(name->at);
    log_notice("Creating AOF base file %s on server start", name->at);
    bool good = aof_files_directory();
    if (good && as_rdb) good = rdb_save_file(path->at, &how);
    if (good && !as_rdb) {
        int file = os_open(path->at, OS_CREATE);
        good = file >= 0;
        if (good) os_close(file);
    }
    if (good) manifest_add(m, bytes_slice(name), m->base_seq + 1, 'b');
    bytes_free(name);
    bytes_free(path);
    return good;
}

/* Two servers that write one log would destroy it, so its writer locks the file it appends to. A writer that was just killed
 * may still be on its way out: hence some patience. */
static bool lock(int file, const char *name) {
    int result = OS_OK;
    for (int i = 0; i < LOCK_TRIES && (result = os_lock(file)) == OS_BUSY; i++) os_sleep_us(LOCK_PAUSE_US);
    if (result == OS_BUSY) log_warning("The append-only file %s is being written by another server", name);
    return result != OS_BUSY;               /* where locks do not work there are none */
}

/* The file to go on with, locked before any of it is read, since reading may cut its tail off. Without one, -1. */
static bool open_last(int *file) {
    const log_file *last = manifest_last(aof_manifest());
    *file = -1;
    if (!last) return true;
    bytes *path = aof_path(last->name->at);
    bool there = os_file_size(path->at) >= 0;       /* a missing one is complained of by whoever reads it */
    if (there) *file = os_open(path->at, OS_APPEND);
    bytes_free(path);
    if (there && *file < 0) {
        log_warning("Can't open the append-only file %s: %s", last->name->at, os_error_text());
        return false;
    }
    if (!there || lock(*file, last->name->at)) return true;
    os_close(*file);
    return false;
}

static bool write_on(int file) {
    bool fresh = file < 0;
    if (fresh && (file = aof_files_add_increment()) < 0) return false;
    log_notice("%s AOF incr file %s on server start", fresh ? "Creating" : "Opening", manifest_last(aof_manifest())->name->at);
    aof_write_to(file, fresh ? 0 : os_size(file));
    return true;
}

static bool begin_with(int file) {
    manifest *m = aof_manifest();
    if (!manifest_base(m) && !manifest_last(m) && !create_base()) return false;
    if (!write_on(file)) return false;
    aof_set_state(AOF_ON);
    aof_files_clean();
    aof_measure();
    return true;
}

bool aof_begin(void) {
    int file;
    if (!aof_files_open() || !open_last(&file)) return false;
    bool good = aof_load();
    if (good && !loading_abandoned() && aof_wanted()) return begin_with(file);
    if (file >= 0) os_close(file);          /* the setting may have changed meanwhile */
    return good;
}
