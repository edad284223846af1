/* text.c -- words, quotes and globs (behaviour.md sections 1, 18 and 24). */
#include "base/text.h"

#include "base/memory.h"

char text_lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

void text_to_lower(char *at, size_t len) {
    for (size_t i = 0; i < len; i++) at[i] = text_lower(at[i]);
}

void text_to_upper(char *text, size_t len) {
    for (size_t i = 0; i < len; i++) if (text[i] >= 'a' && text[i] <= 'z') text[i] = (char)(text[i] - 32);
}

static bool is_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    c = text_lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool is_hex(char c) {
    return hex_value(c) >= 0;
}

void text_hex(char *out, const uint8_t *at, size_t len) {
    for (size_t i = 0; i < len; i++) {
        out[2 * i] = "0123456789abcdef"[at[i] >> 4];
        out[2 * i + 1] = "0123456789abcdef"[at[i] & 15];
    }
}

bool text_unhex(uint8_t *out, slice hex) {
    if (hex.len % 2) return false;
    for (size_t i = 0; i < hex.len / 2; i++) {
        int high = hex_value(hex.at[2 * i]), low = hex_value(hex.at[2 * i + 1]);
        if (high < 0 || low < 0) return false;
        out[i] = (uint8_t)(high << 4 | low);
    }
    return true;
}

void text_flatten(bytes *b) {
    for (size_t i = 0; b && i < b->len; i++)
        if (b->at[i] == '\r' || b->at[i] == '\n') b->at[i] = ' ';
}

/* -- splitting ------------------------------------------------------------- */

static char escaped(char c) {
    switch (c) {
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    case 'b': return '\b';
    case 'a': return '\a';
    default: return c;
    }
}

/* Reads from the opening quote at *p to behind the closing one; false when that is missing or glued to more text. */
static bool split_quoted(const char **p, const char *end, bytes **word) {
    char quote = *(*p)++;
    for (; *p < end; (*p)++) {
        const char *at = *p;
        if (*at == quote) {
            *p = at + 1;
            return *p == end || is_blank(**p);
        }
        char c = *at;
        if (c == '\\' && quote == '"' && end - at > 3 && at[1] == 'x' && is_hex(at[2]) && is_hex(at[3])) {
            c = (char)(hex_value(at[2]) << 4 | hex_value(at[3]));
            *p += 3;
        } else if (c == '\\' && quote == '"' && end - at > 1) {
            c = escaped(at[1]);
            *p += 1;
        } else if (c == '\\' && quote == '\'' && end - at > 1 && at[1] == '\'') {
            c = '\'';
            *p += 1;
        }
        bytes_append_char(word, c);
    }
    return false;
}

/* One word; a quoted part may follow plain text, but ends the word. */
static bool split_word(const char **p, const char *end, bytes **word) {
    for (; *p < end && !is_blank(**p); (*p)++) {
        if (**p == '"' || **p == '\'') return split_quoted(p, end, word);
        bytes_append_char(word, **p);
    }
    return true;
}

void text_free_words(bytes **words, int count) {
    for (int i = 0; i < count; i++) bytes_free(words[i]);
    memory_free(words, (size_t)count * sizeof *words);
}

int text_split(slice line, bytes ***words) {
    const char *nul = line.len ? memchr(line.at, '\0', line.len) : NULL;
    const char *p = line.at, *end = nul ? nul : line.at + line.len;     /* a line ends at a NUL, as it does for Redis */
    bytes **list = NULL;
    int count = 0, cap = 0;
    bool good = true;
    while (good) {
        while (p < end && is_blank(*p)) p++;
        if (p == end) break;
        if (count == cap) {
            int more = cap ? 2 * cap : 8;
            list = memory_resize(list, (size_t)cap * sizeof *list, (size_t)more * sizeof *list);
            cap = more;
        }
        list[count] = bytes_new(0);
        good = split_word(&p, end, &list[count++]);
    }
    if (count) list = memory_resize(list, (size_t)cap * sizeof *list, (size_t)count * sizeof *list);
    if (!good) {
        text_free_words(list, count);
        return -1;
    }
    *words = list;
    return count;
}

void text_quote(bytes **out, slice s) {
    bytes_reserve(out, s.len + 2);
    bytes_append_char(out, '"');
    for (size_t i = 0; i < s.len; i++) {
        char c = s.at[i];
        const char *known = c ? strchr("\nn\rr\tt\bb\aa\"\"\\\\", c) : NULL;
        if (c == '\\' || c == '"') {
            bytes_append(out, slice_make((char[]){ '\\', c }, 2));
        } else if (known && (uint8_t)c < ' ') {
            bytes_append(out, slice_make((char[]){ '\\', known[1] }, 2));
        } else if (c >= ' ' && c <= '~') {
            bytes_append_char(out, c);
        } else {
            char hex[4] = "\\x";
            text_hex(hex + 2, (const uint8_t *)&c, 1);
            bytes_append(out, slice_make(hex, 4));
        }
    }
    bytes_append_char(out, '"');
}

/* -- globs ----------------------------------------------------------------- */

static uint8_t fold(char c, bool ignore_case) {
    return (uint8_t)(ignore_case ? text_lower(c) : c);
}

/* Matches c against the class whose '[' stands just before *p; leaves *p behind its ']' or at the end of the pattern,
 * which closes a class as well. */
static bool glob_class(const char **p, const char *end, uint8_t c, bool ignore_case) {
    const char *at = *p;
    bool found = false, negated = at < end && *at == '^';
    if (negated) at++;
    for (; at < end && *at != ']'; at++) {
        if (*at == '\\' && end - at > 1) {
            found |= fold(*++at, false) == c;
        } else if (end - at > 2 && at[1] == '-') {
            uint8_t low = fold(at[0], ignore_case), high = fold(at[2], ignore_case);
            found |= low <= high ? low <= c && c <= high : high <= c && c <= low;
            at += 2;
        } else {
            found |= fold(*at, ignore_case) == c;
        }
    }
    *p = at < end ? at + 1 : end;
    return found != negated;
}

/* Does the pattern's first element (not a star) match c? Moves *p behind it. */
static bool glob_one(const char **p, const char *end, char c, bool ignore_case) {
    char first = *(*p)++;
    if (first == '?') return true;
    if (first == '[') return glob_class(p, end, fold(c, ignore_case), ignore_case);
    if (first == '\\' && *p < end) first = *(*p)++;
    return fold(first, ignore_case) == fold(c, ignore_case);
}

typedef struct segment { const char *end; size_t len; bool plain; } segment;

/* The elements from p to the next star: each stands for one character. Plain: for itself. */
static segment glob_segment(const char *p, const char *end) {
    segment found = { .plain = true };
    for (; p < end && *p != '*'; found.len++) {
        found.plain &= *p != '?' && *p != '[' && *p != '\\';
        glob_one(&p, end, 0, false);
    }
    found.end = p;
    return found;
}

/* What stands behind the last star must stand at the end of the text; what is plain is searched for in linear time; else a
 * mismatch goes back to the latest star only, so time is at most the text's length times that of one segment. Patterns that
 * need more than STARS_MAX stars match nothing, as clients of old know it. */
bool text_glob(slice pattern, slice s, bool ignore_case) {
    enum { STARS_MAX = 1000 };
    int stars = 0;
    const char *p = pattern.at, *p_end = pattern.at + pattern.len;
    const char *t = s.at, *t_end = s.at + s.len;
    const char *star = NULL, *resume = NULL;        /* behind the latest star, and the text from where it last tried */
    while (t < t_end) {
        if (p < p_end && *p == '*') {
            while (p < p_end && *p == '*') p++;
            star = p;
            resume = t;
            if (star == p_end) return true;
            if (++stars > STARS_MAX) return false;
            segment next = glob_segment(p, p_end);
            if (next.len > (size_t)(t_end - t)) return false;
            if (next.end == p_end) {
                t = t_end - next.len;
                star = NULL;
            } else if (next.plain && !ignore_case) {
                t = memmem(t, (size_t)(t_end - t), p, next.len);
                if (!t) return false;
                t += next.len;
                p = next.end;
            }
        } else if (p < p_end && glob_one(&p, p_end, *t, ignore_case)) {
            t++;
        } else {
            if (!star) return false;
            p = star;
            t = ++resume;
        }
    }
    while (p < p_end && *p == '*') p++;
    return p == p_end;
}
