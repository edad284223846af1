/* register.c -- redis.register_function: the one thing a library does while it loads. */
#include "base/memory.h"
#include "base/text.h"
#include "script/convert.h"
#include "script/library.h"
#include "script/script.h"
#include "script/shebang.h"

#define BAD_NAME "ERR Library names can only contain letters, numbers, or underscores(_) and must be at least one character long"

/* The parts of a registration, at the bottom of the stack; nil for what was not given. */
enum { NAME = 1, CALLBACK, DESCRIPTION, PARTS = DESCRIPTION, TABLE = PARTS + 1 };

static struct {
    library *loading;
    table *taken;                           /* its functions by name */
} state;

static slice function_key(const void *item) { return bytes_slice(((const library_function *)item)->key); }
static const table_kind by_key = { function_key };

void register_into(library *l) {
    if (state.taken) table_free(state.taken, NULL, NULL);
    state.taken = l ? table_new(&by_key) : NULL;
    state.loading = l;
}

_Noreturn static void refuse(lua_state *L, const char *text) {
    convert_push_error(L, slice_of(text), false);
    lua_raise(L);
}

static slice text_at(lua_state *L, int index) {
    slice s;
    s.at = lua_to_string(L, index, &s.len);
    return s;
}

static unsigned read_flags(lua_state *L, int index) {
    unsigned flags = 0;
    if (!lua_is_table(L, index)) {
        refuse(L, "ERR flags argument to redis.register_function must be a table representing function flags");
    }
    for (size_t i = 1; ; i++) {
        lua_raw_get_index(L, index, i);
        if (lua_is_nil(L, -1)) break;
        unsigned bit = lua_is_string(L, -1) ? script_flag_find(text_at(L, -1), true) : 0;
        if (!bit) refuse(L, "ERR unknown flag given");
        flags |= bit;
        lua_drop(L, 1);
    }
    lua_drop(L, 1);
    return flags;
}

/* One named argument: its key and value are on top. */
static void read_named(lua_state *L, unsigned *flags) {
    if (!lua_is_string(L, -2)) refuse(L, "ERR named argument key given to redis.register_function is not a string");
    slice key = lua_type_of(L, -2) == LUA_STRING ? text_at(L, -2) : (slice){ "", 0 };
    int part = 0;
    if (slice_is(key, "function_name")) {
        if (!lua_is_string(L, -1)) refuse(L, "ERR function_name argument given to redis.register_function must be a string");
        part = NAME;
    } else if (slice_is(key, "description")) {
        if (!lua_is_string(L, -1)) refuse(L, "ERR description argument given to redis.register_function must be a string");
        part = DESCRIPTION;
    } else if (slice_is(key, "callback")) {
        if (!lua_is_function(L, -1)) refuse(L, "ERR callback argument given to redis.register_function must be a function");
        part = CALLBACK;
    } else if (slice_is(key, "flags")) {
        *flags = read_flags(L, lua_absolute(L, -1));
    } else {
        refuse(L, "ERR unknown argument given to redis.register_function");
    }
    if (!part) return;
    lua_push(L, -1);
    lua_replace(L, part);
}

static unsigned read_table(lua_state *L) {
    unsigned flags = 0;
    for (int i = 0; i < PARTS; i++) {
        lua_push_nil(L);
        lua_insert(L, NAME);
    }
    lua_push_nil(L);
    while (lua_next(L, TABLE)) {
        read_named(L, &flags);
        lua_drop(L, 1);
    }
    if (lua_is_nil(L, NAME)) refuse(L, "ERR redis.register_function must get a function name argument");
    if (lua_is_nil(L, CALLBACK)) refuse(L, "ERR redis.register_function must get a callback argument");
    return flags;
}

/* Puts the parts in their places and returns the flags. */
static unsigned read_arguments(lua_state *L) {
    int count = lua_top(L);
    if (count < 1 || count > 2) refuse(L, "ERR wrong number of arguments to redis.register_function");
    if (count == 1) {
        if (lua_is_table(L, 1)) return read_table(L);
        refuse(L, "ERR calling redis.register_function with a single argument is only applicable to Lua table (representing "
               "named arguments).");
    }
    if (!lua_is_string(L, NAME)) refuse(L, "ERR first argument to redis.register_function must be a string");
    if (!lua_is_function(L, CALLBACK)) refuse(L, "ERR second argument to redis.register_function must be a function");
    lua_push_nil(L);
    return 0;
}

void library_function_free(library_function *f) {
    bytes_free(f->name);
    bytes_free(f->key);
    bytes_free(f->description);
    memory_free(f, sizeof *f);
}

static void append(library *l, library_function *f) {
    if (l->last) l->last->next = f;
    else l->first = f;
    l->last = f;
    l->count++;
}

static library_function *function_new(lua_state *L, slice name, unsigned flags) {
    library_function *f = memory_zero(sizeof *f);
    *f = (library_function){ .name = bytes_copy(name), .key = bytes_copy(name), .flags = flags, .library = state.loading };
    text_to_lower(f->key->at, f->key->len);
    if (!lua_is_nil(L, DESCRIPTION)) f->description = bytes_copy(text_at(L, DESCRIPTION));
    return f;
}

int register_function(lua_state *L) {
    bool found;
    if (!state.loading) refuse(L, "ERR redis.register_function can only be called on FUNCTION LOAD command");
    unsigned flags = read_arguments(L);
    slice name = text_at(L, NAME);
    if (!shebang_name_valid(name)) refuse(L, BAD_NAME);
    lua_push(L, CALLBACK);
    int ticket = lua_keep(L);
    library_function *f = function_new(L, name, flags);
    slice key = function_key(f);
    void **place = table_insert(state.taken, hash_of(key), key, &found);
    if (found) {
        lua_release(L, ticket);
        library_function_free(f);
        refuse(L, "ERR Function already exists in the library");
    }
    *place = f;
    f->ticket = ticket;
    append(state.loading, f);
    return 0;
}
