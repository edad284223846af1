/* title.c -- what ps shows: set-proc-title and proc-title-template. */
#include "base/memory.h"
#include "os/os.h"
#include "server/config.h"
#include "server/feature.h"
#include "server/listen.h"
#include "server/title.h"

static struct {
    bool shown, started;
    bytes *template;
    const char *title;                      /* how the program was called, or what a child does */
} state;

/* False for a name that no template may contain. */
static bool append_variable(slice name, const char *title, bytes **out) {
    if (slice_is(name, "title")) bytes_append_text(out, title);
    else if (slice_is(name, "listen-addr")) listen_describe(out);
    else if (slice_is(name, "port")) bytes_append_int(out, listen_port());
    else if (slice_is(name, "unixsocket")) bytes_append_text(out, listen_socket_path());
    else if (slice_is(name, "config-file")) bytes_append_text(out, config_file_path());
    else if (slice_is(name, "tls-port")) bytes_append_int(out, 0);
    else return slice_is(name, "server-mode");      /* nothing to tell: neither a cluster nor a sentinel */
    return true;
}

/* The text with its {variables} replaced and without blanks around it; NULL when one is unknown. */
static bytes *expand(slice template, const char *title) {
    bytes *out = bytes_new(64);
    for (size_t i = 0; i < template.len; i++) {
        if (template.at[i] != '{') {
            bytes_append_char(&out, template.at[i]);
            continue;
        }
        const char *name = template.at + i + 1, *end = memchr(name, '}', template.len - i - 1);
        if (!end || !append_variable(slice_make(name, (size_t)(end - name)), title, &out)) {
            bytes_free(out);
            return NULL;
        }
        i = (size_t)(end - template.at);
    }
    while (out->len && out->at[out->len - 1] == ' ') bytes_resize(&out, out->len - 1);
    size_t blanks = strspn(out->at, " ");
    bytes_remove(out, 0, blanks);
    return out;
}

static const char *check(slice template) {
    bytes *text = expand(template, "");
    bool good = text && text->len;
    bytes_free(text);
    return good ? NULL : "template format is invalid or contains unknown variables";
}

static const char *show(void) {
    if (!state.shown || !state.started) return NULL;
    bytes *text = expand(bytes_slice(state.template), state.title);
    os_title(text->at);
    bytes_free(text);
    return NULL;
}

void title_start(const char *called) { state.title = called; }

void title_of_child(const char *work) {
    state.title = work;
    show();
}

static void start(void) {
    state.started = true;
    show();
}

static const setting settings[] = {
    { "set-proc-title", SETTING_BOOL, &state.shown, "yes", .flags = SETTING_IMMUTABLE },
    { "proc-title-template", SETTING_TEXT, &state.template, "{title} {listen-addr} {server-mode}", .check = check,
      .apply = show },
    { 0 }
};

const feature process_title = { .name = "server", .settings = settings, .start = start };
