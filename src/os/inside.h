/* inside.h -- what the files of this room know of each other; nobody else includes it.
 *
 *     wait.c     what is watched, and one queue of news for os_wait
 *     epoll.c    the kernel's poller: exactly one of epoll.c and kqueue.c is linked
 *     signal.c   handlers that only note what came and ring the bell
 *     worker.c   the thread that syncs and closes, and rings the bell
 *     process.c  the snapshot children
 *     processors.c  on which processors all of these run
 */
#ifndef OS_INSIDE_H
#define OS_INSIDE_H
#include "os/os.h"

#include <sys/socket.h>

/* Remembers errno for os_error_text() and returns the os_error it amounts to. */
int os_fail(void);
/* Closes file on the way out of a failure, which errno still words. */
int os_fail_closing(int file);

/* -- the poller: epoll.c or kqueue.c ---------------------------------------- */
typedef struct ready { int id, what; } ready;
enum { READY_MAX = 1024 };                  /* events fetched by one wait */
int  poller_open(void);
int  poller_set(int id, int before, int after);   /* OS_READ | OS_WRITE, watched until now and from now on */
int  poller_wait(ready *out, int cap, int64_t timeout_us);
void poller_leave(void);                    /* in a child: the parent's poller must not be touched */

/* -- news ------------------------------------------------------------------- */
/* Makes os_wait return; may be called by a signal handler and by the worker. */
void wake_ring(void);
/* To be called before an id is closed: its number may come back as something else. */
void watch_forget(int id);
int  watch_highest(void);                   /* no id beyond this one was ever watched */

int  signals_catch(void);
bool signals_take(os_event *out);           /* false when there is none */
bool children_take(os_event *out);
bool synced_take(os_event *out);
extern const char *worker_processors;       /* where the worker is to run once it starts; NULL is anywhere */

bool in_snapshot(void);                     /* this is a child: no thread, no poller */

/* The socket address of a unix path; false when the path is too long. A leading '@' is the abstract name space. */
bool unix_address(const char *path, bool abstract, struct sockaddr_storage *out, socklen_t *len);
#endif
