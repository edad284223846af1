/* command_docs.c -- COMMAND DOCS: what redis-cli's help and hints are made of (behaviour.md section 17).
 *
 * Everything comes from a command's row. Its history is told by the synopsis too: terms marked with a version are what
 * that version brought; only what a synopsis does not show stands in the row's `history`. */
#include "base/text.h"
#include "server/feature.h"
#include "server/reply.h"
#include "server/synopsis.h"

static void pair_text(call *c, const char *name, const char *text) {
    reply_bulk_text(c, name);
    reply_bulk_text(c, text);
}

static void pair_slice(call *c, const char *name, slice text) {
    reply_bulk_text(c, name);
    reply_bulk(c, text);
}

/* -- arguments ------------------------------------------------------------------------------------------------ */

static const char *term_type(const term *t) {
    if (t->kind == TERM_ALL) return "block";
    if (t->kind == TERM_ONE) return "oneof";
    if (t->kind == TERM_TOKEN) return "pure-token";
    switch (t->sigil) {
    case '@': return "key";
    case '#': return "integer";
    case '%': return "double";
    case '*': return "pattern";
    case '!': return "unix-time";
    default: return "string";
    }
}

/* A pure token has no name of its own: its word in lower case serves. */
static void pair_name(call *c, const char *what, slice name) {
    bytes *lower = bytes_copy(name);
    text_to_lower(lower->at, lower->len);
    pair_slice(c, what, bytes_slice(lower));
    bytes_free(lower);
}

static void reply_term_flags(call *c, const term *t) {
    int n = t->optional + t->repeated + t->repeated_token;
    if (!n) return;
    reply_bulk_text(c, "flags");
    reply_set(c, n);
    if (t->optional) reply_status(c, "optional");
    if (t->repeated) reply_status(c, "multiple");
    if (t->repeated_token) reply_status(c, "multiple_token");
}

/* Keys are numbered in the order of their specifications; the last one may cover several terms, and patterns share one. */
typedef struct numbering { int next, last; bool in_pattern; } numbering;

static int number_of(numbering *n, const term *t) {
    if (n->in_pattern && !t->key_pattern) n->in_pattern = false, n->next++;
    int number = n->next < n->last ? n->next : n->last;
    if (t->key_pattern) n->in_pattern = true;
    else n->next++;
    return number;
}

static void reply_terms(call *c, const term *t, numbering *keys);

static void reply_term(call *c, const term *t, numbering *keys) {
    bool word = t->kind == TERM_ARG || t->kind == TERM_TOKEN, key = t->sigil == '@' || t->key_pattern;
    bool flags = t->optional || t->repeated || t->repeated_token;
    slice name = t->name.len ? t->name : t->token;
    reply_map(c, 3 + key + (t->token.at != NULL) + (t->since.len > 0) + (t->until.len > 0) + flags);
    pair_name(c, "name", name);
    pair_text(c, "type", term_type(t));
    if (word) pair_name(c, "display_text", t->shown.len ? t->shown : name);
    if (key) {
        reply_bulk_text(c, "key_spec_index");
        reply_int(c, number_of(keys, t));
    }
    if (t->token.at) pair_slice(c, "token", t->token);
    if (t->since.len) pair_slice(c, "since", t->since);
    if (t->until.len) pair_slice(c, "deprecated_since", t->until);
    reply_term_flags(c, t);
    if (word) return;
    reply_bulk_text(c, "arguments");
    reply_terms(c, t->first, keys);
}

static void reply_terms(call *c, const term *t, numbering *keys) {
    long n = 0;
    for (const term *x = t; x; x = x->next) n++;
    reply_array(c, n);
    for (; t; t = t->next) reply_term(c, t, keys);
}

/* -- history -------------------------------------------------------------------------------------------------- */

enum { EVENTS_MAX = 16 };

typedef struct event { slice version, text; } event;       /* text.len 0: told by the synopsis */
typedef struct chronicle { event at[EVENTS_MAX]; int count; } chronicle;

static int version_compare(slice a, slice b) {
    for (size_t i = 0, j = 0; i < a.len || j < b.len; i++, j++) {
        int m = 0, n = 0;
        for (; i < a.len && a.at[i] != '.'; i++) m = m * 10 + a.at[i] - '0';
        for (; j < b.len && b.at[j] != '.'; j++) n = n * 10 + b.at[j] - '0';
        if (m != n) return m - n;
    }
    return 0;
}

/* Events stand in order of versions; what the synopsis tells comes first. */
static void chronicle_add(chronicle *h, slice version, slice text) {
    int i = h->count;
    while (i && version_compare(h->at[i - 1].version, version) > 0) i--;
    bool told = !text.len && i && slice_equal(h->at[i - 1].version, version);
    if (told || h->count == EVENTS_MAX) return;
    memmove(&h->at[i + 1], &h->at[i], (size_t)(h->count - i) * sizeof *h->at);
    h->at[i] = (event){ version, text };
    h->count++;
}

static void chronicle_add_terms(chronicle *h, const term *t) {
    for (; t; t = t->next) {
        if (t->since.len) chronicle_add(h, t->since, (slice){ NULL, 0 });
        if (t->several.len) chronicle_add(h, t->several, (slice){ NULL, 0 });
        chronicle_add_terms(h, t->first);
    }
}

/* "2.4.0 Several members at once.|7.0.0 ..." */
static void chronicle_add_rows(chronicle *h, const char *text) {
    while (text && *text) {
        size_t len = strcspn(text, "|"), version = strcspn(text, " ");
        chronicle_add(h, slice_make(text, version), slice_make(text + version + 1, len - version - 1));
        text += len + (text[len] == '|');
    }
}

/* A group without a word of its own is told by those in it that are as old as it is. */
static void append_words(bytes **text, const term *t, const char *before) {
    if (t->kind < TERM_ALL || t->token.len) {
        bytes_append_text(text, (*text)->len ? ", " : "New: ");
        bytes_append_text(text, before);
        bytes_append_char(text, '`');
        bytes_append(text, t->token.len ? t->token : t->name);
        bytes_append_char(text, '`');
        return;
    }
    for (const term *child = t->first; child; child = child->next) if (!child->since.len) append_words(text, child, before);
}

static void append_news(bytes **text, const term *t, slice version) {
    for (; t; t = t->next) {
        if (slice_equal(t->since, version)) append_words(text, t, "");
        if (slice_equal(t->several, version)) append_words(text, t, "several ");
        append_news(text, t->first, version);
    }
}

static void reply_history(call *c, const command_info *k, const chronicle *h) {
    reply_bulk_text(c, "history");
    reply_set(c, h->count);
    for (int i = 0; i < h->count; i++) {
        reply_array(c, 2);
        reply_bulk(c, h->at[i].version);
        if (h->at[i].text.len) {
            reply_bulk(c, h->at[i].text);
            continue;
        }
        bytes *text = bytes_new(64);
        append_news(&text, k->synopsis, h->at[i].version);
        reply_bulk(c, bytes_slice(text));
        bytes_free(text);
    }
}

/* -- commands ------------------------------------------------------------------------------------------------- */

/* Redis documents these in another chapter than the one their ACL categories and our features follow. */
static const char *chapter(const command_info *k) {
    static const struct { const char *name, *group; } moved[] = {
        { "cluster", "cluster" }, { "readonly", "cluster" }, { "readwrite", "cluster" }, { "asking", "cluster" },
        { "wait", "generic" }, { "waitaof", "generic" }, { "command", "server" }, { "restore-asking", "server" },
    };
    const char *name = (k->parent ? k->parent : k)->row->name;
    for (size_t i = 0; i < sizeof moved / sizeof *moved; i++) if (!strcmp(name, moved[i].name)) return moved[i].group;
    return k->group;
}

static void reply_standing(call *c, const command *row) {
    const char *since = row->deprecated_since;
    if (!since && !(row->flags & INTERNAL)) return;
    reply_bulk_text(c, "doc_flags");
    reply_set(c, 1);
    reply_status(c, since ? "deprecated" : "syscmd");
    if (!since) return;
    pair_text(c, "deprecated_since", since);
    pair_text(c, "replaced_by", row->replaced_by);
}

static void reply_docs(call *c, const command_info *k) {
    const command *row = k->row;
    chronicle h = { .count = 0 };
    chronicle_add_terms(&h, k->synopsis);
    chronicle_add_rows(&h, row->history);
    int standing = row->deprecated_since ? 3 : row->flags & INTERNAL ? 1 : 0;
    reply_bulk_text(c, k->name);
    reply_map(c, 3 + (row->complexity != NULL) + standing + (h.count > 0) + (k->synopsis != NULL) + (k->subcommand_count > 0));
    pair_text(c, "summary", row->summary);
    pair_text(c, "since", row->since);
    pair_text(c, "group", chapter(k));
    if (row->complexity) pair_text(c, "complexity", row->complexity);
    reply_standing(c, row);
    if (h.count) reply_history(c, k, &h);
    if (k->synopsis) {
        numbering keys = { .next = 0, .last = k->key_count ? k->key_count - 1 : 0 };
        reply_bulk_text(c, "arguments");
        reply_terms(c, k->synopsis, &keys);
    }
    if (!k->subcommand_count) return;
    reply_bulk_text(c, "subcommands");
    reply_map(c, k->subcommand_count);
    for (int i = 0; i < k->subcommand_count; i++) reply_docs(c, k->subcommands[i]);
}

static void command_docs(call *c) {
    long n = 0;
    int at = 0;
    open_reply place = reply_later(c);
    if (c->argc == 2) {
        for (const command_info *k; (k = command_each(&at)); n++) reply_docs(c, k);
    } else {
        for (int i = 2; i < c->argc; i++) {
            const command_info *k = command_find_full(c->argv[i]);
            if (k) reply_docs(c, k), n++;
        }
    }
    reply_later_map(c, place, n);
}

static const command commands[] = {
    { "command|docs", command_docs, LOADING | STALE, 0, "[command-name ...]", "7.0.0",
      "O(N) where N is the number of commands to look up",
      "Gives the documentation of commands.", .tips = "nondeterministic_output_order" },
    { 0 }
};

const feature command_documentation = { .name = "connection", .commands = commands };
