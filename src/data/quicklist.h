/* quicklist.h -- a long list of small strings: nodes of up to a few kilobytes in a row.
 *
 *     quicklist -> chunk <-> ... <-> chunk     a chunk: up to 64 nodes of 16 bytes, and how many elements they hold
 *     node: PACKED  a listpack of elements
 *           PLAIN   one element too large to be packed
 *           LZF     a listpack, compressed
 *
 * Push and pop at both ends are O(1); finding an index skips chunks, then nodes, then entries, from the nearer end.
 * Invariants: 1. no node is empty, no chunk is empty; 2. with depth d > 0, none of the d nodes at each end is LZF and
 * every other PACKED node that compression makes smaller is LZF, except the one a walk has changed and not yet left;
 * 3. the counts of chunks and list are the sums of those below. Text handed in must not lie in the list that changes.
 * Which node an element goes to is nobody's business but ours: persistence.md 4.5 lets a writer choose. */
#ifndef DATA_QUICKLIST_H
#define DATA_QUICKLIST_H
#include "data/listpack.h"

typedef struct quicklist quicklist;
enum quicklist_end { QUICKLIST_HEAD, QUICKLIST_TAIL };

/* fill: at most so many elements a node (and 8 KiB), or -1 .. -5 for 4, 8, 16, 32, 64 KiB: list-max-listpack-size.
 * depth: nodes left alone at each end, 0 for no compression: list-compress-depth.
 * plain_from: elements of so many bytes stand alone; 0: those that exceed a node (DEBUG QUICKLIST-PACKED-THRESHOLD). */
typedef struct quicklist_rules { int fill; unsigned depth; size_t plain_from; } quicklist_rules;

/* True when a node (or a bare listpack) of that size and count is within the rule; both as it would be afterwards. */
bool       quicklist_fits(int fill, size_t size, size_t count);
size_t     quicklist_node_limit(int fill);                          /* the bytes a node may have */

quicklist *quicklist_new(quicklist_rules rules);
void       quicklist_free(quicklist *q);
/* Frees about `budget` nodes; true when nothing is left and q itself is gone. */
bool       quicklist_free_some(quicklist *q, size_t budget);
quicklist *quicklist_copy(const quicklist *q);
size_t     quicklist_count(const quicklist *q);                     /* elements */
size_t     quicklist_nodes(const quicklist *q);
quicklist_rules quicklist_rules_of(const quicklist *q);
void       quicklist_set_plain_from(quicklist *q, size_t size);
/* Bytes it costs the allocator; looks at `samples` nodes and extrapolates, 0 for all. */
size_t     quicklist_footprint(const quicklist *q, size_t samples);

void       quicklist_push(quicklist *q, enum quicklist_end end, slice text);
/* The element at that end, valid until the next change; the list must not be empty. End nodes are never compressed. */
listpack_value quicklist_peek(const quicklist *q, enum quicklist_end end);
void       quicklist_pop(quicklist *q, enum quicklist_end end);     /* removes it; the list must not be empty */
/* Removes up to count elements from index on (negative from the end); how many were there. */
size_t     quicklist_remove_range(quicklist *q, long index, size_t count);

/* A place in the list. Between a successful seek and the end of the walk (a move that returned false, an insertion, a
 * replacement, or quicklist_stop) the list may be changed only through the walk. A walk that only reads leaves
 * compressed nodes compressed and looks at a copy of its own. */
typedef struct quicklist_walk {
    quicklist *list;
    struct quicklist_chunk *chunk;
    uint32_t slot;
    bool changed;               /* the node was unpacked in place and is to be compressed when the walk leaves it */
    listpack *unpacked;         /* the copy of a compressed node, or NULL */
    uint8_t *at;                /* the entry; NULL in a PLAIN node */
} quicklist_walk;

/* Stands on the element of that index (negative from the end); false, and nothing to stop, when there is none. */
bool       quicklist_seek(quicklist_walk *w, quicklist *q, long index);
bool       quicklist_next(quicklist_walk *w);                       /* false: past the end, the walk is over */
bool       quicklist_previous(quicklist_walk *w);
bool       quicklist_next_whole(quicklist_walk *w);                 /* to the first element of the next node */
void       quicklist_stop(quicklist_walk *w);                       /* harmless when it is over already */
listpack_value quicklist_value(const quicklist_walk *w);            /* valid until the walk moves or the list changes */
bool       quicklist_is(const quicklist_walk *w, slice text);
/* Removes the element and stands on the one behind it (before it when backward); false when there is none. */
bool       quicklist_remove(quicklist_walk *w, bool backward);
/* Puts text beside the element; ends the walk. */
void       quicklist_insert(quicklist_walk *w, slice text, bool after);
/* Puts text in the element's place; ends the walk. */
void       quicklist_replace(quicklist_walk *w, slice text);

/* -- nodes: loading, saving, converting ------------------------------------ */
enum quicklist_form { QUICKLIST_PACKED, QUICKLIST_PLAIN, QUICKLIST_LZF };
/* A node as it stands in memory: a listpack, an element, or LZF of a listpack of plain_len bytes. */
typedef struct quicklist_node { enum quicklist_form form; slice text; size_t plain_len; size_t count; } quicklist_node;
/* for (quicklist_place at = {0}; quicklist_next_node(q, &at, &node); ) */
typedef struct quicklist_place { const struct quicklist_chunk *chunk; uint32_t slot; bool started; } quicklist_place;
bool       quicklist_next_node(const quicklist *q, quicklist_place *at, quicklist_node *out);
/* Adds a node at the tail; the listpack is taken over (and freed at once when it holds nothing). */
void       quicklist_append_listpack(quicklist *q, listpack *lp);
void       quicklist_append_plain(quicklist *q, slice text);
/* When the list is one PACKED node: its listpack, taken out, and q is freed; otherwise NULL and nothing happens. */
listpack  *quicklist_take_only(quicklist *q);
/* That node's listpack to look at, NULL when the list is anything but one PACKED node. */
const listpack *quicklist_only(const quicklist *q);

/* Moves blocks out of sparse slabs, some nodes a call; *cursor runs from 0 back to 0. */
void       quicklist_defragment(quicklist **q, uint64_t *cursor);
#endif
