/* bigkeys.c -- the largest keys of each type: MEMORY BIGKEYS.
 *
 * For each type the largest keys seen are kept on a shelf, which is longer than what is shown. A key is seen when a write
 * to it was large, brought a whole value (RENAME, COPY, *STORE, RESTORE) or is one in so many (keyspace.h), and by a walk
 * that goes round the whole keyspace, some keys at every tick. What stands on a shelf is looked up again at ticks and
 * before it is shown: what was deleted, moved, replaced or shrunk does not keep its place. Sizes are those of MEMORY
 * USAGE. Keys longer than NAME_MAX are left out. */
#include "base/memory.h"
#include "base/sort.h"
#include "server/client.h"
#include "server/execute.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/reply.h"

enum {
    SHELF_MAX = 64, SHOWN_MAX = 32, SHOWN = 10, NAME_MAX = 1024, SAMPLES = 5,
    LARGE_REQUEST = 16 * 1024,              /* bytes: such a command may have made a large container at once */
    TICK_KEYS = 256,                        /* how many the walk looks at */
    FEW_KEYS = 20000,                       /* up to so many are all looked at by the command itself */
    DBS_A_TICK = 16
};

typedef struct big {
    uint64_t hash;
    size_t size, length;
    int db;
    bytes *name;
} big;

typedef struct shelf {
    big at[SHELF_MAX];
    int count;
    size_t least;                           /* a full shelf takes nothing that is not larger */
} shelf;

static struct {
    shelf shelves[TYPE_COUNT];
    int renewed;                            /* the type whose shelf the latest tick has looked through */
    int walk_db;
    uint64_t walk_cursor;
} state;

/* -- the shelves ------------------------------------------------------------------------------------------ */

static void update_least(shelf *s) {
    s->least = s->count < SHELF_MAX ? 0 : SIZE_MAX;
    for (int i = 0; i < s->count; i++) if (s->at[i].size < s->least) s->least = s->at[i].size;
}

static big *find(shelf *s, int id, slice name, uint64_t hash) {
    for (big *b = s->at; b < s->at + s->count; b++) {
        if (b->hash == hash && b->db == id && slice_equal(bytes_slice(b->name), name)) return b;
    }
    return NULL;
}

static big *place(shelf *s) {
    if (s->count < SHELF_MAX) return &s->at[s->count++];
    big *b = s->at;
    while (b->size != s->least) b++;
    bytes_free(b->name);
    return b;
}

static void consider(int id, const entry *e) {
    slice name = entry_key(e);
    shelf *s = &state.shelves[entry_type_id(e)];
    size_t size = entry_footprint(e, SAMPLES);
    if (size <= s->least || name.len > NAME_MAX) return;
    uint64_t hash = hash_of(name);
    big *b = find(s, id, name, hash);
    if (!b) {
        b = place(s);
        *b = (big){ .hash = hash, .db = id, .name = bytes_copy(name) };
    }
    b->size = size;
    update_least(s);
}

static size_t length_of(const entry *e) {
    return entry_type_id(e) == TYPE_STRING ? string_length(e) : entry_type(e)->length(entry_value(e));
}

/* The entry as it is now: false when that key is gone, or of another type. */
static bool renew(big *b, enum type_id id, int64_t now) {
    const db *d = keyspace_db(b->db);
    const entry *e = d ? db_find(d, b->hash, bytes_slice(b->name)) : NULL;
    if (!e || entry_type_id(e) != id || (entry_expires(e) && entry_expiry(e) < now)) return false;
    b->size = entry_footprint(e, SAMPLES);
    b->length = length_of(e);
    return true;
}

static int larger(const void *a, const void *b, void *context) {
    const big *x = a, *y = b;
    (void)context;
    if (x->size != y->size) return x->size > y->size ? -1 : 1;
    if (x->db != y->db) return x->db < y->db ? -1 : 1;
    return slice_compare(bytes_slice(x->name), bytes_slice(y->name));
}

static void tidy(enum type_id id, int64_t now) {
    shelf *s = &state.shelves[id];
    int kept = 0;
    for (int i = 0; i < s->count; i++) {
        if (renew(&s->at[i], id, now)) s->at[kept++] = s->at[i];
        else bytes_free(s->at[i].name);
    }
    s->count = kept;
    sort(s->at, (size_t)kept, sizeof *s->at, larger, NULL);
    update_least(s);
}

/* -- seeing keys -------------------------------------------------------------------------------------------- */

/* The size of a container takes some looking, so merely large requests do not ask for it. */
static void written(const call *c, const entry *e, bool due) {
    bool cheap = entry_type_id(e) == TYPE_STRING;
    if (due || cheap || c->client->argv_bytes >= LARGE_REQUEST) consider(c->client->db->id, e);
}

typedef struct walk { int db; long seen; } walk;

static void seen(void *item, void *context) {
    walk *w = context;
    w->seen++;
    consider(w->db, item);
}

static void tick(int64_t now) {
    walk w = { 0 };
    if (execute_loading()) return;
    state.renewed = (state.renewed + 1) % TYPE_COUNT;
    tidy((enum type_id)state.renewed, now);
    for (int dbs = 0; w.seen < TICK_KEYS && dbs < DBS_A_TICK;) {
        const db *d = keyspace_db(w.db = state.walk_db);
        if (db_count(d)) state.walk_cursor = table_scan(d->table, state.walk_cursor, seen, &w);
        else state.walk_cursor = 0;
        if (state.walk_cursor) continue;
        state.walk_db = (state.walk_db + 1) % keyspace_db_count();
        dbs++;
    }
}

/* -- the command ----------------------------------------------------------------------------------------------- */

static size_t key_count(void) {
    size_t n = 0;
    for (int i = 0; i < keyspace_db_count(); i++) n += db_count(keyspace_db(i));
    return n;
}

static void look_at_all(void) {
    for (int i = 0; i < keyspace_db_count(); i++) {
        const db *d = keyspace_db(i);
        walk w = { .db = i };
        uint64_t cursor = 0;
        if (db_count(d)) do cursor = table_scan(d->table, cursor, seen, &w); while (cursor);
    }
}

static void reply_big(call *c, const big *b) {
    reply_map(c, 4);
    reply_bulk_text(c, "key");
    reply_bulk(c, bytes_slice(b->name));
    reply_bulk_text(c, "db");
    reply_int(c, b->db);
    reply_bulk_text(c, "bytes");
    reply_int(c, (int64_t)b->size);
    reply_bulk_text(c, "length");
    reply_int(c, (int64_t)b->length);
}

static void memory_bigkeys(call *c) {
    int64_t shown = SHOWN;
    long types = 0;
    if (c->argc == 4 && slice_is(c->argv[2], "count")) {
        if (!arg_int_between(c, c->argv[3], &shown, 1, SHOWN_MAX)) return;
    } else if (c->argc != 2) {
        reply_syntax_error(c);
        return;
    }
    for (int t = 0; t < TYPE_COUNT; t++) tidy((enum type_id)t, c->now);
    if (key_count() <= FEW_KEYS) {
        look_at_all();
        for (int t = 0; t < TYPE_COUNT; t++) tidy((enum type_id)t, c->now);
    }
    open_reply place_of_map = reply_later(c);
    for (int t = 0; t < TYPE_COUNT; t++) {
        const shelf *s = &state.shelves[t];
        if (!s->count) continue;
        types++;
        reply_bulk_text(c, type_of_id((enum type_id)t)->name);
        long n = s->count < shown ? s->count : (long)shown;
        reply_array(c, n);
        for (long i = 0; i < n; i++) reply_big(c, &s->at[i]);
    }
    reply_later_map(c, place_of_map, types);
}

static const command commands[] = {
    { "memory|bigkeys", memory_bigkeys, 0, 0, "[COUNT #n]", "8.0.0",
      "O(K) where K is the number of keys kept or, when there are few, of all keys",
      "Tells which keys of each type are the largest.",
      .tips = "nondeterministic_output request_policy:all_shards response_policy:special" },
    { 0 }
};

static size_t overhead(void) {
    size_t size = 0;
    for (const shelf *s = state.shelves; s < state.shelves + TYPE_COUNT; s++) {
        for (int i = 0; i < s->count; i++) size += bytes_footprint(s->at[i].name);
    }
    return size;
}

static void start(void) { keyspace_on_look(written); }

const feature bigkeys = { .name = "server", .commands = commands, .start = start, .tick = tick, .overhead = overhead };
