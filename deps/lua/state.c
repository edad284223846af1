#include "state.h"

#include "call.h"
#include "gc.h"
#include "lexer.h"
#include "memory.h"
#include "table.h"

static void thread_prepare(lua_state *L, lua_shared *g)
{
    L->status = LUA_OK;
    L->grey = NULL;
    L->shared = g;
    L->stack = L->stack_end = L->top = NULL;
    L->frames = L->frames_end = L->frame = NULL;
    L->open = NULL;
    L->guard = NULL;
    L->globals = NULL;
    L->handler = VALUE_NIL;
    L->resume_depth = 0;
}

/* Allocates through `by`, so that a failure unwinds the thread that asked. */
static void thread_stacks(lua_state *L, lua_state *by)
{
    L->stack = lua_memory_vector(by, NULL, 0, STACK_INITIAL, sizeof *L->stack);
    L->stack_end = L->stack + STACK_INITIAL;
    for (lua_value *v = L->stack; v < L->stack_end; v++) *v = VALUE_NIL;
    L->frames = lua_memory_vector(by, NULL, 0, FRAMES_INITIAL, sizeof *L->frames);
    L->frames_end = L->frames + FRAMES_INITIAL;
    L->frame = L->frames;
    L->top = L->stack + 1;
    *L->frame = (lua_frame){.base = L->top, .function = L->stack, .limit = L->top + LUA_MINIMUM_STACK};
}

lua_state *lua_thread_new(lua_state *L)
{
    lua_state *thread = lua_object_new(L, KIND_THREAD, sizeof *thread);
    thread_prepare(thread, L->shared);
    thread->globals = L->globals;
    thread_stacks(thread, L);
    return thread;
}

static void stacks_free(lua_shared *g, lua_state *L)
{
    lua_memory_free(g, L->stack, (size_t)(L->stack_end - L->stack) * sizeof *L->stack);
    lua_memory_free(g, L->frames, (size_t)(L->frames_end - L->frames) * sizeof *L->frames);
}

void lua_thread_free(lua_shared *g, lua_state *L)
{
    stacks_free(g, L);
    lua_memory_free(g, L, sizeof *L);
}

lua_prototype *lua_prototype_new(lua_state *L)
{
    lua_prototype *p = lua_object_new(L, KIND_PROTOTYPE, sizeof *p);
    memset((char *)p + offsetof(lua_prototype, parameters), 0, sizeof *p - offsetof(lua_prototype, parameters));
    return p;
}

void lua_prototype_free(lua_shared *g, lua_prototype *p)
{
    lua_memory_free(g, p->code, (size_t)p->code_count * (sizeof *p->code + sizeof *p->lines));
    lua_memory_free(g, p->constants, (size_t)p->constants_count * sizeof *p->constants);
    lua_memory_free(g, p->children, (size_t)p->children_count * sizeof *p->children);
    lua_memory_free(g, p->locals, (size_t)p->locals_count * sizeof *p->locals);
    lua_memory_free(g, p->capture_names, p->captures_count * (sizeof *p->capture_names + sizeof *p->captures));
    lua_memory_free(g, p, sizeof *p);
}

static lua_closure *closure_new(lua_state *L, int kind, int count, lua_table *environment)
{
    lua_closure *c = lua_object_new(L, kind, sizeof *c + (size_t)count * sizeof(lua_value));
    c->count = (uint8_t)count;
    c->grey = NULL;
    c->environment = environment;
    return c;
}

lua_closure *lua_closure_new(lua_state *L, lua_prototype *p, lua_table *environment)
{
    lua_closure *c = closure_new(L, KIND_LUA_FUNCTION, p->captures_count, environment);
    c->u.prototype = p;
    for (int i = 0; i < c->count; i++) c->captures[i].cell = NULL;
    return c;
}

lua_closure *lua_c_function_new(lua_state *L, lua_function f, int count, lua_table *environment)
{
    lua_closure *c = closure_new(L, KIND_C_FUNCTION, count, environment);
    c->u.function = f;
    for (int i = 0; i < count; i++) c->captures[i].value = VALUE_NIL;
    return c;
}

static const char *const event_names[EVENT_COUNT] = {
    "__index", "__newindex", "__eq", "__len", "__call", "__mode", "__gc", "__unused",
    "__add", "__sub", "__mul", "__div", "__mod", "__pow", "__unm", "__lt", "__le", "__concat",
};

static void build(lua_state *L, void *unused)
{
    (void)unused;
    lua_shared *g = L->shared;
    thread_stacks(L, L);
    lua_intern_resize(L, 256);
    g->memory_message = lua_string_text(L, "not enough memory");
    for (int i = 0; i < EVENT_COUNT; i++) g->events[i] = lua_string_text(L, event_names[i]);
    lua_lexer_reserve(L);
    g->registry = lua_table_new(L, 0, 2);
    L->globals = lua_table_new(L, 0, 2);
}

enum { MAIN_SIZE = sizeof(lua_shared) + sizeof(lua_state) };

/* Nothing runs any more: frees `count` objects, the last time all the rest. True when the state is gone. */
static bool destroy_some(lua_state *L, size_t count)
{
    lua_shared *g = L->shared;
    if (!g->closing) g->sweep_bucket = 0;
    g->closing = true;
    if (!lua_gc_free_some(L, count)) return false;
    lua_memory_free(g, g->interned, g->interned_size * sizeof *g->interned);
    stacks_free(g, L);
    lua_host host = g->host;
    host.resize(host.context, L, MAIN_SIZE, 0);
    return true;
}

lua_state *lua_open(const lua_host *host)
{
    lua_state *L = host->resize(host->context, NULL, 0, MAIN_SIZE);
    if (!L) return NULL;
    memset(L, 0, MAIN_SIZE);
    lua_shared *g = (lua_shared *)(L + 1);
    g->host = *host;
    g->used = MAIN_SIZE;
    g->debt = -65536;
    g->white = MARK_WHITE_A;
    g->pause = g->speed = 200;
    g->random = 0x1234abcd330e;
    g->main = L;
    thread_prepare(L, g);
    L->kind = KIND_THREAD;
    L->mark = MARK_WHITE_A | MARK_FIXED;
    g->objects = (lua_object *)L;
    lua_limits none = {0};
    lua_limits_set(L, &none);
    if (lua_guarded(L, build, NULL) == LUA_OK) return L;
    destroy_some(L, SIZE_MAX);
    return NULL;
}

static void finalize(lua_state *L, void *unused)
{
    (void)unused;
    lua_gc_finalize(L);
}

static void finalize_all(lua_state *L)
{
    lua_shared *g = L->shared;
    lua_limits none = {.instructions = 10000000};
    lua_limits_set(L, &none);
    g->hook = NULL;
    L->frame = L->frames;
    L->top = L->stack + 1;
    lua_cells_close(L, L->stack);
    lua_gc_abandon_userdata(g);
    g->collecting = false;
    while (g->pending && lua_guarded(L, finalize, NULL)) L->top = L->stack + 1;
}

bool lua_close_some(lua_state *L, size_t count)
{
    L = L->shared->main;
    if (!L->shared->closing) finalize_all(L);
    return destroy_some(L, count);
}

void lua_close(lua_state *L)
{
    lua_close_some(L, SIZE_MAX);
}
