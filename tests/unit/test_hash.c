/* test_hash.c -- published test vectors, and each fast form against a slow one. */
#include "base/hash.h"
#include "base/text.h"
#include "os/os.h"
#include "unit.h"

static char counting[5000];

/* -- SipHash --------------------------------------------------------------- */

static uint64_t rotate(uint64_t x, int by) {
    return x << by | x >> (64 - by);
}

static void slow_round(uint64_t v[4]) {
    v[0] += v[1], v[1] = rotate(v[1], 13) ^ v[0], v[0] = rotate(v[0], 32);
    v[2] += v[3], v[3] = rotate(v[3], 16) ^ v[2];
    v[0] += v[3], v[3] = rotate(v[3], 21) ^ v[0];
    v[2] += v[1], v[1] = rotate(v[1], 17) ^ v[2], v[2] = rotate(v[2], 32);
}

static uint64_t slow_word(const uint8_t *p, size_t count) {
    uint64_t word = 0;
    for (size_t i = 0; i < count; i++) word |= (uint64_t)p[i] << 8 * i;
    return word;
}

/* By the paper, byte by byte; with 2 and 4 rounds it gives the paper's own vector. */
static uint64_t slow_sip(slice s, const uint8_t key[16], int rounds, int last_rounds) {
    uint64_t a = slow_word(key, 8), b = slow_word(key + 8, 8);
    uint64_t v[4] = { a ^ 0x736f6d6570736575u, b ^ 0x646f72616e646f6du,
                      a ^ 0x6c7967656e657261u, b ^ 0x7465646279746573u };
    for (size_t at = 0; at <= s.len; at += 8) {
        size_t count = s.len - at < 8 ? s.len - at : 8;
        uint64_t word = slow_word((const uint8_t *)s.at + at, count);
        if (count < 8) word |= (uint64_t)s.len << 56;
        v[3] ^= word;
        for (int i = 0; i < rounds; i++) slow_round(v);
        v[0] ^= word;
    }
    v[2] ^= 0xff;
    for (int i = 0; i < last_rounds; i++) slow_round(v);
    return v[0] ^ v[1] ^ v[2] ^ v[3];
}

static void test_sip(void) {
    uint8_t key[16];
    for (int i = 0; i < 16; i++) key[i] = (uint8_t)i;
    check(slow_sip(slice_make(counting, 15), key, 2, 4) == 0xa129ca6149be45e5u);
    hash_set_key(key);
    bool same = true, folded = true;
    for (size_t len = 0; len < 200; len++) {
        char mixed[200], lower[200];
        for (size_t i = 0; i < len; i++) mixed[i] = (char)unit_random();
        memcpy(lower, mixed, len);
        text_to_lower(lower, len);
        same &= hash_of(slice_make(mixed, len)) == slow_sip(slice_make(mixed, len), key, 1, 3);
        folded &= hash_of_lower(slice_make(mixed, len)) == hash_of(slice_make(lower, len));
    }
    check(same);
    check(folded);
    uint64_t before = hash_of(SLICE("key"));
    key[3] ^= 1;
    hash_set_key(key);
    check(hash_of(SLICE("key")) != before);
}

/* -- the others ------------------------------------------------------------ */

static void test_xxh3(void) {
    static char a[1025], x[100];
    memset(a, 'a', sizeof a);
    memset(x, 'x', sizeof x);
    check(hash_xxh3(SLICE("")) == 0x2d06800538d394c2u);
    check(hash_xxh3(SLICE("a")) == 0xe6c632b61e964e1fu);
    check(hash_xxh3(SLICE("abc")) == 0x78af5f94892f3950u);
    check(hash_xxh3(SLICE("foo")) == 0xab6e5f64077e7d8au);
    check(hash_xxh3(SLICE("Hello world")) == 0xb6acb9d84a38ff74u);
    check(hash_xxh3(slice_make(x, 100)) == 0xc90984ffdf50ce42u);
    check(hash_xxh3(slice_make(counting, 200)) == 0xf42a8864feaf0703u);
    check(hash_xxh3(slice_make(counting, 256)) == 0x9408a4433b952d71u);
    check(hash_xxh3(slice_make(a, 1025)) == 0xd46a63acfb8da1eau);
}

static void test_murmur(void) {
    check(hash_murmur64a(SLICE(""), 0xadc83b19) == 0xd8dfea6585bc9732u);
    check(hash_murmur64a(SLICE("a"), 0xadc83b19) == 0x53d2470a9b43b1a7u);
    check(hash_murmur64a(SLICE("hello"), 0xadc83b19) == 0x0f656f01eecfe400u);
    check(hash_murmur64a(SLICE("12345678"), 0xadc83b19) == 0x95ebb86389132953u);
    check(hash_murmur64a(SLICE("Hello, world! 123"), 0xadc83b19) == 0x02dd41be310d6960u);
}

static void test_crc(void) {
    check(crc16(SLICE("123456789")) == 0x31c3);
    check(crc16(SLICE("")) == 0);
    check(crc64(0, SLICE("123456789")) == 0xe9c6d914c4b8d9cau);
    check(crc64(0, slice_make("REDIS0011\xff", 10)) == 0x629738748d8a22c0u);
    check(crc64(0, slice_make("REDIS0006\xff", 10)) == 0x56f2dc5af043b3dcu);
    bool same = true;
    for (size_t cut = 0; cut < 300; cut++) {
        uint64_t crc = 0;
        for (size_t i = 0; i < cut; i++) crc = crc64(crc, slice_make(counting + i, 1));
        same &= crc == crc64(0, slice_make(counting, cut));
        same &= crc64(crc, slice_make(counting + cut, 100)) == crc64(0, slice_make(counting, cut + 100));
    }
    check(same);
}

/* Long blocks take another way than bytes do: every length at every alignment. */
static void test_crc_blocks(void) {
    static char data[1200];
    bool same = true;
    for (size_t i = 0; i < sizeof data; i++) data[i] = (char)(i * i * 31 >> 3);
    for (size_t from = 0; from < 16; from++) {
        uint64_t crc = 0x0123456789abcdefu;
        for (size_t len = 1; from + len <= sizeof data; len++) {
            crc = crc64(crc, slice_make(data + from + len - 1, 1));
            same &= crc == crc64(0x0123456789abcdefu, slice_make(data + from, len));
        }
    }
    check(same);
}

static bool digest_is(const uint8_t *digest, size_t len, const char *hex) {
    char text[65];
    text_hex(text, digest, len);
    return slice_equal(slice_make(text, 2 * len), slice_of(hex));
}

static bool sha1_is(slice text, const char *hex) {
    uint8_t digest[20];
    sha1_of(text, digest);
    return digest_is(digest, sizeof digest, hex);
}

static bool sha256_is(slice text, const char *hex) {
    uint8_t digest[32];
    sha256_of(text, digest);
    return digest_is(digest, sizeof digest, hex);
}

static void test_digests(void) {
    const slice two = SLICE("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq");
    check(sha1_is(SLICE(""), "da39a3ee5e6b4b0d3255bfef95601890afd80709"));
    check(sha1_is(SLICE("abc"), "a9993e364706816aba3e25717850c26c9cd0d89d"));
    check(sha1_is(two, "84983e441c3bd26ebaae4aa1f95129e5e54670f1"));
    check(sha1_is(SLICE("return 1"), "e0e1f9fabfc9d4800c877a703b823ac0578ff8db"));
    check(sha256_is(SLICE(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    check(sha256_is(SLICE("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    check(sha256_is(two, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"));
    check(sha1_is(slice_make(counting, 5000), "4ba51528e69c2efd8c40cdeac3ee1984acc05478"));
    check(sha256_is(slice_make(counting, 5000), "8026e5c96cf1e502c8deb3e89f8b8bc342f5039b871911a92eb10edf9c6542d3"));
}

/* Every length around the block, in pieces of every kind. */
static void test_digests_in_pieces(void) {
    bool same = true;
    for (size_t len = 0; len < 200; len++) {
        uint8_t whole[32], pieces[32];
        sha1 one;
        sha256 two;
        sha1_start(&one);
        sha256_start(&two);
        for (size_t at = 0, take; at < len; at += take) {
            take = unit_random() % 70;
            if (take > len - at) take = len - at;
            sha1_add(&one, slice_make(counting + at, take));
            sha256_add(&two, slice_make(counting + at, take));
        }
        sha1_of(slice_make(counting, len), whole);
        sha1_finish(&one, pieces);
        same &= hash_constant_time_equal(whole, pieces, 20);
        sha256_of(slice_make(counting, len), whole);
        sha256_finish(&two, pieces);
        same &= hash_constant_time_equal(whole, pieces, 32);
    }
    check(same);
    check(hash_constant_time_equal("abc", "abd", 2));
    check(!hash_constant_time_equal("abc", "abd", 3));
}

/* Where two texts differ must not show in the time a comparison takes: one that stopped at the first difference would be
 * thousands of times faster on texts of this size. The best of several tries is hardly disturbed by other processes. */
static void test_constant_time(void) {
    enum { SIZE = 1 << 20, TRIES = 9 };
    static char one[SIZE], two[SIZE];
    int64_t best[2] = { INT64_MAX, INT64_MAX };
    for (int round = 0; round < TRIES; round++) {
        for (int late = 0; late < 2; late++) {
            size_t where = late ? SIZE - 1 : 0;
            two[where] = 1;
            int64_t begun = os_mono_us();
            check(!hash_constant_time_equal(one, two, SIZE));
            int64_t took = os_mono_us() - begun;
            if (took < best[late]) best[late] = took;
            two[where] = 0;
        }
    }
    check(best[0] * 4 + 4 > best[1] && best[1] * 4 + 4 > best[0] && best[0] > 4);
}

int main(void) {
    for (size_t i = 0; i < sizeof counting; i++) counting[i] = (char)i;
    test_sip();
    test_xxh3();
    test_murmur();
    test_crc();
    test_crc_blocks();
    test_digests();
    test_digests_in_pieces();
    test_constant_time();
    return unit_result();
}
