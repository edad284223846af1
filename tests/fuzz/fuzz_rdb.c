/* fuzz_rdb.c -- bytes for whoever reads a whole snapshot: records, lengths, opcodes, old encodings, cut files.
 *
 * The checksum is not looked at, as with rdbchecksum no: so that every spoiled byte reaches the reader behind it. */
#include "commands/value_types.h"
#include "fuzz/mutate.h"
#include "persist/rdb.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool take_string(rdb_reader *r, const rdb_key *k, slice text) {
    digest *d = r->context;
    digest_mix(d, k->name);
    digest_mix(d, text);
    return true;
}

static bool take_value(rdb_reader *r, const rdb_key *k, const type *t, void *value) {
    digest *d = r->context;
    digest_mix(d, k->name);
    t->digest(value, d);
    t->free(value);
    return true;
}

static bool take_aux(rdb_reader *r, slice name, slice value) {
    digest *d = r->context;
    digest_mix(d, name);
    digest_mix(d, value);
    return true;
}

static bool take_functions(rdb_reader *r, slice code) {
    digest_mix(r->context, code);
    return true;
}

static const rdb_visitor reads_all = {
    .string = take_string, .value = take_value, .aux = take_aux, .functions = take_functions};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static bool ready;
    rdb_reader r;
    digest d = {{0}};
    if (!ready) value_types_register();
    ready = true;
    rdb_reader_over(&r, slice_make((const char *)data, size), false);
    r.context = &d;
    if (!rdb_read(&r, &reads_all)) rdb_reason(&r);
    rdb_reader_close(&r);
    return 0;
}

#ifndef LIBFUZZER
int main(int argc, char **argv) {
    return mutate_main(argc, argv, "tests/fixtures", LLVMFuzzerTestOneInput);
}
#endif
