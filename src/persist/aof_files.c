/* aof_files.c -- the log's directory: names, manifest, the old single file, history. */
#include "base/memory.h"
#include "os/os.h"
#include "persist/aof.h"
#include "server/feature.h"
#include "server/latency.h"
#include "server/log.h"
#include <stdio.h>

static struct {
    bytes *name, *directory;
    manifest files;
} state;

manifest *aof_manifest(void) { return &state.files; }
const char *aof_name(void) { return state.name ? state.name->at : "appendonly.aof"; }
static const char *directory(void) { return state.directory ? state.directory->at : "appendonlydir"; }

bytes *aof_path(const char *name) {
    bytes *path = NULL;
    bytes_printf(&path, "%s/%s", directory(), name);
    return path;
}

static bytes *named(const char *prefix, const char *suffix) {
    bytes *name = NULL, *path;
    bytes_printf(&name, "%s%s%s", prefix, aof_name(), suffix);
    path = aof_path(name->at);
    bytes_free(name);
    return path;
}

/* A directory that its parent was not told to keep would take everything in it along. */
bool aof_files_directory(void) {
    int made = os_make_directory(directory());
    if (made == OS_EXISTS && os_is_directory(directory())) return true;
    if (made == OS_OK) {
        if (os_sync_directory(".") == OS_OK) return true;
        os_remove(directory());
    }
    log_warning("Can't open or create append-only dir %s: %s", directory(), os_error_text());
    return false;
}

static bool write_new(const char *path, slice text) {
    os_remove(path);                        /* not written over: see rdb_file_create */
    int file = os_open(path, OS_CREATE);
    os_piece piece = { text.at, text.len };
    if (file < 0) return false;
    bool good = os_append(file, &piece, 1, NULL) == OS_OK && os_sync(file) == OS_OK;
    os_close(file);
    return good;
}

bool aof_files_rename(const char *from, const char *to) {
    int64_t begun = latency_begin();
    bool good = os_rename(from, to) == OS_OK;
    latency_end("aof-rename", begun);
    return good;
}

enum commit aof_files_commit(const manifest *m) {
    bytes *temporary = named("temp-", ".manifest"), *final = named("", ".manifest"), *text = manifest_print(m);
    enum commit outcome = COMMIT_REFUSED;
    int64_t begun = latency_begin();
    bool written = aof_files_directory() && write_new(temporary->at, bytes_slice(text));
    if (written && os_rename(temporary->at, final->at) == OS_OK)
        outcome = os_sync_directory(directory()) == OS_OK ? COMMIT_DONE : COMMIT_UNSURE;
    latency_end("aof-rename", begun);
    if (outcome != COMMIT_DONE) log_warning("Fail to write the AOF manifest file %s: %s", final->at, os_error_text());
    bytes_free(temporary);
    bytes_free(final);
    bytes_free(text);
    return outcome;
}

/* -- opening ------------------------------------------------------------------------------------------ */

static int read_whole(const char *path, bytes **text) {
    int file = os_open(path, OS_LOOK);
    if (file < 0) return file;
    int64_t size = os_size(file);
    bytes_resize(text, size > 0 ? (size_t)size : 0);
    ptrdiff_t got = os_read_at(file, (*text)->at, (*text)->len, 0);
    os_close(file);
    if (got >= 0) (*text)->len = (size_t)got;
    return got < 0 ? (int)got : OS_OK;
}

/* Only where there is none may a new one be begun. */
static bool read_manifest(void) {
    bytes *path = named("", ".manifest"), *text = bytes_new(0);
    const char *why;
    int line, result = read_whole(path->at, &text);
    slice at;
    bool good = result == OS_OK && manifest_parse(&state.files, bytes_slice(text), &why, &line, &at);
    if (result < 0 && result != OS_MISSING) log_warning("Can't read the AOF manifest file %s: %s", path->at, os_error_text());
    bytes_free(path);
    if (result < 0) {
        bytes_free(text);
        return result == OS_MISSING;
    }
    if (!good) {
        log_warning("*** FATAL AOF MANIFEST FILE ERROR ***");
        if (line) {
            log_warning("Reading the manifest file, at line %d", line);
            log_warning(">>> '%.*s'", SLICE_ARGS(at));
        }
        log_warning("%s", why);
    }
    bytes_free(text);
    return good;
}

/* A single file of older servers: it becomes the base, under its own name until the next rewrite. May be interrupted between
 * any two steps and is then done again. */
static bool take_over_old_file(void) {
    const log_file *base = manifest_base(&state.files);
    if (os_file_size(aof_name()) < 0 || os_is_directory(aof_name())) return true;
    bytes *to = aof_path(aof_name());
    bool ours = base && state.files.count == 1 && slice_is(bytes_slice(base->name), aof_name()) && os_file_size(to->at) < 0;
    bool good = true;
    if (!state.files.count || ours) {
        if (!ours) manifest_add(&state.files, slice_of(aof_name()), 1, 'b');
        good = aof_files_commit(&state.files) == COMMIT_DONE && os_rename(aof_name(), to->at) == OS_OK;
        if (good) log_notice("Successfully migrated an old-style AOF file (%s) into the AOF directory (%s).", aof_name(), directory());
        else log_warning("Error trying to move the old AOF file %s into dir %s: %s", aof_name(), directory(), os_error_text());
    }
    bytes_free(to);
    return good;
}

/* The process before may have ended between a rename and telling the disk: what was found is to stay before it is built on. */
static void keep_names(void) {
    if (!state.files.count) return;
    if (os_sync_directory(".") == OS_OK && os_sync_directory(directory()) == OS_OK) return;
    log_warning("Can't make the directory %s last: %s", directory(), os_error_text());
}

bool aof_files_open(void) {
    manifest_free(&state.files);
    if (!read_manifest()) return false;
    keep_names();
    return take_over_old_file();
}

/* -- files ---------------------------------------------------------------------------------------------- */

static void remove_later(const char *name) {
    bytes *path = aof_path(name);
    int file = os_open(path->at, OS_LOOK);
    log_notice("Removing the history file %s in the background", name);
    os_remove(path->at);
    if (file >= 0) os_close_later(file);    /* the last close frees the blocks: that may take long */
    bytes_free(path);
}

void aof_files_clean(void) {
    bool some = false;
    if (aof_settings()->keep_history) return;
    for (int i = 0; i < state.files.count; i++) {
        if (state.files.files[i].kind != 'h') continue;
        remove_later(state.files.files[i].name->at);
        some = true;
    }
    if (!some) return;
    manifest_drop(&state.files, 'h');
    aof_files_commit(&state.files);
}

void aof_files_note_end(int64_t offset) {
    log_file *last = manifest_last(&state.files);
    bool known = last && (last->from != NO_OFFSET || offset == NO_OFFSET);      /* who knows no beginning is told no end */
    if (!known || last->to == offset) return;
    last->to = offset;
    aof_files_commit(&state.files);
}

int64_t aof_files_size(bool base_only) {
    int64_t sum = 0;
    for (int i = 0; i < state.files.count; i++) {
        const log_file *f = &state.files.files[i];
        if (f->kind == 'h' || (base_only && f->kind != 'b')) continue;
        bytes *path = aof_path(f->name->at);
        int64_t size = os_file_size(path->at);
        if (size > 0) sum += size;
        bytes_free(path);
    }
    return sum;
}

int aof_files_add_increment(void) {
    int64_t seq = state.files.increment_seq + 1;
    bytes *name = NULL;
    bytes_printf(&name, "%s.%lld.incr.aof", aof_name(), (long long)seq);
    bytes *path = aof_path(name->at);
    int file = aof_files_directory() ? os_open(path->at, OS_CREATE) : OS_BROKEN;
    if (file < 0) log_warning("Can't open the append-only file %s: %s", name->at, os_error_text());
    if (file >= 0) {
        os_close(file);
        file = os_open(path->at, OS_APPEND);
        os_lock(file);                      /* see aof_begin; nobody else can have it yet */
        manifest_add(&state.files, bytes_slice(name), seq, 'i')->from = aof_offset();
        enum commit outcome = aof_files_commit(&state.files);
        if (outcome != COMMIT_DONE) {
            manifest_drop_last(&state.files);   /* its number stays spent */
            os_close(file);
            if (outcome == COMMIT_REFUSED) os_remove(path->at);
            file = OS_BROKEN;
        }
    }
    bytes_free(name);
    bytes_free(path);
    return file;
}

static const char *check_name(slice name) {
    if (!name.len) return "appendfilename can't be empty";
    return memchr(name.at, '/', name.len) ? "appendfilename can't be a path, just a filename" : NULL;
}

static const char *check_directory(slice name) {
    if (!name.len) return "appenddirname can't be empty";
    return memchr(name.at, '/', name.len) ? "appenddirname can't be a path, just a dirname" : NULL;
}

static const setting settings[] = {
    { "appendfilename", SETTING_TEXT, &state.name, "appendonly.aof", .flags = SETTING_IMMUTABLE, .check = check_name },
    { "appenddirname", SETTING_TEXT, &state.directory, "appendonlydir", .flags = SETTING_IMMUTABLE, .check = check_directory },
    { 0 }
};

const feature aof_files = { .name = "server", .settings = settings };
