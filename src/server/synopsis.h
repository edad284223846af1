/* synopsis.h -- the grammar of a command, read from its one-line synopsis.
 *
 *     "@key value [condition: NX | XX] [GET] [expiration: EX #seconds | KEEPTTL]"
 *
 *     word        a string argument          TOKEN       a literal
 *     @word       a key                      'token'     a literal in lower case
 *     #word       an integer                 TOKEN word  a labelled argument
 *     %word       a double                   [ ... ]     optional
 *     *word       a glob pattern             { a | b }   exactly one of
 *     !word       a unix time                x ...       one or more
 *     &word       a channel                  name: ...   names the group it opens
 *     ( a b )     a sequence                 x +...      repeated together with its token
 *     (name: T)   a literal with a name that is not its own word
 *     @*word      a pattern that gives keys  x^6.2.0     new in that version
 *     word=shown  how a hint shows it        x^-2.8.12   out of favour since then
 *                                            x ...^2.4.0 more than one since then
 *
 * Arity, key positions and COMMAND DOCS all come from this tree, so a command states its shape once. Trees are built at
 * start-up and live as long as the process. */
#ifndef SERVER_SYNOPSIS_H
#define SERVER_SYNOPSIS_H
#include "base/slice.h"

enum term_kind { TERM_ARG, TERM_TOKEN, TERM_ALL, TERM_ONE };

typedef struct term {
    enum term_kind kind;
    char sigil;                             /* '@' '#' '%' '*' '!' '&' or 0, for TERM_ARG */
    bool key_pattern;                       /* '*' that names keys through what it matches */
    bool optional, repeated, repeated_token;
    slice name, token;                      /* token.len 0: none */
    slice shown, since, several, until;     /* len 0: shown as its name; always there, always repeated, still in favour */
    struct term *first, *next;              /* children of a group; the sibling to the right */
} term;

term *synopsis_parse(const char *text);
void  synopsis_free(term *t);
/* Least number of words the terms take; *open is set when they may take more. */
int   synopsis_words(const term *t, bool *open);

/* Where keys stand; see key_spec in command.h for the meaning. */
typedef struct key_place {
    slice keyword;                          /* search for this word, or len 0 */
    int first;                              /* else start at this word */
    bool counted;                           /* the word there counts the keys */
    int last, step, share;                  /* last key relative to first; stride; 1/share of the rest (0: all) */
} key_place;
/* Stores the places left to right and returns how many; word is the index of the first argument (1, or 2 in a subcommand). */
int   synopsis_keys(const term *t, int word, key_place *out, int cap);
#endif
