/* test_db.c -- containers in a database beside a naive twin, while their entries move: the word of a value lives in its entry.
 *
 * And how FLUSHALL's values die: what is pending counts down to nothing, and nothing only when all of it has gone. */
#include "base/memory.h"
#include "commands/value_types.h"
#include "store/db.h"
#include "store/hash.h"
#include "store/list.h"
#include "store/reclaim.h"
#include "store/set.h"
#include "store/zset.h"
#include "unit.h"

enum { KEYS = 40, STEPS = 60000 };

static const type *const kinds[] = { &list_type, &set_type, &zset_type, &hash_type };

typedef struct twin { const type *type; size_t count; int64_t expiry; } twin;

/* The last two keys asked for stand: one call's hash and its key. */
static slice key_of(int i) {
    static char room[2][32];
    static int turn;
    turn = !turn;
    return slice_make(room[turn], (size_t)snprintf(room[turn], sizeof room[turn], "%.*s%d", i % 12, "abcdefghijkl", i));
}

static entry *at(const db *d, int i) { return db_find(d, hash_of(key_of(i)), key_of(i)); }

static void put_element(const type *t, void *value, size_t n) {
    char room[32];
    slice text = slice_make(room, (size_t)snprintf(room, sizeof room, "element %zu", n));
    if (t == &list_type) list_push(value, QUICKLIST_TAIL, text);
    else if (t == &set_type) set_add(value, text);
    else if (t == &hash_type) hash_set(value, 0, text, text, false);
    else zset_add(value, text, &(double){ (double)n }, 0);
}

static bool alike(const db *d, const twin *twins) {
    size_t keys = 0, timed = 0;
    for (int i = 0; i < KEYS; i++) {
        const entry *e = at(d, i);
        if (!e != !twins[i].type) return false;
        if (!e) continue;
        keys++;
        timed += twins[i].expiry >= 0;
        if (entry_type(e) != twins[i].type || entry_expiry(e) != twins[i].expiry) return false;
        if (entry_type(e)->length(entry_value(e)) != twins[i].count) return false;
    }
    return db_count(d) == keys && db_expires_count(d) == timed;
}

/* RENAME over whatever stands there. */
static void rename_key(db *d, twin *twins, int from, int to) {
    if (from == to) return;
    entry *taken = db_take(d, hash_of(key_of(from)), at(d, from));
    if (twins[to].type) db_remove(d, hash_of(key_of(to)), at(d, to));
    db_put(d, hash_of(key_of(to)), key_of(to), taken);
    twins[to] = twins[from];
    twins[from].type = NULL;
}

static void copy_key(db *d, twin *twins, int from, int to) {
    if (twins[to].type) return;
    const entry *source = at(d, from);
    db_copy_entry(d, hash_of(key_of(to)), key_of(to), source, 77);
    twins[to] = twins[from];
    twins[to].expiry = 77;
}

static void grow(db *d, twin *t, int i) {
    db_open_value(d, t->type, entry_value(at(d, i)));
    for (size_t n = unit_random() % 40; n; n--) put_element(t->type, entry_value(at(d, i)), t->count++);
}

static twin fresh(db *d, int i) {
    const type *t = kinds[unit_random() % 4];
    void *value = t->create();
    put_element(t, value, 0);
    int64_t expiry = unit_random() % 2 ? 1000 : -1;
    entry *e = db_add(d, hash_of(key_of(i)), key_of(i), t, value, expiry);
    check(entry_type(e)->length(entry_value(e)) == 1);
    return (twin){ t, 1, expiry };
}

static void replace(db *d, twin *t, int i) {
    const type *kind = kinds[unit_random() % 4];
    void *value = kind->create();
    put_element(kind, value, 0);
    db_replace(d, at(d, i), kind, value);
    *t = (twin){ kind, 1, t->expiry };
}

static void step(db *d, twin *twins) {
    int i = (int)(unit_random() % KEYS);
    if (!twins[i].type) {
        twins[i] = fresh(d, i);
        return;
    }
    switch (unit_random() % 8) {
    case 0:
        db_remove(d, hash_of(key_of(i)), at(d, i));
        twins[i].type = NULL;
        break;
    case 1: rename_key(d, twins, i, (int)(unit_random() % KEYS)); break;
    case 2: copy_key(d, twins, i, (int)(unit_random() % KEYS)); break;
    case 3: replace(d, &twins[i], i); break;
    case 4:
        twins[i].expiry = unit_random() % 2 ? (int64_t)(unit_random() % 5000) : -1;
        db_set_expiry(d, at(d, i), twins[i].expiry);
        break;
    default: grow(d, &twins[i], i);
    }
}

/* The counts by size, too, must know where a value is after its entry has moved. */
static bool sizes_agree(db *d, const twin *twins) {
    uint64_t bins[TYPE_COUNT][SIZE_BINS] = { { 0 } };
    for (int i = 0; i < KEYS; i++) if (twins[i].type) bins[twins[i].type->id][size_bin(twins[i].count)]++;
    sizes_settle(&d->sizes);
    for (int id = 0; id < TYPE_COUNT; id++) {
        if (d->sizes.bins[id] && memcmp(bins[id], d->sizes.bins[id], sizeof bins[id])) return false;
    }
    return true;
}

static void test_moves(void) {
    db *d = db_new(0);
    twin twins[KEYS] = { { NULL, 0, 0 } };
    for (int i = 0; i < STEPS; i++) {
        step(d, twins);
        if (i % 64 == 0) check(alike(d, twins) && sizes_agree(d, twins));
    }
    db_free(d);
    while (reclaim_some(1000)) continue;
}

static void test_pending(void) {
    db *d = db_new(0);
    for (int i = 0; i < 10; i++) {
        void *value = hash_type.create();
        for (size_t n = 0; n < (i < 5 ? 3u : 5000u); n++) put_element(&hash_type, value, n);
        db_add(d, hash_of(key_of(i)), key_of(i), &hash_type, value, -1);
    }
    size_t held = memory_used();
    check(db_flush(d, true) == 10);
    check(reclaim_pending() == 10 && !reclaim_done());
    size_t before = 10;
    while (reclaim_some(100)) {
        check(reclaim_pending() <= before);
        check(reclaim_pending() > 0);
        before = reclaim_pending();
    }
    check(!reclaim_pending() && reclaim_done() == 10);
    check(memory_used() < held / 2);
    db_free(d);
}

int main(void) {
    value_types_register();
    test_pending();
    test_moves();
    check(memory_used() < 100000);
    return unit_result();
}
