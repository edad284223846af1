/* command.c -- COMMAND: what commands there are, how they are called, which keys they touch (behaviour.md section 17).
 * Their documentation is command_docs.c. */
#include "base/memory.h"
#include "base/text.h"
#include "server/category.h"
#include "server/client.h"
#include "server/feature.h"
#include "server/reply.h"

/* -- COMMAND INFO ------------------------------------------------------------------------------------ */

typedef struct words { const char *at[32]; int count; } words;

static void add_word(const char *word, void *context) {
    words *w = context;
    if (w->count < 32) w->at[w->count++] = word;
}

static void reply_words(call *c, const words *w) {
    reply_set(c, w->count);
    for (int i = 0; i < w->count; i++) reply_status(c, w->at[i]);
}

static void reply_flags(call *c, const command_info *k) {
    words w = { .count = 0 };
    command_flag_names(k, add_word, &w);
    reply_words(c, &w);
}

static void reply_categories(call *c, const command_info *k) {
    reply_set(c, __builtin_popcountll(k->categories));
    for (int i = 0; i < CATEGORY_COUNT; i++) {
        if (!(k->categories >> i & 1)) continue;
        char name[32] = "@";
        strcat(name, category_name((enum category)i));
        reply_status(c, name);
    }
}

static void reply_tips(call *c, const char *tips) {
    long n = 0;
    open_reply place = reply_later(c);
    for (const char *p = tips; p && *p; n++) {
        size_t len = strcspn(p, " ");
        reply_bulk(c, slice_make(p, len));
        p += len + (p[len] == ' ');
    }
    reply_later_set(c, place, n);
}

static void access_words(const key_spec *s, words *w) {
    static const struct { unsigned bit; const char *name; } names[] = {
        { KEY_RO, "RO" }, { KEY_RW, "RW" }, { KEY_OW, "OW" }, { KEY_RM, "RM" }, { KEY_ACCESS, "access" }, { KEY_UPDATE, "update" },
        { KEY_INSERT, "insert" }, { KEY_DELETE, "delete" },
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) if (s->access & names[i].bit) add_word(names[i].name, w);
    if (s->not_key) add_word("not_key", w);
    if (s->incomplete) add_word("incomplete", w);
    if (s->variable) add_word("variable_flags", w);
}

static void pair_int(call *c, const char *name, int64_t n) {
    reply_bulk_text(c, name);
    reply_int(c, n);
}

static void reply_begin(call *c, const key_spec *s) {
    reply_bulk_text(c, "begin_search");
    reply_map(c, 2);
    reply_bulk_text(c, "type");
    bool unknown = !s->keyword && !s->first;
    reply_bulk_text(c, unknown ? "unknown" : s->keyword ? "keyword" : "index");
    reply_bulk_text(c, "spec");
    if (unknown) {
        reply_map(c, 0);
    } else if (s->keyword) {
        reply_map(c, 2);
        reply_bulk_text(c, "keyword");
        reply_bulk_text(c, s->keyword);
        pair_int(c, "startfrom", s->keyword_from);
    } else {
        reply_map(c, 1);
        pair_int(c, "index", s->first);
    }
}

static void reply_find(call *c, const key_spec *s) {
    bool unknown = !s->keyword && !s->first;
    reply_bulk_text(c, "find_keys");
    reply_map(c, 2);
    reply_bulk_text(c, "type");
    reply_bulk_text(c, unknown ? "unknown" : s->counted ? "keynum" : "range");
    reply_bulk_text(c, "spec");
    if (unknown) {
        reply_map(c, 0);
    } else if (s->counted) {
        reply_map(c, 3);
        pair_int(c, "keynumidx", 0);
        pair_int(c, "firstkey", s->first_after);
        pair_int(c, "keystep", s->step);
    } else {
        reply_map(c, 3);
        pair_int(c, "lastkey", s->last);
        pair_int(c, "keystep", s->step);
        pair_int(c, "limit", s->limit);
    }
}

/* The note on the nth specification; empty when there is none. */
static slice note_of(const command_info *k, int n) {
    const char *at = k->row->key_notes;
    for (; at && n; n--) at = strchr(at, '|') ? strchr(at, '|') + 1 : NULL;
    return at ? slice_make(at, strcspn(at, "|")) : (slice){ "", 0 };
}

static void reply_specs(call *c, const command_info *k) {
    reply_set(c, k->key_count);
    for (int i = 0; i < k->key_count; i++) {
        const key_spec *s = &k->keys[i];
        words w = { .count = 0 };
        slice note = note_of(k, i);
        reply_map(c, note.len ? 4 : 3);
        if (note.len) {
            reply_bulk_text(c, "notes");
            reply_bulk(c, note);
        }
        reply_bulk_text(c, "flags");
        access_words(s, &w);
        reply_words(c, &w);
        reply_begin(c, s);
        reply_find(c, s);
    }
}

/* First key, last key and step as they were told before key specifications: the first plain range, where there is one. */
static void reply_old_positions(call *c, const command_info *k) {
    int first = 0, last = 0, step = 0;
    for (int i = 0; i < k->key_count; i++) {
        const key_spec *s = &k->keys[i];
        if (!s->first || s->counted) continue;
        int end = s->last >= 0 ? s->first + s->last : s->last;
        if (!first || s->first < first) first = s->first;
        if (!step) step = s->step;
        if (end < 0 || last < 0) last = end < 0 ? end : last;
        else if (end > last) last = end;
    }
    reply_int(c, first);
    reply_int(c, last);
    reply_int(c, step);
}

static void reply_info(call *c, const command_info *k) {
    reply_array(c, 10);
    reply_bulk_text(c, k->name);
    reply_int(c, k->arity);
    reply_flags(c, k);
    reply_old_positions(c, k);
    reply_categories(c, k);
    reply_tips(c, k->row->tips);
    reply_specs(c, k);
    if (k->subcommand_count) reply_array(c, k->subcommand_count);
    else reply_set(c, 0);
    for (int i = 0; i < k->subcommand_count; i++) reply_info(c, k->subcommands[i]);
}

static long shown(void) {
    long n = 0;
    int at = 0;
    while (command_each(&at)) n++;
    return n;
}

static void command_all(call *c) {
    int at = 0;
    reply_array(c, shown());
    for (const command_info *k; (k = command_each(&at));) reply_info(c, k);
}

static void command_info_command(call *c) {
    if (c->argc == 2) {
        command_all(c);
        return;
    }
    reply_array(c, c->argc - 2);
    for (int i = 2; i < c->argc; i++) {
        const command_info *k = command_find_full(c->argv[i]);
        if (k) reply_info(c, k);
        else reply_null_array(c);
    }
}

static void command_count_command(call *c) { reply_int(c, shown()); }

/* -- COMMAND LIST ---------------------------------------------------------------------------------------- */

typedef struct filter { enum { EVERY, BY_MODULE, BY_CATEGORY, BY_PATTERN } kind; slice value; enum category category; } filter;

static bool passes(const filter *f, const command_info *k) {
    if (f->kind == BY_MODULE) return false;
    if (f->kind == BY_CATEGORY) return f->category < CATEGORY_COUNT && k->categories >> f->category & 1;
    return f->kind == EVERY || text_glob(f->value, slice_of(k->name), true);
}

static void command_list(call *c) {
    filter f = { .kind = EVERY };
    if (c->argc > 2) {
        if (c->argc != 5 || !slice_is(c->argv[2], "filterby")) {
            reply_syntax_error(c);
            return;
        }
        f.value = c->argv[4];
        if (slice_is(c->argv[3], "module")) f.kind = BY_MODULE;
        else if (slice_is(c->argv[3], "aclcat")) f.kind = BY_CATEGORY, f.category = category_find(f.value);
        else if (slice_is(c->argv[3], "pattern")) f.kind = BY_PATTERN;
        else {
            reply_syntax_error(c);
            return;
        }
    }
    long n = 0;
    open_reply place = reply_later(c);
    for (int i = 0; i < command_index_count(); i++) {
        const command_info *k = command_by_index(i);
        if (!k->called || !passes(&f, k)) continue;
        reply_bulk_text(c, k->name);
        n++;
    }
    reply_later_array(c, place, n);
}

/* -- COMMAND GETKEYS ------------------------------------------------------------------------------------------ */

enum { KEYS_ON_STACK = 64 };

static void reply_keys(call *c, const command_info *k, bool with_flags) {
    int argc = c->argc - 2, cap = argc > 1 ? argc : 1;
    const slice *argv = c->argv + 2;
    int *positions = memory_alloc((size_t)cap * sizeof *positions);
    unsigned *accesses = memory_alloc((size_t)cap * sizeof *accesses);
    int n = command_keys(k, argc, argv, positions, accesses, cap);
    if (n < 0 || (!n && !(k->flags & NO_MANDATORY_KEYS))) {
        reply_error(c, "ERR Invalid arguments specified for command");
    } else {
        reply_array(c, n);
        for (int i = 0; i < n; i++) {
            if (with_flags) reply_array(c, 2);
            reply_bulk(c, argv[positions[i]]);
            if (!with_flags) continue;
            words w = { .count = 0 };
            access_words(&(key_spec){ .access = accesses[i] }, &w);
            reply_words(c, &w);
        }
    }
    memory_free(positions, (size_t)cap * sizeof *positions);
    memory_free(accesses, (size_t)cap * sizeof *accesses);
}

/* Shard channels are specified as keys are, for the sake of clusters, but are none. */
static bool names_keys(const command_info *k) {
    for (int i = 0; i < k->key_count; i++) if (!k->keys[i].not_key) return true;
    return k->row->find_keys != NULL;
}

static void get_keys(call *c, bool with_flags) {
    slice sub = c->argc > 3 ? c->argv[3] : (slice){ NULL, 0 };
    const command_info *k = command_find(c->argv[2], sub, NULL);
    if (!k) reply_error(c, "ERR Invalid command specified");
    else if (!names_keys(k)) reply_error(c, "ERR The command has no key arguments");
    else if (!command_arity_fits(k, c->argc - 2)) reply_error(c, "ERR Invalid number of arguments specified for command");
    else reply_keys(c, k, with_flags);
}

static void command_getkeys(call *c) { get_keys(c, false); }
static void command_getkeysandflags(call *c) { get_keys(c, true); }

/* -- the rows ---------------------------------------------------------------------------------------------------- */

static void command_help(call *c) {
    static const char *const lines[] = {
        "(no subcommand)", "    Return details about all Redis commands.",
        "COUNT", "    Return the total number of commands in this Redis server.",
        "LIST", "    Return a list of all commands in this Redis server.",
        "INFO [<command-name> ...]", "    Return details about multiple Redis commands.",
        "    If no command names are given, documentation details for all", "    commands are returned.",
        "DOCS [<command-name> ...]", "    Return documentation details about multiple Redis commands.",
        "    If no command names are given, documentation details for all", "    commands are returned.",
        "GETKEYS <full-command>", "    Return the keys from a full Redis command.",
        "GETKEYSANDFLAGS <full-command>", "    Return the keys and the access flags from a full Redis command.", NULL
    };
    reply_help(c, lines);
}

static const command commands[] = {
    { "command", command_all, CONTAINER | LOADING | STALE, 0, "", "2.8.13", "O(N) where N is the total number of Redis commands",
      "Tells about all commands.", .tips = "nondeterministic_output_order", .arity = -1, .categories = "connection" },
    { "command|count", command_count_command, LOADING | STALE, 0, "", "2.8.13", "O(1)", "Counts the commands." },
    { "command|getkeys", command_getkeys, LOADING | STALE, 0, "command [arg ...]", "2.8.13",
      "O(N) where N is the number of arguments to the command", "Finds the keys of a call.", .arity = -3 },
    { "command|getkeysandflags", command_getkeysandflags, LOADING | STALE, 0, "command [arg ...]", "7.0.0",
      "O(N) where N is the number of arguments to the command", "Finds the keys of a call and what is done to them.", .arity = -3 },
    { "command|help", command_help, LOADING | STALE, 0, "", "5.0.0", "O(1)", "Tells what COMMAND can do." },
    { "command|info", command_info_command, LOADING | STALE, 0, "[command-name ...]", "2.8.13",
      "O(N) where N is the number of commands to look up", "Tells about commands.", .tips = "nondeterministic_output_order",
      .history = "7.0.0 Without names it tells about every command." },
    { "command|list", command_list, LOADING | STALE, 0,
      "[FILTERBY {filterby: MODULE module-name | ACLCAT category | PATTERN *pattern}]",
      "7.0.0", "O(N) where N is the total number of Redis commands", "Lists the names of commands.",
      .tips = "nondeterministic_output_order" },
    { 0 }
};

const feature command_command = { .name = "connection", .commands = commands };
