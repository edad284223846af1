/* expiry.h -- the expiry options that many commands share: EX PX EXAT PXAT, KEEPTTL, PERSIST. */
#ifndef COMMANDS_EXPIRY_H
#define COMMANDS_EXPIRY_H
#include "server/call.h"

enum expiry_unit { EXPIRY_SECONDS, EXPIRY_MS };
/* Reads a time argument into unix ms; `absolute` says whether it counts from 1970 or from now. Not an integer, zero or negative,
 * or too large: replies the error ("invalid expire time in '...' command") and returns false. */
bool expiry_read(call *c, slice text, enum expiry_unit unit, bool absolute, int64_t *when);

/* What the expiry options of a command said. */
typedef struct expiry {
    enum { EXPIRY_NONE, EXPIRY_AT, EXPIRY_KEEP, EXPIRY_PERSIST } kind;
    int64_t when;                           /* unix ms, for EXPIRY_AT */
    slice text;                             /* the argument, read once all options are known to be well formed */
    enum expiry_unit unit;
    bool absolute;
} expiry;
/* Tries argv[*i] as an expiry option (allowed: which of KEEPTTL and PERSIST count); moves *i past it. False when it is none, or
 * another one than said before: the caller's syntax error. */
bool expiry_option(const call *c, int *i, bool keep, bool persist, expiry *out);
/* Turns the text of EXPIRY_AT into when; false when an error was replied. */
bool expiry_resolve(call *c, expiry *e);
#endif
