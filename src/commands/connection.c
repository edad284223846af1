/* connection.c -- who is talking and how: PING, ECHO, SELECT, AUTH, HELLO, RESET, QUIT. */
#include "base/number.h"
#include "server/acl.h"
#include "server/client.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/pubsub.h"
#include "server/reply.h"
#include "server/version.h"

static void ping(call *c) {
    if (c->argc > 2) {
        reply_wrong_arity(c);
        return;
    }
    if (c->client->flags & CLIENT_PUBSUB && c->client->protocol == 2) {
        reply_array(c, 2);
        reply_bulk_text(c, "pong");
        reply_bulk(c, c->argc == 2 ? c->argv[1] : (slice){ "", 0 });
    } else if (c->argc == 2) {
        reply_bulk(c, c->argv[1]);
    } else {
        reply_status(c, "PONG");
    }
}

static void echo(call *c) { reply_bulk(c, c->argv[1]); }

static void select_command(call *c) {
    int64_t n;
    if (!arg_int_between(c, c->argv[1], &n, INT32_MIN, INT32_MAX)) return;
    if (n < 0 || n >= keyspace_db_count()) {
        reply_error(c, "ERR DB index is out of range");
        return;
    }
    c->client->db = keyspace_db((int)n);
    reply_ok(c);
}

static const char wrong_pass[] = "WRONGPASS invalid username-password pair or user is disabled.";

static void auth(call *c) {
    if (c->argc > 3) {
        reply_syntax_error(c);
        return;
    }
    if (c->argc == 2 && acl_default_is_open()) {
        reply_error(c, "ERR AUTH <password> called without any password configured for the default user. Are you sure your "
                    "configuration is correct?");
        return;
    }
    slice name = c->argc == 3 ? c->argv[1] : SLICE("default");
    if (acl_log_in(c->client, name, c->argv[c->argc - 1])) reply_ok(c);
    else reply_error(c, wrong_pass);
}

/* -- HELLO ------------------------------------------------------------------------------------- */

static bool set_name(call *c, slice name) {
    if (!client_name_valid(name)) {
        reply_error(c, "ERR Client names cannot contain spaces, newlines or special characters.");
        return false;
    }
    bytes_free(c->client->name);
    c->client->name = name.len ? bytes_copy(name) : NULL;
    return true;
}

typedef struct greeting { int protocol; const slice *credentials; const slice *name; } greeting;

static bool hello_parse(call *c, greeting *g) {
    int64_t version;
    if (c->argc < 2) return true;
    if (!arg_int_or(c, c->argv[1], &version, "ERR Protocol version is not an integer or out of range")) return false;
    if (version != 2 && version != 3) {
        reply_error(c, "NOPROTO unsupported protocol version");
        return false;
    }
    g->protocol = (int)version;
    for (int i = 2; i < c->argc; i++) {
        if (slice_is(c->argv[i], "auth") && i + 2 < c->argc) g->credentials = &c->argv[i + 1], i += 2;
        else if (slice_is(c->argv[i], "setname") && i + 1 < c->argc) g->name = &c->argv[++i];
        else return reply_errorf(c, "ERR Syntax error in HELLO option '%.*s'", SLICE_ARGS(c->argv[i])), false;
    }
    return true;
}

static void hello_reply(call *c) {
    reply_map(c, 7);
    reply_bulk_text(c, "server");
    reply_bulk_text(c, "redis");
    reply_bulk_text(c, "version");
    reply_bulk_text(c, VERSION_COMPATIBLE);
    reply_bulk_text(c, "proto");
    reply_int(c, c->client->protocol);
    reply_bulk_text(c, "id");
    reply_int(c, (int64_t)c->client->id);
    reply_bulk_text(c, "mode");
    reply_bulk_text(c, "standalone");
    reply_bulk_text(c, "role");
    reply_bulk_text(c, "master");
    reply_bulk_text(c, "modules");
    reply_array(c, 0);
}

static void hello(call *c) {
    client *k = c->client;
    greeting g = { .protocol = k->protocol };
    if (!hello_parse(c, &g)) return;
    if (g.credentials && !acl_log_in(k, g.credentials[0], g.credentials[1])) {
        reply_error(c, wrong_pass);
        return;
    }
    if (!(k->flags & CLIENT_AUTHENTICATED)) {
        reply_error(c, "NOAUTH HELLO must be called with the client already authenticated, otherwise the HELLO <proto> AUTH <user> "
                    "<pass> option can be used to authenticate the client and select the RESP protocol version at the same time");
        return;
    }
    if (g.name && !set_name(c, *g.name)) return;
    k->protocol = g.protocol;
    hello_reply(c);
}

static void reset(call *c) {
    client *k = c->client;
    if (k->flags & (CLIENT_REPLICA | CLIENT_MASTER) && !(k->flags & CLIENT_MONITOR)) {
        reply_error(c, "ERR can only reset normal client connections");
        return;
    }
    client_reset(k);
    reply_status(c, "RESET");
}

static void quit(call *c) {
    reply_ok(c);
    client_close_when_sent(c->client);
}

enum { ANYONE = NOSCRIPT | LOADING | STALE | FAST | NO_AUTH | ALLOW_BUSY };

static const command commands[] = {
    { "ping", ping, FAST, 0, "[message]", "1.0.0", "O(1)", "Answers PONG, or the message.",
      .tips = "request_policy:all_shards response_policy:all_succeeded" },
    { "echo", echo, LOADING | STALE | FAST, 0, "message", "1.0.0", "O(1)", "Answers the message." },
    { "select", select_command, LOADING | STALE | FAST, 0, "#index", "1.0.0", "O(1)", "Goes to another database." },
    { "auth", auth, ANYONE, 0, "[username]^6.0.0 password", "1.0.0", "O(N) where N is the number of passwords defined for the user",
      "Says who is talking." },
    { "hello", hello, ANYONE, 0, "[arguments: #protover [AUTH (auth: username password)] [SETNAME clientname]]", "6.0.0", "O(1)",
      "Agrees on the protocol; tells about the server.",
      .history = "6.2.0 Without a version it only tells about the connection." },
    { "reset", reset, ANYONE | NOT_QUEUED, 0, "", "6.2.0", "O(1)", "Makes the connection as new." },
    { "quit", quit, ANYONE | NOT_QUEUED, 0, "", "1.0.0", "O(1)", "Closes the connection.", .arity = -1, .deprecated_since = "7.2.0",
      .replaced_by = "just closing the connection" },
    { 0 }
};

const feature connections = { .name = "connection", .commands = commands };
