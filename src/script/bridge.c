/* bridge.c -- redis.call and its kin. A command called from Lua runs as a client's does; its reply is read from the output of
 * a client without a connection and becomes Lua values. */
#include "script/bridge.h"
#include "base/hash.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"
#include "script/libraries.h"
#include "server/acl.h"
#include "server/client.h"
#include "server/command.h"
#include "server/execute.h"
#include "server/log.h"
#include "server/reply.h"
#include <math.h>
#include <stdio.h>

enum { ARGS_MAX = 1024 * 1024, DEPTH_MAX = 100, LITERAL_ARGS = 32 };

static script_run *running;

void bridge_begin(script_run *run) { running = run; }
void bridge_end(void) { running = NULL; }

/* -- replies of the server become Lua values -------------------------------------------------------- */

typedef struct reader { lua_state *L; const char *at; } reader;

static slice line(reader *r) {
    const char *end = strchr(r->at, '\r');
    slice s = { r->at, (size_t)(end - r->at) };
    r->at = end + 2;
    return s;
}

static int64_t number(slice s) {
    int64_t n = 0;
    number_parse_int(s, &n);
    return n;
}

static void push_slice(lua_state *L, slice s) { lua_push_string(L, s.at, s.len); }

static void push_field(lua_state *L, const char *name, slice s) {
    push_slice(L, s);
    lua_raw_set_field(L, -2, name);
}

static void push_error(lua_state *L, slice text) {
    lua_push_table(L, 0, 2);
    push_field(L, "err", text);
    lua_push_boolean(L, true);
    lua_raw_set_field(L, -2, "ignore_error_stats_update");
}

static void read_value(reader *r);

static void read_array(reader *r, int64_t n) {
    lua_push_table(r->L, (size_t)n, 0);
    for (int64_t i = 1; i <= n; i++) {
        read_value(r);
        lua_raw_set_index(r->L, -2, (size_t)i);
    }
}

static void read_pairs(reader *r, int64_t n, const char *name, bool set) {
    lua_push_table(r->L, 0, 1);
    lua_push_table(r->L, 0, (size_t)n);
    for (int64_t i = 0; i < n; i++) {
        read_value(r);
        if (set) lua_push_boolean(r->L, true);
        else read_value(r);
        lua_raw_set(r->L, -3);
    }
    lua_raw_set_field(r->L, -2, name);
}

static void read_bulk(reader *r, int64_t len) {
    push_slice(r->L, slice_make(r->at, (size_t)len));
    r->at += len + 2;
}

static void read_verbatim(reader *r, int64_t len) {
    lua_push_table(r->L, 0, 1);
    lua_push_table(r->L, 0, 2);
    push_field(r->L, "format", slice_make(r->at, 3));
    push_field(r->L, "string", slice_make(r->at + 4, (size_t)len - 4));
    lua_raw_set_field(r->L, -2, "verbatim_string");
    r->at += len + 2;
}

static void read_double(reader *r, slice text) {
    double d = NAN;
    number_parse_double(text, &d);
    lua_push_table(r->L, 0, 1);
    lua_push_number(r->L, d);
    lua_raw_set_field(r->L, -2, "double");
}

static void read_value(reader *r) {
    char mark = *r->at++;
    slice head = line(r);
    int64_t n = number(head);
    lua_need(r->L, LUA_MINIMUM_STACK, "reply too deep");
    switch (mark) {
    case ':': lua_push_number(r->L, (double)n); break;
    case '$': if (n < 0) lua_push_boolean(r->L, false); else read_bulk(r, n); break;
    case '*': if (n < 0) lua_push_boolean(r->L, false); else read_array(r, n); break;
    case '-': push_error(r->L, head); break;
    case '_': lua_push_nil(r->L); break;
    case '#': lua_push_boolean(r->L, *head.at == 't'); break;
    case ',': read_double(r, head); break;
    case '%': read_pairs(r, n, "map", false); break;
    case '~': read_pairs(r, n, "set", true); break;
    case '=': read_verbatim(r, n); break;
    case '+': case '(':
        lua_push_table(r->L, 0, 1);
        push_field(r->L, mark == '+' ? "ok" : "big_number", head);
        break;
    default: panic("a reply begins with byte %d", mark);
    }
}

/* -- redis.call ---------------------------------------------------------------------------------------- */

/* Arguments are copied: a number has no text of its own, and the garbage collector may run while the command does. */

static bool take_words(lua_state *L, bytes **text, slice *argv, int argc) {
    size_t *ends = memory_alloc((size_t)argc * sizeof *ends);
    bool good = true;
    *text = bytes_new(64);
    for (int i = 0; good && i < argc; i++) {
        lua_type t = lua_type_of(L, i + 1);
        size_t len;
        if (t == LUA_NUMBER) {
            char room[NUMBER_DOUBLE_TEXT];
            double d = lua_to_number(L, i + 1);
            if (d == 0) d = 0;
            slice s = isnan(d) ? SLICE("-nan") : slice_make(room, (size_t)number_print_double(room, d));
            bytes_append(text, s);
        } else if (t == LUA_STRING) {
            const char *at = lua_to_string(L, i + 1, &len);
            bytes_append(text, slice_make(at, len));
        } else {
            good = false;
        }
        ends[i] = (*text)->len;
    }
    for (int i = 0; good && i < argc; i++) {
        size_t from = i ? ends[i - 1] : 0;
        argv[i] = slice_make((*text)->at + from, ends[i] - from);
    }
    memory_free(ends, (size_t)argc * sizeof *ends);
    return good;
}

static const char *refusal(call *c) {
    static char text[256];
    const command_info *k = c->command;
    if (!k) return "ERR Unknown Redis command called from script";
    if (!command_arity_fits(k, c->argc) || !k->row->run) return "ERR Wrong number of args calling Redis command from script";
    if (k->flags & NOSCRIPT) return "ERR This Redis command is not allowed from script";
    const char *why = acl_unrestricted(c->client->user) ? NULL : acl_refusal(c);
    if (why) {
        snprintf(text, sizeof text, "ERR ACL failure in script: %s", !strncmp(why, "NOPERM ", 7) ? why + 7 : why);
        return text;
    }
    if (running->read_only && k->flags & (WRITE | MAY_REPLICATE)) return "ERR Write commands are not allowed from read-only scripts.";
    return running->wrote ? NULL : execute_refusal(c);
}

/* Runs the command in words and leaves its reply as a Lua value. */
static void run_command(lua_state *L, int argc, slice *argv) {
    client *k = running->client;
    call c = { .client = k, .argc = argc, .argv = argv, .now = running->outer->now };
    k->protocol = running->protocol;
    c.command = command_find(argv[0], argc > 1 ? argv[1] : (slice){ NULL, 0 }, NULL);
    const char *why = refusal(&c);
    if (why) {
        push_error(L, slice_of(why));
        return;
    }
    running->wrote |= (c.command->flags & WRITE) != 0;
    execute_inner(&c);
    bytes *reply = output_take(k);
    reader r = { L, reply->at };
    if (reply->len) read_value(&r);
    else lua_push_boolean(L, false);
    bytes_free(reply);
}

static int call_command(lua_state *L, bool raises) {
    int argc = lua_top(L);
    if (!running || argc == 0 || argc > ARGS_MAX) {
        push_error(L, SLICE("ERR Please specify at least one argument for this redis lib call"));
    } else {
        slice few[LITERAL_ARGS], *argv = argc <= LITERAL_ARGS ? few : memory_alloc((size_t)argc * sizeof *argv);
        bytes *text;
        if (take_words(L, &text, argv, argc)) run_command(L, argc, argv);
        else push_error(L, SLICE("ERR Lua redis lib command arguments must be strings or integers"));
        bytes_free(text);
        if (argv != few) memory_free(argv, (size_t)argc * sizeof *argv);
    }
    if (!raises || !lua_is_table(L, -1)) return 1;
    lua_raw_get_field(L, -1, "err");
    bool failed = lua_type_of(L, -1) == LUA_STRING;
    lua_drop(L, 1);
    if (failed) lua_raise(L);
    return 1;
}

static int redis_call(lua_state *L) { return call_command(L, true); }
static int redis_pcall(lua_state *L) { return call_command(L, false); }

/* -- the rest of the redis table ----------------------------------------------------------------------- */

static int one_field(lua_state *L, const char *name, slice s) {
    lua_push_table(L, 0, 1);
    push_field(L, name, s);
    return 1;
}

static int error_reply(lua_state *L) {
    size_t len;
    if (lua_top(L) != 1 || lua_type_of(L, 1) != LUA_STRING) return one_field(L, "err", SLICE("ERR wrong number or type of arguments"));
    const char *at = lua_to_string(L, 1, &len);
    if (len && *at == '-') at++, len--;
    while (len && (at[len - 1] == '\r' || at[len - 1] == '\n')) len--;
    bytes *text = memchr(at, ' ', len) ? NULL : bytes_copy(SLICE("ERR "));
    bytes_append(&text, slice_make(at, len));
    one_field(L, "err", bytes_slice(text));
    bytes_free(text);
    return 1;
}

static int status_reply(lua_state *L) {
    size_t len;
    if (lua_top(L) != 1 || lua_type_of(L, 1) != LUA_STRING) return one_field(L, "err", SLICE("ERR wrong number or type of arguments"));
    const char *at = lua_to_string(L, 1, &len);
    return one_field(L, "ok", slice_make(at, len));
}

static int raise_error(lua_state *L, const char *text) {
    push_error(L, slice_of(text));
    lua_raise(L);
}

static int sha1hex(lua_state *L) {
    uint8_t hash[20];
    char hex[40];
    size_t len = 0;
    if (lua_top(L) != 1) return raise_error(L, "ERR wrong number of arguments");
    const char *at = lua_is_string(L, 1) ? lua_to_string(L, 1, &len) : "";
    sha1_of(slice_make(at, len), hash);
    text_hex(hex, hash, sizeof hash);
    lua_push_string(L, hex, sizeof hex);
    return 1;
}

static int log_line(lua_state *L) {
    static void (*const levels[])(const char *format, ...) = { log_debug, log_verbose, log_notice, log_warning };
    if (lua_top(L) < 2) return raise_error(L, "ERR redis.log() requires two arguments or more.");
    if (lua_type_of(L, 1) != LUA_NUMBER) return raise_error(L, "ERR First argument must be a number (log level).");
    int64_t level = lua_to_integer(L, 1);
    if (level < 0 || level > 3) return raise_error(L, "ERR Invalid log level.");
    bytes *text = bytes_new(64);
    for (int i = 2; i <= lua_top(L); i++) {
        size_t len;
        if (!lua_is_string(L, i)) continue;
        const char *at = lua_to_string(L, i, &len);
        if (text->len) bytes_append_char(&text, ' ');
        bytes_append(&text, slice_make(at, len));
    }
    levels[level]("%s", text->at);
    bytes_free(text);
    return 0;
}

static int set_resp(lua_state *L) {
    if (lua_top(L) != 1) return raise_error(L, "ERR redis.setresp() requires one argument.");
    int64_t version = lua_is_number(L, 1) ? lua_to_integer(L, 1) : 0;
    if (version != 2 && version != 3) return raise_error(L, "ERR RESP version must be 2 or 3.");
    if (running) running->protocol = (int)version;
    return 0;
}

static int always_true(lua_state *L) {
    lua_push_boolean(L, true);
    return 1;
}

static int acl_check(lua_state *L) {
    slice argv[LITERAL_ARGS];
    bytes *text;
    int argc = lua_top(L);
    bool good = running && argc > 0 && argc <= LITERAL_ARGS && take_words(L, &text, argv, argc);
    call c = { .client = running ? running->client : NULL, .argc = argc, .argv = argv };
    if (good) c.command = command_find(argv[0], argc > 1 ? argv[1] : (slice){ NULL, 0 }, NULL);
    if (!good || !c.command) return raise_error(L, "ERR Invalid command passed to redis.acl_check_cmd()");
    lua_push_boolean(L, acl_unrestricted(c.client->user) || !acl_refusal(&c));
    bytes_free(text);
    return 1;
}

static void constants(lua_state *L) {
    static const struct { const char *name; int value; } list[] = {
        { "LOG_DEBUG", 0 }, { "LOG_VERBOSE", 1 }, { "LOG_NOTICE", 2 }, { "LOG_WARNING", 3 }, { "REPL_NONE", 0 }, { "REPL_AOF", 1 },
        { "REPL_SLAVE", 2 }, { "REPL_REPLICA", 2 }, { "REPL_ALL", 3 }, { "REDIS_VERSION_NUM", 8 << 16 | 2 },
    };
    for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
        lua_push_number(L, list[i].value);
        lua_raw_set_field(L, -2, list[i].name);
    }
    lua_push_text(L, "8.0.2");
    lua_raw_set_field(L, -2, "REDIS_VERSION");
}

/* pcall hands a caught error table on as its text. */
static int protected_call(lua_state *L) {
    lua_check_any(L, 1);
    lua_status status = lua_protected_call(L, lua_top(L) - 1, LUA_MULTIPLE, 0);
    if (lua_is_fatal(status)) lua_rethrow(L, status);
    if (status != LUA_OK && lua_is_table(L, -1)) {
        lua_raw_get_field(L, -1, "err");
        if (lua_type_of(L, -1) != LUA_STRING) lua_drop(L, 1);
    }
    lua_push_boolean(L, status == LUA_OK);
    lua_insert(L, 1);
    if (status != LUA_OK) {
        lua_push(L, -1);
        lua_replace(L, 2);
        lua_top_set(L, 2);
    }
    return lua_top(L);
}

static int missing_global(lua_state *L) {
    if (lua_type_of(L, 2) != LUA_STRING && lua_type_of(L, 2) != LUA_NUMBER) {
        lua_fail(L, "Second argument to luaProtectedTableError must be a string or number");
    }
    lua_fail(L, "Script attempted to access nonexistent global variable '%s'", lua_to_string(L, 2, NULL));
}

static void seal(lua_state *L, const char *name) {
    lua_get_field(L, LUA_GLOBALS, name);
    if (lua_is_table(L, -1)) lua_readonly_set(L, -1, true);
    lua_drop(L, 1);
}

void bridge_open(lua_state *L) {
    static const lua_entry entries[] = {
        { "call", redis_call }, { "pcall", redis_pcall }, { "error_reply", error_reply }, { "status_reply", status_reply },
        { "sha1hex", sha1hex }, { "log", log_line }, { "setresp", set_resp }, { "replicate_commands", always_true },
        { "acl_check_cmd", acl_check }, { NULL, NULL }
    };
    static const char *const removed[] = { "getfenv", "setfenv", "newproxy", "print", "dofile", "loadfile" };
    static const char *const sealed[] = { "string", "math", "table", "os", "coroutine", "cjson", "cmsgpack", "struct", "bit", "redis" };
    lua_open_libraries(L);
    cjson_open(L);
    cmsgpack_open(L);
    struct_open(L);
    bit_open(L);
    lua_register_library(L, "redis", entries);
    constants(L);
    lua_drop(L, 1);
    for (size_t i = 0; i < sizeof removed / sizeof *removed; i++) {
        lua_push_nil(L);
        lua_raw_set_field(L, LUA_GLOBALS, removed[i]);
    }
    lua_push_function(L, protected_call, 0);
    lua_raw_set_field(L, LUA_GLOBALS, "pcall");
    lua_push_table(L, 0, 1);
    lua_push_function(L, missing_global, 0);
    lua_raw_set_field(L, -2, "__index");
    lua_readonly_set(L, -1, true);
    lua_set_metatable(L, LUA_GLOBALS);
    for (size_t i = 0; i < sizeof sealed / sizeof *sealed; i++) seal(L, sealed[i]);
    lua_readonly_set(L, LUA_GLOBALS, true);
}

/* -- Lua values become replies --------------------------------------------------------------------------- */

static slice top_text(lua_state *L) {
    size_t len;
    const char *at = lua_to_string(L, -1, &len);
    return slice_make(at, len);
}

/* Pushes table[name] when it has that type; else nothing. */
static bool field(lua_state *L, const char *name, lua_type wanted) {
    lua_raw_get_field(L, -1, name);
    if (lua_type_of(L, -1) == wanted) return true;
    lua_drop(L, 1);
    return false;
}

static void reply_value(call *c, lua_state *L, int depth);

static void reply_list(call *c, lua_state *L, int depth) {
    open_reply place = reply_later(c);
    long n = 0;
    for (;; n++) {
        lua_raw_get_index(L, -1, (size_t)n + 1);
        if (lua_is_nil(L, -1)) break;
        reply_value(c, L, depth + 1);
        lua_drop(L, 1);
    }
    lua_drop(L, 1);
    reply_later_array(c, place, n);
}

static void reply_pairs(call *c, lua_state *L, bool values, int depth) {
    open_reply place = reply_later(c);
    long n = 0;
    for (lua_push_nil(L); lua_next(L, -2); n++) {
        lua_push(L, -2);
        reply_value(c, L, depth + 1);
        lua_drop(L, 1);
        if (values) reply_value(c, L, depth + 1);
        lua_drop(L, 1);
    }
    if (values) reply_later_map(c, place, n);
    else reply_later_set(c, place, n);
}

static void reply_table(call *c, lua_state *L, int depth) {
    int top = lua_top(L);
    if (field(L, "err", LUA_STRING)) reply_error_slice(c, top_text(L));
    else if (field(L, "ok", LUA_STRING)) reply_status_slice(c, top_text(L));
    else if (field(L, "double", LUA_NUMBER)) reply_double(c, lua_to_number(L, -1));
    else if (field(L, "big_number", LUA_STRING)) reply_bignum(c, top_text(L));
    else if (field(L, "map", LUA_TABLE)) reply_pairs(c, L, true, depth);
    else if (field(L, "set", LUA_TABLE)) reply_pairs(c, L, false, depth);
    else if (field(L, "verbatim_string", LUA_TABLE)) {
        char format[4] = "txt";
        if (field(L, "format", LUA_STRING)) {
            slice f = top_text(L);
            memcpy(format, f.at, f.len < 3 ? f.len : 3);
            lua_drop(L, 1);
        }
        if (field(L, "string", LUA_STRING)) reply_verbatim(c, format, top_text(L));
        else reply_null(c);
    } else {
        reply_list(c, L, depth);
    }
    lua_top_set(L, top);
}

static void reply_value(call *c, lua_state *L, int depth) {
    bool new_booleans = running && running->protocol == 3;
    if (depth > DEPTH_MAX * 10 || !lua_reserve(L, LUA_MINIMUM_STACK)) {
        reply_error(c, "ERR reached lua stack limit");
        return;
    }
    switch (lua_type_of(L, -1)) {
    case LUA_STRING: reply_bulk(c, top_text(L)); break;
    case LUA_NUMBER: reply_int(c, lua_to_integer(L, -1)); break;
    case LUA_TABLE: reply_table(c, L, depth); break;
    case LUA_BOOLEAN:
        if (new_booleans) reply_bool(c, lua_to_boolean(L, -1));
        else if (lua_to_boolean(L, -1)) reply_int(c, 1);
        else reply_null(c);
        break;
    default: reply_null(c);
    }
}

void bridge_reply(call *c, lua_state *L) { reply_value(c, L, 0); }

void bridge_reply_error(call *c, lua_state *L, slice name) {
    bytes *text = NULL;
    if (lua_is_table(L, -1) && field(L, "err", LUA_STRING)) {
        bytes_append(&text, top_text(L));
        lua_drop(L, 1);
        if (field(L, "source", LUA_STRING)) {
            bytes_printf(&text, " script: %.*s, on %.*s", SLICE_ARGS(name), SLICE_ARGS(top_text(L)));
            lua_drop(L, 1);
            if (field(L, "line", LUA_NUMBER)) bytes_printf(&text, ":%lld.", (long long)lua_to_integer(L, -1));
        }
    } else {
        bytes_append_text(&text, "ERR ");
        if (lua_is_string(L, -1)) bytes_append(&text, top_text(L));
        else bytes_append_text(&text, "unknown error");
    }
    reply_error_slice(c, bytes_slice(text));
    bytes_free(text);
}
