/* kill.c -- kills the real process on a real disk, again and again over the same data, and looks for what was lost.
 *
 *     kill [--server PROGRAM] [--policy always|everysec|none] [--rounds N] [--seed N]
 *
 * In each round 8 connections let keys grow, several commands deep, while snapshots and rewrites of the log run; a
 * SIGKILL comes at a random moment and the server starts again in its directory. Every key holds something that grows
 * by one with each command, so what it then holds must lie between what was answered and what was asked, and the two
 * halves of a MULTI must be equal. That is so with everysec too: an answer leaves after the write, and what was written
 * outlives the process. A key that holds n must also hold the n-th thing it was given.
 *
 * With `none` there is no log: the round counts as passed when the loss was noticed. Without --policy all three have
 * their turn. The seed decides what is said and when the kill comes; how far the server is by then is the machine's
 * affair, but a promise holds wherever it strikes. After a failure the directory stays for a look at it. */
#include "transcript_server.h"

#include <hiredis/hiredis.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <time.h>

enum { CLIENTS = 8, DEPTH = 32, EARLIEST_MS = 20, LATEST_MS = 400, ORDER_ONE_IN = 4000, STUCK_MS = 20000 };
enum { ROUNDS = 5 };

typedef struct kind {
    const char *grow; /* %s the key, %ld the number it then holds */
    const char *ask;  /* that number */
    const char *has;  /* 1, or one element, when it holds the thing of this number */
} kind;

static const kind kinds[] = {
    {"INCR %s", "GET %s", NULL},
    {"APPEND %s x", "STRLEN %s", NULL},
    {"RPUSH %s %ld", "LLEN %s", "LPOS %s %ld RANK -1 COUNT 1"},
    {"SADD %s %ld", "SCARD %s", "SISMEMBER %s %ld"},
    {"HSET %s field%ld value", "HLEN %s", "HEXISTS %s field%ld"},
    {"ZADD %s %ld member%ld", "ZCARD %s", "ZCOUNT %s %ld %ld"},
    {"XADD %s %ld-1 field value", "XLEN %s", "XRANGE %s %ld-1 %ld-1"},
    {"INCR %s", "GET %s", "LPOS %s.twin %ld RANK -1 COUNT 1"},
};
enum { KINDS = sizeof kinds / sizeof *kinds, PAIR = KINDS - 1 };

typedef struct key {
    char name[16];
    long asked, answered; /* the greatest number asked for, and answered */
} key;

typedef struct client {
    redisContext *line;   /* NULL once it has ended */
    key keys[KINDS];
    struct { key *about; int replies; } queue[DEPTH]; /* under way, oldest first at `first`; about nothing: an order */
    int first, queued;
} client;

static struct {
    server own;
    client clients[CLIENTS];
    uint64_t chance;
    volatile sig_atomic_t killed;
    long answers, orders;
    char wrong[300];
} state;

static uint64_t chance(uint64_t below) {
    state.chance ^= state.chance << 13;
    state.chance ^= state.chance >> 7;
    state.chance ^= state.chance << 17;
    return state.chance % below;
}

static double now_ms(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* The first thing that went wrong is the one to tell. */
static bool wrong(const char *what, const char *detail) {
    if (!*state.wrong) snprintf(state.wrong, sizeof state.wrong, "%s%s", what, detail);
    return false;
}

/* -- talking ------------------------------------------------------------------------------------------------- */
static void client_queue(client *c, key *about, int replies) {
    int last = (c->first + c->queued++) % DEPTH;
    c->queue[last].about = about;
    c->queue[last].replies = replies;
}

static void client_say(client *c) {
    int which = (int)chance(KINDS);
    key *k = &c->keys[which];
    if (!chance(ORDER_ONE_IN)) {
        redisAppendCommand(c->line, chance(2) ? "BGREWRITEAOF" : "BGSAVE");
        client_queue(c, NULL, 1);
        return;
    }
    k->asked++;
    if (which == PAIR) redisAppendCommand(c->line, "MULTI");
    redisAppendCommand(c->line, kinds[which].grow, k->name, k->asked, k->asked);
    if (which == PAIR) redisAppendCommand(c->line, "RPUSH %s.twin %ld", k->name, k->asked);
    if (which == PAIR) redisAppendCommand(c->line, "EXEC");
    client_queue(c, k, which == PAIR ? 4 : 1);
}

/* A line that breaks here is noticed by who reads it. */
static void client_speak(client *c) {
    int done = 0;
    while (c->queued < DEPTH && chance(8)) client_say(c);
    while (!done && !state.killed && redisBufferWrite(c->line, &done) == REDIS_OK) {}
}

/* An order may be refused (a snapshot runs already); a command has no reason to be. */
static void client_answered(client *c, const redisReply *r) {
    key *k = c->queue[c->first].about;
    if (k && (r->type == REDIS_REPLY_ERROR || r->type == REDIS_REPLY_NIL)) wrong("refused: ", r->str ? r->str : "EXEC");
    if (--c->queue[c->first].replies) return;
    c->first = (c->first + 1) % DEPTH;
    c->queued--;
    if (k) k->answered++, state.answers++;
    else state.orders++;
}

static void client_hear(client *c) {
    bool ended = redisBufferRead(c->line) != REDIS_OK;
    void *r = NULL;
    while (c->queued && redisGetReplyFromReader(c->line, &r) == REDIS_OK && r) {
        client_answered(c, r);
        freeReplyObject(r);
    }
    if (!ended) return;
    redisFree(c->line);
    c->line = NULL;
}

static bool clients_connect(void) {
    for (client *c = state.clients; c < state.clients + CLIENTS; c++) {
        c->first = c->queued = 0;
        c->line = redisConnect(state.own.host, state.own.port);
        if (!c->line || c->line->err) return wrong("cannot connect", "");
    }
    return true;
}

static void clients_close(void) {
    for (client *c = state.clients; c < state.clients + CLIENTS; c++)
        if (c->line) redisFree(c->line), c->line = NULL;
}

/* What had left the server before its end is promised, even if it is heard only now: a line is read until it ends. */
static bool clients_turn(void) {
    struct pollfd ears[CLIENTS];
    int open = 0;
    for (int i = 0; i < CLIENTS; i++) {
        client *c = &state.clients[i];
        if (c->line && !state.killed) client_speak(c);
        ears[i] = (struct pollfd){.fd = c->line ? c->line->fd : -1, .events = POLLIN};
        open += c->line != NULL;
    }
    if (!open) return false;
    if (poll(ears, CLIENTS, 10) <= 0) return true;
    for (int i = 0; i < CLIENTS; i++)
        if (ears[i].revents) client_hear(&state.clients[i]);
    return true;
}

/* -- judging ------------------------------------------------------------------------------------------------- */
/* A number, the number of elements, 0 for nothing; less than 0 when it is an error. */
static long ask(redisContext *line, const char *format, const char *name, long number) {
    redisReply *r = redisCommand(line, format, name, number, number);
    long value = -1;
    if (r && r->type == REDIS_REPLY_INTEGER) value = (long)r->integer;
    if (r && r->type == REDIS_REPLY_STRING) value = atol(r->str);
    if (r && r->type == REDIS_REPLY_ARRAY) value = (long)r->elements;
    if (r && r->type == REDIS_REPLY_NIL) value = 0;
    if (r) freeReplyObject(r);
    return value;
}

static bool key_judge(redisContext *line, key *k, int which) {
    long found = ask(line, kinds[which].ask, k->name, 0);
    long twin = which == PAIR ? ask(line, "LLEN %s.twin", k->name, 0) : found;
    bool whole = found <= 0 || !kinds[which].has || ask(line, kinds[which].has, k->name, found) == 1;
    if (found < k->answered || found > k->asked || found != twin || !whole) {
        char text[200];
        snprintf(text, sizeof text, " (%s): holds %ld, its twin %ld; answered %ld, asked %ld%s", kinds[which].grow,
                 found, twin, k->answered, k->asked, whole ? "" : "; the last of them is missing");
        return wrong(k->name, text);
    }
    k->asked = k->answered = found;
    return true;
}

static bool keys_judge(void) {
    redisContext *line = redisConnect(state.own.host, state.own.port);
    bool good = line && !line->err;
    if (!good) wrong("cannot connect", "");
    for (int i = 0; i < CLIENTS * KINDS && good; i++)
        good = key_judge(line, &state.clients[i / KINDS].keys[i % KINDS], i % KINDS);
    if (line) redisFree(line);
    return good;
}

/* -- rounds -------------------------------------------------------------------------------------------------- */
/* In a handler, so that it strikes wherever the server is and not between two turns of its clients. */
static void strike(int number) {
    (void)number;
    kill(state.own.process, SIGKILL);
    state.killed = 1;
}

static void strike_in(long ms) {
    state.killed = 0;
    setitimer(ITIMER_REAL, &(struct itimerval){.it_value = {.tv_usec = ms * 1000}}, NULL);
}

static bool round_run(void) {
    bool connected = clients_connect();
    double limit = now_ms() + STUCK_MS;
    strike_in(EARLIEST_MS + (long)chance(LATEST_MS - EARLIEST_MS + 1));
    while (connected && clients_turn() && now_ms() < limit) {}
    if (!state.killed) {
        strike_in(0);
        wrong("the server ended by itself", "");
    }
    if (now_ms() >= limit) wrong("a connection outlived the server", "");
    clients_close();
    server_crash(&state.own);
    if (!server_start_again(&state.own)) return wrong("it did not start again", "");
    return keys_judge() && !*state.wrong;
}

/* Every rewrite that was completed gave the base of the log the next number. */
static int rewrites(void) {
    arena a = {0};
    int number = 1;
    const char *manifest = server_read_file(&state.own, &a, "appendonlydir/appendonly.aof.manifest").at;
    const char *base = manifest ? strstr(manifest, "type b") : NULL;
    while (base && base > manifest && base[-1] != '\n') base--;
    if (base) sscanf(base, "file appendonly.aof.%d.", &number);
    arena_free(&a);
    return number - 1;
}

static void keys_name(void) {
    memset(state.clients, 0, sizeof state.clients);
    for (int i = 0; i < CLIENTS * KINDS; i++) {
        key *k = &state.clients[i / KINDS].keys[i % KINDS];
        snprintf(k->name, sizeof k->name, "%c%d", 'a' + i / KINDS, i % KINDS);
    }
}

static void server_forget(bool keep) {
    if (keep) {
        server_show_log(&state.own);
        printf("    what it left is in %s\n", state.own.directory);
        server_crash(&state.own);
    } else {
        server_remove(&state.own);
    }
}

/* Many rounds over the same data: the number of those that were survived, up to the first that was not. */
static int policy_run(const char *name, bool log, int rounds) {
    char sync[64];
    const char *config[] = {log ? "appendonly yes" : "appendonly no", sync, "auto-aof-rewrite-min-size 32kb",
                            "auto-aof-rewrite-percentage 30", "save 1 100"};
    int done = 0;
    double start = now_ms();
    snprintf(sync, sizeof sync, "appendfsync %s", log ? name : "no");
    state.own.config = config;
    state.own.config_count = sizeof config / sizeof *config;
    state.answers = state.orders = *state.wrong = 0;
    keys_name();
    if (!server_start(&state.own)) wrong("it did not start", "");
    while (done < rounds && !*state.wrong && round_run()) done++;
    int bases = rewrites();
    if (!*state.wrong && !server_stop(&state.own)) wrong("it did not end well when told to", "");
    printf("%s: %d rounds, %ld writes answered, %ld orders, %d rewrites, %.1f s\n", name, done, state.answers,
           state.orders, bases, (now_ms() - start) / 1e3);
    if (log && *state.wrong) printf("    round %d: %s\n", done + 1, state.wrong);
    server_forget(log && *state.wrong);
    return *state.wrong && done == rounds ? done - 1 : done;
}

int main(int argc, char **argv) {
    const char *policy = NULL;
    int rounds = ROUNDS, passed = 0, failed = 0;
    uint64_t seed = (uint64_t)time(NULL);
    state.own.program = "src/redis-server";
    for (int i = 1; i + 1 < argc; i += 2) {
        if (!strcmp(argv[i], "--server")) state.own.program = argv[i + 1];
        else if (!strcmp(argv[i], "--policy")) policy = argv[i + 1];
        else if (!strcmp(argv[i], "--rounds")) rounds = atoi(argv[i + 1]);
        else if (!strcmp(argv[i], "--seed")) seed = strtoull(argv[i + 1], NULL, 10);
    }
    state.chance = seed * 2654435761u | 1;
    signal(SIGPIPE, SIG_IGN);
    sigaction(SIGALRM, &(struct sigaction){.sa_handler = strike, .sa_flags = SA_RESTART}, NULL);
    printf("seed %llu\n", (unsigned long long)seed);
    static const char *const policies[] = {"always", "everysec", "none"};
    for (int i = 0; i < 3; i++) {
        bool log = i < 2;
        if (policy && strcmp(policy, policies[i])) continue;
        int done = policy_run(policies[i], log, log ? rounds : 1);
        bool noticed = !log && !done && strstr(state.wrong, "answered");
        if (!log && !noticed) printf("    that there was no log was not noticed: %s\n", state.wrong);
        passed += log ? done : noticed;
        failed += log ? done < rounds : !noticed;
    }
    printf("%d passed, %d failed\n", passed, failed);
    return failed > 0;
}
