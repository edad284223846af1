/* config_file.c -- the file and the command line, read at start; the file written back by CONFIG REWRITE. */
#include "base/memory.h"
#include "base/text.h"
#include "os/os.h"
#include "server/command.h"
#include "server/config.h"
#include "server/log.h"
#include <stdio.h>

enum { PATH_CAP = 4096, DIRECTIVES_MAX = 8, REWRITERS_MAX = 4, INCLUDE_DEPTH = 16 };

static struct {
    char path[PATH_CAP];
    struct { const char *name; const char *(*take)(int argc, const slice *argv); } directives[DIRECTIVES_MAX];
    void (*rewriters[REWRITERS_MAX])(void (*emit)(const char *name, slice rest));
    int line;
    bool seen_multi[CONFIG_ROWS_MAX];       /* the first line of a repeating directive clears the default */
} state;

const char *config_file_path(void) { return state.path; }

void config_on_directive(const char *name, const char *(*take)(int argc, const slice *argv)) {
    int i = 0;
    while (state.directives[i].name) i++;
    state.directives[i].name = name;
    state.directives[i].take = take;
}

void config_on_rewrite(void (*lines)(void (*emit)(const char *name, slice rest))) {
    int i = 0;
    while (state.rewriters[i]) i++;
    state.rewriters[i] = lines;
}

/* -- reading ------------------------------------------------------------------------------------- */

static void say(const char *text) { os_print(2, text, strlen(text)); }

static _Noreturn void fatal(slice line, const char *why) {
    bytes *text = NULL;
    bytes_printf(&text, "\n*** FATAL CONFIG FILE ERROR (Redis 8.0.2) ***\nReading the configuration file, at line %d\n>>> '%.*s'\n%s\n",
                 state.line, SLICE_ARGS(line), why);
    say(text->at);
    os_exit(1);
}

static bytes *read_file(const char *path) {
    int file = os_open(path, OS_LOOK);
    if (file < 0) return NULL;
    bytes *text = bytes_new(4096);
    for (;;) {
        size_t len = text->len;
        bytes_resize(&text, len + 4096);
        ptrdiff_t got = os_read_at(file, text->at + len, 4096, (int64_t)len);
        bytes_resize(&text, len + (got > 0 ? (size_t)got : 0));
        if (got <= 0) break;
    }
    os_close(file);
    return text;
}

static void read_text(slice text, int depth);

static _Noreturn void cannot_open(const char *path) {
    bytes *text = NULL;
    bytes_printf(&text, "Fatal error, can't open config file '%s': %s\n", path, os_error_text());
    say(text->at);
    os_exit(1);
}

static bool include_one(const char *path, void *context) {
    int line = state.line;
    bytes *text = read_file(path);
    if (!text) cannot_open(path);
    state.line = 0;
    read_text(bytes_slice(text), *(int *)context + 1);
    state.line = line;
    bytes_free(text);
    return true;
}

static const char *include(slice pattern, int depth) {
    bytes *path = bytes_copy(pattern);
    if (depth >= INCLUDE_DEPTH) return "include files are nested too deeply";
    if (strpbrk(path->at, "*?[")) os_glob(path->at, include_one, &depth);
    else include_one(path->at, &depth);
    bytes_free(path);
    return NULL;
}

static const char *take_row(config_row *row, int argc, const slice *argv) {
    const setting *s = row->setting;
    row->named = true;
    if (!(s->flags & SETTING_MULTI) || !s->get) return config_take(row, argc, argv);
    /* Repeats add up: hand the setting everything said so far. The first line replaces the default. */
    int index = (int)(row - config_row_at(0));
    bytes *all = NULL;
    if (state.seen_multi[index]) config_print(row, &all);
    state.seen_multi[index] = true;
    for (int i = 0; i < argc; i++) {
        bytes_append_char(&all, ' ');
        text_quote(&all, argv[i]);
    }
    bytes **words;
    int count = text_split(bytes_slice(all), &words);
    slice *list = memory_alloc((size_t)(count + 1) * sizeof *list);
    for (int i = 0; i < count; i++) list[i] = bytes_slice(words[i]);
    const char *why = config_take(row, count, list);
    memory_free(list, (size_t)(count + 1) * sizeof *list);
    text_free_words(words, count);
    bytes_free(all);
    return why;
}

static const char *directive(int argc, const slice *argv, int depth) {
    if (slice_is(argv[0], "include") && argc == 2) return include(argv[1], depth);
    if (slice_is(argv[0], "rename-command") && argc == 3) {
        const char *why = NULL;
        return command_rename(argv[1], argv[2], &why) ? NULL : why;
    }
    for (int i = 0; i < DIRECTIVES_MAX && state.directives[i].name; i++) {
        if (slice_is(argv[0], state.directives[i].name)) return state.directives[i].take(argc - 1, argv + 1);
    }
    config_row *row = config_find(argv[0]);
    if (!row) return "Bad directive or wrong number of arguments";
    if (argc == 1) return "wrong number of arguments";
    const char *why = take_row(row, argc - 1, argv + 1);
    return why;
}

static void read_line(slice line, int depth) {
    while (line.len && strchr(" \t\r", line.at[line.len - 1])) line.len--;
    while (line.len && strchr(" \t\r", *line.at)) line.at++, line.len--;
    if (!line.len || *line.at == '#') return;
    bytes **words;
    int count = text_split(line, &words);
    if (count < 0) fatal(line, "Unbalanced quotes in configuration line");
    if (!count) return;
    slice *argv = memory_alloc((size_t)count * sizeof *argv);
    for (int i = 0; i < count; i++) argv[i] = bytes_slice(words[i]);
    const char *why = directive(count, argv, depth);
    if (why) fatal(line, why);
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

static void read_standard_input(bytes **out) {
    char room[4096];
    for (int got; (got = os_read_standard_input(room, sizeof room)) > 0;) bytes_append(out, slice_make(room, (size_t)got));
    bytes_append_char(out, '\n');
}

/* Options become lines of the file: "--name value value" until the next "--". */
static void lines_of_arguments(int argc, char **argv, int from, bytes **out) {
    bool open = false;
    for (int i = from; i < argc; i++) {
        if (!strcmp(argv[i], "-")) {
            if (open) bytes_append_char(out, '\n');
            read_standard_input(out);
            open = false;
        } else if (!strncmp(argv[i], "--", 2)) {
            if (open) bytes_append_char(out, '\n');
            bytes_append_text(out, argv[i] + 2);
            open = true;
        } else {
            bytes_append_char(out, ' ');
            /* `--save "3600 1"` and `--save ""` both work: a value of several words is several arguments. */
            if (*argv[i] && !strpbrk(argv[i], "\"'\\\n\r\t") ) bytes_append_text(out, argv[i]);
            else text_quote(out, slice_of(argv[i]));
        }
    }
    if (open) bytes_append_char(out, '\n');
}

static void warn_of_absent(void) {
    for (int i = 0; i < config_count(); i++) {
        const config_row *row = config_row_at(i);
        if (row->setting->absent && row->named && !config_is_default(row)) {
            log_warning("The setting '%s' is kept but has no effect: this server has no %s.", row->setting->name, row->setting->absent);
        }
    }
}

void config_load(int argc, char **argv) {
    bytes *text = NULL;
    int from = 1;
    if (argc > 1 && argv[1][0] != '-') {
        if (os_absolute_path(argv[1], state.path, sizeof state.path) < 0) snprintf(state.path, sizeof state.path, "%s", argv[1]);
        text = read_file(argv[1]);
        if (!text) cannot_open(argv[1]);
        if (text->len && text->at[text->len - 1] != '\n') bytes_append_char(&text, '\n');
        from = 2;
    }
    lines_of_arguments(argc, argv, from, &text);
    read_text(bytes_slice(text), 0);
    bytes_free(text);
    for (int i = 0; i < config_count(); i++) {
        const setting *s = config_row_at(i)->setting;
        const char *why = s->apply && config_row_at(i)->named ? s->apply() : NULL;
        if (!why) continue;
        state.line = 0;
        bytes *line = NULL;
        bytes_printf(&line, "%s ", s->name);
        config_print(config_row_at(i), &line);
        fatal(bytes_slice(line), why);
    }
    warn_of_absent();
}

/* -- writing back ----------------------------------------------------------------------------------- */

static struct { bytes *out; } rewriting;

static void emit_line(const char *name, slice rest) {
    bytes_append_text(&rewriting.out, name);
    bytes_append_char(&rewriting.out, ' ');
    bytes_append(&rewriting.out, rest);
    bytes_append_char(&rewriting.out, '\n');
}

static void print_memory(uint64_t n) {
    static const struct { uint64_t unit; const char *name; } units[] = { { 1 << 30, "gb" }, { 1 << 20, "mb" }, { 1 << 10, "kb" } };
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (!n || n % units[i].unit) continue;
        bytes_printf(&rewriting.out, "%llu%s", (unsigned long long)(n / units[i].unit), units[i].name);
        return;
    }
    bytes_printf(&rewriting.out, "%llu", (unsigned long long)n);
}

static void emit_groups(const setting *s, slice value, int group) {
    bytes **words;
    int count = text_split(value, &words);
    if (!count) bytes_printf(&rewriting.out, "%s \"\"\n", s->name);
    for (int i = 0; i < count; i++) {
        if (i % group == 0) bytes_append_text(&rewriting.out, s->name);
        bytes_append_char(&rewriting.out, ' ');
        bytes_append(&rewriting.out, bytes_slice(words[i]));
        if (i % group == group - 1 || i == count - 1) bytes_append_char(&rewriting.out, '\n');
    }
    if (count >= 0) text_free_words(words, count);
}

static void emit_row(const config_row *row) {
    const setting *s = row->setting;
    bytes *value = NULL;
    config_print(row, &value);
    slice text = bytes_slice(value);
    if (s->flags & SETTING_MULTI) {
        emit_groups(s, text, slice_is(slice_of(s->name), "save") ? 2 : 4);
    } else if (s->kind == SETTING_MEMORY && s->at && (int64_t)*(uint64_t *)s->at >= 0) {
        bytes_printf(&rewriting.out, "%s ", s->name);
        print_memory(*(uint64_t *)s->at);
        bytes_append_char(&rewriting.out, '\n');
    } else if (s->kind == SETTING_TEXT || !text.len) {
        bytes_printf(&rewriting.out, "%s ", s->name);
        text_quote(&rewriting.out, text);
        bytes_append_char(&rewriting.out, '\n');
    } else {
        emit_line(s->name, text);
    }
    bytes_free(value);
}

static bool by_directive(slice name) {
    for (int i = 0; i < DIRECTIVES_MAX && state.directives[i].name; i++) if (slice_is(name, state.directives[i].name)) return true;
    return false;
}

/* An old line: kept when it is a comment or no setting; a setting's first line becomes its present value, others go. */
static void rewrite_line(slice line, bool *done) {
    slice name = line;
    while (name.len && strchr(" \t", *name.at)) name.at++, name.len--;
    size_t len = 0;
    while (len < name.len && !strchr(" \t\r", name.at[len])) len++;
    name.len = len;
    config_row *row = len && *name.at != '#' ? config_find(name) : NULL;
    if (len && by_directive(name)) return;
    if (!row) {
        bytes_append(&rewriting.out, line);
        bytes_append_char(&rewriting.out, '\n');
        return;
    }
    int i = (int)(row - config_row_at(0));
    if (!done[i]) emit_row(row);
    done[i] = true;
}

static const char *replace_file(void) {
    static char why[PATH_CAP + 128];
    char temporary[PATH_CAP + 32];
    snprintf(temporary, sizeof temporary, "%s.%d.tmp", state.path, os_process_id());
    int file = os_open(temporary, OS_CREATE);
    os_piece piece = { rewriting.out->at, rewriting.out->len };
    bool good = file >= 0 && os_append(file, &piece, 1, NULL) == OS_OK && os_sync(file) == OS_OK;
    if (file >= 0) os_close(file);
    if (good && os_rename(temporary, state.path) == OS_OK) return NULL;
    snprintf(why, sizeof why, "Rewriting config file: %s", os_error_text());
    os_remove(temporary);
    return why;
}

const char *config_rewrite(void) {
    static const char generated[] = "# Generated by CONFIG REWRITE";
    if (!state.path[0]) return "The server is running without a config file";
    bytes *old = read_file(state.path);
    bool done[CONFIG_ROWS_MAX] = { false };
    slice text = bytes_slice(old);
    bool has_mark = false;
    rewriting.out = bytes_new(text.len + 256);
    while (text.len) {
        const char *newline = memchr(text.at, '\n', text.len);
        slice line = { text.at, newline ? (size_t)(newline - text.at) : text.len };
        has_mark |= slice_equal(line, SLICE("# Generated by CONFIG REWRITE"));
        rewrite_line(line, done);
        size_t step = line.len + (newline != NULL);
        text.at += step;
        text.len -= step;
    }
    for (int i = 0; i < config_count(); i++) {
        const config_row *row = config_row_at(i);
        if (done[i] || config_is_default(row)) continue;
        if (!has_mark) bytes_printf(&rewriting.out, "%s\n", generated), has_mark = true;
        emit_row(row);
    }
    for (int i = 0; i < REWRITERS_MAX && state.rewriters[i]; i++) state.rewriters[i](emit_line);
    const char *why = replace_file();
    bytes_free(rewriting.out);
    bytes_free(old);
    rewriting.out = NULL;
    return why;
}
