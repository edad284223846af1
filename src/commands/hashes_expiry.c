/* hashes_expiry.c -- fields that expire: HEXPIRE and its kin, HGETEX, HSETEX, HGETDEL (behaviour.md section 12). */
#include "base/memory.h"
#include "base/number.h"
#include "commands/expiry.h"
#include "commands/hashes.h"
#include "server/client.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/propagate.h"
#include "server/reply.h"

#define TIME_MAX ((1ll << 46) - 1)

enum outcome { NO_FIELD = -2, NO_TIME = -1, NOT_MET = 0, DONE = 1, DELETED = 2 };

/* -- FIELDS n f1 ... fn ------------------------------------------------------------------------------ */

typedef struct fields { int first, count; } fields;

static bool read_fields(call *c, int at, const char *bad_count, fields *f) {
    int64_t n;
    if (at + 1 >= c->argc || !slice_is(c->argv[at], "fields")) {
        reply_error(c, "ERR Mandatory argument FIELDS is missing or not at the right position");
        return false;
    }
    if (!number_parse_int(c->argv[at + 1], &n) || n <= 0) return reply_error(c, bad_count), false;
    if (n != c->argc - at - 2) {
        reply_error(c, "ERR The `numfields` parameter must match the number of arguments");
        return false;
    }
    *f = (fields){ at + 2, (int)n };
    return true;
}

static const char bad_num_fields[] = "ERR Parameter `numFields` should be greater than 0";
static const char bad_number[] = "ERR Number of fields must be a positive integer";

static void reply_missing(call *c, const fields *f) {
    reply_array(c, f->count);
    for (int i = 0; i < f->count; i++) reply_int(c, NO_FIELD);
}

/* The effect of changed fields: "NAME key head... FIELDS m f...", or one HDEL per field. */
static void propagate_fields(call *c, slice name, const slice *head, int heads, const slice *list, int count) {
    char room[NUMBER_INT_TEXT];
    int argc = 0;
    slice *argv = memory_alloc((size_t)(count + heads + 4) * sizeof *argv);
    argv[argc++] = name;
    argv[argc++] = c->argv[1];
    for (int i = 0; i < heads; i++) argv[argc++] = head[i];
    argv[argc++] = SLICE("FIELDS");
    argv[argc++] = slice_make(room, (size_t)number_print_int(room, count));
    for (int i = 0; i < count; i++) argv[argc++] = list[i];
    propagate_as(c, argc, argv);
    memory_free(argv, (size_t)(count + heads + 4) * sizeof *argv);
}

static void propagate_hdel(call *c, const slice *list, int count) {
    for (int i = 0; i < count; i++) propagate_words(c, 3, SLICE("HDEL"), c->argv[1], list[i]);
}

/* -- HEXPIRE -------------------------------------------------------------------------------------------- */

enum condition { ANY, IF_NONE, IF_SOME, IF_LATER, IF_EARLIER };

static enum condition read_condition(slice word) {
    if (slice_is(word, "nx")) return IF_NONE;
    if (slice_is(word, "xx")) return IF_SOME;
    if (slice_is(word, "gt")) return IF_LATER;
    return slice_is(word, "lt") ? IF_EARLIER : ANY;
}

/* No time counts as infinitely late. */
static bool met(enum condition k, int64_t now, int64_t when) {
    switch (k) {
    case IF_NONE: return now < 0;
    case IF_SOME: return now >= 0;
    case IF_LATER: return now >= 0 && when > now;
    case IF_EARLIER: return now < 0 || when < now;
    case ANY: break;
    }
    return true;
}

static bool read_time(call *c, slice text, enum expiry_unit unit, bool absolute, int64_t *when) {
    if (!arg_int(c, text, when)) return false;
    if (*when < 0) return reply_error(c, "ERR invalid expire time, must be >= 0"), false;
    bool over = unit == EXPIRY_SECONDS && __builtin_mul_overflow(*when, 1000, when);
    over = over || (!absolute && __builtin_add_overflow(*when, c->now, when)) || *when > TIME_MAX;
    if (over) reply_errorf(c, "ERR invalid expire time in '%s' command", c->command->name);
    return !over;
}

/* Fields to which something happened, for the event and the log. */
typedef struct touched { slice *timed, *deleted; int timed_count, deleted_count, cap; } touched;

static touched touched_new(int cap) {
    return (touched){ memory_alloc((size_t)cap * sizeof(slice)), memory_alloc((size_t)cap * sizeof(slice)), 0, 0, cap };
}

static void touched_free(touched *t) {
    memory_free(t->timed, (size_t)t->cap * sizeof(slice));
    memory_free(t->deleted, (size_t)t->cap * sizeof(slice));
}

/* A field that is past its time and not yet taken out gets a new one (tests/hashes/due_fields.t). */
static enum outcome set_time(call *c, hash *h, slice field, int64_t when, enum condition k, touched *t) {
    int64_t now = hash_time(h, 0, field);
    if (now == HASH_NO_FIELD) return NO_FIELD;
    if (!met(k, now, when)) return NOT_MET;
    if (when <= client_horizon(c)) {
        hash_delete(h, field);
        t->deleted[t->deleted_count++] = field;
        keyspace_count_expired_fields(1);
        return DELETED;
    }
    hash_set_time(h, field, when);
    t->timed[t->timed_count++] = field;
    return DONE;
}

static void announce(call *c, hash_edit *e, const touched *t, const char *event, const slice *head, int heads, slice name) {
    if (!t->timed_count && !t->deleted_count) return;
    hash_edit_done(c, e);
    if (t->timed_count) propagate_fields(c, name, head, heads, t->timed, t->timed_count);
    if (t->deleted_count) propagate_hdel(c, t->deleted, t->deleted_count);
    if (t->timed_count && t->deleted_count) notify(c, c->argv[1], NOTIFY_HASH, event);
    changed_by(c, t->timed_count + t->deleted_count, c->argv[1], NOTIFY_HASH, t->deleted_count ? "hdel" : event);
}

static void expire_fields(call *c, enum expiry_unit unit, bool absolute) {
    int64_t when;
    fields f;
    hash_edit e;
    enum condition k = read_condition(c->argv[3]);
    if (!hash_edit_find(c, c->argv[1], &e) || !read_time(c, c->argv[2], unit, absolute, &when)) return;
    if (!read_fields(c, k == ANY ? 3 : 4, bad_num_fields, &f)) return;
    if (!e.hash) {
        reply_missing(c, &f);
        return;
    }
    if (hash_form_of(e.hash) == HASH_PACK) hash_become_timed(e.hash);
    char room[NUMBER_INT_TEXT];
    slice head[2] = { slice_make(room, (size_t)number_print_int(room, when)), c->argv[3] };
    touched t = touched_new(f.count);
    reply_array(c, f.count);
    for (int i = 0; i < f.count; i++) reply_int(c, set_time(c, e.hash, c->argv[f.first + i], when, k, &t));
    announce(c, &e, &t, "hexpire", head, k == ANY ? 1 : 2, SLICE("HPEXPIREAT"));
    touched_free(&t);
}

static void hexpire(call *c) { expire_fields(c, EXPIRY_SECONDS, false); }
static void hpexpire(call *c) { expire_fields(c, EXPIRY_MS, false); }
static void hexpireat(call *c) { expire_fields(c, EXPIRY_SECONDS, true); }
static void hpexpireat(call *c) { expire_fields(c, EXPIRY_MS, true); }

/* -- HTTL ---------------------------------------------------------------------------------------------------- */

static void tell_times(call *c, bool seconds, bool absolute) {
    fields f;
    void *value;
    if (!keyspace_get(c, c->argv[1], &hash_type, &value) || !read_fields(c, 2, bad_number, &f)) return;
    if (!value) {
        reply_missing(c, &f);
        return;
    }
    reply_array(c, f.count);
    for (int i = 0; i < f.count; i++) {
        int64_t when = hash_time(value, client_horizon(c), c->argv[f.first + i]);
        if (when >= 0 && !absolute) when -= c->now;
        if (when >= 0 && seconds) when = (when + 999) / 1000;
        reply_int(c, when);
    }
}

static void httl(call *c) { tell_times(c, true, false); }
static void hpttl(call *c) { tell_times(c, false, false); }
static void hexpiretime(call *c) { tell_times(c, true, true); }
static void hpexpiretime(call *c) { tell_times(c, false, true); }

static void hpersist(call *c) {
    fields f;
    hash_edit e;
    bool any = false;
    if (!hash_edit_find(c, c->argv[1], &e) || !read_fields(c, 2, bad_number, &f)) return;
    if (!e.hash) {
        reply_missing(c, &f);
        return;
    }
    reply_array(c, f.count);
    for (int i = 0; i < f.count; i++) {
        int64_t when = hash_time(e.hash, client_horizon(c), c->argv[f.first + i]);
        if (when >= 0) hash_set_time(e.hash, c->argv[f.first + i], -1), any = true;
        reply_int(c, when >= 0 ? DONE : when);
    }
    if (!any) return;
    hash_edit_done(c, &e);
    changed(c, c->argv[1], NOTIFY_HASH, "hpersist");
}

/* -- HGETDEL, HGETEX --------------------------------------------------------------------------------------------- */

static bool reply_value(call *c, const hash *h, slice field) {
    char room[HASH_ROOM];
    slice value;
    bool there = h && hash_get(h, client_horizon(c), field, room, &value);
    if (there) reply_bulk(c, value);
    else reply_null(c);
    return there;
}

/* The fields named that are past their time go before the command does anything. */
static void drop_named(call *c, hash_edit *e, const fields *f) {
    if (!e->hash || !hash_drop_named(c, c->argv[1], e->hash, c->argv + f->first, f->count, "hexpired")) return;
    hash_edit_find(c, c->argv[1], e);
}

static void hgetdel(call *c) {
    fields f;
    hash_edit e;
    int n = 0;
    if (!hash_edit_find(c, c->argv[1], &e) || !read_fields(c, 2, bad_number, &f)) return;
    drop_named(c, &e, &f);
    slice *argv = memory_alloc((size_t)(f.count + 2) * sizeof *argv);
    argv[0] = SLICE("HDEL");
    argv[1] = c->argv[1];
    reply_array(c, f.count);
    for (int i = 0; i < f.count; i++) {
        slice field = c->argv[f.first + i];
        if (!reply_value(c, e.hash, field)) continue;
        hash_delete(e.hash, field);
        argv[2 + n++] = field;
    }
    if (n) {
        hash_edit_done(c, &e);
        propagate_as(c, 2 + n, argv);
        changed_by(c, n, c->argv[1], NOTIFY_HASH, "hdel");
    }
    memory_free(argv, (size_t)(f.count + 2) * sizeof *argv);
}

/* What must hold for HSETEX to do anything: of the key, of all fields named. */
typedef struct conditions { enum { ANY_WAY, ONLY_MISSING, ONLY_PRESENT } key, fields; } conditions;

/* NX, XX, FNX, FXX at *at, which moves behind it; *told when two of a kind were said. */
static bool condition_option(call *c, int *at, conditions *k, bool *told) {
    slice word = c->argv[*at];
    bool missing = slice_is(word, "nx") || slice_is(word, "fnx"), of_key = slice_is(word, "nx") || slice_is(word, "xx");
    if (!missing && !of_key && !slice_is(word, "fxx")) return false;
    *told = (of_key ? k->key : k->fields) != ANY_WAY;
    if (*told) reply_error(c, of_key ? "ERR syntax error" : "ERR Only one of FXX or FNX arguments can be specified");
    if (of_key) k->key = missing ? ONLY_MISSING : ONLY_PRESENT;
    else k->fields = missing ? ONLY_MISSING : ONLY_PRESENT;
    ++*at;
    return true;
}

static bool resolve(call *c, expiry *x) {
    return x->kind != EXPIRY_AT || read_time(c, x->text, x->unit, x->absolute, &x->when);
}

static bool read_options(call *c, bool sets, int *at, expiry *x, conditions *k) {
    for (*at = 2; *at < c->argc && !slice_is(c->argv[*at], "fields");) {
        expiry before = *x;
        *x = (expiry){ .kind = EXPIRY_NONE };
        bool twice;
        if (sets && condition_option(c, at, k, &twice)) {
            *x = before;
            if (twice) return false;
        } else if (!expiry_option(c, at, sets, !sets, x)) {
            if (sets) reply_errorf(c, "ERR unknown argument: %.*s", SLICE_ARGS(c->argv[*at]));
            else reply_error(c, "ERR Mandatory argument FIELDS is missing or not at the right position");
            return false;
        } else if (before.kind != EXPIRY_NONE) {
            if (sets) reply_error(c, "ERR Only one of EX, PX, EXAT, PXAT or KEEPTTL arguments can be specified");
            else reply_error(c, "ERR Mandatory argument FIELDS is missing or not at the right position");
            return false;
        } else if (!resolve(c, x)) {
            return false;
        }
    }
    return true;
}

static void hgetex_apply(call *c, hash_edit *e, const fields *f, const expiry *x) {
    touched t = touched_new(f->count);
    char room[NUMBER_INT_TEXT];
    slice head[1] = { slice_make(room, (size_t)number_print_int(room, x->when)) };
    for (int i = 0; i < f->count; i++) {
        slice field = c->argv[f->first + i];
        if (x->kind == EXPIRY_AT) {
            set_time(c, e->hash, field, x->when, ANY, &t);
        } else if (hash_time(e->hash, client_horizon(c), field) >= 0) {
            hash_set_time(e->hash, field, -1);
            t.timed[t.timed_count++] = field;
        }
    }
    bool persist = x->kind == EXPIRY_PERSIST;
    announce(c, e, &t, persist ? "hpersist" : "hexpire", head, persist ? 0 : 1, persist ? SLICE("HPERSIST") : SLICE("HPEXPIREAT"));
    touched_free(&t);
}

static void hgetex(call *c) {
    fields f;
    hash_edit e;
    expiry x = { .kind = EXPIRY_NONE };
    int at;
    if (!hash_edit_find(c, c->argv[1], &e) || !read_options(c, false, &at, &x, NULL)) return;
    if (!read_fields(c, at, bad_number, &f)) return;
    drop_named(c, &e, &f);
    reply_array(c, f.count);
    for (int i = 0; i < f.count; i++) reply_value(c, e.hash, c->argv[f.first + i]);
    if (e.hash && x.kind != EXPIRY_NONE && hash_form_of(e.hash) == HASH_PACK) hash_become_timed(e.hash);
    if (e.hash && x.kind != EXPIRY_NONE) hgetex_apply(c, &e, &f, &x);
}

/* -- HSETEX ------------------------------------------------------------------------------------------------------------ */

/* Looking takes a field out that is past its time; nobody is told of it (tests/hashes/due_fields.t). */
static bool conditions_hold(call *c, hash_edit *e, const fields *f, conditions k) {
    if (k.key != ANY_WAY && (k.key == ONLY_PRESENT) != (e->hash != NULL)) return false;
    for (int i = 0; k.fields != ANY_WAY && i < f->count; i++) {
        slice field = c->argv[f->first + 2 * i];
        if (e->hash && hash_drop_named(c, c->argv[1], e->hash, &field, 1, NULL)) hash_edit_find(c, c->argv[1], e);
        bool there = e->hash && hash_time(e->hash, client_horizon(c), field) != HASH_NO_FIELD;
        if (there == (k.fields == ONLY_MISSING)) return false;
    }
    return true;
}

static void hsetex_store(call *c, hash_edit *e, const fields *f, const expiry *x) {
    bool past = x->kind == EXPIRY_AT && x->when <= client_horizon(c);
    const char *then = past ? "hdel" : x->kind == EXPIRY_AT ? "hexpire" : NULL;
    hash_expect(e->hash, (size_t)f->count, c->argv + f->first, 2 * f->count);
    if (x->kind == EXPIRY_AT && hash_form_of(e->hash) == HASH_PACK) hash_become_timed(e->hash);
    for (int i = 0; i < f->count; i++) {
        slice field = c->argv[f->first + 2 * i];
        hash_set(e->hash, client_horizon(c), field, c->argv[f->first + 2 * i + 1], x->kind == EXPIRY_KEEP);
        if (past) hash_delete(e->hash, field);
        else if (x->kind == EXPIRY_AT) hash_set_time(e->hash, field, x->when);
        if (past) propagate_words(c, 3, SLICE("HDEL"), c->argv[1], field);
    }
    if (past) keyspace_count_expired_fields((uint64_t)f->count);
    hash_edit_done(c, e);
    if (then) {
        c->changes++;
        changed_soon(c, c->argv[1]);
        notify(c, c->argv[1], NOTIFY_HASH, "hset");
    }
    changed_by(c, f->count, c->argv[1], NOTIFY_HASH, then ? then : "hset");
}

/* The same command with the time made absolute; what the key had to be is decided. */
static void hsetex_propagate(call *c, const fields *f, const expiry *x, conditions k) {
    char room[NUMBER_INT_TEXT], count[NUMBER_INT_TEXT];
    int argc = 0;
    slice *argv = memory_alloc((size_t)(c->argc + 4) * sizeof *argv);
    argv[argc++] = SLICE("HSETEX");
    argv[argc++] = c->argv[1];
    if (k.fields != ANY_WAY) argv[argc++] = k.fields == ONLY_MISSING ? SLICE("FNX") : SLICE("FXX");
    if (x->kind == EXPIRY_KEEP) argv[argc++] = SLICE("KEEPTTL");
    if (x->kind == EXPIRY_AT) argv[argc++] = SLICE("PXAT");
    if (x->kind == EXPIRY_AT) argv[argc++] = slice_make(room, (size_t)number_print_int(room, x->when));
    argv[argc++] = SLICE("FIELDS");
    argv[argc++] = slice_make(count, (size_t)number_print_int(count, f->count));
    for (int i = 0; i < 2 * f->count; i++) argv[argc++] = c->argv[f->first + i];
    propagate_as(c, argc, argv);
    memory_free(argv, (size_t)(c->argc + 4) * sizeof *argv);
}

/* HSETEX words its complaints about the list otherwise than the rest of the family. */
static bool read_pairs(call *c, int at, fields *f) {
    int64_t n;
    if (c->argc - at < 4) return reply_wrong_arity(c), false;
    if (!number_parse_int(c->argv[at + 1], &n) || n <= 0 || n > INT32_MAX) return reply_error(c, "ERR invalid number of fields"), false;
    if (n > (c->argc - at - 2) / 2 || 2 * n != c->argc - at - 2) return reply_wrong_arity(c), false;
    *f = (fields){ at + 2, (int)n };
    return true;
}

static void hsetex(call *c) {
    fields f;
    hash_edit e;
    expiry x = { .kind = EXPIRY_NONE };
    conditions k = { ANY_WAY, ANY_WAY };
    int at;
    if (!read_options(c, true, &at, &x, &k)) return;
    if (!read_pairs(c, at, &f) || !hash_edit_find(c, c->argv[1], &e)) return;
    if (!conditions_hold(c, &e, &f, k)) {
        reply_int(c, 0);
        return;
    }
    bool past = x.kind == EXPIRY_AT && x.when <= client_horizon(c);
    if (!e.hash && !hash_edit_open(c, c->argv[1], &e)) return;
    if (!past && (x.kind == EXPIRY_AT || k.key != ANY_WAY)) hsetex_propagate(c, &f, &x, k);
    hsetex_store(c, &e, &f, &x);
    reply_int(c, 1);
}

#define FIELD_LIST "FIELDS (fields: #numfields field ...)"
#define CONDITION "[condition: NX | XX | GT | LT] "
#define TIMES "EX #seconds | PX #milliseconds | EXAT !unix-time-seconds | PXAT !unix-time-milliseconds"
#define PER_FIELD "O(N) where N is the number of specified fields"

static const command commands[] = {
    { "hexpire", hexpire, WRITE | FAST, KEY_CHANGE, "@key #seconds " CONDITION FIELD_LIST, "7.4.0", PER_FIELD,
      "Makes fields go after so many seconds.", .arity = -6 },
    { "hpexpire", hpexpire, WRITE | FAST, KEY_CHANGE, "@key #milliseconds " CONDITION FIELD_LIST, "7.4.0", PER_FIELD,
      "Makes fields go after so many milliseconds.", .arity = -6 },
    { "hexpireat", hexpireat, WRITE | FAST, KEY_CHANGE, "@key !unix-time-seconds " CONDITION FIELD_LIST, "7.4.0", PER_FIELD,
      "Makes fields go at a unix time.", .arity = -6 },
    { "hpexpireat", hpexpireat, WRITE | FAST, KEY_CHANGE, "@key !unix-time-milliseconds " CONDITION FIELD_LIST, "7.4.0", PER_FIELD,
      "Makes fields go at a unix time in milliseconds.", .arity = -6 },
    { "httl", httl, READ | FAST, KEY_READ, "@key " FIELD_LIST, "7.4.0", PER_FIELD, "Tells for how many seconds fields will stay.",
      .tips = "nondeterministic_output", .arity = -5 },
    { "hpttl", hpttl, READ | FAST, KEY_READ, "@key " FIELD_LIST, "7.4.0", PER_FIELD, "Tells for how many milliseconds fields will stay.",
      .tips = "nondeterministic_output", .arity = -5 },
    { "hexpiretime", hexpiretime, READ | FAST, KEY_READ, "@key " FIELD_LIST, "7.4.0", PER_FIELD,
      "Tells the unix time at which fields go.", .arity = -5 },
    { "hpexpiretime", hpexpiretime, READ | FAST, KEY_READ, "@key " FIELD_LIST, "7.4.0", PER_FIELD,
      "Tells the unix time in milliseconds at which fields go.", .arity = -5 },
    { "hpersist", hpersist, WRITE | FAST, KEY_CHANGE, "@key " FIELD_LIST, "7.4.0", PER_FIELD, "Makes fields stay.", .arity = -5 },
    { "hgetdel", hgetdel, WRITE | FAST, KEY_POP, "@key " FIELD_LIST, "8.0.0", PER_FIELD, "Gives the values of fields and removes them.",
      .arity = -5 },
    { "hgetex", hgetex, WRITE | FAST, KEY_READ_CHANGE, "@key [expiration: " TIMES " | PERSIST] " FIELD_LIST, "8.0.0", PER_FIELD,
      "Gives the values of fields and changes when they go.", .arity = -5, .key_notes = "The fields' times to live may change" },
    { "hsetex", hsetex, WRITE | DENYOOM | FAST, KEY_CHANGE,
      "@key [key-condition: NX | XX]^9.1.0 [condition: FNX | FXX] "
      "[expiration: " TIMES " | KEEPTTL] FIELDS (fields: #numfields (data: field value) ...)", "8.0.0",
      "O(N) where N is the number of fields being set.", "Sets fields and when they go.", .arity = -6 },
    { 0 }
};

const feature hashes_expiry = { .name = "hash", .commands = commands };
