#ifndef LUA_VM_H
#define LUA_VM_H

/* The slow paths of the interpreter: operations that may need metamethods. All may call Lua, move the stack and raise;
 * when Lua code is running its frame's pc must have been saved. */

#include "object.h"
#include "table.h"

/* The handler of an event in the metatable of v, or nil. */
lua_value lua_metamethod(lua_state *L, lua_value v, lua_event event);
lua_table *lua_metatable_of(lua_state *L, lua_value v);
/* The handler of one of the first eight events in a metatable that may be NULL, or nil; remembers absence. */
static inline lua_value fast_metamethod(lua_state *L, lua_table *metatable, lua_event event)
{
    if (!metatable || metatable->absent & (1u << event)) return VALUE_NIL;
    lua_value *v = table_find_name(metatable, value_of_string(L->shared->events[event]));
    if (v && !is_nil(*v)) return *v;
    metatable->absent |= (uint8_t)(1u << event);
    return VALUE_NIL;
}

lua_value lua_vm_index(lua_state *L, lua_value object, lua_value key);
void lua_vm_set_index(lua_state *L, lua_value object, lua_value key, lua_value value);
lua_value lua_vm_arithmetic(lua_state *L, lua_event event, lua_value a, lua_value b);
lua_value lua_vm_length(lua_state *L, lua_value v);
/* == for values that differ as words. */
bool lua_vm_equal(lua_state *L, lua_value a, lua_value b);
bool lua_vm_less(lua_state *L, lua_value a, lua_value b);
bool lua_vm_less_equal(lua_state *L, lua_value a, lua_value b);
/* Joins the `count` values from `first` on; the result replaces the first, the others are spoiled. */
void lua_vm_concat(lua_state *L, lua_value *first, int count);
double lua_vm_modulo(double a, double b);
/* Prepares a numeric for loop at R[0..2]. */
void lua_vm_for_prepare(lua_state *L, lua_value *r);

static inline bool raw_equal(lua_value a, lua_value b)
{
    if (is_number(a) && is_number(b)) return number_of(a) == number_of(b);
    return a == b || (is_string(a) && is_string(b) && string_equal(string_of(a), string_of(b)));
}

#endif
