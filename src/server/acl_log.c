/* acl_log.c -- the list behind ACL LOG, and the counters in INFO. */
#include "server/acl_log.h"
#include "base/memory.h"
#include "server/client.h"
#include "server/feature.h"
#include "server/reply.h"

enum { SAME_MS = 60000, LOOK_BACK = 10 };

typedef struct event {
    struct event *next;                     /* older */
    int64_t count, id, created, updated;    /* unix ms */
    enum acl_reason reason;
    const char *context;
    bytes *object, *username, *client;
} event;

static struct {
    event *newest;
    int64_t count, next_id, most;
    uint64_t refused[ACL_REASONS];
} state;

static const char *context_of(const call *c) {
    if (c->client->flags & CLIENT_SCRIPT) return "lua";
    return c->outer || c->client->flags & CLIENT_MULTI ? "multi" : "toplevel";
}

static void event_free(event *e) {
    bytes_free(e->object);
    bytes_free(e->username);
    bytes_free(e->client);
    memory_free(e, sizeof *e);
}

static void trim(int64_t most) {
    event **at = &state.newest;
    for (int64_t i = 0; i < most && *at; i++) at = &(*at)->next;
    while (*at) {
        event *e = *at;
        *at = e->next;
        state.count--;
        event_free(e);
    }
}

void acl_log_clear(void) { trim(0); }

static bool like(const event *e, enum acl_reason reason, const char *context, slice object, slice username) {
    return e->reason == reason && !strcmp(e->context, context) && loop_now() - e->updated <= SAME_MS
        && slice_equal(bytes_slice(e->object), object) && slice_equal(bytes_slice(e->username), username);
}

/* The entry that tells of the same already, which becomes the newest; or NULL. */
static event *take_like(enum acl_reason reason, const char *context, slice object, slice username) {
    event **at = &state.newest;
    for (int i = 0; *at && i < LOOK_BACK; at = &(*at)->next, i++) {
        event *e = *at;
        if (!like(e, reason, context, object, username)) continue;
        *at = e->next;
        e->next = state.newest;
        return state.newest = e;
    }
    return NULL;
}

void acl_log_add(enum acl_reason reason, const call *c, slice object, slice username) {
    const char *context = context_of(c);
    state.refused[reason]++;
    event *e = take_like(reason, context, object, username);
    if (!e) {
        e = memory_alloc(sizeof *e);
        *e = (event){ .next = state.newest, .id = state.next_id++, .created = loop_now(), .reason = reason, .context = context,
                      .object = bytes_copy(object), .username = bytes_copy(username) };
        state.newest = e;
        state.count++;
    }
    e->count++;
    e->updated = loop_now();
    bytes_free(e->client);
    e->client = NULL;
    const call *begun = c;
    while (begun->outer) begun = begun->outer;
    client_describe(begun->client, &e->client);
    trim(state.most);
}

static void reply_event(call *c, const event *e) {
    static const char *const reasons[ACL_REASONS] = { "command", "key", "channel", "auth" };
    reply_map(c, 10);
    reply_bulk_text(c, "count");
    reply_int(c, e->count);
    reply_bulk_text(c, "reason");
    reply_bulk_text(c, reasons[e->reason]);
    reply_bulk_text(c, "context");
    reply_bulk_text(c, e->context);
    reply_bulk_text(c, "object");
    reply_bulk(c, bytes_slice(e->object));
    reply_bulk_text(c, "username");
    reply_bulk(c, bytes_slice(e->username));
    reply_bulk_text(c, "age-seconds");
    reply_double(c, (double)(c->now - e->updated) / 1000);
    reply_bulk_text(c, "client-info");
    reply_bulk(c, bytes_slice(e->client));
    reply_bulk_text(c, "entry-id");
    reply_int(c, e->id);
    reply_bulk_text(c, "timestamp-created");
    reply_int(c, e->created);
    reply_bulk_text(c, "timestamp-last-updated");
    reply_int(c, e->updated);
}

void acl_log_reply(call *c, int64_t count) {
    if (count > state.count) count = state.count;
    if (count < 0) count = 0;
    reply_array(c, (long)count);
    for (const event *e = state.newest; count--; e = e->next) reply_event(c, e);
}

static void print_auth(bytes **out) { bytes_append_int(out, (int64_t)state.refused[ACL_LOG_AUTH]); }
static void print_command(bytes **out) { bytes_append_int(out, (int64_t)state.refused[ACL_LOG_COMMAND]); }
static void print_key(bytes **out) { bytes_append_int(out, (int64_t)state.refused[ACL_LOG_KEY]); }
static void print_channel(bytes **out) { bytes_append_int(out, (int64_t)state.refused[ACL_LOG_CHANNEL]); }

static const info_field info[] = {
    { "stats", "acl_access_denied_auth", print_auth, NULL },
    { "stats", "acl_access_denied_cmd", print_command, NULL },
    { "stats", "acl_access_denied_key", print_key, NULL },
    { "stats", "acl_access_denied_channel", print_channel, NULL },
    { 0 }
};

static const setting settings[] = {
    { "acllog-max-len", SETTING_INT, &state.most, "128", .least = 0, .most = INT64_MAX },
    { 0 }
};

const feature acl_log = { .name = "server", .settings = settings, .info = info };
