/* setting.h -- how a directive of redis.conf is declared, beside the code that uses it.
 *
 * A row names where the value lives; config.c parses, checks, prints, rolls back and rewrites. The kind decides the C
 * type of *at:
 *     SETTING_BOOL bool      SETTING_INT int64_t      SETTING_MEMORY uint64_t      SETTING_TEXT bytes * (NULL is "")
 *     SETTING_ENUM int (index into words)             SETTING_OCTAL int64_t        SETTING_SPECIAL: get and set are given
 *     SETTING_BITS int: bit i-1 stands for the ith of words, nothing set for word 0
 * A row without `at` and functions is accepted, checked and shown, but its feature is not there: `absent` says in a word
 * what it would need, and a warning line tells so when it is set away from its default. config.c keeps its value. */
#ifndef SERVER_SETTING_H
#define SERVER_SETTING_H
#include "base/slice.h"

enum setting_kind {
    SETTING_BOOL, SETTING_INT, SETTING_MEMORY, SETTING_TEXT, SETTING_ENUM, SETTING_OCTAL, SETTING_SPECIAL, SETTING_BITS
};
enum setting_flag {
    SETTING_IMMUTABLE = 1, SETTING_PROTECTED = 2,
    SETTING_HIDDEN = 4,                     /* CONFIG GET shows it only when asked by its exact name */
    SETTING_SECRET = 8,
    SETTING_NO_LOADING = 16,                /* CONFIG SET is refused while loading */
    SETTING_MULTI = 32,                     /* the directive may repeat in the file, adding up: save */
    SETTING_PERCENT = 64,                   /* MEMORY kind may also be "N%" (stored negative as two's complement) */
    SETTING_WORDS = 128,                    /* several words in the file; for CONFIG SET one argument with blanks */
    /* A line of the file that is no setting (`user`): CONFIG GET and SET do not know it; each line goes to `set`, and
     * `lines` gives a rewrite those that must stand in the file (without it they stay as they are). */
    SETTING_DIRECTIVE = 256,
    SETTING_HIDDEN_ALIAS = 512              /* like HIDDEN, for the alias alone: it is Valkey's name */
};

typedef struct setting {
    const char *name;
    enum setting_kind kind;
    void *at;
    const char *initial;                    /* default, as text */
    int64_t least, most;                    /* INT, MEMORY (most 0: no bound) */
    const char *words;                      /* ENUM, BITS: "no|yes|local" */
    unsigned flags;
    const char *alias;                      /* a second name */
    /* Called after *at has changed (also on roll-back); returns NULL or why it cannot be. */
    const char *(*apply)(void);
    /* SPECIAL: prints the value as CONFIG GET has it; takes words (one without SETTING_WORDS): NULL or why not. */
    void (*get)(bytes **out);
    const char *(*set)(int argc, const slice *argv);
    const char *absent;
    const char *(*check)(slice value);      /* an extra test of TEXT, BITS and absent values before they are taken */
    int line_words;                         /* MULTI: how many words a line has when the file is rewritten */
    void (*lines)(void (*emit)(slice rest));
} setting;
#endif
