/* arguments.c -- reading numbers, times and cursors out of arguments, with the errors users know. */
#include "base/number.h"
#include "os/os.h"
#include "server/reply.h"
#include <math.h>

bool arg_int_or(call *c, slice s, int64_t *out, const char *error) {
    if (number_parse_int(s, out)) return true;
    reply_error(c, error);
    return false;
}

bool arg_int(call *c, slice s, int64_t *out) {
    return arg_int_or(c, s, out, "ERR value is not an integer or out of range");
}

bool arg_int_between(call *c, slice s, int64_t *out, int64_t least, int64_t most) {
    bool count = least == 0 && most >= INT32_MAX, number = number_parse_int(s, out);
    if (number && *out >= least && *out <= most) return true;
    if (count) reply_error(c, "ERR value is out of range, must be positive");
    else if (!number) reply_error(c, "ERR value is not an integer or out of range");
    else reply_errorf(c, "ERR value is out of range, value must between %lld and %lld", (long long)least, (long long)most);
    return false;
}

bool arg_double(call *c, slice s, double *out) {
    if (number_parse_double(s, out)) return true;
    reply_error(c, "ERR value is not a valid float");
    return false;
}

static bool timeout_ms(call *c, slice s, bool seconds, int64_t *ms) {
    long double value;
    if (!seconds) return arg_int_or(c, s, ms, "ERR timeout is not an integer or out of range");
    if (!number_parse_long_double(s, &value)) {
        reply_error(c, "ERR timeout is not a float or out of range");
        return false;
    }
    value = ceill(value * 1000);
    if (value > (long double)INT64_MAX) {
        reply_error(c, "ERR timeout is out of range");
        return false;
    }
    *ms = value < 0 ? -1 : (int64_t)value;
    return true;
}

bool arg_timeout(call *c, slice s, bool seconds, int64_t *deadline_ms) {
    int64_t ms;
    if (!timeout_ms(c, s, seconds, &ms)) return false;
    if (ms < 0) {
        reply_error(c, "ERR timeout is negative");
        return false;
    }
    if (ms > INT64_MAX - c->now) {
        reply_error(c, "ERR timeout is out of range");
        return false;
    }
    *deadline_ms = ms ? c->now + ms : 0;
    return true;
}

bool arg_cursor(call *c, slice s, uint64_t *out) {
    while (s.len && (*s.at == ' ' || (*s.at >= '\t' && *s.at <= '\r'))) s.at++, s.len--;
    *out = 0;
    bool good = s.len > 0 && s.len <= 20;
    for (size_t i = 0; good && i < s.len; i++) {
        unsigned digit = (unsigned)(s.at[i] - '0');
        good = digit <= 9 && !__builtin_mul_overflow(*out, 10, out) && !__builtin_add_overflow(*out, digit, out);
    }
    if (!good) reply_error(c, "ERR invalid cursor");
    return good;
}
