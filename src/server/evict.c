/* evict.c -- sample, keep the best candidates, drop them until memory fits. */
#include "server/evict.h"
#include "base/assert.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/random.h"
#include "os/os.h"
#include "server/execute.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/latency.h"
#include "server/log.h"
#include "server/loop.h"
#include "store/limits.h"
#include "store/reclaim.h"

enum { POOL = 16, SAMPLES_MAX = 64, CLOCK_EVERY = 16, RECLAIM_STEP = 32, UNCOUNTED_MAX = 4 };
enum policy {
    VOLATILE_LRU, VOLATILE_LFU, VOLATILE_RANDOM, VOLATILE_TTL, ALLKEYS_LRU, ALLKEYS_LFU, ALLKEYS_RANDOM, NOEVICTION,
    ALLKEYS_LRM, VOLATILE_LRM, POLICIES
};
enum outcome { FITS, UNFINISHED, STUCK };

/* A key that may go; it is looked up again when its time has come. */
typedef struct candidate {
    uint64_t rank, hash;
    int db;
    bytes *key;
} candidate;

static struct {
    uint64_t limit;
    int policy;
    int64_t samples, tenacity;
    candidate pool[POOL];                   /* ascending by rank: the last goes first */
    int pooled, next_db;
    bool hold, stuck, unfinished;
    uint64_t turn;                          /* the latest one in which room was made, and for how long */
    int64_t spent_us;
    size_t (*uncounted[UNCOUNTED_MAX])(void);
    int64_t over_since_us, over_total_us;
} state = { .policy = NOEVICTION };

void evict_hold(bool hold) { state.hold = hold; }

void evict_not_counted(size_t (*size)(void)) {
    int i = 0;
    while (state.uncounted[i]) i++;
    assert(i + 1 < UNCOUNTED_MAX);
    state.uncounted[i] = size;
}

static size_t not_counted(void) {
    size_t sum = 0;
    for (int i = 0; state.uncounted[i]; i++) sum += state.uncounted[i]();
    return sum;
}

static bool is_over(void) { return memory_used() > state.limit && memory_used() > state.limit + not_counted(); }

/* -- candidates ---------------------------------------------------------------------------------- */

static bool only_volatile(void) { return state.policy <= VOLATILE_TTL || state.policy == VOLATILE_LRM; }
static size_t eligible(const db *d) { return only_volatile() ? db_expires_count(d) : db_count(d); }

static entry *random_volatile(const db *d) {
    order_at at = order_at_rank(d->expires, (size_t)random_below(order_count(d->expires)));
    return order_item(&at);
}

static size_t take_sample(const db *d, void **out) {
    size_t wanted = (size_t)state.samples, n = 0;
    if (!only_volatile()) return table_sample(d->table, out, wanted);
    if (order_count(d->expires) > wanted) {
        while (n < wanted) out[n++] = random_volatile(d);
        return n;
    }
    for (order_at at = order_first(d->expires); at.leaf; order_next(&at)) out[n++] = order_item(&at);
    return n;
}

/* The higher the less the key will be missed. */
static uint64_t rank_of(const entry *e) {
    return store_limits.lfu ? 255u - keyspace_frequency(e) : keyspace_idle_seconds(e);
}

static bool is_pooled(int id, uint64_t hash) {
    for (int i = 0; i < state.pooled; i++) if (state.pool[i].hash == hash && state.pool[i].db == id) return true;
    return false;
}

static void offer(int id, const entry *e) {
    uint64_t rank = rank_of(e), hash;
    candidate *pool = state.pool;
    if (state.pooled == POOL && rank <= pool[0].rank) return;
    if (is_pooled(id, hash = hash_of(entry_key(e)))) return;
    if (state.pooled == POOL) {
        bytes_free(pool[0].key);
        memmove(pool, pool + 1, (size_t)--state.pooled * sizeof *pool);
    }
    int at = state.pooled++;
    for (; at > 0 && pool[at - 1].rank >= rank; at--) pool[at] = pool[at - 1];
    pool[at] = (candidate){ rank, hash, id, bytes_copy(entry_key(e)) };
}

static size_t fill_pool(void) {
    size_t keys = 0;
    for (int id = 0; id < keyspace_db_count(); id++) {
        const db *d = keyspace_db(id);
        size_t here = eligible(d);
        if (!here) continue;
        void *sample[SAMPLES_MAX];
        size_t n = take_sample(d, sample);
        for (size_t i = 0; i < n; i++) offer(id, sample[i]);
        keys += here;
    }
    return keys;
}

/* The entry of a candidate, unless it is gone, stays for good now, or has been used since. */
static entry *still_worst(const candidate *p) {
    entry *e = db_find(keyspace_db(p->db), p->hash, bytes_slice(p->key));
    if (!e || (only_volatile() && !entry_expires(e))) return NULL;
    return rank_of(e) < p->rank ? NULL : e;
}

static void empty_pool(void) {
    while (state.pooled) bytes_free(state.pool[--state.pooled].key);
}

static entry *pick_ranked(db **from) {
    while (fill_pool()) {
        while (state.pooled) {
            candidate p = state.pool[--state.pooled];
            entry *e = still_worst(&p);
            bytes_free(p.key);
            *from = keyspace_db(p.db);
            if (e) return e;
        }
    }
    empty_pool();
    return NULL;
}

static entry *pick_random(db **from) {
    for (int tried = 0; tried < keyspace_db_count(); tried++) {
        state.next_db = (state.next_db + 1) % keyspace_db_count();
        *from = keyspace_db(state.next_db);
        if (eligible(*from)) return only_volatile() ? random_volatile(*from) : table_random((*from)->table);
    }
    return NULL;
}

static entry *pick_first_due(db **from) {
    entry *best = NULL;
    for (int id = 0; id < keyspace_db_count(); id++) {
        db *d = keyspace_db(id);
        if (!db_expires_count(d)) continue;
        order_at at = order_first(d->expires);
        entry *e = order_item(&at);
        if (best && entry_expiry(e) >= entry_expiry(best)) continue;
        best = e;
        *from = d;
    }
    return best;
}

static entry *pick(db **from) {
    switch (state.policy) {
    case NOEVICTION: return NULL;
    case VOLATILE_TTL: return pick_first_due(from);
    case VOLATILE_RANDOM: case ALLKEYS_RANDOM: return pick_random(from);
    default: return pick_ranked(from);
    }
}

/* -- making room ------------------------------------------------------------------------------------ */

static int64_t budget_us(void) {
    if (state.tenacity <= 10) return 50 * state.tenacity;
    if (state.tenacity == 100) return INT64_MAX;
    double us = 500;
    for (int64_t i = 10; i < state.tenacity; i++) us *= 1.15;
    return (int64_t)us;
}

static bool free_something(void) {
    db *d;
    if (reclaim_waits()) {
        reclaim_some(RECLAIM_STEP);
        return true;
    }
    entry *e = pick(&d);
    if (e) keyspace_drop(d, e, NOTIFY_EVICTED, "evicted");
    return e != NULL;
}

/* The commands of a turn share its budget: each may still drop a few keys, more than it makes, when that is spent. What is dying
 * in slices does so anyway; commands only help. */
static int64_t budget_left(void) {
    uint64_t turn = loop_counters()->turns;
    if (turn != state.turn) state.spent_us = 0;
    state.turn = turn;
    int64_t left = budget_us() - state.spent_us;
    return left < 0 || (reclaim_waits() && state.tenacity < 100) ? 0 : left;
}

static enum outcome make_room(int64_t started) {
    int64_t budget = budget_left();
    for (unsigned done = 1; is_over(); done++) {
        if (!free_something()) return STUCK;
        if (done % CLOCK_EVERY == 0 && os_mono_us() - started > budget) return is_over() ? UNFINISHED : FITS;
    }
    return FITS;
}

static void note_excess(bool over, int64_t now_us) {
    if (over && !state.over_since_us) state.over_since_us = now_us;
    if (over || !state.over_since_us) return;
    state.over_total_us += now_us - state.over_since_us;
    state.over_since_us = 0;
}

/* Within a script or transaction nothing is dropped: what held when it began holds to its end. */
static bool over_limit(void) {
    if (execute_running()) return state.stuck;
    state.stuck = state.unfinished = false;
    bool over = is_over();
    if (!over && !state.over_since_us) return false;
    if (state.hold || execute_loading() || execute_paused()) return false;
    int64_t started = os_mono_us();
    note_excess(over, started);
    enum outcome end = make_room(started);
    int64_t now = os_mono_us();
    note_excess(end != FITS, now);
    state.spent_us += now - started;
    latency_add("eviction-cycle", (now - started) / 1000);
    if (end == UNFINISHED) {
        state.unfinished = true;
        loop_wake_now();
    }
    return state.stuck = end == STUCK;
}

static void settle(void) {
    if (state.unfinished && !reclaim_waits()) over_limit();
}

/* -- settings, INFO ------------------------------------------------------------------------------------ */

/* By such a policy Redis stores no shared integers, for each needs access bits of its own; OBJECT REFCOUNT tells. */
static void note_sharing(void) {
    bool ranked = state.policy != NOEVICTION && state.policy != ALLKEYS_RANDOM && state.policy != VOLATILE_RANDOM
        && state.policy != VOLATILE_TTL;
    store_limits.unshared = state.limit && ranked;
}

static const char *apply_limit(void) {
    note_sharing();
    execute_set_memory_guard(state.limit ? over_limit : NULL);
    state.stuck = false;
    state.unfinished = state.limit > 0;
    if (!state.limit) note_excess(false, os_mono_us());
    if (state.limit && is_over()) {
        log_warning("WARNING: the new maxmemory value set via CONFIG SET (%llu) is smaller than the current memory "
                    "usage (%zu). This will result in key eviction and/or the inability to accept new write commands "
                    "depending on the maxmemory-policy.", (unsigned long long)state.limit, memory_used());
    }
    return NULL;
}

static void print_limit(bytes **out) { bytes_append_int(out, (int64_t)state.limit); }
static void print_not_counted(bytes **out) { bytes_append_int(out, (int64_t)not_counted()); }
static void print_total_excess(bytes **out) {
    int64_t now = state.over_since_us ? os_mono_us() - state.over_since_us : 0;
    bytes_append_int(out, (state.over_total_us + now) / 1000);
}
static void print_excess(bytes **out) {
    bytes_append_int(out, state.over_since_us ? (os_mono_us() - state.over_since_us) / 1000 : 0);
}

static void print_human_limit(bytes **out) {
    char text[NUMBER_DOUBLE_TEXT];
    int len = number_print_human(text, state.limit);
    bytes_append(out, slice_make(text, (size_t)len));
}

static const char *const policy_names[POLICIES] = {
    "volatile-lru", "volatile-lfu", "volatile-random", "volatile-ttl", "allkeys-lru", "allkeys-lfu", "allkeys-random",
    "noeviction", "allkeys-lrm", "volatile-lrm",
};

static void print_policy(bytes **out) { bytes_append_text(out, policy_names[state.policy]); }

/* Ranks of different policies do not compare. The two newest are not named in the error, which tools know as it is. */
static const char *set_policy(int argc, const slice *argv) {
    int i = 0;
    while (argc == 1 && i < POLICIES && !slice_is(argv[0], policy_names[i])) i++;
    if (argc != 1 || i == POLICIES) {
        return "argument(s) must be one of the following: volatile-lru, volatile-lfu, volatile-random, volatile-ttl, "
               "allkeys-lru, allkeys-lfu, allkeys-random, noeviction";
    }
    state.policy = i;
    store_limits.lfu = i == ALLKEYS_LFU || i == VOLATILE_LFU;
    store_limits.lrm = i == ALLKEYS_LRM || i == VOLATILE_LRM;
    empty_pool();
    note_sharing();
    return NULL;
}

static void reset_stats(void) {
    state.over_total_us = 0;
    if (state.over_since_us) state.over_since_us = os_mono_us();
}

static const info_field info[] = {
    { "memory", "maxmemory", print_limit, NULL },
    { "memory", "maxmemory_human", print_human_limit, NULL },
    { "memory", "maxmemory_policy", print_policy, NULL },
    { "memory", "mem_not_counted_for_evict", print_not_counted, NULL },
    { "stats", "total_eviction_exceeded_time", print_total_excess, NULL },
    { "stats", "current_eviction_exceeded_time", print_excess, NULL },
    { 0 }
};

static const setting settings[] = {
    { "maxmemory", SETTING_MEMORY, &state.limit, "0", .apply = apply_limit },
    { "maxmemory-policy", SETTING_SPECIAL, NULL, "noeviction", .get = print_policy, .set = set_policy },
    { "maxmemory-samples", SETTING_INT, &state.samples, "5", .least = 1, .most = SAMPLES_MAX },
    { "maxmemory-eviction-tenacity", SETTING_INT, &state.tenacity, "10", .least = 0, .most = 100 },
    { "lfu-log-factor", SETTING_INT, &store_limits.lfu_log_factor, "10", .least = 0, .most = INT32_MAX },
    { "lfu-decay-time", SETTING_INT, &store_limits.lfu_decay_time, "1", .least = 0, .most = INT32_MAX },
    { 0 }
};

const feature eviction = {
    .name = "server", .settings = settings, .info = info, .settle = settle, .reset_stats = reset_stats,
};
