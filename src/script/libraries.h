/* libraries.h -- what scripts find beside Lua's own library: the tables cjson, cmsgpack, struct and bit.
 *
 * Each function makes its table, stores it in the globals and leaves the stack as it was. Everything the libraries
 * remember (only cjson's settings) lives in the Lua state and dies with it. */
#ifndef SCRIPT_LIBRARIES_H
#define SCRIPT_LIBRARIES_H
#include "lua/lua.h"

/* [raises] JSON: encode, decode and their settings. */
void cjson_open(lua_state *L);
/* [raises] MessagePack: pack, unpack, unpack_one, unpack_limit. */
void cmsgpack_open(lua_state *L);
/* [raises] Bytes of C structures: pack, unpack, size. */
void struct_open(lua_state *L);
/* [raises] 32-bit arithmetic on bits. */
void bit_open(lua_state *L);
#endif
