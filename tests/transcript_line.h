/* transcript_line.h -- a connection to the server, and the clock it lives by.
 *
 * There are two definitions: transcript_line.c over TCP, and sim/line.c in the invented world; the linker chooses. */
#ifndef TESTS_TRANSCRIPT_LINE_H
#define TESTS_TRANSCRIPT_LINE_H
#include "transcript_text.h"

typedef struct wire wire;

wire *line_open(const char *host, int port); /* NULL when nobody takes it */
bool line_send(wire *l, const span *words, int count);
bool line_send_raw(wire *l, const span *data, int count);
/* What has arrived, waiting up to the timeout for a first byte: its length, 0 for silence, -1 when the server closed
 * the line. */
long line_read(wire *l, void *to, size_t room, long timeout_ms);
void line_close(wire *l); /* NULL is fine */

long clock_ms(void);
void clock_pass(long ms);
#endif
