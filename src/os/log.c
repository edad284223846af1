/* log.c -- where log lines go. */
#include "os/inside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <syslog.h>
#include <unistd.h>

static struct {
    char *path;                             /* NULL: standard output */
    char *ident;                            /* syslog keeps the pointer, not the text */
} logging;

static int file_open(const char *path) { return open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644); }

int os_log_open(const char *path) {
    char *kept = NULL;
    if (*path) {
        int file = file_open(path);
        if (file < 0) return os_fail();
        close(file);
        kept = strdup(path);
        if (!kept) return os_fail();
    }
    free(logging.path);
    logging.path = kept;
    return OS_OK;
}

void os_log(const char *line, size_t len) {
    int file = logging.path ? file_open(logging.path) : STDOUT_FILENO;
    if (file < 0) return;
    os_print(file, line, len);
    if (logging.path) close(file);
}

static int facility_of(const char *name) {
    static const struct { const char *name; int facility; } known[] = {
        {"user", LOG_USER},     {"local0", LOG_LOCAL0}, {"local1", LOG_LOCAL1},
        {"local2", LOG_LOCAL2}, {"local3", LOG_LOCAL3}, {"local4", LOG_LOCAL4},
        {"local5", LOG_LOCAL5}, {"local6", LOG_LOCAL6}, {"local7", LOG_LOCAL7},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (!strcmp(known[i].name, name)) return known[i].facility;
    return LOG_LOCAL0;
}

void os_syslog_open(const char *ident, const char *facility) {
    closelog();
    free(logging.ident);
    logging.ident = strdup(ident);
    openlog(logging.ident, LOG_PID | LOG_NDELAY | LOG_NOWAIT, facility_of(facility));
}

void os_syslog(int level, const char *line) {
    static const int priorities[] = {LOG_DEBUG, LOG_INFO, LOG_NOTICE, LOG_WARNING};
    syslog(priorities[level & 3], "%s", line);
}
