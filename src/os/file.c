/* file.c -- files and directories. */
#include "os/inside.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#ifdef __linux__
#include <sys/vfs.h>
#else
#include <sys/mount.h>
#include <sys/param.h>
#endif
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

int os_open(const char *path, int how) {
    static const int flags[] = {
        [OS_LOOK] = O_RDONLY,
        [OS_CREATE] = O_RDWR | O_CREAT | O_TRUNC,
        [OS_APPEND] = O_RDWR | O_CREAT | O_APPEND,
    };
    int file = open(path, flags[how] | O_CLOEXEC, 0644);
    return file < 0 ? os_fail() : file;
}

ptrdiff_t os_read_at(int file, void *to, size_t cap, int64_t at) {
    for (;;) {
        ssize_t got = pread(file, to, cap, (off_t)at);
        if (got >= 0) return got;
        if (errno != EINTR) return os_fail();
    }
}

/* Writes what is left of the pieces behind the first `done` bytes. */
static ssize_t write_rest(int file, const os_piece *pieces, int count, size_t done) {
    struct iovec list[64];
    int used = 0;
    for (int i = 0; i < count && used < 64; i++) {
        size_t skip = done < pieces[i].len ? done : pieces[i].len;
        done -= skip;
        if (skip == pieces[i].len) continue;
        list[used++] = (struct iovec){(char *)(uintptr_t)pieces[i].at + skip, pieces[i].len - skip};
    }
    return writev(file, list, used);
}

int os_append(int file, const os_piece *pieces, int count, size_t *written) {
    size_t total = 0, done = 0;
    int result = OS_OK;
    for (int i = 0; i < count; i++) total += pieces[i].len;
    while (done < total) {
        ssize_t wrote = write_rest(file, pieces, count, done);
        if (wrote > 0) done += (size_t)wrote;
        else if (wrote == 0) errno = ENOSPC;
        if (wrote > 0 || (wrote < 0 && errno == EINTR)) continue;
        result = os_fail();
        break;
    }
    if (written) *written = done;
    return result;
}

/* Some things that can be opened cannot be synced (a terminal, a pipe) and have nothing to lose. */
static int sync_result(int result) { return result == 0 || errno == EINVAL || errno == ENOTSUP ? OS_OK : os_fail(); }

int os_sync(int file) {
#if defined __APPLE__
    if (fcntl(file, F_FULLFSYNC) == 0) return OS_OK;
    return sync_result(fsync(file));
#elif defined __linux__
    return sync_result(fdatasync(file));
#else
    return sync_result(fsync(file));
#endif
}

void os_write_back(int file, int64_t from, int64_t len) {
#ifdef __linux__
    sync_file_range(file, from, len, SYNC_FILE_RANGE_WRITE);
#else
    (void)file, (void)from, (void)len;
#endif
}

int os_truncate(int file, int64_t size) { return ftruncate(file, (off_t)size) < 0 ? os_fail() : OS_OK; }

int64_t os_size(int file) {
    struct stat about;
    return fstat(file, &about) < 0 ? os_fail() : (int64_t)about.st_size;
}

int64_t os_file_size(const char *path) {
    struct stat about;
    return stat(path, &about) < 0 ? os_fail() : (int64_t)about.st_size;
}

bool os_is_directory(const char *path) {
    struct stat about;
    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

int os_rename(const char *from, const char *to) { return rename(from, to) < 0 ? os_fail() : OS_OK; }
int os_link(const char *from, const char *to) { return link(from, to) < 0 ? os_fail() : OS_OK; }
int os_remove(const char *path) { return remove(path) < 0 ? os_fail() : OS_OK; }
int os_make_directory(const char *path) { return mkdir(path, 0755) < 0 ? os_fail() : OS_OK; }

int os_sync_directory(const char *path) {
    int directory = open(*path ? path : ".", O_RDONLY | O_CLOEXEC);
    if (directory < 0) return os_fail();
    int result = sync_result(fsync(directory));
    close(directory);
    return result;
}

int os_list(const char *directory, bool (*each)(const char *name, void *context), void *context) {
    DIR *open_one = opendir(directory);
    if (!open_one) return os_fail();
    for (struct dirent *entry; (entry = readdir(open_one));) {
        if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..")) continue;
        if (!each(entry->d_name, context)) break;
    }
    closedir(open_one);
    return OS_OK;
}

int os_glob(const char *pattern, bool (*each)(const char *path, void *context), void *context) {
    glob_t found = {0};
    int result = glob(pattern, 0, NULL, &found);
    if (result == 0)
        for (size_t i = 0; i < found.gl_pathc && each(found.gl_pathv[i], context); i++) {}
    globfree(&found);
    if (result == 0 || result == GLOB_NOMATCH) return OS_OK;
    errno = result == GLOB_NOSPACE ? ENOMEM : EIO;
    return os_fail();
}

/* A file server may go on holding the lock of a machine that is gone, or make it one that forbids writing: no lock there. */
static bool is_near(int file) {
#ifdef __linux__
    static const uint32_t far[] = {
        0x6969, 0x517B, 0xFF534D42, 0xFE534D42, 0x01021997, 0x65735546, 0x00C36400, 0x5346414F, 0x73757245, 0x0BD00BD0, 0x47504653,
    };                                      /* NFS, SMB, CIFS, SMB2, 9P, FUSE, Ceph, AFS, Coda, Lustre, GPFS */
    struct statfs about;
    if (fstatfs(file, &about) < 0) return false;
    for (size_t i = 0; i < sizeof far / sizeof *far; i++)
        if ((uint32_t)about.f_type == far[i]) return false;
    return true;
#else
    struct statfs about;
    return fstatfs(file, &about) == 0 && (about.f_flags & MNT_LOCAL);
#endif
}

int os_lock(int file) {
    if (!is_near(file)) return OS_OK;
    if (flock(file, LOCK_EX | LOCK_NB) == 0) return OS_OK;
    int result = os_fail();
    return result == OS_LATER ? OS_BUSY : result;
}

int os_change_directory(const char *path) { return chdir(path) < 0 ? os_fail() : OS_OK; }
int os_current_directory(char *out, size_t cap) { return getcwd(out, cap) ? OS_OK : os_fail(); }

static int too_long(void) {
    errno = ENAMETOOLONG;
    return os_fail();
}

/* The file need not exist, so only a leading "./" and "../" are worked out. */
int os_absolute_path(const char *path, char *out, size_t cap) {
    size_t len = 0;
    if (!cap) return too_long();
    *out = '\0';
    if (*path != '/') {
        int result = os_current_directory(out, cap);
        if (result != OS_OK) return result;
        for (; *path == '.'; path += strspn(path, "/")) {
            if (!strncmp(path, "../", 3)) {
                char *parent = strrchr(out, '/');
                if (parent) *parent = '\0';
                path += 2;
            } else if (!strncmp(path, "./", 2)) {
                path++;
            } else {
                break;
            }
        }
        len = strlen(out);
    }
    const char *slash = *path == '/' || (len && out[len - 1] == '/') ? "" : "/";
    int size = snprintf(out + len, cap - len, "%s%s", slash, path);
    return size < 0 || (size_t)size >= cap - len ? too_long() : OS_OK;
}
