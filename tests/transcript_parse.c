#include "transcript_parse.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    arena *owner;
    transcript *out;
    size_t at;         /* index of the line being read */
    unsigned audience; /* of the block being read, until its blank line */
} parser;

static bool fail(parser *p, const char *why) {
    p->out->error = why;
    p->out->error_line = (int)p->at + 1;
    return false;
}

/* The voice in front of `> ` or `:`; returns what follows the mark, NULL when the line has no such beginning. */
static const char *voice_read(arena *a, const char *line, char mark, const char **voice) {
    size_t length = 0;
    while (length < 12 && (islower((unsigned char)line[length]) || (length && isdigit((unsigned char)line[length]))))
        length++;
    if (line[length] != mark || (line[length + 1] && line[length + 1] != ' ')) return NULL;
    *voice = arena_copy(a, line, length);
    return line + length + (line[length + 1] ? 2 : 1);
}

static bool begins_step(arena *a, const char *line) {
    const char *voice;
    return !*line || *line == '!' || !strncmp(line, "# ", 2) || !strcmp(line, "#") ||
           voice_read(a, line, '>', &voice) || voice_read(a, line, ':', &voice);
}

static step *step_add(parser *p, step_kind kind) {
    transcript *t = p->out;
    step *s = &t->steps[t->step_count++];
    *s = (step){
        .kind = kind, .line = (int)p->at + 1, .audience = p->audience, .voice = "", .text = "", .last_line = p->at};
    s->expected = arena_alloc(p->owner, (t->line_count - p->at + 1) * sizeof *s->expected);
    return s;
}

/* Takes the lines behind the current one as the step's reply, without `indent` columns. */
static void expected_read(parser *p, step *s, size_t indent) {
    transcript *t = p->out;
    while (p->at + 1 < t->line_count && !begins_step(p->owner, t->lines[p->at + 1])) {
        const char *line = t->lines[++p->at];
        size_t skip = 0;
        while (skip < indent && line[skip] == ' ') skip++;
        s->expected[s->expected_count++] = line + skip;
    }
}

static bool send_read(parser *p, step *s, const char *text) {
    const char *command = voice_read(p->owner, text, '>', &s->voice);
    if (!command || !*command) return fail(p, "a command was expected behind `>`");
    s->text = command;
    expected_read(p, s, 0);
    return true;
}

static bool milliseconds_read(const char **text, long *ms) {
    double number;
    int used = 0;
    if (sscanf(*text, "%lf%n", &number, &used) < 1 || number < 0) return false;
    *text += used;
    if (!strncmp(*text, "ms", 2))
        *text += 2;
    else if (**text == 's')
        number *= 1000, *text += 1;
    else
        return false;
    *ms = (long)number;
    *text += strspn(*text, " ");
    return true;
}

/* name = [path of] voice> COMMAND | name = "text" * times */
static bool let_read(parser *p, const char *rest) {
    step *s = step_add(p, STEP_LET);
    size_t length = strcspn(rest, " =");
    s->name = arena_copy(p->owner, rest, length);
    rest += length + strspn(rest + length, " ");
    if (!length || *rest != '=') return fail(p, "!let wants `name = ...`");
    rest += 1 + strspn(rest + 1, " ");
    size_t path = strspn(rest, "0123456789.");
    if (path && !strncmp(rest + path, " of ", 4)) {
        s->path = arena_copy(p->owner, rest, path);
        rest += path + 4;
    }
    const char *command = voice_read(p->owner, rest, '>', &s->voice);
    s->text = command ? command : rest;
    s->number = command != NULL;
    return true;
}

static bool raw_read(parser *p, const char *rest) {
    step *s = step_add(p, STEP_RAW);
    if (*rest != '"') {
        size_t length = strcspn(rest, " ");
        s->voice = arena_copy(p->owner, rest, length);
        rest += length + strspn(rest + length, " ");
    }
    s->text = rest;
    expected_read(p, s, 0);
    return true;
}

/* NAME, or NAME = FIXTURE, and the bytes on the lines behind it. */
static bool file_step_read(parser *p, const char *rest) {
    step *s = step_add(p, STEP_FILE);
    const char *equals = strstr(rest, " = ");
    s->text = rest;
    s->name = equals ? arena_copy(p->owner, rest, (size_t)(equals - rest)) : rest;
    s->path = equals ? equals + 3 : NULL;
    expected_read(p, s, 0);
    return (s->path != NULL) == !s->expected_count || fail(p, "!file wants bytes or a fixture");
}

static bool plain_read(parser *p, step_kind kind, const char *rest) {
    step *s = step_add(p, kind);
    s->text = rest;
    expected_read(p, s, 0);
    return true;
}

static bool audience_read(parser *p, const char *rest, bool only) {
    unsigned audience;
    if (!strcmp(rest, "oracle"))
        audience = only ? ONLY_ORACLE : NOT_ORACLE;
    else if (!strcmp(rest, "valkey"))
        audience = only ? ONLY_VALKEY : NOT_VALKEY;
    else
        return fail(p, "!skip and !only want `oracle` or `valkey`");
    if (p->out->step_count)
        p->audience |= audience;
    else
        p->out->audience |= audience;
    return true;
}

static bool directive_read(parser *p, const char *line) {
    size_t length = strcspn(line, " ");
    const char *rest = line + length + strspn(line + length, " ");
    if (!strncmp(line, "!let ", 5)) return let_read(p, rest);
    if (!strncmp(line, "!raw ", 5)) return raw_read(p, rest);
    if (!strncmp(line, "!skip ", 6)) return audience_read(p, rest, false);
    if (!strncmp(line, "!only ", 6)) return audience_read(p, rest, true);
    if (!strncmp(line, "!config ", 8)) {
        p->out->config[p->out->config_count++] = rest;
        return true;
    }
    if (!strncmp(line, "!file ", 6)) return file_step_read(p, rest);
    if (!strncmp(line, "!tool ", 6)) return plain_read(p, STEP_TOOL, rest);
    if (!strcmp(line, "!refuse")) return plain_read(p, STEP_REFUSE, rest);
    if (!strcmp(line, "!effects")) return plain_read(p, STEP_EFFECTS, rest);
    if (!strcmp(line, "!logged")) return plain_read(p, STEP_LOGGED, rest);
    if (!strcmp(line, "!crash") || !strcmp(line, "!crash early")) {
        step_add(p, STEP_CRASH)->number = *rest != 0;
        return true;
    }
    if (!strcmp(line, "!restart")) return step_add(p, STEP_RESTART);
    if (!strncmp(line, "!wait ", 6))
        return milliseconds_read(&rest, &step_add(p, STEP_WAIT)->number) || fail(p, "!wait wants 1501ms or 2s");
    if (!strncmp(line, "!slow ", 6))
        return milliseconds_read(&rest, &step_add(p, STEP_SLOW)->number) || fail(p, "!slow wants 20ms or 2s");
    if (!strncmp(line, "!until ", 7)) {
        step *s = step_add(p, STEP_UNTIL);
        return (milliseconds_read(&rest, &s->number) || fail(p, "!until wants a time such as 5s")) &&
               send_read(p, s, rest);
    }
    if (!strncmp(line, "!repeat ", 8)) {
        step *s = step_add(p, STEP_REPEAT);
        s->number = strtol(rest, (char **)&rest, 10);
        return send_read(p, s, rest + strspn(rest, " "));
    }
    if (!strncmp(line, "!resp ", 6)) {
        step *s = step_add(p, STEP_RESP);
        s->number = strtol(rest, (char **)&rest, 10);
        s->voice = arena_copy(p->owner, rest + strspn(rest, " "), strlen(rest + strspn(rest, " ")));
        return true;
    }
    return fail(p, "unknown directive");
}

static bool line_read(parser *p) {
    const char *line = p->out->lines[p->at], *rest, *voice;
    if (!*line) {
        p->audience = FOR_ALL;
        return true;
    }
    if (*line == '#') return true;
    if (*line == '!') return directive_read(p, line);
    if (voice_read(p->owner, line, '>', &voice)) return send_read(p, step_add(p, STEP_SEND), line);
    if (!(rest = voice_read(p->owner, line, ':', &voice)))
        return fail(p, "neither a command nor its reply nor a directive");
    step *s = step_add(p, STEP_HEAR);
    s->voice = voice;
    if (*rest) s->expected[s->expected_count++] = rest;
    expected_read(p, s, strlen(voice) + 2);
    return true;
}

static char *file_read(arena *a, const char *path) {
    FILE *f = fopen(path, "rb");
    if (!f) return NULL;
    builder b = {.owner = a};
    char chunk[65536];
    builder_text(&b, "");
    for (size_t n; (n = fread(chunk, 1, sizeof chunk, f)) > 0;) builder_add(&b, chunk, n);
    fclose(f);
    return b.at;
}

transcript *transcript_read(arena *a, const char *path) {
    transcript *t = arena_alloc(a, sizeof *t);
    char *text = file_read(a, path);
    t->path = path;
    if (!text) {
        t->error = "cannot be read";
        return t;
    }
    size_t room = 2;
    for (const char *p = text; *p; p++) room += *p == '\n';
    t->lines = arena_alloc(a, room * sizeof *t->lines);
    t->steps = arena_alloc(a, room * sizeof *t->steps);
    t->config = arena_alloc(a, room * sizeof *t->config);
    for (char *line; (line = strsep(&text, "\n"));) t->lines[t->line_count++] = line;
    if (t->line_count && !*t->lines[t->line_count - 1]) t->line_count--;
    parser p = {.owner = a, .out = t};
    while (p.at < t->line_count && line_read(&p)) p.at++;
    return t;
}

bool audience_excludes(unsigned audience, bool oracle, bool valkey) {
    return ((audience & NOT_ORACLE) && oracle) || ((audience & ONLY_ORACLE) && !oracle) ||
           ((audience & NOT_VALKEY) && valkey) || ((audience & ONLY_VALKEY) && !valkey);
}
