/* side.h -- one server that random commands are said to, on one connection. */
#ifndef TESTS_FUZZ_SIDE_H
#define TESTS_FUZZ_SIDE_H
#include "fuzz/grammar.h"
#include "transcript_voice.h"

enum { WORDS_MAX = 64 };

typedef struct {
    span words[WORDS_MAX];
    int count;
    unsigned traits;
} command;

typedef struct {
    arena memory; /* replies of the last exchange */
    voices line;
} side;

span span_of(const char *text);
command command_parse(arena *a, const char *text, unsigned traits);

void side_begin(side *s, const char *host, int port);
/* Gives back the replies so far; what has been read but not looked at yet is kept. */
void side_forget(side *s);
/* Says it and waits; NULL when the connection broke. */
reply *side_ask(side *s, const command *c);
reply *side_ask_line(side *s, const char *text);
#endif
