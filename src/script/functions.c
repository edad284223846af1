/* functions.c -- FUNCTION and FCALL (scripting.md section 18), and how libraries survive: in snapshots, in the log. */
#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"
#include "os/os.h"
#include "persist/rdb.h"
#include "persist/rdb_settings.h"
#include "script/eval.h"
#include "script/library.h"
#include "script/script.h"
#include "server/client.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/propagate.h"
#include "server/reply.h"

enum { LOADING_US = 500 * 1000 };

static struct {
    library_set *set;
    bytes *why;                             /* why a library of a file was refused */
} state;

static void written(call *c) {
    keyspace_dirty_add();
    propagate_force(c);
}

static void refuse(call *c, bytes *why) {
    reply_error_slice(c, bytes_slice(why));
    bytes_free(why);
}

/* -- FCALL ------------------------------------------------------------------------------------------- */

static void push_words(lua_state *L, const slice *words, long count) {
    lua_push_table(L, (size_t)count, 0);
    for (long i = 0; i < count; i++) {
        lua_push_string(L, words[i].at, words[i].len);
        lua_raw_set_index(L, -2, (size_t)i + 1);
    }
}

static void call_function(call *c, bool read_only) {
    library_function *f = library_function_find(state.set, c->argv[1]);
    if (!f) {
        reply_error(c, "ERR Function not found");
        return;
    }
    long keys = script_keys(c, "ERR Bad number of keys provided");
    if (keys < 0 || !script_admit(c, f->flags, read_only)) return;
    lua_state *L = library_engine();
    lua_push_kept(L, f->ticket);
    push_words(L, c->argv + 3, keys);
    push_words(L, c->argv + 3 + keys, c->argc - 3 - keys);
    script_execute(c, L, 2, bytes_slice(f->name), true, f->flags, read_only);
}

static unsigned flags_of(const call *c) {
    const library_function *f = library_function_find(state.set, c->argv[1]);
    return f ? script_command_flags(c, f->flags) : c->command->flags;
}

static void fcall(call *c) { call_function(c, false); }
static void fcall_ro(call *c) { call_function(c, true); }

/* -- LOAD, DELETE, FLUSH ------------------------------------------------------------------------------- */

static void function_load(call *c) {
    bool replace = false, trusted = c->client->flags & (CLIENT_LOADING | CLIENT_MASTER);
    bytes *why = NULL;
    int at = 2;
    for (; at < c->argc - 1; at++) {
        if (!slice_is(c->argv[at], "replace")) {
            reply_errorf(c, "ERR Unknown option given: %.*s", SLICE_ARGS(c->argv[at]));
            return;
        }
        replace = true;
    }
    if (at >= c->argc) {
        reply_error(c, "ERR Function code is missing");
        return;
    }
    library *l = library_load(state.set, c->argv[at], replace, trusted ? 0 : os_mono_us() + LOADING_US, &why);
    if (!l) {
        refuse(c, why);
        return;
    }
    written(c);
    reply_bulk(c, bytes_slice(l->name));
}

static void function_delete(call *c) {
    library *l = library_find(state.set, c->argv[2]);
    if (!l) {
        reply_error(c, "ERR Library not found");
        return;
    }
    library_remove(state.set, l);
    written(c);
    reply_ok(c);
}

static void forget_all(void) {
    size_t functions = table_count(state.set->functions);
    library_set_free(state.set);
    library_engine_close(functions);
    state.set = library_set_new();
}

static void function_flush(call *c) {
    if (c->argc > 3) {
        reply_unknown_subcommand(c);
        return;
    }
    if (c->argc == 3 && !slice_is(c->argv[2], "sync") && !slice_is(c->argv[2], "async")) {
        reply_error(c, "ERR FUNCTION FLUSH only supports SYNC|ASYNC option");
        return;
    }
    forget_all();
    written(c);
    reply_ok(c);
}

/* -- LIST, STATS, KILL ------------------------------------------------------------------------------------ */

static void list_function(call *c, const library_function *f) {
    long count = 0;
    reply_map(c, 3);
    reply_bulk_text(c, "name");
    reply_bulk(c, bytes_slice(f->name));
    reply_bulk_text(c, "description");
    if (f->description) reply_bulk(c, bytes_slice(f->description));
    else reply_null(c);
    reply_bulk_text(c, "flags");
    for (int i = 0; i < SCRIPT_FLAGS; i++) count += f->flags >> i & 1;
    reply_set(c, count);
    for (int i = 0; i < SCRIPT_FLAGS; i++) if (f->flags >> i & 1) reply_status(c, script_flag_names[i]);
}

static void list_library(call *c, const library *l, bool with_code) {
    reply_map(c, with_code ? 4 : 3);
    reply_bulk_text(c, "library_name");
    reply_bulk(c, bytes_slice(l->name));
    reply_bulk_text(c, "engine");
    reply_bulk_text(c, "LUA");
    reply_bulk_text(c, "functions");
    reply_array(c, (long)l->count);
    for (const library_function *f = l->first; f; f = f->next) list_function(c, f);
    if (!with_code) return;
    reply_bulk_text(c, "library_code");
    reply_bulk(c, bytes_slice(l->code));
}

static void function_list(call *c) {
    bool with_code = false;
    slice pattern = { NULL, 0 };
    for (int i = 2; i < c->argc; i++) {
        if (!with_code && slice_is(c->argv[i], "withcode")) {
            with_code = true;
        } else if (!pattern.at && slice_is(c->argv[i], "libraryname")) {
            if (++i == c->argc) {
                reply_error(c, "ERR library name argument was not given");
                return;
            }
            pattern = c->argv[i];
        } else {
            reply_errorf(c, "ERR Unknown argument %.*s", SLICE_ARGS(c->argv[i]));
            return;
        }
    }
    open_reply place = reply_later(c);
    const library *l;
    long count = 0;
    for (table_walk w = { .table = state.set->libraries }; (l = table_next(&w));) {
        if (pattern.at && !text_glob(pattern, bytes_slice(l->name), true)) continue;
        list_library(c, l, with_code);
        count++;
    }
    reply_later_array(c, place, count);
}

static void stats_of_run(call *c) {
    const script_run *r = script_running();
    reply_bulk_text(c, "running_script");
    if (!r) {
        reply_null(c);
        return;
    }
    reply_map(c, 3);
    reply_bulk_text(c, "name");
    reply_bulk(c, r->name);
    reply_bulk_text(c, "command");
    reply_array(c, r->call->argc);
    for (int i = 0; i < r->call->argc; i++) reply_bulk(c, r->call->argv[i]);
    reply_bulk_text(c, "duration_ms");
    reply_int(c, (os_mono_us() - r->started_us) / 1000);
}

static void function_stats(call *c) {
    const script_run *r = script_running();
    if (r && !r->function) {                /* what runs is EVAL's affair */
        reply_error(c, r->busy);
        return;
    }
    reply_map(c, 2);
    stats_of_run(c);
    reply_bulk_text(c, "engines");
    reply_map(c, 1);
    reply_bulk_text(c, "LUA");
    reply_map(c, 2);
    reply_bulk_text(c, "libraries_count");
    reply_int(c, (int64_t)table_count(state.set->libraries));
    reply_bulk_text(c, "functions_count");
    reply_int(c, (int64_t)table_count(state.set->functions));
}

static void function_kill(call *c) { script_kill(c, true); }

/* -- DUMP, RESTORE ----------------------------------------------------------------------------------------- */

static void function_dump(call *c) {
    rdb_buffer b;
    const library *l;
    rdb_buffer_start(&b);
    b.out.compress = rdb_settings()->compress;
    for (table_walk w = { .table = state.set->libraries }; (l = table_next(&w));) {
        rdb_put_byte(&b.out, RDB_FUNCTION);
        rdb_put_string(&b.out, bytes_slice(l->code));
    }
    rdb_put_footer(&b.text, RDB_VERSION);
    reply_bulk(c, bytes_slice(b.text));
    bytes_free(b.text);
}

/* The libraries of a payload; NULL with the error in *why. */
static library_set *read_payload(slice body, bytes **why) {
    library_set *set = library_set_new();
    rdb_memory m;
    rdb_memory_start(&m, body);
    while (m.rest.len && !*why) {
        uint8_t kind = rdb_get_byte(&m.in);
        if (kind == RDB_FUNCTION_OLD) {
            bytes_append_text(why, "ERR Pre-GA function format not supported");
        } else if (kind != RDB_FUNCTION) {
            bytes_append_text(why, "ERR given type is not a function");
        } else {
            bytes *code = rdb_get_string(&m.in);
            if (!code) bytes_append_text(why, "ERR Failed loading library payload");
            else library_load(set, bytes_slice(code), false, 0, why);
            bytes_free(code);
        }
    }
    if (!*why) return set;
    library_set_free(set);
    return NULL;
}

static void function_restore(call *c) {
    enum { APPEND, FLUSH, REPLACE } policy = APPEND;
    bytes *why = NULL;
    slice body;
    if (c->argc > 4) {
        reply_unknown_subcommand(c);
        return;
    }
    if (c->argc == 4) {
        if (slice_is(c->argv[3], "flush")) policy = FLUSH;
        else if (slice_is(c->argv[3], "replace")) policy = REPLACE;
        else if (!slice_is(c->argv[3], "append")) {
            reply_error(c, "ERR Wrong restore policy given, value should be either FLUSH, APPEND or REPLACE.");
            return;
        }
    }
    if (!rdb_check_footer(c->argv[2], &body)) {
        reply_error(c, "ERR DUMP payload version or checksum are wrong");
        return;
    }
    library_set *set = read_payload(body, &why);
    if (set && policy == FLUSH) {
        library_set *old = state.set;
        state.set = set;
        set = old;
    } else if (set) {
        library_set_join(state.set, set, policy == REPLACE, &why);
    }
    library_set_free(set);
    if (why) {
        refuse(c, why);
        return;
    }
    written(c);
    reply_ok(c);
}

static void function_help(call *c) {
    static const char *const lines[] = {
        "LOAD [REPLACE] <FUNCTION CODE>", "    Run the code of a library, which registers its functions.",
        "DELETE <LIBRARY NAME>", "    Forget a library and its functions.",
        "LIST [LIBRARYNAME PATTERN] [WITHCODE]", "    Show libraries and their functions.",
        "STATS", "    Tell which function runs and how many there are.",
        "KILL", "    End the function that runs, unless it has written.",
        "FLUSH [ASYNC|SYNC]", "    Forget all libraries.",
        "DUMP", "    Give all libraries as bytes for FUNCTION RESTORE.",
        "RESTORE <PAYLOAD> [FLUSH|APPEND|REPLACE]", "    Add the libraries of a dump; FLUSH forgets the others first,",
        "    APPEND (the default) refuses names that are taken, REPLACE replaces their libraries.", NULL
    };
    reply_help(c, lines);
}

/* -- snapshots and the log ----------------------------------------------------------------------------------- */

static void save_all(void (*emit)(slice code, void *context), void *context) {
    const library *l;
    for (table_walk w = { .table = state.set->libraries }; (l = table_next(&w));) emit(bytes_slice(l->code), context);
}

static const char *load_one(slice code, bool replace) {
    bytes_free(state.why);
    state.why = NULL;
    return library_load(state.set, code, replace, 0, &state.why) ? NULL : state.why->at;
}

static void start(void) {
    static const rdb_functions hooks = { save_all, load_one, forget_all };
    state.set = library_set_new();
    rdb_on_functions(&hooks);
}

/* -- what is known of them ------------------------------------------------------------------------------------ */

static void print_size(bytes **out, size_t n) { bytes_append_int(out, (int64_t)n); }

static void print_size_human(bytes **out, size_t n) {
    char room[NUMBER_DOUBLE_TEXT];
    bytes_append(out, slice_make(room, (size_t)number_print_human(room, n)));
}

static size_t engines(void) { return eval_engine_bytes() + library_engine_bytes(); }
static size_t caches(void) { return eval_cache_bytes() + library_set_footprint(state.set); }
static void print_functions(bytes **out) { print_size(out, table_count(state.set->functions)); }
static void print_libraries(bytes **out) { print_size(out, table_count(state.set->libraries)); }
static void print_engine(bytes **out) { print_size(out, library_engine_bytes()); }
static void print_engines(bytes **out) { print_size(out, engines()); }
static void print_engines_human(bytes **out) { print_size_human(out, engines()); }
static void print_set(bytes **out) { print_size(out, library_set_footprint(state.set)); }
static void print_caches(bytes **out) { print_size(out, caches()); }
static void print_caches_human(bytes **out) { print_size_human(out, caches()); }
static size_t overhead(void) { return library_engine_bytes() + library_set_footprint(state.set); }

static const info_field info[] = {
    { "memory", "number_of_functions", print_functions, NULL },
    { "memory", "number_of_libraries", print_libraries, NULL },
    { "memory", "used_memory_vm_functions", print_engine, NULL },
    { "memory", "used_memory_vm_total", print_engines, NULL },
    { "memory", "used_memory_vm_total_human", print_engines_human, NULL },
    { "memory", "used_memory_functions", print_set, NULL },
    { "memory", "used_memory_scripts", print_caches, NULL },
    { "memory", "used_memory_scripts_human", print_caches_human, NULL },
    { 0 }
};

enum { RUNS = NOSCRIPT | STALE | SKIP_MONITOR | NO_MANDATORY_KEYS | MOVABLE_KEYS | NO_PROPAGATE };
#define SHAPE "function #numkeys [@key ...] [arg ...]"
#define RW_NOTE "What a script does to its keys is not known: the most it may"
#define RO_NOTE "What a script does to its keys is not known: the most it may"
#define TO_ALL "request_policy:all_shards response_policy:all_succeeded"

static const command commands[] = {
    { "fcall", fcall, RUNS | MAY_REPLICATE, 0, SHAPE, "7.0.0", "Depends on the function that is executed.", "Calls a function.",
      .key_specs = "RW+access+update index{index=2} keynum{keynumidx=0,firstkey=1,keystep=1}", .key_notes = RW_NOTE, .flags_of = flags_of },
    { "fcall_ro", fcall_ro, RUNS | READ, 0, SHAPE, "7.0.0", "Depends on the function that is executed.",
      "Calls a function that only reads.", .categories = "-read",
      .key_specs = "RO+access index{index=2} keynum{keynumidx=0,firstkey=1,keystep=1}", .key_notes = RO_NOTE, .flags_of = flags_of },
    { "function", NULL, CONTAINER, 0, "", "7.0.0", "Depends on subcommand.", "Manages libraries of functions." },
    { "function|load", function_load, WRITE | DENYOOM | NOSCRIPT, 0, "[REPLACE] function-code", "7.0.0",
      "O(1) (considering compilation time is redundant)", "Loads a library.", .tips = TO_ALL },
    { "function|delete", function_delete, WRITE | NOSCRIPT, 0, "library-name", "7.0.0", "O(1)", "Deletes a library.",
      .tips = TO_ALL },
    { "function|flush", function_flush, WRITE | NOSCRIPT, 0, "[flush-type: ASYNC | SYNC]", "7.0.0",
      "O(N) where N is the number of functions deleted", "Deletes all libraries.", .tips = TO_ALL },
    { "function|list", function_list, NOSCRIPT, 0, "[LIBRARYNAME library-name-pattern] [WITHCODE]", "7.0.0",
      "O(N) where N is the number of functions", "Shows libraries and functions.", .tips = "nondeterministic_output_order" },
    { "function|stats", function_stats, NOSCRIPT | ALLOW_BUSY, 0, "", "7.0.0", "O(1)", "Tells what runs, and how many there are.",
      .tips = "nondeterministic_output request_policy:all_shards response_policy:special" },
    { "function|kill", function_kill, NOSCRIPT | ALLOW_BUSY, 0, "", "7.0.0", "O(1)", "Stops a function that only reads.",
      .tips = "request_policy:all_shards response_policy:one_succeeded" },
    { "function|dump", function_dump, NOSCRIPT, 0, "", "7.0.0", "O(N) where N is the number of functions",
      "Gives all libraries as bytes." },
    { "function|restore", function_restore, WRITE | DENYOOM | NOSCRIPT, 0, "serialized-value [policy: FLUSH | APPEND | REPLACE]",
      "7.0.0", "O(N) where N is the number of functions on the payload", "Loads the libraries of a dump.", .tips = TO_ALL },
    { "function|help", function_help, LOADING | STALE, 0, "", "7.0.0", "O(1)", "Tells what FUNCTION can do." },
    { 0 }
};

const feature functions = { .name = "scripting", .commands = commands, .info = info, .start = start, .overhead = overhead };
