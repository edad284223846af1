/* moves.c -- INFO tells the truth: each of its fields is moved, by the right amount.
 *
 *     moves [--server PROGRAM] tests/introspection/moves.tsv
 *
 * The table (its head explains it) says what moves a field. A field that INFO shows and the table does not name is a failure: so
 * none can be an answer that somebody made up. */
#include "transcript_server.h"

#include <ctype.h>
#include <fnmatch.h>
#include <hiredis/hiredis.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIELDS_MAX = 12, VOICES = 8, PATIENCE = 300, PAUSE_MS = 10, OPEN_MAX = 64, NAMES_MAX = 400 };

typedef struct {
    const char *name, *becomes, *before;
} field;

static struct {
    server process;
    redisContext *line, *voices[VOICES], *open[OPEN_MAX];
    int opened, joined;                     /* joined: commands written whose replies come with INFO's */
    const char *info;
    const char *names[NAMES_MAX];
    int name_count;
} state;
static arena memory;
static int passed, failed;

static bool note(bool good, const char *name, const char *what, const char *detail) {
    passed += good;
    failed += !good;
    if (!good) printf("%s: %s %s\n", name, what, detail ? detail : "");
    return good;
}

static void pause_ms(int ms) { poll(NULL, 0, ms); }

/* -- INFO ------------------------------------------------------------------------------------------------------------ */

static void look(void) {
    redisReply *r;
    builder b = {.owner = &memory};
    builder_text(&b, "\r\n");
    redisAppendCommand(state.line, "INFO everything");
    redisAppendCommand(state.line, "INFO debug");
    for (int i = 0; i < state.joined + 2; i++) {
        if (redisGetReply(state.line, (void **)&r) != REDIS_OK) {
            printf("the server is gone\n");
            server_show_log(&state.process);
            exit(1);
        }
        if (i >= state.joined && r->str) builder_add(&b, r->str, r->len);
        freeReplyObject(r);
    }
    state.joined = 0;
    state.info = b.at;
}

/* NULL when it is not shown. */
static const char *value(const char *name) {
    char start[128];
    snprintf(start, sizeof start, "\r\n%s:", name);
    const char *at = strstr(state.info, start);
    if (!at) return NULL;
    at += strlen(start);
    return arena_copy(&memory, at, strcspn(at, "\r"));
}

/* -- the steps --------------------------------------------------------------------------------------------------------- */

static redisContext *new_line(void) { return redisConnect(state.process.host, state.process.port); }

static void say(redisContext *line, const char *text) {
    span *words;
    const char *at[64];
    size_t lengths[64];
    int count = line_split(&memory, text, true, &words);
    for (int i = 0; i < count && i < 64; i++) at[i] = words[i].at, lengths[i] = words[i].length;
    redisAppendCommandArgv(line, count, at, lengths);
}

static void flush(redisContext *line) {
    for (int done = 0; !done && redisBufferWrite(line, &done) == REDIS_OK;) continue;
}

/* Bytes that are no whole request: `*1\r\n$30000\r\n "x" * 25000`. */
static void say_raw(redisContext *line, const char *text) {
    span *words;
    int count = line_split(&memory, text, true, &words);
    for (int i = 0; i < count; i++) {
        for (size_t k = 0; k < words[i].length; k++) {
            bool newline = !strncmp(words[i].at + k, "\\r\\n", 4);
            redisAppendFormattedCommand(line, newline ? "\r\n" : words[i].at + k, newline ? 2 : 1);
            if (newline) k += 3;
        }
    }
    flush(line);
}

static void say_and_hear(const char *text) {
    redisReply *r = NULL;
    say(state.line, text);
    if (redisGetReply(state.line, (void **)&r) == REDIS_OK) freeReplyObject(r);
}

static void wait_until(const char *name, const char *expected) {
    for (int i = 0; i < 10 * PATIENCE; i++, pause_ms(PAUSE_MS)) {
        look();
        if (value(name) && !strcmp(value(name), expected)) return;
    }
    note(false, name, "did not become", expected);
}

static void open_lines(int count) {
    for (int i = 0; i < count && state.opened < OPEN_MAX; i++) state.open[state.opened++] = new_line();
}

static void voice_step(int which, const char *text) {
    redisContext **line = &state.voices[which];
    if (!*line) *line = new_line();
    if (!strncmp(text, "raw ", 4)) {
        say_raw(*line, text + 4);
        return;
    }
    say(*line, text);
    flush(*line);
}

static void step(const char *text) {
    char name[64], expected[64];
    int number;
    if (sscanf(text, "wait %d", &number) == 1) pause_ms(number);
    else if (sscanf(text, "open %d", &number) == 1) open_lines(number);
    else if (sscanf(text, "until %63s %63s", name, expected) == 2) wait_until(name, expected);
    else if (text[0] == '&') say(state.line, text + 2), state.joined++;
    else if (islower((unsigned char)text[0]) && text[1] == '>') voice_step(text[0] - 'a', text + 3);
    else say_and_hear(text);
}

static void steps(const char *text) {
    char *all = arena_copy(&memory, text, strlen(text));
    for (char *at = all, *end; *at; at = end) {
        end = strstr(at, " | ");
        if (end) *end = '\0', end += 3;
        else end = at + strlen(at);
        step(at);
    }
}

/* Nothing of one row is left for the next. */
static void tidy_up(void) {
    for (int i = 0; i < VOICES; i++) {
        if (state.voices[i]) redisFree(state.voices[i]);
        state.voices[i] = NULL;
    }
    while (state.opened) redisFree(state.open[--state.opened]);
    say_and_hear("FLUSHALL");
    wait_until("connected_clients", "1");
}

/* -- the table ---------------------------------------------------------------------------------------------------------- */

static bool as_expected(const field *f, const char *now) {
    const char *text = f->becomes;
    if (!now) return false;
    if (*text == '!') return !f->before || strcmp(now, f->before);
    if (*text == '=') {
        char pattern[256], number[16];
        snprintf(pattern, sizeof pattern, "%s", text + 1);
        snprintf(number, sizeof number, "%d", (int)state.process.process);
        if (!strcmp(pattern, "$pid")) return !strcmp(now, number);
        char *port = strstr(pattern, "$port");
        if (port) snprintf(port, sizeof pattern - (size_t)(port - pattern), "%d", state.process.port);
        return fnmatch(pattern, now, 0) == 0;
    }
    const char *dots = strstr(text, "..");      /* strtod would take one of them */
    char first[32];
    snprintf(first, sizeof first, "%.*s", dots ? (int)(dots - text) : 31, text);
    double least = strtod(first, NULL), most = !dots ? least : dots[2] ? strtod(dots + 2, NULL) : 1e300;
    double difference = strtod(now, NULL) - (f->before ? strtod(f->before, NULL) : 0);
    return difference >= least - 1e-9 && difference <= most + 1e-9;
}

/* "a +1, b =x=1,y=2": a comma followed by a blank parts them. */
static int read_fields(char *text, field *fields) {
    int count = 0;
    for (char *end; text && *text && count < FIELDS_MAX; text = end) {
        end = strstr(text, ", ");
        if (end) *end = '\0', end += 2;
        char *blank = strchr(text, ' ');
        if (!blank) continue;
        *blank = '\0';
        text += *text == '~' || *text == '^';
        fields[count++] = (field){.name = text, .becomes = blank + 1};
        if (state.name_count < NAMES_MAX) state.names[state.name_count++] = text;
    }
    return count;
}

/* All of the row's fields have moved, if need be after a while: some are told by a child, or measured now and then. */
static void check_moved(field *fields, int count) {
    bool good = false;
    for (int i = 0; !good && i < PATIENCE; i++) {
        if (i) pause_ms(PAUSE_MS);
        look();
        good = true;
        for (int k = 0; k < count; k++) {
            const char *now = value(fields[k].name);
            if (fields[k].becomes[0] != '*' && as_expected(&fields[k], now)) fields[k].becomes = "*";    /* once is enough */
            good &= fields[k].becomes[0] == '*';
        }
    }
    for (int k = 0; k < count; k++) {
        char detail[256];
        const char *now = value(fields[k].name);
        snprintf(detail, sizeof detail, "%s (was %s, is %s)", fields[k].becomes, fields[k].before ? fields[k].before : "not there",
                 now ? now : "not there");
        note(fields[k].becomes[0] == '*', fields[k].name, "should be", detail);
    }
}

static void check_elsewhere(const field *f, const char *path) {
    static char line[8192];
    bool found = false;
    FILE *file = fopen(path, "r");
    while (file && !found && fgets(line, sizeof line, file)) found = strstr(line, f->name) != NULL;
    if (file) fclose(file);
    note(found, f->name, "is not named in", path);
}

static void row(char *line) {
    field fields[FIELDS_MAX];
    char *names = strsep(&line, "\t"), *doing = line ? strsep(&line, "\t") : NULL;
    const char *last = line ? line : "";
    bool needs_slab = *names == '^';
    int count = read_fields(names, fields);
    if (!note(count && doing, names, "is no row", NULL)) return;
    if (!strcmp(fields[0].becomes, "fixed") || !strcmp(fields[0].becomes, "elsewhere")) {
        for (int i = 0; i < count; i++) {
            if (!strcmp(fields[i].becomes, "elsewhere")) check_elsewhere(&fields[i], last);
            else note(*last && value(fields[i].name), fields[i].name, "is not shown, or there is no reason why it is fixed", NULL);
        }
        return;
    }
    look();
    if (needs_slab && strcmp(value("mem_allocator"), "own")) return;
    for (int i = 0; i < count; i++) fields[i].before = value(fields[i].name);
    steps(doing);
    check_moved(fields, count);
    steps(last);
    tidy_up();
}

/* -- nothing is missing ---------------------------------------------------------------------------------------------------- */

/* cmdstat_get is as good as cmdstat_set, db3 as db0. */
static bool alike(const char *a, const char *b) {
    static const char *const families[] = {"cmdstat_", "errorstat_", "latency_percentiles_usec_"};
    for (size_t i = 0; i < sizeof families / sizeof *families; i++)
        if (!strncmp(a, families[i], strlen(families[i])) && !strncmp(b, families[i], strlen(families[i]))) return true;
    return !strcmp(a, b);
}

static void check_complete(void) {
    char *all, *line;
    int shown = 0;
    look();
    for (line = all = arena_copy(&memory, state.info, strlen(state.info)); (line = strsep(&all, "\r\n"));) {
        char *colon = strchr(line, ':');
        bool known = false;
        if (!colon || *line == '#') continue;
        *colon = '\0';
        for (int i = 0; i < state.name_count && !known; i++) known = alike(line, state.names[i]);
        note(known, line, "is a field that the table does not name", NULL);
        shown++;
    }
    note(shown > 190, "INFO", "shows too little", NULL);
}

int main(int argc, char **argv) {
    static char line[4096];
    const char *table = "tests/introspection/moves.tsv";
    state.process.program = "src/redis-server";
    for (int i = 1; i < argc; i++) {
        if (!strcmp(argv[i], "--server") && i + 1 < argc) state.process.program = argv[++i];
        else table = argv[i];
    }
    if (!server_start(&state.process)) return 1;
    state.line = new_line();
    look();
    FILE *f = fopen(table, "r");
    while (f && fgets(line, sizeof line, f)) {
        line[strcspn(line, "\n")] = '\0';
        if (*line && *line != '#') row(arena_copy(&memory, line, strlen(line)));
    }
    if (f) fclose(f);
    check_complete();
    redisFree(state.line);
    note(server_stop(&state.process), "SIGTERM", "did not end it well", NULL);
    server_remove(&state.process);
    arena_free(&memory);
    printf("%d passed, %d failed\n", passed, failed);
    return failed != 0;
}
