/* commandlog.h -- the logs of notable commands, for whoever reports on them: how long a command ran, how large it was,
 * how large its reply. SLOWLOG is the older name of the first. */
#ifndef SERVER_COMMANDLOG_H
#define SERVER_COMMANDLOG_H
#include "server/call.h"

enum commandlog_kind { COMMANDLOG_SLOW, COMMANDLOG_REQUEST, COMMANDLOG_REPLY, COMMANDLOG_KINDS };

typedef struct commandlog_summary {
    int64_t length, most;                   /* entries held, and how many may be */
    int64_t threshold;                      /* from this value on a command is noted; negative: never */
    int64_t latest_id, latest_value;        /* 0 while the log is empty */
} commandlog_summary;

commandlog_summary commandlog_summarize(enum commandlog_kind kind);
size_t commandlog_request_bytes(const call *c);     /* the request as it came over the wire */
size_t commandlog_reply_bytes(const call *c);       /* what the call has replied so far, while it is not sent yet */
#endif
