/* acl_selector.c -- rules about commands, keys and channels (behaviour.md 15.1). */
#include "server/acl_selector.h"
#include "base/memory.h"
#include "base/text.h"
#include "server/category.h"
#include "server/feature.h"

static struct { int channels_default; } state;

static const char syntax_error[] = "Syntax error", unknown[] = "Unknown command or category name in ACL";

/* -- life ------------------------------------------------------------------------------------------ */

acl_selector *acl_selector_new(void) {
    acl_selector *s = memory_zero(sizeof *s);
    s->all_channels = state.channels_default == 0;
    return s;
}

static void patterns_free(acl_pattern **list) {
    while (*list) {
        acl_pattern *p = *list;
        *list = p->next;
        bytes_free(p->text);
        memory_free(p, sizeof *p);
    }
}

static void firsts_free(acl_selector *s, int index) {
    for (acl_first **at = &s->firsts; *at;) {
        acl_first *f = *at;
        if (index >= 0 && f->command != index) {
            at = &f->next;
            continue;
        }
        *at = f->next;
        bytes_free(f->argument);
        memory_free(f, sizeof *f);
    }
}

void acl_selector_free(acl_selector *s) {
    patterns_free(&s->keys);
    patterns_free(&s->channels);
    firsts_free(s, -1);
    bytes_free(s->rules);
    memory_free(s, sizeof *s);
}

static void pattern_add(acl_pattern **list, slice text, unsigned access) {
    while (*list && !slice_equal(bytes_slice((*list)->text), text)) list = &(*list)->next;
    if (*list) {
        (*list)->access |= access;
        return;
    }
    *list = memory_alloc(sizeof **list);
    **list = (acl_pattern){ NULL, bytes_copy(text), access };
}

static void first_add(acl_selector *s, int index, slice argument) {
    for (const acl_first *f = s->firsts; f; f = f->next) {
        if (f->command == index && slice_same(bytes_slice(f->argument), argument)) return;
    }
    acl_first *f = memory_alloc(sizeof *f);
    *f = (acl_first){ s->firsts, index, bytes_copy(argument) };
    s->firsts = f;
}

acl_selector *acl_selector_copy(const acl_selector *s) {
    acl_selector *copy = memory_alloc(sizeof *copy);
    *copy = *s;
    copy->next = NULL;
    copy->keys = copy->channels = NULL;
    copy->firsts = NULL;
    copy->rules = s->rules ? bytes_copy(bytes_slice(s->rules)) : NULL;
    for (const acl_pattern *p = s->keys; p; p = p->next) pattern_add(&copy->keys, bytes_slice(p->text), p->access);
    for (const acl_pattern *p = s->channels; p; p = p->next) pattern_add(&copy->channels, bytes_slice(p->text), p->access);
    for (const acl_first *f = s->firsts; f; f = f->next) first_add(copy, f->command, bytes_slice(f->argument));
    return copy;
}

/* -- the remembered rules -------------------------------------------------------------------------- */

static bool concerns(slice rule, slice name, bool with_subcommands) {
    slice of = { rule.at + 1, rule.len - 1 };
    if (slice_equal(of, name)) return true;
    return with_subcommands && of.len > name.len && of.at[name.len] == '|' && slice_starts(of, name);
}

/* What is said of a command replaces what was said of it before, and of its subcommands. */
static void remember_rule(acl_selector *s, bool allow, slice name) {
    bytes *lower = bytes_copy(name), *kept = NULL;
    text_to_lower(lower->at, lower->len);
    bool bare = !memchr(lower->at, '|', lower->len) && lower->at[0] != '@';
    slice rest = bytes_slice(s->rules);
    while (rest.len) {
        const char *blank = memchr(rest.at, ' ', rest.len);
        slice rule = { rest.at, blank ? (size_t)(blank - rest.at) : rest.len };
        rest.at += rule.len + (blank != NULL);
        rest.len -= rule.len + (blank != NULL);
        if (concerns(rule, bytes_slice(lower), bare)) continue;
        if (kept) bytes_append_char(&kept, ' ');
        bytes_append(&kept, rule);
    }
    if (kept) bytes_append_char(&kept, ' ');
    bytes_append_char(&kept, allow ? '+' : '-');
    bytes_append(&kept, bytes_slice(lower));
    bytes_free(s->rules);
    bytes_free(lower);
    s->rules = kept;
}

/* -- commands ------------------------------------------------------------------------------------- */

static void set_command(acl_selector *s, const command_info *k, bool allow) {
    uint64_t bit = 1ull << k->index % 64;
    if (allow) s->allowed[k->index / 64] |= bit;
    else s->allowed[k->index / 64] &= ~bit;
    if (!allow) s->all_commands = false;
    firsts_free(s, k->index);
    for (int i = 0; i < k->subcommand_count; i++) set_command(s, k->subcommands[i], allow);
}

static void set_all(acl_selector *s, bool allow) {
    memset(s->allowed, allow ? 0xFF : 0, sizeof s->allowed);
    s->all_commands = s->base_all = allow;
    firsts_free(s, -1);
    bytes_free(s->rules);
    s->rules = NULL;
}

static const char *apply_category(acl_selector *s, bool allow, slice name) {
    if (slice_is(name, "@all")) return set_all(s, allow), NULL;
    enum category category = category_find((slice){ name.at + 1, name.len - 1 });
    if (category == CATEGORY_COUNT) return unknown;
    for (int i = 0; i < command_index_count(); i++) {
        const command_info *k = command_by_index(i);
        if (k->categories >> category & 1) set_command(s, k, allow);
    }
    remember_rule(s, allow, name);
    return NULL;
}

/* "+select|0": no subcommand, but a first argument; what stands behind the last bar. */
static const char *apply_first(acl_selector *s, slice name) {
    size_t bar = name.len;
    while (name.at[bar - 1] != '|') bar--;
    slice argument = { name.at + bar, name.len - bar };
    command_info *k = command_by_name((slice){ name.at, bar - 1 });
    if (!k) return unknown;
    if (k->parent) return "Allowing first-arg of a subcommand is not supported";
    if (k->subcommand_count) return unknown;
    if (!argument.len) return syntax_error;
    first_add(s, k->index, argument);
    remember_rule(s, true, name);
    return NULL;
}

static const char *apply_command(acl_selector *s, bool allow, slice name) {
    command_info *k = command_by_name(name);
    if (k) {
        set_command(s, k, allow);
        remember_rule(s, allow, name);
        return NULL;
    }
    return allow && memchr(name.at, '|', name.len) ? apply_first(s, name) : unknown;
}

/* -- keys and channels -------------------------------------------------------------------------------- */

static bool has_blank(slice s) {
    for (size_t i = 0; i < s.len; i++) if (s.at[i] == ' ' || !s.at[i] || (s.at[i] >= '\t' && s.at[i] <= '\r')) return true;
    return false;
}

static const char *set_all_keys(acl_selector *s, bool all) {
    patterns_free(&s->keys);
    s->all_keys = all;
    return NULL;
}

static const char *set_all_channels(acl_selector *s, bool all) {
    patterns_free(&s->channels);
    s->all_channels = all;
    return NULL;
}

/* ~pattern, or %R~pattern with the access that is allowed. */
static const char *apply_key(acl_selector *s, slice rule) {
    unsigned access = 0;
    size_t at = 1;
    if (s->all_keys) {
        return "Adding a pattern after the * pattern (or the 'allkeys' flag) is not valid and does not have any effect. Try "
               "'resetkeys' to start with an empty list of patterns";
    }
    if (rule.at[0] == '~') access = ACL_READ | ACL_WRITE;
    else for (; at < rule.len && rule.at[at] != '~'; at++) {
        unsigned bit = text_lower(rule.at[at]) == 'r' ? ACL_READ : text_lower(rule.at[at]) == 'w' ? ACL_WRITE : 0;
        if (!bit || access & bit) return syntax_error;
        access |= bit;
    }
    if (!access) return syntax_error;
    if (rule.at[0] == '%' && at < rule.len) at++;           /* without ~ the pattern is empty: 8.0.2 takes it */
    slice pattern = { rule.at + at, rule.len - at };
    if (has_blank(pattern)) return syntax_error;
    pattern_add(&s->keys, pattern, access);
    return NULL;
}

static const char *apply_channel(acl_selector *s, slice rule) {
    slice pattern = { rule.at + 1, rule.len - 1 };
    if (s->all_channels) {
        return "Adding a pattern after the * pattern (or the 'allchannels' flag) is not valid and does not have any effect. Try "
               "'resetchannels' to start with an empty list of channels";
    }
    if (has_blank(pattern)) return syntax_error;
    pattern_add(&s->channels, pattern, ACL_READ);
    return NULL;
}

const char *acl_selector_apply(acl_selector *s, slice rule) {
    if (slice_is(rule, "allkeys") || slice_is(rule, "~*")) return set_all_keys(s, true);
    if (slice_is(rule, "resetkeys")) return set_all_keys(s, false);
    if (slice_is(rule, "allchannels") || slice_is(rule, "&*")) return set_all_channels(s, true);
    if (slice_is(rule, "resetchannels")) return set_all_channels(s, false);
    if (slice_is(rule, "allcommands")) return set_all(s, true), NULL;
    if (slice_is(rule, "nocommands")) return set_all(s, false), NULL;
    if (!rule.len) return syntax_error;
    slice name = { rule.at + 1, rule.len - 1 };
    switch (rule.at[0]) {
    case '~': case '%': return apply_key(s, rule);
    case '&': return apply_channel(s, rule);
    case '+': case '-':
        if (!name.len) return unknown;
        return name.at[0] == '@' ? apply_category(s, rule.at[0] == '+', name) : apply_command(s, rule.at[0] == '+', name);
    default: return syntax_error;
    }
}

static const setting settings[] = {
    { "acl-pubsub-default", SETTING_ENUM, &state.channels_default, "resetchannels", .words = "allchannels|resetchannels" },
    { 0 }
};

const feature acl_selectors = { .name = "server", .settings = settings };
