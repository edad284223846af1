/* gather.c -- what one answer costs, and whether the next is cheaper. */
#include "persist/gather.h"

/* LEAST_US: measured with 50 clients; below it those in two groups keep the disk, themselves and us busy all the time. */
enum { LEAST_US = 400, MOST_US = 20000, VAIN_MAX = 6 };

/* How far away the clients are nobody knows until the first is back: it is waited for as long as all of them are worth. */
int64_t gather_wait(gather *g, size_t waiting, size_t answered, size_t returned, int64_t now_us) {
    int64_t since = now_us - g->synced_us, limit = g->sync_us < MOST_US ? g->sync_us : MOST_US;
    if (g->sync_us < LEAST_US || g->pause || !waiting || returned >= answered || since >= limit) return 0;
    if (waiting != g->seen) {
        g->seen = waiting;
        g->seen_us = now_us;
    }
    int64_t share = (g->sync_us + since) / (int64_t)waiting;
    int64_t until = g->seen_us + (returned ? share / 2 : share * (int64_t)answered);
    if (until > g->synced_us + limit) until = g->synced_us + limit;
    if (until <= now_us) return 0;
    g->waited = true;
    return until - now_us;
}

void gather_synced(gather *g, size_t returned, int64_t begun_us, int64_t ended_us) {
    int64_t took = ended_us - begun_us;
    g->sync_us = g->sync_us ? (7 * g->sync_us + took) / 8 : took;
    g->synced_us = ended_us;
    g->seen = 0;
    if (g->pause) g->pause--;
    if (returned) {
        g->vain = 0;
    } else if (g->waited) {
        if (g->vain < VAIN_MAX) g->vain++;
        g->pause = 1u << g->vain;
    }
    g->waited = false;
}
