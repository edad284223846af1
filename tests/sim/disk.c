#include "sim/disk.h"

#include <stdio.h>
#include <string.h>

enum { SECTOR = 512 };

typedef struct name {
    char path[PATH_CAP];
    inode *file;
} name;

typedef struct names {
    name *list;
    int count, room;
} names;

/* Names file as path, or, without a file, takes the name away. */
typedef struct renaming {
    char path[PATH_CAP];
    inode *file;
} renaming;

typedef struct disk {
    names now, safe;
    renaming *changes;
    int count, room;
    size_t used;
} disk;

static disk *here(void) { return the_world->disk; }

/* -- names ---------------------------------------------------------------------------- */
static int names_find(const names *n, const char *path) {
    for (int i = 0; i < n->count; i++)
        if (!strcmp(n->list[i].path, path)) return i;
    return -1;
}

static void inode_release(inode *file) {
    if (file->names || file->opened) return;
    here()->used -= file->size;
    world_free(file->at);
    world_free(file);
}

static void inode_named(inode *file, int change) {
    file->names += change;
    inode_release(file);
}

void inode_opened(inode *file, int change) {
    file->opened += change;
    inode_release(file);
}

static void names_set(names *n, const char *path, inode *file) {
    int at = names_find(n, path);
    if (file) file->names++;
    if (at >= 0) {
        inode *before = n->list[at].file;
        n->list[at].file = file;
        if (!file) n->list[at] = n->list[--n->count];
        inode_named(before, -1);
    } else if (file) {
        if (n->count == n->room) {
            n->room = 2 * n->room + 8;
            n->list = world_resize(n->list, sizeof *n->list * (size_t)n->room);
        }
        name *made = &n->list[n->count++];
        snprintf(made->path, sizeof made->path, "%s", path);
        made->file = file;
    }
}

static void name_change(const char *path, inode *file) {
    disk *d = here();
    if (d->count == d->room) {
        d->room = 2 * d->room + 8;
        d->changes = world_resize(d->changes, sizeof *d->changes * (size_t)d->room);
    }
    renaming *c = &d->changes[d->count++];
    snprintf(c->path, sizeof c->path, "%s", path);
    c->file = file;
    if (file) file->names++;
    names_set(&d->now, path, file);
}

static void change_apply(disk *d, int at) {
    renaming c = d->changes[at];
    memmove(&d->changes[at], &d->changes[at + 1], sizeof c * (size_t)(--d->count - at));
    names_set(&d->safe, c.path, c.file);
    if (c.file) inode_named(c.file, -1);
}

static bool stands_in(const char *path, const char *directory) {
    const char *last = strrchr(path, '/');
    size_t len = last == path ? 1 : (size_t)(last - path);
    return strlen(directory) == len && !strncmp(path, directory, len);
}

static bool has_directory(const names *n, const char *path) {
    char parent[PATH_CAP];
    snprintf(parent, sizeof parent, "%s", path);
    char *last = strrchr(parent, '/');
    last[last == parent] = '\0';
    int at = names_find(n, parent);
    return at >= 0 && n->list[at].file->directory;
}

void disk_path(const char *from, const char *path, char out[PATH_CAP]) {
    char joined[2 * PATH_CAP];
    snprintf(joined, sizeof joined, "%.250s/%.250s", *path == '/' ? "" : from, path);
    size_t len = 0;
    for (char *rest, *part = strtok_r(joined, "/", &rest); part; part = strtok_r(NULL, "/", &rest)) {
        if (!strcmp(part, ".")) continue;
        if (!strcmp(part, "..")) {
            while (len && out[--len] != '/') {}
        } else {
            int added = snprintf(out + len, PATH_CAP - len, "/%s", part);
            len = (size_t)added < PATH_CAP - len ? len + (size_t)added : PATH_CAP - 1;
        }
    }
    out[len] = '\0';
    if (!len) strcpy(out, "/");
}

inode *disk_find(const char *path) {
    int at = names_find(&here()->now, path);
    return at < 0 ? NULL : here()->now.list[at].file;
}

int disk_create(const char *path, bool directory, inode **out) {
    if (!has_directory(&here()->now, path)) return OS_MISSING;
    if (disk_find(path)) return OS_EXISTS;
    inode *made = world_alloc(sizeof *made);
    made->directory = directory;
    name_change(path, made);
    if (out) *out = made;
    return OS_OK;
}

int disk_remove(const char *path) {
    inode *gone = disk_find(path);
    if (!gone) return OS_MISSING;
    for (int i = 0; gone->directory && i < here()->now.count; i++)
        if (stands_in(here()->now.list[i].path, path)) return OS_EXISTS;
    name_change(path, NULL);
    return OS_OK;
}

int disk_link(const char *from, const char *to) {
    inode *file = disk_find(from);
    if (!file || !has_directory(&here()->now, to)) return OS_MISSING;
    if (disk_find(to)) return OS_EXISTS;
    name_change(to, file);
    return OS_OK;
}

/* One change to whoever looks, and also to a power cut: the new name first, and the old one may come back beside it. */
int disk_rename(const char *from, const char *to) {
    inode *file = disk_find(from);
    if (!file || !has_directory(&here()->now, to)) return OS_MISSING;
    if (!strcmp(from, to)) return OS_OK;
    const inode *there = disk_find(to);
    if (there && there->directory && !file->directory) return OS_BROKEN;
    size_t len = strlen(from);
    for (int i = 0; file->directory && i < here()->now.count; i++) {
        char moved[2 * PATH_CAP];
        name old = here()->now.list[i];
        if (strncmp(old.path, from, len) || old.path[len] != '/') continue;
        snprintf(moved, sizeof moved, "%s%s", to, old.path + len);
        moved[PATH_CAP - 1] = '\0';
        name_change(moved, old.file);
        name_change(old.path, NULL);
        i = -1;
    }
    name_change(to, file);
    name_change(from, NULL);
    return OS_OK;
}

void disk_sync_names(const char *directory) {
    disk *d = here();
    for (int i = 0; i < d->count;) {
        if (stands_in(d->changes[i].path, directory)) change_apply(d, i);
        else i++;
    }
}

bool disk_each(bool (*each)(const char *path, void *context), void *context) {
    for (int i = 0; i < here()->now.count; i++)
        if (!each(here()->now.list[i].path, context)) return false;
    return true;
}

/* -- contents --------------------------------------------------------------------------- */
int disk_append(inode *file, const void *data, size_t len, size_t *written) {
    disk *d = here();
    size_t most = (size_t)the_world->faults.disk_size, room = len;
    if (most) room = d->used < most ? most - d->used : 0;
    *written = len < room ? len : room;
    if (file->size + *written > file->room)
        file->at = world_resize(file->at, file->room = 2 * (file->size + *written));
    if (*written) memcpy(file->at + file->size, data, *written);
    file->size += *written;
    d->used += *written;
    return *written < len ? OS_FULL : OS_OK;
}

void disk_truncate(inode *file, size_t size) {
    disk *d = here();
    if (size > file->room) file->at = world_resize(file->at, file->room = size);
    if (size > file->size) memset(file->at + file->size, 0, size - file->size);
    d->used += size - file->size;
    file->size = size;
    if (file->safe > size) file->safe = size;
}

void disk_sync(inode *file, size_t size) {
    if (the_world->faults.lies) return;
    if (size > file->size) size = file->size;
    if (file->safe < size) file->safe = size;
}

/* Some first part of what was not synced stays; on a bad disk sectors in the middle of it may be lost, too. */
static void inode_forget(inode *file) {
    if (file->safe == file->size) return;
    size_t kept = file->safe + world_random(file->size - file->safe + 1);
    disk_truncate(file, kept);
    size_t sector = (file->safe / SECTOR + 1) * SECTOR;
    for (; the_world->faults.torn && sector + SECTOR <= file->size; sector += SECTOR)
        if (!world_random(8)) memset(file->at + sector, 0, SECTOR);
    file->safe = file->size;
}

/* What is in a directory that was never synced into its own has no name. */
static void names_drop_orphans(names *n) {
    for (int i = 0; i < n->count;) {
        char path[PATH_CAP];
        snprintf(path, sizeof path, "%s", n->list[i].path);
        if (has_directory(n, path)) {
            i++;
        } else {
            names_set(n, path, NULL);
            i = 0;
        }
    }
}

void disk_power_cut(void) {
    disk *d = here();
    for (int happened = (int)world_random((uint64_t)d->count + 1); happened > 0; happened--) change_apply(d, 0);
    names_drop_orphans(&d->safe);
    for (int i = 0; i < d->safe.count; i++) d->safe.list[i].file->names++;      /* held while names go */
    while (d->count) {
        inode *file = d->changes[--d->count].file;
        if (file) inode_named(file, -1);
    }
    while (d->now.count) {
        char path[PATH_CAP];
        snprintf(path, sizeof path, "%s", d->now.list[0].path);
        names_set(&d->now, path, NULL);
    }
    for (int i = 0; i < d->safe.count; i++) {
        inode *file = d->safe.list[i].file;
        names_set(&d->now, d->safe.list[i].path, file);
        inode_named(file, -1);
        inode_forget(file);
    }
}

/* -- the driver's ways --------------------------------------------------------------------- */
static void settle_names(void) {
    while (here()->count) change_apply(here(), 0);
}

void disk_make(void) {
    the_world->disk = world_alloc(sizeof(disk));
    inode *root = world_alloc(sizeof *root);
    root->directory = true;
    names_set(&here()->now, "/", root);
    names_set(&here()->safe, "/", root);
    disk_create("/srv", true, NULL);
    settle_names();
}

void disk_put(const char *path, const void *content, size_t len) {
    inode *file = disk_find(path);
    size_t written;
    if (!file && disk_create(path, false, &file) != OS_OK) return;
    disk_truncate(file, 0);
    disk_append(file, content, len, &written);
    disk_sync(file, file->size);
    settle_names();
}
