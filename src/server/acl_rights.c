/* acl_rights.c -- a user's passwords and selectors: rules in, descriptions out, and the test of a call (behaviour.md 15). */
#include "server/acl_rights.h"
#include "base/memory.h"
#include "base/hash.h"
#include "base/text.h"
#include "server/acl_selector.h"

enum { KEYS_AT_ONCE = 64 };

acl_rights *acl_rights_new(void) {
    acl_rights *r = memory_zero(sizeof *r);
    r->selectors = acl_selector_new();
    return r;
}

static void selectors_free(acl_selector **list) {
    while (*list) {
        acl_selector *s = *list;
        *list = s->next;
        acl_selector_free(s);
    }
}

static void passwords_free(acl_rights *r) {
    while (r->passwords) {
        acl_password *p = r->passwords;
        r->passwords = p->next;
        memory_free(p, sizeof *p);
    }
}

void acl_rights_free(acl_rights *r) {
    selectors_free(&r->selectors);
    passwords_free(r);
    memory_free(r, sizeof *r);
}

acl_rights *acl_rights_copy(const acl_rights *r) {
    acl_rights *copy = memory_alloc(sizeof *copy);
    *copy = (acl_rights){ r->on, r->nopass, r->unchecked_payload, NULL, NULL };
    acl_selector **at = &copy->selectors;
    for (const acl_selector *s = r->selectors; s; s = s->next, at = &(*at)->next) *at = acl_selector_copy(s);
    acl_password **tail = &copy->passwords;
    for (const acl_password *p = r->passwords; p; p = p->next, tail = &(*tail)->next) {
        *tail = memory_alloc(sizeof **tail);
        **tail = *p;
        (*tail)->next = NULL;
    }
    return copy;
}

/* -- passwords ------------------------------------------------------------------------------------- */

static void hash_password(slice password, char out[ACL_HASH_LEN]) {
    uint8_t raw[32];
    sha256_of(password, raw);
    text_hex(out, raw, sizeof raw);
}

static acl_password **password_find(acl_rights *r, const char *hash) {
    acl_password **at = &r->passwords;
    while (*at && memcmp((*at)->hash, hash, ACL_HASH_LEN)) at = &(*at)->next;
    return at;
}

static const char *password_add(acl_rights *r, const char *hash) {
    acl_password **at = password_find(r, hash);
    r->nopass = false;
    if (*at) return NULL;
    *at = memory_alloc(sizeof **at);
    (*at)->next = NULL;
    memcpy((*at)->hash, hash, ACL_HASH_LEN);
    return NULL;
}

static const char *password_remove(acl_rights *r, const char *hash) {
    acl_password **at = password_find(r, hash), *p = *at;
    if (!p) return "The password you are trying to remove from the user does not exist";
    *at = p->next;
    memory_free(p, sizeof *p);
    return NULL;
}

static bool is_hash(slice s) {
    if (s.len != ACL_HASH_LEN) return false;
    for (size_t i = 0; i < s.len; i++) if (!strchr("0123456789abcdef", s.at[i]) || !s.at[i]) return false;
    return true;
}

static const char *apply_password(acl_rights *r, slice rule) {
    char hash[ACL_HASH_LEN];
    slice text = { rule.at + 1, rule.len - 1 };
    bool hashed = rule.at[0] == '#' || rule.at[0] == '!';

    if (hashed && !is_hash(text))
        return "The password hash must be exactly 64 characters and contain only lowercase hexadecimal characters";
    if (hashed) memcpy(hash, text.at, ACL_HASH_LEN);
    else hash_password(text, hash);
    return rule.at[0] == '>' || rule.at[0] == '#' ? password_add(r, hash) : password_remove(r, hash);
}

bool acl_rights_password(const acl_rights *r, slice password) {
    char hash[ACL_HASH_LEN];
    bool found = false;
    hash_password(password, hash);
    for (const acl_password *p = r->passwords; p; p = p->next) found |= hash_constant_time_equal(p->hash, hash, ACL_HASH_LEN);
    return found;
}

/* -- rules --------------------------------------------------------------------------------------------- */

/* "(+get ~a)": a selector of its own. */
static const char *apply_selector(acl_rights *r, slice rule) {
    if (rule.at[rule.len - 1] != ')') return "Syntax error";
    acl_selector *s = acl_selector_new();
    slice rest = { rule.at + 1, rule.len - 2 };
    while (rest.len) {
        const char *blank = memchr(rest.at, ' ', rest.len);
        slice word = { rest.at, blank ? (size_t)(blank - rest.at) : rest.len };
        rest.at += word.len + (blank != NULL);
        rest.len -= word.len + (blank != NULL);
        const char *why = word.len ? acl_selector_apply(s, word) : NULL;
        if (!why) continue;
        acl_selector_free(s);
        return why;
    }
    acl_selector **at = &r->selectors;
    while (*at) at = &(*at)->next;
    *at = s;
    return NULL;
}

static const char *reset(acl_rights *r) {
    selectors_free(&r->selectors);
    passwords_free(r);
    *r = (acl_rights){ .selectors = acl_selector_new() };
    return NULL;
}

const char *acl_rights_apply(acl_rights *r, slice rule) {
    if (!rule.len) return NULL;
    if (slice_is(rule, "on")) return r->on = true, NULL;
    if (slice_is(rule, "off")) return r->on = false, NULL;
    if (slice_is(rule, "nopass")) return passwords_free(r), r->nopass = true, NULL;
    if (slice_is(rule, "resetpass")) return passwords_free(r), r->nopass = false, NULL;
    if (slice_is(rule, "sanitize-payload")) return r->unchecked_payload = false, NULL;
    if (slice_is(rule, "skip-sanitize-payload")) return r->unchecked_payload = true, NULL;
    if (slice_is(rule, "clearselectors")) return selectors_free(&r->selectors->next), NULL;
    if (slice_is(rule, "reset")) return reset(r);
    if (strchr("><#!", rule.at[0])) return apply_password(r, rule);
    return rule.at[0] == '(' ? apply_selector(r, rule) : acl_selector_apply(r->selectors, rule);
}

/* -- descriptions ----------------------------------------------------------------------------------------- */

void acl_describe_commands(const acl_selector *s, bytes **out) {
    bytes_append_text(out, s->base_all ? "+@all" : "-@all");
    if (s->rules) bytes_printf(out, " %s", s->rules->at);
}

static void describe_patterns(const acl_pattern *p, const char *mark, bytes **out) {
    for (bool first = true; p; p = p->next, first = false) {
        if (!first) bytes_append_char(out, ' ');
        if (mark) bytes_append_text(out, mark);
        else bytes_append_text(out, p->access == ACL_READ ? "%R~" : p->access == ACL_WRITE ? "%W~" : "~");
        bytes_append(out, bytes_slice(p->text));
    }
}

void acl_describe_keys(const acl_selector *s, bytes **out) {
    if (s->all_keys) bytes_append_text(out, "~*");
    else describe_patterns(s->keys, NULL, out);
}

void acl_describe_channels(const acl_selector *s, bytes **out) {
    if (s->all_channels) bytes_append_text(out, "&*");
    else describe_patterns(s->channels, "&", out);
}

static void describe_selector(const acl_selector *s, bytes **out) {
    acl_describe_keys(s, out);
    if (s->all_keys || s->keys) bytes_append_char(out, ' ');
    if (!s->all_channels) bytes_append_text(out, "resetchannels ");
    acl_describe_channels(s, out);
    if (s->all_channels || s->channels) bytes_append_char(out, ' ');
    acl_describe_commands(s, out);
}

void acl_rights_describe(const acl_rights *r, bytes **out) {
    bytes_append_text(out, r->on ? "on " : "off ");
    if (r->nopass) bytes_append_text(out, "nopass ");
    bytes_append_text(out, r->unchecked_payload ? "skip-sanitize-payload " : "sanitize-payload ");
    for (const acl_password *p = r->passwords; p; p = p->next) bytes_printf(out, "#%.*s ", ACL_HASH_LEN, p->hash);
    describe_selector(r->selectors, out);
    for (const acl_selector *s = r->selectors->next; s; s = s->next) {
        bytes_append_text(out, " (");
        describe_selector(s, out);
        bytes_append_char(out, ')');
    }
}

/* -- the test ------------------------------------------------------------------------------------------------ */

bool acl_rights_unrestricted(const acl_rights *r) {
    const acl_selector *s = r->selectors;
    return s->all_commands && s->all_keys && s->all_channels;
}

static bool allows_command(const acl_selector *s, const command_info *k, int argc, const slice *argv) {
    if (s->all_commands || k->flags & NO_AUTH || s->allowed[k->index / 64] >> k->index % 64 & 1) return true;
    for (const acl_first *f = s->firsts; f && argc > 1; f = f->next) {
        if (f->command == k->index && slice_same(bytes_slice(f->argument), argv[1])) return true;
    }
    return false;
}

static bool allows_key(const acl_selector *s, slice key, unsigned access) {
    if (s->all_keys) return true;
    for (const acl_pattern *p = s->keys; p; p = p->next) {
        if ((p->access & access) == access && text_glob(bytes_slice(p->text), key, false)) return true;
    }
    return false;
}

static bool allows_channel(const acl_selector *s, slice channel, bool pattern) {
    if (s->all_channels) return true;
    for (const acl_pattern *p = s->channels; p; p = p->next) {
        slice allowed = bytes_slice(p->text);
        if (pattern ? slice_equal(allowed, channel) : text_glob(allowed, channel, false)) return true;
    }
    return false;
}

static unsigned access_of(unsigned key_access) {
    return (key_access & KEY_ACCESS ? ACL_READ : 0u) | (key_access & (KEY_INSERT | KEY_UPDATE | KEY_DELETE) ? ACL_WRITE : 0u);
}

/* The arguments that name channels: *last is 0 when there are none. Leaving a channel is always allowed. */
static void channels_of(const command_info *k, int argc, int *last, bool *pattern) {
    const char *name = k->row->name;
    *last = 0;
    *pattern = false;
    if (!(k->flags & PUBSUB)) return;
    if (!strcmp(name, "publish") || !strcmp(name, "spublish")) *last = 1;
    else if (!strcmp(name, "subscribe") || !strcmp(name, "ssubscribe")) *last = argc - 1;
    else if (!strcmp(name, "psubscribe")) *last = argc - 1, *pattern = true;
}

typedef struct keys {
    int count, *at;
    unsigned *accesses;
    size_t cap;                             /* of what was allocated because there are many; or 0 */
    int room[KEYS_AT_ONCE];
    unsigned access_room[KEYS_AT_ONCE];
} keys;

static void keys_find(keys *found, const command_info *k, int argc, const slice *argv) {
    found->at = found->room;
    found->accesses = found->access_room;
    found->count = command_keys(k, argc, argv, found->at, found->accesses, KEYS_AT_ONCE);
    found->cap = found->count > KEYS_AT_ONCE ? (size_t)found->count : 0;
    if (!found->cap) return;
    found->at = memory_alloc(found->cap * sizeof *found->at);
    found->accesses = memory_alloc(found->cap * sizeof *found->accesses);
    found->count = command_keys(k, argc, argv, found->at, found->accesses, (int)found->cap);
}

static void keys_forget(keys *found) {
    if (!found->cap) return;
    memory_free(found->at, found->cap * sizeof *found->at);
    memory_free(found->accesses, found->cap * sizeof *found->accesses);
}

static enum acl_denial check(const acl_selector *s, const command_info *k, int argc, const slice *argv, const keys *found, int *at) {
    bool pattern;
    int last;
    *at = 0;
    if (!allows_command(s, k, argc, argv)) return ACL_NO_COMMAND;
    for (int i = 0; i < found->count; i++) {
        *at = found->at[i];
        if (!allows_key(s, argv[*at], access_of(found->accesses[i]))) return ACL_NO_KEY;
    }
    channels_of(k, argc, &last, &pattern);
    for (*at = 1; *at <= last; ++*at) if (!allows_channel(s, argv[*at], pattern)) return ACL_NO_CHANNEL;
    return ACL_FINE;
}

static enum acl_denial check_all(const acl_rights *r, const command_info *k, int argc, const slice *argv, const keys *found, int *at) {
    enum acl_denial worst = ACL_NO_COMMAND;
    *at = 0;
    for (const acl_selector *s = r->selectors; s; s = s->next) {
        int here;
        enum acl_denial denial = check(s, k, argc, argv, found, &here);
        if (denial == ACL_FINE) return ACL_FINE;
        if (denial < worst || (denial == worst && here <= *at)) continue;
        worst = denial;
        *at = here;
    }
    return worst;
}

enum acl_denial acl_rights_check(const acl_rights *r, const command_info *k, int argc, const slice *argv, int *at) {
    keys found;
    keys_find(&found, k, argc, argv);
    enum acl_denial denial = check_all(r, k, argc, argv, &found, at);
    keys_forget(&found);
    return denial;
}

static bool all_keys(const acl_selector *s, unsigned access) {
    if (s->all_keys) return true;
    for (const acl_pattern *p = s->keys; p; p = p->next) {
        if ((p->access & access) == access && slice_is(bytes_slice(p->text), "*")) return true;
    }
    return false;
}

bool acl_rights_reach_all(const acl_rights *r, unsigned access, const command_info *k, int argc, const slice *argv) {
    keys found;
    int at;
    bool some = false;
    keys_find(&found, k, argc, argv);
    for (const acl_selector *s = r->selectors; s && !some; s = s->next) {
        some = all_keys(s, access) && check(s, k, argc, argv, &found, &at) == ACL_FINE;
    }
    keys_forget(&found);
    return some;
}

bool acl_rights_key(const acl_rights *r, slice key, unsigned access) {
    for (const acl_selector *s = r->selectors; s; s = s->next) if (allows_key(s, key, access)) return true;
    return false;
}

bool acl_rights_channel(const acl_rights *r, slice channel, bool pattern) {
    for (const acl_selector *s = r->selectors; s; s = s->next) if (allows_channel(s, channel, pattern)) return true;
    return false;
}
