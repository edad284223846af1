/* config.c -- the registered settings, and CONFIG GET, SET, REWRITE, RESETSTAT. */
#include "server/config.h"
#include "base/assert.h"
#include "base/memory.h"
#include "base/text.h"
#include "server/client.h"
#include "server/error_stats.h"
#include "server/execute.h"
#include "server/feature.h"
#include "server/log.h"
#include "server/reply.h"

static struct {
    config_row rows[CONFIG_ROWS_MAX];
    int count;
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
    if (s->flags & SETTING_DIRECTIVE) return;
    slice text = slice_of(s->initial);
    const char *why = config_take(row, 1, &text);
    if (why) panic("the default of %s is refused: %s", s->name, why);
    config_print(row, &row->initial);
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

/* What clients may see and set: not the lines of the file that are no settings. */
static config_row *find_setting(slice name) {
    config_row *row = config_find(name);
    return row && !(row->setting->flags & SETTING_DIRECTIVE) ? row : NULL;
}

bool config_get_text(slice name, bytes **out) {
    const config_row *row = find_setting(name);
    if (row) config_print(row, out);
    return row;
}

/* -- CONFIG GET ------------------------------------------------------------------------------- */

/* The name under which the caller wants it: as asked when asked by name, NULL when not at all. */
static slice name_asked(const call *c, const setting *s, const char *name) {
    unsigned hidden = name == s->alias ? SETTING_HIDDEN | SETTING_HIDDEN_ALIAS : SETTING_HIDDEN;
    for (int i = 2; i < c->argc; i++) {
        if (slice_is(c->argv[i], name)) return c->argv[i];
        if (!(s->flags & hidden) && text_glob(c->argv[i], slice_of(name), true)) return slice_of(name);
    }
    return (slice){ NULL, 0 };
}

static long reply_if_asked(call *c, const config_row *row, const char *name) {
    slice shown = name ? name_asked(c, row->setting, name) : (slice){ NULL, 0 };
    if (!shown.at) return 0;
    bytes *value = NULL;
    config_print(row, &value);
    reply_bulk(c, shown);
    reply_bulk(c, bytes_slice(value));
    bytes_free(value);
    return 1;
}

static void config_get(call *c) {
    long n = 0;
    open_reply place = reply_later(c);
    for (int i = 0; i < state.count; i++) {
        const setting *s = state.rows[i].setting;
        if (s->flags & SETTING_DIRECTIVE) continue;
        n += reply_if_asked(c, &state.rows[i], s->name);
        n += reply_if_asked(c, &state.rows[i], s->alias);
    }
    reply_later_map(c, place, n);
}

/* -- CONFIG SET: all or nothing ------------------------------------------------------------------ */

typedef struct change { config_row *row; slice name, value; bytes *before; bool done; } change;

static bool is_local(const client *k) {
    return k->peer.local || !strncmp(k->peer.text, "127.", 4) || !strcmp(k->peer.text, "::1");
}

static bool may_touch_protected(const client *k) {
    bytes *value = NULL;
    config_get_text(SLICE("enable-protected-configs"), &value);
    bool may = slice_is(bytes_slice(value), "yes") || (slice_is(bytes_slice(value), "local") && is_local(k));
    bytes_free(value);
    return may;
}

static const char *may_change(const client *k, const change *list, int at) {
    unsigned flags = list[at].row->setting->flags;
    for (int i = 0; i < at; i++) {
        if (list[i].row == list[at].row && slice_same(list[i].name, list[at].name)) return "duplicate parameter";
    }
    if (flags & SETTING_IMMUTABLE) return "can't set immutable config";
    return flags & SETTING_PROTECTED && !may_touch_protected(k) ? "can't set protected config" : NULL;
}

static void roll_back(change *list, int count) {
    for (int i = count - 1; i >= 0; i--) {
        if (!list[i].done) continue;
        slice before = bytes_slice(list[i].before);
        config_take(list[i].row, 1, &before);
        if (list[i].row->setting->apply) list[i].row->setting->apply();
    }
}

/* Values first, then the hooks; NULL when all went well, else why, with *at the culprit. */
static const char *set_all(const client *k, change *list, int count, int *at) {
    const char *why = NULL;
    for (*at = 0; *at < count; ++*at) if ((why = may_change(k, list, *at))) return why;
    for (*at = 0; *at < count; ++*at) {
        change *x = &list[*at];
        config_print(x->row, &x->before);
        if ((why = config_take(x->row, 1, &x->value))) break;
        x->done = true;
    }
    for (int i = 0; !why && i < count; i++) {
        *at = i;
        if (list[i].row->setting->apply) why = list[i].row->setting->apply();
    }
    if (why) {
        roll_back(list, count);
        return why;
    }
    for (int i = 0; i < count; i++) {
        list[i].row->named = true;
        config_warn_if_absent(list[i].row);
    }
    return NULL;
}

/* Finds every setting named; false when it has replied why not. */
static bool find_all(call *c, change *list, int count) {
    for (int i = 0; i < count; i++) {
        slice name = c->argv[2 + 2 * i];
        list[i] = (change){ .row = find_setting(name), .name = name, .value = c->argv[3 + 2 * i] };
        if (list[i].row) continue;
        reply_errorf(c, "ERR Unknown option or number of arguments for CONFIG SET - '%.*s'", SLICE_ARGS(name));
        return false;
    }
    for (int i = 0; execute_loading() && i < count; i++) {
        if (!(list[i].row->setting->flags & SETTING_NO_LOADING)) continue;
        reply_error(c, "LOADING Redis is loading the dataset in memory");
        return false;
    }
    return true;
}

static void config_set(call *c) {
    if (c->argc % 2) {
        reply_syntax_error(c);
        return;
    }
    int count = (c->argc - 2) / 2, at = 0;
    change *list = memory_zero((size_t)count * sizeof *list);
    if (find_all(c, list, count)) {
        const char *why = set_all(c->client, list, count, &at);
        slice name = list[at < count ? at : 0].name;
        if (!why) reply_ok(c);
        else reply_errorf(c, "ERR CONFIG SET failed (possibly related to argument '%.*s') - %s", SLICE_ARGS(name), why);
    }
    for (int i = 0; i < count; i++) bytes_free(list[i].before);
    memory_free(list, (size_t)count * sizeof *list);
}

/* -- the others ------------------------------------------------------------------------------------ */

static void config_rewrite_command(call *c) {
    const char *why = config_rewrite(false);
    if (why) {
        log_warning("CONFIG REWRITE failed: %s", why);
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
    { "config|get", config_get, ADMIN | NOSCRIPT | LOADING | STALE, 0, "parameter ...^7.0.0", "2.0.0",
      "O(N) when N is the number of configuration parameters provided", "Shows the settings that match." },
    { "config|set", config_set, ADMIN | NOSCRIPT | LOADING | STALE, 0, "(data: parameter value) ...^7.0.0", "2.0.0",
      "O(N) when N is the number of configuration parameters provided", "Changes settings, all or none.",
      .tips = "request_policy:all_nodes response_policy:all_succeeded" },
    { "config|resetstat", config_resetstat, ADMIN | NOSCRIPT | LOADING | STALE, 0, "", "2.0.0", "O(1)",
      "Sets INFO's counters to zero.",
      .tips = "request_policy:all_nodes response_policy:all_succeeded" },
    { "config|rewrite", config_rewrite_command, ADMIN | NOSCRIPT | LOADING | STALE, 0, "", "2.8.0", "O(1)",
      "Writes the settings now in force into the file the server was started with.",
      .tips = "request_policy:all_nodes response_policy:all_succeeded" },
    { "config|help", config_help, LOADING | STALE, 0, "", "5.0.0", "O(1)", "Tells what CONFIG can do." },
    { 0 }
};

const feature config = { .name = "server", .commands = commands };
