#include "transcript_voice.h"

#include <string.h>

enum { SETTLE_MS = 150 };

static void voice_drop(voice *w) {
    line_close(w->line);
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
    if (speak && !w->line) w->line = line_open(v->host, v->port);
    return speak && !w->line ? NULL : w;
}

bool voice_send(voice *w, const span *words, int count) { return line_send(w->line, words, count); }
bool voice_send_raw(voice *w, const span *data, int count) { return line_send_raw(w->line, data, count); }

hearing voice_read(voice *w, long timeout_ms) {
    char chunk[65536];
    if (!w->line || w->ended) return ENDED;
    long got = line_read(w->line, chunk, sizeof chunk, timeout_ms);
    if (got > 0) builder_add(&w->in, chunk, (size_t)got);
    w->ended = got < 0;
    return got > 0 ? HEARD : got < 0 ? ENDED : SILENCE;
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
        long used =
            w->in.length > w->taken ? reply_read(v->owner, w->in.at + w->taken, w->in.length - w->taken, out) : 0;
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

/* CONFIG GET, because MONITOR does not show it. Two trips: in the turn of the first the others' replies may still be
 * behind ours. */
void voices_settle(voices *v) {
    static const span question[] = {{"CONFIG", 6}, {"GET", 3}, {"port", 4}};
    voice *control = &v->control;
    control->in.owner = v->owner;
    if (control->ended) voice_drop(control);
    if (!control->line) v->owed = 0;
    if (!control->line && !(control->line = line_open(v->host, v->port))) return;
    for (int trip = 0; trip < 2; trip++) {
        reply *unread;
        if (!line_send(control->line, question, 3)) return;
        for (v->owed++; v->owed && voice_next(v, control, false, SETTLE_MS, &unread) == HEARD;) v->owed--;
    }
}

void voices_drop(voices *v) {
    for (size_t i = 0; i < v->count; i++) voice_drop(&v->all[i]);
    voice_drop(&v->control);
    v->owed = 0;
}
