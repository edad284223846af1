#include "standalone.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int standalone_push_failure(lua_state *L, const char *name)
{
    int code = errno;
    lua_push_nil(L);
    if (name) lua_push_format(L, "%s: %s", name, strerror(code));
    else lua_push_text(L, strerror(code));
    lua_push_number(L, code);
    return 3;
}

int standalone_push_outcome(lua_state *L, bool done, const char *name)
{
    if (!done) return standalone_push_failure(L, name);
    lua_push_boolean(L, true);
    return 1;
}

char *standalone_read_file(const char *path, size_t *length)
{
    FILE *file = path ? fopen(path, "rb") : stdin;
    if (!file) return NULL;
    size_t capacity = 65536, used = 0, got;
    char *text = malloc(capacity);
    while (text && (got = fread(text + used, 1, capacity - used, file)) > 0) {
        used += got;
        if (used < capacity) continue;
        char *bigger = realloc(text, capacity *= 2);
        if (!bigger) free(text);
        text = bigger;
    }
    if (path) fclose(file);
    *length = used;
    return text;
}

bool standalone_load_file(lua_state *L, const char *path)
{
    size_t length, skipped = 0;
    char *text = standalone_read_file(path, &length);
    if (!text) {
        lua_push_nil(L);
        lua_push_format(L, "cannot open %s", path);
        return false;
    }
    if (length && *text == '#') {
        while (skipped < length && text[skipped] != '\n') skipped++;
    }
    char name[512];
    snprintf(name, sizeof name, path ? "@%s" : "=stdin", path);
    lua_status status = lua_load(L, text + skipped, length - skipped, name);
    free(text);
    if (status == LUA_OK) return true;
    lua_push_nil(L);
    lua_insert(L, -2);
    return false;
}

static int base_print(lua_state *L)
{
    int count = lua_top(L);
    lua_get_field(L, LUA_GLOBALS, "tostring");
    for (int i = 1; i <= count; i++) {
        lua_push(L, count + 1);
        lua_push(L, i);
        lua_call(L, 1, 1);
        size_t length;
        const char *text = lua_to_string(L, -1, &length);
        if (!text) lua_fail(L, "'tostring' must return a string to 'print'");
        if (i > 1) fputc('\t', stdout);
        fwrite(text, 1, length, stdout);
        lua_drop(L, 1);
    }
    fputc('\n', stdout);
    return 0;
}

static const char *path_argument(lua_state *L)
{
    return lua_is_missing(L, 1) ? NULL : lua_check_string(L, 1, NULL);
}

static int base_loadfile(lua_state *L) { return standalone_load_file(L, path_argument(L)) ? 1 : 2; }

static int base_dofile(lua_state *L)
{
    if (!standalone_load_file(L, path_argument(L))) lua_raise(L);
    int base = lua_top(L) - 1;
    lua_call(L, 0, LUA_MULTIPLE);
    return lua_top(L) - base;
}

void standalone_open(lua_state *L)
{
    static const lua_entry entries[] = {{"print", base_print}, {"loadfile", base_loadfile}, {"dofile", base_dofile},
        {NULL, NULL}};
    lua_push(L, LUA_GLOBALS);
    lua_register(L, entries);
    standalone_open_os(L);
    standalone_open_io(L);
    standalone_open_debug(L);
    standalone_open_package(L);
    lua_top_set(L, 0);
}
