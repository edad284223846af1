/* line.c -- a transcript's connection, in the invented world: waiting for it lets the world go on until bytes have come
 * or the time, which is nobody's, is up. */
#include "transcript_line.h"
#include "sim/world.h"

#include <string.h>

enum { PATIENCE_US = 5000000 };

static cable *inside(wire *l) { return (cable *)l; }

wire *line_open(const char *host, int port) {
    (void)host;
    return (wire *)net_connect(&(os_address){.port = port});
}

/* A wire that is full lets the server go on until there is room; one that nobody reads any more takes everything. */
static bool send_all(cable *l, const char *data, size_t length) {
    while (length) {
        ptrdiff_t sent = net_write(&l->flows[1], data, length);
        if (sent == OS_LATER && !world_step(the_world->now_us + PATIENCE_US)) return false;
        if (sent == OS_LATER) continue;
        if (sent < 0) return true;
        data += sent;
        length -= (size_t)sent;
    }
    return true;
}

bool line_send(wire *l, const span *words, int count) {
    arena a = {0};
    builder b = {.owner = &a};
    builder_format(&b, "*%d\r\n", count);
    for (int i = 0; i < count; i++) {
        builder_format(&b, "$%zu\r\n", words[i].length);
        builder_add(&b, words[i].at, words[i].length);
        builder_text(&b, "\r\n");
    }
    bool sent = send_all(inside(l), b.at, b.length);
    arena_free(&a);
    return sent;
}

bool line_send_raw(wire *l, const span *data, int count) {
    for (int i = 0; i < count; i++)
        if (!send_all(inside(l), data[i].at, data[i].length)) return false;
    return true;
}

long line_read(wire *l, void *to, size_t room, long timeout_ms) {
    int64_t until = the_world->now_us + (int64_t)timeout_ms * 1000;
    for (ptrdiff_t got;;) {
        got = net_read(&inside(l)->flows[0], to, room);
        if (got != OS_LATER) return got > 0 ? got : -1;
        if (the_world->now_us <= until && world_step(until)) continue;
        if (the_world->now_us < until) the_world->now_us = until;
        return 0;
    }
}

void line_close(wire *l) {
    if (l) net_close(inside(l), 0);
}

long clock_ms(void) { return (long)(the_world->now_us / 1000); }
void clock_pass(long ms) { world_run(the_world->now_us + (int64_t)ms * 1000); }
