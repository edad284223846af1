#include "call.h"
#include "debug.h"
#include "gc.h"
#include "vm.h"

#include <math.h>

enum { LOOP_MAXIMUM = 100 };

static lua_type type_of(lua_value v)
{
    if (is_number(v)) return LUA_NUMBER;
    switch (v & TAG_MASK) {
    case TAG_SPECIAL: return is_nil(v) ? LUA_NIL : LUA_BOOLEAN;
    case TAG_POINTER: return LUA_POINTER;
    case TAG_STRING: return LUA_STRING;
    case TAG_TABLE: return LUA_TABLE;
    case TAG_FUNCTION: return LUA_FUNCTION;
    case TAG_USERDATA: return LUA_USERDATA;
    default: return LUA_THREAD;
    }
}

lua_table *lua_metatable_of(lua_state *L, lua_value v)
{
    if (is_table(v)) return table_of(v)->metatable;
    if (is_userdata(v)) return userdata_of(v)->metatable;
    return L->shared->metatables[type_of(v)];
}

lua_value lua_metamethod(lua_state *L, lua_value v, lua_event event)
{
    lua_table *metatable = lua_metatable_of(L, v);
    if (!metatable) return VALUE_NIL;
    lua_value *handler = table_find_name(metatable, value_of_string(L->shared->events[event]));
    return handler ? *handler : VALUE_NIL;
}

/* Calls handler(a, b) or, for stores, handler(a, b, c); returns the first result. */
static lua_value call_handler(lua_state *L, lua_value handler, int count, const lua_value *arguments)
{
    stack_need(L, 8);
    ptrdiff_t anchor = L->top - L->stack;
    push_value(L, handler);
    for (int i = 0; i < count; i++) push_value(L, arguments[i]);
    lua_call_value(L, L->stack + anchor, 1);
    return *--L->top;
}

lua_value lua_vm_index(lua_state *L, lua_value object, lua_value key)
{
    for (int loop = 0; loop < LOOP_MAXIMUM; loop++) {
        lua_value handler;
        if (is_table(object)) {
            lua_table *t = table_of(object);
            lua_value v = lua_table_get(t, key);
            if (!is_nil(v)) return v;
            handler = fast_metamethod(L, t->metatable, EVENT_INDEX);
            if (is_nil(handler)) return VALUE_NIL;
        } else {
            handler = lua_metamethod(L, object, EVENT_INDEX);
            if (is_nil(handler)) {
                lua_debug_type_error(L, "index", object, loop ? -1 : lua_debug_object_register(L));
            }
        }
        if (is_function(handler)) return call_handler(L, handler, 2, (lua_value[]){object, key});
        object = handler;
    }
    lua_debug_error(L, "loop in gettable");
}

void lua_vm_set_index(lua_state *L, lua_value object, lua_value key, lua_value value)
{
    for (int loop = 0; loop < LOOP_MAXIMUM; loop++) {
        lua_value handler;
        if (is_table(object)) {
            lua_table *t = table_of(object);
            lua_table_writable(L, t);
            lua_value *place = lua_table_find(t, key);
            if (!place || is_nil(*place)) handler = fast_metamethod(L, t->metatable, EVENT_NEWINDEX);
            else handler = VALUE_NIL;
            if (is_nil(handler)) {
                if (!place) place = lua_table_place(L, t, key);
                *place = value;
                t->absent = 0;
                lua_gc_barrier_value(L, t, value);
                return;
            }
            lua_table_check_key(L, key);
        } else {
            handler = lua_metamethod(L, object, EVENT_NEWINDEX);
            if (is_nil(handler)) {
                lua_debug_type_error(L, "index", object, loop ? -1 : lua_debug_object_register(L));
            }
        }
        if (is_function(handler)) {
            call_handler(L, handler, 3, (lua_value[]){object, key, value});
            return;
        }
        object = handler;
    }
    lua_debug_error(L, "loop in settable");
}

double lua_vm_modulo(double a, double b)
{
    double quotient = a / b;
    if (quotient > -1e15 && quotient < 1e15) {
        double whole = (double)(int64_t)quotient;
        if (whole > quotient) whole -= 1;
        return a - whole * b;
    }
    return a - floor(quotient) * b;
}

static double compute(lua_event event, double a, double b)
{
    switch (event) {
    case EVENT_ADD: return a + b;
    case EVENT_SUB: return a - b;
    case EVENT_MUL: return a * b;
    case EVENT_DIV: return a / b;
    case EVENT_MOD: return lua_vm_modulo(a, b);
    case EVENT_POW: return pow(a, b);
    default: return -a;
    }
}

lua_value lua_vm_arithmetic(lua_state *L, lua_event event, lua_value a, lua_value b)
{
    double x, y;
    bool first = lua_value_number(a, &x);
    if (first && lua_value_number(b, &y)) return value_of_number(compute(event, x, y));
    lua_value handler = lua_metamethod(L, a, event);
    if (is_nil(handler)) handler = lua_metamethod(L, b, event);
    if (!is_nil(handler)) return call_handler(L, handler, 2, (lua_value[]){a, b});
    lua_debug_type_error(L, "perform arithmetic on", first ? b : a, lua_debug_operand_register(L, first));
}

lua_value lua_vm_length(lua_state *L, lua_value v)
{
    if (is_table(v)) return value_of_result((double)lua_table_border(table_of(v)));
    if (is_string(v)) return value_of_result((double)string_of(v)->length);
    lua_value handler = lua_metamethod(L, v, EVENT_LEN);
    if (is_nil(handler)) lua_debug_type_error(L, "get length of", v, lua_debug_operand_register(L, 0));
    return call_handler(L, handler, 2, (lua_value[]){v, VALUE_NIL});
}

/* A handler for comparing two values counts only if both have the same one. */
static lua_value common_handler(lua_state *L, lua_value a, lua_value b, lua_event event)
{
    lua_value first = lua_metamethod(L, a, event);
    if (is_nil(first)) return VALUE_NIL;
    if (lua_metatable_of(L, a) == lua_metatable_of(L, b)) return first;
    lua_value second = lua_metamethod(L, b, event);
    return raw_equal(first, second) ? first : VALUE_NIL;
}

bool lua_vm_equal(lua_state *L, lua_value a, lua_value b)
{
    if (raw_equal(a, b)) return true;
    if (!(is_table(a) && is_table(b)) && !(is_userdata(a) && is_userdata(b))) return false;
    lua_value handler = common_handler(L, a, b, EVENT_EQ);
    return !is_nil(handler) && !is_falsy(call_handler(L, handler, 2, (lua_value[]){a, b}));
}

static bool compare(lua_state *L, lua_value a, lua_value b, lua_event event, bool *result)
{
    lua_value handler = common_handler(L, a, b, event);
    if (is_nil(handler)) return false;
    *result = !is_falsy(call_handler(L, handler, 2, (lua_value[]){a, b}));
    return true;
}

bool lua_vm_less(lua_state *L, lua_value a, lua_value b)
{
    if (is_number(a) && is_number(b)) return number_of(a) < number_of(b);
    if (is_string(a) && is_string(b)) return lua_string_less(string_of(a), string_of(b), false);
    bool result;
    if (type_of(a) == type_of(b) && compare(L, a, b, EVENT_LT, &result)) return result;
    lua_debug_compare_error(L, a, b);
}

bool lua_vm_less_equal(lua_state *L, lua_value a, lua_value b)
{
    if (is_number(a) && is_number(b)) return number_of(a) <= number_of(b);
    if (is_string(a) && is_string(b)) return lua_string_less(string_of(a), string_of(b), true);
    bool result;
    if (type_of(a) == type_of(b)) {
        if (compare(L, a, b, EVENT_LE, &result)) return result;
        if (compare(L, b, a, EVENT_LT, &result)) return !result;
    }
    lua_debug_compare_error(L, a, b);
}

static bool is_text(lua_value v)
{
    return is_string(v) || is_number(v);
}

/* Joins the last strings or numbers of [first, end), as many as there are; returns how many (at least 2). */
static int concat_run(lua_state *L, lua_value *first, lua_value *end)
{
    int count = 0;
    size_t length = 0;
    for (lua_value *v = end; v > first && lua_value_string(L, v - 1); v--, count++) {
        size_t more = string_of(v[-1])->length;
        if (more > L->shared->limits.string - length) lua_debug_error(L, "string length overflow");
        length += more;
    }
    lua_value *from = end - count;
    char small[STRING_SHORT], *out = small;
    lua_string *s = NULL;
    if (length > STRING_SHORT) {
        s = lua_string_blank(L, length);
        out = s->data;
    }
    for (lua_value *v = from; v < end; v++) {
        memcpy(out, string_of(*v)->data, string_of(*v)->length);
        out += string_of(*v)->length;
    }
    *from = value_of_string(s ? s : lua_string_new(L, small, length));
    return count;
}

void lua_vm_concat(lua_state *L, lua_value *first, int count)
{
    while (count > 1) {
        lua_value a = first[count - 2], b = first[count - 1];
        if (is_text(a) && is_text(b)) {
            count -= concat_run(L, first, first + count) - 1;
            continue;
        }
        lua_value handler = lua_metamethod(L, a, EVENT_CONCAT);
        if (is_nil(handler)) handler = lua_metamethod(L, b, EVENT_CONCAT);
        if (is_nil(handler)) {
            bool second = is_text(a);
            int reg = frame_is_lua(L->frame) ? (int)(first + count - (second ? 1 : 2) - L->frame->base) : -1;
            lua_debug_type_error(L, "concatenate", second ? b : a, reg);
        }
        ptrdiff_t offset = first - L->stack;
        lua_value result = call_handler(L, handler, 2, (lua_value[]){a, b});
        first = L->stack + offset;
        first[count - 2] = result;
        count--;
    }
}

void lua_vm_for_prepare(lua_state *L, lua_value *r)
{
    static const char *const names[] = {"initial value", "limit", "step"};
    for (int i = 0; i < 3; i++) {
        double n;
        if (!lua_value_number(r[i], &n)) lua_debug_error(L, "'for' %s must be a number", names[i]);
        r[i] = value_of_number(n);
    }
    r[0] = value_of_result(number_of(r[0]) - number_of(r[2]));
}
