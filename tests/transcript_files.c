#include "transcript_files.h"

#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool hex_spell(builder *b, span word) {
    if (!word.length || word.length % 2) return false;
    for (size_t i = 0; i < word.length; i += 2) {
        unsigned value;
        if (!isxdigit((unsigned char)word.at[i]) || sscanf(word.at + i, "%2x", &value) != 1) return false;
        builder_add(b, &(char){(char)value}, 1);
    }
    return true;
}

/* CRC-64 as Jones has it, reflected, bit by bit. */
static void sum_spell(builder *b) {
    uint64_t sum = 0;
    for (size_t i = 0; i < b->length; i++) {
        sum ^= (unsigned char)b->at[i];
        for (int bit = 0; bit < 8; bit++) sum = sum >> 1 ^ (sum & 1 ? 0x95ac9329ac4bc9b5 : 0);
    }
    for (int i = 0; i < 8; i++) builder_add(b, &(char){(char)(sum >> (8 * i))}, 1);
}

/* One word and what follows it; quoted text is told from hex by its first character. */
static bool word_spell(arena *a, builder *b, const char **line) {
    const char *p = *line, *end = p;
    bool quoted = *p == '"';
    if (quoted) {
        for (end = p + 1; *end && *end != '"'; end++) end += *end == '\\' && end[1];
        end += *end == '"';
        if (!strncmp(end, " * ", 3)) end += 3 + strspn(end + 3, "0123456789");
    } else {
        end += strcspn(p, " ");
    }
    span *words;
    *line = end + strspn(end, " ");
    if (line_split(a, arena_copy(a, p, (size_t)(end - p)), true, &words) != 1) return false;
    if (quoted) return builder_add(b, words[0].at, words[0].length), true;
    if (!strcmp(words[0].at, "crc64")) return sum_spell(b), true;
    return hex_spell(b, words[0]);
}

bool bytes_spell(arena *a, const char *const *lines, size_t count, span *out) {
    builder b = {.owner = a};
    builder_text(&b, "");
    for (size_t i = 0; i < count; i++)
        for (const char *p = lines[i] + strspn(lines[i], " "); *p && *p != '#';)
            if (!word_spell(a, &b, &p)) return false;
    *out = (span){b.at, b.length};
    return true;
}

span fixture_read(arena *a, const char *transcript, const char *name) {
    char path[600], chunk[4096];
    const char *slash = strrchr(transcript, '/');
    builder b = {.owner = a};
    snprintf(path, sizeof path, "%.*s../fixtures/%s", slash ? (int)(slash - transcript) + 1 : 0, transcript, name);
    FILE *f = fopen(path, "rb");
    if (!f) return (span){NULL, 0};
    builder_text(&b, "");
    for (size_t n; (n = fread(chunk, 1, sizeof chunk, f)) > 0;) builder_add(&b, chunk, n);
    fclose(f);
    return (span){b.at, b.length};
}

static bool is_plain(span word) {
    for (size_t i = 0; i < word.length; i++)
        if (!isgraph((unsigned char)word.at[i]) || strchr("\"'\\", word.at[i])) return false;
    return word.length > 0;
}

/* A line of `mark` and a number at *at. */
static bool header_read(span log, size_t *at, char mark, long *number) {
    const char *end = *at < log.length ? memchr(log.at + *at, '\n', log.length - *at) : NULL;
    if (!end || log.at[*at] != mark) return false;
    *number = strtol(log.at + *at + 1, NULL, 10);
    *at = (size_t)(end + 1 - log.at);
    return *number >= 0;
}

static bool command_show(builder *b, span log, size_t *at) {
    long words, length;
    size_t p = *at;
    builder line = {.owner = b->owner};
    builder_text(&line, b->length ? "\n" : "");
    if (!header_read(log, &p, '*', &words)) return false;
    for (long i = 0; i < words; i++) {
        if (!header_read(log, &p, '$', &length) || (size_t)length + 2 > log.length - p) return false;
        span word = {log.at + p, (size_t)length};
        if (i) builder_text(&line, " ");
        if (is_plain(word))
            builder_add(&line, word.at, word.length);
        else
            builder_quoted(&line, word.at, word.length);
        p += (size_t)length + 2;
    }
    builder_add(b, line.at, line.length);
    *at = p;
    return true;
}

const char *commands_show(arena *a, span log, size_t from, size_t *end) {
    builder b = {.owner = a};
    builder_text(&b, "");
    for (*end = from; *end < log.length;) {
        const char *line = log.at + *end, *stop = memchr(line, '\n', log.length - *end);
        if (*line != '#' && !command_show(&b, log, end)) break;
        if (*line != '#') continue;
        if (!stop) break;
        builder_format(&b, "%s%.*s", b.length ? "\n" : "", (int)strcspn(line, "\r\n"), line);
        *end = (size_t)(stop + 1 - log.at);
    }
    return b.at;
}
