#include "standalone.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Files as Lua values: a userdata with the metatable kept in the registry under FILE_TYPE; the default input and output
 * stand there too. Failures of the system come back as nil, a text and errno; misuse is raised. */

typedef enum { FILE_CLOSED, FILE_PLAIN, FILE_PIPE, FILE_STANDARD } file_kind;

typedef struct {
    FILE *stream;
    file_kind kind;
} io_file;

static const char FILE_TYPE[] = "FILE*", INPUT[] = "input", OUTPUT[] = "output";

static int close_stream(io_file *file)
{
    file_kind kind = file->kind;
    file->kind = FILE_CLOSED;
    if (kind == FILE_PIPE) return pclose(file->stream);
    return kind == FILE_PLAIN ? fclose(file->stream) : 0;
}

static void file_finalize(void *data) { close_stream(data); }

/* Pushes a file that is closed until its stream is set: should that fail, nothing is open. */
static io_file *push_file(lua_state *L)
{
    io_file *file = lua_push_userdata(L, sizeof *file, file_finalize);
    lua_raw_get_field(L, LUA_REGISTRY, FILE_TYPE);
    lua_set_metatable(L, -2);
    return file;
}

/* The file at index, or NULL when something else is there. */
static io_file *to_file(lua_state *L, int index)
{
    if (lua_type_of(L, index) != LUA_USERDATA || !lua_get_metatable(L, index)) return NULL;
    lua_raw_get_field(L, LUA_REGISTRY, FILE_TYPE);
    bool same = lua_raw_equal(L, -1, -2);
    lua_drop(L, 2);
    return same ? lua_to_userdata(L, index) : NULL;
}

static io_file *check_file(lua_state *L)
{
    io_file *file = to_file(L, 1);
    if (!file) lua_bad_type(L, 1, FILE_TYPE);
    return file;
}

static FILE *check_open(lua_state *L)
{
    io_file *file = check_file(L);
    if (file->kind == FILE_CLOSED) lua_fail(L, "attempt to use a closed file");
    return file->stream;
}

/* Pushes the default input or output. */
static FILE *push_default(lua_state *L, const char *which)
{
    lua_raw_get_field(L, LUA_REGISTRY, which);
    io_file *file = lua_to_userdata(L, -1);
    if (file->kind == FILE_CLOSED) lua_fail(L, "standard %s file is closed", which);
    return file->stream;
}

/* ---- reading ---- */

static bool read_line(lua_state *L, FILE *stream)
{
    lua_buffer b;
    lua_buffer_open(&b, L);
    int c;
    bool any = false;
    while ((c = getc(stream)) != EOF) {
        any = true;
        if (c == '\n') break;
        lua_buffer_byte(&b, (char)c);
    }
    lua_buffer_close(&b);
    return any;
}

/* Up to `wanted` bytes; SIZE_MAX is all there are. False when there was none. */
static bool read_bytes(lua_state *L, FILE *stream, size_t wanted)
{
    enum { PIECE = 4096 };
    lua_buffer b;
    lua_buffer_open(&b, L);
    size_t got = 1, total = 0;
    while (wanted && got) {
        size_t piece = wanted < PIECE ? wanted : PIECE;
        got = fread(lua_buffer_room(&b, piece), 1, piece, stream);
        lua_buffer_added(&b, got);
        total += got;
        wanted -= got;
    }
    lua_buffer_close(&b);
    return total > 0;
}

/* Pushes what format n asks for; false at the end of the file. */
static bool read_one(lua_state *L, FILE *stream, int n)
{
    if (lua_type_of(L, n) == LUA_NUMBER) {
        size_t wanted = (size_t)lua_to_integer(L, n);
        if (wanted) return read_bytes(L, stream, wanted);
        int c = getc(stream);
        ungetc(c, stream);
        lua_push_text(L, "");
        return c != EOF;
    }
    const char *format = lua_check_string(L, n, NULL);
    if (*format != '*') lua_bad_argument(L, n, "invalid option");
    switch (format[1]) {
    case 'n': {
        double number;
        bool found = fscanf(stream, "%lf", &number) == 1;
        lua_push_number(L, found ? number : 0);
        return found;
    }
    case 'l': return read_line(L, stream);
    case 'a':
        read_bytes(L, stream, SIZE_MAX);
        return true;
    default: lua_bad_argument(L, n, "invalid format");
    }
}

/* The formats are the arguments from `first` on, a line when there are none. The first that fails is nil, and ends it. */
static int read_formats(lua_state *L, FILE *stream, int first)
{
    if (lua_top(L) < first) lua_push_text(L, "*l");
    int top = lua_top(L);
    bool more = true;
    clearerr(stream);
    lua_need(L, top - first + LUA_MINIMUM_STACK, "too many arguments");
    for (int i = first; i <= top && more; i++) more = read_one(L, stream, i);
    if (ferror(stream)) return standalone_push_failure(L, NULL);
    if (!more) {
        lua_drop(L, 1);
        lua_push_nil(L);
    }
    return lua_top(L) - top;
}

static int file_read(lua_state *L)
{
    FILE *stream = check_open(L);
    return read_formats(L, stream, 2);
}

static int io_read(lua_state *L)
{
    FILE *stream = push_default(L, INPUT);
    lua_insert(L, 1);
    return read_formats(L, stream, 2);
}

/* The iterator of lines; its upvalues are the file, and whether it's closed at the end. */
static int next_line(lua_state *L)
{
    io_file *file = lua_to_userdata(L, lua_upvalue(1));
    if (file->kind == FILE_CLOSED) lua_fail(L, "file is already closed");
    bool found = read_line(L, file->stream);
    if (ferror(file->stream)) lua_fail(L, "%s", strerror(errno));
    if (found) return 1;
    if (lua_to_boolean(L, lua_upvalue(2))) close_stream(file);
    return 0;
}

static int push_lines(lua_state *L, int file, bool closes)
{
    lua_push(L, file);
    lua_push_boolean(L, closes);
    lua_push_function(L, next_line, 2);
    return 1;
}

static int file_lines(lua_state *L)
{
    check_open(L);
    return push_lines(L, 1, false);
}

/* ---- writing ---- */

static int write_all(lua_state *L, FILE *stream, int first)
{
    bool done = true;
    for (int i = first; i <= lua_top(L); i++) {
        size_t length;
        const char *text = lua_check_string(L, i, &length);
        done = fwrite(text, 1, length, stream) == length && done;
    }
    return standalone_push_outcome(L, done, NULL);
}

static int file_write(lua_state *L)
{
    FILE *stream = check_open(L);
    return write_all(L, stream, 2);
}

static int io_write(lua_state *L)
{
    FILE *stream = push_default(L, OUTPUT);
    lua_insert(L, 1);
    return write_all(L, stream, 2);
}

static int file_flush(lua_state *L) { return standalone_push_outcome(L, fflush(check_open(L)) == 0, NULL); }

static int io_flush(lua_state *L) { return standalone_push_outcome(L, fflush(push_default(L, OUTPUT)) == 0, NULL); }

/* ---- the rest of a file ---- */

/* The position of argument n in a list of words; a missing argument means word `otherwise`. */
static int check_option(lua_state *L, int n, const char *const words[], int otherwise)
{
    if (otherwise >= 0 && lua_is_missing(L, n)) return otherwise;
    const char *word = lua_check_string(L, n, NULL);
    for (int i = 0; words[i]; i++) {
        if (!strcmp(words[i], word)) return i;
    }
    lua_bad_argument(L, n, lua_push_format(L, "invalid option '%s'", word));
}

static int file_seek(lua_state *L)
{
    static const char *const words[] = {"set", "cur", "end", NULL};
    static const int from[] = {SEEK_SET, SEEK_CUR, SEEK_END};
    FILE *stream = check_open(L);
    int whence = check_option(L, 2, words, 1);
    if (fseek(stream, (long)lua_default_integer(L, 3, 0), from[whence])) return standalone_push_failure(L, NULL);
    lua_push_number(L, (double)ftell(stream));
    return 1;
}

static int file_setvbuf(lua_state *L)
{
    static const char *const words[] = {"no", "full", "line", NULL};
    static const int modes[] = {_IONBF, _IOFBF, _IOLBF};
    FILE *stream = check_open(L);
    int mode = check_option(L, 2, words, -1);
    size_t size = (size_t)lua_default_integer(L, 3, BUFSIZ);
    return standalone_push_outcome(L, setvbuf(stream, NULL, modes[mode], size) == 0, NULL);
}

static int close_file(lua_state *L, io_file *file)
{
    if (file->kind == FILE_STANDARD) {
        lua_push_nil(L);
        lua_push_text(L, "cannot close standard file");
        return 2;
    }
    return standalone_push_outcome(L, close_stream(file) != -1, NULL);
}

static int file_close(lua_state *L)
{
    check_open(L);
    return close_file(L, lua_to_userdata(L, 1));
}

static int io_close(lua_state *L)
{
    if (lua_top(L)) return file_close(L);
    push_default(L, OUTPUT);
    return close_file(L, lua_to_userdata(L, -1));
}

static int file_tostring(lua_state *L)
{
    io_file *file = check_file(L);
    if (file->kind == FILE_CLOSED) lua_push_text(L, "file (closed)");
    else lua_push_format(L, "file (%p)", (void *)file->stream);
    return 1;
}

/* ---- the io table ---- */

/* Pushes the file opened, or nothing. */
static bool open_plain(lua_state *L, const char *path, const char *mode)
{
    io_file *file = push_file(L);
    file->stream = fopen(path, mode);
    if (file->stream) file->kind = FILE_PLAIN;
    return file->stream;
}

static _Noreturn void raise_open(lua_state *L, const char *path)
{
    lua_bad_argument(L, 1, lua_push_format(L, "%s: %s", path, strerror(errno)));
}

static int io_open(lua_state *L)
{
    const char *path = lua_check_string(L, 1, NULL);
    const char *mode = lua_is_missing(L, 2) ? "r" : lua_check_string(L, 2, NULL);
    return open_plain(L, path, mode) ? 1 : standalone_push_failure(L, path);
}

static int io_popen(lua_state *L)
{
    const char *command = lua_check_string(L, 1, NULL);
    const char *mode = lua_is_missing(L, 2) ? "r" : lua_check_string(L, 2, NULL);
    io_file *file = push_file(L);
    fflush(NULL);
    file->stream = popen(command, mode);
    if (!file->stream) return standalone_push_failure(L, command);
    file->kind = FILE_PIPE;
    return 1;
}

static int io_tmpfile(lua_state *L)
{
    io_file *file = push_file(L);
    file->stream = tmpfile();
    if (!file->stream) return standalone_push_failure(L, NULL);
    file->kind = FILE_PLAIN;
    return 1;
}

/* Without an argument tells the default file, else sets it to a file or to a name opened in `mode`. */
static int default_file(lua_state *L, const char *which, const char *mode)
{
    if (!lua_is_missing(L, 1)) {
        const char *path = lua_to_string(L, 1, NULL);
        if (!path) {
            check_file(L);
            lua_push(L, 1);
        } else if (!open_plain(L, path, mode)) {
            raise_open(L, path);
        }
        lua_raw_set_field(L, LUA_REGISTRY, which);
    }
    lua_raw_get_field(L, LUA_REGISTRY, which);
    return 1;
}

static int io_input(lua_state *L) { return default_file(L, INPUT, "r"); }

static int io_output(lua_state *L) { return default_file(L, OUTPUT, "w"); }

static int io_lines(lua_state *L)
{
    if (lua_is_missing(L, 1)) {
        lua_top_set(L, 0);
        lua_raw_get_field(L, LUA_REGISTRY, INPUT);
        return file_lines(L);
    }
    const char *path = lua_check_string(L, 1, NULL);
    if (!open_plain(L, path, "r")) raise_open(L, path);
    return push_lines(L, -1, true);
}

static int io_type(lua_state *L)
{
    lua_check_any(L, 1);
    io_file *file = to_file(L, 1);
    if (!file) lua_push_nil(L);
    else lua_push_text(L, file->kind == FILE_CLOSED ? "closed file" : "file");
    return 1;
}

/* Sets io[name] to a file that lives as long as the program; `which` makes it a default too. */
static void set_standard(lua_state *L, FILE *stream, const char *name, const char *which)
{
    io_file *file = push_file(L);
    *file = (io_file){stream, FILE_STANDARD};
    if (which) {
        lua_push(L, -1);
        lua_raw_set_field(L, LUA_REGISTRY, which);
    }
    lua_raw_set_field(L, -2, name);
}

void standalone_open_io(lua_state *L)
{
    static const lua_entry methods[] = {
        {"__tostring", file_tostring}, {"close", file_close}, {"flush", file_flush}, {"lines", file_lines},
        {"read", file_read}, {"seek", file_seek}, {"setvbuf", file_setvbuf}, {"write", file_write}, {NULL, NULL},
    };
    static const lua_entry entries[] = {
        {"close", io_close}, {"flush", io_flush}, {"input", io_input}, {"lines", io_lines}, {"open", io_open},
        {"output", io_output}, {"popen", io_popen}, {"read", io_read}, {"tmpfile", io_tmpfile}, {"type", io_type},
        {"write", io_write}, {NULL, NULL},
    };
    lua_push_table(L, 0, 9);
    lua_register(L, methods);
    lua_push(L, -1);
    lua_raw_set_field(L, -2, "__index");
    lua_raw_set_field(L, LUA_REGISTRY, FILE_TYPE);
    lua_register_library(L, "io", entries);
    set_standard(L, stdin, "stdin", INPUT);
    set_standard(L, stdout, "stdout", OUTPUT);
    set_standard(L, stderr, "stderr", NULL);
    lua_drop(L, 1);
}
