/* bridge.c -- redis.call and redis.pcall: a script's words become a call, its reply a Lua value.
 *
 * The words of a call are slices of the script's own strings, which stay on the Lua stack while the command runs; the
 * reply is read where the command left it, in the output of the client that stands for the script. */
#include "base/hash.h"
#include "base/memory.h"
#include "base/number.h"
#include "script/api.h"
#include "script/convert.h"
#include "script/debugger.h"
#include "script/script.h"
#include "server/acl.h"
#include "server/client.h"
#include "server/command.h"
#include "server/error_stats.h"
#include "server/execute.h"
#include "server/output.h"
#include "server/reply.h"
#include <math.h>

enum { KNOWN = 64, NAME_MAX_LEN = 15, FIRST_CAP = 16, KEY_MAX_LEN = 64 };

typedef struct known { uint8_t len; char name[NAME_MAX_LEN]; command_info *command; } known;
typedef char number_text[NUMBER_DOUBLE_TEXT];

static struct {
    call blank;
    slice *argv;
    number_text *numbers;
    int cap;
    known commands[KNOWN];                  /* by the words scripts use, which spares looking names up */
    bytes *reply;                           /* of several chunks, put together */
    bytes *text;
    struct { uint64_t hash; size_t len; char at[KEY_MAX_LEN]; } key;    /* the latest: scripts stay with one for a while */
} state;

static void grow(int argc) {
    int cap = state.cap ? state.cap : FIRST_CAP;
    while (cap < argc) cap *= 2;
    state.argv = memory_resize(state.argv, (size_t)state.cap * sizeof *state.argv, (size_t)cap * sizeof *state.argv);
    state.numbers = memory_resize(state.numbers, (size_t)state.cap * sizeof *state.numbers, (size_t)cap * sizeof *state.numbers);
    state.cap = cap;
}

static slice number_word(double n, char *room) {
    const double whole = 4611686018427387904.0;     /* 2^62 */
    if (n >= -whole && n <= whole && n == floor(n)) return slice_make(room, (size_t)number_print_int(room, (int64_t)n));
    if (isnan(n)) return signbit(n) ? SLICE("-nan") : SLICE("nan");
    return slice_make(room, (size_t)number_print_double(room, n));
}

/* The arguments as words; false when one is neither a string nor a number. */
static bool read_words(lua_state *L, int argc) {
    if (argc > state.cap) grow(argc);
    for (int i = 0; i < argc; i++) {
        state.argv[i].at = lua_bytes(L, i + 1, &state.argv[i].len);
        if (state.argv[i].at) continue;
        if (lua_type_of(L, i + 1) != LUA_NUMBER) return false;
        state.argv[i] = number_word(lua_to_number(L, i + 1), state.numbers[i]);
    }
    return true;
}

/* Words are short: comparing them here is cheaper than calling memcmp. */
static inline bool same(const char *a, const char *b, size_t len) {
    uint64_t x, y;
    for (; len >= sizeof x; a += sizeof x, b += sizeof y, len -= sizeof x) {
        memcpy(&x, a, sizeof x);
        memcpy(&y, b, sizeof y);
        if (x != y) return false;
    }
    while (len && *a == *b) a++, b++, len--;
    return !len;
}

static command_info *find(int argc) {
    slice name = state.argv[0];
    if (!name.len || name.len > NAME_MAX_LEN) return command_find(name, argc > 1 ? state.argv[1] : (slice){ "", 0 }, NULL);
    unsigned at = ((unsigned)name.at[0] * 31 + (unsigned)name.at[name.len - 1] * 7 + (unsigned)name.len) % KNOWN;
    known *k = &state.commands[at];
    if (k->len == name.len && same(k->name, name.at, name.len)) return k->command;
    command_info *found = command_find(name, argc > 1 ? state.argv[1] : (slice){ "", 0 }, NULL);
    if (found && !found->parent && !(found->flags & CONTAINER)) {
        k->len = (uint8_t)name.len;
        memcpy(k->name, name.at, name.len);
        k->command = found;
    }
    return found;
}

/* Hands on the hash of the first key when it is the one of the call before. */
static void hash_key(call *c) {
    int first = c->command->first_key;
    if (!first || first >= c->argc) return;
    slice key = c->argv[first];
    if (key.len > KEY_MAX_LEN) return;
    if (key.len != state.key.len || !same(key.at, state.key.at, key.len)) {
        state.key.hash = hash_of(key);
        state.key.len = key.len;
        memcpy(state.key.at, key.at, key.len);
    }
    c->hash = state.key.hash;
    c->hash_key = key.at;
}

static const char *in_script(const char *why) {
    if (!strncmp(why, "NOPERM ", 7)) {
        if (state.text) state.text->len = 0;
        bytes_printf(&state.text, "ERR ACL failure in script: %s", why + 7);
        return state.text->at;
    }
    return strncmp(why, "MASTERDOWN", 10) ? why : "ERR Can not execute the command on a stale replica";
}

/* What the server itself has against the call. A script that has written may go on writing: half of it would be worse. */
static const char *server_refusal(script_run *r, call *c) {
    if (r->trusted) return NULL;
    if (r->dirty) return acl_unrestricted(r->caller->user) ? NULL : acl_refusal(c);
    if (execute_carefree(c)) return NULL;
    if (r->busy) execute_set_busy(NULL);
    const char *why = execute_refusal(c);
    if (r->busy) execute_set_busy(r->busy);
    bool memory = why && !strncmp(why, "OOM", 3);
    return memory && r->flags & SCRIPT_ALLOW_OOM ? NULL : why;
}

static const char *refusal(script_run *r, call *c) {
    unsigned flags = c->command ? c->command->flags : 0;
    if (!c->command) return "ERR Unknown Redis command called from script";
    if (!command_arity_fits(c->command, c->argc) || !c->command->row->run) {
        return "ERR Wrong number of args calling Redis command from script";
    }
    if (flags & NOSCRIPT && !(script_lifts_refusals() && strcmp(c->command->group, "scripting"))) {
        return "ERR This Redis command is not allowed from script";
    }
    if (r->read_only && flags & (WRITE | MAY_REPLICATE)) {
        const char *denied = acl_unrestricted(r->caller->user) ? NULL : acl_refusal(c);
        return denied ? in_script(denied) : "ERR Write commands are not allowed from read-only scripts.";
    }
    const char *why = server_refusal(r, c);
    return why ? in_script(why) : NULL;
}

static void push_output(lua_state *L, client *k, bool shown) {
    chunk *first = k->out_first;
    assert(first);
    if (!first->next) {
        if (shown) debugger_show_reply(first->at);
        if (*first->at == ':') lua_push_number(L, (double)convert_integer(first->at + 1));
        else convert_push_reply(L, first->at);
        first->len = 0;                     /* the next reply goes into the same place */
        k->out_total = 0;
        return;
    }
    bytes_free(state.reply);
    state.reply = output_take(k);
    if (shown) debugger_show_reply(state.reply->at);
    convert_push_reply(L, state.reply->at);
}

/* Pushes what came of the call whose words are on the stack; false when it is an error. */
static bool run_command(lua_state *L) {
    script_run *r = script_running();
    int argc = lua_top(L);
    const char *why = NULL;
    call c = state.blank;                   /* copied: the compiler would clear it with slow string instructions */
    c.client = r->caller;
    c.argc = argc;
    c.outer = r->call;
    if (!argc) why = "ERR Please specify at least one argument for this redis lib call";
    else if (!read_words(L, argc)) why = "ERR Lua redis lib command arguments must be strings or integers";
    if (why) {
        convert_push_error(L, slice_of(why), false);
        return false;
    }
    bool shown = r->watched && debugger_steps();
    if (shown) debugger_show_call(argc, state.argv);
    c.argv = state.argv;
    c.now = r->call->now;
    c.command = find(argc);
    why = refusal(r, &c);
    if (why) {
        if (c.command) c.command->rejected++;
        error_stats_count(slice_of(why));
        if (shown) debugger_show_error(why);
        convert_push_error(L, slice_of(why), true);
        return false;
    }
    if (c.command->flags & WRITE) r->dirty = true;
    hash_key(&c);
    if (r->caller->out_total) output_free(r->caller);       /* an error cut the reading of a reply short */
    execute_inner(&c);
    push_output(L, r->caller, shown);
    return !c.failed || !lua_is_table(L, -1);
}

int bridge_call(lua_state *L) {
    bool good = run_command(L);
    if (good) return 1;
    lua_raw_get_field(L, -1, "err");
    bool error = !lua_is_nil(L, -1);
    lua_drop(L, 1);
    if (error) lua_raise(L);
    return 1;
}

int bridge_pcall(lua_state *L) {
    run_command(L);
    return 1;
}
