#include "compiler.h"

#include "call.h"
#include "memory.h"
#include "state.h"
#include "text.h"

#include <stdio.h>

/* ---- tools ---- */

void lua_parse_enter(lua_compiler *c)
{
    if (++c->levels > MAX_LEVELS) lua_lexer_error_near(&c->lexer, "chunk has too many syntax levels", 0);
}

void lua_parse_leave(lua_compiler *c)
{
    c->levels--;
}

bool lua_parse_skip(lua_compiler *c, int token)
{
    if (c->lexer.token.kind != token) return false;
    lua_lexer_next(&c->lexer);
    return true;
}

static _Noreturn void expected(lua_compiler *c, int token)
{
    char spelling[32], message[64];
    snprintf(message, sizeof message, "'%s' expected", lua_token_text(token, spelling));
    lua_lexer_error(&c->lexer, message);
}

void lua_parse_expect(lua_compiler *c, int token)
{
    if (!lua_parse_skip(c, token)) expected(c, token);
}

void lua_parse_close(lua_compiler *c, int what, int opener, int line)
{
    if (lua_parse_skip(c, what)) return;
    if (line == c->lexer.line) expected(c, what);
    char one[32], other[32], message[128];
    snprintf(message, sizeof message, "'%s' expected (to close '%s' at line %d)", lua_token_text(what, one),
             lua_token_text(opener, other), line);
    lua_lexer_error(&c->lexer, message);
}

lua_string *lua_parse_name(lua_compiler *c)
{
    if (c->lexer.token.kind != TOKEN_NAME) expected(c, TOKEN_NAME);
    lua_string *s = c->lexer.token.string;
    lua_lexer_next(&c->lexer);
    return s;
}

static void parse_block(lua_compiler *c);

static void parse_scoped_block(lua_compiler *c)
{
    lua_scope scope;
    lua_scope_open(c, &scope, false);
    parse_block(c);
    lua_scope_close(c);
}

static bool block_ends(const lua_compiler *c)
{
    switch (c->lexer.token.kind) {
    case TOKEN_ELSE: case TOKEN_ELSEIF: case TOKEN_END: case TOKEN_UNTIL: case TOKEN_EOF: return true;
    default: return false;
    }
}

static void declare_text(lua_compiler *c, const char *name, int ahead)
{
    lua_local_declare(c, lua_string_text(c->L, name), ahead);
}

/* ---- functions ---- */

static void parse_parameters(lua_compiler *c)
{
    lua_prototype *p = c->builder->prototype;
    int count = 0;
    if (c->lexer.token.kind != ')') {
        do {
            if (c->lexer.token.kind == TOKEN_NAME) {
                lua_local_declare(c, lua_parse_name(c), count++);
            } else if (lua_parse_skip(c, TOKEN_DOTS)) {
                declare_text(c, "arg", count++);
                p->vararg = VARARG | VARARG_TABLE;
            } else {
                lua_lexer_error(&c->lexer, "<name> or '...' expected");
            }
        } while (!p->vararg && lua_parse_skip(c, ','));
    }
    lua_locals_activate(c, count);
    p->parameters = (uint8_t)(c->builder->active_count - (p->vararg ? 1 : 0));
    lua_reserve_registers(c, c->builder->active_count);
}

/* A place where a debugger may stop. */
static void stop_point(lua_compiler *c)
{
    if (c->L->shared->line_hook) lua_emit_abc(c, OP_LINE, 0, 0, 0);
}

static lua_prototype *finish_function(lua_compiler *c)
{
    lua_builder *b = c->builder;
    b->line = c->lexer.last_line;
    b->prototype->ended = b->line;
    stop_point(c);
    while (b->active_count) b->locals[b->active[--b->active_count]].end = b->code_count;
    lua_emit_abc(c, OP_RETURN_NONE, 0, 0, 0);
    return lua_builder_close(c);
}

int lua_parse_body(lua_compiler *c, bool method, int line)
{
    lua_builder_open(c);
    c->builder->prototype->defined = line;
    lua_scope scope;
    lua_scope_open(c, &scope, false);
    lua_parse_expect(c, '(');
    if (method) {
        declare_text(c, "self", 0);
        lua_locals_activate(c, 1);
    }
    parse_parameters(c);
    lua_parse_expect(c, ')');
    parse_block(c);
    c->builder->prototype->ended = c->lexer.line;
    lua_parse_close(c, TOKEN_END, TOKEN_FUNCTION, line);
    lua_prototype *p = finish_function(c);
    lua_builder *b = c->builder;
    b->children = lua_memory_grow(c->L, b->children, b->children_count, &b->children_capacity, sizeof *b->children,
                                  MAX_D + 1, "constant table overflow");
    b->children[b->children_count] = p;
    return b->children_count++;
}

/* ---- statements ---- */

static void store(lua_compiler *c, lua_tree *target, int object, int key, int value)
{
    switch (target->kind) {
    case NODE_LOCAL:
        if (target->u.index != value) lua_emit_abc(c, OP_MOVE, target->u.index, value, 0);
        break;
    case NODE_UPVALUE:
        lua_emit_abc(c, OP_SET_UPVALUE, value, target->u.index, 0);
        break;
    case NODE_GLOBAL: {
        int k = lua_constant(c, value_of_string(target->u.string));
        if (k > MAX_D) lua_lexer_error(&c->lexer, "constant table overflow");
        lua_emit(c, make_ad(OP_SET_GLOBAL, value, k));
        break;
    }
    default:
        lua_code_store_index(c, object, target->u.right, key, value);
    }
}

typedef struct {
    int object, key;
} place;

static bool needs_register(const lua_tree *key)
{
    bool slot = key->kind == NODE_NUMBER && key->u.number >= 1 && key->u.number <= 255 &&
                key->u.number == (int)key->u.number;
    return !slot && key->kind != NODE_STRING;
}

/* Evaluates the object and the key of an assignment's target. `copy` keeps them from later assignments to locals. */
static place code_place(lua_compiler *c, lua_tree *target, bool copy)
{
    place p = {-1, -1};
    if (target->kind != NODE_INDEX) return p;
    lua_tree *key = target->u.right;
    p.object = copy ? lua_code_next(c, target->u.left) : lua_code_any(c, target->u.left);
    bool is_short = key->kind == NODE_STRING && key->u.string->interned && lua_code_short_constant(c, key) >= 0;
    if (!is_short && (needs_register(key) || key->kind == NODE_STRING)) {
        p.key = copy ? lua_code_next(c, key) : lua_code_any(c, key);
    }
    return p;
}

static bool assigns_local(const lua_tree *targets)
{
    for (; targets; targets = targets->next) {
        if (targets->kind == NODE_LOCAL) return true;
    }
    return false;
}

static void single_assignment(lua_compiler *c, lua_tree *target, lua_tree *value)
{
    if (target->kind == NODE_LOCAL && !value->next) {
        lua_code_to(c, value, target->u.index);
        return;
    }
    place p = code_place(c, target, false);
    int reg;
    if (value->next) {
        reg = c->builder->free;
        lua_code_list(c, value, 1);
    } else {
        reg = lua_code_any(c, value);
    }
    c->builder->line = c->lexer.last_line;
    store(c, target, p.object, p.key, reg);
}

static void multiple_assignment(lua_compiler *c, lua_tree *targets, int count, lua_tree *values)
{
    bool copy = assigns_local(targets);
    lua_tree **list = lua_arena_take(c, (size_t)count * sizeof *list);
    place *places = lua_arena_take(c, (size_t)count * sizeof *places);
    for (int i = 0; i < count; i++, targets = targets->next) {
        list[i] = targets;
        places[i] = code_place(c, targets, copy);
    }
    int first = c->builder->free;
    lua_code_list(c, values, count);
    c->builder->line = c->lexer.last_line;
    for (int i = count; i-- > 0;) store(c, list[i], places[i].object, places[i].key, first + i);
}

static bool is_assignable(const lua_tree *e)
{
    return e->kind == NODE_LOCAL || e->kind == NODE_UPVALUE || e->kind == NODE_GLOBAL || e->kind == NODE_INDEX;
}

static void assignment(lua_compiler *c, lua_tree *first)
{
    lua_tree *last = first;
    int count = 1;
    for (;;) {
        if (!is_assignable(last)) lua_lexer_error(&c->lexer, "syntax error");
        if (!lua_parse_skip(c, ',')) break;
        last->next = lua_parse_suffixed(c);
        last = last->next;
        if (++count > MAX_LEVELS) lua_limit_error(c, c->builder, MAX_LEVELS, "variables in assignment");
    }
    lua_parse_expect(c, '=');
    lua_tree *values = lua_parse_list(c);
    if (count == 1) single_assignment(c, first, values);
    else multiple_assignment(c, first, count, values);
}

static void expression_statement(lua_compiler *c)
{
    lua_tree *e = lua_parse_suffixed(c);
    if (e->kind == NODE_CALL || e->kind == NODE_METHOD) lua_code_call(c, e, 0);
    else assignment(c, e);
}

static void local_statement(lua_compiler *c)
{
    if (lua_parse_skip(c, TOKEN_FUNCTION)) {
        lua_local_declare(c, lua_parse_name(c), 0);
        int reg = lua_reserve_registers(c, 1);
        lua_locals_activate(c, 1);
        int child = lua_parse_body(c, false, c->lexer.line);
        lua_emit(c, make_ad(OP_CLOSURE, reg, child));
        c->builder->locals[c->builder->active[c->builder->active_count - 1]].start = c->builder->code_count;
        return;
    }
    int count = 0;
    do lua_local_declare(c, lua_parse_name(c), count++);
    while (lua_parse_skip(c, ','));
    lua_tree *values = lua_parse_skip(c, '=') ? lua_parse_list(c) : NULL;
    c->builder->line = c->lexer.last_line;
    lua_code_list(c, values, count);
    lua_locals_activate(c, count);
}

static void function_statement(lua_compiler *c, int line)
{
    lua_lexer_next(&c->lexer);
    lua_tree *target = lua_parse_variable(c, lua_parse_name(c));
    bool method = false;
    while (!method && (c->lexer.token.kind == '.' || c->lexer.token.kind == ':')) {
        method = c->lexer.token.kind == ':';
        lua_lexer_next(&c->lexer);
        target = lua_tree_index(c, target, lua_tree_string(c, lua_parse_name(c)));
    }
    int child = lua_parse_body(c, method, line);
    c->builder->line = line;
    place p = code_place(c, target, false);
    int reg = lua_reserve_registers(c, 1);
    lua_emit(c, make_ad(OP_CLOSURE, reg, child));
    c->builder->line = line;
    store(c, target, p.object, p.key, reg);
}

static void while_statement(lua_compiler *c, int line)
{
    lua_lexer_next(&c->lexer);
    int start = c->builder->code_count;
    stop_point(c);
    int leave = lua_code_branch(c, lua_parse_expression(c), false);
    lua_scope loop;
    lua_scope_open(c, &loop, true);
    lua_parse_expect(c, TOKEN_DO);
    parse_scoped_block(c);
    lua_jump_patch(c, lua_jump(c), start);
    lua_parse_close(c, TOKEN_END, TOKEN_WHILE, line);
    lua_scope_close(c);
    lua_jump_here(c, leave);
}

static void repeat_statement(lua_compiler *c, int line)
{
    lua_scope loop, inner;
    int start = c->builder->code_count;
    lua_scope_open(c, &loop, true);
    lua_scope_open(c, &inner, false);
    lua_lexer_next(&c->lexer);
    parse_block(c);
    lua_parse_close(c, TOKEN_UNTIL, TOKEN_REPEAT, line);
    c->builder->line = c->lexer.last_line;
    stop_point(c);
    lua_tree *condition = lua_parse_expression(c);
    int again = lua_code_branch(c, condition, false);
    if (inner.captured) {
        int active = inner.active;
        lua_scope_close(c);
        int done = lua_jump(c);
        lua_jump_here(c, again);
        lua_emit_abc(c, OP_CLOSE, active, 0, 0);
        lua_jump_patch(c, lua_jump(c), start);
        lua_jump_here(c, done);
    } else {
        lua_jump_patch(c, again, start);
        lua_scope_close(c);
    }
    lua_scope_close(c);
}

static void patch_loop(lua_compiler *c, int at, int target)
{
    int distance = target - (at + 1);
    if (distance > MAX_JUMP_D || distance < -MAX_JUMP_D) lua_lexer_error(&c->lexer, "control structure too long");
    lua_instruction i = c->builder->code[at].code;
    c->builder->code[at].code = (i & 0xffff) | (uint32_t)distance << 16;
}

static void numeric_for(lua_compiler *c, lua_string *name, int line)
{
    int base = c->builder->free;
    declare_text(c, "(for index)", 0);
    declare_text(c, "(for limit)", 1);
    declare_text(c, "(for step)", 2);
    lua_local_declare(c, name, 3);
    lua_parse_expect(c, '=');
    lua_code_next(c, lua_parse_expression(c));
    lua_parse_expect(c, ',');
    lua_code_next(c, lua_parse_expression(c));
    if (lua_parse_skip(c, ',')) {
        lua_code_next(c, lua_parse_expression(c));
    } else {
        int step = lua_reserve_registers(c, 1);
        lua_emit(c, make_ad(OP_CONSTANT, step, lua_constant(c, value_of_number(1))));
    }
    lua_locals_activate(c, 3);
    lua_parse_expect(c, TOKEN_DO);
    int prepare = lua_emit(c, make_ad(OP_FOR_PREPARE, base, 0));
    lua_scope body;
    lua_scope_open(c, &body, false);
    lua_locals_activate(c, 1);
    lua_reserve_registers(c, 1);
    parse_block(c);
    lua_scope_close(c);
    patch_loop(c, prepare, c->builder->code_count);
    c->builder->line = line;
    stop_point(c);
    patch_loop(c, lua_emit(c, make_ad(OP_FOR_LOOP, base, 0)), prepare + 1);
}

static void generic_for(lua_compiler *c, lua_string *name)
{
    int base = c->builder->free, count = 1;
    declare_text(c, "(for generator)", 0);
    declare_text(c, "(for state)", 1);
    declare_text(c, "(for control)", 2);
    lua_local_declare(c, name, 3);
    while (lua_parse_skip(c, ',')) lua_local_declare(c, lua_parse_name(c), 3 + count++);
    lua_parse_expect(c, TOKEN_IN);
    int line = c->lexer.line;
    lua_code_list(c, lua_parse_list(c), 3);
    lua_reserve_registers(c, 3);
    c->builder->free -= 3;
    lua_locals_activate(c, 3);
    lua_parse_expect(c, TOKEN_DO);
    int enter = lua_jump(c);
    lua_scope body;
    lua_scope_open(c, &body, false);
    lua_locals_activate(c, count);
    lua_reserve_registers(c, count);
    parse_block(c);
    lua_scope_close(c);
    lua_jump_here(c, enter);
    c->builder->line = line;
    stop_point(c);
    lua_emit_abc(c, OP_FOR_CALL, base, 0, count);
    patch_loop(c, lua_emit(c, make_ad(OP_FOR_NEXT, base, 0)), enter + 1);
}

static void for_statement(lua_compiler *c, int line)
{
    lua_scope loop;
    lua_scope_open(c, &loop, true);
    lua_lexer_next(&c->lexer);
    lua_string *name = lua_parse_name(c);
    switch (c->lexer.token.kind) {
    case '=': numeric_for(c, name, line); break;
    case ',': case TOKEN_IN: generic_for(c, name); break;
    default: lua_lexer_error(&c->lexer, "'=' or 'in' expected");
    }
    lua_parse_close(c, TOKEN_END, TOKEN_FOR, line);
    lua_scope_close(c);
}

static void if_statement(lua_compiler *c, int line)
{
    int done = NO_JUMP, otherwise;
    do {
        lua_lexer_next(&c->lexer);
        c->builder->line = c->lexer.last_line;
        stop_point(c);
        otherwise = lua_code_branch(c, lua_parse_expression(c), false);
        lua_parse_expect(c, TOKEN_THEN);
        parse_scoped_block(c);
        bool more = c->lexer.token.kind == TOKEN_ELSEIF || c->lexer.token.kind == TOKEN_ELSE;
        if (more) lua_jump_join(c, &done, lua_jump(c));
        lua_jump_here(c, otherwise);
    } while (c->lexer.token.kind == TOKEN_ELSEIF);
    if (lua_parse_skip(c, TOKEN_ELSE)) parse_scoped_block(c);
    lua_jump_here(c, done);
    lua_parse_close(c, TOKEN_END, TOKEN_IF, line);
}

static void break_statement(lua_compiler *c)
{
    lua_scope *s = c->builder->scope;
    bool captured = false;
    lua_lexer_next(&c->lexer);
    for (; s && !s->loop; s = s->outer) captured |= s->captured;
    if (!s) lua_lexer_error(&c->lexer, "no loop to break");
    if (captured) lua_emit_abc(c, OP_CLOSE, s->active, 0, 0);
    lua_jump_join(c, &s->breaks, lua_jump(c));
}

static void return_statement(lua_compiler *c)
{
    lua_lexer_next(&c->lexer);
    if (block_ends(c) || c->lexer.token.kind == ';') {
        c->builder->line = c->lexer.last_line;
        lua_emit_abc(c, OP_RETURN_NONE, 0, 0, 0);
        return;
    }
    lua_tree *list = lua_parse_list(c);
    bool call = !list->next && (list->kind == NODE_CALL || list->kind == NODE_METHOD);
    if (!list->next && !lua_tree_is_multiple(list)) {
        int reg = lua_code_any(c, list);
        lua_emit_abc(c, OP_RETURN_ONE, reg, 0, 0);
        return;
    }
    int first = c->builder->free;
    int count = lua_code_open_list(c, list);
    if (call) {
        lua_line *last = &c->builder->code[c->builder->code_count - 1];
        last->code = (last->code & ~0xffu) | OP_TAIL_CALL;
    }
    lua_emit_abc(c, OP_RETURN, first, count == LUA_MULTIPLE ? 0 : count + 1, 0);
}

/* Parses one statement; true when it has to be the last of its block. */
static bool parse_statement(lua_compiler *c)
{
    int line = c->lexer.line;
    c->builder->line = c->lexer.line;
    if (c->lexer.token.kind != TOKEN_REPEAT && c->lexer.token.kind != TOKEN_DO) stop_point(c);
    switch (c->lexer.token.kind) {
    case TOKEN_IF: if_statement(c, line); return false;
    case TOKEN_WHILE: while_statement(c, line); return false;
    case TOKEN_DO:
        lua_lexer_next(&c->lexer);
        parse_scoped_block(c);
        lua_parse_close(c, TOKEN_END, TOKEN_DO, line);
        return false;
    case TOKEN_FOR: for_statement(c, line); return false;
    case TOKEN_REPEAT: repeat_statement(c, line); return false;
    case TOKEN_FUNCTION: function_statement(c, line); return false;
    case TOKEN_LOCAL:
        lua_lexer_next(&c->lexer);
        local_statement(c);
        return false;
    case TOKEN_RETURN: return_statement(c); return true;
    case TOKEN_BREAK: break_statement(c); return true;
    default: expression_statement(c); return false;
    }
}

static void parse_block(lua_compiler *c)
{
    bool last = false;
    lua_parse_enter(c);
    while (!last && !block_ends(c)) {
        lua_arena_chunk *chunk = c->chunk;
        size_t used = c->used;
        last = parse_statement(c);
        lua_parse_skip(c, ';');
        lua_arena_release(c, chunk, used);
        c->builder->free = c->builder->active_count;
    }
    lua_parse_leave(c);
}

/* ---- the whole ---- */

static void compile_chunk(lua_state *L, void *argument)
{
    lua_compiler *c = argument;
    lua_builder_open(c);
    c->builder->prototype->vararg = VARARG;
    lua_scope scope;
    lua_scope_open(c, &scope, false);
    lua_lexer_next(&c->lexer);
    parse_block(c);
    if (c->lexer.token.kind != TOKEN_EOF) expected(c, TOKEN_EOF);
    lua_prototype *p = finish_function(c);
    lua_closure *closure = lua_closure_new(L, p, L->globals);
    push_value(L, value_of_closure(closure));
}

lua_closure *lua_compile(lua_state *L, const char *text, size_t length, lua_string *source)
{
    lua_compiler c = {.L = L};
    stack_need(L, 4);
    lua_lexer_open(&c.lexer, L, text, length, source);
    lua_status status = lua_guarded(L, compile_chunk, &c);
    while (c.builder) lua_builder_free(&c);
    lua_arena_close(&c);
    lua_memory_free(L->shared, c.lexer.buffer, (size_t)c.lexer.capacity);
    if (status != LUA_OK) lua_throw(L, status);
    return closure_of(L->top[-1]);
}
