/* debugger.c -- sessions, stops, and the commands of a stop (scripting.md section 19). */
#include "script/debugger.h"
#include "base/number.h"
#include "base/text.h"
#include "os/os.h"
#include "script/api.h"
#include "script/console.h"
#include "script/convert.h"
#include "script/show.h"
#include "server/client.h"
#include "server/log.h"
#include "server/loop.h"
#include "server/reply.h"

enum { BREAKPOINTS_MAX = 64, AROUND = 5, SHOWN_WORDS = 10, PATIENCE_USUAL_MS = 5000 };

typedef struct session {
    call *call;
    bool read_only;
    void (*run)(call *c, bool read_only);
} session;

static struct {
    bool active;
    bool step;                              /* stop at the next line */
    bool asked;                             /* redis.breakpoint: likewise */
    bool talking;                           /* a stop: what runs now is not the script */
    bool gone;                              /* nobody listens any more */
    slice body;
    int line;                               /* where the script is */
    int breakpoints[BREAKPOINTS_MAX], count;
    int64_t since_us;                       /* when it went on */
} state;

bool debugger_active(void) { return state.active; }
bool debugger_steps(void) { return state.active && state.step; }

/* -- sessions ------------------------------------------------------------------------------------------- */

bool debugger_wanted(const call *c) { return c->client->flags & CLIENT_DEBUGGING && !state.active; }

void debugger_choose(call *c) {
    enum { BOTH = CLIENT_DEBUGGING | CLIENT_DEBUGGING_SYNC };
    unsigned wish;
    if (c->client->out_total) {
        reply_error(c, "ERR SCRIPT DEBUG must be called outside a pipeline");
        return;
    }
    if (slice_same(c->argv[2], SLICE("no"))) wish = 0;
    else if (slice_same(c->argv[2], SLICE("yes"))) wish = CLIENT_DEBUGGING;
    else if (slice_same(c->argv[2], SLICE("sync"))) wish = BOTH;
    else {
        reply_error(c, "ERR Use SCRIPT DEBUG YES/SYNC/NO");
        return;
    }
    c->client->flags = (c->client->flags & ~(unsigned)BOTH) | wish;
    reply_ok(c);
}

static void hold(session *s) {
    state.active = state.step = true;
    state.asked = state.talking = state.gone = false;
    state.count = 0;
    console_open(s->call->client);
    s->run(s->call, s->read_only);
    state.active = false;
}

static void end(void) {
    console_say("<endsession>");
    console_send();
    console_close();
}

static int hold_in_copy(void *argument) {
    session *s = argument;
    log_notice("Redis forked for debugging eval");
    hold(s);
    console_say("<endsession>");
    console_send();
    console_send_replies();
    log_notice("Lua debugging session child exiting");
    return 0;
}

static void copy_ended(int child, int code) { (void)child, (void)code; }

static void hold_apart(session *s) {
    client *k = s->call->client;
    int child = os_part(hold_in_copy, s, k->connection);
    if (child < 0) {
        reply_errorf(s->call, "ERR Fork() failed: can't run EVAL in debugging mode: %s", os_error_text());
        return;
    }
    loop_on_child(child, copy_ended);
    reply_null(s->call);                    /* the copy answers: this end of the connection closes unheard */
    client_close(k);
}

void debugger_hold(call *c, bool read_only, void (*run)(call *c, bool read_only)) {
    session s = { c, read_only, run };
    if (c->client->out_total || c->client->connection < 0) {
        reply_error(c, "ERR EVAL must be called outside a pipeline while debugging");
    } else if (!(c->client->flags & CLIENT_DEBUGGING_SYNC)) {
        hold_apart(&s);
    } else {
        log_notice("Redis synchronous debugging eval session started");
        hold(&s);
        end();
        client_close_when_sent(c->client);
        log_notice("Redis synchronous debugging eval session ended");
    }
}

/* -- the text --------------------------------------------------------------------------------------------- */

/* Line n of the script, from 1; false behind the last. */
static bool find_line(int n, slice *out) {
    slice rest = state.body;
    for (int i = 1;; i++) {
        const char *end = memchr(rest.at, '\n', rest.len);
        size_t len = end ? (size_t)(end - rest.at) : rest.len;
        *out = slice_make(rest.at, len);
        if (i == n) return true;
        if (!end) return false;
        rest = slice_make(end + 1, rest.len - len - 1);
    }
}

static bool is_breakpoint(int line) {
    for (int i = 0; i < state.count; i++) if (state.breakpoints[i] == line) return true;
    return false;
}

static void say_line(int n) {
    slice text;
    if (!find_line(n, &text)) text = SLICE("<out of range source code line>");
    bool here = n == state.line, marked = is_breakpoint(n);
    bytes_printf(console_line(), "%s%-3d ", here && marked ? "->#" : here ? "-> " : marked ? "  #" : "   ", n);
    bytes_append(console_line(), text);
    console_end_line(false);
}

static void say_lines(int64_t first, int64_t last) {
    slice text;
    for (int64_t n = first < 1 ? 1 : first; n <= last && find_line((int)n, &text); n++) say_line((int)n);
}

static int64_t number_of(slice word) {
    int64_t n = 0;
    return number_parse_int(word, &n) && n >= -1000000 && n <= 1000000 ? n : 0;
}

/* -- the commands of a stop ----------------------------------------------------------------------------------- */

enum next { STAY, GO_ON };
typedef struct words { int argc; const slice *argv; } words;

static enum next help(lua_state *L, words w) {
    static const char *const lines[] = {
        "The debugger's commands; the letter in brackets will do:", "[h]elp               Show this.",
        "[s]tep               Run up to the next line.", "[n]ext               The same.",
        "[c]ontinue           Run up to the next breakpoint.", "[l]ist               Show the script around this line.",
        "[l]ist [line]        Show it around another line; 0 is this one.",
        "[l]ist [line] [n]    Show n lines before and behind it.", "[w]hole              Show the whole script.",
        "[p]rint              Show all local variables.", "[p]rint <name>       Show one, or KEYS or ARGV.",
        "[b]reak              Show all breakpoints.", "[b]reak <line>       Stop at this line.",
        "[b]reak -<line>      No longer stop there.", "[b]reak 0            Forget all breakpoints.",
        "[t]race              Show which functions have been called.",
        "[e]val <code>        Run some Lua, which doesn't see local variables.",
        "[r]edis <command>    Run a command of the server.",
        "[m]axlen [length]    Cut what is shown of values to so many bytes; 0 for all.",
        "[a]bort              End the script here. In synchronous mode its changes stay.", "",
        "What scripts can call:", "redis.debug(...)     Show values.", "redis.breakpoint()   Stop at the next line.", NULL
    };
    (void)L, (void)w;
    for (int i = 0; lines[i]; i++) console_say("%s", lines[i]);
    return STAY;
}

static enum next step(lua_state *L, words w) {
    (void)L, (void)w;
    state.step = true;
    return GO_ON;
}

static enum next go_on(lua_state *L, words w) {
    (void)L, (void)w;
    return GO_ON;
}

static enum next list(lua_state *L, words w) {
    (void)L;
    int64_t middle = w.argc > 1 ? number_of(w.argv[1]) : 0, around = w.argc > 2 ? number_of(w.argv[2]) : AROUND;
    if (middle <= 0) middle = state.line;
    say_lines(middle - around, middle + around);
    return STAY;
}

static enum next whole(lua_state *L, words w) {
    (void)L, (void)w;
    say_lines(1, INT32_MAX);
    return STAY;
}

static void say_value(lua_state *L, const char *what) {
    bytes_append_text(console_line(), what);
    show_value(L, console_line());
    console_end_line(true);
}

static enum next print_all(lua_state *L) {
    const char *name;
    int n = 1;
    for (; (name = lua_push_local(L, 0, n)); n++) {
        bytes_printf(console_line(), "<value> %s = ", name);
        say_value(L, "");
        lua_drop(L, 1);
    }
    if (n == 1) console_say("No local variables in the current context.");
    return STAY;
}

/* Pushes a variable of the innermost function that has it. */
static bool push_variable(lua_state *L, slice wanted) {
    lua_location at;
    for (int level = 0; lua_locate(L, level, &at); level++) {
        const char *name;
        for (int n = 1; (name = lua_push_local(L, level, n)); n++) {
            if (slice_equal(slice_of(name), wanted)) return true;
            lua_drop(L, 1);
        }
    }
    if (!slice_equal(wanted, SLICE("KEYS")) && !slice_equal(wanted, SLICE("ARGV"))) return false;
    lua_raw_get_field(L, LUA_GLOBALS, *wanted.at == 'K' ? "KEYS" : "ARGV");
    return true;
}

static enum next print(lua_state *L, words w) {
    if (w.argc != 2) return print_all(L);
    if (!push_variable(L, w.argv[1])) {
        console_say("No such variable.");
        return STAY;
    }
    say_value(L, "<value> ");
    lua_drop(L, 1);
    return STAY;
}

static void add_breakpoint(int64_t line) {
    slice text;
    if (state.count == BREAKPOINTS_MAX) {
        console_say("Too many breakpoints set.");
    } else if (line > INT32_MAX || !find_line((int)line, &text) || is_breakpoint((int)line)) {
        console_say("Wrong line number.");
    } else {
        state.breakpoints[state.count++] = (int)line;
        say_lines(line - 1, line + 1);
    }
}

static void remove_breakpoint(int64_t line) {
    for (int i = 0; i < state.count; i++) {
        if (state.breakpoints[i] != line) continue;
        state.count--;
        memmove(state.breakpoints + i, state.breakpoints + i + 1, (size_t)(state.count - i) * sizeof *state.breakpoints);
        console_say("Breakpoint removed.");
        return;
    }
    console_say("No breakpoint in the specified line.");
}

static void list_breakpoints(void) {
    if (!state.count) {
        console_say("No breakpoints set. Use 'b <line>' to add one.");
        return;
    }
    console_say("%d breakpoints set:", state.count);
    for (int i = 0; i < state.count; i++) say_line(state.breakpoints[i]);
}

static enum next breakpoints(lua_state *L, words w) {
    (void)L;
    if (w.argc == 1) list_breakpoints();
    for (int i = 1; i < w.argc; i++) {
        int64_t line;
        if (!number_parse_int(w.argv[i], &line)) {
            console_say("Invalid argument:'%.*s'", SLICE_ARGS(w.argv[i]));
        } else if (!line) {
            state.count = 0;
            console_say("All breakpoints removed.");
        } else if (line > 0) {
            add_breakpoint(line);
        } else {
            remove_breakpoint(-line);
        }
    }
    return STAY;
}

static bool is_script(const lua_location *at) { return !strcmp(at->source, "@user_script"); }

static enum next trace(lua_state *L, words w) {
    lua_location at;
    (void)w;
    for (int level = 0; lua_locate(L, level, &at); level++) {
        if (!is_script(&at)) continue;
        console_say("%s %s:", level ? "From" : "In", at.name ? at.name : "top level");
        say_line(at.line);
    }
    return STAY;
}

static void append_words(bytes **out, words w) {
    for (int i = 1; i < w.argc; i++) {
        if (i > 1) bytes_append_char(out, ' ');
        bytes_append(out, w.argv[i]);
    }
}

/* Leaves the function that the words are as an expression, or as statements; else the message. */
static lua_status load_words(lua_state *L, words w) {
    bytes *code = bytes_copy(SLICE("return "));
    append_words(&code, w);
    lua_status status = lua_load(L, code->at, code->len, "@ldb_eval");
    if (status != LUA_OK) {
        lua_drop(L, 1);
        code->len = 0;
        append_words(&code, w);
        status = lua_load(L, code->at, code->len, "@ldb_eval");
    }
    bytes_free(code);
    return status;
}

static enum next evaluate(lua_state *L, words w) {
    lua_status status = load_words(L, w);
    state.since_us = os_mono_us();
    if (status == LUA_OK) status = lua_protected_call(L, 0, 1, 0);
    if (status != LUA_OK && lua_is_table(L, -1)) lua_raw_get_field(L, -1, "err");
    else lua_push(L, -1);
    slice text = { "", 0 };
    if (status == LUA_OK) {
        say_value(L, "<retval> ");
    } else {
        if (lua_is_string(L, -1)) text.at = lua_to_string(L, -1, &text.len);
        bytes_append_text(console_line(), "<error> ");
        bytes_append(console_line(), text);
        console_end_line(false);
    }
    lua_drop(L, 2);
    return STAY;
}

static void say_unknown(void) {
    console_say("<error> Unknown Redis Lua debugger command or wrong number of arguments.");
}

static enum next redis(lua_state *L, words w) {
    if (w.argc == 1) {
        say_unknown();
        return STAY;
    }
    if (!lua_reserve(L, w.argc + 1)) return STAY;
    lua_push_function(L, bridge_pcall, 0);
    for (int i = 1; i < w.argc; i++) lua_push_string(L, w.argv[i].at, w.argv[i].len);
    state.step = true;                      /* so that the reply is shown */
    lua_protected_call(L, w.argc - 1, 1, 0);
    state.step = false;
    lua_drop(L, 1);
    return STAY;
}

static enum next limit(lua_state *L, words w) {
    (void)L;
    if (w.argc > 1) console_limit_set(number_of(w.argv[1]));
    if (console_limit()) console_say("<value> replies are truncated at %zu bytes.", console_limit());
    else console_say("<value> replies are unlimited.");
    return STAY;
}

_Noreturn static void fail(lua_state *L, const char *text) {
    state.talking = false;
    convert_push_error(L, slice_of(text), false);
    lua_raise(L);
}

static enum next give_up(lua_state *L, words w) {
    (void)w;
    fail(L, "ERR script aborted for user request");
}

static const struct { const char *name; enum next (*run)(lua_state *L, words w); } commands[] = {
    { "help", help }, { "step", step }, { "next", step }, { "continue", go_on }, { "list", list }, { "whole", whole },
    { "print", print }, { "break", breakpoints }, { "trace", trace }, { "eval", evaluate }, { "redis", redis },
    { "maxlen", limit }, { "abort", give_up },
};

static enum next obey(lua_state *L, words w) {
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        slice name = slice_of(commands[i].name);
        if (slice_same(w.argv[0], name) || slice_same(w.argv[0], slice_make(name.at, 1))) return commands[i].run(L, w);
    }
    say_unknown();
    return STAY;
}

/* -- stops ------------------------------------------------------------------------------------------------------ */

static void stop(lua_state *L, const char *reason) {
    const char *problem = NULL;
    words w;
    state.step = state.asked = false;
    console_say("* Stopped at %d, stop reason = %s", state.line, reason);
    say_line(state.line);
    state.talking = true;
    for (enum next then = STAY; then == STAY;) {
        console_send();
        if (console_read(&w.argc, &w.argv, &problem)) {
            then = obey(L, w);
            continue;
        }
        state.gone = true;                  /* the script runs on to its end without anyone */
        state.count = 0;
        break;
    }
    if (problem) fail(L, problem);
    state.talking = false;
    state.since_us = os_mono_us();
}

static void line_reached(lua_state *L, void *context) {
    lua_location at;
    (void)context;
    if (state.talking || state.gone || !lua_locate(L, 0, &at) || !is_script(&at)) return;
    state.line = at.line;
    if (state.asked) stop(L, "redis.breakpoint() called");
    else if (is_breakpoint(at.line)) stop(L, "break point");
    else if (state.step) stop(L, "step over");
}

void debugger_tick(lua_state *L, int64_t patience_ms) {
    lua_location at;
    if (os_mono_us() - state.since_us < (patience_ms > 0 ? patience_ms : PATIENCE_USUAL_MS) * 1000) return;
    state.since_us = os_mono_us();
    if (state.gone) fail(L, "ERR timeout during Lua debugging with client closing connection");
    if (state.talking) {
        convert_push_error(L, SLICE("timeout reached, infinite loop?"), false);
        lua_raise(L);
    }
    if (!lua_locate(L, 0, &at) || !is_script(&at)) return;
    state.line = at.line;
    stop(L, "timeout reached, infinite loop?");
}

void debugger_begin(lua_state *L, slice body) {
    state.body = body;
    state.since_us = os_mono_us();
    lua_set_line_hook(L, line_reached, NULL);
}

void debugger_end(lua_state *L) { lua_set_line_hook(L, NULL, NULL); }

/* -- what the script says ------------------------------------------------------------------------------------------ */

void debugger_show_call(int argc, const slice *argv) {
    bytes **out = console_line();
    bytes_append_text(out, "<redis>");
    for (int i = 0; i < argc && i < SHOWN_WORDS; i++) {
        bytes_append_char(out, ' ');
        bytes_append(out, argv[i]);
    }
    if (argc > SHOWN_WORDS) bytes_printf(out, " ... (%d more)", argc - SHOWN_WORDS - 1);
    console_end_line(false);
}

void debugger_show_error(const char *why) { console_say("<error> %s", strncmp(why, "ERR ", 4) ? why : why + 4); }

void debugger_show_reply(const char *encoded) {
    if (*encoded == '-') console_say("<error> %.*s", (int)strcspn(encoded, "\r"), encoded);
    bytes_append_text(console_line(), "<reply> ");
    show_reply(encoded, console_line());
    console_end_line(true);
}

int debugger_breakpoint(lua_state *L) {
    if (state.active) state.asked = true;
    lua_push_boolean(L, state.active);
    return 1;
}

int debugger_values(lua_state *L) {
    if (!state.active) return 0;
    bytes_printf(console_line(), "<debug> line %d: ", state.line);
    for (int i = 1, count = lua_top(L); i <= count; i++) {
        if (i > 1) bytes_append_text(console_line(), ", ");
        lua_push(L, i);
        show_value(L, console_line());
        lua_drop(L, 1);
    }
    console_end_line(false);
    return 0;
}
