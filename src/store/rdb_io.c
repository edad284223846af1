/* rdb_io.c -- lengths, strings and scalars of RDB (persistence.md section 2). */
#include "store/rdb_io.h"
#include "base/hash.h"
#include "base/lzf.h"
#include "base/memory.h"
#include "base/number.h"
#include <math.h>

enum { LEN_6 = 0, LEN_14 = 0x40, LEN_32 = 0x80, LEN_64 = 0x81, ENCODED = 0xC0 };
enum { ENCODED_INT8, ENCODED_INT16, ENCODED_INT32, ENCODED_LZF };
enum { LZF_WORTH = 20, CLAIM_STEP = 1 << 20 };

/* -- writing ----------------------------------------------------------------- */

void rdb_put(rdb_out *out, const void *at, size_t len) {
    if (out->failed) return;
    if (out->checksum) out->crc = crc64(out->crc, slice_make(at, len));
    out->written += len;
    if (!out->write(out, at, len)) out->failed = true;
}

void rdb_put_byte(rdb_out *out, uint8_t byte) { rdb_put(out, &byte, 1); }

static void put_big_endian(uint8_t *to, uint64_t n, int width) {
    for (int i = width - 1; i >= 0; i--, n >>= 8) to[i] = (uint8_t)n;
}

void rdb_put_length(rdb_out *out, uint64_t len) {
    uint8_t at[9];
    if (len < 1 << 6) {
        rdb_put_byte(out, (uint8_t)(LEN_6 | len));
    } else if (len < 1 << 14) {
        put_big_endian(at, len | LEN_14 << 8, 2);
        rdb_put(out, at, 2);
    } else if (len <= UINT32_MAX) {
        at[0] = LEN_32;
        put_big_endian(at + 1, len, 4);
        rdb_put(out, at, 5);
    } else {
        at[0] = LEN_64;
        put_big_endian(at + 1, len, 8);
        rdb_put(out, at, 9);
    }
}

/* Integers of up to 32 bits have forms of 1, 2 and 4 bytes, little endian. */
static bool put_small_int(rdb_out *out, int64_t n) {
    int width = n >= INT8_MIN && n <= INT8_MAX ? 1 : n >= INT16_MIN && n <= INT16_MAX ? 2 : 4;
    if (n < INT32_MIN || n > INT32_MAX) return false;
    uint8_t at[5] = { (uint8_t)(ENCODED | (width == 1 ? ENCODED_INT8 : width == 2 ? ENCODED_INT16 : ENCODED_INT32)) };
    for (int i = 0; i < width; i++) at[1 + i] = (uint8_t)((uint64_t)n >> (8 * i));
    rdb_put(out, at, (size_t)width + 1);
    return true;
}

void rdb_put_lzf(rdb_out *out, slice compressed, size_t plain_len) {
    rdb_put_byte(out, ENCODED | ENCODED_LZF);
    rdb_put_length(out, compressed.len);
    rdb_put_length(out, plain_len);
    rdb_put(out, compressed.at, compressed.len);
}

static bool put_compressed(rdb_out *out, slice s) {
    size_t cap = s.len - 4;
    char *room = memory_try(cap);
    if (!room) return false;
    size_t len = lzf_compress(s, room, cap);
    if (len) rdb_put_lzf(out, slice_make(room, len), s.len);
    memory_free(room, cap);
    return len > 0;
}

void rdb_put_blob(rdb_out *out, slice s) {
    if (out->compress && s.len > LZF_WORTH && put_compressed(out, s)) return;
    rdb_put_length(out, s.len);
    rdb_put(out, s.at, s.len);
}

void rdb_put_string(rdb_out *out, slice s) {
    int64_t n;
    if (s.len <= 11 && number_parse_int(s, &n) && put_small_int(out, n)) return;
    rdb_put_blob(out, s);
}

void rdb_put_int_string(rdb_out *out, int64_t n) {
    char room[NUMBER_INT_TEXT];
    if (put_small_int(out, n)) return;
    size_t len = (size_t)number_print_int(room, n);
    rdb_put_length(out, len);
    rdb_put(out, room, len);
}

static void put_little_endian(rdb_out *out, uint64_t n) {
    uint8_t at[8];
    for (int i = 0; i < 8; i++) at[i] = (uint8_t)(n >> (8 * i));
    rdb_put(out, at, 8);
}

void rdb_put_double(rdb_out *out, double d) {
    uint64_t n;
    memcpy(&n, &d, sizeof n);
    put_little_endian(out, n);
}

void rdb_put_time_ms(rdb_out *out, int64_t ms) { put_little_endian(out, (uint64_t)ms); }

/* -- reading ----------------------------------------------------------------- */

bool rdb_fail(rdb_in *in, const char *why) {
    if (!in->failed) in->why = why;
    in->failed = true;
    return false;
}

bool rdb_get(rdb_in *in, void *to, size_t len) {
    if (in->failed || len > in->left || !in->read(in, to, len)) {
        memset(to, 0, len);
        return rdb_fail(in, "unexpected end of data");
    }
    in->left -= len;
    in->taken += len;
    if (in->checksum) in->crc = crc64(in->crc, slice_make(to, len));
    return true;
}

uint8_t rdb_get_byte(rdb_in *in) {
    uint8_t byte;
    rdb_get(in, &byte, 1);
    return byte;
}

static uint64_t get_big_endian(rdb_in *in, int width) {
    uint8_t at[8];
    uint64_t n = 0;
    rdb_get(in, at, (size_t)width);
    for (int i = 0; i < width; i++) n = n << 8 | at[i];
    return n;
}

/* A length, or the number of a special encoding when *encoded becomes true. */
static uint64_t get_length(rdb_in *in, bool *encoded) {
    uint8_t first = rdb_get_byte(in);
    *encoded = first >> 6 == 3;
    if (*encoded || first >> 6 == 0) return first & 63;
    if (first >> 6 == 1) return (uint64_t)(first & 63) << 8 | rdb_get_byte(in);
    if (first == LEN_32) return get_big_endian(in, 4);
    if (first == LEN_64) return get_big_endian(in, 8);
    rdb_fail(in, "Unknown length encoding 2 in rdbLoadLen()");
    return 0;
}

uint64_t rdb_get_length(rdb_in *in) {
    bool encoded;
    uint64_t len = get_length(in, &encoded);
    if (encoded) rdb_fail(in, "a plain length was due");
    return in->failed ? 0 : len;
}

static bytes *get_int_string(rdb_in *in, int width) {
    uint8_t at[4];
    if (!rdb_get(in, at, (size_t)width)) return NULL;
    uint32_t n = 0;
    for (int i = 0; i < width; i++) n |= (uint32_t)at[i] << (8 * i);
    int64_t value = width == 1 ? (int8_t)n : width == 2 ? (int16_t)n : (int32_t)n;
    char room[NUMBER_INT_TEXT];
    return bytes_copy(slice_make(room, (size_t)number_print_int(room, value)));
}

/* Grows towards the claimed length as the data really arrives, so that a lying length cannot claim memory. */
static bytes *get_plain(rdb_in *in, uint64_t len) {
    if (len > in->left) {
        rdb_fail(in, "string longer than the data");
        return NULL;
    }
    bytes *text = NULL;
    for (uint64_t got = 0; got < len || !text;) {
        size_t step = (size_t)(len - got > CLAIM_STEP ? CLAIM_STEP : len - got);
        if (!text) text = bytes_new(len <= CLAIM_STEP ? (size_t)len : CLAIM_STEP);
        bytes_resize(&text, (size_t)got + step);
        if (!rdb_get(in, text->at + got, step)) {
            bytes_free(text);
            return NULL;
        }
        got += step;
        if (!len) break;
    }
    return text;
}

/* LZF can expand about 264 times at most: a larger claim is a lie. */
static bytes *get_compressed(rdb_in *in) {
    uint64_t packed = rdb_get_length(in), plain = rdb_get_length(in);
    if (in->failed) return NULL;
    if (plain > packed * 300 + 64) {
        rdb_fail(in, "Invalid LZF compressed string: it claims an impossible size");
        return NULL;
    }
    bytes *from = get_plain(in, packed);
    if (!from) return NULL;
    bytes *to = bytes_new((size_t)plain);
    bytes_resize(&to, (size_t)plain);
    bool good = lzf_decompress(bytes_slice(from), to->at, (size_t)plain);
    bytes_free(from);
    if (good) return to;
    bytes_free(to);
    rdb_fail(in, "Invalid LZF compressed string");
    return NULL;
}

bytes *rdb_get_string(rdb_in *in) {
    bool encoded;
    uint64_t len = get_length(in, &encoded);
    if (in->failed) return NULL;
    if (!encoded) return get_plain(in, len);
    switch (len) {
    case ENCODED_INT8: return get_int_string(in, 1);
    case ENCODED_INT16: return get_int_string(in, 2);
    case ENCODED_INT32: return get_int_string(in, 4);
    case ENCODED_LZF: return get_compressed(in);
    default: rdb_fail(in, "unknown string encoding"); return NULL;
    }
}

static uint64_t get_little_endian(rdb_in *in) {
    uint8_t at[8];
    uint64_t n = 0;
    rdb_get(in, at, 8);
    for (int i = 7; i >= 0; i--) n = n << 8 | at[i];
    return n;
}

double rdb_get_double(rdb_in *in) {
    uint64_t n = get_little_endian(in);
    double d;
    memcpy(&d, &n, sizeof d);
    return d;
}

double rdb_get_old_double(rdb_in *in) {
    char text[256];
    uint8_t len = rdb_get_byte(in);
    double d = 0;
    if (len == 255) return -(double)INFINITY;
    if (len == 254) return (double)INFINITY;
    if (len == 253) return (double)NAN;
    if (rdb_get(in, text, len) && !number_parse_double(slice_make(text, len), &d)) rdb_fail(in, "bad number");
    return d;
}

int64_t rdb_get_time_ms(rdb_in *in) { return (int64_t)get_little_endian(in); }

/* -- memory ------------------------------------------------------------------ */

static bool read_memory(rdb_in *in, void *to, size_t len) {
    rdb_memory *m = (rdb_memory *)in;
    if (len > m->rest.len) return false;
    memcpy(to, m->rest.at, len);
    m->rest.at += len;
    m->rest.len -= len;
    return true;
}

void rdb_memory_start(rdb_memory *m, slice text) {
    *m = (rdb_memory){ .in = { .read = read_memory, .left = text.len }, .rest = text };
}

static bool write_buffer(rdb_out *out, const void *at, size_t len) {
    bytes_append(&((rdb_buffer *)out)->text, slice_make(at, len));
    return true;
}

void rdb_buffer_start(rdb_buffer *b) { *b = (rdb_buffer){ .out = { .write = write_buffer } }; }
