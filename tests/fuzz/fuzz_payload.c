/* fuzz_payload.c -- bytes for whoever reads the body of a DUMP payload: type byte and value, no checksum.
 *
 * Whatever the bytes are, a sound value comes of them or a refusal. A value that was accepted must then bear all that may
 * happen to it: being read in full, saved and read back (the digest tells that it is the same), copied, written as
 * commands, moved in memory, freed bit by bit. */
#include "commands/value_types.h"
#include "fuzz/mutate.h"
#include "persist/rdb.h"
#include "store/rdb_io.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool fact, const char *what) {
    if (fact) return;
    fprintf(stderr, "%s\n", what);
    abort();
}

static void *value_load(slice body, const type **t) {
    rdb_memory m;
    rdb_memory_start(&m, body);
    uint8_t kind = rdb_get_byte(&m.in);
    *t = type_of_rdb(kind);
    void *value = *t ? (*t)->load(&m.in, kind) : NULL;
    if (value && (m.in.failed || m.in.left)) {
        (*t)->free(value);
        value = NULL;
    }
    return value;
}

static bytes *value_save(const type *t, const void *value) {
    rdb_buffer b;
    rdb_buffer_start(&b);
    rdb_put_byte(&b.out, t->rdb_type(value));
    t->save(value, &b.out);
    return b.text;
}

static bool same_digest(const type *t, const void *a, const void *b) {
    digest x = {{0}}, y = {{0}};
    t->digest(a, &x);
    t->digest(b, &y);
    return !memcmp(&x, &y, sizeof x);
}

static void forget(rewriter *to, int argc, const slice *argv) {
    (void)to;
    for (int i = 0; i < argc; i++) must(!argv[i].len || argv[i].at, "a command without words");
}

static void free_slowly(const type *t, void *value) {
    size_t rounds = t->effort(value) + 2;
    while (!t->free_some(value, 1)) must(rounds-- > 0, "freed in more steps than its effort");
}

/* A stream is there without entries too. */
static bool stays_empty(const type *t) { return !strcmp(t->name, "stream"); }

static void value_try(const type *t, void *value) {
    const type *kind;
    rewriter to = {.emit = forget};
    must(t->length(value) > 0 || stays_empty(t), "an empty value was accepted");
    must(t->encoding(value) && t->size(value, 0) > 0 && t->size(value, 5) > 0, "no size or encoding");
    if (t->due) t->due(value);
    t->rewrite(SLICE("key"), value, &to);
    bytes *text = value_save(t, value);
    void *again = value_load(bytes_slice(text), &kind), *copy = t->copy(value);
    must(again && kind == t, "what was saved cannot be read");
    must(same_digest(t, value, again), "what was saved is another value");
    must(same_digest(t, value, copy), "the copy is another value");
    must(t->length(value) == t->length(again) && t->length(value) == t->length(copy), "another length");
    if (t->defragment) {
        uint64_t cursor = 0;
        do copy = t->defragment(copy, &cursor);
        while (cursor);
        must(same_digest(t, value, copy), "another value after it was moved");
    }
    free_slowly(t, copy);
    t->free(again);
    bytes_free(text);
}

static void string_try(slice body) {
    rdb_memory m;
    rdb_memory_start(&m, body);
    rdb_get_byte(&m.in);
    bytes_free(rdb_get_string(&m.in));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static bool ready;
    slice body = slice_make((const char *)data, size);
    const type *t;
    if (!ready) value_types_register();
    ready = true;
    if (size && data[0] == RDB_STRING) string_try(body);
    void *value = value_load(body, &t);
    if (!value) return 0;
    value_try(t, value);
    t->free(value);
    return 0;
}

#ifndef LIBFUZZER
int main(int argc, char **argv) {
    return mutate_main(argc, argv, "tests/fuzz/corpus/payload", LLVMFuzzerTestOneInput);
}
#endif
