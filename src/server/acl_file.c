/* acl_file.c -- the file of users (behaviour.md 15.4): read whole or not at all, replaced whole. */
#include "server/acl.h"
#include "base/memory.h"
#include "base/text.h"
#include "data/rax.h"
#include "os/os.h"
#include "server/acl_rights.h"
#include "server/feature.h"
#include "server/log.h"
#include <stdio.h>

static struct {
    bytes *path;
    bytes *mistakes;
} state;

bool acl_file_configured(void) { return state.path && state.path->len; }

/* -- reading ------------------------------------------------------------------------------------------ */

static bytes *read_file(const char *path) {
    int file = os_open(path, OS_LOOK);
    int64_t size = file < 0 ? -1 : os_size(file);
    bytes *text = NULL;
    if (size >= 0 && size < INT32_MAX) {
        text = bytes_new((size_t)size);
        ptrdiff_t got = os_read_at(file, text->at, (size_t)size, 0);
        text->len = got > 0 ? (size_t)got : 0;
        text->at[text->len] = 0;
    }
    if (file >= 0) os_close(file);
    return text;
}

static slice trimmed(slice s) {
    while (s.len && memchr(" \t\r\n", s.at[0], 4)) s.at++, s.len--;
    while (s.len && memchr(" \t\r\n", s.at[s.len - 1], 4)) s.len--;
    return s;
}

static int words_of(slice text, slice *out, int cap) {
    int n = 0;
    while (text.len && n < cap) {
        const char *blank = memchr(text.at, ' ', text.len);
        out[n++] = (slice){ text.at, blank ? (size_t)(blank - text.at) : text.len };
        size_t step = out[n - 1].len + (blank != NULL);
        text.at += step;
        text.len -= step;
        if (!out[n - 1].len) n--;
    }
    return n;
}

static void apply_rules(acl_rights *r, int number, bytes **rules, int count) {
    for (int i = 0; i < count; i++) {
        const char *why = acl_rights_apply(r, trimmed(bytes_slice(rules[i])));
        if (!why) continue;
        bytes_printf(&state.mistakes, "%s:%d: Error in applying operation '%s': %s. ", state.path->at, number, rules[i]->at, why);
    }
}

static void read_user(rax *users, int number, int count, const slice *words) {
    slice name = count > 1 ? words[1] : (slice){ "", 0 };
    if (count < 2 || !slice_equal(words[0], SLICE("user"))) {
        bytes_printf(&state.mistakes, "%s:%d should start with user keyword followed by the username. ", state.path->at, number);
        return;
    }
    if (rax_get(users, name, &(void *){ NULL })) {
        bytes_printf(&state.mistakes, "WARNING: Duplicate user '%.*s' found on line %d. ", SLICE_ARGS(name), number);
        return;
    }
    bytes **rules;
    int rule_count;
    if (acl_join_rules(count - 2, words + 2, &rules, &rule_count)) {
        bytes_printf(&state.mistakes, "%s:%d: Unmatched parenthesis in selector definition.", state.path->at, number);
        return;
    }
    acl_rights *r = acl_rights_new();
    apply_rules(r, number, rules, rule_count);
    acl_free_rules(rules, rule_count);
    rax_set(users, name, r, NULL);
}

static void read_lines(rax *users, slice text) {
    for (int number = 1; text.len; number++) {
        const char *end = memchr(text.at, '\n', text.len);
        size_t len = end ? (size_t)(end - text.at) : text.len;
        slice one = trimmed((slice){ text.at, len });
        text.at += len + (end != NULL);
        text.len -= len + (end != NULL);
        if (!one.len) continue;
        int cap = (int)one.len / 2 + 1;
        slice *words = memory_alloc((size_t)cap * sizeof *words);
        int count = words_of(one, words, cap);
        read_user(users, number, count, words);
        memory_free(words, (size_t)cap * sizeof *words);
    }
}

/* -- taking over ---------------------------------------------------------------------------------------- */

typedef struct departed { rax *users; bytes *names[64]; int count; } departed;

static void note_departed(const acl_user *u, void *context) {
    departed *d = context;
    slice name = acl_user_name(u);
    bool stays = rax_get(d->users, name, &(void *){ NULL }) || u == acl_default_user();
    if (!stays && d->count < 64) d->names[d->count++] = bytes_copy(name);
}

static void remove_departed(rax *users) {
    departed d = { .users = users };
    do {
        d.count = 0;
        acl_each_user(note_departed, &d);
        for (int i = 0; i < d.count; i++) {
            acl_remove_user(bytes_slice(d.names[i]));
            bytes_free(d.names[i]);
        }
    } while (d.count);
}

static void open_default(rax *users) {
    if (rax_get(users, SLICE("default"), &(void *){ NULL })) return;
    acl_rights *r = acl_rights_new();
    static const char *const rules[] = { "on", "nopass", "~*", "&*", "+@all" };
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) acl_rights_apply(r, slice_of(rules[i]));
    rax_set(users, SLICE("default"), r, NULL);
}

static void take_over(rax *users) {
    open_default(users);
    remove_departed(users);
    rax_walk walk;
    rax_walk_start(&walk, users);
    rax_seek(&walk, (slice){ "", 0 }, false);
    while (rax_next(&walk)) acl_install(bytes_slice(walk.key), walk.value);
    rax_walk_stop(&walk);
}

static void free_rights(void *value, void *context) {
    (void)context;
    acl_rights_free(value);
}

const char *acl_file_load(void) {
    bytes_free(state.mistakes);
    state.mistakes = NULL;
    bytes *text = read_file(state.path->at);
    if (!text) {
        bytes_printf(&state.mistakes, "Error loading ACLs, opening file '%s': %s", state.path->at, os_error_text());
        return state.mistakes->at;
    }
    rax *users = rax_new();
    read_lines(users, bytes_slice(text));
    bytes_free(text);
    if (!state.mistakes) {
        take_over(users);
        rax_free(users, NULL, NULL);
        return NULL;
    }
    rax_free(users, free_rights, NULL);
    bytes_append_text(&state.mistakes, "WARNING: ACL errors detected, no change to the previously active ACL rules was performed");
    return state.mistakes->at;
}

/* -- writing ---------------------------------------------------------------------------------------------- */

static void add_user(const acl_user *u, void *context) {
    acl_describe_user(u, context);
    bytes_append_char(context, '\n');
}

bool acl_file_save(void) {
    bytes *text = NULL, *temporary = NULL;
    acl_each_user(add_user, &text);
    bytes_printf(&temporary, "%s.tmp-%d", state.path->at, os_process_id());
    int file = os_open(temporary->at, OS_CREATE);
    os_piece piece = { text->at, text->len };
    bool good = file >= 0 && os_append(file, &piece, 1, NULL) == OS_OK && os_sync(file) == OS_OK;
    if (file >= 0) os_close(file);
    good = good && os_rename(temporary->at, state.path->at) == OS_OK;
    if (!good) {
        log_warning("Saving the ACL file %s: %s", state.path->at, os_error_text());
        os_remove(temporary->at);
    }
    bytes_free(text);
    bytes_free(temporary);
    return good;
}

static const setting settings[] = {
    { "aclfile", SETTING_TEXT, &state.path, "", .flags = SETTING_IMMUTABLE },
    { 0 }
};

const feature acl_file = { .name = "server", .settings = settings };
