/* rdb_read.c -- walks the records of an RDB stream of any version, 1 to 12, and hands them to a visitor. */
#include "base/hash.h"
#include "base/number.h"
#include "os/os.h"
#include "persist/rdb.h"
#include <stdio.h>

enum { BLOCK = 256 << 10, MAGIC_BYTES = 9, SUM_SINCE_VERSION = 5 };
enum { MODULE_END, MODULE_SIGNED, MODULE_UNSIGNED, MODULE_FLOAT, MODULE_DOUBLE, MODULE_STRING };

/* -- the reader --------------------------------------------------------------------------------------- */

static void sum(rdb_reader *r) {
    if (r->verify) r->in.crc = crc64(r->in.crc, slice_make(r->buffer + r->summed, r->at - r->summed));
    r->summed = r->at;
}

static bool refill(rdb_reader *r) {
    sum(r);
    r->at = r->have = r->summed = 0;
    ptrdiff_t got = r->fetch(r, r->buffer, BLOCK);
    if (got <= 0) return false;
    r->have = (size_t)got;
    r->abandoned = r->progress && !r->progress(r);
    return !r->abandoned;
}

static bool read_bytes(rdb_in *in, void *to, size_t len) {
    rdb_reader *r = (rdb_reader *)in;
    for (char *p = to; len;) {
        size_t step = r->have - r->at;
        if (!step && !refill(r)) return false;
        step = r->have - r->at < len ? r->have - r->at : len;
        memcpy(p, r->buffer + r->at, step);
        r->at += step;
        p += step;
        len -= step;
    }
    return true;
}

static void start(rdb_reader *r, uint64_t size, bool verify) {
    r->in.read = read_bytes;
    r->in.left = size;
    r->verify = verify;
    r->buffer = memory_alloc(BLOCK);
}

static ptrdiff_t fetch_file(rdb_reader *r, void *to, size_t cap) {
    ptrdiff_t got = os_read_at(r->file, to, cap, r->file_at);
    if (got > 0) r->file_at += got;
    return got;
}

static ptrdiff_t fetch_memory(rdb_reader *r, void *to, size_t cap) {
    size_t step = r->memory.len < cap ? r->memory.len : cap;
    memcpy(to, r->memory.at, step);
    r->memory.at += step;
    r->memory.len -= step;
    return (ptrdiff_t)step;
}

bool rdb_reader_open(rdb_reader *r, const char *path, bool verify) {
    int file = os_open(path, OS_LOOK);
    if (file < 0) return false;
    *r = (rdb_reader){ .fetch = fetch_file, .file = file };
    int64_t size = os_size(file);
    start(r, size > 0 ? (uint64_t)size : 0, verify);
    return true;
}

void rdb_reader_over(rdb_reader *r, slice text, bool verify) {
    *r = (rdb_reader){ .fetch = fetch_memory, .file = -1, .memory = text };
    start(r, text.len, verify);
}

void rdb_reader_close(rdb_reader *r) {
    if (r->file >= 0) os_close(r->file);
    memory_free(r->buffer, BLOCK);
    bytes_free(r->name);
    r->buffer = NULL;
    r->name = NULL;
}

/* -- strings without a copy ------------------------------------------------------------------------------ */

static void skip_buffered(rdb_reader *r, size_t len) {
    r->at += len;
    r->in.left -= len;
    r->in.taken += len;
}

/* A short plain string that lies in the buffer in full; false leaves everything as it was. */
static bool plain_here(rdb_reader *r, slice *out) {
    size_t have = r->have - r->at;
    const uint8_t *p = (const uint8_t *)r->buffer + r->at;
    if (have < 2 || r->in.failed || p[0] >= 128) return false;
    size_t head = p[0] < 64 ? 1 : 2, len = p[0] < 64 ? p[0] : (size_t)(p[0] & 63) << 8 | p[1];
    if (head + len > have || head + len > r->in.left) return false;
    *out = slice_make(p + head, len);
    skip_buffered(r, head + len);
    return true;
}

static bool int_here(rdb_reader *r, slice *out) {
    size_t have = r->have - r->at;
    const uint8_t *p = (const uint8_t *)r->buffer + r->at;
    if (!have || r->in.failed || p[0] < 0xC0 || p[0] > 0xC2) return false;
    size_t width = (size_t)1 << (p[0] & 3);
    if (have < 1 + width || r->in.left < 1 + width) return false;
    uint32_t n = 0;
    for (size_t i = 0; i < width; i++) n |= (uint32_t)p[1 + i] << (8 * i);
    int64_t value = width == 1 ? (int8_t)n : width == 2 ? (int16_t)n : (int32_t)n;
    *out = slice_make(r->room, (size_t)number_print_int(r->room, value));
    skip_buffered(r, 1 + width);
    return true;
}

/* The next string: borrowed until the next read, or *owned. False when there is none. */
static bool get_text(rdb_reader *r, slice *out, bytes **owned) {
    *owned = NULL;
    if (plain_here(r, out) || int_here(r, out)) return true;
    *owned = rdb_get_string(&r->in);
    *out = bytes_slice(*owned);
    return *owned != NULL;
}

/* -- modules ------------------------------------------------------------------------------------------------ */

void rdb_module_name(uint64_t id, char out[10]) {
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    id >>= 10;
    for (int i = 8; i >= 0; i--, id >>= 6) out[i] = letters[id & 63];
    out[9] = '\0';
}

static bool skip_module(rdb_reader *r) {
    rdb_in *in = &r->in;
    char scrap[8];
    for (uint64_t op; !in->failed && (op = rdb_get_length(in)) != MODULE_END;) {
        switch (op) {
        case MODULE_SIGNED: case MODULE_UNSIGNED: rdb_get_length(in); break;
        case MODULE_FLOAT: rdb_get(in, scrap, 4); break;
        case MODULE_DOUBLE: rdb_get(in, scrap, 8); break;
        case MODULE_STRING: bytes_free(rdb_get_string(in)); break;
        default: return rdb_fail(in, "Unknown opcode in module data");
        }
    }
    return !in->failed;
}

static bool read_module_aux(rdb_reader *r, const rdb_visitor *v) {
    char name[10];
    r->doing = RDB_DOING_MODULE_AUX;
    rdb_module_name(rdb_get_length(&r->in), name);
    rdb_get_length(&r->in);
    rdb_get_length(&r->in);
    if (r->in.failed || (v->module_aux && !v->module_aux(r, name))) return false;
    return skip_module(r);
}

const char *rdb_reason(const rdb_reader *r) {
    bool cut = !strcmp(r->in.why, "unexpected end of data") || !strcmp(r->in.why, "string longer than the data");
    return cut ? "Unexpected EOF reading RDB file" : r->in.why;
}

/* -- records -------------------------------------------------------------------------------------------------- */

static bool read_aux(rdb_reader *r, const rdb_visitor *v) {
    r->doing = RDB_DOING_AUX;
    bytes *name = rdb_get_string(&r->in), *value = rdb_get_string(&r->in);
    bool good = name && value && (!v->aux || v->aux(r, bytes_slice(name), bytes_slice(value)));
    bytes_free(name);
    bytes_free(value);
    return good;
}

static bool read_functions(rdb_reader *r, const rdb_visitor *v) {
    r->doing = RDB_DOING_FUNCTIONS;
    bytes *code = rdb_get_string(&r->in);
    bool good = code && (!v->functions || v->functions(r, bytes_slice(code)));
    bytes_free(code);
    return good;
}

static int64_t get_seconds(rdb_in *in) {
    uint8_t at[4] = { 0 };
    rdb_get(in, at, 4);
    return (int64_t)(int32_t)((uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24);
}

/* What a type says of a value that holds nothing begins so (an empty key is skipped, not refused). */
static bool only_empty(const rdb_in *in) { return in->failed && !strncmp(in->why, "empty ", 6); }

static bool read_value(rdb_reader *r, const rdb_visitor *v) {
    rdb_key *k = &r->key;
    if (k->type == RDB_STRING) {
        slice text;
        bytes *owned;
        if (!get_text(r, &text, &owned)) return false;
        bool good = v->string(r, k, text);
        bytes_free(owned);
        return good;
    }
    if (k->type == RDB_MODULE && v->module) {
        char name[10];
        rdb_module_name(rdb_get_length(&r->in), name);
        return skip_module(r) && v->module(r, k, name);
    }
    const type *t = type_of_rdb(k->type);
    if (!t) return rdb_fail(&r->in, "The RDB file contains module data I can't load");
    void *value = t->load(&r->in, k->type);
    if (value) return v->value(r, k, t, value);
    if (!only_empty(&r->in)) return r->in.failed ? false : rdb_fail(&r->in, "Bad value");
    r->in.failed = false;
    return !v->empty || v->empty(r, k);
}

static bool read_key(rdb_reader *r, const rdb_visitor *v) {
    slice name;
    bytes *owned;
    r->doing = RDB_DOING_KEY;
    if (r->key.type == RDB_MODULE_OLD) return rdb_fail(&r->in, "Pre-release module format not supported");
    if (!get_text(r, &name, &owned)) return false;
    if (!r->name) r->name = bytes_new(64);
    r->name->len = 0;
    bytes_append(&r->name, name);           /* reading the value may move the buffer */
    bytes_free(owned);
    r->key.name = bytes_slice(r->name);
    r->doing = RDB_DOING_VALUE;
    bool good = read_value(r, v);
    if (good) r->key.name = (slice){ NULL, 0 };
    return good;
}

static void key_reset(rdb_key *k) { *k = (rdb_key){ .db = k->db, .type = k->type, .expiry = -1, .idle_s = -1, .freq = -1 }; }

static bool select_db(rdb_reader *r, const rdb_visitor *v) {
    uint64_t number = rdb_get_length(&r->in);
    if (r->in.failed || (v->select && !v->select(r, number))) return false;
    r->key.db = (int)number;
    return true;
}

static bool read_sizes(rdb_reader *r, const rdb_visitor *v) {
    r->doing = RDB_DOING_LENGTH;
    uint64_t keys = rdb_get_length(&r->in), expires = rdb_get_length(&r->in);
    return !r->in.failed && (!v->sizes || v->sizes(r, keys, expires));
}

static void skip_slot_info(rdb_in *in) { for (int i = 0; i < 3; i++) rdb_get_length(in); }

static bool is_type(uint8_t byte) {
    return byte == RDB_STRING || byte == RDB_MODULE || byte == RDB_MODULE_OLD || type_of_rdb(byte);
}

static bool refuse_type(rdb_reader *r) {
    static char why[48];
    snprintf(why, sizeof why, "Unknown RDB encoding type %d", r->key.type);
    return rdb_fail(&r->in, why);
}

static bool read_record(rdb_reader *r, const rdb_visitor *v, uint8_t opcode) {
    rdb_key *k = &r->key;
    switch (opcode) {
    case RDB_EXPIRY_MS: r->doing = RDB_DOING_EXPIRY, k->expiry = rdb_get_time_ms(&r->in); return !r->in.failed;
    case RDB_EXPIRY_S: r->doing = RDB_DOING_EXPIRY, k->expiry = get_seconds(&r->in) * 1000; return !r->in.failed;
    case RDB_IDLE: k->idle_s = (int64_t)rdb_get_length(&r->in); return !r->in.failed;
    case RDB_FREQ: k->freq = rdb_get_byte(&r->in); return !r->in.failed;
    case RDB_SELECT: return select_db(r, v);
    case RDB_SIZES: return read_sizes(r, v);
    case RDB_AUX: return read_aux(r, v);
    case RDB_FUNCTION: return read_functions(r, v);
    case RDB_FUNCTION_OLD: return rdb_fail(&r->in, "Pre-release function format not supported.");
    case RDB_MODULE_AUX: return read_module_aux(r, v);
    case RDB_SLOT_INFO: skip_slot_info(&r->in); return !r->in.failed;
    default: break;
    }
    k->type = opcode;
    bool good = is_type(opcode) ? read_key(r, v) : refuse_type(r);
    if (good) key_reset(k);
    return good;
}

/* "REDIS" and four digits, or "VALKEY" and three. */
static bool read_magic(rdb_reader *r) {
    static char why[64];
    char magic[MAGIC_BYTES + 1] = { 0 };
    int64_t version = 0;
    if (!rdb_get(&r->in, magic, MAGIC_BYTES)) return false;
    bool own = !memcmp(magic, "REDIS", 5), valkey = !memcmp(magic, "VALKEY", 6);
    if (!own && !valkey) return rdb_fail(&r->in, "Wrong signature trying to load DB from file");
    for (const char *p = magic + (own ? 5 : 6); *p; p++) {
        if (*p == ' ' && !version) continue;
        if (*p < '0' || *p > '9') break;
        version = version * 10 + (*p - '0');
    }
    r->in.version = (int)version;
    if (version >= 1 && (valkey || version <= RDB_VERSION_FIELD_TTL)) return true;
    snprintf(why, sizeof why, "Can't handle RDB format version %d", (int)version);
    return rdb_fail(&r->in, why);
}

static bool read_sum(rdb_reader *r, const rdb_visitor *v) {
    static char why[128];
    if (r->in.version < SUM_SINCE_VERSION) return true;
    sum(r);
    uint64_t found = r->in.crc, stored = 0;
    uint8_t at[8];
    r->doing = RDB_DOING_SUM;
    bool verify = r->verify;
    r->verify = false;
    if (!rdb_get(&r->in, at, 8)) return false;
    for (int i = 7; i >= 0; i--) stored = stored << 8 | at[i];
    if (!verify) return true;
    if (!stored && v->unsummed) v->unsummed(r);
    if (!stored || stored == found) return true;
    snprintf(why, sizeof why, "Wrong RDB checksum expected: (%llx) but got (%llx). Aborting now.", (unsigned long long)found,
             (unsigned long long)stored);
    return rdb_fail(&r->in, why);
}

bool rdb_read(rdb_reader *r, const rdb_visitor *v) {
    r->doing = RDB_DOING_START;
    r->key.db = 0;
    key_reset(&r->key);
    if (!read_magic(r)) return false;
    for (;;) {
        r->doing = RDB_DOING_TYPE;
        uint8_t opcode = rdb_get_byte(&r->in);
        if (r->in.failed) return false;
        if (opcode == RDB_END) return read_sum(r, v);
        if (!read_record(r, v, opcode)) return r->in.failed ? false : rdb_fail(&r->in, "Stopped");
    }
}

bool rdb_begins(const char *path) {
    char head[5];
    int file = os_open(path, OS_LOOK);
    bool is = file >= 0 && os_read_at(file, head, sizeof head, 0) == sizeof head && !memcmp(head, "REDIS", sizeof head);
    if (file >= 0) os_close(file);
    return is;
}
