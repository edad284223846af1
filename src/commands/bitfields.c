/* bitfields.c -- BITFIELD: integers of any width inside a string. */
#include "base/memory.h"
#include "base/number.h"
#include "commands/bits.h"
#include "data/bits.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/reply.h"

typedef struct step {
    enum { GET, SET, INCREASE } kind;
    bits_field field;
    uint64_t offset;
    int64_t number;
    enum bits_overflow overflow;
} step;

static bool read_overflow(call *c, slice word, enum bits_overflow *out) {
    if (slice_is(word, "wrap")) *out = BITS_WRAP;
    else if (slice_is(word, "sat")) *out = BITS_SATURATE;
    else if (slice_is(word, "fail")) *out = BITS_FAIL;
    else return reply_error(c, "ERR Invalid OVERFLOW type specified"), false;
    return true;
}

static bool read_step(call *c, int *i, step *s) {
    slice word = c->argv[*i];
    int left = c->argc - *i - 1;
    if (slice_is(word, "get") && left >= 2) s->kind = GET;
    else if (slice_is(word, "set") && left >= 3) s->kind = SET;
    else if (slice_is(word, "incrby") && left >= 3) s->kind = INCREASE;
    else return reply_syntax_error(c), false;
    if (!bits_field_parse(c->argv[*i + 1], &s->field)) {
        reply_error(c, "ERR Invalid bitfield type. Use something like i16 u8. Note that u64 is not supported but i64 is.");
        return false;
    }
    if (!bits_read_offset(c, c->argv[*i + 2], s->field.width, &s->offset)) return false;
    if (s->kind != GET && !arg_int(c, c->argv[*i + 3], &s->number)) return false;
    *i += s->kind == GET ? 3 : 4;
    return true;
}

static long read_steps(call *c, step *steps, size_t *bytes_needed) {
    enum bits_overflow overflow = BITS_WRAP;
    long n = 0;
    *bytes_needed = 0;
    for (int i = 2; i < c->argc;) {
        if (slice_is(c->argv[i], "overflow") && i + 1 < c->argc) {
            if (!read_overflow(c, c->argv[i + 1], &overflow)) return -1;
            i += 2;
            continue;
        }
        steps[n] = (step){ .overflow = overflow };
        if (!read_step(c, &i, &steps[n])) return -1;
        size_t end = (size_t)((steps[n].offset + steps[n].field.width + 7) / 8);
        if (steps[n].kind != GET && end > *bytes_needed) *bytes_needed = end;
        n++;
    }
    return n;
}

/* One step on a text that can be written; *changes counts those that changed something, all of them when it grew. */
static void run_step(call *c, const step *s, slice text, bool grew, int64_t *changes) {
    int64_t before = bits_field_get(text, s->field, s->offset), after;
    if (s->kind == GET) {
        reply_int(c, before);
        return;
    }
    int64_t base = s->kind == SET ? s->number : before, increment = s->kind == SET ? 0 : s->number;
    if (!bits_field_add(s->field, s->overflow, base, increment, &after)) {
        reply_null(c);
        return;
    }
    bits_field_set((uint8_t *)text.at, s->field, s->offset, after);
    *changes += grew || after != before;
    reply_int(c, s->kind == SET ? before : after);
}

static void run_steps(call *c, const step *steps, long n, size_t needed) {
    slice key = c->argv[1];
    char room[NUMBER_INT_TEXT];
    entry *e;
    if (!(needed ? keyspace_edit_string(c, key, &e) : keyspace_get_string(c, key, &e))) return;
    slice text = e ? string_text(e, room) : (slice){ "", 0 };
    bool grew = needed && (!e || string_length(e) < needed);
    int64_t changes = 0;
    if (needed) text = bytes_slice(bits_open(c, key, e, needed));
    reply_array(c, n);
    for (long i = 0; i < n; i++) run_step(c, &steps[i], text, grew, &changes);
    if (changes) changed_by(c, changes, key, NOTIFY_STRING, "setbit");
}

static void bitfield(call *c) {
    size_t cap = (size_t)c->argc, needed;
    step *steps = memory_alloc(cap * sizeof *steps);
    long n = read_steps(c, steps, &needed);
    if (n >= 0) run_steps(c, steps, n, needed);
    memory_free(steps, cap * sizeof *steps);
}

static void bitfield_ro(call *c) {
    size_t cap = (size_t)c->argc, needed;
    step *steps = memory_alloc(cap * sizeof *steps);
    long n = read_steps(c, steps, &needed);
    if (n >= 0 && needed) reply_error(c, "ERR BITFIELD_RO only supports the GET subcommand");
    else if (n >= 0) run_steps(c, steps, n, 0);
    memory_free(steps, cap * sizeof *steps);
}

/* A BITFIELD of nothing but GET only reads. */
static int find_keys(int argc, const slice *argv, int *positions, unsigned *accesses, int cap) {
    bool writes = false;
    for (int i = 2; i < argc; i++) writes |= slice_is(argv[i], "set") || slice_is(argv[i], "incrby");
    if (cap) positions[0] = 1, accesses[0] = writes ? KEY_READ_CHANGE : KEY_READ;
    return 1;
}

static const command commands[] = {
    { "bitfield", bitfield, WRITE | DENYOOM, 0,
      "@key [{operation: GET (get-block: encoding #offset) | (write: [OVERFLOW {overflow-block: WRAP | SAT | FAIL}] "
      "{write-operation: SET (set-block: encoding #offset #value) | INCRBY (incrby-block: encoding #offset #increment)})} ...]",
      "3.2.0", "O(1) for each subcommand specified", "Reads and changes integers inside a string.",
      .key_specs = "RW+access+update+variable_flags index{index=1} range{lastkey=0,keystep=1,limit=0}",
      .key_notes = "Subcommands read or write the key", .find_keys = find_keys },
    { "bitfield_ro", bitfield_ro, READ | FAST, KEY_READ, "@key [GET (get-block: encoding #offset) +...]", "6.0.0",
      "O(1) for each subcommand specified", "Reads integers inside a string." },
    { 0 }
};

const feature bitfields = { .name = "bitmap", .commands = commands };
