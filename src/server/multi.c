/* multi.c -- transactions: requests kept for EXEC, and WATCH (behaviour.md section 9). */
#include "server/multi.h"
#include "base/memory.h"
#include "server/acl.h"
#include "server/client.h"
#include "server/command.h"
#include "server/execute.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/loop.h"
#include "server/reply.h"

/* One queued request: its words are slices into its own copy, which stands behind them in one block. */
typedef struct queued {
    command_info *command;
    int argc;
    int hashed;                             /* the argument that hash belongs to, 0 when none */
    uint64_t hash;
    size_t size;                            /* of the block */
    slice *argv;
} queued;

/* A key a client watches: in the client's list and in the key's list. */
typedef struct watch {
    client *client;
    struct watched *key;
    bool was_expired;                       /* gone already when WATCH was called: its removal is no change */
    struct watch *next_of_client, *previous_of_key, *next_of_key;
} watch;

typedef struct watched { bytes *name; db *db; watch *first; } watched;
typedef struct watched_keys { table *keys; } watched_keys;

struct multi {
    queued *queue;
    size_t count, cap, bytes;
    unsigned flags;                         /* union of the queued commands' flags */
    watch *watches;
    int watch_count;
};

static struct { size_t watching_clients, watched_keys; } state;

static slice watched_key(const void *item) { return bytes_slice(((const watched *)item)->name); }
static const table_kind watched_kind = { watched_key };

static struct multi *multi_of(client *k) {
    if (!k->multi) k->multi = memory_zero(sizeof *k->multi);
    return k->multi;
}

/* -- WATCH --------------------------------------------------------------------------------- */

static watched *watched_find(const db *d, slice key) {
    return d->watched ? table_find(d->watched->keys, hash_of(key), key) : NULL;
}

static watched *watched_open(db *d, slice key) {
    bool found;
    if (!d->watched) {
        d->watched = memory_alloc(sizeof *d->watched);
        d->watched->keys = table_new(&watched_kind);
    }
    void **slot = table_insert(d->watched->keys, hash_of(key), key, &found);
    if (!found) {
        watched *w = memory_alloc(sizeof *w);
        *w = (watched){ .name = bytes_copy(key), .db = d };
        *slot = w;
        state.watched_keys++;
    }
    return *slot;
}

static void watched_close(watched *w) {
    db *d = w->db;
    if (w->first) return;
    table_remove(d->watched->keys, hash_of(bytes_slice(w->name)), bytes_slice(w->name));
    bytes_free(w->name);
    memory_free(w, sizeof *w);
    state.watched_keys--;
    if (table_count(d->watched->keys)) return;
    table_free(d->watched->keys, NULL, NULL);
    memory_free(d->watched, sizeof *d->watched);
    d->watched = NULL;
}

static void watch_key(call *c, slice key) {
    client *k = c->client;
    struct multi *m = multi_of(k);
    watched *w = watched_open(k->db, key);
    for (const watch *x = w->first; x; x = x->next_of_key) if (x->client == k) return;
    const entry *e = db_find(k->db, hash_of(key), key);
    watch *x = memory_alloc(sizeof *x);
    *x = (watch){ .client = k, .key = w, .was_expired = e && entry_expires(e) && c->now > entry_expiry(e),
                  .next_of_client = m->watches, .next_of_key = w->first };
    if (w->first) w->first->previous_of_key = x;
    w->first = m->watches = x;
    if (!m->watch_count++) state.watching_clients++;
}

static void drop_watches(client *k) {
    struct multi *m = k->multi;
    if (!m) return;
    if (m->watch_count) state.watching_clients--;
    while (m->watches) {
        watch *x = m->watches;
        m->watches = x->next_of_client;
        if (x->previous_of_key) x->previous_of_key->next_of_key = x->next_of_key;
        else x->key->first = x->next_of_key;
        if (x->next_of_key) x->next_of_key->previous_of_key = x->previous_of_key;
        watched_close(x->key);
        memory_free(x, sizeof *x);
    }
    m->watch_count = 0;
}

static void unwatch_all(client *k) {
    drop_watches(k);
    k->flags &= ~(unsigned)CLIENT_DIRTY_CAS;
}

static bool key_exists(const db *d, slice key) { return db_find(d, hash_of(key), key) != NULL; }

/* Whose EXEC will fail anyway has nothing more to watch. */
static void spoil_watchers(watched *w, bool exists_now) {
    for (watch *x = w->first, *next; x; x = next) {
        bool only_removed = x->was_expired && !exists_now;
        client *k = x->client;
        next = x->next_of_key;
        x->was_expired = false;
        if (only_removed) continue;
        k->flags |= CLIENT_DIRTY_CAS;
        drop_watches(k);                    /* and with the last of them w */
    }
}

void watch_touch(db *d, uint64_t hash, slice key) {
    (void)hash;
    watched *w = watched_find(d, key);
    if (w) spoil_watchers(w, key_exists(d, key));
}

/* Every key of d becomes what it is in `with`, nothing when NULL. For a watcher a key that had expired when it began to watch was
 * not there, and one that is replaced by nothing or by an expired one is not there now. */
void watch_db_changed(db *d, db *with) {
    if (!d->watched) return;
    table_walk walk = { .table = d->watched->keys };
    for (watched *w; (w = table_next(&walk));) {
        slice key = bytes_slice(w->name);
        const entry *after = with ? db_find(with, hash_of(key), key) : NULL;
        bool expired = after && entry_expires(after) && loop_now() > entry_expiry(after), existed = key_exists(d, key);
        for (watch *x = w->first; x; x = x->next_of_key) {
            bool there_before = existed && !x->was_expired, there_now = after && !expired;
            if (there_before || there_now) x->client->flags |= CLIENT_DIRTY_CAS;
            x->was_expired = expired;
        }
    }
    for (client *k = client_first(); k; k = k->next) if (k->flags & CLIENT_DIRTY_CAS) drop_watches(k);
}

/* A key that has expired meanwhile was changed, even if nobody has noticed yet. */
static bool watches_expired(const call *c) {
    const struct multi *m = c->client->multi;
    for (const watch *x = m ? m->watches : NULL; x; x = x->next_of_client) {
        slice key = bytes_slice(x->key->name);
        const entry *e = db_find(x->key->db, hash_of(key), key);
        if (!x->was_expired && e && entry_expires(e) && c->now > entry_expiry(e)) return true;
    }
    return false;
}

/* A name that others watch as well counts for each of them. */
size_t watch_memory(const client *k) { return (size_t)watch_count(k) * (sizeof(watch) + sizeof(watched) + sizeof(bytes)); }
int watch_count(const client *k) { return k->multi ? k->multi->watch_count : 0; }

/* -- the queue -------------------------------------------------------------------------------- */

static void clear_queue(struct multi *m) {
    for (size_t i = 0; i < m->count; i++) memory_free(m->queue[i].argv, m->queue[i].size);
    memory_free(m->queue, m->cap * sizeof *m->queue);
    m->queue = NULL;
    m->count = m->cap = m->bytes = 0;
    m->flags = 0;
}

static void end(client *k) {
    if (k->multi) clear_queue(k->multi);
    k->flags &= ~(unsigned)(CLIENT_MULTI | CLIENT_DIRTY_EXEC);
    unwatch_all(k);
}

void multi_discard(client *k) {
    if (!k->multi) return;
    end(k);
    memory_free(k->multi, sizeof *k->multi);
    k->multi = NULL;
}

void multi_spoil(client *k) {
    if (k->flags & CLIENT_MULTI) k->flags |= CLIENT_DIRTY_EXEC;
}

int multi_queued(const client *k) { return k->flags & CLIENT_MULTI ? (int)k->multi->count : -1; }
size_t multi_memory(const client *k) { return k->multi ? k->multi->bytes + k->multi->cap * sizeof(queued) : 0; }

/* A byte stands between the words: each has a place of its own, an empty one too, for a key is known by its place. */
static queued copy_request(const call *c) {
    size_t size = (size_t)c->argc * (sizeof(slice) + 1);
    for (int i = 0; i < c->argc; i++) size += c->argv[i].len;
    queued q = { .command = c->command, .argc = c->argc, .hash = c->hash, .size = size, .argv = memory_alloc(size) };
    char *at = (char *)(q.argv + c->argc);
    for (int i = 0; i < c->argc; i++) {
        slice word = c->argv[i];
        if (c->hash_key && c->hash_key == word.at) q.hashed = i;
        if (word.len) memcpy(at, word.at, word.len);
        q.argv[i] = slice_make(at, word.len);
        at += word.len + 1;
    }
    return q;
}

void multi_queue(call *c) {
    struct multi *m = multi_of(c->client);
    if (c->client->flags & (CLIENT_DIRTY_CAS | CLIENT_DIRTY_EXEC)) {        /* EXEC will not run it anyway */
        reply_status(c, "QUEUED");
        return;
    }
    if (m->count == m->cap) {
        size_t cap = m->cap ? m->cap * 2 : 4;
        m->queue = memory_resize(m->queue, m->cap * sizeof *m->queue, cap * sizeof *m->queue);
        m->cap = cap;
    }
    queued q = copy_request(c);
    m->queue[m->count++] = q;
    m->bytes += q.size;
    m->flags |= execute_flags(c) & (WRITE | READ | DENYOOM | MAY_REPLICATE | LOADING | STALE);
    reply_status(c, "QUEUED");
}

/* -- commands ------------------------------------------------------------------------------------ */

static unsigned exec_flags(const call *c) { return c->command->flags | (c->client->multi ? c->client->multi->flags : 0); }

static void multi(call *c) {
    if (c->client->flags & CLIENT_MULTI) {
        reply_error(c, "ERR MULTI calls can not be nested");
        return;
    }
    multi_of(c->client);
    c->client->flags |= CLIENT_MULTI;
    reply_ok(c);
}

static void discard(call *c) {
    if (!(c->client->flags & CLIENT_MULTI)) {
        reply_error(c, "ERR DISCARD without MULTI");
        return;
    }
    end(c->client);
    reply_ok(c);
}

static void run_queued(call *outer, const queued *q) {
    call c = call_blank;
    c.client = outer->client;
    c.command = q->command;
    c.argc = q->argc;
    c.argv = q->argv;
    c.now = outer->now;
    c.outer = outer;
    c.hash = q->hash;
    if (q->hashed) c.hash_key = q->argv[q->hashed].at;
    const char *why = acl_unrestricted(c.client->user) ? NULL : acl_exec_refusal(&c);
    if (why) {
        reply_errorf(&c, "NOPERM ACLs rules changed between the moment the transaction was accumulated and the EXEC call. "
                     "This command is no longer allowed for the following reason: %s", why);
    } else {
        execute_inner(&c);
    }
    outer->owed--;
}

static void run_queue(call *c) {
    client *k = c->client;
    struct multi work = *k->multi;          /* a queued command may use the client's multi afresh */
    k->multi->queue = NULL;
    k->multi->count = k->multi->cap = k->multi->bytes = 0;
    k->flags &= ~(unsigned)CLIENT_MULTI;
    unsigned denied = k->flags & CLIENT_DENY_BLOCKING;
    k->flags |= CLIENT_DENY_BLOCKING;
    reply_array(c, (long)work.count);
    for (size_t i = 0; i < work.count; i++) run_queued(c, &work.queue[i]);
    k->flags = (k->flags & ~(unsigned)CLIENT_DENY_BLOCKING) | denied;
    clear_queue(&work);
}

static void exec(call *c) {
    client *k = c->client;
    if (!(k->flags & CLIENT_MULTI)) {
        reply_error(c, "ERR EXEC without MULTI");
        return;
    }
    if (k->flags & CLIENT_DIRTY_EXEC) {
        reply_error(c, "EXECABORT Transaction discarded because of previous errors.");
        end(k);
        return;
    }
    if (k->flags & CLIENT_DIRTY_CAS || watches_expired(c)) {
        reply_null_array(c);
        end(k);
        return;
    }
    unwatch_all(k);
    run_queue(c);
    end(k);
}

static void watch_command(call *c) {
    if (c->client->flags & CLIENT_MULTI) {
        reply_error(c, "ERR WATCH inside MULTI is not allowed");
        return;
    }
    for (int i = 1; i < c->argc && !(c->client->flags & CLIENT_DIRTY_CAS); i++) watch_key(c, c->argv[i]);
    reply_ok(c);
}

static void unwatch(call *c) {
    unwatch_all(c->client);
    reply_ok(c);
}

static const command commands[] = {
    { "multi", multi, NOSCRIPT | LOADING | STALE | FAST | ALLOW_BUSY | NOT_QUEUED | NO_PROPAGATE, 0, "", "1.2.0", "O(1)",
      "Starts a transaction: what follows is queued until EXEC." },
    { "exec", exec, NOSCRIPT | LOADING | STALE | SKIP_SLOWLOG | NOT_QUEUED | NO_PROPAGATE, 0, "", "1.2.0",
      "Depends on commands in the transaction", "Runs everything queued since MULTI, with nothing in between.", .flags_of = exec_flags },
    { "discard", discard, NOSCRIPT | LOADING | STALE | FAST | ALLOW_BUSY | NOT_QUEUED | NO_PROPAGATE, 0, "", "2.0.0",
      "O(N), when N is the number of queued commands", "Forgets everything queued since MULTI." },
    { "watch", watch_command, NOSCRIPT | LOADING | STALE | FAST | ALLOW_BUSY | NOT_QUEUED | NO_PROPAGATE, KEY_RO, "@key ...", "2.2.0",
      "O(1) for every key.", "Makes the next EXEC fail when one of these keys changes." },
    { "unwatch", unwatch, NOSCRIPT | LOADING | STALE | FAST | ALLOW_BUSY | NO_PROPAGATE, 0, "", "2.2.0", "O(1)",
      "Forgets all watched keys." },
    { 0 }
};

static void print_watching(bytes **out) { bytes_append_int(out, (int64_t)state.watching_clients); }
static void print_watched(bytes **out) { bytes_append_int(out, (int64_t)state.watched_keys); }

static const info_field info[] = {
    { "clients", "watching_clients", print_watching, NULL },
    { "clients", "total_watched_keys", print_watched, NULL },
    { 0 }
};

const feature transactions = { .name = "transactions", .commands = commands, .info = info };
