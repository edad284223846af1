/* pauses.c -- how long everybody waits while the server does something large: growing tables, expiring and deleting, moving
 * memory, keeping many waiting.
 *
 * What a PING feels on a busy machine is mostly the machine. What is held against a goal is therefore the CPU time of the longest
 * turn of the server's loop (DEBUG LONGEST-TURN), to which no other process adds; how long PINGs waited stands beside it.
 * Interrupts, what neighbours take of the caches, and what the host of a virtual machine takes of it, are still in it. `machine`
 * tells how much that is where no server runs; growth and deletions are done in rounds, and the quietest counts.
 *
 *     pauses [--scale N]        N = 1: 10 million keys loaded, collections of 10 million, 10,000 clients that wait
 *     ONLY='growth deletion'    some of the cases: machine growth expiry deletion buffers defragmentation waiting
 *                               collection */
#include "transcript_server.h"

#include <arpa/inet.h>
#include <hiredis/hiredis.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { PIPELINE = 64, GAPS_MAX = 4000000, SHORT_LIVES = 2000, FILL = 500, ROUNDS = 3, WAITING_ROUNDS = 5 };
enum { MACHINE_MEMORY = 1 << 30, READS = 200 };       /* bytes, and how many are read in one step */
enum { KEPT = 100 };                                  /* tables that a call leaves in its library */

static struct {
    server own;
    uint64_t chance;
    double scale;
    double gaps[GAPS_MAX];
    size_t count;
    bool missed;
} state = {.chance = 88172645463325252u, .scale = 1};

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

static void rest(double ms) { nanosleep(&(struct timespec){.tv_nsec = (long)(ms * 1e6)}, NULL); }

static long scaled(double full) { return (long)(full * state.scale); }

/* -- results ------------------------------------------------------------------------------------------------ */

static void verdict(const char *what, double value, const char *unit, double goal) {
    if (value > goal) state.missed = true;
    printf("%-62s %8.3f %-2s  goal %6.2f  %s\n", what, value, unit, goal, value <= goal ? "met" : "MISSED");
    fflush(stdout);
}

static void remark(const char *what, double value, const char *unit) {
    printf("  %-60s %8.3f %s\n", what, value, unit);
    fflush(stdout);
}

/* CPU time of the longest turn since this was asked last. */
static double longest_ms(redisContext *c) {
    redisReply *r = redisCommand(c, "DEBUG LONGEST-TURN");
    if (!r || r->type != REDIS_REPLY_ARRAY) die("no longest turn");
    double ms = (double)r->element[0]->integer / 1e3;
    freeReplyObject(r);
    return ms;
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

/* The waits gathered so far, in a line; begins afresh. Returns their 99th percentile. */
static double report(const char *what) {
    qsort(state.gaps, state.count, sizeof *state.gaps, ascending);
    size_t late = 0;
    for (size_t i = 0; i < state.count; i++) late += state.gaps[i] > 2;
    double p99 = state.count ? state.gaps[state.count * 99 / 100] : 0;
    if (state.count) {
        printf("  %-42s %8zu  p50 %7.3f  p99 %7.3f  p99.9 %7.3f  most %7.3f ms  over 2 ms: %zu\n", what, state.count,
               state.gaps[state.count / 2], p99, state.gaps[state.count * 999 / 1000],
               state.gaps[state.count - 1], late);
    }
    fflush(stdout);
    state.count = 0;
    return p99;
}

/* Returns the longest turn meanwhile. */
static double ping_beside(const char *what, say *load, long count) {
    redisContext *c = connect_own();
    longest_ms(c);
    pid_t child = neighbour(load, count);
    while (!waitpid(child, NULL, WNOHANG)) ping(c);
    double longest = longest_ms(c);
    redisFree(c);
    report(what);
    return longest;
}

static double ping_for(redisContext *c, double ms) {
    longest_ms(c);
    for (double end = now_ms(CLOCK_MONOTONIC) + ms; now_ms(CLOCK_MONOTONIC) < end;) ping(c);
    return longest_ms(c);
}

/* Until everything that was deleted has gone back to the system. */
static void await_freed(redisContext *c) {
    do rest(5);
    while (ask(c, "memory", "lazyfree_pending_objects:") > 0 || ask(c, "memory", "allocator_muzzy:") > 0);
}

/* -- growth --------------------------------------------------------------------------------------------------- */

/* The measure's own uncertainty: a process that asks the system for nothing once it has its memory, and only reads here and
 * there in it, beside one that only counts. What its longest step takes over a microsecond or ten is the machine's doing. */
static double step_ms(const uint8_t *memory) {
    double longest = 0, last = now_ms(CLOCK_THREAD_CPUTIME_ID);
    uint64_t read = 0;
    for (double end = now_ms(CLOCK_MONOTONIC) + 30e3 * state.scale; now_ms(CLOCK_MONOTONIC) < end;) {
        for (int i = 0; i < READS; i++) read += memory[chance(MACHINE_MEMORY)];
        double now = now_ms(CLOCK_THREAD_CPUTIME_ID);
        if (now - last > longest) longest = now - last;
        last = now;
    }
    return read ? longest : 0;
}

static void machine(void) {
    uint8_t *memory = malloc(MACHINE_MEMORY);
    memset(memory, 1, MACHINE_MEMORY);
    fflush(stdout);
    pid_t child = fork();
    if (!child) for (;;) chance(2);
    remark("longest step of a process that only reads 1 GB of memory", step_ms(memory), "ms");
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    free(memory);
}

static void keep_least(double *least, double value) { if (value < *least) *least = value; }

static void growth(void) {
    redisContext *c = connect_own();
    double loaded = 1e9, again = 1e9, flushed = 1e9;
    tell(c, "FLUSHALL");
    double idle = ping_for(c, 3000);
    report("PING with nothing else to do");
    remark("longest turn then", idle, "ms");
    for (int round = 0; round < ROUNDS; round++) {
        keep_least(&loaded, ping_beside("PING while keys are loaded", set_key, scaled(1e7)));
        keep_least(&again, ping_beside("PING while the same keys are overwritten", set_key, scaled(1e7)));
        longest_ms(c);
        tell(c, "FLUSHALL ASYNC");
        await_freed(c);
        keep_least(&flushed, longest_ms(c));
    }
    verdict("longest turn while 10M keys are loaded", loaded, "ms", 2);
    verdict("longest turn while they are overwritten", again, "ms", 2);
    verdict("longest turn while they go by FLUSHALL", flushed, "ms", 1);
    redisFree(c);
}

/* -- expiry --------------------------------------------------------------------------------------------------- */

/* Keys of a short life among many with a long one: how late after its time does the event of each come? */
static void expiry(void) {
    redisContext *c = connect_own(), *ears = connect_own();
    tell(c, "FLUSHALL");
    tell(c, "CONFIG SET notify-keyspace-events Ex");
    say_all(set_timed, scaled(1e6));
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
    verdict("2,000 keys' expired events after their time, p99", report("an expired event after its time"), "ms", 20);
    freeReplyObject(redisCommand(c, "CONFIG SET notify-keyspace-events %s", ""));
    redisFree(c);
    redisFree(ears);
}

/* -- deletion ------------------------------------------------------------------------------------------------- */

typedef struct value {
    const char *name, *command;
} value;

static const value values[] = {
    {"list", "RPUSH"}, {"set", "SADD"}, {"hash", "HSET"}, {"hash with times", "HEXPIRE"}, {"sorted set", "ZADD"},
    {"stream", "XADD"}, {"string of 512 MB", NULL},
};

static const struct way {
    const char *name, *before, *command;
} ways[] = {
    {"DEL", NULL, "DEL copy"},
    {"UNLINK", NULL, "UNLINK copy"},
    {"SET over it", NULL, "SET copy x"},
    {"RENAME over it", "SET other x", "RENAME other copy"},
    {"expiry", NULL, "PEXPIRE copy 1"},
    {"eviction", "PEXPIRE copy 100000000", "CONFIG SET maxmemory-policy volatile-random maxmemory 1mb"},
    {"FLUSHDB", NULL, "FLUSHDB ASYNC"},
};

static const char filler[] =
    "local kind, from, to = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]) "
    "local names, all = {}, {} "
    "for i = from, to do "
    "  local name = string.format('element:%08d', i) "
    "  names[#names + 1] = name "
    "  if kind == 'ZADD' then all[#all + 1] = i end "
    "  if kind == 'HSET' or kind == 'HEXPIRE' then all[#all + 1] = name end "
    "  all[#all + 1] = name "
    "  if kind == 'XADD' then redis.call('XADD', KEYS[1], '*', 'field', name) end "
    "end "
    "if kind == 'HEXPIRE' then "
    "  redis.call('HSET', KEYS[1], unpack(all)) "
    "  redis.call('HEXPIRE', KEYS[1], 100000 + from % 1000, 'FIELDS', #names, unpack(names)) "
    "elseif kind ~= 'XADD' then redis.call(kind, KEYS[1], unpack(all)) end";

static const value *filling;

static void fill_part(redisContext *c, long i) {
    redisAppendCommand(c, "EVAL %s 1 original %s %ld %ld", filler, filling->command, i * FILL, i * FILL + FILL - 1);
}

/* A string none of whose pages is only thought to be zero. */
static void fill_string(redisContext *c) {
    redisReply *r = redisCommand(c, "SETRANGE zeros %ld x", scaled(512 << 20) - 1);
    freeReplyObject(r);
    tell(c, "BITOP NOT original zeros");
    tell(c, "DEL zeros");
}

static double deletion_once(redisContext *c, const struct way *w) {
    tell(c, "COPY original copy DB 1");
    tell(c, "SELECT 1");
    if (w->before) tell(c, w->before);
    await_freed(c);
    longest_ms(c);
    tell(c, w->command);
    await_freed(c);
    double longest = longest_ms(c);
    tell(c, "CONFIG SET maxmemory 0");
    tell(c, "FLUSHDB");
    tell(c, "SELECT 0");
    return longest;
}

static void deletion_in_a_way(redisContext *c, const value *v, const struct way *w) {
    double least = 1e9, most = 0;
    for (int round = 0; round < ROUNDS; round++) {
        double longest = deletion_once(c, w);
        if (longest < least) least = longest;
        if (longest > most) most = longest;
    }
    char what[100];
    snprintf(what, sizeof what, "longest turn, %s: %s (%.3f in the worst round)", v->name, w->name, most);
    verdict(what, least, "ms", 1);
}

static void deletion(void) {
    redisContext *c = connect_own();
    tell(c, "FLUSHALL");
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        filling = &values[i];
        if (filling->command) say_all(fill_part, scaled(1e7) / FILL);
        else fill_string(c);
        for (size_t k = 0; k < sizeof ways / sizeof *ways; k++) deletion_in_a_way(c, filling, &ways[k]);
        await_freed(c);
        longest_ms(c);
        tell(c, "DEL original");
        await_freed(c);
        char what[100];
        snprintf(what, sizeof what, "longest turn, %s: DEL of the original", filling->name);
        verdict(what, longest_ms(c), "ms", 1);
    }
    redisFree(c);
}

/* -- clients' buffers ------------------------------------------------------------------------------------------- */

static int connect_raw(void) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)state.own.port)};
    inet_pton(AF_INET, state.own.host, &address.sin_addr);
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0 || connect(fd, (struct sockaddr *)&address, sizeof address)) die("cannot connect");
    return fd;
}

static void send_all(int fd, const char *text, size_t length) {
    for (ssize_t sent; length; text += sent, length -= (size_t)sent)
        if ((sent = write(fd, text, length)) < 0) die("cannot send");
}

static double closing(redisContext *c, int fd, const char *what) {
    rest(200);
    await_freed(c);
    longest_ms(c);
    close(fd);
    rest(100);
    await_freed(c);
    double longest = longest_ms(c);
    verdict(what, longest, "ms", 1);
    return longest;
}

/* One who has not read what it asked for, and one who has not finished what it had to say. */
static void buffers(void) {
    redisContext *c = connect_own();
    tell(c, "FLUSHALL");
    size_t size = (size_t)scaled(256 << 20);
    char *text = malloc(size), ask_all[] = "GET text\r\nLRANGE elements 0 -1\r\n", head[64];
    memset(text, 'x', size);
    freeReplyObject(redisCommand(c, "SET text %b", text, size));
    for (int i = 0; i < 100; i++) freeReplyObject(redisCommand(c, "RPUSH elements %b", text, size / 100));
    int fd = connect_raw();
    send_all(fd, ask_all, sizeof ask_all - 1);
    closing(c, fd, "longest turn, a client with 512 MB of answers closes");
    fd = connect_raw();
    send_all(fd, head, (size_t)snprintf(head, sizeof head, "*3\r\n$3\r\nSET\r\n$4\r\ntext\r\n$%zu\r\n", size + 1));
    send_all(fd, text, size);
    closing(c, fd, "longest turn, a client with half a request of 256 MB closes");
    free(text);
    redisFree(c);
}

/* -- defragmentation -------------------------------------------------------------------------------------------- */

static double scattered(redisContext *c) { return ask(c, "memory", "allocator_frag_ratio:"); }

static void defragmentation(void) {
    redisContext *c = connect_own();
    tell(c, "FLUSHALL");
    say_all(set_mixed, scaled(2e6));
    ping_beside("PING while three quarters are deleted", del_most, scaled(2e6));
    double before = scattered(c), longest = 0, started = now_ms(CLOCK_MONOTONIC);
    tell(c, "CONFIG SET active-defrag-ignore-bytes 1mb active-defrag-threshold-lower 5 activedefrag yes");
    while (scattered(c) >= 1.1 && now_ms(CLOCK_MONOTONIC) < started + 120000) {
        double here = ping_for(c, 100);
        if (here > longest) longest = here;
    }
    double took = now_ms(CLOCK_MONOTONIC) - started;
    report("PING while memory is defragmented");
    verdict("longest turn while memory is defragmented", longest, "ms", 1);
    remark("held : used before", before, "");
    verdict("held : used after", scattered(c), "", 1.1);
    remark("that took", took / 1e3, "s");
    tell(c, "CONFIG SET activedefrag no");
    redisFree(c);
}

/* -- those who wait --------------------------------------------------------------------------------------------- */

static double cpu_seconds(redisContext *c) {
    return ask(c, "cpu", "used_cpu_user_main_thread:") + ask(c, "cpu", "used_cpu_sys_main_thread:");
}

/* The server's CPU time for a turn with one SET in it. */
static double turn_us(redisContext *c) {
    long turns = scaled(1e5);
    double before = cpu_seconds(c);
    for (long i = 0; i < turns; i++) tell(c, "SET key value");
    return (cpu_seconds(c) - before) * 1e6 / (double)turns;
}

static void waiting(void) {
    redisContext *c = connect_own();
    long count = scaled(1e4);
    int *fds = malloc((size_t)count * sizeof *fds);
    double alone = 1e9, beside = 1e9;
    struct rlimit files;
    tell(c, "FLUSHALL");
    if (!getrlimit(RLIMIT_NOFILE, &files)) {
        files.rlim_cur = files.rlim_max;
        setrlimit(RLIMIT_NOFILE, &files);
    }
    for (int round = 0; round < WAITING_ROUNDS; round++) {
        double us = turn_us(c);
        if (us < alone) alone = us;
        for (long i = 0; i < count; i++) {
            char text[64];
            fds[i] = connect_raw();
            send_all(fds[i], text, (size_t)snprintf(text, sizeof text, "BLPOP queue:%ld 1000\r\n", i));
        }
        while (ask(c, "clients", "blocked_clients:") < (double)count) rest(5);
        us = turn_us(c);
        if (us < beside) beside = us;
        for (long i = 0; i < count; i++) close(fds[i]);
        while (ask(c, "clients", "connected_clients:") > 1) rest(5);
    }
    remark("CPU time of a turn with a SET, alone", alone, "us");
    remark("the same beside 10,000 clients that wait in BLPOP", beside, "us");
    verdict("what they add to a turn", beside / alone - 1, "", 0.05);
    free(fds);
    redisFree(c);
}

/* -- Lua's garbage ---------------------------------------------------------------------------------------------- */

static const char keeper[] =
    "#!lua name=keeper\n"
    "local kept = {} "
    "redis.register_function('keep', function(keys, args) "
    "  for i = 1, args[1] do kept[#kept + 1] = {i, 'value ' .. #kept} end "
    "end) "
    "redis.register_function('waste', function(keys, args) "
    "  local last "
    "  for i = 1, args[1] do last = {i, 'value ' .. i, last and last[1]} end "
    "  return last[1] "
    "end)";

static void keep_some(redisContext *c, long i) {
    (void)i;
    redisAppendCommand(c, "FCALL keep 0 %d", KEPT);
}

/* Calls that leave garbage behind, one a turn, while a library holds on to a million tables: no call pays for all of them. */
static void collection(void) {
    redisContext *c = connect_own();
    tell(c, "FLUSHALL");
    freeReplyObject(redisCommand(c, "FUNCTION LOAD REPLACE %s", keeper));
    say_all(keep_some, scaled(1e6) / KEPT);
    double held = ask(c, "memory", "used_memory_vm_functions:") / 1e6, longest = 1e9;
    for (int round = 0; round < ROUNDS; round++) {
        longest_ms(c);
        for (long i = 0; i < scaled(1e5); i++) tell(c, "FCALL waste 0 100");
        keep_least(&longest, longest_ms(c));
    }
    remark("what the library holds", held, "MB");
    verdict("longest turn of functions that make garbage", longest, "ms", 1);
    longest_ms(c);
    tell(c, "FUNCTION FLUSH");
    await_freed(c);
    verdict("longest turn, a library that holds so much is flushed", longest_ms(c), "ms", 1);
    redisFree(c);
}

int main(int argc, char **argv) {
    static const struct {
        const char *name;
        void (*run)(void);
    } cases[] = {{"machine", machine}, {"growth", growth}, {"expiry", expiry}, {"deletion", deletion},
                 {"buffers", buffers}, {"defragmentation", defragmentation}, {"waiting", waiting},
                 {"collection", collection}};
    const char *scale = argc == 3 && !strcmp(argv[1], "--scale") ? argv[2] : getenv("SCALE"), *only = getenv("ONLY");
    if (scale) state.scale = atof(scale);
    const char *program = getenv("SERVER"), *config[] = {"maxclients 11000", "client-query-buffer-limit 2gb"};
    state.own.program = program ? program : "src/redis-server";
    state.own.config = config;
    state.own.config_count = sizeof config / sizeof *config;
    signal(SIGPIPE, SIG_IGN);
    if (!server_start(&state.own)) return 1;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) if (!only || !*only || strstr(only, cases[i].name)) cases[i].run();
    server_remove(&state.own);
    return state.missed;
}
