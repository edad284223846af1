/* reclaim.c -- the queue of values and tables that are dying in slices. */
#include "store/reclaim.h"
#include "base/memory.h"
#include "store/entry.h"

enum { AT_ONCE = 64 };                      /* effort up to which queueing costs more than freeing */
enum dying_kind { DYING_VALUE, DYING_TABLE, DYING_ORDER };

typedef struct dying {
    struct dying *next;
    enum dying_kind kind;
    const type *type;                       /* DYING_VALUE */
    void *value;
    size_t pending;                         /* objects this stands for */
} dying;

static struct {
    dying *first, *last;
    size_t pending, done;
    uint64_t queued, finished;
} state;

static void enqueue(enum dying_kind kind, const type *t, void *value, size_t pending) {
    dying *d = memory_alloc(sizeof *d);
    *d = (dying){ NULL, kind, t, value, pending };
    if (state.last) state.last->next = d;
    else state.first = d;
    state.last = d;
    state.pending += pending;
    state.queued++;
}

/* False when the value was small enough to be freed now. */
static bool queue_value(const type *t, void *value) {
    bool big = t->effort(value) > AT_ONCE;
    if (big) enqueue(DYING_VALUE, t, value, 1);
    else t->free(value);
    return big;
}

void reclaim(const type *t, void *value) { queue_value(t, value); }

void reclaim_table(table *t) {
    if (table_count(t)) enqueue(DYING_TABLE, NULL, t, table_count(t));
    else table_free(t, NULL, NULL);
}

void reclaim_order(order *o) {
    if (order_count(o) > AT_ONCE) enqueue(DYING_ORDER, NULL, o, 0);
    else order_free(o);
}

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

static bool table_free_some(dying *d, size_t budget) {
    table_drain(d->value, budget, free_entry, d);
    if (table_count(d->value)) return false;
    table_free(d->value, NULL, NULL);
    return true;
}

static bool free_some(dying *d, size_t budget) {
    if (d->kind == DYING_VALUE) return d->type->free_some(d->value, budget);
    if (d->kind == DYING_TABLE) return table_free_some(d, budget);
    return order_free_some(d->value, budget);
}

bool reclaim_some(size_t budget) {
    dying *d = state.first;
    if (!d) return false;
    bool gone = free_some(d, budget);
    if (!gone) return true;
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
