/* test_slice.c -- comparing slices; bytes against a plain array. */
#include "base/memory.h"
#include "base/slice.h"
#include "unit.h"

static int sign(int n) {
    return (n > 0) - (n < 0);
}

static void test_compare(void) {
    check(slice_compare(SLICE("abc"), SLICE("abd")) < 0);
    check(slice_compare(SLICE("abc"), SLICE("ab")) > 0);
    check(slice_compare(SLICE(""), SLICE("")) == 0);
    check(slice_compare(slice_make("a\0b", 3), slice_make("a\0c", 3)) < 0);
    check(slice_compare(SLICE("\xff"), SLICE("a")) > 0);
    check(sign(slice_compare(SLICE("a"), SLICE("B"))) == 1);
    check(slice_equal(SLICE("abc"), slice_make("abcd", 3)));
    check(!slice_equal(SLICE("abc"), SLICE("abcd")));
    for (size_t len = 0; len < 40; len++) {
        char one[40], other[40];
        memset(one, 'x', sizeof one);
        for (size_t i = 0; i < len; i++) {
            memcpy(other, one, sizeof one);
            other[i] = 'y';
            check(!slice_equal(slice_make(one, len), slice_make(other, len)));
        }
        check(slice_equal(slice_make(one, len), slice_make(memcpy(other, one, len), len)));
    }
    check(slice_same(SLICE("GeT"), SLICE("gEt")) && !slice_same(SLICE("get"), SLICE("gets")));
    check(!slice_same(SLICE("@"), SLICE("`")) && !slice_same(SLICE("["), SLICE("{")));
    check(slice_is(SLICE("GET"), "get") && !slice_is(SLICE("GET"), "ge") && !slice_is(SLICE("GE"), "get"));
    check(!slice_is(slice_make("a\0", 2), "a") && slice_is(SLICE(""), ""));
    check(slice_starts(SLICE("abc"), SLICE("ab")) && slice_starts(SLICE("abc"), SLICE("")) &&
          !slice_starts(SLICE("a"), SLICE("ab")));
}

static bool holds(const bytes *b, const char *text, size_t len) {
    return slice_equal(bytes_slice(b), slice_make(text, len)) && (!b || (!b->at[len] && b->cap >= len));
}

static void test_append(void) {
    bytes *b = NULL;
    check(holds(b, "", 0) && bytes_footprint(b) == 0);
    bytes_append_text(&b, "n = ");
    bytes_append_int(&b, -42);
    bytes_append_char(&b, ';');
    bytes_printf(&b, " %s/%d", "x", 7);
    check(holds(b, "n = -42; x/7", 12));
    bytes_printf(&b, "%500d", 1);
    check(b->len == 512 && b->at[511] == '1' && b->at[512] == '\0' && b->at[100] == ' ');
    bytes_free(b);
    b = NULL;
    bytes_printf(&b, "%s", "");
    check(b && holds(b, "", 0));
    bytes_free(b);
}

static void test_model(void) {
    enum { MAX = 100000 };
    static char model[MAX];
    size_t len = 0, used = memory_used();
    bytes *b = bytes_new(0);
    bool good = true;
    for (int step = 0; step < 20000; step++) {
        char piece[200];
        size_t count = unit_random() % sizeof piece;
        memset(piece, (int)unit_random(), sizeof piece);
        switch (unit_random() % 6) {
        case 0: case 1: case 2:
            if (len + count > MAX) break;
            bytes_append(&b, slice_make(piece, count));
            memcpy(model + len, piece, count);
            len += count;
            break;
        case 3: {
            size_t from = unit_random() % (len + 1);
            if (count > len - from) count = len - from;
            bytes_remove(b, from, count);
            memmove(model + from, model + from + count, len - from - count);
            len -= count;
            break;
        }
        case 4: {
            size_t to = unit_random() % 8 ? len : unit_random() % MAX;
            bytes_resize(&b, to);
            if (to > len) memset(model + len, 0, to - len);
            len = to;
            break;
        }
        default:
            bytes_trim_capacity(&b);
            good &= b->cap <= len + len / 6 + 64;
        }
        good &= holds(b, model, len) && memory_used() == used + bytes_footprint(b);
    }
    check(good);
    bytes *copy = bytes_copy(bytes_slice(b));
    check(holds(copy, model, len));
    bytes_free(copy);
    bytes_free(b);
    bytes_free(NULL);
    check(memory_used() == used);
}

static void test_growth(void) {
    bytes *b = NULL;
    size_t moves = 0, cap = 0;
    for (int i = 0; i < 1000000; i++) {
        bytes_append_char(&b, 'x');
        moves += b->cap != cap;
        cap = b->cap;
    }
    check(moves < 30);
    bytes_reserve(&b, 8 << 20);
    check(b->cap >= b->len + (8 << 20) && b->cap <= b->len + (10 << 20));
    bytes_trim_capacity(&b);
    check(b->cap < b->len + 32);
    bytes_free(b);
    bytes_trim_capacity(&(bytes *){ NULL });
}

int main(void) {
    test_compare();
    test_append();
    test_model();
    test_growth();
    return unit_result();
}
