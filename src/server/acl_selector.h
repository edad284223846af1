/* acl_selector.h -- one selector of a user's rights: made by rules, acl_selector.c. */
#ifndef SERVER_ACL_SELECTOR_H
#define SERVER_ACL_SELECTOR_H
#include "server/acl_rights.h"

acl_selector *acl_selector_new(void);       /* nothing but, if acl-pubsub-default says so, all channels */
acl_selector *acl_selector_copy(const acl_selector *s);
void acl_selector_free(acl_selector *s);
const char *acl_selector_apply(acl_selector *s, slice rule);       /* NULL or why not */
#endif
