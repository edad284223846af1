/* expiry.c -- EX, PX, EXAT, PXAT, KEEPTTL, PERSIST. */
#include "commands/expiry.h"
#include "base/number.h"
#include "server/command.h"
#include "server/reply.h"

static bool refuse(call *c) {
    reply_errorf(c, "ERR invalid expire time in '%s' command", c->command->name);
    return false;
}

bool expiry_read(call *c, slice text, enum expiry_unit unit, bool absolute, int64_t *when) {
    if (!arg_int(c, text, when)) return false;
    if (*when <= 0) return refuse(c);
    if (unit == EXPIRY_SECONDS && __builtin_mul_overflow(*when, 1000, when)) return refuse(c);
    if (!absolute && __builtin_add_overflow(*when, c->now, when)) return refuse(c);
    return true;
}

static bool timed(const call *c, int *i, enum expiry_unit unit, bool absolute, expiry *out) {
    if (*i + 1 >= c->argc) return false;
    *out = (expiry){ .kind = EXPIRY_AT, .text = c->argv[*i + 1], .unit = unit, .absolute = absolute };
    *i += 2;
    return true;
}

bool expiry_option(const call *c, int *i, bool keep, bool persist, expiry *out) {
    slice word = c->argv[*i];
    if (out->kind != EXPIRY_NONE) return false;
    if (slice_is(word, "ex")) return timed(c, i, EXPIRY_SECONDS, false, out);
    if (slice_is(word, "px")) return timed(c, i, EXPIRY_MS, false, out);
    if (slice_is(word, "exat")) return timed(c, i, EXPIRY_SECONDS, true, out);
    if (slice_is(word, "pxat")) return timed(c, i, EXPIRY_MS, true, out);
    if (keep && slice_is(word, "keepttl")) out->kind = EXPIRY_KEEP;
    else if (persist && slice_is(word, "persist")) out->kind = EXPIRY_PERSIST;
    else return false;
    ++*i;
    return true;
}

bool expiry_resolve(call *c, expiry *e) {
    return e->kind != EXPIRY_AT || expiry_read(c, e->text, e->unit, e->absolute, &e->when);
}
