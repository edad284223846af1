/* hash_type.c -- hashes as a type: free, copy, measure, digest, save, load. */
#include "base/memory.h"
#include "base/number.h"
#include "data/ziplist.h"
#include "store/hash.h"
#include "store/rdb_io.h"

enum {
    RDB_HASH = 4, RDB_ZIPMAP = 9, RDB_ZIPLIST = 13, RDB_LISTPACK = 16, RDB_TABLE_EARLY = 22, RDB_TRIPLETS_EARLY = 23,
    RDB_TIMED_TABLE = 24, RDB_TRIPLETS = 25, REWRITE_ITEMS = 64
};
#define TIME_MAX ((1ll << 48) - 1)

static void *create(void) { return hash_new(); }
static void free_hash(void *value) { hash_free(value); }

static bool free_some(void *value, size_t budget) { return hash_free_some(value, budget); }

static size_t effort(const void *value) {
    const hash *h = value;
    return hash_form_of(h) == HASH_TABLE ? table_count(hash_big(h)->fields) : 1;
}

static void *copy(const void *value) {
    const hash *from = value;
    hash *to = hash_new();
    if (hash_form_of(from) != HASH_TABLE) {
        listpack_free(hash_pack(to));
        to->as = tagged_make(listpack_copy(hash_pack(from)), hash_form_of(from));
        return to;
    }
    hash_become_table(to);
    table_reserve(hash_big(to)->fields, hash_count(from));
    for (hash_walk w = hash_start(from, 0); hash_next(&w);) hash_put_timed(to, w.field, w.value, w.time);
    return to;
}

static size_t length(const void *value) { return hash_count(value); }

static const char *encoding(const void *value) {
    static const char *const names[] = { "listpack", "listpackex", "hashtable" };
    return names[hash_form_of(value)];
}

static size_t size(const void *value, size_t samples) {
    const hash *h = value;
    size_t seen = 0, sum = 0;
    if (hash_form_of(h) != HASH_TABLE) return listpack_footprint(hash_pack(h));
    const hash_index *big = hash_big(h);
    table_walk w = { .table = big->fields };
    for (const hash_item *i; (!samples || seen < samples) && (i = table_next(&w)); seen++) sum += memory_good_size(hash_item_bytes(i));
    return memory_good_size(sizeof *big) + table_footprint(big->fields) + (big->due ? order_footprint(big->due) : 0)
        + (seen ? sum / seen * table_count(big->fields) : 0);
}

static void digest_hash(const void *value, digest *d) {
    for (hash_walk w = hash_start(value, 0); hash_next(&w);) {
        digest pair = { { 0 } };
        digest_mix(&pair, w.field);
        digest_mix(&pair, w.value);
        if (w.time >= 0) digest_xor(&pair, SLICE("!!hexpire!!"));
        digest_xor(d, slice_make(pair.at, sizeof pair.at));
    }
}

static int64_t due(const void *value) { return hash_due(value); }

/* -- saving ---------------------------------------------------------------------------------------- */

/* Room for times, and none left: written as if there had never been one, for readers who know nothing of them. */
static bool was_timed(const hash *h) { return hash_form_of(h) == HASH_TIMED_PACK && hash_due(h) < 0; }

static void save_pairs(const hash *h, rdb_out *out) {
    listpack *pairs = listpack_new(listpack_bytes(hash_pack(h)));
    for (hash_walk w = hash_start(h, 0); hash_next(&w);) {
        listpack_append(&pairs, w.field);
        listpack_append(&pairs, w.value);
    }
    rdb_put_blob(out, slice_make(pairs, listpack_bytes(pairs)));
    listpack_free(pairs);
}

static uint8_t rdb_type(const void *value) {
    const hash *h = value;
    if (hash_form_of(h) == HASH_PACK || was_timed(h)) return RDB_LISTPACK;
    if (hash_form_of(h) == HASH_TIMED_PACK) return RDB_TRIPLETS;
    return hash_big(h)->due ? RDB_TIMED_TABLE : RDB_HASH;
}

static void save(const void *value, rdb_out *out) {
    const hash *h = value;
    int64_t first = hash_due(h);
    if (was_timed(h)) {
        save_pairs(h, out);
        return;
    }
    if (hash_form_of(h) == HASH_TIMED_PACK) rdb_put_time_ms(out, first);
    if (hash_form_of(h) != HASH_TABLE) {
        rdb_put_blob(out, slice_make(hash_pack(h), listpack_bytes(hash_pack(h))));
        return;
    }
    if (hash_big(h)->due) rdb_put_time_ms(out, first);
    rdb_put_length(out, hash_count(h));
    hash_batch b;
    for (hash_walk w = hash_start(h, 0); hash_next_batch(&w, &b);) {
        for (int i = 0; i < b.count; i++) {
            int64_t when = b.at[i].time;
            if (hash_big(h)->due) rdb_put_length(out, when < 0 ? 0 : (uint64_t)(when - first + 1));
            rdb_put_string(out, b.at[i].field);
            rdb_put_string(out, b.at[i].value);
        }
    }
}

/* -- loading: everything is put together field by field, so a double or a bad time is always found --------------- */

static bool take_field(rdb_in *in, hash *h, slice field, slice value, int64_t when) {
    if (hash_time(h, 0, field) != HASH_NO_FIELD) return rdb_fail(in, "Duplicate hash fields detected");
    if (when > TIME_MAX) return rdb_fail(in, "a field's expiry time is out of range");
    hash_set(h, 0, field, value, false);
    if (when >= 0) hash_set_time(h, field, when);
    return true;
}

/* 0 would mean none in a pack: what was due then is as much past at 1. */
static int64_t take_time(rdb_in *in, uint8_t rdb, int64_t first) {
    uint64_t n = rdb == RDB_HASH ? 0 : rdb_get_length(in);
    if (!n) return HASH_NO_TIME;
    if (n > (uint64_t)TIME_MAX || first > TIME_MAX) return TIME_MAX + 1;
    int64_t when = rdb == RDB_TIMED_TABLE ? (int64_t)n + first - 1 : (int64_t)n;
    return when ? when : 1;
}

static bool load_fields(rdb_in *in, hash *h, uint8_t rdb) {
    int64_t first = rdb == RDB_TIMED_TABLE ? rdb_get_time_ms(in) : 0;
    uint64_t count = rdb_get_length(in);
    if (first < 0) return rdb_fail(in, "a hash's first expiry time is out of range");
    if (!hash_fits_pack(count, 0)) hash_become_table(h);
    for (uint64_t i = 0; i < count && !in->failed; i++) {
        int64_t when = take_time(in, rdb, first);
        bytes *field = rdb_get_string(in), *value = rdb_get_string(in);
        if (field && value) take_field(in, h, bytes_slice(field), bytes_slice(value), when);
        bytes_free(field);
        bytes_free(value);
    }
    return !in->failed;
}

static bool load_pack(rdb_in *in, hash *h, const listpack *pack, bool triplets) {
    char rooms[2][LISTPACK_INT_TEXT];
    unsigned width = triplets ? 3 : 2;
    int64_t latest = 0;
    bool untimed = false;
    if (listpack_count(pack) % width) return rdb_fail(in, "Hash listpack integrity check failed. A field has no value.");
    if (triplets) hash_become_timed(h);
    for (uint8_t *p = listpack_first(pack); p;) {
        slice field = listpack_text(p, rooms[0]);
        p = listpack_next(pack, p);
        slice value = listpack_text(p, rooms[1]);
        p = listpack_next(pack, p);
        int64_t when = HASH_NO_TIME;
        if (triplets) {
            listpack_value time = listpack_get(p);
            bool ordered = !time.number || (!untimed && time.number >= latest);
            if (time.text.at || time.number < 0) return rdb_fail(in, "Hash listpack integrity check failed. An expiry is no number.");
            if (!ordered) return rdb_fail(in, "Hash listpack integrity check failed. Fields are not in order of expiry.");
            if (time.number) latest = when = time.number;
            else untimed = true;
            p = listpack_next(pack, p);
        }
        if (!take_field(in, h, field, value, when)) return false;
    }
    return true;
}

static listpack *pack_of(rdb_in *in, uint8_t rdb) {
    bytes *blob = rdb_get_string(in);
    if (!blob) return NULL;
    listpack *pack = NULL;
    if (rdb == RDB_ZIPMAP) pack = zipmap_to_listpack(bytes_slice(blob));
    else if (rdb == RDB_ZIPLIST) pack = ziplist_to_listpack(bytes_slice(blob));
    else if (listpack_validate((const uint8_t *)blob->at, blob->len, NULL, NULL)) pack = listpack_load(bytes_slice(blob));
    bytes_free(blob);
    if (pack) return pack;
    rdb_fail(in, rdb == RDB_ZIPMAP ? "Zipmap integrity check failed." : rdb == RDB_ZIPLIST ? "Hash ziplist integrity check failed."
                                                                                           : "Hash listpack integrity check failed.");
    return NULL;
}

static void *load(rdb_in *in, uint8_t rdb) {
    hash *h = hash_new();
    bool good;
    if (rdb == RDB_HASH || rdb == RDB_TABLE_EARLY || rdb == RDB_TIMED_TABLE) {
        good = load_fields(in, h, rdb);
    } else {
        if (rdb == RDB_TRIPLETS) rdb_get_time_ms(in);       /* only a hint */
        listpack *pack = pack_of(in, rdb);
        good = pack && load_pack(in, h, pack, rdb == RDB_TRIPLETS || rdb == RDB_TRIPLETS_EARLY);
        if (pack) listpack_free(pack);
    }
    if (good && hash_count(h)) return h;
    if (good) rdb_fail(in, "empty hash");
    hash_free(h);
    return NULL;
}

/* -- rewriting --------------------------------------------------------------------------------------- */

static void emit_time(slice key, slice field, int64_t when, rewriter *to) {
    char room[NUMBER_INT_TEXT];
    slice argv[6] = { SLICE("HPEXPIREAT"), key, slice_make(room, (size_t)number_print_int(room, when)), SLICE("FIELDS"), SLICE("1"),
                      field };
    to->emit(to, 6, argv);
}

static void rewrite(slice key, const void *value, rewriter *to) {
    static char rooms[REWRITE_ITEMS][2][HASH_ROOM];
    slice argv[2 + 2 * REWRITE_ITEMS] = { SLICE("HMSET"), key };
    int n = 0;
    for (hash_walk w = hash_start(value, 0); hash_next(&w);) {
        slice pair[2] = { w.field, w.value };
        for (int i = 0; i < 2; i++) {
            if (pair[i].at == w.rooms[i]) memcpy(rooms[n][i], pair[i].at, pair[i].len), pair[i].at = rooms[n][i];
            argv[2 + 2 * n + i] = pair[i];
        }
        if (++n < REWRITE_ITEMS) continue;
        to->emit(to, 2 + 2 * n, argv);
        n = 0;
    }
    if (n) to->emit(to, 2 + 2 * n, argv);
    for (hash_walk w = hash_start(value, 0); hash_next(&w);) if (w.time >= 0) emit_time(key, w.field, w.time, to);
}

static void move_item(void **slot, void *context) {
    hash_index *big = context;
    hash_item *i = *slot;
    int64_t when = hash_item_time(i);
    hash_item *to = memory_move(i, hash_item_bytes(i));
    if (to == i) return;
    if (when >= 0) order_replace(big->due, (double)when, i, to);
    *slot = to;
}

static const table *members(const void *value) {
    const hash *h = value;
    return hash_form_of(h) == HASH_TABLE ? hash_big(h)->fields : NULL;
}

static void prefetch(const void *value) {
    const hash *h = value;
    if (hash_form_of(h) != HASH_TABLE) listpack_prefetch(hash_pack(h));
}

static void *defragment(void *value, uint64_t *cursor) {
    hash *h = value;
    if (hash_form_of(h) == HASH_TABLE) {
        tagged_move(&h->as, memory_move(hash_big(h), sizeof(hash_index)));
        *cursor = table_scan_slots(hash_big(h)->fields, *cursor, move_item, hash_big(h));
    } else {
        tagged_move(&h->as, listpack_defragment(hash_pack(h)));
        *cursor = 0;
    }
    return h;
}

const type hash_type = {
    .name = "hash", .id = TYPE_HASH, .word = true, .create = create, .free = free_hash, .free_some = free_some, .effort = effort,
    .copy = copy, .length = length, .encoding = encoding, .size = size, .digest = digest_hash, .rdb_type = rdb_type, .save = save,
    .load = load, .rewrite = rewrite, .due = due, .members = members, .prefetch = prefetch, .defragment = defragment,
};
