/* crash.h -- the last words: when the machine or an assertion stops the server, the log tells what it was doing
 * (behaviour.md section 21). What the report needs may itself be broken: a second failure ends it. */
#ifndef SERVER_CRASH_H
#define SERVER_CRASH_H
#include "server/call.h"

/* Writes what is known of this call and its client, as in the report: for whoever finds something odd but lives on. */
void crash_describe_call(const call *c);
#endif
