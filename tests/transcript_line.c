#include "transcript_line.h"

#include <hiredis/hiredis.h>
#include <poll.h>
#include <time.h>
#include <unistd.h>

/* hiredis connects, formats and writes; replies are read here, since its own reader may be older than RESP3. */
static redisContext *inside(wire *l) { return (redisContext *)l; }

wire *line_open(const char *host, int port) {
    redisContext *c = redisConnectWithTimeout(host, port, (struct timeval){.tv_sec = 2});
    if (c && !c->err) return (wire *)c;
    if (c) redisFree(c);
    return NULL;
}

static bool line_flush(redisContext *c) {
    int done = 0;
    while (!done)
        if (redisBufferWrite(c, &done) != REDIS_OK) return false;
    return true;
}

bool line_send(wire *l, const span *words, int count) {
    const char *argv[count];
    size_t lengths[count];
    for (int i = 0; i < count; i++) {
        argv[i] = words[i].at;
        lengths[i] = words[i].length;
    }
    return redisAppendCommandArgv(inside(l), count, argv, lengths) == REDIS_OK && line_flush(inside(l));
}

bool line_send_raw(wire *l, const span *data, int count) {
    for (int i = 0; i < count; i++)
        if (redisAppendFormattedCommand(inside(l), data[i].at, data[i].length) != REDIS_OK) return false;
    return line_flush(inside(l));
}

long line_read(wire *l, void *to, size_t room, long timeout_ms) {
    struct pollfd p = {.fd = inside(l)->fd, .events = POLLIN};
    if (poll(&p, 1, (int)timeout_ms) <= 0) return 0;
    ssize_t got = read(p.fd, to, room);
    return got > 0 ? got : -1;
}

void line_close(wire *l) {
    if (l) redisFree(inside(l));
}

long clock_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void clock_pass(long ms) { nanosleep(&(struct timespec){ms / 1000, ms % 1000 * 1000000}, NULL); }
