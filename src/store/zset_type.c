/* zset_type.c -- sorted sets as a type: free, copy, measure, digest, save, load. */
#include "base/memory.h"
#include "base/number.h"
#include "data/ziplist.h"
#include "store/limits.h"
#include "store/rdb_io.h"
#include "store/zset.h"
#include <math.h>

enum { RDB_ZSET = 3, RDB_ZSET_2 = 5, RDB_ZSET_ZIPLIST = 12, RDB_ZSET_LISTPACK = 17, REWRITE_ITEMS = 64 };

static void *create(void) { return zset_new(); }
static void free_zset(void *value) { zset_free(value); }

static bool free_some(void *value, size_t budget) { return zset_free_some(value, budget); }

static size_t effort(const void *value) {
    const zset *z = value;
    return zset_packed(z) ? 1 : zset_count(z);
}

static void *copy(const void *value) {
    const zset *z = value;
    if (zset_packed(z)) {
        zset *to = memory_alloc(sizeof *to);
        to->as = tagged_make(listpack_copy(zset_pack(z)), ZSET_PACK);
        return to;
    }
    zset *to = zset_new();
    zset_expect(to, SIZE_MAX, 0);
    table_reserve(zset_tree_of(to)->table, zset_count(z));
    zset_walk w;
    for (bool more = zset_seek(&w, z, 0); more; more = zset_next(&w)) zset_add(to, w.member, &w.score, 0);
    return to;
}

static size_t length(const void *value) { return zset_count(value); }
static const char *encoding(const void *value) { return zset_packed(value) ? "listpack" : "skiplist"; }

static size_t size(const void *value, size_t samples) {
    const zset *z = value;
    size_t seen = 0, sum = 0;
    if (zset_packed(z)) return listpack_footprint(zset_pack(z));
    const zset_tree *tree = zset_tree_of(z);
    table_walk w = { .table = tree->table };
    for (const zset_item *i; (!samples || seen < samples) && (i = table_next(&w)); seen++) {
        sum += memory_good_size(zset_item_bytes(i));
    }
    size_t items = seen ? (size_t)((double)sum / (double)seen * (double)zset_count(z)) : 0;
    return memory_good_size(sizeof *tree) + table_footprint(tree->table) + order_footprint(tree->order) + items;
}

static slice score_text(double score, char *room) { return slice_make(room, (size_t)number_print_double(room, score)); }

static void digest_zset(const void *value, digest *d) {
    char room[NUMBER_DOUBLE_TEXT];
    for (zset_walk w = zset_start(value); zset_each(&w);) {
        digest one = { { 0 } };
        digest_mix(&one, w.member);
        digest_mix(&one, slice_make(room, (size_t)number_print_shortest(room, w.score)));
        digest_xor(d, slice_make(one.at, sizeof one.at));
    }
}

/* -- saving and loading --------------------------------------------------------------------------- */

static uint8_t rdb_type(const void *value) { return zset_packed(value) ? RDB_ZSET_LISTPACK : RDB_ZSET_2; }

static void save(const void *value, rdb_out *out) {
    const zset *z = value;
    if (zset_packed(z)) {
        rdb_put_blob(out, slice_make(zset_pack(z), listpack_bytes(zset_pack(z))));
        return;
    }
    size_t count = zset_count(z);
    zset_walk w;
    rdb_put_length(out, count);
    for (bool more = zset_seek(&w, z, count - 1); more; more = zset_previous(&w)) {
        rdb_put_string(out, w.member);
        rdb_put_double(out, w.score);
    }
}

static void *refuse(table *all, rdb_in *in, const char *why) {
    if (!in->failed) rdb_fail(in, why);
    zset_members_free(all);
    return NULL;
}

static zset *finish(table *all, rdb_in *in) {
    return table_count(all) ? zset_from_members(all, true) : refuse(all, in, "empty sorted set");
}

static void *load_members(rdb_in *in, bool binary) {
    uint64_t count = rdb_get_length(in);
    if (in->failed) return NULL;
    table *all = zset_members_new(count < in->left ? (size_t)count : (size_t)in->left);
    for (uint64_t i = 0; i < count; i++) {
        bool found = true;
        bytes *member = rdb_get_string(in);
        double score = binary ? rdb_get_double(in) : rdb_get_old_double(in);
        bool good = member && !in->failed && !isnan(score);
        if (good) zset_members_put(all, bytes_slice(member), score, &found);
        bytes_free(member);
        if (!good) return refuse(all, in, "Zset with NAN score detected");
        if (found) return refuse(all, in, "Duplicate zset fields detected");
    }
    return finish(all, in);
}

/* Order and scores of a listpack are not taken on trust: the set is made anew of what stands in it. */
static void *load_pack(rdb_in *in, const listpack *pack) {
    table *all = zset_members_new(0);
    char room[LISTPACK_INT_TEXT];
    if (listpack_count(pack) % 2) return refuse(all, in, "Zset listpack integrity check failed. A member has no score.");
    for (uint8_t *p = listpack_first(pack), *s; p; p = listpack_next(pack, s)) {
        bool found;
        s = listpack_next(pack, p);
        listpack_value v = listpack_get(s);
        double score = (double)v.number;
        bool number = !v.text.at || number_parse_double(v.text, &score);
        if (!number) return refuse(all, in, "Zset listpack integrity check failed. A score is not a number.");
        zset_members_put(all, listpack_text(p, room), score, &found);
        if (found) return refuse(all, in, "Zset listpack integrity check failed. A member stands twice.");
    }
    return finish(all, in);
}

static void *load(rdb_in *in, uint8_t rdb) {
    if (rdb == RDB_ZSET || rdb == RDB_ZSET_2) return load_members(in, rdb == RDB_ZSET_2);
    void *z = NULL;
    bytes *blob = rdb_get_string(in);
    if (!blob) return NULL;
    if (rdb == RDB_ZSET_ZIPLIST) {
        listpack *pack = ziplist_to_listpack(bytes_slice(blob));
        if (pack) z = load_pack(in, pack), listpack_free(pack);
        else rdb_fail(in, "Zset ziplist integrity check failed.");
    } else if (listpack_validate((const uint8_t *)blob->at, blob->len, NULL, NULL)) {
        z = load_pack(in, (const listpack *)blob->at);
    } else {
        rdb_fail(in, "Zset listpack integrity check failed.");
    }
    bytes_free(blob);
    return z;
}

static void rewrite(slice key, const void *value, rewriter *to) {
    char scores[REWRITE_ITEMS][NUMBER_DOUBLE_TEXT], members[REWRITE_ITEMS][LISTPACK_INT_TEXT + 3];
    slice argv[2 * REWRITE_ITEMS + 2] = { SLICE("ZADD"), key };
    int n = 0;
    zset_walk w;
    for (bool more = zset_seek(&w, value, 0); more; more = zset_next(&w)) {
        slice member = w.member;
        if (member.at == w.room) {          /* a number printed into the walk's room: keep it */
            memcpy(members[n], member.at, member.len);
            member.at = members[n];
        }
        argv[2 + 2 * n] = score_text(w.score, scores[n]);
        argv[3 + 2 * n] = member;
        if (++n < REWRITE_ITEMS) continue;
        to->emit(to, 2 + 2 * n, argv);
        n = 0;
    }
    if (n) to->emit(to, 2 + 2 * n, argv);
}

/* -- defragmentation ------------------------------------------------------------------------------ */

static void move_item(void **slot, void *context) {
    zset *z = context;
    zset_item *i = *slot;
    double score = i->score;
    *slot = memory_move(i, zset_item_bytes(i));
    if (*slot != i) order_replace(zset_tree_of(z)->order, score, i, *slot);
}

static const table *members(const void *value) {
    const zset *z = value;
    return zset_packed(z) ? NULL : zset_tree_of(z)->table;
}

static void prefetch(const void *value) {
    const zset *z = value;
    if (zset_packed(z)) listpack_prefetch(zset_pack(z));
}

static void *defragment(void *value, uint64_t *cursor) {
    zset *z = value;
    if (zset_packed(z)) {
        tagged_move(&z->as, listpack_defragment(zset_pack(z)));
        *cursor = 0;
    } else {
        tagged_move(&z->as, memory_move(zset_tree_of(z), sizeof(zset_tree)));
        *cursor = table_scan_slots(zset_tree_of(z)->table, *cursor, move_item, z);
    }
    return z;
}

const type zset_type = {
    .name = "zset", .id = TYPE_ZSET, .word = true, .create = create, .free = free_zset, .free_some = free_some, .effort = effort,
    .copy = copy, .length = length, .encoding = encoding, .size = size, .digest = digest_zset, .rdb_type = rdb_type, .save = save,
    .load = load, .rewrite = rewrite, .members = members, .prefetch = prefetch, .defragment = defragment,
};
