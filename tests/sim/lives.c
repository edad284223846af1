/* lives.c -- random lives of a server that crashes, and what it must still know afterwards.
 *
 *     lives [--seed N] [--from N] [--count N] [--show] [--planted N]
 *
 * A seed decides the settings, the faults, what the clients say, and when the process or the power fails; --planted gives the
 * server a mistake (world.h). Clients count: every key holds something that grows by one with each command (a number, a list, a
 * set ...), so all that a client may demand of it after a crash is a range: at least what was promised, at most what was ever
 * asked for.
 * A pair of counters grows inside MULTI and must always be equal. Promised is, by the policy:
 *
 *     always      what was answered, and what anybody was shown after a crash
 *     everysec    what was answered; of that, by a power cut, the last two seconds
 *     no          what was answered; by a power cut nothing
 *     snapshots   what was answered before the latest snapshot that is known to have succeeded
 *
 * and while the log is turned off, what was answered before that. A disk that refuses may cost the policies other than
 * always, whose answers do not wait for it, what was answered since it began to. */
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
enum { SEEDS = 60, PLANTED_SEEDS = 40, STOPS = 65 };

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
    long saved, marked;                     /* on the disk whatever the log does; will be when a snapshot has succeeded */
    promise recent[RECENT];
    int recent_count;
    bool waiting;                           /* one command about it is under way */
    bool unsure;                            /* its client hung up on one: whether that ran shows after the next crash */
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
    mistake mistake;
    bool frail;                             /* the disk may refuse, which may rightly end the server */
    bool log_off;                           /* turned off, or its first base is not known to be there */
    bool marked;                            /* a snapshot is being made of what the keys' marks say */
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

/* One command on a line of its own: its answer, empty without one. */
static reply_kind ask_text(const char *text, char *out, size_t cap) {
    arena a = {0};
    builder in = {.owner = &a};
    reply *got, none = {.kind = REPLY_ERROR};
    wire *line = line_open("", PORT);
    *out = '\0';
    if (!line) return none.kind;
    say(line, text);
    if (!line_next(line, &a, &in, START_US / 1000, &got)) got = &none;
    else snprintf(out, cap, "%.*s", (int)got->text.length, got->text.length ? got->text.at : "");
    reply_kind is = got->kind;
    line_close(line);
    arena_free(&a);
    return is;
}

/* The number it answers, 0 for nil or a word, -1 for an error or none. */
static long ask(const char *text) {
    char out[64];
    return ask_text(text, out, sizeof out) == REPLY_ERROR ? -1 : strtol(out, NULL, 10);
}

static void client_hang_up(client *c) {
    line_close(c->line);
    arena_free(&c->keep);
    c->line = NULL;
    c->in = (builder){.owner = &c->keep};
    c->queued = 0;
    for (int i = 0; i < KINDS; i++) {
        c->keys[i].unsure |= c->keys[i].waiting;
        c->keys[i].waiting = false;
    }
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
    if (!c->line || k->waiting || k->unsure || c->queued == 8 || !s->supported[which]) return;
    k->asked++;
    if (which == PAIR) snprintf(text, sizeof text, "MULTI|INCR %s|INCR %s.twin|EXEC", k->name, k->name);
    else snprintf(text, sizeof text, kinds[which].grow, k->name, k->asked, k->asked);
    k->waiting = true;
    c->queue[c->queued].kind = which;
    c->queue[c->queued++].replies = say(c->line, text);
    s->told++;
}

/* -- judging ---------------------------------------------------------------------------- */
/* What was answered before that time. */
static long answered_before(const key *k, int64_t when_us) {
    long count = k->lasting;
    for (int i = 0; i < k->recent_count && k->recent[i].at_us < when_us; i++) count = k->recent[i].count;
    return count;
}

/* What is promised to have outlived this. */
static long lasting(const story *s, const key *k, bool power_cut, bool orderly, int64_t at_us) {
    int64_t refused_us = the_world->refused_us ? the_world->refused_us : at_us;
    if (s->log_off) return k->saved;
    if (orderly || s->policy == ALWAYS) return k->answered;
    if (s->policy == SNAPSHOTS) return k->saved;
    if (!power_cut && !the_world->refused_us) return k->answered;
    if (!power_cut) return answered_before(k, refused_us);
    return s->policy == NEVER ? 0 : answered_before(k, refused_us - LOSABLE_US);
}

static bool key_judge(story *s, key *k, int which) {
    char text[128];
    snprintf(text, sizeof text, kinds[which].ask, k->name);
    long found = ask(text);
    if (which == PAIR) snprintf(text, sizeof text, "GET %s.twin", k->name);
    long twin = which == PAIR ? ask(text) : found;
    if (found >= k->saved && found <= k->asked && twin == found) {
        k->asked = found;
        k->unsure = false;
        if (k->answered > found || s->policy == ALWAYS) k->answered = found;
        k->recent_count = 0;
        k->recent[k->recent_count++] = (promise){the_world->now_us, k->saved};
        return true;
    }
    snprintf(s->why, sizeof s->why, "%s holds %ld (its twin %ld); promised %ld, answered %ld, asked %ld", k->name,
             found, twin, k->saved, k->answered, k->asked);
    return wrong(s, s->why);
}

/* What must be there after this end. */
static void story_owes(story *s, bool power_cut, bool orderly, int64_t at_us) {
    for (int i = 0; i < CLIENTS; i++)
        for (int which = 0; which < KINDS; which++) {
            key *k = &s->clients[i].keys[which];
            long owed = lasting(s, k, power_cut, orderly, at_us);
            k->lasting = power_cut || orderly ? owed : lasting(s, k, true, false, at_us);
            k->saved = owed;
        }
}

static bool story_judge(story *s) {
    for (int i = 0; i < CLIENTS; i++)
        for (int which = 0; which < KINDS; which++)
            if (s->supported[which] && !key_judge(s, &s->clients[i].keys[which], which)) return false;
    return true;
}

/* -- living ------------------------------------------------------------------------------- */
static bool story_start(story *s) {
    s->life = life_start("/srv/redis.conf");
    s->log_off = s->marked = false;
    the_world->refused_us = 0;
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
    story_owes(s, power_cut, orderly, at);
    bool good = story_start(s) && story_judge(s);
    the_world->faults = before;
    return good;
}

static bool story_asks_to_stop(story *s) {
    if (life_runs(s->life)) life_signal(s->life, 's');
    int64_t limit = the_world->now_us + START_US;
    while (life_runs(s->life) && the_world->now_us < limit) world_run(the_world->now_us + 1000);
    return !life_runs(s->life);
}

/* While its disk refuses, or its first log is being written, it may refuse, too; on a good disk it must end, if only once that
 * log is there: after several failures the next attempt may wait an hour. */
static bool story_stop(story *s) {
    faults before = the_world->faults;
    bool stopped = story_asks_to_stop(s);
    if (!stopped && s->frail) the_world->faults = (faults){.jitter = true};
    for (int again = 0; !stopped && (s->frail || s->log_off) && again < STOPS; again++) stopped = story_asks_to_stop(s);
    the_world->faults = before;
    return stopped ? story_end_life(s, false, true) : wrong(s, "it did not end when it was told to");
}

static bool story_died(story *s) {
    int code = the_world->processes[s->life].code;
    if (code != 1 || !s->frail) {
        snprintf(s->why, sizeof s->why, "it died by itself, of %d", code);
        return wrong(s, s->why);
    }
    return story_end_life(s, world_random(2), false);
}

/* -- orders -------------------------------------------------------------------------------- */
typedef enum { SNAPSHOT_NOW, SNAPSHOT_LATER, TURN_OFF, TURN_ON, LOOK, RELOAD_LOG, OTHER } order_kind;

static const struct order { const char *words; order_kind kind; } orders[] = {
    {"BGSAVE", SNAPSHOT_LATER}, {"SAVE", SNAPSHOT_NOW}, {"INFO persistence", LOOK}, {"DEBUG RELOAD", OTHER},
    {"BGREWRITEAOF", OTHER}, {"BGREWRITEAOF", OTHER}, {"DEBUG LOADAOF", RELOAD_LOG}, {"MULTI|BGREWRITEAOF|BGSAVE|EXEC", OTHER},
    {"CONFIG SET appendonly no", TURN_OFF}, {"CONFIG SET appendonly yes", TURN_ON}, {"INFO persistence", LOOK},
};
enum { ORDERS = sizeof orders / sizeof *orders, SNAPSHOT_ORDERS = 4 };

static void each_key(story *s, void (*change)(key *k)) {
    for (int i = 0; i < CLIENTS; i++)
        for (int which = 0; which < KINDS; which++) change(&s->clients[i].keys[which]);
}

static void mark(key *k) { k->marked = k->answered; }
static void save_answered(key *k) { k->saved = k->answered; }
static void save_marked(key *k) { if (k->saved < k->marked) k->saved = k->marked; }

static bool says(const char *info, const char *line) { return strstr(info, line) != NULL; }

/* What has become of what was begun: a snapshot that succeeded, a log whose first base is there. */
static void story_look(story *s, const char *info) {
    bool saving = says(info, "rdb_bgsave_in_progress:1"), well = says(info, "rdb_last_bgsave_status:ok");
    if (s->marked && !saving) {
        s->marked = false;
        if (well && s->policy == SNAPSHOTS) each_key(s, save_marked);
    }
    if (says(info, "aof_enabled:1") && says(info, "aof_rewrite_in_progress:0") && says(info, "aof_rewrite_scheduled:0"))
        s->log_off = false;
}

/* Whatever was answered until now was asked for before the order. A log that is off is not reloaded: that would take the data
 * set back to when it was turned off, as told, and what was answered since would be missing without any crash. */
static void story_order(story *s) {
    static char answer[8192];
    const struct order *o = &orders[world_random(s->policy == SNAPSHOTS ? SNAPSHOT_ORDERS : ORDERS)];
    if (s->log_off && world_random(2)) o = &orders[ORDERS - 1 - world_random(2)];
    if (o->kind == SNAPSHOT_LATER && s->marked) return;
    if (o->kind == RELOAD_LOG && s->log_off) return;
    for (int i = 0; i < CLIENTS; i++) client_hear(s, &s->clients[i]);
    if (o->kind == SNAPSHOT_LATER) each_key(s, mark);
    if (o->kind == TURN_OFF && !s->log_off) each_key(s, save_answered);
    s->log_off |= o->kind == TURN_OFF;
    show(s, o->words);
    if (ask_text(o->words, answer, sizeof answer) == REPLY_ERROR) return;
    if (o->kind == SNAPSHOT_NOW && s->policy == SNAPSHOTS) each_key(s, save_answered);
    if (o->kind == SNAPSHOT_LATER) s->marked = true;
    if (o->kind == LOOK) story_look(s, answer);
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
    else if (dice < 991) story_order(s);
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
             "port %d\ndir /srv\nenable-debug-command yes\naof-load-corrupt-tail-max-size 1mb\n"
             "save %s\nappendonly %s\nappendfsync %s\naof-use-rdb-preamble %s\n"
             "auto-aof-rewrite-min-size %d\nhz 50\nloglevel %s\n",
             PORT, log ? "\"\"" : "1 1", log ? "yes" : "no", syncs[log ? (int)s->policy : 0],
             world_random(4) ? "yes" : "no", world_random(2) ? 1000 : 10000000, s->show ? "verbose" : "notice");
    disk_put("/srv/redis.conf", text, strlen(text));
    the_world->faults.jitter = true;
    the_world->faults.torn = world_random(2);
    the_world->faults.lies = s->lies;
    if (s->lies || world_random(4)) return;
    s->frail = true;
    if (world_random(2)) the_world->faults.sync_fails = 60;
    if (world_random(2)) the_world->faults.append_fails = 60;
    if (world_random(2)) the_world->faults.disk_size = 20000 + (int64_t)world_random(20000);
    if (world_random(2)) the_world->faults.rename_fails = 60;
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
    the_world->mistake = s->mistake;
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
static bool story_run(uint64_t seed, bool lies, mistake made, bool shown) {
    bool planted = lies || made;
    int status;
    fflush(stdout);
    pid_t teller = fork();
    if (!teller) {
        story s = {.seed = seed, .lies = lies, .mistake = made, .show = shown};
        alarm(LIMIT_S);
        if (planted && !shown && !freopen("/dev/null", "w", stdout)) _exit(2);
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
    if (status && !planted) printf("to see it again: make sim SEED=%llu\n", (unsigned long long)seed);
    return status == 0;
}

/* Would we notice? A disk that does not do what it says, and a server that makes a mistake, must sooner or later break a promise. */
static bool is_found(const char *what, bool lies, mistake made) {
    for (uint64_t seed = 1; seed <= PLANTED_SEEDS; seed++)
        if (!story_run(seed, lies, made, false)) return true;
    printf("%s was not noticed in %d lives\n", what, PLANTED_SEEDS);
    return false;
}

static int planted_found(void) {
    static const char *const mistakes[MISTAKES] = {
        [MISTAKE_EARLY] = "a server that answers before it syncs",
        [MISTAKE_NAMELESS] = "a server that never syncs a directory",
        [MISTAKE_HASTY] = "a server whose children do not sync what they write",
    };
    int found = is_found("a disk that never syncs", true, MISTAKE_NONE);
    for (int which = 1; which < MISTAKES; which++) found += is_found(mistakes[which], false, (mistake)which);
    return found;
}

int main(int argc, char **argv) {
    uint64_t seed = 0, from = 1, count = SEEDS;
    int passed = 0, failed = 0;
    bool shown = false;
    mistake planted = MISTAKE_NONE;
    for (int i = 1; i < argc; i++) {
        if (!strcmp(argv[i], "--seed") && i + 1 < argc) seed = strtoull(argv[++i], NULL, 10);
        else if (!strcmp(argv[i], "--from") && i + 1 < argc) from = strtoull(argv[++i], NULL, 10);
        else if (!strcmp(argv[i], "--count") && i + 1 < argc) count = strtoull(argv[++i], NULL, 10);
        else if (!strcmp(argv[i], "--planted") && i + 1 < argc) planted = (mistake)(strtoul(argv[++i], NULL, 10) % MISTAKES);
        else shown = true;
    }
    if (seed) {
        passed = story_run(seed, false, planted, true);
        failed = !passed;
    }
    for (uint64_t s = from; s < from + count && !seed; s++) story_run(s, false, planted, shown) ? passed++ : failed++;
    if (!seed && !planted) {
        int found = planted_found();
        passed += found;
        failed += MISTAKES - found;
    }
    printf("%d passed, %d failed\n", passed, failed);
    return failed > 0;
}
