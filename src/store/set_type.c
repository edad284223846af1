/* set_type.c -- sets as a type: free, copy, measure, digest, save, load. */
#include "base/memory.h"
#include "store/limits.h"
#include "store/member.h"
#include "store/rdb_io.h"
#include "store/set.h"

enum { RDB_SET = 2, RDB_INTSET = 11, RDB_SET_LISTPACK = 20, REWRITE_ITEMS = 64 };

static void *create(void) { return set_new(); }
static void free_set(void *value) { set_free(value); }

static bool free_some(void *value, size_t budget) { return set_free_some(value, budget); }

static size_t effort(const void *value) {
    const set *s = value;
    return set_form_of(s) == SET_TABLE ? table_count(set_table(s)) : 1;
}

static void *copy(const void *value) {
    const set *from = value;
    set *to = memory_alloc(sizeof *to);
    if (set_form_of(from) == SET_INTS) to->as = tagged_make(intset_copy(set_ints(from)), SET_INTS);
    else if (set_form_of(from) == SET_PACK) to->as = tagged_make(listpack_copy(set_pack(from)), SET_PACK);
    else {
        memory_free(to, sizeof *to);
        to = set_new();
        set_expect_many(to, set_count(from));
        for (set_walk w = set_start(from); set_next(&w);) set_add(to, w.text);
    }
    return to;
}

static size_t length(const void *value) { return set_count(value); }

static const char *encoding(const void *value) {
    static const char *const names[] = { "intset", "listpack", "hashtable" };
    return names[set_form_of(value)];
}

static size_t size(const void *value, size_t samples) {
    const set *s = value;
    size_t seen = 0, sum = 0;
    if (set_form_of(s) == SET_INTS) return intset_footprint(set_ints(s));
    if (set_form_of(s) == SET_PACK) return listpack_footprint(set_pack(s));
    table_walk w = { .table = set_table(s) };
    for (const member *m; (!samples || seen < samples) && (m = table_next(&w)); seen++) {
        sum += memory_good_size(member_bytes(member_text(m).len));
    }
    return table_footprint(set_table(s)) + (seen ? sum / seen * table_count(set_table(s)) : 0);
}

static void digest_set(const void *value, digest *d) {
    for (set_walk w = set_start(value); set_next(&w);) digest_xor(d, w.text);
}

/* -- saving and loading ------------------------------------------------------------------------- */

static uint8_t rdb_type(const void *value) {
    static const uint8_t types[] = { RDB_INTSET, RDB_SET_LISTPACK, RDB_SET };
    return types[set_form_of(value)];
}

static void save(const void *value, rdb_out *out) {
    const set *s = value;
    if (set_form_of(s) == SET_INTS) {
        rdb_put_blob(out, slice_make(set_ints(s), intset_bytes(set_ints(s))));
    } else if (set_form_of(s) == SET_PACK) {
        rdb_put_blob(out, slice_make(set_pack(s), listpack_bytes(set_pack(s))));
    } else {
        set_batch b;
        rdb_put_length(out, set_count(s));
        for (set_walk w = set_start(s); set_next_batch(&w, &b);) for (int i = 0; i < b.count; i++) rdb_put_string(out, b.text[i]);
    }
}

static set *refuse(set *s, rdb_in *in, const char *why) {
    rdb_fail(in, why);
    set_free(s);
    return NULL;
}

static set *load_members(rdb_in *in) {
    uint64_t count = rdb_get_length(in);
    set *s = set_new();
    if (count > store_limits.set_max_intset_entries && count > store_limits.set_max_listpack_entries) {
        set_expect_many(s, count < in->left ? (size_t)count : (size_t)in->left);
    }
    for (uint64_t i = 0; i < count; i++) {
        bytes *text = rdb_get_string(in);
        bool added = text && set_add(s, bytes_slice(text));
        if (!added) {
            bytes_free(text);
            return refuse(s, in, "Duplicate set members detected");
        }
        bytes_free(text);
    }
    return in->failed || !count ? refuse(s, in, "empty set") : s;
}

static set *load_ints(rdb_in *in, const bytes *blob) {
    set *s = set_new();
    if (!intset_validate((const uint8_t *)blob->at, blob->len)) return refuse(s, in, "Intset integrity check failed.");
    intset_free(set_ints(s));
    tagged_move(&s->as, intset_load(bytes_slice(blob)));
    return s;
}

static set *load_pack(rdb_in *in, const bytes *blob) {
    set *s = set_new();
    const listpack *pack = (const listpack *)blob->at;
    char room[LISTPACK_INT_TEXT];
    if (!listpack_validate(pack, blob->len, NULL, NULL)) return refuse(s, in, "Set listpack integrity check failed.");
    if (!listpack_count(pack)) return refuse(s, in, "empty set");
    set_expect(s, (slice){ "", 0 }, listpack_count(pack));
    for (uint8_t *p = listpack_first(pack); p; p = listpack_next(pack, p)) {
        if (!set_add(s, listpack_text(p, room))) return refuse(s, in, "Set listpack integrity check failed. A member stands twice.");
    }
    return s;
}

static void *load(rdb_in *in, uint8_t rdb) {
    if (rdb == RDB_SET) return load_members(in);
    bytes *blob = rdb_get_string(in);
    if (!blob) return NULL;
    set *s = rdb == RDB_INTSET ? load_ints(in, blob) : load_pack(in, blob);
    bytes_free(blob);
    if (s && set_form_of(s) == SET_INTS && set_ints(s)->count > store_limits.set_max_intset_entries) {
        set *big = set_new();
        set_expect_many(big, set_count(s));
        for (set_walk w = set_start(s); set_next(&w);) set_add(big, w.text);
        set_free(s);
        s = big;
    }
    return s;
}

static void rewrite(slice key, const void *value, rewriter *to) {
    char rooms[REWRITE_ITEMS][LISTPACK_INT_TEXT + 3];
    slice argv[REWRITE_ITEMS + 2] = { SLICE("SADD"), key };
    int n = 0;
    for (set_walk w = set_start(value); set_next(&w);) {
        argv[2 + n] = w.text;
        if (w.text.at == w.room) {          /* a number printed into the walk's room: keep it */
            memcpy(rooms[n], w.text.at, w.text.len);
            argv[2 + n].at = rooms[n];
        }
        if (++n < REWRITE_ITEMS) continue;
        to->emit(to, 2 + n, argv);
        n = 0;
    }
    if (n) to->emit(to, 2 + n, argv);
}

static void move_member(void **slot, void *context) {
    member *m = *slot;
    (void)context;
    *slot = memory_move(m, member_bytes(member_text(m).len));
}

static const table *members(const void *value) {
    const set *s = value;
    return set_form_of(s) == SET_TABLE ? set_table(s) : NULL;
}

static void prefetch(const void *value) {
    const set *s = value;
    if (set_form_of(s) == SET_PACK) listpack_prefetch(set_pack(s));
}

static void *defragment(void *value, uint64_t *cursor) {
    set *s = value;
    if (set_form_of(s) == SET_TABLE) {
        *cursor = table_scan_slots(set_table(s), *cursor, move_member, NULL);
        return s;
    }
    tagged_move(&s->as, set_form_of(s) == SET_INTS ? (void *)intset_defragment(set_ints(s)) : listpack_defragment(set_pack(s)));
    *cursor = 0;
    return s;
}

const type set_type = {
    .name = "set", .id = TYPE_SET, .word = true, .create = create, .free = free_set, .free_some = free_some, .effort = effort,
    .copy = copy, .length = length, .encoding = encoding, .size = size, .digest = digest_set, .rdb_type = rdb_type, .save = save,
    .load = load, .rewrite = rewrite, .members = members, .prefetch = prefetch, .defragment = defragment,
};
