/* processors.c -- where threads may run: lists as Linux' taskset has them, "0-7:2,12" being 0, 2, 4, 6 and 12. */
#include "os/inside.h"

#include <errno.h>
#include <stdlib.h>
#ifdef __linux__
#include <sched.h>
#include <sys/prctl.h>

/* A number, and what follows it; -1 when there is none or no machine has so many. */
static long number_at(const char **text) {
    char *end;
    if (**text < '0' || **text > '9') return -1;
    long n = strtol(*text, &end, 10);
    *text = end;
    return n < CPU_SETSIZE ? n : -1;
}

/* One "first", "first-last" or "first-last:step". */
static bool range_add(const char **text, cpu_set_t *set) {
    long first = number_at(text), last = first, step = 1;
    if (**text == '-') {
        ++*text;
        last = number_at(text);
        if (**text == ':') {
            ++*text;
            step = number_at(text);
        }
    }
    if (first < 0 || last < first || step < 1) return false;
    for (long i = first; i <= last; i += step) CPU_SET((size_t)i, set);
    return true;
}

static int parse(const char *list, cpu_set_t *set) {
    bool good;
    CPU_ZERO(set);
    do good = range_add(&list, set); while (good && *list == ',' && ++list);
    if (good && !*list) return OS_OK;
    errno = EINVAL;
    return os_fail();
}

int os_use_processors(const char *list) {
    cpu_set_t set;
    int result = parse(list, &set);
    if (result != OS_OK) return result;
    return sched_setaffinity(0, sizeof set, &set) == 0 ? OS_OK : os_fail();
}

int os_worker_processors(const char *list) {
    cpu_set_t set;
    int result = parse(list, &set);
    if (result == OS_OK) worker_processors = list;
    return result;
}

void os_refuse_huge_pages(void) { prctl(PR_SET_THP_DISABLE, 1, 0, 0, 0); }
#else
int os_use_processors(const char *list) {
    (void)list;
    errno = ENOTSUP;
    return os_fail();
}

int os_worker_processors(const char *list) { return os_use_processors(list); }
void os_refuse_huge_pages(void) {}
#endif
