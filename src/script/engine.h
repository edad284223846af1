/* engine.h -- a Lua state made safe for strangers: one runs EVAL's scripts, one the functions of libraries.
 *
 * Index 1 of an engine's stack always holds the error handler, which turns whatever was raised into a table with err,
 * source and line; values of a run stand above it. Once sealed, the globals and everything reachable from them are
 * read-only, and reading an undefined global is an error. */
#ifndef SCRIPT_ENGINE_H
#define SCRIPT_ENGINE_H
#include "base/slice.h"
#include "lua/lua.h"

enum { ENGINE_HANDLER = 1 };

/* Opens a state with the standard libraries, ours, and the table redis (also called server). */
lua_state *engine_open(void);
/* Closes it, in slices: scripts may have left it hundreds of megabytes. It counts as so many objects in INFO's lazyfreed_objects.
 * What math.random remembers is kept for the next one. */
void engine_close(lua_state *L, size_t objects);
/* Code has been loaded: collects what is due, now and then more, so that much loading in a row leaves little behind. */
void engine_loaded(lua_state *L);
/* Locks everything reachable from the globals. */
void engine_seal(lua_state *L);
/* Makes the table on top read-only and unknown fields of it an error. */
void engine_guard(lua_state *L);
/* Adds log and the constants to the table on top: all that exists while a library loads. */
void engine_add_log(lua_state *L);
/* Both engines draw random numbers from one sequence. */
void engine_share_random(lua_state *from, lua_state *to);
#endif
