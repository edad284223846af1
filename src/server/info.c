/* info.c -- INFO: the features' fields, in the order of info_order.c. */
#include "server/info.h"
#include "base/memory.h"
#include "server/feature.h"
#include "server/reply.h"

static const info_field *field_of(const char *section, const char *name) {
    for (const feature *const *f = features(); *f; f++) {
        for (const info_field *i = (*f)->info; i && i->section; i++) {
            if (!strcmp(i->section, section) && !strcmp(i->name, name)) return i;
        }
    }
    return NULL;
}

static void print_field(bytes **out, const char *section, const char *name) {
    const info_field *f = field_of(section, name);
    if (!f) return;
    if (f->lines) {
        f->lines(out);
        return;
    }
    bytes_printf(out, "%s:", name);
    f->print(out);
    bytes_append_text(out, "\r\n");
}

void info_section(bytes **out, const char *section) {
    for (const info_place *p = info_order; p->section; p++) {
        if (strcmp(p->section, section)) continue;
        if (*out && (*out)->len) bytes_append_text(out, "\r\n");
        bytes_printf(out, "# %s\r\n", p->title);
        for (const char *const *name = p->names; *name; name++) print_field(out, section, *name);
    }
}

static bool wanted(const call *c, const info_place *p) {
    if (c->argc == 1) return p->standard;
    for (int i = 1; i < c->argc; i++) {
        if (slice_is(c->argv[i], p->section)) return true;
        if (slice_is(c->argv[i], "default") && p->standard) return true;
        if (slice_is(c->argv[i], "all") || slice_is(c->argv[i], "everything")) return true;
    }
    return false;
}

static void info_command(call *c) {
    bytes *out = bytes_new(4096);
    for (const info_place *p = info_order; p->section; p++) if (wanted(c, p)) info_section(&out, p->section);
    reply_verbatim(c, "txt", bytes_slice(out));
    bytes_free(out);
}

static const command commands[] = {
    { "info", info_command, LOADING | STALE, 0, "[section ...]", "1.0.0", "O(1)", "Tells how the server is doing.",
      .tips = "nondeterministic_output request_policy:all_shards response_policy:special", .categories = "dangerous" },
    { 0 }
};

const feature info = { .name = "server", .commands = commands };
