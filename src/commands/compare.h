/* compare.h -- conditions on the present text of a key: IFEQ IFNE IFDEQ IFDNE (newer.md 1.1 and 1.3). */
#ifndef COMMANDS_COMPARE_H
#define COMMANDS_COMPARE_H
#include "server/call.h"

typedef struct compare {
    enum { COMPARE_NONE, COMPARE_EQUAL, COMPARE_NOT_EQUAL, COMPARE_DIGEST, COMPARE_NOT_DIGEST } kind;
    slice with;
} compare;

/* Tries argv[*i] as a condition and moves *i past it. */
bool compare_option(const call *c, int *i, compare *out);
/* A digest must be 16 hex digits; false when the error was replied. */
bool compare_check(call *c, const compare *o);
/* Does it hold for this string entry (NULL: missing)? */
bool compare_holds(const compare *o, const entry *e);
#endif
