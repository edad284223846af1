/* counters.c -- numbers kept as strings: INCR and its kin, and INCREX with bounds (newer.md 1.5). */
#include "base/number.h"
#include "commands/expiry.h"
#include "server/client.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/propagate.h"
#include "server/reply.h"
#include <float.h>
#include <math.h>

static slice print(char *room, int64_t n) { return slice_make(room, (size_t)number_print_int(room, n)); }

/* The integer under key; 0 when missing. False when an error was replied. */
static bool read_int(call *c, slice key, entry **e, int64_t *n) {
    *n = 0;
    if (!keyspace_edit_string(c, key, e)) return false;
    if (!*e || string_int(*e, n)) return true;
    reply_error(c, "ERR value is not an integer or out of range");
    return false;
}

/* Keeps the expiry, and the entry itself where it stands. */
static void store_int(call *c, slice key, entry *e, int64_t n) {
    char room[NUMBER_INT_TEXT];
    if (!e) {
        keyspace_put_string(c, key, print(room, n), -1);
        return;
    }
    c->opened = string_set_int(c->client->db, keyspace_hash(c, key), key, e, n, entry_expiry(e));
    c->opened_key = key.at;
}

static void add(call *c, int64_t step) {
    slice key = c->argv[1];
    entry *e;
    int64_t n;
    if (!read_int(c, key, &e, &n)) return;
    if (__builtin_add_overflow(n, step, &n)) {
        reply_error(c, "ERR increment or decrement would overflow");
        return;
    }
    store_int(c, key, e, n);
    changed(c, key, NOTIFY_STRING, "incrby");
    reply_int(c, n);
}

static void incr(call *c) { add(c, 1); }
static void decr(call *c) { add(c, -1); }

static void incrby(call *c) {
    int64_t step;
    if (arg_int(c, c->argv[2], &step)) add(c, step);
}

static void decrby(call *c) {
    int64_t step;
    if (!arg_int(c, c->argv[2], &step)) return;
    if (step == INT64_MIN) reply_error(c, "ERR decrement would overflow");
    else add(c, -step);
}

/* -- floats --------------------------------------------------------------------------------------- */

static bool read_float(call *c, slice text, long double *out) {
    if (number_parse_long_double(text, out)) return true;
    reply_error(c, "ERR value is not a valid float");
    return false;
}

static bool stored_float(call *c, slice key, entry **e, long double *n) {
    char room[NUMBER_INT_TEXT];
    *n = 0;
    if (!keyspace_edit_string(c, key, e)) return false;
    return !*e || read_float(c, string_text(*e, room), n);
}

static void store_text(call *c, slice key, const entry *e, slice text) {
    keyspace_put_text(c, key, text, e ? entry_expiry(e) : -1, false);
}

static void incrbyfloat(call *c) {
    char room[NUMBER_LONG_DOUBLE_TEXT];
    slice key = c->argv[1];
    long double n, step;
    entry *e;
    if (!keyspace_edit_string(c, key, &e)) return;
    if (!stored_float(c, key, &e, &n) || !read_float(c, c->argv[2], &step)) return;
    n += step;
    if (isnan(n) || isinf(n)) {
        reply_error(c, "ERR increment would produce NaN or Infinity");
        return;
    }
    slice text = { room, (size_t)number_print_long_double(room, n) };
    store_text(c, key, e, text);
    changed(c, key, NOTIFY_STRING, "incrbyfloat");
    propagate_words(c, 4, SLICE("SET"), key, text, SLICE("KEEPTTL"));
    reply_bulk(c, text);
}

/* -- INCREX ------------------------------------------------------------------------------------------ */

typedef struct increx_options {
    bool by_float, has_step, saturate, only_untimed, has_low, has_high;
    slice step, low, high;
    expiry expiry;
} increx_options;

static bool increx_word(call *c, int *i, increx_options *o) {
    slice word = c->argv[*i];
    bool more = *i + 1 < c->argc, by_float = slice_is(word, "byfloat");
    if ((by_float || slice_is(word, "byint")) && more && !o->has_step) {
        o->has_step = true;
        o->by_float = by_float;
        o->step = c->argv[++*i];
    } else if (slice_is(word, "lbound") && more && !o->has_low) {
        o->has_low = true;
        o->low = c->argv[++*i];
    } else if (slice_is(word, "ubound") && more && !o->has_high) {
        o->has_high = true;
        o->high = c->argv[++*i];
    } else if (slice_is(word, "saturate")) {
        o->saturate = true;
    } else if (slice_is(word, "enx")) {
        o->only_untimed = true;
    } else {
        return false;
    }
    ++*i;
    return true;
}

static bool increx_parse(call *c, increx_options *o) {
    for (int i = 2; i < c->argc;) {
        if (!increx_word(c, &i, o) && !expiry_option(c, &i, false, true, &o->expiry)) return reply_syntax_error(c), false;
    }
    if (o->only_untimed && o->expiry.kind == EXPIRY_PERSIST) return reply_syntax_error(c), false;
    if (o->only_untimed && o->expiry.kind == EXPIRY_NONE) return reply_error(c, "ERR ENX flag requires an expiration"), false;
    return expiry_resolve(c, &o->expiry);
}

/* What INCREX does to the expiry once the number has been stored. */
static void increx_expire(call *c, slice key, slice text, const increx_options *o, int64_t before) {
    char room[NUMBER_INT_TEXT];
    bool apply = o->expiry.kind == EXPIRY_AT && !(o->only_untimed && before >= 0);
    if (apply && o->expiry.when <= client_horizon(c)) {
        keyspace_delete(c, key);
        changed(c, key, NOTIFY_GENERIC, "del");
        propagate_words(c, 2, SLICE("DEL"), key);
    } else if (apply) {
        keyspace_set_expiry(c, key, o->expiry.when);
        notify(c, key, NOTIFY_GENERIC, "expire");
        propagate_words(c, 5, SLICE("SET"), key, text, SLICE("PXAT"), print(room, o->expiry.when));
    } else if (o->expiry.kind == EXPIRY_PERSIST) {
        if (before >= 0) {
            keyspace_set_expiry(c, key, -1);
            notify(c, key, NOTIFY_GENERIC, "persist");
        }
        propagate_words(c, 3, SLICE("SET"), key, text);
    } else {
        propagate_words(c, 4, SLICE("SET"), key, text, SLICE("KEEPTTL"));
    }
}

static void increx_int(call *c, const increx_options *o) {
    char room[NUMBER_INT_TEXT];
    slice key = c->argv[1];
    entry *e;
    int64_t step = 1, low = INT64_MIN, high = INT64_MAX, now, next, delta;
    if (o->has_step && !arg_int(c, o->step, &step)) return;
    if ((o->has_low && !arg_int(c, o->low, &low)) || (o->has_high && !arg_int(c, o->high, &high))) return;
    if (low > high) {
        reply_error(c, "ERR LBOUND must be less than or equal to UBOUND");
        return;
    }
    if (!read_int(c, key, &e, &now)) return;
    bool over = __builtin_add_overflow(now, step, &next);
    if (over) next = step > 0 ? INT64_MAX : INT64_MIN;
    if ((over || next < low || next > high) && !o->saturate) {
        reply_array(c, 2);
        reply_int(c, now);
        reply_int(c, 0);
        return;
    }
    if (next < low) next = low;
    if (next > high) next = high;
    if (__builtin_sub_overflow(next, now, &delta)) {
        reply_error(c, "ERR increment or decrement would overflow");
        return;
    }
    int64_t before = e ? entry_expiry(e) : -1;
    store_int(c, key, e, next);
    changed(c, key, NOTIFY_STRING, "incrby");
    increx_expire(c, key, print(room, next), o, before);
    reply_array(c, 2);
    reply_int(c, next);
    reply_int(c, delta);
}

static void reply_float(call *c, long double n) {
    char room[NUMBER_LONG_DOUBLE_TEXT];
    if (c->client->protocol == 3) reply_double(c, (double)n);
    else reply_bulk(c, slice_make(room, (size_t)number_print_long_double(room, n)));
}

static void increx_float(call *c, const increx_options *o) {
    char room[NUMBER_LONG_DOUBLE_TEXT];
    slice key = c->argv[1];
    entry *e;
    long double step, low = -LDBL_MAX, high = LDBL_MAX, now;
    if (!read_float(c, o->step, &step)) return;
    if ((o->has_low && !read_float(c, o->low, &low)) || (o->has_high && !read_float(c, o->high, &high))) return;
    if (low > high) {
        reply_error(c, "ERR LBOUND must be less than or equal to UBOUND");
        return;
    }
    if (!stored_float(c, key, &e, &now)) return;
    long double next = now + step;
    if (isnan(next) || (isinf(next) && !o->saturate)) {
        reply_error(c, "ERR increment would produce NaN or Infinity");
        return;
    }
    reply_array(c, 2);
    if ((next < low || next > high) && !o->saturate) {
        reply_float(c, now);
        reply_float(c, 0);
        return;
    }
    next = next < low ? low : next > high ? high : next;
    slice text = { room, (size_t)number_print_long_double(room, next) };
    int64_t before = e ? entry_expiry(e) : -1;
    store_text(c, key, e, text);
    changed(c, key, NOTIFY_STRING, "incrbyfloat");
    increx_expire(c, key, text, o, before);
    reply_float(c, next);
    reply_float(c, next - now);
}

static void increx(call *c) {
    increx_options o = { .by_float = false };
    if (!increx_parse(c, &o)) return;
    if (o.by_float) increx_float(c, &o);
    else increx_int(c, &o);
}

static const command commands[] = {
    { "incr", incr, WRITE | DENYOOM | FAST, KEY_READ_CHANGE, "@key", "1.0.0", "O(1)", "Adds one to an integer." },
    { "decr", decr, WRITE | DENYOOM | FAST, KEY_READ_CHANGE, "@key", "1.0.0", "O(1)", "Takes one from an integer." },
    { "incrby", incrby, WRITE | DENYOOM | FAST, KEY_READ_CHANGE, "@key #increment", "1.0.0", "O(1)", "Adds to an integer." },
    { "decrby", decrby, WRITE | DENYOOM | FAST, KEY_READ_CHANGE, "@key #decrement", "1.0.0", "O(1)", "Takes from an integer." },
    { "incrbyfloat", incrbyfloat, WRITE | DENYOOM | FAST, KEY_READ_CHANGE, "@key %increment", "2.6.0", "O(1)", "Adds to a number." },
    { "increx", increx, WRITE | DENYOOM | FAST, KEY_READ_CHANGE,
      "@key [increment: BYFLOAT %float | BYINT #integer] [SATURATE] [LBOUND lowerbound] [UBOUND upperbound] "
      "[expiration: EX #seconds | PX #milliseconds | EXAT !unix-time-seconds | PXAT !unix-time-milliseconds | PERSIST] [ENX]",
      "8.8.0", "O(1)", "Adds to a number within bounds, and says when it goes." },
    { 0 }
};

const feature counters = { .name = "string", .commands = commands };
