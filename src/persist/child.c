/* child.c -- starts, watches and ends the background process, and shows it in INFO. */
#include "persist/child.h"
#include "base/assert.h"
#include "os/os.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/latency.h"
#include "server/log.h"
#include "server/loop.h"
#include "server/processors.h"
#include "server/title.h"

enum { WAITERS_MAX = 4, REPORT_EVERY_US = 200000 };

/* What the child writes into its pipe; small enough to arrive in one piece. */
typedef struct report { uint64_t keys, cow_bytes; } report;

static struct {
    child_job job;
    int id, pipe;
    watcher watch;
    report latest;
    uint64_t keys_total;
    size_t cow_peak;
    int64_t reported_ms;                    /* when the latest report came */
    int64_t fork_us;
    uint64_t forks;
    int out;                                /* in the child: its end of the pipe */
    int64_t told_us;
    void (*waiters[WAITERS_MAX])(void);
} state = { .pipe = -1 };

enum child_kind child_running(void) { return state.job.kind; }
int child_id(void) { return state.id; }

void child_on_idle(void (*ask)(void)) {
    int i = 0;
    while (state.waiters[i]) i++;
    assert(i + 1 < WAITERS_MAX);
    state.waiters[i] = ask;
}

static void ask_waiters(void) { for (int i = 0; state.waiters[i] && !state.job.kind; i++) state.waiters[i](); }

/* -- in the child ------------------------------------------------------------------------------ */

static void tell(uint64_t keys) {
    report r = { keys, os_private_dirty_bytes() };
    os_piece piece = { &r, sizeof r };
    os_write(state.out, &piece, 1);
}

void child_progress(uint64_t keys) {
    int64_t now = os_mono_us();
    if (!state.out || now - state.told_us < REPORT_EVERY_US) return;
    state.told_us = now;
    tell(keys);
}

static int run(void *argument, int pipe) {
    child_job *job = argument;
    state.out = pipe;
    log_set_role('C');
    if (job->kind == CHILD_SNAPSHOT) {
        title_of_child("redis-rdb-bgsave");
        processors_use(PROCESSORS_SNAPSHOT);
    } else if (job->kind == CHILD_REWRITE) {
        title_of_child("redis-aof-rewrite");
        processors_use(PROCESSORS_REWRITE);
    }
    int code = job->run(job->argument);
    tell(state.keys_total);
    return code;
}

/* -- in the server ------------------------------------------------------------------------------ */

/* Of the same batch of events as the child's end it may come after that, when the pipe's number is already another's. */
static void readable(watcher *w, int what) {
    (void)w, (void)what;
    while (state.pipe >= 0) {
        report r;
        ptrdiff_t got = os_read(state.pipe, &r, sizeof r);
        if (got == sizeof r) {
            state.latest = r;
            state.reported_ms = loop_now();
            if (r.cow_bytes > state.cow_peak) state.cow_peak = r.cow_bytes;
            continue;
        }
        if (got != OS_LATER) os_watch(state.pipe, 0, NULL);
        return;
    }
}

static void close_pipe(void) {
    os_watch(state.pipe, 0, NULL);
    os_close(state.pipe);
    state.pipe = -1;
}

static void end(int code) {
    int id = state.id;
    void (*done)(int, int, size_t) = state.job.done;
    size_t cow = state.cow_peak;
    close_pipe();
    state.job = (child_job){ 0 };
    state.latest = (report){ 0 };
    state.cow_peak = 0;
    done(id, code, cow);
}

/* One that was killed has been reported already; a later one may be running. */
static void ended(int child, int code) {
    if (!state.job.kind || child != state.id) return;
    readable(&state.watch, OS_READ);
    end(code);
    ask_waiters();
}

int child_start(const child_job *job) {
    assert(!state.job.kind);
    int64_t started = os_mono_us();
    state.keys_total = 0;
    for (int i = 0; i < keyspace_db_count(); i++) state.keys_total += db_count(keyspace_db(i));
    state.job = *job;
    state.watch.ready = readable;
    state.id = os_snapshot(run, &state.job, &state.pipe);
    if (state.id < 0) {
        state.job = (child_job){ 0 };
        return state.id;
    }
    state.fork_us = os_mono_us() - started;
    state.forks++;
    latency_add("fork", state.fork_us / 1000);
    state.reported_ms = loop_now();
    os_watch(state.pipe, OS_READ, &state.watch);
    loop_on_child(state.id, ended);
    return state.id;
}

void child_kill(void) {
    if (!state.job.kind) return;
    os_snapshot_kill(state.id);
    end(CHILD_KILLED);
}

static void tick(int64_t now) {
    (void)now;
    ask_waiters();
}

/* -- INFO ----------------------------------------------------------------------------------------- */

static void print_zero(bytes **out) { bytes_append_int(out, 0); }
static void print_cow(bytes **out) { bytes_append_int(out, (int64_t)state.latest.cow_bytes); }
static void print_cow_peak(bytes **out) { bytes_append_int(out, (int64_t)state.cow_peak); }
static void print_cow_age(bytes **out) { bytes_append_int(out, state.job.kind ? (loop_now() - state.reported_ms) / 1000 : 0); }
static void print_keys(bytes **out) { bytes_append_int(out, (int64_t)state.latest.keys); }
static void print_keys_total(bytes **out) { bytes_append_int(out, state.job.kind ? (int64_t)state.keys_total : 0); }
static void print_fork_us(bytes **out) { bytes_append_int(out, state.fork_us); }
static void print_forks(bytes **out) { bytes_append_int(out, (int64_t)state.forks); }

static void print_percent(bytes **out) {
    bool some = state.job.kind && state.keys_total;
    bytes_printf(out, "%.2f", some ? (double)state.latest.keys * 100 / (double)state.keys_total : 0.0);
}

static const info_field info[] = {
    { "persistence", "current_cow_peak", print_cow_peak, NULL },
    { "persistence", "current_cow_size", print_cow, NULL },
    { "persistence", "current_cow_size_age", print_cow_age, NULL },
    { "persistence", "current_fork_perc", print_percent, NULL },
    { "persistence", "current_save_keys_processed", print_keys, NULL },
    { "persistence", "current_save_keys_total", print_keys_total, NULL },
    { "persistence", "module_fork_in_progress", print_zero, NULL },
    { "persistence", "module_fork_last_cow_size", print_zero, NULL },
    { "stats", "latest_fork_usec", print_fork_us, NULL },
    { "stats", "total_forks", print_forks, NULL },
    { 0 }
};

static void reset_stats(void) { state.fork_us = 0, state.forks = 0; }

const feature children = { .name = "server", .info = info, .tick = tick, .reset_stats = reset_stats };
