/* sizes.c -- counting values by size. */
#include "store/sizes.h"
#include "base/assert.h"
#include "base/memory.h"

void sizes_add(sizes *s, enum type_id id, size_t size) {
    if (!s->bins[id]) s->bins[id] = memory_zero(SIZE_BINS * sizeof **s->bins);
    s->bins[id][size_bin(size)]++;
}

void sizes_remove(sizes *s, enum type_id id, size_t size) {
    uint64_t *bin = &s->bins[id][size_bin(size)];
    assert(*bin);
    --*bin;
}

static void measure(sizes *s, open_value *o) {
    size_t now = o->type->length(o->value);
    sizes_move(s, o->type->id, o->counted, now);
    o->counted = now;
}

void sizes_open(sizes *s, const type *t, const void *value) {
    for (int i = 0; i < OPEN_VALUES; i++) {
        if (s->open[i].value != value) continue;
        s->latest = i;
        return;
    }
    s->latest = (s->latest + 1) % OPEN_VALUES;
    open_value *o = &s->open[s->latest];
    if (o->value) measure(s, o);
    *o = (open_value){ t, value, t->length(value) };
}

void sizes_take(sizes *s, const type *t, const void *value) {
    for (open_value *o = s->open; o < s->open + OPEN_VALUES; o++) {
        if (o->value != value) continue;
        sizes_remove(s, t->id, o->counted);
        o->value = NULL;
        return;
    }
    sizes_remove(s, t->id, t->length(value));
}

void sizes_settle(sizes *s) {
    for (open_value *o = s->open; o < s->open + OPEN_VALUES; o++) {
        if (o->value) measure(s, o);
        o->value = NULL;
    }
}

void sizes_clear(sizes *s) {
    for (int i = 0; i < TYPE_COUNT; i++) if (s->bins[i]) memory_free(s->bins[i], SIZE_BINS * sizeof **s->bins);
    *s = (sizes){ .latest = 0 };
}
