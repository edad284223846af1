/* bits.c -- counting, finding, combining and BITFIELD's small integers. */
#include "data/bits.h"

#include "base/assert.h"
#include "base/number.h"

enum { BLOCK = 4096 };

/* Sixteen bytes at once, in whatever vector registers the machine has. */
typedef uint64_t lanes __attribute__((vector_size(16)));

static inline lanes load(const void *p) {
    lanes v;
    memcpy(&v, p, sizeof v);
    return v;
}

/* -- counting ------------------------------------------------------------------ */

static inline uint64_t word_ones(uint64_t x) {
    x -= x >> 1 & 0x5555555555555555u;
    x = (x & 0x3333333333333333u) + (x >> 2 & 0x3333333333333333u);
    x = (x + (x >> 4)) & 0x0F0F0F0F0F0F0F0Fu;
    return x * 0x0101010101010101u >> 56;
}

static inline uint64_t lanes_ones(lanes v) { return word_ones(v[0]) + word_ones(v[1]); }

/* Adds three bits in every position: the sums' low bits stay in *low, the high ones are returned. */
static inline lanes carry_save(lanes *low, lanes a, lanes b) {
    lanes either = *low ^ a, high = (*low & a) | (either & b);
    *low = either ^ b;
    return high;
}

/* Ones of eight times sixteen bytes at a time: seven additions of whole vectors leave one to be counted. */
static uint64_t count_blocks(const char **at, const char *end) {
    lanes ones = { 0 }, twos = { 0 }, fours = { 0 };
    uint64_t eights = 0;
    const char *p = *at;
    for (; end - p >= 128; p += 128) {
        lanes two_a = carry_save(&ones, load(p), load(p + 16)), two_b = carry_save(&ones, load(p + 32), load(p + 48));
        lanes four_a = carry_save(&twos, two_a, two_b);
        two_a = carry_save(&ones, load(p + 64), load(p + 80));
        two_b = carry_save(&ones, load(p + 96), load(p + 112));
        lanes four_b = carry_save(&twos, two_a, two_b);
        eights += lanes_ones(carry_save(&fours, four_a, four_b));
    }
    *at = p;
    return 8 * eights + 4 * lanes_ones(fours) + 2 * lanes_ones(twos) + lanes_ones(ones);
}

uint64_t bits_count(slice s) {
    const char *p = s.at, *end = s.at + s.len;
    uint64_t count = count_blocks(&p, end), word;
    for (; end - p >= 8; p += 8) {
        memcpy(&word, p, 8);
        count += word_ones(word);
    }
    word = 0;
    memcpy(&word, p, (size_t)(end - p));
    return count + word_ones(word);
}

uint64_t bits_count_range(slice s, uint64_t from, uint64_t to) {
    if (from > to) return 0;
    assert(to / 8 < s.len);
    size_t first = from / 8, last = to / 8;
    uint64_t count = bits_count(slice_make(s.at + first, last - first + 1));
    const uint8_t *at = (const uint8_t *)s.at;
    uint8_t before = (uint8_t)(at[first] >> (8 - from % 8)), behind = (uint8_t)(at[last] << (1 + to % 8));
    return count - word_ones(before) - word_ones(behind);
}

/* -- finding ------------------------------------------------------------------- */

/* The first byte from p on that differs from `same` (0 or 0xFF), or end. */
static const uint8_t *skip_same(const uint8_t *p, const uint8_t *end, uint8_t same) {
    uint64_t word, words = same ? UINT64_MAX : 0;
    for (; end - p >= 8; p += 8) {
        memcpy(&word, p, 8);
        if (word != words) break;
    }
    while (p < end && *p == same) p++;
    return p;
}

int64_t bits_find(slice s, bool bit, uint64_t from, uint64_t to) {
    if (from > to) return -1;
    assert(to / 8 < s.len);
    const uint8_t *at = (const uint8_t *)s.at, *p = at + from / 8, *end = at + to / 8 + 1;
    uint8_t same = bit ? 0 : 0xFF, unlike = (uint8_t)((*p ^ same) & 0xFF >> from % 8);
    if (!unlike) {
        p = skip_same(p + 1, end, same);
        if (p == end) return -1;
        unlike = *p ^ same;
    }
    uint64_t found = (uint64_t)(p - at) * 8 + (uint64_t)__builtin_clz(unlike) - 24;
    return found <= to ? (int64_t)found : -1;
}

/* -- combining ----------------------------------------------------------------- */

enum step { STEP_AND, STEP_OR, STEP_XOR, STEP_AND_NOT };

static inline uint64_t step_word(enum step step, uint64_t a, uint64_t b) {
    return step == STEP_AND ? a & b : step == STEP_OR ? a | b : step == STEP_XOR ? a ^ b : a & ~b;
}

static inline lanes step_lanes(enum step step, lanes a, lanes b) {
    return step == STEP_AND ? a & b : step == STEP_OR ? a | b : step == STEP_XOR ? a ^ b : a & ~b;
}

/* Inlined into each caller, which knows the step. */
__attribute__((always_inline))
static inline void step_all(enum step step, uint8_t *out, const uint8_t *in, size_t len) {
    size_t i = 0;
    for (; len - i >= sizeof(lanes); i += sizeof(lanes)) {
        lanes v = step_lanes(step, load(out + i), load(in + i));
        memcpy(out + i, &v, sizeof v);
    }
    for (; i < len; i++) out[i] = (uint8_t)step_word(step, out[i], in[i]);
}

/* What a source has in the block at `from`: its bytes there and how many; behind them it is zero. */
static slice part_of(slice source, size_t from, size_t len) {
    if (from >= source.len) return slice_make("", 0);
    return slice_make(source.at + from, source.len - from < len ? source.len - from : len);
}

/* One step with a source that may be short, into a block of len bytes. */
static void step_with(enum step step, uint8_t *out, slice in, size_t len) {
    const uint8_t *at = (const uint8_t *)in.at;
    switch (step) {
    case STEP_AND:
        step_all(STEP_AND, out, at, in.len);
        memset(out + in.len, 0, len - in.len);
        break;
    case STEP_OR: step_all(STEP_OR, out, at, in.len); break;
    case STEP_XOR: step_all(STEP_XOR, out, at, in.len); break;
    case STEP_AND_NOT: step_all(STEP_AND_NOT, out, at, in.len); break;
    }
}

static void copy_with(uint8_t *out, slice in, size_t len) {
    memcpy(out, in.at, in.len);
    memset(out + in.len, 0, len - in.len);
}

/* Exactly one: bits seen, and bits seen twice, which never count again. */
static void combine_one(uint8_t *out, size_t from, size_t len, const slice *sources, size_t count) {
    uint8_t twice[BLOCK] = { 0 }, both[BLOCK];
    copy_with(out, part_of(sources[0], from, len), len);
    for (size_t i = 1; i < count; i++) {
        slice in = part_of(sources[i], from, len);
        copy_with(both, in, len);
        step_with(STEP_AND, both, slice_make(out, len), len);
        step_with(STEP_OR, twice, slice_make(both, len), len);
        step_with(STEP_OR, out, in, len);
    }
    step_with(STEP_AND_NOT, out, slice_make(twice, len), len);
}

/* The sources from `first` on, one step after the other, into a block that holds sources[first] to begin with. */
static void combine_from(enum step step, uint8_t *out, size_t from, size_t len, const slice *sources, size_t count) {
    copy_with(out, part_of(sources[0], from, len), len);
    for (size_t i = 1; i < count; i++) step_with(step, out, part_of(sources[i], from, len), len);
}

static void combine_block(enum bits_operation operation, uint8_t *out, size_t from, size_t len, const slice *sources,
                          size_t count) {
    slice first = part_of(sources[0], from, len);
    switch (operation) {
    case BITS_AND: combine_from(STEP_AND, out, from, len, sources, count); break;
    case BITS_OR: combine_from(STEP_OR, out, from, len, sources, count); break;
    case BITS_XOR: combine_from(STEP_XOR, out, from, len, sources, count); break;
    case BITS_DIFF: combine_from(STEP_AND_NOT, out, from, len, sources, count); break;
    case BITS_NOT:
        memset(out, 0xFF, len);
        step_with(STEP_AND_NOT, out, first, len);
        break;
    case BITS_DIFF1: case BITS_ANDOR:
        assert(count > 1);
        combine_from(STEP_OR, out, from, len, sources + 1, count - 1);
        step_with(operation == BITS_DIFF1 ? STEP_AND_NOT : STEP_AND, out, first, len);
        break;
    case BITS_ONE: combine_one(out, from, len, sources, count); break;
    }
}

void bits_combine(enum bits_operation operation, uint8_t *out, size_t len, const slice *sources, size_t count) {
    assert(count > 0 && (operation != BITS_NOT || count == 1));
    for (size_t from = 0; from < len; from += BLOCK) {
        combine_block(operation, out + from, from, len - from < BLOCK ? len - from : BLOCK, sources, count);
    }
}

/* -- fields -------------------------------------------------------------------- */

bool bits_field_parse(slice text, bits_field *out) {
    uint64_t width;
    if (text.len < 2 || (text.at[0] != 'i' && text.at[0] != 'u')) return false;
    out->is_signed = text.at[0] == 'i';
    if (!number_parse_unsigned(slice_make(text.at + 1, text.len - 1), &width)) return false;
    out->width = (uint8_t)width;
    return width >= 1 && width <= (out->is_signed ? 64 : 63);
}

static uint64_t field_mask(bits_field f) { return UINT64_MAX >> (64 - f.width); }

/* The low bits of x as the field's number. */
static int64_t field_number(bits_field f, uint64_t x) {
    unsigned unused = 64 - f.width;
    return f.is_signed ? (int64_t)(x << unused) >> unused : (int64_t)(x & field_mask(f));
}

int64_t bits_field_get(slice s, bits_field f, uint64_t offset) {
    uint64_t first = offset / 8, last = (offset + f.width - 1) / 8, x = 0;
    unsigned behind = (unsigned)(7 - (offset + f.width - 1) % 8);
    for (uint64_t i = first; i < last; i++) x = x << 8 | (i < s.len ? (uint8_t)s.at[i] : 0);
    uint8_t end = last < s.len ? (uint8_t)s.at[last] : 0;
    return field_number(f, x << (8 - behind) | end >> behind);
}

void bits_field_set(uint8_t *at, bits_field f, uint64_t offset, int64_t number) {
    uint64_t x = (uint64_t)number;
    for (unsigned left = f.width; left > 0; ) {
        uint64_t end = offset + left;                           /* the bit behind those still to be written */
        unsigned behind = (unsigned)((8 - end % 8) % 8), take = 8 - behind < left ? 8 - behind : left;
        uint8_t mask = (uint8_t)((0xFFu >> (8 - take)) << behind), *byte = &at[(end - 1) / 8];
        *byte = (uint8_t)((*byte & ~mask) | ((x << behind) & mask));
        x >>= take;
        left -= take;
    }
}

/* 0 when number + increment lies in the field's range, 1 when it is above, -1 when below. */
static int field_overflow(bits_field f, int64_t number, int64_t increment) {
    int64_t most = (int64_t)(field_mask(f) >> f.is_signed), least = f.is_signed ? -most - 1 : 0, sum;
    if (!f.is_signed && number < 0) return 1;                   /* such a number was meant as one of 64 bits */
    if (number > most) return 1;
    if (f.width < 64 && number < most - INT64_MAX) return 1;    /* in Redis its distance to the most wraps around in 64 bits */
    if (number < least) return -1;
    if (__builtin_add_overflow(number, increment, &sum)) return increment > 0 ? 1 : -1;
    return sum > most ? 1 : sum < least ? -1 : 0;
}

bool bits_field_add(bits_field f, enum bits_overflow policy, int64_t number, int64_t increment, int64_t *out) {
    int overflow = field_overflow(f, number, increment);
    int64_t most = (int64_t)(field_mask(f) >> f.is_signed);
    *out = field_number(f, (uint64_t)number + (uint64_t)increment);
    if (!overflow) return true;
    if (policy == BITS_SATURATE) *out = overflow > 0 ? most : f.is_signed ? -most - 1 : 0;
    return policy != BITS_FAIL;
}
