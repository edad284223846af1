/* eviction.c -- how well the server chooses what to forget: hits of the same Zipf trace, beside another server's.
 *
 *     eviction        REDIS=host:port names the other (it is flushed, and its maxmemory changes for the time)
 *
 * Every server gets as much memory as a fifth of the keys take in it. A request is a GET, and a SET when that missed, of a
 * key whose rank has a Zipf distribution. LRU clocks count seconds, so its trace goes at the same pace on both, slow enough
 * for seconds to tell keys apart: a server that is quick would be worse off. Hits count from the second half on. */
#include "transcript_server.h"

#include <hiredis/hiredis.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { KEYS = 100000, KEPT = KEYS / 5, REQUESTS = 2000000, PACED = 400000, BATCH = 50, BATCH_US = 4000 };

static double reach[KEYS]; /* the share of requests that go to this rank or a lower one */
static uint64_t random_state;

static double random_unit(void) {
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return (double)(random_state >> 11) / 9007199254740992.0;
}

static void zipf_prepare(void) {
    double sum = 0;
    for (int i = 0; i < KEYS; i++) reach[i] = sum += 1.0 / (i + 1);
    for (int i = 0; i < KEYS; i++) reach[i] /= sum;
}

/* The rank is spread over the names, so that neighbours in rank are not neighbours in any table. */
static long zipf_key(void) {
    double at = random_unit();
    long low = 0, high = KEYS - 1;
    while (low < high) {
        long middle = (low + high) / 2;
        if (reach[middle] < at) low = middle + 1;
        else high = middle;
    }
    return low * 7919 % KEYS;
}

static redisReply *reply_of(redisContext *c) {
    redisReply *r = NULL;
    if (redisGetReply(c, (void **)&r) != REDIS_OK || r->type == REDIS_REPLY_ERROR) {
        printf("eviction: %s\n", r ? r->str : "the server closed the connection");
        exit(1);
    }
    return r;
}

static void set_key(redisContext *c, long key) { redisAppendCommand(c, "SET item:%08ld 0123456789abcdef0123456789abcdef", key); }

static void tell(redisContext *c, const char *command) {
    redisAppendCommand(c, command);
    freeReplyObject(reply_of(c));
}

static double used(redisContext *c) {
    redisAppendCommand(c, "INFO memory");
    redisReply *r = reply_of(c);
    double value = atof(strstr(r->str, "used_memory:") + strlen("used_memory:"));
    freeReplyObject(r);
    return value;
}

static void limit(redisContext *c, const char *policy) {
    char line[128];
    tell(c, "CONFIG SET maxmemory 0");
    tell(c, "FLUSHALL SYNC");
    for (long i = 0; i < KEPT; i++) set_key(c, KEYS + i);
    for (long i = 0; i < KEPT; i++) freeReplyObject(reply_of(c));
    double most = used(c);
    tell(c, "FLUSHALL SYNC");
    snprintf(line, sizeof line, "CONFIG SET maxmemory-policy %s maxmemory %.0f", policy, most);
    tell(c, line);
}

static long batch(redisContext *c) {
    long keys[BATCH], missed[BATCH], misses = 0;
    for (int i = 0; i < BATCH; i++) redisAppendCommand(c, "GET item:%08ld", keys[i] = zipf_key());
    for (int i = 0; i < BATCH; i++) {
        redisReply *r = reply_of(c);
        if (r->type == REDIS_REPLY_NIL) missed[misses++] = keys[i];
        freeReplyObject(r);
    }
    for (long i = 0; i < misses; i++) set_key(c, missed[i]);
    for (long i = 0; i < misses; i++) freeReplyObject(reply_of(c));
    return BATCH - misses;
}

static double now_us(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static void wait_until(double when_us) {
    double left = when_us - now_us();
    if (left > 0) nanosleep(&(struct timespec){.tv_nsec = (long)(left * 1e3)}, NULL);
}

static double hit_share(const char *host, int port, const char *policy) {
    redisContext *c = redisConnect(host, port);
    if (!c || c->err) return 0;
    limit(c, policy);
    random_state = 88172645463325252u;
    bool paced = strstr(policy, "lru") != NULL;
    long hits = 0, requests = paced ? PACED : REQUESTS;
    double started = now_us();
    for (long i = 0; i < requests; i += BATCH) {
        if (paced) wait_until(started + (double)i / BATCH * BATCH_US);
        long here = batch(c);
        if (i >= requests / 2) hits += here;
    }
    tell(c, "CONFIG SET maxmemory 0 maxmemory-policy noeviction");
    tell(c, "FLUSHALL");
    redisFree(c);
    return (double)hits / (double)(requests / 2);
}

int main(void) {
    static const char *const policies[] = {"allkeys-lru", "allkeys-lfu", "allkeys-random"};
    const char *program = getenv("SERVER"), *other = getenv("REDIS"), *colon = other ? strrchr(other, ':') : NULL;
    server own = {.program = program ? program : "src/redis-server"};
    char host[128] = "";
    if (colon) snprintf(host, sizeof host, "%.*s", (int)(colon - other), other);
    zipf_prepare();
    if (!server_start(&own)) return 1;
    for (size_t i = 0; i < sizeof policies / sizeof *policies; i++) {
        double ours = hit_share(own.host, own.port, policies[i]);
        double theirs = colon ? hit_share(host, atoi(colon + 1), policies[i]) : 0;
        printf("%-16s hits %6.2f %%", policies[i], 100 * ours);
        if (colon) printf("   other %6.2f %%   ours : other %.3f", 100 * theirs, ours / theirs);
        putchar('\n');
        fflush(stdout);
    }
    server_remove(&own);
    return 0;
}
