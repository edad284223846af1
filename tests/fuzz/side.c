#include "fuzz/side.h"

#include <string.h>

enum { ANSWER_MS = 10000 };

static const char *const side_name = "main";

span span_of(const char *text) { return (span){text, strlen(text)}; }

command command_parse(arena *a, const char *text, unsigned traits) {
    command c = {.traits = traits};
    span *words;
    int count = line_split(a, text, false, &words);
    for (; c.count < count && c.count < WORDS_MAX; c.count++) c.words[c.count] = words[c.count];
    return c;
}

void side_begin(side *s, const char *host, int port) {
    s->line = (voices){.owner = &s->memory, .host = host, .port = port};
}

void side_forget(side *s) {
    voice *w = voice_find(&s->line, side_name, false);
    arena fresh = {0};
    builder unread = {.owner = &fresh};
    if (w && w->in.length > w->taken) builder_add(&unread, w->in.at + w->taken, w->in.length - w->taken);
    unread.owner = &s->memory;
    arena_free(&s->memory);
    s->memory = fresh;
    if (!w) return;
    w->aside = NULL;
    w->aside_count = w->aside_first = 0;
    w->in = unread;
    w->taken = 0;
}

reply *side_ask(side *s, const command *c) {
    reply *got = NULL;
    voice *w = voice_find(&s->line, side_name, true);
    if (!w || !voice_send(w, c->words, c->count)) return NULL;
    return voice_next(&s->line, w, false, ANSWER_MS, &got) == HEARD ? got : NULL;
}

reply *side_ask_line(side *s, const char *text) {
    command c = command_parse(&s->memory, text, 0);
    return side_ask(s, &c);
}
