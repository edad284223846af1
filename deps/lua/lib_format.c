#include "call.h"
#include "library.h"
#include "text.h"

#include <stdio.h>

/* string.format */

enum { OPTION_SIZE = 24, ITEM_SIZE = 512 };

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* Copies "%<flags><width>.<precision>" to option; returns where the conversion letter is. */
static const char *read_option(lua_state *L, const char *p, char *option)
{
    const char *start = p;
    while (*p && strchr("-+ #0", *p)) p++;
    if (p - start > 5) lua_fail(L, "invalid format (repeated flags)");
    if (is_digit(*p)) p++;
    if (is_digit(*p)) p++;
    if (*p == '.') {
        p++;
        if (is_digit(*p)) p++;
        if (is_digit(*p)) p++;
    }
    if (is_digit(*p)) lua_fail(L, "invalid format (width or precision too long)");
    *option++ = '%';
    memcpy(option, start, (size_t)(p - start));
    option[p - start] = 0;
    return p;
}

static void add_quoted(lua_state *L, lua_buffer *b, int argument)
{
    size_t length;
    const char *text = lua_check_string(L, argument, &length);
    lua_buffer_byte(b, '"');
    for (size_t i = 0; i < length; i++) {
        switch (text[i]) {
        case '"': case '\\': case '\n':
            lua_buffer_byte(b, '\\');
            lua_buffer_byte(b, text[i]);
            break;
        case '\r': lua_buffer_bytes(b, "\\r", 2); break;
        case 0: lua_buffer_bytes(b, "\\000", 4); break;
        default: lua_buffer_byte(b, text[i]);
        }
    }
    lua_buffer_byte(b, '"');
}

static uint64_t to_unsigned(double n)
{
    if (n < 0) return n >= -0x1p63 ? (uint64_t)(int64_t)n : (uint64_t)INT64_MIN;
    return n < 0x1p64 ? (uint64_t)n : 0;
}

#pragma GCC diagnostic ignored "-Wformat-nonliteral"

static void add_item(lua_state *L, lua_buffer *b, char *option, char letter, int argument)
{
    char item[ITEM_SIZE];
    size_t end = strlen(option), length = 0;
    switch (letter) {
    case 'c':
        strcpy(option + end, "c");
        snprintf(item, sizeof item, option, (int)lua_check_number(L, argument));
        break;
    case 'd': case 'i':
        strcpy(option + end, "lld");
        snprintf(item, sizeof item, option, (long long)lua_check_integer(L, argument));
        break;
    case 'o': case 'u': case 'x': case 'X':
        memcpy(option + end, (char[]){'l', 'l', letter, 0}, 4);
        snprintf(item, sizeof item, option, (unsigned long long)to_unsigned(lua_check_number(L, argument)));
        break;
    case 'e': case 'E': case 'f': case 'g': case 'G':
        memcpy(option + end, (char[]){letter, 0}, 2);
        snprintf(item, sizeof item, option, lua_check_number(L, argument));
        break;
    case 'q':
        add_quoted(L, b, argument);
        return;
    case 's': {
        const char *text = lua_check_string(L, argument, &length);
        if (end == 1 || (!strchr(option, '.') && length >= 100)) {
            if (end == 1 && length < 100) length = strlen(text);
            lua_buffer_bytes(b, text, length);
            return;
        }
        strcpy(option + end, "s");
        snprintf(item, sizeof item, option, text);
        break;
    }
    case 0: lua_fail(L, "invalid option '%%' to 'format'");
    default: lua_fail(L, "invalid option '%%%c' to 'format'", letter);
    }
    lua_buffer_bytes(b, item, strlen(item));
}

int lua_string_format(lua_state *L)
{
    size_t length;
    const char *p = lua_check_string(L, 1, &length), *end = p + length;
    int argument = 1, top = lua_top(L);
    lua_buffer b;
    lua_buffer_open(&b, L);
    while (p < end) {
        if (*p != '%') {
            lua_buffer_byte(&b, *p++);
        } else if (*++p == '%') {
            lua_buffer_byte(&b, *p++);
        } else {
            char option[OPTION_SIZE];
            if (++argument > top) lua_bad_argument(L, argument, "no value");
            p = read_option(L, p, option);
            add_item(L, &b, option, *p, argument);
            p++;
        }
    }
    lua_buffer_close(&b);
    return 1;
}
