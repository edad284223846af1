/* acl_rights.h -- what a user may do, as it is written and as it is asked.
 *
 * Rights are a list of passwords and one or more selectors; the first is the user's own, those behind it were written in
 * parentheses. A call is allowed when one selector allows all of it: the command, every key, every channel. */
#ifndef SERVER_ACL_RIGHTS_H
#define SERVER_ACL_RIGHTS_H
#include "server/command.h"

enum { ACL_COMMANDS_MAX = 640, ACL_WORDS = ACL_COMMANDS_MAX / 64, ACL_READ = 1, ACL_WRITE = 2, ACL_HASH_LEN = 64 };

typedef struct acl_pattern { struct acl_pattern *next; bytes *text; unsigned access; } acl_pattern;
/* A command allowed only with this first argument. */
typedef struct acl_first { struct acl_first *next; int command; bytes *argument; } acl_first;

typedef struct acl_selector {
    struct acl_selector *next;
    uint64_t allowed[ACL_WORDS];            /* bit by command_info.index */
    bool all_commands, all_keys, all_channels;
    bool base_all;                          /* the rules begin with +@all, not -@all */
    bytes *rules;                           /* what followed: "+get -@write" */
    acl_pattern *keys, *channels;           /* in the order given */
    acl_first *firsts;
} acl_selector;

typedef struct acl_password { struct acl_password *next; char hash[ACL_HASH_LEN]; } acl_password;

typedef struct acl_rights {
    bool on, nopass, unchecked_payload;
    acl_password *passwords;
    acl_selector *selectors;                /* never NULL */
} acl_rights;

enum acl_denial { ACL_FINE, ACL_NO_COMMAND, ACL_NO_KEY, ACL_NO_CHANNEL };

acl_rights *acl_rights_new(void);           /* of a new user: nothing is allowed, he is off */
acl_rights *acl_rights_copy(const acl_rights *r);
void acl_rights_free(acl_rights *r);
/* Applies one rule; NULL or why not. */
const char *acl_rights_apply(acl_rights *r, slice rule);
bool acl_rights_unrestricted(const acl_rights *r);
/* The first refusal in order of how far the best selector came; *at is the argument it concerns. */
enum acl_denial acl_rights_check(const acl_rights *r, const command_info *k, int argc, const slice *argv, int *at);
bool acl_rights_key(const acl_rights *r, slice key, unsigned access);
/* True when one selector allows all of the call and this access to every key. */
bool acl_rights_reach_all(const acl_rights *r, unsigned access, const command_info *k, int argc, const slice *argv);
bool acl_rights_channel(const acl_rights *r, slice channel, bool pattern);
/* True when the password is one of his; compares with all of them. */
bool acl_rights_password(const acl_rights *r, slice password);

/* As ACL LIST has it, behind the name. */
void acl_rights_describe(const acl_rights *r, bytes **out);
void acl_describe_commands(const acl_selector *s, bytes **out);
void acl_describe_keys(const acl_selector *s, bytes **out);
void acl_describe_channels(const acl_selector *s, bytes **out);
#endif
