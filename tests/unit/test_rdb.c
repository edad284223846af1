/* test_rdb.c -- files of the real servers and their digests, payloads there and back, and payloads that were damaged. */
#include "base/hash.h"
#include "base/text.h"
#include "commands/value_types.h"
#include "os/os.h"
#include "persist/rdb.h"
#include "unit.h"

/* -- files of the real servers, with what their DEBUG DIGEST said ------------------------------------------ */

typedef struct tally { digest total; int keys; int db; } tally;

static void mix_number(digest *d, uint32_t n) {
    char at[4] = { (char)(n >> 24), (char)(n >> 16), (char)(n >> 8), (char)n };
    digest_mix(d, slice_make(at, 4));
}

static digest begin_key(rdb_reader *r, const rdb_key *k, uint32_t id) {
    tally *t = r->context;
    digest d = { { 0 } };
    if (t->db != k->db) mix_number(&t->total, (uint32_t)k->db);
    t->db = k->db;
    t->keys++;
    digest_mix(&d, k->name);
    mix_number(&d, id);
    return d;
}

static bool end_key(rdb_reader *r, const rdb_key *k, digest *d) {
    tally *t = r->context;
    if (k->expiry >= 0) digest_xor(d, SLICE("!!expire!!"));
    digest_xor(&t->total, slice_make(d->at, sizeof d->at));
    return true;
}

static bool take_string(rdb_reader *r, const rdb_key *k, slice text) {
    digest d = begin_key(r, k, TYPE_STRING);
    digest_mix(&d, text);
    return end_key(r, k, &d);
}

static bool take_value(rdb_reader *r, const rdb_key *k, const type *t, void *value) {
    digest d = begin_key(r, k, t->id);
    t->digest(value, &d);
    t->free(value);
    return end_key(r, k, &d);
}

static const rdb_visitor adder = { .string = take_string, .value = take_value };

static const struct { const char *name; int keys; const char *digest; } files[] = {
    { "redis-8.0-basic.rdb", 23, "3550c74776513a6557632c88cdf3b7e1acd230ec" },
    { "valkey-8.1-basic.rdb", 23, "3550c74776513a6557632c88cdf3b7e1acd230ec" },
    { "redis-8.0-lzf-lists.rdb", 23, "3550c74776513a6557632c88cdf3b7e1acd230ec" },
    { "redis-8.0-lru.rdb", 23, "3550c74776513a6557632c88cdf3b7e1acd230ec" },
    { "redis-8.0-lfu.rdb", 23, "3550c74776513a6557632c88cdf3b7e1acd230ec" },
    { "redis-8.0-field-ttl.rdb", 3, "99b20e9403a6f320b883a7a7af5a7a77116fd2aa" },
    { "redis-8.0-zsets.rdb", 4, "3896e00cc39db21c44af83e0e29e517e4eb8526c" },
    { "valkey-8.1-zsets.rdb", 4, "3896e00cc39db21c44af83e0e29e517e4eb8526c" },
    { "redis-8.0-streams.rdb", 3, "8cffc70c8f1cf576546f3bf1bf2866138404e663" },
    { "valkey-8.1-streams.rdb", 3, "8cffc70c8f1cf576546f3bf1bf2866138404e663" },
};

static void test_files(void) {
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        rdb_reader r;
        tally t = { .db = -1 };
        char path[128], found[41] = "";
        snprintf(path, sizeof path, "tests/fixtures/%s", files[i].name);
        check(rdb_reader_open(&r, path, true));
        r.context = &t;
        bool good = rdb_read(&r, &adder);
        if (!good) fprintf(stderr, "%s: %s\n", path, r.in.why);
        check(good && r.in.left == 0);
        for (int j = 0; j < 20; j++) snprintf(found + 2 * j, 3, "%02x", t.total.at[j]);
        check(t.keys == files[i].keys);
        check(!strcmp(found, files[i].digest));
        rdb_reader_close(&r);
    }
}

/* Every cut of a file is noticed, and every flipped bit: by the checksum at the latest. */
static bytes *read_file(const char *path) {
    int file = os_open(path, OS_LOOK);
    if (file < 0) return bytes_new(0);
    bytes *text = bytes_new(0);
    bytes_resize(&text, (size_t)os_size(file));
    check(os_read_at(file, text->at, text->len, 0) == (ptrdiff_t)text->len);
    os_close(file);
    return text;
}

static bool reads(slice text) {
    rdb_reader r;
    tally t = { .db = -1 };
    rdb_reader_over(&r, text, true);
    r.context = &t;
    bool good = rdb_read(&r, &adder);
    rdb_reader_close(&r);
    return good;
}

static void test_damaged_file(void) {
    bytes *text = read_file("tests/fixtures/redis-8.0-basic.rdb");
    int cut = 0, flipped = 0, tries = 0;
    check(reads(bytes_slice(text)));
    for (size_t len = 0; len < text->len; len++) cut += reads(slice_make(text->at, len));
    check(cut == 0);
    for (size_t at = 9; at + 8 < text->len; at++) {
        for (int bit = 0; bit < 8; bit += 3, tries++) {
            text->at[at] = (char)(text->at[at] ^ 1 << bit);
            flipped += reads(bytes_slice(text));
            text->at[at] = (char)(text->at[at] ^ 1 << bit);
        }
    }
    check(tries > 1000 && flipped == 0);
    bytes_free(text);
}

/* -- payloads ------------------------------------------------------------------------------------------------ */

static const char *const payloads[] = {
    "000568656c6c6f0b000aad620598abc983", "00c139300b00f44b57546e63e130", "00c30615016161e00a000b0094d30e1bfaded6e1",
    "1201020f0f00000003008161020101c3e802ff0b00ec27cc7f34cf7b4e", "0b0e0200000003000000010002002c010b008ccf0ffd860ac023",
    "140c0c00000002008161020101ff0b00e040e033571bb848", "020101610b000b49540db94df3e4",
    "1012120000000400816602817602816e022a01ff0b0096ef550c8ffd3018", "0401016601760b00c42dfe254c19e775",
    "1900d8c32cbb0300001f1f0000000600816602817602f400d8c32cbb030000098167028177020001ff0c008436d9888806ec99",
    "1800d8c32cbb03000002000167017701016601760c00880f84b786854023",
    "1114140000000400816102010181620283322e3504ff0b00bd93d3d70bdb305e", "0501016200000000000004400b001a0100c23e94e7ba",
    ("150110000000000000000100000000000000011d1d0000000a0001010001010181660200010201000100018176020401ff010101010100000100"
     "0b00e55aacd2a8048c73"),
};

/* Bodies as servers before 7.0 wrote them: ziplists, a zipmap, plain lists; and how many elements each holds. */
static const struct { const char *hex; size_t length; } old_bodies[] = {
    { "0a24240000001d000000070000016103f102fd02fe0d03c0800004f0ff7fff05d000008000ff", 7 },
    { "0e0124240000001d000000070000016103f102fd02fe0d03c0800004f0ff7fff05d000008000ff", 7 },
    { "0d171700000013000000040000016603017603016e03fe2aff", 2 },
    { "091a0203666f6f03006261720568656c6c6f0502776f726c645858ff", 2 },
    { "0103016101620163", 3 },
    { "020201610162", 2 },
    { "040101660176", 1 },
};

static bytes *from_hex(const char *hex) {
    bytes *out = bytes_new(strlen(hex) / 2);
    bytes_resize(&out, strlen(hex) / 2);
    if (!text_unhex((uint8_t *)out->at, slice_make(hex, strlen(hex) / 2 * 2))) out->len = 0;
    return out;
}

/* Loads a body; true when it is a value and all of it. The digest of what was loaded goes to *d. */
static bool load_body(slice body, digest *d, bytes **again) {
    rdb_memory m;
    rdb_buffer b;
    bool good = false;
    rdb_memory_start(&m, body);
    rdb_buffer_start(&b);
    uint8_t kind = rdb_get_byte(&m.in);
    const type *t = type_of_rdb(kind);
    if (kind == RDB_STRING) {
        bytes *text = rdb_get_string(&m.in);
        good = text && !m.in.failed && !m.in.left;
        if (good) digest_mix(d, bytes_slice(text)), rdb_put_byte(&b.out, kind), rdb_put_string(&b.out, bytes_slice(text));
        bytes_free(text);
    } else if (t) {
        void *value = t->load(&m.in, kind);
        good = value && !m.in.failed && !m.in.left;
        if (good) t->digest(value, d), rdb_put_byte(&b.out, t->rdb_type(value)), t->save(value, &b.out);
        if (value) t->free(value);
    }
    if (again) *again = b.text;
    else bytes_free(b.text);
    return good;
}

static void test_payloads(void) {
    for (size_t i = 0; i < sizeof payloads / sizeof *payloads; i++) {
        bytes *payload = from_hex(payloads[i]), *again;
        digest first = { { 0 } }, second = { { 0 } };
        slice body = { "", 0 };
        check(rdb_check_footer(bytes_slice(payload), &body));
        check(load_body(body, &first, &again));
        check(load_body(bytes_slice(again), &second, NULL));
        check(!memcmp(&first, &second, sizeof first));
        bytes_free(again);
        payload->at[payload->len - 1] ^= 1;
        check(!rdb_check_footer(bytes_slice(payload), &body));
        bytes_free(payload);
    }
}

static void test_old_bodies(void) {
    for (size_t i = 0; i < sizeof old_bodies / sizeof *old_bodies; i++) {
        bytes *body = from_hex(old_bodies[i].hex);
        rdb_memory m;
        rdb_memory_start(&m, bytes_slice(body));
        uint8_t kind = rdb_get_byte(&m.in);
        void *value = type_of_rdb(kind)->load(&m.in, kind);
        check(value && type_of_rdb(kind)->length(value) == old_bodies[i].length && !m.in.left);
        if (value) type_of_rdb(kind)->free(value);
        bytes_free(body);
    }
}

/* Whatever the bytes are, a value comes out or a refusal: never a crash, a leak or a read beyond the end. */
static void test_mutations(void) {
    int loaded = 0, refused = 0;
    for (int round = 0; round < 30000; round++) {
        size_t i = unit_random() % (sizeof payloads / sizeof *payloads);
        bytes *payload = from_hex(payloads[i]);
        size_t len = payload->len - RDB_FOOTER_BYTES;
        for (uint64_t n = unit_random() % 4; n-- > 0;) payload->at[unit_random() % len] = (char)unit_random();
        if (unit_random() % 4 == 0) len = unit_random() % (len + 1);
        bytes *exact = bytes_copy(slice_make(payload->at, len));
        bytes_trim_capacity(&exact);
        digest d = { { 0 } };
        if (load_body(bytes_slice(exact), &d, NULL)) loaded++;
        else refused++;
        bytes_free(exact);
        bytes_free(payload);
    }
    check(loaded > 1000);
    check(refused > 1000);
}

/* -- the sink ---------------------------------------------------------------------------------------------- */

typedef struct kept { rdb_sink sink; bytes *text; } kept;

static bool keep(rdb_sink *s, slice block) {
    bytes_append(&((kept *)s)->text, block);
    return true;
}

static void test_sink(void) {
    kept k = { .text = NULL };
    bytes *twin = NULL;
    rdb_sink_start(&k.sink, keep, true, false);
    for (int i = 0; i < 2000; i++) {
        static char piece[600000];
        size_t len = i % 500 == 499 ? sizeof piece : unit_random() % 300;
        memset(piece, i, len);
        rdb_put(&k.sink.out, piece, len);
        bytes_append(&twin, slice_make(piece, len));
    }
    check(rdb_sink_finish(&k.sink, true));
    uint64_t crc = crc64(0, bytes_slice(twin));
    for (int i = 0; i < 8; i++) bytes_append_char(&twin, (char)(crc >> (8 * i)));
    check(slice_equal(bytes_slice(twin), bytes_slice(k.text)));
    bytes_free(twin);
    bytes_free(k.text);
}

static void test_module_name(void) {
    char name[10];
    rdb_module_name(0xbde72da2bb1eb400u, name);
    check(!strcmp(name, "vectorset"));
}

int main(void) {
    value_types_register();
    test_files();
    test_damaged_file();
    test_payloads();
    test_old_bodies();
    test_mutations();
    test_sink();
    test_module_name();
    return unit_result();
}
