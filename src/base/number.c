/* number.c -- numbers as text, both ways (behaviour.md section 22); the digits of doubles come from shortest.c. */
#include "base/number.h"

#include "base/memory.h"
#include "base/shortest.h"
#include "base/text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* -- integers -------------------------------------------------------------- */

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* 19 digits always fit, so only the 20th can overflow. */
bool number_parse_unsigned(slice s, uint64_t *out) {
    if (s.len == 0 || s.len > 20) return false;
    if (s.at[0] == '0') {
        *out = 0;
        return s.len == 1;
    }
    uint64_t n = 0;
    size_t safe = s.len < 20 ? s.len : 19;
    for (size_t i = 0; i < safe; i++) {
        if (!is_digit(s.at[i])) return false;
        n = n * 10 + (uint64_t)(s.at[i] - '0');
    }
    if (s.len == 20) {
        if (!is_digit(s.at[19])) return false;
        uint64_t last = (uint64_t)(s.at[19] - '0');
        if (__builtin_mul_overflow(n, 10, &n) || __builtin_add_overflow(n, last, &n)) return false;
    }
    *out = n;
    return true;
}

bool number_parse_int(slice s, int64_t *out) {
    bool negative = s.len > 1 && s.at[0] == '-';
    uint64_t n;
    if (s.len > 20 || !number_parse_unsigned(slice_make(s.at + negative, s.len - negative), &n)) return false;
    if (negative && n == 0) return false;
    if (n > (uint64_t)INT64_MAX + negative) return false;
    *out = negative ? (int64_t)-n : (int64_t)n;
    return true;
}

bool number_parse_memory(slice s, uint64_t *out) {
    static const struct { const char *word; uint64_t size; } units[] = {
        { "", 1 }, { "b", 1 }, { "k", 1000 }, { "kb", 1 << 10 }, { "m", 1000000 }, { "mb", 1 << 20 },
        { "g", 1000000000 }, { "gb", 1 << 30 },
    };
    uint64_t n = 0;
    size_t i = 0;
    bool saturated = false;
    for (; i < s.len && is_digit(s.at[i]); i++)
        saturated |= __builtin_mul_overflow(n, 10, &n) || __builtin_add_overflow(n, (uint64_t)(s.at[i] - '0'), &n);
    if (i == 0 && s.len > 0) return false;
    for (size_t u = 0; u < sizeof units / sizeof *units; u++) {
        if (!slice_is(slice_make(s.at + i, s.len - i), units[u].word)) continue;
        if (saturated || __builtin_mul_overflow(n, units[u].size, &n)) n = UINT64_MAX;
        *out = n;
        return true;
    }
    return false;
}

static int digits_of(uint64_t n) {
    int count = 1;
    for (; n >= 10000; n /= 10000) count += 4;
    return count + (n >= 10) + (n >= 100) + (n >= 1000);
}

int number_int_digits(int64_t n) {
    return n < 0 ? 1 + digits_of(-(uint64_t)n) : digits_of((uint64_t)n);
}

int number_print_unsigned(char *out, uint64_t n) {
    static const char pairs[] = "0001020304050607080910111213141516171819202122232425262728293031323334353637383940"
                                "4142434445464748495051525354555657585960616263646566676869707172737475767778798081"
                                "828384858687888990919293949596979899";
    int len = digits_of(n), at = len;
    for (; n >= 100; n /= 100) memcpy(out + (at -= 2), pairs + 2 * (n % 100), 2);
    if (n >= 10) memcpy(out, pairs + 2 * n, 2);
    else out[0] = (char)('0' + n);
    return len;
}

int number_print_int(char *out, int64_t n) {
    if (n >= 0) return number_print_unsigned(out, (uint64_t)n);
    *out = '-';
    return 1 + number_print_unsigned(out + 1, -(uint64_t)n);
}

/* -- reading doubles ------------------------------------------------------- */

typedef struct decimal {
    uint64_t digits;
    int scale;                  /* value = digits * 10^scale */
    bool negative;
} decimal;

/* Plain decimals of at most 19 digits, the whole text; anything else is strtod's business. */
static bool parse_decimal(slice s, decimal *out) {
    const char *p = s.at, *end = s.at + s.len;
    *out = (decimal){ 0 };
    if (p < end && (*p == '-' || *p == '+')) out->negative = *p++ == '-';
    const char *first = p;
    for (; p < end && is_digit(*p); p++) out->digits = out->digits * 10 + (uint64_t)(*p - '0');
    ptrdiff_t count = p - first;
    if (p < end && *p == '.') {
        const char *fraction = ++p;
        for (; p < end && is_digit(*p); p++) out->digits = out->digits * 10 + (uint64_t)(*p - '0');
        out->scale = (int)-(p - fraction);
        count += p - fraction;
    }
    if (count == 0 || count > 19) return false;
    if (p == end) return true;
    if (text_lower(*p++) != 'e') return false;
    bool down = p < end && *p == '-';
    if (p < end && (*p == '-' || *p == '+')) p++;
    if (p == end || end - p > 3) return false;
    int exponent = 0;
    for (; p < end; p++) {
        if (!is_digit(*p)) return false;
        exponent = exponent * 10 + (*p - '0');
    }
    out->scale += down ? -exponent : exponent;
    return true;
}

/* Both factors being exact doubles, their product or quotient is rounded once, hence correctly. */
static bool exact_double(decimal d, double *out) {
    static const double powers[] = { 1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                     1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };
    if (d.digits > (uint64_t)1 << 53 || d.scale < -22 || d.scale > 22) return false;
    double value = (double)d.digits;
    value = d.scale < 0 ? value / powers[-d.scale] : value * powers[d.scale];
    *out = d.negative ? -value : value;
    return true;
}

/* What strtod would skip or take for a NaN is refused beforehand. */
static bool may_be_number(slice s) {
    if (s.len == 0 || s.at[0] == ' ' || (s.at[0] >= '\t' && s.at[0] <= '\r')) return false;
    size_t sign = s.at[0] == '-' || s.at[0] == '+';
    return s.len > sign && text_lower(s.at[sign]) != 'n';
}

static bool starts_infinity(slice s) {
    size_t sign = s.at[0] == '-' || s.at[0] == '+';
    return text_lower(s.at[sign]) == 'i';
}

/* True when the text spells zero: what strtod makes 0 otherwise was too small for it. */
static bool spells_zero(slice s) {
    size_t i = s.at[0] == '-' || s.at[0] == '+';
    bool hex = s.len > i + 1 && s.at[i] == '0' && text_lower(s.at[i + 1]) == 'x';
    for (i += hex ? 2 : 0; i < s.len; i++) {
        char c = text_lower(s.at[i]);
        if (c == (hex ? 'p' : 'e')) return true;
        if (c != '0' && c != '.') return false;
    }
    return true;
}

/* Hands a NUL-terminated copy to `read`, which answers how many characters it took. */
static bool parse_copy(slice s, size_t (*read)(const char *text, void *out), void *out) {
    char small[512];
    char *text = s.len < sizeof small ? small : memory_try(s.len + 1);
    if (!text) return false;
    memcpy(text, s.at, s.len);
    text[s.len] = '\0';
    bool whole = read(text, out) == s.len;
    if (text != small) memory_free(text, s.len + 1);
    return whole;
}

static size_t read_double(const char *text, void *out) {
    char *end;
    *(double *)out = strtod(text, &end);
    return (size_t)(end - text);
}

static size_t read_long_double(const char *text, void *out) {
    char *end;
    *(long double *)out = strtold(text, &end);
    return (size_t)(end - text);
}

bool number_parse_double(slice s, double *out) {
    decimal d;
    if (parse_decimal(s, &d) && exact_double(d, out)) return true;
    double value;
    if (!may_be_number(s) || !parse_copy(s, read_double, &value)) return false;
    if (isnan(value) || (isinf(value) && !starts_infinity(s)) || (value == 0 && !spells_zero(s))) return false;
    *out = value;
    return true;
}

bool number_parse_long_double(slice s, long double *out) {
    long double value;
    if (!may_be_number(s) || !parse_copy(s, read_long_double, &value)) return false;
    if (isnan(value) || (isinf(value) && !starts_infinity(s)) || (value == 0 && !spells_zero(s))) return false;
    *out = value;
    return true;
}

/* -- printing doubles ------------------------------------------------------ */

static int put(char *out, const char *text) {
    size_t len = strlen(text);
    memcpy(out, text, len);
    return (int)len;
}

/* 12300 from 123 and 2 zeros. */
static int print_whole(char *out, const char *digits, int count, int zeros) {
    memcpy(out, digits, (size_t)count);
    memset(out + count, '0', (size_t)zeros);
    return count + zeros;
}

/* 1.23 or 0.00123: the point stands `fraction` digits before the end. */
static int print_point(char *out, const char *digits, int count, int fraction) {
    if (fraction < count) {
        memcpy(out, digits, (size_t)(count - fraction));
        out[count - fraction] = '.';
        memcpy(out + count - fraction + 1, digits + count - fraction, (size_t)fraction);
        return count + 1;
    }
    int zeros = fraction - count;
    memcpy(out, "0.", 2);
    memset(out + 2, '0', (size_t)zeros);
    memcpy(out + 2 + zeros, digits, (size_t)count);
    return 2 + zeros + count;
}

/* 1.23e+45, the exponent without padding. */
static int print_exponent(char *out, const char *digits, int count, int exponent) {
    int len = 0;
    out[len++] = digits[0];
    if (count > 1) {
        out[len++] = '.';
        memcpy(out + len, digits + 1, (size_t)count - 1);
        len += count - 1;
    }
    out[len++] = 'e';
    out[len++] = exponent < 0 ? '-' : '+';
    return len + number_print_int(out + len, exponent < 0 ? -exponent : exponent);
}

int number_print_double(char *out, double d) {
    if (d != 0 && fabs(d) <= 0x1p62 && d == (double)(int64_t)d) return number_print_int(out, (int64_t)d);
    return number_print_shortest(out, d);
}

int number_print_shortest(char *out, double d) {
    if (isnan(d)) return put(out, "nan");
    if (isinf(d)) return put(out, d < 0 ? "-inf" : "inf");
    if (d == 0) return put(out, signbit(d) ? "-0" : "0");
    int len = 0;
    if (d < 0) out[len++] = '-';
    int scale;
    char digits[NUMBER_INT_TEXT];
    int count = number_print_unsigned(digits, shortest_decimal(fabs(d), &scale));
    int exponent = scale + count - 1, size = exponent < 0 ? -exponent : exponent;
    if (scale >= 0 && size < count + 7) return len + print_whole(out + len, digits, count, scale);
    if (scale < 0 && (scale > -7 || size < 4)) return len + print_point(out + len, digits, count, -scale);
    return len + print_exponent(out + len, digits, count, exponent);
}

int number_print_long_double(char *out, long double d) {
    if (isnan(d)) return put(out, "nan");
    if (isinf(d)) return put(out, d < 0 ? "-inf" : "inf");
    int len = snprintf(out, NUMBER_LONG_DOUBLE_TEXT, "%.17Lf", d);
    while (out[len - 1] == '0') len--;
    if (out[len - 1] == '.') len--;
    if (len == 2 && out[0] == '-' && out[1] == '0') {
        out[0] = '0';
        len = 1;
    }
    return len;
}

int number_print_human(char *out, uint64_t size) {
    static const char units[] = "BKMGTP";
    if (size < 1024 || size >> 60) return snprintf(out, NUMBER_DOUBLE_TEXT, "%lluB", (unsigned long long)size);
    double value = (double)size;
    int unit = 0;
    for (uint64_t left = size; left >= 1024; left >>= 10) {
        value /= 1024;
        unit++;
    }
    return snprintf(out, NUMBER_DOUBLE_TEXT, "%.2f%c", value, units[unit]);
}
