#ifndef LUA_DEBUG_H
#define LUA_DEBUG_H

/* Error messages that name variables and lines. */

#include "object.h"

/* Raises a message, with "chunk:line: " before it when a Lua function is running. */
_Noreturn void lua_debug_error(lua_state *L, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* "attempt to <verb> <variable> (a <type> value)"; `reg` is the register in question or -1. */
_Noreturn void lua_debug_type_error(lua_state *L, const char *verb, lua_value v, int reg);
_Noreturn void lua_debug_compare_error(lua_state *L, lua_value a, lua_value b);
/* What the instruction being executed operates on: the register of its object, or of operand 0 or 1; or -1. */
int lua_debug_object_register(lua_state *L);
int lua_debug_operand_register(lua_state *L, int operand);
/* Where the function being called was put for it; -1 when a loop did that, from a place which has no name. */
int lua_debug_callee_register(lua_state *L, const lua_value *function);
/* The kind ("local", ...) of what a register held when instruction `pc` runs, and its name; NULL when unknown. */
const char *lua_debug_register_name(const lua_prototype *p, int pc, int reg, const char **name);
/* The nth (1, ...) local variable visible at pc. */
const char *lua_debug_local_name(const lua_prototype *p, int n, int pc);
int lua_debug_line(const lua_frame *f);
const char *lua_debug_type_name(lua_value v);
/* How the function of frame f was called. */
const char *lua_debug_call_name(lua_state *L, const lua_frame *f, const char **name);

#endif
