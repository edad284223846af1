#include "transcript_text.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct arena_block {
    arena_block *next;
    max_align_t data[];
};

void *arena_alloc(arena *a, size_t size) {
    arena_block *block = calloc(1, sizeof *block + size);
    if (!block) abort();
    block->next = a->blocks;
    a->blocks = block;
    return block->data;
}

char *arena_copy(arena *a, const char *text, size_t length) {
    char *copy = arena_alloc(a, length + 1);
    if (length) memcpy(copy, text, length);
    return copy;
}

void arena_free(arena *a) {
    while (a->blocks) {
        arena_block *next = a->blocks->next;
        free(a->blocks);
        a->blocks = next;
    }
}

void builder_add(builder *b, const void *data, size_t length) {
    if (b->length + length + 1 > b->room) {
        size_t room = 2 * (b->length + length + 32);
        char *bigger = arena_alloc(b->owner, room);
        if (b->length) memcpy(bigger, b->at, b->length);
        b->at = bigger;
        b->room = room;
    }
    if (length) memcpy(b->at + b->length, data, length);
    b->length += length;
    b->at[b->length] = 0;
}

void builder_text(builder *b, const char *text) { builder_add(b, text, strlen(text)); }

void builder_format(builder *b, const char *format, ...) {
    char small[512];
    va_list list;
    va_start(list, format);
    int length = vsnprintf(small, sizeof small, format, list);
    va_end(list);
    if (length < 0) return;
    if ((size_t)length < sizeof small) {
        builder_add(b, small, (size_t)length);
        return;
    }
    char *large = arena_alloc(b->owner, (size_t)length + 1);
    va_start(list, format);
    vsnprintf(large, (size_t)length + 1, format, list);
    va_end(list);
    builder_add(b, large, (size_t)length);
}

void builder_quoted(builder *b, const char *data, size_t length) {
    static const char plain[] = "\\\"\n\r\t\a\b", letters[] = "\\\"nrtab";
    builder_text(b, "\"");
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)data[i];
        const char *known = c ? strchr(plain, c) : NULL;
        if (known)
            builder_format(b, "\\%c", letters[known - plain]);
        else if (c >= 32 && c < 127)
            builder_add(b, &data[i], 1);
        else
            builder_format(b, "\\x%02x", c);
    }
    builder_text(b, "\"");
}

static int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/* Reads one escape after the backslash at *p; leaves *p at its last character. */
static char escape_read(const char **p) {
    const char *s = ++*p;
    if (*s == 'x' && hex_digit(s[1]) >= 0 && hex_digit(s[2]) >= 0) {
        *p += 2;
        return (char)(hex_digit(s[1]) * 16 + hex_digit(s[2]));
    }
    switch (*s) {
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    case 'b': return '\b';
    case 'a': return '\a';
    default: return *s;
    }
}

/* Adds one quoted part; *p stands on its opening quote and ends behind the closing one. False when it never closes. */
static bool quoted_read(builder *b, const char **p) {
    char quote = *(*p)++;
    for (; **p && **p != quote; (*p)++) {
        char c = **p;
        if (quote == '"' && c == '\\' && (*p)[1])
            c = escape_read(p);
        else if (quote == '\'' && c == '\\' && (*p)[1] == '\'')
            c = *++*p;
        builder_add(b, &c, 1);
    }
    if (!**p) return false;
    (*p)++;
    return !**p || isspace((unsigned char)**p);
}

static bool word_read(builder *b, const char **p) {
    builder_text(b, "");
    while (**p && !isspace((unsigned char)**p)) {
        if (**p == '"' || **p == '\'') return quoted_read(b, p);
        builder_add(b, (*p)++, 1);
    }
    return true;
}

/* ` * 100` behind a word: how many times it stands there; 1 when there is no such thing. */
static size_t repeats_read(const char **p) {
    size_t times;
    int used = 0;
    if (sscanf(*p, " * %zu%n", &times, &used) < 1 || !used) return 1;
    *p += used;
    return times;
}

int line_split(arena *a, const char *line, bool repeats, span **words) {
    int count = 0;
    *words = arena_alloc(a, (strlen(line) / 2 + 2) * sizeof **words);
    for (const char *p = line;;) {
        while (isspace((unsigned char)*p)) p++;
        if (!*p) return count;
        builder b = {.owner = a};
        if (!word_read(&b, &p)) return -1;
        size_t times = repeats ? repeats_read(&p) : 1, length = b.length;
        char *one = arena_copy(a, b.at, length);
        for (; times > 1; times--) builder_add(&b, one, length);
        (*words)[count++] = (span){b.at, b.length};
    }
}

bool pattern_covers(const char *pattern, const char *text) {
    const char *resume = NULL, *from = NULL;
    for (;;) {
        if (!strncmp(pattern, "...", 3)) {
            pattern += 3;
            if (!*pattern) return true;
            resume = pattern;
            from = text;
        } else if (*pattern == *text) {
            if (!*text) return true;
            pattern++;
            text++;
        } else if (resume && *from) {
            pattern = resume;
            text = ++from;
        } else {
            return false;
        }
    }
}
