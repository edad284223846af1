/* type.c -- the registered value types, and the digest that DEBUG DIGEST shows. */
#include "store/type.h"
#include "base/assert.h"

static struct {
    const type *by_id[TYPE_COUNT];
    const type *by_rdb[256];
} types;

void type_register(const type *t) {
    assert(t->id < TYPE_COUNT);
    types.by_id[t->id] = t;
}

const type *type_of_id(enum type_id id) { return types.by_id[id]; }

void type_register_rdb(const type *t, const uint8_t *rdb_types, int count) {
    for (int i = 0; i < count; i++) types.by_rdb[rdb_types[i]] = t;
}

const type *type_of_rdb(uint8_t rdb_type) { return types.by_rdb[rdb_type]; }

void digest_xor(digest *d, slice text) {
    uint8_t hash[20];
    sha1_of(text, hash);
    for (int i = 0; i < 20; i++) d->at[i] ^= hash[i];
}

void digest_mix(digest *d, slice text) {
    digest_xor(d, text);
    sha1_of(slice_make(d->at, 20), d->at);
}
