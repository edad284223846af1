/* convert.h -- values between RESP and Lua, both ways (scripting.md section 11). */
#ifndef SCRIPT_CONVERT_H
#define SCRIPT_CONVERT_H
#include "lua/lua.h"
#include "server/call.h"

/* Replies with the value on top, which it pops; `protocol` is the one the script has chosen. */
void convert_to_reply(call *c, lua_state *L, int protocol);
/* [raises] Pushes the value of one complete encoded reply and returns what stands behind it. Null is false in RESP2. */
const char *convert_push_reply(lua_state *L, const char *at);
/* The number that stands before a CR. */
static inline int64_t convert_integer(const char *at) {
    bool minus = *at == '-';
    uint64_t n = 0;
    for (at += minus; *at != '\r'; at++) n = n * 10 + (uint64_t)(*at - '0');
    return (int64_t)(minus ? -n : n);
}
/* [raises] Pushes {err = text}, marked when the error has been counted already. */
void convert_push_error(lua_state *L, slice text, bool counted);
/* An error reply that is not counted again. */
void convert_reply_counted_error(call *c, slice text);
#endif
