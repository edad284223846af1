/* number.h -- numbers as text, both ways, exactly as the protocol has them (behaviour.md section 22). */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H
#include "base/slice.h"

enum { NUMBER_INT_TEXT = 21, NUMBER_DOUBLE_TEXT = 40, NUMBER_LONG_DOUBLE_TEXT = 5200 };

/* The strict form: optional '-', no '+', no blanks, no leading zeros, in range, at most 20 characters. */
bool number_parse_int(slice s, int64_t *out);
/* The same for unsigned 64 bits (no sign at all). */
bool number_parse_unsigned(slice s, uint64_t *out);
/* strtod's syntax (decimal, hex, inf), the whole text, no leading blank, nan refused. */
bool number_parse_double(slice s, double *out);
/* The same in 80 bits; infinities allowed, nan refused. Used by INCRBYFLOAT and blocking timeouts. */
bool number_parse_long_double(slice s, long double *out);
/* "100", "1k" = 1000, "1kb" = 1024, m mb g gb b, any case; digits only; saturates at 2^64-1; empty is 0. */
bool number_parse_memory(slice s, uint64_t *out);

/* All of these return the length written, without a closing NUL. */
int number_print_int(char *out, int64_t n);                     /* NUMBER_INT_TEXT */
int number_print_unsigned(char *out, uint64_t n);
int number_int_digits(int64_t n);                               /* how long number_print_int's text is */
/* Shortest digits that read back the same double, laid out as Redis lays them out; inf, -inf, nan. */
int number_print_double(char *out, double d);                   /* NUMBER_DOUBLE_TEXT */
/* The same, but whole numbers are no exception: 1e+10. What digests of scores are made of. */
int number_print_shortest(char *out, double d);                 /* NUMBER_DOUBLE_TEXT */
/* %.17Lf without trailing zeros and dot; "-0" becomes "0". */
int number_print_long_double(char *out, long double d);         /* NUMBER_LONG_DOUBLE_TEXT */
/* "512B", "1.50K", "2.00M" ... as INFO's *_human fields have it. */
int number_print_human(char *out, uint64_t size);              /* NUMBER_DOUBLE_TEXT */
#endif
