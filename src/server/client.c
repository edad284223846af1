/* client.c -- the list of clients, their birth, their buffers and their end. */
#include "server/client.h"
#include "base/memory.h"
#include "data/table.h"
#include "server/acl.h"
#include "server/block.h"
#include "server/execute.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/lookahead.h"
#include "server/multi.h"
#include "server/output.h"
#include "server/pubsub.h"
#include "server/reply.h"
#include "server/request.h"
#include "server/tracking.h"

enum { QUERY_BYTES = 16 * 1024, QUERY_SPARE_MAX = 64, SMALL_OUTPUT = 16 * 1024 };

static struct {
    client *first, *last, *pending, *closing;
    table *by_id;
    uint64_t next_id;
    size_t connected;
    client_round round;
    uint32_t sending;                       /* counts those that had something to send */
    char *spare[QUERY_SPARE_MAX];           /* query buffers of QUERY_BYTES */
    int spares, spares_least;               /* the fewest since the last tick: so many were not needed */
    uint64_t query_limit;
    uint64_t bytes_in, bytes_out, reads, writes, query_limit_closed, output_limit_closed;
} state;

static slice id_key(const void *item) {
    const client *k = item;
    return slice_make(&k->id, sizeof k->id);
}

static const table_kind by_id = { id_key };

/* -- birth and death ------------------------------------------------------------------- */

static void readable(watcher *w, int what);

client *client_new(int connection) {
    client *k = memory_zero(sizeof *k);
    if (!state.by_id) state.by_id = table_new(&by_id);
    k->watch.ready = readable;
    k->id = ++state.next_id;
    k->connection = connection;
    k->protocol = 2;
    k->db = keyspace_db(0);
    k->user = connection >= 0 ? acl_default_user() : NULL;     /* the server itself may do everything */
    if (connection < 0 || acl_default_is_open()) k->flags |= CLIENT_AUTHENTICATED;
    k->created = k->active = loop_now();
    if (connection < 0) return k;
    bool found;
    slice key = id_key(k);
    *table_insert(state.by_id, hash_of(key), key, &found) = k;
    k->previous = state.last;
    if (state.last) state.last->next = k;
    else state.first = k;
    state.last = k;
    state.connected++;
    return k;
}

client *client_find(uint64_t id) {
    slice key = slice_make(&id, sizeof id);
    return state.by_id ? table_find(state.by_id, hash_of(key), key) : NULL;
}

client *client_first(void) { return state.first; }
size_t client_count(void) { return state.connected; }

void client_close(client *k) {
    if (k->flags & CLIENT_CLOSING) return;
    k->flags |= CLIENT_CLOSING;
    k->next_closing = state.closing;
    state.closing = k;
    loop_wake_now();
}

void client_close_when_sent(client *k) {
    k->flags |= CLIENT_CLOSE_AFTER_REPLY;
    client_pending(k);
}

static void release_query(client *k) {
    if (!k->query) return;
    if (k->query_cap == QUERY_BYTES && state.spares < QUERY_SPARE_MAX) state.spare[state.spares++] = k->query;
    else memory_free(k->query, k->query_cap);
    k->query = NULL;
    k->query_cap = k->query_len = k->parsed = k->looked = 0;
}

void client_drop(client *k) {
    client_close(k);
    if (k->flags & CLIENT_EXECUTING) return;
    output_release(k);
    if (k->in_batch) return;
    multi_discard(k);
    release_query(k);
    request_forget(k);
}

static void unlink_pending(client *k) {
    if (!(k->flags & CLIENT_PENDING)) return;
    client **at = &state.pending;
    while (*at != k) at = &(*at)->next_pending;
    *at = k->next_pending;
    k->flags &= ~(unsigned)CLIENT_PENDING;
}

static void unlist(client *k) {
    slice key = id_key(k);
    table_remove(state.by_id, hash_of(key), key);
    if (k->previous) k->previous->next = k->next;
    else state.first = k->next;
    if (k->next) k->next->previous = k->previous;
    else state.last = k->previous;
    state.connected--;
}

void client_close_now(client *k) {
    k->flags |= CLIENT_CLOSING;
    for (const feature *const *f = features(); *f; f++) if ((*f)->client_closed) (*f)->client_closed(k);
    block_forget(k);
    multi_discard(k);
    pubsub_leave_all(k);
    lookahead_forget(k);
    unlink_pending(k);
    if (k->connection >= 0) {
        unlist(k);
        os_watch(k->connection, 0, NULL);
        os_close(k->connection);
    }
    release_query(k);
    request_forget(k);
    output_release(k);
    bytes_free(k->aside);
    bytes_free(k->name);
    bytes_free(k->library);
    bytes_free(k->library_version);
    memory_free(k, sizeof *k);
}

void client_free_closed(void) {
    while (state.closing) {
        client *k = state.closing;
        state.closing = k->next_closing;
        client_close_now(k);
    }
}

/* -- input ------------------------------------------------------------------------------- */

static bool make_room(client *k) {
    if (!k->query) {
        k->query = state.spares ? state.spare[--state.spares] : memory_alloc(QUERY_BYTES);
        k->query_cap = QUERY_BYTES;
        if (state.spares < state.spares_least) state.spares_least = state.spares;
    }
    if (k->parsed && k->query_cap - k->query_len < QUERY_BYTES / 4) {
        memmove(k->query, k->query + k->parsed, k->query_len - k->parsed);
        k->query_len -= k->parsed;
        k->parsed = k->looked = 0;
    }
    size_t free_room = k->query_cap - k->query_len, wanted = request_wanted(k);
    if (free_room >= QUERY_BYTES / 4 && (free_room >= wanted || free_room >= k->query_len)) return true;
    /* Double towards what the request says it needs: never more than twice of what has really arrived. */
    size_t cap = k->query_cap * 2, enough = k->query_len + wanted + 1;
    if (wanted > QUERY_BYTES && cap > enough) cap = enough;
    char *bigger = memory_try(cap);
    if (!bigger) return false;
    memcpy(bigger, k->query, k->query_len);
    memory_free(k->query, k->query_cap);
    k->query = bigger;
    k->query_cap = cap;
    return true;
}

static void over_query_limit(client *k) {
    state.query_limit_closed++;
    client_log_query_limit(k);
    client_close(k);
}

/* A stranger's requests run before more are read: what waits stays within the limits of one request (request.c). */
static bool has_enough(const client *k) {
    return !(k->flags & CLIENT_AUTHENTICATED) && k->ready && k->query_len - k->parsed >= QUERY_BYTES / 2;
}

void client_read(client *k) {
    if (k->flags & (CLIENT_CLOSING | CLIENT_CLOSE_AFTER_REPLY) || has_enough(k)) return;
    if (k->in_batch || k->flags & CLIENT_EXECUTING) return;
    size_t room;
    char *big = request_room(k, &room);
    if (!big && !make_room(k)) {
        client_close(k);
        return;
    }
    ptrdiff_t got = big ? os_read(k->connection, big, room)
                        : os_read(k->connection, k->query + k->query_len, k->query_cap - k->query_len);
    if (got == OS_LATER) return;
    if (got <= 0) {
        client_close(k);
        return;
    }
    if (big) request_arrived(k, (size_t)got);
    else k->query_len += (size_t)got;
    k->bytes_in += (uint64_t)got;
    state.bytes_in += (uint64_t)got;
    state.reads++;
    k->active = loop_now();
    if (k->query_len - k->parsed > k->query_peak) k->query_peak = k->query_len - k->parsed;
    if (k->query_len - k->parsed + request_arriving(k) + multi_memory(k) > state.query_limit && !(k->flags & CLIENT_MASTER)) {
        over_query_limit(k);
        return;
    }
    client_ready(k);
}

static void link_pending(client *k) {
    if (k->flags & (CLIENT_PENDING | CLIENT_CLOSING) || k->connection < 0) return;
    k->flags |= CLIENT_PENDING;
    k->next_pending = state.pending;
    state.pending = k;
}

/* Behind what is old there may be answers of this turn, whose effects are not in the log yet: it goes when they go. */
static void writable(client *k) {
    k->writable = true;
    link_pending(k);
}

static void readable(watcher *w, int what) {
    client *k = (client *)w;
    if (what & OS_WRITE) writable(k);
    if (what & OS_READ) client_read(k);
}

void client_query_done(client *k) {
    if (k->parsed == k->query_len && !k->partial) release_query(k);
}

void client_ready(client *k) { lookahead_add(k); }

/* -- output -------------------------------------------------------------------------------- */

void client_pending(client *k) {
    if (k->flags & (CLIENT_PENDING | CLIENT_CLOSING) || k->connection < 0) return;
    link_pending(k);
    state.round.waiting++;
    if (k->answered == state.sending) state.round.returned++;
}

client_round client_round_now(void) { return state.round; }

void client_send(client *k) {
    enum { PIECES = 64 };
    k->writable = false;
    while (k->out_total && !(k->flags & CLIENT_CLOSING)) {
        os_piece pieces[PIECES];
        int n = 0;
        size_t skip = k->out_sent, offered = 0;
        for (const chunk *c = k->out_first; c && n < PIECES; c = c->next) {
            pieces[n] = (os_piece){ c->at + skip, c->len - skip };
            offered += c->len - skip;
            skip = 0;
            n++;
        }
        ptrdiff_t sent = os_write(k->connection, pieces, n);
        if (sent < 0 && sent != OS_LATER) {
            client_close(k);
            return;
        }
        if (sent > 0) {
            output_drop(k, (size_t)sent);
            k->bytes_out += (uint64_t)sent;
            state.bytes_out += (uint64_t)sent;
            state.writes++;
        }
        if (sent < (ptrdiff_t)offered) break;
    }
    bool more = k->out_total > 0;
    if (!more && k->out_first) output_free(k);
    if (more != k->writing && !(k->flags & CLIENT_CLOSING)) {
        k->writing = more;
        os_watch(k->connection, OS_READ | (more ? OS_WRITE : 0), k);
    }
    if (!more && k->flags & CLIENT_CLOSE_AFTER_REPLY) client_close(k);
}

void client_check_output(client *k) {
    if (!client_over_output_limit(k)) return;
    state.output_limit_closed++;
    client_close(k);
}

void client_send_pending(void) {
    if (!state.pending) return;
    state.sending++;
    state.round = (client_round){ .answered = state.round.waiting };
    while (state.pending) {
        client *k = state.pending;
        state.pending = k->next_pending;
        k->flags &= ~(unsigned)CLIENT_PENDING;
        k->answered = state.sending;
        if (k->out_total > k->out_peak) k->out_peak = k->out_total;
        if (k->out_total > SMALL_OUTPUT) client_check_output(k);        /* too much is too much however fast it is read */
        if (!k->writing || k->writable || k->flags & CLIENT_CLOSE_AFTER_REPLY) client_send(k);
        client_check_output(k);
    }
}

/* -- the rest --------------------------------------------------------------------------------- */

void client_reset(client *k) {
    multi_discard(k);
    pubsub_leave_all(k);
    for (const feature *const *f = features(); *f; f++) if ((*f)->client_closed) (*f)->client_closed(k);
    k->flags &= CLIENT_UNIX | CLIENT_PENDING | CLIENT_EXECUTING | CLIENT_CLOSING | CLIENT_CLOSE_AFTER_REPLY;
    if (acl_default_is_open()) k->flags |= CLIENT_AUTHENTICATED;
    k->user = acl_default_user();
    k->db = keyspace_db(0);
    k->protocol = 2;
    bytes_free(k->name);
    k->name = NULL;
}

size_t client_memory(const client *k) {
    return memory_good_size(sizeof *k) + k->query_cap + request_memory(k) + output_memory(k) + multi_memory(k)
        + watch_memory(k) + pubsub_memory(k) + tracking_memory(k) + bytes_footprint(k->name) + bytes_footprint(k->library)
        + bytes_footprint(k->library_version);
}

static void print_in(bytes **out) { bytes_append_int(out, (int64_t)state.bytes_in); }
static void print_out(bytes **out) { bytes_append_int(out, (int64_t)state.bytes_out); }
static void print_reads(bytes **out) { bytes_append_int(out, (int64_t)state.reads); }
static void print_writes(bytes **out) { bytes_append_int(out, (int64_t)state.writes); }
static void print_query_limit(bytes **out) { bytes_append_int(out, (int64_t)state.query_limit_closed); }
static void print_output_limit(bytes **out) { bytes_append_int(out, (int64_t)state.output_limit_closed); }
static void print_connected(bytes **out) { bytes_append_int(out, (int64_t)state.connected); }

static void reset_stats(void) {
    state.bytes_in = state.bytes_out = state.reads = state.writes = 0;
    state.query_limit_closed = state.output_limit_closed = 0;
}

static size_t overhead(void) {
    size_t size = (size_t)state.spares * QUERY_BYTES;
    for (const client *k = state.first; k; k = k->next) size += client_memory(k);
    return size;
}

/* Spare buffers that were not needed for a while go, and a soft limit is passed by waiting, too. */
static void tick(int64_t now) {
    (void)now;
    for (; state.spares_least; state.spares_least--) memory_free(state.spare[--state.spares], QUERY_BYTES);
    state.spares_least = state.spares;
    output_trim();
    if (!client_limits_waiting()) return;
    for (client *k = state.first; k; k = k->next) if (k->out_soft_since) client_check_output(k);
}

static const info_field info[] = {
    { "clients", "connected_clients", print_connected, NULL },
    { "stats", "total_net_input_bytes", print_in, NULL },
    { "stats", "total_net_output_bytes", print_out, NULL },
    { "stats", "total_reads_processed", print_reads, NULL },
    { "stats", "total_writes_processed", print_writes, NULL },
    { "stats", "client_query_buffer_limit_disconnections", print_query_limit, NULL },
    { "stats", "client_output_buffer_limit_disconnections", print_output_limit, NULL },
    { 0 }
};

static const setting settings[] = {
    { "client-query-buffer-limit", SETTING_MEMORY, &state.query_limit, "1gb", .least = 1 << 20, .most = INT64_MAX },
    { 0 }
};

const feature clients = {
    .name = "connection", .settings = settings, .info = info, .reset_stats = reset_stats, .overhead = overhead,
    .tick = tick,
};
