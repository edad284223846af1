/* acl_log.h -- what ACL has refused lately; like events within a minute are one entry that counts. */
#ifndef SERVER_ACL_LOG_H
#define SERVER_ACL_LOG_H
#include "server/call.h"

enum acl_reason { ACL_LOG_COMMAND, ACL_LOG_KEY, ACL_LOG_CHANNEL, ACL_LOG_AUTH, ACL_REASONS };

/* Notes a refusal; c tells where (transaction, script) and who. */
void acl_log_add(enum acl_reason reason, const call *c, slice object, slice username);
/* Replies the newest entries, at most so many. */
void acl_log_reply(call *c, int64_t count);
void acl_log_clear(void);
#endif
