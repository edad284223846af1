#ifndef LUA_STANDALONE_H
#define LUA_STANDALONE_H

/* What only the program has: print, files, the rest of os and a bit of debug. */

#include "../lua.h"

void standalone_open(lua_state *L);
/* The whole file, or standard input for NULL; to be freed. NULL when it can't be read. */
char *standalone_read_file(const char *path, size_t *length);

#endif
