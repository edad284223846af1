/* child.h -- the one background process: a frozen copy of the server that writes a snapshot or a new AOF base. */
#ifndef PERSIST_CHILD_H
#define PERSIST_CHILD_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum child_kind { CHILD_NONE, CHILD_SNAPSHOT, CHILD_REWRITE, CHILD_OTHER };
enum { CHILD_KILLED = -1, CHILD_SIGNAL = 256 };

/* done() gets the exit code, CHILD_SIGNAL + n when it died of a signal, or CHILD_KILLED when child_kill() ended it. */
typedef struct child_job {
    enum child_kind kind;
    int (*run)(void *argument);             /* in the child; its result is the exit code */
    void *argument;
    void (*done)(int id, int code, size_t cow_bytes);
} child_job;

/* The child's process id, or a negative os_error. Only when there is none yet. */
int  child_start(const child_job *job);
enum child_kind child_running(void);
int  child_id(void);
void child_kill(void);                      /* ends it and calls done() at once */
/* In the child: tells how far it is. */
void child_progress(uint64_t keys);
/* Is there something that may start only when no child runs? Asked each tick and when a child ends, in order of asking. */
void child_on_idle(void (*ask)(void));
#endif
