/* os_sim.h -- what the two halves of the invented os.h share. */
#ifndef TESTS_SIM_OS_SIM_H
#define TESTS_SIM_OS_SIM_H
#include "sim/world.h"

/* Remembers the text for os_error_text and returns the error. */
int refuse(int error, const char *text);
/* The disk refuses, from now on at the latest. */
static inline void disk_refuses(void) {
    if (!the_world->refused_us) the_world->refused_us = the_world->now_us;
}
/* True once in about so many calls; never for 0. */
static inline bool fault(int once_in) {
    bool now = once_in && !world_random((uint64_t)once_in);
    if (now) disk_refuses();
    return now;
}
#endif
