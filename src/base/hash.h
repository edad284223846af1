/* hash.h -- hashes for tables, checksums for files, digests for passwords. */
#ifndef BASE_HASH_H
#define BASE_HASH_H
#include "base/slice.h"

/* SipHash-1-3 under a key drawn at start: what every hash table uses, so that no client can aim for one bucket. */
void     hash_set_key(const uint8_t key[16]);
uint64_t hash_of(slice s);
/* SipHash-1-3 of the text in lower case, for case-insensitive lookups. */
uint64_t hash_of_lower(slice s);

uint64_t hash_xxh3(slice s);                        /* XXH3-64, seed 0: newer.md section 2 */
uint64_t hash_murmur64a(slice s, uint64_t seed);    /* MurmurHash64A: HyperLogLog */

uint16_t crc16(slice s);                            /* XMODEM: cluster slots */
uint64_t crc64(uint64_t crc, slice s);              /* Jones, reflected, init 0: RDB, DUMP; persistence.md 1.7 */

typedef struct sha1 { uint32_t h[5]; uint64_t len; uint8_t block[64]; } sha1;
void sha1_start(sha1 *s);
void sha1_add(sha1 *s, slice text);
void sha1_finish(sha1 *s, uint8_t out[20]);
void sha1_of(slice text, uint8_t out[20]);
typedef struct sha256 { uint32_t h[8]; uint64_t len; uint8_t block[64]; } sha256;
void sha256_start(sha256 *s);
void sha256_add(sha256 *s, slice text);
void sha256_finish(sha256 *s, uint8_t out[32]);
void sha256_of(slice text, uint8_t out[32]);
/* Equal, in a time that does not depend on where they differ. */
bool hash_constant_time_equal(const void *a, const void *b, size_t len);
#endif
