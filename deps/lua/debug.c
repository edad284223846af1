#include "debug.h"

#include "call.h"
#include "opcodes.h"
#include "text.h"

#include <stdarg.h>
#include <stdio.h>

static const lua_prototype *prototype_of(const lua_frame *f)
{
    return closure_of(*f->function)->u.prototype;
}

/* The instruction a frame is at. */
static int current_pc(const lua_frame *f)
{
    return (int)(f->pc - prototype_of(f)->code) - 1;
}

int lua_debug_line(const lua_frame *f)
{
    if (!frame_is_lua(f)) return -1;
    int pc = current_pc(f);
    return prototype_of(f)->lines[pc < 0 ? 0 : pc];
}

const char *lua_debug_type_name(lua_value v)
{
    if (is_number(v)) return "number";
    switch (v & TAG_MASK) {
    case TAG_SPECIAL: return is_nil(v) ? "nil" : "boolean";
    case TAG_STRING: return "string";
    case TAG_TABLE: return "table";
    case TAG_FUNCTION: return "function";
    case TAG_THREAD: return "thread";
    default: return "userdata";
    }
}

void lua_debug_error(lua_state *L, const char *format, ...)
{
    char message[512];
    int length = 0;
    if (frame_is_lua(L->frame)) {
        char source[SOURCE_WIDTH];
        lua_source_name(prototype_of(L->frame)->source->data, source);
        length = snprintf(message, sizeof message, "%s:%d: ", source, lua_debug_line(L->frame));
    }
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message + length, sizeof message - (size_t)length, format, arguments);
    va_end(arguments);
    stack_need(L, 4);
    push_value(L, value_of_string(lua_string_text(L, message)));
    lua_call_raise(L, strstr(message, "stack overflow") ? LUA_ERROR_STACK : LUA_ERROR);
}

const char *lua_debug_local_name(const lua_prototype *p, int n, int pc)
{
    for (int i = 0; i < p->locals_count && p->locals[i].start <= pc; i++) {
        if (pc >= p->locals[i].end) continue;
        if (--n == 0) return p->locals[i].name->data;
    }
    return NULL;
}

/* Whether an instruction stores into register `reg`. 5.1 takes a test for one that does, so what `x and y` left there has no
 * name. */
static bool writes(lua_instruction i, int reg)
{
    int a = a_of(i);
    switch (op_of(i)) {
    case OP_SET_UPVALUE: case OP_SET_GLOBAL: case OP_SET_FIELD: case OP_SET_INDEX: case OP_SET_SLOT: case OP_JUMP:
    case OP_EQUAL: case OP_EQUAL_K: case OP_LESS: case OP_LESS_EQUAL: case OP_LESS_RK:
    case OP_LESS_EQUAL_RK: case OP_LESS_KR: case OP_LESS_EQUAL_KR: case OP_RETURN: case OP_RETURN_NONE:
    case OP_RETURN_ONE: case OP_SET_LIST: case OP_CLOSE: case OP_LINE:
        return false;
    case OP_NIL: return reg >= a && reg <= b_of(i);
    case OP_METHOD: return reg == a || reg == a + 1;
    case OP_CALL: case OP_TAIL_CALL: return reg >= a;
    case OP_FOR_CALL: return reg >= a + 3;
    case OP_FOR_NEXT: return reg == a + 2;
    case OP_FOR_LOOP: return reg == a || reg == a + 3;
    case OP_VARARG: return reg >= a && (!b_of(i) || reg < a + b_of(i) - 1);
    default: return reg == a;
    }
}

/* The last instruction before `pc` that sets reg on a straight way to pc, or -1. */
static int find_setter(const lua_prototype *p, int pc, int reg)
{
    int setter = -1;
    for (int i = 0; i < pc; i++) {
        lua_instruction instruction = p->code[i];
        int op = op_of(instruction), target = -1;
        if (op == OP_JUMP) target = i + 1 + jump_of(instruction);
        if (op == OP_FOR_PREPARE) target = i + 1 + jump_d_of(instruction);
        if (writes(instruction, reg)) setter = i;
        if (op == OP_CONSTANT_X || op == OP_SET_LIST) i++;
        if (target > i && target <= pc) i = target - 1;
    }
    return setter;
}

static const char *constant_name(const lua_prototype *p, int k)
{
    return is_string(p->constants[k]) ? string_of(p->constants[k])->data : "?";
}

/* The name an index instruction's key register stands for: constants only. */
static const char *key_register_name(const lua_prototype *p, int pc, int reg)
{
    int setter = find_setter(p, pc, reg);
    if (setter < 0 || lua_debug_local_name(p, reg + 1, pc)) return "?";
    if (op_of(p->code[setter]) != OP_CONSTANT) return "?";
    return constant_name(p, d_of(p->code[setter]));
}

const char *lua_debug_register_name(const lua_prototype *p, int pc, int reg, const char **name)
{
    *name = lua_debug_local_name(p, reg + 1, pc);
    if (*name) return "local";
    int setter = find_setter(p, pc, reg);
    if (setter < 0) return NULL;
    lua_instruction i = p->code[setter];
    switch (op_of(i)) {
    case OP_MOVE:
        return b_of(i) < a_of(i) ? lua_debug_register_name(p, setter, b_of(i), name) : NULL;
    case OP_GET_UPVALUE:
        *name = p->capture_names[b_of(i)]->data;
        return "upvalue";
    case OP_GET_GLOBAL:
        *name = constant_name(p, d_of(i));
        return "global";
    case OP_GET_FIELD:
        *name = constant_name(p, c_of(i));
        return "field";
    case OP_GET_INDEX:
        *name = key_register_name(p, setter, c_of(i));
        return "field";
    case OP_GET_SLOT:
        *name = "?";
        return "field";
    case OP_METHOD:
        *name = constant_name(p, c_of(i));
        return "method";
    default:
        return NULL;
    }
}

int lua_debug_object_register(lua_state *L)
{
    if (!frame_is_lua(L->frame) || current_pc(L->frame) < 0) return -1;
    lua_instruction i = L->frame->pc[-1];
    switch (op_of(i)) {
    case OP_GET_FIELD: case OP_GET_INDEX: case OP_GET_SLOT: case OP_METHOD: return b_of(i);
    case OP_SET_FIELD: case OP_SET_INDEX: case OP_SET_SLOT: return a_of(i);
    default: return -1;
    }
}

int lua_debug_operand_register(lua_state *L, int operand)
{
    if (!frame_is_lua(L->frame) || current_pc(L->frame) < 0) return -1;
    lua_instruction i = L->frame->pc[-1];
    int op = op_of(i);
    if (op >= OP_ADD && op <= OP_POW) return operand ? c_of(i) : b_of(i);
    if (op >= OP_ADD_RK && op <= OP_POW_RK) return operand ? -1 : b_of(i);
    if (op >= OP_ADD_KR && op <= OP_POW_KR) return operand ? c_of(i) : -1;
    return op == OP_MINUS || op == OP_LENGTH ? b_of(i) : -1;
}

int lua_debug_callee_register(lua_state *L, const lua_value *function)
{
    const lua_frame *f = L->frame;
    if (!frame_is_lua(f) || (current_pc(f) >= 0 && op_of(f->pc[-1]) == OP_FOR_CALL)) return -1;
    return (int)(function - f->base);
}

void lua_debug_type_error(lua_state *L, const char *verb, lua_value v, int reg)
{
    const char *name = NULL, *kind = NULL, *type = lua_debug_type_name(v);
    if (reg >= 0 && frame_is_lua(L->frame) && L->frame->base[reg] == v) {
        kind = lua_debug_register_name(prototype_of(L->frame), current_pc(L->frame), reg, &name);
    }
    if (kind) lua_debug_error(L, "attempt to %s %s '%s' (a %s value)", verb, kind, name, type);
    lua_debug_error(L, "attempt to %s a %s value", verb, type);
}

void lua_debug_compare_error(lua_state *L, lua_value a, lua_value b)
{
    const char *first = lua_debug_type_name(a), *second = lua_debug_type_name(b);
    if (first[2] == second[2]) lua_debug_error(L, "attempt to compare two %s values", first);
    lua_debug_error(L, "attempt to compare %s with %s", first, second);
}

const char *lua_debug_call_name(lua_state *L, const lua_frame *f, const char **name)
{
    if (f <= L->frames + 1 || (frame_is_lua(f) && f->tail_calls)) return NULL;
    const lua_frame *caller = f - 1;
    if (!frame_is_lua(caller)) return NULL;
    lua_instruction i = caller->pc[-1];
    int op = op_of(i);
    if (op != OP_CALL && op != OP_TAIL_CALL && op != OP_FOR_CALL) return NULL;
    return lua_debug_register_name(prototype_of(caller), current_pc(caller), a_of(i), name);
}
