/* clients.c -- CLIENT: what a connection may ask about itself and do to others (behaviour.md section 6). Tracking has its own
 * file, tracking.c; choosing whom to close is clients_kill.c. */
#include "base/number.h"
#include "commands/clients.h"
#include "server/block.h"
#include "server/execute.h"
#include "server/feature.h"
#include "server/reply.h"

static void client_id(call *c) { reply_int(c, (int64_t)c->client->id); }

static void reply_text(call *c, bytes *text) {
    reply_verbatim(c, "txt", bytes_slice(text));
    bytes_free(text);
}

static void client_info(call *c) {
    bytes *out = NULL;
    client_describe(c->client, &out);
    bytes_append_char(&out, '\n');
    reply_text(c, out);
}

/* -- CLIENT LIST ----------------------------------------------------------------------------- */

static void describe_line(const client *k, bytes **out) {
    client_describe(k, out);
    bytes_append_char(out, '\n');
}

/* Who has been killed goes at the end of this turn, but is no client any more. */
static void list_one(const client *k, bytes **out) {
    if (!client_gone(k)) describe_line(k, out);
}

static bool is_type_name(slice name) {
    return slice_is(name, "normal") || slice_is(name, "master") || slice_is(name, "replica") || slice_is(name, "slave")
        || slice_is(name, "pubsub");
}

bool client_is_of_type(const client *k, slice name) {
    return slice_is(slice_is(name, "slave") ? SLICE("replica") : name, client_type_name(k));
}

bool client_type_valid(call *c, slice name) {
    if (is_type_name(name)) return true;
    reply_errorf(c, "ERR Unknown client type '%.*s'", SLICE_ARGS(name));
    return false;
}

static void list_by_type(call *c, slice name) {
    if (!client_type_valid(c, name)) return;
    bytes *out = NULL;
    for (const client *k = client_first(); k; k = k->next) if (client_is_of_type(k, name)) list_one(k, &out);
    reply_text(c, out);
}

static void list_by_id(call *c) {
    bytes *out = NULL;
    for (int i = 3; i < c->argc; i++) {
        int64_t id;
        if (!number_parse_int(c->argv[i], &id)) {
            reply_error(c, "ERR Invalid client ID");
            bytes_free(out);
            return;
        }
        const client *k = client_find((uint64_t)id);
        if (k) list_one(k, &out);
    }
    reply_text(c, out);
}

static void list_all(call *c) {
    bytes *out = NULL;
    for (const client *k = client_first(); k; k = k->next) list_one(k, &out);
    reply_text(c, out);
}

static void client_list(call *c) {
    if (c->argc == 2) list_all(c);
    else if (c->argc == 4 && slice_is(c->argv[2], "type")) list_by_type(c, c->argv[3]);
    else if (c->argc > 3 && slice_is(c->argv[2], "id")) list_by_id(c);
    else reply_syntax_error(c);
}

/* -- names ------------------------------------------------------------------------------------- */

static void keep(bytes **at, slice text) {
    bytes_free(*at);
    *at = text.len ? bytes_copy(text) : NULL;
}

static void client_setname(call *c) {
    if (!client_name_valid(c->argv[2])) {
        reply_error(c, "ERR Client names cannot contain spaces, newlines or special characters.");
        return;
    }
    keep(&c->client->name, c->argv[2]);
    reply_ok(c);
}

/* What a client understands beyond the protocol: only a replica could make use of that (Valkey's `redirect`). */
static void client_capa(call *c) { reply_ok(c); }

/* Valkey's import mode is none of ours, which is what Valkey says outside of it. */
static void client_import_source(call *c) {
    if (!slice_is(c->argv[2], "on") && !slice_is(c->argv[2], "off")) reply_syntax_error(c);
    else reply_error(c, "ERR Server is not in import mode");
}

static void client_getname(call *c) {
    if (c->client->name) reply_bulk(c, bytes_slice(c->client->name));
    else reply_null(c);
}

static void client_setinfo(call *c) {
    slice option = c->argv[2];
    bool version = slice_is(option, "lib-ver");
    if (!version && !slice_is(option, "lib-name")) {
        reply_errorf(c, "ERR Unrecognized option '%.*s'", SLICE_ARGS(option));
    } else if (!client_name_valid(c->argv[3])) {
        reply_errorf(c, "ERR %.*s cannot contain spaces, newlines or special characters.", SLICE_ARGS(option));
    } else {
        keep(version ? &c->client->library_version : &c->client->library, c->argv[3]);
        reply_ok(c);
    }
}

/* -- switches -------------------------------------------------------------------------------------- */

static void set_switch(call *c, unsigned flag) {
    if (slice_is(c->argv[2], "on")) {
        c->client->flags |= flag;
    } else if (slice_is(c->argv[2], "off")) {
        c->client->flags &= ~flag;
    } else {
        reply_syntax_error(c);
        return;
    }
    reply_ok(c);
}

static void client_no_evict(call *c) { set_switch(c, CLIENT_NO_EVICT); }
static void client_no_touch(call *c) { set_switch(c, CLIENT_NO_TOUCH); }

/* OFF and SKIP are not answered themselves: what the call owes is dropped. */
static void client_reply(call *c) {
    client *k = c->client;
    if (slice_is(c->argv[2], "on")) {
        k->flags &= ~(unsigned)(CLIENT_REPLY_OFF | CLIENT_REPLY_SKIP | CLIENT_REPLY_SKIP_NEXT);
        reply_ok(c);
    } else if (slice_is(c->argv[2], "off")) {
        k->flags |= CLIENT_REPLY_OFF;
        c->owed--;
    } else if (slice_is(c->argv[2], "skip")) {
        if (!(k->flags & CLIENT_REPLY_OFF)) k->flags |= CLIENT_REPLY_SKIP_NEXT;
        c->owed--;
    } else {
        reply_syntax_error(c);
    }
}

/* -- pausing and waking others ------------------------------------------------------------------------ */

static void client_pause(call *c) {
    int64_t until;
    bool all = true;
    if (c->argc > 4) {
        reply_wrong_arity(c);
        return;
    }
    if (c->argc == 4) {
        all = slice_is(c->argv[3], "all");
        if (!all && !slice_is(c->argv[3], "write")) {
            reply_error(c, "ERR CLIENT PAUSE mode must be WRITE or ALL");
            return;
        }
    }
    if (!arg_timeout(c, c->argv[2], false, &until)) return;
    execute_pause(all, until ? until : c->now);
    reply_ok(c);
}

static void client_unpause(call *c) {
    execute_unpause();
    reply_ok(c);
}

static void client_unblock(call *c) {
    int64_t id;
    bool error = false;
    if (c->argc > 4) {
        reply_wrong_arity(c);
        return;
    }
    if (c->argc == 4) {
        error = slice_is(c->argv[3], "error");
        if (!error && !slice_is(c->argv[3], "timeout")) {
            reply_error(c, "ERR CLIENT UNBLOCK reason should be TIMEOUT or ERROR");
            return;
        }
    }
    if (!arg_int(c, c->argv[2], &id)) return;
    client *k = client_find((uint64_t)id);
    reply_int(c, k && block_release(k, error));
}

static void client_help(call *c) {
    static const char *const lines[] = {
        "CACHING <YES | NO>", "    Track, or do not track, what the next command reads (OPTIN, OPTOUT).",
        "GETNAME", "    The name of this connection.",
        "GETREDIR", "    Where this connection's invalidations go.",
        "ID", "    The number of this connection.",
        "INFO", "    A line about this connection.",
        "KILL <ip:port>", "    Close the connection from this address.",
        "KILL <option> <value> [...]", "    Close every connection that fits all of:",
        "    ID <id>, ADDR <ip:port>, LADDR <ip:port>, USER <name>, MAXAGE <seconds>,",
        "    TYPE <NORMAL | MASTER | REPLICA | PUBSUB>, SKIPME <YES | NO>.",
        "LIST [TYPE <type> | ID <id> ...]", "    A line about each connection.",
        "NO-EVICT <ON | OFF>", "    Spare this connection when clients take too much memory.",
        "NO-TOUCH <ON | OFF>", "    Reads of this connection do not count as use of a key.",
        "PAUSE <milliseconds> [WRITE | ALL]", "    Hold back commands, or only writes.",
        "REPLY <ON | OFF | SKIP>", "    Whether commands are answered.",
        "SETINFO <LIB-NAME | LIB-VER> <value>", "    Say which library speaks.",
        "SETNAME <name>", "    Name this connection.",
        "TRACKING <ON | OFF> [option ...]", "    Hear when keys that were read change.",
        "TRACKINGINFO", "    How this connection tracks.",
        "UNBLOCK <id> [TIMEOUT | ERROR]", "    End another connection's waiting.",
        "UNPAUSE", "    Let commands run again.", NULL
    };
    reply_help(c, lines);
}

enum { ANYTIME = NOSCRIPT | LOADING | STALE };

static const command commands[] = {
    { "client", NULL, CONTAINER, 0, "", "2.4.0", "Depends on subcommand.", "Tells about connections and changes them." },
    { "client|capa", client_capa, ANYTIME, 0, "capability ...", "8.0.0", "O(1)", "Says what the client understands (Valkey)." },
    { "client|getname", client_getname, ANYTIME, 0, "", "2.6.9", "O(1)", "Tells the name of the connection." },
    { "client|help", client_help, LOADING | STALE, 0, "", "5.0.0", "O(1)", "Tells what CLIENT can do." },
    { "client|id", client_id, ANYTIME, 0, "", "5.0.0", "O(1)", "Tells the number of the connection." },
    { "client|import-source", client_import_source, ANYTIME, 0, "{enabled: ON | OFF}", "8.1.0", "O(1)",
      "Says that the connection imports data (Valkey)." },
    { "client|info", client_info, ANYTIME, 0, "", "6.2.0", "O(1)", "Tells about the connection.", .tips = "nondeterministic_output" },
    { "client|list", client_list, ANYTIME | ADMIN, 0,
      "[TYPE {client-type: NORMAL | MASTER | REPLICA | PUBSUB}]^5.0.0 [ID #client-id ...]^6.2.0", "2.4.0",
      "O(N) where N is the number of client connections", "Tells about all connections.", .tips = "nondeterministic_output",
      .history = "2.8.12 Field `id`.|6.0.0 Field `user`.|7.0.0 Fields `resp`, `multi-mem`, `rbs`, `rbp`.|7.0.3 Field `ssub`.|"
      "7.2.0 Fields `lib-name`, `lib-ver`.|7.4.0 Field `watch`.|8.0.0 Field `io-thread`." },
    { "client|no-evict", client_no_evict, ANYTIME | ADMIN, 0, "{enabled: ON | OFF}", "7.0.0", "O(1)",
      "Spares the connection when clients take too much memory." },
    { "client|no-touch", client_no_touch, ANYTIME, 0, "{enabled: ON | OFF}", "7.2.0", "O(1)",
      "Makes the connection's reads no use of a key." },
    { "client|pause", client_pause, ANYTIME | ADMIN, 0, "#timeout [mode: WRITE | ALL]^6.2.0", "3.0.0", "O(1)",
      "Holds back commands for a while." },
    { "client|reply", client_reply, ANYTIME, 0, "{action: ON | OFF | SKIP}", "3.2.0", "O(1)",
      "Says whether commands are answered." },
    { "client|setinfo", client_setinfo, ANYTIME, 0, "{attr: LIB-NAME libname | LIB-VER libver}", "7.2.0", "O(1)",
      "Says which library speaks.", .tips = "request_policy:all_nodes response_policy:all_succeeded" },
    { "client|setname", client_setname, ANYTIME, 0, "connection-name", "2.6.9", "O(1)", "Names the connection.",
      .tips = "request_policy:all_nodes response_policy:all_succeeded" },
    { "client|unblock", client_unblock, ANYTIME | ADMIN, 0, "#client-id [unblock-type: TIMEOUT | ERROR]", "5.0.0",
      "O(log N) where N is the number of client connections", "Ends the waiting of a connection." },
    { "client|unpause", client_unpause, ANYTIME | ADMIN, 0, "", "6.2.0", "O(N) Where N is the number of paused clients",
      "Lets held back commands run." },
    { 0 }
};

const feature client_commands = { .name = "connection", .commands = commands };
