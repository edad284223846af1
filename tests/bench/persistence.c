/* persistence.c -- what it costs to keep the data: snapshots, loads, rewrites, and writing the log.
 *
 *     persistence [case ...]      of: save rewrite plain load everysec always; all of them when none is named
 *
 * SERVER, REDIS and VALKEY in the environment are programs that are started with a configuration file as their argument (a
 * wrapper will do), TMPDIR the disk they write to, ROUNDS how often everything is measured (5), SCALE the size of the data: 1
 * is 5 million small strings and a sorted set, a hash and a stream of a million each. Every round goes through all servers
 * before the next. The table has, for each server, the best and the median time, and the median CPU time (user + system) of
 * who did the work: the child's for save, rewrite and plain; the server's own for the others. At the end of a row stands ours
 * divided by the better of the others: median time and median CPU, below 1 where ours is faster. On a machine that others use,
 * many short rounds and the best of them come nearest to the truth. */
#include "transcript_server.h"

#include <arpa/inet.h>
#include <errno.h>
#include <hiredis/hiredis.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { TARGETS = 3, ROUNDS_MAX = 32, CONNECTIONS = 50, DEEP = 64, REQUEST_MAX = 128, MILLION = 1000000 };

typedef struct {
    const char *name;
    server process;
    double wall[ROUNDS_MAX], cpu[ROUNDS_MAX];
} target;

static target targets[TARGETS];
static int count, rounds = 5;
static double scale = 1;

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void die(const char *what) {
    fprintf(stderr, "persistence: %s: %s\n", what, strerror(errno));
    exit(1);
}

static void rest_ms(int ms) { poll(NULL, 0, ms); }

/* -- questions ------------------------------------------------------------------------------------------------- */

static redisContext *reach(const target *t) {
    redisContext *c = redisConnect(t->process.host, t->process.port);
    if (!c || c->err) die("connect");
    return c;
}

static void tell(redisContext *c, const char *command) {
    redisReply *r = redisCommand(c, command);
    if (!r) die(command);
    if (r->type == REDIS_REPLY_ERROR) {
        fprintf(stderr, "persistence: %s: %s\n", command, r->str);
        exit(1);
    }
    freeReplyObject(r);
}

static double field(redisContext *c, const char *section, const char *name) {
    redisReply *r = redisCommand(c, "INFO %s", section);
    if (!r) die("INFO");
    const char *at = strstr(r->str, name);
    if (!at) die(name);
    double value = atof(at + strlen(name));
    freeReplyObject(r);
    return value;
}

static double cpu_own(redisContext *c) {
    return field(c, "cpu", "used_cpu_user:") + field(c, "cpu", "used_cpu_sys:");
}

static double cpu_children(redisContext *c) {
    return field(c, "cpu", "used_cpu_user_children:") + field(c, "cpu", "used_cpu_sys_children:");
}

/* -- traffic: so many connections, each with so many SETs on the way ---------------------------------------------- */

typedef struct {
    int fd, awaited;                        /* bytes of replies */
} line;

static size_t request_put(char *to, long key) {
    return (size_t)sprintf(to, "*3\r\n$3\r\nSET\r\n$16\r\nkey:%012ld\r\n$16\r\nvalue-%010ld\r\n", key, key * 7 % 10000000000L);
}

static int dial(const target *t) {
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((uint16_t)t->process.port)};
    inet_pton(AF_INET, t->process.host, &to.sin_addr);
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0 || connect(fd, (struct sockaddr *)&to, sizeof to)) die("connect");
    return fd;
}

/* keys > 0: any of so many; else every key once, counting up. */
static void batch_send(line *l, int depth, long sequence, long keys) {
    static char text[DEEP * REQUEST_MAX];
    static unsigned long chance = 88172645463325252u;
    size_t length = 0, sent = 0;
    for (int i = 0; i < depth; i++) {
        chance ^= chance << 13;
        chance ^= chance >> 7;
        chance ^= chance << 17;
        length += request_put(text + length, keys ? (long)(chance % (unsigned long)keys) : sequence + i);
    }
    while (sent < length) {
        ssize_t n = write(l->fd, text + sent, length - sent);
        if (n <= 0) die("write");
        sent += (size_t)n;
    }
    l->awaited = depth * 5;                 /* +OK\r\n */
}

static double traffic(const target *t, long requests, int depth, long keys) {
    line lines[CONNECTIONS];
    struct epoll_event events[CONNECTIONS];
    static char sink[DEEP * 8];
    int poller = epoll_create1(0), active = 0;
    long sent = 0;
    for (int i = 0; i < CONNECTIONS; i++) {
        lines[i].fd = dial(t);
        epoll_ctl(poller, EPOLL_CTL_ADD, lines[i].fd, &(struct epoll_event){.events = EPOLLIN, .data.ptr = &lines[i]});
    }
    double start = seconds();
    for (; active < CONNECTIONS && sent < requests; sent += depth) batch_send(&lines[active++], depth, sent, keys);
    while (active) {
        int ready = epoll_wait(poller, events, CONNECTIONS, 60000);
        if (ready <= 0) die("no answer");
        for (int i = 0; i < ready; i++) {
            line *l = events[i].data.ptr;
            ssize_t n = read(l->fd, sink, sizeof sink);
            if (n <= 0 || sink[0] == '-') die("a refusal");
            l->awaited -= (int)n;
            if (l->awaited > 0) continue;
            if (sent >= requests) {
                active--;
                continue;
            }
            batch_send(l, depth, sent, keys);
            sent += depth;
        }
    }
    double took = seconds() - start;
    for (int i = 0; i < CONNECTIONS; i++) close(lines[i].fd);
    close(poller);
    return took;
}

/* Pipelined by hand: the rows of one big value. */
static void fill_rows(redisContext *c, const char *format, long rows) {
    for (long i = 0; i < rows; i += DEEP) {
        for (long k = i; k < i + DEEP; k++) redisAppendCommand(c, format, k, k);
        for (int k = 0; k < DEEP; k++) {
            redisReply *r;
            if (redisGetReply(c, (void **)&r) || r->type == REDIS_REPLY_ERROR) die("filling");
            freeReplyObject(r);
        }
    }
}

static void fill(const target *t) {
    redisContext *c = reach(t);
    long rows = (long)(MILLION * scale);
    tell(c, "FLUSHALL");
    traffic(t, 5 * rows, DEEP, 0);
    fill_rows(c, "ZADD zset %ld member:%ld", rows);
    fill_rows(c, "HSET hash field:%ld value:%ld", rows);
    fill_rows(c, "XADD stream * field:%ld value:%ld", rows);
    redisFree(c);
}

/* -- cases: each measures one server once -------------------------------------------------------------------------- */

static void child(target *t, int round, const char *command, const char *running) {
    redisContext *c = reach(t);
    double before = cpu_children(c), start = seconds();
    tell(c, command);
    while (field(c, "persistence", running) > 0) rest_ms(2);
    t->wall[round] = seconds() - start;
    t->cpu[round] = cpu_children(c) - before;
    redisFree(c);
}

static void save(target *t, int round) { child(t, round, "BGSAVE", "rdb_bgsave_in_progress:"); }

static void rewrite_as(target *t, int round, const char *how) {
    redisContext *c = reach(t);
    tell(c, how);
    redisFree(c);
    child(t, round, "BGREWRITEAOF", "aof_rewrite_in_progress:");
}

static void rewrite(target *t, int round) { rewrite_as(t, round, "CONFIG SET aof-use-rdb-preamble yes"); }
static void plain(target *t, int round) { rewrite_as(t, round, "CONFIG SET aof-use-rdb-preamble no"); }

static void load(target *t, int round) {
    redisContext *c = reach(t);
    tell(c, "SAVE");
    redisFree(c);
    server_stop(&t->process);
    double start = seconds();
    if (!server_start_again(&t->process)) exit(1);
    c = reach(t);
    while (field(c, "persistence", "\nloading:") > 0) rest_ms(2);
    t->wall[round] = seconds() - start;
    t->cpu[round] = cpu_own(c);
    redisFree(c);
}

static void log_as(redisContext *c, const char *policy) {
    tell(c, "CONFIG SET appendonly yes auto-aof-rewrite-percentage 0");
    tell(c, policy);
    while (field(c, "persistence", "aof_rewrite_in_progress:") > 0 || field(c, "persistence", "aof_rewrite_scheduled:") > 0)
        rest_ms(2);
}

static double cpu_of_sets(const target *t, redisContext *c) {
    double before = cpu_own(c);
    traffic(t, (long)(2 * MILLION * scale), DEEP, MILLION);
    return cpu_own(c) - before;
}

/* The "time" is the factor that the log makes the same requests cost. Turning it on makes a child, and for a while afterwards
 * each page that is written to faults once: both sides are measured when all keys have been written again. */
static double settled_cpu_of_sets(const target *t, redisContext *c) {
    cpu_of_sets(t, c);
    return cpu_of_sets(t, c);
}

static void everysec(target *t, int round) {
    redisContext *c = reach(t);
    tell(c, "CONFIG SET appendonly no");
    double off = settled_cpu_of_sets(t, c);
    log_as(c, "CONFIG SET appendfsync everysec");
    t->cpu[round] = settled_cpu_of_sets(t, c);
    t->wall[round] = t->cpu[round] / off;
    tell(c, "CONFIG SET appendonly no");
    redisFree(c);
}

static void always(target *t, int round) {
    redisContext *c = reach(t);
    log_as(c, "CONFIG SET appendfsync always");
    double before = cpu_own(c);
    t->wall[round] = traffic(t, (long)(200000 * scale), 1, MILLION);
    t->cpu[round] = cpu_own(c) - before;
    tell(c, "CONFIG SET appendonly no");
    redisFree(c);
}

typedef struct {
    const char *name;
    void (*measure)(target *t, int round);
    bool big;                               /* wants the large data set */
} measurement;

static const measurement tests[] = {
    {"everysec", everysec, false}, {"always", always, false}, {"save", save, true}, {"rewrite", rewrite, true},
    {"plain", plain, true}, {"load", load, true},
};

/* -- the table ------------------------------------------------------------------------------------------------------- */

static int rising(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static void row_print(const measurement *m) {
    double wall = 0, cpu = 0;
    int middle = rounds / 2;
    printf("%-9s", m->name);
    for (int i = 0; i < count; i++) {
        target *t = &targets[i];
        qsort(t->wall, (size_t)rounds, sizeof *t->wall, rising);
        qsort(t->cpu, (size_t)rounds, sizeof *t->cpu, rising);
        printf("  %-6s %6.3f %6.3f cpu %6.3f", t->name, t->wall[0], t->wall[middle], t->cpu[middle]);
        if (i && (!wall || t->wall[middle] < wall)) wall = t->wall[middle];
        if (i && (!cpu || t->cpu[middle] < cpu)) cpu = t->cpu[middle];
    }
    if (count > 1) printf("  | %.2f cpu %.2f", targets[0].wall[middle] / wall, targets[0].cpu[middle] / cpu);
    putchar('\n');
    fflush(stdout);
}

static void run(const measurement *m) {
    for (int round = 0; round < rounds; round++)
        for (int i = 0; i < count; i++) m->measure(&targets[i], round);
    row_print(m);
}

static bool is_wanted(const measurement *m, int argc, char **argv) {
    for (int i = 1; i < argc; i++) if (!strcmp(argv[i], m->name)) return true;
    return argc < 2;
}

static void target_add(const char *name, const char *program) {
    if (!program) return;
    target *t = &targets[count++];
    *t = (target){.name = name, .process = {.program = program, .early = true}};
    if (!server_start(&t->process)) exit(1);
}

int main(int argc, char **argv) {
    const char *program = getenv("SERVER");
    bool filled = false;
    if (getenv("SCALE")) scale = atof(getenv("SCALE"));
    if (getenv("ROUNDS")) rounds = atoi(getenv("ROUNDS"));
    if (rounds < 1 || rounds > ROUNDS_MAX) rounds = 5;
    target_add("ours", program ? program : "src/redis-server");
    target_add("redis", getenv("REDIS"));
    target_add("valkey", getenv("VALKEY"));
    printf("%-9s  seconds: best, median, and CPU (median); everysec: CPU with the log by CPU without\n", "");
    for (size_t i = 0; i < sizeof tests / sizeof *tests; i++) {
        if (!is_wanted(&tests[i], argc, argv)) continue;
        for (int k = 0; k < count && tests[i].big && !filled; k++) fill(&targets[k]);
        filled = filled || tests[i].big;
        run(&tests[i]);
    }
    for (int i = 0; i < count; i++) server_remove(&targets[i].process);
    return 0;
}
