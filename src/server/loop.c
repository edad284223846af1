/* loop.c -- the turn: wait, read, run, time, settle, send. */
#include "server/loop.h"
#include "base/assert.h"
#include "base/memory.h"
#include "server/block.h"
#include "server/client.h"
#include "server/execute.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/lookahead.h"
#include "store/reclaim.h"

enum { EVENTS = 512, RECLAIM_STEP = 64, EXPIRE_BUDGET_US = 400, RECLAIM_BUDGET_US = 300, CHILDREN_MAX = 8, IDLE_US = 1000000 };

static struct {
    int64_t mono_us, offset_us;             /* wall time = mono + offset, looked up once a turn */
    int64_t wake_at, next_tick;
    bool stopping, more, running;
    int64_t hz;
    struct { int id; void (*done)(int child, int code); } children[CHILDREN_MAX];
    void (*synced)(int64_t ticket, int result);
    void (*signalled)(char which);
    bool hold_signals;
    int64_t (*linger)(void);
    char pending_signal;                    /* heeded once the commands read in the same turn have run */
    loop_stats stats;
    int64_t computed_us;                    /* this thread's CPU time when the latest turn ended; 0: nobody measures */
    loop_turn longest;
} state;

int64_t loop_now_us(void) { return state.mono_us; }
int64_t loop_now(void) { return (state.mono_us + state.offset_us) / 1000; }
int64_t loop_wall_us(int64_t mono_us) { return mono_us + state.offset_us; }
void loop_refresh_clock(void) { state.mono_us = os_mono_us(); }
void loop_stop(void) { state.stopping = true; }
bool loop_stopping(void) { return state.stopping; }
void loop_wake_now(void) { state.more = true; }
int  loop_hz(void) { return (int)state.hz; }
const loop_stats *loop_counters(void) { return &state.stats; }
void loop_on_synced(void (*synced)(int64_t ticket, int result)) { state.synced = synced; }
void loop_hold_signals(bool on) { state.hold_signals = on; }
void loop_on_linger(int64_t (*linger)(void)) { state.linger = linger; }
void loop_on_signal(void (*signalled)(char which)) { state.signalled = signalled; }

void loop_wake_at(int64_t when_ms) {
    if (!state.wake_at || when_ms < state.wake_at) state.wake_at = when_ms;
}

void loop_on_child(int child, void (*done)(int child, int code)) {
    int i = 0;
    while (i < CHILDREN_MAX && state.children[i].done) i++;
    assert(i < CHILDREN_MAX);
    state.children[i].id = child;
    state.children[i].done = done;
}

static void child_ended(int child, int code) {
    for (int i = 0; i < CHILDREN_MAX; i++) {
        if (!state.children[i].done || state.children[i].id != child) continue;
        void (*done)(int, int) = state.children[i].done;
        state.children[i].done = NULL;
        done(child, code);
        return;
    }
}

static void sync_clocks(void) {
    loop_refresh_clock();
    state.offset_us = os_wall_us() - state.mono_us;
}

static void dispatch(const os_event *e) {
    if (e->what & OS_SIGNAL) state.pending_signal = (char)e->detail;
    else if (e->what & OS_CHILD) child_ended(e->id, (int)e->detail);
    else if (e->what & OS_SYNCED) state.synced(e->detail, e->id);
    else ((watcher *)e->owner)->ready(e->owner, e->what);
}

/* How long nothing needs to be done, in microseconds. */
static int64_t idle_us(void) {
    if (state.more || lookahead_waiting() || reclaim_waits() || memory_unreleased()) return 0;
    int64_t now = loop_now(), next = state.next_tick;
    int64_t due = execute_paused() ? -1 : keyspace_next_due(), deadline = block_next_deadline();
    if (due >= 0 && due < next) next = due;
    if (deadline >= 0 && deadline < next) next = deadline;
    if (state.wake_at && state.wake_at < next) next = state.wake_at;
    int64_t wait = (next - now) * 1000;
    return wait < 0 ? 0 : wait < IDLE_US ? wait : IDLE_US;
}

static void wait_and_read(int64_t timeout_us) {
    static os_event events[EVENTS];
    int n = os_wait(events, EVENTS, timeout_us);
    sync_clocks();
    for (int i = 0; i < n; i++) dispatch(&events[i]);
}

static void tick(void) {
    int64_t now = loop_now();
    if (now < state.next_tick && state.next_tick - now <= 1000) return;
    state.next_tick = now + 1000 / state.hz;
    for (const feature *const *f = features(); *f; f++) if ((*f)->tick) (*f)->tick(now);
}

/* Returns the clock of when it was done; it began at since_us. */
static int64_t do_what_time_demands(int64_t since_us) {
    int64_t now = loop_now();
    if (state.wake_at && now >= state.wake_at) state.wake_at = 0;
    if (keyspace_expire_due(now, EXPIRE_BUDGET_US)) state.more = true;
    int64_t end = os_mono_us() + RECLAIM_BUDGET_US;
    while ((memory_release_some() || reclaim_some(RECLAIM_STEP)) && os_mono_us() < end) { }
    block_expire(now);                      /* after the reclaiming: someone may wait for just that */
    tick();
    int64_t done_us = os_mono_us();
    state.stats.ticks_us += (uint64_t)(done_us - since_us);
    return done_us;
}

static void settle(void) {
    for (const feature *const *f = features(); *f; f++) if ((*f)->settle) (*f)->settle();
    client_send_pending();
}

bool loop_forget_signal(void) {
    bool some = state.pending_signal == 's' || state.pending_signal == 'i';
    if (some) state.pending_signal = 0;
    return some;
}

/* An orderly stop saves what there is: commands that were already read belong to it, later ones do not run. */
static void heed_signal(void) {
    char which = state.pending_signal;
    if (!which || state.hold_signals) return;
    state.pending_signal = 0;
    state.signalled(which);
}

loop_turn loop_longest_turn(void) {
    loop_turn longest = state.longest;
    state.longest = (loop_turn){ 0 };
    state.computed_us = os_thread_us();
    return longest;
}

/* From the end of one turn to the end of the next: waiting costs nothing, and one look at the clock is enough. */
static void measure_turn(uint64_t commands) {
    int64_t now = os_thread_us(), us = now - state.computed_us;
    state.computed_us = now;
    if (us > state.longest.us) state.longest = (loop_turn){ us, commands };
}

static void count_turn(uint64_t us, uint64_t commands) {
    state.stats.turns++;
    state.stats.turns_us += us;
    if (us > state.stats.longest_us) state.stats.longest_us = us;
    if (commands > state.stats.most_commands) state.stats.most_commands = commands;
}

/* Reads more into the turn while somebody thinks that it pays. Returns how long it waited for it. */
static int64_t linger(void) {
    int64_t waited = 0, us;
    while (state.linger && !state.more && !state.pending_signal && (us = state.linger()) > 0) {
        int64_t since = os_mono_us();
        wait_and_read(us);
        waited += state.mono_us - since;
        lookahead_run();
    }
    return waited;
}

static void turn(int64_t timeout_us, bool nested) {
    state.more = false;
    wait_and_read(timeout_us);
    int64_t started = state.mono_us;
    uint64_t commands = execute_count();
    lookahead_run();
    if (!nested) started += linger();
    int64_t now = os_mono_us();
    state.stats.commands_us += (uint64_t)(now - started);
    commands = execute_count() - commands;
    heed_signal();
    if (!nested) now = do_what_time_demands(now);
    settle();
    int64_t ended = os_mono_us();
    state.stats.log_us += (uint64_t)(ended - now);
    if (!nested || !state.running) client_free_closed();
    count_turn((uint64_t)(ended - started), commands);
    if (state.computed_us) measure_turn(commands);
}

void loop_run(void) {
    sync_clocks();
    state.running = true;
    while (!state.stopping) turn(idle_us(), false);
}

/* Closed clients are not freed here: an outer turn may still hold them. While the data is loaded at start there is none. */
void loop_serve(void) { turn(0, true); }

static const char *apply_hz(void) {
    if (state.hz < 1) state.hz = 1;
    if (state.hz > 500) state.hz = 500;
    return NULL;
}

static void start(void) { sync_clocks(); }

static void print_hz(bytes **out) { bytes_append_int(out, state.hz); }
static void print_turns(bytes **out) { bytes_append_int(out, (int64_t)state.stats.turns); }
static void print_turns_us(bytes **out) { bytes_append_int(out, (int64_t)state.stats.turns_us); }
static void print_commands_us(bytes **out) { bytes_append_int(out, (int64_t)state.stats.commands_us); }
static void print_log_us(bytes **out) { bytes_append_int(out, (int64_t)state.stats.log_us); }
static void print_ticks_us(bytes **out) { bytes_append_int(out, (int64_t)state.stats.ticks_us); }
static void print_longest(bytes **out) { bytes_append_int(out, (int64_t)state.stats.longest_us); }
static void print_most_commands(bytes **out) { bytes_append_int(out, (int64_t)state.stats.most_commands); }
static void print_lru_clock(bytes **out) { bytes_append_int(out, loop_now() / 1000 & 0xFFFFFF); }
static void print_poll(bytes **out) { bytes_append_text(out, os_poll_name()); }
static void reset_stats(void) { state.stats = (loop_stats){ 0 }; }

static const info_field info[] = {
    { "server", "hz", print_hz, NULL },
    { "server", "configured_hz", print_hz, NULL },
    { "server", "lru_clock", print_lru_clock, NULL },
    { "server", "multiplexing_api", print_poll, NULL },
    { "stats", "eventloop_cycles", print_turns, NULL },
    { "stats", "eventloop_duration_sum", print_turns_us, NULL },
    { "stats", "eventloop_duration_cmd_sum", print_commands_us, NULL },
    { "debug", "eventloop_duration_aof_sum", print_log_us, NULL },
    { "debug", "eventloop_duration_cron_sum", print_ticks_us, NULL },
    { "debug", "eventloop_duration_max", print_longest, NULL },
    { "debug", "eventloop_cmd_per_cycle_max", print_most_commands, NULL },
    { 0 }
};

static const setting settings[] = {
    { "hz", SETTING_INT, &state.hz, "10", .least = 0, .most = INT32_MAX, .apply = apply_hz },
    { "dynamic-hz", SETTING_BOOL, NULL, "yes", .absent = "background work that grows with the clients" },
    { 0 }
};

const feature loop = { .name = "server", .settings = settings, .info = info, .start = start, .reset_stats = reset_stats };
