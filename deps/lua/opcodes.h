#ifndef LUA_OPCODES_H
#define LUA_OPCODES_H

/* Instructions are 32 bits: opcode, A, B, C from the lowest byte up; D is B and C together, J is A, B and C together,
 * both signed where they are jump distances from the following instruction. R is a register, K a constant, U an
 * upvalue.
 * A test is followed by a JUMP, which is taken when the test's outcome equals its flag and skipped otherwise. */

#include "object.h"

#define OPCODES(X) \
    X(MOVE)       /* R[A] = R[B] */ \
    X(CONSTANT)   /* R[A] = K[D] */ \
    X(CONSTANT_X) /* R[A] = K[next word] */ \
    X(NIL)        /* R[A..B] = nil */ \
    X(BOOLEAN)    /* R[A] = B; skip an instruction if C */ \
    X(GET_UPVALUE) /* R[A] = U[B] */ \
    X(SET_UPVALUE) /* U[B] = R[A] */ \
    X(GET_GLOBAL) /* R[A] = globals[K[D]] */ \
    X(SET_GLOBAL) /* globals[K[D]] = R[A] */ \
    X(GET_FIELD)  /* R[A] = R[B][K[C]], a short string */ \
    X(GET_INDEX)  /* R[A] = R[B][R[C]] */ \
    X(GET_SLOT)   /* R[A] = R[B][C] */ \
    X(SET_FIELD)  /* R[A][K[C]] = R[B] */ \
    X(SET_INDEX)  /* R[A][R[C]] = R[B] */ \
    X(SET_SLOT)   /* R[A][C] = R[B] */ \
    X(TABLE)      /* R[A] = {} with room for about B slots and C fields (see lua_code_size) */ \
    X(METHOD)     /* R[A + 1] = R[B]; R[A] = R[B][K[C]] */ \
    X(ADD) X(SUB) X(MUL) X(DIV) X(MOD) X(POW)             /* R[A] = R[B] op R[C] */ \
    X(ADD_RK) X(SUB_RK) X(MUL_RK) X(DIV_RK) X(MOD_RK) X(POW_RK) /* R[A] = R[B] op K[C] */ \
    X(ADD_KR) X(SUB_KR) X(MUL_KR) X(DIV_KR) X(MOD_KR) X(POW_KR) /* R[A] = K[B] op R[C] */ \
    X(MINUS) X(NOT) X(LENGTH) /* R[A] = op R[B] */ \
    X(CONCAT)     /* R[A] = R[B] .. ... .. R[C] */ \
    X(JUMP)       /* pc += J */ \
    X(TEST)       /* truth of R[A], flag B */ \
    X(TEST_SET)   /* truth of R[B], flag C; R[A] = R[B] if taken */ \
    X(EQUAL) X(EQUAL_K)             /* R[B] == R[C] or K[C], flag A */ \
    X(LESS) X(LESS_EQUAL)           /* R[B] < R[C], flag A */ \
    X(LESS_RK) X(LESS_EQUAL_RK)     /* R[B] < K[C] */ \
    X(LESS_KR) X(LESS_EQUAL_KR)     /* K[B] < R[C] */ \
    X(CALL)       /* R[A], ... = R[A](R[A + 1], ...): B - 1 arguments, C - 1 results; 0 means up to the top */ \
    X(TAIL_CALL)  /* return R[A](...): B - 1 arguments */ \
    X(RETURN)     /* return R[A], ...: B - 1 values */ \
    X(RETURN_NONE) X(RETURN_ONE) /* return; return R[A] */ \
    X(FOR_PREPARE) /* R[A] -= R[A + 2]; pc += D */ \
    X(FOR_LOOP)   /* R[A] += R[A + 2]; if within R[A + 1]: R[A + 3] = R[A], pc += D */ \
    X(FOR_CALL)   /* R[A + 3], ... = R[A](R[A + 1], R[A + 2]): C results */ \
    X(FOR_NEXT)   /* if R[A + 3] isn't nil: R[A + 2] = R[A + 3], pc += D */ \
    X(SET_LIST)   /* R[A][offset + i] = R[A + i] for 1..B (0: to the top); the next word is the offset */ \
    X(CLOSE)      /* close the cells of R[A] and above */ \
    X(CLOSURE)    /* R[A] = closure of child D */ \
    X(LINE)       /* call the line hook; only in code loaded while there is one */ \
    X(VARARG)     /* R[A], ... = ...: B - 1 values */

typedef enum {
#define OPCODE_NAME(name) OP_##name,
    OPCODES(OPCODE_NAME)
#undef OPCODE_NAME
    OPCODE_COUNT
} lua_opcode;

typedef uint32_t lua_instruction;

static inline int op_of(lua_instruction i) { return i & 0xff; }
static inline int a_of(lua_instruction i) { return i >> 8 & 0xff; }
static inline int b_of(lua_instruction i) { return i >> 16 & 0xff; }
static inline int c_of(lua_instruction i) { return (int)(i >> 24); }
static inline int d_of(lua_instruction i) { return (int)(i >> 16); }
static inline int jump_d_of(lua_instruction i) { return (int32_t)i >> 16; }
static inline int jump_of(lua_instruction i) { return (int32_t)i >> 8; }

static inline lua_instruction make_abc(int op, int a, int b, int c)
{
    return (uint32_t)op | (uint32_t)a << 8 | (uint32_t)b << 16 | (uint32_t)c << 24;
}
static inline lua_instruction make_ad(int op, int a, int d)
{
    return (uint32_t)op | (uint32_t)a << 8 | (uint32_t)d << 16;
}
static inline lua_instruction make_jump(int op, int distance)
{
    return (uint32_t)op | (uint32_t)distance << 8;
}

enum { MAX_SHORT_K = 255, MAX_D = 65535, MAX_JUMP_D = 32767, MAX_REGISTERS = 250 };

/* Table sizes up to 15 fit as they are, bigger ones are rounded up to 8..15 times a power of two. */
int lua_code_size(uint32_t size);
static inline uint32_t decode_size(int code)
{
    return code < 8 ? (uint32_t)code : (uint32_t)((code & 7) + 8) << ((code >> 3) - 1);
}

#endif
