/* request.c -- the parser. */
#include "server/request.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"
#include "server/command.h"
#include "server/feature.h"
#include <stdio.h>

enum { LINE_MAX_BYTES = 64 * 1024, STRANGER_ARGS = 10, STRANGER_BULK = 16 * 1024, ARENA_KEPT = 16 * 1024, ARGS_MAX = 1024 * 1024 * 1024 };

typedef struct place { size_t at, len; bytes *own; } place;      /* own: a big argument, not in the query buffer */

/* Offsets are from the request's first byte, for the buffer may move while we wait. */
typedef struct partial {
    int argc, done, cap;
    size_t next;
    size_t wanted;                          /* bytes of the whole request as far as is known */
    bytes *big;                             /* the argument that is arriving in a buffer of its own; its len says how far */
    size_t big_len;
    bool has_big;
    place args[];
} partial;

static struct { uint64_t max_bulk; } state;

static size_t partial_bytes(int cap) { return sizeof(partial) + (size_t)cap * sizeof(place); }

void request_forget(client *k) {
    partial *p = k->partial;
    if (!p) return;
    for (int i = 0; p->has_big && i < p->done; i++) bytes_free(p->args[i].own);
    bytes_free(p->big);
    memory_free(p, partial_bytes(p->cap));
    k->partial = NULL;
}

/* A request with big arguments that has arrived in full and waits to be run. */
static bool whole(const partial *p) { return p && p->done == p->argc; }

void request_done(client *k) {
    if (whole(k->partial)) request_forget(k);
}

void request_forget_ahead(client *k) {
    if (!whole(k->partial)) request_forget(k);
}

char *request_room(client *k, size_t *missing) {
    const partial *p = k->partial;
    if (!p || !p->big || p->big->len == p->big_len) return NULL;
    *missing = p->big_len - p->big->len;
    return p->big->at + p->big->len;
}

void request_arrived(client *k, size_t len) {
    bytes *big = k->partial->big;
    big->len += len;
    big->at[big->len] = '\0';
}

size_t request_arriving(const client *k) { return k->partial && k->partial->big ? k->partial->big->len : 0; }

size_t request_unread(const client *k) {
    return k->query_len - k->parsed - (k->partial ? k->partial->next : 0) + request_arriving(k);
}

size_t request_memory(const client *k) {
    const partial *p = k->partial;
    size_t size = p && p->big ? bytes_footprint(p->big) : 0;
    for (int i = 0; p && p->has_big && i < p->done; i++) size += bytes_footprint(p->args[i].own);
    return size;
}

bytes *request_take(const call *c, slice argument) {
    partial *p = c->client->partial;
    if (!whole(p) || c->outer || c->command->key_count != 1 || c->command->keys[0].last) return NULL;
    for (int i = 0; i < p->done; i++) {
        bytes *own = p->args[i].own;
        if (!own || own->at != argument.at || own->len != argument.len) continue;
        p->args[i].own = NULL;
        return own;
    }
    return NULL;
}

size_t request_wanted(const client *k) {
    size_t have = k->query_len - k->parsed;
    return k->partial && k->partial->wanted > have ? k->partial->wanted - have : 0;
}

static enum parsed malformed(client *k, const char *why) {
    k->malformed = why;
    request_forget(k);
    return MALFORMED;
}

static slice *arena_room(argv_arena *a, size_t count) {
    if (a->cap - a->used < count) {
        size_t cap = a->cap ? a->cap : 4096;
        while (cap - a->used < count) cap *= 2;
        a->at = memory_resize(a->at, a->cap * sizeof *a->at, cap * sizeof *a->at);
        a->cap = cap;
    }
    return a->at + a->used;
}

/* -- inline ------------------------------------------------------------------------- */

void request_arena_reset(argv_arena *a) {
    while (a->kept_count) bytes_free(a->kept[--a->kept_count]);
    if (a->cap > ARENA_KEPT && a->used < a->cap / 4) {      /* a rare huge request must not cost its memory for ever */
        memory_free(a->at, a->cap * sizeof *a->at);
        a->at = NULL;
        a->cap = 0;
    }
    a->used = 0;
}

void request_arena_free(argv_arena *a) {
    request_arena_reset(a);
    memory_free(a->kept, a->kept_cap * sizeof *a->kept);
    memory_free(a->at, a->cap * sizeof *a->at);
    *a = (argv_arena){ 0 };
}

static void keep(argv_arena *a, bytes *text) {
    if (a->kept_count == a->kept_cap) {
        size_t cap = a->kept_cap ? a->kept_cap * 2 : 16;
        a->kept = memory_resize(a->kept, a->kept_cap * sizeof *a->kept, cap * sizeof *a->kept);
        a->kept_cap = cap;
    }
    a->kept[a->kept_count++] = text;
}

static int split_line(const char *line, size_t len, argv_arena *arena) {
    bytes **words;
    int count = text_split(slice_make(line, len), &words);
    if (count < 0) return -1;
    slice *argv = arena_room(arena, (size_t)count);
    for (int i = 0; i < count; i++) {
        bytes *copy = bytes_copy(bytes_slice(words[i]));
        argv[i] = bytes_slice(copy);
        keep(arena, copy);
    }
    text_free_words(words, count);
    return count;
}

static enum parsed parse_inline(client *k, argv_arena *arena, int *argc) {
    const char *from = k->query + k->looked, *end = k->query + k->query_len;
    const char *newline = memchr(from, '\n', (size_t)(end - from));
    if (!newline) {
        if (end - from > LINE_MAX_BYTES + (end[-1] == '\r')) return malformed(k, "Protocol error: too big inline request");
        return PARTIAL;
    }
    size_t len = (size_t)(newline - from);
    if (len && from[len - 1] == '\r') len--;
    if (len > LINE_MAX_BYTES) return malformed(k, "Protocol error: too big inline request");
    *argc = split_line(from, len, arena);
    if (*argc < 0) return malformed(k, "Protocol error: unbalanced quotes in request");
    arena->used += (size_t)*argc;
    k->looked = (size_t)(newline + 1 - k->query);
    return PARSED;
}

/* -- multibulk ---------------------------------------------------------------------- */

/* A header line: mark, number, CR LF. Returns the bytes after it, NULL when it is not complete or wrong. */
static const char *header(const char *at, const char *end, int64_t *n, bool *wrong) {
    const char *p = at + 1;
    *wrong = false;
    int64_t value = 0;
    while (p < end && (unsigned char)(*p - '0') <= 9 && p - at < 12) value = value * 10 + (*p++ - '0');
    if (p + 1 < end && *p == '\r' && p > at + 1 && (at[1] != '0' || p == at + 2)) {
        *n = value;
        return p + 2;
    }
    const char *cr = memchr(at, '\r', (size_t)(end - at));
    if (!cr || cr + 1 >= end) return NULL;
    *wrong = !number_parse_int(slice_make(at + 1, (size_t)(cr - at - 1)), n);
    return cr + 2;
}

static partial *partial_room(client *k, int more) {
    partial *p = k->partial;
    int cap = p ? p->cap : 0, need = (p ? p->done : 0) + more;
    if (need <= cap && p) return p;
    int bigger = cap ? cap * 2 : 16;
    while (bigger < need) bigger *= 2;
    bool fresh = !p;
    p = memory_resize(p, p ? partial_bytes(cap) : 0, partial_bytes(bigger));
    if (fresh) *p = (partial){ .done = 0 };
    p->cap = bigger;
    return k->partial = p;
}

/* Remembers how far we came: `from` is the request's first byte, `at` the next unread one. */
static enum parsed come_back(client *k, const slice *argv, int argc, int done, const char *from, const char *at, size_t wanted) {
    int before = k->partial ? k->partial->done : 0;
    partial *p = partial_room(k, done - before);
    for (int i = before; i < done; i++) p->args[i] = (place){ (size_t)(argv[i].at - from), argv[i].len, NULL };
    p->argc = argc;
    p->done = done;
    p->next = (size_t)(at - from);
    p->wanted = p->next + wanted;
    return PARTIAL;
}

/* The rest of this argument goes into a buffer of its own, which takes along what is here: bytes [text, end of the query). */
static enum parsed begin_big(client *k, const slice *argv, int argc, int done, const char *from, const char *text, size_t len) {
    if (k->looked != k->parsed) return PARTIAL;             /* what stands before it runs first */
    bytes *big = bytes_try(len);
    if (!big) return malformed(k, "Protocol error: there is no memory for an argument of this length");
    char *at = k->query + (text - k->query);
    size_t have = (size_t)(k->query + k->query_len - at), step = have < len ? have : len;
    memcpy(big->at, at, step);
    memmove(at, at + step, have - step);
    k->query_len -= step;
    come_back(k, argv, argc, done, from, text, 0);
    k->partial->big = big;
    k->partial->big_len = len;
    k->partial->has_big = true;
    request_arrived(k, step);
    return PARTIAL;
}

/* The big argument and the line end behind it are here: it joins the others. False when not. */
static bool end_big(client *k) {
    partial *p = k->partial;
    if (p->big->len < p->big_len || k->query_len - k->looked < p->next + 2) return false;
    p = partial_room(k, 1);
    p->args[p->done++] = (place){ 0, p->big_len, p->big };
    p->big = NULL;
    p->next += 2;
    return true;
}

static enum parsed bulk_error(client *k, char got) {
    static char text[48];
    snprintf(text, sizeof text, "Protocol error: expected '$', got '%c'", got == '\r' || got == '\n' ? ' ' : got);
    return malformed(k, text);
}

size_t request_longest(const call *c) {
    return c->client->flags & (CLIENT_MASTER | CLIENT_LOADING) ? INT64_MAX : state.max_bulk;
}

/* What becomes the name of a key or of an element has its length written down in 32 bits. */
static int64_t longest_argument(const client *k) {
    return k->flags & CLIENT_MASTER || state.max_bulk > UINT32_MAX ? UINT32_MAX : (int64_t)state.max_bulk;
}

static enum parsed parse_bulks(client *k, argv_arena *arena, const char *from, const char *at, int argc, int done, size_t *index) {
    const char *end = k->query + k->query_len;
    bool stranger = !(k->flags & CLIENT_AUTHENTICATED);
    int64_t longest = stranger ? STRANGER_BULK : longest_argument(k);
    for (; done < argc; done++) {
        int64_t len;
        bool wrong;
        if (at >= end) return come_back(k, arena->at + *index, argc, done, from, at, 0);
        if (*at != '$') return bulk_error(k, *at);
        const char *text = header(at, end, &len, &wrong);
        if (!text) {
            if (end - at > LINE_MAX_BYTES) return malformed(k, "Protocol error: too big bulk count string");
            return come_back(k, arena->at + *index, argc, done, from, at, 0);
        }
        if (wrong || len < 0) return malformed(k, "Protocol error: invalid bulk length");
        if (len > longest) {
            return malformed(k, stranger && len <= (int64_t)state.max_bulk ? "Protocol error: unauthenticated bulk length"
                                                                         : "Protocol error: invalid bulk length");
        }
        if (end - text < len + 2 && len >= REQUEST_BIG) {
            return begin_big(k, arena->at + *index, argc, done, from, text, (size_t)len);
        }
        if (end - text < len + 2) return come_back(k, arena->at + *index, argc, done, from, at, (size_t)(text - at) + (size_t)len + 2);
        slice *argv = arena_room(arena, (size_t)done + 1);
        argv[done] = slice_make(text, (size_t)len);
        at = text + len + 2;
    }
    if (k->partial && k->partial->has_big) come_back(k, arena->at + *index, argc, done, from, at, 0);
    else request_forget(k);
    arena->used += (size_t)argc;
    k->looked = (size_t)(at - k->query);
    return PARSED;
}

static enum parsed parse_multibulk(client *k, argv_arena *arena, int *argc, size_t *index) {
    const char *from = k->query + k->looked, *end = k->query + k->query_len;
    int64_t count;
    bool wrong;
    if (k->partial) {
        if (k->partial->big && !end_big(k)) return PARTIAL;
        const partial *p = k->partial;
        slice *argv = arena_room(arena, (size_t)p->done + 1);
        for (int i = 0; i < p->done; i++) {
            const place *a = &p->args[i];
            argv[i] = slice_make(a->own ? a->own->at : from + a->at, a->len);
        }
        *argc = p->argc;
        return parse_bulks(k, arena, from, from + p->next, p->argc, p->done, index);
    }
    const char *at = header(from, end, &count, &wrong);
    if (!at) {
        if (end - from > LINE_MAX_BYTES) return malformed(k, "Protocol error: too big mbulk count string");
        return PARTIAL;
    }
    if (wrong || count > INT32_MAX) return malformed(k, "Protocol error: invalid multibulk length");
    if (count > STRANGER_ARGS && !(k->flags & CLIENT_AUTHENTICATED)) {
        return malformed(k, "Protocol error: unauthenticated multibulk length");
    }
    *argc = count > 0 ? (int)count : 0;
    if (*argc) return parse_bulks(k, arena, from, at, *argc, 0, index);
    k->looked = (size_t)(at - k->query);
    return PARSED;
}

enum parsed request_parse(client *k, argv_arena *arena, int *argc, size_t *argv) {
    if (k->looked >= k->query_len || (k->looked != k->parsed && whole(k->partial))) return PARTIAL;
    *argv = arena->used;
    if (k->query[k->looked] == '*') return parse_multibulk(k, arena, argc, argv);
    return parse_inline(k, arena, argc);
}

static const setting settings[] = {
    { "proto-max-bulk-len", SETTING_MEMORY, &state.max_bulk, "512mb", .least = 1 << 20, .most = INT64_MAX },
    { 0 }
};

const feature requests = { .name = "server", .settings = settings };
