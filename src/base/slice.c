/* slice.c -- comparing borrowed bytes, growing owned ones. */
#include "base/slice.h"

#include "base/assert.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>

int slice_compare(slice a, slice b) {
    int order = memcmp(a.at, b.at, a.len < b.len ? a.len : b.len);
    if (order) return order;
    return (a.len > b.len) - (a.len < b.len);
}

bool slice_same(slice a, slice b) {
    if (a.len != b.len) return false;
    for (size_t i = 0; i < a.len; i++)
        if (a.at[i] != b.at[i] && text_lower(a.at[i]) != text_lower(b.at[i])) return false;
    return true;
}

bool slice_is(slice s, const char *word) {
    for (size_t i = 0; i < s.len; i++)
        if (!word[i] || text_lower(s.at[i]) != text_lower(word[i])) return false;
    return !word[s.len];
}

bool slice_starts(slice s, slice prefix) {
    return s.len >= prefix.len && !memcmp(s.at, prefix.at, prefix.len);
}

/* -- owned bytes ----------------------------------------------------------- */

static size_t block_size(size_t cap) {
    return sizeof(bytes) + cap + 1;
}

/* The capacity that costs the allocator nothing more than this one. */
static size_t whole_capacity(size_t cap) {
    assert(cap < SIZE_MAX / 4);
    return memory_good_size(block_size(cap)) - block_size(0);
}

bytes *bytes_new(size_t cap) {
    cap = whole_capacity(cap);
    bytes *b = memory_alloc(block_size(cap));
    b->len = 0;
    b->cap = cap;
    b->at[0] = '\0';
    return b;
}

bytes *bytes_try(size_t cap) {
    cap = whole_capacity(cap);
    bytes *b = memory_try(block_size(cap));
    if (b) *b = (bytes){ .cap = cap };
    return b;
}

bytes *bytes_copy(slice s) {
    bytes *b = bytes_new(s.len);
    memcpy(b->at, s.at, s.len);
    b->len = s.len;
    b->at[s.len] = '\0';
    return b;
}

void bytes_free(bytes *b) {
    if (b) memory_free(b, block_size(b->cap));
}

size_t bytes_footprint(const bytes *b) {
    return b ? memory_good_size(block_size(b->cap)) : 0;
}

static void set_capacity(bytes **b, size_t cap) {
    cap = whole_capacity(cap);
    *b = memory_resize(*b, block_size((*b)->cap), block_size(cap));
    (*b)->cap = cap;
}

void bytes_reserve(bytes **b, size_t more) {
    enum { DOUBLE_BELOW = 1 << 20 };
    if (!*b) {
        *b = bytes_new(more);
        return;
    }
    assert(more < SIZE_MAX / 8);
    size_t need = (*b)->len + more;
    if (need <= (*b)->cap) return;
    set_capacity(b, need + (need < DOUBLE_BELOW ? need : DOUBLE_BELOW));
}

void bytes_append(bytes **b, slice s) {
    bytes_reserve(b, s.len);
    bytes *to = *b;
    memcpy(to->at + to->len, s.at, s.len);
    to->len += s.len;
    to->at[to->len] = '\0';
}

void bytes_append_text(bytes **b, const char *text) {
    bytes_append(b, slice_of(text));
}

void bytes_append_char(bytes **b, char c) {
    bytes_append(b, slice_make(&c, 1));
}

void bytes_append_int(bytes **b, int64_t n) {
    char text[NUMBER_INT_TEXT];
    bytes_append(b, slice_make(text, (size_t)number_print_int(text, n)));
}

void bytes_printf(bytes **b, const char *format, ...) {
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    bytes_reserve(b, 1);
    size_t room = (*b)->cap - (*b)->len + 1;
    int len = vsnprintf((*b)->at + (*b)->len, room, format, args);
    assert(len >= 0);
    if ((size_t)len >= room) {
        bytes_reserve(b, (size_t)len);
        vsnprintf((*b)->at + (*b)->len, (size_t)len + 1, format, again);
    }
    (*b)->len += (size_t)len;
    va_end(again);
    va_end(args);
}

void bytes_resize(bytes **b, size_t len) {
    size_t old = *b ? (*b)->len : 0;
    if (len > old || !*b) {
        bytes_reserve(b, len - old);
        memset((*b)->at + old, 0, len - old);
    }
    (*b)->len = len;
    (*b)->at[len] = '\0';
}

void bytes_remove(bytes *b, size_t from, size_t count) {
    assert(from <= b->len && count <= b->len - from);
    memmove(b->at + from, b->at + from + count, b->len - from - count + 1);
    b->len -= count;
}

void bytes_trim_capacity(bytes **b) {
    if (*b && whole_capacity((*b)->len) < (*b)->cap) set_capacity(b, (*b)->len);
}
