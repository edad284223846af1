/* worker.c -- one thread for the two calls that may take seconds: making a file durable, and closing the last name of
 * a big one. Jobs wait in a ring, done ones in another; both grow. The thread is made when it is first needed, so that
 * a daemon's fork, which would leave it behind, can come before. */
#include "os/inside.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

typedef struct job {
    int file;
    bool sync;                              /* otherwise close */
    int64_t ticket;
    int result;
} job;

typedef struct queue {
    job *ring;
    size_t cap, first, count;               /* cap is a power of two */
} queue;

static struct {
    pthread_mutex_t lock;
    pthread_cond_t more;
    queue todo, done;
    bool running;
} worker = {.lock = PTHREAD_MUTEX_INITIALIZER, .more = PTHREAD_COND_INITIALIZER};

static bool queue_put(queue *q, job j) {
    if (q->count == q->cap) {
        size_t cap = q->cap ? 2 * q->cap : 16;
        job *ring = malloc(cap * sizeof *ring);
        if (!ring) return false;
        for (size_t i = 0; i < q->count; i++) ring[i] = q->ring[(q->first + i) & (q->cap - 1)];
        free(q->ring);
        *q = (queue){.ring = ring, .cap = cap, .count = q->count};
    }
    q->ring[(q->first + q->count++) & (q->cap - 1)] = j;
    return true;
}

static bool queue_take(queue *q, job *out) {
    if (!q->count) return false;
    *out = q->ring[q->first];
    q->first = (q->first + 1) & (q->cap - 1);
    q->count--;
    return true;
}

static void job_do(job *j) {
    if (j->sync) j->result = os_sync(j->file);
    else close(j->file);
}

const char *worker_processors;

static void *work(void *unused) {
    job j;
    if (worker_processors) os_use_processors(worker_processors);
    pthread_mutex_lock(&worker.lock);
    for (;;) {
        while (!queue_take(&worker.todo, &j)) pthread_cond_wait(&worker.more, &worker.lock);
        pthread_mutex_unlock(&worker.lock);
        job_do(&j);
        pthread_mutex_lock(&worker.lock);
        if (!j.sync) continue;
        if (!queue_put(&worker.done, j)) abort(); /* a sync that is never reported would hang its clients for ever */
        wake_ring();
    }
    return unused;
}

/* The thread must not be the one that a signal interrupts. */
static bool worker_begin(void) {
    if (worker.running) return true;
    sigset_t all, before;
    pthread_t thread;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    worker.running = pthread_create(&thread, NULL, work, NULL) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (worker.running) pthread_detach(thread);
    return worker.running;
}

static bool hand_over(job j) {
    if (in_snapshot() || !worker_begin()) return false;
    pthread_mutex_lock(&worker.lock);
    bool taken = queue_put(&worker.todo, j);
    pthread_cond_signal(&worker.more);
    pthread_mutex_unlock(&worker.lock);
    return taken;
}

int os_sync_later(int file, int64_t ticket) {
    return hand_over((job){.file = file, .sync = true, .ticket = ticket}) ? OS_OK : OS_FULL;
}

void os_close_later(int file) {
    watch_forget(file);
    if (!hand_over((job){.file = file})) close(file);
}

bool synced_take(os_event *out) {
    job j;
    pthread_mutex_lock(&worker.lock);
    bool some = queue_take(&worker.done, &j);
    pthread_mutex_unlock(&worker.lock);
    if (some) *out = (os_event){.id = j.result, .what = OS_SYNCED, .detail = j.ticket};
    return some;
}
