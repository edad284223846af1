#include "compiler.h"

#include "memory.h"
#include "table.h"

int lua_code_size(uint32_t size)
{
    int exponent = 0;
    while (size >= 16) {
        size = (size + 1) >> 1;
        exponent++;
    }
    return size < 8 ? (int)size : (exponent + 1) << 3 | ((int)size - 8);
}

int lua_emit(lua_compiler *c, lua_instruction i)
{
    lua_builder *b = c->builder;
    b->code = lua_memory_grow(c->L, b->code, b->code_count, &b->code_capacity, sizeof *b->code, 1 << 22,
                              "code size overflow");
    b->code[b->code_count] = (lua_line){i, b->line};
    return b->code_count++;
}

int lua_emit_abc(lua_compiler *c, int op, int a, int b, int cc)
{
    return lua_emit(c, make_abc(op, a, b, cc));
}

int lua_constant(lua_compiler *c, lua_value v)
{
    lua_builder *b = c->builder;
    bool negative_zero = is_number(v) && number_of(v) == 0 && v;
    lua_value key = is_nil(v) || negative_zero ? value_of_table(b->constant_index) : v;
    lua_value *known = lua_table_find(b->constant_index, key);
    if (known && !is_nil(*known) && !negative_zero) return (int)number_of(*known);
    b->constants = lua_memory_grow(c->L, b->constants, b->constants_count, &b->constants_capacity,
                                   sizeof *b->constants, 1 << 24, "constant table overflow");
    b->constants[b->constants_count] = v;
    if (!negative_zero) *lua_table_place(c->L, b->constant_index, key) = value_of_result(b->constants_count);
    return b->constants_count++;
}

int lua_jump(lua_compiler *c)
{
    return lua_emit(c, make_jump(OP_JUMP, NO_JUMP));
}

/* A list of jumps is linked through their distances; -1, a jump to itself, ends it. */
static int next_jump(lua_builder *b, int at)
{
    int distance = jump_of(b->code[at].code);
    return distance == NO_JUMP ? NO_JUMP : at + 1 + distance;
}

static void set_jump(lua_compiler *c, int at, int target)
{
    int distance = target - (at + 1);
    if (distance >= 1 << 23 || distance < -(1 << 23)) lua_lexer_error(&c->lexer, "control structure too long");
    c->builder->code[at].code = make_jump(OP_JUMP, distance);
}

void lua_jump_join(lua_compiler *c, int *list, int more)
{
    if (more == NO_JUMP) return;
    if (*list == NO_JUMP) {
        *list = more;
        return;
    }
    int last = more;
    for (int next; (next = next_jump(c->builder, last)) != NO_JUMP;) last = next;
    set_jump(c, last, *list);
    *list = more;
}

void lua_jump_patch(lua_compiler *c, int list, int target)
{
    while (list != NO_JUMP) {
        int next = next_jump(c->builder, list);
        set_jump(c, list, target);
        list = next;
    }
}

void lua_jump_here(lua_compiler *c, int list)
{
    lua_jump_patch(c, list, c->builder->code_count);
}

int lua_reserve_registers(lua_compiler *c, int n)
{
    lua_builder *b = c->builder;
    int first = b->free;
    b->free += n;
    if (b->free > MAX_REGISTERS) lua_lexer_error(&c->lexer, "function or expression too complex");
    if (b->free > b->registers) b->registers = (uint8_t)b->free;
    return first;
}
