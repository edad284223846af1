/* intset.c -- sorted integers in one block, whose size follows from its header. */
#include "data/intset.h"

#include "base/assert.h"
#include "base/memory.h"

static uint32_t width_for(int64_t n) {
    if (n >= INT16_MIN && n <= INT16_MAX) return 2;
    return n >= INT32_MIN && n <= INT32_MAX ? 4 : 8;
}

static int64_t read_at(const uint8_t *at, uint32_t width, uint32_t index) {
    if (width == 2) {
        int16_t n;
        memcpy(&n, at + (size_t)index * 2, sizeof n);
        return n;
    }
    if (width == 4) {
        int32_t n;
        memcpy(&n, at + (size_t)index * 4, sizeof n);
        return n;
    }
    int64_t n;
    memcpy(&n, at + (size_t)index * 8, sizeof n);
    return n;
}

/* Little-endian machines only: the low bytes of n are its narrower forms. */
static void write_at(intset *s, uint32_t index, int64_t n) {
    memcpy(s->at + (size_t)index * s->width, &n, s->width);
}

static size_t bytes_for(uint32_t width, uint32_t count) { return sizeof(intset) + (size_t)width * count; }

/* Room grows in steps, so that adding does not move the block each time: to the next multiple of a sixteenth. */
static size_t block_for(uint32_t width, uint32_t count) {
    size_t size = bytes_for(width, count);
    if (size <= 128) return (size + 7) & ~(size_t)7;
    size_t step = (size_t)1 << (60 - __builtin_clzll(size));
    return (size + step - 1) & ~(step - 1);
}

static size_t block_of(const intset *s) { return block_for(s->width, s->count); }

intset *intset_new(void) {
    intset *s = memory_alloc(block_for(2, 0));
    s->width = 2;
    s->count = 0;
    return s;
}

intset *intset_copy(const intset *s) {
    intset *copy = memory_alloc(block_of(s));
    memcpy(copy, s, intset_bytes(s));
    return copy;
}

intset *intset_load(slice block) {
    intset head;
    memcpy(&head, block.at, sizeof head);
    intset *s = memory_alloc(block_for(head.width, head.count));
    memcpy(s, block.at, block.len);
    return s;
}

void intset_free(intset *s) {
    if (s) memory_free(s, block_of(s));
}

size_t intset_bytes(const intset *s) { return bytes_for(s->width, s->count); }
size_t intset_footprint(const intset *s) { return memory_good_size(block_of(s)); }
intset *intset_defragment(intset *s) { return memory_move(s, block_of(s)); }

int64_t intset_at(const intset *s, uint32_t index) {
    assert(index < s->count);
    return read_at(s->at, s->width, index);
}

/* Where n stands or would stand. No branch depends on what is found, so nothing is mispredicted. */
static uint32_t lower_bound(const intset *s, int64_t n) {
    uint32_t from = 0;
    for (uint32_t len = s->count; len > 0; ) {
        uint32_t half = len / 2;
        from += read_at(s->at, s->width, from + half) < n ? len - half : 0;
        len = half;
    }
    return from;
}

static bool stands_at(const intset *s, uint32_t index, int64_t n) {
    return index < s->count && read_at(s->at, s->width, index) == n;
}

bool intset_has(const intset *s, int64_t n) {
    return width_for(n) <= s->width && stands_at(s, lower_bound(s, n), n);
}

static void set_count(intset **s, uint32_t width, uint32_t count) {
    size_t old_block = block_of(*s), block = block_for(width, count);
    if (block != old_block) *s = memory_resize(*s, old_block, block);
}

/* Widens every number for one that needs it; that one is below or above all others. */
static void add_wider(intset **s, int64_t n) {
    uint32_t count = (*s)->count, old_width = (*s)->width, first = n < 0;
    set_count(s, width_for(n), count + 1);
    (*s)->width = width_for(n);
    for (uint32_t i = count; i-- > 0; ) write_at(*s, i + first, read_at((*s)->at, old_width, i));
    write_at(*s, first ? 0 : count, n);
    (*s)->count = count + 1;
}

bool intset_add(intset **s, int64_t n) {
    assert((*s)->count < UINT32_MAX);
    if (width_for(n) > (*s)->width) {
        add_wider(s, n);
        return true;
    }
    uint32_t width = (*s)->width, count = (*s)->count, index = count;
    if (count && read_at((*s)->at, width, count - 1) >= n) {
        index = lower_bound(*s, n);
        if (stands_at(*s, index, n)) return false;
    }
    set_count(s, width, count + 1);
    uint8_t *at = (*s)->at + (size_t)index * width;
    memmove(at + width, at, (size_t)(count - index) * width);
    write_at(*s, index, n);
    (*s)->count = count + 1;
    return true;
}

bool intset_remove(intset **s, int64_t n) {
    if (width_for(n) > (*s)->width) return false;
    uint32_t index = lower_bound(*s, n), count = (*s)->count, width = (*s)->width;
    if (!stands_at(*s, index, n)) return false;
    uint8_t *at = (*s)->at + (size_t)index * width;
    memmove(at, at + width, (size_t)(count - index - 1) * width);
    set_count(s, width, count - 1);
    (*s)->count = count - 1;
    return true;
}

bool intset_validate(const uint8_t *block, size_t len) {
    intset head;
    if (len < sizeof head) return false;
    memcpy(&head, block, sizeof head);
    if (head.width != 2 && head.width != 4 && head.width != 8) return false;
    if (head.count == 0 || bytes_for(head.width, head.count) != len) return false;
    for (uint32_t i = 1; i < head.count; i++) {
        const uint8_t *at = block + sizeof head;
        if (read_at(at, head.width, i - 1) >= read_at(at, head.width, i)) return false;
    }
    return true;
}
