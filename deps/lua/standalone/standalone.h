#ifndef LUA_STANDALONE_H
#define LUA_STANDALONE_H

/* What only the program has: print, files, the rest of os, modules and a bit of debug. */

#include "../lua.h"

/* Adds all of it to the globals. */
void standalone_open(lua_state *L);
void standalone_open_io(lua_state *L);
void standalone_open_os(lua_state *L);
void standalone_open_debug(lua_state *L);
/* Comes last: package.loaded lists the libraries that are there. */
void standalone_open_package(lua_state *L);

/* Pushes nil, "name: reason" (just the reason without a name) and errno; returns 3. */
int standalone_push_failure(lua_state *L, const char *name);
/* Pushes true, or what standalone_push_failure does. */
int standalone_push_outcome(lua_state *L, bool done, const char *name);
/* The whole file, or standard input for NULL; to be freed. NULL when it can't be read. */
char *standalone_read_file(const char *path, size_t *length);
/* Compiles a file and pushes the function; or pushes nil and the message and returns false. */
bool standalone_load_file(lua_state *L, const char *path);

#endif
