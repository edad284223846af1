/* scan.h -- what SCAN, SSCAN, HSCAN and ZSCAN have in common: options, and the walk through a collection. */
#ifndef COMMANDS_SCAN_H
#define COMMANDS_SCAN_H
#include "server/call.h"

typedef struct scan_options {
    uint64_t cursor;
    int64_t count;
    slice pattern;                          /* at NULL: everything */
    const struct type *type;                /* SCAN only; NULL: every type */
    bool unknown_type;
    bool no_values;                         /* HSCAN only */
} scan_options;

/* SSCAN, HSCAN and ZSCAN: their types step through a collection, and what comes up is replied if it matches. */
typedef struct scan_walk {
    call *call;
    void *value;                            /* NULL: there is no such key */
    scan_options options;
    long replied;                           /* elements of the reply so far */
    uint64_t seen;                          /* members or fields, matching or not */
} scan_walk;

/* Reads options and key; false when an error was replied. */
bool scan_open(scan_walk *w, call *c, const struct type *type);
/* One more has been seen: is it one to reply? */
bool scan_sees(scan_walk *w, slice text);
/* The whole reply: steps on from the cursor until enough has been seen. */
void scan_reply(scan_walk *w, uint64_t (*step)(scan_walk *w, uint64_t cursor));
#endif
