/* script.h -- one run of a script or function: its rights, its limits, its end.
 *
 * One runs at a time. While it takes longer than busy-reply-threshold the loop is served in between, and clients hear
 * BUSY. Effects of the run are gathered by propagate.h and leave together at its end. */
#ifndef SCRIPT_SCRIPT_H
#define SCRIPT_SCRIPT_H
#include "lua/lua.h"
#include "server/call.h"

enum script_flag {
    SCRIPT_NO_WRITES = 1, SCRIPT_ALLOW_OOM = 2, SCRIPT_ALLOW_STALE = 4, SCRIPT_NO_CLUSTER = 8, SCRIPT_ALLOW_CROSS_SLOT = 16,
    SCRIPT_COMPATIBLE = 32                  /* no shebang: rules of old, checked per command */
};
enum { SCRIPT_FLAGS = 5 };
extern const char *const script_flag_names[SCRIPT_FLAGS];       /* in the order of the bits */
/* The bit of a flag's name, 0 when there is none. */
unsigned script_flag_find(slice name, bool ignore_case);

typedef struct script_run {
    call *call;                             /* EVAL or FCALL */
    struct client *caller;                  /* who the script's own calls come from */
    slice name;                             /* the sha or the function's name */
    bool function;
    unsigned flags;                         /* enum script_flag */
    bool read_only;
    bool dirty;                             /* has written: can't be killed, and may go on writing */
    bool trusted;                           /* comes from the log or the primary: nothing is refused */
    bool killed;
    bool watched;                           /* in a session of the debugger */
    const char *busy;                       /* what others are told, once it takes long */
    int64_t started_us;
} script_run;

script_run *script_running(void);           /* NULL when none is */
bool script_lifts_refusals(void);           /* by DEBUG: commands that scripts may not run are let through, but those that run scripts */
/* The flags of a command that runs a script with these: what the script states takes the place of the command's own. */
unsigned script_command_flags(const call *c, unsigned flags);
/* May the command run a script with these flags? Otherwise the error has been replied. */
bool script_admit(call *c, unsigned flags, bool read_only_command);
/* The number of keys in argv[2]; -1 when an error has been replied, `wrong` if it is no number. */
long script_keys(call *c, const char *wrong);
/* Calls the function that stands below its arguments on top of L, and replies with what it returns. */
void script_execute(call *c, lua_state *L, int arguments, slice name, bool function, unsigned flags, bool read_only);
/* SCRIPT KILL and FUNCTION KILL. */
void script_kill(call *c, bool function);
/* Whoever loads a library: may run until os_mono_us reaches this; 0 for ever. */
void script_load_deadline(int64_t deadline_us);
void script_hook(lua_state *L, void *context);
/* The error table on top as text, with "script: name, on source:line." when known. */
bytes *script_error_text(lua_state *L, slice name);
#endif
