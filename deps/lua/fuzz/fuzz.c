/* A libFuzzer target: the input is a program, run under tight limits; half of the inputs also meet failing allocations. */

#include "../lua.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    size_t used;
    long refuse_after;
} heap;

static void *resize(void *context, void *p, size_t previous, size_t next)
{
    heap *h = context;
    if (!next) {
        h->used -= previous;
        free(p);
        return NULL;
    }
    if (next > previous && h->refuse_after >= 0 && h->refuse_after-- == 0) return NULL;
    void *result = realloc(p, next);
    if (result) h->used += next - previous;
    return result;
}

static double no_clock(void *context)
{
    (void)context;
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    heap h = {.refuse_after = -1};
    lua_host host = {resize, no_clock, NULL, &h};
    lua_state *L = lua_open(&host);
    lua_open_libraries(L);
    lua_limits limits = {.memory = 8 << 20, .instructions = 20000, .frames = 500, .string = 1 << 20};
    lua_limits_set(L, &limits);
    if (size && data[0] & 1) h.refuse_after = data[0] * 4;
    if (lua_load(L, (const char *)data, size, "=fuzz") == LUA_OK) lua_protected_call(L, 0, 0, 0);
    h.refuse_after = -1;
    lua_close(L);
    if (h.used) abort();
    return 0;
}
