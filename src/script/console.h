/* console.h -- the line to whoever debugs a script: lines said go out together as one array of statuses, words come in as
 * arrays of bulks. Both wait for the peer, for nothing else is to happen meanwhile. */
#ifndef SCRIPT_CONSOLE_H
#define SCRIPT_CONSOLE_H
#include "server/client.h"

void   console_open(client *k);
void   console_close(void);
/* The line being said, to append to; console_end_line finishes it, cut to what the user wants to see if `trim`. */
bytes **console_line(void);
void   console_end_line(bool trim);
void   console_say(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* Sends the lines said since the last time, if only an empty array. */
void   console_send(void);
/* Sends what is pending in the client's queue. */
void   console_send_replies(void);
/* The next request, at least a word; valid until the next call. NULL problem when false: the peer is gone. */
bool   console_read(int *argc, const slice **argv, const char **problem);
/* How long values are shown; 0 without end. What is short of a useful length is made that. */
size_t console_limit(void);
void   console_limit_set(int64_t limit);
#endif
