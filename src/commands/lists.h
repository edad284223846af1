/* lists.h -- shared by lists.c and lists_blocking.c. */
#ifndef COMMANDS_LISTS_H
#define COMMANDS_LISTS_H
#include "server/call.h"
#include "store/list.h"

void reply_element(call *c, listpack_value v);
/* Replies an array of up to count elements taken from that end and returns how many; the caller announces the change. */
long pop_many(call *c, list *l, enum quicklist_end end, int64_t count);
const char *pop_event(enum quicklist_end end);
#endif
