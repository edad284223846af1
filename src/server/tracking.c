/* tracking.c -- the table of what was read, the audiences of prefixes, and the invalidations. */
#include "server/tracking.h"
#include "base/memory.h"
#include "base/number.h"
#include "data/prefixes.h"
#include "data/rax.h"
#include "data/table.h"
#include "server/acl.h"
#include "server/client.h"
#include "server/command.h"
#include "server/execute.h"
#include "server/feature.h"
#include "server/output.h"

/* A key that was read: one block, the ids (in order) of cap clients and then the key. */
typedef struct tracked {
    uint32_t count, cap;
    size_t key_len;
    uint64_t ids[];
} tracked;

/* Those who want to hear of keys with a prefix; and the keys changed in this turn, each with the id of who changed it. */
typedef struct audience {
    prefixed indexed;
    bytes *prefix;
    struct listener *first;
    rax *changed;
    struct audience *next_told;
} audience;

typedef struct listener {
    client *client;
    audience *audience;
    struct listener *previous, *next;       /* of the audience */
    struct listener *next_own;              /* of the client, in order of prefixes */
} listener;

struct tracking {
    unsigned mode;
    uint64_t redirect;
    bool caching;
    listener *listeners;
    size_t count;                           /* of listeners */
};

enum { KEYS_AT_ONCE = 64, TRIES = 100 };

static struct {
    size_t clients, items;
    table *keys, *audiences;
    prefixes *index;
    audience *told;                         /* those with changed keys */
    int64_t max_keys;
    int over;                               /* turns in a row the table was too large */
    uint64_t flushed_at;                    /* count of commands when a flush was told last */
    const call *flushed_in;
    bytes *message;
} state;

static slice tracked_key(const void *item) {
    const tracked *t = item;
    return slice_make(t->ids + t->cap, t->key_len);
}

static slice audience_key(const void *item) { return bytes_slice(((const audience *)item)->prefix); }
static const table_kind tracked_kind = { tracked_key };
static const table_kind audience_kind = { audience_key };

bool tracking_active(void) { return state.clients || state.keys; }
int64_t tracking_redirect(const client *k) { return k->tracking ? (int64_t)k->tracking->redirect : -1; }
unsigned tracking_mode(const client *k) { return k->tracking ? k->tracking->mode : 0; }
bool tracking_caching(const client *k) { return k->tracking && k->tracking->caching; }
void tracking_set_caching(client *k) { k->tracking->caching = true; }

/* -- messages ------------------------------------------------------------------------------------ */

static void tell_broken(client *k) {
    k->flags |= CLIENT_TRACKING_BROKEN;
    if (k->protocol != 3) return;
    if (state.message) state.message->len = 0;
    bytes_printf(&state.message, ">2\r\n$21\r\ntracking-redir-broken\r\n:%llu\r\n", (unsigned long long)k->tracking->redirect);
    output_push(k, bytes_slice(state.message));
}

/* Who gets what k is to be told: itself or whom it redirects to; NULL when that one is gone. */
static client *listener_of(client *k) {
    client *to = k->tracking->redirect ? client_find(k->tracking->redirect) : k;
    return to && !client_gone(to) ? to : NULL;
}

/* Sends an invalidation whose keys are encoded already; at NULL stands for every key. */
static void tell(client *k, slice body) {
    client *to = listener_of(k);
    if (!to) {
        if (k->tracking->redirect) tell_broken(k);
        return;
    }
    bool push = to->protocol == 3;
    if (!push && (to == k || !(to->flags & CLIENT_PUBSUB))) return;
    if (state.message) state.message->len = 0;
    bytes_append(&state.message, push ? SLICE(">2\r\n$10\r\ninvalidate\r\n")
                                      : SLICE("*3\r\n$7\r\nmessage\r\n$20\r\n__redis__:invalidate\r\n"));
    bytes_append(&state.message, body.at ? body : push ? SLICE("_\r\n") : SLICE("$-1\r\n"));
    output_push(to, bytes_slice(state.message));
}

static void encode_key(bytes **body, slice key) {
    bytes_append_char(body, '$');
    bytes_append_int(body, (int64_t)key.len);
    bytes_append(body, SLICE("\r\n"));
    bytes_append(body, key);
    bytes_append(body, SLICE("\r\n"));
}

/* -- what was read --------------------------------------------------------------------------------- */

static size_t tracked_size(const tracked *t) { return sizeof *t + t->cap * sizeof *t->ids + t->key_len; }

static tracked *tracked_new(slice key, uint32_t cap) {
    tracked *t = memory_alloc(sizeof *t + cap * sizeof *t->ids + key.len);
    *t = (tracked){ .cap = cap, .key_len = key.len };
    memcpy(t->ids + cap, key.at, key.len);
    return t;
}

static tracked *tracked_grown(tracked *t) {
    tracked *larger = tracked_new(tracked_key(t), t->cap * 2);
    larger->count = t->count;
    memcpy(larger->ids, t->ids, t->count * sizeof *t->ids);
    memory_free(t, tracked_size(t));
    return larger;
}

static void remember_key(slice key, uint64_t id) {
    bool found;
    if (!state.keys) state.keys = table_new(&tracked_kind);
    void **slot = table_insert(state.keys, hash_of(key), key, &found);
    if (!found) *slot = tracked_new(key, 1);
    tracked *t = *slot;
    uint32_t low = 0, high = t->count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (t->ids[middle] < id) low = middle + 1;
        else high = middle;
    }
    if (low < t->count && t->ids[low] == id) return;
    if (t->count == t->cap) *slot = t = tracked_grown(t);
    memmove(t->ids + low + 1, t->ids + low, (t->count - low) * sizeof *t->ids);
    t->ids[low] = id;
    t->count++;
    state.items++;
}

/* Whoever began: in a transaction or script the outermost call's client. */
static client *beginner(const call *c) {
    while (c->outer) c = c->outer;
    return c->client;
}

static bool reads_are_tracked(const client *k) {
    const struct tracking *t = k->tracking;
    if (!t || t->mode & TRACKING_BCAST) return false;
    if (t->mode & TRACKING_OPTIN) return t->caching;
    return !(t->mode & TRACKING_OPTOUT && t->caching);
}

void tracking_remember(const call *c) {
    const client *k = beginner(c);
    if (!reads_are_tracked(k) || c->command->flags & NO_MANDATORY_KEYS) return;    /* what a script reads, its calls tell */
    int room[KEYS_AT_ONCE], *at = room;
    unsigned access_room[KEYS_AT_ONCE], *accesses = access_room;
    int count = command_keys(c->command, c->argc, c->argv, room, access_room, KEYS_AT_ONCE), cap = count;
    if (count > KEYS_AT_ONCE) {
        at = memory_alloc((size_t)cap * sizeof *at);
        accesses = memory_alloc((size_t)cap * sizeof *accesses);
        count = command_keys(c->command, c->argc, c->argv, at, accesses, cap);
    }
    for (int i = 0; i < count; i++) remember_key(c->argv[at[i]], k->id);
    if (at == room) return;
    memory_free(at, (size_t)cap * sizeof *at);
    memory_free(accesses, (size_t)cap * sizeof *accesses);
}

void tracking_command_done(const call *c) {
    client *k = c->client;
    if (!k->tracking->caching || k->flags & CLIENT_MULTI) return;
    if (c->command && !strncmp(c->command->row->name, "client|", 7)) return;
    k->tracking->caching = false;
}

static void forget(tracked *t) {
    state.items -= t->count;
    memory_free(t, tracked_size(t));
}

/* Takes the key out of the table and tells its readers, but not `except` if he does not want to hear himself. */
static void invalidate(tracked *t, const client *except) {
    slice key = tracked_key(t);
    bytes *body = bytes_new(key.len + 32);
    table_remove(state.keys, hash_of(key), key);
    bytes_append(&body, SLICE("*1\r\n"));
    encode_key(&body, key);
    for (uint32_t i = 0; i < t->count; i++) {
        client *k = client_find(t->ids[i]);
        if (!k || !k->tracking || k->tracking->mode & TRACKING_BCAST) continue;
        if (k == except && k->tracking->mode & TRACKING_NOLOOP) continue;
        const client *to = listener_of(k);
        if (to && to != k && !acl_may_name(to->user, key)) continue;       /* he has not read it */
        tell(k, bytes_slice(body));
    }
    bytes_free(body);
    forget(t);
}

/* -- what is told by prefix --------------------------------------------------------------------------- */

static void note_changed(audience *a, slice key, uint64_t writer) {
    if (!a->changed) {
        a->changed = rax_new();
        a->next_told = state.told;
        state.told = a;
    }
    rax_set(a->changed, key, (void *)(uintptr_t)writer, NULL);
}

static void note_audiences(slice key, uint64_t writer) {
    if (!state.index) return;
    prefix_walk walk = prefixes_walk(state.index, key);
    for (audience *a; (a = (audience *)prefixes_next(&walk));) {
        if (slice_starts(key, bytes_slice(a->prefix))) note_changed(a, key, writer);
    }
}

/* The changed keys that this user may know of, without those that `except` (0: nobody) changed; NULL when none is left. */
static bytes *changed_keys(const audience *a, uint64_t except, const acl_user *u) {
    bytes *keys = NULL, *body = NULL;
    long count = 0;
    rax_walk walk;
    rax_walk_start(&walk, a->changed);
    rax_seek(&walk, (slice){ "", 0 }, false);
    while (rax_next(&walk)) {
        if (except && (uint64_t)(uintptr_t)walk.value == except) continue;
        if (!acl_may_name(u, bytes_slice(walk.key))) continue;
        encode_key(&keys, bytes_slice(walk.key));
        count++;
    }
    rax_walk_stop(&walk);
    if (!count) return NULL;
    bytes_printf(&body, "*%ld\r\n", count);
    bytes_append(&body, bytes_slice(keys));
    bytes_free(keys);
    return body;
}

static void tell_audience(audience *a) {
    bytes *all = changed_keys(a, 0, NULL);
    for (listener *l = a->first; l; l = l->next) {
        const client *to = listener_of(l->client);
        const acl_user *u = to ? to->user : NULL;
        bool noloop = l->client->tracking->mode & TRACKING_NOLOOP, partly = noloop || !acl_unrestricted(u);
        bytes *body = partly ? changed_keys(a, noloop ? l->client->id : 0, u) : all;
        if (body) tell(l->client, bytes_slice(body));
        if (partly) bytes_free(body);
    }
    bytes_free(all);
    rax_free(a->changed, NULL, NULL);
    a->changed = NULL;
}

static audience *audience_open(slice prefix) {
    bool found;
    if (!state.audiences) {
        state.audiences = table_new(&audience_kind);
        state.index = prefixes_new(BEGINNINGS);
    }
    void **slot = table_insert(state.audiences, hash_of(prefix), prefix, &found);
    if (found) return *slot;
    audience *a = memory_zero(sizeof *a);
    a->prefix = bytes_copy(prefix);
    prefixes_add(state.index, prefix, &a->indexed);
    return *slot = a;
}

static void audience_close(audience *a) {
    if (a->first) return;
    if (a->changed) {
        audience **at = &state.told;
        while (*at != a) at = &(*at)->next_told;
        *at = a->next_told;
        rax_free(a->changed, NULL, NULL);
    }
    slice prefix = bytes_slice(a->prefix);
    table_remove(state.audiences, hash_of(prefix), prefix);
    prefixes_remove(state.index, &a->indexed);
    bytes_free(a->prefix);
    memory_free(a, sizeof *a);
}

void tracking_add_prefix(client *k, slice prefix) {
    listener **at = &k->tracking->listeners;
    while (*at && slice_compare(bytes_slice((*at)->audience->prefix), prefix) < 0) at = &(*at)->next_own;
    if (*at && slice_equal(bytes_slice((*at)->audience->prefix), prefix)) return;
    audience *a = audience_open(prefix);
    listener *l = memory_alloc(sizeof *l);
    *l = (listener){ .client = k, .audience = a, .next = a->first, .next_own = *at };
    if (a->first) a->first->previous = l;
    a->first = l;
    *at = l;
    k->tracking->count++;
}

size_t tracking_memory(const client *k) {
    return k->tracking ? sizeof *k->tracking + k->tracking->count * sizeof(listener) : 0;
}

slice tracking_prefix(const client *k, int index) {
    const listener *l = k->tracking ? k->tracking->listeners : NULL;
    while (l && index--) l = l->next_own;
    return l ? bytes_slice(l->audience->prefix) : (slice){ NULL, 0 };
}

/* -- what has happened ---------------------------------------------------------------------------------- */

void tracking_touch(client *writer, slice key) {
    const call *c = execute_running();
    if (writer && c) writer = beginner(c);
    note_audiences(key, writer ? writer->id : 0);
    tracked *t = state.keys ? table_find(state.keys, hash_of(key), key) : NULL;
    if (t) invalidate(t, writer);
}

static void forget_item(void *item, void *context) {
    (void)context;
    forget(item);
}

void tracking_flush(db *d) {
    (void)d;
    if (state.flushed_in && state.flushed_in == execute_running() && state.flushed_at == execute_count()) return;
    state.flushed_in = execute_running();
    state.flushed_at = execute_count();
    for (client *k = client_first(); k; k = k->next) if (k->tracking) tell(k, (slice){ NULL, 0 });
    if (!state.keys) return;
    table_free(state.keys, forget_item, NULL);
    state.keys = NULL;
}

/* A table that has grown too large loses random keys: their readers are told as if these had changed. */
static void shrink_table(void) {
    if (!state.max_keys || !state.keys || table_count(state.keys) <= (size_t)state.max_keys) {
        state.over = 0;
        return;
    }
    int tries = TRIES * ++state.over;
    while (tries-- && table_count(state.keys) > (size_t)state.max_keys) invalidate(table_random(state.keys), NULL);
    loop_wake_now();
}

static void settle(void) {
    while (state.told) {
        audience *a = state.told;
        state.told = a->next_told;
        tell_audience(a);
    }
    shrink_table();
}

/* -- clients ----------------------------------------------------------------------------------------------- */

void tracking_start(client *k, unsigned mode, uint64_t redirect) {
    if (!k->tracking) {
        k->tracking = memory_zero(sizeof *k->tracking);
        state.clients++;
    }
    k->tracking->mode = mode;
    k->tracking->redirect = redirect;
    k->flags &= ~(unsigned)(CLIENT_TRACKING_BROKEN | CLIENT_TRACKING_BCAST);
    k->flags |= CLIENT_TRACKING | (mode & TRACKING_BCAST ? CLIENT_TRACKING_BCAST : 0);
}

void tracking_stop(client *k) {
    if (!k->tracking) return;
    for (listener *l = k->tracking->listeners, *next; l; l = next) {
        next = l->next_own;
        if (l->previous) l->previous->next = l->next;
        else l->audience->first = l->next;
        if (l->next) l->next->previous = l->previous;
        audience_close(l->audience);
        memory_free(l, sizeof *l);
    }
    memory_free(k->tracking, sizeof *k->tracking);
    k->tracking = NULL;
    k->flags &= ~(unsigned)(CLIENT_TRACKING | CLIENT_TRACKING_BROKEN | CLIENT_TRACKING_BCAST);
    state.clients--;
}

static void print_clients(bytes **out) { bytes_append_int(out, (int64_t)state.clients); }
static void print_keys(bytes **out) { bytes_append_int(out, state.keys ? (int64_t)table_count(state.keys) : 0); }
static void print_items(bytes **out) { bytes_append_int(out, (int64_t)state.items); }
static void print_prefixes(bytes **out) { bytes_append_int(out, state.audiences ? (int64_t)table_count(state.audiences) : 0); }

static const info_field info[] = {
    { "clients", "tracking_clients", print_clients, NULL },
    { "stats", "tracking_total_keys", print_keys, NULL },
    { "stats", "tracking_total_items", print_items, NULL },
    { "stats", "tracking_total_prefixes", print_prefixes, NULL },
    { 0 }
};

static const setting settings[] = {
    { "tracking-table-max-keys", SETTING_INT, &state.max_keys, "1000000", .least = 0, .most = INT64_MAX },
    { 0 }
};

const feature tracking = {
    .name = "connection", .settings = settings, .info = info, .settle = settle, .client_closed = tracking_stop,
};
