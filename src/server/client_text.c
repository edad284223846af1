/* client_text.c -- a client as CLIENT LIST and the log describe it (behaviour.md section 6.1). */
#include "base/text.h"
#include "server/acl.h"
#include "server/client.h"
#include "server/command.h"
#include "server/log.h"
#include "server/multi.h"
#include "server/output.h"
#include "server/pubsub.h"
#include "server/request.h"
#include "server/tracking.h"

void client_peer_text(const os_address *a, bytes **out) {
    bool v6 = !a->local && strchr(a->text, ':');
    bytes_printf(out, v6 ? "[%s]:%d" : "%s:%d", a->text, a->port);
}

bool client_name_valid(slice name) {
    for (size_t i = 0; i < name.len; i++) if (name.at[i] < '!' || name.at[i] > '~') return false;
    return true;
}

const char *client_type_name(const client *k) {
    if (k->flags & CLIENT_MASTER) return "master";
    if (k->flags & CLIENT_REPLICA && !(k->flags & CLIENT_MONITOR)) return "replica";
    return k->flags & CLIENT_PUBSUB ? "pubsub" : "normal";
}

static void describe_flags(const client *k, bytes **out) {
    static const struct { unsigned flag; char letter; } letters[] = {
        { CLIENT_REPLICA, 'S' }, { CLIENT_MONITOR, 'O' }, { CLIENT_MASTER, 'M' }, { CLIENT_PUBSUB, 'P' }, { CLIENT_MULTI, 'x' },
        { CLIENT_BLOCKED, 'b' }, { CLIENT_TRACKING, 't' }, { CLIENT_TRACKING_BROKEN, 'R' }, { CLIENT_TRACKING_BCAST, 'B' },
        { CLIENT_DIRTY_CAS, 'd' }, { CLIENT_CLOSE_AFTER_REPLY, 'c' }, { CLIENT_UNBLOCKED, 'u' }, { CLIENT_CLOSING, 'A' },
        { CLIENT_UNIX, 'U' }, { CLIENT_READONLY, 'r' }, { CLIENT_NO_EVICT, 'e' }, { CLIENT_NO_TOUCH, 'T' },
    };
    size_t before = (*out)->len;
    unsigned flags = k->flags & CLIENT_MONITOR ? k->flags & ~(unsigned)CLIENT_REPLICA : k->flags;
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        if (flags & letters[i].flag) bytes_append_char(out, letters[i].letter);
    }
    if ((*out)->len == before) bytes_append_char(out, 'N');
}

static void describe_buffers(const client *k, bytes **out) {
    size_t omem = output_memory(k), pending = request_unread(k);
    size_t static_room = k->out_first ? k->out_first->cap : 0, used = k->out_first ? k->out_first->len : 0;
    size_t chunks = output_chunks(k);
    bytes_printf(out, " qbuf=%zu qbuf-free=%zu argv-mem=%zu multi-mem=%zu rbs=%zu rbp=%zu obl=%zu oll=%zu omem=%zu tot-mem=%zu",
                 pending, k->query_cap - k->query_len, k->argv_bytes, multi_memory(k), static_room, k->out_peak, used,
                 chunks ? chunks - 1 : 0, chunks > 1 ? omem : 0, client_memory(k));
}

static slice text_or_empty(const bytes *b) { return b ? bytes_slice(b) : (slice){ "", 0 }; }

void client_describe(const client *k, bytes **out) {
    size_t patterns, shard, channels = pubsub_count(k, &patterns, &shard);
    bytes_printf(out, "id=%llu addr=", (unsigned long long)k->id);
    client_peer_text(&k->peer, out);
    bytes_append_text(out, " laddr=");
    client_peer_text(&k->own, out);
    bytes_printf(out, " fd=%d name=%.*s age=%lld idle=%lld flags=", k->connection, SLICE_ARGS(text_or_empty(k->name)),
                 (long long)(loop_now() - k->created) / 1000, (long long)(loop_now() - k->active) / 1000);
    describe_flags(k, out);
    bytes_printf(out, " db=%d sub=%zu psub=%zu ssub=%zu multi=%d watch=%d", k->db ? k->db->id : 0, channels, patterns, shard,
                 multi_queued(k), watch_count(k));
    describe_buffers(k, out);
    slice user = k->user ? acl_user_name(k->user) : SLICE("(superuser)");
    bytes_printf(out, " events=%s cmd=%s user=%.*s redir=%lld resp=%d lib-name=%.*s lib-ver=%.*s io-thread=0",
                 k->connection < 0 ? "" : k->writing ? "rw" : "r", k->last_command ? k->last_command->row->name : "NULL",
                 SLICE_ARGS(user), (long long)tracking_redirect(k), k->protocol, SLICE_ARGS(text_or_empty(k->library)),
                 SLICE_ARGS(text_or_empty(k->library_version)));
}

void client_log_query_limit(const client *k) {
    bytes *who = NULL, *what = NULL;
    client_describe(k, &who);
    size_t pending = k->query_len - k->parsed;
    text_quote(&what, slice_make(k->query + k->parsed, pending < 64 ? pending : 64));
    log_warning("Closing client that reached max query buffer length: %s (qbuf initial bytes: %s)", who->at, what->at);
    bytes_free(who);
    bytes_free(what);
}
