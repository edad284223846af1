/* traffic.c -- a server that takes in spoiled values and then lives with those it accepted.
 *
 *     traffic [--server PROGRAM] [--corpus FOLDER] [--seed N] [--seconds N] [--steps N]
 *
 * An epoch has a seed of its own and begins with an empty server. Payloads of the folder (type byte and value, see
 * fuzz_payload.c) are spoiled a little, completed with version and checksum and restored under names that the grammar's
 * commands use for that type. Then come random commands, and a snapshot that is loaded again now and then, after which the
 * digest has to be what it was. A server that stops answering is the finding: best one built with SANITIZE=1. */
#include "base/hash.h"
#include "fuzz/side.h"
#include "transcript_server.h"

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { PAYLOADS = 24, SEED_BYTES = 1 << 16, FOOTER = 10, RDB_VERSION = 11, RELOAD_ONE_IN = 150, SPOIL_ONE_IN = 20, CHANGES = 3 };

typedef struct {
    server process;
    side ours;
    arena files, epoch;
    span *seeds;
    size_t seed_count;
    uint64_t seed;
    long seconds, steps, epochs, offered, accepted, reloads;
    const char *folder;
} traffic;

static span file_read(arena *a, const char *path) {
    span text = {.at = arena_alloc(a, SEED_BYTES)};
    FILE *file = fopen(path, "rb");
    if (!file) return text;
    text.length = fread((char *)text.at, 1, SEED_BYTES, file);
    fclose(file);
    return text;
}

static int span_order(const void *a, const void *b) {
    const span *x = a, *y = b;
    int order = memcmp(x->at, y->at, x->length < y->length ? x->length : y->length);
    return order ? order : (x->length > y->length) - (x->length < y->length);
}

/* In an order of their own, so that a seed means the same wherever the folder lies. */
static bool seeds_read(traffic *t) {
    char path[512];
    size_t room = 0;
    DIR *listing = opendir(t->folder);
    for (struct dirent *each; listing && (each = readdir(listing));) {
        if (each->d_name[0] == '.') continue;
        if (t->seed_count == room && !(t->seeds = realloc(t->seeds, (room = 2 * room + 64) * sizeof *t->seeds))) abort();
        snprintf(path, sizeof path, "%s/%s", t->folder, each->d_name);
        span text = file_read(&t->files, path);
        if (text.length) t->seeds[t->seed_count++] = text;
    }
    if (listing) closedir(listing);
    if (t->seed_count) qsort(t->seeds, t->seed_count, sizeof *t->seeds, span_order);
    return t->seed_count > 0;
}

static size_t spoil(uint8_t *text, size_t size, uint64_t *state) {
    for (uint64_t times = random_below(state, CHANGES); times; times--) {
        size_t at = (size_t)random_below(state, size);
        switch (random_below(state, 4)) {
        case 0: text[at] ^= (uint8_t)(1 << random_below(state, 8)); break;
        case 1: text[at] = (uint8_t)(text[at] + random_below(state, 5) - 2); break;
        case 2: text[at] = (uint8_t)random_below(state, 256); break;
        default: memmove(text + at, text + at + 1, size - at - 1), size -= size > 1;
        }
    }
    return size;
}

static span payload_make(traffic *t, uint64_t *state) {
    span from = t->seeds[random_below(state, t->seed_count)];
    uint8_t *text = arena_alloc(&t->epoch, from.length + FOOTER);
    memcpy(text, from.at, from.length);
    size_t size = spoil(text, from.length, state);
    text[size++] = RDB_VERSION;
    text[size++] = 0;
    uint64_t sum = crc64(0, slice_make((char *)text, size));
    for (int i = 0; i < 8; i++) text[size++] = (uint8_t)(sum >> 8 * i);
    return (span){(char *)text, size};
}

/* The name under which the grammar looks for such a value. */
static void settle(traffic *t, const reply *type, uint64_t *state) {
    static const char *const kinds[][2] = {
        {"string", "sgp"}, {"list", "l"}, {"hash", "h"}, {"set", "e"}, {"zset", "zg"}, {"stream", "x"}};
    char line[32];
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (strcmp(kinds[i][0], type->text.at)) continue;
        snprintf(line, sizeof line, "RENAME new %c%d", kinds[i][1][random_below(state, strlen(kinds[i][1]))],
                 (int)random_below(state, 4));
        side_ask_line(&t->ours, line);
    }
}

static bool restore_some(traffic *t, uint64_t *state) {
    for (int i = 0; i < PAYLOADS; i++) {
        command restoring = {.words = {span_of("RESTORE"), span_of("new"), span_of("0"), payload_make(t, state)}, .count = 4};
        reply *said = side_ask(&t->ours, &restoring);
        if (!said) return false;
        t->offered++;
        if (said->kind != REPLY_STATUS) continue;
        t->accepted++;
        reply *type = side_ask_line(&t->ours, "TYPE new");
        if (!type) return false;
        settle(t, type, state);
    }
    return true;
}

/* What it has under each key: name, digest, payload and time left by turns. */
static reply *inventory(traffic *t) {
    reply *keys = side_ask_line(&t->ours, "KEYS *");
    if (!keys || keys->kind != REPLY_ARRAY) return NULL;
    reply *all = arena_alloc(&t->ours.memory, sizeof *all);
    *all = (reply){.element = arena_alloc(&t->ours.memory, (keys->count * 4 + 1) * sizeof *all->element)};
    for (size_t i = 0; i < keys->count; i++) {
        command digest = {.words = {span_of("DEBUG"), span_of("DIGEST-VALUE"), keys->element[i]->text}, .count = 3},
                dump = {.words = {span_of("DUMP"), keys->element[i]->text}, .count = 2},
                left = {.words = {span_of("PTTL"), keys->element[i]->text}, .count = 2};
        reply *sum = side_ask(&t->ours, &digest), *text = side_ask(&t->ours, &dump), *time = side_ask(&t->ours, &left);
        if (!sum || !text || !time || sum->count != 1) return NULL;
        all->element[all->count++] = keys->element[i];
        all->element[all->count++] = sum->element[0];
        all->element[all->count++] = text;
        all->element[all->count++] = time;
    }
    return all;
}

static const reply *named(const reply *all, span name, size_t what) {
    for (size_t i = 0; i < all->count; i += 4) {
        span other = all->element[i]->text;
        if (other.length == name.length && !memcmp(other.at, name.at, name.length)) return all->element[i + what];
    }
    return NULL;
}

/* A sorted set that is small again becomes a listpack when it is loaded, which knows no score -0: so in Redis. */
static bool has_minus_zero(span payload) {
    static const char score[8] = {[7] = (char)0x80};
    return memmem(payload.at, payload.length, score, sizeof score) != NULL;
}

static bool kept(traffic *t, const reply *before, const reply *after) {
    bool same = true;
    for (size_t i = 0; i < before->count; i += 4) {
        const reply *sum = named(after, before->element[i]->text, 1), *text = named(after, before->element[i]->text, 2);
        if (sum && !strcmp(sum->text.at, before->element[i + 1]->text.at)) continue;
        if (strcmp(before->element[i + 3]->text.at, "-1") != 0) continue;        /* its time may have come */
        if (sum && has_minus_zero(before->element[i + 2]->text)) continue;
        printf("%s is another after it was loaded again:\n%s\n%s\n", reply_show(&t->epoch, before->element[i]),
               reply_show(&t->epoch, before->element[i + 2]), text ? reply_show(&t->epoch, text) : "(gone)");
        same = false;
    }
    return same;
}

static bool reload(traffic *t) {
    side_ask_line(&t->ours, "RESET");
    side_ask_line(&t->ours, "SCRIPT FLUSH");
    reply *before = inventory(t), *done = side_ask_line(&t->ours, "DEBUG RELOAD"), *after = inventory(t);
    t->reloads++;
    if (!before || !done || !after) return false;
    if (done->kind != REPLY_STATUS) printf("cannot be loaded again: %s\n", done->text.at);
    return done->kind == REPLY_STATUS && kept(t, before, after);
}

static bool step(traffic *t, uint64_t *state) {
    command c = {0};
    const row *r = &rows[random_below(state, row_count)];
    side_forget(&t->ours);
    if (!random_below(state, RELOAD_ONE_IN)) return reload(t);
    c.count = command_make(&t->epoch, r, state, c.words, WORDS_MAX);
    for (int i = 0; i < c.count; i++)
        if (!strcmp(c.words[i].at, "@0")) c.words[i] = span_of("0");
    if (!(r->traits & EXACT) && !random_below(state, SPOIL_ONE_IN)) c.count = command_spoil(state, c.words, c.count);
    if (!c.count || side_ask(&t->ours, &c)) return true;
    printf("no answer to %s\n", c.words[0].at);
    return false;
}

/* Fields and keys whose time comes while a snapshot is loaded would change the digest. */
static bool epoch_run(traffic *t, uint64_t seed) {
    uint64_t state = seed ^ 0xD1B54A32D192ED03u;
    state = random_next(&state);
    side_forget(&t->ours);
    if (!side_ask_line(&t->ours, "RESET") || !side_ask_line(&t->ours, "FLUSHALL")) return false;
    side_ask_line(&t->ours, "DEBUG SET-ACTIVE-EXPIRE 0");
    if (!restore_some(t, &state)) return false;
    for (long i = 0; i < t->steps; i++)
        if (!step(t, &state)) return false;
    return true;
}

static bool options_read(traffic *t, int argc, char **argv) {
    for (int i = 1; i + 1 < argc; i += 2) {
        if (!strcmp(argv[i], "--seed")) t->seed = strtoull(argv[i + 1], NULL, 10);
        else if (!strcmp(argv[i], "--seconds")) t->seconds = atol(argv[i + 1]);
        else if (!strcmp(argv[i], "--steps")) t->steps = atol(argv[i + 1]);
        else if (!strcmp(argv[i], "--server")) t->process.program = argv[i + 1];
        else if (!strcmp(argv[i], "--corpus")) t->folder = argv[i + 1];
        else return false;
    }
    return argc % 2;
}

int main(int argc, char **argv) {
    static const char *config[] = {"enable-debug-command yes", "proto-max-bulk-len 1mb"};
    static traffic t = {.process = {.program = "src/redis-server", .config = config, .config_count = 2},
                        .seed = 1, .seconds = 10, .steps = 600, .folder = "tests/fuzz/corpus/payload"};
    bool sound = true;
    if (!options_read(&t, argc, argv)) {
        fputs("usage: traffic [--server PROGRAM] [--corpus FOLDER] [--seed N] [--seconds N] [--steps N]\n", stderr);
        return 2;
    }
    if (!seeds_read(&t)) {
        fprintf(stderr, "no corpus in %s\n", t.folder);
        return 1;
    }
    signal(SIGPIPE, SIG_IGN);
    if (!server_start(&t.process)) return 1;
    side_begin(&t.ours, t.process.host, t.process.port);
    for (time_t end = time(NULL) + t.seconds; sound && time(NULL) < end; t.epochs += sound) {
        sound = epoch_run(&t, t.seed + (uint64_t)t.epochs);
        if (!sound) printf("traffic: epoch --seed %llu\n", (unsigned long long)t.seed + (unsigned long long)t.epochs);
        arena_free(&t.epoch);
    }
    voices_drop(&t.ours.line);
    if (!sound) server_show_log(&t.process);
    if (!server_stop(&t.process) && sound) {
        server_show_log(&t.process);
        sound = false;
    }
    server_remove(&t.process);
    arena_free(&t.files);
    free(t.seeds);
    printf("%ld payloads, %ld accepted, %ld reloads\n%ld passed, %d failed\n", t.offered, t.accepted, t.reloads, t.epochs, !sound);
    return !sound;
}
