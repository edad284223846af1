/* kqueue.c -- the poller of the BSDs and macOS. */
#include "os/inside.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/event.h>
#include <sys/time.h>
#include <unistd.h>

static struct {
    int file;
    struct kevent fetched[READY_MAX];
} poller = {.file = -1};

const char *os_poll_name(void) { return "kqueue"; }

int poller_open(void) {
    poller.file = kqueue();
    if (poller.file < 0) return os_fail();
    fcntl(poller.file, F_SETFD, FD_CLOEXEC);
    return OS_OK;
}

/* A queue is not inherited by a fork: there is nothing to close. */
void poller_leave(void) { poller.file = -1; }

int poller_set(int id, int before, int after) {
    struct kevent change[2];
    int count = 0, differs = before ^ after;
    if (differs & OS_READ) {
        EV_SET(&change[count], (uintptr_t)id, EVFILT_READ, after & OS_READ ? EV_ADD : EV_DELETE, 0, 0, 0);
        count++;
    }
    if (differs & OS_WRITE) {
        EV_SET(&change[count], (uintptr_t)id, EVFILT_WRITE, after & OS_WRITE ? EV_ADD : EV_DELETE, 0, 0, 0);
        count++;
    }
    return count && kevent(poller.file, change, count, NULL, 0, NULL) < 0 ? os_fail() : OS_OK;
}

int poller_wait(ready *out, int cap, int64_t timeout_us) {
    if (cap > READY_MAX) cap = READY_MAX;
    struct timespec limit = {.tv_sec = timeout_us / 1000000, .tv_nsec = timeout_us % 1000000 * 1000};
    int count = kevent(poller.file, NULL, 0, poller.fetched, cap, timeout_us < 0 ? NULL : &limit);
    if (count < 0) return errno == EINTR ? 0 : os_fail();
    for (int i = 0; i < count; i++)
        out[i] = (ready){(int)poller.fetched[i].ident, poller.fetched[i].filter == EVFILT_READ ? OS_READ : OS_WRITE};
    return count;
}
