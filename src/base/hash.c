/* hash.c -- the keyed hash of the tables (SipHash-1-3), and the two that are protocol: XXH3 and MurmurHash64A. */
#include "base/hash.h"

static struct {
    uint64_t key[2];
} secret;

static inline uint64_t load8(const void *p) {
    uint64_t n;
    memcpy(&n, p, sizeof n);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    n = __builtin_bswap64(n);
#endif
    return n;
}

static inline uint32_t load4(const void *p) {
    uint32_t n;
    memcpy(&n, p, sizeof n);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    n = __builtin_bswap32(n);
#endif
    return n;
}

static inline uint64_t rotate(uint64_t x, int by) {
    return x << by | x >> (64 - by);
}

/* -- SipHash-1-3 ----------------------------------------------------------- */

typedef struct sip { uint64_t a, b, c, d; } sip;

void hash_set_key(const uint8_t key[16]) {
    secret.key[0] = load8(key);
    secret.key[1] = load8(key + 8);
}

static inline void sip_round(sip *s) {
    s->a += s->b;
    s->c += s->d;
    s->b = rotate(s->b, 13) ^ s->a;
    s->d = rotate(s->d, 16) ^ s->c;
    s->a = rotate(s->a, 32);
    s->c += s->b;
    s->a += s->d;
    s->b = rotate(s->b, 17) ^ s->c;
    s->d = rotate(s->d, 21) ^ s->a;
    s->c = rotate(s->c, 32);
}

static inline void sip_word(sip *s, uint64_t word) {
    s->d ^= word;
    sip_round(s);
    s->a ^= word;
}

static inline sip sip_start(void) {
    uint64_t k0 = secret.key[0], k1 = secret.key[1];
    return (sip){ k0 ^ 0x736f6d6570736575u, k1 ^ 0x646f72616e646f6du,
                  k0 ^ 0x6c7967656e657261u, k1 ^ 0x7465646279746573u };
}

static inline uint64_t sip_finish(sip *s, uint64_t last) {
    sip_word(s, last);
    s->c ^= 0xff;
    sip_round(s);
    sip_round(s);
    sip_round(s);
    return s->a ^ s->b ^ s->c ^ s->d;
}

/* The last len % 8 bytes, as the low bytes of a word. */
static inline uint64_t load_rest(const char *p, size_t len) {
    size_t rest = len % 8;
    const char *at = p + len - rest;
    if (!rest) return 0;
    if (len >= 8) return load8(p + len - 8) >> (64 - 8 * rest);
    if (rest >= 4) return load4(at) | (uint64_t)load4(at + rest - 4) << (8 * (rest - 4));
    return (uint64_t)(uint8_t)at[0] | (uint64_t)(uint8_t)at[rest / 2] << (8 * (rest / 2)) |
           (uint64_t)(uint8_t)at[rest - 1] << (8 * (rest - 1));
}

uint64_t hash_of(slice s) {
    sip state = sip_start();
    const char *p = s.at, *end = s.at + (s.len & ~(size_t)7);
    for (; p < end; p += 8) sip_word(&state, load8(p));
    return sip_finish(&state, load_rest(s.at, s.len) | (uint64_t)s.len << 56);
}

/* Eight letters at once: bytes from 'A' to 'Z' get their bit 5 set. */
static inline uint64_t lower8(uint64_t word) {
    const uint64_t ones = 0x0101010101010101u, high = ones << 7;
    uint64_t low7 = word & ~high;
    uint64_t from_a = low7 + (0x80 - 'A') * ones, past_z = low7 + (0x80 - 'Z' - 1) * ones;
    return word | ((from_a & ~past_z & ~word & high) >> 2);
}

uint64_t hash_of_lower(slice s) {
    sip state = sip_start();
    const char *p = s.at, *end = s.at + (s.len & ~(size_t)7);
    for (; p < end; p += 8) sip_word(&state, lower8(load8(p)));
    return sip_finish(&state, lower8(load_rest(s.at, s.len)) | (uint64_t)s.len << 56);
}

bool hash_constant_time_equal(const void *a, const void *b, size_t len) {
    const volatile uint8_t *x = a, *y = b;
    uint8_t difference = 0;
    for (size_t i = 0; i < len; i++) difference |= x[i] ^ y[i];
    return !difference;
}

/* -- MurmurHash64A --------------------------------------------------------- */

uint64_t hash_murmur64a(slice s, uint64_t seed) {
    const uint64_t m = 0xc6a4a7935bd1e995u;
    uint64_t h = seed ^ (s.len * m);
    const char *p = s.at, *end = s.at + (s.len & ~(size_t)7);
    for (; p < end; p += 8) {
        uint64_t k = load8(p) * m;
        k ^= k >> 47;
        h = (h ^ k * m) * m;
    }
    if (s.len & 7) h = (h ^ load_rest(s.at, s.len)) * m;
    h = (h ^ h >> 47) * m;
    return h ^ h >> 47;
}

/* -- XXH3-64 (newer.md section 2) ------------------------------------------ */

static const uint8_t XXH3[192] = {
    0xb8, 0xfe, 0x6c, 0x39, 0x23, 0xa4, 0x4b, 0xbe, 0x7c, 0x01, 0x81, 0x2c, 0xf7, 0x21, 0xad, 0x1c,
    0xde, 0xd4, 0x6d, 0xe9, 0x83, 0x90, 0x97, 0xdb, 0x72, 0x40, 0xa4, 0xa4, 0xb7, 0xb3, 0x67, 0x1f,
    0xcb, 0x79, 0xe6, 0x4e, 0xcc, 0xc0, 0xe5, 0x78, 0x82, 0x5a, 0xd0, 0x7d, 0xcc, 0xff, 0x72, 0x21,
    0xb8, 0x08, 0x46, 0x74, 0xf7, 0x43, 0x24, 0x8e, 0xe0, 0x35, 0x90, 0xe6, 0x81, 0x3a, 0x26, 0x4c,
    0x3c, 0x28, 0x52, 0xbb, 0x91, 0xc3, 0x00, 0xcb, 0x88, 0xd0, 0x65, 0x8b, 0x1b, 0x53, 0x2e, 0xa3,
    0x71, 0x64, 0x48, 0x97, 0xa2, 0x0d, 0xf9, 0x4e, 0x38, 0x19, 0xef, 0x46, 0xa9, 0xde, 0xac, 0xd8,
    0xa8, 0xfa, 0x76, 0x3f, 0xe3, 0x9c, 0x34, 0x3f, 0xf9, 0xdc, 0xbb, 0xc7, 0xc7, 0x0b, 0x4f, 0x1d,
    0x8a, 0x51, 0xe0, 0x4b, 0xcd, 0xb4, 0x59, 0x31, 0xc8, 0x9f, 0x7e, 0xc9, 0xd9, 0x78, 0x73, 0x64,
    0xea, 0xc5, 0xac, 0x83, 0x34, 0xd3, 0xeb, 0xc3, 0xc5, 0x81, 0xa0, 0xff, 0xfa, 0x13, 0x63, 0xeb,
    0x17, 0x0d, 0xdd, 0x51, 0xb7, 0xf0, 0xda, 0x49, 0xd3, 0x16, 0x55, 0x26, 0x29, 0xd4, 0x68, 0x9e,
    0x2b, 0x16, 0xbe, 0x58, 0x7d, 0x47, 0xa1, 0xfc, 0x8f, 0xf8, 0xb8, 0xd1, 0x7a, 0xd0, 0x31, 0xce,
    0x45, 0xcb, 0x3a, 0x8f, 0x95, 0x16, 0x04, 0x28, 0xaf, 0xd7, 0xfb, 0xca, 0xbb, 0x4b, 0x40, 0x7e,
};
#define Q1 0x9E3779B1u
#define Q2 0x85EBCA77u
#define Q3 0xC2B2AE3Du
#define P1 0x9E3779B185EBCA87u
#define P2 0xC2B2AE3D27D4EB4Fu
#define P3 0x165667B19E3779F9u
#define P4 0x85EBCA77C2B2AE63u
#define P5 0x27D4EB2F165667C5u
#define A1 0x165667919E3779F9u
#define A2 0x9FB21C651E98DF25u

static uint64_t multiply_fold(uint64_t a, uint64_t b) {
    __extension__ typedef unsigned __int128 wide;
    wide product = (wide)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static uint64_t mix16(const char *p, size_t at) {
    return multiply_fold(load8(p) ^ load8(XXH3 + at), load8(p + 8) ^ load8(XXH3 + at + 8));
}

static uint64_t avalanche_strong(uint64_t h) {
    h = (h ^ h >> 33) * P2;
    h = (h ^ h >> 29) * P3;
    return h ^ h >> 32;
}

static uint64_t avalanche(uint64_t h) {
    h = (h ^ h >> 37) * A1;
    return h ^ h >> 32;
}

static uint64_t xxh3_to_16(const char *d, size_t n) {
    if (!n) return avalanche_strong(load8(XXH3 + 56) ^ load8(XXH3 + 64));
    if (n < 4) {
        uint32_t c = (uint32_t)(uint8_t)d[0] << 16 | (uint32_t)(uint8_t)d[n >> 1] << 24 | (uint8_t)d[n - 1] |
                     (uint32_t)n << 8;
        return avalanche_strong(c ^ (uint64_t)(load4(XXH3) ^ load4(XXH3 + 4)));
    }
    if (n <= 8) {
        uint64_t h = (load4(d + n - 4) + ((uint64_t)load4(d) << 32)) ^ load8(XXH3 + 8) ^ load8(XXH3 + 16);
        h ^= rotate(h, 49) ^ rotate(h, 24);
        h *= A2;
        h ^= (h >> 35) + n;
        h *= A2;
        return h ^ h >> 28;
    }
    uint64_t low = load8(d) ^ load8(XXH3 + 24) ^ load8(XXH3 + 32);
    uint64_t high = load8(d + n - 8) ^ load8(XXH3 + 40) ^ load8(XXH3 + 48);
    return avalanche(n + __builtin_bswap64(low) + high + multiply_fold(low, high));
}

static uint64_t xxh3_to_128(const char *d, size_t n) {
    uint64_t sum = n * P1;
    for (size_t i = (n - 1) / 32 + 1; i-- > 0;)
        sum += mix16(d + 16 * i, 32 * i) + mix16(d + n - 16 * (i + 1), 32 * i + 16);
    return avalanche(sum);
}

static uint64_t xxh3_to_240(const char *d, size_t n) {
    uint64_t sum = n * P1;
    for (size_t i = 0; i < 8; i++) sum += mix16(d + 16 * i, 16 * i);
    sum = avalanche(sum);
    for (size_t i = 8; i < n / 16; i++) sum += mix16(d + 16 * i, 16 * (i - 8) + 3);
    return avalanche(sum + mix16(d + n - 16, 119));
}

static void xxh3_stripe(uint64_t lanes[8], const char *p, const uint8_t *key) {
    for (int i = 0; i < 8; i++) {
        uint64_t value = load8(p + 8 * i), keyed = value ^ load8(key + 8 * i);
        lanes[i ^ 1] += value;
        lanes[i] += (keyed & UINT32_MAX) * (keyed >> 32);
    }
}

static uint64_t xxh3_long(const char *d, size_t n) {
    uint64_t lanes[8] = { Q3, P1, P2, P3, P4, Q2, P5, Q1 };
    size_t blocks = (n - 1) / 1024, stripes = (n - 1 - 1024 * blocks) / 64;
    for (size_t b = 0; b < blocks; b++) {
        for (size_t j = 0; j < 16; j++) xxh3_stripe(lanes, d + 1024 * b + 64 * j, XXH3 + 8 * j);
        for (int i = 0; i < 8; i++) lanes[i] = (lanes[i] ^ lanes[i] >> 47 ^ load8(XXH3 + 128 + 8 * i)) * Q1;
    }
    for (size_t j = 0; j < stripes; j++) xxh3_stripe(lanes, d + 1024 * blocks + 64 * j, XXH3 + 8 * j);
    xxh3_stripe(lanes, d + n - 64, XXH3 + 121);
    uint64_t sum = n * P1;
    for (int i = 0; i < 4; i++)
        sum += multiply_fold(lanes[2 * i] ^ load8(XXH3 + 11 + 16 * i), lanes[2 * i + 1] ^ load8(XXH3 + 19 + 16 * i));
    return avalanche(sum);
}

uint64_t hash_xxh3(slice s) {
    if (s.len <= 16) return xxh3_to_16(s.at, s.len);
    if (s.len <= 128) return xxh3_to_128(s.at, s.len);
    if (s.len <= 240) return xxh3_to_240(s.at, s.len);
    return xxh3_long(s.at, s.len);
}
