/* outside.c -- put in front of libc (LD_PRELOAD) by unit tests that start a server, and by who measures: what the world is to answer it.
 *
 * OUTSIDE_ACCEPT names a file: while it is there, taking a connection fails with the error whose number it holds. With
 * ECONNABORTED the connection is gone, as in the real world; with any other error it keeps waiting.
 * OUTSIDE_SYSLOG names a unix socket: what is told to syslog goes there, a datagram each, as the daemon would see it.
 * OUTSIDE_SYNC_US makes the disk a slow one: each sync of a file takes so many microseconds more. */
#undef _GNU_SOURCE                          /* with it glibc's addresses are unions, which a definition may not name */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <syslog.h>
#include <time.h>
#include <unistd.h>

static struct { const char *ident; int option, facility; } opened;

static int wanted_error(void) {
    const char *path = getenv("OUTSIDE_ACCEPT");
    int number = 0;
    FILE *file = path ? fopen(path, "r") : NULL;
    if (!file) return 0;
    if (fscanf(file, "%d", &number) != 1) number = 0;
    fclose(file);
    return number;
}

int accept4(int listener, struct sockaddr *from, socklen_t *len, int flags);
int accept4(int listener, struct sockaddr *from, socklen_t *len, int flags) {
    int number = wanted_error();
    if (number && number != ECONNABORTED) return errno = number, -1;
    int id = (int)syscall(SYS_accept4, listener, from, len, flags);
    if (!number || id < 0) return id;
    close(id);
    return errno = number, -1;
}

int accept(int listener, struct sockaddr *from, socklen_t *len) { return accept4(listener, from, len, 0); }

static void tell(int priority, const char *format, va_list values) {
    struct sockaddr_un at = {.sun_family = AF_UNIX};
    char text[1024], line[1200], process[32] = "";
    const char *path = getenv("OUTSIDE_SYSLOG");
    if (!path) return;
    vsnprintf(text, sizeof text, format, values);
    if (opened.option & LOG_PID) snprintf(process, sizeof process, "[%d]", (int)getpid());
    int len = snprintf(line, sizeof line, "<%d>%s%s: %s", opened.facility | priority, opened.ident ? opened.ident : "", process, text);
    snprintf(at.sun_path, sizeof at.sun_path, "%s", path);
    int box = socket(AF_UNIX, SOCK_DGRAM, 0);
    sendto(box, line, (size_t)len, MSG_DONTWAIT, (struct sockaddr *)&at, sizeof at);
    close(box);
}

void openlog(const char *ident, int option, int facility) {
    opened.ident = ident;
    opened.option = option;
    opened.facility = facility;
}

void closelog(void) { opened.ident = NULL; }

void syslog(int priority, const char *format, ...) {
    va_list values;
    va_start(values, format);
    tell(priority, format, values);
    va_end(values);
}

/* What syslog becomes where the compiler fortifies calls by itself. */
void __syslog_chk(int priority, int flag, const char *format, ...);
void __syslog_chk(int priority, int flag, const char *format, ...) {
    va_list values;
    (void)flag;
    va_start(values, format);
    tell(priority, format, values);
    va_end(values);
}

static void take_time(void) {
    const char *us = getenv("OUTSIDE_SYNC_US");
    long wait = us ? atol(us) : 0;
    if (wait > 0) nanosleep(&(struct timespec){.tv_sec = wait / 1000000, .tv_nsec = wait % 1000000 * 1000}, NULL);
}

int fsync(int file) {
    take_time();
    return (int)syscall(SYS_fsync, file);
}

int fdatasync(int file) {
    take_time();
    return (int)syscall(SYS_fdatasync, file);
}
