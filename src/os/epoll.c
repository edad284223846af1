/* epoll.c -- the poller of Linux. */
#include "os/inside.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <sys/epoll.h>
#include <unistd.h>

static struct {
    int file;
    struct epoll_event fetched[READY_MAX];
} poller = {.file = -1};

const char *os_poll_name(void) { return "epoll"; }

int poller_open(void) {
    poller.file = epoll_create1(EPOLL_CLOEXEC);
    return poller.file < 0 ? os_fail() : OS_OK;
}

void poller_leave(void) {
    close(poller.file);
    poller.file = -1;
}

static uint32_t interest(int what) {
    return (what & OS_READ ? (uint32_t)EPOLLIN : 0) | (what & OS_WRITE ? (uint32_t)EPOLLOUT : 0);
}

int poller_set(int id, int before, int after) {
    struct epoll_event wanted = {.events = interest(after), .data.fd = id};
    int how = !before ? EPOLL_CTL_ADD : !after ? EPOLL_CTL_DEL : EPOLL_CTL_MOD;
    return epoll_ctl(poller.file, how, id, &wanted) < 0 ? os_fail() : OS_OK;
}

/* The kernel counts milliseconds here; rounding up keeps a timer from being polled for in vain until it is due. */
static int timeout_ms(int64_t timeout_us) {
    if (timeout_us < 0) return -1;
    int64_t ms = (timeout_us + 999) / 1000;
    return ms > INT_MAX ? INT_MAX : (int)ms;
}

/* Less than that is waited for by the poller's own descriptor. */
static bool ready_within(int64_t us) {
    struct pollfd one = {.fd = poller.file, .events = POLLIN};
    struct timespec limit = {.tv_nsec = us * 1000};
    return ppoll(&one, 1, &limit, NULL) > 0;
}

int poller_wait(ready *out, int cap, int64_t timeout_us) {
    if (cap > READY_MAX) cap = READY_MAX;
    if (timeout_us > 0 && timeout_us < 1000) {
        if (!ready_within(timeout_us)) return 0;
        timeout_us = 0;
    }
    int count = epoll_wait(poller.file, poller.fetched, cap, timeout_ms(timeout_us));
    if (count < 0) return errno == EINTR ? 0 : os_fail();
    for (int i = 0; i < count; i++) {
        uint32_t got = poller.fetched[i].events;
        int what = (got & EPOLLIN ? OS_READ : 0) | (got & EPOLLOUT ? OS_WRITE : 0);
        if (got & (EPOLLERR | EPOLLHUP)) what = OS_READ | OS_WRITE;
        out[i] = (ready){poller.fetched[i].data.fd, what};
    }
    return count;
}
