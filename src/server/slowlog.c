/* slowlog.c -- commands that took long: SLOWLOG (behaviour.md section 16). */
#include "base/memory.h"
#include "base/number.h"
#include "server/client.h"
#include "server/execute.h"
#include "server/feature.h"
#include "server/redact.h"
#include "server/reply.h"

enum { ARGS_MAX = 32, ARG_LEN_MAX = 128 };

typedef struct slow {
    struct slow *next, *previous;
    int64_t id, time_s, usec;
    int argc;
    bytes *argv[ARGS_MAX];
    bytes *peer, *name;
} slow;

static struct {
    slow *newest, *oldest;
    int64_t count, next_id, slower_than, max;
} state;

static void slow_free(slow *s) {
    for (int i = 0; i < s->argc; i++) bytes_free(s->argv[i]);
    bytes_free(s->peer);
    bytes_free(s->name);
    memory_free(s, sizeof *s);
}

static void trim(int64_t most) {
    while (state.count > most) {
        slow *s = state.oldest;
        state.oldest = s->previous;
        if (s->previous) s->previous->next = NULL;
        else state.newest = NULL;
        state.count--;
        slow_free(s);
    }
}

static bytes *keep_argument(const call *c, int i) {
    slice text = redacted(c, i);
    if (c->argc > ARGS_MAX && i == ARGS_MAX - 1) {
        bytes *rest = NULL;
        bytes_printf(&rest, "... (%d more arguments)", c->argc - ARGS_MAX + 1);
        return rest;
    }
    if (text.len <= ARG_LEN_MAX) return bytes_copy(text);
    bytes *cut = bytes_copy(slice_make(text.at, ARG_LEN_MAX));
    bytes_printf(&cut, "... (%zu more bytes)", text.len - ARG_LEN_MAX);
    return cut;
}

static void note(const call *c, int64_t usec) {
    if (state.slower_than < 0 || usec < state.slower_than || c->command->flags & SKIP_SLOWLOG || !state.max) return;
    slow *s = memory_zero(sizeof *s);
    s->id = state.next_id++;
    s->time_s = c->now / 1000;
    s->usec = usec;
    s->argc = c->argc < ARGS_MAX ? c->argc : ARGS_MAX;
    for (int i = 0; i < s->argc; i++) s->argv[i] = keep_argument(c, i);
    s->peer = bytes_new(0);
    if (c->client->connection >= 0) client_peer_text(&c->client->peer, &s->peer);
    s->name = bytes_copy(bytes_slice(c->client->name));
    s->next = state.newest;
    if (state.newest) state.newest->previous = s;
    else state.oldest = s;
    state.newest = s;
    state.count++;
    trim(state.max);
}

static void slowlog_get(call *c) {
    int64_t count = 10;
    if (c->argc > 3) {
        reply_unknown_subcommand(c);
        return;
    }
    if (c->argc == 3) {
        if (!number_parse_int(c->argv[2], &count) || count < -1) {
            reply_error(c, "ERR count should be greater than or equal to -1");
            return;
        }
    }
    if (count < 0 || count > state.count) count = state.count;
    reply_array(c, (long)count);
    for (const slow *s = state.newest; count; s = s->next, count--) {
        reply_array(c, 6);
        reply_int(c, s->id);
        reply_int(c, s->time_s);
        reply_int(c, s->usec);
        reply_array(c, s->argc);
        for (int i = 0; i < s->argc; i++) reply_bulk(c, bytes_slice(s->argv[i]));
        reply_bulk(c, bytes_slice(s->peer));
        reply_bulk(c, bytes_slice(s->name));
    }
}

static void slowlog_len(call *c) { reply_int(c, state.count); }

static void slowlog_reset(call *c) {
    trim(0);
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

static const command commands[] = {
    { "slowlog", NULL, CONTAINER, 0, "", "2.2.12", "Depends on subcommand.", "Tells which commands took long." },
    { "slowlog|get", slowlog_get, ADMIN | LOADING | STALE, 0, "[#count]", "2.2.12", "O(N) where N is the number of entries returned",
      "Gives the latest slow commands.", .tips = "request_policy:all_nodes nondeterministic_output" },
    { "slowlog|len", slowlog_len, ADMIN | LOADING | STALE, 0, "", "2.2.12", "O(1)", "Counts the slow commands kept.",
      .tips = "request_policy:all_nodes response_policy:agg_sum nondeterministic_output" },
    { "slowlog|reset", slowlog_reset, ADMIN | LOADING | STALE, 0, "", "2.2.12", "O(N) where N is the number of entries in the slowlog",
      "Forgets the slow commands.", .tips = "request_policy:all_nodes response_policy:all_succeeded" },
    { "slowlog|help", slowlog_help, LOADING | STALE, 0, "", "6.2.0", "O(1)", "Tells what SLOWLOG can do." },
    { 0 }
};

static const char *apply_max(void) {
    trim(state.max);
    return NULL;
}

static const setting settings[] = {
    { "slowlog-log-slower-than", SETTING_INT, &state.slower_than, "10000", .least = -1, .most = INT64_MAX,
      .flags = SETTING_HIDDEN_ALIAS, .alias = "commandlog-execution-slower-than" },
    { "slowlog-max-len", SETTING_INT, &state.max, "128", .least = 0, .most = INT64_MAX, .apply = apply_max,
      .flags = SETTING_HIDDEN_ALIAS, .alias = "commandlog-slow-execution-max-len" },
    { 0 }
};

static void start(void) { execute_on_end(note); }

const feature slowlog = { .name = "server", .commands = commands, .settings = settings, .start = start };
