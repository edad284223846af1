/* check.c -- the printing visitor: every value is loaded, validated in full and dropped. */
#include "persist/check.h"
#include "os/os.h"
#include "persist/rdb.h"
#include <stdio.h>

enum { PROGRESS_EVERY_US = 1000000 };

typedef struct findings {
    int64_t now;
    uint64_t keys, expires, expired, field_expires;
    bool unsummed;
} findings;

static bool see_aux(rdb_reader *r, slice name, slice value) {
    if (slice_is(name, RDB_EXTRA)) return true;         /* no text for people */
    printf("[offset %llu] AUX FIELD %.*s = '%.*s'\n", (unsigned long long)r->in.taken, SLICE_ARGS(name), SLICE_ARGS(value));
    return true;
}

static bool see_module_aux(rdb_reader *r, const char *name) {
    printf("[offset %llu] MODULE AUX for: %s\n", (unsigned long long)r->in.taken, name);
    return true;
}

static bool see_select(rdb_reader *r, uint64_t number) {
    printf("[offset %llu] Selecting DB ID %llu\n", (unsigned long long)r->in.taken, (unsigned long long)number);
    return true;
}

static bool count_key(rdb_reader *r, const rdb_key *k) {
    findings *f = r->context;
    f->keys++;
    f->expires += k->expiry >= 0;
    f->expired += k->expiry >= 0 && k->expiry < f->now;
    return true;
}

static bool see_string(rdb_reader *r, const rdb_key *k, slice text) {
    (void)text;
    return count_key(r, k);
}

static bool see_value(rdb_reader *r, const rdb_key *k, const type *t, void *value) {
    findings *f = r->context;
    f->field_expires += t->due && t->due(value) >= 0;
    t->free(value);
    return count_key(r, k);
}

static bool see_module(rdb_reader *r, const rdb_key *k, const char *name) {
    (void)name;
    return count_key(r, k);
}

static void see_unsummed(rdb_reader *r) {
    ((findings *)r->context)->unsummed = true;
    printf("[offset %llu] RDB file was saved with checksum disabled: no check performed.\n", (unsigned long long)r->in.taken);
}

static const rdb_visitor looker = {
    .aux = see_aux, .select = see_select, .module_aux = see_module_aux, .string = see_string, .value = see_value,
    .empty = count_key, .module = see_module, .unsummed = see_unsummed,
};

static const char *type_name(uint8_t kind) {
    static const char *const names[] = {
        "string", "list-linked", "set-hashtable", "zset-v1", "hash-hashtable", "zset-v2", "module-pre-release", "module-value", NULL,
        "hash-zipmap", "list-ziplist", "set-intset", "zset-ziplist", "hash-ziplist", "quicklist", "stream", "hash-listpack",
        "zset-listpack", "quicklist-v2", "stream-v2", "set-listpack", "stream-v3", "hash-hashtable-md-pre-release",
        "hash-listpack-md-pre-release", "hash-hashtable-md", "hash-listpack-md",
    };
    return kind < sizeof names / sizeof *names && names[kind] ? names[kind] : "unknown";
}

static void print_counts(const findings *f) {
    printf("[info] %llu keys read\n[info] %llu expires\n[info] %llu already expired\n[info] %llu subexpires\n",
           (unsigned long long)f->keys, (unsigned long long)f->expires, (unsigned long long)f->expired,
           (unsigned long long)f->field_expires);
}

/* The key in hand counts as read. */
static void print_error(const rdb_reader *r, findings *f) {
    static const char *const doing[] = {
        "start", "read-type", "read-expire", "read-key", "read-object-value", "check-sum", "read-len", "read-aux", "read-module-aux",
        "read-functions",
    };
    bool no_type = r->doing == RDB_DOING_TYPE && !strncmp(rdb_reason(r), "Unknown RDB", 11);
    printf("--- RDB ERROR DETECTED ---\n[offset %llu] ", (unsigned long long)r->in.taken);
    if (no_type) printf("Invalid object type: %d", r->key.type);
    else printf("%s", r->doing == RDB_DOING_SUM ? "RDB CRC error" : rdb_reason(r));
    printf("\n[additional info] While doing: %s\n", doing[r->doing]);
    if (r->key.name.at) printf("[additional info] Reading key '%.*s'\n", SLICE_ARGS(r->key.name)), f->keys++;
    if (r->doing != RDB_DOING_SUM && !no_type) printf("[additional info] Reading type %d (%s)\n", r->key.type, type_name(r->key.type));
    print_counts(f);
}

void check_progress(int64_t at, int64_t size) {
    static int64_t told_us;
    int64_t now = os_mono_us();
    if (!told_us) told_us = now;
    if (now - told_us < PROGRESS_EVERY_US || size <= 0) return;
    told_us = now;
    printf("[offset %lld] %lld%% of %lld bytes checked\n", (long long)at, (long long)(at * 100 / size), (long long)size);
    fflush(stdout);
}

static bool tell_progress(rdb_reader *r) {
    check_progress((int64_t)r->in.taken, (int64_t)(r->in.taken + r->in.left));
    return true;
}

bool check_rdb(const char *path, int64_t *end) {
    rdb_reader r;
    findings f = { .now = os_wall_us() / 1000 };
    printf("[offset 0] Checking RDB file %s\n", path);
    if (!rdb_reader_open(&r, path, true)) return false;
    r.context = &f;
    r.progress = tell_progress;
    bool good = rdb_read(&r, &looker);
    if (!good) {
        print_error(&r, &f);
    } else {
        if (r.in.crc && !f.unsummed) printf("[offset %llu] Checksum OK\n", (unsigned long long)r.in.taken);
        printf("[offset %llu] \\o/ RDB looks OK! \\o/\n", (unsigned long long)r.in.taken);
        print_counts(&f);
    }
    if (end) *end = (int64_t)r.in.taken;
    rdb_reader_close(&r);
    return good;
}
