#include "sim/world.h"
#include "sim/disk.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int server_main(int argc, char **argv);     /* src/main.c, under this name */

enum { SPACE_LOG = 33, BLOCK_LOG_LEAST = 5, HEADER = 16, LOG_KEPT = 1 << 20 };

world *the_world;
int me = -1;

/* The shared piece: the world first, then blocks of powers of two, each with its logarithm in front. */
static struct space {
    size_t used;
    void *free[SPACE_LOG];
} *space;

/* -- memory -------------------------------------------------------------------- */
static int block_log(size_t size) {
    int log = BLOCK_LOG_LEAST;
    while (((size_t)1 << log) < size + HEADER) log++;
    return log;
}

void *world_alloc(size_t size) {
    int log = block_log(size);
    char *block = space->free[log];
    if (block) {
        memcpy(&space->free[log], block, sizeof(void *));
    } else {
        block = (char *)space + space->used;
        space->used += (size_t)1 << log;
        if (space->used > (size_t)1 << SPACE_LOG) abort();
    }
    *(int *)block = log;
    memset(block + HEADER, 0, size);
    return block + HEADER;
}

void world_free(void *p) {
    if (!p) return;
    char *block = (char *)p - HEADER;
    int log = *(int *)block;
    memcpy(block, &space->free[log], sizeof(void *));
    space->free[log] = block;
}

void *world_resize(void *p, size_t size) {
    if (p && block_log(size) == *(int *)((char *)p - HEADER)) return p;
    void *q = world_alloc(size);
    if (!p) return q;
    size_t had = ((size_t)1 << *(int *)((char *)p - HEADER)) - HEADER;
    memcpy(q, p, had < size ? had : size);
    world_free(p);
    return q;
}

void world_begin(uint64_t seed) {
    if (space) world_end();
    int shared = MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE;
    space = mmap(NULL, (size_t)1 << SPACE_LOG, PROT_READ | PROT_WRITE, shared, -1, 0);
    if (space == MAP_FAILED) abort();
    space->used = (sizeof *space + 63) & ~(size_t)63;
    the_world = world_alloc(sizeof *the_world);
    the_world->chance = seed * 0x9E3779B97F4A7C15u + 0x2545F4914F6CDD1Du;
    the_world->began_us = (int64_t)1735689600 * 1000000;
    the_world->next_port = 40000;
    sem_init(&the_world->back, 1, 0);
    disk_make();
}

void world_end(void) {
    for (int i = 0; i < PROCESSES_MAX; i++)
        if (the_world->processes[i].parent < 0 && life_runs(i)) life_kill(i);
    munmap(space, (size_t)1 << SPACE_LOG);
    space = NULL;
}

uint64_t world_random(uint64_t below) {
    uint64_t *x = &the_world->chance;
    *x ^= *x << 13;
    *x ^= *x >> 7;
    *x ^= *x << 17;
    return below ? (*x * 0x2545F4914F6CDD1Du >> 16) % below : 0;
}

void world_note(uint64_t what) {
    the_world->history = (the_world->history ^ what) * 0x100000001B3u + (uint64_t)the_world->now_us;
}

void world_log(const char *text, size_t len) {
    world *w = the_world;
    if (w->log_len > LOG_KEPT) {
        memmove(w->log, w->log + w->log_len / 2, w->log_len - w->log_len / 2);
        w->log_len -= w->log_len / 2;
    }
    if (w->log_len + len > w->log_room) w->log = world_resize(w->log, w->log_room = 2 * (w->log_len + len));
    memcpy(w->log + w->log_len, text, len);
    w->log_len += len;
}

/* -- a process's side ------------------------------------------------------------ */
process *process_here(void) { return &the_world->processes[me]; }

static void baton_take(sem_t *baton) {
    while (sem_wait(baton) < 0 && errno == EINTR) {}
}

void process_yield(process_state state, int64_t wake_us) {
    process *p = process_here();
    p->state = state;
    p->wake_us = wake_us;
    sem_post(&the_world->back);
    baton_take(p->go);
}

/* What a death releases; the corpse is the parent's. */
static void process_buried(process *p, int code) {
    for (int i = 0; i < p->sync_count; i++) inode_opened(p->syncs[i].file, -1);
    p->state = PROCESS_DEAD;
    p->code = code;
    p->sync_count = 0;
    for (int id = 0; id < p->handles_end; id++) handle_close(p, id);
    for (int i = 0; i < PROCESSES_MAX; i++) {
        process *child = &the_world->processes[i];
        if (child->state == PROCESS_FREE || child->parent < 0 || &the_world->processes[child->parent] != p) continue;
        if (child->state != PROCESS_DEAD) kill(child->pid, SIGKILL);
        if (child->state != PROCESS_DEAD) process_buried(child, KILLED + SIGKILL);
        child->state = PROCESS_FREE;
    }
}

void process_end(process *p, int code) {
    kill(p->pid, SIGKILL);
    process_buried(p, code);
}

_Noreturn void process_die(int code) {
    process_buried(process_here(), code);
    sem_post(&the_world->back);
    _exit(0);
}

static int process_free(void) {
    for (int i = 0; i < PROCESSES_MAX; i++)
        if (the_world->processes[i].state == PROCESS_FREE) return i;
    return -1;
}

static void process_set_up(int index, int parent, const char *directory) {
    process *p = &the_world->processes[index];
    memset(p, 0, sizeof *p);
    p->go = world_alloc(sizeof *p->go);     /* not the one before's: who dies may still be waiting at it, and be woken instead */
    sem_init(p->go, 1, 0);
    p->parent = parent;
    p->handles_end = 3;
    snprintf(p->directory, sizeof p->directory, "%s", directory);
    p->state = PROCESS_SLEEPING;
    p->wake_us = the_world->now_us;
}

/* What the real kernel has to say about it is the process's end, too. */
static void crashed(int number) { process_die(KILLED + number); }

static void catch_crashes(void) {
#ifndef __SANITIZE_ADDRESS__
    static const int fatal[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
    for (size_t i = 0; i < sizeof fatal / sizeof *fatal; i++) signal(fatal[i], crashed);
#else
    (void)crashed;
#endif
}

int process_fork(void) {
    int index = process_free();
    if (index < 0) return -1;
    process_set_up(index, me, process_here()->directory);
    fflush(NULL);
    int pid = fork();
    if (pid < 0) {
        the_world->processes[index].state = PROCESS_FREE;
        return -1;
    }
    if (pid) {
        the_world->processes[index].pid = pid;
        return index;
    }
    me = index;
    baton_take(process_here()->go);
    return 0;
}

/* -- the driver's side ------------------------------------------------------------ */
int life_start(const char *config) {
    int index = process_free();
    process_set_up(index, -1, "/srv");
    snprintf(the_world->config, sizeof the_world->config, "%s", config);
    fflush(NULL);
    int pid = fork();
    if (!pid) {
        char program[] = "redis-server", *argv[] = {program, the_world->config, NULL};
        me = index;
        signal(SIGCHLD, SIG_IGN);           /* who dies in this world is gone at once */
        signal(SIGALRM, SIG_DFL);
        catch_crashes();
        baton_take(process_here()->go);
        process_die(server_main(2, argv));
    }
    the_world->processes[index].pid = pid;
    return index;
}

bool life_runs(int life) {
    process_state state = the_world->processes[life].state;
    return state != PROCESS_FREE && state != PROCESS_DEAD;
}

void life_kill(int life) {
    process *p = &the_world->processes[life];
    bool ran = life_runs(life);
    if (ran) kill(p->pid, SIGKILL);
    waitpid(p->pid, NULL, 0);
    if (ran) process_buried(p, KILLED + SIGKILL);
    p->state = PROCESS_FREE;
}

void life_signal(int life, char letter) {
    process *p = &the_world->processes[life];
    size_t count = strlen(p->signals);
    if (count < sizeof p->signals - 1) p->signals[count] = letter;
}

/* Did it end in a way that left it no time to say so? A sanitizer's report is one. */
static bool died_unheard(process *p) {
    if (p->parent < 0) return waitpid(p->pid, NULL, WNOHANG) == p->pid;
    return kill(p->pid, 0) < 0;
}

static void baton_hand(int index) {
    process *p = &the_world->processes[index];
    the_world->turn = index;
    the_world->idle_calls = 0;
    sem_post(p->go);
    for (;;) {
        struct timespec limit;
        clock_gettime(CLOCK_REALTIME, &limit);
        limit.tv_sec += 1;
        if (sem_timedwait(&the_world->back, &limit) == 0) break;
        if (errno != ETIMEDOUT || !died_unheard(p)) continue;
        process_buried(p, KILLED + SIGABRT);
        break;
    }
    if (p->state != PROCESS_DEAD || !p->again) return;
    waitpid(p->pid, NULL, 0);
    p->state = PROCESS_FREE;
    life_start(the_world->config);
}

static bool can_go_on(const process *p) {
    if (p->state == PROCESS_WAITING && process_has_news(p)) return true;
    return (p->state == PROCESS_WAITING || p->state == PROCESS_SLEEPING) && p->wake_us >= 0 &&
           p->wake_us <= the_world->now_us;
}

/* Whose turn it is: the next one round, or any one by chance; -1 when nobody can go on now. */
static int next_process(void) {
    int start = the_world->faults.jitter ? (int)world_random(PROCESSES_MAX) : the_world->turn;
    for (int i = 1; i <= PROCESSES_MAX; i++) {
        int index = (start + i) % PROCESSES_MAX;
        if (can_go_on(&the_world->processes[index])) return index;
    }
    return -1;
}

/* When somebody will be able to go on though nothing happens to him. */
static int64_t next_time(void) {
    int64_t next = INT64_MAX;
    for (int i = 0; i < PROCESSES_MAX; i++) {
        const process *p = &the_world->processes[i];
        if (p->state != PROCESS_WAITING && p->state != PROCESS_SLEEPING) continue;
        if (p->wake_us >= 0 && p->wake_us < next) next = p->wake_us;
        for (int k = 0; k < p->sync_count && p->state == PROCESS_WAITING; k++) /* who sleeps hears of none */
            if (p->syncs[k].due_us < next) next = p->syncs[k].due_us;
    }
    return next;
}

bool world_step(int64_t until_us) {
    int index = next_process();
    if (index < 0) {
        int64_t next = next_time();
        if (next > until_us) return false;
        if (next > the_world->now_us) the_world->now_us = next;
        index = next_process();
        if (index < 0) return false;
    }
    baton_hand(index);
    return true;
}

void world_settle(void) {
    enum { ENOUGH_US = 150000 };
    int64_t limit = the_world->now_us + ENOUGH_US;
    while (the_world->now_us < limit && next_process() >= 0) world_step(the_world->now_us);
}

void world_run(int64_t until_us) {
    while (the_world->now_us <= until_us && world_step(until_us)) {}
    if (the_world->now_us < until_us) the_world->now_us = until_us;
}
