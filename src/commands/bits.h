/* bits.h -- shared by bits.c and bitfields.c. */
#ifndef COMMANDS_BITS_H
#define COMMANDS_BITS_H
#include "server/call.h"

/* A bit offset; with a step, "#n" means n times the step. False when an error was replied. */
bool   bits_read_offset(call *c, slice text, uint64_t step, uint64_t *out);
/* The string under key (e, or NULL: created) as a buffer of at least len bytes. */
bytes *bits_open(call *c, slice key, entry *e, size_t len);
#endif
