#ifndef LUA_CALL_H
#define LUA_CALL_H

/* Frames, stacks and unwinding. */

#include "object.h"

/* Unwinds to the innermost guard of the thread. The error value is on top, except for LUA_ERROR_MEMORY,
 * LUA_ERROR_HANDLER, whose messages are fixed. */
_Noreturn void lua_throw(lua_state *L, lua_status status);
/* Runs the error handler on the top value, then throws. */
_Noreturn void lua_call_raise(lua_state *L, lua_status status);
/* Runs `body` and returns the status it was thrown with. The error value is then on top of whatever was left. */
lua_status lua_guarded(lua_state *L, void (*body)(lua_state *L, void *argument), void *argument);
/* As lua_guarded, then on error cuts back to `function` and leaves only the error value, there. */
lua_status lua_recovered(lua_state *L, void (*body)(lua_state *L, void *argument), void *argument, ptrdiff_t function);

void lua_stack_resize(lua_state *L, size_t size);
/* Makes room for n more slots above the top; pointers into the stack are then stale. */
void lua_stack_grow(lua_state *L, size_t n);
/* Raises "stack overflow" at the limit. */
void lua_frames_grow(lua_state *L);
/* Gives back frames beyond the limit, which only the handling of an overflow may use. */
void lua_frames_shrink(lua_state *L);

/* Starts a call of the value at `function` with the arguments above it: a C function is run to its end (false); for a
 * Lua function a frame is pushed (true). */
bool lua_call_begin(lua_state *L, lua_value *function, int results);
/* Ends the top frame, moving `count` results from `first` to where the caller wants them. */
void lua_call_end(lua_state *L, lua_value *first, int count);
/* A complete call from C. */
void lua_call_value(lua_state *L, lua_value *function, int results);

/* The cell of a stack slot, shared by all closures that capture it. */
lua_cell *lua_cell_open(lua_state *L, lua_value *slot);
/* Closes the cells at and above `level`. */
void lua_cells_close(lua_state *L, lua_value *level);

/* The budget of back-edges and calls ran out: checks limits and calls the hook. */
void lua_interrupt(lua_state *L);
void lua_budget_grant(lua_shared *g);
void lua_line_reached(lua_state *L);

/* The interpreter: runs the top frame until a frame marked `entry` returns or the thread yields. */
void lua_execute(lua_state *L);

static inline bool is_c_function(const lua_closure *c) { return c->kind == KIND_C_FUNCTION; }
static inline bool frame_is_lua(const lua_frame *f)
{
    return is_function(*f->function) && !is_c_function(closure_of(*f->function));
}
static inline void stack_need(lua_state *L, size_t n)
{
    if ((size_t)(L->stack_end - L->top) <= n) lua_stack_grow(L, n);
}
static inline void push_value(lua_state *L, lua_value v)
{
    *L->top++ = v;
}

#endif
