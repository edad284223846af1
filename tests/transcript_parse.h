/* transcript_parse.h -- a transcript file as a list of steps. tests/README.md is the manual of the notation.
 *
 * Parsing knows no sockets and runs nothing: the runner (transcript.c) and the simulator (sim/) walk the same steps in
 * their own worlds. */
#ifndef TESTS_TRANSCRIPT_PARSE_H
#define TESTS_TRANSCRIPT_PARSE_H
#include "transcript_text.h"

typedef enum {
    STEP_SEND,    /* voice> COMMAND: send; wait for the reply when one is stated */
    STEP_HEAR,    /* voice: REPLY */
    STEP_RAW,     /* !raw [voice] "bytes" */
    STEP_UNTIL,   /* !until 5s voice> COMMAND: repeat until the reply is as stated */
    STEP_REPEAT,  /* !repeat 200 voice> COMMAND with $i; no reply may be an error */
    STEP_LET,     /* !let name = [path of] voice> COMMAND, or !let name = "text" * 10 */
    STEP_RESP,    /* !resp 3 [voice] */
    STEP_WAIT,    /* !wait 1501ms */
    STEP_CRASH,   /* !crash, !crash early */
    STEP_RESTART, /* !restart */
    STEP_FILE,    /* !file NAME and the bytes, or !file NAME = FIXTURE */
    STEP_REFUSE,  /* !refuse: started again, it ends with status 1 and says why */
    STEP_TOOL,    /* !tool redis-check-aof ARGUMENTS */
    STEP_LOGGED,  /* !logged: lines that the server has logged since it started */
    STEP_EFFECTS, /* !effects: the commands that the log has received since the last time */
    STEP_SLOW,    /* !slow 20ms: from here on the disk, and making a child, takes so long */
} step_kind;

/* Which servers a step is meant for. */
typedef enum { FOR_ALL = 0, NOT_ORACLE = 1, ONLY_ORACLE = 2, NOT_VALKEY = 4, ONLY_VALKEY = 8 } step_audience;

typedef struct {
    step_kind kind;
    int line;
    unsigned audience;
    const char *voice; /* "" is the voice of a bare `>` */
    const char *text;  /* the command as written, before $names are replaced; the value of a !let */
    const char *name;  /* !let: the variable; with path "2.1" of its place in the reply, or NULL for the whole */
    const char *path;
    long number;           /* milliseconds of !wait and !until, times of !repeat, protocol of !resp */
    const char **expected; /* the reply's lines, without the voice's indentation */
    size_t expected_count;
    size_t last_line; /* index into the file's lines of the step's own line; replies are recorded behind it */
} step;

typedef struct {
    const char *path;
    const char **lines;
    size_t line_count;
    step *steps;
    size_t step_count;
    const char **config; /* lines for the server's configuration file */
    size_t config_count;
    unsigned audience; /* of the whole file */
    int error_line;    /* where reading failed, with the reason; 0 when it did not */
    const char *error;
} transcript;

/* Reads a file into the arena. Never returns NULL; look at error. */
transcript *transcript_read(arena *a, const char *path);

/* Is this step to be skipped on such a server? */
bool audience_excludes(unsigned audience, bool oracle, bool valkey);
#endif
