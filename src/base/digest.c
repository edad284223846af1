/* digest.c -- SHA-1 (names of scripts, DEBUG DIGEST) and SHA-256 (passwords), as FIPS 180-4 defines them. */
#include "base/hash.h"

enum { BLOCK = 64, LENGTH_AT = 56 };

static uint32_t load_big(const uint8_t *p) {
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static void store_big(uint8_t *p, uint32_t n) {
    p[0] = (uint8_t)(n >> 24);
    p[1] = (uint8_t)(n >> 16);
    p[2] = (uint8_t)(n >> 8);
    p[3] = (uint8_t)n;
}

static uint32_t left(uint32_t x, int by) {
    return x << by | x >> (32 - by);
}

static uint32_t right(uint32_t x, int by) {
    return x >> by | x << (32 - by);
}

/* -- what both share: cutting the text into blocks, and the padding -------- */

typedef void digest_block(uint32_t *h, const uint8_t *block);

static void add(uint32_t *h, uint64_t *len, uint8_t *block, slice text, digest_block *each) {
    const uint8_t *p = (const uint8_t *)text.at;
    size_t count = text.len, held = *len % BLOCK;
    *len += count;
    if (held) {
        size_t take = count < BLOCK - held ? count : BLOCK - held;
        memcpy(block + held, p, take);
        p += take;
        count -= take;
        if (held + take < BLOCK) return;
        each(h, block);
    }
    for (; count >= BLOCK; p += BLOCK, count -= BLOCK) each(h, p);
    if (count) memcpy(block, p, count);
}

static void finish(uint32_t *h, uint64_t len, uint8_t *block, uint8_t *out, int words, digest_block *each) {
    size_t held = len % BLOCK;
    block[held++] = 0x80;
    if (held > LENGTH_AT) {
        memset(block + held, 0, BLOCK - held);
        each(h, block);
        held = 0;
    }
    memset(block + held, 0, LENGTH_AT - held);
    store_big(block + LENGTH_AT, (uint32_t)(len >> 29));
    store_big(block + LENGTH_AT + 4, (uint32_t)(len << 3));
    each(h, block);
    for (int i = 0; i < words; i++) store_big(out + 4 * i, h[i]);
}

/* -- SHA-1 ----------------------------------------------------------------- */

typedef uint32_t sha1_mix(uint32_t b, uint32_t c, uint32_t d);

static inline uint32_t sha1_choose(uint32_t b, uint32_t c, uint32_t d) {
    return (b & c) | (~b & d);
}

static inline uint32_t sha1_parity(uint32_t b, uint32_t c, uint32_t d) {
    return b ^ c ^ d;
}

static inline uint32_t sha1_majority(uint32_t b, uint32_t c, uint32_t d) {
    return (b & c) | (b & d) | (c & d);
}

/* The five variables stay where they are; their roles move by one at each step. Inlined, so that mix is no call. */
static inline __attribute__((always_inline)) void sha1_step(uint32_t s[5], int step, sha1_mix *mix, uint32_t word) {
    uint32_t *b = &s[(6 - step) % 5], *e = &s[(9 - step) % 5];
    *e += left(s[(5 - step) % 5], 5) + mix(*b, s[(7 - step) % 5], s[(8 - step) % 5]) + word;
    *b = left(*b, 30);
}

static inline __attribute__((always_inline)) void sha1_round(uint32_t s[5], const uint32_t *w, sha1_mix *mix,
                                                             uint32_t constant) {
    for (const uint32_t *end = w + 20; w < end; w += 5) {
        sha1_step(s, 0, mix, w[0] + constant);
        sha1_step(s, 1, mix, w[1] + constant);
        sha1_step(s, 2, mix, w[2] + constant);
        sha1_step(s, 3, mix, w[3] + constant);
        sha1_step(s, 4, mix, w[4] + constant);
    }
}

static void sha1_block(uint32_t *h, const uint8_t *block) {
    uint32_t w[80], s[5];
    for (int i = 0; i < 16; i++) w[i] = load_big(block + 4 * i);
    for (int i = 16; i < 80; i++) w[i] = left(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
    memcpy(s, h, sizeof s);
    sha1_round(s, w, sha1_choose, 0x5a827999u);
    sha1_round(s, w + 20, sha1_parity, 0x6ed9eba1u);
    sha1_round(s, w + 40, sha1_majority, 0x8f1bbcdcu);
    sha1_round(s, w + 60, sha1_parity, 0xca62c1d6u);
    for (int i = 0; i < 5; i++) h[i] += s[i];
}

void sha1_start(sha1 *s) {
    *s = (sha1){ .h = { 0x67452301u, 0xefcdab89u, 0x98badcfeu, 0x10325476u, 0xc3d2e1f0u } };
}

void sha1_add(sha1 *s, slice text) {
    add(s->h, &s->len, s->block, text, sha1_block);
}

void sha1_finish(sha1 *s, uint8_t out[20]) {
    finish(s->h, s->len, s->block, out, 5, sha1_block);
}

void sha1_of(slice text, uint8_t out[20]) {
    sha1 s;
    sha1_start(&s);
    sha1_add(&s, text);
    sha1_finish(&s, out);
}

/* -- SHA-256 --------------------------------------------------------------- */

/* The fractions of the cube roots of the first 64 primes. */
static const uint32_t constants[64] = {
    0x428a2f98u, 0x71374491u, 0xb5c0fbcfu, 0xe9b5dba5u, 0x3956c25bu, 0x59f111f1u, 0x923f82a4u, 0xab1c5ed5u,
    0xd807aa98u, 0x12835b01u, 0x243185beu, 0x550c7dc3u, 0x72be5d74u, 0x80deb1feu, 0x9bdc06a7u, 0xc19bf174u,
    0xe49b69c1u, 0xefbe4786u, 0x0fc19dc6u, 0x240ca1ccu, 0x2de92c6fu, 0x4a7484aau, 0x5cb0a9dcu, 0x76f988dau,
    0x983e5152u, 0xa831c66du, 0xb00327c8u, 0xbf597fc7u, 0xc6e00bf3u, 0xd5a79147u, 0x06ca6351u, 0x14292967u,
    0x27b70a85u, 0x2e1b2138u, 0x4d2c6dfcu, 0x53380d13u, 0x650a7354u, 0x766a0abbu, 0x81c2c92eu, 0x92722c85u,
    0xa2bfe8a1u, 0xa81a664bu, 0xc24b8b70u, 0xc76c51a3u, 0xd192e819u, 0xd6990624u, 0xf40e3585u, 0x106aa070u,
    0x19a4c116u, 0x1e376c08u, 0x2748774cu, 0x34b0bcb5u, 0x391c0cb3u, 0x4ed8aa4au, 0x5b9cca4fu, 0x682e6ff3u,
    0x748f82eeu, 0x78a5636fu, 0x84c87814u, 0x8cc70208u, 0x90befffau, 0xa4506cebu, 0xbef9a3f7u, 0xc67178f2u,
};

/* The eight variables stay where they are; their roles move by one at each step. */
static inline __attribute__((always_inline)) void sha256_step(uint32_t s[8], int step, uint32_t word) {
    uint32_t *a = &s[(8 - step) & 7], *d = &s[(11 - step) & 7], *e = &s[(12 - step) & 7], *h = &s[(15 - step) & 7];
    uint32_t b = s[(9 - step) & 7], c = s[(10 - step) & 7], f = s[(13 - step) & 7], g = s[(14 - step) & 7];
    uint32_t t = *h + (right(*e, 6) ^ right(*e, 11) ^ right(*e, 25)) + ((*e & f) ^ (~*e & g)) + word;
    *d += t;
    *h = t + (right(*a, 2) ^ right(*a, 13) ^ right(*a, 22)) + ((*a & b) ^ (*a & c) ^ (b & c));
}

static void sha256_block(uint32_t *h, const uint8_t *block) {
    uint32_t w[64], s[8];
    for (int i = 0; i < 16; i++) w[i] = load_big(block + 4 * i);
    for (int i = 16; i < 64; i++) {
        uint32_t low = right(w[i - 15], 7) ^ right(w[i - 15], 18) ^ w[i - 15] >> 3;
        uint32_t high = right(w[i - 2], 17) ^ right(w[i - 2], 19) ^ w[i - 2] >> 10;
        w[i] = w[i - 16] + low + w[i - 7] + high;
    }
    memcpy(s, h, sizeof s);
    for (int i = 0; i < 64; i += 8) {
        sha256_step(s, 0, constants[i] + w[i]);
        sha256_step(s, 1, constants[i + 1] + w[i + 1]);
        sha256_step(s, 2, constants[i + 2] + w[i + 2]);
        sha256_step(s, 3, constants[i + 3] + w[i + 3]);
        sha256_step(s, 4, constants[i + 4] + w[i + 4]);
        sha256_step(s, 5, constants[i + 5] + w[i + 5]);
        sha256_step(s, 6, constants[i + 6] + w[i + 6]);
        sha256_step(s, 7, constants[i + 7] + w[i + 7]);
    }
    for (int i = 0; i < 8; i++) h[i] += s[i];
}

void sha256_start(sha256 *s) {
    *s = (sha256){ .h = { 0x6a09e667u, 0xbb67ae85u, 0x3c6ef372u, 0xa54ff53au,
                          0x510e527fu, 0x9b05688cu, 0x1f83d9abu, 0x5be0cd19u } };
}

void sha256_add(sha256 *s, slice text) {
    add(s->h, &s->len, s->block, text, sha256_block);
}

void sha256_finish(sha256 *s, uint8_t out[32]) {
    finish(s->h, s->len, s->block, out, 8, sha256_block);
}

void sha256_of(slice text, uint8_t out[32]) {
    sha256 s;
    sha256_start(&s);
    sha256_add(&s, text);
    sha256_finish(&s, out);
}
