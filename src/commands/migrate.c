/* migrate.c -- MIGRATE: keys move to another server, each deleted here once it is there (persistence.md 5.3).
 *
 * Everybody waits meanwhile, as the command promises that a key is in one place or the other. The connection to a target
 * is kept for some seconds, for whoever moves many keys sends many commands. */
#include "base/number.h"
#include "commands/dump.h"
#include "os/os.h"
#include "persist/aof.h"
#include "server/client.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/propagate.h"
#include "server/reply.h"
#include <stdio.h>

enum { LINKS_MAX = 64, LINK_IDLE_MS = 10000, WRITE_BYTES = 64 << 10, LINE_BYTES = 512, NAP_FIRST_US = 20, NAP_MAX_US = 1000 };

typedef struct peer_link {
    bytes *host;
    int64_t port;
    int id;
    int64_t db;                             /* selected there, -1 unknown */
    int64_t used_ms;
} peer_link;

static struct {
    peer_link links[LINKS_MAX];
    int count;
} state;

typedef struct migration {
    call *call;
    slice host;
    int64_t port, db, timeout_ms;
    bool copy, replace;
    slice user, password;                   /* password.at NULL: none wanted */
    slice *keys;                            /* those that are there */
    int count;
    peer_link *link;
    bytes *request;
    int leading;                            /* replies before those of the keys */
    bool selects;
    slice *moved;                           /* DEL and the acknowledged keys */
    int moved_count;
    bytes *error;                           /* the first of the target's */
    char line[LINE_BYTES];
    char in[4096];
    size_t in_at, in_have;
} migration;

/* -- links ------------------------------------------------------------------------------------------------ */

static void link_close(peer_link *l) {
    os_close(l->id);
    bytes_free(l->host);
    *l = state.links[--state.count];
}

static void tick(int64_t now) {
    for (int i = state.count - 1; i >= 0; i--) if (now - state.links[i].used_ms > LINK_IDLE_MS) link_close(&state.links[i]);
}

static peer_link *link_find(const migration *m) {
    for (int i = 0; i < state.count; i++) {
        peer_link *l = &state.links[i];
        if (l->port == m->port && slice_equal(bytes_slice(l->host), m->host)) return l;
    }
    return NULL;
}

/* Naps while the peer is not ready: short ones first, for it mostly is at once. */
static bool nap(int64_t deadline_us, int64_t *nap_us) {
    if (os_mono_us() >= deadline_us) return false;
    os_sleep_us(*nap_us);
    if (*nap_us < NAP_MAX_US) *nap_us *= 2;
    return true;
}

static int64_t deadline(const migration *m) { return os_mono_us() + m->timeout_ms * 1000; }

static bool link_open(migration *m) {
    os_address to = { 0 };
    bytes *name = bytes_copy(m->host);
    int found = os_name_lookup(name->at, &to);
    bytes_free(name);
    if (found != OS_OK) return false;
    to.port = (int)m->port;
    int id = os_connect(&to, NULL), ready;
    int64_t end = deadline(m), nap_us = NAP_FIRST_US;
    if (id < 0) return false;
    while ((ready = os_connected(id)) == OS_LATER && nap(end, &nap_us)) { }
    if (ready == OS_LATER) {
        os_close(id);
        return false;
    }
    if (state.count == LINKS_MAX) link_close(&state.links[0]);
    state.links[state.count] = (peer_link){ bytes_copy(m->host), m->port, id, -1, m->call->now };
    m->link = &state.links[state.count++];
    return true;
}

/* False with *late when time ran out. */
static bool send_all(migration *m, bool *late) {
    int64_t end = deadline(m), nap_us = NAP_FIRST_US;
    for (size_t done = 0; done < m->request->len;) {
        size_t left = m->request->len - done;
        os_piece piece = { m->request->at + done, left < WRITE_BYTES ? left : WRITE_BYTES };
        ptrdiff_t wrote = os_write(m->link->id, &piece, 1);
        if (wrote > 0) {
            done += (size_t)wrote;
            end = deadline(m);
            nap_us = NAP_FIRST_US;
        } else if (wrote != OS_LATER) {
            return false;
        } else if (!nap(end, &nap_us)) {
            *late = true;
            return false;
        }
    }
    return true;
}

static bool read_more(migration *m, bool *late) {
    int64_t end = deadline(m), nap_us = NAP_FIRST_US;
    for (;;) {
        ptrdiff_t got = os_read(m->link->id, m->in, sizeof m->in);
        if (got > 0) {
            m->in_at = 0;
            m->in_have = (size_t)got;
            return true;
        }
        if (got != OS_LATER) return false;
        if (!nap(end, &nap_us)) {
            *late = true;
            return false;
        }
    }
}

static bool read_line(migration *m, slice *line, bool *late) {
    size_t len = 0;
    for (;;) {
        if (m->in_at == m->in_have && !read_more(m, late)) return false;
        char ch = m->in[m->in_at++];
        if (ch == '\n') break;
        if (len < sizeof m->line) m->line[len++] = ch;
    }
    if (len && m->line[len - 1] == '\r') len--;
    *line = slice_make(m->line, len);
    return true;
}

/* -- the conversation ----------------------------------------------------------------------------------------- */

static void say(migration *m, int argc, const slice *argv) { aof_encode(&m->request, argc, argv); }

static void say_restore(migration *m, slice key, const entry *e) {
    char ttl[NUMBER_INT_TEXT];
    int64_t left = entry_expires(e) ? entry_expiry(e) - m->call->now : 0;
    if (entry_expires(e) && left < 1) left = 1;
    bytes *payload = dump_payload(e);
    slice argv[5] = { SLICE("RESTORE"), key, { ttl, (size_t)number_print_int(ttl, left) }, bytes_slice(payload), SLICE("REPLACE") };
    say(m, m->replace ? 5 : 4, argv);
    bytes_free(payload);
}

static void compose(migration *m) {
    char number[NUMBER_INT_TEXT];
    if (m->request) m->request->len = 0;
    m->leading = 0;
    if (m->password.at && m->user.at) say(m, 3, (slice[]){ SLICE("AUTH"), m->user, m->password });
    else if (m->password.at) say(m, 2, (slice[]){ SLICE("AUTH"), m->password });
    if (m->password.at) m->leading++;
    m->selects = m->link->db != m->db;
    if (m->selects) say(m, 2, (slice[]){ SLICE("SELECT"), { number, (size_t)number_print_int(number, m->db) } });
    m->leading += m->selects;
    int kept = 0;
    for (int i = 0; i < m->count; i++) {
        const entry *e = keyspace_find(m->call, m->keys[i]);
        if (!e) continue;
        say_restore(m, m->keys[i], e);
        m->keys[kept++] = m->keys[i];
    }
    m->count = kept;
}

static void note_error(migration *m, slice line) {
    if (!m->error) m->error = bytes_copy(slice_make(line.at + 1, line.len - 1));
    m->link->db = -1;
}

/* The first refusal among AUTH and SELECT stands for all; keys are acknowledged one by one. */
static bool hear(migration *m, bool *late) {
    slice line;
    bool refused = false;
    for (int i = 0; i < m->leading; i++) {
        if (!read_line(m, &line, late)) return false;
        if (line.len && line.at[0] == '-') note_error(m, line), refused = true;
    }
    if (!refused) m->link->db = m->db;
    for (int i = 0; i < m->count; i++) {
        if (!read_line(m, &line, late)) return false;
        if (refused) continue;
        if (line.len && line.at[0] == '-') {
            note_error(m, line);
        } else if (m->copy) {
            m->moved_count++;
        } else {
            keyspace_delete(m->call, m->keys[i]);
            changed(m->call, m->keys[i], NOTIFY_GENERIC, "del");
            m->moved[m->moved_count++] = m->keys[i];
        }
    }
    return true;
}

/* NULL when all has been said and heard. */
static const char *converse(migration *m, bool *late) {
    m->in_at = m->in_have = 0;
    m->link = link_find(m);
    if (!m->link && !link_open(m)) return "IOERR error or timeout connecting to the client";
    compose(m);
    const char *why = NULL;
    if (!send_all(m, late)) why = "IOERR error or timeout writing to target instance";
    else if (!hear(m, late)) why = "IOERR error or timeout reading from target instance";
    if (why) link_close(m->link);
    else m->link->used_ms = m->call->now;
    return why;
}

static void tell_of_moved(migration *m) {
    if (m->copy || m->moved_count == 1) {
        propagate_nothing(m->call);
        return;
    }
    m->moved[0] = SLICE("DEL");
    propagate_as(m->call, m->moved_count, m->moved);
}

static void migrate_keys(migration *m) {
    bool late = false;
    const char *why = converse(m, &late);
    bool untouched = m->moved_count == 1 && !m->error;
    if (why && untouched && !late && !strstr(why, "connecting")) why = converse(m, &late);
    tell_of_moved(m);
    if (why) reply_error(m->call, why);
    else if (m->error) reply_errorf(m->call, "ERR Target instance replied with error: %s", m->error->at);
    else reply_ok(m->call);
}

/* -- the command -------------------------------------------------------------------------------------------------- */

static bool parse_options(migration *m, int *first, int *count) {
    call *c = m->call;
    *first = 3, *count = 1;
    for (int i = 6; i < c->argc; i++) {
        int more = c->argc - 1 - i;
        if (slice_is(c->argv[i], "copy")) {
            m->copy = true;
        } else if (slice_is(c->argv[i], "replace")) {
            m->replace = true;
        } else if (slice_is(c->argv[i], "auth") && more >= 1) {
            m->password = c->argv[++i];
        } else if (slice_is(c->argv[i], "auth2") && more >= 2) {
            m->user = c->argv[++i];
            m->password = c->argv[++i];
        } else if (slice_is(c->argv[i], "keys")) {
            if (c->argv[3].len) {
                reply_error(c, "ERR When using MIGRATE KEYS option, the key argument must be set to the empty string");
                return false;
            }
            *first = i + 1, *count = c->argc - i - 1;
            return true;
        } else {
            reply_syntax_error(c);
            return false;
        }
    }
    return true;
}

static void migrate(call *c) {
    migration m = { .call = c, .host = c->argv[1] };
    int first, count;
    if (!parse_options(&m, &first, &count)) return;
    if (!arg_int(c, c->argv[5], &m.timeout_ms) || !arg_int(c, c->argv[4], &m.db) || !arg_int(c, c->argv[2], &m.port)) return;
    if (m.timeout_ms <= 0) m.timeout_ms = 1000;
    size_t size = ((size_t)count + 1) * sizeof(slice);
    m.keys = memory_alloc(size);
    m.moved = memory_alloc(size);
    m.moved_count = 1;
    for (int i = 0; i < count; i++) if (keyspace_find(c, c->argv[first + i])) m.keys[m.count++] = c->argv[first + i];
    if (m.count) migrate_keys(&m);
    else reply_status(c, "NOKEY");
    bytes_free(m.request);
    bytes_free(m.error);
    memory_free(m.keys, size);
    memory_free(m.moved, size);
}

static int find_keys(int argc, const slice *argv, int *positions, unsigned *accesses, int cap) {
    int first = 3, count = 1, found = 0;
    for (int i = 6; i < argc; i++) {
        if (slice_is(argv[i], "auth")) i++;
        else if (slice_is(argv[i], "auth2")) i += 2;
        else if (slice_is(argv[i], "keys")) {
            if (argv[3].len) return 0;      /* a mistake, which MIGRATE itself will tell */
            first = i + 1, count = argc - i - 1;
            break;
        }
    }
    for (; found < count && found < cap; found++) positions[found] = first + found, accesses[found] = KEY_MOVE;
    return found;
}

static const command commands[] = {
    { "migrate", migrate, WRITE | MOVABLE_KEYS, 0,
      "host #port {key-selector: @key | (empty-string: '')} #destination-db #timeout [COPY]^3.0.0 [REPLACE]^3.0.0 "
      "[authentication: AUTH auth=password^4.0.7 | AUTH2 (auth2: username password)^6.0.0] [KEYS @keys=key ...]^3.0.6", "2.6.0",
      "This command actually executes a DUMP+DEL in the source instance, and a RESTORE in the target instance. See the pages of these "
      "commands for time complexity. Also an O(N) data transfer between the two instances is performed.",
      "Moves keys to another server.", .categories = "dangerous", .tips = "nondeterministic_output", .arity = -6,
      .key_specs = "RW+access+delete index{index=3} range{lastkey=0,keystep=1,limit=0} ; "
                   "RW+access+delete+incomplete keyword{keyword=KEYS,startfrom=-2} range{lastkey=-1,keystep=1,limit=0}",
      .find_keys = find_keys },
    { 0 }
};

static void print_links(bytes **out) { bytes_append_int(out, state.count); }

static const info_field info[] = {
    { "stats", "migrate_cached_sockets", print_links, NULL },
    { 0 }
};

const feature migrating = { .name = "generic", .commands = commands, .info = info, .tick = tick };
