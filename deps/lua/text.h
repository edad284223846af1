#ifndef LUA_TEXT_H
#define LUA_TEXT_H

/* Strings and their conversion to and from numbers. */

#include "object.h"

/* The string object of these bytes: shared when short, new when long. */
lua_string *lua_string_new(lua_state *L, const char *data, size_t length);
lua_string *lua_string_text(lua_state *L, const char *text);
/* A long string (length > STRING_SHORT) whose bytes the caller fills in. */
lua_string *lua_string_blank(lua_state *L, size_t length);
/* Changes the length of a long string nobody has seen yet: in place when it is the newest object, else in a copy. */
lua_string *lua_string_grow(lua_state *L, lua_string *s, size_t length);
/* The hash of a string of any length. */
uint32_t lua_string_hash(lua_string *s);
bool lua_string_equal_long(const lua_string *a, const lua_string *b);
bool lua_string_less(const lua_string *a, const lua_string *b, bool or_equal);
void lua_string_free(lua_shared *g, lua_string *s);
/* Sets the size of the intern table, a power of two. */
void lua_intern_resize(lua_state *L, uint32_t size);

static inline bool string_equal(const lua_string *a, const lua_string *b)
{
    return a == b || (!a->interned && !b->interned && lua_string_equal_long(a, b));
}

enum { NUMBER_TEXT = 32 };
/* Writes %.14g; returns the length. */
int lua_number_text(double n, char *out);
/* Reads a whole number, with blanks around it. */
bool lua_text_number(const char *text, size_t length, double *out);
/* Reads digits of a base in 2..36, with blanks around them. */
bool lua_text_integer(const char *text, size_t length, int base, double *out);
/* Converts a number or numeric string. */
bool lua_value_number(lua_value v, double *out);
/* Converts *v in place to a string, if it is a number; false when it is neither. */
bool lua_value_string(lua_state *L, lua_value *v);
enum { SOURCE_WIDTH = 80 };
/* Formats `name` for messages into out[SOURCE_WIDTH]. */
void lua_source_name(const char *name, char *out);

#endif
