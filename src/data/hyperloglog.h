/* hyperloglog.h -- counting distinct elements in 12 KiB, byte for byte Redis' string (behaviour.md section 27).
 *
 *     "HYLL" <encoding: 0 dense, 1 sparse> 0 0 0 <cached count u64le, top bit: stale> <registers>
 *
 * 16384 registers of 6 bits. Dense: packed, lowest bits first. Sparse: runs (ZERO, XZERO, VAL), until a register
 * exceeds 32 or the whole exceeds sparse_max bytes. The value is an ordinary string, so anything may have been written
 * into it: hyperloglog_is looks at the header, and whatever walks sparse runs answers HYPERLOGLOG_CORRUPTED when they
 * do not add up. */
#ifndef DATA_HYPERLOGLOG_H
#define DATA_HYPERLOGLOG_H
#include "base/slice.h"

enum { HYPERLOGLOG_REGISTERS = 16384, HYPERLOGLOG_DENSE_BYTES = 16 + 12288 };
enum hyperloglog_result { HYPERLOGLOG_CORRUPTED = -1, HYPERLOGLOG_SAME = 0, HYPERLOGLOG_CHANGED = 1 };

bytes   *hyperloglog_new(void);                                     /* empty, sparse */
/* False: "-WRONGTYPE Key is not a valid HyperLogLog string value." */
bool     hyperloglog_is(slice s);
bool     hyperloglog_is_sparse(slice s);                            /* of one that hyperloglog_is */
/* Adds an element; CHANGED when a register grew (the cached count is then stale). */
enum hyperloglog_result hyperloglog_add(bytes **h, slice element, size_t sparse_max);
/* Sparse to dense; SAME when it was dense already. */
enum hyperloglog_result hyperloglog_to_dense(bytes **h);

/* The cached count; false when it is stale. */
bool     hyperloglog_cached(slice s, uint64_t *count);
/* Counts and stores the result as cached. False when corrupted. */
bool     hyperloglog_count(bytes *h, uint64_t *count);

/* Registers one byte each: unions of several values. */
typedef struct hyperloglog_union { uint8_t at[HYPERLOGLOG_REGISTERS]; } hyperloglog_union;
/* Takes the maximum of each register into u (which starts zeroed). False when corrupted. */
bool     hyperloglog_union_add(hyperloglog_union *u, slice s);
uint64_t hyperloglog_union_count(const hyperloglog_union *u);
/* Raises h's registers to at least those of u, in place or by turning dense; the cached count becomes stale. */
enum hyperloglog_result hyperloglog_absorb(bytes **h, const hyperloglog_union *u, size_t sparse_max);
/* Appends the runs as PFDEBUG DECODE prints them ("Z:64 v:1,2 "); false when corrupted. Sparse only. */
bool     hyperloglog_describe(slice s, bytes **out);
#endif
