/* crash.c -- the crash report, a line at a time, the most useful lines first. */
#include "server/crash.h"
#include "base/text.h"
#include "os/os.h"
#include "server/client.h"
#include "server/execute.h"
#include "server/feature.h"
#include "server/info.h"
#include "server/log.h"
#include "server/redact.h"
#include "server/version.h"

static struct {
    bool enabled, begun, reported, memory_test;
} state = { .enabled = true };

static void write_line(const char *text) { log_warning("%s", text); }

static void write_lines(const bytes *text) {
    slice rest = bytes_slice(text);
    while (rest.len) {
        const char *end = memchr(rest.at, '\n', rest.len);
        size_t len = end ? (size_t)(end - rest.at) : rest.len;
        log_warning("%.*s", (int)(len && rest.at[len - 1] == '\r' ? len - 1 : len), rest.at);
        size_t taken = end ? len + 1 : len;
        rest = slice_make(rest.at + taken, rest.len - taken);
    }
}

static void begin(void) {
    if (state.begun) return;
    state.begun = true;
    write_line("=== REDIS BUG REPORT START: Cut & paste starting from here ===");
}

/* An argument as text in quotes; users' own data only where the log may hold it. */
static bytes *shown(const call *c, int i) {
    bytes *out = NULL;
    if (i && log_hides_user_data()) bytes_append_text(&out, "*redacted*");
    else text_quote(&out, redacted(c, i));
    return out;
}

void crash_describe_call(const call *c) {
    bytes *about = NULL;
    if (!log_hides_user_data()) client_describe(c->client, &about);
    if (about) write_line(about->at);
    bytes_free(about);
    log_warning("argc: '%d'", c->argc);
    for (int i = 0; i < c->argc; i++) {
        bytes *text = shown(c, i);
        log_warning("argv[%d]: '%.*s'", i, SLICE_ARGS(bytes_slice(text)));
        bytes_free(text);
    }
}

static void write_info(void) {
    bytes *text = NULL;
    write_line("------ INFO OUTPUT ------");
    for (const info_place *p = info_order; p->section; p++) info_section(&text, p->section);
    write_lines(text);
    bytes_free(text);
}

static void write_clients(void) {
    write_line("------ CLIENT LIST OUTPUT ------");
    for (const client *k = client_first(); k; k = k->next) {
        bytes *line = NULL;
        if (k->connection < 0) continue;
        client_describe(k, &line);
        write_line(line->at);
        bytes_free(line);
    }
}

static void write_calls(void) {
    const call *inner = execute_running(), *outer = inner;
    if (!inner) return;
    while (outer->outer) outer = outer->outer;
    write_line("------ CURRENT CLIENT INFO ------");
    crash_describe_call(outer);
    write_line("------ EXECUTING CLIENT INFO ------");
    crash_describe_call(inner);
}

static void write_memory_test(void) {
    write_line("------ FAST MEMORY TEST ------");
    int bad = os_memory_test(write_line);
    if (bad > 0) write_line("!!! MEMORY ERROR DETECTED! Check your memory ASAP !!!");
    else if (!bad) write_line("Fast memory test PASSED: a longer test may still find what this one has not.");
    else write_line("Memory cannot be tested on this system.");
}

static void write_body(void) {
    if (state.reported) return;
    state.reported = true;
    write_line("------ STACK TRACE ------");
    os_backtrace(write_line);
    write_line("------ STACK TRACE DONE ------");
    write_line("------ REGISTERS ------");
    os_registers(write_line);
    write_info();
    write_clients();
    write_calls();
    if (state.memory_test) write_memory_test();
    write_line("=== REDIS BUG REPORT END. Make sure to include from START to END. ===");
}

static void killed(int signal, int code, void *address, void *instruction) {
    if (state.reported) return;
    begin();
    log_warning("Redis %s crashed by signal: %d, si_code: %d", VERSION_COMPATIBLE, signal, code);
    if (address) log_warning("Accessing address: %p", address);
    if (instruction) log_warning("Crashed running the instruction at: %p", instruction);
    write_body();
}

/* -- our own assertions --------------------------------------------------------------------------- */

static void write_context(const call *c) {
    write_line("=== ASSERTION FAILED CLIENT CONTEXT ===");
    log_warning("client->flags = %u", c->client->flags);
    log_warning("client->conn = fd=%d", c->client->connection);
    log_warning("client->argc = %d", c->argc);
    for (int i = 0; i < c->argc; i++) {
        bytes *text = shown(c, i);
        log_warning("client->argv[%d] = %.*s", i, SLICE_ARGS(bytes_slice(text)));
        bytes_free(text);
    }
}

static void write_assertion(slice condition, const char *file, int line) {
    if (execute_running()) write_context(execute_running());
    write_line("=== ASSERTION FAILED ===");
    log_warning("==> %s:%d %.*s is not true", file, line, SLICE_ARGS(condition));
}

static void write_panic(const char *what, const char *file, int line) {
    write_line("------------------------------------------------");
    write_line("!!! Software Failure. Press left mouse button to continue");
    log_warning("Guru Meditation: %s #%s:%d", what, file, line);
    write_line("------------------------------------------------");
}

/* base/assert.c says "assertion 'x' failed" of an assertion and the text itself of a panic. */
static void asserted(const char *what, const char *file, int line) {
    slice text = slice_of(what), head = SLICE("assertion "), tail = SLICE(" failed");
    begin();
    if (slice_starts(text, head) && text.len > head.len + tail.len) {
        write_assertion(slice_make(text.at + head.len, text.len - head.len - tail.len), file, line);
    } else {
        write_panic(what, file, line);
    }
    if (state.enabled) write_body();
    state.reported = true;
}

static const char *apply_enabled(void) {
    os_crash_catch(state.enabled ? killed : NULL);
    return NULL;
}

static void start(void) {
    assert_set_hook(asserted);
    apply_enabled();
}

static const setting settings[] = {
    { "crash-log-enabled", SETTING_BOOL, &state.enabled, "yes", .apply = apply_enabled },
    { "crash-memcheck-enabled", SETTING_BOOL, &state.memory_test, "yes" },
    { 0 }
};

const feature crash = { .name = "server", .settings = settings, .start = start };
