#include "call.h"

#include "debug.h"
#include "gc.h"
#include "memory.h"
#include "table.h"
#include "vm.h"

#include <stdlib.h>

/* ---- unwinding ---- */

static void push_message(lua_state *L, lua_status status)
{
    if (status == LUA_ERROR_MEMORY) push_value(L, value_of_string(L->shared->memory_message));
    if (status == LUA_ERROR_HANDLER) push_value(L, value_of_string(lua_string_text(L, "error in error handling")));
}

void lua_throw(lua_state *L, lua_status status)
{
    if (!L->guard) {
        if (L->shared->host.panic) L->shared->host.panic(L, L->shared->host.context);
        abort();
    }
    L->guard->status = status;
    longjmp(L->guard->jump, 1);
}

bool lua_is_fatal(lua_status status)
{
    return status == LUA_ERROR_LIMIT || status == LUA_ERROR_FATAL;
}

void lua_call_raise(lua_state *L, lua_status status)
{
    lua_value handler = L->handler;
    if (is_nil(handler)) lua_throw(L, status);
    if (!is_function(handler)) lua_throw(L, LUA_ERROR_HANDLER);
    if (lua_is_fatal(status) && !is_c_function(closure_of(handler))) lua_throw(L, status);
    stack_need(L, 4);
    push_value(L, L->top[-1]);
    L->top[-2] = handler;
    lua_call_value(L, L->top - 2, 1);
    lua_throw(L, status);
}

lua_status lua_guarded(lua_state *L, void (*body)(lua_state *L, void *argument), void *argument)
{
    lua_guard guard = {.previous = L->guard, .status = LUA_OK};
    int depth = L->shared->c_depth;
    L->guard = &guard;
    if (!setjmp(guard.jump)) body(L, argument);
    L->guard = guard.previous;
    L->shared->c_depth = depth;
    return guard.status;
}

lua_status lua_recovered(lua_state *L, void (*body)(lua_state *L, void *argument), void *argument, ptrdiff_t function)
{
    ptrdiff_t frame = L->frame - L->frames;
    lua_status status = lua_guarded(L, body, argument);
    if (status == LUA_OK) return status;
    lua_value error = status == LUA_ERROR_MEMORY || status == LUA_ERROR_HANDLER ? VALUE_NIL : L->top[-1];
    L->frame = L->frames + frame;
    lua_frames_shrink(L);
    lua_cells_close(L, L->stack + function);
    L->top = L->stack + function;
    if (status == LUA_ERROR_MEMORY || status == LUA_ERROR_HANDLER) push_message(L, status);
    else push_value(L, error);
    if (L->stack_end - L->stack > 8 * STACK_INITIAL && (L->top - L->stack) * 4 < L->stack_end - L->stack &&
        L->frame->limit - L->stack < 4 * STACK_INITIAL) {
        lua_stack_resize(L, 8 * STACK_INITIAL);
    }
    return status;
}

/* ---- stacks ---- */

static void stack_moved(lua_state *L, lua_value *old)
{
    ptrdiff_t by = (char *)L->stack - (char *)old;
    for (lua_cell *c = L->open; c; c = c->u.below) c->value = (lua_value *)((char *)c->value + by);
    for (lua_frame *f = L->frames; f <= L->frame; f++) {
        f->base = (lua_value *)((char *)f->base + by);
        f->function = (lua_value *)((char *)f->function + by);
        f->limit = (lua_value *)((char *)f->limit + by);
    }
    L->top = (lua_value *)((char *)L->top + by);
}

void lua_stack_resize(lua_state *L, size_t size)
{
    size_t previous = (size_t)(L->stack_end - L->stack);
    lua_value *old = L->stack;
    lua_value *fresh = lua_memory_try(L, old, previous * sizeof *old, size * sizeof *old);
    if (!fresh && size < previous) return;
    if (!fresh) lua_throw(L, LUA_ERROR_MEMORY);
    L->stack = fresh;
    L->stack_end = L->stack + size;
    for (size_t i = previous; i < size; i++) L->stack[i] = VALUE_NIL;
    stack_moved(L, old);
}

void lua_stack_grow(lua_state *L, size_t n)
{
    size_t size = (size_t)(L->stack_end - L->stack), used = (size_t)(L->top - L->stack);
    if (used + n + STACK_SPARE > STACK_MAXIMUM * 8u) lua_throw(L, LUA_ERROR_MEMORY);
    size_t next = size * 2;
    if (next < used + n + STACK_SPARE) next = used + n + STACK_SPARE;
    lua_stack_resize(L, next);
}

void lua_frames_grow(lua_state *L)
{
    size_t count = (size_t)(L->frames_end - L->frames), maximum = (size_t)L->shared->limits.frames;
    if (count >= maximum + FRAMES_SPARE) lua_throw(L, LUA_ERROR_HANDLER);
    size_t next = count * 2 < maximum || count >= maximum ? count * 2 : maximum;
    if (next > maximum) next = maximum + FRAMES_SPARE;
    ptrdiff_t frame = L->frame - L->frames;
    L->frames = lua_memory_vector(L, L->frames, count, next, sizeof *L->frames);
    L->frames_end = L->frames + next;
    L->frame = L->frames + frame;
    if (next > maximum) lua_debug_error(L, "stack overflow");
}

void lua_frames_shrink(lua_state *L)
{
    size_t count = (size_t)(L->frames_end - L->frames), maximum = (size_t)L->shared->limits.frames;
    if (count <= maximum || (size_t)(L->frame - L->frames) >= maximum) return;
    lua_frame *smaller = lua_memory_try(L, L->frames, count * sizeof *smaller, maximum * sizeof *smaller);
    if (!smaller) return;
    ptrdiff_t frame = L->frame - L->frames;
    L->frames = smaller;
    L->frames_end = smaller + maximum;
    L->frame = smaller + frame;
}

/* ---- cells ---- */

lua_cell *lua_cell_open(lua_state *L, lua_value *slot)
{
    lua_cell **link = &L->open;
    while (*link && (*link)->value > slot) link = &(*link)->u.below;
    if (*link && (*link)->value == slot) {
        lua_cell *c = *link;
        if (c->mark & (L->shared->white ^ MARK_WHITES)) c->mark ^= MARK_WHITES;
        return c;
    }
    lua_cell *below = *link, *c = lua_object_new(L, KIND_CELL, sizeof *c);
    c->value = slot;
    c->u.below = below;
    c->thread = L;
    *link = c;
    return c;
}

void lua_cells_close(lua_state *L, lua_value *level)
{
    while (L->open && L->open->value >= level) {
        lua_cell *c = L->open;
        L->open = c->u.below;
        c->u.closed = *c->value;
        c->value = &c->u.closed;
        if (is_collectable(c->u.closed)) lua_gc_barrier(L, c, object_of(c->u.closed));
    }
}

/* ---- calls ---- */

static lua_frame *frame_push(lua_state *L)
{
    if (L->frame + 1 >= L->frames_end) lua_frames_grow(L);
    return ++L->frame;
}

/* Lays out the arguments of a variadic function: the fixed ones are copied above the others. */
static lua_value *spread_arguments(lua_state *L, const lua_prototype *p, lua_value *function)
{
    int count = (int)(L->top - function) - 1;
    for (; count < p->parameters; count++) push_value(L, VALUE_NIL);
    lua_value *base = L->top, *fixed = base - count;
    for (int i = 0; i < p->parameters; i++) {
        push_value(L, fixed[i]);
        fixed[i] = VALUE_NIL;
    }
    if (p->vararg & VARARG_TABLE) {
        int extra = count - p->parameters;
        lua_table *t = lua_table_new(L, (size_t)extra, 1);
        push_value(L, value_of_table(t));
        for (int i = 0; i < extra; i++) t->array[i] = fixed[p->parameters + i];
        lua_table_set(L, t, value_of_string(lua_string_text(L, "n")), value_of_number(extra));
    } else {
        push_value(L, VALUE_NIL);
    }
    return base;
}

static bool begin_lua(lua_state *L, lua_closure *c, lua_value *function, int results)
{
    lua_prototype *p = c->u.prototype;
    ptrdiff_t offset = function - L->stack;
    stack_need(L, (size_t)p->registers + p->parameters + STACK_SPARE);
    function = L->stack + offset;
    lua_value *base = function + 1;
    if (p->vararg) base = spread_arguments(L, p, function);
    else for (lua_value *end = base + p->parameters; L->top < end;) push_value(L, VALUE_NIL);
    lua_frame *f = frame_push(L);
    *f = (lua_frame){.base = base, .function = function, .limit = base + p->registers, .pc = p->code,
                     .results = results};
    L->top = f->limit;
    return true;
}

static void begin_c(lua_state *L, lua_closure *c, lua_value *function, int results)
{
    ptrdiff_t offset = function - L->stack;
    stack_need(L, LUA_MINIMUM_STACK);
    function = L->stack + offset;
    lua_frame *f = frame_push(L);
    *f = (lua_frame){.base = function + 1, .function = function, .limit = L->top + LUA_MINIMUM_STACK,
                     .results = results};
    int count = c->u.function(L);
    if (count < 0) return;
    lua_call_end(L, L->top - count, count);
    gc_check(L);
}

/* Puts the __call handler of a value that isn't a function below its arguments. */
static lua_value *call_handler(lua_state *L, lua_value *function)
{
    lua_value handler = lua_metamethod(L, *function, EVENT_CALL);
    if (!is_function(handler)) lua_debug_type_error(L, "call", *function, lua_debug_callee_register(L, function));
    ptrdiff_t offset = function - L->stack;
    stack_need(L, 1);
    function = L->stack + offset;
    for (lua_value *v = L->top++; v > function; v--) *v = v[-1];
    *function = handler;
    return function;
}

bool lua_call_begin(lua_state *L, lua_value *function, int results)
{
    if (!is_function(*function)) function = call_handler(L, function);
    lua_closure *c = closure_of(*function);
    if (!is_c_function(c)) return begin_lua(L, c, function, results);
    begin_c(L, c, function, results);
    return false;
}

void lua_call_end(lua_state *L, lua_value *first, int count)
{
    lua_frame *f = L->frame--;
    lua_value *to = f->function;
    int wanted = f->results;
    if (wanted == LUA_MULTIPLE) wanted = count;
    int i = 0;
    for (; i < count && i < wanted; i++) to[i] = first[i];
    for (; i < wanted; i++) to[i] = VALUE_NIL;
    L->top = to + wanted;
    if ((size_t)(L->frames_end - L->frames) > (size_t)L->shared->limits.frames) lua_frames_shrink(L);
}

void lua_call_value(lua_state *L, lua_value *function, int results)
{
    int limit = L->shared->limits.c_depth;
    if (++L->shared->c_depth >= limit) {
        if (L->shared->c_depth == limit) {
            lua_debug_error(L, "C stack overflow");
        } else if (L->shared->c_depth >= limit + limit / 8) {
            lua_throw(L, LUA_ERROR_HANDLER);
        }
    }
    if (lua_call_begin(L, function, results)) {
        L->frame->entry = 1;
        lua_execute(L);
    }
    L->shared->c_depth--;
}

/* ---- limits ---- */

enum { GRANT = 100000 };

void lua_budget_grant(lua_shared *g)
{
    int grant = GRANT;
    if (g->hook_interval && g->hook_left < grant) grant = g->hook_left;
    uint64_t left = g->limits.instructions > g->ticks ? g->limits.instructions - g->ticks : 1;
    if (left < (uint64_t)grant) grant = (int)left;
    g->granted = g->budget = grant;
}

static void run_hook(lua_state *L, lua_hook hook, void *context)
{
    stack_need(L, LUA_MINIMUM_STACK);
    ptrdiff_t top = L->top - L->stack;
    hook(L, context);
    L->top = L->stack + top;
}

void lua_line_reached(lua_state *L)
{
    lua_shared *g = L->shared;
    const lua_frame *f = L->frame;
    const lua_prototype *p = closure_of(*f->function)->u.prototype;
    int pc = (int)(f->pc - p->code), line = p->lines[pc - 1];
    bool same = p == g->line_prototype && line == g->line_latest && pc > g->line_pc;
    g->line_prototype = p;
    g->line_latest = line;
    g->line_pc = pc;
    if (!same && g->line_hook) run_hook(L, L->shared->line_hook, L->shared->line_context);
}

static _Noreturn void limit_error(lua_state *L, const char *text)
{
    stack_need(L, 4);
    push_value(L, value_of_string(lua_string_text(L, text)));
    lua_call_raise(L, LUA_ERROR_LIMIT);
}

void lua_interrupt(lua_state *L)
{
    lua_shared *g = L->shared;
    int spent = g->granted - g->budget;
    g->ticks += (uint64_t)spent;
    if (g->hook_interval) g->hook_left -= spent;
    bool due = g->hook && g->hook_left <= 0;
    if (due) g->hook_left = g->hook_interval;
    lua_budget_grant(g);
    if (g->ticks >= g->limits.instructions) limit_error(L, "instruction limit exceeded");
    if (g->deadline > 0 && g->host.clock(g->host.context) > g->deadline) limit_error(L, "time limit exceeded");
    if (due) run_hook(L, g->hook, g->hook_context);
}
