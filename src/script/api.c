/* api.c -- redis.*: everything but call and pcall (scripting.md section 10). */
#include "script/api.h"
#include "base/hash.h"
#include "base/memory.h"
#include "base/text.h"
#include "script/convert.h"
#include "script/debugger.h"
#include "script/engine.h"
#include "script/script.h"
#include "server/acl.h"
#include "server/acl_rights.h"
#include "server/client.h"
#include "server/command.h"
#include "server/log.h"
#include "server/propagate.h"
#include "server/version.h"

enum { REPL_AOF = 1, REPL_REPLICA = 2, REPL_ALL = 3, VERSION_NUMBER = 8 << 16 | 0 << 8 | 2 };

_Noreturn static void fail(lua_state *L, const char *text) {
    convert_push_error(L, slice_of(text), false);
    lua_raise(L);
}

/* {field = text}, or what is said of wrong arguments. */
static int single_field(lua_state *L, const char *field) {
    if (lua_top(L) != 1 || lua_type_of(L, 1) != LUA_STRING) {
        convert_push_error(L, SLICE("ERR wrong number or type of arguments"), false);
        return 1;
    }
    lua_push_table(L, 0, 1);
    lua_push(L, 1);
    lua_raw_set_field(L, -2, field);
    return 1;
}

static int error_reply(lua_state *L) {
    if (lua_top(L) != 1 || lua_type_of(L, 1) != LUA_STRING) return single_field(L, "err");
    slice s;
    s.at = lua_to_string(L, 1, &s.len);
    if (s.len && s.at[0] == '-') s.at++, s.len--;
    while (s.len && (s.at[s.len - 1] == '\r' || s.at[s.len - 1] == '\n')) s.len--;
    lua_push_table(L, 0, 1);
    bool code = s.len && memchr(s.at, ' ', s.len);
    if (!code) lua_push_text(L, "ERR ");
    lua_push_string(L, s.at, s.len);
    if (!code) lua_concat(L, 2);
    lua_raw_set_field(L, -2, "err");
    return 1;
}

static int status_reply(lua_state *L) { return single_field(L, "ok"); }

static int sha1hex(lua_state *L) {
    uint8_t sum[20];
    char hex[40];
    if (lua_top(L) != 1) fail(L, "ERR wrong number of arguments");
    slice s = { "", 0 };
    if (lua_is_string(L, 1)) s.at = lua_to_string(L, 1, &s.len);
    sha1_of(s, sum);
    text_hex(hex, sum, sizeof sum);
    lua_push_string(L, hex, sizeof hex);
    return 1;
}

static int log_line(lua_state *L) {
    static void (*const say[])(const char *format, ...) = { log_debug, log_verbose, log_notice, log_warning };
    int count = lua_top(L);
    if (count < 2) fail(L, "ERR redis.log() requires two arguments or more.");
    if (!lua_is_number(L, 1)) fail(L, "ERR First argument must be a number (log level).");
    int64_t level = lua_to_integer(L, 1);
    if (level < LOG_DEBUG || level > LOG_WARNING) fail(L, "ERR Invalid log level.");
    if (!log_shows((enum log_level)level)) return 0;
    int first = lua_top(L) + 1;
    for (int i = 2; i <= count; i++) {
        if (!lua_is_string(L, i)) continue;
        lua_need(L, 2, "too many arguments");
        if (lua_top(L) >= first) lua_push_text(L, " ");
        lua_push(L, i);
    }
    lua_concat(L, lua_top(L) - first + 1);
    say[level]("%s", lua_to_string(L, -1, NULL));
    return 0;
}

static int setresp(lua_state *L) {
    if (lua_top(L) != 1) fail(L, "ERR redis.setresp() requires one argument.");
    double version = lua_to_number(L, 1);
    if (version != 2 && version != 3) fail(L, "ERR RESP version must be 2 or 3.");
    script_running()->caller->protocol = (int)version;
    return 0;
}

static int set_repl(lua_state *L) {
    if (lua_top(L) != 1) fail(L, "ERR redis.set_repl() requires one argument.");
    int64_t mask = lua_to_integer(L, 1);
    if (mask & ~(int64_t)REPL_ALL) {
        fail(L, "ERR Invalid replication flags. Use REPL_AOF, REPL_REPLICA, REPL_ALL or REPL_NONE.");
    }
    propagate_limit(mask & REPL_AOF, mask & REPL_REPLICA);
    return 0;
}

static int replicate_commands(lua_state *L) {
    lua_push_boolean(L, true);
    return 1;
}

static int acl_check_cmd(lua_state *L) {
    int argc = lua_top(L);
    slice *argv = lua_push_userdata(L, (size_t)(argc ? argc : 1) * sizeof *argv, NULL);
    if (!argc) fail(L, "ERR Please specify at least one argument for this redis lib call");
    for (int i = 0; i < argc; i++) {
        if (!lua_is_string(L, i + 1)) fail(L, "ERR Lua redis lib command arguments must be strings or integers");
        argv[i].at = lua_to_string(L, i + 1, &argv[i].len);
    }
    const acl_user *u = script_running()->caller->user;
    command_info *k = command_find(argv[0], argc > 1 ? argv[1] : (slice){ "", 0 }, NULL);
    if (!k) fail(L, "ERR Invalid command passed to redis.acl_check_cmd()");
    int denied;
    lua_push_boolean(L, acl_unrestricted(u) || acl_rights_check(u->rights, k, argc, argv, &denied) == ACL_FINE);
    return 1;
}

static void add_numbers(lua_state *L) {
    static const struct { const char *name; int value; } numbers[] = {
        { "LOG_DEBUG", LOG_DEBUG }, { "LOG_VERBOSE", LOG_VERBOSE }, { "LOG_NOTICE", LOG_NOTICE },
        { "LOG_WARNING", LOG_WARNING }, { "REDIS_VERSION_NUM", VERSION_NUMBER },
    };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        lua_push_number(L, numbers[i].value);
        lua_raw_set_field(L, -2, numbers[i].name);
    }
}

void engine_add_log(lua_state *L) {
    static const lua_entry entries[] = { { "log", log_line }, { NULL, NULL } };
    lua_register(L, entries);
    add_numbers(L);
    lua_push_text(L, VERSION_COMPATIBLE);
    lua_raw_set_field(L, -2, "REDIS_VERSION");
}

void api_add(lua_state *L) {
    static const struct { const char *name; int value; } numbers[] = {
        { "REPL_NONE", 0 }, { "REPL_AOF", REPL_AOF }, { "REPL_SLAVE", REPL_REPLICA }, { "REPL_REPLICA", REPL_REPLICA },
        { "REPL_ALL", REPL_ALL },
    };
    static const lua_entry entries[] = {
        { "call", bridge_call }, { "pcall", bridge_pcall }, { "error_reply", error_reply }, { "status_reply", status_reply },
        { "sha1hex", sha1hex }, { "setresp", setresp }, { "set_repl", set_repl }, { "acl_check_cmd", acl_check_cmd },
        { NULL, NULL }
    };
    lua_register(L, entries);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        lua_push_number(L, numbers[i].value);
        lua_raw_set_field(L, -2, numbers[i].name);
    }
}

void api_add_of_eval(lua_state *L) {
    static const lua_entry entries[] = {
        { "replicate_commands", replicate_commands }, { "breakpoint", debugger_breakpoint }, { "debug", debugger_values }, { NULL, NULL }
    };
    lua_register(L, entries);
}
