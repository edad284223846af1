/* transcript.c -- runs transcripts against a server and says where the server answered otherwise.
 *
 *     transcript [options] file.t ...        the notation is described in tests/README.md
 *
 * Every file gets a server process of its own (or, with --against, the one server after a flush) and runs in a child
 * process of its own, two at a time, so that a hanging file can be ended without the others noticing. */
#define _GNU_SOURCE /* MAP_ANONYMOUS */
#include "transcript_files.h"
#include "transcript_match.h"
#include "transcript_parse.h"
#include "transcript_server.h"
#include "transcript_voice.h"

#include <ctype.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ANSWER_MS = 5000, RECORD_MS = 250, UNTIL_PAUSE_MS = 5, NAMES_MAX = 256 };

typedef struct {
    const char *program; /* the server to start */
    const char *host;    /* --against: the server that runs */
    int port;
    bool oracle, record;
    int jobs, limit_s;
} options;

typedef struct {
    int passed, failed, skipped;
} counts;

typedef struct {
    const char *name, *value;
    size_t length;
} variable;

/* One file being run. */
typedef struct {
    const options *with;
    const transcript *file;
    arena keep; /* lives as long as the file */
    server server;
    voices voices;
    voices own; /* the runner's own line, open throughout --against: whoever was let in stays in */
    variable names[NAMES_MAX];
    size_t name_count;
    bool valkey;
    counts *counts;
    const char **recorded; /* per line of the file: what to write behind it, or NULL */
    const char *put_name;  /* the file that !file wrote last, and its bytes */
    span put;
    int log_number; /* the file that !effects read last, and how far */
    size_t log_at;
    bool broken;           /* the server is gone; nothing more can be learnt */
} run;

static run *running; /* what the alarm has to clean up */

static void name_set(run *r, const char *name, const char *value, size_t length) {
    size_t i = 0;
    while (i < r->name_count && strcmp(r->names[i].name, name)) i++;
    if (i == NAMES_MAX) return;
    if (i == r->name_count) r->name_count++;
    r->names[i] = (variable){name, arena_copy(&r->keep, value, length), length};
}

static const variable *name_find(const run *r, const char *text, size_t length) {
    for (size_t i = 0; i < r->name_count; i++)
        if (strlen(r->names[i].name) == length && !strncmp(r->names[i].name, text, length)) return &r->names[i];
    return NULL;
}

static bool is_plain(const variable *v) {
    for (size_t i = 0; i < v->length; i++)
        if (!isalnum((unsigned char)v->value[i]) && !strchr("-_.:@/+", v->value[i])) return false;
    return v->length > 0;
}

/* Replaces $names. Inside quotes, or in a reply, a value is escaped; bare in a command it gets quotes of its own if it
 * needs them. */
static const char *expand(run *r, const char *text, bool command) {
    builder b = {.owner = &r->keep};
    bool quoted = false;
    builder_text(&b, "");
    for (const char *p = text; *p; p++) {
        size_t length = 0;
        while (*p == '$' && (isalnum((unsigned char)p[1 + length]) || p[1 + length] == '_')) length++;
        const variable *v = length ? name_find(r, p + 1, length) : NULL;
        if (v && is_plain(v)) {
            builder_add(&b, v->value, v->length);
        } else if (v) {
            builder q = {.owner = &r->keep};
            builder_quoted(&q, v->value, v->length);
            bool bare = command && !quoted;
            builder_add(&b, q.at + !bare, q.length - (bare ? 0 : 2));
        } else {
            builder_add(&b, p, 1);
            if (*p == '\\' && p[1])
                builder_add(&b, ++p, 1);
            else if (*p == '"')
                quoted = !quoted;
        }
        if (v) p += length;
    }
    return b.at;
}

/* Text under a heading, its lines aligned, the long ones cut. */
static void show_lines(const char *head, const char *text) {
    const int longest = 400;
    for (bool first = true; first || *text; first = false) {
        int length = (int)strcspn(text, "\n");
        printf("    %-9s %.*s%s\n", first ? head : "", length < longest ? length : longest, text,
               length < longest ? "" : " [cut]");
        text += length + (text[length] == '\n');
    }
}

static const char *stated(run *r, const step *s) {
    builder b = {.owner = &r->keep};
    builder_text(&b, "");
    for (size_t i = 0; i < s->expected_count; i++)
        builder_format(&b, "%s%s", i ? "\n" : "", expand(r, s->expected[i], false));
    return b.at;
}

static void failed(run *r, const step *s, const char *got) {
    r->counts->failed++;
    printf("%s:%d: %s%s%.200s\n", r->file->path, s->line, s->voice, *s->text ? "> " : "", expand(r, s->text, true));
    if (s->expected_count) show_lines("expected:", stated(r, s));
    show_lines("got:", got);
}

static const char *hearing_text(hearing h) {
    return h == SILENCE ? "(nothing)" : h == ENDED ? "(closed)" : "(bytes that are no RESP)";
}

static bool reply_is_stated(run *r, const step *s, const reply *got) {
    const char **lines = arena_alloc(&r->keep, (s->expected_count + 1) * sizeof *lines);
    for (size_t i = 0; i < s->expected_count; i++) lines[i] = expand(r, s->expected[i], false);
    return reply_matches(&r->keep, lines, s->expected_count, got);
}

static bool states(const step *s, const char *what) { return s->expected_count == 1 && !strcmp(s->expected[0], what); }

/* Judges what was heard against what is stated, and counts. */
static void judge(run *r, const step *s, hearing h, const reply *got) {
    bool right;
    if (states(s, "(nothing)"))
        right = h == SILENCE;
    else if (states(s, "(closed)"))
        right = h == ENDED;
    else
        right = h == HEARD && reply_is_stated(r, s, got);
    if (right)
        r->counts->passed++;
    else
        failed(r, s, h == HEARD ? reply_show(&r->keep, got) : hearing_text(h));
}

static bool is_subscription(span command) {
    static const char *const words[] = {"subscribe",   "psubscribe",   "ssubscribe",
                                        "unsubscribe", "punsubscribe", "sunsubscribe"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!strcasecmp(command.at, words[i])) return true;
    return false;
}

/* Sends the step's command for its voice; NULL when that failed, which is counted. */
static voice *send_step(run *r, const step *s, const char *text, bool *pushes_answer) {
    span *words;
    int count = line_split(&r->keep, expand(r, text, true), true, &words);
    if (count <= 0) {
        failed(r, s, "unbalanced quotes in the transcript");
        return NULL;
    }
    voice *w = voice_find(&r->voices, s->voice, true);
    if (!w || !voice_send(w, words, count)) {
        failed(r, s, "no connection");
        r->broken = !w;
        return NULL;
    }
    *pushes_answer = is_subscription(words[0]);
    return w;
}

static void record(run *r, const step *s, const char *text) { r->recorded[s->last_line] = text; }

/* An earlier reply that no line has stated would be taken for this command's: it is reported and dropped. */
static void check_answered(run *r, const step *s) {
    voice *w = voice_find(&r->voices, s->voice, false);
    reply *got = NULL;
    while (voice_next(&r->voices, w, true, 0, &got) == HEARD) {
        r->counts->failed++;
        printf("%s:%d: before this, `%s` had heard what no line states\n", r->file->path, s->line, s->voice);
        show_lines("got:", reply_show(&r->keep, got));
    }
}

static void run_send(run *r, const step *s) {
    bool pushes;
    reply *got = NULL;
    if (s->expected_count) check_answered(r, s);
    voice *w = send_step(r, s, s->text, &pushes);
    if (!w) return;
    bool silent = !s->expected_count || states(s, "(nothing)");
    bool recording = r->with->record && !s->expected_count;
    if (silent && !recording) voices_settle(&r->voices);
    if (!s->expected_count && !recording) return;
    hearing h = voice_next(&r->voices, w, !pushes, recording ? RECORD_MS : silent ? 0 : ANSWER_MS, &got);
    if (s->expected_count)
        judge(r, s, h, got);
    else if (h == HEARD)
        record(r, s, reply_show(&r->keep, got));
}

static void run_hear(run *r, const step *s) {
    reply *got = NULL;
    voice *w = voice_find(&r->voices, s->voice, false);
    bool silent = states(s, "(nothing)");
    if (silent) voices_settle(&r->voices);
    if (states(s, "(anything)")) {
        voices_settle(&r->voices);
        while (voice_hear(&r->voices, w, 0, &got) == HEARD) continue;
        return;
    }
    hearing h = voice_hear(&r->voices, w,
                           silent                                  ? 0
                           : r->with->record && !s->expected_count ? RECORD_MS
                                                                   : ANSWER_MS,
                           &got);
    if (s->expected_count)
        judge(r, s, h, got);
    else if (r->with->record)
        record(r, s, h == HEARD ? reply_show(&r->keep, got) : hearing_text(h));
    else
        failed(r, s, "a line that states nothing");
}

/* Collects raw bytes until they are as stated, the line ends or nothing more comes. */
static void run_raw(run *r, const step *s) {
    span *words, *answers;
    voice *w = voice_find(&r->voices, s->voice, true);
    int count = line_split(&r->keep, expand(r, s->text, true), true, &words);
    if (!w || count < 0 || !voice_send_raw(w, words, count)) {
        failed(r, s, "no connection, or unbalanced quotes");
        return;
    }
    builder wanted = {.owner = &r->keep};
    bool closes = false, silent = states(s, "(nothing)");
    builder_text(&wanted, "");
    for (size_t i = 0; i < s->expected_count && !silent; i++) {
        if (!strcmp(s->expected[i], "(closed)")) {
            closes = true;
            continue;
        }
        int answered = line_split(&r->keep, expand(r, s->expected[i], false), true, &answers);
        for (int k = 0; k < answered; k++) builder_add(&wanted, answers[k].at, answers[k].length);
    }
    builder pattern = {.owner = &r->keep}, heard;
    builder_quoted(&pattern, wanted.at, wanted.length);
    if (silent || r->with->record) voices_settle(&r->voices);
    for (long deadline = clock_ms() + (silent || r->with->record ? RECORD_MS : ANSWER_MS);;) {
        heard = (builder){.owner = &r->keep};
        builder_quoted(&heard, w->in.at + w->taken, w->in.length - w->taken);
        bool right = pattern_covers(pattern.at, heard.at);
        if (right && !silent && s->expected_count && closes == w->ended) break;
        long left = deadline - clock_ms();
        hearing h = voice_read(w, silent ? 0 : left > 0 ? left : 0);
        if (h == HEARD) continue;
        if (silent && right && h == SILENCE) break;
        if (h == ENDED && closes && right) break;
        if (h == ENDED) builder_text(&heard, "\n(closed)");
        if (s->expected_count || !r->with->record)
            failed(r, s, heard.at);
        else
            record(r, s,
                   !strcmp(heard.at, "\"\"")             ? "(nothing)"
                   : !strcmp(heard.at, "\"\"\n(closed)") ? "(closed)"
                                                         : heard.at);
        w->taken = w->in.length = 0;
        return;
    }
    w->taken = w->in.length = 0;
    r->counts->passed++;
}

static void run_until(run *r, const step *s) {
    for (long deadline = clock_ms() + s->number;;) {
        bool pushes;
        reply *got = NULL;
        if (!voice_find(&r->voices, s->voice, true) && clock_ms() < deadline) {     /* a server that is starting again */
            clock_pass(UNTIL_PAUSE_MS);
            continue;
        }
        voice *w = send_step(r, s, s->text, &pushes);
        if (!w) return;
        hearing h = voice_next(&r->voices, w, !pushes, ANSWER_MS, &got);
        if (h == SILENCE || h == NONSENSE || (h == HEARD && reply_is_stated(r, s, got)) || clock_ms() > deadline) {
            judge(r, s, h, got);
            return;
        }
        clock_pass(UNTIL_PAUSE_MS);
    }
}

static void run_repeat(run *r, const step *s) {
    for (long i = 1; i <= s->number; i++) {
        bool pushes;
        char number[24];
        reply *got = NULL;
        name_set(r, "i", number, (size_t)snprintf(number, sizeof number, "%ld", i));
        voice *w = send_step(r, s, s->text, &pushes);
        if (!w) return;
        hearing h = voice_next(&r->voices, w, !pushes, ANSWER_MS, &got);
        bool last = i == s->number;
        if (last && s->expected_count)
            judge(r, s, h, got);
        else if (last && r->with->record && h == HEARD)
            record(r, s, reply_show(&r->keep, got));
        else if (h != HEARD || got->kind == REPLY_ERROR) {
            failed(r, s, h == HEARD ? reply_show(&r->keep, got) : hearing_text(h));
            return;
        }
    }
}

/* The reply at a path such as "2.1", counted from one. */
static const reply *reply_at(const reply *r, const char *path) {
    while (path && *path && r) {
        size_t index = (size_t)strtol(path, (char **)&path, 10);
        r = index && index <= r->count ? r->element[index - 1] : NULL;
        if (*path == '.') path++;
    }
    return r;
}

static void run_let(run *r, const step *s) {
    if (!s->number) {
        span *words;
        int count = line_split(&r->keep, expand(r, s->text, true), true, &words);
        if (count == 1)
            name_set(r, s->name, words[0].at, words[0].length);
        else
            failed(r, s, "!let wants one value");
        return;
    }
    bool pushes;
    reply *got = NULL;
    voice *w = send_step(r, s, s->text, &pushes);
    if (!w) return;
    hearing h = voice_next(&r->voices, w, !pushes, ANSWER_MS, &got);
    const reply *value = h == HEARD ? reply_at(got, s->path) : NULL;
    if (value && !reply_is_aggregate(value) && value->kind != REPLY_ERROR)
        name_set(r, s->name, value->text.at, value->text.length);
    else
        failed(r, s, h == HEARD ? reply_show(&r->keep, got) : hearing_text(h));
}

static void run_resp(run *r, const step *s) {
    bool pushes;
    reply *got = NULL;
    voice *w = send_step(r, s, s->number == 3 ? "HELLO 3" : "HELLO 2", &pushes);
    if (!w) return;
    hearing h = voice_next(&r->voices, w, true, ANSWER_MS, &got);
    if (h != HEARD || got->kind == REPLY_ERROR) failed(r, s, h == HEARD ? reply_show(&r->keep, got) : hearing_text(h));
}

static void run_end(run *r, const step *s) {
    if (s->kind == STEP_CRASH)
        server_crash(&r->server);
    else if (!server_stop(&r->server))
        failed(r, s, "the server did not end well");
    voices_drop(&r->voices);
    r->server.early = s->number;
    if (server_start_again(&r->server)) return;
    failed(r, s, "the server did not start again");
    server_show_log(&r->server);
    r->broken = true;
}

static void run_file_step(run *r, const step *s) {
    const char **lines = arena_alloc(&r->keep, (s->expected_count + 1) * sizeof *lines);
    span content = {NULL, 0};
    for (size_t i = 0; i < s->expected_count; i++) lines[i] = expand(r, s->expected[i], false);
    if (s->path)
        content = fixture_read(&r->keep, r->file->path, s->path);
    else if (!bytes_spell(&r->keep, lines, s->expected_count, &content))
        content.at = NULL;
    if (!content.at || !server_write_file(&r->server, s->name, content)) failed(r, s, "(cannot be written)");
    r->put_name = s->name;
    r->put = content;
}

static bool all_said(run *r, const step *s, const char *said) {
    for (size_t i = 0; i < s->expected_count; i++) {
        builder line = {.owner = &r->keep};
        builder_format(&line, "...%s...", expand(r, s->expected[i], false));
        if (strcmp(s->expected[i], "(changed)") && !pattern_covers(line.at, said)) return false;
    }
    return true;
}

static void run_logged(run *r, const step *s) {
    const char *said = server_logged(&r->server, &r->keep);
    if (s->expected_count && all_said(r, s, said))
        r->counts->passed++;
    else
        failed(r, s, said);
}

/* Every stated line must have been said, and the file that is refused must be as it was. */
static void run_refuse(run *r, const step *s) {
    const char *said = "";
    server_crash(&r->server);
    voices_drop(&r->voices);
    int status = server_try(&r->server, &r->keep, &said);
    bool right = status == 1 && all_said(r, s, said);
    bool may_change = s->expected_count && !strcmp(s->expected[s->expected_count - 1], "(changed)");
    span now = r->put_name ? server_read_file(&r->server, &r->keep, r->put_name) : r->put;
    bool same = now.length == r->put.length && (!now.length || (now.at && !memcmp(now.at, r->put.at, now.length)));
    if (right && (same || may_change)) {
        r->counts->passed++;
        return;
    }
    builder got = {.owner = &r->keep};
    builder_format(&got, "(exit %d)%s\n%s", status, same ? "" : " and the file has changed", said);
    failed(r, s, got.at);
}

/* Text of several lines against the lines stated, `...` standing for anything. */
static void judge_text(run *r, const step *s, const char *got) {
    if (!s->expected_count && r->with->record)
        record(r, s, got);
    else if (pattern_covers(s->expected_count ? stated(r, s) : "", got))
        r->counts->passed++;
    else
        failed(r, s, got);
}

static void run_tool(run *r, const step *s) {
    span *words;
    const char *text = expand(r, s->text, true), *less = strstr(text, " < "), *input = "";
    int status = 0, count;
    if (less) {
        if (line_split(&r->keep, less + 3, false, &words) == 1) input = words[0].at;
        text = arena_copy(&r->keep, text, (size_t)(less - text));
    }
    count = line_split(&r->keep, text, false, &words);
    const char *printed = count > 0 ? server_run_tool(&r->server, &r->keep, words, count, input, &status) : "";
    if (!printed) return;
    builder got = {.owner = &r->keep};
    size_t length = strlen(printed);
    while (length && printed[length - 1] == '\n') length--;
    builder_add(&got, printed, length);
    if (status) builder_format(&got, "%s(exit %d)", length ? "\n" : "", status);
    judge_text(r, s, got.at);
}

/* Each rewrite opens a file of its own; what is left of the last one is shown first. */
static void run_effects(run *r, const step *s) {
    builder got = {.owner = &r->keep};
    builder_text(&got, "");
    for (;;) {
        char name[80];
        int number = r->log_number ? r->log_number : 1;
        snprintf(name, sizeof name, "appendonlydir/appendonly.aof.%d.incr.aof", number);
        span log = server_read_file(&r->server, &r->keep, name);
        const char *shown = log.at ? commands_show(&r->keep, log, r->log_at, &r->log_at) : "";
        if (*shown) builder_format(&got, "%s%s", got.length ? "\n" : "", shown);
        snprintf(name, sizeof name, "appendonlydir/appendonly.aof.%d.incr.aof", number + 1);
        if (!server_read_file(&r->server, &r->keep, name).at) break;
        r->log_number = number + 1;
        r->log_at = 0;
    }
    judge_text(r, s, got.length ? got.at : "(nothing)");
}

static void run_step(run *r, const step *s) {
    switch (s->kind) {
    case STEP_SEND: run_send(r, s); break;
    case STEP_HEAR: run_hear(r, s); break;
    case STEP_RAW: run_raw(r, s); break;
    case STEP_UNTIL: run_until(r, s); break;
    case STEP_REPEAT: run_repeat(r, s); break;
    case STEP_LET: run_let(r, s); break;
    case STEP_RESP: run_resp(r, s); break;
    case STEP_WAIT: clock_pass(s->number); break;
    case STEP_CRASH:
    case STEP_RESTART: run_end(r, s); break;
    case STEP_FILE: run_file_step(r, s); break;
    case STEP_REFUSE: run_refuse(r, s); break;
    case STEP_TOOL: run_tool(r, s); break;
    case STEP_LOGGED: run_logged(r, s); break;
    case STEP_EFFECTS: run_effects(r, s); break;
    case STEP_SLOW:
        if (!server_slow_down(s->number)) failed(r, s, "only the disk of an invented world can be made slow");
        break;
    }
}

/* Replies that came and that no line states make the file fail: a test that can't fail is none. */
static void check_all_stated(run *r) {
    voices_settle(&r->voices);
    for (size_t i = 0; i < r->voices.count; i++) {
        voice *w = &r->voices.all[i];
        reply *got = NULL;
        for (hearing h; (h = voice_hear(&r->voices, w, 0, &got)) == HEARD || h == NONSENSE;) {
            r->counts->failed++;
            printf("%s: the voice `%s` heard what no line states\n", r->file->path, w->name);
            show_lines("got:", h == HEARD ? reply_show(&r->keep, got) : hearing_text(h));
            if (h == NONSENSE) break;
        }
    }
}

/* One command outside the transcript; NULL or a reply that lives as long as the file. */
static reply *ask(run *r, const char *line) {
    span *words;
    reply *got = NULL;
    voice *w = voice_find(&r->own, "runner", true);
    int count = line_split(&r->keep, line, false, &words);
    if (!w || count <= 0 || !voice_send(w, words, count)) return NULL;
    return voice_next(&r->own, w, true, ANSWER_MS, &got) == HEARD ? got : NULL;
}

static void find_identity(run *r) {
    reply *info = ask(r, "INFO server");
    r->valkey = info && strstr(info->text.at, "valkey");
    if (!r->with->host) voices_drop(&r->own);
}

/* Makes a server that runs anyway as good as new and gives it the file's settings; `before` is what it had. False when
 * it refuses one. */
static bool borrow_server(run *r, reply **before) {
    static const char *const clean[] = {"FLUSHALL",      "SCRIPT FLUSH",  "FUNCTION FLUSH", "CONFIG RESETSTAT",
                                        "SLOWLOG RESET", "ACL LOG RESET", "LATENCY RESET"};
    *before = ask(r, "CONFIG GET *");
    if (!*before) return false;
    for (size_t i = 0; i < sizeof clean / sizeof *clean; i++) ask(r, clean[i]);
    for (size_t i = 0; i < r->file->config_count; i++) {
        span *words;
        int count = line_split(&r->keep, r->file->config[i], false, &words);
        builder set = {.owner = &r->keep};
        if (count > 0) builder_format(&set, "CONFIG SET %s \"", words[0].at);
        for (int k = 1; k < count; k++) builder_format(&set, "%s%s", k > 1 ? " " : "", words[k].at);
        builder_text(&set, "\"");
        reply *done = ask(r, set.at);
        if (!done || done->kind == REPLY_ERROR) return false;
    }
    return true;
}

/* Gives back the settings that the file changed, and removes the users it made. */
static void return_server(run *r, const reply *before) {
    const reply *after = ask(r, "CONFIG GET *"), *users = ask(r, "ACL USERS");
    for (size_t i = 0; before && after && i + 1 < before->count; i += 2) {
        span name = before->element[i]->text, old = before->element[i + 1]->text;
        size_t k = 0;
        while (k + 1 < after->count && strcmp(after->element[k]->text.at, name.at)) k += 2;
        if (k + 1 >= after->count || !strcmp(after->element[k + 1]->text.at, old.at)) continue;
        builder set = {.owner = &r->keep};
        builder_format(&set, "CONFIG SET %s ", name.at);
        builder_quoted(&set, old.at, old.length);
        ask(r, set.at);
    }
    for (size_t i = 0; users && i < users->count; i++) {
        builder remove = {.owner = &r->keep};
        builder_format(&remove, "ACL DELUSER \"%s\"", users->element[i]->text.at);
        if (strcmp(users->element[i]->text.at, "default")) ask(r, remove.at);
    }
    ask(r, "FLUSHALL");
}

static bool needs_own_server(const transcript *t) {
    for (size_t i = 0; i < t->step_count; i++)
        if (t->steps[i].kind >= STEP_CRASH) return true;
    return false;
}

static bool write_recorded(const run *r) {
    FILE *f = fopen(r->file->path, "w");
    if (!f) return false;
    for (size_t i = 0; i < r->file->line_count; i++) {
        const char *line = r->file->lines[i], *extra = r->recorded[i];
        bool heard = extra && *line && strchr(line, ':') && !strchr(line, '>') && *line != '!';
        fputs(line, f);
        if (extra && heard && line[strlen(line) - 1] == ':') putc(' ', f);
        if (extra && !heard) putc('\n', f);
        for (const char *p = extra; p && *p; p += strcspn(p, "\n"), p += *p == '\n') {
            int length = (int)strcspn(p, "\n");
            bool misread = !length || !strncmp(p, "# ", 2); /* a page's line that would read as the end of the reply */
            if (p != extra) fprintf(f, "\n%*s", heard ? (int)strcspn(line, ":") + 2 : 0, "");
            fprintf(f, "%.*s", misread ? 3 : length, misread ? "..." : p);
        }
        putc('\n', f);
    }
    return !fclose(f);
}

static void run_steps(run *r) {
    for (size_t i = 0; i < r->file->step_count && !r->broken; i++)
        if (!audience_excludes(r->file->steps[i].audience, r->with->oracle, r->valkey)) run_step(r, &r->file->steps[i]);
    if (!r->broken && !r->with->record) check_all_stated(r);
}

static void names_begin(run *r) {
    char number[24];
    name_set(r, "port", number, (size_t)snprintf(number, sizeof number, "%d", r->server.port));
    name_set(r, "host", r->server.host, strlen(r->server.host));
    name_set(r, "dir", r->server.directory, strlen(r->server.directory));
}

static void run_against(run *r) {
    reply *before = NULL;
    bool skip = needs_own_server(r->file) || !borrow_server(r, &before);
    if (!skip) run_steps(r);
    voices_drop(&r->voices);
    return_server(r, before);
    voices_drop(&r->own);
    r->counts->skipped += skip;
}

static void run_own(run *r) {
    int failed_before = r->counts->failed;
    run_steps(r);
    voices_drop(&r->voices);
    if (!r->broken && !server_stop(&r->server)) {
        printf("%s: the server did not end well\n", r->file->path);
        r->counts->failed++;
    } else if (r->counts->failed == failed_before || !r->broken) {
        return;
    }
    server_show_log(&r->server);
}

static void run_file(const options *with, const char *path, counts *total) {
    run r = {.with = with, .counts = total};
    running = &r;
    r.file = transcript_read(&r.keep, path);
    r.recorded = arena_alloc(&r.keep, (r.file->line_count + 1) * sizeof *r.recorded);
    r.server = (server){
        .program = with->host ? NULL : with->program, .config = r.file->config, .config_count = r.file->config_count};
    if (r.file->error) {
        printf("%s:%d: %s\n", path, r.file->error_line, r.file->error);
        total->failed++;
    } else if (audience_excludes(r.file->audience & (NOT_ORACLE | ONLY_ORACLE), with->oracle, false)) {
        total->skipped++;
    } else if (!with->host && !server_start(&r.server)) {
        printf("%s: the server did not start\n", path);
        server_show_log(&r.server);
        total->failed++;
    } else {
        if (with->host) {
            snprintf(r.server.host, sizeof r.server.host, "%s", with->host);
            r.server.port = with->port;
        }
        r.voices = (voices){.owner = &r.keep, .host = r.server.host, .port = r.server.port};
        r.own = r.voices;
        names_begin(&r);
        if (with->oracle) find_identity(&r);
        if (audience_excludes(r.file->audience, with->oracle, r.valkey))
            total->skipped++;
        else if (with->host)
            run_against(&r);
        else
            run_own(&r);
        if (with->record && !write_recorded(&r)) printf("%s: cannot be written\n", path);
    }
    server_remove(&r.server);
    fflush(stdout);
    arena_free(&r.keep);
}

static void too_long(int signal_number) {
    (void)signal_number;
    printf("%s: took longer than %d s\n", running->file->path, running->with->limit_s);
    running->counts->failed++;
    fflush(stdout);
    if (running->server.program) server_show_log(&running->server);
    server_remove(&running->server);
    fflush(stdout);
    _exit(1);
}

static pid_t run_begin(const options *with, const char *path, counts *total) {
    fflush(stdout);
    pid_t child = fork();
    if (child) return child;
    signal(SIGALRM, too_long);
    alarm((unsigned)with->limit_s);
    run_file(with, path, total);
    exit(0);
}

/* Waits for one file; a runner that died itself counts as a failure. */
static void run_collect(counts *all, char **paths, pid_t *children, int count) {
    int status;
    pid_t done = wait(&status);
    for (int i = 0; i < count; i++) {
        if (children[i] != done) continue;
        if (WIFSIGNALED(status) && ++all[i].failed)
            printf("%s: the runner died of signal %d\n", paths[i], WTERMSIG(status));
    }
}

static int usage(void) {
    fputs("usage: transcript [--server PROGRAM] [--against HOST:PORT] [--oracle] [--record] [--jobs N] [--limit "
          "SECONDS] file.t ...\n",
          stderr);
    return 2;
}

static bool against_read(options *o, char *text) {
    char *colon = strrchr(text, ':');
    if (!colon) return false;
    *colon = 0;
    o->host = text;
    o->port = atoi(colon + 1);
    o->oracle = true;
    o->jobs = 1;
    return o->port > 0;
}

static int options_read(options *o, int argc, char **argv) {
    int i = 1;
    for (; i < argc && !strncmp(argv[i], "--", 2); i++) {
        if (!strcmp(argv[i], "--oracle"))
            o->oracle = true;
        else if (!strcmp(argv[i], "--record"))
            o->record = true;
        else if (i + 1 == argc)
            return argc;
        else if (!strcmp(argv[i], "--server"))
            o->program = argv[++i];
        else if (!strcmp(argv[i], "--jobs"))
            o->jobs = atoi(argv[++i]);
        else if (!strcmp(argv[i], "--limit"))
            o->limit_s = atoi(argv[++i]);
        else if (strcmp(argv[i], "--against") || !against_read(o, argv[++i]))
            return argc;
    }
    return i;
}

int main(int argc, char **argv) {
    options with = {.program = "src/redis-server", .jobs = 2, .limit_s = 30};
    int first = options_read(&with, argc, argv), count = argc - first, active = 0;
    if (count <= 0 || with.jobs < 1) return usage();
    signal(SIGPIPE, SIG_IGN);
    counts *all = mmap(NULL, (size_t)count * sizeof *all, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0),
           sum = {0};
    pid_t *children = calloc((size_t)count, sizeof *children);
    if (all == MAP_FAILED || !children) return 1;
    for (int i = 0; i < count; i++) {
        if (active == with.jobs)
            run_collect(all, argv + first, children, count);
        else
            active++;
        children[i] = run_begin(&with, argv[first + i], &all[i]);
    }
    for (; active; active--) run_collect(all, argv + first, children, count);
    for (int i = 0; i < count; i++) {
        sum.passed += all[i].passed;
        sum.failed += all[i].failed;
        sum.skipped += all[i].skipped;
    }
    free(children);
    if (sum.skipped) printf("%d files skipped\n", sum.skipped);
    printf("%d passed, %d failed\n", sum.passed, sum.failed);
    return sum.failed != 0;
}
