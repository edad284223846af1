#include "text.h"

#include "call.h"
#include "debug.h"
#include "memory.h"

/* Every byte counts: the order of pairs() depends on this hash. */
static uint32_t hash_bytes(const char *data, size_t length)
{
    uint32_t h = (uint32_t)length;
    while (length--) h ^= (h << 5) + (h >> 2) + (uint8_t)data[length];
    return h;
}

void lua_intern_resize(lua_state *L, uint32_t size)
{
    lua_shared *g = L->shared;
    if (g->phase == PHASE_SWEEP_STRINGS) return;
    lua_string **table = lua_memory_vector(L, NULL, 0, size, sizeof *table);
    memset(table, 0, size * sizeof *table);
    for (uint32_t i = 0; i < g->interned_size; i++) {
        lua_string *s = g->interned[i];
        while (s) {
            lua_string *next = (lua_string *)s->next;
            lua_string **chain = &table[s->hash & (size - 1)];
            s->next = (lua_object *)*chain;
            *chain = s;
            s = next;
        }
    }
    lua_memory_free(g, g->interned, g->interned_size * sizeof *table);
    g->interned = table;
    g->interned_size = size;
}

static lua_string *string_intern(lua_state *L, const char *data, size_t length)
{
    lua_shared *g = L->shared;
    uint32_t hash = hash_bytes(data, length);
    for (lua_string *s = g->interned[hash & (g->interned_size - 1)]; s; s = (lua_string *)s->next) {
        if (s->hash != hash || s->length != length || memcmp(s->data, data, length)) continue;
        if (s->mark & (g->white ^ MARK_WHITES)) s->mark ^= MARK_WHITES;
        return s;
    }
    if (g->interned_count >= g->interned_size && g->interned_size < 1u << 30) {
        lua_intern_resize(L, g->interned_size * 2);
    }
    lua_string *s = lua_memory_resize(L, NULL, 0, sizeof *s + length + 1);
    s->kind = KIND_STRING;
    s->mark = g->white;
    s->interned = 1;
    s->word = 0;
    s->hash = hash;
    s->length = length;
    memcpy(s->data, data, length);
    s->data[length] = 0;
    lua_string **chain = &g->interned[hash & (g->interned_size - 1)];
    s->next = (lua_object *)*chain;
    *chain = s;
    g->interned_count++;
    return s;
}

lua_string *lua_string_blank(lua_state *L, size_t length)
{
    if (length > L->shared->limits.string) lua_debug_error(L, "string length overflow");
    lua_string *s = lua_object_new(L, KIND_STRING, sizeof *s + length + 1);
    s->interned = 0;
    s->word = 0;
    s->length = length;
    s->data[length] = 0;
    return s;
}

lua_string *lua_string_grow(lua_state *L, lua_string *s, size_t length)
{
    lua_shared *g = L->shared;
    if (length > g->limits.string) lua_debug_error(L, "string length overflow");
    if (g->objects != (lua_object *)s || g->sweep == &s->next) {
        lua_string *copy = lua_string_blank(L, length);
        memcpy(copy->data, s->data, s->length < length ? s->length : length);
        return copy;
    }
    s = lua_memory_resize(L, s, sizeof *s + s->length + 1, sizeof *s + length + 1);
    s->length = length;
    s->data[length] = 0;
    g->objects = (lua_object *)s;
    return s;
}

lua_string *lua_string_new(lua_state *L, const char *data, size_t length)
{
    if (length <= STRING_SHORT) return string_intern(L, data, length);
    lua_string *s = lua_string_blank(L, length);
    memcpy(s->data, data, length);
    return s;
}

lua_string *lua_string_text(lua_state *L, const char *text)
{
    return lua_string_new(L, text, strlen(text));
}

uint32_t lua_string_hash(lua_string *s)
{
    if (!s->interned && !s->word) {
        s->hash = hash_bytes(s->data, s->length);
        s->word = 1;
    }
    return s->hash;
}

bool lua_string_equal_long(const lua_string *a, const lua_string *b)
{
    return a->length == b->length && !memcmp(a->data, b->data, a->length);
}

/* In the order of strcoll, part by part when there are zero bytes; the "C" locale makes that the order of bytes. */
bool lua_string_less(const lua_string *a, const lua_string *b, bool or_equal)
{
    size_t shorter = a->length < b->length ? a->length : b->length;
    int order = memcmp(a->data, b->data, shorter);
    if (order) return order < 0;
    return or_equal ? a->length <= b->length : a->length < b->length;
}

void lua_string_free(lua_shared *g, lua_string *s)
{
    if (s->interned) g->interned_count--;
    lua_memory_free(g, s, sizeof *s + s->length + 1);
}

void lua_source_name(const char *name, char *out)
{
    enum { WIDTH = SOURCE_WIDTH };
    if (*name == '=') {
        strncpy(out, name + 1, WIDTH - 1);
        out[WIDTH - 1] = 0;
        return;
    }
    if (*name == '@') {
        size_t room = WIDTH - sizeof " '...' ", length = strlen(++name);
        bool cut = length > room;
        if (cut) name += length - room;
        strcpy(out, cut ? "..." : "");
        strcat(out, name);
        return;
    }
    size_t room = WIDTH - sizeof " [string \"...\"] ", length = strcspn(name, "\n\r");
    if (length > room) length = room;
    strcpy(out, "[string \"");
    strncat(out, name, length);
    if (name[length]) strcat(out, "...");
    strcat(out, "\"]");
}
