/* set.h -- the set value: intset, listpack or table (behaviour.md section 20). */
#ifndef STORE_SET_H
#define STORE_SET_H
#include "base/tagged.h"
#include "data/intset.h"
#include "data/listpack.h"
#include "data/table.h"
#include "store/type.h"

enum set_form { SET_INTS, SET_PACK, SET_TABLE };
typedef struct set { tagged as; } set;

static inline enum set_form set_form_of(const set *s) { return (enum set_form)tagged_tag(s->as); }
static inline intset *set_ints(const set *s) { return tagged_at(s->as); }              /* each only in its form */
static inline listpack *set_pack(const set *s) { return tagged_at(s->as); }
static inline table *set_table(const set *s) { return tagged_at(s->as); }

set   *set_new(void);
void   set_free(set *s);
bool   set_free_some(set *s, size_t budget);        /* about so many members; true when it has gone */
/* An empty set is about to get `count` members, the first being this: chooses the encoding Redis would begin with. */
void   set_expect(set *s, slice first, size_t count);
/* A set is about to be given so many more texts, some perhaps the same or there: becomes a table if its encoding could not hold
 * them by themselves, which is what Redis asks. */
void   set_expect_more(set *s, size_t count);
/* An empty set is about to get about that many members of any kind: a table with room for them. */
void   set_expect_many(set *s, size_t count);
size_t set_count(const set *s);
bool   set_add(set *s, slice text);                 /* false when it was there */
bool   set_remove(set *s, slice text);
bool   set_has(const set *s, slice text);
/* The smallest encoding its content allows: what SINTERSTORE leaves. */
void   set_settle(set *s);

/* All members; the set must not change meanwhile. Text may lie in the walk's own room, valid until the next step.
 * for (set_walk w = set_start(s); set_next(&w); ) use w.text */
typedef struct set_walk {
    const set *set;
    slice text;
    uint32_t index;
    uint8_t *at;
    table_walk table;
    char room[LISTPACK_INT_TEXT + 3];
} set_walk;
set_walk set_start(const set *s);
bool   set_next(set_walk *w);
/* The same, many at a time: the items of a table are far from each other, so several are fetched from memory at once.
 * for (set_walk w = set_start(s); set_next_batch(&w, &b); ) use b.text[0] to b.text[b.count - 1] */
enum { SET_BATCH = 32 };
typedef struct set_batch {
    int count;
    bool hashed;
    slice text[SET_BATCH];
    uint64_t hash[SET_BATCH];
} set_batch;
bool   set_next_batch(set_walk *w, set_batch *b);
/* Keeps those, in their order, that are in this set; with `there` false those that are not. */
void   set_batch_keep(set_batch *b, const set *s, bool there);
/* A random member, uniformly; room has LISTPACK_INT_TEXT bytes. The set must not be empty. */
slice  set_random(const set *s, char *room);
/* SSCAN: small encodings give everything at once; returns the next cursor. */
uint64_t set_scan(const set *s, uint64_t cursor, void (*each)(slice text, void *context), void *context);
extern const type set_type;
#endif
