/* latency.c -- the series of spikes and LATENCY: latest, history, graph, advice; and histograms of commands. */
#include "server/latency.h"
#include "base/memory.h"
#include "data/histogram.h"
#include "os/os.h"
#include "server/config.h"
#include "server/execute.h"
#include "server/feature.h"
#include "server/loop.h"
#include "server/reply.h"
#include <stdio.h>

enum { SAMPLES = 160, COLUMNS = 80, ROWS = 4, LABEL = 24 };

typedef struct sample { int64_t second, ms; } sample;

/* One event's samples, oldest first from `first` on, around the end. */
typedef struct series {
    struct series *next;
    const char *event;
    int first, count;
    int64_t most;                           /* ms, ever */
    sample samples[SAMPLES];
} series;

static void watch_command(const call *c, int64_t usec);

static struct {
    series *all;
    int64_t threshold;
    execute_watch watch;
} state = { .watch = { .ended = watch_command, .usec = EXECUTE_NEVER, .bytes = EXECUTE_NEVER } };

static const sample *sample_at(const series *s, int i) { return &s->samples[(s->first + i) % SAMPLES]; }

static series **find(slice event) {
    series **s = &state.all;
    while (*s && !slice_is(event, (*s)->event)) s = &(*s)->next;
    return s;
}

static void series_add(series *s, int64_t second, int64_t ms) {
    if (ms > s->most) s->most = ms;
    sample *last = s->count ? &s->samples[(s->first + s->count - 1) % SAMPLES] : NULL;
    if (last && last->second == second) {
        if (ms > last->ms) last->ms = ms;
        return;
    }
    if (s->count == SAMPLES) s->first = (s->first + 1) % SAMPLES;
    else s->count++;
    s->samples[(s->first + s->count - 1) % SAMPLES] = (sample){ second, ms };
}

void latency_add(const char *event, int64_t ms) {
    if (!state.threshold || ms < state.threshold) return;
    series **place = find(slice_of(event));
    if (!*place) {
        *place = memory_zero(sizeof **place);
        (*place)->event = event;
    }
    series_add(*place, loop_now() / 1000, ms);
}

int64_t latency_begin(void) { return state.threshold ? os_mono_us() : 0; }

void latency_end(const char *event, int64_t begun) {
    if (begun) latency_add(event, (os_mono_us() - begun) / 1000);
}

void latency_each(void (*each)(const char *event, int64_t second, int64_t ms, void *context), void *context) {
    for (const series *s = state.all; s; s = s->next) {
        const sample *last = sample_at(s, s->count - 1);
        each(s->event, last->second, last->ms, context);
    }
}

static void watch_command(const call *c, int64_t usec) {
    if (c->blocked) return;
    latency_add(c->command->flags & FAST ? "fast-command" : "command", usec / 1000);
}

/* -- LATEST, HISTORY, RESET ------------------------------------------------------------------- */

static void latency_latest(call *c) {
    long n = 0;
    for (const series *s = state.all; s; s = s->next) n++;
    reply_array(c, n);
    for (const series *s = state.all; s; s = s->next) {
        const sample *last = sample_at(s, s->count - 1);
        reply_array(c, 4);
        reply_bulk_text(c, s->event);
        reply_int(c, last->second);
        reply_int(c, last->ms);
        reply_int(c, s->most);
    }
}

static void latency_history(call *c) {
    const series *s = *find(c->argv[2]);
    reply_array(c, s ? s->count : 0);
    for (int i = 0; s && i < s->count; i++) {
        reply_array(c, 2);
        reply_int(c, sample_at(s, i)->second);
        reply_int(c, sample_at(s, i)->ms);
    }
}

static bool forget(series **place) {
    series *s = *place;
    if (!s) return false;
    *place = s->next;
    memory_free(s, sizeof *s);
    return true;
}

static void latency_reset(call *c) {
    int64_t n = 0;
    for (int i = 2; i < c->argc; i++) n += forget(find(c->argv[i]));
    while (c->argc == 2 && forget(&state.all)) n++;
    reply_int(c, n);
}

/* -- GRAPH ---------------------------------------------------------------------------------------- */

/* A column is so many thirds of a row high, at least one: full rows below a top of one of three shapes. */
static char shape(int64_t height, int row) {
    int64_t within = height - (int64_t)(ROWS - 1 - row) * 3;
    if (within < 0) return ' ';
    return within < 3 ? "_o#"[within] : '|';
}

static int64_t height_of(int64_t ms, int64_t least, int64_t most) {
    int64_t height = most > least ? (int64_t)((double)(ms - least) / (double)(most - least) * ROWS * 3) : 0;
    return height < ROWS * 3 ? height : ROWS * 3 - 1;
}

static void print_age(char *out, int64_t seconds) {
    char unit = 's';
    if (seconds >= 86400) seconds /= 86400, unit = 'd';
    else if (seconds >= 3600) seconds /= 3600, unit = 'h';
    else if (seconds >= 60) seconds /= 60, unit = 'm';
    snprintf(out, LABEL, "%lld%c", (long long)(seconds < 0 ? 0 : seconds), unit);
}

/* Ages stand below their columns, read downwards. */
static void graph_ages(bytes **out, const series *s, int from, int count) {
    char labels[COLUMNS][LABEL];
    size_t longest = 0;
    for (int i = 0; i < count; i++) {
        print_age(labels[i], loop_now() / 1000 - sample_at(s, from + i)->second);
        if (strlen(labels[i]) > longest) longest = strlen(labels[i]);
    }
    for (size_t row = 0; row < longest; row++) {
        for (int i = 0; i < count; i++) bytes_append_char(out, row < strlen(labels[i]) ? labels[i][row] : ' ');
        bytes_append_char(out, '\n');
    }
}

static void graph_columns(bytes **out, const series *s, int from, int count, int64_t least, int64_t most) {
    for (int row = 0; row <= ROWS; row++) {
        for (int i = 0; i < count; i++) {
            int64_t height = height_of(sample_at(s, from + i)->ms, least, most);
            bytes_append_char(out, row < ROWS ? shape(height, row) : ' ');
        }
        bytes_append_char(out, '\n');
    }
    graph_ages(out, s, from, count);
}

static void latency_graph(call *c) {
    const series *s = *find(c->argv[2]);
    if (!s) {
        reply_errorf(c, "ERR No samples available for event '%.*s'", SLICE_ARGS(c->argv[2]));
        return;
    }
    int64_t least = INT64_MAX, most = 0;
    for (int i = 0; i < s->count; i++) {
        int64_t ms = sample_at(s, i)->ms;
        if (ms < least) least = ms;
        if (ms > most) most = ms;
    }
    bytes *out = bytes_new(1024);
    bytes_printf(&out, "%s - high %lld ms, low %lld ms (all time high %lld ms)\n", s->event, (long long)most,
                 (long long)least, (long long)s->most);
    for (int i = 0; i < COLUMNS; i++) bytes_append_char(&out, '-');
    bytes_append_char(&out, '\n');
    for (int from = 0; from < s->count; from += COLUMNS) {
        int count = s->count - from < COLUMNS ? s->count - from : COLUMNS;
        if (from) bytes_append_char(&out, '\n');
        graph_columns(&out, s, from, count, least, most);
    }
    reply_verbatim(c, "txt", bytes_slice(out));
    bytes_free(out);
}

/* -- DOCTOR ------------------------------------------------------------------------------------------ */

static void describe(bytes **out, int number, const series *s) {
    int64_t sum = 0, away = 0, span = loop_now() / 1000 - sample_at(s, 0)->second;
    for (int i = 0; i < s->count; i++) sum += sample_at(s, i)->ms;
    int64_t mean = sum / s->count;
    for (int i = 0; i < s->count; i++) {
        int64_t off = sample_at(s, i)->ms - mean;
        away += off < 0 ? -off : off;
    }
    bytes_printf(out, "%d. %s: %d latency spikes (average %lldms, mean deviation %lldms, period %.2f sec). "
                 "Worst all time event %lldms.\n", number, s->event, s->count, (long long)mean,
                 (long long)(away / s->count),
                 (double)span / s->count, (long long)s->most);
}

/* What may help, by the beginning of an event's name. */
static const struct { const char *event, *advice; } advices[] = {
    { "command",
      "Some commands are slow: SLOWLOG GET names them (set slowlog-log-slower-than below the latency threshold)." },
    { "fast-command",
      "Commands that do little took long: the machine is overloaded, swapping, or a neighbour takes its processors." },
    { "fork", "Making a child process is slow here: large memory on a virtual machine, or transparent huge pages." },
    { "aof-", "The disk is slow to take the log: move it to a faster disk, or set appendfsync to everysec or no." },
    { "expire-", "Many keys expire in the same moment: spread their times." },
    { "evict", "Making room takes time: raise maxmemory, or lower maxmemory-eviction-tenacity." },
    { "active-defrag", "Defragmentation takes too much at a time: lower active-defrag-cycle-max." },
};

static void advise(bytes **out) {
    bytes_append_text(out, "\nI have a few advices for you:\n\n");
    for (size_t i = 0; i < sizeof advices / sizeof *advices; i++) {
        bool concerned = false;
        for (const series *s = state.all; s; s = s->next) {
            concerned |= !strncmp(s->event, advices[i].event, strlen(advices[i].event));
        }
        if (concerned) bytes_printf(out, "- %s\n", advices[i].advice);
    }
}

static void latency_doctor(call *c) {
    bytes *out = bytes_new(1024);
    if (!state.threshold) {
        bytes_append_text(&out, "I'm sorry, Dave, I can't do that. Latency monitoring is disabled in this Redis "
                                "instance. You may use \"CONFIG SET latency-monitor-threshold <milliseconds>.\" in "
                                "order to enable it. If we weren't in a deep space mission I'd suggest to take a "
                                "look at "
                                "https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/"
                                "latency-monitor.\n");
    } else if (!state.all) {
        bytes_append_text(&out, "Dave, no latency spike was observed during the lifetime of this Redis instance, not "
                                "in the slightest bit. I honestly think you ought to sit down calmly, take a stress "
                                "pill, and think things over.\n");
    } else {
        int number = 0;
        bytes_append_text(&out, "Dave, I have observed latency spikes in this Redis instance. You don't mind talking "
                                "about it, do you Dave?\n\n");
        for (const series *s = state.all; s; s = s->next) describe(&out, ++number, s);
        advise(&out);
    }
    reply_verbatim(c, "txt", bytes_slice(out));
    bytes_free(out);
}

/* -- HISTOGRAM --------------------------------------------------------------------------------------- */

static bool reply_histogram(call *c, const command_info *k) {
    if (!k->latency || !histogram_total(k->latency)) return false;
    reply_bulk_text(c, k->name);
    reply_map(c, 2);
    reply_bulk_text(c, "calls");
    reply_int(c, (int64_t)histogram_total(k->latency));
    reply_bulk_text(c, "histogram_usec");
    open_reply place = reply_later(c);
    long n = 0;
    for (histogram_bounds b = { 0 }; histogram_next_bound(k->latency, &b); n++) {
        reply_int(c, (int64_t)b.us);
        reply_int(c, (int64_t)b.count);
    }
    reply_later_map(c, place, n);
    return true;
}

static long reply_histograms(call *c, const command_info *k) {
    long n = reply_histogram(c, k);
    for (int i = 0; i < k->subcommand_count; i++) n += reply_histogram(c, k->subcommands[i]);
    return n;
}

static void latency_histogram(call *c) {
    open_reply place = reply_later(c);
    long n = 0;
    command_info *k;
    for (int i = 2; i < c->argc; i++) if ((k = command_find_full(c->argv[i]))) n += reply_histograms(c, k);
    for (int position = 0; c->argc == 2 && (k = command_each(&position));) n += reply_histograms(c, k);
    reply_later_map(c, place, n);
}

static void latency_help(call *c) {
    static const char *const lines[] = {
        "DOCTOR", "    Return a human readable latency analysis report.",
        "GRAPH <event>", "    Return an ASCII latency graph for the <event> class.",
        "HISTORY <event>", "    Return time-latency samples for the <event> class.",
        "LATEST", "    Return the latest latency samples for all events.",
        "RESET [<event> ...]", "    Reset latency data of one or more <event> classes.",
        "    (default: reset all data for all event classes)",
        "HISTOGRAM [COMMAND ...]",
        "    Return a cumulative distribution of latencies in the format of a histogram for the specified "
        "command names.",
        "    If no commands are specified then all histograms are replied.", NULL
    };
    reply_help(c, lines);
}

#define FLAGS (ADMIN | NOSCRIPT | LOADING | STALE)
#define TIPS .tips = "nondeterministic_output request_policy:all_nodes response_policy:special"
static const command commands[] = {
    { "latency", NULL, CONTAINER, 0, "", "2.8.13", "Depends on subcommand.", "Tells what was slow, and when." },
    { "latency|doctor", latency_doctor, FLAGS, 0, "", "2.8.13", "O(1)", "Explains the spikes and gives advice.", TIPS },
    { "latency|graph", latency_graph, FLAGS, 0, "event", "2.8.13", "O(1)", "Draws the spikes of an event.", TIPS },
    { "latency|help", latency_help, LOADING | STALE, 0, "", "2.8.13", "O(1)", "Tells what LATENCY can do." },
    { "latency|histogram", latency_histogram, FLAGS, 0, "[command ...]", "7.0.0",
      "O(N) where N is the number of commands with latency information being retrieved.",
      "Tells how long commands took, as distributions.", TIPS },
    { "latency|history", latency_history, FLAGS, 0, "event", "2.8.13", "O(1)", "Lists the spikes of an event.", TIPS },
    { "latency|latest", latency_latest, FLAGS, 0, "", "2.8.13", "O(1)", "Gives the latest spike of each event.", TIPS },
    { "latency|reset", latency_reset, FLAGS, 0, "[event ...]", "2.8.13", "O(1)", "Forgets the spikes of events.",
      .tips = "request_policy:all_nodes response_policy:agg_sum" },
    { 0 }
};

static const char *apply_threshold(void) {
    state.watch.usec = state.threshold && state.threshold <= INT64_MAX / 1000 ? state.threshold * 1000 : EXECUTE_NEVER;
    execute_bounds_changed();
    return NULL;
}

static const setting settings[] = {
    { "latency-monitor-threshold", SETTING_INT, &state.threshold, "0", .least = 0, .most = INT64_MAX, .apply = apply_threshold },
    { 0 }
};

static size_t overhead(void) {
    size_t size = 0;
    for (const series *s = state.all; s; s = s->next) size += memory_good_size(sizeof *s);
    return size;
}

static void start(void) {
    apply_threshold();
    execute_on_end(&state.watch);
}

const feature latency = {
    .name = "server", .commands = commands, .settings = settings, .start = start, .overhead = overhead,
};
