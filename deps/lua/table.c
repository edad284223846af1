#include "table.h"

#include "call.h"
#include "debug.h"
#include "gc.h"
#include "memory.h"

enum { LOG2_MAXIMUM = 26 };

/* What tables without nodes point to, so that look-ups need no test. Never written. */
static lua_node no_nodes = {VALUE_NIL, VALUE_NIL, 0};

static size_t node_count(const lua_table *t)
{
    return t->nodes == &no_nodes ? 0 : (size_t)1 << t->log2_nodes;
}

/* The array index a key stands for, or 0. */
static uint32_t array_index(lua_value key)
{
    if (!is_number(key)) return 0;
    double d = number_of(key);
    if (!(d >= 1 && d <= (double)(1u << LOG2_MAXIMUM))) return 0;
    uint32_t i = (uint32_t)d;
    return (double)i == d ? i : 0;
}

static lua_node *main_node(const lua_table *t, lua_value key)
{
    uint32_t size = 1u << t->log2_nodes;
    if (is_string(key)) return &t->nodes[lua_string_hash(string_of(key)) & (size - 1)];
    if (is_number(key)) {
        if (number_of(key) == 0) return t->nodes;
        return &t->nodes[((uint32_t)key + (uint32_t)(key >> 32)) % ((size - 1) | 1)];
    }
    if (is_boolean(key)) return &t->nodes[(key == VALUE_TRUE) & (size - 1)];
    return &t->nodes[(uint32_t)(uintptr_t)pointer_of(key) % ((size - 1) | 1)];
}

static bool same_key(lua_value a, lua_value b)
{
    if (a == b) return true;
    if (is_number(a)) return is_number(b) && number_of(a) == number_of(b);
    return is_string(a) && is_string(b) && string_equal(string_of(a), string_of(b));
}

static lua_node *find_node(const lua_table *t, lua_value key)
{
    lua_node *n = main_node(t, key);
    for (;;) {
        if (same_key(n->key, key)) return n;
        if (!n->next) return NULL;
        n += n->next;
    }
}

lua_value *lua_table_find_integer(lua_table *t, int64_t key)
{
    if ((uint64_t)key - 1 < t->slots) return &t->array[key - 1];
    if (t->nodes == &no_nodes) return NULL;
    lua_node *n = find_node(t, value_of_result((double)key));
    return n ? &n->value : NULL;
}

lua_value *lua_table_find(lua_table *t, lua_value key)
{
    uint32_t i = array_index(key);
    if (i && i <= t->slots) return &t->array[i - 1];
    if (is_nil(key) || (is_number(key) && number_of(key) != number_of(key))) return NULL;
    lua_node *n = find_node(t, key);
    return n ? &n->value : NULL;
}

lua_value lua_table_get(lua_table *t, lua_value key)
{
    lua_value *place = lua_table_find(t, key);
    return place ? *place : VALUE_NIL;
}

lua_value lua_table_get_integer(lua_table *t, int64_t key)
{
    lua_value *place = lua_table_find_integer(t, key);
    return place ? *place : VALUE_NIL;
}

static void set_nodes(lua_state *L, lua_table *t, size_t count)
{
    t->log2_nodes = 0;
    t->cursor = 0;
    if (!count) {
        t->nodes = &no_nodes;
        return;
    }
    int log2 = 0;
    while (((size_t)1 << log2) < count) log2++;
    if (log2 > LOG2_MAXIMUM) lua_debug_error(L, "table overflow");
    size_t size = (size_t)1 << log2;
    lua_node *nodes = lua_memory_vector(L, NULL, 0, size, sizeof *nodes);
    for (size_t i = 0; i < size; i++) nodes[i] = no_nodes;
    t->nodes = nodes;
    t->log2_nodes = (uint8_t)log2;
    t->cursor = (uint32_t)size;
}

void lua_table_resize_array(lua_state *L, lua_table *t, uint32_t slots)
{
    if (slots < t->slots) return;
    t->array = lua_memory_vector(L, t->array, t->slots, slots, sizeof *t->array);
    for (uint32_t i = t->slots; i < slots; i++) t->array[i] = VALUE_NIL;
    t->slots = slots;
}

/* Gives the table a new shape. When memory fails on the way the table is as before. */
static void resize(lua_state *L, lua_table *t, uint32_t slots, size_t fields)
{
    lua_node *old = t->nodes;
    size_t old_count = node_count(t);
    uint32_t old_slots = t->slots;
    lua_table fresh = *t;
    set_nodes(L, &fresh, fields);
    if (slots > old_slots) {
        lua_value *array = lua_memory_try(L, t->array, old_slots * sizeof *array, slots * sizeof *array);
        if (!array) {
            if (fields) lua_memory_free(L->shared, fresh.nodes, node_count(&fresh) * sizeof *old);
            lua_throw(L, LUA_ERROR_MEMORY);
        }
        for (uint32_t i = old_slots; i < slots; i++) array[i] = VALUE_NIL;
        t->array = array;
        t->slots = slots;
    }
    t->nodes = fresh.nodes;
    t->log2_nodes = fresh.log2_nodes;
    t->cursor = fresh.cursor;
    if (slots < old_slots) {
        t->slots = slots;
        for (uint32_t i = slots; i < old_slots; i++) {
            if (!is_nil(t->array[i])) *lua_table_place(L, t, value_of_result((double)i + 1)) = t->array[i];
        }
        t->array = lua_memory_vector(L, t->array, old_slots, slots, sizeof *t->array);
    }
    for (size_t i = old_count; i-- > 0;) {
        if (!is_nil(old[i].value)) *lua_table_place(L, t, old[i].key) = old[i].value;
    }
    if (old != &no_nodes) lua_memory_free(L->shared, old, old_count * sizeof *old);
    if (L->shared->scanned == t) L->shared->scan_index = 0;
}

lua_table *lua_table_new(lua_state *L, size_t slots, size_t fields)
{
    lua_table *t = lua_object_new(L, KIND_TABLE, sizeof *t);
    t->absent = 0;
    t->log2_nodes = 0;
    t->slots = 0;
    t->metatable = NULL;
    t->array = NULL;
    t->nodes = &no_nodes;
    t->grey = NULL;
    t->cursor = 0;
    if (slots > 1u << LOG2_MAXIMUM) lua_debug_error(L, "table overflow");
    if (slots) lua_table_resize_array(L, t, (uint32_t)slots);
    if (fields) set_nodes(L, t, fields);
    return t;
}

void lua_table_free(lua_shared *g, lua_table *t)
{
    if (t->nodes != &no_nodes) lua_memory_free(g, t->nodes, node_count(t) * sizeof *t->nodes);
    lua_memory_free(g, t->array, t->slots * sizeof *t->array);
    lua_memory_free(g, t, sizeof *t);
}

static int ceiling_log2(uint32_t i)
{
    return i <= 1 ? 0 : 32 - __builtin_clz(i - 1);
}

/* Counts the integer keys, also by range: ranges[i] those in (2^(i-1), 2^i]. Returns how many keys there are in all. */
static uint32_t count_keys(lua_table *t, uint32_t *ranges, uint32_t *integers)
{
    uint32_t total = 0;
    for (uint32_t i = 0; i < t->slots; i++) {
        if (is_nil(t->array[i])) continue;
        ranges[ceiling_log2(i + 1)]++;
        total++;
    }
    *integers = total;
    for (size_t i = node_count(t); i-- > 0;) {
        if (is_nil(t->nodes[i].value)) continue;
        total++;
        uint32_t index = array_index(t->nodes[i].key);
        if (!index) continue;
        ranges[ceiling_log2(index)]++;
        ++*integers;
    }
    return total;
}

/* A full array, and nothing else, that goes on behind its end. */
static bool is_growing_list(const lua_table *t, uint32_t index)
{
    if (t->nodes != &no_nodes || index != t->slots + 1 || (t->slots & (t->slots - 1))) return false;
    for (uint32_t i = 0; i < t->slots; i++) if (is_nil(t->array[i])) return false;
    return true;
}

/* How many fields a table has that has nothing else; -1 when it has. */
static int64_t count_fields(const lua_table *t)
{
    int64_t total = 0;
    if (t->slots) return -1;
    for (size_t i = node_count(t); i-- > 0;) {
        if (is_nil(t->nodes[i].value)) continue;
        if (array_index(t->nodes[i].key)) return -1;
        total++;
    }
    return total;
}

/* The two common shapes come to what counting in full comes to. */
static bool rebuild_plainly(lua_state *L, lua_table *t, uint32_t index)
{
    int64_t fields = index ? -1 : count_fields(t);
    if (fields >= 0) resize(L, t, 0, (size_t)fields + 1);
    else if (index && is_growing_list(t, index)) resize(L, t, t->slots ? 2 * t->slots : 1, 0);
    else return false;
    return true;
}

/* Makes room for one more key: the array gets the largest power of two more than half of which is in use. */
static void rebuild(lua_state *L, lua_table *t, lua_value extra)
{
    uint32_t index = array_index(extra);
    if (rebuild_plainly(L, t, index)) return;
    uint32_t ranges[LOG2_MAXIMUM + 1] = {0};
    uint32_t integers, total = count_keys(t, ranges, &integers) + 1;
    if (index) {
        ranges[ceiling_log2(index)]++;
        integers++;
    }
    uint32_t slots = 0, in_array = 0, below = 0;
    for (int i = 0; i <= LOG2_MAXIMUM && integers > (1u << i) / 2; i++) {
        below += ranges[i];
        if (below <= (1u << i) / 2) continue;
        slots = 1u << i;
        in_array = below;
    }
    resize(L, t, slots, total - in_array);
}

static lua_node *free_node(lua_table *t)
{
    while (t->cursor > 0) {
        lua_node *n = &t->nodes[--t->cursor];
        if (is_nil(n->key)) return n;
    }
    return NULL;
}

static lua_value *insert(lua_state *L, lua_table *t, lua_value key)
{
    if (t->nodes == &no_nodes) {
        rebuild(L, t, key);
        return lua_table_place(L, t, key);
    }
    lua_node *main = main_node(t, key);
    if (!is_nil(main->value)) {
        lua_node *spare = free_node(t);
        if (!spare) {
            rebuild(L, t, key);
            return lua_table_place(L, t, key);
        }
        lua_node *other = main_node(t, main->key);
        if (other != main) {
            while (other + other->next != main) other += other->next;
            other->next = (int32_t)(spare - other);
            *spare = *main;
            lua_gc_barrier_value(L, t, spare->key);   /* the collector may be past the new place but not the old */
            lua_gc_barrier_value(L, t, spare->value);
            if (main->next) spare->next += (int32_t)(main - spare);
            main->next = 0;
            main->value = VALUE_NIL;
        } else {
            spare->next = main->next ? (int32_t)(main + main->next - spare) : 0;
            main->next = (int32_t)(spare - main);
            main = spare;
        }
    }
    main->key = key;
    lua_gc_barrier_value(L, t, key);
    return &main->value;
}

void lua_table_check_key(lua_state *L, lua_value key)
{
    if (is_nil(key)) lua_debug_error(L, "table index is nil");
    if (is_number(key) && number_of(key) != number_of(key)) lua_debug_error(L, "table index is NaN");
}

lua_value *lua_table_place(lua_state *L, lua_table *t, lua_value key)
{
    t->absent = 0;
    lua_value *place = lua_table_find(t, key);
    if (place) return place;
    lua_table_check_key(L, key);
    return insert(L, t, key);
}

size_t lua_table_iterate(lua_table *t, size_t position, lua_value *key, lua_value *value)
{
    for (; position < t->slots; position++) {
        if (is_nil(t->array[position])) continue;
        *key = value_of_result((double)position + 1);
        *value = t->array[position];
        return position + 1;
    }
    size_t count = node_count(t);
    for (size_t i = position - t->slots; i < count; i++) {
        if (is_nil(t->nodes[i].value)) continue;
        *key = t->nodes[i].key;
        *value = t->nodes[i].value;
        return t->slots + i + 1;
    }
    return 0;
}

static size_t as_index(lua_value key)
{
    if (!is_number(key)) return 0;
    double n = number_of(key);
    return n >= 1 && n <= INT32_MAX && n == (double)(int32_t)n ? (size_t)n : 0;
}

size_t lua_table_count(lua_table *t, size_t *highest)
{
    size_t count = 0, top = 0;
    bool indexes = true;
    for (size_t i = 0; i < t->slots; i++) {
        if (is_nil(t->array[i])) continue;
        count++;
        top = i + 1;
    }
    for (size_t i = 0, n = node_count(t); i < n; i++) {
        if (is_nil(t->nodes[i].value)) continue;
        size_t index = as_index(t->nodes[i].key);
        count++;
        if (!index) indexes = false;
        else if (index > top) top = index;
    }
    *highest = indexes ? top : 0;
    return count;
}

/* One past the position of a key in traversal order; 0 when it isn't there. A key whose object was collected during
 * the traversal is recognised by its address. */
static size_t position_of(lua_table *t, lua_value key)
{
    uint32_t i = array_index(key);
    if (i && i <= t->slots) return i;
    if (is_number(key) && number_of(key) != number_of(key)) return 0;
    if (t->nodes == &no_nodes) return 0;
    for (lua_node *n = main_node(t, key);; n += n->next) {
        bool dead = is_dead_key(n->key) && is_collectable(key) && pointer_of(n->key) == pointer_of(key);
        if (dead || same_key(n->key, key)) return t->slots + (size_t)(n - t->nodes) + 1;
        if (!n->next) return 0;
    }
}

bool lua_table_next(lua_state *L, lua_table *t, lua_value *key, lua_value *value)
{
    size_t position = 0;
    if (!is_nil(*key)) {
        position = position_of(t, *key);
        if (!position) lua_debug_error(L, "invalid key to 'next'");
    }
    return lua_table_iterate(t, position, key, value) != 0;
}

/* A border beyond the array: doubles until it meets nil, then bisects. */
static size_t unbound_border(lua_table *t, int64_t low)
{
    int64_t high = low + 1;
    while (!is_nil(lua_table_get_integer(t, high))) {
        low = high;
        if (high > INT32_MAX / 2) {
            low = 1;
            while (!is_nil(lua_table_get_integer(t, low))) low++;
            return (size_t)low - 1;
        }
        high *= 2;
    }
    while (high - low > 1) {
        int64_t middle = (low + high) / 2;
        if (is_nil(lua_table_get_integer(t, middle))) high = middle;
        else low = middle;
    }
    return (size_t)low;
}

size_t lua_table_border(lua_table *t)
{
    uint32_t high = t->slots;
    if (high && is_nil(t->array[high - 1])) {
        uint32_t low = 0;
        while (high - low > 1) {
            uint32_t middle = (low + high) / 2;
            if (is_nil(t->array[middle - 1])) high = middle;
            else low = middle;
        }
        return low;
    }
    if (t->nodes == &no_nodes) return high;
    return unbound_border(t, high);
}

void lua_table_writable(lua_state *L, lua_table *t)
{
    if (t->mark & MARK_READONLY) lua_debug_error(L, "Attempt to modify a readonly table");
}

void lua_table_set(lua_state *L, lua_table *t, lua_value key, lua_value value)
{
    lua_table_writable(L, t);
    *lua_table_place(L, t, key) = value;
    lua_gc_barrier_value(L, t, value);
}

void lua_table_set_integer(lua_state *L, lua_table *t, int64_t key, lua_value value)
{
    lua_table_set(L, t, value_of_result((double)key), value);
}
