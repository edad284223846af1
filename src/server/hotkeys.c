/* hotkeys.c -- which keys are used most: HOTKEYS (newer.md section 8).
 *
 * Two ways of looking. TOP is always there: about one command in so many (hotkeys-sampling-percentage) has its keys
 * counted, in panes of ten seconds of which the latest six are the window. A session (START to STOP) looks at every command,
 * or at one in SAMPLE, and charges keys with the time or the bytes their commands took. Commands that a script runs
 * are left out: the script itself names the keys. Keys longer than NAME_MAX are not counted. */
#include "base/memory.h"
#include "base/random.h"
#include "data/ranking.h"
#include "os/os.h"
#include "server/client.h"
#include "server/commandlog.h"
#include "server/execute.h"
#include "server/feature.h"
#include "server/reply.h"

enum { PANES = 6, PANE_MS = 10000, PANE_KEYS = 64, SESSION_KEYS = 256, KEYS_MAX = 64, NAME_MAX = 1024, SHOWN_MAX = 64, SHOWN = 10 };
enum { METRIC_CPU = 1, METRIC_NET = 2 };

typedef struct session {
    bool active;
    unsigned metrics;
    int64_t shown, duration_ms, ratio;
    int64_t started, ended;                 /* unix ms; ended only when it is not active */
    int64_t user_us, system_us;             /* of the process at the start, then in all */
    uint64_t total_us, total_net;           /* of all commands, sampled or not */
    ranking *by_cpu, *by_net;               /* NULL when not asked for */
} session;

static void charge_session(const call *c, int64_t usec);

static struct {
    int64_t percentage;
    int64_t pane;                           /* number of the latest: unix time divided by its length */
    ranking *panes[PANES];                  /* NULL until something was sampled */
    session *session;                       /* NULL when there is none; it stays after its end */
    execute_watch watch;                    /* of every call during a session */
} state = { .watch = { .ended = charge_session, .usec = EXECUTE_NEVER, .bytes = EXECUTE_NEVER } };

/* -- the keys of a call ------------------------------------------------------------------------------ */

static void charge(ranking *r, const call *c, int id, uint64_t weight) {
    int positions[KEYS_MAX];
    unsigned accesses[KEYS_MAX];
    if (!c->command->key_count && !c->command->row->find_keys) return;
    int n = command_keys(c->command, c->argc, c->argv, positions, accesses, KEYS_MAX);
    for (int i = 0; i < n && i < KEYS_MAX; i++) {
        slice key = c->argv[positions[i]];
        if (key.len <= NAME_MAX) ranking_add(r, id, key, hash_of(key), weight);
    }
}

/* -- the window ---------------------------------------------------------------------------------------- */

/* Panes that have left the window are emptied. */
static void turn_panes(int64_t now) {
    int64_t pane = now / PANE_MS, stale = pane - state.pane;
    if (!stale) return;
    if (stale < 0 || stale > PANES) stale = PANES;
    for (int64_t p = pane; stale; p--, stale--) if (state.panes[p % PANES]) ranking_clear(state.panes[p % PANES]);
    state.pane = pane;
}

/* A sampled command stands for this many. */
static int64_t share(void) { return 100 / state.percentage; }

static void next_sample(void) {
    execute_sample_after(state.percentage ? (int64_t)random_below((uint64_t)(2 * share() - 1)) : INT64_MAX);
}

static bool counts(const call *c) { return !c->blocked && !(c->client->flags & (CLIENT_SCRIPT | CLIENT_LOADING)); }

static void count_hits(const call *c) {
    next_sample();
    if (!counts(c)) return;
    turn_panes(c->now);
    ranking **pane = &state.panes[state.pane % PANES];
    if (!*pane) *pane = ranking_new(PANE_KEYS);
    charge(*pane, c, c->client->db->id, (uint64_t)share());
}

/* -- the session --------------------------------------------------------------------------------------- */

static void watch_calls(bool all) {
    state.watch.all = all;
    execute_bounds_changed();
}

static void end_session(session *s, int64_t now) {
    int64_t user, system, ignored;
    os_cpu_us(&user, &system, &ignored, &ignored);
    s->active = false;
    s->ended = now;
    s->user_us = user - s->user_us;
    s->system_us = system - s->system_us;
    watch_calls(false);
}

static bool session_active(int64_t now) {
    session *s = state.session;
    if (s && s->active && s->duration_ms && now - s->started >= s->duration_ms) end_session(s, s->started + s->duration_ms);
    return s && s->active;
}

static void charge_session(const call *c, int64_t usec) {
    session *s = state.session;
    if (!counts(c) || !session_active(c->now)) return;
    uint64_t us = usec > 0 ? (uint64_t)usec : 1, net = commandlog_request_bytes(c) + commandlog_reply_bytes(c);
    s->total_us += us;
    s->total_net += net;
    if (s->ratio > 1 && random_below((uint64_t)s->ratio)) return;
    if (s->by_cpu) charge(s->by_cpu, c, 0, us);
    if (s->by_net) charge(s->by_net, c, 0, net);
}

static void session_free(session *s) {
    if (!s) return;
    ranking_free(s->by_cpu);
    ranking_free(s->by_net);
    memory_free(s, sizeof *s);
}

/* -- START ------------------------------------------------------------------------------------------------ */

static bool parse_metrics(call *c, int *at, session *s) {
    int64_t count;
    if (!arg_int_or(c, c->argv[(*at)++], &count, "ERR METRICS count must be 1 or 2")) return false;
    if (count < 1 || count > 2) {
        reply_error(c, "ERR METRICS count must be 1 or 2");
        return false;
    }
    for (; count && *at < c->argc; count--, (*at)++) {
        unsigned metric = slice_is(c->argv[*at], "cpu") ? METRIC_CPU : slice_is(c->argv[*at], "net") ? METRIC_NET : 0;
        if (!metric || s->metrics & metric) break;
        s->metrics |= metric;
    }
    if (count) reply_syntax_error(c);
    return !count;
}

static bool parse_number(call *c, slice text, int64_t least, int64_t most, const char *error, int64_t *out) {
    int64_t n;
    if (!arg_int_or(c, text, &n, error)) return false;
    if (n < least || n > most) {
        reply_error(c, error);
        return false;
    }
    *out = n;
    return true;
}

/* The option at *at and its words; *at goes behind them. */
static bool parse_option(call *c, int *at, session *s) {
    slice option = c->argv[(*at)++];
    if (*at >= c->argc) {
        reply_syntax_error(c);
        return false;
    }
    if (slice_is(option, "metrics") && !s->metrics) return parse_metrics(c, at, s);
    slice text = c->argv[(*at)++];
    if (slice_is(option, "count")) return parse_number(c, text, 1, SHOWN_MAX, "ERR COUNT must be between 1 and 64", &s->shown);
    if (slice_is(option, "duration")) {
        if (!parse_number(c, text, 0, INT64_MAX / 1000, "ERR DURATION must not be negative", &s->duration_ms)) return false;
        s->duration_ms *= 1000;
        return true;
    }
    if (slice_is(option, "sample")) return parse_number(c, text, 1, INT64_MAX, "ERR SAMPLE ratio must be positive", &s->ratio);
    if (slice_is(option, "slots")) reply_error(c, "ERR SLOTS is only supported in cluster mode");
    else reply_syntax_error(c);
    return false;
}

static bool parse(call *c, session *s) {
    for (int at = 2; at < c->argc;) if (!parse_option(c, &at, s)) return false;
    if (!s->metrics) reply_error(c, "ERR METRICS parameter is required");
    return s->metrics;
}

static void hotkeys_start(call *c) {
    session fresh = { .active = true, .shown = SHOWN, .ratio = 1, .started = c->now };
    int64_t ignored;
    if (!parse(c, &fresh)) return;
    if (session_active(c->now)) {
        reply_error(c, "ERR hotkeys tracking is already active");
        return;
    }
    if (fresh.metrics & METRIC_CPU) fresh.by_cpu = ranking_new(SESSION_KEYS);
    if (fresh.metrics & METRIC_NET) fresh.by_net = ranking_new(SESSION_KEYS);
    os_cpu_us(&fresh.user_us, &fresh.system_us, &ignored, &ignored);
    session_free(state.session);
    state.session = memory_alloc(sizeof fresh);
    *state.session = fresh;
    watch_calls(true);
    reply_ok(c);
}

static void hotkeys_stop(call *c) {
    if (!session_active(c->now)) {
        reply_null(c);
        return;
    }
    end_session(state.session, c->now);
    reply_ok(c);
}

static void hotkeys_reset(call *c) {
    if (session_active(c->now)) {
        reply_error(c, "ERR hotkeys tracking is active, stop it first");
        return;
    }
    session_free(state.session);
    state.session = NULL;
    reply_ok(c);
}

/* -- GET ----------------------------------------------------------------------------------------------------- */

static void reply_number(call *c, const char *name, int64_t n) {
    reply_bulk_text(c, name);
    reply_int(c, n);
}

static void reply_ranking(call *c, const char *name, ranking *r, int64_t shown) {
    ranking_sort(r);
    size_t n = r->count < (size_t)shown ? r->count : (size_t)shown;
    reply_bulk_text(c, name);
    reply_map(c, (long)n);
    for (const ranked *e = r->at; e < r->at + n; e++) {
        reply_bulk(c, bytes_slice(e->name));
        reply_int(c, (int64_t)e->weight);
    }
}

static void reply_slots(call *c) {
    reply_bulk_text(c, "selected-slots");
    reply_array(c, 1);
    reply_array(c, 2);
    reply_int(c, 0);
    reply_int(c, 16383);
}

static void reply_cpu(call *c, const session *s) {
    int64_t user = s->user_us, system = s->system_us, ignored;
    if (s->active) {
        os_cpu_us(&user, &system, &ignored, &ignored);
        user -= s->user_us;
        system -= s->system_us;
    }
    reply_number(c, "total-cpu-time-user-ms", user / 1000);
    reply_number(c, "total-cpu-time-sys-ms", system / 1000);
}

static void hotkeys_get(call *c) {
    enum { ALWAYS = 7, OF_CPU = 3, OF_NET = 2 };
    const session *s = state.session;
    if (!s) {
        reply_null(c);
        return;
    }
    bool active = session_active(c->now);
    reply_array(c, 1);
    reply_map(c, ALWAYS + (s->by_cpu ? OF_CPU : 0) + (s->by_net ? OF_NET : 0));
    reply_number(c, "tracking-active", active);
    reply_number(c, "sample-ratio", s->ratio);
    reply_slots(c);
    reply_number(c, "all-commands-all-slots-us", (int64_t)s->total_us);
    reply_number(c, "net-bytes-all-commands-all-slots", (int64_t)s->total_net);
    reply_number(c, "collection-start-time-unix-ms", s->started);
    reply_number(c, "collection-duration-ms", (active ? c->now : s->ended) - s->started);
    if (s->by_cpu) reply_cpu(c, s);
    if (s->by_net) reply_number(c, "total-net-bytes", (int64_t)s->total_net);
    if (s->by_cpu) reply_ranking(c, "by-cpu-time-us", s->by_cpu, s->shown);
    if (s->by_net) reply_ranking(c, "by-net-bytes", s->by_net, s->shown);
}

/* -- TOP, HELP ------------------------------------------------------------------------------------------------- */

static void hotkeys_top(call *c) {
    int64_t shown = SHOWN;
    if (c->argc == 4 && slice_is(c->argv[2], "count")) {
        if (!parse_number(c, c->argv[3], 1, SHOWN_MAX, "ERR COUNT must be between 1 and 64", &shown)) return;
    } else if (c->argc != 2) {
        reply_syntax_error(c);
        return;
    }
    ranking *all = ranking_new(PANES * PANE_KEYS);
    turn_panes(c->now);
    for (int i = 0; i < PANES; i++) if (state.panes[i]) ranking_merge(all, state.panes[i]);
    ranking_sort(all);
    size_t n = all->count < (size_t)shown ? all->count : (size_t)shown;
    reply_array(c, (long)n);
    for (const ranked *e = all->at; e < all->at + n; e++) {
        reply_map(c, 3);
        reply_bulk_text(c, "key");
        reply_bulk(c, bytes_slice(e->name));
        reply_number(c, "db", e->db);
        reply_number(c, "hits", (int64_t)e->weight);
    }
    ranking_free(all);
}

static void hotkeys_help(call *c) {
    static const char *const lines[] = {
        "START METRICS <count> {CPU|NET} [...] [COUNT <k>] [DURATION <seconds>] [SAMPLE <ratio>]",
        "    Begin a session that charges keys with the time or the bytes of their commands.",
        "STOP", "    End the session; what it found stays.",
        "GET", "    Return what the session has found, the heaviest keys first.",
        "RESET", "    Forget the session that was stopped.",
        "TOP [COUNT <n>]", "    Return the keys used most in the last minute, with an estimate of how often.", NULL
    };
    reply_help(c, lines);
}

static const command commands[] = {
    { "hotkeys", NULL, CONTAINER, 0, "", "8.6.0", "Depends on subcommand.", "Tells which keys are used most." },
    { "hotkeys|start", hotkeys_start, ADMIN | NOSCRIPT, 0,
      "METRICS #count {metric: CPU | NET} ... [COUNT #k] [DURATION #seconds] [SAMPLE #ratio] [SLOTS #count #slot ...]", "8.6.0", "O(1)",
      "Begins to look which keys cost most.", .tips = "nondeterministic_output" },
    { "hotkeys|stop", hotkeys_stop, ADMIN | NOSCRIPT, 0, "", "8.6.0", "O(1)", "Ends the session.", .tips = "nondeterministic_output" },
    { "hotkeys|get", hotkeys_get, ADMIN | NOSCRIPT, 0, "", "8.6.0", "O(K) where K is the number of keys returned",
      "Gives the keys that cost most.", .tips = "nondeterministic_output" },
    { "hotkeys|reset", hotkeys_reset, ADMIN | NOSCRIPT, 0, "", "8.6.0", "O(1)", "Forgets the session.",
      .tips = "nondeterministic_output" },
    { "hotkeys|top", hotkeys_top, ADMIN | NOSCRIPT, 0, "[COUNT #n]", "8.6.0", "O(K log K) where K is the number of keys counted",
      "Gives the keys used most of late.", .tips = "nondeterministic_output" },
    { "hotkeys|help", hotkeys_help, LOADING | STALE, 0, "", "8.6.0", "O(1)", "Tells what HOTKEYS can do." },
    { 0 }
};

static size_t overhead(void) {
    const session *s = state.session;
    size_t size = 0;
    for (int i = 0; i < PANES; i++) if (state.panes[i]) size += ranking_footprint(state.panes[i]);
    if (s) size += sizeof *s + (s->by_cpu ? ranking_footprint(s->by_cpu) : 0) + (s->by_net ? ranking_footprint(s->by_net) : 0);
    return size;
}

static void print_lines(bytes **out) {
    const session *s = state.session;
    bytes_printf(out, "tracking_active:%d\r\n", session_active(loop_now()));
    bytes_printf(out, "used_memory:%zu\r\n", overhead());
    bytes_printf(out, "cpu_time:%llu\r\n", (unsigned long long)(s ? s->total_us / 1000 : 0));
}

static const info_field info[] = {
    { "hotkeys", "hotkeys", NULL, print_lines },
    { 0 }
};

static const char *apply_percentage(void) {
    next_sample();
    return NULL;
}

static const setting settings[] = {
    { "hotkeys-sampling-percentage", SETTING_INT, &state.percentage, "1", .least = 0, .most = 100, .flags = SETTING_HIDDEN,
      .apply = apply_percentage },
    { 0 }
};

static void start(void) {
    next_sample();
    execute_on_sample(count_hits);
    execute_on_end(&state.watch);
}

const feature hotkeys = {
    .name = "server", .commands = commands, .settings = settings, .info = info, .start = start, .overhead = overhead,
};
