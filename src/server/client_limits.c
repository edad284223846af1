/* client_limits.c -- client-output-buffer-limit: who reads too slowly is cut off (behaviour.md section 5). */
#include "base/number.h"
#include "server/client.h"
#include "server/feature.h"
#include "server/log.h"
#include "server/output.h"

enum { STRANGER_OUTPUT = 1024 };            /* bytes that wait for a client that has not said who it is */
enum class { CLASS_NORMAL, CLASS_REPLICA, CLASS_PUBSUB, CLASSES };

typedef struct limit { uint64_t hard, soft; int64_t soft_seconds; } limit;

static struct { limit limits[CLASSES]; bool waiting; } state;

static enum class class_of(const client *k) {
    if (k->flags & CLIENT_REPLICA && !(k->flags & CLIENT_MONITOR)) return CLASS_REPLICA;
    return k->flags & CLIENT_PUBSUB ? CLASS_PUBSUB : CLASS_NORMAL;
}

bool client_over_output_limit(client *k) {
    const limit *l = &state.limits[class_of(k)];
    size_t used = k->out_total;
    if (!used || k->flags & (CLIENT_CLOSING | CLIENT_MASTER)) return false;
    bool over = (l->hard && used >= l->hard) || (!(k->flags & CLIENT_AUTHENTICATED) && used > STRANGER_OUTPUT);
    if (!l->soft || used < l->soft) k->out_soft_since = 0;
    else if (!k->out_soft_since) k->out_soft_since = loop_now();
    else over |= loop_now() - k->out_soft_since > l->soft_seconds * 1000;
    state.waiting |= k->out_soft_since != 0;
    if (!over) return false;
    bytes *who = NULL;
    client_describe(k, &who);
    log_warning("Client %s scheduled to be closed ASAP for overcoming of output buffer limits.", who->at);
    bytes_free(who);
    return true;
}

bool client_limits_waiting(void) {
    bool waiting = state.waiting;
    state.waiting = false;
    return waiting;
}

static void get(bytes **out) {
    static const char *const names[CLASSES] = { "normal", "slave", "pubsub" };
    for (int i = 0; i < CLASSES; i++) {
        const limit *l = &state.limits[i];
        bytes_printf(out, "%s%s %llu %llu %lld", i ? " " : "", names[i], (unsigned long long)l->hard, (unsigned long long)l->soft,
                     (long long)l->soft_seconds);
    }
}

static int class_named(slice name) {
    if (slice_is(name, "normal")) return CLASS_NORMAL;
    if (slice_is(name, "slave") || slice_is(name, "replica")) return CLASS_REPLICA;
    return slice_is(name, "pubsub") ? CLASS_PUBSUB : -1;
}

static const char *set(int argc, const slice *argv) {
    limit limits[CLASSES];
    memcpy(limits, state.limits, sizeof limits);
    if (argc == 1 && !argv[0].len) return NULL;
    if (argc % 4) return "Wrong number of arguments in buffer limit configuration.";
    for (int i = 0; i < argc; i += 4) {
        int class = class_named(argv[i]);
        if (class < 0) return "Invalid client class specified in buffer limit configuration.";
        limit *l = &limits[class];
        if (!number_parse_memory(argv[i + 1], &l->hard) || !number_parse_memory(argv[i + 2], &l->soft)
            || !number_parse_int(argv[i + 3], &l->soft_seconds) || l->soft_seconds < 0) {
            return "Error in hard, soft or soft_seconds setting in buffer limit configuration.";
        }
    }
    memcpy(state.limits, limits, sizeof limits);
    return NULL;
}

static const setting settings[] = {
    { "client-output-buffer-limit", SETTING_SPECIAL, NULL, "normal 0 0 0 slave 256mb 64mb 60 pubsub 32mb 8mb 60",
      .flags = SETTING_MULTI | SETTING_WORDS, .line_words = 4, .get = get, .set = set },
    { 0 }
};

const feature client_limits = { .name = "server", .settings = settings };
