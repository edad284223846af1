/* process.h -- real servers for unit tests: started in a directory of their own, spoken to over the socket "s" in it. */
#ifndef TESTS_UNIT_PROCESS_H
#define TESTS_UNIT_PROCESS_H
#include "unit.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

static char program[640], directory[64];
static rlim_t files_allowed;                /* for the next server; 0: as many as we */
static mode_t mask = 022;
static char outside[640];                   /* outside.so */

static inline const char *path(const char *name) {
    static char text[4][128];
    static int next;
    char *out = text[next++ % 4];
    snprintf(out, sizeof text[0], "%s/%s", directory, name);
    return out;
}

/* A variant's server (SANITIZE=1, POLL=kqueue) stands in the variant's own folder, build/debug beside build/debug/tests. */
static inline void find_program(const char *self) {
    char beside[256];
    const char *tests = strstr(self, "tests/unit/");
    snprintf(beside, sizeof beside, "%.*sredis-server", tests ? (int)(tests - self) : 0, self);
    const char *found = access(beside, X_OK) == 0 ? beside : "src/redis-server";
    if (*found == '/' || !getcwd(program, sizeof program - 258)) *program = '\0';
    snprintf(program + strlen(program), 258, "%s%s", *program ? "/" : "", found);
    const char *slash = strrchr(self, '/');
    if (*self == '/' || !getcwd(outside, sizeof outside - 258)) *outside = '\0';
    snprintf(outside + strlen(outside), 258, "%s%.*soutside.so", *outside ? "/" : "", slash ? (int)(slash - self) + 1 : 0, self);
}

/* What the next server asks of the world goes by way of outside.so, which is told this. */
static inline void outside_on(const char *name, const char *value) {
    setenv(name, value, 1);
    setenv("LD_PRELOAD", outside, 1);
    setenv("ASAN_OPTIONS", "verify_asan_link_order=0", 1);
}

static inline void outside_off(const char *name) {
    unsetenv(name);
    unsetenv("LD_PRELOAD");
    unsetenv("ASAN_OPTIONS");
}

/* Starts one on the socket "s" with these further arguments, up to a NULL. */
static inline pid_t launch(const char *first, ...) {
    const char *arguments[32] = {program, "--port", "0", "--unixsocket", "s", "--logfile", "log"};
    int count = 7;
    va_list rest;
    va_start(rest, first);
    for (const char *each = first; each; each = va_arg(rest, const char *)) arguments[count++] = each;
    va_end(rest);
    pid_t id = fork();
    if (id) return id;
    struct rlimit files = {files_allowed, files_allowed};
    umask(mask);
    if (chdir(directory) || (files_allowed && setrlimit(RLIMIT_NOFILE, &files))) _exit(126);
    execv(program, (char **)(uintptr_t)arguments);
    _exit(127);
}

static inline int connect_to(const char *name) {
    struct sockaddr_un at = {.sun_family = AF_UNIX};
    snprintf(at.sun_path, sizeof at.sun_path, "%s", path(name));
    int s = socket(AF_UNIX, SOCK_STREAM, 0);
    if (!connect(s, (struct sockaddr *)&at, sizeof at)) return s;
    close(s);
    return -1;
}

/* Waits until it can be talked to; -1 when that does not come to be in ten seconds. */
static inline int connected(void) {
    for (int i = 0; i < 1000; i++) {
        int s = connect_to("s");
        if (s >= 0) return s;
        poll(NULL, 0, 10);
    }
    return -1;
}

static inline const char *ask(int s, const char *line) {
    static char text[65536];
    struct pollfd p = {.fd = s, .events = POLLIN};
    size_t sent = strlen(line);
    *text = '\0';
    if (*line && send(s, line, sent, MSG_NOSIGNAL) != (ssize_t)sent) return text;
    if (poll(&p, 1, 10000) <= 0) return text;
    ssize_t n = recv(s, text, sizeof text - 1, 0);
    text[n > 0 ? n : 0] = '\0';
    return text;
}

/* The status of one that ends within ten seconds, -1 of one that does not, or dies. */
static inline int ended(pid_t id) {
    int status;
    for (int i = 0; i < 1000; i++, poll(NULL, 0, 10)) {
        if (waitpid(id, &status, WNOHANG) == id) return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    kill(id, SIGKILL);
    waitpid(id, &status, 0);
    return -1;
}

static inline int stopped(pid_t id) {
    kill(id, SIGTERM);
    return ended(id);
}

/* Up to a NUL; what /proc gives of a command line is one text to us. */
static inline const char *file_text(const char *name) {
    static char text[65536];
    int file = open(name, O_RDONLY);
    ssize_t n = file < 0 ? 0 : read(file, text, sizeof text - 1);
    if (file >= 0) close(file);
    text[n > 0 ? n : 0] = '\0';
    return text;
}

static inline bool logged(const char *what) {
    bool found = strstr(file_text(path("log")), what) != NULL;
    if (!found) fprintf(stderr, "not in the log: %s\n%s", what, file_text(path("log")));
    return found;
}

/* With what the servers have left in it. */
static inline void remove_directory(void) {
    static const char *const left[] = {"log", "s", "pid", "dump.rdb"};
    for (size_t i = 0; i < sizeof left / sizeof *left; i++) unlink(path(left[i]));
    rmdir(directory);
}
#endif
