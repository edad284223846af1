/* list.h -- the list value: one listpack while small, a quicklist beyond (behaviour.md section 20). */
#ifndef STORE_LIST_H
#define STORE_LIST_H
#include "base/tagged.h"
#include "data/quicklist.h"
#include "store/type.h"

enum list_form { LIST_PACK, LIST_QUICK };
typedef struct list { tagged as; } list;

static inline bool list_packed(const list *l) { return tagged_tag(l->as) == LIST_PACK; }
static inline listpack *list_pack(const list *l) { return tagged_at(l->as); }         /* each only in its form */
static inline quicklist *list_quick(const list *l) { return tagged_at(l->as); }

list  *list_new(void);
size_t list_length(const list *l);
void   list_push(list *l, enum quicklist_end end, slice text);
/* Several at once: the choice of encoding looks at all of them first, as Redis does. */
void   list_push_all(list *l, enum quicklist_end end, const slice *texts, int count);
listpack_value list_peek(const list *l, enum quicklist_end end);     /* must not be empty; valid until the next change */
void   list_pop(list *l, enum quicklist_end end);
/* The same without list_shrink, which is up to who goes on with the list. */
void   list_drop(list *l, enum quicklist_end end);
size_t list_remove_range(list *l, long index, size_t count);

/* A walk over either encoding, under the rules of quicklist_walk. */
typedef struct list_walk { list *list; quicklist_walk quick; uint8_t *at; } list_walk;
bool   list_seek(list_walk *w, list *l, long index);
bool   list_next(list_walk *w);
bool   list_previous(list_walk *w);
/* The rest of a run of elements that stand in one listpack, from here on: NULL when this one stands alone. list_next_run goes
 * behind it. */
const uint8_t *list_run(const list_walk *w);
bool   list_next_run(list_walk *w);
void   list_stop(list_walk *w);
listpack_value list_value(const list_walk *w);
bool   list_is(const list_walk *w, slice text);
bool   list_remove(list_walk *w, bool backward);
/* Both only after list_expect, which changes the encoding if this text asks for it: Redis does so before it looks for the place, and
 * whether or not there is one. */
void   list_expect(list *l, slice text);
void   list_insert(list_walk *w, slice text, bool after);
void   list_replace(list_walk *w, slice text);
/* After removals: a quicklist of one small node becomes a listpack again. */
void   list_shrink(list *l);
void   list_set_plain_from(size_t size);                             /* DEBUG QUICKLIST-PACKED-THRESHOLD; 0 is the default */
extern const type list_type;
#endif
