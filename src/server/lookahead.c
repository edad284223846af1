/* lookahead.c -- parse, prefetch, run. */
#include "server/lookahead.h"
#include "base/memory.h"
#include "base/text.h"
#include "server/command.h"
#include "server/execute.h"
#include "server/log.h"
#include "server/reply.h"
#include "server/request.h"

enum { BATCH = 64, PER_CLIENT = 16 };

typedef struct request {
    client *client;
    command_info *command;
    int argc;
    size_t argv;                            /* index in the arena */
    size_t end;                             /* what client->parsed becomes when it has run */
    uint64_t hash;
    const char *hash_key;
    bool repeats;                           /* the key is that of the request before */
    const type *type;                       /* of the first key's value, when the command looks inside */
    const void *value;
    const table *members;                   /* of that value, when the request names one of its elements */
    uint64_t member_hash;
} request;

static const request none;                  /* copied as call_blank is */

static struct {
    client *first, **last;                  /* clients that may have requests, in turn */
    argv_arena arena;
    request batch[BATCH];
    int count;
    bool running;
    client *current;
    int64_t attack_logged;
} state;

/* Blocked and paused clients keep what they have sent until they are free again. */
static bool may_run(const client *k) {
    return !loop_stopping() && !(k->flags & (CLIENT_BLOCKED | CLIENT_CLOSING | CLIENT_CLOSE_AFTER_REPLY)) && k->query_len > k->parsed;
}

void lookahead_add(client *k) {
    if (k->ready) return;
    if (!state.last) state.last = &state.first;
    k->ready = true;
    k->next_ready = NULL;
    *state.last = k;
    state.last = &k->next_ready;
}

void lookahead_forget(client *k) {
    if (!k->ready) return;
    client **at = &state.first;
    while (*at != k) at = &(*at)->next_ready;
    *at = k->next_ready;
    if (!*at) state.last = at;
    k->ready = false;
}

bool lookahead_waiting(void) { return state.first != NULL; }

static client *take(void) {
    client *k = state.first;
    state.first = k->next_ready;
    if (!state.first) state.last = &state.first;
    k->ready = false;
    return k;
}

/* -- phase one: parse ------------------------------------------------------------------- */

/* Pipelines repeat themselves: most requests have the command of the one before, many its key. */
static command_info *find_command(const request *r, const request *before, const slice *words) {
    if (before->argc && before->command && !before->command->parent && !before->command->subcommand_count
        && slice_equal(words[0], state.arena.at[before->argv])) return before->command;
    return command_find(words[0], r->argc > 1 ? words[1] : (slice){ NULL, 0 }, NULL);
}

static bool same_key(const request *r, const request *before, slice key) {
    return before->hash_key && before->command == r->command && before->client->db == r->client->db
        && slice_equal(key, state.arena.at[before->argv + (size_t)before->command->first_key]);
}

static void note(client *k, int argc, size_t argv) {
    request *r = &state.batch[state.count];
    const request *before = state.count++ ? r - 1 : &none;
    slice *words = state.arena.at + argv;
    *r = none;
    r->client = k;
    r->argc = argc;
    r->argv = argv;
    r->end = k->looked;
    k->in_batch = true;
    r->command = find_command(r, before, words);
    if (!r->command || !r->command->first_key || r->command->first_key >= argc) return;
    slice key = words[r->command->first_key];
    r->hash_key = key.at;
    r->repeats = same_key(r, before, key);
    r->hash = r->repeats ? before->hash : hash_of(key);
    if (!r->repeats) table_prefetch_bucket(k->db->table, r->hash);
}

/* True when the client may have more after what fitted into this batch. A stranger's requests are parsed one at a time: the
 * first may log it in, and that changes the limits. */
static bool look(client *k) {
    int most = k->flags & CLIENT_AUTHENTICATED ? PER_CLIENT : 1;
    k->looked = k->parsed;
    for (int n = 0; state.count < BATCH; ) {
        int argc;
        size_t argv;
        if (n == most) return true;
        enum parsed p = request_parse(k, &state.arena, &argc, &argv);
        if (p == MALFORMED) return n > 0;
        if (p == PARTIAL) return false;
        if (argc == 0) {
            if (n == 0) k->parsed = k->looked;
            continue;
        }
        note(k, argc, argv);
        n++;
    }
    return true;
}

static void fill(void) {
    client *again = NULL, **tail = &again;
    request_arena_reset(&state.arena);
    state.count = 0;
    while (state.first && state.count < BATCH) {
        client *k = take();
        if (!may_run(k)) continue;
        if (look(k)) {
            k->next_ready = NULL;
            *tail = k;
            tail = &k->next_ready;
        } else if (k->malformed) {
            request *r = &state.batch[state.count < BATCH ? state.count++ : BATCH - 1];
            *r = (request){ .client = k };
        } else {
            client_query_done(k);
        }
    }
    while (again) {
        client *k = again;
        again = k->next_ready;
        lookahead_add(k);
    }
}

/* -- phase two: prefetch ------------------------------------------------------------------ */

static void prefetch(void) {
    for (int i = 0; i < state.count; i++) {
        const request *r = &state.batch[i];
        if (r->hash_key && !r->repeats) table_prefetch_items(r->client->db->table, r->hash);
    }
}

/* A collection is as far away from its key as the key was: once the entries are here, the same again one level down. Requests
 * in a row often share their key. */
static void find_value(request *r, const request *before) {
    if (r->repeats && before->value) {
        r->type = before->type;
        r->value = before->value;
        return;
    }
    const entry *e = db_find(r->client->db, r->hash, state.arena.at[r->argv + (size_t)r->command->first_key]);
    if (!e || entry_type_id(e) == TYPE_STRING) return;
    r->type = entry_type(e);
    r->value = entry_value(e);
    __builtin_prefetch(r->value);
}

static void look_inside(request *r) {
    int at = r->command->element;
    if (at && at < r->argc && r->type->members) r->members = r->type->members(r->value);
    if (r->members) {
        r->member_hash = hash_of(state.arena.at[r->argv + (size_t)at]);
        table_prefetch_bucket(r->members, r->member_hash);
    } else if (r->type->prefetch) {
        r->type->prefetch(r->value);
    }
}

static void prefetch_values(void) {
    bool any = false;
    for (int i = 0; i < state.count; i++) {
        request *r = &state.batch[i];
        if (!r->hash_key || !r->command->enters) continue;
        find_value(r, i ? r - 1 : &none);
        any |= r->value != NULL;
    }
    if (!any) return;
    for (int i = 0; i < state.count; i++) if (state.batch[i].value) look_inside(&state.batch[i]);
    for (int i = 0; i < state.count; i++) {
        if (state.batch[i].members) table_prefetch_items(state.batch[i].members, state.batch[i].member_hash);
    }
}

/* -- phase three: run ----------------------------------------------------------------------- */

static void fail(client *k) {
    call c = call_for(k);
    bytes *text = NULL;
    bytes_printf(&text, "ERR %s", k->malformed);
    reply_error_slice(&c, bytes_slice(text));
    bytes_free(text);
    bytes *who = NULL, *what = NULL;
    client_describe(k, &who);
    size_t len = k->query_len - k->parsed;
    text_quote(&what, slice_make(k->query + k->parsed, len < 128 ? len : 128));
    log_verbose("Protocol error (%s) from client: %s. Query buffer during protocol error: %s", k->malformed, who->at, what->at);
    bytes_free(who);
    bytes_free(what);
    client_close_when_sent(k);
}

static bool is_http(slice name) { return slice_is(name, "post") || slice_is(name, "host:"); }

static void drop_http(client *k) {
    if (loop_now() - state.attack_logged > 60000) {
        bytes *peer = NULL;
        client_peer_text(&k->peer, &peer);
        log_warning("Possible SECURITY ATTACK detected. It looks like somebody is sending POST or Host: commands to Redis. This is "
                    "likely due to an attacker attempting to use Cross Protocol Scripting to compromise your Redis instance. "
                    "Connection from %s aborted.", peer->at);
        bytes_free(peer);
        state.attack_logged = loop_now();
    }
    client_close(k);
}

static size_t words_bytes(const slice *argv, int argc) {
    size_t size = 0;
    for (int i = 0; i < argc; i++) size += argv[i].len;
    return size;
}

static void run_one(const request *r) {
    client *k = r->client;
    if (!r->argc) {
        fail(k);
        return;
    }
    slice *argv = state.arena.at + r->argv;
    if (!r->command && is_http(argv[0])) {
        drop_http(k);
        return;
    }
    call c = call_blank;
    c.client = k;
    c.command = r->command;
    c.argc = r->argc;
    c.argv = argv;
    c.hash = r->hash;
    c.hash_key = r->hash_key;
    k->argv_bytes = words_bytes(argv, r->argc);
    execute(&c);
    k->parsed = r->end;
    request_done(k);
    k->argv_bytes = 0;
}

/* The batch is over, or its owner cannot go on: requests parsed ahead go back into their buffers. */
static void release(request *r) {
    client *k = r->client;
    r->client = NULL;
    k->in_batch = false;
    if (k->looked != k->parsed) request_forget_ahead(k);            /* it began after a request that has not run */
    k->looked = k->parsed;
    if (!k->ready && may_run(k) && !k->partial) lookahead_add(k);
    else if (!k->ready && !(k->flags & CLIENT_CLOSING)) client_query_done(k);
}

/* Whoever serves the loop while a request runs (run_nested) leaves no client in the batch but those that wait for it. */
static void run(void) {
    state.running = true;
    for (int i = 0; i < state.count; i++) {
        client *k = state.batch[i].client;
        if (k && may_run(k)) run_one(&state.batch[i]);
    }
    for (int i = 0; i < state.count; i++) if (state.batch[i].client) release(&state.batch[i]);
    state.running = false;
}

/* A long script or load lets others in through loop_serve while its own batch is still running: the arena is in use, so these
 * requests run one by one, from an arena of their own. Who was to come later in that batch is not made to wait for its end. */
static void run_nested(void) {
    for (int i = 0; i < state.count; i++) {
        client *k = state.batch[i].client;
        if (k && !(k->flags & CLIENT_EXECUTING)) release(&state.batch[i]);
    }
    argv_arena outer = state.arena;
    state.arena = (argv_arena){ 0 };
    for (client *last = NULL; state.first && state.first != last;) {
        client *k = take();
        if (!may_run(k) || k->flags & CLIENT_EXECUTING || k->in_batch) continue;
        int argc;
        size_t argv;
        k->looked = k->parsed;
        request_arena_reset(&state.arena);
        enum parsed p = request_parse(k, &state.arena, &argc, &argv);
        if (p == PARTIAL) continue;
        request r = { .client = k, .argc = p == PARSED ? argc : 0, .argv = argv, .end = k->looked };
        if (p == PARSED && !argc) k->parsed = k->looked;
        else run_one(&r);
        if (may_run(k)) lookahead_add(k);
        if (!last) last = k;
    }
    request_arena_free(&state.arena);
    state.arena = outer;
}

void lookahead_run(void) {
    if (state.running) {
        run_nested();
        return;
    }
    enum { TURN_BATCHES = 64 };             /* then timers, the log and other sockets get their turn */
    for (int i = 0; i < TURN_BATCHES && state.first; i++) {
        fill();
        prefetch();
        prefetch_values();
        run();
    }
}
