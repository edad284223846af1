/* pauses.c -- how long anybody waits while the server does something large: growing tables, expiring keys, moving memory.
 *
 * One client PINGs back to back and notes the longest it had to wait. On a busy machine that is mostly the machine, so each
 * figure stands beside one from a run in the same conditions without the thing measured: the same load over keys that exist
 * already, or the same PINGs with nothing to do. What table growth alone costs, bench_data measures in CPU time.
 *
 *     pauses [--scale N]        N = 1: 10 million keys loaded, a million keys with a time, 2 million to be scattered */
#include "transcript_server.h"

#include <hiredis/hiredis.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { PIPELINE = 64, GAPS_MAX = 4000000, SHORT_LIVES = 2000 };

static struct {
    server own;
    uint64_t chance;
    double gaps[GAPS_MAX];
    size_t count;
} state = {.chance = 88172645463325252u};

static uint64_t chance(uint64_t below) {
    state.chance ^= state.chance << 13;
    state.chance ^= state.chance >> 7;
    state.chance ^= state.chance << 17;
    return state.chance % below;
}

static double now_ms(clockid_t which) {
    struct timespec t;
    clock_gettime(which, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void die(const char *what) {
    printf("pauses: %s\n", what);
    server_remove(&state.own);
    exit(1);
}

static redisContext *connect_own(void) {
    redisContext *c = redisConnect(state.own.host, state.own.port);
    if (!c || c->err) die("cannot connect");
    return c;
}

static void tell(redisContext *c, const char *command) {
    redisReply *r = redisCommand(c, command);
    if (!r || r->type == REDIS_REPLY_ERROR) die(r ? r->str : command);
    freeReplyObject(r);
}

static double ask(redisContext *c, const char *section, const char *field) {
    redisReply *r = redisCommand(c, "INFO %s", section);
    const char *at = r && r->str ? strstr(r->str, field) : NULL;
    double value = at ? atof(at + strlen(field)) : 0;
    freeReplyObject(r);
    return value;
}

/* -- a busy neighbour: another process says the commands, PIPELINE at a time -------------------------------- */

typedef void say(redisContext *c, long i);

static void set_key(redisContext *c, long i) { redisAppendCommand(c, "SET key:%012ld 0123456789abcdef", i); }
static void set_timed(redisContext *c, long i) { redisAppendCommand(c, "SET timed:%ld x EX %d", i, 1000 + (int)chance(100000)); }

/* 8 to 500 bytes, short ones more often. */
static void set_mixed(redisContext *c, long i) {
    static char text[512];
    memset(text, 'x', sizeof text);
    redisAppendCommand(c, "SET mixed:%ld %b", i, text, (size_t)(8 + chance(1 + chance(492))));
}

static void del_most(redisContext *c, long i) {
    if (chance(4)) redisAppendCommand(c, "UNLINK mixed:%ld", i);
    else redisAppendCommand(c, "PING");
}

static void say_all(say *what, long count) {
    redisContext *c = connect_own();
    for (long i = 0; i < count;) {
        long batch = count - i < PIPELINE ? count - i : PIPELINE;
        for (long k = 0; k < batch; k++) what(c, i++);
        for (long k = 0; k < batch; k++) {
            redisReply *r;
            if (redisGetReply(c, (void **)&r) != REDIS_OK) die("the server closed the connection");
            freeReplyObject(r);
        }
    }
    redisFree(c);
}

static pid_t neighbour(say *what, long count) {
    fflush(stdout);
    pid_t child = fork();
    if (child) return child;
    say_all(what, count);
    _exit(0);
}

/* -- PINGs ----------------------------------------------------------------------------------------------- */

static void ping(redisContext *c) {
    double start = now_ms(CLOCK_MONOTONIC);
    tell(c, "PING");
    if (state.count < GAPS_MAX) state.gaps[state.count++] = now_ms(CLOCK_MONOTONIC) - start;
}

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The waits gathered so far, in a line; begins afresh. */
static void report(const char *what) {
    qsort(state.gaps, state.count, sizeof *state.gaps, ascending);
    size_t late = 0;
    for (size_t i = 0; i < state.count; i++) late += state.gaps[i] > 2;
    if (state.count) {
        printf("%-44s %8zu  p50 %7.3f  p99 %7.3f  p99.9 %7.3f  most %7.3f ms  over 2 ms: %zu\n", what, state.count,
               state.gaps[state.count / 2], state.gaps[state.count * 99 / 100], state.gaps[state.count * 999 / 1000],
               state.gaps[state.count - 1], late);
    }
    fflush(stdout);
    state.count = 0;
}

static void ping_beside(const char *what, say *load, long count) {
    redisContext *c = connect_own();
    pid_t child = neighbour(load, count);
    while (!waitpid(child, NULL, WNOHANG)) ping(c);
    redisFree(c);
    report(what);
}

/* -- the cases --------------------------------------------------------------------------------------------- */

static void growth(long keys) {
    ping_beside("PING while keys are loaded", set_key, keys);
    ping_beside("PING while the same keys are overwritten", set_key, keys);
}

/* Keys of a short life among many with a long one: how late after its time does the event of each come? */
static void expiry(long keys) {
    redisContext *c = connect_own(), *ears = connect_own();
    tell(c, "FLUSHALL");
    tell(c, "CONFIG SET notify-keyspace-events Ex");
    say_all(set_timed, keys);
    tell(ears, "SUBSCRIBE __keyevent@0__:expired");
    long base = (long)now_ms(CLOCK_REALTIME) + 500;
    for (int i = 0; i < SHORT_LIVES; i++) {
        redisReply *r = redisCommand(c, "SET %ld x PXAT %ld", base + i, base + i);
        freeReplyObject(r);
    }
    for (int i = 0; i < SHORT_LIVES; i++) {
        redisReply *r;
        if (redisGetReply(ears, (void **)&r) != REDIS_OK) die("no events");
        state.gaps[state.count++] = now_ms(CLOCK_REALTIME) - atof(r->element[2]->str);
        freeReplyObject(r);
    }
    report("an expired key's event after its time");
    redisFree(c);
    redisFree(ears);
}

static double scattered(redisContext *c) { return ask(c, "memory", "allocator_frag_ratio:"); }

static void defragmentation(long keys) {
    redisContext *c = connect_own();
    tell(c, "FLUSHALL");
    say_all(set_mixed, keys);
    ping_beside("PING while three quarters are deleted", del_most, keys);
    double before = scattered(c), started = now_ms(CLOCK_MONOTONIC), quiet = started + 3000;
    while (now_ms(CLOCK_MONOTONIC) < quiet) ping(c);
    report("PING with nothing else to do");
    tell(c, "CONFIG SET active-defrag-ignore-bytes 1mb active-defrag-threshold-lower 5 activedefrag yes");
    started = now_ms(CLOCK_MONOTONIC);
    while (scattered(c) >= 1.1 && now_ms(CLOCK_MONOTONIC) < started + 120000)
        for (int i = 0; i < 1000; i++) ping(c);
    double took = now_ms(CLOCK_MONOTONIC) - started;
    report("PING while memory is defragmented");
    printf("%-44s %.2f before, %.2f after %.1f s\n", "held : used", before, scattered(c), took / 1e3);
    redisFree(c);
}

int main(int argc, char **argv) {
    double scale = getenv("SCALE") ? atof(getenv("SCALE")) : 1;
    if (argc == 3 && !strcmp(argv[1], "--scale")) scale = atof(argv[2]);
    const char *program = getenv("SERVER");
    state.own.program = program ? program : "src/redis-server";
    signal(SIGPIPE, SIG_IGN);
    if (!server_start(&state.own)) return 1;
    growth((long)(1e7 * scale));
    expiry((long)(1e6 * scale));
    defragmentation((long)(2e6 * scale));
    server_remove(&state.own);
    return 0;
}
