/* compare.c -- IFEQ, IFNE, IFDEQ, IFDNE, and the commands made of them: DELEX, DELIFEQ, DIGEST. */
#include "commands/compare.h"
#include "base/number.h"
#include "base/text.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/propagate.h"
#include "server/reply.h"
#include <stdio.h>

enum { DIGEST_LEN = 16 };

bool compare_option(const call *c, int *i, compare *out) {
    static const char *const words[] = { "ifeq", "ifne", "ifdeq", "ifdne" };
    if (*i + 1 >= c->argc || out->kind != COMPARE_NONE) return false;
    for (int k = 0; k < 4; k++) {
        if (!slice_is(c->argv[*i], words[k])) continue;
        out->kind = COMPARE_EQUAL + (unsigned)k;
        out->with = c->argv[*i + 1];
        *i += 2;
        return true;
    }
    return false;
}

bool compare_check(call *c, const compare *o) {
    uint8_t ignored[DIGEST_LEN / 2];
    if (o->kind < COMPARE_DIGEST) return true;
    if (o->with.len == DIGEST_LEN && text_unhex(ignored, o->with)) return true;
    reply_error(c, "ERR digest must be exactly 16 hexadecimal characters");
    return false;
}

static slice digest_text(slice text, char *room) {
    snprintf(room, DIGEST_LEN + 1, "%016llx", (unsigned long long)hash_xxh3(text));
    return slice_make(room, DIGEST_LEN);
}

bool compare_holds(const compare *o, const entry *e) {
    char number[NUMBER_INT_TEXT], hex[DIGEST_LEN + 1];
    if (o->kind == COMPARE_NONE) return true;
    bool negated = o->kind == COMPARE_NOT_EQUAL || o->kind == COMPARE_NOT_DIGEST;
    if (!e) return negated;
    slice text = string_text(e, number);
    bool equal = o->kind >= COMPARE_DIGEST ? slice_same(digest_text(text, hex), o->with) : slice_equal(text, o->with);
    return equal != negated;
}

static void digest_command(call *c) {
    char number[NUMBER_INT_TEXT], hex[DIGEST_LEN + 1];
    entry *e;
    if (!keyspace_get_string(c, c->argv[1], &e)) return;
    if (e) reply_bulk(c, digest_text(string_text(e, number), hex));
    else reply_null(c);
}

static void delete_if(call *c, const compare *o) {
    slice key = c->argv[1];
    entry *e = keyspace_find(c, key);
    if (e && o->kind != COMPARE_NONE && entry_type_id(e) != TYPE_STRING) {
        reply_wrong_type(c);
        return;
    }
    bool go = e && compare_holds(o, e);
    if (go) {
        keyspace_delete(c, key);
        changed(c, key, NOTIFY_GENERIC, "del");
        propagate_words(c, 2, SLICE("DEL"), key);
    }
    reply_int(c, go);
}

static void delex(call *c) {
    compare o = { .kind = COMPARE_NONE };
    int i = 2;
    if (c->argc == 3) reply_wrong_arity(c);
    else if (c->argc > 4 || (c->argc == 4 && !compare_option(c, &i, &o))) reply_syntax_error(c);
    else if (compare_check(c, &o)) delete_if(c, &o);
}

static void delifeq(call *c) {
    compare o = { COMPARE_EQUAL, c->argv[2] };
    delete_if(c, &o);
}

static const command commands[] = {
    { "digest", digest_command, READ | FAST, KEY_READ, "@key", "8.4.0", "O(N) where N is the length of the string value.",
      "Gives the XXH3 digest of a text, 16 hex digits." },
    { "delex", delex, WRITE | FAST, 0,
      "@key [condition: IFEQ ifeq-value | IFNE ifne-value | IFDEQ ifdeq-digest | IFDNE ifdne-digest]", "8.4.0", "O(1)",
      "Deletes a key if the condition on its text holds.",
      .key_specs = "RW+delete+variable_flags index{index=1} range{lastkey=0,keystep=1,limit=0}" },
    { "delifeq", delifeq, WRITE | FAST, KEY_POP, "@key value", "9.0.0", "O(1)", "Deletes a key if it holds this text." },
    { 0 }
};

const feature comparisons = { .name = "string", .commands = commands };
