/* random.c -- xoshiro256**: fast, small, and good enough for everything that is not a secret. */
#include "base/random.h"

static struct {
    uint64_t s[4];
} generator = { { 1, 2, 3, 4 } };

static uint64_t rotate(uint64_t x, int by) {
    return x << by | x >> (64 - by);
}

void random_seed(const uint64_t seed[4]) {
    for (int i = 0; i < 4; i++) generator.s[i] = seed[i];
    if (!(seed[0] | seed[1] | seed[2] | seed[3])) generator.s[0] = 1;     /* all zero would stay zero */
}

uint64_t random_next(void) {
    uint64_t *s = generator.s;
    uint64_t result = rotate(s[1] * 5, 7) * 9;
    uint64_t t = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotate(s[3], 45);
    return result;
}

/* The high half of a product is uniform once the few low halves that would favour some results are drawn again. */
uint64_t random_below(uint64_t n) {
    __extension__ typedef unsigned __int128 wide;
    wide product = (wide)random_next() * n;
    if ((uint64_t)product < n) {
        uint64_t unfair = -n % n;
        while ((uint64_t)product < unfair) product = (wide)random_next() * n;
    }
    return (uint64_t)(product >> 64);
}

double random_unit(void) {
    return (double)(random_next() >> 11) * 0x1p-53;
}

void random_hex(char *out, size_t len) {
    uint64_t bits = 0;
    for (size_t i = 0; i < len; i++, bits >>= 4) {
        if (i % 16 == 0) bits = random_next();
        out[i] = "0123456789abcdef"[bits & 15];
    }
}
