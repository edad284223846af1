/* bits.h -- strings seen as arrays of bits (behaviour.md section 25). Bit 0 is the highest bit of byte 0. */
#ifndef DATA_BITS_H
#define DATA_BITS_H
#include "base/slice.h"

uint64_t bits_count(slice s);                                       /* ones in all bytes */
/* Ones in the bits from .. to, both included; `to` must lie inside. */
uint64_t bits_count_range(slice s, uint64_t from, uint64_t to);
/* The first bit of that value in from .. to, both included; -1 when there is none. */
int64_t  bits_find(slice s, bool bit, uint64_t from, uint64_t to);

enum bits_operation { BITS_AND, BITS_OR, BITS_XOR, BITS_NOT, BITS_DIFF, BITS_DIFF1, BITS_ANDOR, BITS_ONE };
/* Combines the sources (shorter ones end in zeros) into out, which has the length of the longest. NOT takes one
 * source; DIFF is the first without any other, DIFF1 any other without the first, ANDOR the first and any other, ONE
 * exactly one. DIFF1 and ANDOR take at least two. */
void     bits_combine(enum bits_operation operation, uint8_t *out, size_t len, const slice *sources, size_t count);

static inline bool bits_test(slice s, uint64_t offset) {            /* zero past the end */
    return offset / 8 < s.len && ((uint8_t)s.at[offset / 8] >> (7 - offset % 8) & 1);
}
static inline void bits_put(uint8_t *at, uint64_t offset, bool bit) {
    uint8_t mask = (uint8_t)(0x80 >> offset % 8);
    at[offset / 8] = (uint8_t)(bit ? at[offset / 8] | mask : at[offset / 8] & ~mask);
}

/* A BITFIELD type: i1 .. i64, u1 .. u63. */
typedef struct bits_field { bool is_signed; uint8_t width; } bits_field;
enum bits_overflow { BITS_WRAP, BITS_SATURATE, BITS_FAIL };
bool     bits_field_parse(slice text, bits_field *out);             /* "i16", "u8" */
/* The field's number; bits past the end of s are zero. */
int64_t  bits_field_get(slice s, bits_field f, uint64_t offset);
/* Writes the number's low bits; the last of them must lie inside the block. */
void     bits_field_set(uint8_t *at, bits_field f, uint64_t offset, int64_t number);
/* number + increment as the field holds it; false when it does not fit and the policy is FAIL. */
bool     bits_field_add(bits_field f, enum bits_overflow policy, int64_t number, int64_t increment, int64_t *out);
#endif
