/* string.c -- string values: integers and short texts inside the entry, longer ones in a buffer of their own. */
#include "base/assert.h"
#include "base/number.h"
#include "store/db.h"
#include "store/rdb_io.h"

slice string_text(const entry *e, char *room) {
    const char *at = entry_value_at(e);
    switch (entry_encoding_of(e)) {
    case ENCODING_INT: {
        int64_t n;
        memcpy(&n, at, sizeof n);
        return slice_make(room, (size_t)number_print_int(room, n));
    }
    case ENCODING_EMBEDDED: return slice_make(at + 1, *(const uint8_t *)at);
    default: return bytes_slice(entry_value(e));
    }
}

size_t string_length(const entry *e) {
    int64_t n;
    if (entry_encoding_of(e) != ENCODING_INT) return string_text(e, NULL).len;
    memcpy(&n, entry_value_at(e), sizeof n);
    return (size_t)number_int_digits(n);
}

bool string_int(const entry *e, int64_t *n) {
    if (entry_encoding_of(e) != ENCODING_INT) return number_parse_int(string_text(e, NULL), n);
    memcpy(n, entry_value_at(e), sizeof *n);
    return true;
}

/* What a text becomes when stored: its encoding and how many bytes of the entry it takes. */
typedef struct shape { enum entry_encoding encoding; size_t bytes; int64_t number; } shape;

static shape shape_of(slice text) {
    shape s = { ENCODING_RAW, sizeof(bytes *), 0 };
    if (text.len < NUMBER_INT_TEXT && number_parse_int(text, &s.number)) s.encoding = ENCODING_INT, s.bytes = sizeof s.number;
    else if (text.len <= ENTRY_EMBEDDED_MAX) s.encoding = ENCODING_EMBEDDED, s.bytes = 1 + text.len;
    return s;
}

static void fill(entry *e, const shape *s, slice text) {
    char *at = (char *)entry_value_at(e);
    if (s->encoding == ENCODING_INT) memcpy(at, &s->number, sizeof s->number);
    else if (s->encoding == ENCODING_EMBEDDED) *(uint8_t *)at = (uint8_t)text.len, memcpy(at + 1, text.at, text.len);
    else entry_set_value(e, bytes_copy(text));
}

/* True when the block that holds e also fits the new value, so nothing has to be allocated or moved. */
static bool fits(const entry *e, const shape *s, int64_t expiry) {
    if (entry_type_id(e) != TYPE_STRING || entry_expiry(e) != expiry || s->encoding == ENCODING_RAW) return false;
    if (entry_encoding_of(e) == ENCODING_RAW) return false;
    size_t head = (size_t)(entry_value_at(e) - (const char *)e);
    return memory_good_size(head + s->bytes) == memory_good_size(entry_bytes(e));
}

static entry *set_shape(db *d, uint64_t hash, slice key, entry *e, const shape *s, slice text, int64_t expiry) {
    if (e && fits(e, s, expiry)) {
        size_t before = string_length(e);
        e->kind = (uint8_t)(TYPE_STRING | s->encoding << 4);
        fill(e, s, text);
        sizes_move(&d->sizes, TYPE_STRING, before, string_length(e));
        return e;
    }
    entry *to = entry_new(key, TYPE_STRING, s->encoding, expiry, s->bytes);
    fill(to, s, text);
    if (!e) return db_put(d, hash, key, to);
    entry_set_access(to, entry_access(e));
    return db_exchange(d, hash, e, to);
}

entry *string_set(db *d, uint64_t hash, slice key, entry *e, slice text, int64_t expiry) {
    shape s = shape_of(text);
    return set_shape(d, hash, key, e, &s, text, expiry);
}

entry *string_set_own(db *d, uint64_t hash, slice key, entry *e, bytes *text, int64_t expiry) {
    entry *to = entry_new(key, TYPE_STRING, ENCODING_RAW, expiry, sizeof text);
    entry_set_value(to, text);
    if (!e) return db_put(d, hash, key, to);
    entry_set_access(to, entry_access(e));
    return db_exchange(d, hash, e, to);
}

entry *string_set_int(db *d, uint64_t hash, slice key, entry *e, int64_t n, int64_t expiry) {
    shape s = { ENCODING_INT, sizeof n, n };
    return set_shape(d, hash, key, e, &s, (slice){ "", 0 }, expiry);
}

entry *string_set_text(db *d, uint64_t hash, slice key, entry *e, slice text, int64_t expiry, bool raw) {
    shape s = { ENCODING_EMBEDDED, 1 + text.len, 0 };
    if (raw || text.len > ENTRY_EMBEDDED_MAX) s = (shape){ ENCODING_RAW, sizeof(bytes *), 0 };
    return set_shape(d, hash, key, e, &s, text, expiry);
}

bytes *string_open(db *d, entry **e, size_t len) {
    bytes *text;
    if (entry_encoding_of(*e) != ENCODING_RAW) {
        char room[NUMBER_INT_TEXT];
        text = bytes_copy(string_text(*e, room));
        entry *to = entry_new(entry_key(*e), TYPE_STRING, ENCODING_RAW, entry_expiry(*e), sizeof text);
        entry_set_access(to, entry_access(*e));
        entry_set_value(to, text);
        *e = db_exchange(d, hash_of(entry_key(*e)), *e, to);
    }
    text = entry_value(*e);
    if (text->len != len) {
        sizes_move(&d->sizes, TYPE_STRING, text->len, len);
        if (!text->len && text->cap < len) {            /* its first text fits exactly: most never grow again */
            bytes_free(text);
            text = bytes_new(len);
        }
        bytes_resize(&text, len);
        entry_set_value(*e, text);
    }
    return text;
}

static void free_text(void *value) { bytes_free(value); }
static bool free_text_some(void *value, size_t budget) { (void)budget; bytes_free(value); return true; }
static size_t effort(const void *value) { (void)value; return 1; }

/* Strings are kept by their entry, so most of a type's functions have nothing to do here: db.c, entry.c and the savers ask
 * for the text. */
const type string_type = {
    .name = "string", .id = TYPE_STRING, .free = free_text, .free_some = free_text_some, .effort = effort,
};
