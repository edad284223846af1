/* propagate.c -- from calls to effects. */
#include "server/propagate.h"
#include "base/memory.h"
#include "server/client.h"
#include "server/command.h"
#include "server/feature.h"
#include <stdarg.h>

enum { FEEDS_MAX = 8 };

/* Effects of the outermost call in progress. Their words are copied into `text`, because a script's arguments are gone when
 * the script ends; lens[] tells where each word ends. */
typedef struct noted { int db, argc; int64_t now; bool replicas_only, log_only; } noted;

static struct {
    noted *effects;
    size_t count, cap;
    size_t *lens;
    size_t words, words_cap;
    bytes *text;
    bool no_log, no_replicas;               /* propagate_limit */
    bool held;
    uint64_t fed;
    int listeners;                          /* features that want to be fed now */
    void (*feeds[FEEDS_MAX])(const effect *e);
} state;

/* Whoever can be fed is looked up once: walking all features for every write would be felt. */
void propagate_listen(bool on) {
    int count = 0;
    state.listeners += on ? 1 : -1;
    for (const feature *const *f = features(); *f; f++) {
        assert(count + 1 < FEEDS_MAX);
        if ((*f)->feed) state.feeds[count++] = (*f)->feed;
    }
}

void propagate_limit(bool log, bool replicas) {
    state.no_log = !log;
    state.no_replicas = !replicas;
}

void propagate_hold(bool on) { state.held = on; }
uint64_t propagate_fed(void) { return state.fed; }
bool propagate_heard(void) { return state.listeners > 0; }
bool propagate_pending(void) { return state.count > 0; }

static void note(int number, int64_t now, int argc, const slice *argv, bool replicas_only) {
    replicas_only |= state.no_log;
    if (!state.listeners || (replicas_only && state.no_replicas)) return;
    if (state.count == state.cap) {
        size_t cap = state.cap ? state.cap * 2 : 16;
        state.effects = memory_resize(state.effects, state.cap * sizeof *state.effects, cap * sizeof *state.effects);
        state.cap = cap;
    }
    while (state.words + (size_t)argc > state.words_cap) {
        size_t cap = state.words_cap ? state.words_cap * 2 : 64;
        state.lens = memory_resize(state.lens, state.words_cap * sizeof *state.lens, cap * sizeof *state.lens);
        state.words_cap = cap;
    }
    state.effects[state.count++] = (noted){ number, argc, now, replicas_only, state.no_replicas };
    for (int i = 0; i < argc; i++) {
        state.lens[state.words++] = argv[i].len;
        bytes_append(&state.text, argv[i]);
    }
}

static void feed(const effect *e) {
    state.fed++;
    for (int i = 0; state.feeds[i]; i++) state.feeds[i](e);
}

static void feed_word(int number, int64_t now, slice word) {
    effect e = { .db = number, .argc = 1, .argv = &word, .now = now };
    feed(&e);
}

void propagate_forget(void) {
    state.count = state.words = 0;
    if (state.text && state.text->cap > 1 << 20) bytes_free(state.text), state.text = NULL;
    if (state.text) state.text->len = 0;
}

void propagate_flush(void) {
    if (!state.count) return;
    const char *at = state.text ? state.text->at : "";
    size_t word = 0, most = 0;
    bool several = state.count > 1;
    for (size_t i = 0; i < state.count; i++) if ((size_t)state.effects[i].argc > most) most = (size_t)state.effects[i].argc;
    slice *argv = memory_alloc(most * sizeof *argv);
    if (several) feed_word(state.effects[0].db, state.effects[0].now, SLICE("MULTI"));
    for (size_t i = 0; i < state.count; i++) {
        const noted *n = &state.effects[i];
        for (int j = 0; j < n->argc; j++) {
            argv[j] = slice_make(at, state.lens[word]);
            at += state.lens[word++];
        }
        effect e = { n->db, n->argc, argv, n->now, n->replicas_only, n->log_only };
        feed(&e);
    }
    if (several) feed_word(state.effects[state.count - 1].db, state.effects[state.count - 1].now, SLICE("EXEC"));
    memory_free(argv, most * sizeof *argv);
    propagate_forget();
}

void propagate_as(call *c, int argc, const slice *argv) {
    c->propagation = PROPAGATE_REWRITTEN;
    note(c->client->db->id, c->now, argc, argv, false);
}

void propagate_words(call *c, int argc, ...) {
    slice argv[32];
    va_list args;
    va_start(args, argc);
    for (int i = 0; i < argc && i < 32; i++) argv[i] = va_arg(args, slice);
    va_end(args);
    propagate_as(c, argc, argv);
}

void propagate_also(call *c, int number, int argc, const slice *argv) { note(number, c->now, argc, argv, false); }

void propagate_nothing(call *c) { c->propagation = PROPAGATE_NOTHING; }

void propagate_to_replicas(call *c) {
    c->propagation = PROPAGATE_TO_REPLICAS;
    c->changes++;
}

void propagate_force(call *c) { c->changes++; }

void propagate_call(call *c) {
    if (!state.listeners) return;
    bool received = c->propagation == PROPAGATE_AS_RECEIVED, replicas_only = c->propagation == PROPAGATE_TO_REPLICAS;
    if (c->changes && (received || replicas_only) && !(c->command->flags & NO_PROPAGATE)) {
        if (!c->outer && !state.count) {
            effect e = { c->client->db->id, c->argc, c->argv, c->now, replicas_only, false };
            feed(&e);
            c->client->wrote = state.fed;
            return;
        }
        note(c->client->db->id, c->now, c->argc, c->argv, replicas_only);
    }
    if (c->outer || state.held || !state.count) return;
    propagate_flush();
    c->client->wrote = state.fed;
}
