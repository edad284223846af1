/* info.c -- INFO: the features' fields, in the order of info_order.c. */
#include "server/info.h"
#include "base/assert.h"
#include "base/memory.h"
#include "base/number.h"
#include "server/feature.h"
#include "server/reply.h"

enum { PLACES_MAX = 512 };

static struct {
    const info_field *fields[PLACES_MAX];   /* by position in the order, sections behind one another */
} state;

/* -- who supplies what ------------------------------------------------------------------------- */

/* Where the fields of a section begin. */
static int first_place(const info_place *of) {
    int at = 0;
    for (const info_place *p = info_order; p != of; p++) for (const char *const *name = p->names; *name; name++) at++;
    return at;
}

static int place_of(const char *section, const char *name) {
    int at = 0;
    for (const info_place *p = info_order; p->section; p++) {
        bool here = !strcmp(p->section, section);
        for (const char *const *n = p->names; *n; n++, at++) if (here && !strcmp(*n, name)) return at;
    }
    return -1;
}

static void start(void) {
    for (const feature *const *f = features(); *f; f++) {
        for (const info_field *i = (*f)->info; i && i->section; i++) {
            int at = place_of(i->section, i->name);
            if (at < 0 || at >= PLACES_MAX) panic("INFO %s, %s: no place in info_order.c", i->section, i->name);
            if (!state.fields[at]) state.fields[at] = i;
        }
    }
}

/* -- printing ------------------------------------------------------------------------------------ */

static const info_place *find_section(const char *section) {
    for (const info_place *p = info_order; p->section; p++) if (!strcmp(p->section, section)) return p;
    return NULL;
}

static void print_fields(bytes **out, const info_place *p) {
    const info_field *const *f = &state.fields[first_place(p)];
    for (const char *const *name = p->names; *name; name++, f++) {
        if (!*f) continue;
        if ((*f)->lines) {
            (*f)->lines(out);
            continue;
        }
        bytes_append_text(out, *name);
        bytes_append_char(out, ':');
        (*f)->print(out);
        bytes_append_text(out, "\r\n");
    }
}

static bool supplied(const info_place *p) {
    const info_field *const *f = &state.fields[first_place(p)];
    for (const char *const *name = p->names; *name; name++, f++) if (*f) return true;
    return false;
}

static void print_section(bytes **out, const info_place *p) {
    if (!supplied(p)) return;
    if (*out && (*out)->len) bytes_append_text(out, "\r\n");
    bytes_printf(out, "# %s\r\n", p->title);
    print_fields(out, p);
}

void info_section(bytes **out, const char *section) {
    const info_place *p = find_section(section);
    if (p) print_section(out, p);
}

bool info_value(const char *section, const char *name, bytes **out) {
    int at = place_of(section, name);
    const info_field *f = at < 0 ? NULL : state.fields[at];
    if (!f || !f->print) return false;
    f->print(out);
    return true;
}

int64_t info_number(const char *section, const char *name) {
    bytes *text = bytes_new(NUMBER_INT_TEXT);
    int64_t n;
    if (!info_value(section, name, &text) || !number_parse_int(bytes_slice(text), &n)) n = 0;
    bytes_free(text);
    return n;
}

void info_each(const char *section, void (*each)(slice name, slice value, void *context), void *context) {
    const info_place *p = find_section(section);
    if (!p) return;
    bytes *text = bytes_new(4096);
    print_fields(&text, p);
    for (const char *at = text->at, *end; (end = strstr(at, "\r\n")); at = end + 2) {
        const char *colon = memchr(at, ':', (size_t)(end - at));
        if (!colon) continue;
        each(slice_make(at, (size_t)(colon - at)), slice_make(colon + 1, (size_t)(end - colon) - 1), context);
    }
    bytes_free(text);
}

/* -- the command ------------------------------------------------------------------------------------ */

static bool wanted(const call *c, const info_place *p) {
    if (c->argc == 1) return p->standard;
    for (int i = 1; i < c->argc; i++) {
        if (slice_is(c->argv[i], p->section)) return true;
        if (slice_is(c->argv[i], "default") && p->standard) return true;
        if (!p->by_name && (slice_is(c->argv[i], "all") || slice_is(c->argv[i], "everything"))) return true;
    }
    return false;
}

static void info_command(call *c) {
    bytes *out = bytes_new(8192);
    for (const info_place *p = info_order; p->section; p++) if (wanted(c, p)) print_section(&out, p);
    reply_verbatim(c, "txt", bytes_slice(out));
    bytes_free(out);
}

static const command commands[] = {
    { "info", info_command, LOADING | STALE, 0, "[section ...^7.0.0]", "1.0.0", "O(1)", "Tells how the server is doing.",
      .tips = "nondeterministic_output request_policy:all_shards response_policy:special", .categories = "dangerous" },
    { 0 }
};

const feature info = { .name = "server", .commands = commands, .start = start };
