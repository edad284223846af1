#include "compiler.h"

#include "gc.h"
#include "memory.h"
#include "state.h"
#include "table.h"

#include <stdio.h>

struct lua_arena_chunk {
    lua_arena_chunk *older;
    size_t size;
    _Alignas(16) char data[];
};

enum { CHUNK = 4096 - 64 };

void *lua_arena_take(lua_compiler *c, size_t size)
{
    size = (size + 15) & ~(size_t)15;
    if (!c->chunk || c->chunk->size - c->used < size) {
        lua_arena_chunk *chunk = lua_memory_resize(c->L, NULL, 0, sizeof *chunk + CHUNK);
        chunk->older = c->chunk;
        chunk->size = CHUNK;
        c->chunk = chunk;
        c->used = 0;
    }
    void *p = c->chunk->data + c->used;
    c->used += size;
    return p;
}

void lua_arena_release(lua_compiler *c, lua_arena_chunk *chunk, size_t used)
{
    while (c->chunk && c->chunk != chunk && c->chunk->older) {
        lua_arena_chunk *older = c->chunk->older;
        lua_memory_free(c->L->shared, c->chunk, sizeof *older + c->chunk->size);
        c->chunk = older;
    }
    c->used = chunk ? used : 0;
}

void lua_arena_close(lua_compiler *c)
{
    lua_arena_release(c, NULL, 0);
    if (c->chunk) lua_memory_free(c->L->shared, c->chunk, sizeof *c->chunk + c->chunk->size);
    c->chunk = NULL;
}

_Noreturn void lua_limit_error(lua_compiler *c, lua_builder *b, int limit, const char *what)
{
    char message[128];
    int line = b->prototype->defined;
    if (line) snprintf(message, sizeof message, "function at line %d has more than %d %s", line, limit, what);
    else snprintf(message, sizeof message, "main function has more than %d %s", limit, what);
    lua_lexer_error_near(&c->lexer, message, 0);
}

void lua_local_declare(lua_compiler *c, lua_string *name, int ahead)
{
    lua_builder *b = c->builder;
    if (b->active_count + ahead + 1 > MAX_LOCALS) lua_limit_error(c, b, MAX_LOCALS, "local variables");
    b->locals = lua_memory_grow(c->L, b->locals, b->locals_count, &b->locals_capacity, sizeof *b->locals, INT16_MAX,
                                "too many local variables");
    b->locals[b->locals_count] = (lua_local_name){.name = name};
    b->active[b->active_count + ahead] = (short)b->locals_count++;
}

void lua_locals_activate(lua_compiler *c, int count)
{
    lua_builder *b = c->builder;
    while (count-- > 0) b->locals[b->active[b->active_count++]].start = b->code_count;
}

void lua_scope_open(lua_compiler *c, lua_scope *s, bool loop)
{
    lua_builder *b = c->builder;
    *s = (lua_scope){.outer = b->scope, .breaks = NO_JUMP, .active = (uint8_t)b->active_count, .loop = loop};
    b->scope = s;
}

void lua_scope_close(lua_compiler *c)
{
    lua_builder *b = c->builder;
    lua_scope *s = b->scope;
    b->scope = s->outer;
    while (b->active_count > s->active) b->locals[b->active[--b->active_count]].end = b->code_count;
    if (s->captured) lua_emit_abc(c, OP_CLOSE, s->active, 0, 0);
    b->free = b->active_count;
    lua_jump_here(c, s->breaks);
}

static int find_local(lua_builder *b, lua_string *name)
{
    for (int i = b->active_count; i-- > 0;) {
        if (string_equal(b->locals[b->active[i]].name, name)) return i;
    }
    return -1;
}

static void mark_captured(lua_builder *b, int local)
{
    lua_scope *s = b->scope;
    while (s && s->active > local) s = s->outer;
    if (s) s->captured = true;
}

/* The index of an upvalue of b, made if an outer function has such a variable; else -1. */
static int find_upvalue(lua_compiler *c, lua_builder *b, lua_string *name)
{
    for (int i = 0; i < b->upvalues_count; i++) {
        if (string_equal(b->upvalues[i].name, name)) return i;
    }
    if (!b->outer) return -1;
    int local = find_local(b->outer, name), outer = -1;
    if (local >= 0) mark_captured(b->outer, local);
    else outer = find_upvalue(c, b->outer, name);
    if (local < 0 && outer < 0) return -1;
    if (b->upvalues_count >= MAX_UPVALUES) lua_limit_error(c, b, MAX_UPVALUES, "upvalues");
    b->upvalues[b->upvalues_count].name = name;
    b->upvalues[b->upvalues_count].capture =
        (lua_capture){.in_stack = local >= 0, .index = (uint8_t)(local >= 0 ? local : outer)};
    return b->upvalues_count++;
}

lua_node_kind lua_variable_find(lua_compiler *c, lua_string *name, int *index)
{
    *index = find_local(c->builder, name);
    if (*index >= 0) return NODE_LOCAL;
    *index = find_upvalue(c, c->builder, name);
    return *index >= 0 ? NODE_UPVALUE : NODE_GLOBAL;
}

void lua_builder_open(lua_compiler *c)
{
    lua_builder *b = lua_memory_resize(c->L, NULL, 0, sizeof *b);
    memset(b, 0, offsetof(lua_builder, active));
    b->outer = c->builder;
    b->registers = 2;
    b->line = 1;
    c->builder = b;
    b->prototype = lua_prototype_new(c->L);
    b->prototype->source = c->lexer.source;
    b->constant_index = lua_table_new(c->L, 0, 0);
}

void lua_builder_free(lua_compiler *c)
{
    lua_builder *b = c->builder;
    lua_shared *g = c->L->shared;
    lua_memory_free(g, b->code, (size_t)b->code_capacity * sizeof *b->code);
    lua_memory_free(g, b->constants, (size_t)b->constants_capacity * sizeof *b->constants);
    lua_memory_free(g, b->children, (size_t)b->children_capacity * sizeof *b->children);
    lua_memory_free(g, b->locals, (size_t)b->locals_capacity * sizeof *b->locals);
    c->builder = b->outer;
    lua_memory_free(g, b, sizeof *b);
}

static void *copy(lua_compiler *c, const void *from, int count, size_t element)
{
    void *p = lua_memory_vector(c->L, NULL, 0, (size_t)count, element);
    if (count) memcpy(p, from, (size_t)count * element);
    return p;
}

lua_prototype *lua_builder_close(lua_compiler *c)
{
    lua_builder *b = c->builder;
    lua_prototype *p = b->prototype;
    int count = b->code_count, upvalues = b->upvalues_count;
    p->code = lua_memory_vector(c->L, NULL, 0, (size_t)count, sizeof *p->code + sizeof *p->lines);
    p->code_count = count;
    p->lines = (int *)(p->code + count);
    for (int i = 0; i < count; i++) {
        p->code[i] = b->code[i].code;
        p->lines[i] = b->code[i].line;
    }
    p->constants = copy(c, b->constants, b->constants_count, sizeof *p->constants);
    p->constants_count = b->constants_count;
    p->children = copy(c, b->children, b->children_count, sizeof *p->children);
    p->children_count = b->children_count;
    p->locals = copy(c, b->locals, b->locals_count, sizeof *p->locals);
    p->locals_count = b->locals_count;
    p->capture_names =
        lua_memory_vector(c->L, NULL, 0, (size_t)upvalues, sizeof *p->capture_names + sizeof *p->captures);
    if (upvalues) p->captures = (lua_capture *)(p->capture_names + upvalues);
    p->captures_count = (uint8_t)upvalues;
    for (int i = 0; i < upvalues; i++) {
        p->capture_names[i] = b->upvalues[i].name;
        p->captures[i] = b->upvalues[i].capture;
    }
    p->registers = b->registers;
    lua_builder_free(c);
    return p;
}
