/* db.c -- entries by name and by time. */
#include "store/db.h"
#include "base/assert.h"
#include "store/reclaim.h"

static const order_kind by_address = { NULL };

db *db_new(int id) {
    db *d = memory_zero(sizeof *d);
    d->id = id;
    d->table = table_new(&entry_table_kind);
    d->expires = order_new(&by_address);
    d->fields_due = order_new(&by_address);
    return d;
}

static void free_value(entry *e) {
    if (entry_type_id(e) != TYPE_STRING) reclaim(entry_type(e), entry_give(e));
    else if (entry_encoding_of(e) == ENCODING_RAW) bytes_free(entry_value(e));
}

static void free_item(void *item, void *context) {
    (void)context;
    free_value(item);
    entry_free_shell(item);
}

void db_free(db *d) {
    table_free(d->table, free_item, NULL);
    order_free(d->expires);
    order_free(d->fields_due);
    sizes_clear(&d->sizes);
    memory_free(d, sizeof *d);
}

size_t db_count(const db *d) { return table_count(d->table); }
size_t db_expires_count(const db *d) { return order_count(d->expires); }

static void add_expiry(db *d, int64_t when, uint64_t sign) {
    d->expiries.blocks += ((uint64_t)when >> 10) * sign;
    d->expiries.rest += ((uint64_t)when & 1023) * sign;
}

int64_t db_mean_expiry(const db *d) {
    uint64_t n = db_expires_count(d);
    return n ? (int64_t)((d->expiries.blocks / n << 10) + ((d->expiries.blocks % n << 10) + d->expiries.rest) / n) : 0;
}

entry *db_find(const db *d, uint64_t hash, slice key) { return table_find(d->table, hash, key); }

static int64_t fields_due(const entry *e) {
    const type *t = entry_type(e);
    return t->due ? t->due(entry_value(e)) : -1;
}

/* The two indexes hold addresses: every move of an entry takes it out before and puts it in after. */
static void index_in(db *d, entry *e) {
    int64_t when = entry_expiry(e), due = fields_due(e);
    if (when >= 0) {
        order_insert(d->expires, (double)when, e);
        add_expiry(d, when, 1);
    }
    if (due >= 0) order_insert(d->fields_due, (double)due, e);
}

static void index_out(db *d, entry *e) {
    int64_t when = entry_expiry(e), due = fields_due(e);
    if (when >= 0) {
        order_remove(d->expires, (double)when, e);
        add_expiry(d, when, UINT64_MAX);
    }
    if (due >= 0) order_remove(d->fields_due, (double)due, e);
}

/* A value comes into this db, or leaves it; a mere move of its entry is neither. */
static void count_in(db *d, const entry *e) {
    enum type_id id = entry_type_id(e);
    sizes_add(&d->sizes, id, id == TYPE_STRING ? string_length(e) : type_of_id(id)->length(entry_value(e)));
}

static void count_out(db *d, const entry *e) {
    if (entry_type_id(e) == TYPE_STRING) sizes_remove(&d->sizes, TYPE_STRING, string_length(e));
    else sizes_take(&d->sizes, entry_type(e), entry_value(e));
}

static void insert(db *d, uint64_t hash, entry *e) {
    bool found;
    void **slot = table_insert(d->table, hash, entry_key(e), &found);
    assert(!found);
    *slot = e;
    index_in(d, e);
    count_in(d, e);
}

entry *db_add(db *d, uint64_t hash, slice key, const type *t, void *value, int64_t expiry) {
    entry *e = entry_of(key, t, value, expiry);
    insert(d, hash, e);
    return e;
}

entry *db_exchange(db *d, uint64_t hash, entry *from, entry *to) {
    void **slot = table_find_slot(d->table, hash, entry_key(to));
    assert(slot && *slot == from);
    index_out(d, from);
    count_out(d, from);
    *slot = to;
    free_value(from);
    entry_free_shell(from);
    index_in(d, to);
    count_in(d, to);
    return to;
}

entry *db_replace(db *d, entry *e, const type *t, void *value) {
    entry *to = entry_of(entry_key(e), t, value, entry_expiry(e));
    entry_set_access(to, entry_access(e));
    return db_exchange(d, hash_of(entry_key(e)), e, to);
}

entry *db_set_expiry(db *d, entry *e, int64_t when) {
    int64_t before = entry_expiry(e);
    if (before == when) return e;
    if (before >= 0 && when >= 0) {
        order_remove(d->expires, (double)before, e);
        memcpy((char *)entry_expiry_at(e), &when, sizeof when);
        order_insert(d->expires, (double)when, e);
        add_expiry(d, before, UINT64_MAX);
        add_expiry(d, when, 1);
        return e;
    }
    uint64_t hash = hash_of(entry_key(e));
    void **slot = table_find_slot(d->table, hash, entry_key(e));
    assert(slot && *slot == e);
    index_out(d, e);
    sizes_settle(&d->sizes);
    size_t value_bytes = entry_bytes(e) - (size_t)(entry_value_at(e) - (const char *)e);
    e = entry_reshape(e, entry_encoding_of(e), when, value_bytes);
    *slot = e;
    index_in(d, e);
    return e;
}

entry *db_take(db *d, uint64_t hash, entry *e) {
    index_out(d, e);
    count_out(d, e);
    void *removed = table_remove(d->table, hash, entry_key(e));
    assert(removed == e);
    return e;
}

void db_remove(db *d, uint64_t hash, entry *e) {
    db_take(d, hash, e);
    free_value(e);
    entry_free_shell(e);
}

entry *db_put(db *d, uint64_t hash, slice key, entry *taken) {
    if (!slice_equal(key, entry_key(taken))) {
        size_t value_bytes = entry_bytes(taken) - (size_t)(entry_value_at(taken) - (const char *)taken);
        entry *e = entry_new(key, entry_type_id(taken), entry_encoding_of(taken), entry_expiry(taken), value_bytes);
        entry_set_access(e, entry_access(taken));
        memcpy((char *)entry_value_at(e), entry_value_at(taken), value_bytes);
        entry_free_shell(taken);
        taken = e;
    }
    insert(d, hash, taken);
    return taken;
}

entry *db_copy_entry(db *to, uint64_t hash, slice key, const entry *from, int64_t expiry) {
    entry *e;
    if (entry_type_id(from) != TYPE_STRING) {
        e = entry_of(key, entry_type(from), entry_type(from)->copy(entry_value(from)), expiry);
    } else {
        size_t value_bytes = entry_bytes(from) - (size_t)(entry_value_at(from) - (const char *)from);
        e = entry_new(key, TYPE_STRING, entry_encoding_of(from), expiry, value_bytes);
        memcpy((char *)entry_value_at(e), entry_value_at(from), value_bytes);
        if (entry_encoding_of(from) == ENCODING_RAW) entry_set_value(e, bytes_copy(bytes_slice(entry_value(from))));
    }
    entry_set_access(e, entry_access(from));
    insert(to, hash, e);
    return e;
}

void db_fields_changed(db *d, entry *e, int64_t before) {
    int64_t due = fields_due(e);
    if (due == before) return;
    if (before >= 0) order_remove(d->fields_due, (double)before, e);
    if (due >= 0) order_insert(d->fields_due, (double)due, e);
}

static entry *first_due(const order *o, int64_t now) {
    order_at at = order_first(o);
    return at.leaf && order_score(&at) <= (double)now ? order_item(&at) : NULL;
}

/* A key is expired when now is past its time; a field likewise. */
entry *db_first_expired(const db *d, int64_t now) { return first_due(d->expires, now - 1); }
entry *db_first_field_due(const db *d, int64_t now) { return first_due(d->fields_due, now - 1); }

int64_t db_next_due(const db *d) {
    order_at key = order_first(d->expires), field = order_first(d->fields_due);
    int64_t when = key.leaf ? (int64_t)order_score(&key) : -1;
    int64_t due = field.leaf ? (int64_t)order_score(&field) : -1;
    if (when < 0 || (due >= 0 && due < when)) return due;
    return when;
}

size_t db_flush(db *d, bool later) {
    size_t count = table_count(d->table);
    if (!count) return 0;
    if (later) {
        reclaim_table(d->table);
        reclaim_order(d->expires);
        reclaim_order(d->fields_due);
    } else {
        table_free(d->table, free_item, NULL);
        order_free(d->expires);
        order_free(d->fields_due);
    }
    d->table = table_new(&entry_table_kind);
    d->expires = order_new(&by_address);
    d->fields_due = order_new(&by_address);
    d->expiries = (time_sum){ 0 };
    sizes_clear(&d->sizes);
    return count;
}

void db_swap(db *a, db *b) {
    db was = *a;
    a->table = b->table, a->expires = b->expires, a->fields_due = b->fields_due, a->expiries = b->expiries;
    a->sizes = b->sizes;
    b->table = was.table, b->expires = was.expires, b->fields_due = was.fields_due, b->expiries = was.expiries;
    b->sizes = was.sizes;
}

bool db_move(db *d, void **slot) {
    entry *e = *slot;
    size_t size = entry_bytes(e);
    if (!memory_sparse(e, size)) return false;
    sizes_settle(&d->sizes);
    index_out(d, e);
    *slot = memory_move(e, size);
    index_in(d, *slot);
    return *slot != e;
}

size_t db_overhead(const db *d) {
    return table_footprint(d->table) + order_footprint(d->expires) + order_footprint(d->fields_due);
}
