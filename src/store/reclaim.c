/* reclaim.c -- the queue of what is dying in slices. */
#include "store/reclaim.h"
#include "base/memory.h"
#include "store/entry.h"

enum { AT_ONCE = 64 };                      /* effort up to which queueing costs more than freeing */

typedef struct dying {
    struct dying *next;
    reclaim_step *step;
    void *what;
    size_t pending;                         /* objects this stands for */
} dying;

static struct {
    dying *first, *last;
    size_t pending, done;
    uint64_t queued, finished;
} state;

void reclaim_later(reclaim_step *step, void *what, size_t objects) {
    dying *d = memory_alloc(sizeof *d);
    *d = (dying){ NULL, step, what, objects };
    if (state.last) state.last->next = d;
    else state.first = d;
    state.last = d;
    state.pending += objects;
    state.queued++;
}

/* False when the value was small enough to be freed now. */
static bool queue_value(const type *t, void *value) {
    bool big = t->effort(value) > AT_ONCE;
    if (big) reclaim_later(t->free_some, value, 1);
    else t->free(value);
    return big;
}

void reclaim(const type *t, void *value) { queue_value(t, value); }

/* Its value may stand in the queue for itself, no more in its table's sum. */
static void free_entry(void *item, void *context) {
    entry *e = item;
    dying *from = context;
    if (entry_type_id(e) != TYPE_STRING) {
        size_t handed = queue_value(entry_type(e), entry_give(e));
        from->pending -= handed;
        state.pending -= handed;
    } else if (entry_encoding_of(e) == ENCODING_RAW) {
        bytes_free(entry_value(e));
    }
    entry_free_shell(e);
}

static bool free_some_entries(void *t, size_t budget) {
    table_drain(t, budget, free_entry, state.first);
    if (table_count(t)) return false;
    table_free(t, NULL, NULL);
    return true;
}

static bool free_some_nodes(void *o, size_t budget) { return order_free_some(o, budget); }

void reclaim_table(table *t) {
    if (table_count(t)) reclaim_later(free_some_entries, t, table_count(t));
    else table_free(t, NULL, NULL);
}

void reclaim_order(order *o) {
    if (order_count(o) > AT_ONCE) reclaim_later(free_some_nodes, o, 0);
    else order_free(o);
}

bool reclaim_some(size_t budget) {
    dying *d = state.first;
    if (!d) return false;
    if (!d->step(d->what, budget)) return true;
    state.pending -= d->pending;
    state.done += d->pending;
    state.finished++;
    state.first = d->next;
    if (!state.first) state.last = NULL;
    memory_free(d, sizeof *d);
    return state.first != NULL;
}

bool reclaim_waits(void) { return state.first; }
uint64_t reclaim_queued(void) { return state.queued; }
bool reclaim_reached(uint64_t queued) { return state.finished >= queued; }
size_t reclaim_pending(void) { return state.pending; }
size_t reclaim_done(void) { return state.done; }
void   reclaim_done_reset(void) { state.done = 0; }
