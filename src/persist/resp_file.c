/* resp_file.c -- commands out of a file, in large reads, the arguments being slices into the buffer. */
#include "persist/resp_file.h"
#include "base/memory.h"
#include "base/number.h"
#include "os/os.h"
#include <stdio.h>

enum { FIRST_CAP = 1 << 20, LINE_LIMIT = 1024, ARGS_LIMIT = 1 << 24 };

bool resp_file_open(resp_file *f, const char *path, int64_t from) {
    *f = (resp_file){ .file = os_open(path, OS_LOOK), .offset = from, .line = 1, .line_before = 1 };
    if (f->file < 0) return false;
    f->size = os_size(f->file);
    f->cap = FIRST_CAP;
    f->buffer = memory_alloc(f->cap);
    return true;
}

void resp_file_close(resp_file *f) {
    os_close(f->file);
    memory_free(f->buffer, f->cap);
    memory_free(f->argv, (size_t)f->args_cap * sizeof *f->argv);
}

int64_t resp_file_offset(const resp_file *f) { return f->offset + (int64_t)f->at; }

/* More bytes behind those not yet used, which move to the front: true when there came some. */
static bool more(resp_file *f, bool *unreadable) {
    memmove(f->buffer, f->buffer + f->at, f->have - f->at);
    f->offset += (int64_t)f->at;
    f->have -= f->at;
    f->at = 0;
    if (f->have == f->cap) {
        f->buffer = memory_resize(f->buffer, f->cap, f->cap * 2);
        f->cap *= 2;
    }
    ptrdiff_t got = os_read_at(f->file, f->buffer + f->have, f->cap - f->have, f->offset + (int64_t)f->have);
    *unreadable = got < 0;
    if (got > 0) f->have += (size_t)got;
    return got > 0;
}

static enum resp_outcome broken(resp_file *f, size_t at, const char *expected, char got) {
    f->broken_at = f->offset + (int64_t)at;
    snprintf(f->why, sizeof f->why, "Expected %s, got: '%c'", expected, got >= ' ' && got < 127 ? got : '?');
    return RESP_BROKEN;
}

static enum resp_outcome unended(resp_file *f, const char *found) {
    f->broken_at = f->argument_at;
    snprintf(f->why, sizeof f->why, "Expected \\r\\n, got: %02x%02x", (unsigned char)found[0], (unsigned char)found[1]);
    return RESP_BROKEN;
}

static enum resp_outcome cut_line(resp_file *f, size_t at) {
    f->broken_at = f->offset + (int64_t)at;
    snprintf(f->why, sizeof f->why, "The file ends within a command");
    return RESP_CUT;
}

static enum resp_outcome cut(resp_file *f, size_t at, int64_t wanted) {
    f->broken_at = f->offset + (int64_t)at;
    snprintf(f->why, sizeof f->why, "Expected to read %lld bytes, got %zu bytes", (long long)wanted, f->have - at);
    return RESP_CUT;
}

/* A line of mark and number. CUT: the end of the buffer came first. */
static enum resp_outcome header(resp_file *f, size_t *at, char mark, int64_t least, int64_t most, int64_t *n) {
    char prefix[16];
    const char *from = f->buffer + *at, *end = memchr(from, '\n', f->have - *at);
    if (*at < f->have && *from != mark) {
        snprintf(prefix, sizeof prefix, "prefix '%c'", mark);
        return broken(f, *at, prefix, *from);
    }
    if (!end) return f->have - *at > LINE_LIMIT ? broken(f, *at, "a line end", *from) : cut_line(f, *at);
    size_t len = (size_t)(end - from);
    bool good = len >= 2 && from[len - 1] == '\r' && number_parse_int(slice_make(from + 1, len - 2), n);
    if (!good || *n < least || *n > most) return broken(f, *at, "a number in range", len > 1 ? from[1] : ' ');
    *at += len + 1;
    f->line++;
    return RESP_COMMAND;
}

static void room_for(resp_file *f, int argc) {
    if (argc <= f->args_cap) return;
    int cap = f->args_cap ? f->args_cap : 64;
    while (cap < argc) cap *= 2;
    f->argv = memory_resize(f->argv, (size_t)f->args_cap * sizeof *f->argv, (size_t)cap * sizeof *f->argv);
    f->args_cap = cap;
}

static enum resp_outcome command(resp_file *f) {
    size_t at = f->at;
    int64_t argc, len;
    f->line = f->line_before;
    enum resp_outcome result = header(f, &at, '*', 1, ARGS_LIMIT, &argc);
    for (int i = 0; result == RESP_COMMAND && i < argc; i++) {
        result = header(f, &at, '$', 0, INT64_MAX / 2, &len);
        if (result != RESP_COMMAND) break;
        if ((uint64_t)len + 2 > f->have - at) return cut(f, at, len + 2);
        f->argument_at = f->offset + (int64_t)at;
        room_for(f, i + 1);
        f->argv[i] = slice_make(f->buffer + at, (size_t)len);
        at += (size_t)len;
        if (f->buffer[at] != '\r' || f->buffer[at + 1] != '\n') return unended(f, f->buffer + at);
        f->line++;
        at += 2;
    }
    if (result != RESP_COMMAND) return result;
    f->argc = (int)argc;
    f->at = at;
    f->line_before = f->line;
    return RESP_COMMAND;
}

static enum resp_outcome note(resp_file *f) {
    const char *from = f->buffer + f->at, *end = memchr(from, '\n', f->have - f->at);
    if (!end) return f->have - f->at > LINE_LIMIT ? broken(f, f->at, "a line end", *from) : cut_line(f, f->at);
    size_t len = (size_t)(end - from);
    f->note = slice_make(from + 1, len > 1 && from[len - 1] == '\r' ? len - 2 : len - 1);
    f->at += len + 1;
    return RESP_NOTE;
}

enum resp_outcome resp_file_next(resp_file *f) {
    for (;;) {
        enum resp_outcome result = f->at == f->have ? RESP_CUT : f->buffer[f->at] == '#' ? note(f) : command(f);
        if (result != RESP_CUT) return result;
        bool unreadable;
        if (more(f, &unreadable)) continue;
        if (unreadable) return RESP_UNREADABLE;
        return f->have ? RESP_CUT : RESP_FINISHED;
    }
}
