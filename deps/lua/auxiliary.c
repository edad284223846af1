#include "call.h"
#include "debug.h"
#include "memory.h"
#include "table.h"

/* Arguments, registration, kept values and growing strings. */

_Noreturn void lua_bad_argument(lua_state *L, int argument, const char *message)
{
    const char *name = NULL, *kind = lua_debug_call_name(L, L->frame, &name);
    if (L->frame == L->frames) lua_fail(L, "bad argument #%d (%s)", argument, message);
    if (kind && !strcmp(kind, "method")) {
        argument--;
        if (argument == 0) lua_fail(L, "calling '%s' on bad self (%s)", name, message);
    }
    lua_fail(L, "bad argument #%d to '%s' (%s)", argument, kind ? name : "?", message);
}

_Noreturn void lua_bad_type(lua_state *L, int argument, const char *expected)
{
    char message[128];
    const char *got = lua_type_name(lua_type_of(L, argument));
    size_t length = strlen(expected);
    if (length > 60) length = 60;
    memcpy(message, expected, length);
    strcpy(message + length, " expected, got ");
    strcat(message, got);
    lua_bad_argument(L, argument, message);
}

double lua_check_number(lua_state *L, int argument)
{
    lua_value *v = L->frame->base + argument - 1;
    if (v < L->top && is_number(*v)) return number_of(*v);
    double n;
    if (v >= L->top || !lua_value_number(*v, &n)) lua_bad_type(L, argument, "number");
    return n;
}

int64_t lua_check_integer(lua_state *L, int argument)
{
    double n = lua_check_number(L, argument);
    return n >= -0x1p63 && n < 0x1p63 ? (int64_t)n : INT64_MIN;
}

const char *lua_check_string(lua_state *L, int argument, size_t *length)
{
    lua_value *v = L->frame->base + argument - 1;
    if (v >= L->top || !lua_value_string(L, v)) lua_bad_type(L, argument, "string");
    if (length) *length = string_of(*v)->length;
    return string_of(*v)->data;
}

void lua_check_table(lua_state *L, int argument)
{
    if (!lua_is_table(L, argument)) lua_bad_type(L, argument, "table");
}

void lua_check_function(lua_state *L, int argument)
{
    if (!lua_is_function(L, argument)) lua_bad_type(L, argument, "function");
}

void lua_check_any(lua_state *L, int argument)
{
    if (lua_type_of(L, argument) == LUA_NONE) lua_bad_argument(L, argument, "value expected");
}

double lua_default_number(lua_state *L, int argument, double otherwise)
{
    return lua_is_missing(L, argument) ? otherwise : lua_check_number(L, argument);
}

int64_t lua_default_integer(lua_state *L, int argument, int64_t otherwise)
{
    return lua_is_missing(L, argument) ? otherwise : lua_check_integer(L, argument);
}

/* ---- registration ---- */

void lua_register(lua_state *L, const lua_entry *entries)
{
    for (; entries->name; entries++) {
        lua_push_function(L, entries->function, 0);
        lua_raw_set_field(L, -2, entries->name);
    }
}

void lua_register_library(lua_state *L, const char *name, const lua_entry *entries)
{
    lua_raw_get_field(L, LUA_GLOBALS, name);
    if (!lua_is_table(L, -1)) {
        lua_drop(L, 1);
        lua_push_table(L, 0, 0);
        lua_push(L, -1);
        lua_raw_set_field(L, LUA_GLOBALS, name);
    }
    lua_register(L, entries);
}

/* Free tickets form a list through registry[0]. */
int lua_keep(lua_state *L)
{
    lua_table *registry = L->shared->registry;
    lua_value head = lua_table_get_integer(registry, 0);
    int64_t ticket = is_number(head) ? (int64_t)number_of(head) : 0;
    if (ticket) lua_table_set_integer(L, registry, 0, lua_table_get_integer(registry, ticket));
    else ticket = (int64_t)lua_table_border(registry) + 1;
    lua_value v = L->top[-1];
    lua_table_set_integer(L, registry, ticket, is_nil(v) ? VALUE_FALSE : v);
    L->top--;
    return (int)ticket;
}

void lua_push_kept(lua_state *L, int ticket)
{
    lua_raw_get_index(L, LUA_REGISTRY, (size_t)ticket);
}

void lua_release(lua_state *L, int ticket)
{
    lua_table *registry = L->shared->registry;
    lua_value head = lua_table_get_integer(registry, 0);
    lua_table_set_integer(L, registry, ticket, is_number(head) ? head : value_of_number(0));
    lua_table_set_integer(L, registry, 0, value_of_number(ticket));
}

/* ---- growing strings ---- */

void lua_buffer_open(lua_buffer *b, lua_state *L)
{
    b->L = L;
    b->data = b->local;
    b->length = 0;
    b->capacity = sizeof b->local;
    lua_push_nil(L);
    b->slot = lua_top(L);
}

/* Once it outgrows the local bytes the buffer lives in a long string that nobody else sees. */
char *lua_buffer_room(lua_buffer *b, size_t n)
{
    lua_state *L = b->L;
    if (b->capacity - b->length >= n) return b->data + b->length;
    if (n > L->shared->limits.string || b->length > L->shared->limits.string - n) {
        lua_debug_error(L, "string length overflow");
    }
    size_t capacity = b->capacity * 2;
    if (capacity < b->length + n) capacity = b->length + n;
    if (capacity > L->shared->limits.string) capacity = b->length + n;
    if (capacity < sizeof b->local * 2) capacity = sizeof b->local * 2;
    lua_string *bigger;
    if (b->data == b->local) {
        bigger = lua_string_blank(L, capacity);
        memcpy(bigger->data, b->data, b->length);
    } else {
        bigger = lua_string_grow(L, string_of(L->frame->base[b->slot - 1]), capacity);
    }
    L->frame->base[b->slot - 1] = value_of_string(bigger);
    b->data = bigger->data;
    b->capacity = capacity;
    return b->data + b->length;
}

void lua_buffer_added(lua_buffer *b, size_t n) { b->length += n; }

void lua_buffer_byte(lua_buffer *b, char c)
{
    if (b->length == b->capacity) lua_buffer_room(b, 1);
    b->data[b->length++] = c;
}

void lua_buffer_bytes(lua_buffer *b, const char *data, size_t n)
{
    if (!n) return;
    memcpy(lua_buffer_room(b, n), data, n);
    b->length += n;
}

void lua_buffer_close(lua_buffer *b)
{
    lua_state *L = b->L;
    lua_string *s;
    if (b->data == b->local || b->length <= STRING_SHORT) s = lua_string_new(L, b->data, b->length);
    else s = lua_string_grow(L, string_of(L->frame->base[b->slot - 1]), b->length);
    L->frame->base[b->slot - 1] = value_of_string(s);
    L->top = L->frame->base + b->slot;
}
