/* rdb_save.c -- writes the dataset: the sink, the records, the file. */
#include "persist/rdb.h"
#include "base/hash.h"
#include "base/number.h"
#include "os/os.h"
#include "persist/rdb_settings.h"
#include "server/config.h"
#include "server/keyspace.h"
#include "server/log.h"
#include "server/version.h"
#include "store/limits.h"
#include <stdio.h>

enum { BLOCK = 256 << 10, WRITE_EVERY = 4 << 20, PROGRESS_KEYS = 1024, TELL_EVERY_US = 1000000 };

static struct {
    const rdb_functions *functions;
    const rdb_extra *extra;
    bool trusting;
} state;

void rdb_on_functions(const rdb_functions *f) { state.functions = f; }
const rdb_functions *rdb_functions_known(void) { return state.functions; }
void rdb_on_extra(const rdb_extra *x) { state.extra = x; }
const rdb_extra *rdb_extra_known(void) { return state.extra; }

/* -- the sink -------------------------------------------------------------------------------------- */

static bool drain(rdb_sink *s) {
    slice block = { s->buffer, s->used };
    if (s->sums) s->crc = crc64(s->crc, block);
    s->used = 0;
    return s->drain(s, block);
}

static bool sink_write(rdb_out *out, const void *at, size_t len) {
    rdb_sink *s = (rdb_sink *)out;
    if (len <= BLOCK - s->used) {
        memcpy(s->buffer + s->used, at, len);
        s->used += len;
        return true;
    }
    if (s->used && !drain(s)) return false;
    if (len <= BLOCK) return sink_write(out, at, len);
    if (s->sums) s->crc = crc64(s->crc, slice_make(at, len));
    return s->drain(s, slice_make(at, len));
}

void rdb_sink_start(rdb_sink *s, bool (*drain_to)(rdb_sink *s, slice block), bool checksum, bool compress) {
    *s = (rdb_sink){ .drain = drain_to, .buffer = memory_alloc(BLOCK), .sums = checksum };
    s->out.write = sink_write;
    s->out.compress = compress;
}

bool rdb_sink_finish(rdb_sink *s, bool trailer) {
    bool good = !s->out.failed;
    if (good) good = drain(s);
    if (good && trailer) {
        uint8_t sum[8];
        for (int i = 0; i < 8; i++) sum[i] = (uint8_t)(s->crc >> (8 * i));
        good = s->drain(s, slice_make(sum, sizeof sum));
    }
    memory_free(s->buffer, BLOCK);
    s->buffer = NULL;
    return good;
}

/* -- the file -------------------------------------------------------------------------------------- */

static bool file_drain(rdb_sink *s, slice block) {
    rdb_file *f = (rdb_file *)s;
    os_piece piece = { block.at, block.len };
    if (os_append(f->file, &piece, 1, NULL) != OS_OK) return false;
    f->size += (int64_t)block.len;
    if (!f->sync_often || f->size - f->begun < WRITE_EVERY) return true;
    os_write_back(f->file, f->begun, f->size - f->begun);
    f->begun = f->size;
    return true;
}

/* A crash amid a rename may have left this name to a file that bears another by now, so it is not written over. */
bool rdb_file_create(rdb_file *f, const char *path) {
    os_remove(path);
    *f = (rdb_file){ .file = os_open(path, OS_CREATE), .sync_often = rdb_settings()->sync_often };
    if (f->file < 0) return false;
    rdb_sink_start(&f->sink, file_drain, rdb_settings()->checksum, rdb_settings()->compress);
    return true;
}

bool rdb_file_finish(rdb_file *f, bool trailer) {
    bool good = rdb_sink_finish(&f->sink, trailer) && os_sync(f->file) == OS_OK;
    os_close(f->file);
    return good;
}

/* -- the records ------------------------------------------------------------------------------------ */

static void put_text(rdb_out *out, const char *text) { rdb_put_string(out, slice_of(text)); }

static void put_aux(rdb_out *out, const char *name, slice value) {
    rdb_put_byte(out, RDB_AUX);
    put_text(out, name);
    rdb_put_string(out, value);
}

static void put_aux_int(rdb_out *out, const char *name, int64_t n) {
    rdb_put_byte(out, RDB_AUX);
    put_text(out, name);
    rdb_put_int_string(out, n);
}

static void emit_extra(const char *name, slice value, void *context) { put_aux(context, name, value); }

static void emit_functions(slice code, void *context) {
    rdb_put_byte(context, RDB_FUNCTION);
    rdb_put_string(context, code);
}

/* Hashes with field expiries are unknown to readers of version 11. */
static int version_needed(void) {
    for (int i = 0; i < keyspace_db_count(); i++) if (order_count(keyspace_db(i)->fields_due)) return RDB_VERSION_FIELD_TTL;
    return RDB_VERSION;
}

static void put_header(rdb_out *out, const rdb_saving *how) {
    char magic[16];
    rdb_put(out, magic, (size_t)snprintf(magic, sizeof magic, "REDIS%04d", version_needed()));
    put_aux(out, "redis-ver", slice_of(VERSION_COMPATIBLE));
    put_aux_int(out, "redis-bits", 64);
    put_aux_int(out, "ctime", os_wall_us() / 1000000);
    put_aux_int(out, "used-mem", (int64_t)memory_used());
    if (state.extra && !how->aof_base) state.extra->save(emit_extra, out);
    put_aux_int(out, "aof-base", how->aof_base);
    if (state.functions && !how->no_functions) state.functions->save(emit_functions, out);
}

uint8_t rdb_type_of(const entry *e) {
    return entry_type_id(e) == TYPE_STRING ? RDB_STRING : entry_type(e)->rdb_type(entry_value(e));
}

static void put_body(rdb_out *out, const entry *e) {
    char room[NUMBER_INT_TEXT];
    int64_t n;
    if (entry_type_id(e) != TYPE_STRING) entry_type(e)->save(entry_value(e), out);
    else if (entry_encoding_of(e) == ENCODING_INT && string_int(e, &n)) rdb_put_int_string(out, n);
    else rdb_put_blob(out, string_text(e, room));
}

void rdb_save_value(rdb_out *out, const entry *e) {
    rdb_put_byte(out, rdb_type_of(e));
    put_body(out, e);
}

static bytes *extra_of(const entry *e) {
    const type *t = entry_type_id(e) == TYPE_STRING ? NULL : entry_type(e);
    return t && t->save_extra ? t->save_extra(entry_value(e)) : NULL;
}

void rdb_save_extra(rdb_out *out, const entry *e) {
    bytes *extra = extra_of(e);
    if (extra) rdb_put_blob(out, bytes_slice(extra));
    bytes_free(extra);
}

static void put_extra(rdb_out *out, const entry *e) {
    bytes *extra = extra_of(e);
    if (extra) put_aux(out, RDB_EXTRA, bytes_slice(extra));
    bytes_free(extra);
}

/* Which of the access bits' two meanings is worth writing down: that of the eviction policy in force. */
enum access { ACCESS_NOT, ACCESS_IDLE, ACCESS_FREQ };

static enum access access_wanted(void) {
    if (store_limits.lfu) return ACCESS_FREQ;
    config_row *row = config_find(SLICE("maxmemory-policy"));
    bytes *policy = NULL;
    if (row) config_print(row, &policy);
    bool lru = policy && (strstr(policy->at, "lru") || strstr(policy->at, "lrm"));
    bytes_free(policy);
    return lru ? ACCESS_IDLE : ACCESS_NOT;
}

static void put_entry(rdb_out *out, const entry *e, enum access access) {
    if (entry_expires(e)) {
        rdb_put_byte(out, RDB_EXPIRY_MS);
        rdb_put_time_ms(out, entry_expiry(e));
    }
    if (access == ACCESS_IDLE) {
        rdb_put_byte(out, RDB_IDLE);
        rdb_put_length(out, keyspace_idle_seconds(e));
    } else if (access == ACCESS_FREQ) {
        rdb_put_byte(out, RDB_FREQ);
        rdb_put_byte(out, keyspace_frequency(e));
    }
    rdb_put_byte(out, rdb_type_of(e));
    rdb_put_string(out, entry_key(e));
    put_body(out, e);
    put_extra(out, e);
}

/* How far it is. Whoever watches the log sees a long save move, whichever process does it. */
typedef struct advance { uint64_t keys, total; int64_t told_us; } advance;

static advance advance_start(void) {
    advance a = { .told_us = os_mono_us() };
    for (int i = 0; i < keyspace_db_count(); i++) a.total += db_count(keyspace_db(i));
    return a;
}

static void tell(advance *a) {
    int64_t now = os_mono_us();
    if (now - a->told_us < TELL_EVERY_US) return;
    a->told_us = now;
    log_notice("Saving: %llu%% of %llu keys", (unsigned long long)(a->keys * 100 / a->total), (unsigned long long)a->total);
}

static void put_db(rdb_out *out, const db *d, const rdb_saving *how, enum access access, advance *a) {
    int64_t delay_us = rdb_settings()->key_save_delay_us;
    rdb_put_byte(out, RDB_SELECT);
    rdb_put_length(out, (uint64_t)d->id);
    rdb_put_byte(out, RDB_SIZES);
    rdb_put_length(out, db_count(d));
    rdb_put_length(out, db_expires_count(d));
    const entry *e;
    for (table_walk w = { .table = d->table }; !out->failed && (e = table_next(&w));) {
        put_entry(out, e, access);
        a->keys++;
        if (delay_us > 0) os_sleep_us(delay_us);
        else if (delay_us < 0 && a->keys % (uint64_t)-delay_us == 0) os_sleep_us(1);
        if (delay_us <= 0 && a->keys % PROGRESS_KEYS) continue;
        tell(a);
        if (how->progress) how->progress(a->keys);
    }
}

bool rdb_save(rdb_out *out, const rdb_saving *how) {
    enum access access = access_wanted();
    advance a = advance_start();
    put_header(out, how);
    for (int i = 0; i < keyspace_db_count() && !how->no_data; i++) {
        if (db_count(keyspace_db(i))) put_db(out, keyspace_db(i), how, access, &a);
    }
    rdb_put_byte(out, RDB_END);
    if (how->progress) how->progress(a.keys);
    return !out->failed;
}

bool rdb_save_file(const char *path, const rdb_saving *how) {
    rdb_file f;
    char here[4096] = ".";
    if (!rdb_file_create(&f, path)) {
        bytes *why = bytes_copy(slice_of(os_error_text()));
        os_current_directory(here, sizeof here);
        log_warning("Failed opening the temp RDB file %s (in server root dir %s) for saving: %s", path, here, why->at);
        bytes_free(why);
        return false;
    }
    bool saved = rdb_save(&f.sink.out, how);
    if (rdb_file_finish(&f, true) && saved) return true;
    log_warning("Write error while saving DB to the disk(%s): %s", saved ? "fsync" : "rdbSaveRio", os_error_text());
    os_remove(path);
    return false;
}

/* -- payloads ----------------------------------------------------------------------------------------- */

void rdb_put_footer(bytes **payload, int version) {
    bytes_append_char(payload, (char)version);
    bytes_append_char(payload, (char)(version >> 8));
    uint64_t crc = crc64(0, bytes_slice(*payload));
    for (int i = 0; i < 8; i++) bytes_append_char(payload, (char)(crc >> (8 * i)));
}

void rdb_trust_sums(bool trust) { state.trusting = trust; }

bool rdb_check_footer(slice payload, slice *body) {
    if (payload.len < RDB_FOOTER_BYTES) return false;
    const uint8_t *at = (const uint8_t *)payload.at + payload.len - RDB_FOOTER_BYTES;
    uint64_t crc = 0;
    for (int i = 7; i >= 0; i--) crc = crc << 8 | at[2 + i];
    if ((at[0] | at[1] << 8) > RDB_VERSION_FIELD_TTL) return false;
    *body = slice_make(payload.at, payload.len - RDB_FOOTER_BYTES);
    return state.trusting || crc64(0, slice_make(payload.at, payload.len - 8)) == crc;
}
