/* hash.c -- hashes in their three encodings. The type (save, load, digest ...) is in hash_type.c. */
#include "store/hash.h"
#include "base/assert.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/random.h"
#include "store/limits.h"

enum { ITEM_TIMED = 1, ITEM_WIDE = 2 };

/* -- items ------------------------------------------------------------------------------------ */

static const char *lens_at(const hash_item *i) { return i->at + (i->flags & ITEM_TIMED ? sizeof(int64_t) : 0); }

static void lens_of(const hash_item *i, uint32_t *field, uint32_t *value) {
    const char *at = lens_at(i);
    if (i->flags & ITEM_WIDE) {
        memcpy(field, at, sizeof *field);
        memcpy(value, at + sizeof *field, sizeof *value);
    } else {
        *field = (uint8_t)at[0];
        *value = (uint8_t)at[1];
    }
}

static const char *texts_at(const hash_item *i) { return lens_at(i) + (i->flags & ITEM_WIDE ? 2 * sizeof(uint32_t) : 2); }

slice hash_item_field(const hash_item *i) {
    uint32_t field, value;
    lens_of(i, &field, &value);
    return slice_make(texts_at(i), field);
}

slice hash_item_value(const hash_item *i) {
    uint32_t field, value;
    lens_of(i, &field, &value);
    return slice_make(texts_at(i) + field, value);
}

int64_t hash_item_time(const hash_item *i) {
    int64_t when = HASH_NO_TIME;
    if (i->flags & ITEM_TIMED) memcpy(&when, i->at, sizeof when);
    return when;
}

size_t hash_item_bytes(const hash_item *i) {
    uint32_t field, value;
    lens_of(i, &field, &value);
    return (size_t)(texts_at(i) - (const char *)i) + field + value;
}

static hash_item *item_new(slice field, slice value, int64_t when) {
    bool wide = field.len > 255 || value.len > 255, timed = when >= 0;
    size_t size = 1 + (timed ? sizeof when : 0) + (wide ? 2 * sizeof(uint32_t) : 2) + field.len + value.len;
    hash_item *i = memory_alloc(size);
    i->flags = (uint8_t)((timed ? ITEM_TIMED : 0) | (wide ? ITEM_WIDE : 0));
    if (timed) memcpy(i->at, &when, sizeof when);
    char *lens = (char *)lens_at(i);
    uint32_t both[2] = { (uint32_t)field.len, (uint32_t)value.len };
    if (wide) memcpy(lens, both, sizeof both);
    else lens[0] = (char)field.len, lens[1] = (char)value.len;
    char *texts = (char *)texts_at(i);
    memcpy(texts, field.at, field.len);
    memcpy(texts + field.len, value.at, value.len);
    return i;
}

static void item_free(hash_item *i) { memory_free(i, hash_item_bytes(i)); }

static slice item_key(const void *item) { return hash_item_field(item); }
static const table_kind items = { item_key, .span = 32 };
static const order_kind by_address = { NULL };

static void index_in(hash_index *big, hash_item *i) {
    int64_t when = hash_item_time(i);
    if (when < 0) return;
    if (!big->due) big->due = order_new(&by_address);
    order_insert(big->due, (double)when, i);
}

static void index_out(hash_index *big, const hash_item *i) {
    int64_t when = hash_item_time(i);
    if (when < 0) return;
    order_remove(big->due, (double)when, i);
    if (order_count(big->due)) return;
    order_free(big->due);
    big->due = NULL;
}

/* -- life ---------------------------------------------------------------------------------------- */

hash *hash_new(void) {
    hash *h = memory_alloc(sizeof *h);
    h->as = tagged_make(listpack_new(0), HASH_PACK);
    return h;
}

static hash table_hash(size_t expected) {
    hash_index *big = memory_alloc(sizeof *big);
    *big = (hash_index){ .fields = table_new(&items) };
    table_reserve(big->fields, expected);
    return (hash){ tagged_make(big, HASH_TABLE) };
}

static void free_item(void *item, void *context) {
    (void)context;
    item_free(item);
}

static void free_content(hash *h) {
    if (hash_form_of(h) != HASH_TABLE) {
        listpack_free(hash_pack(h));
        return;
    }
    hash_index *big = hash_big(h);
    table_free(big->fields, free_item, NULL);
    if (big->due) order_free(big->due);
    memory_free(big, sizeof *big);
}

void hash_free(hash *h) {
    free_content(h);
    memory_free(h, sizeof *h);
}

bool hash_free_some(hash *h, size_t budget) {
    hash_index *big = hash_form_of(h) == HASH_TABLE ? hash_big(h) : NULL;
    if (big && big->due && !order_free_some(big->due, budget)) return false;
    if (big) {
        big->due = NULL;
        table_drain(big->fields, budget, free_item, NULL);
        if (table_count(big->fields)) return false;
    }
    hash_free(h);
    return true;
}

static unsigned stride(const hash *h) { return hash_form_of(h) == HASH_TIMED_PACK ? 3 : 2; }

const uint8_t *hash_pairs(const hash *h) { return hash_form_of(h) == HASH_PACK ? listpack_first(hash_pack(h)) : NULL; }

size_t hash_count(const hash *h) {
    return hash_form_of(h) == HASH_TABLE ? table_count(hash_big(h)->fields) : listpack_count(hash_pack(h)) / stride(h);
}

/* -- encodings --------------------------------------------------------------------------------------- */

bool hash_fits_pack(size_t count, size_t longest) {
    return count <= store_limits.hash_max_listpack_entries && longest <= store_limits.hash_max_listpack_value;
}

void hash_put_timed(hash *h, slice field, slice value, int64_t when) {
    assert(hash_form_of(h) == HASH_TABLE);
    bool found;
    void **slot = table_insert(hash_big(h)->fields, hash_of(field), field, &found);
    assert(!found);
    *slot = item_new(field, value, when);
    index_in(hash_big(h), *slot);
}

void hash_become_table(hash *h) {
    if (hash_form_of(h) == HASH_TABLE) return;
    hash fresh = table_hash(hash_count(h) + 1);
    for (hash_walk w = hash_start(h, 0); hash_next(&w);) hash_put_timed(&fresh, w.field, w.value, w.time);
    free_content(h);
    *h = fresh;
}

void hash_become_timed(hash *h) {
    assert(hash_form_of(h) == HASH_PACK);
    listpack *pack = listpack_new(listpack_bytes(hash_pack(h)) + 2 * hash_count(h));
    for (hash_walk w = hash_start(h, 0); hash_next(&w);) {
        listpack_append(&pack, w.field);
        listpack_append(&pack, w.value);
        listpack_append_int(&pack, 0);
    }
    listpack_free(hash_pack(h));
    h->as = tagged_make(pack, HASH_TIMED_PACK);
}

void hash_expect(hash *h, size_t fields, const slice *texts, int count) {
    size_t longest = 0;
    if (hash_form_of(h) == HASH_TABLE) return;
    for (int i = 0; i < count; i++) if (texts[i].len > longest) longest = texts[i].len;
    size_t total = 0;
    for (int i = 0; i < count; i++) total += texts[i].len;
    if (fields > store_limits.hash_max_listpack_entries || longest > store_limits.hash_max_listpack_value
        || !listpack_has_room(hash_pack(h), total + (size_t)count * 16)) {
        hash_become_table(h);
    }
}

/* -- packs --------------------------------------------------------------------------------------------- */

static uint8_t *pack_find(const hash *h, slice field) {
    uint8_t *first = listpack_first(hash_pack(h));
    return first ? listpack_find(hash_pack(h), first, field, stride(h) - 1) : NULL;
}

/* Time of the field at p; triplets only. 0 in the pack stands for none. */
static int64_t pack_time(const hash *h, const uint8_t *p) {
    if (hash_form_of(h) != HASH_TIMED_PACK) return HASH_NO_TIME;
    int64_t when = listpack_get(listpack_next(hash_pack(h), listpack_next(hash_pack(h), p))).number;
    return when ? when : HASH_NO_TIME;
}

/* Where a triplet of this time belongs: before the first that is later or has none; NULL for the end. */
static uint8_t *pack_place(const hash *h, int64_t when) {
    if (when < 0) return NULL;
    for (uint8_t *p = listpack_first(hash_pack(h)); p;) {
        int64_t other = pack_time(h, p);
        if (other < 0 || other > when) return p;
        for (int i = 0; i < 3 && p; i++) p = listpack_next(hash_pack(h), p);
    }
    return NULL;
}

static void pack_put(hash *h, slice field, slice value, int64_t when) {
    listpack *pack = hash_pack(h);
    if (hash_form_of(h) == HASH_PACK) {
        listpack_append(&pack, field);
        listpack_append(&pack, value);
    } else {
        int64_t time = when < 0 ? 0 : when;
        uint8_t *before = pack_place(h, when), *p = listpack_insert(&pack, before, field);
        if (before) {
            p = listpack_insert(&pack, listpack_next(pack, p), value);
            listpack_insert_int(&pack, listpack_next(pack, p), time);
        } else {
            listpack_append(&pack, value);
            listpack_append_int(&pack, time);
        }
    }
    tagged_move(&h->as, pack);
}

/* Takes out the pair or triplet at p. */
static void pack_drop(hash *h, const uint8_t *p) {
    listpack *pack = hash_pack(h);
    listpack_remove(&pack, p, stride(h));
    tagged_move(&h->as, pack);
}

static bool past(int64_t now, int64_t when) { return when >= 0 && now > when; }

/* -- fields ---------------------------------------------------------------------------------------------- */

bool hash_get(const hash *h, int64_t now, slice field, char *room, slice *value) {
    if (hash_form_of(h) == HASH_TABLE) {
        const hash_item *i = table_find(hash_big(h)->fields, hash_of(field), field);
        if (!i || past(now, hash_item_time(i))) return false;
        *value = hash_item_value(i);
        return true;
    }
    uint8_t *p = pack_find(h, field);
    if (!p || past(now, pack_time(h, p))) return false;
    *value = listpack_text(listpack_next(hash_pack(h), p), room);
    return true;
}

int64_t hash_time(const hash *h, int64_t now, slice field) {
    int64_t when;
    if (hash_form_of(h) == HASH_TABLE) {
        const hash_item *i = table_find(hash_big(h)->fields, hash_of(field), field);
        if (!i) return HASH_NO_FIELD;
        when = hash_item_time(i);
    } else {
        uint8_t *p = pack_find(h, field);
        if (!p) return HASH_NO_FIELD;
        when = pack_time(h, p);
    }
    return past(now, when) ? HASH_NO_FIELD : when;
}

static bool table_set(hash *h, int64_t now, slice field, slice value, bool keep_time) {
    bool found;
    void **slot = table_insert(hash_big(h)->fields, hash_of(field), field, &found);
    if (!found) {
        *slot = item_new(field, value, HASH_NO_TIME);
        return true;
    }
    hash_item *old = *slot;
    int64_t when = hash_item_time(old);
    slice text = hash_item_value(old);
    if (when < 0 && text.len == value.len) {        /* the frequent overwrite allocates nothing */
        memcpy((char *)text.at, value.at, value.len);
        return false;
    }
    *slot = item_new(field, value, keep_time && !past(now, when) ? when : HASH_NO_TIME);
    index_out(hash_big(h), old);
    index_in(hash_big(h), *slot);
    item_free(old);
    return false;
}

static bool pack_set(hash *h, int64_t now, slice field, slice value, bool keep_time) {
    uint8_t *p = pack_find(h, field);
    if (!p) {
        pack_put(h, field, value, HASH_NO_TIME);
        return true;
    }
    int64_t when = pack_time(h, p);
    if (when >= 0 && (!keep_time || past(now, when))) {
        pack_drop(h, p);
        pack_put(h, field, value, HASH_NO_TIME);
        return false;
    }
    listpack *pack = hash_pack(h);
    listpack_replace(&pack, listpack_next(pack, p), value);
    tagged_move(&h->as, pack);
    return false;
}

bool hash_set(hash *h, int64_t now, slice field, slice value, bool keep_time) {
    if (hash_form_of(h) != HASH_TABLE) {
        size_t longest = field.len > value.len ? field.len : value.len;
        if (longest > store_limits.hash_max_listpack_value || !listpack_has_room(hash_pack(h), field.len + value.len + 32)) {
            hash_become_table(h);
        }
    }
    if (hash_form_of(h) == HASH_TABLE) return table_set(h, now, field, value, keep_time);
    bool fresh = pack_set(h, now, field, value, keep_time);
    if (hash_count(h) > store_limits.hash_max_listpack_entries) hash_become_table(h);
    return fresh;
}

bool hash_delete(hash *h, slice field) {
    if (hash_form_of(h) == HASH_TABLE) {
        hash_item *i = table_find(hash_big(h)->fields, hash_of(field), field);
        if (!i) return false;
        table_remove(hash_big(h)->fields, hash_of(field), field);
        index_out(hash_big(h), i);
        item_free(i);
        return true;
    }
    uint8_t *p = pack_find(h, field);
    if (!p) return false;
    pack_drop(h, p);
    return true;
}

void hash_set_time(hash *h, slice field, int64_t when) {
    char room[HASH_ROOM];
    if (hash_form_of(h) == HASH_PACK && when >= 0) hash_become_timed(h);
    if (hash_form_of(h) == HASH_TABLE) {
        void **slot = table_find_slot(hash_big(h)->fields, hash_of(field), field);
        hash_item *old = *slot;
        *slot = item_new(field, hash_item_value(old), when);
        index_out(hash_big(h), old);
        index_in(hash_big(h), *slot);
        item_free(old);
    } else if (hash_form_of(h) == HASH_TIMED_PACK) {
        uint8_t *p = pack_find(h, field);
        bytes *value = bytes_copy(listpack_text(listpack_next(hash_pack(h), p), room));
        pack_drop(h, p);
        pack_put(h, field, bytes_slice(value), when);
        bytes_free(value);
    }
}

int64_t hash_due(const hash *h) {
    if (hash_form_of(h) == HASH_TABLE) {
        if (!hash_big(h)->due) return HASH_NO_TIME;
        order_at first = order_first(hash_big(h)->due);
        return (int64_t)order_score(&first);
    }
    uint8_t *p = hash_form_of(h) == HASH_TIMED_PACK ? listpack_first(hash_pack(h)) : NULL;
    return p ? pack_time(h, p) : HASH_NO_TIME;
}

size_t hash_drop_due(hash *h, int64_t now, size_t most, void (*each)(slice field, void *context), void *context) {
    char room[HASH_ROOM];
    size_t dropped = 0;
    for (; dropped < most && past(now, hash_due(h)); dropped++) {
        bytes *field;
        if (hash_form_of(h) == HASH_TABLE) {
            order_at first = order_first(hash_big(h)->due);
            field = bytes_copy(hash_item_field(order_item(&first)));
        } else {
            field = bytes_copy(listpack_text(listpack_first(hash_pack(h)), room));
        }
        hash_delete(h, bytes_slice(field));
        each(bytes_slice(field), context);
        bytes_free(field);
    }
    return dropped;
}

/* -- walks -------------------------------------------------------------------------------------------------- */

hash_walk hash_start(const hash *h, int64_t now) {
    hash_walk w = { .hash = h, .now = now };
    if (hash_form_of(h) == HASH_TABLE) w.table.table = hash_big(h)->fields;
    else w.at = listpack_first(hash_pack(h));
    return w;
}

static void show_item(hash_walk *w, const hash_item *i) {
    w->field = hash_item_field(i);
    w->value = hash_item_value(i);
    w->time = hash_item_time(i);
}

/* Returns the entry behind the pair or triplet. */
static uint8_t *show_entry(hash_walk *w, const listpack *pack, uint8_t *p, bool timed) {
    w->field = listpack_text(p, w->rooms[0]);
    p = listpack_next(pack, p);
    w->value = listpack_text(p, w->rooms[1]);
    p = listpack_next(pack, p);
    w->time = HASH_NO_TIME;
    if (!timed) return p;
    int64_t when = listpack_get(p).number;
    if (when) w->time = when;
    return listpack_next(pack, p);
}

bool hash_next(hash_walk *w) {
    const hash *h = w->hash;
    for (;;) {
        if (hash_form_of(h) == HASH_TABLE) {
            const hash_item *i = table_next(&w->table);
            if (!i) return false;
            show_item(w, i);
        } else {
            if (!w->at) return false;
            w->at = show_entry(w, hash_pack(h), w->at, hash_form_of(h) == HASH_TIMED_PACK);
        }
        if (!past(w->now, w->time)) return true;
    }
}

static void batch_add(hash_batch *b, slice field, slice value, int64_t when) {
    b->at[b->count].field = field;
    b->at[b->count].value = value;
    b->at[b->count++].time = when;
}

/* What is not in a table lies in the walk's rooms, one at a time. */
bool hash_next_batch(hash_walk *w, hash_batch *b) {
    const hash_item *found[HASH_BATCH];
    int n = 0;
    b->count = 0;
    if (hash_form_of(w->hash) != HASH_TABLE) {
        if (hash_next(w)) batch_add(b, w->field, w->value, w->time);
        return b->count;
    }
    do {
        for (n = 0; n < HASH_BATCH && (found[n] = table_next(&w->table)); n++) {}
        for (int i = 0; i < n; i++) {
            int64_t when = hash_item_time(found[i]);
            if (!past(w->now, when)) batch_add(b, hash_item_field(found[i]), hash_item_value(found[i]), when);
        }
    } while (n && !b->count);
    return b->count;
}

void hash_random(const hash *h, hash_walk *out) {
    if (hash_form_of(h) == HASH_TABLE) {
        show_item(out, table_random(hash_big(h)->fields));
        return;
    }
    long index = (long)(random_below(hash_count(h)) * stride(h));
    show_entry(out, hash_pack(h), listpack_at(hash_pack(h), index), hash_form_of(h) == HASH_TIMED_PACK);
}

typedef struct scanning { int64_t now; void (*each)(slice field, slice value, void *context); void *context; } scanning;

static void scan_item(void *item, void *context) {
    const scanning *s = context;
    if (!past(s->now, hash_item_time(item))) s->each(hash_item_field(item), hash_item_value(item), s->context);
}

uint64_t hash_scan(const hash *h, int64_t now, uint64_t cursor, void (*each)(slice field, slice value, void *context), void *context) {
    scanning s = { now, each, context };
    if (hash_form_of(h) == HASH_TABLE) return table_scan(hash_big(h)->fields, cursor, scan_item, &s);
    for (hash_walk w = hash_start(h, now); hash_next(&w);) each(w.field, w.value, context);
    return 0;
}
