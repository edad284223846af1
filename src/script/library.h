/* library.h -- libraries of functions: what FUNCTION LOAD brings and FCALL calls (scripting.md section 18).
 *
 * Libraries live in a set, found by their names, and so do their functions, found by theirs in lower case whatever library
 * they belong to. All share one engine, whose globals are hidden while a library's code runs: all it sees then is `redis`
 * with register_function and log. A set owns its libraries, a library its functions. */
#ifndef SCRIPT_LIBRARY_H
#define SCRIPT_LIBRARY_H
#include "data/table.h"
#include "lua/lua.h"

struct library;

typedef struct library_function {
    bytes *name, *key;                      /* as registered; in lower case */
    bytes *description;                     /* NULL when there is none */
    int ticket;                             /* of the callback */
    unsigned flags;                         /* enum script_flag */
    struct library *library;
    struct library_function *next;          /* of the same library, in order of registration */
} library_function;

typedef struct library {
    bytes *name, *code;
    library_function *first, *last;
    size_t count;
} library;

typedef struct library_set {
    table *libraries, *functions;
    size_t bytes;                           /* what they occupy, tables excepted */
} library_set;

library_set *library_set_new(void);
void library_set_free(library_set *s);      /* NULL is fine */
size_t library_set_footprint(const library_set *s);
library *library_find(const library_set *s, slice name);
library_function *library_function_find(const library_set *s, slice name);
void library_remove(library_set *s, library *l);
/* Runs the code of a library and adds it, in place of one of that name when `replace`. It may run until os_mono_us reaches
 * the deadline (0: for ever). NULL leaves the set as it was and the error in *why (owned by the caller). */
library *library_load(library_set *s, slice code, bool replace, int64_t deadline_us, bytes **why);
/* Moves all libraries of `from` over, in place of those of their names when `replace`; or none, with the error in *why. */
bool library_set_join(library_set *s, library_set *from, bool replace, bytes **why);

/* The engine of functions, opened when it is first needed. */
lua_state *library_engine(void);
/* No set may be left; they had so many functions. */
void   library_engine_close(size_t functions);
size_t library_engine_bytes(void);

/* redis.register_function and the library that it adds to, NULL while none is being loaded: register.c. */
int  register_function(lua_state *L);
void register_into(library *l);
void library_function_free(library_function *f);
#endif
