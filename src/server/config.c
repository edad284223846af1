/* config.c -- the registered settings, and CONFIG GET, SET, REWRITE, RESETSTAT. */
#include "server/config.h"
#include "base/assert.h"
#include "base/memory.h"
#include "base/text.h"
#include "server/error_stats.h"
#include "server/execute.h"
#include "server/feature.h"
#include "server/log.h"
#include "server/reply.h"
#include <stdio.h>

static struct {
    config_row rows[CONFIG_ROWS_MAX];
    int count;
    bool running;                           /* immutable settings stand from now on */
} state;

int config_count(void) { return state.count; }
config_row *config_row_at(int i) { return &state.rows[i]; }

config_row *config_find(slice name) {
    for (int i = 0; i < state.count; i++) {
        const setting *s = state.rows[i].setting;
        if (slice_is(name, s->name) || (s->alias && slice_is(name, s->alias))) return &state.rows[i];
    }
    return NULL;
}

static void set_default(config_row *row) {
    const setting *s = row->setting;
    const char *why;
    if (s->kind == SETTING_SPECIAL && s->set) {
        bytes **words;
        int count = text_split(slice_of(s->initial), &words);
        slice *argv = memory_alloc((size_t)count * sizeof *argv);
        for (int i = 0; i < count; i++) argv[i] = bytes_slice(words[i]);
        why = s->set(count, argv);
        memory_free(argv, (size_t)count * sizeof *argv);
        text_free_words(words, count);
    } else {
        slice text = slice_of(s->initial);
        why = config_take(row, 1, &text);
    }
    if (why) panic("the default of %s is refused: %s", s->name, why);
}

/* A row of a feature stands before the row of the same name in config_absent.c, which comes last. */
void config_register(const feature *const *features) {
    for (const feature *const *f = features; *f; f++) {
        for (const setting *s = (*f)->settings; s && s->name; s++) {
            if (config_find(slice_of(s->name))) continue;
            assert(state.count < CONFIG_ROWS_MAX);
            state.rows[state.count] = (config_row){ .setting = s };
            set_default(&state.rows[state.count++]);
        }
    }
}

/* -- CONFIG GET ------------------------------------------------------------------------------- */

static void reply_row(call *c, const config_row *row, const char *name) {
    bytes *value = NULL;
    config_print(row, &value);
    reply_bulk_text(c, name);
    reply_bulk(c, bytes_slice(value));
    bytes_free(value);
}

static bool asked(const call *c, const setting *s, const char *name) {
    for (int i = 2; i < c->argc; i++) {
        if (s->flags & SETTING_HIDDEN ? slice_is(c->argv[i], name) : text_glob(c->argv[i], slice_of(name), true)) return true;
    }
    return false;
}

static void config_get(call *c) {
    long n = 0;
    open_reply place = reply_later(c);
    for (int i = 0; i < state.count; i++) {
        const setting *s = state.rows[i].setting;
        if (asked(c, s, s->name)) reply_row(c, &state.rows[i], s->name), n++;
        if (s->alias && asked(c, s, s->alias)) reply_row(c, &state.rows[i], s->alias), n++;
    }
    reply_later_map(c, place, n);
}

/* -- CONFIG SET: all or nothing ------------------------------------------------------------------ */

typedef struct change { config_row *row; slice name, value; bytes *before; bool done; } change;

static const char *take_words(config_row *row, slice value) {
    if (row->setting->kind != SETTING_SPECIAL) return config_take(row, 1, &value);
    bytes **words;
    int count = text_split(value, &words);
    if (count < 0) return "Unbalanced quotes in configuration line";
    slice *argv = memory_alloc((size_t)(count ? count : 1) * sizeof *argv);
    for (int i = 0; i < count; i++) argv[i] = bytes_slice(words[i]);
    argv[0] = count ? argv[0] : (slice){ "", 0 };
    const char *why = row->setting->set ? row->setting->set(count, argv) : config_take(row, 1, &value);
    memory_free(argv, (size_t)(count ? count : 1) * sizeof *argv);
    text_free_words(words, count);
    return why;
}

static const char *may_change(const change *list, int at) {
    const setting *s = list[at].row->setting;
    for (int i = 0; i < at; i++) if (list[i].row == list[at].row && slice_same(list[i].name, list[at].name)) return "duplicate parameter";
    if (s->flags & SETTING_IMMUTABLE) return "can't set immutable config";
    bool protect = s->flags & SETTING_PROTECTED;
    config_row *lift = config_find(SLICE("enable-protected-configs"));
    if (protect && lift) {
        bytes *value = NULL;
        config_print(lift, &value);
        protect = slice_is(bytes_slice(value), "no");
        bytes_free(value);
    }
    return protect ? "can't set protected config" : NULL;
}

static void roll_back(change *list, int count) {
    for (int i = count - 1; i >= 0; i--) {
        if (!list[i].done) continue;
        take_words(list[i].row, bytes_slice(list[i].before));
        if (list[i].row->setting->apply) list[i].row->setting->apply();
    }
}

/* Values first, then the hooks; NULL when all went well, else why, with *at the culprit. */
static const char *set_all(change *list, int count, int *at) {
    const char *why = NULL;
    for (*at = 0; *at < count; ++*at) if ((why = may_change(list, *at))) return why;
    for (*at = 0; *at < count; ++*at) {
        change *x = &list[*at];
        config_print(x->row, &x->before);
        if ((why = take_words(x->row, x->value))) break;
        x->done = true;
    }
    for (int i = 0; !why && i < count; i++) {
        *at = i;
        if (list[i].row->setting->apply) why = list[i].row->setting->apply();
    }
    if (why) roll_back(list, count);
    else for (int i = 0; i < count; i++) list[i].row->named = true;
    return why;
}

static void config_set(call *c) {
    if (c->argc % 2) {
        reply_syntax_error(c);
        return;
    }
    int count = (c->argc - 2) / 2, at = 0;
    change *list = memory_zero((size_t)count * sizeof *list);
    for (int i = 0; i < count; i++) {
        list[i] = (change){ .row = config_find(c->argv[2 + 2 * i]), .name = c->argv[2 + 2 * i], .value = c->argv[3 + 2 * i] };
        if (list[i].row) continue;
        reply_errorf(c, "ERR Unknown option or number of arguments for CONFIG SET - '%.*s'", SLICE_ARGS(list[i].name));
        memory_free(list, (size_t)count * sizeof *list);
        return;
    }
    for (int i = 0; i < count; i++) {
        if (!execute_loading() || !(list[i].row->setting->flags & SETTING_NO_LOADING)) continue;
        reply_error(c, "LOADING Redis is loading the dataset in memory");
        memory_free(list, (size_t)count * sizeof *list);
        return;
    }
    const char *why = set_all(list, count, &at);
    if (why) reply_errorf(c, "ERR CONFIG SET failed (possibly related to argument '%.*s') - %s", SLICE_ARGS(list[at].name), why);
    else reply_ok(c);
    for (int i = 0; i < count; i++) bytes_free(list[i].before);
    memory_free(list, (size_t)count * sizeof *list);
}

static void config_rewrite_command(call *c) {
    const char *why = config_rewrite();
    if (why) {
        reply_errorf(c, "ERR %s", why);
        return;
    }
    log_notice("CONFIG REWRITE executed with success.");
    reply_ok(c);
}

static void config_resetstat(call *c) {
    for (const feature *const *f = features(); *f; f++) if ((*f)->reset_stats) (*f)->reset_stats();
    command_stats_reset();
    error_stats_reset();
    reply_ok(c);
}

static void config_help(call *c) {
    static const char *const lines[] = {
        "GET <pattern>", "    Return parameters matching the glob-like <pattern> and their values.",
        "SET <directive> <value>", "    Set the configuration <directive> to <value>.",
        "RESETSTAT", "    Reset statistics reported by the INFO command.",
        "REWRITE", "    Rewrite the configuration file.", NULL
    };
    reply_help(c, lines);
}

static const command commands[] = {
    { "config", NULL, CONTAINER, 0, "", "2.0.0", "Depends on subcommand.", "Reads and changes settings." },
    { "config|get", config_get, ADMIN | NOSCRIPT | LOADING | STALE, 0, "parameter ...", "2.0.0",
      "O(N) when N is the number of configuration parameters provided", "Shows the settings that match." },
    { "config|set", config_set, ADMIN | NOSCRIPT | LOADING | STALE, 0, "(data: parameter value) ...", "2.0.0",
      "O(N) when N is the number of configuration parameters provided", "Changes settings, all or none.",
      .tips = "request_policy:all_nodes response_policy:all_succeeded" },
    { "config|resetstat", config_resetstat, ADMIN | NOSCRIPT | LOADING | STALE, 0, "", "2.0.0", "O(1)", "Sets INFO's counters to zero.",
      .tips = "request_policy:all_nodes response_policy:all_succeeded" },
    { "config|rewrite", config_rewrite_command, ADMIN | NOSCRIPT | LOADING | STALE, 0, "", "2.8.0", "O(1)",
      "Writes the settings now in force into the file the server was started with.",
      .tips = "request_policy:all_nodes response_policy:all_succeeded" },
    { "config|help", config_help, LOADING | STALE, 0, "", "5.0.0", "O(1)", "Tells what CONFIG can do." },
    { 0 }
};

const feature config = { .name = "server", .commands = commands };
