/* test_lzf.c -- there and back over texts of many kinds, and malformed streams refused without a stray write. */
#include "base/lzf.h"
#include "unit.h"

enum { TEXT_MAX = 40000 };
static char text[TEXT_MAX], packed[2 * TEXT_MAX], unpacked[TEXT_MAX + 16];

static size_t there_and_back(size_t len) {
    size_t size = lzf_compress(slice_make(text, len), packed, sizeof packed);
    if (!size) return 0;
    memset(unpacked, 'U', sizeof unpacked);
    check(lzf_decompress(slice_make(packed, size), unpacked, len));
    check(!memcmp(text, unpacked, len));
    check(unpacked[len] == 'U');
    return size;
}

static void test_known_streams(void) {
    char out[200];
    check(lzf_decompress(slice_make("\x01" "aa\xe0\x0a\x00", 6), out, 21));
    check(!memcmp(out, "aaaaaaaaaaaaaaaaaaaaa", 21));
    static char many[300];
    check(lzf_decompress(slice_make("\x02" "aba\xe0\xff\x01\xe0\x16\x01\x01" "ab", 13), many, 300));
    check(many[0] == 'a' && many[1] == 'b' && many[298] == 'a' && many[299] == 'b');
    check(lzf_decompress(SLICE(""), out, 0));
}

static void test_malformed(void) {
    char out[32];
    check(!lzf_decompress(SLICE(""), out, 1));
    check(!lzf_decompress(slice_make("\x01" "a", 2), out, 2));              /* a literal is missing */
    check(!lzf_decompress(slice_make("\x01" "ab", 3), out, 1));             /* too long */
    check(!lzf_decompress(slice_make("\x01" "ab", 3), out, 3));             /* too short */
    check(!lzf_decompress(slice_make("\x00" "a\x20", 3), out, 4));          /* the offset is missing */
    check(!lzf_decompress(slice_make("\x00" "a\xe0\x00", 4), out, 10));     /* the offset of a long one is missing */
    check(!lzf_decompress(slice_make("\x00" "a\x20\x01", 4), out, 4));      /* before the start */
    check(!lzf_decompress(slice_make("\x00" "a\xe0\xff\x00", 5), out, 20)); /* copies beyond the end */
}

static void test_texts(void) {
    for (int kind = 0; kind < 5; kind++) {
        for (int round = 0; round < 300; round++) {
            size_t len = unit_random() % (round % 10 ? 300 : TEXT_MAX);
            for (size_t i = 0; i < len; i++) {
                static const uint64_t letters[] = { 1, 2, 8, 64, 256 };
                text[i] = (char)(unit_random() % letters[kind]);
                if (kind != 2 || i < 100 || unit_random() % 50) continue;
                size_t from = unit_random() % i, n = unit_random() % 400;   /* long repeats at all distances */
                while (n-- && i < len - 1) text[i++] = text[from++];
            }
            size_t size = there_and_back(len);
            if (kind < 2 && len > 100) check(size && size < len);
        }
    }
}

/* The result either fits or is 0; nothing is written behind the room given. */
static void test_room(void) {
    for (size_t i = 0; i < 1000; i++) text[i] = (char)(unit_random() % 3);
    size_t whole = lzf_compress(slice_make(text, 1000), packed, sizeof packed);
    check(whole > 0);
    bool good = true;
    for (size_t cap = 0; cap < whole + 5; cap++) {
        char *room = malloc(cap + 1);       /* exactly so large, for the sanitizer */
        room[cap] = 'R';
        size_t size = lzf_compress(slice_make(text, 1000), room, cap);
        good &= size == (cap < whole ? 0 : whole) && room[cap] == 'R';
        free(room);
    }
    check(good);
    for (size_t i = 0; i < 1000; i++) text[i] = (char)unit_random();
    check(lzf_compress(slice_make(text, 1000), packed, 996) == 0);
    check(lzf_compress(SLICE("aa"), packed, sizeof packed) == 0);
}

static void test_garbage(void) {
    int accepted = 0, rounds = 200000;
    for (int round = 0; round < rounds; round++) {
        size_t len = unit_random() % 40, out_len = unit_random() % 300;
        for (size_t i = 0; i < len; i++) packed[i] = (char)(unit_random() >> unit_random() % 8);
        char *out = malloc(out_len + 1);
        out[out_len] = 'G';
        accepted += lzf_decompress(slice_make(packed, len), out, out_len);
        if (out[out_len] != 'G') accepted = rounds;
        free(out);
    }
    check(accepted < rounds / 10);
}

int main(void) {
    test_known_streams();
    test_malformed();
    test_texts();
    test_room();
    test_garbage();
    return unit_result();
}
