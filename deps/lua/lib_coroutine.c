#include "call.h"
#include "library.h"
#include "state.h"

static lua_state *check_thread(lua_state *L)
{
    lua_state *thread = lua_to_thread(L, 1);
    if (!thread) lua_bad_argument(L, 1, "coroutine expected");
    return thread;
}

typedef enum { RUNNING, SUSPENDED, NORMAL, DEAD } condition;
static const char *const names[] = {"running", "suspended", "normal", "dead"};

static condition condition_of(lua_state *L, lua_state *thread)
{
    if (L == thread) return RUNNING;
    if (thread->status == LUA_YIELD) return SUSPENDED;
    if (thread->status != LUA_OK) return DEAD;
    if (thread->frame > thread->frames) return NORMAL;
    return thread->top > thread->frame->base ? SUSPENDED : DEAD;
}

/* Resumes with the n top values. Returns how many results it moved back, or -1 with the error value on top. */
static int resume(lua_state *L, lua_state *thread, int n)
{
    condition now = condition_of(L, thread);
    if (now != SUSPENDED) {
        lua_push_format(L, "cannot resume %s coroutine", names[now]);
        return -1;
    }
    lua_move(L, thread, n);
    lua_status status = lua_resume(thread, n);
    if (status == LUA_OK || status == LUA_YIELD) {
        int count = lua_top(thread);
        if (!lua_reserve(L, count + 1)) lua_fail(L, "too many results to resume");
        lua_move(thread, L, count);
        return count;
    }
    lua_move(thread, L, 1);
    if (lua_is_fatal(status)) lua_rethrow(L, status);
    return -1;
}

static int coroutine_resume(lua_state *L)
{
    lua_state *thread = check_thread(L);
    int count = resume(L, thread, lua_top(L) - 1);
    lua_push_boolean(L, count >= 0);
    if (count < 0) count = 1;
    lua_insert(L, -1 - count);
    return count + 1;
}

static int wrapped(lua_state *L)
{
    int count = resume(L, lua_to_thread(L, lua_upvalue(1)), lua_top(L));
    if (count >= 0) return count;
    if (lua_is_string(L, -1)) {
        lua_push_where(L, 1);
        lua_insert(L, -2);
        lua_concat(L, 2);
    }
    lua_raise(L);
}

static int coroutine_create(lua_state *L)
{
    if (!lua_is_function(L, 1) || lua_to_function(L, 1)) lua_bad_argument(L, 1, "Lua function expected");
    lua_state *thread = lua_push_thread(L);
    lua_push(L, 1);
    lua_move(L, thread, 1);
    return 1;
}

static int coroutine_wrap(lua_state *L)
{
    coroutine_create(L);
    lua_push_function(L, wrapped, 1);
    return 1;
}

static int coroutine_yield(lua_state *L)
{
    return lua_yield(L, lua_top(L));
}

static int coroutine_status(lua_state *L)
{
    lua_push_text(L, names[condition_of(L, check_thread(L))]);
    return 1;
}

static int coroutine_running(lua_state *L)
{
    if (lua_push_self(L)) lua_push_nil(L);
    return 1;
}

void lua_open_coroutine(lua_state *L)
{
    static const lua_entry entries[] = {
        {"create", coroutine_create}, {"resume", coroutine_resume}, {"running", coroutine_running},
        {"status", coroutine_status}, {"wrap", coroutine_wrap},     {"yield", coroutine_yield}, {NULL, NULL},
    };
    lua_register_library(L, "coroutine", entries);
    lua_drop(L, 1);
}
