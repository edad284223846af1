/* defrag.c -- active defragmentation: blocks move out of sparse slabs, so that these become empty and go back.
 *
 * A round passes over every database: the entries with their values, then the table's own blocks, then the two indexes.
 * It is done in slices of at most half a millisecond, at the end of a turn, with pauses between them that keep to the
 * share of time the settings allow. Between slices nothing is held but a cursor and names of keys whose values are too
 * big for one visit: those are visited again until they are through. */
#include "base/memory.h"
#include "os/os.h"
#include "server/execute.h"
#include "server/feature.h"
#include "server/info.h"
#include "server/keyspace.h"
#include "server/latency.h"
#include "server/loop.h"

enum { BIG_MAX = 64 };
enum phase { ENTRIES, TABLE, EXPIRES, FIELDS, PHASES };

static struct {
    bool enabled, running, purging;         /* purging: a round has moved something, emptied pages go back bit by bit */
    uint64_t ignore_bytes;
    int64_t lower, upper, least, most, slice_us;
    int db;
    enum phase phase;
    uint64_t cursor, big_cursor;
    bytes *big[BIG_MAX];                    /* keys of the current database, the last one being visited */
    enum type_id big_type;
    int big_count;
    int64_t percent, next_us, since_us, total_us;
    uint64_t hits, misses, key_hits, key_misses, hits_before;
    size_t fruitless;                       /* a round moved nothing while this much was idle: so would another */
} state;

/* -- how much there is to do --------------------------------------------------------------------------- */

/* The share of time to spend, by how badly memory is scattered; 0 when it is not worth it. */
static size_t idle_bytes(void) { return memory_held() > memory_used() ? memory_held() - memory_used() : 0; }

static int64_t wanted_percent(void) {
    size_t idle = idle_bytes();
    if (idle < state.ignore_bytes || idle <= state.fruitless) return 0;
    int64_t scattered = (int64_t)((double)idle * 100 / (double)memory_used());
    if (scattered < state.lower) return 0;
    if (scattered >= state.upper) return state.most;
    return state.least + (scattered - state.lower) * (state.most - state.least) / (state.upper - state.lower);
}

/* -- one visit ------------------------------------------------------------------------------------------- */

static void count(bool moved, uint64_t *hits, uint64_t *misses) { ++*(moved ? hits : misses); }

/* What says where the value is: a pointer, or the word of a container. */
static uintptr_t whereabouts(const entry *e) {
    uintptr_t word;
    memcpy(&word, entry_value_at(e), sizeof word);
    return word;
}

/* Moves blocks of the value; *cursor is 0 when there is no more to do. */
static bool move_value(db *d, entry *e, uint64_t *cursor) {
    bool text = entry_type_id(e) == TYPE_STRING;
    if (text && entry_encoding_of(e) != ENCODING_RAW) return false;
    uintptr_t before = whereabouts(e);
    void *value = entry_value(e), *moved = value;
    sizes_settle(&d->sizes);
    if (text) moved = memory_move(value, bytes_footprint(value));
    else if (entry_type(e)->defragment) moved = entry_type(e)->defragment(value, cursor);
    if (moved != value) entry_set_value(e, moved);
    bool did = whereabouts(e) != before;
    count(did, &state.hits, &state.misses);
    return did;
}

static void visit(void **slot, void *context) {
    uint64_t cursor = 0;
    bool moved = db_move(context, slot);
    count(moved, &state.hits, &state.misses);
    moved |= move_value(context, *slot, &cursor);
    count(moved, &state.key_hits, &state.key_misses);
    if (cursor && state.big_count < BIG_MAX) state.big[state.big_count++] = bytes_copy(entry_key(*slot));
}

/* Goes on with the big value named last, from the start when it is a fresh one. */
static void visit_big(db *d) {
    slice key = bytes_slice(state.big[state.big_count - 1]);
    entry *e = db_find(d, hash_of(key), key);
    if (e && state.big_cursor && entry_type_id(e) != state.big_type) e = NULL;
    if (e) {
        state.big_type = entry_type_id(e);
        move_value(d, e, &state.big_cursor);
    }
    if (e && state.big_cursor) return;
    state.big_cursor = 0;
    bytes_free(state.big[--state.big_count]);
}

/* One small step; false when the round is over. */
static bool step(void) {
    db *d = keyspace_db(state.db);
    if (state.big_count) {
        visit_big(d);
        return true;
    }
    switch (state.phase) {
    case ENTRIES: state.cursor = table_scan_slots(d->table, state.cursor, visit, d); break;
    case TABLE: table_defragment(&d->table, &state.cursor); break;
    case EXPIRES: order_defragment(&d->expires, &state.cursor); break;
    case FIELDS: order_defragment(&d->fields_due, &state.cursor); break;
    case PHASES: break;
    }
    if (state.cursor || state.big_count) return true;
    if (++state.phase < PHASES) return true;
    state.phase = ENTRIES;
    do state.db++; while (state.db < keyspace_db_count() && !db_count(keyspace_db(state.db)));
    return state.db < keyspace_db_count();
}

/* -- rounds ------------------------------------------------------------------------------------------------ */

static void end_round(void) {
    while (state.big_count) bytes_free(state.big[--state.big_count]);
    state.running = false;
    state.total_us += os_mono_us() - state.since_us;
}

static void slice_of_round(void) {
    int64_t started = os_mono_us(), end = started + state.slice_us;
    bool more = true;
    while (more && os_mono_us() < end) more = step();
    if (!more) {
        end_round();
        state.purging = state.hits != state.hits_before;
        state.fruitless = state.hits == state.hits_before ? idle_bytes() : 0;
    }
    int64_t spent = os_mono_us() - started;
    latency_add("active-defrag-cycle", spent / 1000);
    state.next_us = started + spent * 100 / state.percent;
}

/* A running child shares our pages: what moves now would have to be copied for it. */
static bool has_child(void) {
    return info_number("persistence", "rdb_bgsave_in_progress")
        || info_number("persistence", "aof_rewrite_in_progress");
}

static void tick(int64_t now) {
    (void)now;
    int64_t wanted = state.enabled && !has_child() ? wanted_percent() : 0;
    if (!wanted && state.running) end_round();
    state.percent = wanted;
    if (!wanted || state.running) return;
    state.running = true;
    state.db = 0;
    state.phase = ENTRIES;
    state.cursor = state.big_cursor = 0;
    state.hits_before = state.hits;
    state.since_us = os_mono_us();
}

/* The pages of emptied slabs go back a few at a time: giving up hundreds of megabytes at once is a pause of its own. */
static void slice_of_purge(void) {
    int64_t end = os_mono_us() + state.slice_us;
    while (state.purging && os_mono_us() < end) state.purging = memory_purge_some();
    if (state.purging) loop_wake_now();
}

/* A turn has one slice of the one or of the other. */
static void settle(void) {
    if (state.purging) {
        slice_of_purge();
        return;
    }
    if (!state.running || execute_running() || execute_loading()) return;
    if (loop_now_us() >= state.next_us) slice_of_round();
    if (!state.running) return;
    int64_t wait = state.next_us - loop_now_us();
    if (wait > 1000) loop_wake_at(loop_now() + wait / 1000);
    else loop_wake_now();
}

/* -- settings, INFO ------------------------------------------------------------------------------------------ */

static void print_running(bytes **out) { bytes_append_int(out, state.running ? state.percent : 0); }
static void print_hits(bytes **out) { bytes_append_int(out, (int64_t)state.hits); }
static void print_misses(bytes **out) { bytes_append_int(out, (int64_t)state.misses); }
static void print_key_hits(bytes **out) { bytes_append_int(out, (int64_t)state.key_hits); }
static void print_key_misses(bytes **out) { bytes_append_int(out, (int64_t)state.key_misses); }
static int64_t current_us(void) { return state.running ? os_mono_us() - state.since_us : 0; }
static void print_current(bytes **out) { bytes_append_int(out, current_us() / 1000); }
static void print_total(bytes **out) { bytes_append_int(out, (state.total_us + current_us()) / 1000); }

static void reset_stats(void) {
    state.hits = state.misses = state.key_hits = state.key_misses = 0;
    state.total_us = 0;
    state.hits_before = 0;
}

static const info_field info[] = {
    { "memory", "active_defrag_running", print_running, NULL },
    { "stats", "active_defrag_hits", print_hits, NULL },
    { "stats", "active_defrag_misses", print_misses, NULL },
    { "stats", "active_defrag_key_hits", print_key_hits, NULL },
    { "stats", "active_defrag_key_misses", print_key_misses, NULL },
    { "stats", "total_active_defrag_time", print_total, NULL },
    { "stats", "current_active_defrag_time", print_current, NULL },
    { 0 }
};

static const setting settings[] = {
    { "activedefrag", SETTING_BOOL, &state.enabled, "no" },
    { "active-defrag-ignore-bytes", SETTING_MEMORY, &state.ignore_bytes, "104857600", .least = 1, .most = INT64_MAX },
    { "active-defrag-threshold-lower", SETTING_INT, &state.lower, "10", .least = 0, .most = 1000 },
    { "active-defrag-threshold-upper", SETTING_INT, &state.upper, "100", .least = 0, .most = 1000 },
    { "active-defrag-cycle-min", SETTING_INT, &state.least, "1", .least = 1, .most = 99 },
    { "active-defrag-cycle-max", SETTING_INT, &state.most, "25", .least = 1, .most = 99 },
    { "active-defrag-cycle-us", SETTING_INT, &state.slice_us, "500", .least = 0, .most = 100000,
      .flags = SETTING_HIDDEN },
    { "active-defrag-max-scan-fields", SETTING_INT, NULL, "1000", .least = 1, .most = INT64_MAX,
      .absent = "values left for later: big ones are visited a part at a time" },
    { 0 }
};

const feature defragmentation = {
    .name = "server", .settings = settings, .info = info, .tick = tick, .settle = settle, .reset_stats = reset_stats,
};
