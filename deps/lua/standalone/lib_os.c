#include "standalone.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

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

static int load_file(lua_state *L, const char *path)
{
    size_t length;
    char *text = standalone_read_file(path, &length);
    if (!text) {
        lua_push_nil(L);
        lua_push_format(L, "cannot open %s", path);
        return 2;
    }
    char name[512];
    snprintf(name, sizeof name, "@%s", path);
    lua_status status = lua_load(L, text, length, name);
    free(text);
    if (status == LUA_OK) return 1;
    lua_push_nil(L);
    lua_insert(L, -2);
    return 2;
}

static int base_loadfile(lua_state *L) { return load_file(L, lua_check_string(L, 1, NULL)); }

static int base_dofile(lua_state *L)
{
    if (load_file(L, lua_check_string(L, 1, NULL)) == 2) lua_raise(L);
    int base = lua_top(L) - 1;
    lua_call(L, 0, LUA_MULTIPLE);
    return lua_top(L) - base;
}

static int os_time(lua_state *L)
{
    if (!lua_is_missing(L, 1)) {
        static const char *const fields[] = {"sec", "min", "hour", "day", "month", "year"};
        int values[6] = {0, 0, 12, 0, 0, 0};
        lua_check_table(L, 1);
        for (int i = 0; i < 6; i++) {
            lua_get_field(L, 1, fields[i]);
            if (lua_is_number(L, -1)) values[i] = (int)lua_to_integer(L, -1);
            else if (i > 2) lua_fail(L, "field '%s' missing in date table", fields[i]);
            lua_drop(L, 1);
        }
        struct tm when = {.tm_sec = values[0], .tm_min = values[1], .tm_hour = values[2], .tm_mday = values[3],
                          .tm_mon = values[4] - 1, .tm_year = values[5] - 1900, .tm_isdst = -1};
        lua_push_number(L, (double)mktime(&when));
        return 1;
    }
    lua_push_number(L, (double)time(NULL));
    return 1;
}

static void set_number(lua_state *L, const char *name, int n)
{
    lua_push_number(L, n);
    lua_set_field(L, -2, name);
}

static int os_date(lua_state *L)
{
    const char *format = lua_is_missing(L, 1) ? "%c" : lua_check_string(L, 1, NULL);
    time_t when = lua_is_missing(L, 2) ? time(NULL) : (time_t)lua_check_number(L, 2);
    struct tm *parts = *format == '!' ? gmtime(&when) : localtime(&when);
    if (*format == '!') format++;
    if (!parts) return 0;
    if (!strncmp(format, "*t", 2)) {
        lua_push_table(L, 0, 9);
        set_number(L, "sec", parts->tm_sec);
        set_number(L, "min", parts->tm_min);
        set_number(L, "hour", parts->tm_hour);
        set_number(L, "day", parts->tm_mday);
        set_number(L, "month", parts->tm_mon + 1);
        set_number(L, "year", parts->tm_year + 1900);
        set_number(L, "wday", parts->tm_wday + 1);
        set_number(L, "yday", parts->tm_yday + 1);
        lua_push_boolean(L, parts->tm_isdst > 0);
        lua_set_field(L, -2, "isdst");
        return 1;
    }
    char text[512];
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    lua_push_string(L, text, strftime(text, sizeof text, format, parts));
    return 1;
}

static int os_getenv(lua_state *L)
{
    const char *value = getenv(lua_check_string(L, 1, NULL));
    if (value) lua_push_text(L, value);
    else lua_push_nil(L);
    return 1;
}

static int os_exit(lua_state *L)
{
    int code = (int)lua_default_integer(L, 1, 0);
    fflush(stdout);
    exit(code);
}

static int os_remove(lua_state *L)
{
    lua_push_boolean(L, remove(lua_check_string(L, 1, NULL)) == 0);
    return 1;
}

static int io_write(lua_state *L)
{
    for (int i = 1; i <= lua_top(L); i++) {
        size_t length;
        const char *text = lua_check_string(L, i, &length);
        fwrite(text, 1, length, stdout);
    }
    return 0;
}

/* io.read("*l" | "*a" | "*n") from standard input. */
static int io_read(lua_state *L)
{
    const char *what = lua_is_missing(L, 1) ? "*l" : lua_check_string(L, 1, NULL);
    if (what[0] == '*' && what[1] == 'n') {
        double n;
        if (scanf("%lf", &n) == 1) lua_push_number(L, n);
        else lua_push_nil(L);
        return 1;
    }
    bool all = what[0] == '*' && what[1] == 'a', any = all;
    lua_buffer b;
    lua_buffer_open(&b, L);
    for (int c; (c = getchar()) != EOF;) {
        any = true;
        if (c == '\n' && !all) break;
        lua_buffer_byte(&b, (char)c);
    }
    lua_buffer_close(&b);
    if (!any) lua_push_nil(L);
    return 1;
}

static int debug_traceback(lua_state *L)
{
    const char *message = lua_is_missing(L, 1) ? NULL : lua_check_string(L, 1, NULL);
    lua_push_traceback(L, L, message, (int)lua_default_integer(L, 2, 1));
    return 1;
}

void standalone_open(lua_state *L)
{
    static const lua_entry base[] = {{"print", base_print}, {"loadfile", base_loadfile}, {"dofile", base_dofile},
        {NULL, NULL}};
    static const lua_entry os[] = {{"time", os_time}, {"date", os_date}, {"getenv", os_getenv}, {"exit", os_exit},
                                   {"remove", os_remove}, {NULL, NULL}};
    static const lua_entry io[] = {{"write", io_write}, {"read", io_read}, {NULL, NULL}};
    static const lua_entry debug[] = {{"traceback", debug_traceback}, {NULL, NULL}};
    lua_push(L, LUA_GLOBALS);
    lua_register(L, base);
    lua_register_library(L, "os", os);
    lua_register_library(L, "io", io);
    lua_register_library(L, "debug", debug);
    lua_top_set(L, 0);
}
