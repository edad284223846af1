#include "transcript_voice.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { SETTLE_MS = 150 };

long clock_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static redisContext *line_open(const voices *v) {
    redisContext *c = redisConnectWithTimeout(v->host, v->port, (struct timeval){.tv_sec = 2});
    if (c && !c->err) return c;
    if (c) redisFree(c);
    return NULL;
}

static void voice_drop(voice *w) {
    if (w->line) redisFree(w->line);
    w->line = NULL;
    w->in.length = w->taken = 0;
    w->aside_count = w->aside_first = 0;
    w->ended = false;
}

voice *voice_find(voices *v, const char *name, bool speak) {
    voice *w = NULL;
    for (size_t i = 0; i < v->count && !w; i++)
        if (!strcmp(v->all[i].name, name)) w = &v->all[i];
    if (!w) {
        if (v->count == sizeof v->all / sizeof *v->all) return NULL;
        w = &v->all[v->count++];
        *w = (voice){.name = name, .in = {.owner = v->owner}};
    }
    if (speak && w->ended) voice_drop(w);
    if (speak && !w->line) w->line = line_open(v);
    return speak && !w->line ? NULL : w;
}

/* hiredis formats and writes; replies are read by voice_read, since its own reader may be older than RESP3. */
static bool line_flush(redisContext *c) {
    int done = 0;
    while (!done)
        if (redisBufferWrite(c, &done) != REDIS_OK) return false;
    return true;
}

static bool line_send(redisContext *c, const bytes *words, int count) {
    const char *argv[count];
    size_t lengths[count];
    for (int i = 0; i < count; i++) {
        argv[i] = words[i].at;
        lengths[i] = words[i].length;
    }
    return redisAppendCommandArgv(c, count, argv, lengths) == REDIS_OK && line_flush(c);
}

bool voice_send(voice *w, const bytes *words, int count) {
    return line_send(w->line, words, count);
}

bool voice_send_raw(voice *w, const bytes *data, int count) {
    for (int i = 0; i < count; i++)
        if (redisAppendFormattedCommand(w->line, data[i].at, data[i].length) != REDIS_OK) return false;
    return line_flush(w->line);
}

hearing voice_read(voice *w, long timeout_ms) {
    char chunk[65536];
    if (!w->line || w->ended) return ENDED;
    struct pollfd p = {.fd = w->line->fd, .events = POLLIN};
    if (poll(&p, 1, (int)timeout_ms) <= 0) return SILENCE;
    ssize_t n = read(w->line->fd, chunk, sizeof chunk);
    if (n <= 0) {
        w->ended = true;
        return ENDED;
    }
    builder_add(&w->in, chunk, (size_t)n);
    return HEARD;
}

static void put_aside(voices *v, voice *w, reply *push) {
    if (w->aside_count % 64 == 0) {
        reply **more = arena_alloc(v->owner, (w->aside_count + 64) * sizeof *more);
        if (w->aside_count) memcpy(more, w->aside, w->aside_count * sizeof *more);
        w->aside = more;
    }
    w->aside[w->aside_count++] = push;
}

hearing voice_next(voices *v, voice *w, bool reply_only, long timeout_ms, reply **out) {
    long deadline = clock_ms() + timeout_ms;
    for (;;) {
        long used = w->in.length > w->taken ? reply_read(v->owner, w->in.at + w->taken, w->in.length - w->taken, out) : 0;
        if (used < 0) return NONSENSE;
        w->taken += (size_t)used;
        if (w->taken == w->in.length) w->taken = w->in.length = 0;
        if (used && reply_only && (*out)->kind == REPLY_PUSH) {
            put_aside(v, w, *out);
            continue;
        }
        if (used) return HEARD;
        long left = deadline - clock_ms();
        hearing h = voice_read(w, left > 0 ? left : 0);
        if (h != HEARD) return h;
    }
}

hearing voice_hear(voices *v, voice *w, long timeout_ms, reply **out) {
    if (w->aside_first < w->aside_count) {
        *out = w->aside[w->aside_first++];
        return HEARD;
    }
    w->aside_first = w->aside_count = 0;
    return voice_next(v, w, false, timeout_ms, out);
}

/* Takes one reply off the control line within the time; its contents do not matter, so counting line ends would do, but hiredis can. */
static bool control_answer(voices *v, long timeout_ms) {
    long deadline = clock_ms() + timeout_ms;
    for (void *r = NULL;;) {
        if (redisGetReplyFromReader(v->control, &r) != REDIS_OK) return false;
        if (r) {
            freeReplyObject(r);
            return true;
        }
        long left = deadline - clock_ms();
        struct pollfd p = {.fd = v->control->fd, .events = POLLIN};
        if (left <= 0 || poll(&p, 1, (int)left) <= 0 || redisBufferRead(v->control) != REDIS_OK) return false;
    }
}

/* CONFIG GET, because MONITOR does not show it. Two trips: in the turn of the first the others' replies may still be behind ours. */
void voices_settle(voices *v) {
    static const bytes question[] = {{"CONFIG", 6}, {"GET", 3}, {"port", 4}};
    if (v->control && v->control->err) {
        redisFree(v->control);
        v->control = NULL;
        v->owed = 0;
    }
    if (!v->control && !(v->control = line_open(v))) return;
    for (int trip = 0; trip < 2; trip++) {
        if (!line_send(v->control, question, 3)) return;
        for (v->owed++; v->owed && control_answer(v, SETTLE_MS);) v->owed--;
    }
}

void voices_drop(voices *v) {
    for (size_t i = 0; i < v->count; i++) voice_drop(&v->all[i]);
    if (v->control) redisFree(v->control);
    v->control = NULL;
    v->owed = 0;
}
