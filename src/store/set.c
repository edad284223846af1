/* set.c -- sets in their three encodings. The type (save, load, digest ...) is in set_type.c. */
#include "store/set.h"
#include "base/assert.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/random.h"
#include "store/limits.h"
#include "store/member.h"

static slice member_key(const void *item) { return member_text(item); }
static const table_kind members = { member_key, .span = 12 };

set *set_new(void) {
    set *s = memory_alloc(sizeof *s);
    s->as = tagged_make(intset_new(), SET_INTS);
    return s;
}

static void free_member(void *item, void *context) {
    (void)context;
    member_free(item);
}

static void free_content(set *s) {
    if (set_form_of(s) == SET_INTS) intset_free(set_ints(s));
    else if (set_form_of(s) == SET_PACK) listpack_free(set_pack(s));
    else table_free(set_table(s), free_member, NULL);
}

void set_free(set *s) {
    free_content(s);
    memory_free(s, sizeof *s);
}

bool set_free_some(set *s, size_t budget) {
    if (set_form_of(s) == SET_TABLE) {
        table_drain(set_table(s), budget, free_member, NULL);
        if (table_count(set_table(s))) return false;
    }
    set_free(s);
    return true;
}

size_t set_count(const set *s) {
    if (set_form_of(s) == SET_INTS) return set_ints(s)->count;
    return set_form_of(s) == SET_PACK ? listpack_count(set_pack(s)) : table_count(set_table(s));
}

/* -- walking ------------------------------------------------------------------------------- */

set_walk set_start(const set *s) {
    set_walk w = { .set = s };
    if (set_form_of(s) == SET_TABLE) w.table.table = set_table(s);
    if (set_form_of(s) == SET_PACK) w.at = listpack_first(set_pack(s));
    return w;
}

bool set_next(set_walk *w) {
    const set *s = w->set;
    if (set_form_of(s) == SET_TABLE) {
        const member *m = table_next(&w->table);
        if (m) w->text = member_text(m);
        return m != NULL;
    }
    if (set_form_of(s) == SET_PACK) {
        if (!w->at) return false;
        w->text = listpack_text(w->at, w->room);
        w->at = listpack_next(set_pack(s), w->at);
        return true;
    }
    if (w->index >= set_ints(s)->count) return false;
    w->text = slice_make(w->room, (size_t)number_print_int(w->room, intset_at(set_ints(s), w->index++)));
    return true;
}

static void batch_hash(set_batch *b) {
    for (int i = 0; i < b->count && !b->hashed; i++) b->hash[i] = hash_of(b->text[i]);
    b->hashed = true;
}

/* What is not in a table lies in the walk's room, one at a time. */
bool set_next_batch(set_walk *w, set_batch *b) {
    const member *found[SET_BATCH];
    int n = 0;
    b->hashed = false;
    if (set_form_of(w->set) != SET_TABLE) {
        b->count = set_next(w);
        b->text[0] = w->text;
        return b->count;
    }
    while (n < SET_BATCH && (found[n] = table_next(&w->table))) n++;
    for (int i = 0; i < n; i++) b->text[i] = member_text(found[i]);
    b->count = n;
    return n;
}

static void batch_prefetch(set_batch *b, const table *t) {
    batch_hash(b);
    for (int i = 0; i < b->count; i++) table_prefetch_bucket(t, b->hash[i]);
    for (int i = 0; i < b->count; i++) table_prefetch_items(t, b->hash[i]);
}

void set_batch_keep(set_batch *b, const set *s, bool there) {
    const table *t = set_form_of(s) == SET_TABLE ? set_table(s) : NULL;
    int kept = 0;
    if (t) batch_prefetch(b, t);
    for (int i = 0; i < b->count; i++) {
        bool found = t ? table_find(t, b->hash[i], b->text[i]) != NULL : set_has(s, b->text[i]);
        if (found != there) continue;
        b->text[kept] = b->text[i];
        b->hash[kept++] = b->hash[i];
    }
    b->count = kept;
}

/* -- encodings -------------------------------------------------------------------------------- */

static void table_put(table *t, slice text) {
    bool found;
    void **slot = table_insert(t, hash_of(text), text, &found);
    if (!found) *slot = member_new(text);
}

static void to_table(set *s) {
    table *t = table_new(&members);
    table_reserve(t, set_count(s) + 1);
    for (set_walk w = set_start(s); set_next(&w);) table_put(t, w.text);
    free_content(s);
    s->as = tagged_make(t, SET_TABLE);
}

static void to_pack(set *s) {
    listpack *pack = listpack_new(0);
    for (uint32_t i = 0; i < set_ints(s)->count; i++) listpack_append_int(&pack, intset_at(set_ints(s), i));
    free_content(s);
    s->as = tagged_make(pack, SET_PACK);
}

static bool pack_allows(size_t count, size_t len) {
    return count <= store_limits.set_max_listpack_entries && len <= store_limits.set_max_listpack_value;
}

void set_expect(set *s, slice first, size_t count) {
    int64_t n;
    assert(set_form_of(s) == SET_INTS && !set_ints(s)->count);
    if (number_parse_int(first, &n) && count <= store_limits.set_max_intset_entries) return;
    if (count <= store_limits.set_max_listpack_entries) to_pack(s);
    else to_table(s);
}

void set_expect_more(set *s, size_t count) {
    bool ints = set_form_of(s) == SET_INTS;
    if (set_form_of(s) == SET_TABLE) return;
    if (count > (ints ? store_limits.set_max_intset_entries : store_limits.set_max_listpack_entries)) to_table(s);
}

void set_expect_many(set *s, size_t count) {
    to_table(s);
    table_reserve(set_table(s), count);
}

/* The longest text among the integers and one of this length: the first or the last integer has most digits. */
static size_t longest(const intset *ints, size_t len) {
    for (int i = 0; i < 2 && ints->count; i++) {
        size_t digits = (size_t)number_int_digits(intset_at(ints, i ? ints->count - 1 : 0));
        if (digits > len) len = digits;
    }
    return len;
}

static bool ints_add(set *s, slice text) {
    int64_t n;
    if (number_parse_int(text, &n)) {
        intset *ints = set_ints(s);
        if (!intset_add(&ints, n)) return false;
        tagged_move(&s->as, ints);
        if (set_ints(s)->count > store_limits.set_max_intset_entries) to_table(s);
        return true;
    }
    if (pack_allows((size_t)set_ints(s)->count + 1, longest(set_ints(s), text.len))) to_pack(s);
    else to_table(s);
    return set_add(s, text);
}

bool set_add(set *s, slice text) {
    if (set_form_of(s) == SET_INTS) return ints_add(s, text);
    if (set_form_of(s) == SET_PACK) {
        uint8_t *first = listpack_first(set_pack(s));
        if (first && listpack_find(set_pack(s), first, text, 0)) return false;
        if (pack_allows(listpack_count(set_pack(s)) + 1, text.len)) {
            listpack *pack = set_pack(s);
            listpack_append(&pack, text);
            tagged_move(&s->as, pack);
            return true;
        }
        to_table(s);
    }
    bool found;
    void **slot = table_insert(set_table(s), hash_of(text), text, &found);
    if (!found) *slot = member_new(text);
    return !found;
}

static bool ints_remove(set *s, slice text) {
    int64_t n;
    intset *ints = set_ints(s);
    bool removed = number_parse_int(text, &n) && intset_remove(&ints, n);
    tagged_move(&s->as, ints);
    return removed;
}

static bool pack_remove(set *s, slice text) {
    listpack *pack = set_pack(s);
    uint8_t *first = listpack_first(pack), *at = first ? listpack_find(pack, first, text, 0) : NULL;
    if (!at) return false;
    listpack_remove(&pack, at, 1);
    tagged_move(&s->as, pack);
    return true;
}

bool set_remove(set *s, slice text) {
    if (set_form_of(s) == SET_INTS) return ints_remove(s, text);
    if (set_form_of(s) == SET_PACK) return pack_remove(s, text);
    member *m = table_remove(set_table(s), hash_of(text), text);
    if (m) member_free(m);
    return m != NULL;
}

bool set_has(const set *s, slice text) {
    int64_t n;
    if (set_form_of(s) == SET_INTS) return number_parse_int(text, &n) && intset_has(set_ints(s), n);
    if (set_form_of(s) == SET_TABLE) return table_find(set_table(s), hash_of(text), text) != NULL;
    uint8_t *first = listpack_first(set_pack(s));
    return first && listpack_find(set_pack(s), first, text, 0);
}

void set_settle(set *s) {
    if (set_form_of(s) == SET_INTS) return;
    size_t count = set_count(s), longest = 0;
    bool all_ints = count <= store_limits.set_max_intset_entries;
    int64_t n;
    bool small = count <= store_limits.set_max_listpack_entries;
    if (!all_ints && !small) return;
    for (set_walk w = set_start(s); set_next(&w);) {
        all_ints = all_ints && number_parse_int(w.text, &n);
        if (w.text.len > longest) longest = w.text.len;
    }
    if (!all_ints && (set_form_of(s) == SET_PACK || !pack_allows(count, longest))) return;
    intset *ints = intset_new();
    listpack *pack = listpack_new(0);
    for (set_walk w = set_start(s); set_next(&w);) {
        if (all_ints && number_parse_int(w.text, &n)) intset_add(&ints, n);
        else listpack_append(&pack, w.text);
    }
    free_content(s);
    s->as = all_ints ? tagged_make(ints, SET_INTS) : tagged_make(pack, SET_PACK);
    if (all_ints) listpack_free(pack);
    else intset_free(ints);
}

slice set_random(const set *s, char *room) {
    size_t count = set_count(s);
    if (set_form_of(s) == SET_TABLE) return member_text(table_random(set_table(s)));
    if (set_form_of(s) == SET_PACK) return listpack_text(listpack_at(set_pack(s), (long)random_below(count)), room);
    return slice_make(room, (size_t)number_print_int(room, intset_at(set_ints(s), (uint32_t)random_below(count))));
}

typedef struct scanning { void (*each)(slice text, void *context); void *context; } scanning;

static void scan_member(void *item, void *context) {
    const scanning *s = context;
    s->each(member_text(item), s->context);
}

uint64_t set_scan(const set *s, uint64_t cursor, void (*each)(slice text, void *context), void *context) {
    scanning how = { each, context };
    if (set_form_of(s) == SET_TABLE) return table_scan(set_table(s), cursor, scan_member, &how);
    for (set_walk w = set_start(s); set_next(&w);) each(w.text, context);
    return 0;
}
