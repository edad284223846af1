/* bits.c -- strings as arrays of bits (behaviour.md section 25). BITFIELD is in bitfields.c. */
#include "data/bits.h"
#include "base/memory.h"
#include "base/number.h"
#include "commands/bits.h"
#include "server/client.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/reply.h"
#include "server/request.h"

bool bits_read_offset(call *c, slice text, uint64_t step, uint64_t *out) {
    int64_t n;
    bool times = text.len && *text.at == '#' && step;
    if (times) text.at++, text.len--;
    if (number_parse_int(text, &n) && n >= 0 && !__builtin_mul_overflow((uint64_t)n, times ? step : 1, out)
        && *out / 8 < request_longest(c)) return true;
    reply_error(c, "ERR bit offset is not an integer or out of range");
    return false;
}

bytes *bits_open(call *c, slice key, entry *e, size_t len) {
    if (!e) {
        keyspace_put_string(c, key, (slice){ "", 0 }, -1);
        e = c->opened;
    }
    size_t have = string_length(e);
    bytes *b = string_open(c->client->db, &e, have > len ? have : len);
    c->opened = e;
    c->opened_key = key.at;
    return b;
}

static void setbit(call *c) {
    uint64_t offset;
    int64_t bit;
    entry *e;
    if (!bits_read_offset(c, c->argv[2], 0, &offset)) return;
    if (!arg_int_or(c, c->argv[3], &bit, "ERR bit is not an integer or out of range")) return;
    if (bit & ~1ll) {
        reply_error(c, "ERR bit is not an integer or out of range");
        return;
    }
    if (!keyspace_edit_string(c, c->argv[1], &e)) return;
    size_t needed = (size_t)(offset / 8 + 1);
    bool grows = !e || string_length(e) < needed;
    bytes *b = bits_open(c, c->argv[1], e, needed);
    bool before = bits_test(bytes_slice(b), offset);
    bits_put((uint8_t *)b->at, offset, bit);
    if (grows || before != (bool)bit) changed(c, c->argv[1], NOTIFY_STRING, "setbit");
    reply_int(c, before);
}

static void getbit(call *c) {
    uint64_t offset;
    char room[NUMBER_INT_TEXT];
    entry *e;
    if (!bits_read_offset(c, c->argv[2], 0, &offset) || !keyspace_get_string(c, c->argv[1], &e)) return;
    reply_int(c, e && bits_test(string_text(e, room), offset));
}

/* -- ranges: [start [end [BYTE | BIT]]] ------------------------------------------------------------- */

typedef struct range { int64_t from, to; bool in_bits, open_end; } range;

static bool read_bound(call *c, int at, int64_t *out) { return c->argc <= at || arg_int(c, c->argv[at], out); }

static bool read_unit(call *c, int at, range *r) {
    if (c->argc <= at) return true;
    r->in_bits = slice_is(c->argv[at], "bit");
    return r->in_bits || slice_is(c->argv[at], "byte") || (reply_syntax_error(c), false);
}

/* The range at argv[at] on. BITPOS, which can do without an end, looks at the unit before the end. */
static bool read_range(call *c, int at, bool end_needed, range *r) {
    *r = (range){ .to = -1, .open_end = c->argc <= at + 1 };
    if (c->argc > at + 3 || (end_needed && c->argc == at + 1)) return reply_syntax_error(c), false;
    if (!read_bound(c, at, &r->from)) return false;
    if (end_needed) return read_bound(c, at + 1, &r->to) && read_unit(c, at + 2, r);
    return read_unit(c, at + 2, r) && read_bound(c, at + 1, &r->to);
}

/* As bits, both ends included; false when it holds nothing. */
static bool resolve(const range *r, size_t len, uint64_t *from, uint64_t *to) {
    int64_t total = (int64_t)(r->in_bits ? len * 8 : len), a = r->from, b = r->to;
    if (a < 0) a = a + total < 0 ? 0 : a + total;
    if (b < 0) b = b + total < 0 ? 0 : b + total;
    if (b >= total) b = total - 1;
    if (a > b || !total) return false;
    *from = (uint64_t)a * (r->in_bits ? 1 : 8);
    *to = (uint64_t)b * (r->in_bits ? 1 : 8) + (r->in_bits ? 0 : 7);
    return true;
}

static void bitcount(call *c) {
    range r;
    entry *e;
    char room[NUMBER_INT_TEXT];
    uint64_t from, to;
    if (!read_range(c, 2, true, &r) || !keyspace_get_string(c, c->argv[1], &e)) return;
    slice s = e ? string_text(e, room) : (slice){ "", 0 };
    /* Both before the beginning and the wrong way round: here it is nothing, to BITPOS it is the first byte. */
    if (r.from < 0 && r.to < 0 && r.from > r.to) s.len = 0;
    reply_int(c, resolve(&r, s.len, &from, &to) ? (int64_t)bits_count_range(s, from, to) : 0);
}

static void bitpos(call *c) {
    range r;
    entry *e;
    char room[NUMBER_INT_TEXT];
    uint64_t from, to;
    int64_t bit;
    if (!arg_int(c, c->argv[2], &bit)) return;
    if (bit != 0 && bit != 1) {
        reply_error(c, "ERR The bit argument must be 1 or 0.");
        return;
    }
    if (!read_range(c, 3, false, &r) || !keyspace_get_string(c, c->argv[1], &e)) return;
    if (!e) {
        reply_int(c, bit ? -1 : 0);
        return;
    }
    slice s = string_text(e, room);
    int64_t at = resolve(&r, s.len, &from, &to) ? bits_find(s, bit, from, to) : -1;
    /* The string is thought to go on with zeros, unless the user has said where it ends. */
    bool past_end = at < 0 && !bit && r.open_end && resolve(&r, s.len, &from, &to);
    reply_int(c, past_end ? (int64_t)s.len * 8 : at);
}

/* -- BITOP ----------------------------------------------------------------------------------------------- */

static bool read_operation(call *c, enum bits_operation *out) {
    static const char *const names[] = { "and", "or", "xor", "not", "diff", "diff1", "andor", "one" };
    for (int i = 0; i < 8; i++) {
        if (!slice_is(c->argv[1], names[i])) continue;
        *out = (enum bits_operation)i;
        bool two = *out == BITS_DIFF || *out == BITS_DIFF1 || *out == BITS_ANDOR;
        if (*out == BITS_NOT && c->argc != 4) {
            return reply_error(c, "ERR BITOP NOT must be called with a single source key."), false;
        }
        if (two && c->argc < 5) {
            static const char *const upper[] = { "DIFF", "DIFF1", "ANDOR" };
            return reply_errorf(c, "ERR BITOP %s must be called with at least two source keys.", upper[i - BITS_DIFF]), false;
        }
        return true;
    }
    reply_syntax_error(c);
    return false;
}

static void combine(call *c, enum bits_operation operation, const slice *sources, size_t count, size_t len) {
    slice target = c->argv[2];
    if (len) {
        bytes *out = bytes_new(len);
        bytes_resize(&out, len);
        bits_combine(operation, (uint8_t *)out->at, len, sources, count);
        keyspace_put_text(c, target, bytes_slice(out), -1, true);
        changed(c, target, NOTIFY_STRING, "set");
        bytes_free(out);
    } else if (keyspace_delete(c, target)) {
        changed(c, target, NOTIFY_GENERIC, "del");
    }
    reply_int(c, (int64_t)len);
}

static void bitop(call *c) {
    enum bits_operation operation;
    if (!read_operation(c, &operation)) return;
    size_t count = (size_t)c->argc - 3, len = 0;
    slice *sources = memory_alloc(count * sizeof *sources);
    char (*rooms)[NUMBER_INT_TEXT] = memory_alloc(count * NUMBER_INT_TEXT);
    bool good = true;
    for (size_t i = 0; good && i < count; i++) {
        entry *e;
        good = keyspace_get_string(c, c->argv[3 + i], &e);
        sources[i] = good && e ? string_text(e, rooms[i]) : (slice){ "", 0 };
        if (sources[i].len > len) len = sources[i].len;
    }
    if (good) combine(c, operation, sources, count, len);
    memory_free(sources, count * sizeof *sources);
    memory_free(rooms, count * NUMBER_INT_TEXT);
}

static const command commands[] = {
    { "setbit", setbit, WRITE | DENYOOM, KEY_READ_CHANGE, "@key #offset #value", "2.2.0", "O(1)", "Sets a bit and gives the old one." },
    { "getbit", getbit, READ | FAST, KEY_READ, "@key #offset", "2.2.0", "O(1)", "Gives a bit." },
    { "bitcount", bitcount, READ, KEY_READ, "@key [range: #start #end [unit: BYTE | BIT]^7.0.0]", "2.6.0", "O(N)",
      "Counts the ones." },
    { "bitpos", bitpos, READ, KEY_READ, "@key #bit [range: #start [end-unit-block: #end [unit: BYTE | BIT]^7.0.0]]", "2.8.7",
      "O(N)",
      "Finds the first bit of a value." },
    { "bitop", bitop, WRITE | DENYOOM, KEYS2(KEY_OVERWRITE, KEY_READ),
      "{operation: AND | OR | XOR | NOT | DIFF^8.2.0 | DIFF1^8.2.0 | ANDOR^8.2.0 | ONE^8.2.0} @destkey @key ...", "2.6.0", "O(N)",
      "Combines strings bit by bit and stores the result." },
    { 0 }
};

const feature bits = { .name = "bitmap", .commands = commands };
