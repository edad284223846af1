/* crc.c -- the two cyclic redundancy checks: CRC-16/XMODEM for slots, CRC-64/Jones for files. */
#include "base/hash.h"
#ifdef __x86_64__
#include <wmmintrin.h>
#endif

#define POLYNOMIAL_64 0x95ac9329ac4bc9b5u               /* reversed */

static struct {
    bool ready, folds;
    uint16_t sixteen[256];
    uint64_t sixty_four[8][256];    /* [n]: the effect of a byte that n further bytes follow */
#ifdef __x86_64__
    __m128i one_lane, all_lanes;
#endif
} tables;

static void prepare_folding(void);

static void prepare(void) {
    const uint16_t polynomial16 = 0x1021;
    for (unsigned i = 0; i < 256; i++) {
        uint16_t small = (uint16_t)(i << 8);
        uint64_t large = i;
        for (int bit = 0; bit < 8; bit++) {
            small = (uint16_t)(small << 1 ^ (small & 0x8000 ? polynomial16 : 0));
            large = large >> 1 ^ (large & 1 ? POLYNOMIAL_64 : 0);
        }
        tables.sixteen[i] = small;
        tables.sixty_four[0][i] = large;
    }
    for (unsigned i = 0; i < 256; i++)
        for (int n = 1; n < 8; n++) {
            uint64_t before = tables.sixty_four[n - 1][i];
            tables.sixty_four[n][i] = tables.sixty_four[0][before & 255] ^ before >> 8;
        }
    prepare_folding();
    tables.ready = true;
}

uint16_t crc16(slice s) {
    if (!tables.ready) prepare();
    uint16_t crc = 0;
    for (size_t i = 0; i < s.len; i++)
        crc = (uint16_t)(crc << 8 ^ tables.sixteen[(crc >> 8 ^ (uint8_t)s.at[i]) & 255]);
    return crc;
}

static uint64_t load8(const uint8_t *p) {
    uint64_t n;
    memcpy(&n, p, sizeof n);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    n = __builtin_bswap64(n);
#endif
    return n;
}

static uint64_t crc64_table(uint64_t crc, const uint8_t *p, const uint8_t *end) {
    uint64_t (*t)[256] = tables.sixty_four;
    for (; end - p >= 8; p += 8) {
        crc ^= load8(p);
        crc = t[7][crc & 255] ^ t[6][crc >> 8 & 255] ^ t[5][crc >> 16 & 255] ^ t[4][crc >> 24 & 255] ^
              t[3][crc >> 32 & 255] ^ t[2][crc >> 40 & 255] ^ t[1][crc >> 48 & 255] ^ t[0][crc >> 56];
    }
    for (; p < end; p++) crc = t[0][(crc ^ *p) & 255] ^ crc >> 8;
    return crc;
}

#ifdef __x86_64__
/* Long blocks by multiplication without carries, where the processor has it (Gopal and others, "Fast CRC Computation for Generic
 * Polynomials Using PCLMULQDQ Instruction", Intel 2009). Sixteen bytes L H stand for L x^64 + H; further bytes behind them
 * multiply that by x^n, and all that counts is the remainder, so they may be replaced by L (x^(n+64) mod P) + H (x^n mod P), which is
 * added to the sixteen bytes n bits further on. Bits are reversed, so the lowest is the highest power, and a product comes out one
 * power too high: the exponents are one less. */
enum { LANES = 4, LANE = 16, FOLDED_FROM = 4 * LANES * LANE };

/* x^n mod P, reversed. */
static uint64_t power(unsigned n) {
    uint64_t x = (uint64_t)1 << 63;
    while (n--) x = x >> 1 ^ (x & 1 ? POLYNOMIAL_64 : 0);
    return x;
}

__attribute__((target("pclmul,sse2"))) static __m128i fold(__m128i x, __m128i powers, __m128i next) {
    __m128i low = _mm_clmulepi64_si128(x, powers, 0x00), high = _mm_clmulepi64_si128(x, powers, 0x11);
    return _mm_xor_si128(_mm_xor_si128(low, high), next);
}

static __m128i powers_for(unsigned bits) { return _mm_set_epi64x((int64_t)power(bits - 1), (int64_t)power(bits + 63)); }

static __m128i load16(const uint8_t *p) { return _mm_loadu_si128((const __m128i *)(const void *)p); }

/* All of it but the last bytes that fill no lane, for which it returns where they begin. */
__attribute__((target("pclmul,sse2"))) static const uint8_t *crc64_fold(uint64_t *crc, const uint8_t *p, const uint8_t *end) {
    __m128i lane[LANES];
    uint8_t rest[LANE];
    for (int i = 0; i < LANES; i++, p += LANE) lane[i] = load16(p);
    lane[0] = _mm_xor_si128(lane[0], _mm_set_epi64x(0, (int64_t)*crc));
    for (; end - p >= LANES * LANE; p += LANES * LANE)
        for (int i = 0; i < LANES; i++) lane[i] = fold(lane[i], tables.all_lanes, load16(p + LANE * i));
    for (int i = 1; i < LANES; i++) lane[0] = fold(lane[0], tables.one_lane, lane[i]);
    for (; end - p >= LANE; p += LANE) lane[0] = fold(lane[0], tables.one_lane, load16(p));
    memcpy(rest, &lane[0], LANE);
    *crc = crc64_table(0, rest, rest + LANE);
    return p;
}

static void prepare_folding(void) {
    tables.folds = __builtin_cpu_supports("pclmul");
    tables.one_lane = powers_for(8 * LANE);
    tables.all_lanes = powers_for(8 * LANE * LANES);
}
#else
enum { FOLDED_FROM = 0 };
static const uint8_t *crc64_fold(uint64_t *crc, const uint8_t *p, const uint8_t *end) { return (void)crc, (void)end, p; }
static void prepare_folding(void) {}
#endif

uint64_t crc64(uint64_t crc, slice s) {
    if (!tables.ready) prepare();
    const uint8_t *p = (const uint8_t *)s.at, *end = p + s.len;
    if (tables.folds && s.len >= FOLDED_FROM) p = crc64_fold(&crc, p, end);
    return crc64_table(crc, p, end);
}
