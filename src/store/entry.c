/* entry.c -- making, reshaping and measuring entries. */
#include "store/entry.h"
#include "base/assert.h"
#include "data/table.h"

static slice entry_table_key(const void *item) { return entry_key(item); }
const table_kind entry_table_kind = { entry_table_key, .span = 40 };

static size_t value_bytes_of(const entry *e) {
    if (entry_encoding_of(e) == ENCODING_EMBEDDED) return 1 + (size_t)*(const uint8_t *)entry_value_at(e);
    return ENTRY_WORD;
}

size_t entry_bytes(const entry *e) {
    return (size_t)(entry_value_at(e) - (const char *)e) + value_bytes_of(e);
}

/* The size an entry of this shape takes: the room for its value is part of the block, and an embedded value's length byte
 * says how much there is, so entry_bytes() finds the size again. */
entry *entry_new(slice key, enum type_id id, enum entry_encoding encoding, int64_t expiry, size_t value_bytes) {
    bool wide = key.len > 255;
    size_t size = sizeof(entry) + (wide ? 4 : 0) + (expiry >= 0 ? 8 : 0) + key.len + value_bytes;
    entry *e = memory_alloc(size);
    e->kind = (uint8_t)(id | encoding << 4);
    e->flags = (uint8_t)((wide ? ENTRY_LONG_KEY : 0) | (expiry >= 0 ? ENTRY_EXPIRES : 0));
    e->key_len = (uint8_t)key.len;
    entry_set_access(e, 0);
    if (wide) {
        uint32_t len = (uint32_t)key.len;
        memcpy(e->at, &len, sizeof len);
    }
    if (expiry >= 0) memcpy((char *)entry_expiry_at(e), &expiry, sizeof expiry);
    memcpy((char *)entry_key_at(e), key.at, key.len);
    if (encoding == ENCODING_EMBEDDED) *(uint8_t *)entry_value_at(e) = (uint8_t)(value_bytes - 1);
    return e;
}

entry *entry_of(slice key, const type *t, void *value, int64_t expiry) {
    entry *e = entry_new(key, t->id, t->word ? ENCODING_WORD : ENCODING_NONE, expiry, ENTRY_WORD);
    if (t->word) {
        memcpy((char *)entry_value_at(e), value, ENTRY_WORD);
        memory_free(value, ENTRY_WORD);
    } else {
        entry_set_value(e, value);
    }
    return e;
}

void *entry_give(entry *e) {
    if (entry_encoding_of(e) != ENCODING_WORD) return entry_value(e);
    return memcpy(memory_alloc(ENTRY_WORD), entry_value_at(e), ENTRY_WORD);
}

entry *entry_reshape(entry *e, enum entry_encoding encoding, int64_t expiry, size_t value_bytes) {
    entry *to = entry_new(entry_key(e), entry_type_id(e), encoding, expiry, value_bytes);
    entry_set_access(to, entry_access(e));
    size_t have = value_bytes_of(e);
    size_t skip = encoding == ENCODING_EMBEDDED ? 1 : 0;
    if (encoding == entry_encoding_of(e)) {
        size_t kept = have < value_bytes ? have : value_bytes;
        if (kept > skip) memcpy((char *)entry_value_at(to) + skip, entry_value_at(e) + skip, kept - skip);
    }
    entry_free_shell(e);
    return to;
}

void entry_free_shell(entry *e) { memory_free(e, entry_bytes(e)); }

size_t entry_footprint(const entry *e, size_t samples) {
    const type *t = entry_type(e);
    size_t shell = memory_good_size(entry_bytes(e));
    if (t->id != TYPE_STRING) return shell + t->size(entry_value(e), samples);
    return shell + (entry_encoding_of(e) == ENCODING_RAW ? bytes_footprint(entry_value(e)) : 0);
}

const char *entry_encoding_name(const entry *e) {
    switch (entry_encoding_of(e)) {
    case ENCODING_INT: return "int";
    case ENCODING_EMBEDDED: return "embstr";
    case ENCODING_RAW: return "raw";
    case ENCODING_NONE: case ENCODING_WORD: break;
    }
    return entry_type(e)->encoding(entry_value(e));
}
