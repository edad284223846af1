/* slice.h -- borrowed bytes and owned bytes.
 *
 * A slice is a pointer and a length that somebody else owns; it is passed by value and never freed. A `bytes *`
 * is owned by whoever holds it: one allocation, length and capacity in front of the text, always followed by a
 * NUL so that it can be handed to code that wants a C string. Appending may move it, so the appending functions
 * take the address of the pointer; a NULL `bytes *` is an empty one. */
#ifndef BASE_SLICE_H
#define BASE_SLICE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct slice {
    const char *at;
    size_t len;
} slice;

typedef struct bytes {
    size_t len, cap;            /* cap does not count the closing NUL */
    char at[];
} bytes;

/* A slice of a string literal, its length known to the compiler. */
#define SLICE(literal) ((slice){ "" literal, sizeof(literal) - 1 })
/* The two arguments that "%.*s" wants. */
#define SLICE_ARGS(s) ((int)(s).len), (s).at

static inline slice slice_of(const char *text) { return (slice){ text, strlen(text) }; }
static inline slice slice_make(const void *at, size_t len) { return (slice){ at, len }; }
static inline uint64_t slice_word(const char *at) {
    uint64_t word;
    memcpy(&word, at, sizeof word);
    return word;
}

/* Names and keys are short: up to 16 bytes are compared on the spot, by words that may overlap. */
static inline bool slice_equal(slice a, slice b) {
    enum { WORD = sizeof(uint64_t) };
    if (a.len != b.len) return false;
    if (a.len < WORD || a.len > 2 * WORD) return !memcmp(a.at, b.at, a.len);
    size_t last = a.len - WORD;
    return !((slice_word(a.at) ^ slice_word(b.at)) | (slice_word(a.at + last) ^ slice_word(b.at + last)));
}

/* Order of bytes as memcmp gives it, a shorter prefix first: negative, zero or positive. */
int  slice_compare(slice a, slice b);
/* Equal but for ASCII case. */
bool slice_same(slice a, slice b);
/* Equal, but for ASCII case, to a C string. */
bool slice_is(slice s, const char *word);
bool slice_starts(slice s, slice prefix);

bytes *bytes_new(size_t cap);                       /* empty, with room for cap bytes */
bytes *bytes_try(size_t cap);                       /* the same for a size that a client chose: NULL when there is not that much */
bytes *bytes_copy(slice s);
void   bytes_free(bytes *b);                        /* NULL is fine */
static inline slice bytes_slice(const bytes *b) { return b ? (slice){ b->at, b->len } : (slice){ "", 0 }; }
size_t bytes_footprint(const bytes *b);             /* what it costs the allocator */
void   bytes_reserve(bytes **b, size_t more);       /* room for `more` further bytes; doubles while below 1 MiB */
void   bytes_append(bytes **b, slice s);
void   bytes_append_text(bytes **b, const char *text);
void   bytes_append_char(bytes **b, char c);
void   bytes_append_int(bytes **b, int64_t n);
void   bytes_printf(bytes **b, const char *format, ...) __attribute__((format(printf, 2, 3)));
void   bytes_resize(bytes **b, size_t len);         /* new bytes are zero */
void   bytes_remove(bytes *b, size_t from, size_t count);
void   bytes_trim_capacity(bytes **b);              /* gives unused room back */
#endif
