/* disk.h -- a disk that forgets what it was not told to keep.
 *
 * A file's bytes up to `safe` survive a power cut; of what lies behind, any part may, and sectors of it may be lost in
 * between. Names are kept twice: as they are, and as the last synced state of their directory has them; the changes in
 * between are a list of which, after a power cut, some first part has happened. */
#ifndef TESTS_SIM_DISK_H
#define TESTS_SIM_DISK_H
#include "sim/world.h"

typedef struct inode {
    char *at;
    size_t size, room, safe;
    bool directory;
    int names, opened;                      /* of either kind of names; handles */
    int lock;                               /* index of the process that has it, plus one */
} inode;

void disk_make(void);                       /* an empty one, with the directories / and /srv */
/* The path made absolute against the process's directory, without "." and "..". */
void disk_path(const char *from, const char *path, char out[PATH_CAP]);
inode *disk_find(const char *path);
/* All of these take absolute paths and answer as os.h says. */
int  disk_create(const char *path, bool directory, inode **out);
int  disk_remove(const char *path);
int  disk_rename(const char *from, const char *to);
int  disk_link(const char *from, const char *to);
void disk_sync_names(const char *directory);
bool disk_each(bool (*each)(const char *path, void *context), void *context);
int  disk_append(inode *file, const void *data, size_t len, size_t *written);
void disk_truncate(inode *file, size_t size);
void disk_sync(inode *file, size_t size);   /* what had that size when it was asked */
void inode_opened(inode *file, int change);
/* The driver's ways. */
void disk_put(const char *path, const void *content, size_t len);   /* there, and safe */
void disk_power_cut(void);
#endif
