/* quicklist_chunk.h -- the inside of a quicklist: chunks of nodes, and the compression of nodes. For quicklist*.c only.
 *
 * A place is a chunk and a slot; chunk NULL is no place. Adding or removing a node may move its chunk and shift slots:
 * go on from the place returned. Packing and unpacking change no places. */
#ifndef DATA_QUICKLIST_CHUNK_H
#define DATA_QUICKLIST_CHUNK_H
#include "data/quicklist.h"

typedef struct quicklist_chunk chunk;
typedef struct node {
    void *at;                   /* PACKED: listpack; PLAIN: bytes; LZF: packed */
    uint32_t count;
    uint8_t form;               /* enum quicklist_form */
    bool stubborn;              /* compressing it was tried and gained nothing */
} node;

struct quicklist_chunk {
    chunk *previous, *next;
    size_t count;               /* elements of all nodes */
    uint32_t used, cap;
    node nodes[];
};

typedef struct packed { uint32_t plain_len, len; char at[]; } packed;

struct quicklist {
    chunk *first, *last;
    size_t count, nodes;
    quicklist_rules rules;
};

typedef struct place { chunk *chunk; uint32_t slot; } place;
static inline node *node_at(place p) { return &p.chunk->nodes[p.slot]; }
place     place_first(const quicklist *q);
place     place_last(const quicklist *q);
place     place_next(place p);
place     place_previous(place p);

node      node_of_listpack(listpack *lp);                   /* takes it over */
node      node_of_plain(slice text);
node      node_copy(const node *n);
void      node_free(node *n);                               /* its content */
size_t    node_footprint(const node *n);
listpack *node_unpacked(const node *n);                     /* a copy of a LZF node's listpack */
/* The listpack of a PACKED or LZF node, in place: an LZF node is unpacked first. */
listpack *node_open(node *n);

/* Puts n before p (at the tail when p is no place); counts follow. */
place     chunk_insert(quicklist *q, place p, node n);
/* Takes the node out and frees it; returns the place of what followed. */
place     chunk_remove(quicklist *q, place p);
/* Notes that the node at p now holds so many elements more (or fewer); it may be compressible again. */
void      chunk_adjust(quicklist *q, place p, int64_t more);
size_t    chunk_block(const chunk *c);                      /* bytes of its allocation */
void      chunk_relink(quicklist *q, chunk *c);             /* after it has moved */

/* Compresses the node at p when it stands far enough from both ends. */
void      compress_inner(quicklist *q, place p);
/* Restores invariant 2 near the ends after nodes came or went. */
void      compress_ends(quicklist *q);
#endif
