/* differential.c -- says the same random commands to our server and to a real one, and reports where they answer
 * differently.
 *
 *     differential --oracle HOST:PORT [--ours HOST:PORT | --server PROGRAM] [--seed N] [--epochs N] [--steps N]
 * [--topic NAME]
 *
 * An epoch begins with two empty servers and a seed of its own, so `--seed N --epochs 1` repeats epoch N. Every reply
 * is compared, and DEBUG DIGEST every so often. The first difference of an epoch is reduced to the few commands that
 * still show it and printed as a transcript whose replies are the real server's. Both servers are flushed: point it at
 * nothing precious. */
#include "fuzz/side.h"
#include "transcript_server.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    DIGEST_EVERY = 100, TOLERANCE = 3, TOLERANCE_MS = 5000, SPOIL_ONE_IN = 12, SCRIPT_ONE_IN = 25, KEYS_ONE_IN = 60,
    EPOCH_PROTOCOLS = 2
};

typedef struct {
    server process;
    side ours, oracle;
    uint64_t seed;
    long epochs, steps;
    const char *topic, *oracle_host;
    int oracle_port;
    bool digest;   /* has it DEBUG DIGEST? */
    bool queueing; /* between MULTI and EXEC */
    bool *known; /* per row: does our server have the command? */
    arena whole; /* lives as long as the program */
    arena epoch; /* the commands of this epoch */
    command *log;
    long log_count;
} fuzzer;

static int reply_order(const reply *a, const reply *b);

static int children_order(const reply *a, const reply *b) {
    size_t count = a->count < b->count ? a->count : b->count;
    for (size_t i = 0; i < count; i++) {
        int order = reply_order(a->element[i], b->element[i]);
        if (order) return order;
    }
    return (a->count > b->count) - (a->count < b->count);
}

static int reply_order(const reply *a, const reply *b) {
    if (a->kind != b->kind) return a->kind < b->kind ? -1 : 1;
    if (a->count || b->count) return children_order(a, b);
    size_t length = a->text.length < b->text.length ? a->text.length : b->text.length;
    int order = length ? memcmp(a->text.at, b->text.at, length) : 0;
    return order ? order : (a->text.length > b->text.length) - (a->text.length < b->text.length);
}

static int one_order(const void *a, const void *b) { return reply_order(*(reply *const *)a, *(reply *const *)b); }

static int pair_order(const void *a, const void *b) {
    int order = one_order(a, b);
    return order ? order : one_order((reply *const *)a + 1, (reply *const *)b + 1);
}

/* Brings what may come in any order into one. A map is always sorted by its keys. */
static void reply_sort(reply *r, unsigned traits) {
    for (size_t i = 0; i < r->count; i++) reply_sort(r->element[i], traits & UNORDERED);
    if (r->kind == REPLY_MAP || (traits & PAIRS && r->count % 2 == 0))
        qsort(r->element, r->count / 2, 2 * sizeof *r->element, pair_order);
    else if (traits & UNORDERED || r->kind == REPLY_SET)
        qsort(r->element, r->count, sizeof *r->element, one_order);
}

static bool integers_agree(const reply *a, const reply *b, unsigned traits) {
    long long x = atoll(a->text.at), y = atoll(b->text.at), apart;
    if (__builtin_sub_overflow(x, y, &apart)) return false;
    if (traits & LATELY) return llabs(apart) <= TOLERANCE_MS;
    return llabs(apart) <= (traits & ABOUT ? TOLERANCE : 0);
}

/* The inner shape of an index is each server's own business. */
static bool names_shape(const reply *r) {
    return r->kind == REPLY_BULK && (!strcmp(r->text.at, "radix-tree-keys") || !strcmp(r->text.at, "radix-tree-nodes"));
}

static bool replies_agree(const reply *a, const reply *b, unsigned traits) {
    if (a->kind != b->kind || a->count != b->count) return false;
    if (traits & COUNT) return true;
    if (a->kind == REPLY_INTEGER) return integers_agree(a, b, traits);
    if (!a->count) return !reply_order(a, b);
    for (size_t i = 0; i < a->count; i++)
        if (!(i && names_shape(a->element[i - 1])) && !replies_agree(a->element[i], b->element[i], traits)) return false;
    return true;
}

/* Walks a cursor to its end. The reply is one array of all that was found, in order and without repetition: pairs as
 * arrays of two. */
static reply *side_scan(side *s, const command *wanted) {
    reply *all = arena_alloc(&s->memory, sizeof *all), *got;
    command c = *wanted;
    int at = 1;
    size_t room = 0, width = wanted->traits & PAIRS ? 2 : 1, kept = 0;
    while (at < c.count && strcmp(c.words[at].at, "@0") != 0) at++;
    for (c.words[at] = span_of("0");; c.words[at] = got->element[0]->text) {
        if (!(got = side_ask(s, &c))) return NULL;
        if (got->kind != REPLY_ARRAY || got->count != 2) return got;
        const reply *found = got->element[1];
        for (size_t i = 0; i + width <= found->count; i += width) {
            if (all->count == room) {
                reply **more = arena_alloc(&s->memory, (room = 2 * room + 64) * sizeof *more);
                if (all->count) memcpy(more, all->element, all->count * sizeof *more);
                all->element = more;
            }
            reply *one = arena_alloc(&s->memory, sizeof *one);
            *one = (reply){.kind = REPLY_ARRAY, .element = found->element + i, .count = width};
            all->element[all->count++] = one;
        }
        if (!strcmp(got->element[0]->text.at, "0")) break;
    }
    all->kind = REPLY_ARRAY;
    if (all->count) qsort(all->element, all->count, sizeof *all->element, one_order);
    for (size_t i = 0; i < all->count; i++)
        if (!kept || one_order(&all->element[kept - 1], &all->element[i])) all->element[kept++] = all->element[i];
    all->count = kept;
    return all;
}

static reply *side_restore(side *s, const command *c, const reply *payload) {
    command restoring = {.words = {span_of("RESTORE"), c->words[2], span_of("0"), payload->text, span_of("REPLACE")},
                         .count = 5};
    return side_ask(s, &restoring);
}

/* Each side restores what the other dumped; *ours and *oracle say how that went. */
static void both_cross(fuzzer *f, const command *c, reply **ours, reply **oracle) {
    command dump = {.words = {c->words[0], c->words[1]}, .count = 2};
    *oracle = side_ask(&f->oracle, &dump);
    *ours = side_ask(&f->ours, &dump);
    if (!*ours || !*oracle || (*ours)->kind != REPLY_BULK || (*oracle)->kind != REPLY_BULK) return;
    const reply *mine = *ours, *theirs = *oracle;
    *ours = side_restore(&f->ours, c, theirs);
    *oracle = side_restore(&f->oracle, c, mine);
}

static bool word_is(const command *c, const char *name) { return c->count == 1 && !strcmp(c->words[0].at, name); }

static void queueing_note(fuzzer *f, const command *c, const reply *said) {
    if (word_is(c, "MULTI") && said->kind == REPLY_STATUS) f->queueing = true;
    if (word_is(c, "EXEC") || word_is(c, "DISCARD") || word_is(c, "RESET")) f->queueing = false;
}

/* Says it to both. False when they disagree; what they said is then still there to be shown. */
static bool both_agree(fuzzer *f, const command *c, reply **ours, reply **oracle) {
    side_forget(&f->ours);
    side_forget(&f->oracle);
    if (c->traits & CROSSWISE && !f->queueing) {
        both_cross(f, c, ours, oracle);
    } else {
        bool scans = c->traits & SCAN && !f->queueing;
        *oracle = scans ? side_scan(&f->oracle, c) : side_ask(&f->oracle, c);
        *ours = scans ? side_scan(&f->ours, c) : side_ask(&f->ours, c);
    }
    if (!*ours || !*oracle) return false;
    queueing_note(f, c, *oracle);
    reply_sort(*ours, c->traits);
    reply_sort(*oracle, c->traits);
    return replies_agree(*ours, *oracle, c->traits);
}

/* Both as they are when this epoch starts. */
static bool both_begin(fuzzer *f, uint64_t seed) {
    static const char *const settings[][2] = {
        {"list-max-listpack-size", "-2 3 -1 10 -5"},
        {"hash-max-listpack-entries", "512 4 0 16 4294967296"},
        {"hash-max-listpack-value", "64 8 64 64 9223372036854775807"},
        {"set-max-intset-entries", "512 4 0 16 4294967297"},
        {"set-max-listpack-entries", "128 4 0 16 4294967296"},
        {"set-max-listpack-value", "64 8 0 64 4294967296"},
        {"zset-max-listpack-entries", "128 4 0 16 4294967296"},
        {"zset-max-listpack-value", "64 8 64 64 4294967296"},
        {"stream-node-max-entries", "100 3 5 100 9223372036854775807"},
        {"stream-node-max-bytes", "4096 0 60 4096 9223372036854775807"},
        {"list-compress-depth", "0 0 1 2 2147483647"},
        {"hll-sparse-max-bytes", "3000 3000 40 3000 9223372036854775807"}};
    reply *a, *b;
    command reset = command_parse(&f->epoch, "RESET", 0), flush = command_parse(&f->epoch, "FLUSHALL", 0),
            hello = command_parse(&f->epoch, seed % EPOCH_PROTOCOLS ? "HELLO 3" : "HELLO 2", COUNT);
    bool ok = both_agree(f, &reset, &a, &b) && both_agree(f, &hello, &a, &b);
    for (size_t i = 0; i < sizeof settings / sizeof *settings; i++) {
        char line[128], values[5][24] = {{0}};
        sscanf(settings[i][1], "%23s %23s %23s %23s %23s", values[0], values[1], values[2], values[3], values[4]);
        snprintf(line, sizeof line, "CONFIG SET %s %s", settings[i][0], values[(seed + i * (seed >> 2)) % 5]);
        command c = command_parse(&f->epoch, line, 0);
        ok = both_agree(f, &c, &a, &b) && ok;
    }
    return both_agree(f, &flush, &a, &b) && ok;
}

/* Does the command at `last` still show a difference when only the kept ones come before it? */
static bool still_differs(fuzzer *f, uint64_t seed, const bool *kept, long last, reply **ours, reply **oracle) {
    both_begin(f, seed);
    for (long i = 0; i < last; i++)
        if (kept[i]) {
            both_agree(f, &f->log[i], ours, oracle);
            if (!*ours || !*oracle) return true;
        }
    return !both_agree(f, &f->log[last], ours, oracle);
}

/* Drops ever smaller runs of commands as long as the difference stays. */
static void reduce(fuzzer *f, uint64_t seed, bool *kept, long last) {
    reply *a, *b;
    for (long run = last; run >= 1; run = run == 1 ? 0 : (run + 1) / 2) {
        for (long from = 0; from < last; from += run) {
            long until = from + run < last ? from + run : last;
            bool dropped[until - from], any = false;
            for (long i = from; i < until; i++) any |= dropped[i - from] = kept[i];
            if (!any) continue;
            for (long i = from; i < until; i++) kept[i] = false;
            if (still_differs(f, seed, kept, last, &a, &b)) continue;
            for (long i = from; i < until; i++) kept[i] = dropped[i - from];
        }
    }
}

static void command_print(const command *c) {
    arena a = {0};
    builder b = {.owner = &a};
    builder_text(&b, ">");
    for (int i = 0; i < c->count; i++) {
        bool plain = c->words[i].length > 0;
        for (size_t k = 0; k < c->words[i].length; k++)
            plain &= c->words[i].at[k] > ' ' && !strchr("\"'\\\x7f", c->words[i].at[k]);
        builder_text(&b, " ");
        if (plain)
            builder_add(&b, c->words[i].at, c->words[i].length);
        else
            builder_quoted(&b, c->words[i].at, c->words[i].length);
    }
    puts(b.at);
    arena_free(&a);
}

static void report(fuzzer *f, uint64_t seed, long last) {
    bool *kept = arena_alloc(&f->epoch, (size_t)last + 1);
    reply *ours, *oracle;
    memset(kept, true, (size_t)last);
    printf("# seed %llu, command %ld\n", (unsigned long long)seed, last);
    if (still_differs(f, seed, kept, last, &ours, &oracle))
        reduce(f, seed, kept, last);
    else
        puts("# (not the same a second time)");
    both_begin(f, seed);
    kept[last] = true;
    for (long i = 0; i <= last; i++) {
        if (!kept[i]) continue;
        both_agree(f, &f->log[i], &ours, &oracle);
        command_print(&f->log[i]);
        if (oracle) puts(reply_show(&f->oracle.memory, oracle));
    }
    printf("# ours: %s\n\n", ours ? reply_show(&f->ours.memory, ours) : "(closed)");
    fflush(stdout);
}

/* Rows of commands that our server does not know at all are left out and named once. */
static void rows_choose(fuzzer *f) {
    f->known = arena_alloc(&f->whole, row_count * sizeof *f->known);
    reply *digest = side_ask_line(&f->ours, "DEBUG DIGEST");
    f->digest = digest && digest->kind == REPLY_STATUS;
    if (!f->digest) puts("# not compared: DEBUG DIGEST");
    for (size_t i = 0; i < row_count; i++) {
        char name[32];
        if (sscanf(rows[i].words, "{ %31s", name) != 1) sscanf(rows[i].words, "%31s", name);
        reply *got = side_ask_line(&f->ours, name);
        f->known[i] = !got || strncmp(got->text.at, "ERR unknown command", 19);
        if (!f->known[i]) printf("# not compared: %s\n", name);
    }
}

static const row *row_pick(const fuzzer *f, uint64_t *state) {
    for (;;) {
        const row *r = &rows[random_below(state, row_count)];
        if (!f->known[r - rows]) continue;
        if (!f->topic || !strcmp(f->topic, r->topic) || (!strcmp(r->topic, "keys") && !random_below(state, 10)))
            return r;
    }
}

static void words_before(command *c, int count, const char *const *words) {
    if (c->count + count > WORDS_MAX) return;
    memmove(c->words + count, c->words, (size_t)c->count * sizeof *c->words);
    for (int i = 0; i < count; i++) c->words[i] = span_of(words[i]);
    c->count += count;
}

/* Now and then a script says it, or COMMAND is asked what its keys are. */
static void wrap(fuzzer *f, command *c, bool spoiled, uint64_t *state) {
    static const char *const script[] = {"EVAL", "return(redis.pcall(unpack(ARGV)))", "0"},
                            *const keys[] = {"COMMAND", "GETKEYS"};
    if (c->traits & (SCAN | CROSSWISE) || f->queueing) return;
    if (!random_below(state, SCRIPT_ONE_IN))
        words_before(c, 3, script);
    else if (!spoiled && !(c->traits & EXACT) && !random_below(state, KEYS_ONE_IN))
        words_before(c, 2, keys);
}

/* What answers differently each time, or not at once, cannot be compared when EXEC answers for all. */
static bool fits_now(const fuzzer *f, const row *r) {
    return !f->queueing || !(r->traits & (COUNT | ABOUT | LATELY | SCAN | CROSSWISE));
}

/* Where a spoiled cursor leads to is each server's own business. */
static bool has_cursor(const command *c) {
    for (int i = 0; i < c->count; i++)
        if (!strcmp(c->words[i].at, "@0")) return true;
    return false;
}

/* Random commands until the two differ; returns the index of the one that showed it, -1 when none did. */
static long epoch_run(fuzzer *f, uint64_t seed) {
    uint64_t state = seed ^ 0xD1B54A32D192ED03u;
    state = random_next(&state);
    reply *ours, *oracle;
    for (f->log_count = 0; f->log_count < f->steps;) {
        command *c = &f->log[f->log_count];
        if (f->digest && f->log_count % DIGEST_EVERY == DIGEST_EVERY - 1) {
            *c = command_parse(&f->epoch, "DEBUG DIGEST", 0);
        } else {
            const row *r;
            do r = row_pick(f, &state);
            while (!fits_now(f, r));
            *c = (command){.traits = r->traits};
            c->count = command_make(&f->epoch, r, &state, c->words, WORDS_MAX - 1);
            bool spoiled = !(r->traits & EXACT) && !random_below(&state, SPOIL_ONE_IN);
            if (spoiled) c->count = command_spoil(&state, c->words, c->count);
            if (r->traits & SCAN && !has_cursor(c)) c->traits = COUNT;
            wrap(f, c, spoiled, &state);
        }
        if (!both_agree(f, c, &ours, &oracle)) return f->log_count;
        f->log_count++;
    }
    return -1;
}

static bool address_read(const char *text, const char **host, int *port) {
    const char *colon = strrchr(text, ':');
    if (!colon) return false;
    char *copy = strdup(text);
    if (!copy) return false;
    copy[colon - text] = 0;
    *host = copy;
    *port = atoi(colon + 1);
    return *port > 0;
}

static bool options_read(fuzzer *f, int argc, char **argv) {
    for (int i = 1; i + 1 < argc; i += 2) {
        const char *ours;
        if (!strcmp(argv[i], "--seed"))
            f->seed = strtoull(argv[i + 1], NULL, 10);
        else if (!strcmp(argv[i], "--epochs"))
            f->epochs = atol(argv[i + 1]);
        else if (!strcmp(argv[i], "--steps"))
            f->steps = atol(argv[i + 1]);
        else if (!strcmp(argv[i], "--topic"))
            f->topic = argv[i + 1];
        else if (!strcmp(argv[i], "--server"))
            f->process.program = argv[i + 1];
        else if (!strcmp(argv[i], "--oracle") && address_read(argv[i + 1], &f->oracle_host, &f->oracle_port))
            continue;
        else if (!strcmp(argv[i], "--ours") && address_read(argv[i + 1], &ours, &f->process.port)) {
            f->process.program = NULL;
            snprintf(f->process.host, sizeof f->process.host, "%s", ours);
        } else
            return false;
    }
    return argc % 2 && f->oracle_host;
}

int main(int argc, char **argv) {
    static fuzzer f = {.process.program = "src/redis-server", .seed = 1, .epochs = 20, .steps = 2000};
    if (!options_read(&f, argc, argv)) {
        fputs("usage: differential --oracle HOST:PORT [--ours HOST:PORT | --server PROGRAM] [--seed N] [--epochs N] "
              "[--steps N] [--topic NAME]\n",
              stderr);
        return 2;
    }
    signal(SIGPIPE, SIG_IGN);
    if (f.process.program && !server_start(&f.process)) return 1;
    side_begin(&f.ours, f.process.host, f.process.port);
    side_begin(&f.oracle, f.oracle_host, f.oracle_port);
    f.log = calloc((size_t)f.steps + 1, sizeof *f.log);
    if (!f.log || !side_ask_line(&f.ours, "PING") || !side_ask_line(&f.oracle, "PING")) return 1;
    rows_choose(&f);
    long failed = 0;
    for (long i = 0; i < f.epochs; i++) {
        uint64_t seed = f.seed + (uint64_t)i;
        bool begun = both_begin(&f, seed);
        long at = begun ? epoch_run(&f, seed) : -1;
        if (at >= 0) report(&f, seed, at);
        if (!begun) {
            printf("# seed %llu: the servers do not begin alike; connecting again\n", (unsigned long long)seed);
            voices_drop(&f.ours.line);
            voices_drop(&f.oracle.line);
        }
        failed += at >= 0 || !begun;
        arena_free(&f.epoch);
    }
    voices_drop(&f.ours.line);
    voices_drop(&f.oracle.line);
    if (f.process.program && !server_stop(&f.process) && ++failed) server_show_log(&f.process);
    server_remove(&f.process);
    arena_free(&f.whole);
    free(f.log);
    printf("%ld passed, %ld failed\n", f.epochs - failed, failed);
    return failed != 0;
}
