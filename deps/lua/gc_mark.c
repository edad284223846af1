#include "gc.h"

#include "call.h"
#include "table.h"

/* Tables with more entries than this are marked in slices, and shielded by marking what is stored in them. */
enum { BIG_TABLE = 4096, SLICE = 1024 };

static size_t entry_count(const lua_table *t)
{
    return t->slots + ((size_t)1 << t->log2_nodes);
}

static void mark_value(lua_shared *g, lua_value v)
{
    if (is_collectable(v) && is_white(object_of(v))) lua_gc_mark_object(g, object_of(v));
}

static void mark_pointer(lua_shared *g, void *p)
{
    if (p && is_white(p)) lua_gc_mark_object(g, p);
}

static lua_object **grey_link(lua_object *o)
{
    switch (o->kind) {
    case KIND_TABLE: return &((lua_table *)o)->grey;
    case KIND_THREAD: return &((lua_state *)o)->grey;
    case KIND_PROTOTYPE: return &((lua_prototype *)o)->grey;
    default: return &((lua_closure *)o)->grey;
    }
}

static void link_grey(lua_object **list, lua_object *o)
{
    *grey_link(o) = *list;
    *list = o;
}

void lua_gc_mark_object(lua_shared *g, lua_object *o)
{
    o->mark &= (uint8_t)~MARK_WHITES;
    switch (o->kind) {
    case KIND_STRING:
        o->mark |= MARK_BLACK;
        break;
    case KIND_USERDATA: {
        lua_userdata *u = (lua_userdata *)o;
        o->mark |= MARK_BLACK;
        mark_pointer(g, u->metatable);
        mark_pointer(g, u->environment);
        break;
    }
    case KIND_CELL: {
        lua_cell *c = (lua_cell *)o;
        o->mark |= MARK_BLACK;
        if (c->value == &c->u.closed) mark_value(g, c->u.closed);
        else mark_pointer(g, c->thread);
        break;
    }
    default:
        link_grey(&g->grey, o);
    }
}

void lua_gc_barrier_table(lua_shared *g, lua_table *t, lua_value v)
{
    if (g->phase != PHASE_MARK) {
        t->mark = (uint8_t)((t->mark & ~(MARK_WHITES | MARK_BLACK)) | g->white);
        return;
    }
    if (entry_count(t) > BIG_TABLE) {
        lua_gc_mark_object(g, object_of(v));
        return;
    }
    t->mark &= (uint8_t)~MARK_BLACK;
    link_grey(&g->grey_again, (lua_object *)t);
}

void lua_gc_barrier_object(lua_shared *g, lua_object *holder, lua_object *o)
{
    if (g->phase == PHASE_MARK) lua_gc_mark_object(g, o);
    else holder->mark = (uint8_t)((holder->mark & ~(MARK_WHITES | MARK_BLACK)) | g->white);
}

static int weakness(lua_shared *g, const lua_table *t)
{
    if (!t->metatable) return 0;
    lua_value *mode = table_find_name(t->metatable, value_of_string(g->events[EVENT_MODE]));
    if (!mode || !is_string(*mode)) return 0;
    const char *text = string_of(*mode)->data;
    return (strchr(text, 'k') ? 1 : 0) | (strchr(text, 'v') ? 2 : 0);
}

/* A key whose value is gone must not keep its object, nor be looked at again. */
static void retire_key(lua_node *n)
{
    if (is_nil(n->value) && is_collectable(n->key)) n->key = TAG_SPECIAL | (n->key & ~TAG_MASK);
}

/* Marks entries [from, to) of a table. */
static void mark_entries(lua_shared *g, lua_table *t, size_t from, size_t to, int weak)
{
    size_t i = from;
    for (; i < to && i < t->slots; i++) {
        if (!(weak & 2)) mark_value(g, t->array[i]);
    }
    for (; i < to; i++) {
        lua_node *n = &t->nodes[i - t->slots];
        if (is_nil(n->key)) continue;
        if (is_nil(n->value)) {
            retire_key(n);
            continue;
        }
        if (!(weak & 1)) mark_value(g, n->key);
        if (!(weak & 2)) mark_value(g, n->value);
    }
}

static size_t propagate_table(lua_shared *g, lua_table *t)
{
    mark_pointer(g, t->metatable);
    int weak = weakness(g, t);
    size_t count = entry_count(t);
    if (weak) {
        link_grey(&g->weak, (lua_object *)t);
    } else {
        t->mark |= MARK_BLACK;
        if (count > BIG_TABLE && !g->scanned && g->phase == PHASE_MARK) {
            g->scanned = t;
            g->scan_index = 0;
            return sizeof *t;
        }
    }
    if (weak != 3) mark_entries(g, t, 0, count, weak);
    return sizeof *t + count * sizeof(lua_value) * 2;
}

static size_t propagate_slice(lua_shared *g)
{
    lua_table *t = g->scanned;
    size_t count = entry_count(t), end = g->scan_index + SLICE;
    if (end > count) end = count;
    mark_entries(g, t, g->scan_index, end, 0);
    g->scan_index = end;
    if (end == count) g->scanned = NULL;
    return SLICE * sizeof(lua_value) * 2;
}

static size_t propagate_thread(lua_shared *g, lua_state *L)
{
    mark_pointer(g, L->globals);
    mark_value(g, L->handler);
    for (lua_value *v = L->stack; v < L->top; v++) mark_value(g, *v);
    for (lua_cell *c = L->open; c; c = c->u.below) c->mark = (uint8_t)((c->mark & ~MARK_WHITES) | MARK_BLACK);
    link_grey(&g->grey_again, (lua_object *)L);
    return sizeof *L + (size_t)(L->top - L->stack) * sizeof *L->stack;
}

static size_t propagate_closure(lua_shared *g, lua_closure *c)
{
    c->mark |= MARK_BLACK;
    mark_pointer(g, c->environment);
    if (is_c_function(c)) {
        for (int i = 0; i < c->count; i++) mark_value(g, c->captures[i].value);
    } else {
        mark_pointer(g, c->u.prototype);
        for (int i = 0; i < c->count; i++) mark_pointer(g, c->captures[i].cell);
    }
    return sizeof *c + c->count * sizeof(lua_value);
}

static size_t propagate_prototype(lua_shared *g, lua_prototype *p)
{
    p->mark |= MARK_BLACK;
    mark_pointer(g, p->source);
    for (int i = 0; i < p->constants_count; i++) mark_value(g, p->constants[i]);
    for (int i = 0; i < p->children_count; i++) mark_pointer(g, p->children[i]);
    for (int i = 0; i < p->locals_count; i++) mark_pointer(g, p->locals[i].name);
    for (int i = 0; i < p->captures_count; i++) mark_pointer(g, p->capture_names[i]);
    return sizeof *p + (size_t)(p->code_count + p->constants_count) * sizeof(lua_value);
}

size_t lua_gc_propagate(lua_shared *g)
{
    if (g->scanned) return propagate_slice(g);
    lua_object *o = g->grey;
    g->grey = *grey_link(o);
    switch (o->kind) {
    case KIND_TABLE: return propagate_table(g, (lua_table *)o);
    case KIND_THREAD: return propagate_thread(g, (lua_state *)o);
    case KIND_PROTOTYPE: return propagate_prototype(g, (lua_prototype *)o);
    default: return propagate_closure(g, (lua_closure *)o);
    }
}

void lua_gc_mark_roots(lua_state *L)
{
    lua_shared *g = L->shared;
    g->grey = g->grey_again = g->weak = NULL;
    g->scanned = NULL;
    mark_pointer(g, g->main);
    mark_pointer(g, L);
    mark_pointer(g, g->registry);
    mark_pointer(g, g->memory_message);
    for (int i = 0; i <= LUA_THREAD; i++) mark_pointer(g, g->metatables[i]);
    for (int i = 0; i < EVENT_COUNT; i++) mark_pointer(g, g->events[i]);
    for (lua_object *o = g->pending; o; o = o->next) mark_pointer(g, o);
}

static void propagate_all(lua_shared *g)
{
    while (g->grey || g->scanned) lua_gc_propagate(g);
}

/* Whether a weak reference to v must go. Strings count as values, not objects. */
static bool is_lost(lua_shared *g, lua_value v, bool as_value)
{
    if (!is_collectable(v)) return false;
    if (is_string(v)) {
        mark_value(g, v);
        return false;
    }
    if (is_white(object_of(v))) return true;
    return as_value && is_userdata(v) && (userdata_of(v)->mark & MARK_FINALIZED);
}

static void clear_weak(lua_shared *g, lua_table *t)
{
    int weak = weakness(g, t);
    for (uint32_t i = 0; (weak & 2) && i < t->slots; i++) {
        if (is_lost(g, t->array[i], true)) t->array[i] = VALUE_NIL;
    }
    for (size_t i = (size_t)1 << t->log2_nodes; i-- > 0;) {
        lua_node *n = &t->nodes[i];
        if (is_nil(n->key) || is_nil(n->value)) {
            if (!is_nil(n->key)) retire_key(n);
            continue;
        }
        if (is_lost(g, n->value, true) || is_lost(g, n->key, false)) {
            n->value = VALUE_NIL;
            retire_key(n);
        }
    }
}

static bool wants_finalizer(lua_shared *g, const lua_userdata *u)
{
    if (u->finalizer) return true;
    if (!u->metatable) return false;
    lua_value *gc = table_find_name(u->metatable, value_of_string(g->events[EVENT_GC]));
    return gc && !is_nil(*gc);
}

/* Moves dead userdata with finalisers to the pending list, in order of creation from last to first. */
static void separate_userdata(lua_shared *g, bool all)
{
    lua_object **last = &g->pending;
    while (*last) last = &(*last)->next;
    for (lua_object **link = &g->userdata; *link;) {
        lua_object *o = *link;
        bool dead = all || is_white(o);
        if (!dead || (o->mark & MARK_FINALIZED)) {
            link = &o->next;
            continue;
        }
        o->mark |= MARK_FINALIZED;
        if (!wants_finalizer(g, (lua_userdata *)o)) {
            link = &o->next;
            continue;
        }
        *link = o->next;
        o->next = NULL;
        *last = o;
        last = &o->next;
    }
}

void lua_gc_abandon_userdata(lua_shared *g)
{
    separate_userdata(g, true);
}

/* What is above the top of a thread at a call is dead, be it in the registers of the calling function. */
static void wipe_dead_slots(lua_object *list)
{
    for (lua_object *o = list; o; o = *grey_link(o)) {
        if (o->kind != KIND_THREAD) continue;
        lua_state *L = (lua_state *)o;
        for (lua_value *v = L->top; v < L->stack_end; v++) *v = VALUE_NIL;
    }
}

void lua_gc_atomic(lua_state *L)
{
    lua_shared *g = L->shared;
    mark_pointer(g, L);
    for (int i = 0; i <= LUA_THREAD; i++) mark_pointer(g, g->metatables[i]);
    propagate_all(g);
    g->grey = g->weak;
    g->weak = NULL;
    propagate_all(g);
    g->grey = g->grey_again;
    g->grey_again = NULL;
    propagate_all(g);
    wipe_dead_slots(g->grey_again);
    separate_userdata(g, false);
    for (lua_object *o = g->pending; o; o = o->next) mark_pointer(g, o);
    propagate_all(g);
    for (lua_object *o = g->weak; o; o = *grey_link(o)) clear_weak(g, (lua_table *)o);
    g->weak = g->grey_again = NULL;
    g->white ^= MARK_WHITES;
}
