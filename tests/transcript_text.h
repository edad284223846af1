/* transcript_text.h -- strings for the transcript tools: an arena that owns everything read from one file, a growing
 * buffer, and the quoting of a command line.
 *
 * Everything handed out lives until arena_free; a `span` may hold NULs, a `const char *` is ordinary text. Nothing here
 * knows sockets. */
#ifndef TESTS_TRANSCRIPT_TEXT_H
#define TESTS_TRANSCRIPT_TEXT_H
#include <stdbool.h>
#include <stddef.h>

typedef struct arena_block arena_block;
typedef struct {
    arena_block *blocks;
} arena;

typedef struct {
    const char *at;
    size_t length;
} span;

/* A growing string inside an arena; at is NUL-terminated once something was added. */
typedef struct {
    arena *owner;
    char *at;
    size_t length, room;
} builder;

/* Zeroed memory that lives as long as the arena. */
void *arena_alloc(arena *a, size_t size);
char *arena_copy(arena *a, const char *text, size_t length);
void arena_free(arena *a);

void builder_add(builder *b, const void *data, size_t length);
void builder_text(builder *b, const char *text);
void builder_format(builder *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Adds the bytes as redis-cli prints a string: in double quotes, with escapes. */
void builder_quoted(builder *b, const char *data, size_t length);

/* Splits a line as redis-cli and inline requests do ("..." with escapes, '...', blanks between words); a word may be
 * followed by ` * 100`, which repeats it when `repeats` is set. Returns the number of words, or -1 when quotes are
 * unbalanced. */
int line_split(arena *a, const char *line, bool repeats, span **words);

/* Does the pattern, where "..." stands for any run of characters, cover the whole text? */
bool pattern_covers(const char *pattern, const char *text);
#endif
