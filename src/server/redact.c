/* redact.c -- which arguments are secrets. */
#include "server/redact.h"
#include "server/command.h"
#include "server/config.h"

static bool said(const call *c, int from, int to, const char *word) {
    for (int i = from; i <= to && i < c->argc; i++) if (i > 0 && slice_is(c->argv[i], word)) return true;
    return false;
}

static bool is_secret(const call *c, int i) {
    const char *name = c->command->row->name;
    if (i < 1) return false;
    if (!strcmp(name, "auth")) return true;
    if (!strcmp(name, "hello")) return i > 1 && (said(c, i - 2, i - 1, "auth"));
    if (!strcmp(name, "acl|setuser")) return i > 2;
    if (!strcmp(name, "migrate")) return i > 5 && (said(c, i - 1, i - 1, "auth") || said(c, i - 2, i - 1, "auth2"));
    if (!strcmp(name, "config|set") && i > 2 && i % 2) {
        const config_row *row = config_find(c->argv[i - 1]);
        return row && row->setting->flags & SETTING_SECRET;
    }
    return false;
}

slice redacted(const call *c, int i) { return is_secret(c, i) ? SLICE("(redacted)") : c->argv[i]; }
