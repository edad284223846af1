/* test_random.c -- the generator is repeatable, in range and even. */
#include "base/random.h"
#include "unit.h"

#include <stdbool.h>

static void test_vector(void) {
    random_seed((const uint64_t[4]){ 1, 2, 3, 4 });
    check(random_next() == 11520);          /* by hand: rotate(2 * 5, 7) * 9 */
    check(random_next() == 0);
    check(random_next() == 1509978240);
    check(random_next() == 1215971899390074240);
    random_seed((const uint64_t[4]){ 0, 0, 0, 0 });
    uint64_t any = 0;
    for (int i = 0; i < 10; i++) any |= random_next();
    check(any != 0);
}

static void test_repeats(void) {
    uint64_t seed[4] = { unit_random(), unit_random(), unit_random(), unit_random() }, first[10];
    random_seed(seed);
    for (int i = 0; i < 10; i++) first[i] = random_next();
    random_seed(seed);
    bool same = true;
    for (int i = 0; i < 10; i++) same &= random_next() == first[i];
    check(same);
}

static void test_below(void) {
    enum { SIDES = 6, THROWS = 600000 };
    int seen[SIDES] = { 0 };
    bool inside = true;
    for (int i = 0; i < THROWS; i++) seen[random_below(SIDES)]++;
    for (int i = 0; i < SIDES; i++) check(seen[i] > THROWS / SIDES * 98 / 100 && seen[i] < THROWS / SIDES * 102 / 100);
    for (int i = 0; i < 10000; i++) {
        uint64_t n = unit_random() >> unit_random() % 64;
        inside &= random_below(n + !n) < n + !n;
    }
    check(inside);
    check(random_below(1) == 0);
}

static void test_unit(void) {
    double sum = 0;
    bool inside = true;
    for (int i = 0; i < 100000; i++) {
        double x = random_unit();
        inside &= x >= 0 && x < 1;
        sum += x;
    }
    check(inside);
    check(sum > 49000 && sum < 51000);
}

static void test_hex(void) {
    char text[41] = "", all[17] = "";
    random_hex(text, 40);
    check(strlen(text) == 40 && strspn(text, "0123456789abcdef") == 40);
    for (int i = 0; i < 1000; i++) {
        random_hex(text, 1);
        if (!strchr(all, text[0])) all[strlen(all)] = text[0];
    }
    check(strlen(all) == 16);
}

int main(void) {
    test_vector();
    test_repeats();
    test_below();
    test_unit();
    test_hex();
    return unit_result();
}
