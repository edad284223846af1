/* redact.h -- passwords do not go into SLOWLOG, MONITOR or the log. */
#ifndef SERVER_REDACT_H
#define SERVER_REDACT_H
#include "server/call.h"

/* Argument i as it may be shown: itself, or "(redacted)" (AUTH, HELLO, ACL SETUSER, MIGRATE, CONFIG SET of a secret). */
slice redacted(const call *c, int i);
#endif
