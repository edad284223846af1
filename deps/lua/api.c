#include "call.h"
#include "debug.h"
#include "gc.h"
#include "memory.h"
#include "state.h"
#include "vm.h"

#include <stdarg.h>
#include <stdio.h>

/* The place of a value on the stack or among upvalues; NULL when there is none. Pseudo-tables are put into *scratch. */
static lua_value *place_at(lua_state *L, int index, lua_value *scratch)
{
    if (index > 0) {
        lua_value *v = L->frame->base + index - 1;
        return v < L->top ? v : NULL;
    }
    if (index > LUA_REGISTRY) return L->top + index;
    if (index == LUA_REGISTRY) *scratch = value_of_table(L->shared->registry);
    else if (index == LUA_GLOBALS) *scratch = value_of_table(L->globals);
    if (index >= LUA_GLOBALS) return scratch;
    lua_closure *c = is_function(*L->frame->function) ? closure_of(*L->frame->function) : NULL;
    int n = LUA_GLOBALS - index;
    return c && is_c_function(c) && n <= c->count ? &c->captures[n - 1].value : NULL;
}

static lua_value value_at(lua_state *L, int index)
{
    lua_value scratch, *v = place_at(L, index, &scratch);
    return v ? *v : VALUE_NIL;
}

static void push(lua_state *L, lua_value v)
{
    stack_need(L, 1);
    push_value(L, v);
}

/* ---- limits ---- */

void lua_limits_set(lua_state *L, const lua_limits *limits)
{
    lua_shared *g = L->shared;
    g->limits = *limits;
    if (!g->limits.memory) g->limits.memory = SIZE_MAX / 2;
    if (!g->limits.string) g->limits.string = (size_t)1 << 40;
    if (!g->limits.instructions) g->limits.instructions = UINT64_MAX;
    if (!g->limits.frames) g->limits.frames = 16384;
    if (!g->limits.c_depth) g->limits.c_depth = 200;
    g->deadline = g->limits.seconds > 0 ? g->host.clock(g->host.context) + g->limits.seconds : 0;
    g->ticks = 0;
    lua_budget_grant(g);
    if (L->frames) lua_frames_shrink(L);
}

void lua_set_hook(lua_state *L, lua_hook hook, void *context, int interval)
{
    lua_shared *g = L->shared;
    g->ticks += (uint64_t)(g->granted - g->budget);
    g->hook = interval > 0 ? hook : NULL;
    g->hook_context = context;
    g->hook_interval = g->hook_left = g->hook ? interval : 0;
    lua_budget_grant(g);
}

void lua_set_line_hook(lua_state *L, lua_hook hook, void *context)
{
    L->shared->line_hook = hook;
    L->shared->line_context = context;
}

uint64_t lua_instructions(lua_state *L)
{
    lua_shared *g = L->shared;
    return g->ticks + (uint64_t)(g->granted - g->budget);
}

void lua_tick(lua_state *L, int work)
{
    lua_shared *g = L->shared;
    if ((g->budget -= work) <= 0) lua_interrupt(L);
}

size_t lua_memory_used(lua_state *L) { return L->shared->used; }
void *lua_context(lua_state *L) { return L->shared->host.context; }
uint64_t lua_random_state(lua_state *L) { return L->shared->random; }
void lua_random_state_set(lua_state *L, uint64_t seed) { L->shared->random = seed & 0xffffffffffff; }

/* ---- the stack ---- */

int lua_top(lua_state *L)
{
    return (int)(L->top - L->frame->base);
}

void lua_top_set(lua_state *L, int top)
{
    lua_value *to = L->frame->base + top;
    if (to > L->top) stack_need(L, (size_t)(to - L->top));
    to = L->frame->base + top;
    while (L->top < to) push_value(L, VALUE_NIL);
    L->top = to;
}

void lua_drop(lua_state *L, int n) { L->top -= n; }

int lua_absolute(lua_state *L, int index)
{
    return index < 0 && index > LUA_REGISTRY ? lua_top(L) + index + 1 : index;
}

void lua_remove(lua_state *L, int index)
{
    lua_value *v = L->frame->base + lua_absolute(L, index) - 1;
    memmove(v, v + 1, (size_t)(L->top - v - 1) * sizeof *v);
    L->top--;
}

void lua_insert(lua_state *L, int index)
{
    lua_value *v = L->frame->base + lua_absolute(L, index) - 1, top = L->top[-1];
    memmove(v + 1, v, (size_t)(L->top - v - 1) * sizeof *v);
    *v = top;
}

void lua_replace(lua_state *L, int index)
{
    lua_value v = *--L->top;
    if (index == LUA_GLOBALS) {
        L->globals = table_of(v);
        return;
    }
    lua_value scratch, *to = place_at(L, index, &scratch);
    if (!to) return;
    *to = v;
    if (index < LUA_GLOBALS && is_collectable(v)) lua_gc_barrier(L, closure_of(*L->frame->function), object_of(v));
}

bool lua_reserve(lua_state *L, int n)
{
    if (n < 0 || L->top - L->frame->base + n > C_SLOTS_MAXIMUM) return false;
    stack_need(L, (size_t)n);
    if (L->frame->limit < L->top + n && !frame_is_lua(L->frame)) L->frame->limit = L->top + n;
    return true;
}

void lua_need(lua_state *L, int n, const char *message)
{
    if (!lua_reserve(L, n)) lua_fail(L, "stack overflow (%s)", message);
}

void lua_move(lua_state *from, lua_state *to, int n)
{
    if (from == to) return;
    stack_need(to, (size_t)n);
    from->top -= n;
    for (int i = 0; i < n; i++) push_value(to, from->top[i]);
}

void lua_push(lua_state *L, int index) { push(L, value_at(L, index)); }
void lua_push_nil(lua_state *L) { push(L, VALUE_NIL); }
void lua_push_boolean(lua_state *L, bool b) { push(L, value_of_boolean(b)); }
void lua_push_number(lua_state *L, double n) { push(L, value_of_number(n)); }
void lua_push_pointer(lua_state *L, void *p) { push(L, TAG_POINTER | ((uintptr_t)p & ~TAG_MASK)); }

void lua_push_string(lua_state *L, const char *text, size_t length)
{
    push(L, value_of_string(lua_string_new(L, text, length)));
}

void lua_push_text(lua_state *L, const char *text) { lua_push_string(L, text, strlen(text)); }

static const char *push_formatted(lua_state *L, const char *format, va_list arguments)
{
    char local[512];
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(local, sizeof local, format, arguments);
    if (length < 0) length = 0;
    if ((size_t)length < sizeof local) {
        lua_push_string(L, local, (size_t)length);
    } else {
        lua_string *s = lua_string_blank(L, (size_t)length);
        vsnprintf(s->data, (size_t)length + 1, format, again);
        push(L, value_of_string(s));
    }
    va_end(again);
    return string_of(L->top[-1])->data;
}

const char *lua_push_format(lua_state *L, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const char *text = push_formatted(L, format, arguments);
    va_end(arguments);
    return text;
}

void lua_push_function(lua_state *L, lua_function function, int upvalues)
{
    lua_table *environment = L->globals;
    if (L->frame > L->frames && is_function(*L->frame->function)) {
        environment = closure_of(*L->frame->function)->environment;
    }
    lua_closure *c = lua_c_function_new(L, function, upvalues, environment);
    L->top -= upvalues;
    for (int i = 0; i < upvalues; i++) c->captures[i].value = L->top[i];
    push(L, value_of_closure(c));
}

void lua_push_table(lua_state *L, size_t slots, size_t fields)
{
    push(L, value_of_table(lua_table_new(L, slots, fields)));
}

void *lua_push_userdata(lua_state *L, size_t size, lua_finalizer finalizer)
{
    lua_shared *g = L->shared;
    if (size > SIZE_MAX / 2) lua_throw(L, LUA_ERROR_MEMORY);
    lua_userdata *u = lua_memory_resize(L, NULL, 0, sizeof *u + size);
    memset(u, 0, sizeof *u + size);
    u->kind = KIND_USERDATA;
    u->mark = g->white;
    u->size = size;
    u->finalizer = finalizer;
    u->environment = L->globals;
    u->next = g->userdata;
    if (g->phase == PHASE_SWEEP_USERDATA && g->sweep == &g->userdata) g->sweep = &u->next;
    g->userdata = (lua_object *)u;
    push(L, value_of_userdata(u));
    return u->data;
}

lua_state *lua_push_thread(lua_state *L)
{
    lua_state *thread = lua_thread_new(L);
    push(L, value_of_thread(thread));
    return thread;
}

bool lua_push_self(lua_state *L)
{
    push(L, value_of_thread(L));
    return L == L->shared->main;
}

/* ---- looking at values ---- */

lua_type lua_type_of(lua_state *L, int index)
{
    lua_value scratch, *v = place_at(L, index, &scratch);
    if (!v) return LUA_NONE;
    if (is_number(*v)) return LUA_NUMBER;
    static const uint8_t types[] = {LUA_NIL, LUA_POINTER, LUA_STRING, LUA_TABLE, LUA_FUNCTION, LUA_USERDATA,
        LUA_THREAD};
    if (is_boolean(*v)) return LUA_BOOLEAN;
    return (lua_type)types[(*v >> 48) - 0xfff9];
}

const char *lua_type_name(lua_type type)
{
    static const char *const names[] = {"no value", "nil",      "boolean",  "userdata", "number",
                                        "string",   "table",    "function", "userdata", "thread"};
    return names[type + 1];
}

bool lua_is_nil(lua_state *L, int index) { return lua_type_of(L, index) == LUA_NIL; }
bool lua_is_missing(lua_state *L, int index) { return is_nil(value_at(L, index)); }
bool lua_is_table(lua_state *L, int index) { return is_table(value_at(L, index)); }
bool lua_is_function(lua_state *L, int index) { return is_function(value_at(L, index)); }

bool lua_is_number(lua_state *L, int index)
{
    double n;
    return lua_value_number(value_at(L, index), &n);
}

bool lua_is_string(lua_state *L, int index)
{
    lua_value v = value_at(L, index);
    return is_string(v) || is_number(v);
}

bool lua_to_boolean(lua_state *L, int index) { return !is_falsy(value_at(L, index)); }

double lua_to_number(lua_state *L, int index)
{
    double n;
    return lua_value_number(value_at(L, index), &n) ? n : 0;
}

static int64_t truncate_number(double n)
{
    return n >= -0x1p63 && n < 0x1p63 ? (int64_t)n : INT64_MIN;
}

int64_t lua_to_integer(lua_state *L, int index) { return truncate_number(lua_to_number(L, index)); }

const char *lua_to_string(lua_state *L, int index, size_t *length)
{
    lua_value scratch, *v = place_at(L, index, &scratch);
    if (!v || !lua_value_string(L, v)) {
        if (length) *length = 0;
        return NULL;
    }
    if (length) *length = string_of(*v)->length;
    return string_of(*v)->data;
}

const char *lua_bytes(lua_state *L, int index, size_t *length)
{
    lua_value scratch, *v = place_at(L, index, &scratch);
    if (!v || !is_string(*v)) return NULL;
    *length = string_of(*v)->length;
    return string_of(*v)->data;
}

void *lua_to_userdata(lua_state *L, int index)
{
    lua_value v = value_at(L, index);
    if (is_userdata(v)) return userdata_of(v)->data;
    return has_tag(v, TAG_POINTER) ? pointer_of(v) : NULL;
}

lua_function lua_to_function(lua_state *L, int index)
{
    lua_value v = value_at(L, index);
    return is_function(v) && is_c_function(closure_of(v)) ? closure_of(v)->u.function : NULL;
}

lua_state *lua_to_thread(lua_state *L, int index)
{
    lua_value v = value_at(L, index);
    return is_thread(v) ? thread_of(v) : NULL;
}

const void *lua_to_address(lua_state *L, int index)
{
    lua_value v = value_at(L, index);
    if (is_userdata(v)) return userdata_of(v)->data;
    return is_collectable(v) || has_tag(v, TAG_POINTER) ? pointer_of(v) : NULL;
}

size_t lua_length(lua_state *L, int index)
{
    lua_value v = value_at(L, index);
    if (is_string(v)) return string_of(v)->length;
    if (is_table(v)) return lua_table_border(table_of(v));
    if (is_userdata(v)) return userdata_of(v)->size;
    if (!is_number(v)) return 0;
    size_t length;
    lua_to_string(L, index, &length);
    return length;
}

bool lua_raw_equal(lua_state *L, int a, int b)
{
    lua_value one, other, *x = place_at(L, a, &one), *y = place_at(L, b, &other);
    return x && y && raw_equal(*x, *y);
}

bool lua_equal(lua_state *L, int a, int b)
{
    lua_value one, other, *x = place_at(L, a, &one), *y = place_at(L, b, &other);
    return x && y && lua_vm_equal(L, *x, *y);
}

bool lua_less(lua_state *L, int a, int b)
{
    lua_value one, other, *x = place_at(L, a, &one), *y = place_at(L, b, &other);
    return x && y && lua_vm_less(L, *x, *y);
}

void lua_concat(lua_state *L, int n)
{
    if (n == 0) lua_push_text(L, "");
    if (n < 2) return;
    ptrdiff_t first = L->top - n - L->stack;
    lua_vm_concat(L, L->top - n, n);
    L->top = L->stack + first + 1;
}

/* ---- environments ---- */

static lua_table **environment_of(lua_value v)
{
    if (is_function(v)) return &closure_of(v)->environment;
    if (is_userdata(v)) return &userdata_of(v)->environment;
    if (is_thread(v)) return &thread_of(v)->globals;
    return NULL;
}

void lua_get_environment(lua_state *L, int index)
{
    lua_table **environment = environment_of(value_at(L, index));
    push(L, environment && *environment ? value_of_table(*environment) : VALUE_NIL);
}

bool lua_set_environment(lua_state *L, int index)
{
    lua_value holder = value_at(L, index), v = *--L->top;
    lua_table **environment = environment_of(holder);
    if (!environment) return false;
    *environment = table_of(v);
    lua_gc_barrier(L, object_of(holder), table_of(v));
    return true;
}

/* ---- collection ---- */

void lua_collect(lua_state *L) { lua_gc_full(L); }

void lua_collect_due(lua_state *L) { gc_check(L); }

bool lua_collect_step(lua_state *L, int kilobytes)
{
    bool done = lua_gc_advance(L, ((int64_t)kilobytes + 1) * 1024);
    if (L->shared->pending) lua_gc_finalize(L);
    return done;
}

void lua_collect_stop(lua_state *L) { L->shared->stopped = true; }
void lua_collect_restart(lua_state *L) { L->shared->stopped = false; }

int lua_collect_pause(lua_state *L, int percent)
{
    int previous = L->shared->pause;
    L->shared->pause = percent;
    return previous;
}

int lua_collect_speed(lua_state *L, int percent)
{
    int previous = L->shared->speed;
    L->shared->speed = percent < 1 ? 1 : percent;
    return previous;
}

_Noreturn void lua_fail(lua_state *L, const char *format, ...)
{
    lua_push_where(L, 1);
    va_list arguments;
    va_start(arguments, format);
    push_formatted(L, format, arguments);
    va_end(arguments);
    lua_concat(L, 2);
    lua_raise(L);
}
