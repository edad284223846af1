/* config_file.c -- the file and the command line, read at start. */
#include "base/memory.h"
#include "base/text.h"
#include "os/os.h"
#include "server/command.h"
#include "server/config.h"
#include "server/log.h"
#include "server/version.h"

enum { INCLUDE_DEPTH = 16, READ_STEP = 16384 };

static struct {
    char path[CONFIG_PATH_CAP];
    const char *included;                   /* the file being read when it is not the main one */
    int line;
    bool seen[CONFIG_ROWS_MAX];             /* the first line of a repeating directive clears the default */
} state;

const char *config_file_path(void) { return state.path; }

/* -- mistakes ---------------------------------------------------------------------------------- */

static void say(const char *text) { os_print(2, text, strlen(text)); }

/* line NULL: the mistake is in no single line. */
static _Noreturn void fatal(const slice *line, const char *why) {
    bytes *text = NULL;
    bytes_printf(&text, "\n*** FATAL CONFIG FILE ERROR (Redis %s) ***\n", VERSION_COMPATIBLE);
    if (line) {
        bytes_printf(&text, "Reading the configuration file, at line %d", state.line);
        if (state.included) bytes_printf(&text, " of %s", state.included);
        bytes_printf(&text, "\n>>> '%.*s'\n", SLICE_ARGS(*line));
    }
    bytes_printf(&text, "%s\n", why);
    say(text->at);
    os_exit(1);
}

static _Noreturn void cannot_open(const char *path) {
    log_warning("Fatal error, can't open config file '%s': %s", path, os_error_text());
    os_exit(1);
}

/* -- lines ----------------------------------------------------------------------------------------- */

bytes *config_read_file(const char *path) {
    int file = os_open(path, OS_LOOK);
    if (file < 0) return NULL;
    bytes *text = bytes_new(READ_STEP);
    ptrdiff_t got;
    do {
        size_t len = text->len;
        bytes_resize(&text, len + READ_STEP);
        got = os_read_at(file, text->at + len, READ_STEP, (int64_t)len);
        bytes_resize(&text, len + (got > 0 ? (size_t)got : 0));
    } while (got > 0);
    os_close(file);
    if (!got) return text;
    bytes_free(text);
    return NULL;
}

static void read_text(slice text, int depth);

static bool include_one(const char *path, void *context) {
    int line = state.line;
    const char *outer = state.included;
    bytes *text = config_read_file(path);
    if (!text) cannot_open(path);
    state.line = 0;
    state.included = path;
    read_text(bytes_slice(text), *(int *)context + 1);
    state.included = outer;
    state.line = line;
    bytes_free(text);
    return true;
}

static const char *include(slice pattern, int depth) {
    if (depth >= INCLUDE_DEPTH) return "include files are nested too deeply";
    bytes *path = bytes_copy(pattern);
    if (strpbrk(path->at, "*?[")) os_glob(path->at, include_one, &depth);
    else include_one(path->at, &depth);
    bytes_free(path);
    return NULL;
}

/* Repeats add up: the setting is handed everything said so far, a blank between. An empty value starts afresh. */
static const char *take_repeated(config_row *row, int argc, const slice *argv) {
    bool *seen = &state.seen[row - config_row_at(0)];
    bytes *all = bytes_new(64);
    if (*seen && (argc > 1 || argv[0].len)) config_print(row, &all);
    for (int i = 0; i < argc; i++) {
        if (all->len) bytes_append_char(&all, ' ');
        bytes_append(&all, argv[i]);
    }
    slice text = bytes_slice(all);
    const char *why = config_take(row, 1, &text);
    *seen = true;
    bytes_free(all);
    return why;
}

static const char *directive(int argc, const slice *argv, int depth) {
    if (slice_is(argv[0], "include") && argc == 2) return include(argv[1], depth);
    if (slice_is(argv[0], "rename-command") && argc == 3) {
        const char *why = NULL;
        command_rename(argv[1], argv[2], &why);
        return why;
    }
    config_row *row = config_find(argv[0]);
    unsigned flags = row ? row->setting->flags : 0;
    if (!row || (flags & SETTING_DIRECTIVE && argc == 1)) return "Bad directive or wrong number of arguments";
    slice none = { "", 0 };
    const slice *words = argc > 1 ? argv + 1 : &none;   /* a list without words is an empty one */
    if (argc == 1 && !(flags & (SETTING_WORDS | SETTING_MULTI))) return "wrong number of arguments";
    int count = argc > 1 ? argc - 1 : 1;
    row->named = true;
    return flags & SETTING_MULTI ? take_repeated(row, count, words) : config_take(row, count, words);
}

static void read_line(slice line, int depth) {
    while (line.len && strchr(" \t\r", line.at[line.len - 1])) line.len--;
    while (line.len && strchr(" \t\r", *line.at)) line.at++, line.len--;
    if (!line.len || *line.at == '#') return;
    bytes **words;
    int count = text_split(line, &words);
    if (count < 0) fatal(&line, "Unbalanced quotes in configuration line");
    slice *argv = memory_alloc((size_t)count * sizeof *argv);
    for (int i = 0; i < count; i++) argv[i] = bytes_slice(words[i]);
    const char *why = count ? directive(count, argv, depth) : NULL;
    if (why) fatal(&line, why);
    memory_free(argv, (size_t)count * sizeof *argv);
    text_free_words(words, count);
}

static void read_text(slice text, int depth) {
    while (text.len) {
        const char *end = memchr(text.at, '\n', text.len);
        size_t len = end ? (size_t)(end - text.at) : text.len;
        state.line++;
        read_line(slice_make(text.at, len), depth);
        len += end != NULL;
        text.at += len;
        text.len -= len;
    }
}

/* -- at start ---------------------------------------------------------------------------------------- */

static bytes *read_main_file(const char *path) {
    if (os_absolute_path(path, state.path, sizeof state.path) < 0) cannot_open(path);
    bytes *text = config_read_file(path);
    if (!text) cannot_open(state.path);
    return text;
}

void config_load(int argc, char **argv) {
    bytes *text = NULL;
    int from = 1;
    memset(&state, 0, sizeof state);
    if (argc > 1 && argv[1][0] != '-') {
        from = 2;
        if (argv[1][0]) text = read_main_file(argv[1]);
    }
    bytes *options = config_text_of_arguments(argc, argv, from);
    bool joined = text && text->len && text->at[text->len - 1] != '\n' && options->len && options->at[0] != '\n';
    if (joined) bytes_append_char(&text, '\n');
    bytes_append(&text, bytes_slice(options));
    read_text(bytes_slice(text), 0);
    bytes_free(options);
    bytes_free(text);
    for (int i = 0; i < config_count(); i++) {
        const config_row *row = config_row_at(i);
        const char *why = row->named && row->setting->apply ? row->setting->apply() : NULL;
        if (why) fatal(NULL, why);
    }
    for (int i = 0; i < config_count(); i++) if (config_row_at(i)->named) config_warn_if_absent(config_row_at(i));
}
