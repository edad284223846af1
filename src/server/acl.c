/* acl.c -- the users, logging in, and the answer to "may he?". */
#include "server/acl.h"
#include "base/memory.h"
#include "base/text.h"
#include "data/rax.h"
#include "server/acl_log.h"
#include "server/acl_rights.h"
#include "server/client.h"
#include "server/execute.h"
#include "server/feature.h"
#include "server/log.h"
#include "server/pubsub.h"

/* A `user` line of redis.conf, kept until every setting is known. */
typedef struct line { struct line *next; bytes *name; bytes **rules; int count; } line;

static struct {
    rax *users;                             /* by name */
    acl_user *standard;                     /* the one named default */
    bytes *password;                        /* requirepass */
    line *lines;
    bytes *text;                            /* the latest refusal */
} state;

/* -- users ----------------------------------------------------------------------------------------- */

static acl_user *user_open(slice name) {
    void *found;
    if (!state.users) state.users = rax_new();
    if (rax_get(state.users, name, &found)) return found;
    acl_user *u = memory_alloc(sizeof *u);
    *u = (acl_user){ .name = bytes_copy(name), .rights = acl_rights_new() };
    rax_set(state.users, name, u, NULL);
    return u;
}

acl_user *acl_default_user(void) {
    if (state.standard) return state.standard;
    static const char *const rules[] = { "on", "nopass", "~*", "&*", "+@all" };
    state.standard = user_open(SLICE("default"));
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) acl_rights_apply(state.standard->rights, slice_of(rules[i]));
    state.standard->unrestricted = true;
    return state.standard;
}

acl_user *acl_user_find(slice name) {
    void *found = NULL;
    acl_default_user();
    return rax_get(state.users, name, &found) ? found : NULL;
}

slice acl_user_name(const acl_user *u) { return bytes_slice(u->name); }

bool acl_default_is_open(void) {
    const acl_rights *r = acl_default_user()->rights;
    return r->on && r->nopass;
}

void acl_each_user(void (*each)(const acl_user *u, void *context), void *context) {
    rax_walk walk;
    acl_default_user();
    rax_walk_start(&walk, state.users);
    rax_seek(&walk, (slice){ "", 0 }, false);
    while (rax_next(&walk)) each(walk.value, context);
    rax_walk_stop(&walk);
}

void acl_describe_user(const acl_user *u, bytes **out) {
    bytes_append_text(out, "user ");
    bytes_append(out, bytes_slice(u->name));
    bytes_append_char(out, ' ');
    acl_rights_describe(u->rights, out);
}

bool acl_name_valid(slice name) {
    for (size_t i = 0; i < name.len; i++) {
        if (!name.at[i] || name.at[i] == ' ' || (name.at[i] >= '\t' && name.at[i] <= '\r')) return false;
    }
    return true;
}

/* The caller is answered before he is cut off. */
static void end_client(client *k) {
    const call *c = execute_running();
    while (c && c->outer) c = c->outer;
    if (c && c->client == k) client_close_when_sent(k);
    else client_close(k);
}

void acl_install(slice name, acl_rights *r) {
    acl_default_user();
    acl_user *u = user_open(name);
    acl_rights_free(u->rights);
    u->rights = r;
    u->unrestricted = acl_rights_unrestricted(r);
    for (client *k = client_first(); k && !u->unrestricted; k = k->next) {
        if (k->user == u && k->flags & CLIENT_PUBSUB && !pubsub_within(k, u)) end_client(k);
    }
}

bool acl_remove_user(slice name) {
    void *found;
    if (!acl_user_find(name) || !rax_remove(state.users, name, &found)) return false;
    acl_user *u = found;
    for (client *k = client_first(); k; k = k->next) {
        if (k->user != u) continue;
        k->user = acl_default_user();
        k->flags &= ~(unsigned)CLIENT_AUTHENTICATED;
        end_client(k);
    }
    acl_rights_free(u->rights);
    bytes_free(u->name);
    memory_free(u, sizeof *u);
    return true;
}

/* -- rules ------------------------------------------------------------------------------------------- */

#define SAY(...) (bytes_free(state.text), state.text = NULL, bytes_printf(&state.text, __VA_ARGS__), state.text->at)

void acl_free_rules(bytes **rules, int count) {
    for (int i = 0; i < count; i++) bytes_free(rules[i]);
    memory_free(rules, (size_t)count * sizeof *rules);
}

const char *acl_join_rules(int count, const slice *words, bytes ***rules, int *rule_count) {
    bytes **out = memory_zero((size_t)count * sizeof *out);
    int n = 0;
    int opened = 0;                         /* the word with the last parenthesis */
    bool open = false;
    for (int i = 0; i < count; i++) {
        slice word = words[i];
        if (open) bytes_append_char(&out[n], ' ');
        else if (word.len && word.at[0] == '(') open = true, opened = i;
        bytes_append(&out[n], word);
        if (!out[n]) out[n] = bytes_new(0);
        if (open && word.len && word.at[word.len - 1] == ')') open = false;
        n += !open;
    }
    const char *why = open ? SAY("Unmatched parenthesis in acl selector starting at '%.*s'.", SLICE_ARGS(words[opened])) : NULL;
    n += open;
    *rules = memory_resize(out, (size_t)count * sizeof *out, (size_t)n * sizeof *out);
    *rule_count = n;
    if (why) acl_free_rules(*rules, n);
    return why;
}

static const char *apply_all(acl_rights *r, bytes **rules, int count) {
    for (int i = 0; i < count; i++) {
        const char *why = acl_rights_apply(r, bytes_slice(rules[i]));
        if (why) return SAY("ERR Error in ACL SETUSER modifier '%.*s': %s", SLICE_ARGS(bytes_slice(rules[i])), why);
    }
    return NULL;
}

const char *acl_set_user(slice name, int count, const slice *words) {
    bytes **rules;
    int rule_count;
    if (!acl_name_valid(name)) return "ERR Usernames can't contain spaces or null characters";
    const char *why = acl_join_rules(count, words, &rules, &rule_count);
    if (why) {
        bytes *plain = bytes_copy(slice_of(why));
        why = SAY("ERR %s", plain->at);
        bytes_free(plain);
        return why;
    }
    const acl_user *old = acl_user_find(name);
    acl_rights *r = old ? acl_rights_copy(old->rights) : acl_rights_new();
    why = apply_all(r, rules, rule_count);
    acl_free_rules(rules, rule_count);
    if (why) acl_rights_free(r);
    else acl_install(name, r);
    return why;
}

/* -- may he? -------------------------------------------------------------------------------------------- */

static slice object_of(const call *c, enum acl_denial denial, int at) {
    return denial == ACL_NO_COMMAND ? slice_of(c->command->name) : c->argv[at];
}

static enum acl_denial check(const call *c) {
    const acl_user *u = c->client->user;
    int at;
    enum acl_denial denial = acl_rights_check(u->rights, c->command, c->argc, c->argv, &at);
    if (denial == ACL_FINE) return denial;
    enum acl_reason reason = denial == ACL_NO_COMMAND ? ACL_LOG_COMMAND : denial == ACL_NO_KEY ? ACL_LOG_KEY : ACL_LOG_CHANNEL;
    acl_log_add(reason, c, object_of(c, denial, at), bytes_slice(u->name));
    return denial;
}

const char *acl_refusal(const call *c) {
    switch (check(c)) {
    case ACL_FINE: return NULL;
    case ACL_NO_KEY: return "NOPERM No permissions to access a key";
    case ACL_NO_CHANNEL: return "NOPERM No permissions to access a channel";
    default: return SAY("NOPERM User %.*s has no permissions to run the '%s' command", SLICE_ARGS(acl_user_name(c->client->user)),
                        c->command->name);
    }
}

const char *acl_exec_refusal(const call *c) {
    switch (check(c)) {
    case ACL_FINE: return NULL;
    case ACL_NO_KEY: return "no permission to touch the specified keys";
    case ACL_NO_CHANNEL: return "no permission to access one of the channels used as arguments to the command";
    default: return "no permission to execute the command or subcommand";
    }
}

bool acl_reads_all(const call *c) {
    const acl_user *u = c->client->user;
    return acl_unrestricted(u) || acl_rights_reach_all(u->rights, ACL_READ, c->command, c->argc, c->argv);
}

bool acl_may_name(const acl_user *u, slice key) { return acl_unrestricted(u) || acl_rights_key(u->rights, key, 0); }

bool acl_may_listen(const acl_user *u, slice channel, bool pattern) {
    return acl_unrestricted(u) || acl_rights_channel(u->rights, channel, pattern);
}

bool acl_log_in(client *k, slice name, slice password) {
    acl_user *u = acl_user_find(name);
    const acl_rights *r = u ? u->rights : acl_default_user()->rights;
    bool known = acl_rights_password(r, password);
    if (u && r->on && (known || r->nopass)) {
        k->user = u;
        k->flags |= CLIENT_AUTHENTICATED;
        return true;
    }
    const call *c = execute_running();
    if (c) acl_log_add(ACL_LOG_AUTH, c, c->argv[0], name);
    return false;
}

/* -- redis.conf --------------------------------------------------------------------------------------------- */

/* requirepass is another word for the password of the default user. */
static const char *apply_password(void) {
    acl_rights *r = acl_rights_copy(acl_default_user()->rights);
    bool some = state.password && state.password->len;
    acl_rights_apply(r, some ? SLICE("resetpass") : SLICE("nopass"));
    if (some) {
        bytes *rule = bytes_copy(SLICE(">"));
        bytes_append(&rule, bytes_slice(state.password));
        acl_rights_apply(r, bytes_slice(rule));
        bytes_free(rule);
    }
    acl_install(SLICE("default"), r);
    return NULL;
}

static const char *check_line(const line *l) {
    for (const line *x = state.lines; x; x = x->next) {
        if (slice_equal(bytes_slice(x->name), bytes_slice(l->name)))
            return "Duplicate user found. A user can only be defined once in config files";
    }
    acl_rights *r = acl_rights_new();
    const char *why = NULL;
    for (int i = 0; i < l->count && !why; i++) why = acl_rights_apply(r, bytes_slice(l->rules[i]));
    acl_rights_free(r);
    return why;
}

static const char *take_line(int argc, const slice *argv) {
    if (argc < 1 || !acl_name_valid(argv[0])) return "Error in user declaration";
    line *l = memory_zero(sizeof *l);
    const char *why = acl_join_rules(argc - 1, argv + 1, &l->rules, &l->count);
    if (why) {
        memory_free(l, sizeof *l);
        return why;
    }
    l->name = bytes_copy(argv[0]);
    why = check_line(l);
    if (why) {
        why = SAY("Error in user declaration '%s': %s", l->name->at, why);
        acl_free_rules(l->rules, l->count);
        bytes_free(l->name);
        memory_free(l, sizeof *l);
        return why;
    }
    line **at = &state.lines;
    while (*at) at = &(*at)->next;
    *at = l;
    return NULL;
}

static void apply_line(line *l) {
    acl_rights *r = acl_rights_new();       /* also for the default user: a line says all that it may */
    for (int i = 0; i < l->count; i++) acl_rights_apply(r, bytes_slice(l->rules[i]));
    acl_install(bytes_slice(l->name), r);
    acl_free_rules(l->rules, l->count);
    bytes_free(l->name);
    memory_free(l, sizeof *l);
}

static void start(void) {
    acl_default_user();
    if (state.lines && acl_file_configured()) {
        log_warning("Configuring Redis with users defined in redis.conf and at the same setting an ACL file path is invalid. This "
                    "setup is very likely to lead to configuration errors and security holes, please define either an ACL file or "
                    "declare users directly in your redis.conf, but not both.");
        os_exit(1);
    }
    while (state.lines) {
        line *l = state.lines;
        state.lines = l->next;
        apply_line(l);
    }
    const char *why = acl_file_configured() ? acl_file_load() : NULL;
    if (!why) return;
    log_warning("Aborting Redis startup because of ACL errors: %s", why);
    os_exit(1);
}

static void emit_user(const acl_user *u, void *context) {
    void (*const *emit)(slice rest) = context;
    bytes *text = NULL;
    acl_describe_user(u, &text);
    (*emit)((slice){ text->at + strlen("user "), text->len - strlen("user ") });
    bytes_free(text);
}

static void emit_lines(void (*emit)(slice rest)) {
    if (!acl_file_configured()) acl_each_user(emit_user, &emit);
}

static const setting settings[] = {
    { "requirepass", SETTING_TEXT, &state.password, "", .flags = SETTING_SECRET, .apply = apply_password },
    { "user", SETTING_SPECIAL, NULL, "", .flags = SETTING_DIRECTIVE, .set = take_line, .lines = emit_lines },
    { 0 }
};

const feature acl = { .name = "server", .settings = settings, .start = start };
