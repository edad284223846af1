#include "standalone.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* require, module and the package table, for modules in Lua; there are no modules in C. The functions have the package
 * table as their first upvalue, so that a script which rebinds the global changes nothing. */

static const char DEFAULT_PATH[] = "./?.lua;./?/init.lua";

/* In package.loaded while a module runs. Its address is the mark. */
static char loading;

static void push_package_field(lua_state *L, const char *name) { lua_get_field(L, lua_upvalue(1), name); }

/* ---- where modules come from ---- */

/* Pushes the text with each `from` replaced. */
static void push_replaced(lua_state *L, const char *text, char from, const char *to)
{
    lua_buffer b;
    lua_buffer_open(&b, L);
    for (; *text; text++) {
        if (*text == from) lua_buffer_bytes(&b, to, strlen(to));
        else lua_buffer_byte(&b, *text);
    }
    lua_buffer_close(&b);
}

static bool readable(const char *path)
{
    FILE *file = fopen(path, "r");
    if (file) fclose(file);
    return file;
}

/* Pushes the first file of the path there is and returns true; else pushes what was tried. */
static bool search_path(lua_state *L, const char *name, const char *path)
{
    push_replaced(L, name, '.', "/");
    const char *slashed = lua_to_string(L, -1, NULL);
    lua_push_text(L, "");
    while (*path) {
        size_t length = strcspn(path, ";");
        lua_push_string(L, path, length);
        push_replaced(L, lua_to_string(L, -1, NULL), '?', slashed);
        const char *file = lua_to_string(L, -1, NULL);
        if (length && readable(file)) return true;
        lua_push_format(L, "\n\tno file '%s'", file);
        lua_remove(L, -2);
        lua_remove(L, -2);
        if (length) lua_concat(L, 2);
        else lua_drop(L, 1);
        path += length + (path[length] == ';');
    }
    return false;
}

static int preload_loader(lua_state *L)
{
    const char *name = lua_check_string(L, 1, NULL);
    push_package_field(L, "preload");
    if (!lua_is_table(L, -1)) lua_fail(L, "'package.preload' must be a table");
    lua_get_field(L, -1, name);
    if (lua_is_nil(L, -1)) lua_push_format(L, "\n\tno field package.preload['%s']", name);
    return 1;
}

static int file_loader(lua_state *L)
{
    const char *name = lua_check_string(L, 1, NULL);
    push_package_field(L, "path");
    const char *path = lua_to_string(L, -1, NULL);
    if (!path) lua_fail(L, "'package.path' must be a string");
    if (!search_path(L, name, path)) return 1;
    const char *file = lua_to_string(L, -1, NULL);
    if (standalone_load_file(L, file)) return 1;
    lua_fail(L, "error loading module '%s' from file '%s':\n\t%s", name, file, lua_to_string(L, -1, NULL));
}

/* ---- require ---- */

/* Pushes the function that loads the module, asking each of package.loaders. */
static void find_loader(lua_state *L, const char *name)
{
    push_package_field(L, "loaders");
    if (!lua_is_table(L, -1)) lua_fail(L, "'package.loaders' must be a table");
    int loaders = lua_top(L);
    lua_push_text(L, "");
    for (size_t i = 1;; i++) {
        lua_raw_get_index(L, loaders, i);
        if (lua_is_nil(L, -1)) lua_fail(L, "module '%s' not found:%s", name, lua_to_string(L, -2, NULL));
        lua_push_text(L, name);
        lua_call(L, 1, 1);
        if (lua_is_function(L, -1)) return;
        if (lua_is_string(L, -1)) lua_concat(L, 2);
        else lua_drop(L, 1);
    }
}

static int base_require(lua_state *L)
{
    const char *name = lua_check_string(L, 1, NULL);
    lua_top_set(L, 1);
    push_package_field(L, "loaded");
    lua_get_field(L, 2, name);
    if (lua_to_boolean(L, -1)) {
        if (lua_to_userdata(L, -1) == &loading) lua_fail(L, "loop or previous error loading module '%s'", name);
        return 1;
    }
    find_loader(L, name);
    lua_push_pointer(L, &loading);
    lua_set_field(L, 2, name);
    lua_push_text(L, name);
    lua_call(L, 1, 1);
    if (!lua_is_nil(L, -1)) lua_set_field(L, 2, name);
    lua_get_field(L, 2, name);
    if (lua_to_userdata(L, -1) != &loading) return 1;
    lua_push_boolean(L, true);
    lua_set_field(L, 2, name);
    lua_push_boolean(L, true);
    return 1;
}

/* ---- module ---- */

/* Pushes the table that the dotted name means among the globals, making those that lack; false when something else
 * stands in the way. */
static bool push_global_table(lua_state *L, const char *name)
{
    lua_push(L, LUA_GLOBALS);
    for (;;) {
        size_t length = strcspn(name, ".");
        lua_push_string(L, name, length);
        lua_push(L, -1);
        lua_raw_get(L, -3);
        if (lua_is_nil(L, -1)) {
            lua_drop(L, 1);
            lua_push_table(L, 0, 1);
            lua_push(L, -2);
            lua_push(L, -2);
            lua_set(L, -5);
        } else if (!lua_is_table(L, -1)) {
            return false;
        }
        lua_remove(L, -2);
        lua_remove(L, -2);
        if (!name[length]) return true;
        name += length + 1;
    }
}

/* _M is the module, _NAME its name, _PACKAGE the name up to the last dot, that included. */
static void describe_module(lua_state *L, int module, const char *name)
{
    const char *dot = strrchr(name, '.');
    lua_push(L, module);
    lua_set_field(L, module, "_M");
    lua_push_text(L, name);
    lua_set_field(L, module, "_NAME");
    lua_push_string(L, name, dot ? (size_t)(dot + 1 - name) : 0);
    lua_set_field(L, module, "_PACKAGE");
}

/* Its second upvalue is setfenv: only that reaches the environment of the caller. */
static int base_module(lua_state *L)
{
    const char *name = lua_check_string(L, 1, NULL);
    int options = lua_top(L);
    push_package_field(L, "loaded");
    lua_get_field(L, -1, name);
    if (!lua_is_table(L, -1)) {
        lua_drop(L, 1);
        if (!push_global_table(L, name)) lua_fail(L, "name conflict for module '%s'", name);
        lua_push(L, -1);
        lua_set_field(L, options + 1, name);
    }
    int module = lua_top(L);
    lua_get_field(L, module, "_NAME");
    if (lua_is_nil(L, -1)) describe_module(L, module, name);
    lua_top_set(L, module);
    lua_location caller;
    if (!lua_locate(L, 1, &caller) || caller.line < 0) lua_fail(L, "'module' not called from a Lua function");
    lua_push(L, lua_upvalue(2));
    lua_push_number(L, 2);
    lua_push(L, module);
    lua_call(L, 2, 0);
    for (int i = 2; i <= options; i++) {
        lua_push(L, i);
        lua_push(L, module);
        lua_call(L, 1, 0);
    }
    return 0;
}

/* package.seeall(module): what the module lacks is looked up among the globals. */
static int package_seeall(lua_state *L)
{
    lua_check_table(L, 1);
    if (!lua_get_metatable(L, 1)) {
        lua_push_table(L, 0, 1);
        lua_push(L, -1);
        lua_set_metatable(L, 1);
    }
    lua_push(L, LUA_GLOBALS);
    lua_set_field(L, -2, "__index");
    return 0;
}

/* ---- opening ---- */

/* LUA_PATH, in which ;; stands for the default path. */
static void push_path(lua_state *L)
{
    const char *path = getenv("LUA_PATH");
    const char *hole = path ? strstr(path, ";;") : NULL;
    if (!path) lua_push_text(L, DEFAULT_PATH);
    else if (!hole) lua_push_text(L, path);
    else lua_push_format(L, "%.*s;%s;%s", (int)(hole - path), path, DEFAULT_PATH, hole + 2);
}

static void set_loader(lua_state *L, int package, lua_function loader, size_t position)
{
    lua_push(L, package);
    lua_push_function(L, loader, 1);
    lua_raw_set_index(L, -2, position);
}

/* Sets package.loaded[name] to the global of that name. */
static void set_loaded(lua_state *L, const char *name)
{
    lua_get_field(L, LUA_GLOBALS, name);
    lua_set_field(L, -2, name);
}

void standalone_open_package(lua_state *L)
{
    static const lua_entry entries[] = {{"seeall", package_seeall}, {NULL, NULL}};
    static const char *const libraries[] = {"_G", "coroutine", "debug", "io", "math", "os", "package", "string", "table"};
    lua_register_library(L, "package", entries);
    int package = lua_top(L);
    lua_push_table(L, 0, 16);
    for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++) set_loaded(L, libraries[i]);
    lua_set_field(L, package, "loaded");
    lua_push_table(L, 0, 0);
    lua_set_field(L, package, "preload");
    lua_push_table(L, 2, 0);
    set_loader(L, package, preload_loader, 1);
    set_loader(L, package, file_loader, 2);
    lua_set_field(L, package, "loaders");
    push_path(L);
    lua_set_field(L, package, "path");
    lua_push(L, package);
    lua_push_function(L, base_require, 1);
    lua_set_field(L, LUA_GLOBALS, "require");
    lua_push(L, package);
    lua_get_field(L, LUA_GLOBALS, "setfenv");
    lua_push_function(L, base_module, 2);
    lua_set_field(L, LUA_GLOBALS, "module");
    lua_drop(L, 1);
}
