/* keyspace.c -- lookups with expiry, and the consequences of a write. */
#include "server/keyspace.h"
#include "base/random.h"
#include "os/os.h"
#include "server/block.h"
#include "server/client.h"
#include "server/command.h"
#include "server/execute.h"
#include "server/feature.h"
#include "server/latency.h"
#include "server/multi.h"
#include "server/notify.h"
#include "server/propagate.h"
#include "server/reply.h"
#include "server/request.h"
#include "server/tracking.h"
#include "store/limits.h"
#include "store/reclaim.h"

enum { LFU_INITIAL = 5, LRU_MASK = 0xFFFFFF, LOOK_BYTES = 1024, LOOK_ONE_IN = 64 };

static struct {
    db **dbs;
    int64_t count;
    client *own;                            /* who acts when the server itself does */
    uint64_t dirty, hits, misses, expired, expired_fields, evicted;
    uint64_t expiry_us, expiry_cut_short;   /* spent on keys and fields past their time; rounds that ended before they had all */
    bool held, passive;                     /* expired keys stay; are removed only when somebody looks */
    bool lazy_expire, lazy_evict;
    void (*on_look)(const call *c, const entry *e, bool due);
    int64_t drop_sleep_us;
    int64_t until_look;                     /* writes until the next one that is looked at */
} state;

int keyspace_db_count(void) { return (int)state.count; }
db *keyspace_db(int id) { return id >= 0 && id < state.count ? state.dbs[id] : NULL; }
uint64_t keyspace_dirty(void) { return state.dirty; }
void keyspace_dirty_add(void) { state.dirty++; }
void keyspace_dirty_reset(uint64_t saved) { state.dirty -= saved < state.dirty ? saved : state.dirty; }
void keyspace_set_active_expire(bool on) { state.passive = !on; }
void keyspace_drop_sleep(int64_t us) { state.drop_sleep_us = us; }
void keyspace_hold_expiry(bool hold) { state.held = hold; }
bool keyspace_expiry_held(void) { return state.held || execute_paused(); }

uint64_t keyspace_hash(const call *c, slice key) { return c->hash_key == key.at && key.at ? c->hash : hash_of(key); }

call keyspace_own_call(db *d) {
    state.own->db = d;
    return (call){ .client = state.own, .now = loop_now(), .owed = 1L << 40 };
}

/* -- access bits ------------------------------------------------------------------------- */

uint32_t keyspace_access_now(void) {
    if (store_limits.lfu) return (uint32_t)(loop_now() / 60000 & 0xFFFF) << 8 | LFU_INITIAL;
    return (uint32_t)(loop_now() / 1000) & LRU_MASK;
}

uint32_t keyspace_idle_seconds(const entry *e) {
    return ((uint32_t)(loop_now() / 1000) - entry_access(e)) & LRU_MASK;
}

uint8_t keyspace_frequency(const entry *e) {
    uint32_t bits = entry_access(e), minutes = (uint32_t)(loop_now() / 60000) - (bits >> 8);
    uint32_t periods = store_limits.lfu_decay_time ? (minutes & 0xFFFF) / (uint32_t)store_limits.lfu_decay_time : 0;
    uint32_t counter = bits & 0xFF;
    return (uint8_t)(periods < counter ? counter - periods : 0);
}

/* The counter grows with a probability that falls as it rises: 255 stands for about a million accesses. */
static uint32_t lfu_touched(const entry *e) {
    uint32_t counter = keyspace_frequency(e);
    double above = counter > LFU_INITIAL ? counter - LFU_INITIAL : 0;
    if (counter < 255 && random_unit() < 1.0 / (above * (double)store_limits.lfu_log_factor + 1)) counter++;
    return (uint32_t)(loop_now() / 60000 & 0xFFFF) << 8 | counter;
}

static void touch(const call *c, entry *e) {
    const client *k = c->client;
    if (store_limits.lrm) return;
    if (k->flags & CLIENT_NO_TOUCH && !(c->command && !strcmp(c->command->row->name, "touch"))) return;
    uint32_t bits = store_limits.lfu ? lfu_touched(e) : keyspace_access_now();
    if (bits != entry_access(e)) entry_set_access(e, bits);
}

/* -- expiry ------------------------------------------------------------------------------- */

static bool is_past(const call *c, const entry *e) { return entry_expires(e) && client_horizon(c) > entry_expiry(e); }

void keyspace_drop(db *d, entry *e, enum notify_class class, const char *event) {
    call c = keyspace_own_call(d);
    bytes *key = bytes_copy(entry_key(e));
    slice name = bytes_slice(key);
    bool in_call = execute_running() != NULL;
    bool lazy = class == NOTIFY_EXPIRED ? state.lazy_expire : state.lazy_evict;
    slice argv[2] = { lazy ? SLICE("UNLINK") : SLICE("DEL"), name };
    int64_t begun = latency_begin();
    if (state.drop_sleep_us) os_sleep_us(state.drop_sleep_us);
    db_remove(d, hash_of(name), e);
    latency_end(class == NOTIFY_EXPIRED ? "expire-del" : "evict-del", begun);
    if (class == NOTIFY_EXPIRED) state.expired++;
    if (class == NOTIFY_EVICTED) state.evicted++;
    propagate_also(&c, d->id, 2, argv);
    c.changes = -1;                         /* a deletion by the server is not a change that save points count */
    changed(&c, name, class, event);
    state.dirty--;
    if (!in_call) {
        propagate_flush();
        block_serve();
    }
    bytes_free(key);
}

/* True when the entry is to be treated as missing. */
static bool expired(const call *c, entry *e) {
    if (!is_past(c, e)) return false;
    if (!keyspace_expiry_held()) keyspace_drop(c->client->db, e, NOTIFY_EXPIRED, "expired");
    return true;
}

static void drop_fields(db *d, entry *e);

static bool expire_some(int64_t now, int64_t end) {
    for (int i = 0, done = 0; i < state.count; i++) {
        db *d = state.dbs[i];
        for (entry *e; (e = db_first_expired(d, now));) {
            keyspace_drop(d, e, NOTIFY_EXPIRED, "expired");
            if (++done % 16 == 0 && os_mono_us() > end) return true;
        }
        for (entry *e; (e = db_first_field_due(d, now));) {
            drop_fields(d, e);
            if (++done % 16 == 0 && os_mono_us() > end) return true;
        }
    }
    return false;
}

bool keyspace_expire_due(int64_t now, int64_t budget_us) {
    if (state.passive || keyspace_expiry_held()) return false;
    int64_t begun = latency_begin(), before = os_mono_us();
    bool more = expire_some(now, before + budget_us);
    state.expiry_us += (uint64_t)(os_mono_us() - before);
    state.expiry_cut_short += more;
    latency_end("expire-cycle", begun);
    return more;
}

int64_t keyspace_next_due(void) {
    int64_t next = -1;
    if (state.held || state.passive) return -1;
    for (int i = 0; i < state.count; i++) {
        int64_t due = db_next_due(state.dbs[i]);
        if (due >= 0 && (next < 0 || due < next)) next = due;
    }
    return next < 0 ? -1 : next + 1;        /* expired means now is past the time */
}

/* Hash fields are taken out by the hash itself, which lives in store/ and knows how; commands/hashes_due.c registers it. */
static void (*fields_dropper)(call *c, slice key);

void keyspace_on_fields_due(void (*drop)(call *c, slice key)) { fields_dropper = drop; }
void keyspace_count_expired_fields(uint64_t count) { state.expired_fields += count; }

static void drop_fields(db *d, entry *e) {
    call c = keyspace_own_call(d);
    bytes *key = bytes_copy(entry_key(e));
    fields_dropper(&c, bytes_slice(key));
    propagate_flush();
    block_serve();
    bytes_free(key);
}

/* -- lookups ------------------------------------------------------------------------------- */

static void remember(call *c, slice key, entry *e, bool created) {
    c->opened = e;
    c->opened_key = key.at;
    c->created = created;
}

static entry *lookup(call *c, slice key) {
    entry *e = db_find(c->client->db, keyspace_hash(c, key), key);
    if (e && expired(c, e)) e = NULL;
    return e;
}

entry *keyspace_peek(call *c, slice key) { return lookup(c, key); }

entry *keyspace_inspect(call *c, slice key) {
    entry *e = lookup(c, key);
    if (e) state.hits++;
    else state.misses++;
    return e;
}

entry *keyspace_glance(call *c, slice key) {
    entry *e = keyspace_inspect(c, key);
    if (!e && notify_classes() & NOTIFY_MISS) notify_send(NOTIFY_MISS, "keymiss", key, c->client->db);
    return e;
}

entry *keyspace_read(call *c, slice key) {
    entry *e = keyspace_glance(c, key);
    if (e) touch(c, e);
    return e;
}

entry *keyspace_find(call *c, slice key) {
    entry *e = lookup(c, key);
    if (e) touch(c, e);
    remember(c, key, e, false);
    return e;
}

static bool typed(call *c, entry *e, const type *t, void **value) {
    *value = NULL;
    if (!e) return true;
    if (entry_type_id(e) != t->id) {
        reply_wrong_type(c);
        return false;
    }
    *value = entry_value(e);
    return true;
}

bool keyspace_get(call *c, slice key, const type *t, void **value) { return typed(c, keyspace_read(c, key), t, value); }

bool keyspace_edit(call *c, slice key, const type *t, void **value) {
    if (!typed(c, keyspace_find(c, key), t, value)) return false;
    if (*value) db_open_value(c->client->db, t, *value);
    return true;
}

static bool string_only(call *c, entry *e) {
    if (!e || entry_type_id(e) == TYPE_STRING) return true;
    reply_wrong_type(c);
    return false;
}

bool keyspace_get_string(call *c, slice key, entry **e) { return string_only(c, *e = keyspace_read(c, key)); }
bool keyspace_edit_string(call *c, slice key, entry **e) { return string_only(c, *e = keyspace_find(c, key)); }

void *keyspace_open(call *c, slice key, const type *t) {
    void *value;
    if (!keyspace_edit(c, key, t, &value)) return NULL;
    if (value) return value;
    entry *e = db_add(c->client->db, keyspace_hash(c, key), key, t, t->create(), -1);
    entry_set_access(e, keyspace_access_now());
    remember(c, key, e, true);
    db_open_value(c->client->db, t, entry_value(e));
    return entry_value(e);
}

void keyspace_abandon(call *c, slice key) {
    assert(c->opened && c->opened_key == key.at && c->created);
    db_remove(c->client->db, keyspace_hash(c, key), c->opened);
    remember(c, key, NULL, false);
}

void keyspace_put(call *c, slice key, const type *t, void *value) {
    db *d = c->client->db;
    entry *e = lookup(c, key);
    bool created = !e;
    if (e) e = db_replace(d, db_set_expiry(d, e, -1), t, value);
    else e = db_add(d, keyspace_hash(c, key), key, t, value, -1);
    entry_set_access(e, keyspace_access_now());
    if (!created) block_key_gone(d, key);
    remember(c, key, e, created);
    state.until_look = 0;
}

void keyspace_put_string(call *c, slice key, slice text, int64_t expiry) {
    db *d = c->client->db;
    entry *e = lookup(c, key);
    bool created = !e;
    bytes *own = text.len >= REQUEST_BIG ? request_take(c, text) : NULL;
    if (own) e = string_set_own(d, keyspace_hash(c, key), key, e, own, expiry);
    else e = string_set(d, keyspace_hash(c, key), key, e, text, expiry);
    uint32_t bits = store_limits.lfu && !created ? lfu_touched(e) : keyspace_access_now();
    if (bits != entry_access(e)) entry_set_access(e, bits);
    if (text.len >= LOOK_BYTES) state.until_look = 0;
    remember(c, key, e, created);
}

void keyspace_put_text(call *c, slice key, slice text, int64_t expiry, bool raw) {
    entry *e = lookup(c, key);
    bool created = !e;
    e = string_set_text(c->client->db, keyspace_hash(c, key), key, e, text, expiry, raw);
    if (created) entry_set_access(e, keyspace_access_now());
    if (text.len >= LOOK_BYTES) state.until_look = 0;
    remember(c, key, e, created);
}

bool keyspace_delete(call *c, slice key) {
    entry *e = lookup(c, key);
    if (!e) return false;
    db_remove(c->client->db, keyspace_hash(c, key), e);
    remember(c, key, NULL, false);
    return true;
}

void keyspace_set_expiry(call *c, slice key, int64_t when) {
    entry *e = db_find(c->client->db, keyspace_hash(c, key), key);
    assert(e);
    bool created = c->created && c->opened_key == key.at;
    remember(c, key, db_set_expiry(c->client->db, e, when), created);
}

/* -- what has happened ------------------------------------------------------------------------ */

void notify(call *c, slice key, enum notify_class class, const char *event) {
    unsigned wanted = notify_classes();
    if (wanted & class) notify_send(class, event, key, c->client->db);
}

static void tell(call *c, slice key) {
    db *d = c->client->db;
    if (d->watched) watch_touch(d, keyspace_hash(c, key), key);
    if (tracking_active()) tracking_touch(c->client == state.own ? NULL : c->client, key);
}

static void note_written(const call *c, slice key) {
    entry *e = c->opened_key == key.at && c->opened ? c->opened : db_find(c->client->db, keyspace_hash(c, key), key);
    if (e) entry_set_access(e, keyspace_access_now());
}

static bool holds_elements(enum notify_class class) {
    return class & (NOTIFY_LIST | NOTIFY_SET | NOTIFY_HASH | NOTIFY_ZSET);
}

static void remove_if_empty(call *c, slice key) {
    entry *e = c->opened_key == key.at ? c->opened : db_find(c->client->db, keyspace_hash(c, key), key);
    if (!e || entry_type_id(e) == TYPE_STRING || entry_type(e)->length(entry_value(e))) return;
    db_remove(c->client->db, keyspace_hash(c, key), e);
    remember(c, key, NULL, false);
    block_key_gone(c->client->db, key);
    notify(c, key, NOTIFY_GENERIC, "del");
}

void keyspace_on_look(void (*on_look)(const call *c, const entry *e, bool due)) { state.on_look = on_look; }
void keyspace_look_soon(void) { state.until_look = 0; }

static void look(call *c, slice key) {
    bool due = state.until_look < 0;
    const entry *e = c->opened_key == key.at ? c->opened : db_find(c->client->db, keyspace_hash(c, key), key);
    if (due) state.until_look = (int64_t)random_below(2 * LOOK_ONE_IN - 1);
    if (e && state.on_look) state.on_look(c, e, due);
}

void changed_soon(call *c, slice key) {
    if (!c->created || c->opened_key != key.at) return;
    notify(c, key, NOTIFY_NEW, "new");
    c->created = false;
}

static void announce(call *c, slice key, enum notify_class class, const char *event) {
    db *d = c->client->db;
    c->changes++;
    state.dirty++;
    if (store_limits.lrm) note_written(c, key);
    changed_soon(c, key);
    if (event) notify(c, key, class, event);
    if (holds_elements(class)) remove_if_empty(c, key);
    if (--state.until_look < 0 || c->client->argv_bytes >= LOOK_BYTES) look(c, key);
    if (d->blocked) {
        entry *e = db_find(d, keyspace_hash(c, key), key);
        if (e) block_key_ready(d, key, entry_type(e));
        else block_key_gone(d, key);
    }
}

void changed(call *c, slice key, enum notify_class class, const char *event) {
    tell(c, key);
    announce(c, key, class, event);
}

void changed_aside(call *c, slice key, enum notify_class class, const char *event) {
    if (c->created && c->opened_key == key.at) tell(c, key);
    announce(c, key, class, event);
}

void keyspace_count_changes(int64_t more) { state.dirty += (uint64_t)more; }

void changed_by(call *c, int64_t count, slice key, enum notify_class class, const char *event) {
    changed(c, key, class, event);
    keyspace_count_changes(count - 1);
}

void keyspace_db_changed(call *c, db *d) {
    (void)c;
    if (d->watched) watch_db_changed(d, NULL);
    if (tracking_active()) tracking_flush(d);
    block_db_changed(d);
}

size_t keyspace_flush(call *c, db *d, bool later) {
    size_t removed = 0;
    for (int i = 0; i < state.count; i++) {
        if (d && state.dbs[i] != d) continue;
        keyspace_db_changed(c, state.dbs[i]);
        removed += db_flush(state.dbs[i], later);
    }
    state.dirty += removed;
    c->opened = NULL;
    return removed;
}

void keyspace_free(void) {
#ifdef MEMORY_LIBC
    for (int i = 0; i < state.count; i++) db_flush(state.dbs[i], false);
    while (reclaim_some(1 << 20)) { }
#endif
}

/* -- settings, INFO ----------------------------------------------------------------------------- */

static void start(void) {
    state.dbs = memory_alloc((size_t)state.count * sizeof *state.dbs);
    for (int i = 0; i < state.count; i++) state.dbs[i] = db_new(i);
    state.own = client_new(-1);
    state.own->flags |= CLIENT_AUTHENTICATED | CLIENT_REPLY_OFF;
}

static void reset_stats(void) {
    state.hits = state.misses = state.expired = state.expired_fields = state.evicted = 0;
    state.expiry_us = state.expiry_cut_short = 0;
    reclaim_done_reset();
}

static void print_hits(bytes **out) { bytes_append_int(out, (int64_t)state.hits); }
static void print_misses(bytes **out) { bytes_append_int(out, (int64_t)state.misses); }
static void print_expired(bytes **out) { bytes_append_int(out, (int64_t)state.expired); }
static void print_expired_fields(bytes **out) { bytes_append_int(out, (int64_t)state.expired_fields); }
static void print_expiry_ms(bytes **out) { bytes_append_int(out, (int64_t)(state.expiry_us / 1000)); }
static void print_cut_short(bytes **out) { bytes_append_int(out, (int64_t)state.expiry_cut_short); }
static void print_evicted(bytes **out) { bytes_append_int(out, (int64_t)state.evicted); }
static void print_dirty(bytes **out) { bytes_append_int(out, (int64_t)state.dirty); }
static void print_pending(bytes **out) { bytes_append_int(out, (int64_t)reclaim_pending()); }
static void print_reclaimed(bytes **out) { bytes_append_int(out, (int64_t)reclaim_done()); }

static void print_dbs(bytes **out) {
    for (int i = 0; i < state.count; i++) {
        const db *d = state.dbs[i];
        size_t expires = db_expires_count(d);
        if (!db_count(d)) continue;
        int64_t mean = expires ? db_mean_expiry(d) - loop_now() : 0;
        bytes_printf(out, "db%d:keys=%zu,expires=%zu,avg_ttl=%lld,subexpiry=%zu\r\n", i, db_count(d), expires,
                     (long long)(mean > 0 ? mean : 0), order_count(d->fields_due));
    }
}

static size_t overhead(void) {
    size_t size = 0;
    for (int i = 0; i < state.count; i++) size += db_overhead(state.dbs[i]);
    return size;
}

static const info_field info[] = {
    { "stats", "keyspace_hits", print_hits, NULL },
    { "stats", "keyspace_misses", print_misses, NULL },
    { "stats", "expired_keys", print_expired, NULL },
    { "stats", "expired_subkeys", print_expired_fields, NULL },
    { "stats", "expire_cycle_cpu_milliseconds", print_expiry_ms, NULL },
    { "stats", "expired_time_cap_reached_count", print_cut_short, NULL },
    { "stats", "evicted_keys", print_evicted, NULL },
    { "persistence", "rdb_changes_since_last_save", print_dirty, NULL },
    { "memory", "lazyfree_pending_objects", print_pending, NULL },
    { "memory", "lazyfreed_objects", print_reclaimed, NULL },
    { "keyspace", "db", NULL, print_dbs },
    { 0 }
};

static const setting settings[] = {
    { "databases", SETTING_INT, &state.count, "16", .least = 1, .most = INT32_MAX, .flags = SETTING_IMMUTABLE },
    { "lazyfree-lazy-expire", SETTING_BOOL, &state.lazy_expire, "no" },
    { "lazyfree-lazy-eviction", SETTING_BOOL, &state.lazy_evict, "no" },
    { 0 }
};

const feature keyspace = {
    .name = "server", .settings = settings, .info = info, .start = start, .reset_stats = reset_stats, .overhead = overhead,
};
