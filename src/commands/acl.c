/* acl.c -- ACL: users as they are seen and changed (behaviour.md section 15). */
#include "server/acl.h"
#include "base/text.h"
#include "os/os.h"
#include "server/acl_log.h"
#include "server/acl_rights.h"
#include "server/category.h"
#include "server/client.h"
#include "server/feature.h"
#include "server/reply.h"

static void acl_whoami(call *c) {
    const acl_user *u = c->client->user;
    if (u) reply_bulk(c, acl_user_name(u));
    else reply_null(c);
}

/* -- changing users -------------------------------------------------------------------------------- */

static void acl_setuser(call *c) {
    const char *why = acl_set_user(c->argv[2], c->argc - 3, c->argv + 3);
    if (why) reply_error(c, why);
    else reply_ok(c);
}

static void acl_deluser(call *c) {
    int64_t removed = 0;
    for (int i = 2; i < c->argc; i++) {
        if (!slice_equal(c->argv[i], SLICE("default"))) continue;
        reply_error(c, "ERR The 'default' user cannot be removed");
        return;
    }
    for (int i = 2; i < c->argc; i++) removed += acl_remove_user(c->argv[i]);
    reply_int(c, removed);
}

/* -- telling about users ------------------------------------------------------------------------------ */

static void count_user(const acl_user *u, void *context) {
    (void)u;
    ++*(long *)context;
}

static void reply_name(const acl_user *u, void *context) { reply_bulk(context, acl_user_name(u)); }

static void reply_line(const acl_user *u, void *context) {
    bytes *text = NULL;
    acl_describe_user(u, &text);
    reply_bulk(context, bytes_slice(text));
    bytes_free(text);
}

static void reply_users(call *c, void (*each)(const acl_user *u, void *context)) {
    long count = 0;
    acl_each_user(count_user, &count);
    reply_array(c, count);
    acl_each_user(each, c);
}

static void acl_users(call *c) { reply_users(c, reply_name); }
static void acl_list(call *c) { reply_users(c, reply_line); }

static void reply_part(call *c, const char *name, const acl_selector *s, void (*describe)(const acl_selector *s, bytes **out)) {
    bytes *text = NULL;
    describe(s, &text);
    reply_bulk_text(c, name);
    reply_bulk(c, bytes_slice(text));
    bytes_free(text);
}

static void reply_selector(call *c, const acl_selector *s) {
    reply_part(c, "commands", s, acl_describe_commands);
    reply_part(c, "keys", s, acl_describe_keys);
    reply_part(c, "channels", s, acl_describe_channels);
}

static void reply_passwords(call *c, const acl_rights *r) {
    long count = 0;
    for (const acl_password *p = r->passwords; p; p = p->next) count++;
    reply_array(c, count);
    for (const acl_password *p = r->passwords; p; p = p->next) reply_bulk(c, slice_make(p->hash, ACL_HASH_LEN));
}

static void reply_rights(call *c, const acl_rights *r) {
    long count = 0;
    reply_map(c, 6);
    reply_bulk_text(c, "flags");
    reply_set(c, r->nopass ? 3 : 2);
    reply_bulk_text(c, r->on ? "on" : "off");
    if (r->nopass) reply_bulk_text(c, "nopass");
    reply_bulk_text(c, r->unchecked_payload ? "skip-sanitize-payload" : "sanitize-payload");
    reply_bulk_text(c, "passwords");
    reply_passwords(c, r);
    reply_selector(c, r->selectors);
    reply_bulk_text(c, "selectors");
    for (const acl_selector *s = r->selectors->next; s; s = s->next) count++;
    reply_array(c, count);
    for (const acl_selector *s = r->selectors->next; s; s = s->next) {
        reply_map(c, 3);
        reply_selector(c, s);
    }
}

static void acl_getuser(call *c) {
    const acl_user *u = acl_user_find(c->argv[2]);
    if (u) reply_rights(c, u->rights);
    else reply_null(c);
}

/* -- categories ------------------------------------------------------------------------------------------ */

static void acl_cat(call *c) {
    if (c->argc > 3) {
        reply_unknown_subcommand(c);
        return;
    }
    if (c->argc == 2) {
        reply_array(c, CATEGORY_COUNT);
        for (int i = 0; i < CATEGORY_COUNT; i++) reply_bulk_text(c, category_name((enum category)i));
        return;
    }
    enum category category = category_find(c->argv[2]);
    if (category == CATEGORY_COUNT) {
        reply_errorf(c, "ERR Unknown category '%.*s'", SLICE_ARGS(c->argv[2]));
        return;
    }
    long count = 0;
    open_reply later = reply_later(c);
    for (int i = 0; i < command_index_count(); i++) {
        const command_info *k = command_by_index(i);
        if (!k->called || k->flags & UNLISTED || !(k->categories >> category & 1)) continue;
        if (k->subcommand_count) continue;
        reply_bulk_text(c, k->name);
        count++;
    }
    reply_later_array(c, later, count);
}

/* -- trying and logging -------------------------------------------------------------------------------------- */

static void reply_verdict(call *c, const acl_user *u, const command_info *k) {
    int argc = c->argc - 3, at;
    const slice *argv = c->argv + 3;
    enum acl_denial denial = acl_unrestricted(u) ? ACL_FINE : acl_rights_check(u->rights, k, argc, argv, &at);
    slice name = acl_user_name(u);
    bytes *text = NULL;
    if (denial == ACL_FINE) {
        reply_ok(c);
        return;
    }
    if (denial == ACL_NO_COMMAND) {
        bytes_printf(&text, "User %.*s has no permissions to run the '%s' command", SLICE_ARGS(name), k->name);
    } else {
        bytes_printf(&text, "User %.*s has no permissions to access the '%.*s' %s", SLICE_ARGS(name), SLICE_ARGS(argv[at]),
                     denial == ACL_NO_KEY ? "key" : "channel");
    }
    reply_bulk(c, bytes_slice(text));
    bytes_free(text);
}

static void acl_dryrun(call *c) {
    const acl_user *u = acl_user_find(c->argv[2]);
    if (!u) {
        reply_errorf(c, "ERR User '%.*s' not found", SLICE_ARGS(c->argv[2]));
        return;
    }
    const command_info *k = command_find(c->argv[3], c->argc > 4 ? c->argv[4] : (slice){ NULL, 0 }, NULL);
    if (!k) reply_errorf(c, "ERR Command '%.*s' not found", SLICE_ARGS(c->argv[3]));
    else if (!command_arity_fits(k, c->argc - 3)) reply_errorf(c, "ERR wrong number of arguments for '%s' command", k->name);
    else reply_verdict(c, u, k);
}

static void acl_log_command(call *c) {
    int64_t count = 10;
    if (c->argc > 3) {
        reply_unknown_subcommand(c);
    } else if (c->argc == 3 && slice_is(c->argv[2], "reset")) {
        acl_log_clear();
        reply_ok(c);
    } else if (c->argc == 2 || arg_int(c, c->argv[2], &count)) {
        acl_log_reply(c, count);
    }
}

static void acl_genpass(call *c) {
    enum { BITS_MAX = 4096 };
    char text[BITS_MAX / 4 + 1];
    int64_t bits = 256;
    if (c->argc > 3) {
        reply_unknown_subcommand(c);
        return;
    }
    if (c->argc == 3 && !arg_int(c, c->argv[2], &bits)) return;
    if (bits <= 0 || bits > BITS_MAX) {
        reply_error(c, "ERR ACL GENPASS argument must be the number of bits for the output password, a positive number up to 4096");
        return;
    }
    size_t digits = (size_t)(bits + 3) / 4;
    uint8_t secret[BITS_MAX / 8];
    os_entropy(secret, sizeof secret);
    text_hex(text, secret, (digits + 1) / 2);
    reply_bulk(c, slice_make(text, digits));
}

/* -- the file ---------------------------------------------------------------------------------------------------- */

static bool file_is_configured(call *c) {
    if (acl_file_configured()) return true;
    reply_error(c, "ERR This Redis instance is not configured to use an ACL file. You may want to specify users via the ACL SETUSER "
                "command and then issue a CONFIG REWRITE (assuming you have a Redis configuration file set) in order to store users "
                "in the Redis configuration.");
    return false;
}

static void acl_load(call *c) {
    if (!file_is_configured(c)) return;
    const char *why = acl_file_load();
    if (why) reply_errorf(c, "ERR %s", why);
    else reply_ok(c);
}

static void acl_save(call *c) {
    if (!file_is_configured(c)) return;
    if (acl_file_save()) reply_ok(c);
    else reply_error(c, "ERR There was an error trying to save the ACLs. Please check the server logs for more information");
}

static void acl_help(call *c) {
    static const char *const lines[] = {
        "CAT [<category>]", "    The categories, or the commands of one.",
        "DELUSER <username> [<username> ...]", "    Take users away and end their connections.",
        "DRYRUN <username> <command> [<arg> ...]", "    Whether the user could run this.",
        "GENPASS [<bits>]", "    A random password in hexadecimal digits.",
        "GETUSER <username>", "    The rights of a user.",
        "LIST", "    All users, as lines of a configuration.",
        "LOAD", "    Read all users from the ACL file.",
        "LOG [<count> | RESET]", "    What was refused lately.",
        "SAVE", "    Write all users to the ACL file.",
        "SETUSER <username> [<rule> ...]", "    Make or change a user.",
        "USERS", "    The names of all users.",
        "WHOAMI", "    The name of this connection's user.", NULL
    };
    reply_help(c, lines);
}

enum { ANYTIME = NOSCRIPT | LOADING | STALE };

static const char everywhere[] = "request_policy:all_nodes response_policy:all_succeeded";

static const command commands[] = {
    { "acl", NULL, CONTAINER, 0, "", "6.0.0", "Depends on subcommand.", "Says who may do what." },
    { "acl|cat", acl_cat, ANYTIME, 0, "[category]", "6.0.0", "O(1) since the categories and commands are a fixed set.",
      "Lists the categories, or the commands of one." },
    { "acl|deluser", acl_deluser, ANYTIME | ADMIN, 0, "username ...", "6.0.0", "O(1) amortized time considering the typical user.",
      "Takes users away and ends their connections.", .tips = everywhere },
    { "acl|dryrun", acl_dryrun, ANYTIME | ADMIN, 0, "username command [arg ...]", "7.0.0", "O(1).",
      "Tells whether the user could run a command." },
    { "acl|genpass", acl_genpass, ANYTIME, 0, "[#bits]", "6.0.0", "O(1)", "Makes a random password." },
    { "acl|getuser", acl_getuser, ANYTIME | ADMIN, 0, "username", "6.0.0",
      "O(N). Where N is the number of password, command and pattern rules that the user has.", "Tells the rights of a user.",
      .history = "6.2.0 Patterns of channels.|7.0.0 Selectors; patterns as the rules that give them." },
    { "acl|help", acl_help, LOADING | STALE, 0, "", "6.0.0", "O(1)", "Tells what ACL can do." },
    { "acl|list", acl_list, ANYTIME | ADMIN, 0, "", "6.0.0", "O(N). Where N is the number of configured users.",
      "Lists all users with their rights." },
    { "acl|load", acl_load, ANYTIME | ADMIN, 0, "", "6.0.0", "O(N). Where N is the number of configured users.",
      "Reads all users from the ACL file." },
    { "acl|log", acl_log_command, ANYTIME | ADMIN, 0, "[operation: #count | RESET]", "6.0.0",
      "O(N) with N being the number of entries shown.", "Lists what was refused lately.",
      .history = "7.2.0 Number and times of an entry." },
    { "acl|save", acl_save, ANYTIME | ADMIN, 0, "", "6.0.0", "O(N). Where N is the number of configured users.",
      "Writes all users to the ACL file.", .tips = everywhere },
    { "acl|setuser", acl_setuser, ANYTIME | ADMIN, 0, "username [rule ...]", "6.0.0", "O(N). Where N is the number of rules provided.",
      "Makes or changes a user.", .tips = everywhere,
      .history = "6.2.0 Patterns of channels.|7.0.0 Selectors, and rights to read or write keys." },
    { "acl|users", acl_users, ANYTIME | ADMIN, 0, "", "6.0.0", "O(N). Where N is the number of configured users.",
      "Lists the names of all users." },
    { "acl|whoami", acl_whoami, ANYTIME, 0, "", "6.0.0", "O(1)", "Tells who the connection's user is." },
    { 0 }
};

const feature acl_commands = { .name = "server", .commands = commands };
