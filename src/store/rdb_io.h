/* rdb_io.h -- the primitive encodings of RDB files and DUMP payloads (persistence.md section 2): lengths, strings
 * (integers and LZF inside), doubles, times. Types save and load themselves with these; persist/ adds the container.
 *
 * Reading: the first failure (short input, bad length, out of memory for a size the input dictates) makes the reader
 * `failed`, says why once, and every later get returns zero or empty, so a loader may check once at the end of a group. */
#ifndef STORE_RDB_IO_H
#define STORE_RDB_IO_H
#include "base/slice.h"

typedef struct rdb_out {
    /* Takes bytes; false stops the save (disk full ...). */
    bool (*write)(struct rdb_out *out, const void *at, size_t len);
    bool failed, compress;
    uint64_t crc;                                   /* of everything written, when `checksum` */
    bool checksum;
    uint64_t written;
} rdb_out;

void rdb_put(rdb_out *out, const void *at, size_t len);
void rdb_put_byte(rdb_out *out, uint8_t byte);
void rdb_put_length(rdb_out *out, uint64_t len);
void rdb_put_string(rdb_out *out, slice s);         /* as integer when it is one, LZF when that helps */
void rdb_put_blob(rdb_out *out, slice s);           /* LZF when that helps, never as an integer */
void rdb_put_int_string(rdb_out *out, int64_t n);
void rdb_put_lzf(rdb_out *out, slice compressed, size_t plain_len);     /* already compressed */
void rdb_put_double(rdb_out *out, double d);        /* 8 bytes, little endian */
void rdb_put_time_ms(rdb_out *out, int64_t ms);     /* 8 bytes, little endian */

typedef struct rdb_in {
    /* Delivers exactly len bytes; false when there are not so many. */
    bool (*read)(struct rdb_in *in, void *to, size_t len);
    uint64_t left;                                  /* at most so many bytes remain: bounds what a length may claim */
    int version;                                    /* of the file, for types whose body changed */
    bool failed;
    const char *why;                                /* of the first failure */
    uint64_t crc;
    bool checksum;
    uint64_t taken;
    int64_t now;                                    /* unix ms: fields already due are dropped when > 0 */
} rdb_in;

bool     rdb_fail(rdb_in *in, const char *why);     /* always false */
bool     rdb_get(rdb_in *in, void *to, size_t len);
uint8_t  rdb_get_byte(rdb_in *in);
uint64_t rdb_get_length(rdb_in *in);                /* a plain length; an encoded one fails */
bytes   *rdb_get_string(rdb_in *in);                /* owned; NULL when failed */
double   rdb_get_double(rdb_in *in);                /* binary */
double   rdb_get_old_double(rdb_in *in);            /* length-prefixed text: type 3 */
int64_t  rdb_get_time_ms(rdb_in *in);
/* A reader over memory. */
typedef struct rdb_memory { rdb_in in; slice rest; } rdb_memory;
void     rdb_memory_start(rdb_memory *m, slice text);
/* A writer into a growing buffer. */
typedef struct rdb_buffer { rdb_out out; bytes *text; } rdb_buffer;
void     rdb_buffer_start(rdb_buffer *b);
#endif
