/* clients_kill.c -- CLIENT KILL, and the limit of memory that all clients together may take (maxmemory-clients). */
#include "base/number.h"
#include "commands/clients.h"
#include "server/acl.h"
#include "server/config.h"
#include "server/execute.h"
#include "server/feature.h"
#include "server/log.h"
#include "server/reply.h"

/* -- CLIENT KILL -------------------------------------------------------------------------------- */

/* What a connection must be to be closed; what was not asked for does not matter. */
typedef struct filter {
    uint64_t id;                            /* 0: any */
    int64_t age_s;
    const acl_user *user;
    slice type, address, own_address;       /* at NULL: any */
    bool spare_caller;
} filter;

static bool has_address(const os_address *a, slice text) {
    bytes *own = NULL;
    client_peer_text(a, &own);
    bool same = slice_equal(bytes_slice(own), text);
    bytes_free(own);
    return same;
}

static bool fits(const filter *f, const client *k, const client *caller) {
    if (k->flags & CLIENT_CLOSING || (f->spare_caller && k == caller)) return false;
    if (f->id && k->id != f->id) return false;
    if (f->user && k->user != f->user) return false;
    if (f->type.at && !client_is_of_type(k, f->type)) return false;
    if (f->age_s && (loop_now() - k->created) / 1000 < f->age_s) return false;
    return (!f->address.at || has_address(&k->peer, f->address)) && (!f->own_address.at || has_address(&k->own, f->own_address));
}

/* Whoever closes himself is answered first. */
static int kill_all(const filter *f, client *caller) {
    int killed = 0;
    for (client *k = client_first(), *next; k; k = next) {
        next = k->next;
        if (!fits(f, k, caller)) continue;
        if (k == caller) client_close_when_sent(k);
        else client_close(k);
        killed++;
    }
    return killed;
}

static bool read_id(call *c, slice text, filter *f) {
    int64_t id;
    if (number_parse_int(text, &id) && id > 0) return f->id = (uint64_t)id, true;
    reply_error(c, "ERR client-id should be greater than 0");
    return false;
}

static bool read_age(call *c, slice text, filter *f) {
    if (!arg_int_or(c, text, &f->age_s, "ERR maxage is not an integer or out of range")) return false;
    if (f->age_s > 0) return true;
    reply_error(c, "ERR maxage should be greater than 0");
    return false;
}

static bool read_user(call *c, slice text, filter *f) {
    f->user = acl_user_find(text);
    if (!f->user) reply_errorf(c, "ERR No such user '%.*s'", SLICE_ARGS(text));
    return f->user != NULL;
}

static bool read_skip(call *c, slice text, filter *f) {
    f->spare_caller = slice_is(text, "yes");
    if (f->spare_caller || slice_is(text, "no")) return true;
    reply_syntax_error(c);
    return false;
}

static bool read_filter(call *c, filter *f) {
    for (int i = 2; i < c->argc; i += 2) {
        slice name = c->argv[i], value = i + 1 < c->argc ? c->argv[i + 1] : (slice){ NULL, 0 };
        bool good = value.at != NULL;
        if (!good) reply_syntax_error(c);
        else if (slice_is(name, "id")) good = read_id(c, value, f);
        else if (slice_is(name, "maxage")) good = read_age(c, value, f);
        else if (slice_is(name, "type")) f->type = value, good = client_type_valid(c, value);
        else if (slice_is(name, "addr")) f->address = value;
        else if (slice_is(name, "laddr")) f->own_address = value;
        else if (slice_is(name, "user")) good = read_user(c, value, f);
        else if (slice_is(name, "skipme")) good = read_skip(c, value, f);
        else good = false, reply_syntax_error(c);
        if (!good) return false;
    }
    return true;
}

static void client_kill(call *c) {
    filter f = { .spare_caller = c->argc > 3 };
    if (c->argc == 3) {
        f.address = c->argv[2];
        if (kill_all(&f, c->client)) reply_ok(c);
        else reply_error(c, "ERR No such client");
    } else if (read_filter(c, &f)) {
        reply_int(c, kill_all(&f, c->client));
    }
}

/* -- maxmemory-clients ----------------------------------------------------------------------------- */

enum {
    LOOK_AGAIN_PER_MS = 100,                /* clients that may be looked at for each millisecond */
    LEAST_LIMIT = 128 * 1024,               /* with less nobody could take a mistaken limit back */
};

static struct {
    uint64_t limit;                         /* negative as two's complement: percent of maxmemory */
    uint64_t evicted;
    int64_t next_look;                      /* unix ms */
} state;

static size_t limit_bytes(void) {
    int64_t n = (int64_t)state.limit;
    if (n >= 0) return n < LEAST_LIMIT ? LEAST_LIMIT : (size_t)n;
    bytes *text = NULL;
    uint64_t maxmemory = 0;
    if (config_get_text(SLICE("maxmemory"), &text) && !number_parse_memory(bytes_slice(text), &maxmemory)) maxmemory = 0;
    bytes_free(text);
    size_t share = (size_t)((double)maxmemory * (double)-n / 100);
    return share && share < LEAST_LIMIT ? LEAST_LIMIT : share;
}

static bool evictable(const client *k) {
    return !(k->flags & (CLIENT_NO_EVICT | CLIENT_MASTER | CLIENT_CLOSING))
        && (!(k->flags & CLIENT_REPLICA) || k->flags & CLIENT_MONITOR);
}

static void evict(client *k) {
    bytes *who = NULL;
    client_describe(k, &who);
    log_notice("Evicting client: %s", who->at);
    bytes_free(who);
    state.evicted++;
    client_drop(k);
}

/* The largest go first: what is wanted is memory, and small ones are many. */
static client *largest(size_t *total) {
    client *found = NULL;
    size_t most = 0;
    *total = 0;
    for (client *k = client_first(); k; k = k->next) {
        if (k->flags & (CLIENT_MASTER | CLIENT_CLOSING) || (k->flags & CLIENT_REPLICA && !(k->flags & CLIENT_MONITOR))) continue;
        size_t size = client_memory(k);
        *total += size;
        if (size > most && evictable(k)) found = k, most = size;
    }
    return found;
}

static void make_room(void) {
    if (!state.limit || loop_now() < state.next_look) return;
    size_t limit = limit_bytes(), total;
    state.next_look = loop_now() + (int64_t)client_count() / LOOK_AGAIN_PER_MS;
    for (client *k; limit && (k = largest(&total), total > limit);) {
        if (!k) {
            log_warning("Over client maxmemory after evicting all evictable clients");
            break;
        }
        evict(k);
    }
}

/* Between turns' end and before every command: one request may make a client large. */
static const char *apply_limit(void) {
    execute_set_client_guard(state.limit ? make_room : NULL);
    return NULL;
}

static void print_evicted(bytes **out) { bytes_append_int(out, (int64_t)state.evicted); }
static void reset_stats(void) { state.evicted = 0; }

static const info_field info[] = { { "stats", "evicted_clients", print_evicted, NULL }, { 0 } };

static const setting settings[] = {
    { "maxmemory-clients", SETTING_MEMORY, &state.limit, "0", .flags = SETTING_PERCENT, .apply = apply_limit },
    { 0 }
};

static const command commands[] = {
    { "client|kill", client_kill, NOSCRIPT | LOADING | STALE | ADMIN, 0,
      "{filter: old-format=ip:port^-2.8.12 | {new-format: [ID #client-id]^2.8.12 | "
      "[TYPE {client-type: NORMAL | MASTER^3.2.0 | SLAVE | REPLICA^5.0.0 | PUBSUB}]^2.8.12 | [USER username] | [ADDR addr=ip:port] | "
      "[LADDR laddr=ip:port]^6.2.0 | [SKIPME {skipme: YES | NO}] | [MAXAGE #maxage]^7.4.0} ...}", "2.4.0",
      "O(N) where N is the number of client connections", "Closes connections.", .arity = -3,
      .history = "2.8.12 Several conditions, each with its name." },
    { 0 }
};

const feature client_kill_feature = {
    .name = "connection", .commands = commands, .settings = settings, .info = info, .reset_stats = reset_stats,
    .settle = make_room,
};
