/* exchange.c -- hands values of every type and encoding from one server to another and back, in every way there is:
 * DUMP and RESTORE, MIGRATE, an RDB file, a log with an RDB base and one of plain commands.
 *
 *     exchange [--server PROGRAM] [--with PROGRAM]
 *
 * The other server is a real one (make exchange WITH=...) or a second one of ours. What arrives must have the digest,
 * the expiry, the encoding and, of streams, the groups that were sent. Payloads of the two servers are compared byte by
 * byte too; where they differ is told, and is no failure: elements of a table come in any order, LZF may pack in any way
 * (ours finds a little more), streams hold the times of day. */
#include "transcript_server.h"

#include <hiredis/hiredis.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

typedef struct {
    server process;
    redisContext *line;
    const char *name;
} side;

static arena memory;
static int passed, failed;

/* Small limits, so that every encoding is met with few elements; `make` ones are said to the server that sends. */
static const char *limits[] = {"set-max-intset-entries 4",   "set-max-listpack-entries 4",
                               "hash-max-listpack-entries 4", "zset-max-listpack-entries 4",
                               "list-max-listpack-size 4",    "stream-node-max-entries 3"};

#define LONG "\"abcdefghij\" * 30"
#define HUGE "\"no two bytes\" * 900"
static const char *const samples[] = {
    "SET empty \"\"", "SET int8 -128", "SET int16 32767", "SET int32 -2147483648", "SET int64 9223372036854775807",
    "SET almost 2147483648", "SET zeros 007", "SET minus -0", "SET short hello", "SET packed " LONG,
    "SET bytes \"\\x00\\xff\\r\\n\\x80\"", "SET 12345 named", "SETBIT bits 1000 1", "PFADD hll a b c",
    "PFADD dense " HUGE, "SET timed v PXAT 4102444800000",
    "RPUSH list1 a", "RPUSH list4 a 1 -1 300", "RPUSH list10 a b c d e f g h i j", "RPUSH numbers 0 12 13 127 128 -4096 "
    "4096 32768 8388608 2147483648 -9223372036854775808", "RPUSH plain a " HUGE " b", "RPUSH blanks \"\" \"\" \"\" \"\" \"\"",
    "SADD ints16 1 2 300", "SADD ints32 1 70000 -70000", "SADD ints64 1 5000000000", "SADD few a b 12",
    "SADD many a b c d e f 1 2", "SADD manyints 1 2 3 4 5 6 7", "SADD long " LONG,
    "HSET small f v n 42", "HSET large a 1 b 2 c 3 d 4 e 5 f 6", "HSET wide f " LONG,
    "HSET fields a 1 b 2 c 3", "HPEXPIREAT fields 4102444800000 FIELDS 1 b",
    "HSET untimed a 1 b 2 c 3", "HPEXPIREAT untimed 4102444800000 FIELDS 1 b", "HPERSIST untimed FIELDS 1 b",
    "HSET untable a 1 b 2 c 3 d 4 e 5 f 6", "HPEXPIREAT untable 4102444800000 FIELDS 2 b c", "HPERSIST untable FIELDS 2 b c",
    "HSET table a 1 b 2 c 3 d 4 e 5 f 6", "HPEXPIREAT table 4102444800000 FIELDS 2 b c",
    "HPEXPIREAT table 4102444900000 FIELDS 1 d",
    "ZADD ranks 1 a 2.5 b -inf c", "ZADD tree 1 a 2 b 3 c 4 d 5 e +inf f 0.1 g 1e300 h -0.5 i",
    "ZADD scores 0.1 a 9007199254740993 b 1e21 c -1.5e-7 d", "GEOADD places 13.361389 38.115556 Palermo",
    "XADD log 1-1 f v", "XADD log 1-2 f w", "XADD log 1-3 g x h y", "XADD log 2-1 f 42", "XADD log 2-2 f v", "XDEL log 1-2",
    "XGROUP CREATE log readers 0", "XGROUP CREATE log idle $", "XGROUP CREATECONSUMER log readers never",
    "XREADGROUP GROUP readers me COUNT 3 STREAMS log >", "XREADGROUP GROUP readers you COUNT 1 STREAMS log >",
    "XACK log readers 1-1", "XADD hollow 1-1 f v", "XDEL hollow 1-1", "XGROUP CREATE fresh g $ MKSTREAM",
};

/* What only ours knows must not hinder the others from taking the rest. */
static const char *const newer[] = {
    "XADD idmp IDMP producer message * f v", "XADD released 1-1 f v", "XADD released 2-1 f v",
    "XGROUP CREATE released g 0", "XREADGROUP GROUP g me STREAMS released >", "XNACK released g FAIL IDS 1 1-1",
};

static void note(bool good, const side *from, const side *to, const char *way, const char *key, const char *what) {
    passed += good;
    failed += !good;
    if (!good) printf("%s -> %s by %s: %s: %s\n", from->name, to->name, way, key, what);
}

/* -- asking ------------------------------------------------------------------------------------------------------ */

static void connect_to(side *s) {
    if (s->line) redisFree(s->line);
    s->line = redisConnect(s->process.host, s->process.port);
}

static redisReply *ask_words(side *s, span *words, int count) {
    const char *at[64];
    size_t lengths[64];
    for (int i = 0; i < count && i < 64; i++) at[i] = words[i].at, lengths[i] = words[i].length;
    redisReply *r = redisCommandArgv(s->line, count, at, lengths);
    if (r) return r;
    printf("%s is gone\n", s->name);
    server_show_log(&s->process);
    exit(1);
}

static redisReply *ask(side *s, const char *line) {
    span *words;
    int count = line_split(&memory, line, true, &words);
    return ask_words(s, words, count);
}

/* How a radix tree is laid out, and fields that only one of two versions has, are nobody's business. */
static bool is_private(const redisReply *r) {
    static const char *const names[] = {"radix-tree-", "idmp-", "pids-", "iids-", "nacked-count"};
    for (size_t i = 0; r->str && i < sizeof names / sizeof *names; i++)
        if (!strncmp(r->str, names[i], strlen(names[i]))) return true;
    return false;
}

static void show(builder *b, const redisReply *r) {
    if (r->type == REDIS_REPLY_INTEGER)
        builder_format(b, "%lld ", r->integer);
    else if (r->type == REDIS_REPLY_NIL)
        builder_text(b, "nil ");
    else if (r->type != REDIS_REPLY_ARRAY)
        builder_add(b, r->str, r->len), builder_text(b, " ");
    for (size_t i = 0; r->type == REDIS_REPLY_ARRAY && i < r->elements; i++) {
        if (is_private(r->element[i]))
            i++;
        else
            show(b, r->element[i]);
    }
}

static const char *told(side *s, const char *line) {
    builder b = {.owner = &memory};
    redisReply *r = ask(s, line);
    builder_text(&b, "");
    show(&b, r);
    freeReplyObject(r);
    return b.at;
}

static const char *told_of(side *s, const char *command, const char *key, const char *rest) {
    builder b = {.owner = &memory};
    builder_format(&b, "%s %s %s", command, key, rest);
    return told(s, b.at);
}

/* -- a value there and here ---------------------------------------------------------------------------------------- */

typedef struct {
    const char *digest, *expiry, *encoding, *detail;
} picture;

static picture look(side *s, const char *key) {
    bool stream = !strcmp(told_of(s, "TYPE", key, ""), "stream "), hash = !strcmp(told_of(s, "TYPE", key, ""), "hash ");
    return (picture){told_of(s, "DEBUG DIGEST-VALUE", key, ""), told_of(s, "PEXPIRETIME", key, ""),
                     told_of(s, "OBJECT ENCODING", key, ""),
                     stream ? told_of(s, "XINFO STREAM", key, "FULL")
                     : hash ? told_of(s, "HPEXPIRETIME", key, "FIELDS 3 b c d")
                            : ""};
}

/* A short string may be of its own or within its key, as it came to be; and commands cannot say when a consumer was
 * seen. MIGRATE counts the time that is left, so an expiry moves by a moment. */
static void compare(side *from, side *to, const char *way, const char *key) {
    picture a = look(from, key), b = look(to, key);
    bool detailed = strncmp(a.detail, "ERR unknown", 11) && strncmp(b.detail, "ERR unknown", 11) &&
                    (strcmp(way, "aof") || !strstr(a.detail, "seen-time")) &&
                    (strcmp(key, "released") || !strcmp(from->name, to->name));
    bool text = strstr("raw embstr ", a.encoding) && strstr("raw embstr ", b.encoding);
    bool packed = !strncmp("listpack", a.encoding, 8) && !strncmp("listpack", b.encoding, 8); /* with times or without */
    note(!strcmp(a.digest, b.digest), from, to, way, key, "another digest");
    note(llabs(atoll(a.expiry) - atoll(b.expiry)) < 1000, from, to, way, key, "another expiry");
    note(text || packed || !strcmp(a.encoding, b.encoding), from, to, way, key, b.encoding);
    note(!detailed || !strcmp(a.detail, b.detail), from, to, way, key, b.detail);
}

/* Valkey 8 has no fields that expire: it refuses them, and rightly. */
static bool has_field_times(side *s) { return strncmp(told(s, "HPEXPIRETIME nothing FIELDS 1 f"), "ERR unknown", 11) != 0; }

static bool times_fields(const char *key) { return !strcmp(key, "fields") || !strcmp(key, "table"); }

static redisReply *keys_of(side *s) { return ask(s, "KEYS *"); }

static void fill(side *s) {
    freeReplyObject(ask(s, "FLUSHALL"));
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        redisReply *r = ask(s, samples[i]);
        bool known = r->type != REDIS_REPLY_ERROR || !strncmp(r->str, "ERR unknown command 'HPE", 24);
        note(known, s, s, "filling", samples[i], r->str ? r->str : "");
        freeReplyObject(r);
    }
    for (size_t i = 0; !strcmp(s->name, "ours") && i < sizeof newer / sizeof *newer; i++)
        freeReplyObject(ask(s, newer[i]));
}

/* -- the ways -------------------------------------------------------------------------------------------------------- */

static void restore_there(side *from, side *to, const char *key) {
    char expiry[24];
    long long when = atoll(told_of(from, "PEXPIRETIME", key, ""));
    size_t digits = (size_t)snprintf(expiry, sizeof expiry, "%lld", when < 0 ? 0 : when);
    redisReply *dump = ask_words(from, (span[]){{"DUMP", 4}, {key, strlen(key)}}, 2);
    span words[] = {{"RESTORE", 7}, {key, strlen(key)}, {expiry, digits}, {dump->str, dump->len}, {"ABSTTL", 6}, {"REPLACE", 7}};
    redisReply *done = ask_words(to, words, 6);
    bool refused = times_fields(key) && !has_field_times(to);
    note(refused == (done->type == REDIS_REPLY_ERROR), from, to, "DUMP", key, done->str);
    if (done->type != REDIS_REPLY_ERROR) compare(from, to, "DUMP", key);
    freeReplyObject(dump);
    freeReplyObject(done);
}

static void migrate_there(side *from, side *to, const char *key) {
    builder b = {.owner = &memory};
    builder_format(&b, "MIGRATE %s %d %s 0 5000 COPY REPLACE", to->process.host, to->process.port, key);
    const char *answer = told(from, b.at);
    bool refused = times_fields(key) && !has_field_times(to);
    note(!strcmp(answer, "OK ") != refused, from, to, "MIGRATE", key, answer);
    if (!refused) compare(from, to, "MIGRATE", key);
}

static void expect(side *from, side *to, const char *line, const char *wanted) {
    const char *answer = told(from, line);
    note(!strncmp(answer, wanted, strlen(wanted)), from, to, "MIGRATE", line, answer);
}

static void migrate_with(side *from, side *to, const char *rest, const char *wanted) {
    builder b = {.owner = &memory};
    builder_format(&b, "MIGRATE %s %d %s", to->process.host, to->process.port, rest);
    expect(from, to, b.at, wanted);
}

/* Keys that really move, several at once, to another database, past a password; and what happens when they may not. */
static void migrate_keys(side *from, side *to) {
    static const char taken[] = "ERR Target instance replied with error: BUSYKEY Target key name already exists. ";
    freeReplyObject(ask(from, "MSET one 1 two 2 three 3 four 4"));
    freeReplyObject(ask(to, "FLUSHALL"));
    freeReplyObject(ask(to, "CONFIG SET requirepass secret"));
    migrate_with(from, to, "one 3 5000", "ERR Target instance replied with error: NOAUTH ");
    migrate_with(from, to, "one 3 5000 AUTH wrong", "ERR Target instance replied with error: WRONGPASS ");
    expect(from, to, "GET one", "1 ");
    migrate_with(from, to, "one 3 5000 AUTH secret", "OK ");
    expect(from, to, "EXISTS one", "0 ");
    note(strstr(told(from, "INFO stats"), "migrate_cached_sockets:1") != NULL, from, to, "MIGRATE", "its connection", "is not kept");
    migrate_with(from, to, "\"\" 3 5000 AUTH2 default secret KEYS two missing three", "OK ");
    expect(from, to, "EXISTS two three", "0 ");
    freeReplyObject(ask(from, "SET two other"));
    migrate_with(from, to, "\"\" 3 5000 AUTH secret KEYS two four", taken);
    expect(from, to, "EXISTS two four", "1 ");
    migrate_with(from, to, "two 3 5000 REPLACE AUTH secret", "OK ");
    migrate_with(from, to, "two 3 5000 AUTH secret", "NOKEY ");
    freeReplyObject(ask(to, "CONFIG SET requirepass \"\""));
    freeReplyObject(ask(to, "SELECT 3"));
    expect(to, from, "MGET one two three four", "1 other 3 4 ");
    freeReplyObject(ask(to, "SELECT 0"));
}

static void each_key(side *from, side *to, void (*way)(side *from, side *to, const char *key)) {
    redisReply *keys = keys_of(from);
    freeReplyObject(ask(to, "FLUSHALL"));
    for (size_t i = 0; i < keys->elements; i++) way(from, to, keys->element[i]->str);
    freeReplyObject(keys);
}

/* The payloads of the same value on both sides, without version and checksum. */
static void compare_payloads(side *a, side *b) {
    redisReply *keys = keys_of(a);
    int same = 0, other = 0;
    for (size_t i = 0; i < keys->elements; i++) {
        span words[] = {{"DUMP", 4}, {keys->element[i]->str, keys->element[i]->len}};
        redisReply *x = ask_words(a, words, 2), *y = ask_words(b, words, 2);
        bool equal = x->len == y->len && x->len > 10 && !memcmp(x->str, y->str, x->len - 10);
        same += equal;
        other += !equal;
        if (!equal) printf("other bytes (%zu and %zu) for %s\n", x->len, y->len, words[1].at);
        freeReplyObject(x);
        freeReplyObject(y);
    }
    printf("%d payloads of %s and %s are the same bytes, %d are not\n", same, a->name, b->name, other);
    freeReplyObject(keys);
}

static void hand_over(side *from, side *to, const char *name) {
    span file = server_read_file(&from->process, &memory, name);
    if (file.at) server_write_file(&to->process, name, file);
    note(file.at != NULL, from, to, "file", name, "missing");
}

static void start_with_files(side *from, side *to, const char *way) {
    bool started = server_start_again(&to->process);
    note(started, from, to, way, "all", "it does not start");
    if (!started) {
        server_show_log(&to->process);
        exit(1);
    }
    connect_to(to);
    redisReply *keys = keys_of(from);
    for (size_t i = 0; i < keys->elements; i++) compare(from, to, way, keys->element[i]->str);
    freeReplyObject(keys);
    note(!strcmp(told(from, "DEBUG DIGEST"), told(to, "DEBUG DIGEST")), from, to, way, "all", "another digest");
}

static void drop_field_times(side *from, const side *to) {
    if (!strcmp(to->name, "valkey")) freeReplyObject(ask(from, "DEL fields table"));
}

static void by_snapshot(side *from, side *to) {
    freeReplyObject(ask(from, "SAVE"));
    server_crash(&to->process);
    hand_over(from, to, "dump.rdb");
    start_with_files(from, to, "RDB");
}

static void by_log(side *from, side *to, const char *preamble, const char *suffix) {
    char name[100];
    builder b = {.owner = &memory};
    builder_format(&b, "CONFIG SET appendonly no aof-use-rdb-preamble %s", preamble);
    freeReplyObject(ask(from, b.at));
    freeReplyObject(ask(from, "CONFIG SET appendonly yes"));
    while (!strstr(told(from, "INFO persistence"), "aof_rewrite_in_progress:0") ||
           !strstr(told(from, "INFO persistence"), "aof_rewrite_scheduled:0"))
        continue;
    freeReplyObject(ask(from, "SET written afterwards"));
    span manifest = server_read_file(&from->process, &memory, "appendonlydir/appendonly.aof.manifest");
    const char *base = manifest.at ? strstr(manifest.at, ".base.") : NULL;
    int number = base ? atoi(manifest.at + strlen("file appendonly.aof.")) : 0;
    const char *incr = manifest.at ? strstr(manifest.at, "\nfile appendonly.aof.") : NULL;
    server_crash(&to->process);
    hand_over(from, to, "appendonlydir/appendonly.aof.manifest");
    snprintf(name, sizeof name, "appendonlydir/appendonly.aof.%d.base.%s", number, suffix);
    hand_over(from, to, name);
    snprintf(name, sizeof name, "appendonlydir/appendonly.aof.%d.incr.aof", incr ? atoi(incr + 21) : 0);
    hand_over(from, to, name);
    start_with_files(from, to, suffix);
    freeReplyObject(ask(from, "CONFIG SET appendonly no"));
    freeReplyObject(ask(from, "DEL written"));
}

static void all_ways(side *from, side *to) {
    fill(from);
    migrate_keys(from, to); /* first: connections are kept, and one that said its password need not say it again */
    each_key(from, to, restore_there);
    each_key(from, to, migrate_there);
    drop_field_times(from, to);
    by_snapshot(from, to);
    span config = server_read_file(&to->process, &memory, "redis.conf");
    builder b = {.owner = &memory};
    builder_format(&b, "%s\nappendonly yes\n", config.at);
    server_write_file(&to->process, "redis.conf", (span){b.at, b.length});
    by_log(from, to, "yes", "rdb");
    if (strcmp(from->name, to->name)) freeReplyObject(ask(from, "DEL idmp released")); /* commands nobody else knows */
    by_log(from, to, "no", "aof");
    server_crash(&to->process);
    server_write_file(&to->process, "redis.conf", config);
    note(server_start_again(&to->process), from, to, "all", "", "it does not start");
    connect_to(to);
}

static void begin(side *s, const char *program) {
    s->process = (server){.program = program, .config = limits, .config_count = sizeof limits / sizeof *limits};
    if (!server_start(&s->process)) exit(1);
    connect_to(s);
    if (strstr(told(s, "INFO server"), "valkey")) s->name = "valkey";
}

int main(int argc, char **argv) {
    const char *ours = "src/redis-server", *other = NULL;
    for (int i = 1; i + 1 < argc; i += 2) {
        if (!strcmp(argv[i], "--server")) ours = argv[i + 1];
        if (!strcmp(argv[i], "--with")) other = argv[i + 1];
    }
    side a = {.name = "ours"}, b = {.name = other ? "theirs" : "ours"};
    signal(SIGPIPE, SIG_IGN);
    begin(&a, ours);
    begin(&b, other ? other : ours);
    fill(&a);
    fill(&b);
    compare_payloads(&a, &b);
    all_ways(&a, &b);
    all_ways(&b, &a);
    server_remove(&a.process);
    server_remove(&b.process);
    redisFree(a.line);
    redisFree(b.line);
    arena_free(&memory);
    printf("%d passed, %d failed\n", passed, failed);
    return failed != 0;
}
