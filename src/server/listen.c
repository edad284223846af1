/* listen.c -- listeners, and what a new connection must pass. */
#include "server/listen.h"
#include "base/memory.h"
#include "base/text.h"
#include "os/os.h"
#include "server/acl.h"
#include "server/client.h"
#include "server/feature.h"
#include "server/log.h"
#include <stdio.h>

enum { LISTENERS_MAX = 17, RESERVED_FILES = 32 };

typedef struct listener {
    watcher watch;
    int id;
    bool local, resting;
} listener;

static struct {
    bytes *bind;                            /* as CONFIG GET shows it: addresses, a blank between */
    int64_t port, backlog, max_clients, keepalive, idle_s, per_cycle, socket_permissions, mark;
    bytes *socket_group;
    bytes *socket_path;
    bool protected_mode, open;
    listener listeners[LISTENERS_MAX];
    int count;
    uint64_t accepted, rejected;
    uint64_t sweep;                         /* id of the client the idle check goes on with */
} state;

int listen_port(void) { return (int)state.port; }
const char *listen_socket_path(void) { return state.socket_path ? state.socket_path->at : ""; }

void listen_describe(bytes **out) {
    bytes **words;
    int count = state.bind ? text_split(bytes_slice(state.bind), &words) : 0;
    slice first = count > 0 ? bytes_slice(words[0]) : SLICE("*");
    if (first.len > 1 && first.at[0] == '-') first.at++, first.len--;
    if (state.port) bytes_printf(out, "%.*s:%lld", SLICE_ARGS(first), (long long)state.port);
    else bytes_append_text(out, listen_socket_path());
    if (state.bind) text_free_words(words, count > 0 ? count : 0);
}

/* -- a new connection -------------------------------------------------------------------------- */

static void refuse(int connection, const char *text) {
    os_piece piece = { text, strlen(text) };
    os_write(connection, &piece, 1);
    os_close(connection);
}

static const char protected_text[] =
    "-DENIED Redis is running in protected mode because protected mode is enabled and no password is set for the default user. "
    "In this mode connections are only accepted from the loopback interface. If you want to connect from external computers to "
    "Redis you may adopt one of the following solutions: 1) Just disable protected mode sending the command 'CONFIG SET "
    "protected-mode no' from the loopback interface by connecting to Redis from the same host the server is running, however "
    "MAKE SURE Redis is not publicly accessible from internet if you do so. Use CONFIG REWRITE to make this change permanent. 2) "
    "Alternatively you can just disable the protected mode by editing the Redis configuration file, and setting the protected "
    "mode option to 'no', and then restarting the server. 3) If you started the server manually just for testing, restart it with "
    "the '--protected-mode no' option. 4) Set up an authentication password for the default user. NOTE: You only need to do one "
    "of the above things in order for the server to start accepting connections from the outside.\r\n";

static bool from_here(const os_address *peer) {
    return peer->local || !strncmp(peer->text, "127.", 4) || !strcmp(peer->text, "::1") || !strncmp(peer->text, "::ffff:127.", 11);
}

static void welcome(int connection, const os_address *peer) {
    if (client_count() >= (size_t)state.max_clients) {
        state.rejected++;
        refuse(connection, "-ERR max number of clients reached\r\n");
        return;
    }
    if (state.protected_mode && acl_default_is_open() && !from_here(peer)) {
        state.rejected++;
        refuse(connection, protected_text);
        return;
    }
    client *k = client_new(connection);
    k->peer = *peer;
    if (os_own_address(connection, &k->own) < 0 || peer->local) k->own = k->peer;
    if (peer->local) k->flags |= CLIENT_UNIX;
    else if (state.keepalive) os_keepalive(connection, (int)state.keepalive);
    if (os_watch(connection, OS_READ, k) < 0) {
        log_warning("Error registering fd event for the new client: %s", os_error_text());
        client_close(k);
        return;
    }
    state.accepted++;
}

/* What waits cannot be taken now: without a rest until the next tick the loop would turn over it as fast as it can. */
static void rest(listener *l) {
    os_watch(l->id, 0, NULL);
    l->resting = true;
}

static void wake_listeners(void) {
    for (listener *l = state.listeners; l < state.listeners + state.count; l++) {
        if (!l->resting) continue;
        os_watch(l->id, OS_READ, l);
        l->resting = false;
    }
}

static void arrived(watcher *w, int what) {
    listener *l = (listener *)w;
    (void)what;
    for (int64_t i = 0; i < state.per_cycle; i++) {
        os_address peer = { 0 };
        int connection = os_accept(l->id, &peer);
        if (connection == OS_LATER) return;
        if (connection < 0) {
            log_warning("Accepting client connection: %s", os_error_text());
            if (connection != OS_FULL) rest(l);
            return;
        }
        if (l->local) {
            peer.local = true;
            snprintf(peer.text, sizeof peer.text, "%s", listen_socket_path());
        }
        welcome(connection, &peer);
    }
}

/* -- opening ------------------------------------------------------------------------------------- */

/* `name` is what the setting calls it. */
static bool add(const os_address *at, slice name, bool optional) {
    os_listening how = { .backlog = (int)state.backlog, .mark = (uint32_t)state.mark, .permissions = (int)state.socket_permissions };
    if (state.socket_group && state.socket_group->len) how.group = state.socket_group->at;
    int id = os_listen(at, &how);
    if (id < 0) {
        if (optional && (id == OS_MISSING || id == OS_INVALID)) return true;
        if (at->local) log_warning("Failed opening Unix socket: bind: %s%s%s: %s", at->text, how.group ? ", group " : "",
                                   how.group ? how.group : "", os_error_text());
        else log_warning("Warning: Could not create server TCP listening socket %.*s:%d: bind: %s", SLICE_ARGS(name), at->port,
                         os_error_text());
        return optional;
    }
    listener *l = &state.listeners[state.count++];
    *l = (listener){ .watch = { arrived }, .id = id, .local = at->local };
    os_watch(id, OS_READ, l);
    return true;
}

/* "*" stands for every IPv4 address, "-x" may be missing on this machine. */
static bool add_named(slice name) {
    bool optional = name.len && name.at[0] == '-';
    if (optional) name.at++, name.len--;
    os_address at = { .port = (int)state.port };
    if (slice_is(name, "*")) snprintf(at.text, sizeof at.text, "0.0.0.0");
    else if (slice_is(name, "::*")) snprintf(at.text, sizeof at.text, "::");
    else snprintf(at.text, sizeof at.text, "%.*s", SLICE_ARGS(name));
    if (!strpbrk(at.text, ":") && at.text[strspn(at.text, "0123456789.")]) {
        os_address found;
        if (os_name_lookup(at.text, &found) != OS_OK) {
            log_warning("Warning: Could not create server TCP listening socket %s:%d: Name or service not known", at.text, at.port);
            return false;
        }
        snprintf(at.text, sizeof at.text, "%s", found.text);
    }
    return add(&at, name, optional);
}

static void close_tcp(void) {
    int kept = 0;
    for (int i = 0; i < state.count; i++) {
        if (state.listeners[i].local) {
            state.listeners[kept++] = state.listeners[i];
            os_watch(state.listeners[kept - 1].id, OS_READ, &state.listeners[kept - 1]);
        } else {
            os_watch(state.listeners[i].id, 0, NULL);
            os_close(state.listeners[i].id);
        }
    }
    state.count = kept;
}

static bool open_tcp(void) {
    if (!state.port) return true;
    bytes **words;
    int count = text_split(bytes_slice(state.bind), &words);
    bool good = true;
    for (int i = 0; good && i < count; i++) good = add_named(bytes_slice(words[i]));
    if (count > 0) text_free_words(words, count);
    return good;
}

bool listen_open(void) {
    if (!open_tcp()) {
        log_warning("Failed listening on port %lld (tcp), aborting.", (long long)state.port);
        return false;
    }
    if (state.socket_path && state.socket_path->len) {
        os_address at = { .local = true };
        if (state.socket_path->len >= sizeof at.text) {
            log_warning("Unix socket path too long: %s", state.socket_path->at);
            return false;
        }
        snprintf(at.text, sizeof at.text, "%s", state.socket_path->at);
        if (!add(&at, bytes_slice(state.socket_path), false)) return false;
    }
    state.open = true;
    if (!state.count) log_warning("Configured to not listen anywhere, exiting.");
    return state.count > 0;
}

void listen_close(void) {
    for (int i = 0; i < state.count; i++) {
        os_watch(state.listeners[i].id, 0, NULL);
        os_close(state.listeners[i].id);
    }
    if (state.socket_path && state.socket_path->len && state.open) {
        log_notice("Removing the unix socket file.");
        os_remove(state.socket_path->at);
    }
    state.count = 0;
    state.open = false;
}

/* -- settings -------------------------------------------------------------------------------------- */

static const char *rebind(void) {
    if (!state.open) return NULL;
    close_tcp();
    return open_tcp() ? NULL : "Unable to listen on this port. Check server logs.";
}

static const char *bind_set(int argc, const slice *argv) {
    if (argc > 16) return "Too many bind addresses specified.";
    bytes *before = state.bind;
    state.bind = NULL;
    for (int i = 0; i < argc; i++) {
        if (i) bytes_append_char(&state.bind, ' ');
        bytes_append(&state.bind, argv[i]);
    }
    if (!state.bind) state.bind = bytes_new(0);
    if (state.open && rebind()) {
        bytes_free(state.bind);
        state.bind = before;
        rebind();
        return "Failed to bind to specified addresses.";
    }
    bytes_free(before);
    return NULL;
}

static void bind_get(bytes **out) { if (state.bind) bytes_append(out, bytes_slice(state.bind)); }

static int files_wanted(void) {
    return state.max_clients > INT32_MAX - RESERVED_FILES ? INT32_MAX : (int)state.max_clients + RESERVED_FILES;
}

static const char *apply_max_clients(void) {
    static char why[128];
    if (!state.open) return NULL;
    int have = os_raise_file_limit(files_wanted());
    if (have >= state.max_clients + RESERVED_FILES) return NULL;
    snprintf(why, sizeof why, "The operating system is not able to handle the specified number of clients, try with %d",
             have - RESERVED_FILES);
    return why;
}

static void raise_file_limit(void) {
    int64_t wanted = state.max_clients + RESERVED_FILES;
    int have = os_raise_file_limit(files_wanted());
    if (have >= wanted) return;
    state.max_clients = have > RESERVED_FILES ? have - RESERVED_FILES : 1;
    log_warning("You requested maxclients of %lld requiring at least %lld max file descriptors.", (long long)(wanted - RESERVED_FILES),
                (long long)wanted);
    log_warning("Current maximum open files is %d. maxclients has been reduced to %lld to compensate for low ulimit. If you need "
                "higher maxclients increase 'ulimit -n'.", have, (long long)state.max_clients);
}

/* -- idle clients: a share of them is looked at each tick ---------------------------------------------- */

static bool may_time_out(const client *k) {
    return !(k->flags & (CLIENT_BLOCKED | CLIENT_PUBSUB | CLIENT_REPLICA | CLIENT_MASTER));
}

static void tick(int64_t now) {
    wake_listeners();
    if (!state.idle_s) return;
    size_t share = client_count() / (size_t)loop_hz() + 5;
    client *k = client_find(state.sweep);
    for (size_t i = 0; i < share; i++) {
        if (!k) k = client_first();
        if (!k) return;
        client *next = k->next;
        if (may_time_out(k) && now - k->active > state.idle_s * 1000) {
            log_verbose("Closing idle client");
            client_close(k);
        }
        k = next;
    }
    state.sweep = k ? k->id : 0;
}

static void print_max(bytes **out) { bytes_append_int(out, state.max_clients); }
static void print_port(bytes **out) { bytes_append_int(out, state.port); }
static void print_accepted(bytes **out) { bytes_append_int(out, (int64_t)state.accepted); }
static void print_rejected(bytes **out) { bytes_append_int(out, (int64_t)state.rejected); }

static void print_listeners(bytes **out) {
    int n = 0;
    if (state.port) {
        bytes_printf(out, "listener%d:name=tcp", n++);
        bytes **words;
        int count = text_split(bytes_slice(state.bind), &words);
        for (int i = 0; i < count; i++) bytes_printf(out, ",bind=%s", words[i]->at);
        if (count > 0) text_free_words(words, count);
        bytes_printf(out, ",port=%lld\r\n", (long long)state.port);
    }
    if (state.socket_path && state.socket_path->len) bytes_printf(out, "listener%d:name=unix,bind=%s\r\n", n, state.socket_path->at);
}

static void reset_stats(void) { state.accepted = state.rejected = 0; }

static const info_field info[] = {
    { "server", "tcp_port", print_port, NULL },
    { "server", "listener", NULL, print_listeners },
    { "clients", "maxclients", print_max, NULL },
    { "stats", "total_connections_received", print_accepted, NULL },
    { "stats", "rejected_connections", print_rejected, NULL },
    { 0 }
};

static const setting settings[] = {
    { "bind", SETTING_SPECIAL, NULL, "* -::*", .flags = SETTING_WORDS, .get = bind_get, .set = bind_set },
    { "port", SETTING_INT, &state.port, "6379", .least = 0, .most = 65535, .apply = rebind },
    { "tcp-backlog", SETTING_INT, &state.backlog, "511", .least = 0, .most = INT32_MAX, .flags = SETTING_IMMUTABLE },
    { "unixsocket", SETTING_TEXT, &state.socket_path, "", .flags = SETTING_IMMUTABLE },
    { "unixsocketperm", SETTING_OCTAL, &state.socket_permissions, "0", .least = 0, .most = 0777, .flags = SETTING_IMMUTABLE },
    { "unixsocketgroup", SETTING_TEXT, &state.socket_group, "", .flags = SETTING_HIDDEN | SETTING_IMMUTABLE },
    { "socket-mark-id", SETTING_INT, &state.mark, "0", .least = 0, .most = UINT32_MAX, .flags = SETTING_IMMUTABLE },
    { "maxclients", SETTING_INT, &state.max_clients, "10000", .least = 1, .most = UINT32_MAX, .apply = apply_max_clients },
    { "protected-mode", SETTING_BOOL, &state.protected_mode, "yes" },
    { "timeout", SETTING_INT, &state.idle_s, "0", .least = 0, .most = INT32_MAX },
    { "tcp-keepalive", SETTING_INT, &state.keepalive, "300", .least = 0, .most = INT32_MAX },
    { "max-new-connections-per-cycle", SETTING_INT, &state.per_cycle, "10", .least = 1, .most = 1000 },
    { 0 }
};

const feature listening = {
    .name = "server", .settings = settings, .info = info, .start = raise_file_limit, .tick = tick, .reset_stats = reset_stats,
};
