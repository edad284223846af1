/* everything.c -- CONFIG REWRITE with every setting changed: a server that starts from the file it has written is the same.
 *
 *     everything [--server PROGRAM] [--with PROGRAM] tests/config/values.tsv
 *
 * The table gives each setting a value that is not its default. A server gets them all, by its file or by CONFIG SET, writes its
 * file and starts from it: CONFIG GET says the same of each, and the remarks in the file stand where they stood. With another
 * server (a real one) the file is handed over both ways: what one has written starts the other, which says the same of every
 * setting that it knows. */
#include "transcript_server.h"

#include <hiredis/hiredis.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    const char *name, *how, *value, *shown, *why;
} row;

typedef struct {
    server process;
    redisContext *line;
    const char *name;
    bool real;
} side;

enum { ROWS_MAX = 400 };
static row rows[ROWS_MAX];
static int count;
static arena memory;
static int passed, failed;

#define PASSWORD "open 'sesame'"

static bool note(bool good, const side *s, const char *name, const char *what, const char *detail) {
    passed += good;
    failed += !good;
    if (!good) printf("%s: %s: %s %s\n", s->name, name, what, detail ? detail : "");
    return good;
}

static bool is(const char *a, const char *b) { return !strcmp(a, b); }

/* -- the table -------------------------------------------------------------------------------------------------------- */

static const char *next_field(char **at) {
    char *found = strsep(at, "\t");
    return found ? found : "";
}

static void read_table(const char *path) {
    static char line[512];
    FILE *f = fopen(path, "r");
    while (f && count < ROWS_MAX && fgets(line, sizeof line, f)) {
        line[strcspn(line, "\n")] = '\0';
        if (*line == '#') continue;
        char *at = arena_copy(&memory, line, strlen(line));
        row *r = &rows[count++];
        r->name = next_field(&at), r->how = next_field(&at), r->value = next_field(&at);
        r->shown = next_field(&at), r->why = next_field(&at);
        if (!*r->shown) r->shown = r->value;
    }
    if (f) fclose(f);
}

static bool by_command(const row *r) { return is(r->how, "set") || is(r->how, "ours"); }

static const row *find(const char *name) {
    for (int i = 0; i < count; i++) if (is(rows[i].name, name)) return &rows[i];
    return NULL;
}

/* -- asking ----------------------------------------------------------------------------------------------------------- */

static redisReply *ask(side *s, const char *first, const char *second, const char *third, const char *fourth) {
    const char *words[] = {first, second, third, fourth};
    int n = 0;
    while (n < 4 && words[n]) n++;
    redisReply *r = redisCommandArgv(s->line, n, words, NULL);
    if (r) return r;
    printf("%s is gone\n", s->name);
    server_show_log(&s->process);
    exit(1);
}

static bool says_ok(side *s, const char *first, const char *second, const char *third, const char *fourth, const char *why) {
    redisReply *r = ask(s, first, second, third, fourth);
    bool good = note(r->type == REDIS_REPLY_STATUS && is(r->str, "OK"), s, third ? third : first, why, r->str);
    freeReplyObject(r);
    return good;
}

/* What CONFIG GET says of each row, NULL where the server has no such setting or cannot change it; an arena owns it. */
static const char **look(side *s) {
    const char **seen = arena_alloc(&memory, ROWS_MAX * sizeof *seen);
    for (int i = 0; i < count; i++) {
        if (s->real && is(rows[i].how, "ours")) continue;
        redisReply *r = ask(s, "CONFIG", "GET", rows[i].name, NULL);
        if (r->elements == 2) seen[i] = arena_copy(&memory, r->element[1]->str, r->element[1]->len);
        freeReplyObject(r);
    }
    return seen;
}

static void connect_to(side *s) {
    if (s->line) redisFree(s->line);
    s->line = redisConnect(s->process.host, s->process.port);
    freeReplyObject(ask(s, "AUTH", PASSWORD, NULL, NULL));     /* an error while it has no password */
}

static bool start(side *s) {
    if (!note(server_start_again(&s->process), s, "start", "failed", NULL)) {
        server_show_log(&s->process);
        return false;
    }
    connect_to(s);
    return true;
}

/* -- the first file ----------------------------------------------------------------------------------------------------- */

/* Before a directive stands what it is about, so that it can be seen that the order stays. Some are there that CONFIG SET is
 * to change, one twice, and one under its older name. */
static void write_first_file(side *s, const char **defaults) {
    builder b = {.owner = &memory};
    builder_format(&b, "# The first line.\n\n# about port\nport %d\n# about dir\ndir %s\n", s->process.port, s->process.directory);
    builder_text(&b, "# about bind\nbind 127.0.0.1\n# about enable-debug-command\nenable-debug-command yes\n\n");
    builder_text(&b, "# about rename-command\nrename-command LOLWUT art\n# about save\nsave 100 1\nsave 200 2\n");
    builder_text(&b, "# about slave-priority\nslave-priority 7\n# about timeout\ntimeout 1\n#timeout 99\n# twice\ntimeout 2\n\n");
    builder_text(&b, "include extra.conf\n");
    for (int i = 0; i < count; i++) {
        if (!is(rows[i].how, "file") || !defaults[i]) continue;
        builder_format(&b, "# about %s\n%s %s\n", rows[i].name, rows[i].name, rows[i].value);
    }
    builder_text(&b, "# The last line.");
    server_write_file(&s->process, "redis.conf", (span){b.at, b.length});
    server_write_file(&s->process, "extra.conf", (span){"tcp-keepalive 17\n", 17});
    server_write_file(&s->process, "users.acl", (span){"", 0});
}

/* Each remark of the first file stands in the second, in its order, and before what it is about. */
static void check_remarks(side *s, const char *first) {
    const char *at = server_read_file(&s->process, &memory, "redis.conf").at;
    for (char *line, *rest = arena_copy(&memory, first, strlen(first)); (line = strsep(&rest, "\n"));) {
        const char *about = strstr(line, "# about ");
        if (!strchr(line, '#')) continue;
        const char *found = strstr(at, line);
        if (!note(found != NULL, s, line, "is lost", NULL)) continue;
        at = found + strlen(line);
        if (!about || is(about + 8, "slave-priority")) continue;
        about += 8;
        note(*at == '\n' && !strncmp(at + 1, about, strlen(about)), s, about, "does not follow its remark", NULL);
    }
    const char *all = server_read_file(&s->process, &memory, "redis.conf").at;
    note(strstr(all, "\ninclude extra.conf\n") != NULL, s, "include", "is lost", NULL);
}

/* -- one server ----------------------------------------------------------------------------------------------------------- */

/* Every setting has its value of the table, and it is not the default. */
static void check_values(side *s, const char **defaults, const char **seen) {
    for (int i = 0; i < count; i++) {
        const row *r = &rows[i];
        if (!defaults[i]) continue;
        if (is(r->how, "alias")) {
            const row *meant = find(r->value);
            note(meant && is(seen[i], seen[meant - rows]), s, r->name, "is not what it stands for", NULL);
        } else if (!is(r->how, "start") || *r->shown) {
            note(is(seen[i], r->shown), s, r->name, "is shown as", seen[i]);
        }
        bool changes = by_command(r) || is(r->how, "file");
        if (changes) note(!is(seen[i], defaults[i]), s, r->name, "has its default", seen[i]);
        else note(is(r->how, "alias") || is(r->how, "start") || (is(r->how, "kept") && *r->why), s, r->name, "is kept without a reason",
                  NULL);
    }
}

static void check_complete(side *s) {
    redisReply *r = ask(s, "CONFIG", "GET", "*", NULL);
    note(r->elements > 300, s, "CONFIG GET *", "is short", NULL);
    for (size_t i = 0; i + 1 < r->elements; i += 2) {
        const char *name = r->element[i]->str;
        note(find(name) != NULL, s, name, "is not in the table", NULL);
    }
    freeReplyObject(r);
}

static void check_same(side *s, const char **before, const char **after, const char *what) {
    for (int i = 0; i < count; i++) {
        if (!before[i] || !after[i]) continue;
        note(is(before[i], after[i]), s, rows[i].name, what, after[i]);
    }
}

/* NULL when the server did not come that far. */
static const char **play(side *s) {
    if (!note(server_start(&s->process), s, "start", "failed", NULL)) return NULL;
    connect_to(s);
    check_complete(s);
    const char **defaults = look(s);
    note(server_stop(&s->process), s, "stop", "failed", NULL);
    write_first_file(s, defaults);
    const char *first = server_read_file(&s->process, &memory, "redis.conf").at;
    if (!start(s)) return NULL;
    for (int i = 0; i < count; i++)
        if (by_command(&rows[i]) && defaults[i]) says_ok(s, "CONFIG", "SET", rows[i].name, rows[i].value, "was refused:");
    connect_to(s);
    const char **seen = look(s);
    check_values(s, defaults, seen);
    says_ok(s, "CONFIG", "REWRITE", NULL, NULL, "REWRITE:");
    check_remarks(s, first);
    note(server_stop(&s->process), s, "stop", "failed", NULL);
    const char *second = server_read_file(&s->process, &memory, "redis.conf").at;
    if (!start(s)) return NULL;
    check_same(s, seen, look(s), "became");
    says_ok(s, "CONFIG", "REWRITE", NULL, NULL, "REWRITE:");
    bool again = !is(second, server_read_file(&s->process, &memory, "redis.conf").at);     /* Redis moves blank lines */
    note(!again || s->real, s, "CONFIG REWRITE", "changes what it has written", NULL);
    redisReply *r = ask(s, "ART", NULL, NULL, NULL);
    note(r->type == REDIS_REPLY_STRING, s, "rename-command", "is forgotten", r->str);
    freeReplyObject(r);
    note(server_stop(&s->process), s, "stop", "failed", NULL);
    return seen;
}

/* -- handing over ---------------------------------------------------------------------------------------------------------- */

/* `to` starts from the file that `from` has written, without the lines that only `from` knows. */
static void hand_over(side *from, const char **seen, side *to, const char **known) {
    builder b = {.owner = &memory};
    span written = server_read_file(&from->process, &memory, "redis.conf");
    for (char *line, *rest = arena_copy(&memory, written.at, written.length); (line = strsep(&rest, "\n"));) {
        char name[128];
        const row *r = sscanf(line, "%127s", name) == 1 ? find(name) : NULL;
        if (!r || known[r - rows]) builder_format(&b, "%s\n", line);
    }
    server original = to->process;
    to->process.port = from->process.port;
    memcpy(to->process.directory, from->process.directory, sizeof to->process.directory);
    server_write_file(&from->process, "redis.conf", (span){b.at, b.length});
    if (start(to)) {
        const char **got = look(to);
        for (int i = 0; i < count; i++)
            if (seen[i] && known[i] && got[i]) note(is(seen[i], got[i]), to, rows[i].name, "from a file of the other:", got[i]);
        says_ok(to, "CONFIG", "REWRITE", NULL, NULL, "REWRITE:");
        server_stop(&to->process);
    }
    server_write_file(&from->process, "redis.conf", written);
    to->process = original;
}

int main(int argc, char **argv) {
    side ours = {.name = "ours", .process.program = "src/redis-server"}, other = {.name = "the other", .real = true};
    const char *table = "tests/config/values.tsv";
    for (int i = 1; i < argc; i++) {
        if (is(argv[i], "--server") && i + 1 < argc) ours.process.program = argv[++i];
        else if (is(argv[i], "--with") && i + 1 < argc) other.process.program = argv[++i];
        else table = argv[i];
    }
    read_table(table);
    const char **mine = play(&ours), **theirs = other.process.program ? play(&other) : NULL;
    if (mine && theirs) {
        hand_over(&ours, mine, &other, theirs);
        hand_over(&other, theirs, &ours, mine);
    }
    if (ours.line) redisFree(ours.line);
    if (other.line) redisFree(other.line);
    server_remove(&ours.process);
    if (other.process.program) server_remove(&other.process);
    arena_free(&memory);
    printf("%d passed, %d failed\n", passed, failed);
    return failed != 0;
}
