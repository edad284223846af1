/* growth.c -- how much memory a snapshot or a rewrite costs at its worst: while clients write as fast as they can, every page
 * that the server changes exists twice until the child has ended.
 *
 *     growth          REDIS=host:port and VALKEY=host:port name others on this machine (they are flushed), SCALE=0.1 is shorter
 *
 * Each server gets a million strings of 100 bytes (and 100,000 hashes of 8 fields), then two processes overwrite random ones
 * of them. Memory is the sum of Pss over the server and its children, in /proc/<pid>/smaps_rollup: a page that both still
 * share counts once, one that was copied twice. Growth is the peak of that sum less its value before the child; copied is the
 * peak of what was the child's alone (its Private_Dirty). A second row has writers that keep to a pace, so that
 * every server changes as much a second. */
#include "transcript_server.h"

#include <hiredis/hiredis.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { STRINGS = 1000000, HASHES = 100000, FIELDS = 8, VALUE = 100, BATCH = 32, WRITERS = 2, PACE = 40000, LOOK_NS = 10000000 };

typedef struct peer {
    const char *name;
    char host[128];
    int port;
    long pid;
    redisContext *line;
} peer;

typedef struct amount { double pss, copied; } amount; /* MB */

static double scale = 1;
static uint64_t random_state = 88172645463325252u;

static long chance(long below) {
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return (long)(random_state % (uint64_t)below);
}

static double now_s(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void nap(double seconds) {
    if (seconds > 0) nanosleep(&(struct timespec){.tv_sec = (time_t)seconds, .tv_nsec = (long)(seconds * 1e9) % 1000000000}, NULL);
}

/* -- talking --------------------------------------------------------------------------------------------------- */

static redisContext *connect_to(const char *host, int port) {
    redisContext *c = redisConnect(host, port);
    if (c && !c->err) return c;
    printf("growth: cannot connect to %s:%d\n", host, port);
    exit(1);
}

static redisReply *reply_of(redisContext *c) {
    redisReply *r = NULL;
    if (redisGetReply(c, (void **)&r) == REDIS_OK && r->type != REDIS_REPLY_ERROR) return r;
    printf("growth: %s\n", r ? r->str : "the server closed the connection");
    exit(1);
}

static void tell(redisContext *c, const char *command) {
    redisAppendCommand(c, command);
    freeReplyObject(reply_of(c));
}

static double info(redisContext *c, const char *field) {
    redisAppendCommand(c, "INFO everything");
    redisReply *r = reply_of(c);
    const char *at = strstr(r->str, field);
    double value = at ? atof(at + strlen(field)) : 0;
    freeReplyObject(r);
    return value;
}

static void append_write(redisContext *c, long which) {
    static char value[VALUE + 1];
    memset(value, 'a' + (int)chance(26), VALUE);
    long strings = (long)(STRINGS * scale), hash = which - strings;
    if (hash < 0) redisAppendCommand(c, "SET key:%010ld %b", which, value, (size_t)VALUE);
    else redisAppendCommand(c, "HSET hash:%08ld field%ld %b", hash / FIELDS, hash % FIELDS, value, (size_t)VALUE / 5);
}

static long all(void) { return (long)(STRINGS * scale) + (long)(HASHES * scale) * FIELDS; }

static void fill(redisContext *c) {
    tell(c, "FLUSHALL SYNC");
    for (long i = 0; i < all(); i += BATCH) {
        for (long j = i; j < i + BATCH && j < all(); j++) append_write(c, j);
        for (long j = i; j < i + BATCH && j < all(); j++) freeReplyObject(reply_of(c));
    }
}

/* -- the writers --------------------------------------------------------------------------------------------------- */

static void write_on(const peer *p, bool paced, uint64_t seed) {
    redisContext *c = connect_to(p->host, p->port);
    double began = now_s();
    random_state += seed * 7919;
    for (long batches = 0;; batches++) {
        for (int i = 0; i < BATCH; i++) append_write(c, chance(all()));
        for (int i = 0; i < BATCH; i++) freeReplyObject(reply_of(c));
        if (paced) nap(began + (double)batches * BATCH * WRITERS / PACE - now_s());
    }
}

static void writers_start(const peer *p, bool paced, pid_t *who) {
    fflush(stdout);
    for (int i = 0; i < WRITERS; i++)
        if (!(who[i] = fork())) write_on(p, paced, (uint64_t)i + 1);
}

static void writers_stop(const pid_t *who) {
    for (int i = 0; i < WRITERS; i++) {
        kill(who[i], SIGKILL);
        waitpid(who[i], NULL, 0);
    }
}

/* -- memory ---------------------------------------------------------------------------------------------------------- */

static bool add_process(long pid, double *pss, double *dirty) {
    char path[64], line[256];
    snprintf(path, sizeof path, "/proc/%ld/smaps_rollup", pid);
    FILE *f = fopen(path, "r");
    if (!f) return false;
    while (fgets(line, sizeof line, f)) {
        if (!strncmp(line, "Pss:", 4)) *pss += atof(line + 4) / 1024;
        if (!strncmp(line, "Private_Dirty:", 14)) *dirty += atof(line + 14) / 1024;
    }
    fclose(f);
    return true;
}

static amount memory_of(const peer *p, bool *child) {
    char path[64];
    long pid;
    amount sum = {0};
    double own = 0;
    if (!add_process(p->pid, &sum.pss, &own)) {
        printf("growth: /proc/%ld is not to be read\n", p->pid);
        exit(1);
    }
    snprintf(path, sizeof path, "/proc/%ld/task/%ld/children", p->pid, p->pid);
    FILE *f = fopen(path, "r");
    *child = false;
    while (f && fscanf(f, "%ld", &pid) == 1) *child = add_process(pid, &sum.pss, &sum.copied) || *child;
    if (f) fclose(f);
    return sum;
}

static void measure(const peer *p, const char *command, bool paced) {
    pid_t writers[WRITERS];
    bool child = false;
    writers_start(p, paced, writers);
    nap(1);
    amount before = memory_of(p, &child), peak = before;
    double commands = info(p->line, "total_commands_processed:"), began = now_s(), ended = began;
    tell(p->line, command);
    for (bool seen = false; !seen || child; nap(LOOK_NS / 1e9)) {
        amount now = memory_of(p, &child);
        if (now.pss > peak.pss) peak.pss = now.pss;
        if (now.copied > peak.copied) peak.copied = now.copied;
        if (child) ended = now_s();
        seen = seen || child || now_s() - began > 5;
    }
    commands = info(p->line, "total_commands_processed:") - commands;
    writers_stop(writers);
    double seconds = ended - began;
    printf("%-7s %-13s %-5s  before %6.1f MB   growth %6.1f MB (%5.1f %%)   copied %6.1f MB   %5.2f s   %5.0f thousand writes/s\n",
           p->name, command, paced ? "paced" : "full", before.pss, peak.pss - before.pss, 100 * (peak.pss - before.pss) / before.pss,
           peak.copied, seconds, commands / (seconds > 0 ? seconds : 1) / 1e3);
    fflush(stdout);
}

static void wait_for_rewrite(const peer *p) {
    while (info(p->line, "aof_rewrite_in_progress:") || info(p->line, "aof_rewrite_scheduled:")) nap(.05);
}

static void run(peer *p) {
    p->line = connect_to(p->host, p->port);
    p->pid = (long)info(p->line, "process_id:");
    redisAppendCommand(p->line, "CONFIG SET save %s auto-aof-rewrite-percentage 0", "");
    freeReplyObject(reply_of(p->line));
    fill(p->line);
    measure(p, "BGSAVE", false);
    measure(p, "BGSAVE", true);
    tell(p->line, "CONFIG SET appendonly yes");
    wait_for_rewrite(p);
    measure(p, "BGREWRITEAOF", false);
    measure(p, "BGREWRITEAOF", true);
    wait_for_rewrite(p);
    tell(p->line, "CONFIG SET appendonly no");
    tell(p->line, "FLUSHALL");
    redisFree(p->line);
}

static void run_other(const char *name) {
    const char *at = getenv(name), *colon = at ? strrchr(at, ':') : NULL;
    if (!colon) return;
    peer p = {.name = name, .port = atoi(colon + 1)};
    snprintf(p.host, sizeof p.host, "%.*s", (int)(colon - at), at);
    run(&p);
}

int main(void) {
    const char *program = getenv("SERVER");
    server own = {.program = program ? program : "src/redis-server"};
    if (getenv("SCALE")) scale = atof(getenv("SCALE"));
    if (!server_start(&own)) return 1;
    peer ours = {.name = "ours", .port = own.port};
    snprintf(ours.host, sizeof ours.host, "%s", own.host);
    run(&ours);
    server_remove(&own);
    run_other("REDIS");
    run_other("VALKEY");
    return 0;
}
