#include "memory.h"

#include "call.h"
#include "debug.h"

void *lua_memory_try(lua_state *L, void *p, size_t previous, size_t next)
{
    lua_shared *g = L->shared;
    if (next > previous && (g->used > g->limits.memory || next - previous > g->limits.memory - g->used)) return NULL;
    void *result = g->host.resize(g->host.context, p, previous, next);
    if (!result && next) return NULL;
    g->used += next - previous;
    g->debt += (int64_t)next - (int64_t)previous;
    return result;
}

void *lua_memory_resize(lua_state *L, void *p, size_t previous, size_t next)
{
    void *result = lua_memory_try(L, p, previous, next);
    if (!result && next) lua_throw(L, LUA_ERROR_MEMORY);
    return result;
}

void *lua_memory_vector(lua_state *L, void *p, size_t previous, size_t next, size_t element)
{
    if (next > (SIZE_MAX >> 2) / element) lua_debug_error(L, "memory allocation error: block too big");
    return lua_memory_resize(L, p, previous * element, next * element);
}

void lua_memory_free(lua_shared *g, void *p, size_t size)
{
    if (!p) return;
    g->host.resize(g->host.context, p, size, 0);
    g->used -= size;
    g->debt -= (int64_t)size;
}

void *lua_memory_grow(lua_state *L, void *p, int count, int *capacity, size_t element, int maximum, const char *what)
{
    if (count < *capacity) return p;
    if (count >= maximum) lua_debug_error(L, "%s", what);
    int next = *capacity < maximum / 2 ? *capacity * 2 : maximum;
    if (next < 4) next = 4;
    p = lua_memory_vector(L, p, (size_t)*capacity, (size_t)next, element);
    *capacity = next;
    return p;
}

void *lua_object_new(lua_state *L, int kind, size_t size)
{
    lua_object *o = lua_memory_resize(L, NULL, 0, size);
    lua_shared *g = L->shared;
    o->kind = (uint8_t)kind;
    o->mark = g->white;
    o->next = g->objects;
    g->objects = o;
    return o;
}
