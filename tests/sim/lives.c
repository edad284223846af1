/* lives.c -- random lives of a server that crashes, and what it must still know afterwards.
 *
 *     lives [--seed N] [--count N] [--show]
 *
 * A seed decides the settings, the faults, what the clients say, and when the process or the power fails. Clients
 * count: every key holds something that grows by one with each command (a number, a list, a set ...), so all that a
 * client may demand of it after a crash is a range: at least what was promised, at most what was ever asked for.
 * Promised is what was answered; for a power cut, what the policy of syncing makes of that. A pair of counters grows
 * inside MULTI and must always be equal. */
#include "transcript_line.h"
#include "transcript_reply.h"
#include "sim/disk.h"
#include "sim/world.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { CLIENTS = 4, STEPS = 3000, PORT = 6379, RECENT = 128, START_US = 60000000, LOSABLE_US = 2100000, LIMIT_S = 120 };
enum { SEEDS = 60, PLANTED_SEEDS = 40 };

typedef struct kind {
    const char *grow;                       /* %s the key, %ld the number it then holds */
    const char *ask;
} kind;

static const kind kinds[] = {
    {"INCR %s", "GET %s"},
    {"SET %s %ld", "GET %s"},
    {"APPEND %s x", "STRLEN %s"},
    {"RPUSH %s %ld", "LLEN %s"},
    {"SADD %s %ld", "SCARD %s"},
    {"HSET %s field%ld value", "HLEN %s"},
    {"ZADD %s %ld member%ld", "ZCARD %s"},
    {"XADD %s %ld-1 field value", "XLEN %s"},
    {"MULTI|INCR %s|INCR %s.twin|EXEC", "GET %s"},
};
enum { KINDS = sizeof kinds / sizeof *kinds, PAIR = KINDS - 1 };

typedef struct promise { int64_t at_us; long count; } promise;

typedef struct key {
    char name[32];
    long asked, answered;                   /* the greatest number asked for, and answered */
    long lasting;                           /* answered before all of `recent` */
    promise recent[RECENT];
    int recent_count;
    bool waiting;                           /* one command about it is under way */
} key;

typedef struct client {
    wire *line;
    arena keep;
    builder in;
    struct { int kind, replies; } queue[8]; /* what is under way, oldest first */
    int queued;
    key keys[KINDS];
} client;

typedef enum { ALWAYS, EVERYSEC, NEVER, SNAPSHOTS } policy;

typedef struct story {
    uint64_t seed;
    policy policy;
    bool lies, show;                        /* the disk says that it has synced and has not */
    bool refusing;                          /* the disk may refuse to write */
    bool frail;                             /* faults may rightly end the server */
    int life;
    client clients[CLIENTS];
    bool supported[KINDS];
    long told, crashes, cuts, answers;
    const char *wrong;
    char why[256];
} story;

static bool wrong(story *s, const char *what) {
    if (!s->wrong) s->wrong = what;
    return false;
}

static void show(const story *s, const char *what) {
    if (s->show) printf("%12.6f  %s\n", (double)the_world->now_us / 1e6, what);
}

/* -- talking ------------------------------------------------------------------------- */
static int say(wire *line, const char *text) {
    arena a = {0};
    int count = 0;
    for (const char *rest = text; *rest; count++) {
        size_t length = strcspn(rest, "|");
        span *words;
        int words_count = line_split(&a, arena_copy(&a, rest, length), false, &words);
        line_send(line, words, words_count);
        rest += length + (rest[length] == '|');
    }
    arena_free(&a);
    return count;
}

static bool line_next(wire *line, arena *a, builder *in, long timeout_ms, reply **out) {
    char chunk[4096];
    for (;;) {
        long used = in->length ? reply_read(a, in->at, in->length, out) : 0;
        if (used > 0) {
            memmove(in->at, in->at + used, in->length - (size_t)used);
            in->length -= (size_t)used;
            return true;
        }
        long got = line_read(line, chunk, sizeof chunk, timeout_ms);
        if (got <= 0) return false;
        builder_add(in, chunk, (size_t)got);
    }
}

/* One command on a line of its own; the number it answers, -1 for nil or an error, -2 without an answer. */
static long ask(const char *text) {
    arena a = {0};
    builder in = {.owner = &a};
    reply *got;
    long number = -2;
    wire *line = line_open("", PORT);
    if (!line) return number;
    say(line, text);
    if (line_next(line, &a, &in, START_US / 1000, &got))
        number = got->kind == REPLY_ERROR ? -1 : got->kind == REPLY_NULL ? 0 : strtol(got->text.at, NULL, 10);
    line_close(line);
    arena_free(&a);
    return number;
}

static void client_hang_up(client *c) {
    line_close(c->line);
    arena_free(&c->keep);
    c->line = NULL;
    c->in = (builder){.owner = &c->keep};
    c->queued = 0;
    for (int i = 0; i < KINDS; i++) c->keys[i].waiting = false;
}

static void promise_keep(key *k, long count) {
    if (k->recent_count == RECENT) {
        k->lasting = k->recent[0].count;
        memmove(k->recent, k->recent + 1, sizeof *k->recent * (RECENT - 1));
        k->recent_count--;
    }
    k->recent[k->recent_count++] = (promise){the_world->now_us, count};
    k->answered = count;
}

/* An error is an answer, too: that nothing was done. */
static void client_hear(story *s, client *c) {
    reply *got;
    while (c->line && c->queued && line_next(c->line, &c->keep, &c->in, 0, &got)) {
        key *k = &c->keys[c->queue[0].kind];
        if (--c->queue[0].replies) continue;
        if (got->kind == REPLY_ERROR || got->kind == REPLY_NULL) k->asked--;
        else promise_keep(k, k->asked);
        k->waiting = false;
        s->answers++;
        memmove(c->queue, c->queue + 1, sizeof *c->queue * (size_t)--c->queued);
    }
}

static void client_speak(story *s, client *c) {
    int which = (int)world_random(KINDS);
    key *k = &c->keys[which];
    char text[256] = "";
    if (!c->line) c->line = line_open("", PORT);
    if (!c->line || k->waiting || c->queued == 8 || !s->supported[which]) return;
    k->asked++;
    if (which == PAIR) snprintf(text, sizeof text, "MULTI|INCR %s|INCR %s.twin|EXEC", k->name, k->name);
    else snprintf(text, sizeof text, kinds[which].grow, k->name, k->asked, k->asked);
    k->waiting = true;
    c->queue[c->queued].kind = which;
    c->queue[c->queued++].replies = say(c->line, text);
    s->told++;
}

/* -- judging ---------------------------------------------------------------------------- */
/* What is promised to have outlived the power, by the policy. */
static long lasting(const story *s, const key *k, bool power_cut, bool orderly, int64_t at_us) {
    if (orderly) return k->answered;
    if (s->policy == SNAPSHOTS) return 0;
    if (s->policy == ALWAYS) return k->answered;
    /* What a failing disk has refused, and what waits for a sync under way, is still in memory (persistence.md 6.8): then
     * a crash is no better than a power cut. */
    if (!power_cut && !s->refusing && s->policy != EVERYSEC) return k->answered;
    if (s->policy == NEVER) return 0;
    long count = k->lasting;
    for (int i = 0; i < k->recent_count && k->recent[i].at_us <= at_us - LOSABLE_US; i++) count = k->recent[i].count;
    return count;
}

static bool key_judge(story *s, key *k, int which, long least) {
    char text[128];
    snprintf(text, sizeof text, kinds[which].ask, k->name);
    long found = ask(text);
    if (which == PAIR) snprintf(text, sizeof text, "GET %s.twin", k->name);
    long twin = which == PAIR ? ask(text) : found;
    if (found >= least && found <= k->asked && twin == found) {
        k->asked = found;
        if (k->answered > found) k->answered = found;
        k->lasting = least;
        k->recent_count = 0;
        return true;
    }
    snprintf(s->why, sizeof s->why, "%s holds %ld (its twin %ld); promised %ld, answered %ld, asked %ld", k->name,
             found, twin, least, k->answered, k->asked);
    return wrong(s, s->why);
}

static bool story_judge(story *s, bool power_cut, bool orderly, int64_t at_us) {
    for (int i = 0; i < CLIENTS; i++)
        for (int which = 0; which < KINDS; which++) {
            key *k = &s->clients[i].keys[which];
            if (!s->supported[which]) continue;
            long least = lasting(s, k, power_cut, orderly, at_us);
            if (!key_judge(s, k, which, least)) return false;
        }
    return true;
}

/* -- living ------------------------------------------------------------------------------- */
static bool story_start(story *s) {
    s->life = life_start("/srv/redis.conf");
    int64_t limit = the_world->now_us + START_US;
    while (the_world->now_us < limit && life_runs(s->life)) {
        if (ask("PING") == 0) return true;
        world_run(the_world->now_us + 1000);
    }
    if (s->frail) return false;
    return wrong(s, life_runs(s->life) ? "it did not begin to answer" : "it ended while it was starting");
}

/* What has been sent is promised, even if it is heard only now. */
static void story_hang_up(story *s) {
    for (int i = 0; i < CLIENTS; i++) {
        client_hear(s, &s->clients[i]);
        client_hang_up(&s->clients[i]);
    }
}

static bool story_end_life(story *s, bool power_cut, bool orderly) {
    int64_t at = the_world->now_us;
    int code = the_world->processes[s->life].code;
    if (orderly && !life_runs(s->life)) orderly = code == 0;
    life_kill(s->life);
    story_hang_up(s);
    if (power_cut) disk_power_cut();
    show(s, orderly ? "ended" : power_cut ? "power cut" : "killed");
    s->crashes++;
    s->cuts += power_cut;
    faults before = the_world->faults;
    the_world->faults = (faults){.jitter = true};   /* the disk is well while it is looked at */
    bool good = story_start(s) && story_judge(s, power_cut, orderly, at);
    the_world->faults = before;
    return good;
}

static bool story_stop(story *s) {
    life_signal(s->life, 's');
    int64_t limit = the_world->now_us + START_US;
    while (life_runs(s->life) && the_world->now_us < limit) world_run(the_world->now_us + 1000);
    if (life_runs(s->life)) return wrong(s, "it did not end when it was told to");
    return story_end_life(s, false, true);
}

static bool story_died(story *s) {
    int code = the_world->processes[s->life].code;
    if (code != 1 || !s->frail) {
        snprintf(s->why, sizeof s->why, "it died by itself, of %d", code);
        return wrong(s, s->why);
    }
    return story_end_life(s, world_random(2), false);
}

static void story_admin(story *s) {
    static const char *const orders[] = {"BGREWRITEAOF", "BGSAVE"};
    const char *order = orders[world_random(2)];
    if (s->policy == SNAPSHOTS) order = "BGSAVE";
    wire *line = line_open("", PORT);
    show(s, order);
    if (line) say(line, order);
    if (line) world_run(the_world->now_us + 1000);
    line_close(line);
}

static bool story_step(story *s) {
    client *c = &s->clients[world_random(CLIENTS)];
    uint64_t dice = world_random(1000);
    if (!life_runs(s->life)) return story_died(s);
    if (dice < 300) client_speak(s, c);
    else if (dice < 500) client_hear(s, c);
    else if (dice < 900) world_step(the_world->now_us + (int64_t)world_random(2000));
    else if (dice < 985) world_run(the_world->now_us + (int64_t)world_random(20000));
    else if (dice < 988) client_hear(s, c), client_hang_up(c);
    else if (dice < 991) story_admin(s);
    else if (dice < 992) world_run(the_world->now_us + (int64_t)world_random(5000000));
    else if (dice < 995) return story_end_life(s, true, false);
    else if (dice < 997) return story_end_life(s, false, false);
    else if (dice < 998) return story_stop(s);
    return true;
}

static void story_config(story *s) {
    static const char *const syncs[] = {"always", "everysec", "no"};
    char text[1024];
    s->policy = (policy)(world_random(2) ? 0 : world_random(4));
    bool log = s->policy != SNAPSHOTS;
    snprintf(text, sizeof text,
             "port %d\ndir /srv\nsave %s\nappendonly %s\nappendfsync %s\naof-use-rdb-preamble %s\n"
             "auto-aof-rewrite-min-size %d\nhz 50\nloglevel %s\n",
             PORT, log ? "\"\"" : "1 1", log ? "yes" : "no", syncs[log ? (int)s->policy : 0],
             world_random(4) ? "yes" : "no", world_random(2) ? 1000 : 10000000, s->show ? "verbose" : "notice");
    disk_put("/srv/redis.conf", text, strlen(text));
    the_world->faults.jitter = true;
    the_world->faults.lies = s->lies;
    if (s->lies || world_random(4)) return;
    s->frail = true;
    if (world_random(2)) the_world->faults.sync_fails = 60;
    if (world_random(2)) the_world->faults.append_fails = 60;
    if (world_random(2)) the_world->faults.disk_size = 20000 + (int64_t)world_random(20000);
    s->refusing = the_world->faults.append_fails || the_world->faults.disk_size;
}

static void story_keys(story *s) {
    for (int i = 0; i < CLIENTS; i++) {
        s->clients[i].in.owner = &s->clients[i].keep;
        for (int which = 0; which < KINDS; which++)
            snprintf(s->clients[i].keys[which].name, sizeof s->clients[i].keys[which].name, "%c%d", 'a' + i, which);
    }
    for (int which = 0; which < KINDS; which++) {
        char text[128];
        snprintf(text, sizeof text, kinds[which].ask, "nothing");
        s->supported[which] = ask(text) >= 0;
    }
}

static bool story_tell(story *s) {
    world_begin(s->seed);
    story_config(s);
    faults planned = the_world->faults;
    the_world->faults = (faults){.jitter = true};
    bool good = story_start(s);
    if (good) story_keys(s);
    the_world->faults = planned;
    for (int i = 0; i < STEPS && good; i++) good = story_step(s);
    if (good) good = story_stop(s);
    if (s->show || s->wrong) {
        size_t shown = the_world->log_len < 4000 ? the_world->log_len : 4000;
        printf("%.*s\n", (int)shown, the_world->log + the_world->log_len - shown);
    }
    return !s->wrong;
}

/* -- many lives ------------------------------------------------------------------------------ */
/* Every story has a process of its own, so that one that hangs or breaks is no other's trouble. */
static bool story_run(uint64_t seed, bool lies, bool shown) {
    int status;
    fflush(stdout);
    pid_t teller = fork();
    if (!teller) {
        story s = {.seed = seed, .lies = lies, .show = shown};
        alarm(LIMIT_S);
        if (lies && !freopen("/dev/null", "w", stdout)) _exit(2);
        bool good = story_tell(&s);
        if (!good) printf("seed %llu: %s\n", (unsigned long long)seed, s.wrong);
        if (shown)
            printf("seed %llu: %ld commands, %ld answers, %ld crashes, %ld power cuts, %.1f s, history %016llx\n",
                   (unsigned long long)seed, s.told, s.answers, s.crashes, s.cuts, (double)the_world->now_us / 1e6,
                   (unsigned long long)the_world->history);
        story_hang_up(&s);
        world_end();
        fflush(stdout);
        _exit(!good);
    }
    waitpid(teller, &status, 0);
    if (WIFSIGNALED(status)) printf("seed %llu: took too long, or the teller died\n", (unsigned long long)seed);
    if (status && !lies) printf("to see it again: make sim SEED=%llu\n", (unsigned long long)seed);
    return status == 0;
}

/* Would we notice? A disk that does not do what it says must sooner or later break a promise. */
static bool lies_are_found(void) {
    for (uint64_t seed = 1; seed <= PLANTED_SEEDS; seed++)
        if (!story_run(seed, true, false)) return true;
    printf("a disk that never syncs was not noticed in %d lives\n", PLANTED_SEEDS);
    return false;
}

int main(int argc, char **argv) {
    uint64_t seed = 0, count = SEEDS;
    int passed = 0, failed = 0;
    bool shown = false;
    for (int i = 1; i < argc; i++) {
        if (!strcmp(argv[i], "--seed") && i + 1 < argc) seed = strtoull(argv[++i], NULL, 10);
        else if (!strcmp(argv[i], "--count") && i + 1 < argc) count = strtoull(argv[++i], NULL, 10);
        else shown = true;
    }
    if (seed) {
        passed = story_run(seed, false, true);
        failed = !passed;
    }
    for (uint64_t s = 1; s <= count && !seed; s++) story_run(s, false, shown) ? passed++ : failed++;
    if (!seed) lies_are_found() ? passed++ : failed++;
    printf("%d passed, %d failed\n", passed, failed);
    return failed > 0;
}
