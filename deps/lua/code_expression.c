#include "compiler.h"

bool lua_tree_is_multiple(const lua_tree *e)
{
    return e->kind == NODE_CALL || e->kind == NODE_METHOD || e->kind == NODE_VARARG;
}

static bool is_temporary(lua_compiler *c, int reg)
{
    return reg >= c->builder->active_count && reg == c->builder->free - 1;
}

static void load_constant(lua_compiler *c, int reg, lua_value v)
{
    int k = lua_constant(c, v);
    if (k <= MAX_D) {
        lua_emit(c, make_ad(OP_CONSTANT, reg, k));
    } else {
        lua_emit_abc(c, OP_CONSTANT_X, reg, 0, 0);
        lua_emit(c, (lua_instruction)k);
    }
}

static int wide_constant(lua_compiler *c, lua_value v)
{
    int k = lua_constant(c, v);
    if (k > MAX_D) lua_lexer_error(&c->lexer, "constant table overflow");
    return k;
}

int lua_code_short_constant(lua_compiler *c, const lua_tree *e)
{
    int k;
    switch (e->kind) {
    case NODE_NUMBER: k = lua_constant(c, value_of_number(e->u.number)); break;
    case NODE_STRING: k = lua_constant(c, value_of_string(e->u.string)); break;
    case NODE_NIL: k = lua_constant(c, VALUE_NIL); break;
    case NODE_TRUE: k = lua_constant(c, VALUE_TRUE); break;
    case NODE_FALSE: k = lua_constant(c, VALUE_FALSE); break;
    default: return -1;
    }
    return k <= MAX_SHORT_K ? k : -1;
}

/* The slot number for GET_SLOT and SET_SLOT, or -1. */
static int slot_key(const lua_tree *key)
{
    if (key->kind != NODE_NUMBER || !(key->u.number >= 1 && key->u.number <= 255)) return -1;
    int slot = (int)key->u.number;
    return slot == key->u.number ? slot : -1;
}

static int field_key(lua_compiler *c, const lua_tree *key)
{
    if (key->kind != NODE_STRING || !key->u.string->interned) return -1;
    return lua_code_short_constant(c, key);
}

static void code_index(lua_compiler *c, lua_tree *e, int reg)
{
    int object = lua_code_operand(c, e->u.left, reg);
    int slot = slot_key(e->u.right), field = field_key(c, e->u.right);
    int key = slot >= 0 || field >= 0 ? -1 : lua_code_any(c, e->u.right);
    c->builder->line = e->line;
    if (slot >= 0) lua_emit_abc(c, OP_GET_SLOT, reg, object, slot);
    else if (field >= 0) lua_emit_abc(c, OP_GET_FIELD, reg, object, field);
    else lua_emit_abc(c, OP_GET_INDEX, reg, object, key);
}

void lua_code_store_index(lua_compiler *c, int object, lua_tree *key, int key_register, int value)
{
    int slot = slot_key(key), field = field_key(c, key);
    if (slot >= 0) lua_emit_abc(c, OP_SET_SLOT, object, value, slot);
    else if (field >= 0) lua_emit_abc(c, OP_SET_FIELD, object, value, field);
    else lua_emit_abc(c, OP_SET_INDEX, object, value, key_register);
}

static void code_arithmetic(lua_compiler *c, lua_tree *e, int reg)
{
    lua_tree *left = e->u.left, *right = e->u.right;
    int op = OP_ADD + e->operator - OPERATOR_ADD, k;
    int b, cc;
    if (left->kind == NODE_NUMBER && (k = lua_code_short_constant(c, left)) >= 0) {
        op += OP_ADD_KR - OP_ADD;
        b = k;
        cc = lua_code_any(c, right);
    } else {
        b = lua_code_operand(c, left, reg);
        if (right->kind == NODE_NUMBER && (k = lua_code_short_constant(c, right)) >= 0) {
            op += OP_ADD_RK - OP_ADD;
            cc = k;
        } else {
            cc = lua_code_any(c, right);
        }
    }
    c->builder->line = e->line;
    lua_emit_abc(c, op, reg, b, cc);
}

static void code_concat(lua_compiler *c, lua_tree *e, int reg)
{
    int first = lua_code_next(c, e->u.left), last;
    lua_tree *rest = e->u.right;
    while (rest->kind == NODE_BINARY && rest->operator == OPERATOR_CONCAT) {
        lua_code_next(c, rest->u.left);
        rest = rest->u.right;
    }
    last = lua_code_next(c, rest);
    c->builder->line = e->line;
    lua_emit_abc(c, OP_CONCAT, reg, first, last);
}

static void code_boolean(lua_compiler *c, lua_tree *e, int reg)
{
    int yes = lua_code_branch(c, e, true);
    lua_emit_abc(c, OP_BOOLEAN, reg, 0, 1);
    lua_jump_here(c, yes);
    lua_emit_abc(c, OP_BOOLEAN, reg, 1, 0);
}

static void code_binary(lua_compiler *c, lua_tree *e, int reg)
{
    if (e->operator <= OPERATOR_POW) code_arithmetic(c, e, reg);
    else if (e->operator == OPERATOR_CONCAT) code_concat(c, e, reg);
    else if (e->operator >= OPERATOR_AND) lua_code_logic(c, e, reg);
    else code_boolean(c, e, reg);
}

static void code_unary(lua_compiler *c, lua_tree *e, int reg)
{
    static const int ops[] = {OP_MINUS, OP_NOT, OP_LENGTH};
    int operand = lua_code_operand(c, e->u.left, reg);
    c->builder->line = e->line;
    lua_emit_abc(c, ops[e->operator - OPERATOR_MINUS], reg, operand, 0);
}

/* Puts the function and, for a method, the object into new registers; returns the first. */
static int code_callee(lua_compiler *c, lua_tree *e)
{
    if (e->kind == NODE_CALL) return lua_code_next(c, e->u.left);
    int base = lua_reserve_registers(c, 1);
    int object = lua_code_operand(c, e->u.left, base);
    c->builder->free = base + 1;
    lua_reserve_registers(c, 1);
    lua_tree key = {.kind = NODE_STRING, .u.string = e->u.name};
    int field = field_key(c, &key);
    c->builder->line = e->line;
    if (field >= 0) {
        lua_emit_abc(c, OP_METHOD, base, object, field);
        return base;
    }
    int name = lua_reserve_registers(c, 1);
    load_constant(c, name, value_of_string(e->u.name));
    lua_emit_abc(c, OP_MOVE, base + 1, object, 0);
    lua_emit_abc(c, OP_GET_INDEX, base, base + 1, name);
    c->builder->free = name;
    return base;
}

int lua_code_call(lua_compiler *c, lua_tree *e, int wanted)
{
    int base = code_callee(c, e);
    int count = lua_code_open_list(c, e->u.right);
    int arguments = count == LUA_MULTIPLE ? 0 : c->builder->free - base;
    c->builder->line = e->line;
    int at = lua_emit_abc(c, OP_CALL, base, arguments, wanted + 1);
    c->builder->free = base;
    if (wanted > 0) lua_reserve_registers(c, wanted);
    return at;
}

/* Single values of kinds that need no more than a destination. */
static bool code_plain(lua_compiler *c, lua_tree *e, int reg)
{
    switch (e->kind) {
    case NODE_NIL: lua_emit_abc(c, OP_NIL, reg, reg, 0); return true;
    case NODE_TRUE: lua_emit_abc(c, OP_BOOLEAN, reg, 1, 0); return true;
    case NODE_FALSE: lua_emit_abc(c, OP_BOOLEAN, reg, 0, 0); return true;
    case NODE_NUMBER: load_constant(c, reg, value_of_number(e->u.number)); return true;
    case NODE_STRING: load_constant(c, reg, value_of_string(e->u.string)); return true;
    case NODE_VARARG: lua_emit_abc(c, OP_VARARG, reg, 2, 0); return true;
    case NODE_FUNCTION: lua_emit(c, make_ad(OP_CLOSURE, reg, e->u.index)); return true;
    case NODE_UPVALUE: lua_emit_abc(c, OP_GET_UPVALUE, reg, e->u.index, 0); return true;
    case NODE_GLOBAL: lua_emit(c, make_ad(OP_GET_GLOBAL, reg, wide_constant(c,
        value_of_string(e->u.string)))); return true;
    case NODE_LOCAL:
        if (e->u.index != reg) lua_emit_abc(c, OP_MOVE, reg, e->u.index, 0);
        return true;
    default: return false;
    }
}

void lua_code_to(lua_compiler *c, lua_tree *e, int reg)
{
    int saved = c->builder->free;
    c->builder->line = e->line;
    switch (e->kind) {
    case NODE_INDEX: code_index(c, e, reg); break;
    case NODE_BINARY: code_binary(c, e, reg); break;
    case NODE_UNARY: code_unary(c, e, reg); break;
    case NODE_PAREN: lua_code_to(c, e->u.left, reg); break;
    case NODE_TABLE:
        if (is_temporary(c, reg)) {
            lua_code_table(c, e, reg);
            break;
        }
        /* fall through */
    case NODE_CALL: case NODE_METHOD:
        lua_emit_abc(c, OP_MOVE, reg, lua_code_next(c, e), 0);
        break;
    default: code_plain(c, e, reg);
    }
    c->builder->free = saved;
}

int lua_code_next(lua_compiler *c, lua_tree *e)
{
    while (e->kind == NODE_PAREN) e = e->u.left;
    if (e->kind == NODE_CALL || e->kind == NODE_METHOD) {
        lua_code_call(c, e, 1);
        return c->builder->free - 1;
    }
    int reg = lua_reserve_registers(c, 1);
    lua_code_to(c, e, reg);
    return reg;
}

int lua_code_operand(lua_compiler *c, lua_tree *e, int scratch)
{
    while (e->kind == NODE_PAREN) e = e->u.left;
    if (e->kind == NODE_LOCAL) return e->u.index;
    if (!is_temporary(c, scratch)) return lua_code_next(c, e);
    if (e->kind == NODE_CALL || e->kind == NODE_METHOD) {
        c->builder->free--;
        return lua_code_next(c, e);
    }
    lua_code_to(c, e, scratch);
    return scratch;
}

int lua_code_any(lua_compiler *c, lua_tree *e)
{
    while (e->kind == NODE_PAREN) e = e->u.left;
    return e->kind == NODE_LOCAL ? e->u.index : lua_code_next(c, e);
}

int lua_code_open_list(lua_compiler *c, lua_tree *list)
{
    int count = 0;
    for (; list; list = list->next, count++) {
        if (list->next || !lua_tree_is_multiple(list)) {
            lua_code_next(c, list);
        } else if (list->kind == NODE_VARARG) {
            c->builder->line = list->line;
            lua_emit_abc(c, OP_VARARG, c->builder->free, 0, 0);
            return LUA_MULTIPLE;
        } else {
            lua_code_call(c, list, LUA_MULTIPLE);
            return LUA_MULTIPLE;
        }
    }
    return count;
}

void lua_code_list(lua_compiler *c, lua_tree *list, int wanted)
{
    int count = 0;
    for (; list; list = list->next, count++) {
        int missing = wanted - count;
        if (list->next || !lua_tree_is_multiple(list) || missing < 1) {
            if (missing < 1) {
                int saved = c->builder->free;
                lua_code_next(c, list);
                c->builder->free = saved;
            } else {
                lua_code_next(c, list);
            }
        } else if (list->kind == NODE_VARARG) {
            c->builder->line = list->line;
            int first = lua_reserve_registers(c, missing);
            lua_emit_abc(c, OP_VARARG, first, missing + 1, 0);
            return;
        } else {
            lua_code_call(c, list, missing);
            return;
        }
    }
    if (count >= wanted) return;
    int first = lua_reserve_registers(c, wanted - count);
    lua_emit_abc(c, OP_NIL, first, c->builder->free - 1, 0);
}
