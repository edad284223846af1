/* acl.h -- who may do what (behaviour.md section 15). */
#ifndef SERVER_ACL_H
#define SERVER_ACL_H
#include "server/call.h"

typedef struct acl_user acl_user;

acl_user *acl_default_user(void);
acl_user *acl_user_find(slice name);         /* NULL when there is none of that name */
slice acl_user_name(const acl_user *u);
/* The fast way: on, every command, every key, every channel. */
bool  acl_unrestricted(const acl_user *u);
/* The default user needs no password (and is on): a fresh connection is authenticated. */
bool  acl_default_is_open(void);
/* Why this call is forbidden to its client's user (the text of a NOPERM error, valid until the next call), or NULL. A refusal is
 * noted in ACL LOG. */
const char *acl_refusal(const call *c);
/* The text after "... for the following reason: " when a queued command is no longer allowed at EXEC; NULL when it is. */
const char *acl_exec_refusal(const call *c);
/* True when the user may read (write) this key, receive from this channel. */
bool  acl_may_read(const acl_user *u, slice key);
bool  acl_may_write(const acl_user *u, slice key);
bool  acl_may_listen(const acl_user *u, slice channel, bool pattern);
/* Logs the client in; false when the name or password is wrong (noted in ACL LOG). Takes the same time whatever is wrong. */
bool  acl_log_in(struct client *k, slice name, slice password);
#endif
