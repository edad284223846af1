/* resp_file.h -- a file of commands, read one at a time: the log's increments, for the server and for redis-check-aof. */
#ifndef PERSIST_RESP_FILE_H
#define PERSIST_RESP_FILE_H
#include "base/slice.h"

/* BROKEN and CUT: `why` says what was found where `broken_at` points. */
enum resp_outcome { RESP_COMMAND, RESP_NOTE, RESP_FINISHED, RESP_CUT, RESP_BROKEN, RESP_UNREADABLE };

typedef struct resp_file {
    int file;
    int64_t size;
    char *buffer;
    size_t cap, at, have;
    int64_t offset;                         /* in the file, of buffer[0] */
    int argc, args_cap;
    slice *argv;                            /* of the latest command: valid until the next one is read */
    slice note;                             /* of the latest annotation, without # and line end */
    char why[128];
    int64_t broken_at;
    int64_t argument_at;                    /* where the latest argument begins */
    int64_t line, line_before;              /* how many lines were read and the one that follows; before this command */
} resp_file;

/* From byte `from` on. False: os_error_text(). */
bool resp_file_open(resp_file *f, const char *path, int64_t from);
void resp_file_close(resp_file *f);
enum resp_outcome resp_file_next(resp_file *f);
int64_t resp_file_offset(const resp_file *f);       /* behind the latest command */
#endif
