/* test_gather.c -- clients, a disk and a server of which only the clock is real: who waits for whom, and what it brings.
 *
 * A client sends its next request a while (think) after its answer has come. The server takes what has arrived, asks whether
 * to wait for more, syncs for a time, and answers all it took. */
#include "persist/gather.h"
#include "unit.h"

enum { CLIENTS_MAX = 64, WAY_US = 30, SERVER_US = 3, CLIENT_US = 8, SYNCS = 2000 };

typedef struct {
    gather g;
    int clients;
    int64_t now, sync_us, arrives[CLIENTS_MAX];    /* of each client's request; -1 while it is being served */
    int64_t clients_free;                           /* they share a processor */
    bool latest[CLIENTS_MAX];                       /* answered by the latest sync */
    int64_t think_us;                               /* besides the way there and back; a random one twice as long at most */
    size_t answered;
    long syncs, served, waited_us;
} world;

static size_t take(world *w, size_t *returned) {
    size_t count = 0;
    for (int i = 0; i < w->clients; i++) {
        if (w->arrives[i] < 0 || w->arrives[i] > w->now) continue;
        w->arrives[i] = -1;
        w->now += SERVER_US;
        count++;
        *returned += w->latest[i];
    }
    return count;
}

static int64_t next_arrival(const world *w) {
    int64_t next = INT64_MAX;
    for (int i = 0; i < w->clients; i++) if (w->arrives[i] >= 0 && w->arrives[i] < next) next = w->arrives[i];
    return next;
}

static void answer(world *w) {
    w->answered = 0;
    for (int i = 0; i < w->clients; i++) {
        w->latest[i] = w->arrives[i] < 0;
        if (!w->latest[i]) continue;
        w->now += SERVER_US;
        if (w->clients_free < w->now + WAY_US) w->clients_free = w->now + WAY_US;
        w->clients_free += CLIENT_US;
        w->arrives[i] = w->clients_free + (w->think_us ? (int64_t)(unit_random() % (uint64_t)(2 * w->think_us)) : 0);
        w->answered++;
    }
    w->served += (long)w->answered;
}

static void turn(world *w, bool patient) {
    size_t returned = 0;
    if (next_arrival(w) > w->now) w->now = next_arrival(w);
    size_t waiting = take(w, &returned);
    for (int64_t us; patient && (us = gather_wait(&w->g, waiting, w->answered, returned, w->now)) > 0;) {
        int64_t since = w->now, next = next_arrival(w);
        w->now = next < w->now + us ? next > w->now ? next : w->now : w->now + us;
        w->waited_us += w->now - since;
        waiting += take(w, &returned);
    }
    int64_t begun = w->now;
    w->now += w->sync_us;
    gather_synced(&w->g, returned, begun, w->now);
    w->syncs++;
    answer(w);
}

static world run(int clients, int64_t sync_us, int64_t think_us, bool patient) {
    world w = { .clients = clients, .sync_us = sync_us, .think_us = think_us };
    for (int i = 0; i < clients; i++) w.arrives[i] = i % 2 ? 0 : sync_us;     /* in two groups */
    while (w.syncs < SYNCS) turn(&w, patient);
    return w;
}

static double rate(const world *w) { return (double)w->served / (double)w->now; }

/* Fifty who do nothing else: all in each sync, and what that is worth. */
static void busy(void) {
    for (int64_t sync_us = 500; sync_us <= 20000; sync_us *= 2) {
        world two = run(50, sync_us, 0, false), one = run(50, sync_us, 0, true);
        check(two.served / two.syncs < 36);
        check(one.served / one.syncs > 46);
        check(rate(&one) > 1.1 * rate(&two));
        check(sync_us < 4000 || rate(&one) > 1.5 * rate(&two));
    }
}

static void alone(void) {
    for (int64_t sync_us = 100; sync_us <= 20000; sync_us *= 2) {
        check(run(1, sync_us, 0, true).waited_us == 0);
        check(run(1, sync_us, 1000, true).waited_us == 0);
    }
}

static void fast_disk(void) {
    check(run(50, 300, 0, true).waited_us == 0);
    check(run(2, 20, 0, true).waited_us == 0);
}

/* Clients that think now and then wait for one who does not come: that must cost little, however long they think. */
static void thinking(void) {
    for (int clients = 2; clients <= 50; clients *= 5)
        for (int64_t sync_us = 500; sync_us <= 16000; sync_us *= 2)
            for (int64_t think_us = sync_us / 8; think_us <= sync_us * 64; think_us *= 2) {
                world without = run(clients, sync_us, think_us, false), with = run(clients, sync_us, think_us, true);
                check(rate(&with) > 0.85 * rate(&without));
                check(with.waited_us <= with.syncs * sync_us);
            }
}

/* Somebody who never comes back is waited for less and less. */
static void gone(void) {
    gather g = { 0 };
    int64_t now = 0, waited = 0;
    for (int i = 0; i < 1000; i++) {
        int64_t us = gather_wait(&g, 1, 2, 0, now);
        waited += us;
        now += us;
        check(us <= 2000);
        check(gather_wait(&g, 1, 2, 0, now) == 0);
        gather_synced(&g, 0, now, now + 2000);
        now += 2010;
    }
    check(waited > 0 && waited < 30 * 2000);
}

/* A disk that hangs for half a minute is no reason to wait for half a minute. */
static void hanging(void) {
    gather g = { 0 };
    gather_synced(&g, 1, 0, 30000000);
    check(gather_wait(&g, 1, 50, 1, 30000010) <= 20000);
    check(gather_wait(&g, 1, 50, 1, 30030000) == 0);
}

int main(void) {
    busy();
    alone();
    fast_disk();
    thinking();
    gone();
    hanging();
    return unit_result();
}
