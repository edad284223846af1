/* The interpreter. One big function by design: the instruction pointer, the registers and the constants stay in machine
 * registers, and each instruction jumps straight to the next one's code. What isn't the common case is left to
 * functions
 * in metamethod.c and call.c, which may move the stack: before calling them the frame's pc is saved (SLOW), after that
 * `base` is loaded again. While Lua code runs L->top is the frame's limit, except between an instruction that leaves an
 * open number of values and the one that takes them. */

#include "call.h"
#include "debug.h"
#include "gc.h"
#include "library.h"
#include "opcodes.h"
#include "state.h"
#include "vm.h"

#include <math.h>

#pragma GCC diagnostic ignored "-Wpedantic"

/* The array slot of key n if it has one: whether n is whole, and the slot there, is for the caller to see. */
static inline uint32_t slot_near(double n)
{
    return fabs(n) < 0x1p62 ? (uint32_t)(int64_t)n - 1 : UINT32_MAX;
}

static lua_closure *make_closure(lua_state *L, lua_closure *outer, lua_prototype *p, lua_value *base)
{
    lua_closure *c = lua_closure_new(L, p, outer->environment);
    for (int i = 0; i < c->count; i++) {
        int index = p->captures[i].index;
        c->captures[i].cell = p->captures[i].in_stack ? lua_cell_open(L, base + index) : outer->captures[index].cell;
    }
    return c;
}

static void set_list(lua_state *L, lua_value *r, int count, uint32_t offset)
{
    lua_table *t = table_of(r[0]);
    if (offset + (uint32_t)count > t->slots) lua_table_resize_array(L, t, offset + (uint32_t)count);
    for (int i = 1; i <= count; i++) {
        t->array[offset + (uint32_t)i - 1] = r[i];
        lua_gc_barrier_value(L, t, r[i]);
    }
}

static void push_varargs(lua_state *L, lua_instruction i)
{
    lua_frame *f = L->frame;
    int fixed = closure_of(*f->function)->u.prototype->parameters;
    int count = (int)(f->base - f->function) - 1 - fixed, wanted = b_of(i) - 1;
    ptrdiff_t a = a_of(i);
    if (wanted < 0) {
        wanted = count;
        L->top = f->base + a;
        stack_need(L, (size_t)wanted + STACK_SPARE);
        f = L->frame;
        L->top = f->base + a + wanted;
    }
    L->shared->budget -= wanted / 64;
    lua_value *from = f->function + 1 + fixed;
    for (int n = 0; n < wanted; n++) f->base[a + n] = n < count ? from[n] : VALUE_NIL;
}

/* Turns the running Lua frame into a call of the function at `callee`. True when that is a Lua function. */
static bool tail_call(lua_state *L, lua_value *callee)
{
    lua_frame *f = L->frame;
    if (!is_function(*callee) || is_c_function(closure_of(*callee))) {
        if (!lua_call_begin(L, callee, LUA_MULTIPLE)) return false;
        f = L->frame - 1;
        callee = L->frame->function;
        L->frame--;
        L->top = L->frame[1].limit;
        lua_frame *fresh = L->frame + 1;
        ptrdiff_t shift = callee - f->function;
        if (L->open) lua_cells_close(L, f->base);
        for (lua_value *v = callee; v < fresh->limit; v++) v[-shift] = *v;
        f->base = fresh->base - shift;
        f->limit = fresh->limit - shift;
        f->pc = fresh->pc;
        f->tail_calls += f->tail_calls < UINT16_MAX;
        L->top = f->limit;
        return true;
    }
    if (L->open) lua_cells_close(L, f->base);
    lua_value *to = f->function;
    for (lua_value *from = callee; from < L->top; from++) *to++ = *from;
    L->top = to;
    int results = f->results;
    uint8_t entry = f->entry;
    uint16_t tail_calls = f->tail_calls;
    lua_value *function = f->function;
    L->frame--;
    lua_call_begin(L, function, results);
    L->frame->entry = entry;
    L->frame->tail_calls = (uint16_t)(tail_calls + (tail_calls < UINT16_MAX));
    return true;
}

#define A a_of(i)
#define B b_of(i)
#define C c_of(i)
#define RA base[a_of(i)]
#define RB base[b_of(i)]
#define RC base[c_of(i)]
#define KC k[c_of(i)]

#define DISPATCH() do { i = *pc++; goto *labels[i & 0xff]; } while (0)
#define SAVE() (L->frame->pc = pc)
#define RELOAD() (base = L->frame->base)
/* Runs a statement that may raise, call Lua or move the stack. */
#define SLOW(statement) do { SAVE(); statement; RELOAD(); } while (0)
#define TICK() do { if (--g->budget <= 0) SLOW(lua_interrupt(L)); } while (0)
#define JUMP_NEXT() do { int distance = jump_of(*pc); pc += distance + 1; if (distance < 0) TICK(); } while (0)
#define BRANCH(outcome, flag) do { if ((outcome) == (flag)) JUMP_NEXT(); else pc++; DISPATCH(); } while (0)

#define ARITHMETIC(name, event, left, right, formula) \
    name: { \
        lua_value x = left, y = right; \
        if (is_number(x) && is_number(y)) { \
            double m = number_of(x), n = number_of(y); \
            RA = value_of_result(formula); \
        } else { \
            SLOW(lua_value v = lua_vm_arithmetic(L, event, x, y); L->frame->base[A] = v); \
        } \
        DISPATCH(); \
    }
#define ARITHMETIC_ALL(OP, event, formula) \
    ARITHMETIC(op_##OP, event, RB, RC, formula) \
    ARITHMETIC(op_##OP##_RK, event, RB, KC, formula) \
    ARITHMETIC(op_##OP##_KR, event, k[B], RC, formula)

#define COMPARE(name, left, right, operator, slow) \
    name: { \
        lua_value x = left, y = right; \
        bool outcome; \
        if (is_number(x) && is_number(y)) outcome = number_of(x) operator number_of(y); \
        else SLOW(outcome = slow(L, x, y)); \
        BRANCH(outcome, A); \
    }

/* A store into a table that may be black or read-only, whose slot holds something already. */
#define STORE(t, place, v) do { \
        *(place) = (v); \
        if ((t)->mark & MARK_BLACK) lua_gc_barrier_value(L, (t), (v)); \
    } while (0)

void lua_execute(lua_state *L)
{
    static void *const labels[] = {
#define LABEL(name) &&op_##name,
        OPCODES(LABEL)
#undef LABEL
    };
    lua_shared *const g = L->shared;
    lua_instruction i;
    const lua_instruction *pc;
    lua_value *base;
    const lua_value *k;
    lua_closure *closure;

enter_frame:
    if (--g->budget <= 0) lua_interrupt(L);
resume_frame:
    closure = closure_of(*L->frame->function);
    k = closure->u.prototype->constants;
    pc = L->frame->pc;
    base = L->frame->base;
    DISPATCH();

    op_MOVE: {
        RA = RB;
        DISPATCH();
    }
    op_CONSTANT: {
        RA = k[d_of(i)];
        DISPATCH();
    }
    op_CONSTANT_X: {
        RA = k[*pc++];
        DISPATCH();
    }
    op_NIL: {
        for (int r = A; r <= B; r++) base[r] = VALUE_NIL;
        DISPATCH();
    }
    op_BOOLEAN: {
        RA = value_of_boolean(B);
        if (C) pc++;
        DISPATCH();
    }
    op_GET_UPVALUE: {
        RA = *closure->captures[B].cell->value;
        DISPATCH();
    }
    op_SET_UPVALUE: {
        lua_cell *cell = closure->captures[B].cell;
        lua_value v = RA;
        *cell->value = v;
        if (is_collectable(v)) lua_gc_barrier(L, cell, object_of(v));
        DISPATCH();
    }
    op_GET_GLOBAL: {
        lua_value key = k[d_of(i)];
        lua_value *place = string_of(key)->interned ? table_find_name(closure->environment, key) : NULL;
        if (place && !is_nil(*place)) RA = *place;
        else SLOW(lua_value v = lua_vm_index(L, value_of_table(closure->environment), key); L->frame->base[A] = v);
        DISPATCH();
    }
    op_SET_GLOBAL: {
        lua_value key = k[d_of(i)];
        lua_table *t = closure->environment;
        lua_value *place = string_of(key)->interned ? table_find_name(t, key) : NULL;
        if (place && !is_nil(*place) && !(t->mark & MARK_READONLY)) STORE(t, place, RA);
        else SLOW(lua_vm_set_index(L, value_of_table(t), key, RA));
        DISPATCH();
    }
    op_GET_FIELD: {
        lua_value object = RB;
        if (is_table(object)) {
            lua_value *place = table_find_name(table_of(object), KC);
            if (place && !is_nil(*place)) {
                RA = *place;
                DISPATCH();
            }
            if (!table_of(object)->metatable) {
                RA = VALUE_NIL;
                DISPATCH();
            }
        }
        SLOW(lua_value v = lua_vm_index(L, object, KC); L->frame->base[A] = v);
        DISPATCH();
    }
    op_GET_INDEX: {
        lua_value object = RB, key = RC;
        if (is_table(object)) {
            lua_table *t = table_of(object);
            lua_value v;
            if (is_number(key)) {
                double n = number_of(key);
                uint32_t index = slot_near(n);
                if (index < t->slots && (double)(index + 1) == n) v = t->array[index];
                else v = lua_table_get(t, key);
            } else if (is_string(key) && string_of(key)->interned) {
                lua_value *place = table_find_name(t, key);
                v = place ? *place : VALUE_NIL;
            } else {
                v = lua_table_get(t, key);
            }
            if (!is_nil(v) || !t->metatable) {
                RA = v;
                DISPATCH();
            }
        }
        SLOW(lua_value v = lua_vm_index(L, object, key); L->frame->base[A] = v);
        DISPATCH();
    }
    op_GET_SLOT: {
        lua_value object = RB;
        if (is_table(object)) {
            lua_table *t = table_of(object);
            uint32_t index = (uint32_t)C - 1;
            if (index < t->slots && !is_nil(t->array[index])) {
                RA = t->array[index];
                DISPATCH();
            }
        }
        SLOW(lua_value v = lua_vm_index(L, object, value_of_result(C)); L->frame->base[A] = v);
        DISPATCH();
    }
    op_SET_FIELD: {
        lua_value object = RA, v = RB;
        if (is_table(object)) {
            lua_table *t = table_of(object);
            lua_value *place = table_find_name(t, KC);
            if (place && !(t->mark & MARK_READONLY) && (!is_nil(*place) || !t->metatable)) {
                t->absent = 0;
                STORE(t, place, v);
                DISPATCH();
            }
        }
        SLOW(lua_vm_set_index(L, object, KC, v));
        DISPATCH();
    }
    op_SET_INDEX: {
        lua_value object = RA, key = RC, v = RB;
        if (is_table(object) && is_number(key)) {
            lua_table *t = table_of(object);
            double n = number_of(key);
            uint32_t index = slot_near(n);
            if (index < t->slots && (double)(index + 1) == n && !(t->mark & MARK_READONLY) &&
                (!t->metatable || !is_nil(t->array[index]))) {
                STORE(t, &t->array[index], v);
                DISPATCH();
            }
        } else if (is_table(object) && is_string(key) && string_of(key)->interned) {
            lua_table *t = table_of(object);
            lua_value *place = table_find_name(t, key);
            if (place && !is_nil(*place) && !(t->mark & MARK_READONLY)) {
                STORE(t, place, v);
                DISPATCH();
            }
        }
        SLOW(lua_vm_set_index(L, object, key, v));
        DISPATCH();
    }
    op_SET_SLOT: {
        lua_value object = RA, v = RB;
        if (is_table(object)) {
            lua_table *t = table_of(object);
            uint32_t index = (uint32_t)C - 1;
            if (index < t->slots && !(t->mark & MARK_READONLY) && (!t->metatable || !is_nil(t->array[index]))) {
                STORE(t, &t->array[index], v);
                DISPATCH();
            }
        }
        SLOW(lua_vm_set_index(L, object, value_of_result(C), v));
        DISPATCH();
    }
    op_TABLE: {
        SAVE();
        RA = value_of_table(lua_table_new(L, decode_size(B), decode_size(C)));
        gc_check(L);
        RELOAD();
        DISPATCH();
    }
    op_METHOD: {
        lua_value object = RB;
        base[A + 1] = object;
        if (is_table(object)) {
            lua_table *t = table_of(object);
            lua_value *place = table_find_name(t, KC);
            if (place && !is_nil(*place)) {
                RA = *place;
                DISPATCH();
            }
            lua_value handler = t->metatable ? fast_metamethod(L, t->metatable, EVENT_INDEX) : VALUE_NIL;
            if (is_table(handler)) {
                place = table_find_name(table_of(handler), KC);
                if (place && !is_nil(*place)) {
                    RA = *place;
                    DISPATCH();
                }
            }
        }
        SLOW(lua_value v = lua_vm_index(L, object, KC); L->frame->base[A] = v);
        DISPATCH();
    }

    ARITHMETIC_ALL(ADD, EVENT_ADD, m + n)
    ARITHMETIC_ALL(SUB, EVENT_SUB, m - n)
    ARITHMETIC_ALL(MUL, EVENT_MUL, m * n)
    ARITHMETIC_ALL(DIV, EVENT_DIV, m / n)
    ARITHMETIC_ALL(MOD, EVENT_MOD, lua_vm_modulo(m, n))
    ARITHMETIC_ALL(POW, EVENT_POW, pow(m, n))

    op_MINUS: {
        lua_value v = RB;
        if (is_number(v)) RA = value_of_result(-number_of(v));
        else SLOW(v = lua_vm_arithmetic(L, EVENT_UNM, v, v); L->frame->base[A] = v);
        DISPATCH();
    }
    op_NOT: {
        RA = value_of_boolean(is_falsy(RB));
        DISPATCH();
    }
    op_LENGTH: {
        SLOW(lua_value v = lua_vm_length(L, RB); L->frame->base[A] = v);
        DISPATCH();
    }
    op_CONCAT: {
        SAVE();
        lua_vm_concat(L, base + B, C - B + 1);
        RELOAD();
        RA = RB;
        gc_check(L);
        RELOAD();
        DISPATCH();
    }
    op_JUMP: {
        int distance = jump_of(i);
        pc += distance;
        if (distance < 0) TICK();
        DISPATCH();
    }
    op_TEST: {
        BRANCH(!is_falsy(RA), B);
    }
    op_TEST_SET: {
        lua_value v = RB;
        if (!is_falsy(v) == C) {
            RA = v;
            JUMP_NEXT();
        } else {
            pc++;
        }
        DISPATCH();
    }
    op_EQUAL: {
        lua_value x = RB, y = RC;
        bool outcome;
        if (is_number(x) && is_number(y)) outcome = number_of(x) == number_of(y);
        else if (x == y) outcome = true;
        else SLOW(outcome = lua_vm_equal(L, x, y));
        BRANCH(outcome, A);
    }
    op_EQUAL_K: {
        lua_value x = RB, y = KC;
        BRANCH(raw_equal(x, y), A);
    }
    COMPARE(op_LESS, RB, RC, <, lua_vm_less)
    COMPARE(op_LESS_EQUAL, RB, RC, <=, lua_vm_less_equal)
    COMPARE(op_LESS_RK, RB, KC, <, lua_vm_less)
    COMPARE(op_LESS_EQUAL_RK, RB, KC, <=, lua_vm_less_equal)
    COMPARE(op_LESS_KR, k[B], RC, <, lua_vm_less)
    COMPARE(op_LESS_EQUAL_KR, k[B], RC, <=, lua_vm_less_equal)

    op_CALL: {
        lua_value *function = &RA;
        if (B) L->top = function + B;
        SAVE();
        lua_value callee = *function;
        if (is_function(callee) && !is_c_function(closure_of(callee))) {
            lua_prototype *p = closure_of(callee)->u.prototype;
            lua_frame *f = L->frame + 1;
            if (!p->vararg && (size_t)(L->stack_end - L->top) > (size_t)p->registers + p->parameters + STACK_SPARE &&
                f < L->frames_end) {
                lua_value *first = function + 1;
                while (L->top < first + p->parameters) *L->top++ = VALUE_NIL;
                f->base = base = first;
                f->function = function;
                f->limit = L->top = first + p->registers;
                f->results = C - 1;
                f->tail_calls = 0;
                f->entry = 0;
                L->frame = f;
                f->pc = pc = p->code;
                k = p->constants;
                closure = closure_of(callee);
                if (--g->budget <= 0) lua_interrupt(L);
                RELOAD();
                DISPATCH();
            }
        }
        if (lua_call_begin(L, function, C - 1)) goto enter_frame;
        if (L->status == LUA_YIELD) return;
        if (C) L->top = L->frame->limit;
        RELOAD();
        if (--g->budget <= 0) SLOW(lua_interrupt(L));
        DISPATCH();
    }
    op_TAIL_CALL: {
        if (B) L->top = &RA + B;
        SAVE();
        if (tail_call(L, &RA)) goto enter_frame;
        if (L->status == LUA_YIELD) return;
        RELOAD();
        DISPATCH();
    }
    op_RETURN: {
        lua_value *first = &RA;
        int count = B ? B - 1 : (int)(L->top - first);
        if (L->open) lua_cells_close(L, base);
        uint8_t entry = L->frame->entry;
        int results = L->frame->results;
        lua_call_end(L, first, count);
        if (entry) return;
        if (results != LUA_MULTIPLE) L->top = L->frame->limit;
        goto resume_frame;
    }
    op_RETURN_NONE: {
        lua_frame *f = L->frame;
        if (L->open) lua_cells_close(L, base);
        if (f->entry || f->results > 0) {
            uint8_t entry = f->entry;
            lua_call_end(L, base, 0);
            if (entry) return;
            L->top = L->frame->limit;
            goto resume_frame;
        }
        L->frame--;
        L->top = f->results == LUA_MULTIPLE ? f->function : L->frame->limit;
        goto resume_frame;
    }
    op_RETURN_ONE: {
        lua_frame *f = L->frame;
        if (L->open) lua_cells_close(L, base);
        if (f->entry || f->results > 1) {
            uint8_t entry = f->entry;
            int results = f->results;
            lua_call_end(L, &RA, 1);
            if (entry) return;
            if (results != LUA_MULTIPLE) L->top = L->frame->limit;
            goto resume_frame;
        }
        *f->function = RA;
        L->frame--;
        L->top = f->results == LUA_MULTIPLE ? f->function + 1 : L->frame->limit;
        goto resume_frame;
    }
    op_FOR_PREPARE: {
        lua_value *r = &RA;
        if (is_number(r[0]) && is_number(r[1]) && is_number(r[2])) {
            r[0] = value_of_result(number_of(r[0]) - number_of(r[2]));
        } else {
            SLOW(lua_vm_for_prepare(L, r));
        }
        pc += jump_d_of(i);
        DISPATCH();
    }
    op_FOR_LOOP: {
        lua_value *r = &RA;
        double step = number_of(r[2]), index = number_of(r[0]) + step, limit = number_of(r[1]);
        if (step > 0 ? index <= limit : limit <= index) {
            pc += jump_d_of(i);
            r[0] = r[3] = value_of_result(index);
            TICK();
        }
        DISPATCH();
    }
    op_FOR_CALL: {
        lua_value *r = &RA;
        if (is_function(r[0]) && closure_of(r[0])->u.function == lua_base_next && is_c_function(closure_of(r[0])) &&
            is_table(r[1]) && C <= 2) {
            SAVE();
            lua_value key = r[2], value = VALUE_NIL;
            if (!lua_table_next(L, table_of(r[1]), &key, &value)) key = value = VALUE_NIL;
            r[3] = key;
            if (C > 1) r[4] = value;
            DISPATCH();
        }
        r[5] = r[2];
        r[4] = r[1];
        r[3] = r[0];
        L->top = r + 6;
        SAVE();
        if (lua_call_begin(L, r + 3, C)) goto enter_frame;
        if (L->status == LUA_YIELD) return;
        L->top = L->frame->limit;
        RELOAD();
        DISPATCH();
    }
    op_FOR_NEXT: {
        lua_value *r = &RA;
        if (!is_nil(r[3])) {
            r[2] = r[3];
            pc += jump_d_of(i);
            TICK();
        }
        DISPATCH();
    }
    op_SET_LIST: {
        lua_value *r = &RA;
        int count = B ? B : (int)(L->top - r) - 1;
        uint32_t offset = *pc++;
        SAVE();
        set_list(L, r, count, offset);
        L->top = L->frame->limit;
        DISPATCH();
    }
    op_CLOSE: {
        if (L->open) lua_cells_close(L, &RA);
        DISPATCH();
    }
    op_CLOSURE: {
        SAVE();
        RA = value_of_closure(make_closure(L, closure, closure->u.prototype->children[d_of(i)], base));
        gc_check(L);
        RELOAD();
        DISPATCH();
    }
    op_LINE: {
        SLOW(lua_line_reached(L));
        DISPATCH();
    }
    op_VARARG: {
        SLOW(push_varargs(L, i));
        DISPATCH();
    }
}
