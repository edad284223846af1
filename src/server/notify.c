/* notify.c -- keyspace notifications: which are wanted, and sending them as messages (behaviour.md section 14). */
#include "server/notify.h"
#include "base/memory.h"
#include "server/feature.h"
#include "server/keyspace.h"
#include "server/pubsub.h"

static struct { unsigned classes; } state;

static const struct { char letter; unsigned class; } letters[] = {
    { 'g', NOTIFY_GENERIC }, { '$', NOTIFY_STRING }, { 'l', NOTIFY_LIST }, { 's', NOTIFY_SET }, { 'h', NOTIFY_HASH },
    { 'z', NOTIFY_ZSET }, { 'x', NOTIFY_EXPIRED }, { 'e', NOTIFY_EVICTED }, { 't', NOTIFY_STREAM }, { 'd', NOTIFY_MODULE },
    { 'n', NOTIFY_NEW }, { 'K', NOTIFY_KEYSPACE }, { 'E', NOTIFY_KEYEVENT }, { 'm', NOTIFY_MISS },
};

enum { LETTERS = sizeof letters / sizeof *letters, IN_ALL = 10 };
#define NOTIFY_ALL (NOTIFY_GENERIC | NOTIFY_STRING | NOTIFY_LIST | NOTIFY_SET | NOTIFY_HASH | NOTIFY_ZSET | NOTIFY_EXPIRED \
                    | NOTIFY_EVICTED | NOTIFY_STREAM | NOTIFY_MODULE)

/* Without K or E there is no channel to send to. */
unsigned notify_classes(void) { return state.classes & (NOTIFY_KEYSPACE | NOTIFY_KEYEVENT) ? state.classes : 0; }

static void send(const char *kind, int number, slice name, slice payload) {
    bytes *channel = bytes_new(name.len + 32);
    bytes_printf(&channel, "__%s@%d__:", kind, number);
    bytes_append(&channel, name);
    pubsub_publish(bytes_slice(channel), payload, false);
    bytes_free(channel);
}

void notify_send(unsigned class, const char *event, slice key, const db *d) {
    if (!(notify_classes() & class)) return;
    if (state.classes & NOTIFY_KEYSPACE) send("keyspace", d->id, key, slice_of(event));
    if (state.classes & NOTIFY_KEYEVENT) send("keyevent", d->id, slice_of(event), key);
}

static const char *set(int argc, const slice *argv) {
    unsigned classes = 0;
    for (int i = 0; i < argc; i++) {
        for (size_t j = 0; j < argv[i].len; j++) {
            int k = 0;
            while (k < LETTERS && letters[k].letter != argv[i].at[j]) k++;
            if (argv[i].at[j] == 'A') classes |= NOTIFY_ALL;
            else if (k < LETTERS) classes |= letters[k].class;
            else return "Invalid event class character. Use 'Ag$lshzxeKEtmdn'.";
        }
    }
    state.classes = classes;
    return NULL;
}

/* The n of `AKEn` is not shown when A is: 8.0.2 does so, and tools compare. */
static void get(bytes **out) {
    bool all = (state.classes & NOTIFY_ALL) == NOTIFY_ALL;
    if (all) bytes_append_char(out, 'A');
    for (int i = all ? IN_ALL : 0; i < LETTERS; i++) {
        if (all && letters[i].class == NOTIFY_NEW) continue;
        if (state.classes & letters[i].class) bytes_append_char(out, letters[i].letter);
    }
}

static const setting settings[] = {
    { "notify-keyspace-events", SETTING_SPECIAL, NULL, "", .get = get, .set = set },
    { 0 }
};

const feature notifications = { .name = "server", .settings = settings };
