/* reply.c -- RESP2 and RESP3, one function a kind of answer. */
#include "server/reply.h"
#include "base/assert.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"
#include "data/listpack.h"
#include "server/client.h"
#include "server/command.h"
#include "server/error_stats.h"
#include "server/output.h"
#include <stdarg.h>
#include <stdio.h>

enum { HEADER_MAX = 32, SHORT_BULK = 4096 };

static bool resp3(const call *c) { return c->client->protocol == 3; }

static void append(call *c, const void *at, size_t len) {
    client *k = c->client;
    if (c->aside) {
        if (output_wanted(k)) bytes_append(&k->aside, slice_make(at, len));
    } else if (len > SHORT_BULK) {
        output_append(k, at, len);
    } else if (output_wanted(k)) {
        memcpy(output_room(k, len), at, len);
        output_used(k, len);
    }
}

static void one(call *c, const void *at, size_t len) {
    c->owed--;
    append(c, at, len);
}

#define ONE(c, literal) one((c), "" literal, sizeof(literal) - 1)

static size_t header(char *out, char mark, int64_t n) {
    size_t len = 2;
    out[0] = mark;
    if (n >= 0 && n < 10) out[1] = (char)('0' + n);
    else len = 1 + (size_t)number_print_int(out + 1, n);
    out[len++] = '\r';
    out[len++] = '\n';
    return len;
}

static void numbered(call *c, char mark, int64_t n) {
    char text[HEADER_MAX];
    if (c->aside) append(c, text, header(text, mark, n));
    else if (output_wanted(c->client)) output_used(c->client, header(output_room(c->client, HEADER_MAX), mark, n));
}

void reply_ok(call *c) { ONE(c, "+OK\r\n"); }

void reply_status(call *c, const char *text) { reply_status_slice(c, slice_of(text)); }

/* A line of the protocol: what comes from users must not end it early. */
static void line(call *c, char mark, slice text) {
    if (!c->aside && text.len <= SHORT_BULK) {
        c->owed--;
        if (!output_wanted(c->client)) return;
        char *to = output_room(c->client, text.len + 3), *at = to;
        *at++ = mark;
        for (size_t i = 0; i < text.len; i++) *at++ = text.at[i] == '\r' || text.at[i] == '\n' ? ' ' : text.at[i];
        *at++ = '\r';
        *at++ = '\n';
        output_used(c->client, (size_t)(at - to));
        return;
    }
    bytes *b = bytes_new(text.len + 3);
    bytes_append_char(&b, mark);
    bytes_append(&b, text);
    text_flatten(b);
    bytes_append_text(&b, "\r\n");
    one(c, b->at, b->len);
    bytes_free(b);
}

void reply_status_slice(call *c, slice text) { line(c, '+', text); }

void reply_error_slice(call *c, slice text) {
    c->failed = true;
    error_stats_count(text);
    line(c, '-', text);
}

void reply_error(call *c, const char *text) { reply_error_slice(c, slice_of(text)); }

void reply_errorf(call *c, const char *format, ...) {
    char room[512];
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(room, sizeof room, format, args);
    if (len < (int)sizeof room) {
        reply_error_slice(c, slice_make(room, (size_t)len));
    } else {
        bytes *text = bytes_new((size_t)len);
        vsnprintf(text->at, (size_t)len + 1, format, again);
        reply_error_slice(c, slice_make(text->at, (size_t)len));
        bytes_free(text);
    }
    va_end(again);
    va_end(args);
}

void reply_int(call *c, int64_t n) {
    if (n == 0) {
        ONE(c, ":0\r\n");
    } else if (n == 1) {
        ONE(c, ":1\r\n");
    } else {
        c->owed--;
        numbered(c, ':', n);
    }
}

static size_t bulk(char *to, slice s) {
    size_t len = header(to, '$', (int64_t)s.len);
    memcpy(to + len, s.at, s.len);
    memcpy(to + len + s.len, "\r\n", 2);
    return len + s.len + 2;
}

void reply_bulk(call *c, slice s) {
    client *k = c->client;
    c->owed--;
    if (s.len <= SHORT_BULK && !c->aside) {
        if (!output_wanted(k)) return;
        output_used(k, bulk(output_room(k, s.len + HEADER_MAX), s));
        return;
    }
    numbered(c, '$', (int64_t)s.len);
    append(c, s.at, s.len);
    append(c, "\r\n", 2);
}

/* The entries that are sure to fit go straight into one piece of room. */
static const uint8_t *entries_into(call *c, const uint8_t *p, long *left) {
    enum { PIECE = 4096 };
    char *to = output_room(c->client, PIECE), *at = to, *full = to + PIECE - HEADER_MAX;
    char number[NUMBER_INT_TEXT];
    while (p && *left) {
        listpack_value v;
        const uint8_t *next = listpack_read(p, &v);
        if (!v.text.at) v.text = slice_make(number, (size_t)number_print_int(number, v.number));
        if (at + v.text.len > full) break;
        at += bulk(at, v.text);
        p = next;
        --*left;
    }
    output_used(c->client, (size_t)(at - to));
    return p;
}

long reply_entries(call *c, const uint8_t *p, long most) {
    long left = most;
    while (p && left) {
        long before = left;
        if (!c->aside && output_wanted(c->client)) p = entries_into(c, p, &left);
        c->owed -= before - left;
        if (!p || left < before) continue;
        listpack_value v;
        p = listpack_read(p, &v);
        if (v.text.at) reply_bulk(c, v.text);
        else reply_bulk_int(c, v.number);
        left--;
    }
    return most - left;
}

void reply_bulk_text(call *c, const char *text) { reply_bulk(c, slice_of(text)); }

void reply_bulk_int(call *c, int64_t n) {
    char room[NUMBER_INT_TEXT];
    reply_bulk(c, slice_make(room, (size_t)number_print_int(room, n)));
}

void reply_bulk_double(call *c, double d) {
    char room[NUMBER_DOUBLE_TEXT];
    reply_bulk(c, slice_make(room, (size_t)number_print_double(room, d)));
}

void reply_double(call *c, double d) {
    char room[NUMBER_DOUBLE_TEXT + 3];
    if (!resp3(c)) {
        reply_bulk_double(c, d);
        return;
    }
    room[0] = ',';
    size_t len = 1 + (size_t)number_print_double(room + 1, d);
    room[len++] = '\r';
    room[len++] = '\n';
    one(c, room, len);
}

void reply_null(call *c) {
    if (resp3(c)) ONE(c, "_\r\n");
    else ONE(c, "$-1\r\n");
}

void reply_null_array(call *c) {
    if (resp3(c)) ONE(c, "_\r\n");
    else ONE(c, "*-1\r\n");
}

void reply_bool(call *c, bool b) {
    if (!resp3(c)) reply_int(c, b);
    else if (b) ONE(c, "#t\r\n");
    else ONE(c, "#f\r\n");
}

void reply_bignum(call *c, slice digits) {
    if (resp3(c)) line(c, '(', digits);
    else reply_bulk(c, digits);
}

void reply_verbatim(call *c, const char *format, slice s) {
    if (!resp3(c)) {
        reply_bulk(c, s);
        return;
    }
    c->owed--;
    numbered(c, '=', (int64_t)s.len + 4);
    append(c, format, 3);
    append(c, ":", 1);
    append(c, s.at, s.len);
    append(c, "\r\n", 2);
}

static void aggregate(call *c, char mark, long n, long owes) {
    c->owed += owes - 1;
    numbered(c, mark, n);
}

void reply_array(call *c, long n) { aggregate(c, '*', n, n); }
void reply_set(call *c, long n) { aggregate(c, resp3(c) ? '~' : '*', n, n); }
void reply_map(call *c, long n) { aggregate(c, resp3(c) ? '%' : '*', resp3(c) ? n : 2 * n, 2 * n); }
void reply_empty_array(call *c) { reply_array(c, 0); }

void reply_push(call *c, long n) {
    c->owed += n;
    numbered(c, resp3(c) ? '>' : '*', n);
}

void reply_attribute(call *c, long n) {
    assert(resp3(c));
    c->owed += 2 * n;
    numbered(c, '|', n);
}

/* -- sizes known later -------------------------------------------------------------- */

open_reply reply_later(call *c) {
    if (!output_wanted(c->client)) return (open_reply){ .owed = c->owed };
    output_place mark = output_mark(c->client);
    return (open_reply){ mark.chunk, mark.at, c->owed };
}

static void fill(call *c, open_reply l, char mark, long n, long elements) {
    assert(l.owed - c->owed == elements);
    c->owed = l.owed - 1;
    if (!l.chunk) return;
    char text[HEADER_MAX];
    output_fill_mark(c->client, (output_place){ l.chunk, l.at }, text, header(text, mark, n));
}

void reply_later_array(call *c, open_reply l, long n) { fill(c, l, '*', n, n); }
void reply_later_set(call *c, open_reply l, long n) { fill(c, l, resp3(c) ? '~' : '*', n, n); }
void reply_later_map(call *c, open_reply l, long n) { fill(c, l, resp3(c) ? '%' : '*', resp3(c) ? n : 2 * n, 2 * n); }

void reply_later_bulk(call *c, open_reply l, slice s) {
    char text[OUTPUT_MARK_BYTES];
    c->owed--;
    if (!l.chunk) return;
    size_t len = header(text, '$', (int64_t)s.len);
    assert(len + s.len + 2 <= sizeof text);
    memcpy(text + len, s.at, s.len);
    memcpy(text + len + s.len, "\r\n", 2);
    output_fill_mark(c->client, (output_place){ l.chunk, l.at }, text, len + s.len + 2);
}

void reply_raw(call *c, slice encoded) { one(c, encoded.at, encoded.len); }

call call_for(client *k) { return (call){ .client = k, .owed = 1L << 40, .aside = k->flags & CLIENT_EXECUTING }; }

/* -- frequent errors ------------------------------------------------------------------ */

void reply_syntax_error(call *c) { reply_error(c, "ERR syntax error"); }
void reply_wrong_type(call *c) { reply_error(c, "WRONGTYPE Operation against a key holding the wrong kind of value"); }
void reply_wrong_arity(call *c) { reply_errorf(c, "ERR wrong number of arguments for '%s' command", c->command->row->name); }

void reply_unknown_subcommand(call *c) {
    bytes *upper = bytes_copy(c->argv[0]);  /* as the client calls it */
    text_to_upper(upper->at, upper->len);
    slice sub = c->argc > 1 ? c->argv[1] : (slice){ "", 0 };
    if (sub.len > 128) sub.len = 128;
    reply_errorf(c, "ERR unknown subcommand or wrong number of arguments for '%.*s'. Try %s HELP.", SLICE_ARGS(sub), upper->at);
    bytes_free(upper);
}

void reply_help(call *c, const char *const *lines) {
    long n = 0;
    while (lines[n]) n++;
    bytes *head = bytes_copy(slice_make(c->command->row->name, strcspn(c->command->row->name, "|")));
    for (size_t i = 0; i < head->len; i++) if (head->at[i] >= 'a' && head->at[i] <= 'z') head->at[i] -= 32;
    bytes_append_text(&head, " <subcommand> [<arg> [value] [opt] ...]. Subcommands are:");
    reply_array(c, n + 3);
    reply_status_slice(c, bytes_slice(head));
    for (long i = 0; i < n; i++) reply_status(c, lines[i]);
    reply_status(c, "HELP");
    reply_status(c, "    Print this help.");
    bytes_free(head);
}
