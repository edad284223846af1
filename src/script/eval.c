/* eval.c -- EVAL and its kin, and SCRIPT: a cache of compiled scripts (scripting.md sections 12 and 17).
 *
 * A script is found by its text, which is cheaper than its digest, or by its digest. Scripts that EVAL brought stand in a
 * list by last use, of which the oldest goes when there are more than EVALUATED_MAX; those of SCRIPT LOAD stay. */
#include "base/hash.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"
#include "data/table.h"
#include "script/api.h"
#include "script/debugger.h"
#include "script/engine.h"
#include "script/eval.h"
#include "script/script.h"
#include "script/shebang.h"
#include "server/client.h"
#include "server/feature.h"
#include "server/reply.h"
#include "store/reclaim.h"

#define NO_NUMBER "ERR value is not an integer or out of range"

enum { SHA_LEN = 40, EVALUATED_MAX = 500 };

typedef struct script {
    bytes *body;
    char sha[SHA_LEN];
    int ticket;                             /* of the compiled function */
    unsigned flags;
    bool evaluated;                         /* stands in the list */
    struct script *newer, *older;
} script;

static struct {
    lua_state *L;
    table *by_body, *by_sha;
    script *newest, *oldest;
    size_t evaluated, bytes;
    uint64_t evicted;
} state;

static slice body_key(const void *item) { return bytes_slice(((const script *)item)->body); }
static slice sha_key(const void *item) { return slice_make(((const script *)item)->sha, SHA_LEN); }
static const table_kind by_body = { body_key }, by_sha = { sha_key };

static lua_state *engine(void) {
    if (state.L) return state.L;
    state.by_body = table_new(&by_body);
    state.by_sha = table_new(&by_sha);
    lua_state *L = state.L = engine_open();
    lua_push(L, ENGINE_HANDLER);
    lua_raw_set_field(L, LUA_GLOBALS, "__redis__err__handler");
    lua_raw_get_field(L, LUA_GLOBALS, "redis");
    api_add_of_eval(L);
    lua_drop(L, 1);
    engine_seal(L);
    engine_share_random(NULL, L);
    return L;
}

/* -- the cache ------------------------------------------------------------------------------------------ */

static void unlink_script(script *s) {
    if (s->newer) s->newer->older = s->older;
    else state.newest = s->older;
    if (s->older) s->older->newer = s->newer;
    else state.oldest = s->newer;
    s->newer = s->older = NULL;
}

static void link_newest(script *s) {
    s->older = state.newest;
    if (s->older) s->older->newer = s;
    else state.oldest = s;
    state.newest = s;
}

static void touch(script *s) {
    if (!s->evaluated || s == state.newest) return;
    unlink_script(s);
    link_newest(s);
}

static size_t script_bytes(const script *s) { return memory_good_size(sizeof *s) + bytes_footprint(s->body); }

static void script_free(void *item, void *context) {
    (void)context;
    script *s = item;
    bytes_free(s->body);
    memory_free(s, sizeof *s);
}

static void evict_oldest(void) {
    script *s = state.oldest;
    unlink_script(s);
    state.evaluated--;
    state.evicted++;
    lua_release(state.L, s->ticket);
    table_remove(state.by_body, hash_of(body_key(s)), body_key(s));
    table_remove(state.by_sha, hash_of(sha_key(s)), sha_key(s));
    state.bytes -= script_bytes(s);
    script_free(s, NULL);
}

static void digest_of(slice body, char sha[SHA_LEN]) {
    uint8_t sum[20];
    sha1_of(body, sum);
    text_hex(sha, sum, sizeof sum);
}

static script *store(slice body, int ticket, unsigned flags) {
    bool found;
    script *s = memory_zero(sizeof *s);
    s->body = bytes_copy(body);
    s->ticket = ticket;
    s->flags = flags;
    digest_of(body, s->sha);
    *table_insert(state.by_body, hash_of(body), body, &found) = s;
    *table_insert(state.by_sha, hash_of(sha_key(s)), sha_key(s), &found) = s;
    state.bytes += script_bytes(s);
    return s;
}

/* Compiles a script that is not known yet; NULL when an error has been replied. */
static script *compile(call *c, slice body) {
    lua_state *L = engine();
    unsigned flags;
    slice code;
    bytes *why = NULL;
    if (!shebang_of_script(body, &flags, &code, &why)) {
        reply_error_slice(c, bytes_slice(why));
        bytes_free(why);
        return NULL;
    }
    if (lua_load(L, code.at, code.len, "@user_script") != LUA_OK) {
        reply_errorf(c, "ERR Error compiling script (new function): %s", lua_to_string(L, -1, NULL));
        lua_top_set(L, ENGINE_HANDLER);
        return NULL;
    }
    script *s = store(body, lua_keep(L), flags);
    engine_loaded(L);
    return s;
}

static script *find_body(slice body) {
    engine();
    return table_find(state.by_body, hash_of(body), body);
}

static script *find_sha(slice sha) {
    char lower[SHA_LEN];
    if (sha.len != SHA_LEN || !state.by_sha) return NULL;
    memcpy(lower, sha.at, SHA_LEN);
    text_to_lower(lower, SHA_LEN);
    slice key = slice_make(lower, SHA_LEN);
    return table_find(state.by_sha, hash_of(key), key);
}

/* -- running ---------------------------------------------------------------------------------------------- */

static void push_words(lua_state *L, const slice *words, long count, const char *name) {
    lua_push_table(L, (size_t)count, 0);
    for (long i = 0; i < count; i++) {
        lua_push_string(L, words[i].at, words[i].len);
        lua_raw_set_index(L, -2, (size_t)i + 1);
    }
    lua_raw_set_field(L, LUA_GLOBALS, name);
}

static void run(call *c, script *s, long keys, bool read_only) {
    lua_state *L = state.L;
    char name[SHA_LEN + 1];
    memcpy(name, s->sha, SHA_LEN);          /* the script may be flushed by what it calls' clients while busy */
    if (!script_admit(c, s->flags, read_only)) return;
    touch(s);
    lua_readonly_set(L, LUA_GLOBALS, false);
    push_words(L, c->argv + 3, keys, "KEYS");
    push_words(L, c->argv + 3 + keys, c->argc - 3 - keys, "ARGV");
    lua_readonly_set(L, LUA_GLOBALS, true);
    lua_push_kept(L, s->ticket);
    script_execute(c, L, 0, slice_make(name, SHA_LEN), false, s->flags, read_only);
}

/* The script of an EVAL, compiled if it is new; NULL when an error has been replied. */
static script *script_of(call *c) {
    script *s = find_body(c->argv[1]);
    if (s) return s;
    s = compile(c, c->argv[1]);
    if (!s) return NULL;
    if (state.evaluated == EVALUATED_MAX) evict_oldest();
    s->evaluated = true;
    state.evaluated++;
    link_newest(s);
    return s;
}

/* As a session: with code that has places to stop, which nobody else is to run. */
static void evaluate_watched(call *c, bool read_only) {
    unsigned flags;
    slice code;
    bytes *why = NULL;
    long keys = script_keys(c, NO_NUMBER);
    script *s = keys < 0 ? NULL : script_of(c);
    if (!s) return;
    shebang_of_script(c->argv[1], &flags, &code, &why);
    debugger_begin(state.L, c->argv[1]);
    if (lua_load(state.L, code.at, code.len, "@user_script") == LUA_OK) {
        int plain = s->ticket, watched = lua_keep(state.L);
        s->ticket = watched;
        run(c, s, keys, read_only);
        s->ticket = plain;
        lua_release(state.L, watched);
    } else {
        reply_errorf(c, "ERR Error compiling script (new function): %s", lua_to_string(state.L, -1, NULL));
        lua_top_set(state.L, ENGINE_HANDLER);
    }
    debugger_end(state.L);
}

static void evaluate(call *c, bool read_only) {
    if (debugger_wanted(c)) {
        debugger_hold(c, read_only, evaluate_watched);
        return;
    }
    long keys = script_keys(c, NO_NUMBER);
    script *s = keys < 0 ? NULL : script_of(c);
    if (s) run(c, s, keys, read_only);
}

static void evaluate_sha(call *c, bool read_only) {
    if (debugger_wanted(c)) {
        reply_error(c, "ERR Please use EVAL instead of EVALSHA for debugging");
        return;
    }
    long keys = script_keys(c, NO_NUMBER);
    if (keys < 0) return;
    script *s = find_sha(c->argv[1]);
    if (s) run(c, s, keys, read_only);
    else reply_error(c, "NOSCRIPT No matching script. Please use EVAL.");
}

/* A script need not be compiled for its flags to be known. */
static unsigned flags_of(const call *c) {
    unsigned flags;
    slice code;
    bytes *why = NULL;
    bool good = shebang_of_script(c->argv[1], &flags, &code, &why);
    bytes_free(why);
    return good ? script_command_flags(c, flags) : c->command->flags;
}

static unsigned flags_of_sha(const call *c) {
    const script *s = find_sha(c->argv[1]);
    return s ? script_command_flags(c, s->flags) : c->command->flags;
}

static void eval(call *c) { evaluate(c, false); }
static void eval_ro(call *c) { evaluate(c, true); }
static void evalsha(call *c) { evaluate_sha(c, false); }
static void evalsha_ro(call *c) { evaluate_sha(c, true); }

/* -- SCRIPT -------------------------------------------------------------------------------------------------- */

static void script_load(call *c) {
    script *s = find_body(c->argv[2]);
    if (!s) s = compile(c, c->argv[2]);
    if (s) reply_bulk(c, slice_make(s->sha, SHA_LEN));
}

static void script_exists(call *c) {
    reply_array(c, c->argc - 2);
    for (int i = 2; i < c->argc; i++) reply_int(c, find_sha(c->argv[i]) != NULL);
}

static bool free_some_scripts(void *scripts, size_t budget) {
    table_drain(scripts, budget, script_free, NULL);
    if (table_count(scripts)) return false;
    table_free(scripts, NULL, NULL);
    return true;
}

static void script_flush(call *c) {
    bool known = c->argc == 2 || (c->argc == 3 && (slice_is(c->argv[2], "sync") || slice_is(c->argv[2], "async")));
    if (!known) {
        reply_error(c, "ERR SCRIPT FLUSH only support SYNC|ASYNC option");
        return;
    }
    if (state.L) {
        table_free(state.by_sha, NULL, NULL);
        reclaim_later(free_some_scripts, state.by_body, table_count(state.by_body));
        engine_close(state.L, 1);
        state.bytes = 0;
        state.by_sha = state.by_body = NULL;
        state.L = NULL;
        state.newest = state.oldest = NULL;
        state.evaluated = 0;
    }
    reply_ok(c);
}

static void script_kill_command(call *c) { script_kill(c, false); }

static void script_show(call *c) {
    const script *s = find_sha(c->argv[2]);
    if (s) reply_bulk(c, body_key(s));
    else reply_error(c, "NOSCRIPT No matching script.");
}

static void script_help(call *c) {
    static const char *const lines[] = {
        "DEBUG YES|SYNC|NO", "    Debug the next EVAL of this connection: in a copy of the server, in the server, or not.",
        "EXISTS <sha1> [<sha1> ...]", "    Tell which of these scripts are in the cache.",
        "FLUSH [ASYNC|SYNC]", "    Forget all cached scripts.",
        "KILL", "    End the script that runs, unless it has written.",
        "LOAD <script>", "    Compile a script and keep it for EVALSHA.",
        "SHOW <sha1>", "    Show the text of a cached script.", NULL
    };
    reply_help(c, lines);
}

enum { RUNS = NOSCRIPT | STALE | SKIP_MONITOR | NO_MANDATORY_KEYS | MOVABLE_KEYS | MAY_REPLICATE | NO_PROPAGATE };
#define SHAPE "#numkeys [@key ...] [arg ...]"
#define RW_SPEC "RW+access+update index{index=2} keynum{keynumidx=0,firstkey=1,keystep=1}"
#define RO_SPEC "RO+access index{index=2} keynum{keynumidx=0,firstkey=1,keystep=1}"
#define RW_NOTE "What a script does to its keys is not known: the most it may"
#define RO_NOTE "What a script does to its keys is not known: the most it may"

static const command commands[] = {
    { "eval", eval, RUNS, 0, "script " SHAPE, "2.6.0", "Depends on the script that is executed.", "Runs a Lua script.",
      .key_specs = RW_SPEC, .key_notes = RW_NOTE, .flags_of = flags_of },
    { "evalsha", evalsha, RUNS, 0, "sha1 " SHAPE, "2.6.0", "Depends on the script that is executed.", "Runs a Lua script by its digest.",
      .key_specs = RW_SPEC, .flags_of = flags_of_sha },
    { "eval_ro", eval_ro, (RUNS & ~MAY_REPLICATE) | READ, 0, "script " SHAPE, "7.0.0", "Depends on the script that is executed.",
      "Runs a Lua script that only reads.", .categories = "-read", .key_specs = RO_SPEC, .key_notes = RO_NOTE, .flags_of = flags_of },
    { "evalsha_ro", evalsha_ro, (RUNS & ~MAY_REPLICATE) | READ, 0, "sha1 " SHAPE, "7.0.0", "Depends on the script that is executed.",
      "Runs a Lua script that only reads by its digest.", .categories = "-read", .key_specs = RO_SPEC, .flags_of = flags_of_sha },
    { "script", NULL, CONTAINER, 0, "", "2.6.0", "Depends on subcommand.", "Manages the cache of scripts." },
    { "script|load", script_load, NOSCRIPT | STALE, 0, "script", "2.6.0", "O(N) with N being the length in bytes of the script body.",
      "Keeps a script.", .tips = "request_policy:all_nodes response_policy:all_succeeded" },
    { "script|debug", debugger_choose, NOSCRIPT, 0, "{mode: YES | SYNC | NO}", "3.2.0", "O(1)",
      "Debugs the scripts of this connection." },
    { "script|exists", script_exists, NOSCRIPT, 0, "sha1 ...", "2.6.0",
      "O(N) with N being the number of scripts to check (so checking a single script is an O(1) operation).",
      "Tells which scripts are kept.", .tips = "request_policy:all_shards response_policy:agg_logical_and" },
    { "script|flush", script_flush, NOSCRIPT, 0, "[flush-type: ASYNC | SYNC]^6.2.0", "2.6.0",
      "O(N) with N being the number of scripts in cache",
      "Forgets all scripts.", .tips = "request_policy:all_nodes response_policy:all_succeeded" },
    { "script|kill", script_kill_command, NOSCRIPT | ALLOW_BUSY, 0, "", "2.6.0", "O(1)", "Stops a script that only reads.",
      .tips = "request_policy:all_shards response_policy:one_succeeded" },
    { "script|show", script_show, NOSCRIPT, 0, "sha1", "8.0.0", "O(1)", "Shows a script." },
    { "script|help", script_help, LOADING | STALE, 0, "", "5.0.0", "O(1)", "Tells what SCRIPT can do." },
    { 0 }
};

size_t eval_engine_bytes(void) { return state.L ? lua_memory_used(state.L) : 0; }
size_t eval_cache_bytes(void) {
    return state.by_body ? state.bytes + table_footprint(state.by_body) + table_footprint(state.by_sha) : 0;
}
static size_t overhead(void) { return eval_engine_bytes() + eval_cache_bytes(); }
static void print_engine(bytes **out) { bytes_append_int(out, (int64_t)eval_engine_bytes()); }
static void print_cache(bytes **out) { bytes_append_int(out, (int64_t)eval_cache_bytes()); }
static void print_count(bytes **out) { bytes_append_int(out, state.by_sha ? (int64_t)table_count(state.by_sha) : 0); }
static void print_evicted(bytes **out) { bytes_append_int(out, (int64_t)state.evicted); }

static void print_engine_human(bytes **out) {
    char room[NUMBER_DOUBLE_TEXT];
    bytes_append(out, slice_make(room, (size_t)number_print_human(room, eval_engine_bytes())));
}

static const info_field info[] = {
    { "memory", "used_memory_lua", print_engine, NULL },
    { "memory", "used_memory_vm_eval", print_engine, NULL },
    { "memory", "used_memory_lua_human", print_engine_human, NULL },
    { "memory", "used_memory_scripts_eval", print_cache, NULL },
    { "memory", "number_of_cached_scripts", print_count, NULL },
    { "stats", "evicted_scripts", print_evicted, NULL },
    { 0 }
};

static void reset_stats(void) { state.evicted = 0; }

const feature evaluating = {
    .name = "scripting", .commands = commands, .info = info, .overhead = overhead, .reset_stats = reset_stats,
};
