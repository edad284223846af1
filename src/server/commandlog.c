/* commandlog.c -- commands worth remembering: COMMANDLOG, and SLOWLOG for the slow ones (behaviour.md section 16).
 *
 * Each kind has a log of its own, newest first; a command that is notable in several ways stands in several. */
#include "server/commandlog.h"
#include "base/memory.h"
#include "base/number.h"
#include "server/client.h"
#include "server/execute.h"
#include "server/feature.h"
#include "server/redact.h"
#include "server/reply.h"

typedef struct noted {
    struct noted *older, *newer;
    int64_t id, time_s, value;              /* value: microseconds, or bytes */
    bytes *peer, *name;
    int argc;
    bytes *argv[];
} noted;

typedef struct journal {
    noted *newest, *oldest;
    int64_t count, next_id, threshold, most;
} journal;

static void note(const call *c, int64_t usec);

static struct {
    journal journals[COMMANDLOG_KINDS];
    execute_watch watch;
    int64_t args_most, arg_len_most;        /* what an entry keeps of a long request */
} state = { .watch = { .ended = note } };

commandlog_summary commandlog_summarize(enum commandlog_kind kind) {
    const journal *j = &state.journals[kind];
    commandlog_summary s = { .length = j->count, .most = j->most, .threshold = j->threshold };
    if (j->newest) s.latest_id = j->newest->id, s.latest_value = j->newest->value;
    return s;
}

size_t commandlog_request_bytes(const call *c) {
    enum { FRAME = 5 };                     /* a mark and two line ends around each word, besides the digits of its length */
    size_t size = (size_t)number_int_digits(c->argc) + 3;
    for (int i = 0; i < c->argc; i++) size += c->argv[i].len + (size_t)number_int_digits((int64_t)c->argv[i].len) + FRAME;
    return size;
}

size_t commandlog_reply_bytes(const call *c) {
    size_t queued = c->client->out_total;
    return queued > c->output_from ? queued - c->output_from : 0;
}

/* -- noting ----------------------------------------------------------------------------------------- */

static size_t noted_size(int argc) { return sizeof(noted) + (size_t)argc * sizeof(bytes *); }

static void noted_free(noted *n) {
    for (int i = 0; i < n->argc; i++) bytes_free(n->argv[i]);
    bytes_free(n->peer);
    bytes_free(n->name);
    memory_free(n, noted_size(n->argc));
}

static void trim(journal *j, int64_t most) {
    while (j->count > most) {
        noted *n = j->oldest;
        j->oldest = n->newer;
        if (n->newer) n->newer->older = NULL;
        else j->newest = NULL;
        j->count--;
        noted_free(n);
    }
}

static bytes *keep_argument(slice text) {
    size_t most = (size_t)state.arg_len_most;
    if (text.len <= most) return bytes_copy(text);
    bytes *cut = bytes_copy(slice_make(text.at, most));
    bytes_printf(&cut, "... (%zu more bytes)", text.len - most);
    return cut;
}

/* The last of too many says how many there were. */
static void keep_arguments(noted *n, const call *c) {
    bool whole = n->argc == c->argc;
    for (int i = 0; i < n->argc - !whole; i++) n->argv[i] = keep_argument(redacted(c, i));
    if (!whole) bytes_printf(&n->argv[n->argc - 1], "... (%d more arguments)", c->argc - n->argc + 1);
}

static void keep(journal *j, const call *c, int64_t value) {
    int argc = c->argc < state.args_most ? c->argc : (int)state.args_most;
    noted *n = memory_zero(noted_size(argc));
    n->id = j->next_id++;
    n->time_s = c->now / 1000;
    n->value = value;
    n->argc = argc;
    keep_arguments(n, c);
    n->peer = bytes_new(0);
    if (c->client->connection >= 0) client_peer_text(&c->client->peer, &n->peer);
    n->name = bytes_copy(bytes_slice(c->client->name));
    n->older = j->newest;
    if (j->newest) j->newest->newer = n;
    else j->oldest = n;
    j->newest = n;
    j->count++;
    trim(j, j->most);
}

static bool notable(const journal *j, int64_t value) { return j->threshold >= 0 && value >= j->threshold && j->most; }

static void note(const call *c, int64_t usec) {
    journal *slow = &state.journals[COMMANDLOG_SLOW], *large = &state.journals[COMMANDLOG_REQUEST];
    if (c->command->flags & SKIP_SLOWLOG || c->client->flags & CLIENT_LOADING || c->blocked) return;
    if (notable(slow, usec)) keep(slow, c, usec);
    int64_t request = (int64_t)commandlog_request_bytes(c), reply = (int64_t)commandlog_reply_bytes(c);
    if (notable(large, request)) keep(large, c, request);
    large = &state.journals[COMMANDLOG_REPLY];
    if (notable(large, reply)) keep(large, c, reply);
}

/* -- the commands ------------------------------------------------------------------------------------- */

static bool parse_count(call *c, slice text, int64_t *count) {
    if (number_parse_int(text, count) && *count >= -1) return true;
    reply_error(c, "ERR count should be greater than or equal to -1");
    return false;
}

/* NULL when the error has been replied. */
static journal *parse_kind(call *c, slice text) {
    static const char *const names[COMMANDLOG_KINDS] = { "slow", "large-request", "large-reply" };
    for (int i = 0; i < COMMANDLOG_KINDS; i++) if (slice_is(text, names[i])) return &state.journals[i];
    reply_error(c, "ERR type should be one of the following: slow, large-request, large-reply");
    return NULL;
}

static void reply_noted(call *c, const noted *n) {
    reply_array(c, 6);
    reply_int(c, n->id);
    reply_int(c, n->time_s);
    reply_int(c, n->value);
    reply_array(c, n->argc);
    for (int i = 0; i < n->argc; i++) reply_bulk(c, bytes_slice(n->argv[i]));
    reply_bulk(c, bytes_slice(n->peer));
    reply_bulk(c, bytes_slice(n->name));
}

static void reply_latest(call *c, const journal *j, int64_t count) {
    if (count < 0 || count > j->count) count = j->count;
    reply_array(c, (long)count);
    for (const noted *n = j->newest; count; n = n->older, count--) reply_noted(c, n);
}

static void slowlog_get(call *c) {
    int64_t count = 10;
    if (c->argc > 3) reply_unknown_subcommand(c);
    else if (c->argc < 3 || parse_count(c, c->argv[2], &count)) reply_latest(c, &state.journals[COMMANDLOG_SLOW], count);
}

static void slowlog_len(call *c) { reply_int(c, state.journals[COMMANDLOG_SLOW].count); }

static void slowlog_reset(call *c) {
    trim(&state.journals[COMMANDLOG_SLOW], 0);
    reply_ok(c);
}

static void slowlog_help(call *c) {
    static const char *const lines[] = {
        "GET [<count>]", "    Return top <count> entries from the slowlog (default: 10, -1 mean all).", "    Entries are made of:",
        "    id, timestamp, time in microseconds, arguments array, client IP and port,", "    client name",
        "LEN", "    Return the length of the slowlog.", "RESET", "    Reset the slowlog.", NULL
    };
    reply_help(c, lines);
}

static void commandlog_get(call *c) {
    int64_t count;
    if (!parse_count(c, c->argv[2], &count)) return;
    journal *j = parse_kind(c, c->argv[3]);
    if (j) reply_latest(c, j, count);
}

static void commandlog_len(call *c) {
    journal *j = parse_kind(c, c->argv[2]);
    if (j) reply_int(c, j->count);
}

static void commandlog_reset(call *c) {
    journal *j = parse_kind(c, c->argv[2]);
    if (!j) return;
    trim(j, 0);
    reply_ok(c);
}

static void commandlog_help(call *c) {
    static const char *const lines[] = {
        "GET <count> <type>", "    Return top <count> entries of the specified <type> from the commandlog (-1 mean all).",
        "    Entries are made of:", "    id, timestamp,", "        time in microseconds for type of slow,",
        "        or size in bytes for type of large-request,", "        or size in bytes for type of large-reply",
        "    arguments array, client IP and port,", "    client name",
        "LEN <type>", "    Return the length of the specified type of commandlog.",
        "RESET <type>", "    Reset the specified type of commandlog.", NULL
    };
    reply_help(c, lines);
}

#define KIND "{type: 'slow' | 'large-request' | 'large-reply'}"
static const command commands[] = {
    { "slowlog", NULL, CONTAINER, 0, "", "2.2.12", "Depends on subcommand.", "Tells which commands took long." },
    { "slowlog|get", slowlog_get, ADMIN | LOADING | STALE, 0, "[#count]", "2.2.12", "O(N) where N is the number of entries returned",
      "Gives the latest slow commands.", .tips = "request_policy:all_nodes nondeterministic_output",
      .history = "4.0.0 Tells the address and name of the client." },
    { "slowlog|len", slowlog_len, ADMIN | LOADING | STALE, 0, "", "2.2.12", "O(1)", "Counts the slow commands kept.",
      .tips = "request_policy:all_nodes response_policy:agg_sum nondeterministic_output" },
    { "slowlog|reset", slowlog_reset, ADMIN | LOADING | STALE, 0, "", "2.2.12", "O(N) where N is the number of entries in the slowlog",
      "Forgets the slow commands.", .tips = "request_policy:all_nodes response_policy:all_succeeded" },
    { "slowlog|help", slowlog_help, LOADING | STALE, 0, "", "6.2.0", "O(1)", "Tells what SLOWLOG can do." },
    { "commandlog", NULL, CONTAINER, 0, "", "8.1.0", "Depends on subcommand.", "Tells which commands took long or were large." },
    { "commandlog|get", commandlog_get, ADMIN | LOADING | STALE, 0, "#count " KIND, "8.1.0",
      "O(N) where N is the number of entries returned", "Gives the latest commands of a log.",
      .tips = "request_policy:all_nodes nondeterministic_output" },
    { "commandlog|len", commandlog_len, ADMIN | LOADING | STALE, 0, KIND, "8.1.0", "O(1)", "Counts the commands a log holds.",
      .tips = "request_policy:all_nodes response_policy:agg_sum nondeterministic_output" },
    { "commandlog|reset", commandlog_reset, ADMIN | LOADING | STALE, 0, KIND, "8.1.0",
      "O(N) where N is the number of entries in the commandlog", "Forgets the commands of a log.",
      .tips = "request_policy:all_nodes response_policy:all_succeeded" },
    { "commandlog|help", commandlog_help, LOADING | STALE, 0, "", "8.1.0", "O(1)", "Tells what COMMANDLOG can do." },
    { 0 }
};

static int64_t bound(const journal *j) { return j->threshold >= 0 && j->most ? j->threshold : EXECUTE_NEVER; }

static const char *apply(void) {
    int64_t request = bound(&state.journals[COMMANDLOG_REQUEST]), reply = bound(&state.journals[COMMANDLOG_REPLY]);
    state.watch.usec = bound(&state.journals[COMMANDLOG_SLOW]);
    state.watch.bytes = (uint64_t)(request < reply ? request : reply);
    execute_bounds_changed();
    return NULL;
}

static const char *apply_most(void) {
    for (journal *j = state.journals; j < state.journals + COMMANDLOG_KINDS; j++) trim(j, j->most);
    return apply();
}

#define SLOW state.journals[COMMANDLOG_SLOW]
#define REQUEST state.journals[COMMANDLOG_REQUEST]
#define REPLY state.journals[COMMANDLOG_REPLY]
static const setting settings[] = {
    { "slowlog-log-slower-than", SETTING_INT, &SLOW.threshold, "10000", .least = -1, .most = INT64_MAX,
      .apply = apply,
      .flags = SETTING_HIDDEN_ALIAS, .alias = "commandlog-execution-slower-than" },
    { "slowlog-entry-max-argc", SETTING_INT, &state.args_most, "32", .least = 1, .most = INT32_MAX, .flags = SETTING_HIDDEN },
    { "slowlog-entry-max-string-len", SETTING_INT, &state.arg_len_most, "128", .least = 1, .most = INT32_MAX,
      .flags = SETTING_HIDDEN },
    { "slowlog-max-len", SETTING_INT, &SLOW.most, "128", .least = 0, .most = INT64_MAX, .apply = apply_most,
      .flags = SETTING_HIDDEN_ALIAS, .alias = "commandlog-slow-execution-max-len" },
    { "commandlog-request-larger-than", SETTING_INT, &REQUEST.threshold, "1048576", .least = -1, .most = INT64_MAX,
      .flags = SETTING_HIDDEN, .apply = apply },
    { "commandlog-large-request-max-len", SETTING_INT, &REQUEST.most, "128", .least = 0, .most = INT64_MAX, .apply = apply_most,
      .flags = SETTING_HIDDEN },
    { "commandlog-reply-larger-than", SETTING_INT, &REPLY.threshold, "1048576", .least = -1, .most = INT64_MAX,
      .flags = SETTING_HIDDEN, .apply = apply },
    { "commandlog-large-reply-max-len", SETTING_INT, &REPLY.most, "128", .least = 0, .most = INT64_MAX, .apply = apply_most,
      .flags = SETTING_HIDDEN },
    { 0 }
};

static void start(void) {
    apply();
    execute_on_end(&state.watch);
}

const feature commandlog = { .name = "server", .commands = commands, .settings = settings, .start = start };
