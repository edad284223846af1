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

/* The same option may be said again, and then its last value counts; another one may not be mixed in. */
static bool timed(const call *c, int *i, enum expiry_unit unit, bool absolute, expiry *out) {
    bool again = out->kind == EXPIRY_AT && out->unit == unit && out->absolute == absolute;
    if (*i + 1 >= c->argc || (out->kind != EXPIRY_NONE && !again)) return false;
    *out = (expiry){ .kind = EXPIRY_AT, .text = c->argv[*i + 1], .unit = unit, .absolute = absolute };
    *i += 2;
    return true;
}

bool expiry_option(const call *c, int *i, bool keep, bool persist, expiry *out) {
    slice word = c->argv[*i];
    if (slice_is(word, "ex")) return timed(c, i, EXPIRY_SECONDS, false, out);
    if (slice_is(word, "px")) return timed(c, i, EXPIRY_MS, false, out);
    if (slice_is(word, "exat")) return timed(c, i, EXPIRY_SECONDS, true, out);
    if (slice_is(word, "pxat")) return timed(c, i, EXPIRY_MS, true, out);
    bool keeps = keep && slice_is(word, "keepttl");
    if (!keeps && !(persist && slice_is(word, "persist"))) return false;
    if (out->kind != EXPIRY_NONE && out->kind != (keeps ? EXPIRY_KEEP : EXPIRY_PERSIST)) return false;
    out->kind = keeps ? EXPIRY_KEEP : EXPIRY_PERSIST;
    ++*i;
    return true;
}

bool expiry_resolve(call *c, expiry *e) {
    return e->kind != EXPIRY_AT || expiry_read(c, e->text, e->unit, e->absolute, &e->when);
}
