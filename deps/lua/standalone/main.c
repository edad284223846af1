#include "standalone.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* The lua program: runs a script, or text given with -e, or reads lines and answers. */

static void *resize(void *context, void *p, size_t previous, size_t next)
{
    (void)context;
    (void)previous;
    if (next) return realloc(p, next);
    free(p);
    return NULL;
}

static double cpu_seconds(void *context)
{
    (void)context;
    return (double)clock() / CLOCKS_PER_SEC;
}

static int traceback(lua_state *L)
{
    if (!lua_is_string(L, 1)) {
        if (lua_is_missing(L, 1) || !lua_get_metafield(L, 1, "__tostring")) return lua_top_set(L, 1), 1;
        lua_push(L, 1);
        lua_call(L, 1, 1);
        return 1;
    }
    lua_push_traceback(L, L, lua_to_string(L, 1, NULL), 1);
    return 1;
}

static int report(lua_state *L, lua_status status)
{
    if (status == LUA_OK) return 0;
    const char *message = lua_to_string(L, -1, NULL);
    fprintf(stderr, "lua: %s\n", message ? message : "(error object is not a string)");
    lua_drop(L, 1);
    return 1;
}

/* Calls the function below n arguments with the traceback handler. */
static lua_status run(lua_state *L, int n, int results)
{
    int base = lua_top(L) - n;
    lua_push_function(L, traceback, 0);
    lua_insert(L, base);
    lua_status status = lua_protected_call(L, n, results, base);
    lua_remove(L, base);
    return status;
}

static int run_text(lua_state *L, const char *text, const char *name)
{
    lua_status status = lua_load(L, text, strlen(text), name);
    return report(L, status == LUA_OK ? run(L, 0, 0) : status);
}

static int run_file(lua_state *L, const char *path, int arguments)
{
    if (!standalone_load_file(L, path)) {
        lua_remove(L, -2);
        lua_insert(L, -1 - arguments);
        lua_drop(L, arguments);
        return report(L, LUA_ERROR_SYNTAX);
    }
    lua_insert(L, -1 - arguments);
    return report(L, run(L, arguments, 0));
}

static bool incomplete(lua_state *L, lua_status status)
{
    size_t length;
    const char *message = lua_to_string(L, -1, &length);
    static const char end[] = "near '<eof>'";
    return status == LUA_ERROR_SYNTAX && length >= sizeof end - 1 && !strcmp(message + length - (sizeof end - 1), end);
}

/* Reads one statement or `= expression`, over several lines if need be, and leaves its function. */
static lua_status read_statement(lua_state *L, bool *end)
{
    char line[4096];
    size_t used = 0;
    char *text = NULL;
    lua_status status = LUA_ERROR_SYNTAX;
    *end = false;
    for (bool first = true;; first = false) {
        if (isatty(0)) fputs(first ? "> " : ">> ", stdout), fflush(stdout);
        if (!fgets(line, sizeof line, stdin)) {
            if (first) *end = true;
            break;
        }
        size_t more = strlen(line);
        char *bigger = realloc(text, used + more + 8);
        if (!bigger) break;
        text = bigger;
        if (first && *line == '=') used = (size_t)sprintf(text, "return %s", line + 1);
        else memcpy(text + used, line, more + 1), used += more;
        if (!first) lua_drop(L, 1);
        status = lua_load(L, text, used, "=stdin");
        if (!incomplete(L, status)) break;
    }
    free(text);
    return status;
}

static void converse(lua_state *L)
{
    for (bool end = false; !end;) {
        lua_top_set(L, 0);
        lua_status status = read_statement(L, &end);
        if (end) break;
        if (status == LUA_OK) status = run(L, 0, LUA_MULTIPLE);
        if (report(L, status) || !lua_top(L)) continue;
        lua_get_field(L, LUA_GLOBALS, "print");
        lua_insert(L, 1);
        report(L, lua_protected_call(L, lua_top(L) - 1, 0, 0));
    }
    if (isatty(0)) putchar('\n');
}

static void set_arguments(lua_state *L, int count, char **arguments, int script)
{
    lua_push_table(L, 0, 0);
    for (int i = 0; i < count; i++) {
        lua_push_number(L, i - script);
        lua_push_text(L, arguments[i]);
        lua_raw_set(L, -3);
    }
    lua_set_field(L, LUA_GLOBALS, "arg");
}

int main(int count, char **arguments)
{
    lua_host host = {resize, cpu_seconds, NULL, NULL};
    lua_state *L = lua_open(&host);
    if (!L) return 1;
    lua_open_libraries(L);
    standalone_open(L);
    int i = 1, failed = 0;
    bool talk = true;
    for (; i + 1 < count && !strcmp(arguments[i], "-e"); i += 2) {
        talk = false;
        failed |= run_text(L, arguments[i + 1], "=(command line)");
    }
    set_arguments(L, count, arguments, i);
    if (i < count) {
        for (int n = i + 1; n < count && lua_reserve(L, 1); n++) lua_push_text(L, arguments[n]);
        failed |= run_file(L, strcmp(arguments[i], "-") ? arguments[i] : NULL, lua_top(L));
    } else if (talk && isatty(0)) {
        puts("Lua 5.1");
        converse(L);
    } else if (talk) {
        failed |= run_file(L, NULL, 0);
    }
    lua_close(L);
    return failed;
}
