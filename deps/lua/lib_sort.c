#include "call.h"
#include "debug.h"
#include "gc.h"
#include "library.h"
#include "table.h"
#include "vm.h"

/* table.sort. Where equal elements end up, and which pairs the comparison function sees, is visible to scripts, so the
 * scheme is that of Lua 5.1: quicksort with the median of first, middle and last, the smaller part first. */

/* The smaller part is sorted first, so ranges nest no deeper than this. */
enum { DEPTH_MAXIMUM = 40 };

typedef struct {
    lua_state *L;
    lua_table *table;
    bool custom;          /* a comparison function is argument 2 */
} sorter;

static lua_value get(sorter *s, int64_t i)
{
    return (uint64_t)i - 1 < s->table->slots ? s->table->array[i - 1] : lua_table_get_integer(s->table, i);
}

static void set(sorter *s, int64_t i, lua_value v)
{
    if ((uint64_t)i - 1 < s->table->slots && !(s->table->mark & MARK_READONLY)) {
        s->table->array[i - 1] = v;
        lua_gc_barrier_value(s->L, s->table, v);
    } else {
        lua_table_set_integer(s->L, s->table, i, v);
    }
}

/* Both values are safe from the collector: the caller has them in the table or on the stack. */
static bool less(sorter *s, lua_value a, lua_value b)
{
    lua_state *L = s->L;
    if (!s->custom) {
        if (is_number(a) && is_number(b)) return number_of(a) < number_of(b);
        return lua_vm_less(L, a, b);
    }
    push_value(L, argument_value(L, 2));
    push_value(L, a);
    push_value(L, b);
    lua_call_value(L, L->top - 3, 1);
    return !is_falsy(*--L->top);
}

/* Compares elements i and j, holding them on the stack: the comparison may remove them from the table. */
static bool less_at(sorter *s, int64_t i, int64_t j, lua_value *a, lua_value *b)
{
    lua_state *L = s->L;
    *a = get(s, i);
    *b = get(s, j);
    push_value(L, *a);
    push_value(L, *b);
    bool result = less(s, *a, *b);
    L->top -= 2;
    return result;
}

static void order_at(sorter *s, int64_t i, int64_t j)
{
    lua_value a, b;
    if (!less_at(s, j, i, &b, &a)) return;
    set(s, i, b);
    set(s, j, a);
}

static _Noreturn void bad_order(sorter *s)
{
    lua_fail(s->L, "invalid order function for sorting");
}

/* Splits [low, high] around its median-of-three; returns where the pivot ends up. The stack holds the pivot and the
 * elements to exchange, which the comparison function might have removed from the table. */
static int64_t partition(sorter *s, int64_t low, int64_t high, int64_t middle)
{
    lua_state *L = s->L;
    lua_value pivot = get(s, middle);
    push_value(L, pivot);
    push_value(L, VALUE_NIL);
    push_value(L, VALUE_NIL);
    set(s, middle, get(s, high - 1));
    set(s, high - 1, pivot);
    int64_t i = low, j = high - 1;
    for (;;) {
        while (L->top[-2] = get(s, ++i), less(s, L->top[-2], pivot)) {
            if (i > high) bad_order(s);
        }
        while (L->top[-1] = get(s, --j), less(s, pivot, L->top[-1])) {
            if (j < low) bad_order(s);
        }
        if (j < i) break;
        set(s, i, L->top[-1]);
        set(s, j, L->top[-2]);
    }
    lua_value last = get(s, high - 1);
    set(s, high - 1, get(s, i));
    set(s, i, last);
    L->top -= 3;
    return i;
}

static void sort_range(sorter *s, int64_t low, int64_t high)
{
    lua_value a, b;
    while (low < high) {
        lua_tick(s->L, 1);
        order_at(s, low, high);
        if (high - low == 1) return;
        int64_t middle = (low + high) / 2;
        if (less_at(s, middle, low, &a, &b)) {
            set(s, middle, b);
            set(s, low, a);
        } else {
            order_at(s, middle, high);
        }
        if (high - low == 2) return;
        int64_t pivot = partition(s, low, high, middle);
        if (pivot - low < high - pivot) {
            sort_range(s, low, pivot - 1);
            low = pivot + 1;
        } else {
            sort_range(s, pivot + 1, high);
            high = pivot - 1;
        }
    }
}

int lua_table_sort(lua_state *L)
{
    lua_check_table(L, 1);
    sorter s = {.L = L, .table = table_of(argument_value(L, 1))};
    int64_t count = (int64_t)lua_table_border(s.table);
    lua_need(L, DEPTH_MAXIMUM * 4 + LUA_MINIMUM_STACK, "");
    if (!lua_is_missing(L, 2)) {
        lua_check_function(L, 2);
        s.custom = true;
    }
    lua_top_set(L, 2);
    lua_table_writable(L, s.table);
    sort_range(&s, 1, count);
    return 0;
}
