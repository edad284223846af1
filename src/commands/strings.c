/* strings.c -- SET and GET in all their forms. Counters are in counters.c, conditions newer than 8.0 in compare.c. */
#include "base/hash.h"
#include "base/memory.h"
#include "base/number.h"
#include "commands/compare.h"
#include "commands/expiry.h"
#include "server/client.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/propagate.h"
#include "server/reply.h"
#include "server/request.h"


static void reply_text(call *c, const entry *e) {
    char room[NUMBER_INT_TEXT];
    if (e) reply_bulk(c, string_text(e, room));
    else reply_null(c);
}

/* -- SET ------------------------------------------------------------------------------------ */

typedef struct set_options {
    enum { ALWAYS, IF_MISSING, IF_PRESENT } presence;
    compare compare;
    bool get;
    expiry expiry;
} set_options;

static bool set_parse(call *c, set_options *o) {
    for (int i = 3; i < c->argc;) {
        slice word = c->argv[i];
        bool compares = o->compare.kind != COMPARE_NONE;
        if (slice_is(word, "get")) o->get = true, i++;
        else if (!compares && o->presence != IF_PRESENT && slice_is(word, "nx")) o->presence = IF_MISSING, i++;
        else if (!compares && o->presence != IF_MISSING && slice_is(word, "xx")) o->presence = IF_PRESENT, i++;
        else if (!compares && o->presence == ALWAYS && compare_option(c, &i, &o->compare)) continue;
        else if (!expiry_option(c, &i, true, false, &o->expiry)) return reply_syntax_error(c), false;
    }
    return compare_check(c, &o->compare) && expiry_resolve(c, &o->expiry);
}

static bool is_past(const call *c, const expiry *e) { return e->kind == EXPIRY_AT && e->when <= client_horizon(c); }

static void propagate_until(call *c, slice key, slice text, int64_t when) {
    char room[NUMBER_INT_TEXT];
    propagate_words(c, 5, SLICE("SET"), key, text, SLICE("PXAT"), slice_make(room, (size_t)number_print_int(room, when)));
}

/* The effect as the log must have it (persistence.md section 9): a relative time becomes absolute, conditions on the value are
 * decided, GET is of no use; anything else stands as it was said. */
static void set_propagate(call *c, const set_options *o) {
    slice argv[8];
    int argc = 0;
    bool already_absolute = o->expiry.absolute && o->expiry.unit == EXPIRY_MS;
    if (is_past(c, &o->expiry)) {
        if (c->changes) propagate_words(c, 2, SLICE("DEL"), c->argv[1]);
    } else if (o->expiry.kind == EXPIRY_AT && (!already_absolute || o->compare.kind != COMPARE_NONE)) {
        propagate_until(c, c->argv[1], c->argv[2], o->expiry.when);
    } else if (o->compare.kind != COMPARE_NONE) {
        if (o->expiry.kind == EXPIRY_KEEP) propagate_words(c, 4, SLICE("SET"), c->argv[1], c->argv[2], SLICE("KEEPTTL"));
        else propagate_words(c, 3, SLICE("SET"), c->argv[1], c->argv[2]);
    } else if (o->get && o->expiry.kind != EXPIRY_AT) {
        for (int i = 0; i < c->argc && argc < 8; i++) if (i < 3 || !slice_is(c->argv[i], "get")) argv[argc++] = c->argv[i];
        propagate_as(c, argc, argv);
    }
}

/* Writes the value with its events. A time already past leaves no key behind, but is heard as if the key had been there. */
static void set_store(call *c, slice key, const entry *old, slice text, const expiry *e) {
    if (is_past(c, e)) {
        if (keyspace_delete(c, key)) changed(c, key, NOTIFY_STRING, NULL);
        if (!old) notify(c, key, NOTIFY_NEW, "new");
        notify(c, key, NOTIFY_STRING, "set");
        notify(c, key, NOTIFY_GENERIC, "expire");
        notify(c, key, NOTIFY_EXPIRED, "expired");
        return;
    }
    int64_t when = e->kind == EXPIRY_AT ? e->when : e->kind == EXPIRY_KEEP && old ? entry_expiry(old) : -1;
    keyspace_put_string(c, key, text, when);
    changed(c, key, NOTIFY_STRING, "set");
    if (e->kind == EXPIRY_AT) notify(c, key, NOTIFY_GENERIC, "expire");
}

static void set(call *c) {
    set_options o = { .presence = ALWAYS };
    slice key = c->argv[1];
    if (c->argc == 3) {                     /* the common form needs no lookup of its own */
        keyspace_put_string(c, key, c->argv[2], -1);
        changed(c, key, NOTIFY_STRING, "set");
        reply_ok(c);
        return;
    }
    if (!set_parse(c, &o)) return;
    entry *old = o.get ? keyspace_read(c, key) : keyspace_peek(c, key);
    bool must_be_text = o.get || o.compare.kind != COMPARE_NONE;
    if (must_be_text && old && entry_type_id(old) != TYPE_STRING) {
        reply_wrong_type(c);
        return;
    }
    bool go = o.presence == ALWAYS || (o.presence == IF_MISSING) == !old;
    go = go && compare_holds(&o.compare, old);
    if (o.get) reply_text(c, old);
    if (go) set_store(c, key, old, c->argv[2], &o.expiry);
    if (go) set_propagate(c, &o);
    if (o.get) return;
    if (go) reply_ok(c);
    else reply_null(c);
}

static void set_with_time(call *c, enum expiry_unit unit) {
    expiry e = { .kind = EXPIRY_AT, .text = c->argv[2], .unit = unit };
    if (!expiry_resolve(c, &e)) return;
    keyspace_put_string(c, c->argv[1], c->argv[3], e.when);
    changed(c, c->argv[1], NOTIFY_STRING, "set");
    notify(c, c->argv[1], NOTIFY_GENERIC, "expire");
    propagate_until(c, c->argv[1], c->argv[3], e.when);
    reply_ok(c);
}

static void setex(call *c) { set_with_time(c, EXPIRY_SECONDS); }
static void psetex(call *c) { set_with_time(c, EXPIRY_MS); }

static void setnx(call *c) {
    bool missing = !keyspace_find(c, c->argv[1]);
    if (missing) {
        keyspace_put_string(c, c->argv[1], c->argv[2], -1);
        changed(c, c->argv[1], NOTIFY_STRING, "set");
    }
    reply_int(c, missing);
}

static void mset(call *c) {
    if (c->argc % 2 == 0) {
        reply_wrong_arity(c);
        return;
    }
    for (int i = 1; i < c->argc; i += 2) {
        keyspace_put_string(c, c->argv[i], c->argv[i + 1], -1);
        changed(c, c->argv[i], NOTIFY_STRING, "set");
    }
    reply_ok(c);
}

static void msetnx(call *c) {
    if (c->argc % 2 == 0) {
        reply_wrong_arity(c);
        return;
    }
    for (int i = 1; i < c->argc; i += 2) {
        if (!keyspace_find(c, c->argv[i])) continue;
        reply_int(c, 0);
        return;
    }
    for (int i = 1; i < c->argc; i += 2) {
        keyspace_put_string(c, c->argv[i], c->argv[i + 1], -1);
        changed(c, c->argv[i], NOTIFY_STRING, "set");
    }
    reply_int(c, 1);
}

/* -- GET -------------------------------------------------------------------------------------- */

static void get(call *c) {
    entry *e;
    if (keyspace_get_string(c, c->argv[1], &e)) reply_text(c, e);
}

static void mget(call *c) {
    reply_array(c, c->argc - 1);
    for (int i = 1; i < c->argc; i++) {
        const entry *e = keyspace_read(c, c->argv[i]);
        reply_text(c, e && entry_type_id(e) == TYPE_STRING ? e : NULL);
    }
}

static void getset(call *c) {
    entry *e;
    if (!keyspace_get_string(c, c->argv[1], &e)) return;
    reply_text(c, e);
    keyspace_put_string(c, c->argv[1], c->argv[2], -1);
    changed(c, c->argv[1], NOTIFY_STRING, "set");
    propagate_words(c, 3, SLICE("SET"), c->argv[1], c->argv[2]);
}

static void getdel(call *c) {
    entry *e;
    if (!keyspace_get_string(c, c->argv[1], &e)) return;
    reply_text(c, e);
    if (!e) return;
    keyspace_delete(c, c->argv[1]);
    changed(c, c->argv[1], NOTIFY_GENERIC, "del");
    propagate_words(c, 2, SLICE("DEL"), c->argv[1]);
}

static void getex_apply(call *c, slice key, const entry *e, const expiry *x) {
    char room[NUMBER_INT_TEXT];
    if (is_past(c, x)) {
        keyspace_delete(c, key);
        changed(c, key, NOTIFY_GENERIC, "del");
        propagate_words(c, 2, SLICE("DEL"), key);
    } else if (x->kind == EXPIRY_AT) {
        keyspace_set_expiry(c, key, x->when);
        changed(c, key, NOTIFY_GENERIC, "expire");
        propagate_words(c, 3, SLICE("PEXPIREAT"), key, slice_make(room, (size_t)number_print_int(room, x->when)));
    } else if (x->kind == EXPIRY_PERSIST && entry_expires(e)) {
        keyspace_set_expiry(c, key, -1);
        changed(c, key, NOTIFY_GENERIC, "persist");
        propagate_words(c, 2, SLICE("PERSIST"), key);
    }
}

static void getex(call *c) {
    expiry x = { .kind = EXPIRY_NONE };
    entry *e;
    for (int i = 2; i < c->argc;) {
        if (expiry_option(c, &i, false, true, &x)) continue;
        reply_syntax_error(c);
        return;
    }
    if (!keyspace_get_string(c, c->argv[1], &e)) return;
    if (e && !expiry_resolve(c, &x)) return;
    reply_text(c, e);
    if (e) getex_apply(c, c->argv[1], e, &x);
}

/* -- parts ---------------------------------------------------------------------------------------- */

static void strlen_command(call *c) {
    entry *e;
    if (keyspace_get_string(c, c->argv[1], &e)) reply_int(c, e ? (int64_t)string_length(e) : 0);
}

static bool too_long(call *c, size_t have, size_t more) {
    size_t most = request_longest(c);
    if (have <= most && more <= most - have) return false;
    reply_error(c, "ERR string exceeds maximum allowed size (proto-max-bulk-len)");
    return true;
}

static void append(call *c) {
    slice key = c->argv[1], text = c->argv[2];
    entry *e;
    if (!keyspace_edit_string(c, key, &e)) return;
    size_t have = e ? string_length(e) : 0;
    if (too_long(c, have, text.len)) return;
    if (!e) {
        keyspace_put_string(c, key, text, -1);
    } else {
        bytes *b = string_open(c->client->db, &e, have + text.len);
        memcpy(b->at + have, text.at, text.len);
        c->opened = e;
    }
    changed(c, key, NOTIFY_STRING, "append");
    reply_int(c, (int64_t)(have + text.len));
}

static void setrange(call *c) {
    slice key = c->argv[1], text = c->argv[3];
    int64_t offset;
    entry *e;
    if (!arg_int(c, c->argv[2], &offset)) return;
    if (offset < 0) {
        reply_error(c, "ERR offset is out of range");
        return;
    }
    if (!keyspace_edit_string(c, key, &e)) return;
    size_t have = e ? string_length(e) : 0;
    if (!text.len) {
        reply_int(c, (int64_t)have);
        return;
    }
    if (too_long(c, (size_t)offset, text.len)) return;
    if (!e) {
        keyspace_put_string(c, key, (slice){ "", 0 }, -1);
        e = c->opened;
    }
    size_t end = (size_t)offset + text.len;
    bytes *b = string_open(c->client->db, &e, end > have ? end : have);
    memcpy(b->at + offset, text.at, text.len);
    c->opened = e;
    changed(c, key, NOTIFY_STRING, "setrange");
    reply_int(c, (int64_t)b->len);
}

static void getrange(call *c) {
    int64_t from, to;
    entry *e;
    char room[NUMBER_INT_TEXT];
    if (!arg_int(c, c->argv[2], &from) || !arg_int(c, c->argv[3], &to)) return;
    if (!keyspace_get_string(c, c->argv[1], &e)) return;
    slice text = e ? string_text(e, room) : (slice){ "", 0 };
    int64_t len = (int64_t)text.len;
    if (from < 0 && to < 0 && from > to) len = 0;
    if (from < 0) from = from + len < 0 ? 0 : from + len;
    if (to < 0) to = to + len < 0 ? 0 : to + len;
    if (to >= len) to = len - 1;
    if (!len || from > to) reply_bulk(c, (slice){ "", 0 });
    else reply_bulk(c, slice_make(text.at + from, (size_t)(to - from + 1)));
}

/* SET reads its key only when it is asked for the old value, or about it. */
static int set_keys(int argc, const slice *argv, int *positions, unsigned *accesses, int cap) {
    static const char *const reading[] = { "get", "ifeq", "ifne", "ifdeq", "ifdne" };
    bool reads = false;
    for (int i = 3; i < argc; i++) for (int k = 0; k < 5; k++) reads |= slice_is(argv[i], reading[k]);
    if (cap) positions[0] = 1, accesses[0] = reads ? KEY_READ_CHANGE : KEY_OVERWRITE;
    return 1;
}

static const command commands[] = {
    { "set", set, WRITE | DENYOOM, 0,
      "@key value [condition: NX | XX | IFEQ ifeq-value^8.4.0 | IFNE ifne-value^8.4.0 | IFDEQ ifdeq-digest^8.4.0 | "
      "IFDNE ifdne-digest^8.4.0]^2.6.12 [GET]^6.2.0 [expiration: EX #seconds^2.6.12 | PX #milliseconds^2.6.12 | "
      "EXAT !unix-time-seconds^6.2.0 | PXAT !unix-time-milliseconds^6.2.0 | KEEPTTL^6.0.0]",
      "1.0.0", "O(1)", "Sets a key to a text, whatever it held, if the condition holds.",
      .key_specs = "RW+access+update+variable_flags index{index=1} range{lastkey=0,keystep=1,limit=0}",
      .key_notes = "`GET` reads the key as well", .find_keys = set_keys,
      .history = "7.0.0 `NX` and `GET` may go together." },
    { "setex", setex, WRITE | DENYOOM, KEY_OVERWRITE, "@key #seconds value", "2.0.0", "O(1)",
      "Sets a key to a text for so many seconds.", .deprecated_since = "2.6.12", .replaced_by = "`SET` with the `EX` argument" },
    { "psetex", psetex, WRITE | DENYOOM, KEY_OVERWRITE, "@key #milliseconds value", "2.6.0", "O(1)",
      "Sets a key to a text for so many milliseconds.", .deprecated_since = "2.6.12",
      .replaced_by = "`SET` with the `PX` argument" },
    { "setnx", setnx, WRITE | DENYOOM | FAST, KEY_FILL, "@key value", "1.0.0", "O(1)", "Sets a key that does not exist yet.",
      .deprecated_since = "2.6.12", .replaced_by = "`SET` with the `NX` argument" },
    { "mset", mset, WRITE | DENYOOM, KEY_OVERWRITE, "(data: @key value) ...", "1.0.1",
      "O(N) where N is the number of keys to set.", "Sets several keys at once.",
      .tips = "request_policy:multi_shard response_policy:all_succeeded" },
    { "msetnx", msetnx, WRITE | DENYOOM, KEY_FILL, "(data: @key value) ...", "1.0.1",
      "O(N) where N is the number of keys to set.", "Sets several keys, if none of them exists." },
    { "get", get, READ | FAST, KEY_READ, "@key", "1.0.0", "O(1)", "Gives the text of a key." },
    { "mget", mget, READ | FAST, KEY_READ, "@key ...", "1.0.0", "O(N) where N is the number of keys to retrieve.",
      "Gives the texts of several keys.", .tips = "request_policy:multi_shard" },
    { "getset", getset, WRITE | DENYOOM | FAST, KEY_READ_CHANGE, "@key value", "1.0.0", "O(1)",
      "Sets a key and gives its old text.", .deprecated_since = "6.2.0", .replaced_by = "`SET` with the `GET` argument" },
    { "getdel", getdel, WRITE | FAST, KEY_POP, "@key", "6.2.0", "O(1)", "Gives the text of a key and deletes it." },
    { "getex", getex, WRITE | FAST, KEY_READ_CHANGE,
      "@key [expiration: EX #seconds | PX #milliseconds | EXAT !unix-time-seconds | PXAT !unix-time-milliseconds | PERSIST]",
      "6.2.0", "O(1)", "Gives the text of a key and changes when it expires.",
      .key_notes = "The time to live may change" },
    { "strlen", strlen_command, READ | FAST, KEY_RO, "@key", "2.2.0", "O(1)", "Tells how long the text of a key is." },
    { "append", append, WRITE | DENYOOM | FAST, KEY_ADD, "@key value", "2.0.0", "O(1)", "Adds to the end of a text." },
    { "setrange", setrange, WRITE | DENYOOM, KEY_CHANGE, "@key #offset value", "2.2.0", "O(1), not counting the time to copy",
      "Overwrites part of a text." },
    { "getrange", getrange, READ, KEY_READ, "@key #start #end", "2.4.0", "O(N) where N is the length of the returned string.",
      "Gives part of a text." },
    { "substr", getrange, READ, KEY_READ, "@key #start #end", "1.0.0", "O(N) where N is the length of the returned string.",
      "Gives part of a text.", .deprecated_since = "2.0.0", .replaced_by = "`GETRANGE`" },
    { 0 }
};

static void start(void) { type_register(&string_type); }

const feature strings = { .name = "string", .commands = commands, .start = start };
