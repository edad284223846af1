/* shortest.c -- shortest decimals by the method of Raffaello Giulietti's paper "The Schubfach way to render doubles".
 *
 * A double is c * 2^q. Everything between the middles to its neighbours reads back as it. Choosing k so that 10^k is
 * just below the width of that interval, at least one and at most a few multiples of 10^k lie inside, so the answer is
 * one of four candidates: the multiples of 10^(k+1) and of 10^k below and above. The comparisons need the ends of the
 * interval divided by 10^k; a 128-bit power of ten and one rule keep that exact enough: bits lost are remembered as a
 * lowest bit that is set ("round to odd"), so equal and unequal cannot be mistaken.
 *
 * The powers are worked out by plain long multiplication and division when the first double is printed. */
#include "base/shortest.h"

#include "base/assert.h"

#include <stdbool.h>
#include <string.h>

__extension__ typedef unsigned __int128 wide;

enum {
    POWER_MIN = -292, POWER_MAX = 324,      /* the powers of ten that doubles need */
    LIMBS = 36,                             /* 1152 bits: 10^324 has 1077, and 2^1119 / 10^292 keeps 149 */
    NEGATIVE_BITS = 32 * (LIMBS - 1) - 1
};

static struct {
    bool ready;
    wide of[POWER_MAX - POWER_MIN + 1];     /* 10^k scaled to have the top bit set, rounded up */
} powers;

/* The top 128 bits of a number of 32-bit limbs, lowest first, rounded up if anything below is set or `more` is. */
static wide top_bits(const uint32_t limbs[LIMBS], bool more) {
    int high = LIMBS - 1;
    while (!limbs[high]) high--;
    wide top = 0;
    for (int i = 0; i < 4; i++) top = top << 32 | (high - i >= 0 ? limbs[high - i] : 0);
    int room = __builtin_clz(limbs[high]);
    uint32_t next = high >= 4 ? limbs[high - 4] : 0;
    if (room) {
        top = top << room | next >> (32 - room);
        next <<= room;
    }
    more |= next != 0;
    for (int i = 0; i < high - 4; i++) more |= limbs[i] != 0;
    return top + more;
}

static void multiply_by_10(uint32_t limbs[LIMBS]) {
    uint64_t carry = 0;
    for (int i = 0; i < LIMBS; i++) {
        carry += (uint64_t)limbs[i] * 10;
        limbs[i] = (uint32_t)carry;
        carry >>= 32;
    }
}

static void divide_by_10(uint32_t limbs[LIMBS]) {
    uint64_t rest = 0;
    for (int i = LIMBS - 1; i >= 0; i--) {
        rest = rest << 32 | limbs[i];
        limbs[i] = (uint32_t)(rest / 10);
        rest %= 10;
    }
}

/* Dividing a great power of two again and again rounds down each time, which is the same as rounding down once. */
static void prepare_powers(void) {
    uint32_t limbs[LIMBS] = { 1 };
    for (int k = 0; k <= POWER_MAX; k++) {
        powers.of[k - POWER_MIN] = top_bits(limbs, false);
        multiply_by_10(limbs);
    }
    memset(limbs, 0, sizeof limbs);
    limbs[NEGATIVE_BITS / 32] = 1u << NEGATIVE_BITS % 32;
    for (int k = -1; k >= POWER_MIN; k--) {
        divide_by_10(limbs);
        powers.of[k - POWER_MIN] = top_bits(limbs, true);
    }
    powers.ready = true;
}

/* floor of the logarithms, exact over the range of exponents of doubles */
static int floor_log10_pow2(int e) {
    return (int)(((int64_t)e * 1262611) >> 22);
}

static int floor_log10_three_quarters_pow2(int e) {
    return (int)(((int64_t)e * 1262611 - 524031) >> 22);
}

static int floor_log2_pow10(int e) {
    return (int)(((int64_t)e * 1741647) >> 19);
}

/* The upper part of power * c, its lowest bit set when something was lost. */
static uint64_t multiply_to_odd(wide power, uint64_t c) {
    wide low = (wide)(uint64_t)power * c;
    wide high = (wide)(uint64_t)(power >> 64) * c + (uint64_t)(low >> 64);
    return (uint64_t)(high >> 64) | ((uint64_t)high > 1);
}

/* All in quarters of 10^k: what is inside the interval of the double that c * 2^q is? */
static uint64_t choose(uint64_t c, int q, bool lower_is_closer, int *scale) {
    int k = lower_is_closer ? floor_log10_three_quarters_pow2(q) : floor_log10_pow2(q);
    int shift = q + floor_log2_pow10(-k) + 1;
    assert(-k >= POWER_MIN && -k <= POWER_MAX && shift >= 0 && shift < 8);
    wide power = powers.of[-k - POWER_MIN];
    /* The ends of the interval would read back as d when c is even, but Redis never prints them. */
    uint64_t low = multiply_to_odd(power, (4 * c - 2 + lower_is_closer) << shift) + 1;
    uint64_t value = multiply_to_odd(power, (4 * c) << shift);
    uint64_t high = multiply_to_odd(power, (4 * c + 2) << shift) - 1;
    uint64_t whole = value / 4;
    if (whole >= 10) {
        uint64_t tens = whole / 10;
        bool below = low <= 40 * tens, above = 40 * tens + 40 <= high;
        if (below != above) {
            *scale = k + 1;
            return tens + above;
        }
    }
    *scale = k;
    bool below = low <= 4 * whole, above = 4 * whole + 4 <= high;
    if (below != above) return whole + above;
    uint64_t middle = 4 * whole + 2;
    return whole + (value >= middle);          /* in the very middle the greater, as Redis prints it */
}

uint64_t shortest_decimal(double d, int *scale) {
    enum { FRACTION_BITS = 52, BIAS = 1075 };
    if (!powers.ready) prepare_powers();
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    uint64_t fraction = bits & (((uint64_t)1 << FRACTION_BITS) - 1);
    int exponent = (int)(bits >> FRACTION_BITS);
    uint64_t c = exponent ? fraction | (uint64_t)1 << FRACTION_BITS : fraction;
    int q = (exponent ? exponent : 1) - BIAS;
    uint64_t digits = choose(c, q, fraction == 0 && exponent > 1, scale);
    while (digits % 10 == 0) {
        digits /= 10;
        ++*scale;
    }
    return digits;
}
