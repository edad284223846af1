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
    *s = (set){ .form = SET_INTS, .as.ints = intset_new() };
    return s;
}

static void free_member(void *item, void *context) {
    (void)context;
    member_free(item);
}

static void free_content(set *s) {
    if (s->form == SET_INTS) intset_free(s->as.ints);
    else if (s->form == SET_PACK) listpack_free(s->as.pack);
    else table_free(s->as.table, free_member, NULL);
}

void set_free(set *s) {
    free_content(s);
    memory_free(s, sizeof *s);
}

size_t set_count(const set *s) {
    if (s->form == SET_INTS) return s->as.ints->count;
    return s->form == SET_PACK ? listpack_count(s->as.pack) : table_count(s->as.table);
}

/* -- walking ------------------------------------------------------------------------------- */

set_walk set_start(const set *s) {
    set_walk w = { .set = s };
    if (s->form == SET_TABLE) w.table.table = s->as.table;
    if (s->form == SET_PACK) w.at = listpack_first(s->as.pack);
    return w;
}

bool set_next(set_walk *w) {
    const set *s = w->set;
    if (s->form == SET_TABLE) {
        const member *m = table_next(&w->table);
        if (m) w->text = member_text(m);
        return m != NULL;
    }
    if (s->form == SET_PACK) {
        if (!w->at) return false;
        w->text = listpack_text(w->at, w->room);
        w->at = listpack_next(s->as.pack, w->at);
        return true;
    }
    if (w->index >= s->as.ints->count) return false;
    w->text = slice_make(w->room, (size_t)number_print_int(w->room, intset_at(s->as.ints, w->index++)));
    return true;
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
    s->form = SET_TABLE;
    s->as.table = t;
}

static void to_pack(set *s) {
    listpack *pack = listpack_new(0);
    for (uint32_t i = 0; i < s->as.ints->count; i++) listpack_append_int(&pack, intset_at(s->as.ints, i));
    free_content(s);
    s->form = SET_PACK;
    s->as.pack = pack;
}

static bool pack_allows(size_t count, size_t len) {
    return count <= store_limits.set_max_listpack_entries && len <= store_limits.set_max_listpack_value;
}

void set_expect(set *s, slice first, size_t count) {
    int64_t n;
    assert(s->form == SET_INTS && !s->as.ints->count);
    if (number_parse_int(first, &n) && count <= store_limits.set_max_intset_entries) return;
    if (count <= store_limits.set_max_listpack_entries) to_pack(s);
    else to_table(s);
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
        if (!intset_add(&s->as.ints, n)) return false;
        if (s->as.ints->count > store_limits.set_max_intset_entries) to_table(s);
        return true;
    }
    if (pack_allows((size_t)s->as.ints->count + 1, longest(s->as.ints, text.len))) to_pack(s);
    else to_table(s);
    return set_add(s, text);
}

bool set_add(set *s, slice text) {
    if (s->form == SET_INTS) return ints_add(s, text);
    if (s->form == SET_PACK) {
        uint8_t *first = listpack_first(s->as.pack);
        if (first && listpack_find(s->as.pack, first, text, 0)) return false;
        if (pack_allows(listpack_count(s->as.pack) + 1, text.len)) {
            listpack_append(&s->as.pack, text);
            return true;
        }
        to_table(s);
    }
    bool found;
    void **slot = table_insert(s->as.table, hash_of(text), text, &found);
    if (!found) *slot = member_new(text);
    return !found;
}

bool set_remove(set *s, slice text) {
    int64_t n;
    if (s->form == SET_INTS) return number_parse_int(text, &n) && intset_remove(&s->as.ints, n);
    if (s->form == SET_PACK) {
        uint8_t *first = listpack_first(s->as.pack), *at = first ? listpack_find(s->as.pack, first, text, 0) : NULL;
        if (at) listpack_remove(&s->as.pack, at, 1);
        return at != NULL;
    }
    member *m = table_remove(s->as.table, hash_of(text), text);
    if (m) member_free(m);
    return m != NULL;
}

bool set_has(const set *s, slice text) {
    int64_t n;
    if (s->form == SET_INTS) return number_parse_int(text, &n) && intset_has(s->as.ints, n);
    if (s->form == SET_TABLE) return table_find(s->as.table, hash_of(text), text) != NULL;
    uint8_t *first = listpack_first(s->as.pack);
    return first && listpack_find(s->as.pack, first, text, 0);
}

void set_settle(set *s) {
    if (s->form == SET_INTS) return;
    size_t count = set_count(s), longest = 0;
    bool all_ints = count <= store_limits.set_max_intset_entries;
    int64_t n;
    bool small = count <= store_limits.set_max_listpack_entries;
    if (!all_ints && !small) return;
    for (set_walk w = set_start(s); set_next(&w);) {
        all_ints = all_ints && number_parse_int(w.text, &n);
        if (w.text.len > longest) longest = w.text.len;
    }
    if (!all_ints && (s->form == SET_PACK || !pack_allows(count, longest))) return;
    set fresh = { .form = SET_INTS, .as.ints = intset_new() };
    if (!all_ints) to_pack(&fresh);
    for (set_walk w = set_start(s); set_next(&w);) {
        if (all_ints && number_parse_int(w.text, &n)) intset_add(&fresh.as.ints, n);
        else listpack_append(&fresh.as.pack, w.text);
    }
    free_content(s);
    *s = fresh;
}

slice set_random(const set *s, char *room) {
    size_t count = set_count(s);
    if (s->form == SET_TABLE) return member_text(table_random(s->as.table));
    if (s->form == SET_PACK) return listpack_text(listpack_at(s->as.pack, (long)random_below(count)), room);
    return slice_make(room, (size_t)number_print_int(room, intset_at(s->as.ints, (uint32_t)random_below(count))));
}

typedef struct scanning { void (*each)(slice text, void *context); void *context; } scanning;

static void scan_member(void *item, void *context) {
    const scanning *s = context;
    s->each(member_text(item), s->context);
}

uint64_t set_scan(const set *s, uint64_t cursor, void (*each)(slice text, void *context), void *context) {
    scanning how = { each, context };
    if (s->form == SET_TABLE) return table_scan(s->as.table, cursor, scan_member, &how);
    for (set_walk w = set_start(s); set_next(&w);) each(w.text, context);
    return 0;
}
