/* sys/event.h -- as much of the BSD interface as src/os/kqueue.c uses, so that it can be tested on a Linux without
 * libkqueue. kqueue.c beside it makes it out of epoll. */
#ifndef TESTS_KQUEUE_EVENT_H
#define TESTS_KQUEUE_EVENT_H
#include <stdint.h>
#include <time.h>

enum { EVFILT_READ = -1, EVFILT_WRITE = -2 };
enum { EV_ADD = 1, EV_DELETE = 2, EV_EOF = 0x8000 };

struct kevent {
    uintptr_t ident;
    short filter;
    unsigned short flags;
    unsigned fflags;
    intptr_t data;
    void *udata;
};

#define EV_SET(event, id, kind, flag, more, number, owner)                       \
    (*(event) = (struct kevent){.ident = (id), .filter = (kind), .flags = (flag), \
                                .fflags = (more), .data = (number), .udata = (owner)})

int kqueue(void);
/* Applies the changes, then, when there is room for events, waits for them; NULL is for ever. */
int kevent(int queue, const struct kevent *changes, int change_count, struct kevent *events, int event_count,
           const struct timespec *timeout);
#endif
