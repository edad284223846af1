#ifndef LUA_STATE_H
#define LUA_STATE_H

/* Threads and the other objects without a file of their own. */

#include "object.h"

lua_state *lua_thread_new(lua_state *L);
void lua_thread_free(lua_shared *g, lua_state *L);
lua_prototype *lua_prototype_new(lua_state *L);
void lua_prototype_free(lua_shared *g, lua_prototype *p);
lua_closure *lua_closure_new(lua_state *L, lua_prototype *p, lua_table *environment);
lua_closure *lua_c_function_new(lua_state *L, lua_function f, int count, lua_table *environment);

#endif
