/* stream.h -- streams: a log of entries, each a list of field-value pairs under an ever higher ID, and groups of
 * consumers that share the reading of it.
 *
 * The log is a run of nodes, each a listpack of up to stream-node-max-entries entries in exactly the layout that DUMP and
 * RDB files have (persistence.md 4.6):
 *
 *     live  deleted  count  field ... field  0                                the master entry
 *     flags  ms-delta  seq-delta  [count]  [field] value ...  elements        an entry
 *
 * Entries whose fields are the master's (ENTRY_SAME_FIELDS) keep values only. A deleted entry is marked, not removed; a
 * node without live entries goes away. Nodes stand in one array in order of their IDs: the last is at hand for an append,
 * the first is dropped by moving `head`, a place in between is found by bisection.
 *
 * 1. nodes[head .. head+count) ascend by `first`, the ID that the deltas of their entries count from.
 * 2. `length` is the sum of their live counts, none of which is 0.
 * 3. `first` is the ID of the first live entry, 0-0 when there is none.
 *
 * A pending entry (`pending`: delivered, not acknowledged) is owned by its group, which finds it by ID (`pel`) and knows
 * the order of delivery (oldest .. newest, those that XNACK released standing first in their own order); the consumer's
 * `pel` only refers to it. */
#ifndef STORE_STREAM_H
#define STORE_STREAM_H
#include "data/listpack.h"
#include "data/rax.h"
#include "store/type.h"

typedef struct stream_id { uint64_t ms, seq; } stream_id;
#define STREAM_ID_LEAST ((stream_id){ 0, 0 })
#define STREAM_ID_MOST ((stream_id){ UINT64_MAX, UINT64_MAX })
enum { STREAM_ID_TEXT = 42, STREAM_ID_RAW = 16 };

typedef struct stream_node { stream_id first; listpack *pack; } stream_node;

typedef struct stream {
    stream_node *nodes;
    size_t head, count, cap;
    uint64_t length;                        /* live entries */
    uint64_t added;                         /* entries ever added */
    stream_id first, last, deleted;         /* `last`: highest ID ever; `deleted`: highest ID taken out by XDEL */
    rax *groups;                            /* by name; NULL before the first */
    struct stream_memory *memory;           /* stream_idmp.h; NULL while nobody adds idempotently */
} stream;

/* -- IDs ------------------------------------------------------------------------------------------ */
static inline int stream_id_compare(stream_id a, stream_id b) {
    if (a.ms != b.ms) return a.ms < b.ms ? -1 : 1;
    return a.seq < b.seq ? -1 : a.seq > b.seq;
}
static inline bool stream_id_is_zero(stream_id id) { return !(id.ms | id.seq); }
/* The ID right behind or before; false when there is none. */
bool   stream_id_next(stream_id *id);
bool   stream_id_previous(stream_id *id);
/* "ms-seq"; returns its length, at most STREAM_ID_TEXT. */
int    stream_id_print(char *out, stream_id id);
/* Big-endian: the order of the bytes is the order of the IDs. */
void   stream_id_pack(stream_id id, uint8_t out[STREAM_ID_RAW]);
stream_id stream_id_unpack(const void *raw);
/* A number of an ID: digits, but for the odd forms that strtoull takes (blanks, a sign, leading zeros). */
bool   stream_number_parse(slice s, uint64_t *out);
/* "ms-seq", or "ms" with seq for what is missing; *bare then. False when it is no ID. */
bool   stream_id_parse(slice s, uint64_t seq, stream_id *out, bool *bare);

/* -- the log ---------------------------------------------------------------------------------------- */
stream *stream_new(void);
void    stream_free(stream *s);
/* Adds an entry of `pairs` fields, each followed by its value, in words. The ID is higher than s->last. False when it
 * is too large to be stored. */
bool    stream_append(stream *s, stream_id id, size_t pairs, const slice *words);
/* True when there was such an entry; XDEL also remembers the highest ID so deleted: `remember`. */
bool    stream_delete(stream *s, stream_id id, bool remember);
bool    stream_has(const stream *s, stream_id id);
void    stream_set_last(stream *s, stream_id id, uint64_t added, stream_id deleted);

/* -- walking ------------------------------------------------------------------------------------------ */
/* A walk over live entries from one ID to another, both included, upwards or (back) downwards. Nothing may be added
 * meanwhile; the entry just given may be deleted with stream_walk_delete, nothing else. */
typedef struct stream_walk {
    stream *stream;
    stream_id id;                           /* of the entry that stream_next gave */
    size_t pairs;
    stream_id start, end;
    bool back;
    size_t node;                            /* index from head; == count when done */
    listpack *pack;                         /* NULL: node not entered */
    const uint8_t *fields, *entries, *entry, *at;   /* master's fields and first entry; this entry; next pair to read */
    size_t field_count, left;               /* master's; pairs not read yet */
    bool same;                              /* this entry has the master's fields */
    const uint8_t *field;                   /* the next master field */
} stream_walk;
stream_walk stream_walk_start(const stream *s, stream_id start, stream_id end, bool back);
bool    stream_next(stream_walk *w);
/* The pairs of the entry, one a call; numbers are printed into the rooms (LISTPACK_INT_TEXT bytes each). */
bool    stream_pair(stream_walk *w, slice *field, slice *value, char *field_room, char *value_room);
/* Deletes the entry that stream_next gave. */
void    stream_walk_delete(stream_walk *w, bool remember);
stream_id stream_first_from(const stream *s, stream_id from, bool *found);

/* -- trimming ------------------------------------------------------------------------------------------ */
typedef struct stream_trim {
    enum { TRIM_NOT, TRIM_LENGTH, TRIM_ID } what;
    uint64_t most;                          /* TRIM_LENGTH */
    stream_id least;                        /* TRIM_ID */
    bool rough;                             /* whole nodes only */
    uint64_t limit;                         /* 0: none */
    stream_id newest;                       /* nothing later is considered */
} stream_trim;
/* Removes entries from the oldest on; returns how many. `may` (NULL: always) is asked for each and may refuse it, which
 * leaves it in place. */
uint64_t stream_trim_by(stream *s, const stream_trim *t, bool (*may)(stream *s, stream_id id, void *context),
                        void *context);

/* How many nodes a radix tree of the node IDs would have: XINFO's radix-tree-nodes. */
size_t  stream_tree_nodes(const stream *s);
size_t  stream_bytes(const stream *s, size_t samples);
/* A node as a file has it, checked in full: false when it is malformed. Counts its entries in `length`. */
bool    stream_adopt(stream *s, stream_id first, slice pack);
/* After the last adopt: sorts, and derives `first` and `last`. False when nodes overlap. */
bool    stream_adopted(stream *s);

extern const type stream_type;
#endif
