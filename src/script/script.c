/* script.c -- starting, watching, killing and ending a run. */
#include "script/script.h"
#include "base/number.h"
#include "os/os.h"
#include "script/convert.h"
#include "script/debugger.h"
#include "script/engine.h"
#include "server/client.h"
#include "server/command.h"
#include "server/debug.h"
#include "server/execute.h"
#include "server/feature.h"
#include "server/log.h"
#include "server/loop.h"
#include "server/output.h"
#include "server/propagate.h"
#include "server/reply.h"

#define BUSY_SCRIPT "BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE."
#define BUSY_FUNCTION "BUSY Redis is busy running a script. You can only call FUNCTION KILL or SHUTDOWN NOSAVE."

const char *const script_flag_names[SCRIPT_FLAGS] = {
    "no-writes", "allow-oom", "allow-stale", "no-cluster", "allow-cross-slot-keys",
};

static struct {
    script_run *run;
    client *caller;
    int64_t threshold_ms;
    int64_t load_deadline;
    bool lifts_refusals;
} state;

script_run *script_running(void) { return state.run; }
bool script_lifts_refusals(void) { return state.lifts_refusals; }
void script_load_deadline(int64_t deadline_us) { state.load_deadline = deadline_us; }

unsigned script_flag_find(slice name, bool ignore_case) {
    for (int i = 0; i < SCRIPT_FLAGS; i++) {
        slice known = slice_of(script_flag_names[i]);
        if (ignore_case ? slice_same(name, known) : slice_equal(name, known)) return 1u << i;
    }
    return 0;
}

/* -- before ----------------------------------------------------------------------------------------- */

unsigned script_command_flags(const call *c, unsigned flags) {
    unsigned own = c->command->flags;
    if (flags & SCRIPT_COMPATIBLE) return own;
    own &= ~(unsigned)(STALE | DENYOOM | WRITE | MAY_REPLICATE);
    if (!(flags & (SCRIPT_ALLOW_OOM | SCRIPT_NO_WRITES))) own |= DENYOOM;
    if (!(flags & SCRIPT_NO_WRITES)) own |= WRITE;
    return flags & SCRIPT_ALLOW_STALE ? own | STALE : own;
}

bool script_admit(call *c, unsigned flags, bool read_only_command) {
    if (flags & (SCRIPT_COMPATIBLE | SCRIPT_NO_WRITES) || !read_only_command) return true;
    reply_error(c, "ERR Can not execute a script with write flag using *_ro command.");
    return false;
}

long script_keys(call *c, const char *wrong) {
    int64_t keys;
    if (!arg_int_or(c, c->argv[2], &keys, wrong)) return -1;
    if (keys > c->argc - 3) reply_error(c, "ERR Number of keys can't be greater than number of args");
    else if (keys < 0) reply_error(c, "ERR Number of keys can't be negative");
    else return (long)keys;
    return -1;
}

static client *caller_for(const client *asker) {
    enum { INHERITED = CLIENT_NO_TOUCH | CLIENT_READONLY | CLIENT_ASKING };
    if (!state.caller) state.caller = client_new(-1);
    client *k = state.caller;
    k->flags = CLIENT_SCRIPT | CLIENT_AUTHENTICATED | CLIENT_DENY_BLOCKING | (asker->flags & INHERITED);
    k->db = asker->db;
    k->user = asker->user;
    k->protocol = 2;
    return k;
}

/* -- meanwhile ------------------------------------------------------------------------------------------ */

_Noreturn static void interrupt(lua_state *L, const char *why) {
    lua_push_text(L, why);
    lua_raise_fatal(L);
}

static void become_busy(script_run *r, int64_t elapsed_ms) {
    r->busy = r->function ? BUSY_FUNCTION : BUSY_SCRIPT;
    log_warning("Slow script detected: still in execution after %lld milliseconds. You can try killing the script using the "
                "%s KILL command. Script name is: %.*s.", (long long)elapsed_ms, r->function ? "FUNCTION" : "SCRIPT",
                SLICE_ARGS(r->name));
    execute_set_busy(r->busy);
    propagate_hold(true);
}

void script_hook(lua_state *L, void *context) {
    (void)context;
    script_run *r = state.run;
    if (debugger_active()) {
        debugger_tick(L, state.threshold_ms);
        return;
    }
    if (state.load_deadline && os_mono_us() > state.load_deadline) interrupt(L, "FUNCTION LOAD timeout");
    if (!r) return;
    int64_t elapsed_ms = (os_mono_us() - r->started_us) / 1000;
    if (!r->busy && (state.threshold_ms <= 0 || elapsed_ms < state.threshold_ms)) return;
    if (!r->busy) become_busy(r, elapsed_ms);
    loop_serve();
    if (r->killed) interrupt(L, "Script killed by user with SCRIPT KILL...");
    if (loop_stopping()) interrupt(L, "Script ended by SHUTDOWN");
}

void script_kill(call *c, bool function) {
    script_run *r = state.run;
    if (!r) {
        reply_error(c, "NOTBUSY No scripts in execution right now.");
    } else if (r->trusted) {
        reply_error(c, "UNKILLABLE The busy script was sent by a master instance in the context of replication and cannot be "
                    "killed.");
    } else if (r->dirty) {
        reply_error(c, "UNKILLABLE Sorry the script already executed write commands against the dataset. You can either wait the "
                    "script termination or kill the server in a hard way using the SHUTDOWN NOSAVE command.");
    } else if (r->function != function) {
        reply_error(c, r->function ? BUSY_FUNCTION : BUSY_SCRIPT);
    } else {
        r->killed = true;
        log_notice("Lua script killed by user with %s KILL.", function ? "FUNCTION" : "SCRIPT");
        reply_ok(c);
    }
}

/* -- afterwards ------------------------------------------------------------------------------------------ */

bytes *script_error_text(lua_state *L, slice name) {
    bytes *text = NULL;
    size_t len;
    lua_raw_get_field(L, -1, "err");
    const char *err = lua_is_string(L, -1) ? lua_to_string(L, -1, &len) : NULL;
    if (err) bytes_append(&text, slice_make(err, len));
    else bytes_append_text(&text, "ERR unknown error");
    lua_drop(L, 1);
    lua_raw_get_field(L, -1, "source");
    lua_raw_get_field(L, -2, "line");
    if (name.len && lua_type_of(L, -2) == LUA_STRING && lua_is_number(L, -1)) {
        bytes_printf(&text, " script: %.*s, on %s:%lld.", SLICE_ARGS(name), lua_to_string(L, -2, NULL),
                     (long long)lua_to_integer(L, -1));
    }
    lua_drop(L, 2);
    return text;
}

static void reply_failure(call *c, lua_state *L, slice name) {
    if (!lua_is_table(L, -1)) {             /* raised where no handler could run: too deep, out of memory */
        size_t len = 0;
        const char *text = lua_to_string(L, -1, &len);
        reply_errorf(c, "ERR %.*s script: %.*s", (int)len, text ? text : "", SLICE_ARGS(name));
        return;
    }
    lua_raw_get_field(L, -1, "ignore_error_stats_update");
    bool counted = lua_to_boolean(L, -1);
    lua_drop(L, 1);
    bytes *text = script_error_text(L, name);
    if (counted) convert_reply_counted_error(c, bytes_slice(text));
    else reply_error_slice(c, bytes_slice(text));
    bytes_free(text);
}

/* The server ends in the middle of the run, which nobody will hear of. */
static void abandon(call *c) {
    propagate_forget();
    client_close(c->client);
}

static void finish(script_run *r) {
    state.run = NULL;
    propagate_limit(true, true);
    if (r->busy) {
        execute_set_busy(NULL);
        propagate_hold(false);
    }
    if (r->caller->out_total) output_free(r->caller);
}

void script_execute(call *c, lua_state *L, int arguments, slice name, bool function, unsigned flags, bool read_only) {
    script_run r = {
        .call = c, .caller = caller_for(c->client), .name = name, .function = function, .flags = flags,
        .read_only = read_only || flags & SCRIPT_NO_WRITES, .started_us = c->started_us,
        .trusted = c->client->flags & (CLIENT_LOADING | CLIENT_MASTER), .watched = debugger_active(),
    };
    state.run = &r;
    lua_status status = lua_protected_call(L, arguments, 1, ENGINE_HANDLER);
    finish(&r);
    if (r.busy && loop_stopping()) abandon(c);
    else if (status == LUA_OK) convert_to_reply(c, L, r.caller->protocol);
    else reply_failure(c, L, name);
    lua_top_set(L, ENGINE_HANDLER);
    lua_collect_restart(L);                 /* what a script has stopped must not stay so */
    lua_collect_due(L);
}

static void debug_lift_refusals(call *c) {
    state.lifts_refusals = !slice_is(c->argv[2], "0");
    reply_ok(c);
}

static void start(void) { debug_add("set-disable-deny-scripts", 3, 3, debug_lift_refusals); }

static const setting settings[] = {
    { "busy-reply-threshold", SETTING_INT, &state.threshold_ms, "5000", .least = 0, .most = INT64_MAX, .alias = "lua-time-limit" },
    { 0 }
};

const feature scripts = { .name = "scripting", .settings = settings, .start = start };
