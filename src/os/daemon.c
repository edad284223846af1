/* daemon.c -- how the process stands towards those who started it: background, supervisor, title. */
#include "os/inside.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern char **environ;

static struct {
    char *at, *end;                         /* the memory of argv and environ, when it is one piece */
    char executable[PATH_MAX];
} title;

int os_become_daemon(void) {
    fflush(NULL);
    pid_t child = fork();
    if (child < 0) return os_fail();
    if (child) _exit(0);
    setsid();
    int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
    if (nowhere < 0) return OS_OK;
    for (int stream = 0; stream < 3; stream++) dup2(nowhere, stream);
    if (nowhere > 2) close(nowhere);
    return OS_OK;
}

int os_notify(const char *state) {
    const char *path = getenv("NOTIFY_SOCKET");
    if (!path || !*path) return OS_MISSING;
    struct sockaddr_storage to;
    socklen_t len;
    if ((*path != '/' && *path != '@') || !unix_address(path, true, &to, &len)) return OS_INVALID;
    int id = socket(AF_UNIX, SOCK_DGRAM, 0);
    if (id < 0) return os_fail();
    fcntl(id, F_SETFD, FD_CLOEXEC);
    ssize_t sent;
    do sent = sendto(id, state, strlen(state), 0, (struct sockaddr *)&to, len);
    while (sent < 0 && errno == EINTR);
    if (sent < 0) return os_fail_closing(id);
    close(id);
    return OS_OK;
}

/* -- the title ------------------------------------------------------------- */
static void executable_find(const char *called) {
    ssize_t len = readlink("/proc/self/exe", title.executable, sizeof title.executable - 1);
    if (len > 0) title.executable[len] = '\0';
    else if (os_absolute_path(called, title.executable, sizeof title.executable) != OS_OK) *title.executable = '\0';
}

/* Extends the piece by each text that follows it without a gap, and moves the text elsewhere so that it may be
 * overwritten; false when memory runs out. */
static bool texts_claim(char **texts) {
    for (; *texts; texts++) {
        char *copy = strdup(*texts);
        if (!copy) return false;
        if (*texts == title.end) title.end += strlen(copy) + 1;
        *texts = copy;
    }
    return true;
}

void os_title_start(int argc, char **argv) {
    executable_find(argv[0]);
    if (argc < 1 || title.at) return;
    char *at = title.end = argv[0];
    if (!texts_claim(argv) || !environ || !texts_claim(environ)) return;
    title.at = at;
}

void os_title(const char *text) {
    if (!title.at) return;
    size_t cap = (size_t)(title.end - title.at) - 1, len = strlen(text);
    if (len > cap) len = cap;
    memcpy(title.at, text, len);
    memset(title.at + len, 0, cap - len + 1);
}

const char *os_executable(void) { return title.executable; }
