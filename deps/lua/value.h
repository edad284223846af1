#ifndef LUA_VALUE_H
#define LUA_VALUE_H

/* One Lua value in one 64-bit word. A double is stored as itself; every bit pattern above that of the one negative
 * quiet NaN the hardware makes (0xfff8 << 48) is free, and holds a tag in the top 16 bits and a pointer, or one of the
 * few constants, in the low 48. NaNs that come from outside must go through value_of_number, which canonicalises
 * them. */

#include "lua.h"

#include <string.h>

typedef uint64_t lua_value;

typedef struct lua_object lua_object;
typedef struct lua_string lua_string;
typedef struct lua_table lua_table;
typedef struct lua_closure lua_closure;
typedef struct lua_userdata lua_userdata;

#define TAG(t) ((uint64_t)(t) << 48)
#define TAG_SPECIAL TAG(0xfff9)  /* nil, false, true; with a pointer: a dead key */
#define TAG_POINTER TAG(0xfffa)
#define TAG_STRING TAG(0xfffb)   /* from here on collectable */
#define TAG_TABLE TAG(0xfffc)
#define TAG_FUNCTION TAG(0xfffd)
#define TAG_USERDATA TAG(0xfffe)
#define TAG_THREAD TAG(0xffff)
#define TAG_MASK TAG(0xffff)

#define VALUE_NIL TAG_SPECIAL
#define VALUE_FALSE (TAG_SPECIAL | 1)
#define VALUE_TRUE (TAG_SPECIAL | 2)
#define VALUE_LAST_NUMBER TAG(0xfff8)

static inline bool is_number(lua_value v) { return v <= VALUE_LAST_NUMBER; }
static inline bool is_nil(lua_value v) { return v == VALUE_NIL; }
static inline bool is_falsy(lua_value v) { return v - VALUE_NIL <= 1; }
static inline bool is_boolean(lua_value v) { return v - VALUE_FALSE <= 1; }
static inline bool has_tag(lua_value v, uint64_t tag) { return (v & TAG_MASK) == tag; }
static inline bool is_string(lua_value v) { return has_tag(v, TAG_STRING); }
static inline bool is_table(lua_value v) { return has_tag(v, TAG_TABLE); }
static inline bool is_function(lua_value v) { return has_tag(v, TAG_FUNCTION); }
static inline bool is_userdata(lua_value v) { return has_tag(v, TAG_USERDATA); }
static inline bool is_thread(lua_value v) { return has_tag(v, TAG_THREAD); }
static inline bool is_collectable(lua_value v) { return v >= TAG_STRING; }
static inline bool is_dead_key(lua_value v) { return has_tag(v, TAG_SPECIAL) && v > VALUE_TRUE; }

static inline void *pointer_of(lua_value v) { return (void *)(uintptr_t)(v & ~TAG_MASK); }
static inline lua_object *object_of(lua_value v) { return pointer_of(v); }
static inline lua_string *string_of(lua_value v) { return pointer_of(v); }
static inline lua_table *table_of(lua_value v) { return pointer_of(v); }
static inline lua_closure *closure_of(lua_value v) { return pointer_of(v); }
static inline lua_userdata *userdata_of(lua_value v) { return pointer_of(v); }
static inline lua_state *thread_of(lua_value v) { return pointer_of(v); }

static inline double number_of(lua_value v)
{
    double d;
    memcpy(&d, &v, sizeof d);
    return d;
}

/* For results of arithmetic on Lua numbers, whose NaNs are canonical already. */
static inline lua_value value_of_result(double d)
{
    lua_value v;
    memcpy(&v, &d, sizeof v);
    return v;
}

/* For numbers from anywhere else: keeps the sign of a NaN, drops its payload. */
static inline lua_value value_of_number(double d)
{
    lua_value v = value_of_result(d);
    if (d != d) return (v & TAG(0x8000)) | TAG(0x7ff8);
    return v;
}

static inline lua_value value_of_boolean(bool b) { return b ? VALUE_TRUE : VALUE_FALSE; }
static inline lua_value value_of_string(lua_string *s) { return TAG_STRING | (uintptr_t)s; }
static inline lua_value value_of_table(lua_table *t) { return TAG_TABLE | (uintptr_t)t; }
static inline lua_value value_of_closure(lua_closure *c) { return TAG_FUNCTION | (uintptr_t)c; }
static inline lua_value value_of_userdata(lua_userdata *u) { return TAG_USERDATA | (uintptr_t)u; }
static inline lua_value value_of_thread(lua_state *t) { return TAG_THREAD | (uintptr_t)t; }

#endif
