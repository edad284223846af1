#include "gc.h"

#include "call.h"
#include "memory.h"
#include "state.h"
#include "table.h"

enum { STEP_BYTES = 8192, SWEEP_OBJECTS = 64, SWEEP_BUCKETS = 128, SWEEP_COST = 10, MARGIN = 16 };

void lua_gc_free_object(lua_shared *g, lua_object *o)
{
    switch (o->kind) {
    case KIND_STRING: lua_string_free(g, (lua_string *)o); break;
    case KIND_TABLE: lua_table_free(g, (lua_table *)o); break;
    case KIND_THREAD: lua_thread_free(g, (lua_state *)o); break;
    case KIND_PROTOTYPE: lua_prototype_free(g, (lua_prototype *)o); break;
    case KIND_CELL: lua_memory_free(g, o, sizeof(lua_cell)); break;
    case KIND_USERDATA: lua_memory_free(g, o, sizeof(lua_userdata) + ((lua_userdata *)o)->size); break;
    default:
        lua_memory_free(g, o, sizeof(lua_closure) + ((lua_closure *)o)->count * sizeof(lua_value));
    }
}

/* Frees the dead among the next `count` objects of a list, whitens the others. Returns where to go on. */
static lua_object **sweep_list(lua_shared *g, lua_object **link, int count)
{
    uint8_t dead = g->white ^ MARK_WHITES;
    while (*link && count-- > 0) {
        lua_object *o = *link;
        if ((o->mark & dead) && !(o->mark & MARK_FIXED)) {
            *link = o->next;
            lua_gc_free_object(g, o);
        } else {
            o->mark = (uint8_t)((o->mark & ~(MARK_WHITES | MARK_BLACK)) | g->white);
            link = &o->next;
        }
    }
    return link;
}

static void cycle_end(lua_state *L)
{
    lua_shared *g = L->shared;
    g->phase = PHASE_PAUSE;
    int64_t allowance = (int64_t)(g->estimate / 100) * g->pause - (int64_t)g->used;
    if (g->interned_count < g->interned_size / 4 && g->interned_size > 256) {
        lua_intern_resize(L, g->interned_size / 2);
    }
    g->debt = allowance > STEP_BYTES ? -allowance : -STEP_BYTES;
}

static int64_t sweep_step(lua_state *L)
{
    lua_shared *g = L->shared;
    size_t before = g->used;
    if (g->phase == PHASE_SWEEP_STRINGS) {
        for (int i = 0; i < SWEEP_BUCKETS; i++) {
            sweep_list(g, (lua_object **)&g->interned[g->sweep_bucket++], INT32_MAX);
            if (g->sweep_bucket < g->interned_size) continue;
            g->phase = PHASE_SWEEP_OBJECTS;
            g->sweep = &g->objects;
            break;
        }
        g->estimate -= before - g->used;
        return SWEEP_BUCKETS * SWEEP_COST;
    }
    g->sweep = sweep_list(g, g->sweep, SWEEP_OBJECTS);
    g->estimate -= before - g->used;
    if (!*g->sweep) {
        if (g->phase == PHASE_SWEEP_OBJECTS) {
            g->phase = PHASE_SWEEP_USERDATA;
            g->sweep = &g->userdata;
        } else {
            cycle_end(L);
        }
    }
    return SWEEP_OBJECTS * SWEEP_COST;
}

/* Takes the next piece of work of the cycle; returns its cost in bytes. */
static int64_t single_step(lua_state *L)
{
    lua_shared *g = L->shared;
    if (g->phase == PHASE_PAUSE) {
        lua_gc_mark_roots(L);
        g->phase = PHASE_MARK;
        return STEP_BYTES / 8;
    }
    if (g->phase != PHASE_MARK) return sweep_step(L);
    if (g->grey || g->scanned) return (int64_t)lua_gc_propagate(g);
    lua_gc_atomic(L);
    g->estimate = g->used;
    g->phase = PHASE_SWEEP_STRINGS;
    g->sweep_bucket = 0;
    return STEP_BYTES / 8;
}

bool lua_gc_advance(lua_state *L, int64_t work)
{
    while (work > 0) {
        work -= single_step(L);
        if (L->shared->phase == PHASE_PAUSE) return true;
    }
    return false;
}

static void complete_cycle(lua_state *L)
{
    do single_step(L);
    while (L->shared->phase != PHASE_PAUSE);
}

void lua_gc_full(lua_state *L)
{
    lua_shared *g = L->shared;
    if (g->collecting) return;
    if (g->phase == PHASE_MARK) {
        /* Marks made so far may be on objects that died since: sweep everything back to white and start over. */
        g->grey = g->grey_again = g->weak = NULL;
        g->scanned = NULL;
        g->estimate = g->used;
        g->phase = PHASE_SWEEP_STRINGS;
        g->sweep_bucket = 0;
    }
    if (g->phase != PHASE_PAUSE) complete_cycle(L);
    complete_cycle(L);
    lua_gc_finalize(L);
}

void lua_gc_step(lua_state *L)
{
    lua_shared *g = L->shared;
    if (g->stopped || g->collecting) {
        g->debt = -STEP_BYTES;
        return;
    }
#ifdef LUA_GC_STRESS
    lua_gc_full(L);
    return;
#endif
    if (g->limits.memory - g->used < g->limits.memory / MARGIN && g->used <= g->limits.memory &&
        g->used > g->estimate + g->limits.memory / 32) {
        lua_gc_full(L);
        return;
    }
    int64_t work = (STEP_BYTES + (g->debt > 0 ? g->debt : 0)) / 100 * g->speed;
    if (!lua_gc_advance(L, work)) g->debt = -STEP_BYTES;
    if (g->pending) lua_gc_finalize(L);
}

static void call_finalizer(lua_state *L, void *argument)
{
    lua_userdata *u = argument;
    lua_value *gc = u->metatable
                        ? table_find_name(u->metatable, value_of_string(L->shared->events[EVENT_GC])) : NULL;
    if (!gc || is_nil(*gc)) return;
    stack_need(L, 4);
    push_value(L, *gc);
    push_value(L, value_of_userdata(u));
    lua_call_value(L, L->top - 2, 0);
}

void lua_gc_finalize(lua_state *L)
{
    lua_shared *g = L->shared;
    if (g->collecting) return;
    g->collecting = true;
    while (g->pending) {
        lua_object *o = g->pending;
        g->pending = o->next;
        lua_userdata *u = (lua_userdata *)o;
        o->mark = (uint8_t)((o->mark & ~(MARK_WHITES | MARK_BLACK)) | g->white);
        o->next = g->userdata;
        g->userdata = o;
        if (g->phase == PHASE_SWEEP_USERDATA && g->sweep == &g->userdata) g->sweep = &o->next;
        stack_need(L, 4);
        push_value(L, value_of_userdata(u));
        ptrdiff_t anchor = L->top - L->stack;
        if (g->phase == PHASE_MARK) lua_gc_mark_object(g, o);
        lua_status status = lua_recovered(L, call_finalizer, u, anchor);
        if (u->finalizer) u->finalizer(u->data);
        u->finalizer = NULL;
        if (lua_is_fatal(status)) {
            g->collecting = false;
            L->top = L->stack + anchor + 1;
            lua_call_raise(L, status);
        }
        L->top = L->stack + anchor - 1;
    }
    g->collecting = false;
}

/* Returns how many more may be freed. */
static size_t free_list(lua_shared *g, lua_object **list, size_t count)
{
    for (; *list && count; count--) {
        lua_object *o = *list;
        *list = o->next;
        if (o != (lua_object *)g->main) lua_gc_free_object(g, o);
    }
    return count;
}

bool lua_gc_free_some(lua_state *L, size_t count)
{
    lua_shared *g = L->shared;
    count = free_list(g, &g->objects, count);
    count = free_list(g, &g->userdata, count);
    while (count && g->sweep_bucket < g->interned_size) {
        count = free_list(g, (lua_object **)&g->interned[g->sweep_bucket], count);
        if (count) g->sweep_bucket++, count--;
    }
    return !g->objects && !g->userdata && g->sweep_bucket == g->interned_size;
}
