/* load.c -- speed and memory of servers side by side, one row of the table below a case.
 *
 *     load [--only WORD] [--scale N]        REDIS=host:port and VALKEY=host:port in the environment name servers to
 * compare with
 *
 * Our server is started here (SERVER names another program); OURS=host:port takes one that runs. Every server is
 * flushed. A case runs on one server after the other before the next case begins, so that a noisy machine is noisy for
 * all of them. Beside requests a second, which the load generator limits too, stands what the server itself spent:
 * nanoseconds of its CPU time a request (INFO cpu).
 *
 * In the commands {k} is a random number below the number of keys filled in, {i} counts up, {m} is any of a million (12
 * digits each), {n} a random number of nine digits, {s} one of seven, {v} 16 random letters. `;` joins commands that
 * count as one request, `^` is a space within a word. */
#include "transcript_server.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

typedef struct {
    const char *name, *fill; /* cases in a row with the same fill share its data */
    long keys;               /* how often the fill is said, with {i} from 0 */
    const char *run;         /* NULL: the memory of the fill is what is measured */
    long requests;
    int clients, pipeline, subscribers;
} scenario;

#define MILLION 1000000L
#define STRINGS "SET key:{i} {v}"
#define LISTS "RPUSH list {v}"
/* A hundred small objects. Braces are places here, so every table is decoded from an array. */
#define DOCUMENT \
    "EVAL local^t=cjson.decode('[]')^for^i=1,100^do^local^o=cjson.decode('[]')^o.id=i^o.name='user^number^'..i^o.score=i/7" \
    "^o.tags=cjson.decode('[\"red\",\"green\",true,null]')^t[i]=o^end^redis.call('SET','doc',cjson.encode(t)) 0"
static const scenario scenarios[] = {
    {"GET, pipeline 64", STRINGS, MILLION, "GET key:{k}", 2 * MILLION, 50, 64, 0},
    {"SET, pipeline 64", STRINGS, MILLION, "SET key:{k} {v}", 2 * MILLION, 50, 64, 0},
    {"GET, pipeline 1", STRINGS, MILLION, "GET key:{k}", 200000, 50, 1, 0},
    {"SET, pipeline 1", STRINGS, MILLION, "SET key:{k} {v}", 200000, 50, 1, 0},
    {"GET of missing keys", STRINGS, MILLION, "GET nokey:{m}", MILLION, 50, 64, 0},
    {"SET EX", STRINGS, MILLION, "SET key:{k} {v} EX 1000", MILLION, 50, 64, 0},
    {"MGET of 10", STRINGS, MILLION,
     "MGET key:{k} key:{k} key:{k} key:{k} key:{k} key:{k} key:{k} key:{k} key:{k} key:{k}", 200000, 50, 16, 0},
    {"EXISTS", STRINGS, MILLION, "EXISTS key:{k}", MILLION, 50, 64, 0},
    {"EXPIRE", STRINGS, MILLION, "EXPIRE key:{k} 1000", MILLION, 50, 64, 0},
    {"DEL and SET", STRINGS, MILLION, "DEL key:{k} ; SET key:{k} {v}", MILLION / 2, 50, 32, 0},
    {"MULTI GET EXEC", STRINGS, MILLION, "MULTI ; GET key:{k} ; EXEC", 300000, 50, 16, 0},
    {"MULTI EXEC of 10", STRINGS, MILLION,
     "MULTI ; SET key:{k} {v} ; GET key:{k} ; SET key:{k} {v} ; GET key:{k} ; SET key:{k} {v} ; GET key:{k} ; SET key:{k} {v} ; "
     "GET key:{k} ; INCR counter:{k} ; GET key:{k} ; EXEC", 100000, 50, 4, 0},
    {"EVAL of a GET", "SET k {v}", 1, "EVAL return^redis.call('get',KEYS[1]) 1 k", 300000, 50, 64, 0},
    {"EVAL of 1000 INCR", "SET counter:{i} 1", 1000, "EVAL for^i=1,1000^do^redis.call('INCR',KEYS[1])^end 1 counter:{k}", 1000, 50, 4, 0},
    {"FCALL of a GET",
     "FUNCTION LOAD REPLACE #!lua^name=b\nredis.register_function('get',function(k)^return^redis.call('GET',k[1])^end) ; SET key:{i} {v}",
     1000, "FCALL get 1 key:{k}", 300000, 50, 64, 0},
    {"cjson.decode of 10 KB, 10 times", DOCUMENT, 1, "EVAL for^i=1,10^do^cjson.decode(redis.call('GET','doc'))^end 0", 500, 50, 4, 0},
    {"cjson.encode of 10 KB, 10 times", DOCUMENT, 1,
     "EVAL local^t=cjson.decode(redis.call('GET','doc'))^for^i=1,10^do^cjson.encode(t)^end 0", 500, 50, 4, 0},
    {"INCR", "SET counter:{i} 1", 100000, "INCR counter:{k}", MILLION, 50, 64, 0},
    {"APPEND", "SET text:{i} x", 100000, "APPEND text:{k} ab", MILLION, 50, 64, 0},
    {"PING", NULL, 0, "PING", 2 * MILLION, 50, 64, 0},
    {"LPUSH LPOP", NULL, 0, "LPUSH list:{m} {v} ; LPOP list:{m}", MILLION / 2, 50, 32, 0},
    {"LPUSH one list", NULL, 0, "LPUSH list {v}", MILLION, 50, 64, 0},
    {"RPUSH one list", NULL, 0, "RPUSH list {v}", MILLION, 50, 64, 0},
    {"LRANGE 0 99", LISTS, 1000, "LRANGE list 0 99", 50000, 50, 8, 0},
    {"LINDEX", LISTS, 1000, "LINDEX list 500", MILLION / 2, 50, 64, 0},
    {"LPOP", LISTS, 600000, "LPOP list", 500000, 50, 64, 0},
    {"SADD", NULL, 0, "SADD set {m}", MILLION, 50, 64, 0},
    {"SISMEMBER", "SADD set {i}", MILLION, "SISMEMBER set {m}", MILLION, 50, 64, 0},
    {"SINTER of 100s", "SADD s1 {i} ; SADD s2 1{i} {i}", 100, "SINTER s1 s2", 50000, 50, 8, 0},
    {"SINTER of 100k", "SADD s1 {i} ; SADD s2 1{i} {i}", 100000, "SINTER s1 s2", 100, 4, 1, 0},
    {"SUNION of 100k", "SADD s1 {i} ; SADD s2 1{i} {i}", 100000, "SUNION s1 s2", 60, 4, 1, 0},
    {"SUNION of 1000s", "SADD s1 {i} ; SADD s2 1{i} {i}", 1000, "SUNION s1 s2", 3000, 50, 2, 0},
    {"HSET", NULL, 0, "HSET hash:{m} field {v}", MILLION, 50, 64, 0},
    {"HSET into 1M", "HSET hash field:{i} {v}", MILLION, "HSET hash field:{m} {v}", MILLION, 50, 64, 0},
    {"HGET of 1M", "HSET hash field:{i} {v}", MILLION, "HGET hash field:{m}", MILLION, 50, 64, 0},
    {"HGET", "HSET hash:{i} a {v} b {v} c {v} d {v}", 200000, "HGET hash:{k} c", MILLION, 50, 64, 0},
    {"HGETALL of 4", "HSET hash:{i} a {v} b {v} c {v} d {v}", 200000, "HGETALL hash:{k}", MILLION / 2, 50, 32, 0},
    {"HINCRBY", "HSET hash n 1 f:{i} 1", 1000, "HINCRBY hash n 1", MILLION, 50, 64, 0},
    {"ZADD", NULL, 0, "ZADD zset {n} {m}", MILLION, 50, 64, 0},
    {"ZRANK", "ZADD zset {n} {i}", MILLION, "ZRANK zset {m}", MILLION / 2, 50, 64, 0},
    {"ZSCORE", "ZADD zset {n} {i}", MILLION, "ZSCORE zset {m}", MILLION, 50, 64, 0},
    {"ZRANGE 0 99", "ZADD zset {n} {i}", MILLION, "ZRANGE zset 0 99", 50000, 50, 8, 0},
    {"ZRANGEBYSCORE LIMIT 10", "ZADD zset {n} {i}", MILLION, "ZRANGEBYSCORE zset {n} +inf LIMIT 0 10", 300000, 50, 16,
     0},
    {"ZINCRBY", "ZADD zset {n} {i}", MILLION, "ZINCRBY zset 1 {m}", MILLION / 2, 50, 64, 0},
    {"ZPOPMIN", "ZADD zset {n} {i}", MILLION, "ZPOPMIN zset", MILLION / 2, 50, 64, 0},
    {"ZUNIONSTORE of 1000s", "ZADD z1 {n} {i} ; ZADD z2 {n} {m}", 1000, "ZUNIONSTORE d 2 z1 z2", 1000, 50, 1, 0},
    {"ZUNIONSTORE of 100k", "ZADD z1 {n} {i} ; ZADD z2 {n} {m}", 100000, "ZUNIONSTORE d 2 z1 z2", 30, 4, 1, 0},
    {"XADD", NULL, 0, "XADD stream * field {v}", MILLION, 50, 64, 0},
    {"XRANGE COUNT 100", "XADD stream * field {v}", 10000, "XRANGE stream - + COUNT 100", 30000, 50, 4, 0},
    {"PUBLISH to nobody", NULL, 0, "PUBLISH channel {v}", MILLION, 50, 64, 0},
    {"PUBLISH to 1", NULL, 0, "PUBLISH channel {v}", 500000, 10, 16, 1},
    {"PUBLISH to 50", NULL, 0, "PUBLISH channel {v}", 50000, 10, 16, 50},
    {"PUBLISH to 100", NULL, 0, "PUBLISH channel {v}", 30000, 10, 16, 100},
    {"GEOADD", NULL, 0, "GEOADD geo 13.361389 38.115556 {m}", MILLION / 2, 50, 64, 0},
    {"PFADD", NULL, 0, "PFADD hll {m}", MILLION, 50, 64, 0},
    {"SETBIT", NULL, 0, "SETBIT bits {s} 1", MILLION, 50, 64, 0},
    {"BGSAVE, keys a second", STRINGS, MILLION, "BGSAVE", 1, 1, 1, 0},
    {"memory: string", STRINGS, 2 * MILLION, NULL, 0, 0, 0, 0},
    {"memory: string with time", "SET key:{i} {v} EX 100000", 2 * MILLION, NULL, 0, 0, 0, 0},
    {"memory: integer", "SET key:{i} {n}", 2 * MILLION, NULL, 0, 0, 0, 0},
    {"memory: hash of 5", "HSET hash:{i} a {v} b {v} c {v} d {v} e {v}", 500000, NULL, 0, 0, 0, 0},
    {"memory: hash of 4", "HSET hash:{i} a {v} b {v} c {v} d {v}", 500000, NULL, 0, 0, 0, 0},
    {"memory: set member", "SADD set member:{i}", MILLION, NULL, 0, 0, 0, 0},
    {"memory: zset member", "ZADD zset {n} member:{i}", MILLION, NULL, 0, 0, 0, 0},
    {"memory: hash field", "HSET hash field:{i} {v}", MILLION, NULL, 0, 0, 0, 0},
    {"memory: list item", "RPUSH list {v}", MILLION, NULL, 0, 0, 0, 0},
    {"memory: stream entry", "XADD stream * field {v}", MILLION, NULL, 0, 0, 0, 0},
};

enum { TARGETS = 3, PLACES_MAX = 32, TEXT_MAX = 2048, EVENTS = 64, READ_SIZE = 64 * 1024 };

typedef struct {
    const char *name;
    char host[128];
    int port;
    double cpu_ns, rate, memory; /* of the case that just ran */
    long errors;
    const char *filled;
    long filled_keys;
} target;

/* A request as RESP, with the places that differ from one to the next. */
typedef struct {
    char text[TEXT_MAX];
    size_t length;
    struct {
        size_t at;
        char kind;
    } place[PLACES_MAX];
    int places, replies;
} request;

typedef struct {
    int fd;
    long awaited;  /* replies on the way */
    long items;    /* items that the reply being read still wants */
    long skip;     /* bytes of a bulk string still to come */
    char head[64]; /* the beginning of a line whose end has not come */
    size_t head_length;
    char *out;
    size_t out_length, out_sent;
} line;

static uint64_t random_state = 88172645463325252u;

static uint64_t random_next(void) {
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    return random_state ^= random_state << 17;
}

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void die(const char *what) {
    fprintf(stderr, "load: %s: %s\n", what, strerror(errno));
    exit(1);
}

/* -- requests ------------------------------------------------------------------ */

static size_t place_width(char kind) { return kind == 'n' ? 9 : kind == 's' ? 7 : kind == 'v' ? 16 : 12; }

/* Adds one word; an underscore stands for a blank, since words are split at blanks. */
static void word_add(request *r, const char *word, size_t length) {
    size_t plain = length;
    for (const char *p = word; p < word + length; p++)
        if (*p == '{') plain += place_width(p[1]) - 3;
    r->length += (size_t)snprintf(r->text + r->length, TEXT_MAX - r->length, "$%zu\r\n", plain);
    for (const char *p = word; p < word + length; p++) {
        if (*p != '{') {
            r->text[r->length++] = *p == '^' ? ' ' : *p;
            continue;
        }
        r->place[r->places].at = r->length;
        r->place[r->places++].kind = p[1];
        r->length += place_width(p[1]);
        p += 2;
    }
    r->text[r->length++] = '\r';
    r->text[r->length++] = '\n';
}

static request request_compile(const char *text) {
    request r = {0};
    for (const char *p = text; *p;) {
        const char *end = strstr(p, " ; "), *stop = end ? end : p + strlen(p);
        int words = 1;
        for (const char *q = p; q < stop; q++) words += *q == ' ';
        r.length += (size_t)snprintf(r.text + r.length, TEXT_MAX - r.length, "*%d\r\n", words);
        while (p < stop) {
            size_t length = strcspn(p, " ");
            word_add(&r, p, length);
            p += length + (p[length] == ' ');
        }
        p = end ? end + 3 : stop;
        r.replies++;
    }
    return r;
}

static void digits_put(char *to, size_t width, uint64_t number) {
    while (width) {
        to[--width] = (char)('0' + number % 10);
        number /= 10;
    }
}

/* The same numbers stand for {k}, {i} and {m} throughout one request. */
static char *request_put(const request *r, char *to, long sequence, long keys) {
    uint64_t key = keys ? random_next() % (uint64_t)keys : 0, member = random_next() % MILLION;
    memcpy(to, r->text, r->length);
    for (int i = 0; i < r->places; i++) {
        char *at = to + r->place[i].at;
        switch (r->place[i].kind) {
        case 'k':
            digits_put(at, 12, key);
            if (i + 1 < r->places && r->replies == 1) key = random_next() % (uint64_t)(keys ? keys : 1);
            break;
        case 'i': digits_put(at, 12, (uint64_t)sequence); break;
        case 'm': digits_put(at, 12, member); break;
        case 'n': digits_put(at, 9, 100000000 + random_next() % 900000000); break;
        case 's': digits_put(at, 7, MILLION + random_next() % MILLION); break;
        default:
            for (int k = 0; k < 16; k++) at[k] = (char)('a' + (random_next() >> 11) % 26);
            break;
        }
    }
    return to + r->length;
}

/* -- connections --------------------------------------------------------------- */

static int connect_to(const target *t) {
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *found;
    char port[16];
    snprintf(port, sizeof port, "%d", t->port);
    if (getaddrinfo(t->host, port, &hints, &found)) return -1;
    int fd = socket(found->ai_family, SOCK_STREAM, 0);
    if (fd >= 0 && connect(fd, found->ai_addr, found->ai_addrlen)) {
        close(fd);
        fd = -1;
    }
    freeaddrinfo(found);
    return fd;
}

/* Takes one whole line off the data; false when its end has not come. */
static bool line_take(line *l, const char **p, const char *end, char *text) {
    const char *newline = memchr(*p, '\n', (size_t)(end - *p)), *stop = newline ? newline : end;
    size_t length = (size_t)(stop - *p), room = sizeof l->head - 1 - l->head_length;
    memcpy(l->head + l->head_length, *p, length < room ? length : room);
    l->head_length += length < room ? length : room;
    *p = newline ? newline + 1 : end;
    if (!newline) return false;
    memcpy(text, l->head, l->head_length);
    text[l->head_length] = 0;
    l->head_length = 0;
    return true;
}

/* Counts the replies in the bytes; a reply that is an error counts as one of those too. */
static long replies_read(line *l, const char *p, const char *end, long *errors) {
    long replies = 0;
    char text[sizeof l->head];
    while (p < end) {
        if (l->skip) {
            long here = end - p < l->skip ? end - p : l->skip;
            p += here;
            l->skip -= here;
            if (l->skip) break;
        } else {
            if (!line_take(l, &p, end, text)) break;
            bool top = !l->items;
            if (top) l->items = 1;
            *errors += top && text[0] == '-';
            long number = atol(text + 1);
            if (text[0] == '$' && number >= 0) {
                l->skip = number + 2;
                continue;
            }
            if (text[0] == '*' && number > 0) l->items += number;
        }
        if (--l->items == 0) replies++;
    }
    return replies;
}

static void line_flush(line *l) {
    while (l->out_sent < l->out_length) {
        ssize_t n = write(l->fd, l->out + l->out_sent, l->out_length - l->out_sent);
        if (n < 0 && errno != EAGAIN) die("write");
        if (n < 0) {
            poll(&(struct pollfd){.fd = l->fd, .events = POLLOUT}, 1, 100);
            continue;
        }
        l->out_sent += (size_t)n;
    }
}

typedef struct {
    const request *what;
    long sent, wanted, keys;
    int pipeline;
} job;

static void batch_send(line *l, job *j) {
    char *to = l->out;
    long count = j->wanted - j->sent < j->pipeline ? j->wanted - j->sent : j->pipeline;
    for (long i = 0; i < count; i++) to = request_put(j->what, to, j->sent++, j->keys);
    l->out_length = (size_t)(to - l->out);
    l->out_sent = 0;
    l->awaited = count * j->what->replies;
    line_flush(l);
}

/* Says the request so often over so many connections, each with so many on the way. Returns the seconds it took. */
static double job_run(const target *t, const char *text, long count, long keys, int clients, int pipeline,
                      long *errors) {
    static char data[READ_SIZE];
    request what = request_compile(text);
    job j = {.what = &what, .wanted = count, .keys = keys, .pipeline = pipeline};
    line *lines = calloc((size_t)clients, sizeof *lines);
    int poller = epoll_create1(0), active = 0;
    if (!lines || poller < 0) die("memory");
    for (int i = 0; i < clients; i++) {
        lines[i].fd = connect_to(t);
        lines[i].out = malloc((size_t)pipeline * what.length + 1);
        if (lines[i].fd < 0 || !lines[i].out) die("connect");
        struct epoll_event e = {.events = EPOLLIN, .data.ptr = &lines[i]};
        epoll_ctl(poller, EPOLL_CTL_ADD, lines[i].fd, &e);
    }
    double start = seconds();
    for (int i = 0; i < clients && j.sent < j.wanted; i++, active++) batch_send(&lines[i], &j);
    while (active) {
        struct epoll_event events[EVENTS];
        int ready = epoll_wait(poller, events, EVENTS, 10000);
        if (ready <= 0) die("no answer");
        for (int i = 0; i < ready; i++) {
            line *l = events[i].data.ptr;
            ssize_t n = read(l->fd, data, sizeof data);
            if (n <= 0) die("the server closed the connection");
            l->awaited -= replies_read(l, data, data + n, errors);
            if (l->awaited > 0) continue;
            if (j.sent < j.wanted)
                batch_send(l, &j);
            else
                active--;
        }
    }
    double took = seconds() - start;
    for (int i = 0; i < clients; i++) {
        close(lines[i].fd);
        free(lines[i].out);
    }
    close(poller);
    free(lines);
    return took;
}

/* -- one server ---------------------------------------------------------------- */

/* The value of a field of INFO, or 0; waits for the answer of one command line. */
static double ask(const target *t, const char *command, const char *field) {
    char answer[32768] = {0};
    size_t length = 0;
    int fd = connect_to(t);
    if (fd < 0) die("connect");
    dprintf(fd, "%s\r\nPING\r\n", command);
    while (length < sizeof answer - 1 && !strstr(answer, "PONG")) {
        ssize_t n = read(fd, answer + length, sizeof answer - 1 - length);
        if (n <= 0) break;
        length += (size_t)n;
    }
    close(fd);
    const char *found = field ? strstr(answer, field) : NULL;
    return found ? atof(found + strlen(field)) : 0;
}

static double cpu_spent(const target *t) {
    return ask(t, "INFO cpu", "used_cpu_user:") + ask(t, "INFO cpu", "used_cpu_sys:");
}

/* How long a snapshot of the filled keys takes, and the CPU time of the process that writes it. */
static void measure_snapshot(target *t, long keys) {
    double before = ask(t, "INFO cpu", "used_cpu_user_children:"), start = seconds();
    ask(t, "BGSAVE", NULL);
    while (ask(t, "INFO persistence", "rdb_bgsave_in_progress:") > 0) poll(NULL, 0, 5);
    t->rate = (double)keys / (seconds() - start);
    t->cpu_ns = (ask(t, "INFO cpu", "used_cpu_user_children:") - before) / (double)keys * 1e9;
}

/* The least of a second: the buffers of those who filled it belong to nobody's element. */
static double used_at_rest(target *t) {
    double least = ask(t, "INFO memory", "used_memory:");
    for (int i = 0; i < 10; i++) {
        poll(NULL, 0, 100);
        double used = ask(t, "INFO memory", "used_memory:");
        if (used < least) least = used;
    }
    return least;
}

static void fill(target *t, const scenario *s, long keys) {
    if (t->filled && s->fill && s->run && !strcmp(t->filled, s->fill) && t->filled_keys == keys) return;
    long errors = 0;
    ask(t, "FLUSHALL", NULL);
    while (ask(t, "INFO memory", "lazyfree_pending_objects:") > 0) poll(NULL, 0, 5);
    double before = ask(t, "INFO memory", "used_memory:");
    if (s->fill) job_run(t, s->fill, keys, keys, 8, 64, &errors);
    if (!s->run) t->memory = (used_at_rest(t) - before) / (double)keys;
    t->filled = s->fill;
    t->filled_keys = keys;
    t->errors += errors;
}

/* Connections that only listen; a child reads what they hear, so that reading does not slow the one who speaks. */
static pid_t subscribers_start(const target *t, int count) {
    if (!count) return 0;
    int *fds = calloc((size_t)count, sizeof *fds);
    char data[256];
    if (!fds) die("memory");
    for (int i = 0; i < count; i++) {
        fds[i] = connect_to(t);
        if (fds[i] < 0 || dprintf(fds[i], "SUBSCRIBE channel\r\n") < 0 || read(fds[i], data, sizeof data) <= 0)
            die("subscribe");
    }
    fflush(stdout);
    pid_t child = fork();
    if (!child) {
        static char heard[READ_SIZE];
        struct pollfd *all = calloc((size_t)count, sizeof *all);
        for (int i = 0; i < count && all; i++) all[i] = (struct pollfd){.fd = fds[i], .events = POLLIN};
        for (bool open = all; open;) {
            poll(all, (nfds_t)count, -1);
            for (int i = 0; i < count; i++)
                if (all[i].revents && read(all[i].fd, heard, sizeof heard) <= 0) open = false;
        }
        _exit(0);
    }
    for (int i = 0; i < count; i++) close(fds[i]);
    free(fds);
    return child;
}

static void measure(target *t, const scenario *s, double scale) {
    long keys = (long)((double)s->keys * (s->keys >= 100000 ? scale : 1)),
         requests = (long)((double)s->requests * scale);
    t->errors = 0;
    fill(t, s, keys);
    if (!s->run) return;
    if (!strcmp(s->run, "BGSAVE")) {
        measure_snapshot(t, keys);
        return;
    }
    pid_t listeners = subscribers_start(t, s->subscribers);
    double before = cpu_spent(t), took = job_run(t, s->run, requests, keys, s->clients, s->pipeline, &t->errors);
    t->cpu_ns = (cpu_spent(t) - before) / (double)requests * 1e9;
    t->rate = (double)requests / took;
    if (listeners > 0) kill(listeners, SIGKILL);
    if (strncmp(s->run, "GET", 3) && strncmp(s->run, "EXISTS", 6) && strncmp(s->run, "SET key", 7)) t->filled = NULL;
}

/* -- the table ------------------------------------------------------------------ */

static void row_print(const scenario *s, const target *t, int count) {
    printf("%-24s", s->name);
    for (int i = 0; i < count; i++) {
        if (t[i].errors)
            printf(" %20s", "(answers with errors)");
        else if (s->run)
            printf(" %11.0f/s %5.0f ns", t[i].rate, t[i].cpu_ns);
        else
            printf(" %14.1f bytes", t[i].memory);
    }
    for (int i = 1; i < count; i++) {
        double mine = s->run ? t[0].cpu_ns : t[0].memory, theirs = s->run ? t[i].cpu_ns : t[i].memory;
        if (!t[0].errors && !t[i].errors && theirs > 0)
            printf(" %8.2f", mine / theirs);
        else
            printf(" %8s", "-");
    }
    putchar('\n');
    fflush(stdout);
}

static void head_print(const target *t, int count) {
    printf("%-24s", "");
    for (int i = 0; i < count; i++) printf(" %20s", t[i].name);
    for (int i = 1; i < count; i++) printf(" %8.8s", i == 1 ? "ours:2nd" : "ours:3rd");
    printf("\n%-24s", "");
    for (int i = 0; i < count; i++) printf(" %20s", "rate, server CPU");
    for (int i = 1; i < count; i++) printf(" %8s", "CPU");
    putchar('\n');
}

static int target_add(target *all, int count, const char *name, const char *address) {
    const char *colon = address ? strrchr(address, ':') : NULL;
    if (!colon) return count;
    all[count] = (target){.name = name, .port = atoi(colon + 1)};
    snprintf(all[count].host, sizeof all[count].host, "%.*s", (int)(colon - address), address);
    return count + 1;
}

/* Whoever has had transcripts run against it may still go by their thresholds. */
static void begin_alike(const target *t) {
    ask(t, "CONFIG SET hash-max-listpack-entries 128 hash-max-listpack-value 64 set-max-intset-entries 512 "
           "set-max-listpack-entries 128 set-max-listpack-value 64 zset-max-listpack-entries 128 zset-max-listpack-value 64 "
           "list-max-listpack-size -2 list-compress-depth 0 stream-node-max-bytes 4096 stream-node-max-entries 100 "
           "maxmemory 0 notify-keyspace-events \"\" save \"\"", NULL);
}

int main(int argc, char **argv) {
    static target targets[TARGETS];
    const char *only = NULL, *program = getenv("SERVER");
    double scale = getenv("SCALE") ? atof(getenv("SCALE")) : 1;
    for (int i = 1; i + 1 < argc; i += 2) {
        if (!strcmp(argv[i], "--only")) only = argv[i + 1];
        if (!strcmp(argv[i], "--scale")) scale = atof(argv[i + 1]);
    }
    if (!only) only = getenv("ONLY");
    signal(SIGPIPE, SIG_IGN);
    server own = {.program = program ? program : "src/redis-server"};
    int count = target_add(targets, 0, "ours", getenv("OURS"));
    if (!count) {
        if (!server_start(&own)) return 1;
        char address[160];
        snprintf(address, sizeof address, "%s:%d", own.host, own.port);
        count = target_add(targets, 0, "ours", address);
    }
    count = target_add(targets, count, "REDIS", getenv("REDIS"));
    count = target_add(targets, count, "VALKEY", getenv("VALKEY"));
    for (int k = 0; k < count; k++) begin_alike(&targets[k]);
    head_print(targets, count);
    for (size_t i = 0; i < sizeof scenarios / sizeof *scenarios; i++) {
        if (only && !strstr(scenarios[i].name, only)) continue;
        for (int k = 0; k < count; k++) measure(&targets[k], &scenarios[i], scale);
        row_print(&scenarios[i], targets, count);
    }
    server_remove(&own);
    return 0;
}
