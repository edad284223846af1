/* text.h -- words, quotes and globs. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H
#include "base/slice.h"

/* Splits a line into words by blanks with the quoting rules of inline commands, redis.conf and redis-cli:
 * "..." knows \n \r \t \b \a \xHH and \c = c; '...' knows only \'; behind a closing quote stands a blank or the end.
 * Returns the number of words, or -1 for unbalanced quotes. The words are owned: text_free_words. */
int  text_split(slice line, bytes ***words);
void text_free_words(bytes **words, int count);
/* Appends the text in double quotes with \n \r \t \b \a \" \\ and \xHH for what does not print. */
void text_quote(bytes **out, slice s);

/* Glob: * ? [abc] [a-z] [^x] \x; bytes, not UTF-8; behaviour.md section 24. Linear in the text for each star
 * (no exponential patterns): a match goes back to the latest star only. One that needs more than 1000 stars fails. */
bool text_glob(slice pattern, slice s, bool ignore_case);

char text_lower(char c);
void text_to_lower(char *at, size_t len);
void text_to_upper(char *text, size_t len);
/* 1-based line-friendly hex: two lower-case digits a byte. */
void text_hex(char *out, const uint8_t *at, size_t len);
bool text_unhex(uint8_t *out, slice hex);
/* A copy in which CR and LF have become blanks: what user data must pass through before it is part of an error. */
void text_flatten(bytes *b);
#endif
