/* rdb.h -- the RDB container: what stands around the values (persistence.md section 1).
 *
 *     magic version  { aux | functions | select, sizes, { expiry, idle | freq, type, key, value }* }*  FF  crc64
 *
 * Values save and load themselves (store/type.h); here are the records around them. Writing goes through a sink, which
 * gathers small pieces into blocks and sums whole blocks; reading through a reader, its mirror, and a visitor, so that the
 * server (rdb_load.c) and redis-check-rdb walk a file with the same code. */
#ifndef PERSIST_RDB_H
#define PERSIST_RDB_H
#include "store/db.h"
#include "store/rdb_io.h"

enum { RDB_VERSION = 11, RDB_VERSION_FIELD_TTL = 12, RDB_FOOTER_BYTES = 10 };

enum rdb_opcode {
    RDB_SLOT_INFO = 244, RDB_FUNCTION = 245, RDB_FUNCTION_OLD = 246, RDB_MODULE_AUX = 247, RDB_IDLE = 248, RDB_FREQ = 249,
    RDB_AUX = 250, RDB_SIZES = 251, RDB_EXPIRY_MS = 252, RDB_EXPIRY_S = 253, RDB_SELECT = 254, RDB_END = 255
};
enum { RDB_STRING = 0, RDB_MODULE_OLD = 6, RDB_MODULE = 7, RDB_FIRST_FIELD_TTL = 22, RDB_LAST_FIELD_TTL = 25 };

/* -- writing ------------------------------------------------------------------------------------ */

typedef struct rdb_sink {
    rdb_out out;                            /* first: types write to it */
    bool (*drain)(struct rdb_sink *s, slice block);
    char *buffer;
    size_t used;
    bool sums;                              /* whole blocks: out.checksum stays off */
    uint64_t crc;
} rdb_sink;

void rdb_sink_start(rdb_sink *s, bool (*drain)(rdb_sink *s, slice block), bool checksum, bool compress);
/* Drains what is left, with the checksum behind it when `trailer`; frees the buffer. False when any write failed. */
bool rdb_sink_finish(rdb_sink *s, bool trailer);

/* A sink into a file that the disk begins to write every few MiB, so that it is not handed everything at once by the sync at the end. */
typedef struct rdb_file {
    rdb_sink sink;                          /* first */
    int file;
    int64_t size, begun;                    /* how much was appended; how much of it the disk was told of */
    bool sync_often;
} rdb_file;
bool rdb_file_create(rdb_file *f, const char *path);
bool rdb_file_finish(rdb_file *f, bool trailer);    /* synced and closed; false when anything failed on the way */

typedef struct rdb_saving {
    bool aof_base;
    bool no_data, no_functions;             /* what a replica may ask for */
    void (*progress)(uint64_t keys);        /* now and then; may be NULL */
} rdb_saving;
/* The whole dataset up to and including the end mark, without checksum. */
bool rdb_save(rdb_out *out, const rdb_saving *how);
/* A complete file under a temporary name, synced. False leaves no file and has said why in the log. */
bool rdb_save_file(const char *path, const rdb_saving *how);
/* The type byte and the value of an entry: what DUMP shows. */
void rdb_save_value(rdb_out *out, const entry *e);
/* What the value's body has no place for, as a string behind it; nothing when there is nothing. */
void rdb_save_extra(rdb_out *out, const entry *e);
/* In a file it stands in an AUX field of this name behind the key's record. */
#define RDB_EXTRA "value-state"
uint8_t rdb_type_of(const entry *e);
/* Body, version and checksum: what DUMP and FUNCTION DUMP put at the end. */
void rdb_put_footer(bytes **payload, int version);
/* True when the footer fits the payload; *body is what stands before it. */
bool rdb_check_footer(slice payload, slice *body);
/* For tests of what comes behind it: from now on the sum of payloads and files is taken for right. */
void rdb_trust_sums(bool trust);

/* Libraries of functions: save() calls emit() with the code of each, load() takes one (NULL or why not; one of the same name may
 * be there already if it is to be replaced), flush() forgets all. Told by script/; without it functions in a file are skipped. */
typedef struct rdb_functions {
    void (*save)(void (*emit)(slice code, void *context), void *context);
    const char *(*load)(slice code, bool replace);
    void (*flush)(void);
} rdb_functions;
void rdb_on_functions(const rdb_functions *f);
const rdb_functions *rdb_functions_known(void);     /* NULL when there is no one */

/* Further AUX fields: the state of replication. take() is asked for each field that nobody here knows. */
typedef struct rdb_extra {
    void (*save)(void (*emit)(const char *name, slice value, void *context), void *context);
    void (*take)(slice name, slice value);
} rdb_extra;
void rdb_on_extra(const rdb_extra *x);
const rdb_extra *rdb_extra_known(void);

/* -- reading ------------------------------------------------------------------------------------ */

/* Does a file begin as one? A log's base may be one, or plain commands. */
bool rdb_begins(const char *path);

enum rdb_doing {
    RDB_DOING_START, RDB_DOING_TYPE, RDB_DOING_EXPIRY, RDB_DOING_KEY, RDB_DOING_VALUE, RDB_DOING_SUM, RDB_DOING_LENGTH,
    RDB_DOING_AUX, RDB_DOING_MODULE_AUX, RDB_DOING_FUNCTIONS
};

typedef struct rdb_key {
    int db;
    slice name;                             /* valid during the visit */
    uint8_t type;
    int64_t expiry;                         /* unix ms, -1 none */
    int64_t idle_s;                         /* -1 when the file does not say */
    int freq;                               /* likewise */
} rdb_key;

typedef struct rdb_reader {
    rdb_in in;                              /* first: types read from it */
    /* Delivers up to cap bytes, 0 at the end, negative when it cannot. */
    ptrdiff_t (*fetch)(struct rdb_reader *r, void *to, size_t cap);
    bool (*progress)(struct rdb_reader *r); /* after each fetch; false abandons the load; may be NULL */
    void *context;
    int file;                               /* of rdb_reader_open */
    int64_t file_at;
    slice memory;                           /* of rdb_reader_over */
    char *buffer;
    size_t at, have, summed;
    bool verify;
    bool abandoned;
    enum rdb_doing doing;
    rdb_key key;                            /* the one being read */
    bytes *name;
    char room[24];
} rdb_reader;

/* What becomes of the records. Each function but string and value may be NULL; false from any ends the read, and why it
 * does is told with rdb_fail. */
typedef struct rdb_visitor {
    bool (*aux)(rdb_reader *r, slice name, slice value);
    bool (*select)(rdb_reader *r, uint64_t number);
    bool (*sizes)(rdb_reader *r, uint64_t keys, uint64_t expires);
    bool (*functions)(rdb_reader *r, slice code);
    bool (*module_aux)(rdb_reader *r, const char *name);
    bool (*string)(rdb_reader *r, const rdb_key *k, slice text);
    bool (*value)(rdb_reader *r, const rdb_key *k, const type *t, void *value);     /* takes the value over */
    bool (*empty)(rdb_reader *r, const rdb_key *k);
    bool (*module)(rdb_reader *r, const rdb_key *k, const char *name);              /* a value that was skipped */
    void (*unsummed)(rdb_reader *r);        /* the file was saved without a checksum */
} rdb_visitor;

bool rdb_reader_open(rdb_reader *r, const char *path, bool verify);    /* false: os_error_text() */
void rdb_reader_over(rdb_reader *r, slice text, bool verify);
void rdb_reader_close(rdb_reader *r);
/* Reads all records. False: r->in.why says why, unless r->abandoned. */
bool rdb_read(rdb_reader *r, const rdb_visitor *v);
const char *rdb_reason(const rdb_reader *r);        /* why it failed, as people know it from logs */
/* Nine characters and a NUL: the name hidden in a module id. */
void rdb_module_name(uint64_t id, char out[10]);

/* -- loading into the keyspace -------------------------------------------------------------------- */

typedef struct rdb_loading {
    bool keep_expired;                      /* an AOF base, or a replica's copy */
    bool merge;                             /* keys that are there already are replaced instead of refused */
    bool quiet;
    int64_t *taken;                         /* NULL, or receives how many bytes the RDB part had */
} rdb_loading;
enum rdb_outcome { RDB_LOADED, RDB_MISSING, RDB_REFUSED, RDB_ABANDONED };
/* Loads a file; what went wrong is in the log. */
enum rdb_outcome rdb_load_file(const char *path, const rdb_loading *how);
/* The same from a reader that the caller opened (a socket). */
enum rdb_outcome rdb_load(rdb_reader *r, const rdb_loading *how);
#endif
