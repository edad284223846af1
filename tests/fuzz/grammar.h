/* grammar.h -- random commands from one line each.
 *
 * A row's words are separated by blanks:
 *     $s $l $h $e $z $x $g $p $q  a key of that type (string list hash set zset stream geo hyperloglog, zset of equal
 * scores), now and then of another; $k any key #v value  #m member  #f field  #i integer  #h hostile number  #n small
 * positive count  #r index  #d double  #b score bound  #y lex bound  #t far time in seconds (#K in milliseconds)  #T far
 * absolute time in seconds (#M in milliseconds)  #o small bit or byte offset  #I stream id  #G glob  #w width of a
 * bitfield  @0 a cursor  [ a b ] perhaps    { a | c } one of    < a b > one to four times    anything else stands for itself
 */
#ifndef TESTS_FUZZ_GRAMMAR_H
#define TESTS_FUZZ_GRAMMAR_H
#include "transcript_text.h"

#include <stdint.h>

typedef enum {
    ORDERED = 0,
    UNORDERED = 1, /* the reply's elements come in any order (at every depth) */
    PAIRS = 2,     /* pairs of them do */
    ABOUT = 4,     /* integers may differ a little: the servers were asked at different moments */
    EXACT = 8,     /* never mutate it: it could allocate or wait too much */
    COUNT = 16,    /* only the number of elements is the same */
    LATELY = 32,   /* like ABOUT, in milliseconds */
    SCAN = 64,     /* its word @0 is a cursor: walked to the end, what was found is compared */
    CROSSWISE = 128, /* DUMP a b: each server restores as b what the other dumped of a */
} trait;

typedef struct {
    const char *topic, *words;
    unsigned traits;
} row;

extern const row rows[];
extern const size_t row_count;

/* A generator that gives the same numbers for the same seed. */
uint64_t random_next(uint64_t *state);
uint64_t random_below(uint64_t *state, uint64_t limit);

/* One random command of the row; returns the number of words. */
int command_make(arena *a, const row *r, uint64_t *state, span *words, int room);

/* Spoils a command: drops, doubles, swaps or replaces a word. */
int command_spoil(uint64_t *state, span *words, int count);
#endif
