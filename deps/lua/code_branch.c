#include "compiler.h"

static bool is_comparison(const lua_tree *e)
{
    return e->kind == NODE_BINARY && e->operator >= OPERATOR_EQ && e->operator <= OPERATOR_GE;
}

static bool is_constant(const lua_tree *e)
{
    return e->kind == NODE_NUMBER || e->kind == NODE_STRING;
}

static void equality(lua_compiler *c, lua_tree *e, bool when)
{
    lua_tree *left = e->u.left, *right = e->u.right;
    if (lua_code_short_constant(c, left) >= 0) {
        lua_tree *other = left;
        left = right;
        right = other;
    }
    int a = e->operator == OPERATOR_EQ ? when : !when;
    int b = lua_code_any(c, left), k = lua_code_short_constant(c, right);
    int cc = k >= 0 ? k : lua_code_any(c, right);
    c->builder->line = e->line;
    lua_emit_abc(c, k >= 0 ? OP_EQUAL_K : OP_EQUAL, a, b, cc);
}

static void order(lua_compiler *c, lua_tree *e, bool when)
{
    bool swapped = e->operator == OPERATOR_GT || e->operator == OPERATOR_GE;
    int op = e->operator == OPERATOR_LT || e->operator == OPERATOR_GT ? OP_LESS : OP_LESS_EQUAL;
    lua_tree *left = e->u.left, *right = e->u.right;
    int k = right->kind == NODE_NUMBER ? lua_code_short_constant(c, right) : -1;
    int first, second;
    if (k >= 0) {
        first = lua_code_any(c, left);
        second = k;
        op += swapped ? OP_LESS_KR - OP_LESS : OP_LESS_RK - OP_LESS;
    } else if (left->kind == NODE_NUMBER && (k = lua_code_short_constant(c, left)) >= 0) {
        first = k;
        second = lua_code_any(c, right);
        op += swapped ? OP_LESS_RK - OP_LESS : OP_LESS_KR - OP_LESS;
    } else {
        first = lua_code_any(c, left);
        second = lua_code_any(c, right);
    }
    c->builder->line = e->line;
    if (swapped) lua_emit_abc(c, op, when, second, first);
    else lua_emit_abc(c, op, when, first, second);
}

static int logic_branch(lua_compiler *c, lua_tree *e, bool when)
{
    bool decisive = e->operator == OPERATOR_OR;
    int list;
    if (when == decisive) {
        list = lua_code_branch(c, e->u.left, when);
        lua_jump_join(c, &list, lua_code_branch(c, e->u.right, when));
    } else {
        int skip = lua_code_branch(c, e->u.left, decisive);
        list = lua_code_branch(c, e->u.right, when);
        lua_jump_here(c, skip);
    }
    return list;
}

int lua_code_branch(lua_compiler *c, lua_tree *e, bool when)
{
    while (e->kind == NODE_PAREN) e = e->u.left;
    if (e->kind == NODE_BINARY && e->operator >= OPERATOR_AND) return logic_branch(c, e, when);
    if (e->kind == NODE_UNARY && e->operator == OPERATOR_NOT) return lua_code_branch(c, e->u.left, !when);
    bool truth = e->kind == NODE_TRUE || is_constant(e);
    if (truth || e->kind == NODE_FALSE || e->kind == NODE_NIL) return truth == when ? lua_jump(c) : NO_JUMP;
    int saved = c->builder->free;
    if (is_comparison(e)) {
        if (e->operator <= OPERATOR_NE) equality(c, e, when);
        else order(c, e, when);
    } else {
        int reg = lua_code_any(c, e);
        c->builder->line = e->line;
        lua_emit_abc(c, OP_TEST, reg, when, 0);
    }
    c->builder->free = saved;
    return lua_jump(c);
}

/* Jumps when the value just put into reg decides the outcome. */
static int decide(lua_compiler *c, lua_tree *e, int reg, bool when)
{
    bool truth = e->kind == NODE_TRUE || is_constant(e);
    if (!truth || !when) lua_emit_abc(c, OP_TEST, reg, when, 0);
    return lua_jump(c);
}

static int short_circuit(lua_compiler *c, lua_tree *left, int reg, bool when)
{
    while (left->kind == NODE_PAREN) left = left->u.left;
    if (left->kind == NODE_BINARY && left->operator == (when ? OPERATOR_AND : OPERATOR_OR)) {
        int beside = lua_code_branch(c, left->u.left, !when);       /* its left side alone never decides */
        lua_code_to(c, left->u.right, reg);
        int done = decide(c, left->u.right, reg, when);
        lua_jump_here(c, beside);
        return done;
    }
    if (left->kind == NODE_LOCAL) {
        lua_emit_abc(c, OP_TEST_SET, reg, left->u.index, when);
        return lua_jump(c);
    }
    lua_code_to(c, left, reg);
    return decide(c, left, reg, when);
}

/* The truth of an expression that is known before anything runs, or UNKNOWN; not looked for at any depth. */
static int known_truth(const lua_tree *e, int depth)
{
    enum { UNKNOWN = -1, DEEPEST = 8 };
    while (e->kind == NODE_PAREN) e = e->u.left;
    if (e->kind == NODE_TRUE || is_constant(e)) return true;
    if (e->kind == NODE_FALSE || e->kind == NODE_NIL) return false;
    bool is_not = e->kind == NODE_UNARY && e->operator == OPERATOR_NOT;
    bool is_logic = e->kind == NODE_BINARY && e->operator >= OPERATOR_AND;
    if (depth == DEEPEST || !(is_not || is_logic)) return UNKNOWN;
    int left = known_truth(e->u.left, depth + 1);
    if (is_not) return left == UNKNOWN ? UNKNOWN : !left;
    int right = known_truth(e->u.right, depth + 1), decisive = e->operator == OPERATOR_OR;
    if (left == decisive || right == decisive) return decisive;
    return left == UNKNOWN ? UNKNOWN : right;
}

void lua_code_logic(lua_compiler *c, lua_tree *e, int reg)
{
    if (reg < c->builder->active_count || reg != c->builder->free - 1) {
        lua_emit_abc(c, OP_MOVE, reg, lua_code_next(c, e), 0);
        return;
    }
    bool when = e->operator == OPERATOR_OR;
    if (known_truth(e->u.left, 0) == !when) {
        lua_jump_here(c, lua_code_branch(c, e->u.left, when));      /* for what it does */
        lua_code_to(c, e->u.right, reg);
        return;
    }
    if (!when && is_comparison(e->u.left)) {
        int no = lua_code_branch(c, e->u.left, false);
        lua_code_to(c, e->u.right, reg);
        int done = lua_jump(c);
        lua_jump_here(c, no);
        lua_emit_abc(c, OP_BOOLEAN, reg, 0, 0);
        lua_jump_here(c, done);
        return;
    }
    int done = short_circuit(c, e->u.left, reg, when);
    lua_code_to(c, e->u.right, reg);
    lua_jump_here(c, done);
}

enum { BATCH = 50 };

static void flush(lua_compiler *c, int reg, int count, int offset)
{
    lua_emit_abc(c, OP_SET_LIST, reg, count == LUA_MULTIPLE ? 0 : count, 0);
    lua_emit(c, (lua_instruction)offset);
    c->builder->free = reg + 1;
}

static void code_record(lua_compiler *c, lua_tree *pair, int reg)
{
    int saved = c->builder->free;
    lua_tree *key = pair->u.left;
    bool constant = key->kind == NODE_STRING && lua_code_short_constant(c, key) >= 0 && key->u.string->interned;
    int key_register = constant ? -1 : lua_code_any(c, key);
    int value = lua_code_any(c, pair->u.right);
    c->builder->line = pair->line;
    if (constant) lua_code_store_index(c, reg, key, -1, value);
    else lua_emit_abc(c, OP_SET_INDEX, reg, value, key_register);
    c->builder->free = saved;
}

void lua_code_table(lua_compiler *c, lua_tree *e, int reg)
{
    c->builder->line = e->line;
    int at = lua_emit_abc(c, OP_TABLE, reg, 0, 0);
    uint32_t slots = 0, fields = 0;
    int pending = 0, stored = 0;
    for (lua_tree *pair = e->u.right; pair; pair = pair->next) {
        if (pending == BATCH) {
            flush(c, reg, pending, stored);
            stored += pending;
            pending = 0;
        }
        if (pair->u.left) {
            code_record(c, pair, reg);
            fields++;
        } else if (!pair->next && lua_tree_is_multiple(pair->u.right)) {
            lua_code_open_list(c, pair->u.right);
            flush(c, reg, LUA_MULTIPLE, stored);
            pending = 0;
        } else {
            lua_code_next(c, pair->u.right);
            pending++;
            slots++;
        }
    }
    if (pending) flush(c, reg, pending, stored);
    c->builder->code[at].code = make_abc(OP_TABLE, reg, lua_code_size(slots), lua_code_size(fields));
}
