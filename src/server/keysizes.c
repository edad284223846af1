/* keysizes.c -- INFO keysizes: how many keys of each type are how large, as the databases have counted them. */
#include "server/feature.h"
#include "server/keyspace.h"

static const char *const names[TYPE_COUNT] = {
    [TYPE_STRING] = "strings_sizes", [TYPE_LIST] = "lists_items", [TYPE_SET] = "sets_items", [TYPE_ZSET] = "zsets_items",
    [TYPE_HASH] = "hashes_items",
};

/* The least size that a bin counts. */
static void print_least(bytes **out, int bin) {
    static const char units[] = "\0KMGTPE";
    int power = bin ? bin - 1 : 0;
    bytes_append_int(out, bin ? 1 << power % 10 : 0);
    if (power >= 10) bytes_append_char(out, units[power / 10]);
}

static void print_type(bytes **out, int db_id, const char *name, const uint64_t *bins) {
    const char *before = ":";
    for (int bin = 0; bin < SIZE_BINS; bin++) {
        if (!bins[bin]) continue;
        if (*before == ':') bytes_printf(out, "db%d_distrib_%s", db_id, name);
        bytes_append_text(out, before);
        print_least(out, bin);
        bytes_append_char(out, '=');
        bytes_append_int(out, (int64_t)bins[bin]);
        before = ",";
    }
    if (*before == ',') bytes_append_text(out, "\r\n");
}

static void print_sizes(bytes **out) {
    for (int i = 0; i < keyspace_db_count(); i++) {
        sizes *s = &keyspace_db(i)->sizes;
        sizes_settle(s);
        for (int t = 0; t < TYPE_COUNT; t++) if (names[t] && s->bins[t]) print_type(out, i, names[t], s->bins[t]);
    }
}

static const info_field info[] = {
    { "keysizes", "distrib", NULL, print_sizes },
    { 0 }
};

const feature keysizes = { .name = "server", .info = info };
