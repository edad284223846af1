#ifndef LUA_LUA_H
#define LUA_LUA_H

/* A small implementation of Lua 5.1 for embedding.
 *
 * A lua_state is one thread of execution (the main one or a coroutine); all threads opened from one lua_open share one
 * heap, one registry and one set of limits. Values live on the state's stack and are named by index: 1, 2, ... count
 * from
 * the first argument of the running C function, -1, -2, ... from the top; LUA_REGISTRY, LUA_GLOBALS and lua_upvalue(n)
 * name places outside the stack. Strings are (pointer, length), may hold any byte, and the pointer stays valid as
 * long as
 * the value is reachable from Lua.
 *
 * Errors unwind with longjmp to the nearest lua_protected_call, so a C function must not hold unowned resources over
 * a call marked [raises]. An error outside any protected call invokes lua_host.panic and then aborts.
 *
 * The collector runs only while Lua code runs, when a C function returns, and in lua_collect and lua_collect_step: a
 * C function that builds values without calling Lua never sees one of them disappear. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct lua_state lua_state;

/* A host function: finds its arguments at 1..lua_top(L), pushes its results and returns how many there are. */
typedef int (*lua_function)(lua_state *L);

/* Called when a userdata with this finaliser is collected; must not touch Lua. */
typedef void (*lua_finalizer)(void *data);

/* Called every `lua_set_hook` interval; may raise any error (see lua_raise and lua_raise_fatal). */
typedef void (*lua_hook)(lua_state *L, void *context);

/* What the library needs from its host. `resize` frees when `next` is 0 and returns NULL when it can't serve; `clock`
 * returns CPU seconds used; `panic` (may be NULL) hears of errors outside of any protected call. */
typedef struct {
    void *(*resize)(void *context, void *pointer, size_t previous, size_t next);
    double (*clock)(void *context);
    void (*panic)(lua_state *L, void *context);
    void *context;
} lua_host;

/* Hard limits; zero means the default. Exceeding one raises an error whose status tells which. */
typedef struct {
    size_t memory;         /* bytes in use; default unlimited: LUA_ERROR_MEMORY, "not enough memory" */
    size_t string;         /* bytes in one string; default 1 << 40: "string length overflow" */
    uint64_t instructions; /* back-edges and calls executed since lua_limits_set; default unlimited: LUA_ERROR_LIMIT */
    double seconds;        /* by the host's clock since lua_limits_set; default unlimited: LUA_ERROR_LIMIT */
    int frames;            /* nested Lua calls; default 16384: LUA_ERROR_STACK, "stack overflow" */
    int c_depth;           /* nested C calls; default 200: LUA_ERROR_STACK, "C stack overflow" */
} lua_limits;

typedef enum {
    LUA_OK,
    LUA_YIELD,         /* only from lua_resume */
    LUA_ERROR,         /* raised by the script, the library or a host function */
    LUA_ERROR_SYNTAX,  /* lua_load didn't like the text */
    LUA_ERROR_MEMORY,  /* the host's allocator or the memory limit said no */
    LUA_ERROR_STACK,   /* calls nested too deep */
    LUA_ERROR_LIMIT,   /* the instruction or time limit; can't be caught by the script */
    LUA_ERROR_FATAL,   /* lua_raise_fatal; can't be caught by the script */
    LUA_ERROR_HANDLER  /* an error inside the error handler */
} lua_status;

typedef enum {
    LUA_NONE = -1,
    LUA_NIL,
    LUA_BOOLEAN,
    LUA_POINTER,
    LUA_NUMBER,
    LUA_STRING,
    LUA_TABLE,
    LUA_FUNCTION,
    LUA_USERDATA,
    LUA_THREAD
} lua_type;

enum { LUA_MULTIPLE = -1, LUA_MINIMUM_STACK = 20, LUA_REGISTRY = -10000, LUA_GLOBALS = -10001 };

/* The index of the running C function's nth upvalue. */
#define lua_upvalue(n) (LUA_GLOBALS - (n))

/* ---- states and limits ---- */

/* Opens a state with empty globals, or returns NULL when the host's allocator can't serve. */
lua_state *lua_open(const lua_host *host);
/* Frees everything the state owns, after running the finalisers. */
void lua_close(lua_state *L);
/* The same in slices: the first call runs the finalisers, each frees about `count` objects. True when nothing is left. Until then
 * nothing else may be done with the state. */
bool lua_close_some(lua_state *L, size_t count);
/* Sets the limits and restarts the instruction and time counts. */
void lua_limits_set(lua_state *L, const lua_limits *limits);
/* Calls `hook` every `interval` back-edges and calls (0 turns it off). */
void lua_set_hook(lua_state *L, lua_hook hook, void *context, int interval);
/* For debuggers: code loaded while there is a line hook calls it before the statements of each further line, on each turn
 * of a loop, and at a function's end; other code doesn't know of it. NULL turns it off. */
void lua_set_line_hook(lua_state *L, lua_hook hook, void *context);
/* Back-edges and calls executed since lua_limits_set. */
uint64_t lua_instructions(lua_state *L);
/* Bytes the state holds now. */
size_t lua_memory_used(lua_state *L);
/* The context given in lua_host. */
void *lua_context(lua_state *L);

/* Installs the standard library into the globals: base, string, table, math, coroutine and os.clock. */
void lua_open_libraries(lua_state *L);
void lua_open_base(lua_state *L);
void lua_open_string(lua_state *L);
void lua_open_table(lua_state *L);
void lua_open_math(lua_state *L);
void lua_open_coroutine(lua_state *L);
void lua_open_clock(lua_state *L);
/* The 48-bit state of math.random, which a host with several Lua states may want to share. */
uint64_t lua_random_state(lua_state *L);
void lua_random_state_set(lua_state *L, uint64_t seed);

/* ---- the stack ---- */

int lua_top(lua_state *L);
/* Cuts the stack, or fills it with nil, to `top` values. */
void lua_top_set(lua_state *L, int top);
/* Drops `n` values from the top. */
void lua_drop(lua_state *L, int n);
/* Turns an index relative to the top into one from the base. */
int lua_absolute(lua_state *L, int index);
/* Removes the value at index, moving those above down. */
void lua_remove(lua_state *L, int index);
/* Moves the top value to index, those from there on up. */
void lua_insert(lua_state *L, int index);
/* Pops the top value into index, as it is counted when that value is gone. */
void lua_replace(lua_state *L, int index);
/* Makes room for n more values; false when the stack limit forbids it. LUA_MINIMUM_STACK are there for every call. */
bool lua_reserve(lua_state *L, int n);
/* [raises] Like lua_reserve, but raises "stack overflow (message)". */
void lua_need(lua_state *L, int n, const char *message);
/* Moves the n top values of `from` to `to`, another thread of the same heap. */
void lua_move(lua_state *from, lua_state *to, int n);

void lua_push(lua_state *L, int index);
void lua_push_nil(lua_state *L);
void lua_push_boolean(lua_state *L, bool b);
void lua_push_number(lua_state *L, double n);
void lua_push_pointer(lua_state *L, void *p);
/* [raises] Pushes a copy of the bytes. */
void lua_push_string(lua_state *L, const char *text, size_t length);
/* [raises] Pushes a copy of a zero-terminated string. */
void lua_push_text(lua_state *L, const char *text);
/* [raises] Pushes the text snprintf makes of the format; returns it. */
const char *lua_push_format(lua_state *L, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* [raises] Pushes a C function that owns the `upvalues` top values, which it pops. */
void lua_push_function(lua_state *L, lua_function function, int upvalues);
/* [raises] Pushes a table with room for so many array slots and fields. */
void lua_push_table(lua_state *L, size_t slots, size_t fields);
/* [raises] Pushes a userdata of `size` zeroed bytes; `finalizer` may be NULL. Returns its bytes. */
void *lua_push_userdata(lua_state *L, size_t size, lua_finalizer finalizer);
/* [raises] Pushes a new coroutine and returns it. */
lua_state *lua_push_thread(lua_state *L);
/* Pushes L itself; true when it is the main thread. */
bool lua_push_self(lua_state *L);

lua_type lua_type_of(lua_state *L, int index);
const char *lua_type_name(lua_type type);
bool lua_is_nil(lua_state *L, int index);
/* nil or no value. */
bool lua_is_missing(lua_state *L, int index);
/* A number, or a string that converts to one. */
bool lua_is_number(lua_state *L, int index);
/* A string or a number. */
bool lua_is_string(lua_state *L, int index);
bool lua_is_table(lua_state *L, int index);
bool lua_is_function(lua_state *L, int index);

/* Everything but nil and false is true. */
bool lua_to_boolean(lua_state *L, int index);
/* The number, with strings converted, or 0. */
double lua_to_number(lua_state *L, int index);
/* The number truncated toward zero; out of range and NaN give INT64_MIN. */
int64_t lua_to_integer(lua_state *L, int index);
/* [raises] The string, or NULL; converts a number in place, so don't use it on a key during lua_next. */
const char *lua_to_string(lua_state *L, int index, size_t *length);
/* The bytes of a string and their number; NULL for anything else, numbers included. */
const char *lua_bytes(lua_state *L, int index, size_t *length);
/* The bytes of a userdata or the pointer of a light one, or NULL. */
void *lua_to_userdata(lua_state *L, int index);
lua_function lua_to_function(lua_state *L, int index);
lua_state *lua_to_thread(lua_state *L, int index);
/* The address of a collectable value: good for telling values apart. */
const void *lua_to_address(lua_state *L, int index);
/* # without metamethods: bytes of a string or userdata, border of a table, else 0. */
size_t lua_length(lua_state *L, int index);

bool lua_raw_equal(lua_state *L, int a, int b);
/* [raises] == with metamethods. */
bool lua_equal(lua_state *L, int a, int b);
/* [raises] < with metamethods. */
bool lua_less(lua_state *L, int a, int b);
/* [raises] Joins the n top values with `..`, leaving the result. */
void lua_concat(lua_state *L, int n);

/* ---- tables ---- */

/* [raises] Replaces the key on top with table[key], metamethods included. */
void lua_get(lua_state *L, int table);
/* [raises] Pushes table[name], metamethods included. */
void lua_get_field(lua_state *L, int table, const char *name);
/* [raises] table[key] = value for the two top values (value on top), which it pops. */
void lua_set(lua_state *L, int table);
/* [raises] Pops the value for table[name]. */
void lua_set_field(lua_state *L, int table, const char *name);
/* As the above without metamethods. Setting [raises] on a read-only table and on nil or NaN keys. */
void lua_raw_get(lua_state *L, int table);
void lua_raw_set(lua_state *L, int table);
void lua_raw_get_index(lua_state *L, int table, size_t index);
void lua_raw_set_index(lua_state *L, int table, size_t index);
void lua_raw_get_field(lua_state *L, int table, const char *name);
void lua_raw_set_field(lua_state *L, int table, const char *name);
/* [raises] Pops a key, pushes the next key and its value and returns true; at the end pushes nothing. */
bool lua_next(lua_state *L, int table);
/* The same for a table that doesn't change meanwhile, without looking for the last key again: pushes the key and value found at a
 * place (0 at first) or behind it, and returns the place to go on from; 0 at the end, when nothing is pushed. */
size_t lua_walk(lua_state *L, int table, size_t place);
/* How many entries a table has. *highest is the highest key when all are whole numbers from 1 to 2^31 - 1, else 0. */
size_t lua_count(lua_state *L, int table, size_t *highest);
/* Pushes the metatable, if there is one. */
bool lua_get_metatable(lua_state *L, int index);
/* [raises] Pops a table or nil and makes it the metatable of the value (of all values of its type for scalars). */
void lua_set_metatable(lua_state *L, int index);
/* Pushes field `name` of the value's metatable, if there is one. */
bool lua_get_metafield(lua_state *L, int index, const char *name);
/* Forbids or allows stores into the table; a store raises "Attempt to modify a readonly table". */
void lua_readonly_set(lua_state *L, int table, bool readonly);
bool lua_readonly(lua_state *L, int table);
/* Pushes the environment of a function, userdata or thread (else nil). */
void lua_get_environment(lua_state *L, int index);
/* Pops a table and makes it the environment; false when the value can't have one. */
bool lua_set_environment(lua_state *L, int index);

/* ---- running ---- */

/* Compiles text and pushes the function; or pushes the message and returns LUA_ERROR_SYNTAX or LUA_ERROR_MEMORY.
 * `name` is "@file", "=words" or the text itself. Bytecode is not accepted. */
lua_status lua_load(lua_state *L, const char *text, size_t length, const char *name);
/* [raises] Calls the function below its n arguments, leaving so many results. */
void lua_call(lua_state *L, int arguments, int results);
/* As lua_call, but catches: on error leaves just the error value (passed through the function at index `handler`, which
 * runs before unwinding; 0 for none). Fatal errors are caught too: a host function that isn't the outermost one should
 * pass a status for which lua_is_fatal holds on with lua_rethrow. */
lua_status lua_protected_call(lua_state *L, int arguments, int results, int handler);
bool lua_is_fatal(lua_status status);
/* Starts or continues a coroutine with n values from its own stack; results are left there. */
lua_status lua_resume(lua_state *L, int arguments);
/* `return lua_yield(L, n)` hands n values to lua_resume's caller. */
int lua_yield(lua_state *L, int results);
/* LUA_OK, LUA_YIELD or the error the thread died of. */
lua_status lua_thread_status(lua_state *L);

/* Raises the top value. */
_Noreturn void lua_raise(lua_state *L);
/* Raises the top value past every pcall of the script, up to the host. */
_Noreturn void lua_raise_fatal(lua_state *L);
/* Raises the top value with a status lua_protected_call returned. */
_Noreturn void lua_rethrow(lua_state *L, lua_status status);
/* Raises a formatted message with the position of the caller ("chunk:line: "). */
_Noreturn void lua_fail(lua_state *L, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Raises "bad argument #n to 'name' (message)". */
_Noreturn void lua_bad_argument(lua_state *L, int argument, const char *message);
_Noreturn void lua_bad_type(lua_state *L, int argument, const char *expected);
/* Counts work done in C against the limits and the hook; [raises] as they do. */
void lua_tick(lua_state *L, int work);

/* ---- arguments of host functions: all [raise] a bad argument error ---- */

double lua_check_number(lua_state *L, int argument);
int64_t lua_check_integer(lua_state *L, int argument);
const char *lua_check_string(lua_state *L, int argument, size_t *length);
void lua_check_table(lua_state *L, int argument);
void lua_check_function(lua_state *L, int argument);
void lua_check_any(lua_state *L, int argument);
double lua_default_number(lua_state *L, int argument, double otherwise);
int64_t lua_default_integer(lua_state *L, int argument, int64_t otherwise);

/* ---- where am I ---- */

/* What runs at `level` (0 is the running function, 1 its caller). Texts live as long as the function. */
typedef struct {
    const char *source;   /* the name given to lua_load; "=[C]" for host functions */
    char short_source[80];
    int line;             /* -1 for host functions */
    int defined;          /* line of the definition; 0 is a main chunk, -1 a host function */
    const char *name;     /* NULL when unknown */
    const char *kind;     /* "global", "local", "method", "field", "upvalue" or "" */
} lua_location;
bool lua_locate(lua_state *L, int level, lua_location *out);
/* [raises] Pushes "chunk:line: " of the function at level, or "" when unknown. */
void lua_push_where(lua_state *L, int level);
/* [raises] Pushes a stack traceback of `of`, after `message` if not NULL. */
void lua_push_traceback(lua_state *L, lua_state *of, const char *message, int level);
/* Pushes the name and the value of a local at `level`; NULL (and nothing) when there is no nth one. */
const char *lua_push_local(lua_state *L, int level, int n);

/* ---- registration ---- */

typedef struct {
    const char *name;
    lua_function function;
} lua_entry;

/* [raises] Sets the functions, up to one with a NULL name, in the table on top. */
void lua_register(lua_state *L, const lua_entry *entries);
/* [raises] Makes (or finds) the table globals[name], sets the functions in it and leaves it on top. */
void lua_register_library(lua_state *L, const char *name, const lua_entry *entries);
/* [raises] Keeps the popped value in the registry and returns its ticket. */
int lua_keep(lua_state *L);
/* Pushes a kept value. */
void lua_push_kept(lua_state *L, int ticket);
void lua_release(lua_state *L, int ticket);

/* ---- collection ---- */

/* [raises] A full collection, with the finalisers. */
void lua_collect(lua_state *L);
/* The piece of work that is due by what has been allocated, if any: for a host whose scripts are short. [raises] likewise. */
void lua_collect_due(lua_state *L);
/* A bounded piece of work, about `kilobytes` worth; true when a cycle ended. */
bool lua_collect_step(lua_state *L, int kilobytes);
void lua_collect_stop(lua_state *L);
void lua_collect_restart(lua_state *L);
/* Per cents as in collectgarbage('setpause'|'setstepmul'); return the previous value. */
int lua_collect_pause(lua_state *L, int percent);
int lua_collect_speed(lua_state *L, int percent);

/* ---- growing strings ---- */

/* Bytes under construction. The memory is a userdata-like object anchored on the stack at `slot`, so that errors can't
 * leak it: while a buffer is open, only values above its slot may be pushed and popped. */
typedef struct {
    lua_state *L;
    char *data;
    size_t length, capacity;
    int slot;
    char local[512];
} lua_buffer;
/* [raises] Pushes the anchor. */
void lua_buffer_open(lua_buffer *b, lua_state *L);
/* [raises] Returns room for n more bytes; follow with lua_buffer_added. */
char *lua_buffer_room(lua_buffer *b, size_t n);
void lua_buffer_added(lua_buffer *b, size_t n);
void lua_buffer_byte(lua_buffer *b, char c);
void lua_buffer_bytes(lua_buffer *b, const char *data, size_t n);
/* [raises] Replaces the anchor, and anything above it, with the string. */
void lua_buffer_close(lua_buffer *b);

#endif
