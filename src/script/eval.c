/* eval.c -- EVAL and its kin, and the cache of scripts (scripting.md section 12). */
#include "base/hash.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"
#include "os/os.h"
#include "script/bridge.h"
#include "server/client.h"
#include "server/execute.h"
#include "server/feature.h"
#include "server/reply.h"

enum { SHA_LEN = 40, HOOK_INTERVAL = 10000, COLLECT_KB = 16, COLLECT_EVERY = 64 };

typedef struct script {
    char sha[SHA_LEN];
    bytes *body;
    int function;                           /* kept in the Lua state */
    bool read_only;
} script;

static struct {
    lua_state *L;
    client *client;
    table *by_sha, *by_body;
    size_t bytes, runs;
    int handler;
    int64_t began_us, busy_ms;
    bool running, kill, busy;
    script_run *run;
} state;

static slice sha_key(const void *item) { return slice_make(((const script *)item)->sha, SHA_LEN); }
static slice body_key(const void *item) { return bytes_slice(((const script *)item)->body); }
static const table_kind by_sha = { sha_key }, by_body = { body_key };

/* -- the interpreter --------------------------------------------------------------------------------- */

static void *resize(void *context, void *p, size_t before, size_t after) {
    (void)context;
    state.bytes += after - before;
    if (after) return memory_resize(p, before, after);
    memory_free(p, before);
    return NULL;
}

static double clock_now(void *context) {
    int64_t user, system, a, b;
    (void)context;
    os_cpu_us(&user, &system, &a, &b);
    return (double)(user + system) / 1e6;
}

static const char busy_text[] = "BUSY Redis is busy running a script. You can only call SCRIPT KILL or SHUTDOWN NOSAVE.";

/* A script that takes long lets the loop answer others: with BUSY, but for the few that may stop it. */
static void watch(lua_state *L, void *context) {
    (void)context;
    if (os_mono_us() - state.began_us < state.busy_ms * 1000) return;
    if (!state.busy) execute_set_busy(busy_text);
    state.busy = true;
    loop_serve();
    if (!state.kill) return;
    lua_push_text(L, "Error running script (user_script): Script killed by user with SCRIPT KILL...");
    lua_raise_fatal(L);
}

/* The handler of uncaught errors: makes a table of what is none, and says where it happened. */
static int locate(lua_state *L) {
    lua_location at;
    if (!lua_is_table(L, 1)) {
        size_t len = 0;
        const char *text = lua_is_string(L, 1) ? lua_to_string(L, 1, &len) : NULL;
        bytes *message = bytes_copy(SLICE("ERR "));
        if (text) bytes_append(&message, slice_make(text, len));
        else bytes_append_text(&message, lua_type_of(L, 1) == LUA_BOOLEAN ? (lua_to_boolean(L, 1) ? "true" : "false") : "nil");
        lua_push_table(L, 0, 3);
        lua_push_string(L, message->at, message->len);
        lua_raw_set_field(L, -2, "err");
        bytes_free(message);
        lua_replace(L, 1);
    }
    for (int level = 1; level < 4; level++) {
        if (!lua_locate(L, level, &at)) break;
        if (at.line < 0) continue;
        lua_push_text(L, at.source);
        lua_raw_set_field(L, 1, "source");
        lua_push_number(L, at.line);
        lua_raw_set_field(L, 1, "line");
        break;
    }
    lua_top_set(L, 1);
    return 1;
}

static void open_interpreter(void) {
    static const lua_host host = { .resize = resize, .clock = clock_now };
    state.L = lua_open(&host);
    bridge_open(state.L);
    lua_push_function(state.L, locate, 0);
    state.handler = lua_keep(state.L);
    state.by_sha = table_new(&by_sha);
    state.by_body = table_new(&by_body);
}

static void free_script(void *item, void *context) {
    script *s = item;
    (void)context;
    bytes_free(s->body);
    memory_free(s, sizeof *s);
}

static void close_interpreter(void) {
    table_free(state.by_body, NULL, NULL);
    table_free(state.by_sha, free_script, NULL);
    lua_close(state.L);
}

/* -- the cache ------------------------------------------------------------------------------------------ */

static void sha_of(slice body, char *sha) {
    uint8_t hash[20];
    sha1_of(body, hash);
    text_hex(sha, hash, sizeof hash);
}

static bool unknown_flag(call *c, slice flag, bool *read_only) {
    static const char *const known[] = { "allow-oom", "allow-stale", "no-cluster", "allow-cross-slot-keys", "no-writes" };
    for (int i = 0; i < 5; i++) {
        if (!slice_equal(flag, slice_of(known[i]))) continue;
        *read_only |= i == 4;
        return false;
    }
    reply_errorf(c, "ERR Unexpected flag in script shebang: %.*s", SLICE_ARGS(flag));
    return true;
}

static bool read_option(call *c, slice word, bool *read_only) {
    enum { PREFIX = sizeof "flags=" - 1 };
    if (word.len < PREFIX || !slice_starts(word, SLICE("flags="))) {
        reply_errorf(c, "ERR Unknown lua shebang option: %.*s", SLICE_ARGS(word));
        return false;
    }
    word = slice_make(word.at + PREFIX, word.len - PREFIX);
    while (word.len) {
        const char *comma = memchr(word.at, ',', word.len);
        slice flag = { word.at, comma ? (size_t)(comma - word.at) : word.len };
        if (unknown_flag(c, flag, read_only)) return false;
        word.at += flag.len + (comma != NULL);
        word.len -= flag.len + (comma != NULL);
        if (comma && !word.len && unknown_flag(c, (slice){ "", 0 }, read_only)) return false;
    }
    return true;
}

/* "#!lua flags=..." on the first line; the code then begins at that line's end, so that line numbers stay. */
static bool read_shebang(call *c, slice *code, bool *read_only) {
    if (!slice_starts(*code, SLICE("#!"))) return true;
    const char *end = memchr(code->at, '\n', code->len);
    if (!end) return reply_error(c, "ERR Invalid script shebang"), false;
    bytes **parts;
    int count = text_split(slice_make(code->at, (size_t)(end - code->at)), &parts);
    if (count < 0) return reply_error(c, "ERR Invalid engine in script shebang"), false;
    bool good = count > 0 && slice_equal(bytes_slice(parts[0]), SLICE("#!lua"));
    if (!good) reply_errorf(c, "ERR Unexpected engine in script shebang: %s", count ? parts[0]->at : "");
    for (int i = 1; good && i < count; i++) good = read_option(c, bytes_slice(parts[i]), read_only);
    text_free_words(parts, count);
    *code = slice_make(end, code->len - (size_t)(end - code->at));
    return good;
}

/* The script of this body, compiled if need be; NULL when an error was replied. */
static script *script_of(call *c, slice body) {
    uint64_t hash = hash_of(body);
    script *s = table_find(state.by_body, hash, body);
    bool read_only = false, found;
    slice code = body;
    if (s) return s;
    if (!read_shebang(c, &code, &read_only)) return NULL;
    if (lua_load(state.L, code.at, code.len, "@user_script") != LUA_OK) {
        size_t len;
        const char *why = lua_to_string(state.L, -1, &len);
        reply_errorf(c, "ERR Error compiling script (new function): %.*s", (int)len, why);
        lua_drop(state.L, 1);
        return NULL;
    }
    s = memory_alloc(sizeof *s);
    *s = (script){ .body = bytes_copy(body), .function = lua_keep(state.L), .read_only = read_only };
    sha_of(body, s->sha);
    *table_insert(state.by_body, hash, bytes_slice(s->body), &found) = s;
    *table_insert(state.by_sha, hash_of(sha_key(s)), sha_key(s), &found) = s;
    return s;
}

static script *script_named(slice name) {
    char sha[SHA_LEN];
    if (name.len != SHA_LEN) return NULL;
    memcpy(sha, name.at, SHA_LEN);
    text_to_lower(sha, SHA_LEN);
    return table_find(state.by_sha, hash_of(slice_make(sha, SHA_LEN)), slice_make(sha, SHA_LEN));
}

/* -- running --------------------------------------------------------------------------------------------- */

static void set_words(const char *name, const slice *words, int count) {
    lua_push_table(state.L, (size_t)count, 0);
    for (int i = 0; i < count; i++) {
        lua_push_string(state.L, words[i].at, words[i].len);
        lua_raw_set_index(state.L, -2, (size_t)i + 1);
    }
    lua_raw_set_field(state.L, LUA_GLOBALS, name);
}

static void run(call *c, const script *s, int keys, bool read_only) {
    lua_state *L = state.L;
    script_run it = { .outer = c, .client = state.client, .protocol = 2, .read_only = read_only || s->read_only };
    client *k = state.client;
    k->user = c->client->user;
    k->db = c->client->db;
    lua_readonly_set(L, LUA_GLOBALS, false);
    set_words("KEYS", c->argv + 3, keys);
    set_words("ARGV", c->argv + 3 + keys, c->argc - 3 - keys);
    lua_readonly_set(L, LUA_GLOBALS, true);
    state.began_us = os_mono_us();
    state.running = true;
    state.kill = false;
    state.run = &it;
    lua_set_hook(L, watch, NULL, HOOK_INTERVAL);
    bridge_begin(&it);
    lua_push_kept(L, state.handler);
    lua_push_kept(L, s->function);
    lua_status status = lua_protected_call(L, 0, 1, 1);
    if (status == LUA_OK) bridge_reply(c, L);
    else bridge_reply_error(c, L, slice_make(s->sha, SHA_LEN));
    lua_top_set(L, 0);
    bridge_end();
    state.running = false;
    state.run = NULL;
    if (state.busy) execute_set_busy(NULL);
    state.busy = false;
    if (++state.runs % COLLECT_EVERY == 0) lua_collect_step(L, COLLECT_KB);
}

static bool read_keys(call *c, int *keys) {
    int64_t n;
    if (!arg_int(c, c->argv[2], &n)) return false;
    if (n > c->argc - 3) return reply_error(c, "ERR Number of keys can't be greater than number of args"), false;
    if (n < 0) return reply_error(c, "ERR Number of keys can't be negative"), false;
    *keys = (int)n;
    return true;
}

static void evaluate(call *c, bool by_name, bool read_only) {
    int keys;
    if (!read_keys(c, &keys)) return;
    const script *s = by_name ? script_named(c->argv[1]) : script_of(c, c->argv[1]);
    if (s) run(c, s, keys, read_only);
    else if (by_name) reply_error(c, "NOSCRIPT No matching script. Please use EVAL.");
}

static void eval(call *c) { evaluate(c, false, false); }
static void evalsha(call *c) { evaluate(c, true, false); }
static void eval_ro(call *c) { evaluate(c, false, true); }
static void evalsha_ro(call *c) { evaluate(c, true, true); }

/* -- SCRIPT ----------------------------------------------------------------------------------------------- */

static void script_load(call *c) {
    const script *s = script_of(c, c->argv[2]);
    if (s) reply_bulk(c, sha_key(s));
}

static void script_exists(call *c) {
    reply_array(c, c->argc - 2);
    for (int i = 2; i < c->argc; i++) reply_int(c, script_named(c->argv[i]) != NULL);
}

static void script_flush(call *c) {
    if (c->argc > 3 || (c->argc == 3 && !slice_is(c->argv[2], "sync") && !slice_is(c->argv[2], "async"))) {
        reply_error(c, "ERR SCRIPT FLUSH only support SYNC|ASYNC option");
        return;
    }
    close_interpreter();
    open_interpreter();
    reply_ok(c);
}

static void script_kill(call *c) {
    if (!state.running) {
        reply_error(c, "NOTBUSY No scripts in execution right now.");
    } else if (state.run->wrote) {
        reply_error(c, "UNKILLABLE Sorry the script already executed write commands against the dataset. You can either wait the script "
                    "termination or kill the server in a hard way using the SHUTDOWN NOSAVE command.");
    } else {
        state.kill = true;
        reply_ok(c);
    }
}

static void script_show(call *c) {
    const script *s = script_named(c->argv[2]);
    if (s) reply_bulk(c, bytes_slice(s->body));
    else reply_error(c, "NOSCRIPT No matching script.");
}

static void script_help(call *c) {
    static const char *const lines[] = {
        "EXISTS <sha1> [<sha1> ...]", "    Return information about the existence of the scripts in the script cache.",
        "FLUSH [ASYNC|SYNC]", "    Flush the Lua scripts cache. Very dangerous on replicas.",
        "KILL", "    Kill the currently executing Lua script.",
        "LOAD <script>", "    Load a script into the scripts cache without executing it.", NULL
    };
    reply_help(c, lines);
}

enum { RUNS = NOSCRIPT | STALE | SKIP_MONITOR | NO_MANDATORY_KEYS | MOVABLE_KEYS | MAY_REPLICATE | NO_PROPAGATE };
#define SHAPE "#numkeys [@key ...] [arg ...]"
#define RW_SPEC "RW+access+update index{index=2} keynum{keynumidx=0,firstkey=1,keystep=1}"
#define RO_SPEC "RO+access index{index=2} keynum{keynumidx=0,firstkey=1,keystep=1}"
#define RW_NOTE "We cannot tell how the keys will be used so we assume the worst, RW and UPDATE"
#define RO_NOTE "We cannot tell how the keys will be used so we assume the worst, RO and ACCESS"

static const command commands[] = {
    { "eval", eval, RUNS, 0, "script " SHAPE, "2.6.0", "Depends on the script that is executed.", "Runs a Lua script.",
      .key_specs = RW_SPEC, .key_notes = RW_NOTE },
    { "evalsha", evalsha, RUNS, 0, "sha1 " SHAPE, "2.6.0", "Depends on the script that is executed.", "Runs a Lua script by its digest.",
      .key_specs = RW_SPEC },
    { "eval_ro", eval_ro, (RUNS & ~MAY_REPLICATE) | READ, 0, "script " SHAPE, "7.0.0", "Depends on the script that is executed.",
      "Runs a Lua script that only reads.", .categories = "-read", .key_specs = RO_SPEC, .key_notes = RO_NOTE },
    { "evalsha_ro", evalsha_ro, (RUNS & ~MAY_REPLICATE) | READ, 0, "sha1 " SHAPE, "7.0.0", "Depends on the script that is executed.",
      "Runs a Lua script that only reads by its digest.", .categories = "-read", .key_specs = RO_SPEC },
    { "script", NULL, CONTAINER, 0, "", "2.6.0", "Depends on subcommand.", "Manages the cache of scripts." },
    { "script|load", script_load, NOSCRIPT | STALE, 0, "script", "2.6.0", "O(N) with N being the length in bytes of the script body.",
      "Keeps a script.", .tips = "request_policy:all_nodes response_policy:all_succeeded" },
    { "script|exists", script_exists, NOSCRIPT, 0, "sha1 ...", "2.6.0",
      "O(N) with N being the number of scripts to check (so checking a single script is an O(1) operation).",
      "Tells which scripts are kept.", .tips = "request_policy:all_shards response_policy:agg_logical_and" },
    { "script|flush", script_flush, NOSCRIPT, 0, "[flush-type: ASYNC | SYNC]", "2.6.0", "O(N) with N being the number of scripts in cache",
      "Forgets all scripts.", .tips = "request_policy:all_nodes response_policy:all_succeeded" },
    { "script|kill", script_kill, NOSCRIPT | ALLOW_BUSY, 0, "", "2.6.0", "O(1)", "Stops a script that only reads.",
      .tips = "request_policy:all_shards response_policy:one_succeeded" },
    { "script|show", script_show, NOSCRIPT, 0, "sha1", "8.0.0", "O(1)", "Shows a script." },
    { "script|help", script_help, LOADING | STALE, 0, "", "5.0.0", "O(1)", "Tells what SCRIPT can do." },
    { 0 }
};

static void start(void) {
    state.client = client_new(-1);
    state.client->flags |= CLIENT_SCRIPT | CLIENT_AUTHENTICATED | CLIENT_DENY_BLOCKING;
    open_interpreter();
}

static void print_count(bytes **out) { bytes_append_int(out, state.by_sha ? (int64_t)table_count(state.by_sha) : 0); }
static void print_bytes(bytes **out) { bytes_append_int(out, (int64_t)state.bytes); }
static size_t overhead(void) { return state.bytes; }

static const info_field info[] = {
    { "memory", "number_of_cached_scripts", print_count, NULL },
    { "memory", "used_memory_lua", print_bytes, NULL },
    { "memory", "used_memory_vm_eval", print_bytes, NULL },
    { 0 }
};

static const setting settings[] = {
    { "busy-reply-threshold", SETTING_INT, &state.busy_ms, "5000", .least = 0, .most = INT64_MAX, .alias = "lua-time-limit" },
    { 0 }
};

const feature scripting = {
    .name = "scripting", .commands = commands, .settings = settings, .info = info, .start = start, .overhead = overhead,
};
