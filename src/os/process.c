/* process.c -- snapshot children, and what a process knows about itself. */
#include "os/inside.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

enum { CHILDREN_MAX = 16 };

static struct {
    pid_t children[CHILDREN_MAX];
    int count;
    bool child;                             /* this process is one */
} process;

bool in_snapshot(void) { return process.child; }

/* -- snapshots ------------------------------------------------------------- */
/* A connection that the child kept open would not end for its peer when the parent closes it. */
static void close_all_but(int kept) {
#ifdef CLOSE_RANGE_CLOEXEC
    if ((kept == 3 || close_range(3, (unsigned)kept - 1, 0) == 0) && close_range((unsigned)kept + 1, ~0U, 0) == 0)
        return;
#endif
    int highest = watch_highest();
    for (int i = 3; i <= highest || i < 1024; i++)
        if (i != kept) close(i);
}

static void child_settle(int kept, pid_t parent) {
    process.child = true;
    process.count = 0;
    poller_leave();
    close_all_but(kept);
    signal(SIGINT, SIG_IGN);                /* the terminal sends it to all; the parent decides */
    signal(SIGTERM, SIG_DFL);
    signal(SIGCHLD, SIG_DFL);
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
    if (getppid() != parent) _exit(1);      /* it ended before that was said */
}

static int pipe_open(int ends[2]) {
    if (pipe(ends) < 0) return os_fail();
    for (int i = 0; i < 2; i++) fcntl(ends[i], F_SETFD, FD_CLOEXEC);
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    return OS_OK;
}

int os_snapshot(int (*job)(void *argument, int pipe), void *argument, int *pipe) {
    int ends[2];
    if (process.count == CHILDREN_MAX) return OS_BUSY;
    int result = pipe_open(ends);
    if (result != OS_OK) return result;
    fflush(NULL);
    pid_t parent = getpid(), child = fork();
    if (child < 0) {
        result = os_fail_closing(ends[0]);
        close(ends[1]);
        return result;
    }
    if (!child) {
        child_settle(ends[1], parent);
        _exit(job(argument, ends[1]));
    }
    close(ends[1]);
    process.children[process.count++] = child;
    *pipe = ends[0];
    return child;
}

int os_part(int (*job)(void *argument), void *argument, int connection) {
    if (process.count == CHILDREN_MAX) {
        errno = EAGAIN;
        return os_fail();
    }
    fflush(NULL);
    pid_t parent = getpid(), child = fork();
    if (child < 0) return os_fail();
    if (!child) {
        child_settle(connection, parent);
        _exit(job(argument));
    }
    process.children[process.count++] = child;
    return child;
}

void os_snapshot_kill(int child) {
    for (int i = 0; i < process.count; i++)
        if (process.children[i] == child) kill(child, SIGKILL);
}

bool children_take(os_event *out) {
    for (int i = 0; i < process.count; i++) {
        int status;
        pid_t child = process.children[i];
        if (waitpid(child, &status, WNOHANG) != child) continue;
        process.children[i] = process.children[--process.count];
        int detail = WIFSIGNALED(status) ? 256 + WTERMSIG(status) : WEXITSTATUS(status);
        *out = (os_event){.id = child, .what = OS_CHILD, .detail = detail};
        return true;
    }
    return false;
}

/* -- memory, files, time ---------------------------------------------------- */
/* The sum, in bytes, of the lines "<label> <n> kB" of a file in /proc. */
static size_t proc_sum(const char *path, const char *label) {
    FILE *from = fopen(path, "re");
    char line[256];
    size_t sum = 0, len = strlen(label);
    if (!from) return 0;
    while (fgets(line, sizeof line, from))
        if (!strncmp(line, label, len)) sum += strtoul(line + len, NULL, 10) * 1024;
    fclose(from);
    return sum;
}

size_t os_private_dirty_bytes(void) {
    size_t sum = proc_sum("/proc/self/smaps_rollup", "Private_Dirty:");
    return sum ? sum : proc_sum("/proc/self/smaps", "Private_Dirty:");
}

size_t os_resident_bytes(void) {
    unsigned long pages = 0;
    FILE *from = fopen("/proc/self/statm", "re");
    if (from) {
        if (fscanf(from, "%*u %lu", &pages) != 1) pages = 0;
        fclose(from);
    }
    if (pages) return pages * (size_t)sysconf(_SC_PAGESIZE);
    struct rusage used;
    getrusage(RUSAGE_SELF, &used);
#ifdef __APPLE__
    return (size_t)used.ru_maxrss;
#else
    return (size_t)used.ru_maxrss * 1024;
#endif
}

size_t os_total_memory(void) {
    long pages = sysconf(_SC_PHYS_PAGES), size = sysconf(_SC_PAGESIZE);
    return pages > 0 && size > 0 ? (size_t)pages * (size_t)size : 0;
}

int os_raise_file_limit(int wanted) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) < 0) return 1024;
    for (rlim_t target = (rlim_t)wanted; target > limit.rlim_cur; target -= target < 16 ? target : 16) {
        struct rlimit raised = {.rlim_cur = target, .rlim_max = target > limit.rlim_max ? target : limit.rlim_max};
        if (setrlimit(RLIMIT_NOFILE, &raised) == 0) return (int)target;
    }
    return limit.rlim_cur > INT_MAX ? INT_MAX : (int)limit.rlim_cur;
}

static int64_t spent_us(struct timeval t) { return (int64_t)t.tv_sec * 1000000 + t.tv_usec; }

void os_cpu_us(int64_t *user, int64_t *system, int64_t *children_user, int64_t *children_system) {
    struct rusage own, children;
    getrusage(RUSAGE_SELF, &own);
    getrusage(RUSAGE_CHILDREN, &children);
    *user = spent_us(own.ru_utime);
    *system = spent_us(own.ru_stime);
    *children_user = spent_us(children.ru_utime);
    *children_system = spent_us(children.ru_stime);
}

#ifndef RUSAGE_THREAD
#define RUSAGE_THREAD RUSAGE_SELF           /* the worker, which has little to do, is counted too */
#endif

void os_thread_cpu_us(int64_t *user, int64_t *system) {
    struct rusage own;
    getrusage(RUSAGE_THREAD, &own);
    *user = spent_us(own.ru_utime);
    *system = spent_us(own.ru_stime);
}

int64_t os_thread_us(void) {
    struct timespec spent;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return (int64_t)spent.tv_sec * 1000000 + spent.tv_nsec / 1000;
}

/* -- who and where ---------------------------------------------------------- */
int os_process_id(void) { return getpid(); }

const char *os_system_name(void) {
    static char text[256];
    struct utsname name;
    if (*text || uname(&name) < 0) return text;
    snprintf(text, sizeof text, "%.64s %.64s %.64s", name.sysname, name.release, name.machine);
    return text;
}

#define TEXT_OF(number) #number
#define TEXT(number) TEXT_OF(number)

const char *os_compiler(void) {
    return TEXT(__GNUC__) "." TEXT(__GNUC_MINOR__) "." TEXT(__GNUC_PATCHLEVEL__);
}

const char *os_environment(const char *name) { return getenv(name); }

int os_read_standard_input(void *to, size_t cap) {
    for (;;) {
        ssize_t got = read(STDIN_FILENO, to, cap < INT_MAX ? cap : INT_MAX);
        if (got >= 0) return (int)got;
        if (errno != EINTR) return os_fail();
    }
}

void os_print(int stream, const char *text, size_t len) {
    while (len) {
        ssize_t wrote = write(stream, text, len);
        if (wrote < 0 && errno != EINTR) return;
        if (wrote < 0) continue;
        text += wrote;
        len -= (size_t)wrote;
    }
}

bool os_is_terminal(int stream) { return isatty(stream); }

/* -- the end ---------------------------------------------------------------- */
_Noreturn void os_crash(void) { abort(); }

_Noreturn void os_exit(int code) {
    if (process.child) _exit(code);
    exit(code);
}

int os_execute(char **argv) {
    execv(os_executable(), argv);
    return os_fail();
}

int os_collate(const char *locale) {
    const char *name = setlocale(LC_COLLATE, locale);
    if (name) return !strcmp(name, "POSIX") || (name[0] == 'C' && (!name[1] || name[1] == '.'));
    errno = EINVAL;
    return os_fail();
}
