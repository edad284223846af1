/* execute.c -- find, refuse, queue or run, propagate, account. */
#include "server/execute.h"
#include "base/memory.h"
#include "base/text.h"
#include "data/histogram.h"
#include "server/acl.h"
#include "server/block.h"
#include "server/client.h"
#include "server/command.h"
#include "server/error_stats.h"
#include "server/feature.h"
#include "server/multi.h"
#include "server/propagate.h"
#include "server/pubsub.h"
#include "server/reply.h"
#include "server/tracking.h"

enum { WATCHES_MAX = 8, QUOTE_MAX = 128 };

static struct {
    call *running;
    uint64_t count;
    bool loading, paused, pause_all, latency_tracking;
    int64_t paused_until;
    const char *misconf, *busy;
    bool (*over_limit)(void);
    const char *(*replica_guard)(const call *c);
    void (*client_guard)(void);
    const char *(*protected_guard)(const call *c);
    void (*on_start)(const call *c);
    execute_watch *watches[WATCHES_MAX];
    execute_watch least;                    /* of the bounds of all watches */
    void (*on_sample)(const call *c);
    int64_t until_sample;
    bytes *text;                            /* the latest refusal that had to be put together */
} state = { .until_sample = INT64_MAX };

const call call_blank = { .client = NULL };

call *execute_running(void) { return state.running; }
uint64_t execute_count(void) { return state.count; }
void execute_set_loading(bool on) { state.loading = on; }
bool execute_loading(void) { return state.loading; }
void execute_set_misconf(const char *why) { state.misconf = why; }
void execute_set_busy(const char *why) { state.busy = why; }
const char *execute_busy(void) { return state.busy; }
void execute_set_memory_guard(bool (*over_limit)(void)) { state.over_limit = over_limit; }
void execute_set_replica_guard(const char *(*guard)(const call *c)) { state.replica_guard = guard; }
void execute_set_client_guard(void (*guard)(void)) { state.client_guard = guard; }

void execute_set_protected_guard(const char *(*guard)(const call *c)) { state.protected_guard = guard; }

/* -- who looks at calls that have ended ---------------------------------------------------- */

void execute_on_start(void (*watch)(const call *c)) { state.on_start = watch; }

void execute_bounds_changed(void) {
    state.least = (execute_watch){ .usec = EXECUTE_NEVER, .bytes = EXECUTE_NEVER };
    for (execute_watch *const *w = state.watches; *w; w++) {
        if ((*w)->usec < state.least.usec) state.least.usec = (*w)->usec;
        if ((*w)->bytes < state.least.bytes) state.least.bytes = (*w)->bytes;
        if ((*w)->all) state.least.usec = 0;
    }
}

void execute_on_end(execute_watch *w) {
    int i = 0;
    while (state.watches[i]) i++;
    assert(i + 1 < WATCHES_MAX);
    state.watches[i] = w;
    execute_bounds_changed();
}

void execute_on_sample(void (*sample)(const call *c)) { state.on_sample = sample; }
void execute_sample_after(int64_t calls) { state.until_sample = calls; }

/* What went over the wire: the reply while it is still queued, or at most what the request may have been with its frame. */
static uint64_t wire_bytes(const call *c) {
    enum { FRAME_MAX = 32 };
    const client *k = c->client;
    size_t reply = k->out_total > c->output_from ? k->out_total - c->output_from : 0;
    size_t request = k->argv_bytes + (size_t)c->argc * FRAME_MAX;
    return reply > request ? reply : request;
}

static void show(const call *c, int64_t usec, uint64_t size) {
    for (execute_watch *const *w = state.watches; *w; w++) {
        if ((*w)->all || usec >= (*w)->usec || size >= (*w)->bytes) (*w)->ended(c, usec);
    }
}

static void look(const call *c, int64_t usec) {
    uint64_t size = wire_bytes(c);
    if (usec >= state.least.usec || size >= state.least.bytes) show(c, usec, size);
    if (--state.until_sample < 0) state.on_sample(c);
}

/* -- CLIENT PAUSE --------------------------------------------------------------------- */

void execute_pause(bool all, int64_t until_ms) {
    if (state.paused) {                     /* the later end and the stronger mode win */
        all |= state.pause_all;
        if (state.paused_until > until_ms) until_ms = state.paused_until;
    }
    state.paused = true;
    state.pause_all = all;
    state.paused_until = until_ms;
    loop_wake_at(until_ms);
}

void execute_unpause(void) {
    state.paused = false;
    block_check_waiters();
}

bool execute_paused(void) {
    if (state.paused && loop_now() >= state.paused_until) execute_unpause();
    return state.paused;
}

unsigned execute_flags(const call *c) {
    return c->command->row->flags_of ? c->command->row->flags_of(c) : c->command->flags;
}

static bool pause_holds(const call *c) {
    if (!execute_paused() || c->client->flags & (CLIENT_REPLICA | CLIENT_MASTER | CLIENT_LOADING)) return false;
    return state.pause_all || execute_flags(c) & (WRITE | MAY_REPLICATE);
}

static bool pause_over(call *c) {
    (void)c;
    return !execute_paused();
}

/* -- why a command may be refused, in the order clients observe (behaviour.md section 2) ------------------ */

static const char *scratch(const char *format, slice a) {
    if (state.text) state.text->len = 0;
    bytes_printf(&state.text, format, SLICE_ARGS(a));
    return state.text->at;
}

const char *execute_unknown(const call *c, const command_info *container) {
    slice name = c->argv[0], sub = c->argc > 1 ? c->argv[1] : (slice){ "", 0 };
    if (name.len > QUOTE_MAX) name.len = QUOTE_MAX;
    if (sub.len > QUOTE_MAX) sub.len = QUOTE_MAX;
    if (container) {
        scratch("ERR unknown subcommand '%.*s'. Try ", sub);
        bytes_append(&state.text, name);
        text_to_upper(state.text->at + state.text->len - name.len, name.len);
        bytes_append_text(&state.text, " HELP.");
        return state.text->at;
    }
    scratch("ERR unknown command '%.*s', with args beginning with: ", name);
    size_t start = state.text->len;
    for (int i = 1; i < c->argc && state.text->len - start < QUOTE_MAX; i++) {
        slice s = c->argv[i];
        size_t room = QUOTE_MAX - (state.text->len - start);
        if (s.len > room) s.len = room;
        bytes_printf(&state.text, "'%.*s' ", SLICE_ARGS(s));
    }
    return state.text->at;
}

static const char *misshapen(call *c) {
    if (command_arity_fits(c->command, c->argc) && c->command->row->run) return NULL;
    return scratch("ERR wrong number of arguments for '%.*s' command", slice_of(c->command->name));
}

static const char *protected_command(call *c) {
    return c->command->flags & PROTECTED && state.protected_guard ? state.protected_guard(c) : NULL;
}

static const char *stranger(call *c) {
    bool welcome = c->client->flags & CLIENT_AUTHENTICATED || c->command->flags & NO_AUTH;
    return welcome ? NULL : "NOAUTH Authentication required.";
}

static const char *not_in_multi(call *c) {
    bool inside = c->client->flags & CLIENT_MULTI && c->command->flags & NO_MULTI;
    return inside ? "ERR Command not allowed inside a transaction" : NULL;
}

static const char *forbidden(call *c) { return acl_unrestricted(c->client->user) ? NULL : acl_refusal(c); }

static const char *out_of_memory(call *c) {
    if (!state.over_limit || c->client->flags & CLIENT_MASTER || !state.over_limit()) return NULL;
    return execute_flags(c) & DENYOOM ? "OOM command not allowed when used memory > 'maxmemory'." : NULL;
}

static const char *disk_error(call *c) {
    if (!state.misconf || c->client->flags & CLIENT_MASTER) return NULL;
    bool asked = !(c->client->flags & CLIENT_SCRIPT) && slice_is(slice_of(c->command->row->name), "ping");
    return asked || execute_flags(c) & WRITE ? scratch("MISCONF %.*s", slice_of(state.misconf)) : NULL;
}

static const char *replica_state(call *c) { return state.replica_guard ? state.replica_guard(c) : NULL; }

static bool allowed_to_subscribers(const command_info *k) {
    static const char *const names[] = {
        "subscribe", "unsubscribe", "psubscribe", "punsubscribe", "ssubscribe", "sunsubscribe", "ping", "quit", "reset",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) if (!strcmp(k->row->name, names[i])) return true;
    return false;
}

static const char *subscribed(call *c) {
    if (!(c->client->flags & CLIENT_PUBSUB) || c->client->protocol == 3 || allowed_to_subscribers(c->command)) return NULL;
    return scratch("ERR Can't execute '%.*s': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET are allowed in this "
                   "context", slice_of(c->command->name));
}

static const char *still_loading(call *c) {
    return state.loading && !(c->command->flags & LOADING) ? "LOADING Redis is loading the dataset in memory" : NULL;
}

static const char *busy(call *c) { return state.busy && !(c->command->flags & ALLOW_BUSY) ? state.busy : NULL; }

/* Who looks on (a replica, MONITOR) does not take part. */
static const char *onlooker(call *c) {
    bool takes_part = c->client->flags & CLIENT_REPLICA && execute_flags(c) & (READ | WRITE | MAY_REPLICATE);
    return takes_part ? "ERR Replica can't interact with the keyspace" : NULL;
}

const char *execute_refusal(call *c) {
    static const char *(*const rules[])(call *c) = {
        misshapen, protected_command, stranger, not_in_multi, forbidden, out_of_memory, disk_error, replica_state, subscribed,
        still_loading, busy, onlooker,
    };
    if (c->client->flags & CLIENT_LOADING) return misshapen(c);     /* what the log holds has been accepted once */
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        const char *why = rules[i](c);
        if (why) return why;
    }
    return NULL;
}

/* Most calls come from an ordinary client while nothing is wrong: then arity is all there is to check. */
bool execute_carefree(const call *c) {
    const client *k = c->client;
    unsigned special = k->flags & CLIENT_MULTI ? PROTECTED | NO_MULTI : PROTECTED;
    return !state.over_limit && !state.misconf && !state.replica_guard && !state.loading && !state.busy
        && !(k->flags & (CLIENT_PUBSUB | CLIENT_REPLICA)) && !(c->command->flags & special)
        && k->flags & CLIENT_AUTHENTICATED && acl_unrestricted(k->user)
        && command_arity_fits(c->command, c->argc) && c->command->row->run;
}

/* -- running ------------------------------------------------------------------------------ */

static void count(const call *c, int64_t usec) {
    command_info *k = c->command;
    k->calls++;
    k->usec += (uint64_t)usec;
    k->failed += c->failed;
    state.count++;
    if (!state.latency_tracking) return;
    if (!k->latency) k->latency = histogram_new();
    histogram_record(k->latency, (uint64_t)usec * 1000);
}

static void account(call *c) {
    loop_refresh_clock();
    int64_t usec = loop_now_us() - c->started_us;
    if (!c->blocked) count(c, usec);        /* one that waits is counted when it has been served */
    look(c, usec);
}

static void run(call *c) {
    client *k = c->client;
    call *outer = state.running;
    c->started_us = loop_now_us();
    c->output_from = k->out_total;
    state.running = c;
    if (state.on_start) state.on_start(c);
    c->command->row->run(c);
    assert(c->blocked || c->owed == 0 || k->flags & CLIENT_CLOSING);
    state.running = outer;
    if (tracking_active() && c->command->flags & READ) tracking_remember(c);
    propagate_call(c);
    account(c);
}

void execute_inner(call *c) {
    c->outer = state.running;
    c->owed = 1;
    run(c);
}

/* After an outermost call: messages for its own client, then whoever waited for what it wrote. */
static void run_outermost(call *c) {
    client *k = c->client;
    c->owed = 1;
    k->flags |= CLIENT_EXECUTING;
    run(c);
    k->flags &= ~(unsigned)CLIENT_EXECUTING;
    k->commands++;
    output_flush_aside(k);
    if (!state.running) block_serve();
}

void execute_gave_up(const call *c) {
    count(c, 0);
    look(c, 0);
}

static void refuse(call *c, const char *why) {
    client *k = c->client;
    if (c->command) c->command->rejected++;
    c->owed = 1;
    if (c->command && !strcmp(c->command->row->name, "exec")) {
        multi_discard(k);
        const char *text = why;
        if (!strncmp(text, "ERR ", 4)) text += 4;
        reply_errorf(c, "EXECABORT Transaction discarded because of: %s", text);
        return;
    }
    multi_spoil(k);
    reply_error(c, why);
}

/* What was allowed when it began to wait may be refused now. */
void execute_again(call *c) {
    const char *why = execute_carefree(c) ? NULL : execute_refusal(c);
    c->again = true;
    if (why) refuse(c, why);
    else run_outermost(c);
}

void execute(call *c) {
    client *k = c->client;
    c->now = loop_now();
    if (!c->command) {
        command_info *container;
        c->command = command_find(c->argv[0], c->argc > 1 ? c->argv[1] : (slice){ NULL, 0 }, &container);
        if (!c->command) {
            k->last_command = NULL;
            refuse(c, execute_unknown(c, container));
            return;
        }
    }
    k->last_command = c->command;
    if (state.client_guard) state.client_guard();
    if (k->flags & CLIENT_CLOSING) return;
    const char *why = execute_carefree(c) ? NULL : execute_refusal(c);
    if (why) {
        refuse(c, why);
    } else if (state.paused && pause_holds(c)) {
        block_until(c, pause_over, 0, NULL);
    } else if (k->flags & CLIENT_MULTI && !(c->command->flags & NOT_QUEUED)) {
        c->owed = 1;
        multi_queue(c);
    } else {
        run_outermost(c);
    }
    if (k->tracking) tracking_command_done(c);
    /* CLIENT REPLY SKIP mutes the one command that follows it. */
    if (k->flags & CLIENT_REPLY_SKIP) k->flags &= ~(unsigned)CLIENT_REPLY_SKIP;
    if (k->flags & CLIENT_REPLY_SKIP_NEXT) k->flags = (k->flags & ~(unsigned)CLIENT_REPLY_SKIP_NEXT) | CLIENT_REPLY_SKIP;
}

static const setting settings[] = {
    { "latency-tracking", SETTING_BOOL, &state.latency_tracking, "yes" },
    { 0 }
};

const feature execute_feature = { .name = "server", .settings = settings };
