#include "call.h"
#include "debug.h"
#include "gc.h"
#include "memory.h"
#include "vm.h"

/* Tables, metatables and protected calls of the public interface. */

static lua_value at(lua_state *L, int index)
{
    lua_push(L, index);
    return *--L->top;
}

static lua_table *table_at(lua_state *L, int index)
{
    lua_value v = at(L, index);
    if (!is_table(v)) lua_debug_error(L, "table expected");
    return table_of(v);
}

static lua_value name_value(lua_state *L, const char *name)
{
    return value_of_string(lua_string_text(L, name));
}

static void push(lua_state *L, lua_value v)
{
    stack_need(L, 1);
    push_value(L, v);
}

void lua_get(lua_state *L, int table)
{
    lua_value v = lua_vm_index(L, at(L, table), L->top[-1]);
    L->top[-1] = v;
}

void lua_get_field(lua_state *L, int table, const char *name)
{
    lua_value t = at(L, table);
    push(L, name_value(L, name));
    lua_value v = lua_vm_index(L, t, L->top[-1]);
    L->top[-1] = v;
}

void lua_set(lua_state *L, int table)
{
    lua_vm_set_index(L, at(L, table), L->top[-2], L->top[-1]);
    L->top -= 2;
}

void lua_set_field(lua_state *L, int table, const char *name)
{
    lua_value t = at(L, table);
    push(L, name_value(L, name));
    lua_vm_set_index(L, t, L->top[-1], L->top[-2]);
    L->top -= 2;
}

void lua_raw_get(lua_state *L, int table) { L->top[-1] = lua_table_get(table_at(L, table), L->top[-1]); }

void lua_raw_set(lua_state *L, int table)
{
    lua_table_set(L, table_at(L, table), L->top[-2], L->top[-1]);
    L->top -= 2;
}

void lua_raw_get_index(lua_state *L, int table, size_t index)
{
    push(L, lua_table_get_integer(table_at(L, table), (int64_t)index));
}

void lua_raw_set_index(lua_state *L, int table, size_t index)
{
    lua_table_set_integer(L, table_at(L, table), (int64_t)index, L->top[-1]);
    L->top--;
}

void lua_raw_get_field(lua_state *L, int table, const char *name)
{
    lua_table *t = table_at(L, table);
    push(L, lua_table_get(t, name_value(L, name)));
}

void lua_raw_set_field(lua_state *L, int table, const char *name)
{
    lua_table_set(L, table_at(L, table), name_value(L, name), L->top[-1]);
    L->top--;
}

bool lua_next(lua_state *L, int table)
{
    lua_value key = L->top[-1], value;
    lua_table *t = table_at(L, table);
    bool more = lua_table_next(L, t, &key, &value);
    L->top--;
    if (!more) return false;
    stack_need(L, 2);
    push_value(L, key);
    push_value(L, value);
    return true;
}

size_t lua_walk(lua_state *L, int table, size_t place)
{
    lua_value key, value;
    place = lua_table_iterate(table_at(L, table), place, &key, &value);
    if (!place) return 0;
    stack_need(L, 2);
    push_value(L, key);
    push_value(L, value);
    return place;
}

size_t lua_count(lua_state *L, int table, size_t *highest)
{
    return lua_table_count(table_at(L, table), highest);
}

bool lua_get_metatable(lua_state *L, int index)
{
    lua_table *metatable = lua_metatable_of(L, at(L, index));
    if (!metatable) return false;
    push(L, value_of_table(metatable));
    return true;
}

void lua_set_metatable(lua_state *L, int index)
{
    lua_value v = at(L, index), top = L->top[-1];
    lua_type type = lua_type_of(L, index);
    lua_table *metatable = is_nil(top) ? NULL : table_of(top);
    if (is_table(v)) {
        lua_table_writable(L, table_of(v));
        table_of(v)->metatable = metatable;
        if (metatable) lua_gc_barrier_value(L, table_of(v), top);
    } else if (is_userdata(v)) {
        userdata_of(v)->metatable = metatable;
        lua_gc_barrier(L, userdata_of(v), metatable);
    } else {
        L->shared->metatables[type] = metatable;
    }
    L->top--;
}

bool lua_get_metafield(lua_state *L, int index, const char *name)
{
    lua_table *metatable = lua_metatable_of(L, at(L, index));
    if (!metatable) return false;
    lua_value v = lua_table_get(metatable, name_value(L, name));
    if (is_nil(v)) return false;
    push(L, v);
    return true;
}

void lua_readonly_set(lua_state *L, int table, bool readonly)
{
    lua_table *t = table_at(L, table);
    if (readonly) t->mark |= MARK_READONLY;
    else t->mark &= (uint8_t)~MARK_READONLY;
}

bool lua_readonly(lua_state *L, int table)
{
    lua_value v = at(L, table);
    return is_table(v) && (table_of(v)->mark & MARK_READONLY);
}

/* ---- running ---- */

struct load {
    const char *text, *name;
    size_t length;
};

lua_closure *lua_compile(lua_state *L, const char *text, size_t length, lua_string *source);

static void load_body(lua_state *L, void *argument)
{
    struct load *load = argument;
    lua_string *source = lua_string_text(L, load->name);
    lua_compile(L, load->text, load->length, source);
}

lua_status lua_load(lua_state *L, const char *text, size_t length, const char *name)
{
    struct load load = {text, name, length};
    return lua_recovered(L, load_body, &load, L->top - L->stack);
}

void lua_call(lua_state *L, int arguments, int results)
{
    lua_call_value(L, L->top - arguments - 1, results);
}

struct protected_call {
    ptrdiff_t function;
    int results;
};

static void call_body(lua_state *L, void *argument)
{
    struct protected_call *call = argument;
    lua_call_value(L, L->stack + call->function, call->results);
}

lua_status lua_protected_call(lua_state *L, int arguments, int results, int handler)
{
    lua_value previous = L->handler;
    L->handler = handler ? at(L, handler) : VALUE_NIL;
    if (handler && is_nil(L->handler)) L->handler = VALUE_FALSE;
    struct protected_call call = {L->top - arguments - 1 - L->stack, results};
    lua_status status = lua_recovered(L, call_body, &call, call.function);
    L->handler = previous;
    return status;
}

_Noreturn void lua_raise(lua_state *L) { lua_call_raise(L, LUA_ERROR); }
_Noreturn void lua_raise_fatal(lua_state *L) { lua_call_raise(L, LUA_ERROR_FATAL); }

_Noreturn void lua_rethrow(lua_state *L, lua_status status)
{
    if (status == LUA_ERROR_MEMORY || status == LUA_ERROR_HANDLER) lua_throw(L, status);
    lua_call_raise(L, status);
}

/* ---- coroutines ---- */

static void resume_body(lua_state *L, void *argument)
{
    int count = *(int *)argument;
    lua_value *first = L->top - count;
    if (L->status == LUA_YIELD) {
        L->status = LUA_OK;
        int wanted = L->frame->results;
        lua_call_end(L, first, count);
        if (L->frame == L->frames) return;
        if (wanted != LUA_MULTIPLE) L->top = L->frame->limit;
    } else {
        if (!lua_call_begin(L, first - 1, LUA_MULTIPLE)) return;
        L->frame->entry = 1;
    }
    lua_execute(L);
}

static lua_status refuse(lua_state *L, int arguments, const char *message)
{
    L->top -= arguments;
    lua_push_text(L, message);
    return LUA_ERROR;
}

lua_status lua_resume(lua_state *L, int arguments)
{
    lua_shared *g = L->shared;
    if (L->status != LUA_YIELD) {
        if (L->status != LUA_OK) return refuse(L, arguments, "cannot resume dead coroutine");
        if (L->frame != L->frames) return refuse(L, arguments, "cannot resume non-suspended coroutine");
    }
    if (g->c_depth >= g->limits.c_depth) return refuse(L, arguments, "C stack overflow");
    L->resume_depth = ++g->c_depth;
    lua_status status = lua_guarded(L, resume_body, &arguments);
    g->c_depth--;
    if (status == LUA_OK) return (lua_status)L->status;
    if (status == LUA_ERROR_MEMORY) push(L, value_of_string(g->memory_message));
    if (status == LUA_ERROR_HANDLER) lua_push_text(L, "error in error handling");
    L->status = (uint8_t)status;
    return status;
}

int lua_yield(lua_state *L, int results)
{
    if (L->shared->c_depth > L->resume_depth || L == L->shared->main) {
        lua_debug_error(L, "attempt to yield across metamethod/C-call boundary");
    }
    L->status = LUA_YIELD;
    lua_value *from = L->top - results, *to = L->frame->base;
    memmove(to, from, (size_t)results * sizeof *to);
    L->top = to + results;
    return -1;
}

lua_status lua_thread_status(lua_state *L) { return (lua_status)L->status; }
