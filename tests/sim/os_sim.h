/* os_sim.h -- what the two halves of the invented os.h share. */
#ifndef TESTS_SIM_OS_SIM_H
#define TESTS_SIM_OS_SIM_H
#include "sim/world.h"

/* Remembers the text for os_error_text and returns the error. */
int refuse(int error, const char *text);
/* True once in about so many calls; never for 0. */
static inline bool fault(int once_in) { return once_in && !world_random((uint64_t)once_in); }
#endif
