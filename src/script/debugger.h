/* debugger.h -- SCRIPT DEBUG: a script that stops where its user wants and answers questions meanwhile.
 *
 * While a client debugs, its next EVAL is a session: the script, compiled anew with places to stop, talks to the client over
 * its connection, and afterwards the connection ends. Usually a copy of the process does so, whose changes vanish with it;
 * in synchronous sessions the server itself waits for the user. */
#ifndef SCRIPT_DEBUGGER_H
#define SCRIPT_DEBUGGER_H
#include "lua/lua.h"
#include "server/call.h"

/* SCRIPT DEBUG YES, SYNC or NO. */
void debugger_choose(call *c);
/* Is this call of EVAL to be a session? */
bool debugger_wanted(const call *c);
/* Holds the session, in which `run` does what the call asks. */
void debugger_hold(call *c, bool read_only, void (*run)(call *c, bool read_only));
/* In a session; only then the rest is called. */
bool debugger_active(void);
/* The text being debugged, whose code is loaded next with stops. */
void debugger_begin(lua_state *L, slice body);
void debugger_end(lua_state *L);
/* [raises] Now and then while Lua runs: stops a script that has run for so long. */
void debugger_tick(lua_state *L, int64_t patience_ms);

/* In a session that steps, what a script calls and hears is shown. */
bool debugger_steps(void);
void debugger_show_call(int argc, const slice *argv);
void debugger_show_error(const char *why);
void debugger_show_reply(const char *encoded);
/* redis.breakpoint and redis.debug. */
int  debugger_breakpoint(lua_state *L);
int  debugger_values(lua_state *L);
#endif
