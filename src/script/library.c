/* library.c -- sets of libraries, the engine they share, and the loading of one. */
#include "script/library.h"
#include "base/memory.h"
#include "base/text.h"
#include "script/engine.h"
#include "script/script.h"
#include "script/shebang.h"

static struct {
    lua_state *L;
    int globals;                            /* tickets: what functions see, in a table of their names ... */
    int loading;                            /* ... and the table `redis` of a library that loads */
} state;

/* -- the engine ------------------------------------------------------------------------------------ */

static int keep_globals(lua_state *L) {
    lua_push_table(L, 0, 64);
    lua_push_nil(L);
    while (lua_next(L, LUA_GLOBALS)) {
        lua_push(L, -2);
        lua_insert(L, -2);
        lua_raw_set(L, -4);
    }
    return lua_keep(L);
}

static int make_loading_table(lua_state *L) {
    static const lua_entry entries[] = { { "register_function", register_function }, { NULL, NULL } };
    lua_push_table(L, 0, 16);
    lua_register(L, entries);
    engine_add_log(L);
    engine_guard(L);
    return lua_keep(L);
}

lua_state *library_engine(void) {
    if (state.L) return state.L;
    lua_state *L = state.L = engine_open();
    state.globals = keep_globals(L);
    state.loading = make_loading_table(L);
    engine_seal(L);
    engine_share_random(NULL, L);
    return L;
}

void library_engine_close(size_t functions) {
    engine_close(state.L, functions + 1);
    state.L = NULL;
}

size_t library_engine_bytes(void) { return state.L ? lua_memory_used(state.L) : 0; }

/* Hides all globals but `redis`, or brings them back. The names stay, so nothing is allocated and nothing moves. */
static void hide_globals(lua_state *L, bool hide) {
    lua_readonly_set(L, LUA_GLOBALS, false);
    lua_push_kept(L, state.globals);
    lua_push_nil(L);
    while (lua_next(L, -2)) {
        lua_push(L, -2);
        lua_insert(L, -2);
        if (hide) {
            lua_drop(L, 1);
            lua_push_nil(L);
        }
        lua_raw_set(L, LUA_GLOBALS);
    }
    lua_drop(L, 1);
    if (hide) {
        lua_push_kept(L, state.loading);
        lua_raw_set_field(L, LUA_GLOBALS, "redis");
    }
    lua_readonly_set(L, LUA_GLOBALS, true);
}

/* -- sets ------------------------------------------------------------------------------------------ */

static slice library_key(const void *item) { return bytes_slice(((const library *)item)->name); }
static slice function_key(const void *item) { return bytes_slice(((const library_function *)item)->key); }
static const table_kind by_name = { library_key }, by_key = { function_key };

static size_t function_bytes(const library_function *f) {
    size_t size = memory_good_size(sizeof *f) + bytes_footprint(f->name) + bytes_footprint(f->key);
    return size + (f->description ? bytes_footprint(f->description) : 0);
}

static size_t library_bytes(const library *l) {
    size_t size = memory_good_size(sizeof *l) + bytes_footprint(l->name) + bytes_footprint(l->code);
    for (const library_function *f = l->first; f; f = f->next) size += function_bytes(f);
    return size;
}

static void library_free(library *l) {
    for (library_function *f = l->first, *next; f; f = next) {
        next = f->next;
        lua_release(state.L, f->ticket);
        library_function_free(f);
    }
    bytes_free(l->name);
    bytes_free(l->code);
    memory_free(l, sizeof *l);
}

library_set *library_set_new(void) {
    library_set *s = memory_zero(sizeof *s);
    s->libraries = table_new(&by_name);
    s->functions = table_new(&by_key);
    return s;
}

static void free_item(void *item, void *context) {
    (void)context;
    library_free(item);
}

void library_set_free(library_set *s) {
    if (!s) return;
    table_free(s->functions, NULL, NULL);
    table_free(s->libraries, free_item, NULL);
    memory_free(s, sizeof *s);
}

size_t library_set_footprint(const library_set *s) {
    return memory_good_size(sizeof *s) + s->bytes + table_footprint(s->libraries) + table_footprint(s->functions);
}

library *library_find(const library_set *s, slice name) { return table_find(s->libraries, hash_of(name), name); }

library_function *library_function_find(const library_set *s, slice name) {
    library_function *f = table_find(s->functions, hash_of(name), name);    /* mostly the case is right already */
    if (f) return f;
    bytes *lower = bytes_copy(name);
    text_to_lower(lower->at, lower->len);
    f = table_find(s->functions, hash_of(bytes_slice(lower)), bytes_slice(lower));
    bytes_free(lower);
    return f;
}

static void unlink_library(library_set *s, library *l) {
    for (library_function *f = l->first; f; f = f->next) table_remove(s->functions, hash_of(function_key(f)), function_key(f));
    table_remove(s->libraries, hash_of(library_key(l)), library_key(l));
    s->bytes -= library_bytes(l);
}

static void link_library(library_set *s, library *l) {
    bool found;
    *table_insert(s->libraries, hash_of(library_key(l)), library_key(l), &found) = l;
    for (library_function *f = l->first; f; f = f->next) {
        *table_insert(s->functions, hash_of(function_key(f)), function_key(f), &found) = f;
    }
    s->bytes += library_bytes(l);
}

void library_remove(library_set *s, library *l) {
    unlink_library(s, l);
    library_free(l);
}

/* A function of `l` whose name belongs to a library that stays; NULL when there is none. */
static const library_function *rival(const library_set *s, const library *l, const library_set *replaced_by) {
    for (const library_function *f = l->first; f; f = f->next) {
        const library_function *other = table_find(s->functions, hash_of(function_key(f)), function_key(f));
        if (!other || slice_equal(library_key(other->library), library_key(l))) continue;
        if (!replaced_by || !library_find(replaced_by, library_key(other->library))) return f;
    }
    return NULL;
}

static bool may_join(const library_set *s, const library_set *from, bool replace, bytes **why) {
    const library *l;
    for (table_walk w = { .table = from->libraries }; (l = table_next(&w));) {
        if (!replace && library_find(s, library_key(l))) {
            bytes_printf(why, "ERR Library %s already exists", l->name->at);
            return false;
        }
    }
    for (table_walk w = { .table = from->libraries }; (l = table_next(&w));) {
        const library_function *f = rival(s, l, from);
        if (!f) continue;
        bytes_printf(why, "ERR Function %s already exists", f->name->at);
        return false;
    }
    return true;
}

static void take_over(library_set *s, library *l) {
    library *old = library_find(s, library_key(l));
    if (old) library_remove(s, old);
    link_library(s, l);
}

static void move_item(void *item, void *context) { take_over(context, item); }

bool library_set_join(library_set *s, library_set *from, bool replace, bytes **why) {
    if (!may_join(s, from, replace, why)) return false;
    const library *l;                       /* first what is replaced goes: its functions may now belong to another */
    for (table_walk w = { .table = from->libraries }; (l = table_next(&w));) {
        library *old = library_find(s, library_key(l));
        if (old) library_remove(s, old);
    }
    table_free(from->functions, NULL, NULL);
    table_free(from->libraries, move_item, s);
    from->libraries = table_new(&by_name);
    from->functions = table_new(&by_key);
    from->bytes = 0;
    return true;
}

/* -- loading ------------------------------------------------------------------------------------------- */

static void run_failed(lua_state *L, bytes **why) {
    bytes *text = NULL;
    if (lua_is_table(L, -1)) text = script_error_text(L, (slice){ NULL, 0 });
    else bytes_printf(&text, "ERR %s", lua_to_string(L, -1, NULL));     /* raised where no handler could run */
    bytes_printf(why, "ERR Error registering functions: %s", text->at);
    bytes_free(text);
}

/* Runs the code, which registers the functions of `l`. */
static bool run(library *l, slice code, int64_t deadline_us, bytes **why) {
    lua_state *L = library_engine();
    if (lua_load(L, code.at, code.len, "@user_function") != LUA_OK) {
        bytes_printf(why, "ERR Error compiling function: %s", lua_to_string(L, -1, NULL));
        lua_top_set(L, ENGINE_HANDLER);
        return false;
    }
    hide_globals(L, true);
    register_into(l);
    script_load_deadline(deadline_us);
    bool good = lua_protected_call(L, 0, 0, ENGINE_HANDLER) == LUA_OK;
    script_load_deadline(0);
    register_into(NULL);
    hide_globals(L, false);
    if (!good) run_failed(L, why);
    else if (!l->count) bytes_append_text(why, "ERR No functions registered");
    lua_top_set(L, ENGINE_HANDLER);
    engine_loaded(L);
    return good && l->count;
}

static library *make(bytes *name, slice whole, slice code, int64_t deadline_us, bytes **why) {
    library *l = memory_zero(sizeof *l);
    l->name = name;
    l->code = bytes_copy(whole);
    if (run(l, code, deadline_us, why)) return l;
    library_free(l);
    return NULL;
}

library *library_load(library_set *s, slice whole, bool replace, int64_t deadline_us, bytes **why) {
    slice code;
    bytes *name = shebang_of_library(whole, &code, why);
    if (!name) return NULL;
    if (!replace && library_find(s, bytes_slice(name))) {
        bytes_printf(why, "ERR Library '%s' already exists", name->at);
        bytes_free(name);
        return NULL;
    }
    library *l = make(name, whole, code, deadline_us, why);
    if (!l) return NULL;
    const library_function *f = rival(s, l, NULL);
    if (f) {
        bytes_printf(why, "ERR Function %s already exists", f->name->at);
        library_free(l);
        return NULL;
    }
    take_over(s, l);
    return l;
}
