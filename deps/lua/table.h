#ifndef LUA_TABLE_H
#define LUA_TABLE_H

/* Tables: an array of slots for the keys 1..slots and a hash of 2^n nodes for the rest, chained inside the node vector.
 * The order of traversal (array, then nodes from first to last) is visible to scripts and clients, so hash functions,
 * collision rule and growth are fixed. A key is never removed, its value becomes nil; the space is reclaimed when the
 * table is rebuilt for want of a free node. */

#include "object.h"
#include "text.h"

lua_table *lua_table_new(lua_state *L, size_t slots, size_t fields);
void lua_table_free(lua_shared *g, lua_table *t);
/* The value of a key, or nil. */
lua_value lua_table_get(lua_table *t, lua_value key);
lua_value lua_table_get_integer(lua_table *t, int64_t key);
/* The place of an existing key's value, or NULL. */
lua_value *lua_table_find(lua_table *t, lua_value key);
lua_value *lua_table_find_integer(lua_table *t, int64_t key);
/* Raises for nil and NaN, which can't be keys. */
void lua_table_check_key(lua_state *L, lua_value key);
/* The place of a key's value, which is created; raises for nil and NaN. The caller runs the barrier. */
lua_value *lua_table_place(lua_state *L, lua_table *t, lua_value key);
/* Grows or shrinks the array part. */
void lua_table_resize_array(lua_state *L, lua_table *t, uint32_t slots);
/* Moves to the entry after *key; false at the end. Raises "invalid key to 'next'". */
bool lua_table_next(lua_state *L, lua_table *t, lua_value *key, lua_value *value);
/* The position of the first entry at or after `position` that isn't nil, plus one; 0 at the end. */
size_t lua_table_iterate(lua_table *t, size_t position, lua_value *key, lua_value *value);
size_t lua_table_border(lua_table *t);
/* Counts the entries; *highest is the highest key if all are whole numbers from 1 to INT32_MAX, else 0. */
size_t lua_table_count(lua_table *t, size_t *highest);

/* Raises for read-only tables. */
void lua_table_writable(lua_state *L, lua_table *t);
/* Raw store with checks and barrier. */
void lua_table_set(lua_state *L, lua_table *t, lua_value key, lua_value value);
void lua_table_set_integer(lua_state *L, lua_table *t, int64_t key, lua_value value);

/* The place of an interned string's value, or NULL: the fast path of the interpreter. */
static inline lua_value *table_find_name(lua_table *t, lua_value key)
{
    lua_node *n = &t->nodes[string_of(key)->hash & ((1u << t->log2_nodes) - 1)];
    for (;;) {
        if (n->key == key) return &n->value;
        if (!n->next) return NULL;
        n += n->next;
    }
}

#endif
