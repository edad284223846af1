/* world.h -- the invented world: one piece of memory that everybody in it shares.
 *
 * A life of the server is a forked process that runs the production objects over os_sim.c; a snapshot is a fork of
 * that. The driver (a transcript runner or lives.c) holds their clock: only one process runs at a time, the one that
 * was handed the baton, and it gives the baton back whenever it would have waited. So nothing in the world is locked,
 * and everything that happens follows from the seed.
 *
 *     driver --- world_step ---> the next process that can go on, at the time when it can
 *                <-- baton ----  it waits, sleeps, or dies
 *
 * What must outlive a process (the disk, the network, the clock, the log) is allocated with world_alloc. A process
 * that dies loses its handles only. */
#ifndef TESTS_SIM_WORLD_H
#define TESTS_SIM_WORLD_H
#include "os/os.h"

#include <semaphore.h>

enum { PROCESSES_MAX = 16, HANDLES_MAX = 4096, PATH_CAP = 256, SYNCS_MAX = 256, KILLED = 256 };

/* -- bytes on their way ----------------------------------------------------- */
typedef struct flow {
    char *at;
    size_t len, room, limit;                /* the writer is stopped at `limit` */
    bool written_off, read_off;             /* the writer, the reader has closed */
} flow;

/* A connection has two ends, 0 who asked for it and 1 who accepted it; end e reads flow e and writes flow 1 - e. */
typedef struct cable {
    flow flows[2];
    bool closed[2], accepted;
    int port;                               /* of the listener; the asker's own is in `from` */
    int from;
    char path[108];                         /* of a unix listener, otherwise empty */
    struct cable *next;                      /* in the listener's queue */
} cable;

typedef struct listener {
    os_address at;
    cable *first;                            /* asked for and not yet accepted, oldest first */
    struct listener *next;
} listener;

/* -- processes --------------------------------------------------------------- */
typedef enum {
    HANDLE_NONE, HANDLE_LISTENER, HANDLE_CABLE, HANDLE_PIPE_READ, HANDLE_PIPE_WRITE, HANDLE_FILE
} handle_kind;

typedef struct handle {
    handle_kind kind;
    union { listener *listener; cable *cable; flow *pipe; struct inode *file; };
    int end;                                /* of a cable */
    int watched;                            /* OS_READ | OS_WRITE */
    void *owner;
} handle;

typedef struct sync_job { int64_t ticket, due_us; struct inode *file; size_t size; int result; } sync_job;

typedef enum { PROCESS_FREE, PROCESS_WAITING, PROCESS_SLEEPING, PROCESS_DEAD } process_state;

typedef struct process {
    int pid;                                /* the real one */
    process_state state;
    int64_t wake_us;                        /* when a wait or a sleep ends by itself; -1 never */
    sem_t *go;                              /* the baton, handed to this process */
    int parent;                             /* index of it, -1 for a life */
    int code;                               /* of its death: exit code, or KILLED + signal */
    bool reported, again;                   /* the parent knows; it asked to be started anew */
    char signals[8];                        /* letters of os.h, in order of arrival */
    char directory[PATH_CAP];
    handle handles[HANDLES_MAX];
    int handles_end;                        /* none is used from here on */
    sync_job syncs[SYNCS_MAX];
    int sync_count;
} process;

/* -- the whole ---------------------------------------------------------------- */
typedef struct faults {
    bool jitter;                            /* short reads and writes, delays, random order */
    bool lies, torn;                        /* syncs do nothing; sectors are lost amid what was not synced */
    int sync_fails, append_fails, rename_fails;     /* once in so many calls; 0 never. Of directories, too. */
    int64_t slow_us;                        /* whatever is asked of the disk, and a fork, takes so long; a sync ten times */
    int64_t disk_size;                      /* bytes in all files; 0 is endless */
} faults;

/* What the lives must find, one at a time. */
typedef enum {
    MISTAKE_NONE,
    MISTAKE_EARLY,                          /* the server answers before it syncs: planted.c */
    MISTAKE_NAMELESS,                       /* it never syncs a directory */
    MISTAKE_HASTY,                          /* what a child wrote takes its name over without having been synced */
    MISTAKES
} mistake;

typedef struct world {
    uint64_t chance;
    int64_t now_us, began_us;               /* since the world began; and that, on the calendar */
    int idle_calls;                         /* looks at the clock since the baton last changed hands */
    sem_t back;                             /* the baton, handed back to the driver */
    process processes[PROCESSES_MAX];
    int turn;                               /* who went last */
    listener *listeners;
    struct disk *disk;
    faults faults;
    mistake mistake;
    int64_t refused_us;                     /* when the disk first refused something; the driver sets it back to 0 */
    int next_port;
    char *log;
    size_t log_len, log_room;
    char config[PATH_CAP];                  /* what a life is started with */
    uint64_t history;                       /* digest of all that happened, to compare two runs of a seed */
} world;

extern world *the_world;
extern int me;                              /* index of this process; -1 in the driver */

/* A new world, in which nothing exists. The one before is forgotten. */
void world_begin(uint64_t seed);
void world_end(void);
void *world_alloc(size_t size);             /* zeroed */
void *world_resize(void *p, size_t size);
void world_free(void *p);
uint64_t world_random(uint64_t below);
void world_note(uint64_t what);             /* adds to the history */
void world_log(const char *text, size_t len);

/* -- the driver's side -------------------------------------------------------- */
/* Starts a life over the disk as it is; returns its index. */
int  life_start(const char *config);
bool life_runs(int life);
/* Ends it and its snapshots without a word. */
void life_kill(int life);
void life_signal(int life, char letter);
/* Lets whoever can go on first do so, moving the clock there; false, and nothing done, when that is
 * after `until_us`. */
bool world_step(int64_t until_us);
/* Steps until nobody has anything to do at the present time. */
void world_settle(void);
/* Steps until that time. */
void world_run(int64_t until_us);

/* -- a process's side ---------------------------------------------------------- */
/* Gives the baton back and returns when it comes again. */
void process_yield(process_state state, int64_t wake_us);
_Noreturn void process_die(int code);
void process_end(process *p, int code);     /* another's death */
int  process_fork(void);                    /* index of the child in the parent, -1 when full; in the child 0 */
process *process_here(void);
handle *handle_of(int id, handle_kind kind);
int  handle_new(handle_kind kind, handle **out);
void handle_close(process *p, int id);
int  handle_ready(const handle *h);         /* what of READ and WRITE it is ready for */
bool process_has_news(const process *p);

/* -- the network, for both ------------------------------------------------------ */
cable *net_connect(const os_address *to);    /* NULL when nobody listens there */
ptrdiff_t net_write(flow *s, const void *data, size_t len);   /* as os_write */
ptrdiff_t net_read(flow *s, void *to, size_t cap);            /* as os_read  */
void net_close(cable *l, int end);
#endif
