/* os.h -- everything the server asks of the outside world.
 *
 * Nothing outside this room includes a system header. There are two definitions of these functions, src/os (the real
 * world) and tests/sim/os_sim.c (an invented one); the linker chooses. No call here blocks except os_wait, os_await, os_sync,
 * os_name_lookup and the small file calls used at start-up. Failures are negative os_error values and errno does not
 * leave this room, but os_error_text() words the last failure for a log line or a reply. */
#ifndef OS_OS_H
#define OS_OS_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum os_error {
    OS_OK = 0,
    OS_LATER = -1,              /* would block: wait for readiness */
    OS_CLOSED = -2,             /* the peer is gone, or end of file */
    OS_MISSING = -3,            /* no such file, host or address */
    OS_FULL = -4,               /* disk, file table or memory is full */
    OS_DENIED = -5,
    OS_BUSY = -6,               /* address in use, file locked */
    OS_EXISTS = -7,
    OS_REFUSED = -8,            /* connection refused, or timed out */
    OS_INVALID = -9,            /* the system calls the argument invalid */
    OS_BROKEN = -10             /* anything else: EIO and worse */
} os_error;

const char *os_error_text(void);              /* of the latest failure, e.g. "No space left on device" */

/* -- time and chance ------------------------------------------------------- */
int64_t os_mono_us(void);                     /* never goes back: for measuring     */
int64_t os_wall_us(void);                     /* the calendar: may jump either way  */
typedef struct os_date {
    int year, month, day, hour, minute, second, weekday, yearday, offset_s;
    bool summer;
} os_date;
void    os_local_date(int64_t unix_s, os_date *out);   /* month 1..12, weekday 0 = Sunday */
void    os_entropy(void *out, size_t len);    /* asked once, to seed everything     */

/* -- waiting --------------------------------------------------------------- */
/* READ and WRITE are level-triggered. A signal's detail is 's' (TERM), 'i' (INT), 'h' (HUP); a child's detail is its
 * exit code, or 256 + signal, and id the child; SYNCED's detail is the ticket and id the result (os_error). */
enum { OS_READ = 1, OS_WRITE = 2, OS_SIGNAL = 4, OS_CHILD = 8, OS_SYNCED = 16 };
typedef struct os_event {
    int id, what;
    int64_t detail;
    void *owner;                              /* as given to os_watch */
} os_event;
/* Whether another SIGINT ends the process at once, with status 1; the file that is not to stay behind then (NULL: none). */
void os_interrupt_ends(bool on);
void os_temporary(const char *path);
int  os_start(void);                          /* the poller, the signal handlers, the worker; once */
int  os_watch(int id, int what, void *owner); /* what == 0 forgets it; cheap: the kernel hears of it at os_wait */
/* Number of events; timeout < 0 waits for ever. An id has at most one event of readiness in a batch, but handling an
 * earlier event may close the id of a later one. */
int  os_wait(os_event *out, int cap, int64_t timeout_us);
const char *os_poll_name(void);               /* "epoll" or "kqueue" */

/* -- conversations: sockets, and the pipe from a snapshot ------------------- */
typedef struct os_address {
    char text[108];                           /* numeric IP ("1.2.3.4", "::1") or the path of a unix socket */
    int port;                                 /* 0 for a unix socket */
    bool local;                               /* a unix socket */
} os_address;
typedef struct os_listening {
    int backlog;
    uint32_t mark;                            /* SO_MARK of Linux; 0 is none */
    int permissions;                          /* of a unix socket: 0 leaves them to the umask ... */
    const char *group;                        /* ... and NULL the group to the process; set before anyone can connect */
} os_listening;
/* IPv6 listeners are v6-only. A unix path that exists is removed first. */
int  os_listen(const os_address *at, const os_listening *how);
/* Non-blocking, close-on-exec, TCP_NODELAY already on; peer may be NULL. OS_FULL: there are too many open files and
 * the connection was ended instead; any other error but OS_LATER leaves it waiting. */
int  os_accept(int listener, os_address *peer);
int  os_connect(const os_address *to, const os_address *from);  /* from may be NULL */
int  os_connected(int id);                    /* OS_LATER until it is decided       */
int  os_name_lookup(const char *name, os_address *out);
typedef struct os_piece { const void *at; size_t len; } os_piece;
ptrdiff_t os_read(int id, void *to, size_t cap);
ptrdiff_t os_write(int id, const os_piece *pieces, int count);  /* writev; may be short; also pipes */
int  os_own_address(int id, os_address *out);
void os_keepalive(int id, int seconds);
void os_no_delay(int id, bool on);
void os_close(int id);
void os_end_output(int id);                 /* a connection: the peer reads to the end of it; reading goes on */
/* Blocks until the connection is ready to OS_READ or OS_WRITE, a debugger's alone: OS_LATER when it took longer; < 0 for ever. */
int  os_await(int id, int what, int64_t timeout_us);

/* -- files ----------------------------------------------------------------- */
enum { OS_LOOK, OS_CREATE, OS_APPEND };       /* CREATE truncates; APPEND creates if missing */
int  os_open(const char *path, int how);
ptrdiff_t os_read_at(int file, void *to, size_t cap, int64_t at);
/* All of it or an error; on an error *written tells how much landed (may be NULL). */
int  os_append(int file, const os_piece *pieces, int count, size_t *written);
int  os_sync(int file);                       /* returns when it will survive a crash */
void os_write_back(int file, int64_t from, int64_t len);   /* has these bytes begin their way to the disk; promises nothing */
int  os_sync_later(int file, int64_t ticket); /* the worker does it; OS_SYNCED reports it */
void os_close_later(int file);                /* close by the worker: it may free a big deleted file */
int  os_truncate(int file, int64_t size);
int64_t os_size(int file);
int64_t os_file_size(const char *path);       /* OS_MISSING when there is none */
bool os_is_directory(const char *path);
int  os_rename(const char *from, const char *to);   /* does not sync the directory */
int  os_link(const char *from, const char *to);     /* hard link */
int  os_sync_directory(const char *path);
int  os_remove(const char *path);             /* a file or an empty directory */
int  os_make_directory(const char *path);     /* OS_EXISTS if it is there */
int  os_list(const char *directory, bool (*each)(const char *name, void *context), void *context);
int  os_glob(const char *pattern, bool (*each)(const char *path, void *context), void *context);
int  os_lock(int file);                       /* exclusive advisory lock, OS_BUSY when another process has it; none far away */
int  os_change_directory(const char *path);
int  os_current_directory(char *out, size_t cap);
int  os_absolute_path(const char *path, char *out, size_t cap);

/* -- the process ----------------------------------------------------------- */
/* A frozen copy of the process runs job and exits with its result; *pipe is the read end of a pipe whose write end the
 * job is given. Returns the child's id, reported later by OS_CHILD. */
int  os_snapshot(int (*job)(void *argument, int pipe), void *argument, int *pipe);
void os_snapshot_kill(int child);
/* A copy of the process that keeps this one connection, on which it may block, runs job and exits with its result. Returns
 * the copy's id, reported like a snapshot's. */
int  os_part(int (*job)(void *argument), void *argument, int connection);
size_t os_private_dirty_bytes(void);          /* copy-on-write cost of a snapshot child, asked in the child */
int  os_raise_file_limit(int wanted);         /* how many files may really be open */
size_t os_resident_bytes(void);
size_t os_total_memory(void);
/* Memory in pages: taken at a multiple of its own length, a power of two (NULL when there is none); emptied, the system
 * having the pages until they are touched again as zeros; given back whole. And what libc's malloc can spare. */
void *os_take_pages(size_t len);
void os_empty_pages(void *at, size_t len);
void os_give_pages(void *at, size_t len);
void os_trim_malloc(void);
void os_cpu_us(int64_t *user, int64_t *system, int64_t *children_user, int64_t *children_system);
void os_thread_cpu_us(int64_t *user, int64_t *system);      /* of the calling thread alone, where the system tells */
int64_t os_thread_us(void);                   /* both together, exactly: the former may lag behind by a tick of the system */
/* Binds the calling thread, or the worker before its first job, to processors: "0-3,6", "0-7:2" (every second). OS_INVALID when
 * that is no list or this machine has none of them. */
int  os_use_processors(const char *list);
int  os_worker_processors(const char *list);  /* keeps the pointer */
void os_refuse_huge_pages(void);              /* a child's first write to one would copy all of it */
int  os_become_daemon(void);                  /* OS_OK in the daemon; the parent exits 0. Before os_start. */
void os_title_start(int argc, char **argv);   /* remembers where the title can be written */
void os_title(const char *text);
int  os_process_id(void);
const char *os_system_name(void);             /* "Linux 6.1.0 x86_64" */
const char *os_compiler(void);                /* "12.2.0" */
const char *os_executable(void);
/* Which locale orders texts for strcoll, "" being the environment's: 1 when it orders them by their bytes, 0 when not, OS_INVALID when
 * the system has none of that name. */
int  os_collate(const char *locale);
const char *os_environment(const char *name); /* NULL when not set */
int  os_notify(const char *state);            /* sd_notify: "READY=1\n..."; OS_MISSING when not supervised */
int  os_read_standard_input(void *to, size_t cap);  /* blocks; 0 at the end */
void os_print(int stream, const char *text, size_t len);   /* 1 or 2 */
bool os_is_terminal(int stream);

/* Log lines go to a file (reopened for each line so that it can be rotated), to standard output when path is "", or
 * to syslog as well. */
int  os_log_open(const char *path);
void os_log(const char *line, size_t len);
void os_syslog_open(const char *ident, const char *facility);
void os_syslog(int level, const char *line);  /* 0 debug .. 3 warning */

/* Calls hook(signal, code, fault address, instruction) in the handler of SEGV BUS FPE ILL ABRT; then the default
 * action. */
typedef void os_crash_hook(int signal, int code, void *address, void *instruction);
void os_crash_catch(os_crash_hook *hook);
void os_backtrace(void (*line)(const char *text));
void os_registers(void (*line)(const char *text));      /* as they were at the crash; nothing outside the hook */
/* Writes to every word of memory and reads it back, leaving it as it was: only for a process that is about to end. The number
 * of regions that failed; OS_MISSING where it cannot be done. */
int  os_memory_test(void (*line)(const char *text));
_Noreturn void os_crash(void);                /* abort */
_Noreturn void os_exit(int code);
int  os_execute(char **argv);                 /* replaces the process: DEBUG RESTART */
void os_sleep_us(int64_t us);                 /* DEBUG SLEEP, rdb-key-save-delay, a start that waits for its log: nothing else */
#endif
