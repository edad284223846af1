/* show.h -- Lua values and replies as text for people. */
#ifndef SCRIPT_SHOW_H
#define SCRIPT_SHOW_H
#include "base/slice.h"
#include "lua/lua.h"

/* Appends the value on top: "text", 1.5, nil, {1; 2}, {["k"]=true}. */
void show_value(lua_state *L, bytes **out);
/* Appends one encoded reply: "text", 1, NULL, [1,"a"], {k => v}, "+OK". Returns what stands behind it. */
const char *show_reply(const char *at, bytes **out);
#endif
