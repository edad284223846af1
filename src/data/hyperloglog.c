/* hyperloglog.c -- adding, counting and joining; the estimator is Ertl's. */
#include "data/hyperloglog.h"

#include <math.h>

#include "base/assert.h"
#include "base/hash.h"

enum { REGISTERS = HYPERLOGLOG_REGISTERS, INDEX_BITS = 14, RANK_BITS = 64 - INDEX_BITS, HEADER = 16, AT_ENCODING = 4 };
enum { AT_CACHED = 8, AT_STALE = 15, STALE = 0x80, DENSE = 0, SPARSE = 1 };
enum { ZERO_MAX = 64, VALUE_MAX = 32, VALUE_RUN_MAX = 4, MERGE_SCAN = 5, RANKS = 64 };

static const uint64_t hash_seed = 0xadc83b19;

static uint8_t *registers_of(bytes *h) { return (uint8_t *)h->at + HEADER; }

/* -- header -------------------------------------------------------------------- */

bool hyperloglog_is(slice s) {
    if (s.len < HEADER || memcmp(s.at, "HYLL", 4) || (uint8_t)s.at[AT_ENCODING] > SPARSE) return false;
    return s.at[AT_ENCODING] == SPARSE || s.len == HYPERLOGLOG_DENSE_BYTES;
}

bool hyperloglog_is_sparse(slice s) { return s.at[AT_ENCODING] == SPARSE; }

static void make_stale(bytes *h) { h->at[AT_STALE] = (char)(h->at[AT_STALE] | STALE); }

bool hyperloglog_cached(slice s, uint64_t *count) {
    if ((uint8_t)s.at[AT_STALE] & STALE) return false;
    *count = 0;
    for (int i = 7; i >= 0; i--) *count = *count << 8 | (uint8_t)s.at[AT_CACHED + i];
    return true;
}

static void set_cached(bytes *h, uint64_t count) {
    for (int i = 0; i < 8; i++, count >>= 8) h->at[AT_CACHED + i] = (char)count;
}

/* -- sparse runs: 00xxxxxx zeros, 01xxxxxx yyyyyyyy more zeros, 1vvvvvxx a value -------- */

typedef struct run { unsigned value, len, size; } run;

/* The run at p, size 0 when it does not end before `end`. */
static inline run run_at(const uint8_t *p, const uint8_t *end) {
    if (*p & 0x80) return (run){ (*p >> 2 & 31u) + 1, (*p & 3u) + 1, 1 };
    if (!(*p & 0x40)) return (run){ 0, (*p & 63u) + 1, 1 };
    if (end - p < 2) return (run){ 0, 0, 0 };
    return (run){ 0, ((*p & 63u) << 8 | p[1]) + 1, 2 };
}

static uint8_t value_run(unsigned value, unsigned len) { return (uint8_t)(0x80 | (value - 1) << 2 | (len - 1)); }

/* Writes a run of any value and length > 0; returns its size. */
static unsigned run_write(uint8_t *p, unsigned value, unsigned len) {
    if (value) {
        p[0] = value_run(value, len);
        return 1;
    }
    p[0] = (uint8_t)(len <= ZERO_MAX ? len - 1 : 0x40 | (len - 1) >> 8);
    p[1] = (uint8_t)(len - 1);
    return len <= ZERO_MAX ? 1 : 2;
}

bytes *hyperloglog_new(void) {
    bytes *h = bytes_copy(SLICE("HYLL\1\0\0\0" "\0\0\0\0\0\0\0\0" "\0\0"));
    run_write(registers_of(h), 0, REGISTERS);
    make_stale(h);
    return h;
}

/* Calls for every run that holds a value; false when the runs are not those of 16384 registers. */
static bool each_value(slice s, void (*each)(unsigned index, run r, void *context), void *context) {
    const uint8_t *p = (const uint8_t *)s.at + HEADER, *end = (const uint8_t *)s.at + s.len;
    unsigned index = 0;
    while (p < end) {
        run r = run_at(p, end);
        if (!r.size || index + r.len > REGISTERS) return false;
        if (r.value) each(index, r, context);
        index += r.len;
        p += r.size;
    }
    return index == REGISTERS;
}

/* -- dense registers: 6 bits each, lowest first ------------------------------------ */

static unsigned dense_get(const uint8_t *registers, unsigned index) {
    const uint8_t *p = registers + index * 6 / 8;
    unsigned shift = index * 6 % 8, pair = p[0];
    if (shift > 2) pair |= (unsigned)p[1] << 8;
    return pair >> shift & 63;
}

static void dense_set(uint8_t *registers, unsigned index, unsigned rank) {
    uint8_t *p = registers + index * 6 / 8;
    unsigned shift = index * 6 % 8;
    p[0] = (uint8_t)((p[0] & ~(63u << shift)) | rank << shift);
    if (shift > 2) p[1] = (uint8_t)((p[1] & ~(63u >> (8 - shift))) | rank >> (8 - shift));
}

/* Eight registers of six bits spread to a byte each, and back. */
static inline uint64_t spread(uint64_t x) {
    x = (x & 0xFFFFFF) | (x & 0xFFFFFF000000) << 8;
    x = (x & 0x00000FFF00000FFF) | (x & 0x00FFF00000FFF000) << 4;
    return (x & 0x003F003F003F003F) | (x & 0x0FC00FC00FC00FC0) << 2;
}

static inline uint64_t gather(uint64_t x) {
    x = (x & 0x003F003F003F003F) | (x & 0x3F003F003F003F00) >> 2;
    x = (x & 0x00000FFF00000FFF) | (x & 0x0FFF00000FFF0000) >> 4;
    return (x & 0xFFFFFF) | (x & 0x00FFFFFF00000000) >> 8;
}

static void dense_read(const uint8_t *registers, uint8_t out[REGISTERS]) {
    for (unsigned i = 0; i < REGISTERS; i += 8, registers += 6) {
        uint64_t x = registers[0] | (uint64_t)registers[1] << 8 | (uint64_t)registers[2] << 16 |
                     (uint64_t)registers[3] << 24 | (uint64_t)registers[4] << 32 | (uint64_t)registers[5] << 40;
        x = spread(x);
        memcpy(out + i, &x, 8);
    }
}

static void dense_write(uint8_t *registers, const uint8_t in[REGISTERS]) {
    for (unsigned i = 0; i < REGISTERS; i += 8) {
        uint64_t x;
        memcpy(&x, in + i, 8);
        x = gather(x);
        for (int k = 0; k < 6; k++, x >>= 8) *registers++ = (uint8_t)x;
    }
}

static void raise_to(uint8_t out[REGISTERS], const uint8_t in[REGISTERS]) {
    for (unsigned i = 0; i < REGISTERS; i++) out[i] = in[i] > out[i] ? in[i] : out[i];
}

static void dense_put_run(unsigned index, run r, void *registers) {
    for (unsigned i = 0; i < r.len; i++) dense_set(registers, index + i, r.value);
}

enum hyperloglog_result hyperloglog_to_dense(bytes **h) {
    if (!hyperloglog_is_sparse(bytes_slice(*h))) return HYPERLOGLOG_SAME;
    bytes *dense = bytes_new(HYPERLOGLOG_DENSE_BYTES);
    bytes_resize(&dense, HYPERLOGLOG_DENSE_BYTES);
    memcpy(dense->at, (*h)->at, HEADER);
    dense->at[AT_ENCODING] = DENSE;
    if (!each_value(bytes_slice(*h), dense_put_run, registers_of(dense))) {
        bytes_free(dense);
        return HYPERLOGLOG_CORRUPTED;
    }
    bytes_free(*h);
    *h = dense;
    return HYPERLOGLOG_CHANGED;
}

/* -- raising one register ---------------------------------------------------------- */

static enum hyperloglog_result dense_raise(bytes *h, unsigned index, unsigned rank) {
    uint8_t *registers = registers_of(h);
    if (dense_get(registers, index) >= rank) return HYPERLOGLOG_SAME;
    dense_set(registers, index, rank);
    return HYPERLOGLOG_CHANGED;
}

static enum hyperloglog_result promote(bytes **h, unsigned index, unsigned rank) {
    if (hyperloglog_to_dense(h) == HYPERLOGLOG_CORRUPTED) return HYPERLOGLOG_CORRUPTED;
    return dense_raise(*h, index, rank);
}

/* Joins neighbouring runs of one value, looking at a few runs from offset on: not more, since Redis does not either. */
static void merge_values(bytes *h, size_t offset) {
    uint8_t *p = (uint8_t *)h->at + offset, *end = (uint8_t *)h->at + h->len;
    for (int scan = MERGE_SCAN; scan > 0 && p < end; scan--) {
        run a = run_at(p, end);
        if (!a.value || p + 1 == end) {
            p += a.size ? a.size : 1;
            continue;
        }
        run b = run_at(p + 1, end);
        if (b.value != a.value || a.len + b.len > VALUE_RUN_MAX) {
            p++;
            continue;
        }
        p[1] = value_run(a.value, a.len + b.len);
        bytes_remove(h, (size_t)((char *)p - h->at), 1);
        end--;
    }
}

/* Replaces old_size bytes at offset. */
static void splice(bytes **h, size_t offset, size_t old_size, const uint8_t *piece, size_t size) {
    size_t behind = (*h)->len - offset - old_size;
    if (size > old_size) bytes_resize(h, (*h)->len + size - old_size);
    char *at = (*h)->at + offset;
    memmove(at + size, at + old_size, behind);
    memcpy(at, piece, size);
    if (size < old_size) bytes_resize(h, (*h)->len + size - old_size);
}

/* Where the run that covers a register stands, what it is, the register it begins with and the run before it. */
typedef struct cover { run run; size_t offset, before; unsigned first; } cover;

static bool find_cover(slice s, unsigned index, cover *c) {
    const uint8_t *start = (const uint8_t *)s.at, *p = start + HEADER, *end = start + s.len, *before = p;
    unsigned first = 0;
    run r = { 0 };
    for (; p < end; before = p, p += r.size, first += r.len) {
        r = run_at(p, end);
        if (!r.size) return false;
        if (index < first + r.len) break;
    }
    *c = (cover){ r, (size_t)(p - start), (size_t)(before - start), first };
    return p < end;
}

static enum hyperloglog_result sparse_raise(bytes **h, unsigned index, unsigned rank, size_t sparse_max) {
    cover c;
    if (rank > VALUE_MAX) return promote(h, index, rank);
    if (!find_cover(bytes_slice(*h), index, &c)) return HYPERLOGLOG_CORRUPTED;
    if (c.run.value >= rank) return HYPERLOGLOG_SAME;
    uint8_t piece[5 + 1];
    size_t size = 0;
    unsigned left = index - c.first, right = c.run.len - left - 1;
    if (left) size += run_write(piece, c.run.value, left);
    piece[size++] = value_run(rank, 1);
    if (right) size += run_write(piece + size, c.run.value, right);
    if (size > c.run.size && (*h)->len + size - c.run.size > sparse_max) return promote(h, index, rank);
    splice(h, c.offset, c.run.size, piece, size);
    merge_values(*h, c.before);
    return HYPERLOGLOG_CHANGED;
}

static enum hyperloglog_result raise_register(bytes **h, unsigned index, unsigned rank, size_t sparse_max) {
    if (hyperloglog_is_sparse(bytes_slice(*h))) return sparse_raise(h, index, rank, sparse_max);
    return dense_raise(*h, index, rank);
}

enum hyperloglog_result hyperloglog_add(bytes **h, slice element, size_t sparse_max) {
    uint64_t hash = hash_murmur64a(element, hash_seed), rest = hash >> INDEX_BITS | (uint64_t)1 << RANK_BITS;
    unsigned rank = (unsigned)__builtin_ctzll(rest) + 1;
    enum hyperloglog_result result = raise_register(h, hash % REGISTERS, rank, sparse_max);
    if (result == HYPERLOGLOG_CHANGED) make_stale(*h);
    return result;
}

/* -- counting ------------------------------------------------------------------ */

/* How many registers have each rank. */
typedef struct ranks { uint32_t at[RANKS]; } ranks;

static void ranks_of(const uint8_t registers[REGISTERS], ranks *out) {
    ranks four[4] = { 0 };                      /* neighbours often agree: four counters do not wait for each other */
    for (unsigned i = 0; i < REGISTERS; i += 4) {
        for (unsigned k = 0; k < 4; k++) four[k].at[registers[i + k] & 63]++;
    }
    for (unsigned i = 0; i < RANKS; i++) out->at[i] = four[0].at[i] + four[1].at[i] + four[2].at[i] + four[3].at[i];
}

static void count_run(unsigned index, run r, void *context) {
    ranks *out = context;
    (void)index;
    out->at[r.value] += r.len;
    out->at[0] -= r.len;
}

/* x + the sum of x^(2^k) * 2^(k-1) until it no longer grows. */
static double sigma(double x) {
    if (x == 1) return INFINITY;
    double sum = x, before, weight = 1;
    do {
        x *= x;
        before = sum;
        sum += x * weight;
        weight += weight;
    } while (before != sum);
    return sum;
}

/* (1 - x - the sum of (1 - x^(2^-k))^2 * 2^-k) / 3 until it no longer shrinks. */
static double tau(double x) {
    if (x == 0 || x == 1) return 0;
    double rest = 1 - x, before, weight = 1;
    do {
        x = sqrt(x);
        before = rest;
        weight *= 0.5;
        rest -= (1 - x) * (1 - x) * weight;
    } while (before != rest);
    return rest / 3;
}

static uint64_t estimate(const ranks *r) {
    const double m = REGISTERS, alpha = 0.721347520444481703680;
    double z = m * tau((m - r->at[RANK_BITS + 1]) / m);
    for (int k = RANK_BITS; k >= 1; k--) {
        z += r->at[k];
        z *= 0.5;
    }
    z += m * sigma(r->at[0] / m);
    return (uint64_t)llround(alpha * m * m / z);
}

bool hyperloglog_count(bytes *h, uint64_t *count) {
    ranks r = { { REGISTERS } };
    if (hyperloglog_is_sparse(bytes_slice(h))) {
        if (!each_value(bytes_slice(h), count_run, &r)) return false;
    } else {
        uint8_t registers[REGISTERS];
        dense_read(registers_of(h), registers);
        ranks_of(registers, &r);
    }
    *count = estimate(&r);
    set_cached(h, *count);
    return true;
}

/* -- unions -------------------------------------------------------------------- */

static void raise_run(unsigned index, run r, void *context) {
    uint8_t *registers = context;
    for (unsigned i = index; i < index + r.len; i++) {
        if (registers[i] < r.value) registers[i] = (uint8_t)r.value;
    }
}

bool hyperloglog_union_add(hyperloglog_union *u, slice s) {
    if (hyperloglog_is_sparse(s)) return each_value(s, raise_run, u->at);
    uint8_t registers[REGISTERS];
    dense_read((const uint8_t *)s.at + HEADER, registers);
    raise_to(u->at, registers);
    return true;
}

uint64_t hyperloglog_union_count(const hyperloglog_union *u) {
    ranks r;
    ranks_of(u->at, &r);
    return estimate(&r);
}

static enum hyperloglog_result dense_absorb(bytes *h, const hyperloglog_union *u) {
    uint8_t registers[REGISTERS], before[REGISTERS];
    dense_read(registers_of(h), registers);
    memcpy(before, registers, sizeof before);
    raise_to(registers, u->at);
    dense_write(registers_of(h), registers);
    return memcmp(before, registers, sizeof before) ? HYPERLOGLOG_CHANGED : HYPERLOGLOG_SAME;
}

enum hyperloglog_result hyperloglog_absorb(bytes **h, const hyperloglog_union *u, size_t sparse_max) {
    enum hyperloglog_result result = HYPERLOGLOG_SAME;
    for (unsigned i = 0; i < REGISTERS && hyperloglog_is_sparse(bytes_slice(*h)); i++) {
        if (!u->at[i]) continue;
        enum hyperloglog_result one = sparse_raise(h, i, u->at[i], sparse_max);
        if (one == HYPERLOGLOG_CORRUPTED) return one;
        if (one == HYPERLOGLOG_CHANGED) result = one;
    }
    if (!hyperloglog_is_sparse(bytes_slice(*h)) && dense_absorb(*h, u) == HYPERLOGLOG_CHANGED) {
        result = HYPERLOGLOG_CHANGED;
    }
    make_stale(*h);
    return result;
}

bool hyperloglog_describe(slice s, bytes **out) {
    const uint8_t *p = (const uint8_t *)s.at + HEADER, *end = (const uint8_t *)s.at + s.len;
    unsigned covered = 0;
    for (run r; p < end; p += r.size, covered += r.len) {
        r = run_at(p, end);
        if (!r.size) return false;
        if (covered) bytes_append_char(out, ' ');
        if (r.value) bytes_printf(out, "v:%u,%u", r.value, r.len);
        else bytes_printf(out, "%c:%u", r.size == 1 ? 'z' : 'Z', r.len);
    }
    return covered == REGISTERS;
}
