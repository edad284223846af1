/* test_bits.c -- bit operations against loops over single bits. */
#include "unit.h"

#include "data/bits.h"

enum { MOST = 9000 };

static void fill(uint8_t *at, size_t len) {
    uint64_t kind = unit_random() % 4;
    for (size_t i = 0; i < len; i++) at[i] = kind == 0 ? 0 : kind == 1 ? 0xFF : (uint8_t)unit_random();
    if (kind < 2 && len && unit_random() % 2) at[unit_random() % len] ^= (uint8_t)(1 << unit_random() % 8);
}

static slice any_bits(uint8_t *room, size_t most) {
    size_t len = unit_random() % 8 ? unit_random() % (most / 16 + 1) : unit_random() % (most + 1);
    fill(room, len);
    return slice_make(room, len);
}

static void test_count_and_find(void) {
    static uint8_t room[MOST];
    for (int i = 0; i < 3000; i++) {
        slice s = any_bits(room, 600);
        uint64_t total = s.len * 8, ones = 0;
        for (uint64_t k = 0; k < total; k++) ones += bits_test(s, k);
        check(bits_count(s) == ones);
        if (!s.len) continue;
        uint64_t from = unit_random() % total, to = from + unit_random() % (total - from);
        int64_t first[2] = { -1, -1 };
        ones = 0;
        for (uint64_t k = to + 1; k-- > from; first[bits_test(s, k)] = (int64_t)k) ones += bits_test(s, k);
        check(bits_count_range(s, from, to) == ones);
        check(bits_find(s, true, from, to) == first[1] && bits_find(s, false, from, to) == first[0]);
        check(bits_count_range(s, to + 1, to) == 0 && bits_find(s, true, to + 1, to) == -1);
    }
}

static bool bit_of(enum bits_operation operation, const slice *sources, size_t count, uint64_t k) {
    bool first = bits_test(sources[0], k), all = true, odd = false;
    size_t ones = 0;
    for (size_t i = 0; i < count; i++) {
        bool bit = bits_test(sources[i], k);
        ones += bit;
        all = all && bit;
        odd ^= bit;
    }
    switch (operation) {
    case BITS_AND: return all;
    case BITS_OR: return ones > 0;
    case BITS_XOR: return odd;
    case BITS_NOT: return !first;
    case BITS_DIFF: return first && ones == 1;
    case BITS_DIFF1: return !first && ones > 0;
    case BITS_ANDOR: return first && ones > 1;
    default: return ones == 1;
    }
}

static void test_combine(void) {
    static uint8_t room[5][MOST], out[MOST];
    for (int i = 0; i < 2000; i++) {
        slice sources[5];
        enum bits_operation operation = (enum bits_operation)(unit_random() % 8);
        size_t count = operation == BITS_NOT ? 1 : 2 + unit_random() % 4, len = 0;
        for (size_t k = 0; k < count; k++) {
            sources[k] = any_bits(room[k], i % 50 ? 100 : MOST);
            if (sources[k].len > len) len = sources[k].len;
        }
        fill(out, len);
        bits_combine(operation, out, len, sources, count);
        bool right = true;
        for (uint64_t k = 0; k < len * 8; k++) {
            right &= bits_test(slice_make(out, len), k) == bit_of(operation, sources, count, k);
        }
        check(right);
    }
}

static void test_fields(void) {
    uint8_t room[40], before[40];
    for (int i = 0; i < 20000; i++) {
        bool is_signed = unit_random() % 2;
        bits_field f = { is_signed, (uint8_t)(1 + unit_random() % (is_signed ? 64 : 63)) };
        fill(room, sizeof room);
        memcpy(before, room, sizeof room);
        size_t len = unit_random() % (sizeof room + 1);
        uint64_t offset = unit_random() % (sizeof room * 8 - f.width + 1), expected = 0;
        for (unsigned k = 0; k < f.width; k++) expected = expected << 1 | bits_test(slice_make(room, len), offset + k);
        if (f.is_signed && f.width < 64 && expected >> (f.width - 1)) expected |= UINT64_MAX << f.width;
        check((uint64_t)bits_field_get(slice_make(room, len), f, offset) == expected);
        int64_t number = (int64_t)unit_random(), wrapped;
        check(bits_field_add(f, BITS_WRAP, number, 0, &wrapped));
        bits_field_set(room, f, offset, number);
        check(bits_field_get(slice_make(room, sizeof room), f, offset) == wrapped);
        slice old = slice_make(before, sizeof before);
        for (uint64_t k = offset; k < offset + f.width; k++) bits_put(room, k, bits_test(old, k));
        check(!memcmp(room, before, sizeof room));
    }
}

/* Every sum of small fields, against arithmetic that cannot overflow. */
static void test_overflow(void) {
    for (uint8_t width = 1; width <= 5; width++) {
        for (int is_signed = 0; is_signed < 2; is_signed++) {
            bits_field f = { is_signed, width };
            int64_t most = (1 << (width - is_signed)) - 1, least = is_signed ? -most - 1 : 0;
            for (int64_t number = least; number <= most; number++) {
                for (int64_t more = -70; more <= 70; more++) {
                    int64_t sum = number + more, wrap, saturated, exact, modulus = (int64_t)1 << width;
                    int64_t expected = ((sum - least) % modulus + modulus) % modulus + least;
                    check(bits_field_add(f, BITS_WRAP, number, more, &wrap) && wrap == expected);
                    check(bits_field_add(f, BITS_SATURATE, number, more, &saturated));
                    check(saturated == (sum > most ? most : sum < least ? least : sum));
                    check(bits_field_add(f, BITS_FAIL, number, more, &exact) == (sum >= least && sum <= most));
                }
            }
        }
    }
    int64_t out;
    bits_field i64 = { true, 64 }, u63 = { false, 63 }, i8 = { true, 8 }, u8 = { false, 8 };
    check(bits_field_add(i64, BITS_WRAP, INT64_MAX, 1, &out) && out == INT64_MIN);
    check(bits_field_add(i64, BITS_SATURATE, INT64_MIN, -1, &out) && out == INT64_MIN);
    check(!bits_field_add(i64, BITS_FAIL, INT64_MAX, 1, &out) && bits_field_add(i64, BITS_FAIL, INT64_MAX, -1, &out));
    check(bits_field_add(u63, BITS_SATURATE, INT64_MAX, INT64_MAX, &out) && out == INT64_MAX);
    check(bits_field_add(u63, BITS_SATURATE, 5, INT64_MIN, &out) && out == 0);
    check(bits_field_add(i8, BITS_WRAP, 300, 0, &out) && out == 44);
    check(bits_field_add(i8, BITS_SATURATE, 300, 0, &out) && out == 127);
    check(bits_field_add(u8, BITS_SATURATE, -1, 0, &out) && out == 255);
    check(bits_field_add(u8, BITS_WRAP, -1, 0, &out) && out == 255 && !bits_field_add(u8, BITS_FAIL, -1, 0, &out));
}

static void test_parse(void) {
    static const char *bad[] = { "", "i", "u", "i0", "u0", "i65", "u64", "x8", "i08", "i-1", "u8 ", "I8", "i300" };
    bits_field f;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) check(!bits_field_parse(slice_of(bad[i]), &f));
    check(bits_field_parse(SLICE("i64"), &f) && f.is_signed && f.width == 64);
    check(bits_field_parse(SLICE("u63"), &f) && !f.is_signed && f.width == 63);
}

int main(void) {
    test_count_and_find();
    test_combine();
    test_fields();
    test_overflow();
    test_parse();
    return unit_result();
}
