/* zset.h -- the sorted set value: a listpack while small, else an ordered tree and a table (behaviour.md section 20; OBJECT
 * ENCODING calls the big form skiplist).
 *
 *     listpack   member, score, member, score ... ascending by (score, member)
 *     tree       each member is one zset_item; the table finds it by its bytes, the order by (score, bytes) and by rank
 *
 * Invariants: 1. table and order hold the very same items; 2. an item's score is the one it stands under in the order;
 * 3. no score is NaN. Ranks count from 0 at the lowest. A walk is valid until the set changes. */
#ifndef STORE_ZSET_H
#define STORE_ZSET_H
#include "base/tagged.h"
#include "data/listpack.h"
#include "data/order.h"
#include "data/table.h"
#include "store/type.h"

enum zset_form { ZSET_PACK, ZSET_TREE };
typedef struct zset { tagged as; } zset;
typedef struct zset_tree { table *table; order *order; } zset_tree;

static inline bool zset_packed(const zset *z) { return tagged_tag(z->as) == ZSET_PACK; }
static inline listpack *zset_pack(const zset *z) { return tagged_at(z->as); }         /* each only in its form */
static inline zset_tree *zset_tree_of(const zset *z) { return tagged_at(z->as); }

typedef struct zset_item {
    double score;
    uint8_t len;                                    /* 255: a u32 follows */
    char at[];
} zset_item;

static inline slice zset_item_member(const zset_item *i) {
    if (i->len < 255) return (slice){ i->at, i->len };
    uint32_t len;
    memcpy(&len, i->at, sizeof len);
    return (slice){ i->at + sizeof len, len };
}

zset  *zset_new(void);
void   zset_free(zset *z);
bool   zset_free_some(zset *z, size_t budget);      /* about so many members; true when it has gone */
size_t zset_count(const zset *z);
/* So many members are about to come, the longest known one being that long: become a tree at once when that will not fit. */
void   zset_expect(zset *z, size_t count, size_t longest);

enum zset_how { ZSET_IF_NEW = 1, ZSET_IF_PRESENT = 2, ZSET_IF_GREATER = 4, ZSET_IF_LESS = 8, ZSET_INCREMENT = 16 };
enum zset_outcome { ZSET_REFUSED, ZSET_SAME, ZSET_ADDED, ZSET_UPDATED, ZSET_NAN };
/* Adds a member or changes its score, under the conditions of `how`. *score (not NaN) becomes the score it has afterwards when
 * it is given an increment. ZSET_NAN: the sum is none; nothing has changed. */
enum zset_outcome zset_add(zset *z, slice member, double *score, unsigned how);
bool   zset_remove(zset *z, slice member);
bool   zset_score(const zset *z, slice member, double *score);
bool   zset_rank(const zset *z, slice member, size_t *rank, double *score);

/* -- ranges ------------------------------------------------------------------------------------------ */
typedef struct zset_span { size_t from, to; } zset_span;           /* ranks, `to` excluded; from <= to */
typedef struct zset_scores { double min, max; bool min_open, max_open; } zset_scores;
enum zset_edge { ZSET_LOWEST, ZSET_HIGHEST, ZSET_CLOSED, ZSET_OPEN };
typedef struct zset_members { slice min, max; enum zset_edge min_edge, max_edge; } zset_members;
zset_span zset_span_scores(const zset *z, const zset_scores *range);
/* By member: meaningful where all scores are equal. */
zset_span zset_span_members(const zset *z, const zset_members *range);
void   zset_remove_span(zset *z, zset_span span);

/* -- walks ------------------------------------------------------------------------------------------- */
typedef struct zset_walk {
    const zset *zset;
    slice member;                                   /* may lie in room: valid until the next step */
    double score;
    uint8_t *at;
    order_at place;
    table_walk table;
    char room[LISTPACK_INT_TEXT + 3];
} zset_walk;
bool   zset_seek(zset_walk *w, const zset *z, size_t rank);        /* false when there is no such rank */
bool   zset_seek_score(zset_walk *w, const zset *z, double score); /* the first with at least that score */
bool   zset_next(zset_walk *w);
bool   zset_previous(zset_walk *w);
/* All members in the cheapest order. for (zset_walk w = zset_start(z); zset_each(&w); ) */
zset_walk zset_start(const zset *z);
bool   zset_each(zset_walk *w);
/* ZSCAN: small encodings give everything at once; returns the next cursor. */
uint64_t zset_scan(const zset *z, uint64_t cursor, void (*each)(slice member, double score, void *context), void *context);

/* -- making one of many members: a table is filled, then ordered once --------------------------------- */
table *zset_members_new(size_t expected);
/* The item of a member; new ones (*found false) have the given score. */
zset_item *zset_members_put(table *members, slice member, double score, bool *found);
void   zset_members_remove(table *members, slice member);
void   zset_members_free(table *members);
/* Takes the table, whose scores may have been changed in place until now. A compact set has the smallest encoding that fits;
 * otherwise it is a tree, which unlike a listpack keeps -0. */
zset  *zset_from_members(table *members, bool compact);

extern const type zset_type;

/* -- inside: zset.c and zset_type.c ------------------------------------------------------------------- */
size_t zset_item_bytes(const zset_item *i);
double zset_pack_score(const uint8_t *p);
#endif
