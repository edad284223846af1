/* shapes.c -- what COMMAND INFO and COMMAND DOCS say of every command, held against what Redis 8.0.2 says.
 *
 *     shapes [--server PROGRAM | --against HOST:PORT] TABLE
 *     shapes --against HOST:PORT --record
 *
 * TABLE has one command a line: name, arity, flags, first key and last and step, ACL categories, tips, key specifications,
 * since, group, standing (deprecated, syscmd), versions of its history, and the synopsis in the notation of
 * src/server/synopsis.h (`@0:key` is a key of specification 0). Sentences are each server's own and left out; so are
 * arguments that came later. The second form prints such a table. */
#include "transcript_line.h"
#include "transcript_reply.h"
#include "transcript_server.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static arena memory;
static wire *line_to;
static const char *latest = "8.0.2"; /* what is newer goes unsaid */

static const reply *ask(const char *a, const char *b, const char *c) {
    span words[] = {{a, strlen(a)}, {b, strlen(b)}, {c, c ? strlen(c) : 0}};
    builder in = {.owner = &memory};
    reply *r = NULL;
    char chunk[65536];
    long got = line_send(line_to, words, c ? 3 : 2);
    while (got > 0 && !r && (got = line_read(line_to, chunk, sizeof chunk, 10000)) > 0) {
        builder_add(&in, chunk, (size_t)got);
        got = reply_read(&memory, in.at, in.length, &r) < 0 ? -1 : 1;
    }
    if (r && r->kind != REPLY_ERROR) return r;
    printf("%s %s: %s\n", a, b, r ? reply_leaf(&memory, r) : "no answer");
    exit(1);
}

static const char *letters(const reply *r) { return arena_copy(&memory, r->text.at, r->text.length); }

/* The value of a key of a flat map; NULL when it is not there. */
static const reply *get(const reply *map, const char *key) {
    for (size_t i = 0; i + 1 < map->count; i += 2) {
        if (!strcmp(letters(map->element[i]), key)) return map->element[i + 1];
    }
    return NULL;
}

static const char *text(const reply *map, const char *key) {
    const reply *r = get(map, key);
    return r ? letters(r) : NULL;
}

static bool has(const reply *words, const char *word) {
    for (size_t i = 0; words && i < words->count; i++) {
        if (!strcmp(letters(words->element[i]), word)) return true;
    }
    return false;
}

static bool newer(const char *version) {
    int a[3] = {0}, b[3] = {0};
    sscanf(version, "%d.%d.%d", &a[0], &a[1], &a[2]);
    sscanf(latest, "%d.%d.%d", &b[0], &b[1], &b[2]);
    for (int i = 0; i < 3; i++) {
        if (a[i] != b[i]) return a[i] > b[i];
    }
    return false;
}

static int by_text(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

/* Words in the order of the alphabet: servers may list them in any. */
static void add_sorted(builder *b, const reply *words) {
    const char *all[64];
    size_t n = 0;
    for (; n < words->count && n < 64; n++) all[n] = letters(words->element[n]);
    qsort(all, n, sizeof *all, by_text);
    for (size_t i = 0; i < n; i++) builder_format(b, "%s%s", i ? " " : "", all[i]);
}

/* -- key specifications ------------------------------------------------------------------------------------------ */

static void add_search(builder *b, const reply *spec, const char *part) {
    const reply *search = get(spec, part), *what = get(search, "spec");
    builder_text(b, " ");
    builder_text(b, text(search, "type"));
    for (size_t i = 1; i < what->count; i += 2) builder_format(b, ",%s", letters(what->element[i]));
}

static void add_specs(builder *b, const reply *specs) {
    for (size_t i = 0; i < specs->count; i++) {
        const reply *spec = specs->element[i];
        if (i) builder_text(b, "; ");
        add_sorted(b, get(spec, "flags"));
        add_search(b, spec, "begin_search");
        add_search(b, spec, "find_keys");
        if (get(spec, "notes")) builder_text(b, " (noted)");
    }
}

/* -- synopsis ---------------------------------------------------------------------------------------------------- */

static void add_arguments(builder *b, const reply *list, const char *between);

static void add_word(builder *b, const reply *t, const char *type) {
    static const char *const sigils[][2] = {{"key", "@"},       {"integer", "#"},   {"double", "%"}, {"string", ""},
                                            {"pattern", "*"}, {"unix-time", "!"}, {"pure-token", ""}};
    const char *name = text(t, "name"), *shown = text(t, "display_text"), *token = text(t, "token");
    const reply *spec = get(t, "key_spec_index");
    bool pure = !strcmp(type, "pure-token");
    for (size_t i = 0; i < sizeof sigils / sizeof *sigils; i++) {
        if (!strcmp(type, sigils[i][0])) builder_text(b, sigils[i][1]);
    }
    if (spec) builder_format(b, "%s:", letters(spec));
    if (pure && token && !strcasecmp(name, token)) builder_text(b, token);
    else if (pure) builder_format(b, "(%s: '%s')", name, token ? token : "");
    else builder_text(b, name);
    if (!shown || strcmp(shown, name)) builder_format(b, "=%s", shown ? shown : "");
}

static void add_argument(builder *b, const reply *t) {
    const char *type = text(t, "type"), *token = text(t, "token"), *since = text(t, "since"), *until = text(t, "deprecated_since");
    const reply *flags = get(t, "flags"), *inner = get(t, "arguments");
    bool optional = has(flags, "optional"), choice = !strcmp(type, "oneof");
    if (optional) builder_text(b, "[");
    if (token && strcmp(type, "pure-token")) builder_format(b, "%s ", token);
    if (inner) {
        builder_format(b, "%c%s: ", choice ? '{' : '(', text(t, "name"));
        add_arguments(b, inner, choice ? " | " : " ");
        builder_text(b, choice ? "}" : ")");
    } else {
        add_word(b, t, type);
    }
    if (optional) builder_text(b, "]");
    if (since) builder_format(b, "^%s", since);
    if (until) builder_format(b, "^-%s", until);
    if (has(flags, "multiple_token")) builder_text(b, " +");
    if (has(flags, "multiple")) builder_text(b, " ...");
}

static void add_arguments(builder *b, const reply *list, const char *between) {
    bool first = true;
    for (size_t i = 0; i < list->count; i++) {
        const char *since = text(list->element[i], "since");
        if (since && newer(since)) continue;
        if (!first) builder_text(b, between);
        first = false;
        add_argument(b, list->element[i]);
    }
}

/* -- a line ------------------------------------------------------------------------------------------------------ */

static void add_history(builder *b, const reply *events) {
    for (size_t i = 0; i < events->count; i++) {
        const char *version = letters(events->element[i]->element[0]);
        if (!newer(version)) builder_format(b, "%s%s", i ? " " : "", version);
    }
}

static void add_docs(builder *b, const reply *docs) {
    const reply *flags = get(docs, "doc_flags"), *history = get(docs, "history"), *arguments = get(docs, "arguments");
    const char *since = text(docs, "since"), *out = text(docs, "deprecated_since");
    builder_format(b, "\t%s\t%s\t", since ? since : "", text(docs, "group"));
    if (flags) add_sorted(b, flags);
    if (out) builder_format(b, " %s%s", out, get(docs, "replaced_by") ? "" : " (not replaced)");
    if (!get(docs, "complexity")) builder_text(b, "(no complexity)");
    builder_text(b, "\t");
    if (history) add_history(b, history);
    builder_text(b, "\t");
    if (arguments) add_arguments(b, arguments, " ");
}

/* NULL when the server has no such command. */
static const char *line_of(const char *name) {
    builder b = {.owner = &memory};
    const reply *infos = ask("COMMAND", "INFO", name), *docs = ask("COMMAND", "DOCS", name);
    const reply *info = infos->count ? infos->element[0] : NULL;
    if (info && info->count >= 10 && docs->count == 2) {
        builder_format(&b, "%s\t%s\t", name, letters(info->element[1]));
        add_sorted(&b, info->element[2]);
        for (int i = 3; i < 6; i++) builder_format(&b, "%s%s", i == 3 ? "\t" : " ", letters(info->element[i]));
        builder_text(&b, "\t");
        add_sorted(&b, info->element[6]);
        builder_text(&b, "\t");
        add_sorted(&b, info->element[7]);
        builder_text(&b, "\t");
        add_specs(&b, info->element[8]);
        add_docs(&b, docs->element[1]);
    }
    return b.at;
}

static int record(void) {
    const reply *list = ask("COMMAND", "LIST", NULL);
    const char **names = arena_alloc(&memory, list->count * sizeof *names);
    for (size_t i = 0; i < list->count; i++) names[i] = letters(list->element[i]);
    qsort(names, list->count, sizeof *names, by_text);
    for (size_t i = 0; i < list->count; i++) {
        const char *line = line_of(names[i]);
        if (line) printf("%s\n", line);
    }
    return 0;
}

/* Both lines where they differ, from the first different column on. */
static void show(const char *name, const char *wanted, const char *got) {
    size_t same = 0, column = 0;
    for (; wanted[same] && wanted[same] == got[same]; same++) {
        if (wanted[same] == '\t') column = same + 1;
    }
    printf("%s\n  wanted  %s\n  got     %s\n", name, wanted + column, got + column);
}

static int check(const char *path) {
    FILE *table = fopen(path, "r");
    char line[8192];
    int passed = 0, failed = 0;
    while (table && fgets(line, sizeof line, table)) {
        line[strcspn(line, "\n")] = 0;
        const char *name = arena_copy(&memory, line, strcspn(line, "\t")), *got = line_of(name);
        bool same = got && !strcmp(got, line);
        same ? passed++ : failed++;
        if (!same) show(name, line, got ? got : "(no such command)");
    }
    if (table) fclose(table);
    else printf("%s cannot be read\n", path);
    printf("%d passed, %d failed\n", passed, failed + !table);
    return failed || !passed;
}

int main(int argc, char **argv) {
    server own = {.program = "src/redis-server"};
    const char *path = NULL;
    bool recording = false;
    for (int i = 1; i < argc; i++) {
        if (!strcmp(argv[i], "--record")) recording = true;
        else if (!strcmp(argv[i], "--server") && i + 1 < argc) own.program = argv[++i];
        else if (!strcmp(argv[i], "--against") && i + 1 < argc) {
            own.program = NULL;
            sscanf(argv[++i], "%127[^:]:%d", own.host, &own.port);
        } else path = argv[i];
    }
    if (own.program && !server_start(&own)) return 1;
    line_to = line_open(own.host, own.port);
    int status = !line_to || (!recording && !path) ? 2 : recording ? record() : check(path);
    line_close(line_to);
    if (own.program) server_remove(&own);
    arena_free(&memory);
    return status;
}
