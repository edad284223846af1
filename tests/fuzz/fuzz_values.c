/* fuzz_values.c -- bytes for everything that reads values: bodies as RESTORE takes them, whole RDB files, logs.
 *
 * Whatever the bytes are, they are refused, or a value comes out that can be looked at, copied, moved, saved, loaded
 * again and freed bit by bit, and is the same after each. The bytes begin as values that real servers wrote (fixtures)
 * and as old forms by hand, and are then spoiled. With libFuzzer: see fuzz/README.md. Otherwise `main` makes the bytes:
 * `fuzz_values [SEED [ROUNDS]]`, from the top of the tree. */
#include "base/memory.h"
#include "base/text.h"
#include "commands/value_types.h"
#include "os/os.h"
#include "persist/rdb.h"
#include "persist/resp_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { SEEDS_MAX = 512, BODY_MOST = 1 << 16 };

static struct {
    bytes *seeds[SEEDS_MAX];
    int count;
    unsigned long accepted, refused;
    uint64_t random;
} state;

static uint64_t random_next(void) {
    state.random ^= state.random << 13;
    state.random ^= state.random >> 7;
    return state.random ^= state.random << 17;
}

static void must(bool fact, const char *what, slice body) {
    if (fact) return;
    fprintf(stderr, "%s, for these %zu bytes:\n", what, body.len);
    for (size_t i = 0; i < body.len; i++) fprintf(stderr, "\\x%02x", (unsigned char)body.at[i]);
    fputc('\n', stderr);
    abort();
}

/* -- what may be done to a value ----------------------------------------------------------------------------------- */

static digest digest_of(const type *t, const void *value) {
    digest d = {{0}};
    t->digest(value, &d);
    return d;
}

static bool same(digest a, digest b) { return !memcmp(a.at, b.at, sizeof a.at); }

static void count_words(rewriter *to, int argc, const slice *argv) {
    (void)to;
    for (int i = 0; i < argc; i++)
        if (argv[i].len) random_next(), (void)*(volatile const char *)&argv[i].at[argv[i].len - 1];
}

static bytes *saved(const type *t, const void *value) {
    rdb_buffer b;
    rdb_buffer_start(&b);
    rdb_put_byte(&b.out, t->rdb_type(value));
    t->save(value, &b.out);
    return b.text;
}

static void *loaded(slice body, const type **t) {
    rdb_memory m;
    rdb_memory_start(&m, body);
    uint8_t kind = rdb_get_byte(&m.in);
    *t = m.in.failed ? NULL : type_of_rdb(kind);
    void *value = *t ? (*t)->load(&m.in, kind) : NULL;
    if (!value || (!m.in.failed && !m.in.left)) return value;
    (*t)->free(value);
    return NULL;
}

static void exercise(const type *t, void *value, slice body) {
    const type *again_type;
    rewriter to = {count_words};
    digest d = digest_of(t, value);
    must(t->length(value) > 0 || t->id == TYPE_STREAM, "a value that holds nothing", body);
    t->encoding(value), t->size(value, 0), t->size(value, 5), t->effort(value);
    if (t->due) t->due(value);
    t->rewrite(SLICE("key"), value, &to);
    void *copy = t->copy(value);
    must(same(d, digest_of(t, copy)), "the copy is another", body);
    uint64_t cursor = 0;
    do copy = t->defragment(copy, &cursor);
    while (cursor);
    must(same(d, digest_of(t, copy)), "what was moved is another", body);
    while (!t->free_some(copy, 1 + random_next() % 64)) continue;
    bytes *text = saved(t, value);
    void *again = loaded(bytes_slice(text), &again_type);
    must(again && again_type == t && same(d, digest_of(t, again)), "what was saved is another", body);
    bytes *extra = t->save_extra ? t->save_extra(value) : NULL;
    must(!extra || t->load_extra(again, bytes_slice(extra)), "its state is refused", body);
    bytes_free(extra);
    t->free(again);
    bytes_free(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static bool ready;
    const type *t;
    if (!ready) value_types_register();
    ready = true;
    if (!state.random) state.random = 1;
    bytes *exact = bytes_copy(slice_make((const char *)data, size)); /* so that a sanitizer sees every step too far */
    bytes_trim_capacity(&exact);
    void *value = loaded(bytes_slice(exact), &t);
    if (value) exercise(t, value, bytes_slice(exact)), t->free(value);
    *(value ? &state.accepted : &state.refused) += 1;
    bytes_free(exact);
    return 0;
}

#ifndef LIBFUZZER
/* -- where they begin ------------------------------------------------------------------------------------------------ */

static void seed_add(bytes *body) {
    if (state.count < SEEDS_MAX && body->len < BODY_MOST) state.seeds[state.count++] = body;
    else bytes_free(body);
}

static bool take_string(rdb_reader *r, const rdb_key *k, slice text) { return (void)r, (void)k, (void)text, true; }

static bool take_value(rdb_reader *r, const rdb_key *k, const type *t, void *value) {
    (void)k;
    if (r->context) seed_add(saved(t, value));
    else exercise(t, value, SLICE("(a file)"));
    t->free(value);
    return true;
}

static const rdb_visitor visitor = {.string = take_string, .value = take_value};

static const char *const fixtures[] = {"redis-8.0-basic.rdb", "redis-8.0-field-ttl.rdb", "redis-8.0-zsets.rdb",
                                       "redis-8.0-streams.rdb", "redis-8.0-lzf-lists.rdb"};
enum { FIXTURES = sizeof fixtures / sizeof *fixtures };

static bytes *file_read(const char *name) {
    char path[128];
    snprintf(path, sizeof path, "tests/fixtures/%s", name);
    int file = os_open(path, OS_LOOK);
    if (file < 0) {
        fprintf(stderr, "%s: %s\n", path, os_error_text());
        exit(1);
    }
    bytes *text = NULL;
    bytes_resize(&text, (size_t)os_size(file));
    if (os_read_at(file, text->at, text->len, 0) != (ptrdiff_t)text->len) exit(1);
    os_close(file);
    return text;
}

static void read_file(slice text, bool keep) {
    rdb_reader r;
    rdb_reader_over(&r, text, false);
    r.context = keep ? &state : NULL;
    *(rdb_read(&r, &visitor) ? &state.accepted : &state.refused) += 1;
    rdb_reader_close(&r);
}

/* Forms that nobody writes any more, and small ones of each that is written. */
static const char *const old_forms[] = {
    "0a24240000001d000000070000016103f102fd02fe0d03c0800004f0ff7fff05d000008000ff",
    "0e0124240000001d000000070000016103f102fd02fe0d03c0800004f0ff7fff05d000008000ff",
    "0d171700000013000000040000016603017603016e03fe2aff",
    "0c181800000012000000040000016103f20201620303322e35ff",
    "091a0203666f6f03006261720568656c6c6f0502776f726c645858ff",
    "0103016101620163",
    "020201610162",
    "040101660176",
    "0302016103312e350162fe",
    "160281000003bb2cc3d80001660176000167017a",
    "171f1f0000000600816602817602f400d8c32cbb030000098167028177020001ff",
    "1900d8c32cbb0300001f1f0000000600816602817602f400d8c32cbb030000098167028177020001ff",
    "1800d8c32cbb0300000200016701770101660176",
    "1202010161020a0a0000000100816102ff",
    "0f01100000000000000001000000000000000139390000001600020101010101816602000102010001000181760204010301"
    "00010101817702040100010101dfff0201018167028178020601ff0202000103677270010101000000000000000100000000"
    "000000018813000000000000010102633170170000000000000100000000000000010000000000000001",
    "1501100000000000000001000000000000000139390000001600020101010101816602000102010001000181760204010301"
    "00010101817702040100010101dfff0201018167028178020601ff02020001010102030103677270010181ffffffffffffff"
    "ff0100000000000000010000000000000001881300000000000002020263317017000000000000581b000000000000010000"
    "00000000000100000000000000010263327017000000000000ffffffffffffffff00",
    "1500000000000000000000",
};

static void seeds_make(bytes **files) {
    for (int i = 0; i < FIXTURES; i++) {
        files[i] = file_read(fixtures[i]);
        read_file(bytes_slice(files[i]), true);
    }
    for (size_t i = 0; i < sizeof old_forms / sizeof *old_forms; i++) {
        size_t len = strlen(old_forms[i]) / 2;
        bytes *body = NULL;
        bytes_resize(&body, len);
        const type *t;
        bool spelled = text_unhex((uint8_t *)body->at, slice_make(old_forms[i], 2 * len));
        void *value = spelled ? loaded(bytes_slice(body), &t) : NULL;
        must(value, "an old form that is refused", slice_of(old_forms[i]));
        t->free(value);
        seed_add(body);
    }
}

/* A few bytes changed, by bits or into what lengths and marks like to be, taken away, doubled, or another's. */
static void spoil(bytes **text) {
    static const uint8_t liked[] = {0, 1, 0x7f, 0x80, 0x81, 0xc0, 0xc3, 0xe0, 0xf0, 0xf1, 0xf4, 0xfe, 0xff};
    for (uint64_t times = random_next() % 5; times && (*text)->len; times--) {
        size_t at = (size_t)(random_next() % (*text)->len), rest = (*text)->len - at;
        size_t few = 1 + (size_t)(random_next() % 8);
        if (few > rest) few = rest;
        switch (random_next() % 6) {
        case 0: (*text)->at[at] = (char)random_next(); break;
        case 1: (*text)->at[at] ^= (char)(1 << random_next() % 8); break;
        case 2: (*text)->at[at] = (char)liked[random_next() % sizeof liked]; break;
        case 3: bytes_remove(*text, at, few); break;
        case 4: {
            bytes *twice = bytes_copy(slice_make((*text)->at + at, rest));
            bytes_append(text, bytes_slice(twice));
            bytes_free(twice);
            break;
        }
        default: (*text)->at[at] = (char)((*text)->at[at] + (random_next() % 2 ? 1 : -1));
        }
    }
}

static const char log_text[] = "*2\r\n$6\r\nSELECT\r\n$1\r\n0\r\n#TS:1600000000\r\n*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$5\r\nvalue\r\n"
                               "*1\r\n$5\r\nMULTI\r\n*2\r\n$4\r\nINCR\r\n$1\r\nn\r\n*1\r\n$4\r\nEXEC\r\n";

/* Reads a log to its end: each step ahead, and never beyond. */
static void read_log(slice text) {
    char path[] = "/tmp/fuzz_values.XXXXXX";
    int file = mkstemp(path);
    if (file < 0 || write(file, text.at, text.len) != (ssize_t)text.len) exit(1);
    close(file);
    resp_file f;
    if (!resp_file_open(&f, path, 0)) exit(1);
    int64_t before = -1;
    for (enum resp_outcome o; (o = resp_file_next(&f)) == RESP_COMMAND || o == RESP_NOTE; before = resp_file_offset(&f)) {
        must(resp_file_offset(&f) > before && resp_file_offset(&f) <= (int64_t)text.len, "a log that goes nowhere", text);
        rewriter to = {count_words};
        if (o == RESP_COMMAND) count_words(&to, f.argc, f.argv);
    }
    resp_file_close(&f);
    unlink(path);
}

int main(int argc, char **argv) {
    bytes *files[FIXTURES];
    unsigned long rounds = argc > 2 ? strtoul(argv[2], NULL, 10) : 60000;
    state.random = (argc > 1 ? strtoull(argv[1], NULL, 10) : 1) * 0x9E3779B97F4A7C15u + 1;
    value_types_register();
    seeds_make(files);
    for (unsigned long i = 0; i < rounds; i++) {
        bool whole = i % 32 == 0, log = i % 64 == 1;
        bytes *text = log     ? bytes_copy(slice_of(log_text))
                      : whole ? bytes_copy(bytes_slice(files[random_next() % FIXTURES]))
                              : bytes_copy(bytes_slice(state.seeds[random_next() % (uint64_t)state.count]));
        spoil(&text);
        if (log) read_log(bytes_slice(text));
        else if (whole) read_file(bytes_slice(text), false);
        else LLVMFuzzerTestOneInput((const uint8_t *)text->at, text->len);
        bytes_free(text);
    }
    for (int i = 0; i < FIXTURES; i++) bytes_free(files[i]);
    while (state.count) bytes_free(state.seeds[--state.count]);
    bool both = state.accepted > rounds / 20 && state.refused > rounds / 20;
    printf("%lu accepted, %lu refused\n%d passed, %d failed\n", state.accepted, state.refused, both, !both);
    return !both;
}
#endif
