/* clock.c -- time and chance. */
#include "os/inside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static int64_t clock_us(clockid_t which) {
    struct timespec now;
    clock_gettime(which, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

#ifdef __x86_64__
/* A command needs the time once, and the kernel's clock is a tenth of what a short command costs. Where the kernel itself keeps time
 * with the processor's counter we do so too: the real clock is read once in SPAN_US at most, and between two such looks time is what
 * the counter has advanced since. The rate comes from looks RATE_US apart, anew each time, so that a machine that moves to another
 * processor is wrong for one span. For the main thread only: the worker measures nothing. */
enum { SPAN_US = 1000, RATE_US = 10000, RATE_OLD_US = 10000000, TOGETHER = 5000, TRIES = 3 };

typedef struct look { uint64_t ticks; int64_t us; } look;

static struct {
    bool asked, trusted;
    look latest, base;                      /* base: an earlier one, to take the rate from */
    uint64_t span, rate;                    /* counts in SPAN_US, 0 while the rate is unknown; us a count, times 2^32 */
} counter;

static bool counter_trusted(void) {
    char name[8] = "";
    int file = open("/sys/devices/system/clocksource/clocksource0/current_clocksource", O_RDONLY | O_CLOEXEC);
    if (file < 0) return false;
    ssize_t got = read(file, name, sizeof name - 1);
    close(file);
    return got == 4 && !memcmp(name, "tsc\n", 4);
}

/* Both at once; false when we were interrupted between them each time. */
static bool look_at_both(look *l) {
    for (int i = 0; i < TRIES; i++) {
        l->ticks = __builtin_ia32_rdtsc();
        l->us = clock_us(CLOCK_MONOTONIC);
        if (__builtin_ia32_rdtsc() - l->ticks < TOGETHER) return true;
    }
    return false;
}

static void learn_rate(look now) {
    int64_t past = now.us - counter.base.us;
    bool known = counter.base.us && past < RATE_OLD_US && now.ticks > counter.base.ticks;
    if (known && past < RATE_US) return;
    counter.rate = known ? ((uint64_t)past << 32) / (now.ticks - counter.base.ticks) : 0;
    counter.span = counter.rate ? ((uint64_t)SPAN_US << 32) / counter.rate : 0;
    counter.base = now;
}

static int64_t look_at_clock(void) {
    int64_t said = counter.latest.us + (int64_t)(counter.span * counter.rate >> 32);
    look now;
    if (!counter.asked) counter.trusted = counter_trusted();
    counter.asked = true;
    if (!counter.trusted) return clock_us(CLOCK_MONOTONIC);
    bool together = look_at_both(&now);
    if (together) learn_rate(now);
    else counter.span = 0, counter.base = (look){0, 0};
    if (now.us < said) now.us = said;       /* that is not taken back */
    counter.latest = now;
    return now.us;
}

int64_t os_mono_us(void) {
    uint64_t past = __builtin_ia32_rdtsc() - counter.latest.ticks;
    return past < counter.span ? counter.latest.us + (int64_t)(past * counter.rate >> 32) : look_at_clock();
}
#else
int64_t os_mono_us(void) { return clock_us(CLOCK_MONOTONIC); }
#endif

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
