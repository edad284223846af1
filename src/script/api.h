/* api.h -- the table redis: what a script may ask of the server. */
#ifndef SCRIPT_API_H
#define SCRIPT_API_H
#include "lua/lua.h"

/* [raises] Adds what scripts and functions share to the table on top. */
void api_add(lua_state *L);
/* [raises] Adds what only EVAL's scripts have: breakpoint, debug, replicate_commands. */
void api_add_of_eval(lua_state *L);
/* redis.call and redis.pcall: bridge.c. */
int  bridge_call(lua_state *L);
int  bridge_pcall(lua_state *L);
#endif
