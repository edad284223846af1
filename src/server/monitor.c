/* monitor.c -- MONITOR: every command as it is run (behaviour.md section 16). */
#include "base/memory.h"
#include "base/text.h"
#include "os/os.h"
#include "server/client.h"
#include "server/execute.h"
#include "server/feature.h"
#include "server/redact.h"
#include "server/reply.h"

static void ended(const call *c, int64_t usec);

static struct {
    execute_watch watch;
    client **watchers;
    size_t count, cap;
} state = { .watch = { .ended = ended, .usec = EXECUTE_NEVER, .bytes = EXECUTE_NEVER } };

static void line_of(const call *c, bytes **out) {
    int64_t now = os_wall_us();
    const client *k = c->client;
    bytes_printf(out, "+%lld.%06lld [%d ", (long long)(now / 1000000), (long long)(now % 1000000), k->db->id);
    if (k->flags & CLIENT_SCRIPT) bytes_append_text(out, "lua");
    else if (k->flags & CLIENT_UNIX) bytes_printf(out, "unix:%s", k->peer.text);
    else client_peer_text(&k->peer, out);
    bytes_append_text(out, "] ");
    for (int i = 0; i < c->argc; i++) {
        if (i) bytes_append_char(out, ' ');
        text_quote(out, redacted(c, i));
    }
    bytes_append_text(out, "\r\n");
}

static void feed(const call *c) {
    if (c->command->flags & ADMIN || c->client->flags & CLIENT_LOADING) return;
    bytes *line = NULL;
    line_of(c, &line);
    for (size_t i = 0; i < state.count; i++) {
        call message = call_for(state.watchers[i]);
        reply_raw(&message, bytes_slice(line));
    }
    bytes_free(line);
}

/* A script is shown before what it calls, everything else once it has run: so EXEC comes last, and SELECT in its new database. */
static bool is_script(const call *c) {
    static const char *const names[] = { "eval", "evalsha", "eval_ro", "evalsha_ro", "fcall", "fcall_ro" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) if (!strcmp(c->command->row->name, names[i])) return true;
    return false;
}

static void started(const call *c) {
    if (is_script(c)) feed(c);
}

static void ended(const call *c, int64_t usec) {
    (void)usec;
    if (!(c->command->flags & SKIP_MONITOR) && !c->again) feed(c);
}

/* While nobody watches, no command is slower for it. */
static void watch_calls(void) {
    execute_on_start(state.count ? started : NULL);
    state.watch.all = state.count > 0;
    execute_bounds_changed();
}

static void monitor_command(call *c) {
    client *k = c->client;
    if (k->flags & CLIENT_DENY_BLOCKING) {
        reply_error(c, "ERR MONITOR isn't allowed for DENY BLOCKING client");
        return;
    }
    if (k->flags & CLIENT_MONITOR) {
        c->owed = 0;                        /* a second MONITOR is silent */
        return;
    }
    if (state.count == state.cap) {
        size_t cap = state.cap ? state.cap * 2 : 4;
        state.watchers = memory_resize(state.watchers, state.cap * sizeof *state.watchers, cap * sizeof *state.watchers);
        state.cap = cap;
    }
    k->flags |= CLIENT_MONITOR | CLIENT_REPLICA;
    state.watchers[state.count++] = k;
    watch_calls();
    reply_ok(c);
}

static void closed(client *k) {
    if (!(k->flags & CLIENT_MONITOR)) return;
    size_t i = 0;
    while (state.watchers[i] != k) i++;
    state.watchers[i] = state.watchers[--state.count];
    k->flags &= ~(unsigned)(CLIENT_MONITOR | CLIENT_REPLICA);
    watch_calls();
}

static const command commands[] = {
    { "monitor", monitor_command, ADMIN | NOSCRIPT | LOADING | STALE, 0, "", "1.0.0", NULL, "Shows every command as it is run." },
    { 0 }
};

static void start(void) { execute_on_end(&state.watch); }

const feature monitoring = { .name = "server", .commands = commands, .start = start, .client_closed = closed };
