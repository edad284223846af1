/* bridge.h -- what a script can say to the server: the redis table, and values both ways (scripting.md sections 10 and 11). */
#ifndef SCRIPT_BRIDGE_H
#define SCRIPT_BRIDGE_H
#include "lua/lua.h"
#include "server/call.h"

/* Everything one run of a script has to know; one runs at a time. */
typedef struct script_run {
    call *outer;                            /* the EVAL */
    struct client *client;                  /* who the inner calls come from */
    int protocol;                           /* of the replies scripts see: redis.setresp */
    bool read_only, wrote;
} script_run;

/* Makes the redis table (and the libraries) in a fresh state. */
void bridge_open(lua_state *L);
void bridge_begin(script_run *run);
void bridge_end(void);
/* Replies with the Lua value on top of the stack. */
void bridge_reply(call *c, lua_state *L);
/* Replies with the error value on top of the stack; name is what `script:` says. */
void bridge_reply_error(call *c, lua_state *L, slice name);
#endif
