/* block.c -- waiting clients: by key, by condition, by time. */
#include "server/block.h"
#include "base/memory.h"
#include "data/order.h"
#include "server/client.h"
#include "server/command.h"
#include "server/execute.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/latency.h"
#include "server/reply.h"

/* One client waiting for one key: an element of two lists, that of the key and that of the client. */
typedef struct wait {
    struct block *block;
    struct waited *key;
    struct wait *previous, *next;           /* the key's queue, first come first */
} wait;

/* An argument that must not be what the client wrote when the request runs again: XREAD's `$`. */
typedef struct extra { struct extra *next; bytes *text; } extra;

typedef struct waited {                     /* a key somebody waits for: an item of db->blocked */
    bytes *name;
    db *db;
    wait *first, *last;
    int gone_too;                           /* waiters that also want to know of its deletion */
    bool ready;
    struct waited *next_ready;
} waited;

typedef struct blocked_keys { table *keys; } blocked_keys;

struct block {
    client *client;
    int argc;
    slice *argv;                            /* into text */
    bytes *text;
    command_info *command;
    const type *type;                       /* NULL: waits for a condition */
    unsigned how;
    int64_t deadline;
    int64_t wake;                           /* when to run the request again, 0: no such time; always before the deadline */
    void (*on_timeout)(call *c);
    bool (*ready)(call *c);
    bool (*reached)(uint64_t token);        /* instead of ready: the work is done, only the reply waits */
    uint64_t token;
    int keys, waits_cap;
    wait *waits;
    struct extra *extras;
    struct block *previous, *next;          /* conditions */
};

static struct {
    waited *ready, **ready_last;
    order *deadlines;                       /* blocks with a deadline */
    struct block *conditions, *conditions_last;
    size_t count, key_count, gone_count;
    bool serving;
    int64_t deadline_kept;                  /* while a request runs again: its deadline, -1 for none; else 0 */
} state;

static const order_kind by_address = { NULL };

static slice waited_key(const void *item) { return bytes_slice(((const waited *)item)->name); }
static const table_kind waited_kind = { waited_key };

bool block_allowed(const call *c) {
    return !c->outer && !(c->client->flags & (CLIENT_DENY_BLOCKING | CLIENT_SCRIPT | CLIENT_LOADING | CLIENT_MASTER));
}

/* -- parking ---------------------------------------------------------------------------- */

/* When something is to happen by itself; 0 for never. */
static int64_t due(const struct block *b) { return b->wake ? b->wake : b->deadline; }

static void expect(struct block *b) {
    if (!due(b)) return;
    if (!state.deadlines) state.deadlines = order_new(&by_address);
    order_insert(state.deadlines, (double)due(b), b);
}

static void expect_no_more(struct block *b) {
    if (due(b)) order_remove(state.deadlines, (double)due(b), b);
}

static struct block *park(call *c, int64_t deadline, void (*on_timeout)(call *c)) {
    client *k = c->client;
    assert(!k->block);
    if (state.deadline_kept) deadline = state.deadline_kept > 0 ? state.deadline_kept : 0;
    struct block *b = memory_zero(sizeof *b);
    *b = (struct block){ .client = k, .argc = c->argc, .command = c->command, .deadline = deadline, .on_timeout = on_timeout };
    b->argv = memory_alloc((size_t)c->argc * sizeof *b->argv);
    size_t size = 0;
    for (int i = 0; i < c->argc; i++) size += c->argv[i].len;
    b->text = bytes_new(size);
    for (int i = 0; i < c->argc; i++) {
        b->argv[i] = slice_make(b->text->at + b->text->len, c->argv[i].len);
        bytes_append(&b->text, c->argv[i]);
    }
    expect(b);
    k->block = b;
    k->flags |= CLIENT_BLOCKED;
    c->blocked = true;
    state.count++;
    return b;
}

static waited *waited_open(db *d, slice key) {
    if (!d->blocked) {
        d->blocked = memory_alloc(sizeof *d->blocked);
        d->blocked->keys = table_new(&waited_kind);
    }
    bool found;
    void **slot = table_insert(d->blocked->keys, hash_of(key), key, &found);
    if (found) return *slot;
    waited *w = memory_zero(sizeof *w);
    w->name = bytes_copy(key);
    w->db = d;
    state.key_count++;
    return *slot = w;
}

static void waited_close(waited *w) {
    if (w->first || w->ready) return;
    db *d = w->db;
    table_remove(d->blocked->keys, hash_of(bytes_slice(w->name)), bytes_slice(w->name));
    bytes_free(w->name);
    memory_free(w, sizeof *w);
    state.key_count--;
    if (table_count(d->blocked->keys)) return;
    table_free(d->blocked->keys, NULL, NULL);
    memory_free(d->blocked, sizeof *d->blocked);
    d->blocked = NULL;
}

void block_on_keys(call *c, const slice *keys, int count, const type *t, unsigned how, int64_t deadline, void (*on_timeout)(call *c)) {
    struct block *b = park(c, deadline, on_timeout);
    b->type = t;
    b->how = how;
    b->waits_cap = count;
    b->waits = memory_alloc((size_t)count * sizeof *b->waits);
    for (int i = 0; i < count; i++) {
        waited *key = waited_open(c->client->db, keys[i]);
        if (key->last && key->last->block == b) continue;      /* the same key twice */
        wait *w = &b->waits[b->keys++];
        *w = (wait){ .block = b, .key = key, .previous = key->last };
        if (key->last) key->last->next = w;
        else key->first = w;
        key->last = w;
        if (how & BLOCK_GONE_TOO && !key->gone_too++) state.gone_count++;
    }
}

void block_wake_at(call *c, int64_t when) {
    struct block *b = c->client->block;
    if (b->deadline && when >= b->deadline) return;
    expect_no_more(b);
    b->wake = when > 0 ? when : 1;
    expect(b);
}

static void join_conditions(struct block *b) {
    b->previous = state.conditions_last;    /* who came first is asked first */
    if (b->previous) b->previous->next = b;
    else state.conditions = b;
    state.conditions_last = b;
}

void block_until(call *c, bool (*ready)(call *c), int64_t deadline, void (*on_timeout)(call *c)) {
    struct block *b = park(c, deadline, on_timeout);
    b->ready = ready;
    join_conditions(b);
}

void block_reply_when(call *c, bool (*reached)(uint64_t token), uint64_t token, void (*reply)(call *c)) {
    struct block *b = park(c, 0, reply);
    b->reached = reached;
    b->token = token;
    join_conditions(b);
}

/* -- release ------------------------------------------------------------------------------ */

static void unwait(wait *w) {
    waited *key = w->key;
    if (w->previous) w->previous->next = w->next;
    else key->first = w->next;
    if (w->next) w->next->previous = w->previous;
    else key->last = w->previous;
    if (w->block->how & BLOCK_GONE_TOO && !--key->gone_too) state.gone_count--;
    waited_close(key);
}

/* Takes the client out of every queue; the block, with the request's copy, stays with the caller. */
static struct block *unpark(client *k) {
    struct block *b = k->block;
    size_t waits = (size_t)b->keys;
    for (size_t i = 0; i < waits; i++) unwait(&b->waits[i]);
    expect_no_more(b);
    if (b->ready || b->reached) {
        if (b->previous) b->previous->next = b->next;
        else state.conditions = b->next;
        if (b->next) b->next->previous = b->previous;
        else state.conditions_last = b->previous;
    }
    k->block = NULL;
    k->flags &= ~(unsigned)CLIENT_BLOCKED;
    state.count--;
    return b;
}

static void block_free(struct block *b) {
    for (extra *x = b->extras; x;) {
        extra *next = x->next;
        bytes_free(x->text);
        memory_free(x, sizeof *x);
        x = next;
    }
    if (b->waits) memory_free(b->waits, (size_t)b->waits_cap * sizeof *b->waits);
    memory_free(b->argv, (size_t)b->argc * sizeof *b->argv);
    bytes_free(b->text);
    memory_free(b, sizeof *b);
}

void block_set_argument(call *c, int index, slice text) {
    struct block *b = c->client->block;
    extra *x = memory_alloc(sizeof *x);
    *x = (extra){ b->extras, bytes_copy(text) };
    b->extras = x;
    b->argv[index] = bytes_slice(x->text);
}

static call call_of(const struct block *b) {
    return (call){ .client = b->client, .command = b->command, .argc = b->argc, .argv = b->argv, .now = loop_now(), .owed = 1 };
}

/* Runs the parked request again; it may park anew, with the deadline it had. */
static void run_again(client *k, void (*execute_how)(call *c)) {
    struct block *b = unpark(k);
    call c = call_of(b);
    int64_t outer = state.deadline_kept;
    state.deadline_kept = b->deadline ? b->deadline : -1;
    int64_t begun = latency_begin();
    execute_how(&c);
    latency_end("command-unblocking", begun);
    state.deadline_kept = outer;
    block_free(b);
    if (!(k->flags & CLIENT_BLOCKED)) client_ready(k);
}

/* Ends a wait with a reply instead of running the command. */
static void give_up(client *k, const char *error) {
    struct block *b = unpark(k);
    call c = call_of(b);
    c.output_from = k->out_total;
    c.again = true;
    if (error) reply_error(&c, error);
    else if (b->on_timeout) b->on_timeout(&c);
    else reply_null_array(&c);
    execute_gave_up(&c);
    block_free(b);
    client_ready(k);
}

void block_forget(client *k) {
    if (k->block) block_free(unpark(k));
}

bool block_release(client *k, bool error) {
    if (!k->block || k->block->reached || (k->block->ready && !k->block->on_timeout)) return false;
    give_up(k, error ? "UNBLOCKED client unblocked via CLIENT UNBLOCK" : NULL);
    return true;
}

/* -- keys that became ready ------------------------------------------------------------------ */

static waited *waited_find(const db *d, slice key) {
    return d->blocked ? table_find(d->blocked->keys, hash_of(key), key) : NULL;
}

static void make_ready(waited *w) {
    if (w->ready) return;
    if (!state.ready_last) state.ready_last = &state.ready;
    w->ready = true;
    w->next_ready = NULL;
    *state.ready_last = w;
    state.ready_last = &w->next_ready;
}

void block_key_ready(db *d, slice key, const type *t) {
    waited *w = waited_find(d, key);
    if (!w) return;
    for (const wait *x = w->first; x; x = x->next) {
        if (x->block->type != t && !(x->block->how & BLOCK_GONE_TOO)) continue;
        make_ready(w);
        return;
    }
}

void block_key_gone(db *d, slice key) {
    waited *w = waited_find(d, key);
    if (w && w->gone_too) make_ready(w);
}

static bool can_be_served(const wait *x, const waited *w) {
    if (x->block->client->flags & CLIENT_CLOSING) return false;
    if (x->block->how & BLOCK_GONE_TOO) return true;
    const entry *e = db_find(w->db, hash_of(bytes_slice(w->name)), bytes_slice(w->name));
    return e && entry_type(e) == x->block->type;
}

/* A client that parks again stands at the end of the queue: it is not served twice. */
static void serve(waited *w) {
    const struct block *end = w->last ? w->last->block : NULL;
    for (wait *x = w->first; x;) {
        wait *next = x->next;
        bool last = x->block == end;
        if (can_be_served(x, w)) run_again(x->block->client, execute_again);
        if (last) break;
        x = next;
    }
    w->ready = false;
    waited_close(w);
}

void block_serve(void) {
    if (state.serving || !state.ready) return;
    state.serving = true;
    while (state.ready) {
        waited *w = state.ready;
        state.ready = w->next_ready;
        if (!state.ready) state.ready_last = &state.ready;
        serve(w);
    }
    state.serving = false;
}

void block_db_changed(db *d) {
    if (!d->blocked) return;
    table_walk walk = { .table = d->blocked->keys };
    for (waited *w; (w = table_next(&walk));) make_ready(w);
}

/* -- conditions and time --------------------------------------------------------------------- */

void block_check_waiters(void) {
    for (struct block *b = state.conditions, *next; b; b = next) {
        next = b->next;
        call c = call_of(b);
        if (b->reached && b->reached(b->token)) give_up(b->client, NULL);
        else if (b->ready && b->ready(&c)) run_again(b->client, execute);
    }
}

int64_t block_next_deadline(void) {
    if (!state.deadlines) return -1;
    order_at first = order_first(state.deadlines);
    return first.leaf ? (int64_t)order_score(&first) : -1;
}

void block_expire(int64_t now) {
    for (int64_t next; (next = block_next_deadline()) >= 0 && next <= now;) {
        order_at first = order_first(state.deadlines);
        struct block *b = order_item(&first);
        if (b->wake) run_again(b->client, execute_again);
        else give_up(b->client, NULL);
    }
    if (state.conditions) block_check_waiters();
}

size_t block_count(void) { return state.count; }

static void print_blocked(bytes **out) { bytes_append_int(out, (int64_t)state.count); }
static void print_keys(bytes **out) { bytes_append_int(out, (int64_t)state.key_count); }
static void print_gone(bytes **out) { bytes_append_int(out, (int64_t)state.gone_count); }
static void print_timeouts(bytes **out) { bytes_append_int(out, state.deadlines ? (int64_t)order_count(state.deadlines) : 0); }

static const info_field info[] = {
    { "clients", "blocked_clients", print_blocked, NULL },
    { "clients", "total_blocking_keys", print_keys, NULL },
    { "clients", "total_blocking_keys_on_nokey", print_gone, NULL },
    { "clients", "clients_in_timeout_table", print_timeouts, NULL },
    { 0 }
};

const feature block = { .name = "server", .info = info };
