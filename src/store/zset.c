/* zset.c -- sorted sets: adding, removing, ranks, ranges, walks. As a type: zset_type.c. */
#include "store/zset.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/sort.h"
#include "store/limits.h"
#include <math.h>

/* Whole scores up to here stand in a listpack as integers (persistence.md 4.1). */
#define INTEGER_MAX ((double)(INT64_MAX / 2))

/* -- items ---------------------------------------------------------------------------------------- */

enum { ITEM_HEAD = offsetof(zset_item, at) };

static size_t bytes_for(size_t len) { return ITEM_HEAD + (len < 255 ? 0 : sizeof(uint32_t)) + len; }
size_t zset_item_bytes(const zset_item *i) { return bytes_for(zset_item_member(i).len); }

static zset_item *item_new(slice member, double score) {
    zset_item *i = memory_alloc(bytes_for(member.len));
    uint32_t len = (uint32_t)member.len;
    i->score = score;
    i->len = member.len < 255 ? (uint8_t)member.len : 255;
    if (i->len == 255) memcpy(i->at, &len, sizeof len);
    memcpy((char *)zset_item_member(i).at, member.at, member.len);
    return i;
}

static void item_free(zset_item *i) { memory_free(i, zset_item_bytes(i)); }
static void item_drop(void *item, void *context) {
    (void)context;
    item_free(item);
}

static slice item_key(const void *item) { return zset_item_member(item); }
static const table_kind members_kind = { item_key, .span = 16 };

static int compare_items(const void *a, const void *b) { return slice_compare(zset_item_member(a), zset_item_member(b)); }
static const order_kind by_member = { compare_items };

/* -- listpacks ------------------------------------------------------------------------------------ */

double zset_pack_score(const uint8_t *p) {
    listpack_value v = listpack_get(p);
    double score = 0;
    if (!v.text.at) return (double)v.number;
    number_parse_double(v.text, &score);
    return score;
}

static void pack_insert(listpack **lp, const uint8_t *before, slice member, double score) {
    char room[NUMBER_DOUBLE_TEXT];
    uint8_t *p = listpack_insert(lp, before, member);
    if (before) p = listpack_next(*lp, p);
    else p = NULL;
    if (fabs(score) <= INTEGER_MAX && score == trunc(score)) listpack_insert_int(lp, p, (int64_t)score);
    else listpack_insert(lp, p, slice_make(room, (size_t)number_print_double(room, score)));
}

/* What the pair has to stand before; NULL at the end. */
static uint8_t *pack_place(const listpack *lp, slice member, double score) {
    char room[LISTPACK_INT_TEXT];
    for (uint8_t *p = listpack_first(lp), *s; p; p = listpack_next(lp, s)) {
        s = listpack_next(lp, p);
        double there = zset_pack_score(s);
        if (there > score || (there == score && slice_compare(listpack_text(p, room), member) > 0)) return p;
    }
    return NULL;
}

static uint8_t *pack_find(const listpack *lp, slice member) { return listpack_find(lp, listpack_first(lp), member, 1); }

static bool fits(size_t count, size_t longest) {
    return count <= store_limits.zset_max_listpack_entries && longest <= store_limits.zset_max_listpack_value;
}

/* -- making and choosing -------------------------------------------------------------------------- */

zset *zset_new(void) {
    zset *z = memory_alloc(sizeof *z);
    z->as = tagged_make(listpack_new(0), ZSET_PACK);
    return z;
}

void zset_free(zset *z) {
    if (zset_packed(z)) {
        listpack_free(zset_pack(z));
    } else {
        zset_tree *tree = zset_tree_of(z);
        order_free(tree->order);
        table_free(tree->table, item_drop, NULL);
        memory_free(tree, sizeof *tree);
    }
    memory_free(z, sizeof *z);
}

bool zset_free_some(zset *z, size_t budget) {
    zset_tree *tree = zset_packed(z) ? NULL : zset_tree_of(z);
    if (tree && tree->order && !order_free_some(tree->order, budget)) return false;
    if (tree) {
        tree->order = NULL;
        table_drain(tree->table, budget, item_drop, NULL);
        if (table_count(tree->table)) return false;
    }
    zset_free(z);
    return true;
}

size_t zset_count(const zset *z) { return zset_packed(z) ? listpack_count(zset_pack(z)) / 2 : table_count(zset_tree_of(z)->table); }

static void tree_put(zset *z, void **slot, slice member, double score) {
    zset_item *i = item_new(member, score);
    *slot = i;
    order_insert(zset_tree_of(z)->order, score, i);
}

/* The set is this table from now on, whatever it was: nothing of that is freed. */
static void be_tree(zset *z, table *members) {
    zset_tree *tree = memory_alloc(sizeof *tree);
    *tree = (zset_tree){ members, order_new(&by_member) };
    z->as = tagged_make(tree, ZSET_TREE);
}

static void become_tree(zset *z) {
    listpack *lp = zset_pack(z);
    char room[LISTPACK_INT_TEXT];
    be_tree(z, table_new(&members_kind));
    for (uint8_t *p = listpack_first(lp), *s; p; p = listpack_next(lp, s)) {
        bool found;
        s = listpack_next(lp, p);
        slice member = listpack_text(p, room);
        tree_put(z, table_insert(zset_tree_of(z)->table, hash_of(member), member, &found), member, zset_pack_score(s));
    }
    listpack_free(lp);
}

void zset_expect(zset *z, size_t count, size_t longest) {
    if (zset_packed(z) && !fits(count, longest)) become_tree(z);
}

/* -- adding --------------------------------------------------------------------------------------- */

static enum zset_outcome decide(bool found, double old, double *score, unsigned how) {
    if (!found) return how & ZSET_IF_PRESENT ? ZSET_REFUSED : ZSET_ADDED;
    if (how & ZSET_IF_NEW) return ZSET_REFUSED;
    if (how & ZSET_INCREMENT) {
        double sum = *score + old;
        if (isnan(sum)) return ZSET_NAN;
        *score = sum;
    }
    if ((how & ZSET_IF_GREATER && *score <= old) || (how & ZSET_IF_LESS && *score >= old)) return ZSET_REFUSED;
    return *score == old ? ZSET_SAME : ZSET_UPDATED;
}

static enum zset_outcome tree_add(zset *z, slice member, double *score, unsigned how) {
    uint64_t hash = hash_of(member);
    bool found;
    void **slot = NULL;
    zset_item *i;
    if (how & ZSET_IF_PRESENT) {
        i = table_find(zset_tree_of(z)->table, hash, member);
        found = i != NULL;
    } else {
        slot = table_insert(zset_tree_of(z)->table, hash, member, &found);
        i = found ? *slot : NULL;
    }
    enum zset_outcome outcome = decide(found, found ? i->score : 0, score, how);
    if (outcome == ZSET_ADDED) {
        tree_put(z, slot, member, *score);
    } else if (outcome == ZSET_UPDATED) {
        order_remove(zset_tree_of(z)->order, i->score, i);
        i->score = *score;
        order_insert(zset_tree_of(z)->order, *score, i);
    }
    return outcome;
}

static enum zset_outcome pack_add(zset *z, slice member, double *score, unsigned how) {
    listpack *lp = zset_pack(z);
    uint8_t *p = pack_find(lp, member);
    enum zset_outcome outcome = decide(p != NULL, p ? zset_pack_score(listpack_next(lp, p)) : 0, score, how);
    if (outcome == ZSET_ADDED) {
        if (!fits(zset_count(z) + 1, member.len) || !listpack_has_room(lp, member.len + 2 * NUMBER_DOUBLE_TEXT)) {
            become_tree(z);
            return tree_add(z, member, score, 0);
        }
    } else if (outcome == ZSET_UPDATED) {
        listpack_remove(&lp, p, 2);
    } else {
        return outcome;
    }
    pack_insert(&lp, pack_place(lp, member, *score), member, *score);
    tagged_move(&z->as, lp);
    return outcome;
}

enum zset_outcome zset_add(zset *z, slice member, double *score, unsigned how) {
    return zset_packed(z) ? pack_add(z, member, score, how) : tree_add(z, member, score, how);
}

/* -- removing and finding ------------------------------------------------------------------------- */

bool zset_remove(zset *z, slice member) {
    if (zset_packed(z)) {
        listpack *lp = zset_pack(z);
        uint8_t *p = pack_find(lp, member);
        if (p) listpack_remove(&lp, p, 2);
        tagged_move(&z->as, lp);
        return p != NULL;
    }
    zset_item *i = table_remove(zset_tree_of(z)->table, hash_of(member), member);
    if (!i) return false;
    order_remove(zset_tree_of(z)->order, i->score, i);
    item_free(i);
    return true;
}

static zset_item *tree_find(const zset *z, slice member) { return table_find(zset_tree_of(z)->table, hash_of(member), member); }

bool zset_score(const zset *z, slice member, double *score) {
    if (zset_packed(z)) {
        uint8_t *p = pack_find(zset_pack(z), member);
        if (p) *score = zset_pack_score(listpack_next(zset_pack(z), p));
        return p != NULL;
    }
    const zset_item *i = tree_find(z, member);
    if (i) *score = i->score;
    return i != NULL;
}

bool zset_rank(const zset *z, slice member, size_t *rank, double *score) {
    *rank = 0;
    if (!zset_packed(z)) {
        const zset_item *i = tree_find(z, member);
        if (!i) return false;
        *score = i->score;
        *rank = order_rank(zset_tree_of(z)->order, i->score, i);
        return true;
    }
    const listpack *lp = zset_pack(z);
    for (uint8_t *p = listpack_first(lp), *s; p; p = listpack_next(lp, s), ++*rank) {
        s = listpack_next(lp, p);
        if (!listpack_is(p, member)) continue;
        *score = zset_pack_score(s);
        return true;
    }
    return false;
}

/* -- ranges --------------------------------------------------------------------------------------- */

/* One end of a range: what lies past it. */
typedef struct edge { double score; slice text; bool equal_is_past; enum zset_edge kind; } edge;

static bool past_score(slice member, double score, const edge *e) {
    (void)member;
    return score > e->score || (score == e->score && e->equal_is_past);
}

static bool past_member(slice member, double score, const edge *e) {
    (void)score;
    if (e->kind == ZSET_LOWEST || e->kind == ZSET_HIGHEST) return e->kind == ZSET_LOWEST;
    int difference = slice_compare(member, e->text);
    return difference > 0 || (difference == 0 && e->equal_is_past);
}

static bool item_past_member(const void *item, void *context) { return past_member(zset_item_member(item), 0, context); }

/* The first rank from `rank` on that is past the edge. */
static size_t pack_rank_past(const listpack *lp, size_t rank, bool (*past)(slice, double, const edge *), const edge *e) {
    char room[LISTPACK_INT_TEXT];
    for (uint8_t *p = listpack_at(lp, (long)(2 * rank)), *s; p; p = listpack_next(lp, s), rank++) {
        s = listpack_next(lp, p);
        if (past(listpack_text(p, room), zset_pack_score(s), e)) break;
    }
    return rank;
}

static zset_span span_of(size_t from, size_t to) { return (zset_span){ from, to < from ? from : to }; }

zset_span zset_span_scores(const zset *z, const zset_scores *r) {
    if (zset_packed(z)) {
        edge min = { .score = r->min, .equal_is_past = !r->min_open }, max = { .score = r->max, .equal_is_past = r->max_open };
        return span_of(pack_rank_past(zset_pack(z), 0, past_score, &min), pack_rank_past(zset_pack(z), 0, past_score, &max));
    }
    size_t from, to;
    order_seek(zset_tree_of(z)->order, r->min, r->min_open, &from);
    order_seek(zset_tree_of(z)->order, r->max, !r->max_open, &to);
    return span_of(from, to);
}

/* Members of different scores stand in no order; then at least the first must be below the range's end, the last above its start. */
static bool may_hold(const zset *z, const edge *min, const edge *max) {
    zset_walk w;
    if (!zset_seek(&w, z, 0) || past_member(w.member, 0, max)) return false;
    return zset_seek(&w, z, zset_count(z) - 1) && past_member(w.member, 0, min);
}

zset_span zset_span_members(const zset *z, const zset_members *r) {
    edge min = { .text = r->min, .kind = r->min_edge, .equal_is_past = r->min_edge == ZSET_CLOSED };
    edge max = { .text = r->max, .kind = r->max_edge, .equal_is_past = r->max_edge == ZSET_OPEN };
    size_t from, to;
    if (!may_hold(z, &min, &max)) return (zset_span){ 0, 0 };
    if (zset_packed(z)) {
        from = pack_rank_past(zset_pack(z), 0, past_member, &min);
        return span_of(from, pack_rank_past(zset_pack(z), from, past_member, &max));
    }
    order_seek_by(zset_tree_of(z)->order, item_past_member, &min, &from);
    order_seek_by(zset_tree_of(z)->order, item_past_member, &max, &to);
    return span_of(from, to);
}

static void drop_from_table(void *item, double score, void *context) {
    slice member = zset_item_member(item);
    (void)score;
    table_remove(context, hash_of(member), member);
    item_free(item);
}

void zset_remove_span(zset *z, zset_span span) {
    if (span.from == span.to) return;
    if (zset_packed(z)) {
        listpack *lp = zset_pack(z);
        listpack_remove_range(&lp, (long)(2 * span.from), 2 * (span.to - span.from));
        tagged_move(&z->as, lp);
    } else {
        zset_tree *tree = zset_tree_of(z);
        order_remove_ranks(tree->order, span.from, span.to - 1, drop_from_table, tree->table);
    }
}

/* -- walks ---------------------------------------------------------------------------------------- */

/* Reads what stands at the walk's place; false past the ends. */
static bool arrive(zset_walk *w) {
    if (zset_packed(w->zset)) {
        if (!w->at) return false;
        w->member = listpack_text(w->at, w->room);
        w->score = zset_pack_score(listpack_next(zset_pack(w->zset), w->at));
        return true;
    }
    if (!w->place.leaf) return false;
    w->member = zset_item_member(order_item(&w->place));
    w->score = order_score(&w->place);
    return true;
}

bool zset_seek(zset_walk *w, const zset *z, size_t rank) {
    w->zset = z;
    if (zset_packed(z)) w->at = listpack_at(zset_pack(z), (long)(2 * rank));
    else w->place = order_at_rank(zset_tree_of(z)->order, rank);
    return arrive(w);
}

bool zset_seek_score(zset_walk *w, const zset *z, double score) {
    size_t rank;
    edge e = { .score = score, .equal_is_past = true };
    if (zset_packed(z)) return zset_seek(w, z, pack_rank_past(zset_pack(z), 0, past_score, &e));
    w->zset = z;
    w->place = order_seek(zset_tree_of(z)->order, score, false, &rank);
    return arrive(w);
}

bool zset_next(zset_walk *w) {
    const zset *z = w->zset;
    if (zset_packed(z)) w->at = listpack_next(zset_pack(z), listpack_next(zset_pack(z), w->at));
    else if (order_next(&w->place)) order_prefetch(&w->place);
    return arrive(w);
}

bool zset_previous(zset_walk *w) {
    const zset *z = w->zset;
    if (zset_packed(z)) {
        uint8_t *score = listpack_previous(zset_pack(z), w->at);
        w->at = score ? listpack_previous(zset_pack(z), score) : NULL;
    } else {
        order_previous(&w->place);
    }
    return arrive(w);
}

zset_walk zset_start(const zset *z) {
    zset_walk w = { .zset = z };
    if (zset_packed(z)) w.at = listpack_first(zset_pack(z));
    else w.table = (table_walk){ .table = zset_tree_of(z)->table };
    return w;
}

bool zset_each(zset_walk *w) {
    const listpack *lp = zset_pack(w->zset);
    if (zset_packed(w->zset)) {
        if (!arrive(w)) return false;
        w->at = listpack_next(lp, listpack_next(lp, w->at));
        return true;
    }
    const zset_item *i = table_next(&w->table);
    if (!i) return false;
    w->member = zset_item_member(i);
    w->score = i->score;
    return true;
}

typedef struct scanning { void (*each)(slice member, double score, void *context); void *context; } scanning;

static void scan_item(void *item, void *context) {
    const scanning *s = context;
    s->each(zset_item_member(item), ((const zset_item *)item)->score, s->context);
}

uint64_t zset_scan(const zset *z, uint64_t cursor, void (*each)(slice member, double score, void *context), void *context) {
    scanning s = { each, context };
    if (!zset_packed(z)) return table_scan(zset_tree_of(z)->table, cursor, scan_item, &s);
    for (zset_walk w = zset_start(z); zset_each(&w);) each(w.member, w.score, context);
    return 0;
}

/* -- making one of many members ------------------------------------------------------------------- */

table *zset_members_new(size_t expected) {
    table *members = table_new(&members_kind);
    if (expected > 64) table_reserve(members, expected);
    return members;
}

zset_item *zset_members_put(table *members, slice member, double score, bool *found) {
    void **slot = table_insert(members, hash_of(member), member, found);
    if (!*found) *slot = item_new(member, score);
    return *slot;
}

void zset_members_remove(table *members, slice member) {
    zset_item *i = table_remove(members, hash_of(member), member);
    if (i) item_free(i);
}

void zset_members_free(table *members) { table_free(members, item_drop, NULL); }

/* Doubles in their order as unsigned numbers: the sign is turned round, and below zero all other bits too. Both zeros are one. */
static uint64_t score_key(double score) {
    uint64_t bits;
    memcpy(&bits, &score, sizeof bits);
    if (score == 0) return (uint64_t)1 << 63;
    return bits >> 63 ? ~bits : bits | (uint64_t)1 << 63;
}

static int compare_placed(const void *a, const void *b, void *context) {
    const sort_keyed *p = a, *q = b;
    (void)context;
    return p->item == q->item ? 0 : compare_items(p->item, q->item);
}

static void pack_all(zset *z, table *members, const sort_keyed *all, size_t count) {
    listpack *lp = zset_pack(z);
    for (size_t i = 0; i < count; i++) {
        const zset_item *item = all[i].item;
        pack_insert(&lp, NULL, zset_item_member(item), item->score);
    }
    tagged_move(&z->as, lp);
    zset_members_free(members);
}

static void order_all(zset *z, table *members, const sort_keyed *all, size_t count) {
    listpack_free(zset_pack(z));
    be_tree(z, members);
    for (size_t i = 0; i < count; i++) order_insert(zset_tree_of(z)->order, ((const zset_item *)all[i].item)->score, all[i].item);
}

zset *zset_from_members(table *members, bool compact) {
    size_t count = table_count(members), longest = 0, room = 0, n = 0, size = (2 * count + 1) * sizeof(sort_keyed);
    sort_keyed *all = memory_alloc(size);
    table_walk w = { .table = members };
    for (zset_item *i; (i = table_next(&w));) {
        size_t len = zset_item_member(i).len;
        all[n++] = (sort_keyed){ score_key(i->score), i };
        room += len + 2 * NUMBER_DOUBLE_TEXT;
        if (len > longest) longest = len;
    }
    const sort_keyed *sorted = sort_by_key(all, all + count, count, compare_placed, NULL);
    zset *z = zset_new();
    if (compact && fits(count, longest) && listpack_has_room(zset_pack(z), room)) pack_all(z, members, sorted, count);
    else order_all(z, members, sorted, count);
    memory_free(all, size);
    return z;
}
