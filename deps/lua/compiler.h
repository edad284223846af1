#ifndef LUA_COMPILER_H
#define LUA_COMPILER_H

/* From tokens to bytecode. Each statement is compiled as it is read: its expressions are parsed into trees
 * (expression.c)
 * from which code is generated (code.c, code_*.c), after which the trees' memory is used again. The register of a
 * local variable is the number of locals active at its declaration; temporaries live above. */

#include "lexer.h"
#include "opcodes.h"

typedef enum {
    /* arithmetic in the order of the opcodes and events */
    OPERATOR_ADD, OPERATOR_SUB, OPERATOR_MUL, OPERATOR_DIV, OPERATOR_MOD, OPERATOR_POW,
    OPERATOR_CONCAT, OPERATOR_EQ, OPERATOR_NE, OPERATOR_LT, OPERATOR_LE, OPERATOR_GT, OPERATOR_GE,
    OPERATOR_AND, OPERATOR_OR, OPERATOR_MINUS, OPERATOR_NOT, OPERATOR_LENGTH, OPERATOR_NONE
} lua_operator;

typedef enum {
    NODE_NIL, NODE_TRUE, NODE_FALSE, NODE_NUMBER, NODE_STRING, NODE_VARARG, NODE_FUNCTION, NODE_LOCAL, NODE_UPVALUE,
    NODE_GLOBAL, NODE_INDEX, NODE_CALL, NODE_METHOD, NODE_BINARY, NODE_UNARY, NODE_TABLE, NODE_PAREN, NODE_PAIR
} lua_node_kind;

/* An expression. */
typedef struct lua_tree lua_tree;
struct lua_tree {
    uint8_t kind, operator;
    uint16_t depth;
    int line;
    lua_tree *next;             /* in lists of arguments, items and values */
    union {
        double number;
        lua_string *string;     /* STRING, GLOBAL */
        int index;              /* register, upvalue or child */
        struct {
            lua_tree *left;     /* operand; object; function; of a PAIR the key, or NULL for a list item */
            lua_tree *right;    /* operand; key; arguments; of a PAIR the value; of a TABLE its PAIRs */
            lua_string *name;   /* METHOD */
        };
    } u;
};

/* A block of the function being compiled. */
typedef struct lua_scope {
    struct lua_scope *outer;
    int breaks;              /* jumps to patch, or NO_JUMP */
    uint8_t active;          /* locals outside */
    bool captured;           /* a closure holds a local of it */
    bool loop;
} lua_scope;

enum { NO_JUMP = -1, MAX_LOCALS = 200, MAX_UPVALUES = 60, MAX_LEVELS = 200, MAX_DEPTH = 3000 };

typedef struct {
    lua_instruction code;
    int line;
} lua_line;

typedef struct {
    lua_string *name;
    lua_capture capture;
} lua_upvalue_name;

/* The function being compiled. */
typedef struct lua_builder lua_builder;
struct lua_builder {
    lua_builder *outer;
    lua_prototype *prototype;
    lua_table *constant_index;
    lua_scope *scope;
    lua_line *code;
    lua_value *constants;
    lua_prototype **children;
    lua_local_name *locals;
    int code_count, code_capacity, constants_count, constants_capacity, children_count, children_capacity;
    int locals_count, locals_capacity;
    int free;                /* first free register */
    int active_count;
    int upvalues_count;
    int line;                /* for instructions emitted next */
    uint8_t registers;
    short active[MAX_LOCALS];  /* active local -> index in locals */
    lua_upvalue_name upvalues[MAX_UPVALUES];
};

typedef struct lua_arena_chunk lua_arena_chunk;

typedef struct lua_compiler {
    lua_lexer lexer;
    lua_state *L;
    lua_builder *builder;
    lua_arena_chunk *chunk;     /* memory of trees: chunks, newest first ... */
    size_t used;                /* ... and what is taken of the newest */
    int levels;
} lua_compiler;

/* ---- expression.c ---- */
lua_tree *lua_parse_expression(lua_compiler *c);
/* One or more, linked. */
lua_tree *lua_parse_list(lua_compiler *c);
/* A name, index or call. */
lua_tree *lua_parse_suffixed(lua_compiler *c);
lua_tree *lua_parse_variable(lua_compiler *c, lua_string *name);
lua_tree *lua_tree_index(lua_compiler *c, lua_tree *object, lua_tree *key);
lua_tree *lua_tree_string(lua_compiler *c, lua_string *s);

/* ---- parser.c ---- */
lua_closure *lua_compile(lua_state *L, const char *text, size_t length, lua_string *source);
/* Reads parameters and body, at '('; the index of the child. */
int lua_parse_body(lua_compiler *c, bool method, int line);
void lua_parse_enter(lua_compiler *c);
void lua_parse_leave(lua_compiler *c);
bool lua_parse_skip(lua_compiler *c, int token);
void lua_parse_expect(lua_compiler *c, int token);
void lua_parse_close(lua_compiler *c, int what, int opener, int line);
lua_string *lua_parse_name(lua_compiler *c);

/* ---- scope.c ---- */
void *lua_arena_take(lua_compiler *c, size_t size);
/* Gives back what was taken since chunk and used were as given. */
void lua_arena_release(lua_compiler *c, lua_arena_chunk *chunk, size_t used);
void lua_arena_close(lua_compiler *c);
void lua_local_declare(lua_compiler *c, lua_string *name, int ahead);
void lua_locals_activate(lua_compiler *c, int count);
void lua_scope_open(lua_compiler *c, lua_scope *s, bool loop);
void lua_scope_close(lua_compiler *c);
_Noreturn void lua_limit_error(lua_compiler *c, lua_builder *b, int limit, const char *what);
/* Finds a variable: NODE_LOCAL, NODE_UPVALUE or NODE_GLOBAL, with its index. */
lua_node_kind lua_variable_find(lua_compiler *c, lua_string *name, int *index);
void lua_builder_open(lua_compiler *c);
/* Finishes the function and returns it. */
lua_prototype *lua_builder_close(lua_compiler *c);
void lua_builder_free(lua_compiler *c);

/* ---- code.c: instructions, constants, jumps, registers ---- */
int lua_emit(lua_compiler *c, lua_instruction i);
int lua_emit_abc(lua_compiler *c, int op, int a, int b, int cc);
int lua_constant(lua_compiler *c, lua_value v);
int lua_jump(lua_compiler *c);
/* Appends list `more` to *list. */
void lua_jump_join(lua_compiler *c, int *list, int more);
void lua_jump_patch(lua_compiler *c, int list, int target);
void lua_jump_here(lua_compiler *c, int list);
int lua_reserve_registers(lua_compiler *c, int n);

/* ---- code_expression.c ---- */
/* Leaves the value in some register: the local's own, or a new temporary. */
int lua_code_any(lua_compiler *c, lua_tree *e);
/* As lua_code_any, but makes `scratch` the temporary if it is one. */
int lua_code_operand(lua_compiler *c, lua_tree *e, int scratch);
/* Leaves the value in a new temporary. */
int lua_code_next(lua_compiler *c, lua_tree *e);
void lua_code_to(lua_compiler *c, lua_tree *e, int reg);
/* Leaves `wanted` values of a list in new temporaries. */
void lua_code_list(lua_compiler *c, lua_tree *list, int wanted);
/* All values of a list to new temporaries; returns how many, or LUA_MULTIPLE when the last is open. */
int lua_code_open_list(lua_compiler *c, lua_tree *list);
/* Runs a call, keeping `wanted` results (or LUA_MULTIPLE) in temporaries; returns the index of the instruction. */
int lua_code_call(lua_compiler *c, lua_tree *e, int wanted);
bool lua_tree_is_multiple(const lua_tree *e);
/* A constant index fit for the C field, or -1. */
int lua_code_short_constant(lua_compiler *c, const lua_tree *e);
void lua_code_store_index(lua_compiler *c, int object, lua_tree *key, int key_register, int value);

/* ---- code_branch.c ---- */
/* Jumps when the truth of e is `when`, else falls through; returns the jumps. */
int lua_code_branch(lua_compiler *c, lua_tree *e, bool when);
void lua_code_logic(lua_compiler *c, lua_tree *e, int reg);
void lua_code_table(lua_compiler *c, lua_tree *e, int reg);

#endif
