/* unit.h -- what a unit test needs: check(), a seeded generator, a closing line "N passed, N failed". */
#ifndef TESTS_UNIT_UNIT_H
#define TESTS_UNIT_UNIT_H
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int unit_passed, unit_failed;

#define check(condition) \
    ((condition) ? (void)unit_passed++ : unit_fail(__FILE__, __LINE__, #condition))

static inline void unit_fail(const char *file, int line, const char *condition) {
    unit_failed++;
    fprintf(stderr, "%s:%d: failed: %s\n", file, line, condition);
}

static inline uint64_t unit_random(void) {
    static uint64_t state = 0x9E3779B97F4A7C15u;
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
}

static inline int unit_result(void) {
    printf("%d passed, %d failed\n", unit_passed, unit_failed);
    return unit_failed != 0;
}
#endif
