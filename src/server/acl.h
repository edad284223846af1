/* acl.h -- who may do what (behaviour.md section 15).
 *
 * A user is a name and his rights (acl_rights.h). Clients point to their user; a user lives until ACL DELUSER or LOAD takes
 * him away, which ends his clients first. NULL as a user is the server itself, which may do everything. */
#ifndef SERVER_ACL_H
#define SERVER_ACL_H
#include "server/call.h"

struct acl_rights;
struct client;

typedef struct acl_user {
    bool unrestricted;                      /* every command, every key, every channel */
    bytes *name;
    struct acl_rights *rights;
} acl_user;

acl_user *acl_default_user(void);
acl_user *acl_user_find(slice name);         /* NULL when there is none of that name */
slice acl_user_name(const acl_user *u);
/* The fast way: no need to ask further. */
static inline bool acl_unrestricted(const acl_user *u) { return !u || u->unrestricted; }
/* The default user needs no password (and is on): a fresh connection is authenticated. */
bool  acl_default_is_open(void);
/* Why this call is forbidden to its client's user (the text of a NOPERM error, valid until the next call), or NULL. A refusal is
 * noted in ACL LOG. */
const char *acl_refusal(const call *c);
/* The text after "... for the following reason: " when a queued command is no longer allowed at EXEC; NULL when it is. */
const char *acl_exec_refusal(const call *c);
/* True when what allows this call to its client's user lets him read every key there is. */
bool  acl_reads_all(const call *c);
/* True when the user may do anything at all with this key, and so know its name; receive from this channel. */
bool  acl_may_name(const acl_user *u, slice key);
bool  acl_may_listen(const acl_user *u, slice channel, bool pattern);
/* Logs the client in; false when the name or password is wrong (noted in ACL LOG). Takes the same time whatever is wrong. */
bool  acl_log_in(struct client *k, slice name, slice password);

/* -- for the commands and the file of users ---------------------------------------------------- */
/* Changes a user, who is made when there is none of that name, by rules; all of them or none. NULL, or why not. `why` is the
 * whole text of an error without dash; valid until the next call. */
const char *acl_set_user(slice name, int count, const slice *rules);
/* Gives a user these rights, which it takes over; who listens to what he may no longer hear is disconnected. */
void  acl_install(slice name, struct acl_rights *r);
bool  acl_remove_user(slice name);          /* and ends his clients; false when there is none */
void  acl_each_user(void (*each)(const acl_user *u, void *context), void *context);      /* in order of names */
void  acl_describe_user(const acl_user *u, bytes **out);       /* "user <name> <rules>" */
/* Joins the words of each "(...)" into one rule: *rules is freed by acl_free_rules. NULL, or why not (for a message). */
const char *acl_join_rules(int count, const slice *words, bytes ***rules, int *rule_count);
void  acl_free_rules(bytes **rules, int count);
bool  acl_name_valid(slice name);

/* Reads all users from the file, or none; NULL or the whole list of mistakes (valid until the next call). */
const char *acl_file_load(void);
bool  acl_file_save(void);
bool  acl_file_configured(void);
#endif
