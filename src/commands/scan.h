/* scan.h -- what SCAN, SSCAN, HSCAN and ZSCAN have in common: options, and collecting before replying. */
#ifndef COMMANDS_SCAN_H
#define COMMANDS_SCAN_H
#include "server/call.h"

typedef struct scan_options {
    uint64_t cursor;
    int64_t count;
    slice pattern;                          /* at NULL: everything */
    const struct type *type;                /* SCAN only; NULL: every type */
    bool unknown_type, no_values;
} scan_options;

/* Reads cursor and options beginning at argv[first] (the cursor). False when an error was replied. `keys`: TYPE is allowed. */
bool scan_parse(call *c, int first, bool keys, bool hash, scan_options *out);
bool scan_matches(const scan_options *o, slice text);
#endif
