#ifndef LUA_MEMORY_H
#define LUA_MEMORY_H

/* The only way to the host's allocator: sizes are given back on freeing, so that every byte is counted. */

#include "object.h"

/* Resizes from `previous` to `next` bytes; raises LUA_ERROR_MEMORY when the host or the limit refuses. */
void *lua_memory_resize(lua_state *L, void *p, size_t previous, size_t next);
/* As lua_memory_resize, but returns NULL when refused. */
void *lua_memory_try(lua_state *L, void *p, size_t previous, size_t next);
/* As lua_memory_resize for `count` elements, raising when the product overflows. */
void *lua_memory_vector(lua_state *L, void *p, size_t previous, size_t next, size_t element);
/* Frees; never fails. */
void lua_memory_free(lua_shared *g, void *p, size_t size);
/* Makes room for one more element: doubles *capacity, up to `maximum`, where it raises `what`. */
void *lua_memory_grow(lua_state *L, void *p, int count, int *capacity, size_t element, int maximum, const char *what);
/* Allocates an object of this kind, white and on the list of objects. */
void *lua_object_new(lua_state *L, int kind, size_t size);

#endif
