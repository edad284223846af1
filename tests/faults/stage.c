/* stage.c -- the server and its disk. */
#define _GNU_SOURCE
#include "faults/stage.h"

#include <errno.h>
#include <fcntl.h>
#include <hiredis/hiredis.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { CONFIG_MOST = 12, PATIENCE_MS = 10000, NAP_MS = 5, VALUE_BYTES = 40000, NOBODY = 65534 };

static struct {
    server own;
    const char *config[CONFIG_MOST];
    char lines[CONFIG_MOST][400];
    char disk[300];                         /* where the data is: a mount, or a directory beside the server's own */
    bool mounted;
    redisContext *line;
    arena text;
    char wrong[600];
} state;

server *the_server(void) { return &state.own; }

bool wrong(const char *format, ...) {
    va_list args;
    va_start(args, format);
    if (!*state.wrong) vsnprintf(state.wrong, sizeof state.wrong, format, args);
    va_end(args);
    return false;
}

void nap(void) { nanosleep(&(struct timespec){.tv_nsec = NAP_MS * 1000000L}, NULL); }

/* -- the server ------------------------------------------------------------------------------------------- */

void set(const char *format, ...) {
    char path[400], line[400];
    va_list args;
    va_start(args, format);
    vsnprintf(line, sizeof line, format, args);
    va_end(args);
    if (*state.own.directory) {
        snprintf(path, sizeof path, "%s/redis.conf", state.own.directory);
        FILE *f = fopen(path, "a");
        if (f) fprintf(f, "%s\n", line), fclose(f);
    } else {
        size_t i = state.own.config_count++;
        snprintf(state.lines[i], sizeof state.lines[i], "%s", line);
        state.config[i] = state.lines[i];
    }
}

static bool connect_line(void) {
    if (state.line) redisFree(state.line);
    state.line = redisConnect(state.own.host, state.own.port);
    return (state.line && !state.line->err) || wrong("cannot connect");
}

bool begin(void) { return (server_start(&state.own) || wrong("it did not start")) && connect_line(); }

bool begin_again(void) { return (server_start_again(&state.own) || wrong("it did not start again")) && connect_line(); }

bool stop(void) { return server_stop(&state.own) || wrong("it did not end"); }

const char *ask(const char *format, ...) {
    va_list args;
    va_start(args, format);
    redisReply *r = state.line ? redisvCommand(state.line, format, args) : NULL;
    va_end(args);
    builder b = {.owner = &state.text};
    if (!r) return "(closed)";
    if (r->type == REDIS_REPLY_INTEGER) builder_format(&b, "%lld", r->integer);
    else if (r->type == REDIS_REPLY_NIL) builder_text(&b, "(nil)");
    else builder_format(&b, "%s%s", r->type == REDIS_REPLY_ERROR ? "-" : "", r->str ? r->str : "");
    freeReplyObject(r);
    return b.at;
}

bool answers(const char *command, const char *expected) {
    const char *got = ask(command);
    return !strncmp(got, expected, strlen(expected)) || wrong("%s answered %.200s, not %s", command, got, expected);
}

static const char *big(void) {
    static char value[VALUE_BYTES + 1];
    if (!*value) memset(value, 'x', VALUE_BYTES);
    return value;
}

bool set_answers(const char *key, const char *expected) {
    const char *got = ask("SET %s %s", key, big());
    return !strncmp(got, expected, strlen(expected)) || wrong("SET %s answered %.200s, not %s", key, got, expected);
}

bool set_comes_to(const char *key, const char *expected) {
    const char *got = "";
    for (int ms = 0; ms < PATIENCE_MS; ms += NAP_MS, nap())
        if (!strncmp(got = ask("SET %s %s", key, big()), expected, strlen(expected))) return true;
    return wrong("SET %s answers %.200s, not %s", key, got, expected);
}

bool info_shows(const char *line) {
    for (int ms = 0; ms < PATIENCE_MS; ms += NAP_MS, nap())
        if (strstr(ask("INFO persistence"), line)) return true;
    return wrong("INFO never shows %s", line);
}

bool logged(const char *what) {
    for (int ms = 0; ms < PATIENCE_MS; ms += NAP_MS, nap())
        if (strstr(server_logged(&state.own, &state.text), what)) return true;
    return wrong("the log does not say: %s", what);
}

bool ends(int expected) {
    int status = 0;
    for (int ms = 0; ms < PATIENCE_MS; ms += NAP_MS, nap()) {
        if (waitpid(state.own.process, &status, WNOHANG) != state.own.process) continue;
        state.own.process = 0;
        return (WIFEXITED(status) && WEXITSTATUS(status) == expected) || wrong("it ended with %d", status);
    }
    return wrong("it did not end");
}

bool refuses(const char *what) {
    const char *said = "";
    int status = server_try(&state.own, &state.text, &said);
    if (status == -1 && state.own.process) server_crash(&state.own);
    if (status != 1) return wrong("it ended with %d, having said: %.300s", status, said);
    return strstr(said, what) || wrong("it did not say: %s", what);
}

bool as_nobody(bool on) {
    char log[400];
    if (!on) return !setresuid(0, 0, 0) && !setresgid(0, 0, 0);
    snprintf(log, sizeof log, "%s/log", state.own.directory);
    bool turned = !chown(state.own.directory, NOBODY, NOBODY) && !chown(log, NOBODY, NOBODY) &&
                  !setresgid(NOBODY, NOBODY, 0) && !setresuid(NOBODY, NOBODY, 0);
    if (turned && !eaccess(state.own.program, X_OK)) return true;
    as_nobody(false);
    return false;
}

/* -- its data ------------------------------------------------------------------------------------------------ */

void data_path(char *out, size_t cap, const char *name) { snprintf(out, cap, "%s/%s", state.disk, name); }

bool exists(const char *name) {
    char path[400];
    data_path(path, sizeof path, name);
    return !access(path, F_OK);
}

bool appears(const char *name) {
    for (int ms = 0; ms < PATIENCE_MS; ms += NAP_MS, nap())
        if (exists(name)) return true;
    return wrong("%s did not come", name);
}

span contents(const char *name) {
    char path[400], chunk[4096];
    builder b = {.owner = &state.text};
    builder_text(&b, "");
    data_path(path, sizeof path, name);
    FILE *f = fopen(path, "rb");
    if (!f) return (span){NULL, 0};
    for (size_t n; (n = fread(chunk, 1, sizeof chunk, f)) > 0;) builder_add(&b, chunk, n);
    fclose(f);
    return (span){b.at, b.length};
}

bool same(const char *name, span before) {
    span now = contents(name);
    bool is = now.at && before.at && now.length == before.length && !memcmp(now.at, before.at, now.length);
    return is || wrong("%s has changed", name);
}

void put(const char *name, const char *text) {
    char path[400];
    data_path(path, sizeof path, name);
    FILE *f = fopen(path, "wb");
    if (f) fputs(text, f), fclose(f);
}

void make_directory(const char *name) {
    char path[400];
    data_path(path, sizeof path, name);
    mkdir(path, 0755);
}

void fill(void) {
    char path[400], chunk[4096] = "";
    data_path(path, sizeof path, "filler");
    int file = open(path, O_WRONLY | O_CREAT | O_APPEND, 0644);
    while (write(file, chunk, sizeof chunk) > 0) {}
    close(file);
}

bool make_room(void) {
    char path[400];
    data_path(path, sizeof path, "filler");
    return !unlink(path) || wrong("no filler");
}

static void write_text(const char *path, const char *text) {
    int file = open(path, O_WRONLY);
    ssize_t ignored = write(file, text, strlen(text));
    (void)ignored;
    close(file);
}

/* A name space of our own; root in one of users', if we are not root already. */
bool stage_can_mount(void) {
    char map[64];
    uid_t user = getuid();
    gid_t group = getgid();
    if (unshare(CLONE_NEWNS) && unshare(CLONE_NEWUSER | CLONE_NEWNS)) return false;
    if (user) {
        write_text("/proc/self/setgroups", "deny");
        snprintf(map, sizeof map, "0 %u 1", (unsigned)user);
        write_text("/proc/self/uid_map", map);
        snprintf(map, sizeof map, "0 %u 1", (unsigned)group);
        write_text("/proc/self/gid_map", map);
    }
    return !mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL);
}

/* -- a scene --------------------------------------------------------------------------------------------------- */

/* The data is beside the server's log and configuration, in a directory that is already there when it starts. */
static bool set_up(const scene *s, const char *program) {
    const char *temporary = getenv("TMPDIR");
    state.own = (server){.program = program, .config = state.config};
    *state.wrong = '\0';
    snprintf(state.disk, sizeof state.disk, "%.250s/faults.XXXXXX", temporary ? temporary : "/tmp");
    if (!mkdtemp(state.disk) || chmod(state.disk, 0755)) return wrong("no directory");
    state.mounted = s->disk && !mount("none", state.disk, "tmpfs", 0, "size=512k,mode=755");
    if (s->disk && !state.mounted) return wrong("cannot mount: %s", strerror(errno));
    set("dir %s", state.disk);
    return true;
}

static void clear(void) {
    char command[400];
    if (state.line) redisFree(state.line);
    state.line = NULL;
    if (*state.wrong) server_show_log(&state.own);
    server_remove(&state.own);
    if (state.mounted) umount2(state.disk, MNT_DETACH);
    snprintf(command, sizeof command, "rm -rf '%s'", state.disk);
    if (system(command)) printf("    %s stays\n", state.disk);
    arena_free(&state.text);
}

bool stage_play(const scene *s, const char *program) {
    bool good = set_up(s, program) && s->play();
    if (!good) printf("%s: %s\n", s->name, *state.wrong ? state.wrong : "failed");
    clear();
    return good;
}
