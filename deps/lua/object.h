#ifndef LUA_OBJECT_H
#define LUA_OBJECT_H

/* What lives on the heap. Every object starts with OBJECT_HEADER and is on exactly one list: short strings on the
 * chains of the intern table, userdata on lua_shared.userdata, all else on lua_shared.objects. */

#include "value.h"

#include <setjmp.h>

typedef struct lua_prototype lua_prototype;
typedef struct lua_cell lua_cell;
typedef struct lua_shared lua_shared;

enum {
    KIND_STRING, KIND_TABLE, KIND_LUA_FUNCTION, KIND_C_FUNCTION, KIND_USERDATA, KIND_THREAD, KIND_PROTOTYPE, KIND_CELL
};

/* Bits of `mark`. Neither white nor black is grey. */
enum {
    MARK_WHITE_A = 1, MARK_WHITE_B = 2, MARK_WHITES = 3, MARK_BLACK = 4, MARK_FIXED = 8,
    MARK_READONLY = 16,   /* tables; shares the byte so that one test guards every store */
    MARK_FINALIZED = 32   /* userdata */
};

#define OBJECT_HEADER lua_object *next; uint8_t kind, mark

struct lua_object {
    OBJECT_HEADER;
};

/* Strings up to this many bytes are interned: equal ones are the same object. */
enum { STRING_SHORT = 40 };

struct lua_string {
    OBJECT_HEADER;
    uint8_t interned;
    uint8_t word;        /* reserved word number for the lexer, or 0; on long strings: the hash is known */
    uint32_t hash;
    size_t length;
    char data[];         /* zero-terminated */
};

typedef struct {
    lua_value value, key;
    int32_t next;        /* distance to the next node of the chain, 0 at its end */
} lua_node;

/* See table.h. */
struct lua_table {
    OBJECT_HEADER;
    uint8_t absent;      /* bit per event < 8 known to be missing when this table is a metatable */
    uint8_t log2_nodes;
    uint32_t slots;
    lua_table *metatable;
    lua_value *array;
    lua_node *nodes;
    lua_object *grey;
    uint32_t cursor;     /* nodes at and above it are taken */
};

/* A variable shared by closures: open while it points into a stack, closed when it holds the value itself. */
struct lua_cell {
    OBJECT_HEADER;
    lua_value *value;
    union {
        lua_value closed;
        lua_cell *below;  /* next open cell of the thread, by falling stack address */
    } u;
    lua_state *thread;    /* while open: kept alive by the cell */
};

typedef struct {
    lua_string *name;
    int start, end;      /* instructions in which it is visible: [start, end) */
} lua_local_name;

typedef struct {
    uint8_t in_stack;    /* a local of the enclosing function, or else one of its upvalues */
    uint8_t index;
} lua_capture;

struct lua_prototype {
    OBJECT_HEADER;
    uint8_t parameters, vararg, registers, captures_count;
    int code_count, constants_count, children_count, locals_count;
    int defined, ended;  /* lines */
    uint32_t *code;      /* followed by lines, in one block */
    lua_value *constants;
    lua_prototype **children;
    lua_capture *captures;
    int *lines;
    lua_local_name *locals;
    lua_string **capture_names;  /* followed by captures */
    lua_string *source;
    lua_object *grey;
};

/* How a function takes its variable arguments. */
enum { VARARG = 1, VARARG_TABLE = 2 };

struct lua_closure {
    OBJECT_HEADER;
    uint8_t count;
    lua_object *grey;
    lua_table *environment;
    union {
        lua_prototype *prototype;
        lua_function function;
    } u;
    union {
        lua_cell *cell;
        lua_value value;
    } captures[];
};

struct lua_userdata {
    OBJECT_HEADER;
    lua_table *metatable, *environment;
    lua_finalizer finalizer;
    size_t size;
    _Alignas(16) char data[];
};

/* A call in progress. */
typedef struct {
    lua_value *base;      /* first register or argument */
    lua_value *function;  /* the called value, below base */
    lua_value *limit;     /* end of the registers */
    const uint32_t *pc;   /* next instruction, when not running */
    int results;          /* how many the caller wants, LUA_MULTIPLE for all */
    uint16_t tail_calls;  /* frames lost below this one */
    uint8_t entry;        /* lua_execute returns to C when this frame ends */
} lua_frame;

/* A place errors unwind to. */
typedef struct lua_guard {
    struct lua_guard *previous;
    jmp_buf jump;
    volatile lua_status status;
} lua_guard;

struct lua_state {
    OBJECT_HEADER;
    uint8_t status;          /* a lua_status */
    lua_object *grey;
    lua_value *top;          /* first free slot */
    lua_frame *frame;
    lua_value *stack, *stack_end;
    lua_shared *shared;
    lua_frame *frames, *frames_end;
    lua_cell *open;
    lua_guard *guard;
    lua_table *globals;
    lua_value handler;       /* error handler of the innermost protected call, or nil */
    int resume_depth;        /* c_depth when resumed: a yield is legal only at this depth */
};

/* Events metatables answer to; the first eight have a bit in lua_table.absent. */
typedef enum {
    EVENT_INDEX, EVENT_NEWINDEX, EVENT_EQ, EVENT_LEN, EVENT_CALL, EVENT_MODE, EVENT_GC, EVENT_UNUSED,
    EVENT_ADD, EVENT_SUB, EVENT_MUL, EVENT_DIV, EVENT_MOD, EVENT_POW, EVENT_UNM, EVENT_LT, EVENT_LE, EVENT_CONCAT,
    EVENT_COUNT
} lua_event;

enum {
    STACK_INITIAL = 64, STACK_MAXIMUM = 1000000, STACK_SPARE = 32, FRAMES_INITIAL = 8, FRAMES_SPARE = 200,
    C_SLOTS_MAXIMUM = 8000
};

typedef enum { PHASE_PAUSE, PHASE_MARK, PHASE_SWEEP_STRINGS, PHASE_SWEEP_OBJECTS, PHASE_SWEEP_USERDATA } lua_phase;

struct lua_shared {
    lua_host host;
    lua_limits limits;
    size_t used;
    int64_t debt;              /* bytes allocated since the last step, less the allowance: positive asks for one */
    int budget;                /* ticks until lua_interrupt */
    int granted;               /* what the budget was last set to */
    uint64_t ticks;            /* spent before the present grant */
    double deadline;
    lua_hook hook;
    void *hook_context;
    lua_hook line_hook;
    const struct lua_prototype *line_prototype; /* where the latest stop point was */
    int line_latest, line_pc;
    void *line_context;
    int hook_interval;
    int hook_left;
    int c_depth;               /* C calls between here and the start of the program */

    lua_string **interned;
    uint32_t interned_size, interned_count;

    lua_phase phase;
    uint8_t white;             /* the white of this cycle's new objects */
    bool stopped, collecting, closing;
    int pause, speed;
    lua_object *objects, **sweep;
    lua_object *userdata;
    lua_object *pending;       /* unreachable userdata whose finalisers have to run */
    lua_object *grey, *grey_again, *weak;
    lua_table *scanned;        /* a big table marked in slices ... */
    size_t scan_index;         /* ... up to here */
    uint32_t sweep_bucket;
    size_t estimate;           /* bytes that survive this cycle, as far as known */

    lua_state *main;
    lua_table *registry;
    lua_table *metatables[LUA_THREAD + 1];
    lua_string *events[EVENT_COUNT];
    lua_string *memory_message;
    struct lua_compiler *compiler;  /* the innermost compilation, whose objects aren't reachable from elsewhere */
    uint64_t random;
};

#endif
