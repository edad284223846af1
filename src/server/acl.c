/* acl.c -- the default user and its password. */
#include "server/acl.h"
#include "base/memory.h"
#include "server/client.h"
#include "server/feature.h"

struct acl_user {
    slice name;
    bool open;                              /* needs no password */
};

static struct {
    acl_user standard;
    bytes *password;
} state = { .standard = { .name = { "default", 7 }, .open = true } };

acl_user *acl_default_user(void) { return &state.standard; }
acl_user *acl_user_find(slice name) { return slice_equal(name, state.standard.name) ? &state.standard : NULL; }
slice acl_user_name(const acl_user *u) { return u->name; }
bool acl_unrestricted(const acl_user *u) { return u != NULL; }
bool acl_default_is_open(void) { return state.standard.open; }
const char *acl_refusal(const call *c) { (void)c; return NULL; }
const char *acl_exec_refusal(const call *c) { (void)c; return NULL; }
bool acl_may_read(const acl_user *u, slice key) { (void)u; (void)key; return true; }
bool acl_may_write(const acl_user *u, slice key) { (void)u; (void)key; return true; }
bool acl_may_listen(const acl_user *u, slice channel, bool pattern) { (void)u; (void)channel; (void)pattern; return true; }

bool acl_log_in(client *k, slice name, slice password) {
    uint8_t given[32], stored[32];
    sha256_of(password, given);
    sha256_of(bytes_slice(state.password), stored);
    bool same = hash_constant_time_equal(given, stored, 32) || state.standard.open;
    if (!slice_equal(name, state.standard.name) || !same) return false;
    k->user = &state.standard;
    k->flags |= CLIENT_AUTHENTICATED;
    return true;
}

static const char *apply(void) {
    state.standard.open = !state.password;
    return NULL;
}

static const setting settings[] = {
    { "requirepass", SETTING_TEXT, &state.password, "", .flags = SETTING_SECRET, .apply = apply },
    { 0 }
};

const feature acl = { .name = "server", .settings = settings };
