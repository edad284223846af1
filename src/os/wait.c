/* wait.c -- what is watched, and the one place where the server sleeps.
 *
 * The table has a row for every id. `wanted` is what os_watch asked for last and `known` what the poller was told; a
 * change of mind between two waits therefore costs no system call. Signals, children and the worker announce
 * themselves by the bell, a pipe that is watched like any other id. */
#include "os/inside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct row {
    void *owner;
    uint8_t wanted, known;
    bool dirty;                             /* stands in changed[] */
    int at;                                 /* where in the current batch its event is, if it has one */
} row;

static struct {
    row *rows;
    int count;
    int *changed, changes, changes_cap;
    int bell[2];
    bool rung;                              /* there may be news besides readiness */
    ready fetched[READY_MAX];
} watch = {.bell = {-1, -1}};

static bool table_reach(int id) {
    if (id < watch.count) return true;
    int count = watch.count ? watch.count : 64;
    while (count <= id) count *= 2;
    row *rows = realloc(watch.rows, (size_t)count * sizeof *rows);
    if (!rows) return false;
    memset(rows + watch.count, 0, (size_t)(count - watch.count) * sizeof *rows);
    watch.rows = rows;
    watch.count = count;
    return true;
}

static bool change_note(int id) {
    if (watch.rows[id].dirty) return true;
    if (watch.changes == watch.changes_cap) {
        int cap = watch.changes_cap ? 2 * watch.changes_cap : 64;
        int *changed = realloc(watch.changed, (size_t)cap * sizeof *changed);
        if (!changed) return false;
        watch.changed = changed;
        watch.changes_cap = cap;
    }
    watch.changed[watch.changes++] = id;
    watch.rows[id].dirty = true;
    return true;
}

int os_watch(int id, int what, void *owner) {
    if (id < 0) return OS_INVALID;
    if (!table_reach(id)) return OS_FULL;
    row *r = &watch.rows[id];
    r->owner = owner;
    r->wanted = (uint8_t)(what & (OS_READ | OS_WRITE));
    if (r->known || !r->wanted) return change_note(id) ? OS_OK : OS_FULL;
    int result = poller_set(id, 0, r->wanted);  /* at once, because only this can fail */
    if (result == OS_OK) r->known = r->wanted;
    else r->wanted = 0;
    return result;
}

void watch_forget(int id) {
    if (id < 0 || id >= watch.count) return;
    row *r = &watch.rows[id];
    r->owner = NULL;
    r->wanted = r->known = 0;
}

int watch_highest(void) { return watch.count; }

static void changes_apply(void) {
    for (int i = 0; i < watch.changes; i++) {
        row *r = &watch.rows[watch.changed[i]];
        r->dirty = false;
        if (r->wanted == r->known) continue;
        if (poller_set(watch.changed[i], r->known, r->wanted) == OS_OK) r->known = r->wanted;
    }
    watch.changes = 0;
}

void wake_ring(void) {
    int before = errno;
    ssize_t ignored = write(watch.bell[1], "", 1); /* a full pipe rings just as well */
    (void)ignored;
    errno = before;
}

static void bell_silence(void) {
    char sink[64];
    while (read(watch.bell[0], sink, sizeof sink) == sizeof sink) {}
    watch.rung = true;
}

static int news_take(os_event *out, int cap) {
    int count = 0;
    while (count < cap && (signals_take(&out[count]) || children_take(&out[count]) || synced_take(&out[count])))
        count++;
    watch.rung = count == cap;
    return count;
}

/* Both directions of one id make one event: whoever closes it while handling it will not meet it again. */
static int readiness_add(os_event *out, int count, ready r) {
    if (r.id >= watch.count) return count;
    row *w = &watch.rows[r.id];
    int what = r.what & w->wanted;
    if (!what) return count;
    if (w->at < count && out[w->at].id == r.id && out[w->at].what < OS_SIGNAL) {
        out[w->at].what |= what;
        return count;
    }
    w->at = count;
    out[count] = (os_event){.id = r.id, .what = what, .owner = w->owner};
    return count + 1;
}

int os_wait(os_event *out, int cap, int64_t timeout_us) {
    changes_apply();
    int count = watch.rung ? news_take(out, cap) : 0;
    if (count == cap) return count;
    int room = cap - count < READY_MAX ? cap - count : READY_MAX;
    int got = poller_wait(watch.fetched, room, count ? 0 : timeout_us);
    if (got < 0) return got;
    for (int i = 0; i < got; i++) {
        if (watch.fetched[i].id == watch.bell[0]) bell_silence();
        else count = readiness_add(out, count, watch.fetched[i]);
    }
    if (watch.rung) count += news_take(out + count, cap - count);
    return count;
}

static int bell_hang(void) {
    if (pipe(watch.bell) < 0) return os_fail();
    for (int i = 0; i < 2; i++) {
        fcntl(watch.bell[i], F_SETFL, O_NONBLOCK);
        fcntl(watch.bell[i], F_SETFD, FD_CLOEXEC);
    }
    return os_watch(watch.bell[0], OS_READ, NULL);
}

int os_start(void) {
    int result = poller_open();
    if (result == OS_OK) result = bell_hang();
    return result == OS_OK ? signals_catch() : result;
}
