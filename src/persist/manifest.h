/* manifest.h -- which files make up the log: a base and what came after it (persistence.md 6.1 to 6.3).
 *
 * One line a file: "file <name> seq <n> type b|h|i [startoffset <n> [endoffset <n>]]". b is the base (at most one), i an
 * increment, h history that only waits to be deleted. The offsets are the replication offset when an increment was begun and
 * when its writer stopped in order; files from before there were such have none. A file that no manifest names does not
 * count, so replacing the manifest in one rename is what makes every change of files atomic. */
#ifndef PERSIST_MANIFEST_H
#define PERSIST_MANIFEST_H
#include "base/slice.h"

enum { NO_OFFSET = -1 };

typedef struct log_file {
    bytes *name;
    int64_t seq;
    char kind;                              /* 'b', 'h' or 'i' */
    int64_t from, to;                       /* replication offsets, NO_OFFSET when unknown */
} log_file;

typedef struct manifest {
    log_file *files;                        /* in the order they were added */
    int count, cap;
    int64_t base_seq, increment_seq;        /* the highest ever given */
} manifest;

/* Takes the text in; false with *why, and *line (0: the file as a whole) and *at when it is not one. */
bool  manifest_parse(manifest *m, slice text, const char **why, int *line, slice *at);
bytes *manifest_print(const manifest *m);   /* base, history, increments */
/* The new file, which has no offsets yet, until the next is added. */
log_file *manifest_add(manifest *m, slice name, int64_t seq, char kind);
const log_file *manifest_base(const manifest *m);           /* NULL when there is none */
log_file *manifest_last(const manifest *m);                 /* the increment being written */
/* Base and increments become history, but for the newest `keep` increments. */
void  manifest_retire(manifest *m, int keep);
void  manifest_drop(manifest *m, char kind);
void  manifest_drop_last(manifest *m);      /* takes back the latest manifest_add */
manifest manifest_copy(const manifest *m);
void  manifest_free(manifest *m);
#endif
