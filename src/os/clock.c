/* clock.c -- time and chance. */
#include "os/inside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static int64_t clock_us(clockid_t which) {
    struct timespec now;
    clock_gettime(which, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

int64_t os_mono_us(void) { return clock_us(CLOCK_MONOTONIC); }
int64_t os_wall_us(void) { return clock_us(CLOCK_REALTIME); }

void os_local_date(int64_t unix_s, os_date *out) {
    time_t then = (time_t)unix_s;
    struct tm local = {0};
    localtime_r(&then, &local);
    *out = (os_date){
        .year = local.tm_year + 1900, .month = local.tm_mon + 1, .day = local.tm_mday, .hour = local.tm_hour,
        .minute = local.tm_min, .second = local.tm_sec, .weekday = local.tm_wday, .yearday = local.tm_yday,
        .offset_s = (int)local.tm_gmtoff, .summer = local.tm_isdst > 0,
    };
}

/* The device file is older than any of the calls for this and exists everywhere. A server that cannot draw a run id
 * or a hash seed must not start. */
void os_entropy(void *out, size_t len) {
    int file = open("/dev/urandom", O_RDONLY | O_CLOEXEC);
    char *at = out;
    while (len) {
        ssize_t got = file < 0 ? -1 : read(file, at, len);
        if (got <= 0 && errno != EINTR) abort();
        if (got <= 0) continue;
        at += got;
        len -= (size_t)got;
    }
    close(file);
}

void os_sleep_us(int64_t us) {
    struct timespec left = {.tv_sec = us / 1000000, .tv_nsec = us % 1000000 * 1000};
    while (us > 0 && nanosleep(&left, &left) < 0 && errno == EINTR) {}
}
