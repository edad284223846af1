#ifndef LUA_GC_H
#define LUA_GC_H

/* Incremental three-colour mark and sweep. A cycle marks from the roots in steps paid for by allocation, then, in one
 * atomic step, marks what changed behind its back (stacks, tables stored into), clears weak tables and sets aside
 * userdata to finalise, then sweeps in steps. New objects get the white of the next cycle, which the sweep spares.
 *
 * Invariant while marking: no black object refers to a white one. Stores keep it up by a barrier: a table becomes grey
 * again, unless it is so big that marking the stored value instead bounds the pause better; so do other objects'
 * values.
 * Stack slots need none: every slot, dead ones above the top included, is marked or wiped in the atomic step. */

#include "object.h"

/* Called where every live object is reachable: runs a step when enough was allocated. */
void lua_gc_step(lua_state *L);
void lua_gc_full(lua_state *L);
/* Does about `work` bytes' worth; true when a cycle ended. */
bool lua_gc_advance(lua_state *L, int64_t work);
/* Frees `count` of all objects, dead or alive; true when none but the main thread is left. For a state that is closing. */
bool lua_gc_free_some(lua_state *L, size_t count);
void lua_gc_free_object(lua_shared *g, lua_object *o);
/* Runs the finalisers of unreachable userdata. */
void lua_gc_finalize(lua_state *L);
/* Makes every userdata pending, for lua_close. */
void lua_gc_abandon_userdata(lua_shared *g);

/* A black table got a value. */
void lua_gc_barrier_table(lua_shared *g, lua_table *t, lua_value v);
/* A black object of another kind got a reference. */
void lua_gc_barrier_object(lua_shared *g, lua_object *holder, lua_object *o);

/* Between marking and sweeping. */
void lua_gc_mark_object(lua_shared *g, lua_object *o);
void lua_gc_mark_roots(lua_state *L);
/* Marks what one grey object refers to (or a slice of it); returns the bytes looked at. */
size_t lua_gc_propagate(lua_shared *g);
void lua_gc_atomic(lua_state *L);

static inline bool is_white(const lua_object *o) { return o->mark & MARK_WHITES; }
static inline bool is_black(const lua_object *o) { return o->mark & MARK_BLACK; }

static inline void lua_gc_barrier_value(lua_state *L, lua_table *t, lua_value v)
{
    if ((t->mark & MARK_BLACK) && is_collectable(v) && is_white(object_of(v))) lua_gc_barrier_table(L->shared, t, v);
}

static inline void lua_gc_barrier(lua_state *L, void *holder, void *o)
{
    if (o && is_black(holder) && is_white(o)) lua_gc_barrier_object(L->shared, holder, o);
}

static inline void gc_check(lua_state *L)
{
#ifdef LUA_GC_STRESS
    lua_gc_step(L);
#else
    if (L->shared->debt > 0) lua_gc_step(L);
#endif
}

#endif
