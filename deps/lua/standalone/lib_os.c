#include "standalone.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* Field `name` of the table at 1 as a number; `otherwise` when it isn't one, an error if that is negative. */
static int date_field(lua_state *L, const char *name, int otherwise)
{
    lua_get_field(L, 1, name);
    bool found = lua_is_number(L, -1);
    int value = found ? (int)lua_to_integer(L, -1) : otherwise;
    if (!found && otherwise < 0) lua_fail(L, "field '%s' missing in date table", name);
    lua_drop(L, 1);
    return value;
}

static time_t table_time(lua_state *L)
{
    struct tm when = {0};
    lua_check_table(L, 1);
    when.tm_sec = date_field(L, "sec", 0);
    when.tm_min = date_field(L, "min", 0);
    when.tm_hour = date_field(L, "hour", 12);
    when.tm_mday = date_field(L, "day", -1);
    when.tm_mon = date_field(L, "month", -1) - 1;
    when.tm_year = date_field(L, "year", -1) - 1900;
    lua_get_field(L, 1, "isdst");
    when.tm_isdst = lua_is_nil(L, -1) ? -1 : lua_to_boolean(L, -1);
    return mktime(&when);
}

static int os_time(lua_state *L)
{
    time_t when = lua_is_missing(L, 1) ? time(NULL) : table_time(L);
    if (when == (time_t)-1) lua_push_nil(L);
    else lua_push_number(L, (double)when);
    return 1;
}

static void set_number(lua_state *L, const char *name, int n)
{
    lua_push_number(L, n);
    lua_set_field(L, -2, name);
}

static void push_date_table(lua_state *L, const struct tm *parts)
{
    lua_push_table(L, 0, 9);
    set_number(L, "sec", parts->tm_sec);
    set_number(L, "min", parts->tm_min);
    set_number(L, "hour", parts->tm_hour);
    set_number(L, "day", parts->tm_mday);
    set_number(L, "month", parts->tm_mon + 1);
    set_number(L, "year", parts->tm_year + 1900);
    set_number(L, "wday", parts->tm_wday + 1);
    set_number(L, "yday", parts->tm_yday + 1);
    if (parts->tm_isdst < 0) return;
    lua_push_boolean(L, parts->tm_isdst > 0);
    lua_set_field(L, -2, "isdst");
}

/* One conversion at a time, so that the length of the format bounds the text. */
static void push_date_text(lua_state *L, const char *format, const struct tm *parts)
{
    lua_buffer b;
    lua_buffer_open(&b, L);
    for (; *format; format++) {
        if (*format != '%' || !format[1]) {
            lua_buffer_byte(&b, *format);
            continue;
        }
        char conversion[] = {'%', *++format, 0}, text[200];
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        lua_buffer_bytes(&b, text, strftime(text, sizeof text, conversion, parts));
#pragma GCC diagnostic pop
    }
    lua_buffer_close(&b);
}

static int os_date(lua_state *L)
{
    const char *format = lua_is_missing(L, 1) ? "%c" : lua_check_string(L, 1, NULL);
    time_t when = lua_is_missing(L, 2) ? time(NULL) : (time_t)lua_check_number(L, 2);
    struct tm *parts = *format == '!' ? gmtime(&when) : localtime(&when);
    if (*format == '!') format++;
    if (!parts) lua_push_nil(L);
    else if (!strcmp(format, "*t")) push_date_table(L, parts);
    else push_date_text(L, format, parts);
    return 1;
}

static int os_difftime(lua_state *L)
{
    lua_push_number(L, difftime((time_t)lua_check_number(L, 1), (time_t)lua_default_number(L, 2, 0)));
    return 1;
}

static int os_getenv(lua_state *L)
{
    const char *value = getenv(lua_check_string(L, 1, NULL));
    if (value) lua_push_text(L, value);
    else lua_push_nil(L);
    return 1;
}

static int os_execute(lua_state *L)
{
    fflush(NULL);
    lua_push_number(L, system(lua_is_missing(L, 1) ? NULL : lua_check_string(L, 1, NULL)));
    return 1;
}

static int os_exit(lua_state *L) { exit((int)lua_default_integer(L, 1, EXIT_SUCCESS)); }

static int os_remove(lua_state *L)
{
    const char *path = lua_check_string(L, 1, NULL);
    return standalone_push_outcome(L, remove(path) == 0, path);
}

static int os_rename(lua_state *L)
{
    const char *from = lua_check_string(L, 1, NULL);
    return standalone_push_outcome(L, rename(from, lua_check_string(L, 2, NULL)) == 0, from);
}

/* The file is made, so that nobody else gets the same name. */
static int os_tmpname(lua_state *L)
{
    char path[] = "/tmp/lua_XXXXXX";
    int handle = mkstemp(path);
    if (handle < 0) lua_fail(L, "unable to generate a unique filename");
    close(handle);
    lua_push_text(L, path);
    return 1;
}

void standalone_open_os(lua_state *L)
{
    static const lua_entry entries[] = {
        {"date", os_date}, {"difftime", os_difftime}, {"execute", os_execute}, {"exit", os_exit}, {"getenv", os_getenv},
        {"remove", os_remove}, {"rename", os_rename}, {"time", os_time}, {"tmpname", os_tmpname}, {NULL, NULL},
    };
    lua_register_library(L, "os", entries);
    lua_drop(L, 1);
}
