#include "transcript_reply.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    arena *owner;
    const char *data;
    size_t length, at;
    bool bad; /* set for bytes that are no RESP; otherwise a failure means that more are needed */
} reader;

static reply *read_one(reader *r);

static bool line_read(reader *r, span *line) {
    const char *from = r->data + r->at, *end = memchr(from, '\r', r->length - r->at);
    if (!end || end + 1 == r->data + r->length) return false;
    if (end[1] != '\n') {
        r->bad = true;
        return false;
    }
    *line = (span){arena_copy(r->owner, from, (size_t)(end - from)), (size_t)(end - from)};
    r->at += line->length + 2;
    return true;
}

static bool number_read(reader *r, span line, long *number) {
    char *end;
    *number = strtol(line.at, &end, 10);
    r->bad = !line.length || *end;
    return !r->bad;
}

static reply *reply_new(reader *r, reply_kind kind, span text) {
    reply *out = arena_alloc(r->owner, sizeof *out);
    out->kind = kind;
    out->text = text;
    return out;
}

static reply *string_read(reader *r, reply_kind kind, span line) {
    long length;
    if (!number_read(r, line, &length)) return NULL;
    if (length < 0) return reply_new(r, REPLY_NULL, (span){"", 0});
    if (r->length - r->at < (size_t)length + 2) return NULL;
    const char *from = r->data + r->at;
    r->bad = memcmp(from + length, "\r\n", 2) != 0;
    if (r->bad) return NULL;
    r->at += (size_t)length + 2;
    size_t skip = kind == REPLY_VERBATIM && length >= 4 ? 4 : 0;
    return reply_new(r, kind, (span){arena_copy(r->owner, from + skip, (size_t)length - skip), (size_t)length - skip});
}

static reply *aggregate_read(reader *r, reply_kind kind, span line) {
    long count;
    if (!number_read(r, line, &count)) return NULL;
    if (count < 0) return reply_new(r, REPLY_NULL, (span){"", 0});
    reply *out = reply_new(r, kind, line);
    out->count = (size_t)count * (kind == REPLY_MAP || kind == REPLY_ATTRIBUTE ? 2 : 1);
    if (out->count > r->length - r->at) return NULL;
    out->element = arena_alloc(r->owner, out->count * sizeof *out->element);
    for (size_t i = 0; i < out->count; i++)
        if (!(out->element[i] = read_one(r))) return NULL;
    if (kind != REPLY_ATTRIBUTE) return out;
    reply *next = read_one(r);
    if (next) next->attribute = out;
    return next;
}

static reply *read_one(reader *r) {
    static const char letters[] = "+-:$_*,#(=%~>|";
    static const reply_kind kinds[] = {REPLY_STATUS, REPLY_ERROR,  REPLY_INTEGER, REPLY_BULK,     REPLY_NULL,
                                       REPLY_ARRAY,  REPLY_DOUBLE, REPLY_BOOL,    REPLY_BIGNUM,   REPLY_VERBATIM,
                                       REPLY_MAP,    REPLY_SET,    REPLY_PUSH,    REPLY_ATTRIBUTE};
    if (r->at == r->length) return NULL;
    const char *letter = r->data[r->at] ? strchr(letters, r->data[r->at]) : NULL;
    if (!letter) {
        r->bad = true;
        return NULL;
    }
    span line;
    r->at++;
    if (!line_read(r, &line)) return NULL;
    reply_kind kind = kinds[letter - letters];
    switch (kind) {
    case REPLY_BULK:
    case REPLY_VERBATIM: return string_read(r, kind, line);
    case REPLY_ARRAY:
    case REPLY_MAP:
    case REPLY_SET:
    case REPLY_PUSH:
    case REPLY_ATTRIBUTE: return aggregate_read(r, kind, line);
    default: return reply_new(r, kind, line);
    }
}

long reply_read(arena *a, const char *data, size_t length, reply **out) {
    reader r = {.owner = a, .data = data, .length = length};
    *out = read_one(&r);
    return *out ? (long)r.at : r.bad ? -1 : 0;
}

bool reply_is_aggregate(const reply *r) {
    return (r->kind == REPLY_ARRAY || r->kind == REPLY_MAP || r->kind == REPLY_SET || r->kind == REPLY_PUSH) &&
           r->count;
}

char reply_sigil(const reply *r) {
    return r->kind == REPLY_MAP ? '#' : r->kind == REPLY_SET ? '~' : r->kind == REPLY_PUSH ? '>' : ')';
}

bool reply_is_page(const reply *r) {
    if (r->kind == REPLY_VERBATIM) return true;
    return r->kind == REPLY_BULK && memchr(r->text.at, '\n', r->text.length) && !memchr(r->text.at, 0, r->text.length);
}

const char *reply_leaf(arena *a, const reply *r) {
    builder b = {.owner = a};
    switch (r->kind) {
    case REPLY_STATUS: builder_text(&b, r->text.at); break;
    case REPLY_ERROR: builder_format(&b, "(error) %s", r->text.at); break;
    case REPLY_INTEGER: builder_format(&b, "(integer) %s", r->text.at); break;
    case REPLY_BULK:
    case REPLY_VERBATIM: builder_quoted(&b, r->text.at, r->text.length); break;
    case REPLY_NULL: builder_text(&b, "(nil)"); break;
    case REPLY_DOUBLE: builder_format(&b, "(double) %s", r->text.at); break;
    case REPLY_BOOL: builder_text(&b, r->text.at[0] == 't' ? "(true)" : "(false)"); break;
    case REPLY_BIGNUM: builder_format(&b, "(big number) %s", r->text.at); break;
    case REPLY_ARRAY: builder_text(&b, "(empty array)"); break;
    case REPLY_MAP: builder_text(&b, "(empty hash)"); break;
    case REPLY_SET: builder_text(&b, "(empty set)"); break;
    default: builder_text(&b, "(empty push)"); break;
    }
    return b.at;
}

static void show(builder *b, const reply *r, size_t indent);

static void show_page(builder *b, const reply *r, size_t indent) {
    size_t length = r->text.length;
    while (length && (r->text.at[length - 1] == '\n' || r->text.at[length - 1] == '\r')) length--;
    for (size_t i = 0; i < length; i++) {
        if (r->text.at[i] != '\r') builder_add(b, &r->text.at[i], 1);
        if (r->text.at[i] == '\n') builder_format(b, "%*s", (int)indent, "");
    }
}

static void show_elements(builder *b, const reply *r, size_t indent) {
    size_t step = r->kind == REPLY_MAP ? 2 : 1, last = r->count / step;
    int digits = snprintf(NULL, 0, "%zu", last);
    for (size_t i = 0; i < last; i++) {
        if (i) builder_format(b, "\n%*s", (int)indent, "");
        builder_format(b, "%*zu%c ", digits, i + 1, reply_sigil(r));
        show(b, r->element[i * step], indent + (size_t)digits + 2);
        if (step == 1) continue;
        builder value = {.owner = b->owner};
        show(&value, r->element[i * step + 1], indent + (size_t)digits + 2);
        builder_text(b, " => ");
        if (strchr(value.at, '\n')) builder_format(b, "\n%*s", (int)indent + digits + 2, "");
        builder_text(b, value.at);
    }
}

static void show(builder *b, const reply *r, size_t indent) {
    if (r->attribute) {
        builder_text(b, "(attribute)\n");
        reply shown = *r->attribute;
        shown.kind = REPLY_MAP;
        builder_format(b, "%*s", (int)indent, "");
        show(b, &shown, indent);
        builder_format(b, "\n%*s", (int)indent, "");
    }
    if (reply_is_aggregate(r))
        show_elements(b, r, indent);
    else if (indent == 0 && reply_is_page(r) && r->text.length)
        show_page(b, r, indent);
    else
        builder_text(b, reply_leaf(b->owner, r));
}

const char *reply_show(arena *a, const reply *r) {
    builder b = {.owner = a};
    show(&b, r, 0);
    return b.at;
}
