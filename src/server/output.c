/* output.c -- a client's queue of chunks: where replies wait until the log is safe. */
#include "base/memory.h"
#include "server/client.h"
#include "server/output.h"
#include "server/reply.h"

enum { CHUNK_BYTES = 16 * 1024, SPARE_MAX = 64, BULK_CHUNK_MAX = 1 << 20 };

static struct {
    chunk *spare;                           /* chunks of CHUNK_BYTES, ready for use */
    int spares, least;                      /* the fewest since the last trim */
} state;

static chunk *chunk_new(size_t room) {
    if (room <= CHUNK_BYTES - sizeof(chunk) && state.spare) {
        chunk *c = state.spare;
        state.spare = c->next;
        if (--state.spares < state.least) state.least = state.spares;
        *c = (chunk){ .cap = c->cap };
        return c;
    }
    size_t size = room + sizeof(chunk) <= CHUNK_BYTES ? CHUNK_BYTES : room + sizeof(chunk);
    chunk *c = memory_alloc(size);
    *c = (chunk){ .cap = (uint32_t)(size - sizeof(chunk)) };
    return c;
}

static void chunk_free(chunk *c) {
    if (c->cap == CHUNK_BYTES - sizeof(chunk) && state.spares < SPARE_MAX) {
        c->next = state.spare;
        state.spare = c;
        state.spares++;
    } else {
        memory_free(c, c->cap + sizeof(chunk));
    }
}

static void queue(client *k, chunk *c) {
    if (k->out_last) k->out_last->next = c;
    else k->out_first = c;
    k->out_last = c;
}

/* Nothing is kept for a client that will not read it. */
bool output_wanted(const client *k) {
    if (k->flags & (CLIENT_REPLY_OFF | CLIENT_REPLY_SKIP | CLIENT_CLOSING | CLIENT_LOADING)) return false;
    return k->connection >= 0 || k->flags & CLIENT_SCRIPT;
}

char *output_room(client *k, size_t len) {
    chunk *c = k->out_last;
    if (!c || c->cap - c->len < len) {
        if (c) client_check_output(k);      /* not only once a turn: one reply may be larger than all that is allowed */
        c = chunk_new(len);
        queue(k, c);
    }
    if (!(k->flags & CLIENT_PENDING)) client_pending(k);
    return c->at + c->len;
}

void output_used(client *k, size_t len) {
    k->out_last->len += (uint32_t)len;
    k->out_total += len;
}

void output_append(client *k, const void *at, size_t len) {
    if (!output_wanted(k)) return;
    bool large = len >= CHUNK_BYTES;
    for (const char *p = at; len;) {
        chunk *last = k->out_last;
        size_t room = last ? last->cap - last->len : 0;
        size_t step = room ? (len < room ? len : room) : len < BULK_CHUNK_MAX ? len : BULK_CHUNK_MAX;
        memcpy(output_room(k, step), p, step);
        output_used(k, step);
        p += step;
        len -= step;
    }
    if (large) client_check_output(k);
}

output_place output_mark(client *k) {
    output_room(k, OUTPUT_MARK_BYTES);
    chunk *c = k->out_last;
    output_place mark = { c, c->len };
    c->len += OUTPUT_MARK_BYTES;
    return mark;
}

void output_fill_mark(client *k, output_place mark, const char *text, size_t len) {
    chunk *c = mark.chunk;
    char *at = c->at + mark.at, *behind = at + OUTPUT_MARK_BYTES;
    memcpy(at, text, len);
    memmove(at + len, behind, (size_t)(c->at + c->len - behind));
    c->len -= (uint32_t)(OUTPUT_MARK_BYTES - len);
    k->out_total += len;
}

void output_drop(client *k, size_t len) {
    k->out_total -= len;
    k->out_sent += len;
    while (k->out_first && k->out_sent >= k->out_first->len) {
        chunk *c = k->out_first;
        k->out_sent -= c->len;
        k->out_first = c->next;
        if (!k->out_first) k->out_last = NULL;
        chunk_free(c);
    }
}

static void empty(client *k, void (*end)(chunk *c)) {
    while (k->out_first) {
        chunk *c = k->out_first;
        k->out_first = c->next;
        end(c);
    }
    k->out_last = NULL;
    k->out_total = k->out_sent = 0;
}

static void chunk_release(chunk *c) { memory_free(c, c->cap + sizeof(chunk)); }

void output_free(client *k) { empty(k, chunk_free); }
void output_release(client *k) { empty(k, chunk_release); }

void output_trim(void) {
    for (; state.least; state.least--) {
        chunk *c = state.spare;
        state.spare = c->next;
        state.spares--;
        chunk_release(c);
    }
    state.least = state.spares;
}

bytes *output_take(client *k) {
    bytes *all = bytes_new(k->out_total);
    for (const chunk *c = k->out_first; c; c = c->next) bytes_append(&all, slice_make(c->at, c->len));
    output_free(k);
    return all;
}

unsigned output_unmute(client *k) {
    unsigned muted = k->flags & (CLIENT_REPLY_OFF | CLIENT_REPLY_SKIP);
    k->flags &= ~muted;
    return muted;
}

void output_push(client *k, slice encoded) {
    unsigned muted = output_unmute(k);
    if (!(k->flags & CLIENT_EXECUTING)) output_append(k, encoded.at, encoded.len);
    else if (output_wanted(k)) bytes_append(&k->aside, encoded);
    k->flags |= muted;
}

void output_flush_aside(client *k) {
    bytes *aside = k->aside;
    if (!aside) return;
    k->aside = NULL;
    unsigned muted = output_unmute(k);
    output_append(k, aside->at, aside->len);
    k->flags |= muted;
    bytes_free(aside);
}

size_t output_chunks(const client *k) {
    size_t n = 0;
    for (const chunk *c = k->out_first; c; c = c->next) n++;
    return n;
}

size_t output_memory(const client *k) {
    size_t size = 0;
    for (const chunk *c = k->out_first; c; c = c->next) size += c->cap + sizeof(chunk);
    return size + bytes_footprint(k->aside);
}
