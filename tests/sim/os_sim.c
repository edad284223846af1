/* os_sim.c -- os.h, invented: time, waiting, conversations and processes. Files are in os_sim_file.c; pages of memory
 * are the only real thing (src/os/pages.c). */
#include "sim/disk.h"
#include "sim/os_sim.h"
#include "sim/world.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { POLL_US = 100, PIPE_LIMIT = 65536, PAUSE_US = 100, SYNC_SLOWEST_US = 20000 };

static const char *latest = "";
static const char later[] = "Resource temporarily unavailable";
static os_crash_hook *crash_hook;

int refuse(int error, const char *text) {
    latest = text;
    return error;
}

const char *os_error_text(void) { return latest; }

/* -- time and chance --------------------------------------------------------------- */
/* Who only looks at the clock sees it move, ever faster, so that waiting for it in a loop ends. */
static int64_t clock_look(void) {
    the_world->now_us += 1 + the_world->idle_calls++ / 4096;
    return the_world->now_us;
}

int64_t os_mono_us(void) { return clock_look(); }
int64_t os_wall_us(void) { return the_world->began_us + clock_look(); }

void os_local_date(int64_t unix_s, os_date *out) {
    time_t then = (time_t)unix_s;
    struct tm t = {0};
    gmtime_r(&then, &t);
    *out = (os_date){.year = t.tm_year + 1900, .month = t.tm_mon + 1, .day = t.tm_mday, .hour = t.tm_hour,
                     .minute = t.tm_min, .second = t.tm_sec, .weekday = t.tm_wday, .yearday = t.tm_yday};
}

void os_entropy(void *out, size_t len) {
    for (size_t i = 0; i < len; i++) ((unsigned char *)out)[i] = (unsigned char)world_random(256);
}

void os_sleep_us(int64_t us) { process_yield(PROCESS_SLEEPING, the_world->now_us + us); }

/* -- waiting ------------------------------------------------------------------------ */
int os_start(void) { return OS_OK; }
void os_interrupt_ends(bool on) { (void)on; }
void os_temporary(const char *path) { (void)path; }
const char *os_poll_name(void) { return "epoll"; }

int os_watch(int id, int what, void *owner) {
    handle *h = handle_of(id, HANDLE_NONE);
    if (!h) return refuse(OS_INVALID, "Bad file descriptor");
    if (h->kind == HANDLE_FILE) return refuse(OS_DENIED, "Operation not permitted");
    h->watched = what;
    h->owner = owner;
    return OS_OK;
}

static bool take_signal(os_event *out) {
    process *p = process_here();
    if (!*p->signals) return false;
    *out = (os_event){.id = -1, .what = OS_SIGNAL, .detail = *p->signals};
    memmove(p->signals, p->signals + 1, sizeof p->signals - 1);
    return true;
}

/* What a process is known by inside: the same in every life of one seed, unlike the system's number. */
static int pid_of(int index) { return 1000 + index; }

static bool take_child(os_event *out) {
    for (int i = 0; i < PROCESSES_MAX; i++) {
        process *child = &the_world->processes[i];
        if (child->state != PROCESS_DEAD || child->parent != me || child->reported) continue;
        *out = (os_event){.id = pid_of(i), .what = OS_CHILD, .detail = child->code};
        child->state = PROCESS_FREE;
        return true;
    }
    return false;
}

static bool take_sync(os_event *out) {
    process *p = process_here();
    if (!p->sync_count || p->syncs[0].due_us > the_world->now_us) return false;
    sync_job job = p->syncs[0];
    memmove(p->syncs, p->syncs + 1, sizeof job * (size_t)--p->sync_count);
    if (job.result == OS_OK) disk_sync(job.file, job.size);
    inode_opened(job.file, -1);
    *out = (os_event){.id = job.result, .what = OS_SYNCED, .detail = job.ticket};
    return true;
}

static int take_ready(os_event *out, int cap) {
    process *p = process_here();
    int count = 0, width = p->handles_end - 3;
    int start = the_world->faults.jitter && width ? (int)world_random((uint64_t)width) : 0;
    for (int i = 0; i < width && count < cap; i++) {
        int id = 3 + (start + i) % width;
        handle *h = &p->handles[id];
        int what = h->watched ? h->watched & handle_ready(h) : 0;
        if (!what || (the_world->faults.jitter && !world_random(4))) continue;
        out[count++] = (os_event){.id = id, .what = what, .owner = h->owner};
    }
    return count;
}

static int take_all(os_event *out, int cap) {
    int count = 0;
    while (count < cap && (take_signal(&out[count]) || take_child(&out[count]) || take_sync(&out[count]))) count++;
    return count + take_ready(out + count, cap - count);
}

/* Who is never without an event may not want to hear of it just now: others must get their turn all the same. */
static void be_fair(void) {
    static int turns;
    uint64_t often = the_world->faults.jitter ? 4 : 64;
    if (++turns % often == 0) process_yield(PROCESS_SLEEPING, the_world->now_us + 1);
}

int os_wait(os_event *out, int cap, int64_t timeout_us) {
    be_fair();
    int count = take_all(out, cap);
    if (count) return count;
    if (timeout_us >= 0 && timeout_us < POLL_US) timeout_us = POLL_US;
    process_yield(PROCESS_WAITING, timeout_us < 0 ? -1 : the_world->now_us + timeout_us);
    return take_all(out, cap);
}

/* -- conversations -------------------------------------------------------------------- */
static bool is_ours(const os_address *at) {
    static const char *const ours[] = {"*", "::*", "0.0.0.0", "::", "127.0.0.1", "::1", "localhost"};
    for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
        if (!strcmp(at->text, ours[i])) return true;
    return at->local;
}

int os_listen(const os_address *at, const os_listening *how) {
    (void)how;
    if (!is_ours(at)) return refuse(OS_MISSING, "Cannot assign requested address");
    for (listener *l = the_world->listeners; l; l = l->next)
        if (l->at.local == at->local && (at->local ? !strcmp(l->at.text, at->text)
                                                   : l->at.port == at->port && !strcmp(l->at.text, at->text)))
            return refuse(OS_BUSY, "Address already in use");
    handle *h;
    int id = handle_new(HANDLE_LISTENER, &h);
    if (id < 0) return refuse(id, "Too many open files");
    h->listener = world_alloc(sizeof *h->listener);
    h->listener->at = *at;
    if (!at->local && !at->port) h->listener->at.port = the_world->next_port++;
    h->listener->next = the_world->listeners;
    the_world->listeners = h->listener;
    return id;
}

static void address_set(os_address *out, const cable *l, int port) {
    *out = (os_address){.local = *l->path, .port = *l->path ? 0 : port};
    snprintf(out->text, sizeof out->text, "%s", *l->path ? l->path : "127.0.0.1");
}

int os_accept(int id, os_address *peer) {
    handle *l = handle_of(id, HANDLE_LISTENER), *h;
    if (!l) return refuse(OS_INVALID, "Bad file descriptor");
    cable *first = l->listener->first;
    if (!first) return refuse(OS_LATER, later);
    int made = handle_new(HANDLE_CABLE, &h);
    l->listener->first = first->next;
    if (made < 0) {
        net_close(first, 1);
        return refuse(made, "Too many open files");
    }
    h->cable = first;
    h->end = 1;
    first->accepted = true;
    if (peer) address_set(peer, first, first->from);
    if (peer && peer->local) *peer->text = '\0';
    return made;
}

int os_connect(const os_address *to, const os_address *from) {
    (void)from;
    handle *h;
    cable *l = net_connect(to);
    if (!l && to->local) return refuse(OS_MISSING, "No such file or directory");
    if (!l) return refuse(OS_REFUSED, "Connection refused");
    int id = handle_new(HANDLE_CABLE, &h);
    if (id < 0) {
        net_close(l, 0);
        return refuse(id, "Too many open files");
    }
    h->cable = l;
    return id;
}

int os_connected(int id) { return handle_of(id, HANDLE_CABLE) ? OS_OK : OS_INVALID; }

int os_name_lookup(const char *name, os_address *out) {
    *out = (os_address){0};
    bool numeric = strspn(name, "0123456789.") == strlen(name) || strchr(name, ':');
    if (!numeric && strcmp(name, "localhost")) return refuse(OS_MISSING, "No such file or directory");
    snprintf(out->text, sizeof out->text, "%s", numeric ? name : "127.0.0.1");
    return OS_OK;
}

ptrdiff_t os_read(int id, void *to, size_t cap) {
    handle *h = handle_of(id, HANDLE_NONE);
    ptrdiff_t got = OS_INVALID;
    if (h && h->kind == HANDLE_CABLE) got = net_read(&h->cable->flows[h->end], to, cap);
    if (h && h->kind == HANDLE_PIPE_READ) got = net_read(h->pipe, to, cap);
    world_note((uint64_t)got);
    return got < 0 ? refuse((int)got, got == OS_LATER ? later : "Connection reset by peer") : got;
}

static ptrdiff_t write_all(flow *s, const os_piece *pieces, int count) {
    ptrdiff_t sum = 0;
    for (int i = 0; i < count; i++) {
        if (!pieces[i].len) continue;
        ptrdiff_t sent = net_write(s, pieces[i].at, pieces[i].len);
        if (sent < 0) return sum ? sum : sent;
        sum += sent;
        if ((size_t)sent < pieces[i].len) break;
    }
    return sum;
}

/* A pipe's writer waits, a connection's never does. */
ptrdiff_t os_write(int id, const os_piece *pieces, int count) {
    handle *h = handle_of(id, HANDLE_NONE);
    ptrdiff_t sent = OS_INVALID;
    if (h && h->kind == HANDLE_CABLE) sent = write_all(&h->cable->flows[1 - h->end], pieces, count);
    while (h && h->kind == HANDLE_PIPE_WRITE && (sent = write_all(h->pipe, pieces, count)) == OS_LATER)
        os_sleep_us(PAUSE_US);
    world_note((uint64_t)sent);
    return sent < 0 ? refuse((int)sent, sent == OS_LATER ? later : "Broken pipe") : sent;
}

int os_own_address(int id, os_address *out) {
    handle *h = handle_of(id, HANDLE_NONE);
    if (h && h->kind == HANDLE_LISTENER) *out = h->listener->at;
    else if (h && h->kind == HANDLE_CABLE) address_set(out, h->cable, h->end ? h->cable->port : h->cable->from);
    else return refuse(OS_INVALID, "Bad file descriptor");
    return OS_OK;
}

void os_keepalive(int id, int seconds) { (void)id, (void)seconds; }
void os_no_delay(int id, bool on) { (void)id, (void)on; }
void os_end_output(int id) {
    handle *h = handle_of(id, HANDLE_CABLE);
    if (h) h->cable->flows[1 - h->end].written_off = true;
}

void os_close(int id) { if (handle_of(id, HANDLE_NONE)) handle_close(process_here(), id); }
void os_close_later(int id) { os_close(id); }

/* -- the worker -------------------------------------------------------------------------- */
int os_sync_later(int id, int64_t ticket) {
    process *p = process_here();
    handle *h = handle_of(id, HANDLE_FILE);
    if (!h) return refuse(OS_INVALID, "Bad file descriptor");
    if (p->sync_count == SYNCS_MAX) return refuse(OS_FULL, "Cannot allocate memory");
    int64_t due = the_world->now_us, last = p->sync_count ? p->syncs[p->sync_count - 1].due_us : 0;
    if (the_world->faults.jitter) due += (int64_t)world_random(SYNC_SLOWEST_US);
    due += the_world->faults.slow_us * 10;
    int result = fault(the_world->faults.sync_fails) ? OS_BROKEN : OS_OK;
    p->syncs[p->sync_count++] = (sync_job){ticket, due > last ? due : last, h->file, h->file->size, result};
    inode_opened(h->file, 1);
    return OS_OK;
}

/* -- processes ------------------------------------------------------------------------------ */
int os_snapshot(int (*job)(void *argument, int pipe), void *argument, int *pipe) {
    handle *reading;
    int id = handle_new(HANDLE_PIPE_READ, &reading);
    if (id < 0) return refuse(id, "Too many open files");
    flow *s = reading->pipe = world_alloc(sizeof *s);
    s->limit = PIPE_LIMIT;
    if (the_world->faults.slow_us) os_sleep_us(the_world->faults.slow_us);
    int parent = me, child = process_fork();
    if (child < 0) {
        s->written_off = true;
        handle_close(process_here(), id);
        return refuse(OS_FULL, later);
    }
    if (me != parent) {
        handle *writing;
        int to = handle_new(HANDLE_PIPE_WRITE, &writing);
        writing->pipe = s;
        process_die(job(argument, to));
    }
    *pipe = id;
    return pid_of(child);
}

/* The invented processes share no connection, and none of them may stand still. */
int os_part(int (*job)(void *argument), void *argument, int connection) {
    (void)job, (void)argument, (void)connection;
    return refuse(OS_FULL, "Cannot allocate memory");
}

int os_await(int id, int what, int64_t timeout_us) {
    (void)id, (void)what, (void)timeout_us;
    return OS_CLOSED;
}

void os_snapshot_kill(int pid) {
    for (int i = 0; i < PROCESSES_MAX; i++) {
        process *child = &the_world->processes[i];
        if (pid_of(i) == pid && child->parent == me && life_runs(i)) process_end(child, KILLED + SIGKILL);
    }
}

void os_cpu_us(int64_t *user, int64_t *system, int64_t *children_user, int64_t *children_system) {
    *user = the_world->now_us / 2;
    *system = the_world->now_us / 4;
    *children_user = *children_system = 0;
}

void os_thread_cpu_us(int64_t *user, int64_t *system) {
    *user = the_world->now_us / 2;
    *system = the_world->now_us / 4;
}

int64_t os_thread_us(void) { return the_world->now_us / 4 * 3; }

size_t os_private_dirty_bytes(void) { return 4096; }
int os_raise_file_limit(int wanted) { return wanted; }
size_t os_resident_bytes(void) { return (size_t)64 << 20; }
size_t os_total_memory(void) { return (size_t)8 << 30; }
int os_become_daemon(void) { return OS_OK; }
void os_title_start(int argc, char **argv) { (void)argc, (void)argv; }
void os_title(const char *text) { (void)text; }
int os_use_processors(const char *list) { return *list ? OS_OK : OS_INVALID; }
int os_worker_processors(const char *list) { return os_use_processors(list); }
void os_refuse_huge_pages(void) {}
int os_collate(const char *locale) { return !*locale || !strcmp(locale, "C") || !strcmp(locale, "POSIX") ? 1 : OS_INVALID; }
int os_process_id(void) { return pid_of(me); }
const char *os_system_name(void) { return "Linux 6.1.0 x86_64"; }
const char *os_compiler(void) { return "12.2.0"; }
const char *os_executable(void) { return "/usr/bin/redis-server"; }
const char *os_environment(const char *name) { return (void)name, NULL; }
int os_notify(const char *state) { return (void)state, OS_MISSING; }
int os_read_standard_input(void *to, size_t cap) { return (void)to, (void)cap, 0; }
void os_print(int stream, const char *text, size_t len) { (void)stream, world_log(text, len); }
bool os_is_terminal(int stream) { return (void)stream, false; }
int os_log_open(const char *path) { return (void)path, OS_OK; }
void os_log(const char *line, size_t len) { world_log(line, len); }
void os_syslog_open(const char *ident, const char *facility) { (void)ident, (void)facility; }
void os_syslog(int level, const char *line) { (void)level, (void)line; }
void os_crash_catch(os_crash_hook *hook) { crash_hook = hook; }
void os_backtrace(void (*line)(const char *text)) { line("(no stack in the simulator)"); }
void os_registers(void (*line)(const char *text)) { line("(no registers in the simulator)"); }
int os_memory_test(void (*line)(const char *text)) { return (void)line, OS_MISSING; }

_Noreturn void os_crash(void) {
    os_crash_hook *hook = crash_hook;
    crash_hook = NULL;
    if (hook) hook(SIGABRT, 0, NULL, NULL);
    process_die(KILLED + SIGABRT);
}

_Noreturn void os_exit(int code) { process_die(code); }

int os_execute(char **argv) {
    (void)argv;
    process_here()->again = true;
    process_die(0);
}
