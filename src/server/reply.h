/* reply.h -- answers, in RESP2 or RESP3 as the client speaks (behaviour.md section 3).
 *
 * Every call gives exactly one reply: an aggregate of n owes n more (a map 2n). execute() asserts that nothing is owed
 * at the end. reply_* writes to the client of the call; a message to another client is a call of its own with that
 * client: call_for(). Bytes go to the client's queue of chunks and leave at settle, after the log is safe. */
#ifndef SERVER_REPLY_H
#define SERVER_REPLY_H
#include "server/call.h"

void reply_ok(call *c);
void reply_status(call *c, const char *text);           /* +text */
void reply_status_slice(call *c, slice text);           /* CR and LF become blanks */
/* "ERR syntax error": the code is part of the text, no dash. CR and LF become blanks; counted in errorstats. */
void reply_error(call *c, const char *text);
void reply_errorf(call *c, const char *format, ...) __attribute__((format(printf, 2, 3)));
void reply_error_slice(call *c, slice text);
void reply_int(call *c, int64_t n);
void reply_bulk(call *c, slice s);
void reply_bulk_text(call *c, const char *text);
void reply_bulk_int(call *c, int64_t n);                /* a bulk holding the number */
void reply_double(call *c, double d);                   /* , in RESP3; bulk in RESP2 */
void reply_bulk_double(call *c, double d);              /* a bulk in both */
void reply_null(call *c);                               /* $-1 or _ */
void reply_null_array(call *c);                         /* *-1 or _ */
void reply_bool(call *c, bool b);                       /* :1 :0 or #t #f */
void reply_bignum(call *c, slice digits);
void reply_verbatim(call *c, const char *format, slice s);      /* format "txt" or "mkd" */
void reply_array(call *c, long n);
void reply_map(call *c, long n);
void reply_set(call *c, long n);
void reply_push(call *c, long n);                       /* * in RESP2; counts as no reply of the call */
void reply_attribute(call *c, long n);                  /* RESP3 only; owes nothing */
void reply_empty_array(call *c);
void reply_syntax_error(call *c);                       /* ERR syntax error */
void reply_wrong_type(call *c);
void reply_wrong_arity(call *c);                        /* ERR wrong number of arguments for '...' command */
/* HELP: the head and tail lines are made here; lines ends with NULL. */
void reply_help(call *c, const char *const *lines);
/* Unknown subcommand inside a handler: ERR unknown subcommand or wrong number of arguments for '%s'. Try %s HELP. */
void reply_unknown_subcommand(call *c);

/* Consecutive entries of a listpack from p on (NULL: none), a bulk string each, at most so many; returns how many they were. */
long  reply_entries(call *c, const uint8_t *p, long most);

/* An aggregate whose size is known only later: reply_later marks the place, reply_later_array/map/set fills it in. Of several
 * open places the latest is filled first. */
typedef struct open_reply { struct chunk *chunk; uint32_t at; long owed; } open_reply;
open_reply reply_later(call *c);
void  reply_later_array(call *c, open_reply l, long n);
void  reply_later_map(call *c, open_reply l, long n);
void  reply_later_set(call *c, open_reply l, long n);
/* The place becomes a short bulk string (at most 20 bytes): a cursor known only after the elements. Nothing may have been
 * replied in between but what another, later place holds. */
void  reply_later_bulk(call *c, open_reply l, slice s);

/* Already encoded bytes (a cached reply, a script's); counts as one reply. */
void reply_raw(call *c, slice encoded);
/* A call that only carries a message to this client: it is sent after the reply of whatever the client is executing. */
call call_for(struct client *k);

/* Argument helpers: on failure they reply the usual error and return false. */
bool arg_int(call *c, slice s, int64_t *out);                           /* value is not an integer or out of range */
bool arg_int_or(call *c, slice s, int64_t *out, const char *error);     /* or that error */
/* value is out of range[, must be positive | , value must between A and B] */
bool arg_int_between(call *c, slice s, int64_t *out, int64_t least, int64_t most);
bool arg_double(call *c, slice s, double *out);                         /* value is not a valid float */
bool arg_timeout(call *c, slice s, bool seconds, int64_t *deadline_ms); /* blocking commands; 0 = for ever; unix ms */
bool arg_cursor(call *c, slice s, uint64_t *out);                       /* invalid cursor */

/* Output primitives for whoever writes whole messages: append bytes, take everything out again (scripts). */
void  output_append(struct client *k, const void *at, size_t len);
bytes *output_take(struct client *k);       /* all pending output as one block; the queue is empty afterwards */
void  output_free(struct client *k);
void  output_flush_aside(struct client *k);
#endif
