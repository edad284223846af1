/* test_intset.c -- integer sets against a sorted array. */
#include "unit.h"

#include "base/memory.h"
#include "data/intset.h"

enum { MODEL_MAX = 2000 };
static int64_t model[MODEL_MAX];
static uint32_t model_count;

static uint32_t model_place(int64_t n) {
    uint32_t i = 0;
    while (i < model_count && model[i] < n) i++;
    return i;
}

static bool model_has(int64_t n) { return model_place(n) < model_count && model[model_place(n)] == n; }

static void model_add(int64_t n) {
    uint32_t i = model_place(n);
    memmove(model + i + 1, model + i, (model_count++ - i) * sizeof *model);
    model[i] = n;
}

static void model_remove(int64_t n) {
    uint32_t i = model_place(n);
    memmove(model + i, model + i + 1, (--model_count - i) * sizeof *model);
}

static bool holds(const intset *s) {
    if (s->count != model_count || (model_count && !intset_validate((const uint8_t *)s, intset_bytes(s)))) return false;
    for (uint32_t i = 0; i < model_count; i++) {
        if (intset_at(s, i) != model[i]) return false;
    }
    return true;
}

static int64_t any_number(unsigned bits) {
    int64_t n = (int64_t)(unit_random() >> (64 - bits));
    return unit_random() % 2 ? n : -n - 1;
}

static void test_model(unsigned first_bits, unsigned last_bits) {
    intset *s = intset_new();
    model_count = 0;
    for (int i = 0; i < 4000; i++) {
        int64_t n = any_number(i < 3000 ? first_bits : last_bits);
        bool had = model_has(n);
        check(intset_has(s, n) == had);
        if (unit_random() % 3 && model_count < MODEL_MAX - 1) {
            check(intset_add(&s, n) == !had);
            if (!had) model_add(n);
        } else {
            if (model_count && unit_random() % 2) had = true, n = model[unit_random() % model_count];
            check(intset_remove(&s, n) == had);
            if (had) model_remove(n);
        }
        if (i % 8 == 0) check(holds(s));
    }
    intset *copy = intset_copy(s);
    intset_free(s);
    check(holds(copy));
    s = intset_load(slice_make(copy, intset_bytes(copy)));
    check(holds(s) && intset_footprint(s) >= intset_bytes(s));
    intset_free(s);
    intset_free(copy);
}

static void test_widening(void) {
    static const int64_t edges[] = { -32768, 32767, -32769, 32768, INT32_MIN, INT32_MAX, INT32_MIN - 1LL,
                                     INT32_MAX + 1LL, INT64_MIN, INT64_MAX };
    intset *s = intset_new();
    model_count = 0;
    for (size_t i = 0; i < sizeof edges / sizeof *edges; i++) {
        check(!intset_has(s, edges[i]) && !intset_remove(&s, edges[i]) && intset_add(&s, edges[i]));
        check(!intset_add(&s, edges[i]));
        model_add(edges[i]);
        check(holds(s) && s->width == (i < 2 ? 2u : i < 6 ? 4u : 8u));
    }
    intset_free(s);
}

static void test_validate(void) {
    static const uint8_t good[] = { 2, 0, 0, 0, 3, 0, 0, 0, 1, 0, 200, 0, 44, 1 };
    uint8_t bad[sizeof good];
    check(intset_validate(good, sizeof good));
    for (size_t len = 0; len < sizeof good; len++) check(!intset_validate(good, len));
    memcpy(bad, good, sizeof good);
    bad[10] = 1;
    check(!intset_validate(bad, sizeof bad));
    bad[10] = 200, bad[0] = 3;
    check(!intset_validate(bad, sizeof bad));
    check(!intset_validate((const uint8_t[]){ 2, 0, 0, 0, 0, 0, 0, 0 }, 8));
    check(!intset_validate((const uint8_t[]){ 8, 0, 0, 0, 255, 255, 255, 255, 1, 2 }, 10));
}

int main(void) {
    size_t used = memory_used();
    test_model(7, 7);
    test_model(10, 40);
    test_model(15, 62);
    test_model(31, 31);
    test_model(63, 63);
    test_widening();
    test_validate();
    check(memory_used() == used);
    return unit_result();
}
