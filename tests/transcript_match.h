/* transcript_match.h -- does a reply look like the lines a transcript states for it?
 *
 * The lines are redis-cli's notation with these liberties: `...` for any run of characters inside a line, any run of
 * lines in a page, any element, or (alone behind the last element) any further elements; `(integer) 90..100` and
 * `(double) 1.5..2`; `(any)`;
 * `(in any order)` or `(pairs in any order)` on the line before an aggregate. */
#ifndef TESTS_TRANSCRIPT_MATCH_H
#define TESTS_TRANSCRIPT_MATCH_H
#include "transcript_reply.h"

bool reply_matches(arena *a, const char *const *lines, size_t count, const reply *r);
#endif
