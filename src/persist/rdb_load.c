/* rdb_load.c -- puts what an RDB stream holds into the keyspace. */
#include "base/number.h"
#include "os/os.h"
#include "persist/loading.h"
#include "persist/rdb.h"
#include "persist/rdb_settings.h"
#include "server/keyspace.h"
#include "server/log.h"
#include "store/limits.h"

enum { EMPTY_LOGGED = 10, LRU_MASK = 0xFFFFFF, SERVE_KEYS = 4096 };

/* One load; the reader's context. */
typedef struct job {
    const rdb_loading *how;
    db *db;
    int64_t now;
    bool stored;                            /* the key of the latest record, whose name is still in the reader */
    uint32_t access;                        /* the bits of a key whose record says nothing */
    uint64_t seen, loaded, expired, empty;
    int64_t reported;                       /* bytes already told to loading_advance */
} job;

static bool progress(rdb_reader *r) {
    job *j = r->context;
    int64_t taken = (int64_t)r->in.taken, step = taken - j->reported;
    j->reported = taken;
    return loading_advance(step);
}

static bool load_select(rdb_reader *r, uint64_t number) {
    job *j = r->context;
    j->db = number <= INT32_MAX ? keyspace_db((int)number) : NULL;
    if (j->db) return true;
    log_warning("FATAL: Data file was created with a Redis server configured to handle more than %d databases. Exiting",
                keyspace_db_count());
    return rdb_fail(&r->in, "database number out of range");
}

static bool load_sizes(rdb_reader *r, uint64_t keys, uint64_t expires) {
    job *j = r->context;
    (void)expires;
    if (keys > r->in.left) keys = r->in.left;           /* a key takes more than a byte */
    if (!table_count(j->db->table)) table_reserve(j->db->table, (size_t)keys);
    return true;
}

static bool load_extra(rdb_reader *r, db *d, slice extra) {
    slice key = bytes_slice(r->name);
    entry *e = db_find(d, hash_of(key), key);
    const type *t = !e || entry_type_id(e) == TYPE_STRING ? NULL : entry_type(e);
    if (t && t->load_extra && t->load_extra(entry_value(e), extra)) return true;
    return rdb_fail(&r->in, "The state beside a value is not sound");
}

static bool load_aux(rdb_reader *r, slice name, slice value) {
    job *j = r->context;
    if (slice_is(name, RDB_EXTRA)) return !j->stored || load_extra(r, j->db, value);
    int64_t n = 0;
    bool is_number = number_parse_int(value, &n);
    if (j->how->quiet) return true;
    if (name.len && name.at[0] == '%') log_notice("RDB '%.*s': %.*s", SLICE_ARGS(name), SLICE_ARGS(value));
    else if (slice_is(name, "redis-ver")) log_notice("Loading RDB produced by version %.*s", SLICE_ARGS(value));
    else if (slice_is(name, "valkey-ver")) log_notice("Loading RDB produced by Valkey version %.*s", SLICE_ARGS(value));
    else if (slice_is(name, "ctime") && is_number)
        log_notice("RDB age %lld seconds", (long long)(j->now / 1000 > n ? j->now / 1000 - n : 0));
    else if (slice_is(name, "used-mem") && is_number) {
        log_notice("RDB memory usage when created %.2f Mb", (double)n / (1024 * 1024));
        loading_used_memory(n);
    } else if (slice_is(name, "aof-base") && n) log_notice("RDB is base AOF");
    else if (slice_is(name, "aof-preamble") && n) log_notice("RDB has an AOF tail");
    else if (rdb_extra_known()) rdb_extra_known()->take(name, value);
    return true;
}

static bool load_functions(rdb_reader *r, slice code) {
    const rdb_functions *f = rdb_functions_known();
    const job *j = r->context;
    const char *why = f ? f->load(code, j->how->merge) : NULL;
    return why ? rdb_fail(&r->in, why) : true;
}

/* -- keys ------------------------------------------------------------------------------------------------ */

static uint32_t access_bits(const job *j, const rdb_key *k) {
    if (k->freq >= 0 && store_limits.lfu) return (uint32_t)(j->now / 60000 & 0xFFFF) << 8 | (uint32_t)k->freq;
    if (k->idle_s >= 0 && !store_limits.lfu) return (uint32_t)(j->now / 1000 - k->idle_s) & LRU_MASK;
    return j->access;
}

/* A block may hold very many keys: now and then others get a turn between them. */
static bool pause_here(rdb_reader *r) {
    job *j = r->context;
    int64_t delay_us = rdb_settings()->key_load_delay_us;
    if (delay_us > 0) os_sleep_us(delay_us);
    else if (++j->seen % SERVE_KEYS) return true;
    r->abandoned = !progress(r);
    return !r->abandoned || rdb_fail(&r->in, "the server is to stop");
}

/* False when the key is not to be stored: it is past its time, or (then the read has failed) it is there already. */
static bool admit(rdb_reader *r, const rdb_key *k, uint64_t hash) {
    job *j = r->context;
    j->stored = false;
    if (!pause_here(r)) return false;
    if (!j->how->keep_expired && k->expiry >= 0 && k->expiry < j->now) {
        j->expired++;
        return false;
    }
    entry *there = db_find(j->db, hash, k->name);
    if (there && j->how->merge) {
        db_remove(j->db, hash, there);
    } else if (there) {
        log_warning("RDB has duplicated key '%.*s' in DB %d", SLICE_ARGS(k->name), j->db->id);
        return rdb_fail(&r->in, "duplicated key");
    }
    j->loaded++;
    return true;
}

static bool load_string(rdb_reader *r, const rdb_key *k, slice text) {
    job *j = r->context;
    uint64_t hash = hash_of(k->name);
    if (!admit(r, k, hash)) return !r->in.failed;
    entry *e = string_set(j->db, hash, k->name, NULL, text, k->expiry < 0 ? -1 : k->expiry);
    j->stored = true;
    entry_set_access(e, access_bits(j, k));
    return true;
}

static bool load_value(rdb_reader *r, const rdb_key *k, const type *t, void *value) {
    job *j = r->context;
    uint64_t hash = hash_of(k->name);
    if (!admit(r, k, hash)) {
        t->free(value);
        return !r->in.failed;
    }
    entry *e = db_add(j->db, hash, k->name, t, value, k->expiry < 0 ? -1 : k->expiry);
    j->stored = true;
    entry_set_access(e, access_bits(j, k));
    return true;
}

static bool load_empty(rdb_reader *r, const rdb_key *k) {
    job *j = r->context;
    j->stored = false;
    if (j->empty++ < EMPTY_LOGGED) log_notice("rdbLoadObject skipping empty key: %.*s", SLICE_ARGS(k->name));
    return true;
}

static void load_unsummed(rdb_reader *r) {
    (void)r;
    log_notice("RDB file was saved with checksum disabled: no check performed.");
}

static bool load_module(rdb_reader *r, const rdb_key *k, const char *name) {
    (void)k;
    ((job *)r->context)->stored = false;
    log_warning("Skipping a value of module type '%s': modules are not supported.", name);
    return true;
}

static const rdb_visitor loader = {
    .aux = load_aux, .select = load_select, .sizes = load_sizes, .functions = load_functions, .string = load_string,
    .value = load_value, .empty = load_empty, .module = load_module, .unsummed = load_unsummed,
};

enum rdb_outcome rdb_load(rdb_reader *r, const rdb_loading *how) {
    job j = { .how = how, .db = keyspace_db(0), .now = os_wall_us() / 1000, .access = keyspace_access_now() };
    r->context = &j;
    r->progress = progress;
    bool good = rdb_read(r, &loader);
    if (how->taken) *how->taken = (int64_t)r->in.taken;
    loading_count(j.loaded, j.expired);
    if (r->abandoned) return RDB_ABANDONED;
    if (good && !how->quiet) {
        bytes *line = NULL;
        bytes_printf(&line, "Done loading RDB, keys loaded: %llu, keys expired: %llu", (unsigned long long)j.loaded,
                     (unsigned long long)j.expired);
        if (j.empty) bytes_printf(&line, ", empty keys skipped: %llu", (unsigned long long)j.empty);
        log_notice("%s.", line->at);
        bytes_free(line);
    }
    if (good) return RDB_LOADED;
    if (r->doing == RDB_DOING_SUM) log_warning("RDB CRC error: the file is not what was written.");
    if (r->doing == RDB_DOING_SUM || (r->doing == RDB_DOING_START && r->in.taken)) log_warning("%s", rdb_reason(r));
    else log_warning("Internal error in RDB reading offset %llu -> %s", (unsigned long long)r->in.taken, rdb_reason(r));
    if (r->key.name.at) {
        log_warning("That was key '%.*s' of database %d, type %d. redis-check-rdb says more of the file.", SLICE_ARGS(r->key.name),
                    r->key.db, r->key.type);
    }
    return RDB_REFUSED;
}

enum rdb_outcome rdb_load_file(const char *path, const rdb_loading *how) {
    rdb_reader r;
    if (os_file_size(path) == OS_MISSING) return RDB_MISSING;
    if (!rdb_reader_open(&r, path, rdb_settings()->checksum)) {
        log_warning("Fatal error: can't open the RDB file %s for reading: %s", path, os_error_text());
        return RDB_REFUSED;
    }
    enum rdb_outcome outcome = rdb_load(&r, how);
    rdb_reader_close(&r);
    return outcome;
}
