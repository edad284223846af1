/* kqueue.c -- a kqueue made of epoll, for one queue a process; see sys/event.h. */
#include "sys/event.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>

enum { FILES = 65536 };

static uint8_t filters[FILES];              /* EPOLLIN | EPOLLOUT, as far as this file knows */

int kqueue(void) {
    memset(filters, 0, sizeof filters);
    return epoll_create1(EPOLL_CLOEXEC);
}

/* A closed file leaves the queue by itself, so what is believed about an id may be about the one before it. */
static int change_apply(int queue, const struct kevent *change) {
    uint8_t bit = change->filter == EVFILT_READ ? EPOLLIN : EPOLLOUT;
    uint8_t *known = &filters[change->ident % FILES];
    uint8_t after = change->flags & EV_ADD ? *known | bit : *known & ~bit;
    struct epoll_event wanted = {.events = after, .data.u64 = change->ident};
    int id = (int)change->ident, result = -1;
    if (change->flags & EV_DELETE && !(*known & bit)) {
        errno = ENOENT;
        return -1;
    }
    if (*known) result = epoll_ctl(queue, after ? EPOLL_CTL_MOD : EPOLL_CTL_DEL, id, &wanted);
    if (result < 0 && change->flags & EV_ADD && (!*known || errno == ENOENT)) {
        wanted.events = after = bit;
        result = epoll_ctl(queue, EPOLL_CTL_ADD, id, &wanted);
    }
    *known = result < 0 ? 0 : after;
    return result;
}

static int events_fetch(int queue, struct kevent *events, int room, int timeout_ms) {
    struct epoll_event ready[64];
    int asked = room / 2 ? room / 2 : 1, filled = 0;
    int count = epoll_wait(queue, ready, asked < 64 ? asked : 64, timeout_ms);
    if (count < 0) return count;
    for (int i = 0; i < count; i++) {
        uint32_t got = ready[i].events;
        uint8_t wanted = filters[ready[i].data.u64 % FILES];
        unsigned short flags = got & (EPOLLHUP | EPOLLERR) ? EV_EOF : 0;
        if (flags) got |= wanted;
        if (got & wanted & EPOLLIN && filled < room)
            EV_SET(&events[filled++], ready[i].data.u64, EVFILT_READ, flags, 0, 0, NULL);
        if (got & wanted & EPOLLOUT && filled < room)
            EV_SET(&events[filled++], ready[i].data.u64, EVFILT_WRITE, flags, 0, 0, NULL);
    }
    return filled;
}

int kevent(int queue, const struct kevent *changes, int change_count, struct kevent *events, int event_count,
           const struct timespec *timeout) {
    for (int i = 0; i < change_count; i++)
        if (change_apply(queue, &changes[i]) < 0) return -1;
    if (!event_count) return 0;
    int ms = timeout ? (int)(timeout->tv_sec * 1000 + (timeout->tv_nsec + 999999) / 1000000) : -1;
    return events_fetch(queue, events, event_count, ms);
}
