/* os_sim_file.c -- os.h, invented: files and directories, on the disk of disk.h. */
#include "sim/disk.h"
#include "sim/os_sim.h"

#include <fnmatch.h>
#include <stdio.h>
#include <string.h>

enum { SYNC_US = 2000, CUT_ONCE_IN = 8 };

static int missing(void) { return refuse(OS_MISSING, "No such file or directory"); }
static int broken(void) { return refuse(OS_BROKEN, "Input/output error"); }
static int invalid(void) { return refuse(OS_INVALID, "Bad file descriptor"); }

static int answer(int result) {
    switch (result) {
    case OS_MISSING: return missing();
    case OS_EXISTS: return refuse(result, "File exists");
    case OS_FULL: disk_refuses(); return refuse(result, "No space left on device");
    default: return result;
    }
}

static const char *absolute(const char *path) {
    static char out[2][PATH_CAP];
    static int turn;
    turn = !turn;
    disk_path(process_here()->directory, path, out[turn]);
    return out[turn];
}

static inode *file_of(int id) {
    handle *h = handle_of(id, HANDLE_FILE);
    return h ? h->file : NULL;
}

int os_open(const char *path, int how) {
    const char *at = absolute(path);
    inode *file = disk_find(at);
    if (!file && how == OS_LOOK) return missing();
    if (file && file->directory && how != OS_LOOK) return refuse(OS_INVALID, "Is a directory");
    int result = file ? OS_OK : disk_create(at, false, &file);
    if (result != OS_OK) return answer(result);
    handle *h;
    int id = handle_new(HANDLE_FILE, &h);
    if (id < 0) return refuse(id, "Too many open files");
    h->file = file;
    inode_opened(file, 1);
    if (how == OS_CREATE) disk_truncate(file, 0);
    return id;
}

ptrdiff_t os_read_at(int id, void *to, size_t cap, int64_t at) {
    inode *file = file_of(id);
    if (!file || at < 0) return invalid();
    if ((size_t)at >= file->size) return 0;
    size_t left = file->size - (size_t)at;
    if (cap > left) cap = left;
    memcpy(to, file->at + at, cap);
    return (ptrdiff_t)cap;
}

static void be_slow(void) {
    if (the_world->faults.slow_us) os_sleep_us(the_world->faults.slow_us);
}

/* Time passes while a write is under way, in which the power may go. */
static int append_piece(inode *file, os_piece piece, size_t *written) {
    size_t half = piece.len, done = 0, rest = 0;
    if (the_world->faults.jitter && !world_random(CUT_ONCE_IN)) {
        half = world_random(piece.len + 1);
        if (half < piece.len) os_sleep_us(1);
    }
    int result = disk_append(file, piece.at, half, &done);
    if (result == OS_OK && half < piece.len) {
        os_sleep_us((int64_t)world_random(SYNC_US));
        result = disk_append(file, (const char *)piece.at + half, piece.len - half, &rest);
    }
    *written += done + rest;
    return result;
}

int os_append(int id, const os_piece *pieces, int count, size_t *written) {
    inode *file = file_of(id);
    size_t done = 0;
    int result = file ? OS_OK : OS_INVALID;
    be_slow();
    if (fault(the_world->faults.append_fails)) result = OS_BROKEN;
    for (int i = 0; i < count && result == OS_OK; i++) result = append_piece(file, pieces[i], &done);
    world_note(done);
    if (written) *written = done;
    return result == OS_BROKEN ? broken() : result == OS_INVALID ? invalid() : answer(result);
}

/* As with any disk, the answer is yes only afterwards. */
void os_write_back(int id, int64_t from, int64_t len) { (void)id, (void)from, (void)len; }

int os_sync(int id) {
    inode *file = file_of(id);
    if (!file) return invalid();
    if (the_world->mistake == MISTAKE_HASTY && process_here()->parent >= 0) return OS_OK;
    be_slow();
    if (the_world->faults.jitter) os_sleep_us((int64_t)world_random(SYNC_US));
    if (fault(the_world->faults.sync_fails)) return broken();
    disk_sync(file, file->size);
    return OS_OK;
}

int os_truncate(int id, int64_t size) {
    inode *file = file_of(id);
    if (!file || size < 0) return invalid();
    disk_truncate(file, (size_t)size);
    return OS_OK;
}

int64_t os_size(int id) {
    inode *file = file_of(id);
    return file ? (int64_t)file->size : invalid();
}

int64_t os_file_size(const char *path) {
    inode *file = disk_find(absolute(path));
    return file ? (int64_t)file->size : missing();
}

bool os_is_directory(const char *path) {
    inode *file = disk_find(absolute(path));
    return file && file->directory;
}

/* Before anything happens to a name the power may go. */
static void moment(void) {
    be_slow();
    if (the_world->faults.jitter && !world_random(CUT_ONCE_IN)) os_sleep_us((int64_t)world_random(SYNC_US));
}

int os_rename(const char *from, const char *to) {
    moment();
    if (fault(the_world->faults.rename_fails)) return broken();
    return answer(disk_rename(absolute(from), absolute(to)));
}

int os_link(const char *from, const char *to) { return answer(disk_link(absolute(from), absolute(to))); }

int os_remove(const char *path) {
    moment();
    return answer(disk_remove(absolute(path)));
}

int os_make_directory(const char *path) { return answer(disk_create(absolute(path), true, NULL)); }

int os_sync_directory(const char *path) {
    const char *at = absolute(path);
    if (!disk_find(at)) return missing();
    be_slow();
    if (the_world->faults.jitter) os_sleep_us((int64_t)world_random(SYNC_US));
    if (fault(the_world->faults.sync_fails)) return broken();
    if (!the_world->faults.lies && the_world->mistake != MISTAKE_NAMELESS) disk_sync_names(at);
    return OS_OK;
}

/* -- looking around -------------------------------------------------------------------- */
/* The names are collected first: whoever is told one may remove it. */
typedef struct search {
    const char *directory, *pattern;        /* one of the two */
    char found[256][PATH_CAP];
    int count;
} search;

static bool collect(const char *path, void *context) {
    search *s = context;
    const char *last = strrchr(path, '/');
    if (s->pattern ? fnmatch(s->pattern, path, FNM_PATHNAME | FNM_PERIOD) != 0 : !last[1]) return true;
    size_t len = s->directory ? strlen(s->directory) : 0;
    if (len == 1) len = 0;                  /* the root */
    if (s->directory && ((size_t)(last - path) != len || strncmp(path, s->directory, len))) return true;
    if (s->count < 256) snprintf(s->found[s->count++], PATH_CAP, "%s", path);
    return true;
}

static void tell(const search *s, bool (*each)(const char *name, void *context), void *context) {
    for (int i = 0; i < s->count; i++)
        if (!each(s->directory ? strrchr(s->found[i], '/') + 1 : s->found[i], context)) return;
}

int os_list(const char *directory, bool (*each)(const char *name, void *context), void *context) {
    search s = {.directory = absolute(directory)};
    if (!os_is_directory(s.directory)) return missing();
    disk_each(collect, &s);
    tell(&s, each, context);
    return OS_OK;
}

int os_glob(const char *pattern, bool (*each)(const char *path, void *context), void *context) {
    search s = {.pattern = absolute(pattern)};
    disk_each(collect, &s);
    tell(&s, each, context);
    return OS_OK;
}

int os_lock(int id) {
    inode *file = file_of(id);
    if (!file) return invalid();
    if (file->lock && file->lock != me + 1) return refuse(OS_BUSY, "Resource temporarily unavailable");
    file->lock = me + 1;
    return OS_OK;
}

int os_change_directory(const char *path) {
    if (!os_is_directory(path)) return missing();
    snprintf(process_here()->directory, PATH_CAP, "%s", absolute(path));
    return OS_OK;
}

int os_current_directory(char *out, size_t cap) { return os_absolute_path(".", out, cap); }

int os_absolute_path(const char *path, char *out, size_t cap) {
    int len = snprintf(out, cap, "%s", absolute(path));
    return (size_t)len < cap ? OS_OK : refuse(OS_INVALID, "File name too long");
}
