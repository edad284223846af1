#include "compiler.h"

#include "vm.h"

#include <math.h>

static lua_tree *tree_new(lua_compiler *c, lua_node_kind kind)
{
    lua_tree *e = lua_arena_take(c, sizeof *e);
    *e = (lua_tree){.kind = (uint8_t)kind, .line = c->lexer.last_line};
    return e;
}

/* The depth bounds the recursion of the code generator. */
static lua_tree *tree_join(lua_compiler *c, lua_node_kind kind, lua_tree *left, lua_tree *right)
{
    lua_tree *e = tree_new(c, kind);
    int depth = left ? left->depth : 0;
    if (right && right->depth > depth) depth = right->depth;
    if (depth >= MAX_DEPTH) lua_lexer_error(&c->lexer, "function or expression too complex");
    e->depth = (uint16_t)(depth + 1);
    e->u.left = left;
    e->u.right = right;
    return e;
}

lua_tree *lua_tree_string(lua_compiler *c, lua_string *s)
{
    lua_tree *e = tree_new(c, NODE_STRING);
    e->u.string = s;
    return e;
}

lua_tree *lua_tree_index(lua_compiler *c, lua_tree *object, lua_tree *key)
{
    return tree_join(c, NODE_INDEX, object, key);
}

lua_tree *lua_parse_variable(lua_compiler *c, lua_string *name)
{
    lua_tree *e = tree_new(c, NODE_GLOBAL);
    int index;
    e->kind = (uint8_t)lua_variable_find(c, name, &index);
    if (e->kind == NODE_GLOBAL) e->u.string = name;
    else e->u.index = index;
    return e;
}

static lua_tree *parse_pair(lua_compiler *c)
{
    lua_lexer *x = &c->lexer;
    lua_tree *key = NULL;
    if (x->token.kind == '[') {
        lua_lexer_next(x);
        key = lua_parse_expression(c);
        lua_parse_expect(c, ']');
        lua_parse_expect(c, '=');
    } else if (x->token.kind == TOKEN_NAME && lua_lexer_ahead(x) == '=') {
        key = lua_tree_string(c, lua_parse_name(c));
        lua_lexer_next(x);
    }
    lua_tree *value = lua_parse_expression(c);
    return tree_join(c, NODE_PAIR, key, value);
}

static lua_tree *parse_table(lua_compiler *c)
{
    lua_lexer *x = &c->lexer;
    int line = x->line, depth = 0;
    lua_tree *first = NULL, **last = &first;
    lua_parse_expect(c, '{');
    while (x->token.kind != '}') {
        *last = parse_pair(c);
        if ((*last)->depth > depth) depth = (*last)->depth;
        last = &(*last)->next;
        if (!lua_parse_skip(c, ',') && !lua_parse_skip(c, ';')) break;
    }
    lua_parse_close(c, '}', '{', line);
    lua_tree *e = tree_new(c, NODE_TABLE);
    e->depth = (uint16_t)(depth + 1);
    e->line = line;
    e->u.right = first;
    return e;
}

lua_tree *lua_parse_list(lua_compiler *c)
{
    lua_tree *first = lua_parse_expression(c);
    for (lua_tree *last = first; lua_parse_skip(c, ','); last = last->next) last->next = lua_parse_expression(c);
    return first;
}

static int list_depth(const lua_tree *list)
{
    int depth = 0;
    for (; list; list = list->next) {
        if (list->depth > depth) depth = list->depth;
    }
    return depth;
}

static lua_tree *parse_arguments(lua_compiler *c)
{
    lua_lexer *x = &c->lexer;
    int line = x->line;
    switch (x->token.kind) {
    case '(': {
        if (line != x->last_line) lua_lexer_error(x, "ambiguous syntax (function call x new statement)");
        lua_lexer_next(x);
        lua_tree *list = x->token.kind == ')' ? NULL : lua_parse_list(c);
        lua_parse_close(c, ')', '(', line);
        return list;
    }
    case '{': return parse_table(c);
    case TOKEN_STRING: {
        lua_string *s = x->token.string;
        lua_lexer_next(x);
        return lua_tree_string(c, s);
    }
    default: lua_lexer_error(x, "function arguments expected");
    }
}

static lua_tree *parse_call(lua_compiler *c, lua_tree *function, lua_string *method)
{
    int line = c->lexer.line;
    lua_tree *arguments = parse_arguments(c);
    lua_tree *e = tree_join(c, method ? NODE_METHOD : NODE_CALL, function, NULL);
    int depth = list_depth(arguments);
    if (depth >= e->depth) e->depth = (uint16_t)(depth + 1);
    e->line = line;
    e->u.right = arguments;
    e->u.name = method;
    return e;
}

static lua_tree *parse_primary(lua_compiler *c)
{
    lua_lexer *x = &c->lexer;
    if (x->token.kind == TOKEN_NAME) return lua_parse_variable(c, lua_parse_name(c));
    if (x->token.kind != '(') lua_lexer_error(x, "unexpected symbol");
    int line = x->line;
    lua_lexer_next(x);
    lua_tree *e = lua_parse_expression(c);
    lua_parse_close(c, ')', '(', line);
    bool plain = e->kind == NODE_NUMBER || e->kind == NODE_STRING;
    return plain ? e : tree_join(c, NODE_PAREN, e, NULL);
}

lua_tree *lua_parse_suffixed(lua_compiler *c)
{
    lua_lexer *x = &c->lexer;
    lua_tree *e = parse_primary(c);
    for (;;) {
        switch (x->token.kind) {
        case '.':
            lua_lexer_next(x);
            e = lua_tree_index(c, e, lua_tree_string(c, lua_parse_name(c)));
            break;
        case '[': {
            lua_lexer_next(x);
            lua_tree *key = lua_parse_expression(c);
            lua_parse_expect(c, ']');
            e = lua_tree_index(c, e, key);
            break;
        }
        case ':': {
            lua_lexer_next(x);
            lua_string *name = lua_parse_name(c);
            e = parse_call(c, e, name);
            break;
        }
        case '(': case '{': case TOKEN_STRING:
            e = parse_call(c, e, NULL);
            break;
        default:
            return e;
        }
    }
}

static lua_tree *parse_vararg(lua_compiler *c)
{
    lua_prototype *p = c->builder->prototype;
    if (!p->vararg) lua_lexer_error(&c->lexer, "cannot use '...' outside a vararg function");
    p->vararg = VARARG;
    lua_lexer_next(&c->lexer);
    return tree_new(c, NODE_VARARG);
}

static lua_tree *parse_simple(lua_compiler *c)
{
    lua_lexer *x = &c->lexer;
    lua_node_kind kind;
    lua_token token = x->token;
    switch (token.kind) {
    case TOKEN_NUMBER: kind = NODE_NUMBER; break;
    case TOKEN_STRING: kind = NODE_STRING; break;
    case TOKEN_NIL: kind = NODE_NIL; break;
    case TOKEN_TRUE: kind = NODE_TRUE; break;
    case TOKEN_FALSE: kind = NODE_FALSE; break;
    case TOKEN_DOTS: return parse_vararg(c);
    case '{': return parse_table(c);
    case TOKEN_FUNCTION: {
        lua_lexer_next(x);
        int child = lua_parse_body(c, false, x->line);
        lua_tree *e = tree_new(c, NODE_FUNCTION);
        e->u.index = child;
        return e;
    }
    default: return lua_parse_suffixed(c);
    }
    lua_lexer_next(x);
    lua_tree *e = tree_new(c, kind);
    if (kind == NODE_NUMBER) e->u.number = token.number;
    if (kind == NODE_STRING) e->u.string = token.string;
    return e;
}

static const struct {
    uint8_t left, right;
} priority[] = {
    {6, 6}, {6, 6}, {7, 7}, {7, 7}, {7, 7}, {10, 9}, {5, 4}, {3, 3}, {3, 3}, {3, 3}, {3, 3}, {3, 3}, {3, 3}, {2, 2},
        {1, 1},
};
enum { UNARY_PRIORITY = 8 };

static lua_operator binary_operator(int token)
{
    switch (token) {
    case '+': return OPERATOR_ADD;
    case '-': return OPERATOR_SUB;
    case '*': return OPERATOR_MUL;
    case '/': return OPERATOR_DIV;
    case '%': return OPERATOR_MOD;
    case '^': return OPERATOR_POW;
    case TOKEN_CONCAT: return OPERATOR_CONCAT;
    case TOKEN_EQ: return OPERATOR_EQ;
    case TOKEN_NE: return OPERATOR_NE;
    case '<': return OPERATOR_LT;
    case TOKEN_LE: return OPERATOR_LE;
    case '>': return OPERATOR_GT;
    case TOKEN_GE: return OPERATOR_GE;
    case TOKEN_AND: return OPERATOR_AND;
    case TOKEN_OR: return OPERATOR_OR;
    default: return OPERATOR_NONE;
    }
}

/* Computes an operation on two numbers, unless the result is one that must come about at run time. */
static bool fold(lua_operator operator, double a, double b, double *out)
{
    switch (operator) {
    case OPERATOR_ADD: *out = a + b; break;
    case OPERATOR_SUB: *out = a - b; break;
    case OPERATOR_MUL: *out = a * b; break;
    case OPERATOR_DIV:
        if (b == 0) return false;
        *out = a / b;
        break;
    case OPERATOR_MOD:
        if (b == 0) return false;
        *out = lua_vm_modulo(a, b);
        break;
    case OPERATOR_POW: *out = pow(a, b); break;
    default: return false;
    }
    return *out == *out;
}

/* Whether the right operand of `and` or `or` is the result for sure. */
static bool is_foregone(lua_operator operator, const lua_tree *left)
{
    bool truth = left->kind == NODE_NUMBER || left->kind == NODE_STRING || left->kind == NODE_TRUE;
    bool lie = left->kind == NODE_NIL || left->kind == NODE_FALSE;
    return (operator == OPERATOR_AND && truth) || (operator == OPERATOR_OR && lie);
}

static lua_tree *make_binary(lua_compiler *c, lua_operator operator, lua_tree *left, lua_tree *right)
{
    double n;
    if (left->kind == NODE_NUMBER && right->kind == NODE_NUMBER && fold(operator, left->u.number, right->u.number,
        &n)) {
        left->u.number = n;
        return left;
    }
    if (is_foregone(operator, left)) {
        return lua_tree_is_multiple(right) ? tree_join(c, NODE_PAREN, right, NULL) : right;
    }
    lua_tree *e = tree_join(c, NODE_BINARY, left, right);
    e->operator = (uint8_t)operator;
    return e;
}

static lua_tree *make_unary(lua_compiler *c, lua_operator operator, lua_tree *operand)
{
    if (operator == OPERATOR_MINUS && operand->kind == NODE_NUMBER) {
        operand->u.number = -operand->u.number;
        return operand;
    }
    lua_tree *e = tree_join(c, NODE_UNARY, operand, NULL);
    e->operator = (uint8_t)operator;
    return e;
}

static lua_tree *parse_operand(lua_compiler *c, int limit);

static lua_tree *parse_unary(lua_compiler *c)
{
    lua_operator operator;
    switch (c->lexer.token.kind) {
    case TOKEN_NOT: operator = OPERATOR_NOT; break;
    case '-': operator = OPERATOR_MINUS; break;
    case '#': operator = OPERATOR_LENGTH; break;
    default: return parse_simple(c);
    }
    lua_lexer_next(&c->lexer);
    return make_unary(c, operator, parse_operand(c, UNARY_PRIORITY));
}

/* An expression of operators that bind tighter than `limit`. */
static lua_tree *parse_operand(lua_compiler *c, int limit)
{
    lua_parse_enter(c);
    lua_tree *left = parse_unary(c);
    lua_operator operator = binary_operator(c->lexer.token.kind);
    while (operator != OPERATOR_NONE && priority[operator].left > limit) {
        lua_lexer_next(&c->lexer);
        lua_tree *right = parse_operand(c, priority[operator].right);
        left = make_binary(c, operator, left, right);
        operator = binary_operator(c->lexer.token.kind);
    }
    lua_parse_leave(c);
    return left;
}

lua_tree *lua_parse_expression(lua_compiler *c)
{
    return parse_operand(c, 0);
}
