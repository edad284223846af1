#include "text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

int lua_number_text(double n, char *out)
{
    int64_t i = n > -1e14 && n < 1e14 ? (int64_t)n : 0;
    if ((double)i != n || (i == 0 && value_of_result(n))) return snprintf(out, NUMBER_TEXT, "%.14g", n);
    char digits[NUMBER_TEXT];
    int count = 0, length = 0;
    uint64_t left = i < 0 ? (uint64_t)-i : (uint64_t)i;
    do digits[count++] = (char)('0' + left % 10);
    while (left /= 10);
    if (i < 0) out[length++] = '-';
    while (count) out[length++] = digits[--count];
    out[length] = 0;
    return length;
}

bool lua_text_number(const char *text, size_t length, double *out)
{
    if (length && length <= 15) {
        int64_t n = 0;
        size_t i = 0;
        while (i < length && text[i] >= '0' && text[i] <= '9') n = n * 10 + (text[i++] - '0');
        if (i == length) {
            *out = (double)n;
            return true;
        }
    }
    char *end;
    double n = strtod(text, &end);
    if (end == text) return false;
    if (*end == 'x' || *end == 'X') return false;
    while (is_blank(*end)) end++;
    if (end != text + length) return false;
    *out = number_of(value_of_number(n));
    return true;
}

static int digit_value(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'z') return c - 'a' + 10;
    if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
    return 99;
}

/* As strtoul does it: a sign negates modulo 2^64, base 16 may start with 0x, too many digits stick at the maximum. */
bool lua_text_integer(const char *text, size_t length, int base, double *out)
{
    const char *p = text, *end = text + length;
    while (p < end && is_blank(*p)) p++;
    bool negative = p < end && *p == '-';
    if (p < end && (*p == '-' || *p == '+')) p++;
    if (base == 16 && end - p > 2 && p[0] == '0' && (p[1] | 32) == 'x' && digit_value(p[2]) < 16) p += 2;
    if (p == end || digit_value(*p) >= base) return false;
    uint64_t n = 0;
    bool overflow = false;
    for (; p < end && digit_value(*p) < base; p++) {
        uint64_t digit = (uint64_t)digit_value(*p);
        if (n > (UINT64_MAX - digit) / (uint64_t)base) overflow = true;
        n = n * (uint64_t)base + digit;
    }
    while (p < end && is_blank(*p)) p++;
    if (p != end) return false;
    *out = (double)(overflow ? UINT64_MAX : negative ? -n : n);
    return true;
}

bool lua_value_number(lua_value v, double *out)
{
    if (is_number(v)) {
        *out = number_of(v);
        return true;
    }
    if (!is_string(v)) return false;
    const char *text = string_of(v)->data;
    return lua_text_number(text, strlen(text), out);    /* a zero ends the numeral, as in the reference */
}

bool lua_value_string(lua_state *L, lua_value *v)
{
    if (is_string(*v)) return true;
    if (!is_number(*v)) return false;
    char text[NUMBER_TEXT];
    int length = lua_number_text(number_of(*v), text);
    *v = value_of_string(lua_string_new(L, text, (size_t)length));
    return true;
}
