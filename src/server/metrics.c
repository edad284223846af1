/* metrics.c -- a small HTTP endpoint: GET /metrics on a port of its own, for Prometheus to scrape.
 *
 * A connection is one exchange: a request of at most REQUEST_MAX bytes (its headers mean nothing, it has no body), one
 * reply, the end. Whatever else is sent is read and forgotten for LINGER_MS, for a connection that is closed with something
 * unread loses the reply. Whoever takes longer than PATIENCE_MS, reading included, is cut off, and beyond EXCHANGES_MAX at a
 * time nobody is let in, so that all of them together take little memory. They are no clients: maxclients does not count them,
 * and so many scrapers fit into the files that the server keeps in reserve. The event loop serves them between commands;
 * exchanges are freed only by their own events or at a tick, so no event of a turn finds its owner gone. */
#include "server/metrics.h"
#include "base/memory.h"
#include "os/os.h"
#include "server/feature.h"
#include "server/log.h"
#include "server/loop.h"
#include <stdio.h>

enum { REQUEST_MAX = 8192, EXCHANGES_MAX = 16, ACCEPT_MAX = 8, BACKLOG = 64, PATIENCE_MS = 10000, LINGER_MS = 1000 };

typedef struct exchange {
    watcher watch;
    struct exchange *previous, *next;
    int id;
    int64_t deadline;                       /* unix ms */
    bytes *reply;                           /* NULL until the request is known */
    bool replied;                           /* all of it is on its way */
    size_t sent, len;
    char request[REQUEST_MAX];
} exchange;

static struct {
    int64_t port;
    bytes *bind;
    bool started;
    watcher watch;
    int listener;                           /* -1 while it does not listen */
    exchange *first;
    int count;
} state = { .listener = -1 };

/* -- the reply ---------------------------------------------------------------------------------------------- */

static void compose(exchange *x, const char *status, const char *extra, slice body, bool only_head) {
    bytes_printf(&x->reply, "HTTP/1.1 %s\r\nContent-Length: %zu\r\nConnection: close\r\n%s\r\n", status, body.len, extra);
    if (!only_head) bytes_append(&x->reply, body);
}

static void refuse(exchange *x, const char *status, const char *extra) {
    bytes *body = NULL;
    bytes_printf(&body, "%s\n", status);
    compose(x, status, extra, bytes_slice(body), false);
    bytes_free(body);
}

static void give_metrics(exchange *x, bool only_head) {
    bytes *body = bytes_new(32 * 1024);
    metrics_print(&body);
    compose(x, "200 OK", "Content-Type: text/plain; version=0.0.4; charset=utf-8\r\n", bytes_slice(body), only_head);
    bytes_free(body);
}

/* Sets the reply as soon as it is known what it must be. */
static void judge(exchange *x) {
    switch (metrics_request(slice_make(x->request, x->len), sizeof x->request)) {
    case METRICS_UNKNOWN: return;
    case METRICS_GET: give_metrics(x, false); return;
    case METRICS_HEAD: give_metrics(x, true); return;
    case METRICS_MALFORMED: refuse(x, "400 Bad Request", ""); return;
    case METRICS_ELSEWHERE: refuse(x, "404 Not Found", ""); return;
    case METRICS_METHOD: refuse(x, "405 Method Not Allowed", "Allow: GET, HEAD\r\n"); return;
    }
}

/* -- connections ------------------------------------------------------------------------------------------------ */

static void end(exchange *x) {
    os_watch(x->id, 0, NULL);
    os_close(x->id);
    if (x->previous) x->previous->next = x->next;
    else state.first = x->next;
    if (x->next) x->next->previous = x->previous;
    state.count--;
    bytes_free(x->reply);
    memory_free(x, sizeof *x);
}

static void answer(exchange *x) {
    while (x->sent < x->reply->len) {
        os_piece piece = { x->reply->at + x->sent, x->reply->len - x->sent };
        ptrdiff_t n = os_write(x->id, &piece, 1);
        if (n == OS_LATER) {
            os_watch(x->id, OS_WRITE, x);
            return;
        }
        if (n <= 0) {
            end(x);
            return;
        }
        x->sent += (size_t)n;
    }
    x->replied = true;
    x->deadline = loop_now() + LINGER_MS;
    os_end_output(x->id);
    os_watch(x->id, OS_READ, x);
}

static void ready(watcher *w, int what) {
    exchange *x = (exchange *)w;
    (void)what;
    if (x->replied) x->len = 0;
    if (!x->reply || x->replied) {
        ptrdiff_t n = os_read(x->id, x->request + x->len, sizeof x->request - x->len);
        if (n == OS_LATER) return;
        if (n <= 0) {
            end(x);
            return;
        }
        x->len += (size_t)n;
        if (!x->reply) judge(x);
    }
    if (x->reply && !x->replied) answer(x);
}

static void begin(int id) {
    exchange *x = memory_alloc(sizeof *x);
    x->watch.ready = ready;
    x->id = id;
    x->deadline = loop_now() + PATIENCE_MS;
    x->reply = NULL;
    x->replied = false;
    x->sent = x->len = 0;
    x->previous = NULL;
    x->next = state.first;
    if (state.first) state.first->previous = x;
    state.first = x;
    state.count++;
    if (os_watch(id, OS_READ, x) < 0) end(x);
}

static void arrived(watcher *w, int what) {
    (void)w, (void)what;
    for (int i = 0; i < ACCEPT_MAX; i++) {
        int id = os_accept(state.listener, NULL);
        if (id < 0 && id != OS_LATER && id != OS_FULL) os_watch(state.listener, 0, NULL);   /* until the next tick */
        if (id < 0) return;
        if (state.count < EXCHANGES_MAX) begin(id);
        else os_close(id);
    }
}

static void tick(int64_t now) {
    if (state.listener >= 0) os_watch(state.listener, OS_READ, &state.watch);
    for (exchange *x = state.first, *next; x; x = next) {
        next = x->next;
        if (now >= x->deadline) end(x);
    }
}

/* -- listening ---------------------------------------------------------------------------------------------------- */

static bool open_listener(void) {
    os_address at = { .port = (int)state.port };
    if (state.listener >= 0) {
        os_watch(state.listener, 0, NULL);
        os_close(state.listener);
        state.listener = -1;
    }
    if (!state.port) return true;
    snprintf(at.text, sizeof at.text, "%.*s", SLICE_ARGS(bytes_slice(state.bind)));
    int id = os_listen(&at, &(os_listening){ .backlog = BACKLOG });
    if (id < 0) {
        log_warning("Cannot listen for metrics at %s:%d: %s", at.text, at.port, os_error_text());
        return false;
    }
    state.listener = id;
    state.watch.ready = arrived;
    os_watch(id, OS_READ, &state.watch);
    return true;
}

static const char *apply(void) {
    return !state.started || open_listener() ? NULL : "Unable to listen on this port. Check server logs.";
}

static void start(void) {
    state.started = true;
    if (open_listener() && state.port) log_notice("Metrics are at port %lld", (long long)state.port);
}

static size_t overhead(void) {
    size_t size = 0;
    for (const exchange *x = state.first; x; x = x->next) size += sizeof *x + bytes_footprint(x->reply);
    return size;
}

static const setting settings[] = {
    { "metrics-port", SETTING_INT, &state.port, "0", .least = 0, .most = 65535, .flags = SETTING_HIDDEN, .apply = apply },
    { "metrics-bind", SETTING_TEXT, &state.bind, "127.0.0.1", .flags = SETTING_HIDDEN, .apply = apply },
    { 0 }
};

const feature metrics = { .name = "server", .settings = settings, .start = start, .tick = tick, .overhead = overhead };
