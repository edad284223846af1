/* crc.c -- the two cyclic redundancy checks: CRC-16/XMODEM for slots, CRC-64/Jones for files. */
#include "base/hash.h"

static struct {
    bool ready;
    uint16_t sixteen[256];
    uint64_t sixty_four[8][256];    /* [n]: the effect of a byte that n further bytes follow */
} tables;

static void prepare(void) {
    const uint16_t polynomial16 = 0x1021;
    const uint64_t polynomial64 = 0x95ac9329ac4bc9b5u;     /* reversed */
    for (unsigned i = 0; i < 256; i++) {
        uint16_t small = (uint16_t)(i << 8);
        uint64_t large = i;
        for (int bit = 0; bit < 8; bit++) {
            small = (uint16_t)(small << 1 ^ (small & 0x8000 ? polynomial16 : 0));
            large = large >> 1 ^ (large & 1 ? polynomial64 : 0);
        }
        tables.sixteen[i] = small;
        tables.sixty_four[0][i] = large;
    }
    for (unsigned i = 0; i < 256; i++)
        for (int n = 1; n < 8; n++) {
            uint64_t before = tables.sixty_four[n - 1][i];
            tables.sixty_four[n][i] = tables.sixty_four[0][before & 255] ^ before >> 8;
        }
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

uint64_t crc64(uint64_t crc, slice s) {
    if (!tables.ready) prepare();
    uint64_t (*t)[256] = tables.sixty_four;
    const uint8_t *p = (const uint8_t *)s.at, *end = p + s.len;
    for (; end - p >= 8; p += 8) {
        crc ^= load8(p);
        crc = t[7][crc & 255] ^ t[6][crc >> 8 & 255] ^ t[5][crc >> 16 & 255] ^ t[4][crc >> 24 & 255] ^
              t[3][crc >> 32 & 255] ^ t[2][crc >> 40 & 255] ^ t[1][crc >> 48 & 255] ^ t[0][crc >> 56];
    }
    for (; p < end; p++) crc = t[0][(crc ^ *p) & 255] ^ crc >> 8;
    return crc;
}
