/* synopsis.c -- parse a synopsis and answer questions about it. */
#include "server/synopsis.h"
#include "base/assert.h"
#include "base/memory.h"

static const char sigils[] = "@#%*!&";

static bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
static bool is_sigil(char c) { return c && strchr(sigils, c); }
static const char *skip(const char *p) { while (*p == ' ') p++; return p; }

static const char *word_end(const char *p) {
    while (*p && !strchr(" []{}()|:=^", *p)) p++;
    return p;
}

static term *parse_terms(const char **p, char close, enum term_kind *kind);

static void parse_group(const char **p, term *t, char close) {
    const char *name = skip(*p + 1), *end = word_end(name);
    *p = name;
    if (*end == ':') {
        t->name = slice_make(name, (size_t)(end - name));
        *p = end + 1;
    }
    t->first = parse_terms(p, close, &t->kind);
    assert(**p == close);
    *p += 1;
}

static slice take(const char **p, size_t len) {
    const char *from = *p;
    *p += len;
    return slice_make(from, len);
}

static void parse_arg(const char **p, term *t) {
    if (is_sigil(**p)) t->sigil = *(*p)++;
    t->key_pattern = t->sigil == '@' && **p == '*';
    if (t->key_pattern) t->sigil = *(*p)++;
    t->kind = TERM_ARG;
    t->name = take(p, (size_t)(word_end(*p) - *p));
    if (**p == '=') *p += 1, t->shown = take(p, strcspn(*p, " []{}()|^"));
}

/* "^6.2.0" behind a term; "^-2.8.12" where it went out of favour. */
static void parse_version(const char **p, slice *since, slice *until) {
    if (**p != '^') return;
    bool out = (*p)[1] == '-';
    *p += 1 + out;
    *(out ? until : since) = take(p, strspn(*p, "0123456789."));
}

static void parse_token(const char **p, term *t) {
    bool quoted = **p == '\'';
    t->kind = TERM_TOKEN;
    const char *from = *p += quoted;
    *p = quoted ? strchr(*p, '\'') : word_end(*p);
    assert(*p && (quoted || *p > from));    /* '' is a word of no letters */
    t->token = slice_make(from, (size_t)(*p - from));
    *p += quoted;
    if (**p == ':') {                       /* "TOKEN:" stands on its own */
        *p += 1;
        return;
    }
    const char *next = skip(*p);
    if (*next == '{' || *next == '(') {
        *p = next;
        parse_group(p, t, *next == '{' ? '}' : ')');
    } else if (is_lower(*next) || (is_sigil(*next) && (is_lower(next[1]) || next[1] == '*'))) {
        if (*word_end(next + 1) == ':') return;
        *p = next;
        parse_arg(p, t);
    }
}

/* "(name: TOKEN)" is the token under that name, no group. */
static term *named_token(term *t) {
    term *only = t->first;
    if (!t->name.len || !only || only->next || only->kind != TERM_TOKEN) return t;
    only->name = t->name;
    memory_free(t, sizeof *t);
    return only;
}

static term *parse_term(const char **p) {
    term *t = memory_zero(sizeof *t);
    if (**p == '[') parse_group(p, t, ']'), t->optional = true;
    else if (**p == '{') parse_group(p, t, '}');
    else if (**p == '(') parse_group(p, t, ')'), t = named_token(t);
    else if (is_lower(**p) || is_sigil(**p)) parse_arg(p, t);
    else parse_token(p, t);
    parse_version(p, &t->since, &t->until);
    *p = skip(*p);
    if (**p == '+') t->repeated_token = true, *p += 1;
    if (!strncmp(*p, "...", 3)) {
        t->repeated = true;
        *p += 3;
        parse_version(p, &t->several, NULL);
        *p = skip(*p);
    }
    /* "[TOKEN arg ...]" is one optional term, not a group around one. */
    if (t->optional && t->first && !t->first->next && !t->name.len) {
        term *only = t->first;
        only->optional = true;
        only->repeated |= t->repeated;
        only->repeated_token |= t->repeated_token;
        if (t->since.len) only->since = t->since;
        if (t->several.len) only->several = t->several;
        memory_free(t, sizeof *t);
        t = only;
    }
    return t;
}

static term *parse_terms(const char **p, char close, enum term_kind *kind) {
    term *first = NULL, **tail = &first;
    *kind = TERM_ALL;
    for (*p = skip(*p); **p && **p != close; *p = skip(*p)) {
        if (**p == '|') *kind = TERM_ONE, *p = skip(*p + 1);
        *tail = parse_term(p);
        tail = &(*tail)->next;
    }
    return first;
}

term *synopsis_parse(const char *text) {
    enum term_kind kind;
    return parse_terms(&text, 0, &kind);
}

void synopsis_free(term *t) {
    while (t) {
        term *next = t->next;
        synopsis_free(t->first);
        memory_free(t, sizeof *t);
        t = next;
    }
}

/* -- words --------------------------------------------------------------------- */

static int term_words(const term *t, bool *open) {
    int n = 0, least = -1, most = 0;
    bool variable = false;
    if (t->kind == TERM_ARG || t->kind == TERM_TOKEN) n = 1;
    if (t->kind == TERM_ARG && t->token.len) n = 2;
    if (t->kind >= TERM_ALL) {
        for (const term *child = t->first; child; child = child->next) {
            int w = term_words(child, &variable);
            if (least < 0 || w < least) least = w;
            if (w > most) most = w;
            n += w;
        }
        if (t->kind == TERM_ONE) variable |= least != most, n = least;
        n += t->token.len > 0;
    }
    *open |= variable || t->optional || t->repeated;
    return t->optional ? 0 : n;
}

int synopsis_words(const term *t, bool *open) {
    int n = 0;
    for (*open = false; t; t = t->next) n += term_words(t, open);
    return n;
}

/* -- keys ---------------------------------------------------------------------- */

static bool has_key(const term *t) {
    if (t->kind == TERM_ARG) return t->sigil == '@';
    for (const term *child = t->first; child; child = child->next) if (has_key(child)) return true;
    return false;
}

static bool is_numkeys(const term *t) {
    return t->kind == TERM_ARG && slice_is(t->name, "numkeys") && t->next && t->next->sigil == '@' && t->next->repeated;
}

/* Keys that follow a keyword: "STORE @key", "KEYS @key ...", "STREAMS (@key ... id ...)". */
static int keyword_keys(const term *t, key_place *out, int cap) {
    if (!has_key(t) || cap < 1) return 0;
    if (t->token.len) {
        int lists = t->kind == TERM_ARG && t->repeated;
        for (const term *child = t->kind >= TERM_ALL ? t->first : NULL; child; child = child->next) lists += child->repeated;
        *out = (key_place){ .keyword = t->token, .last = lists ? -1 : 0, .step = 1, .share = lists > 1 ? lists : 0 };
        return 1;
    }
    int n = 0;
    for (const term *child = t->first; child; child = child->next) n += keyword_keys(child, out + n, cap - n);
    return n;
}

int synopsis_keys(const term *t, int word, key_place *out, int cap) {
    int n = 0;
    bool open = false;                      /* the position is no longer known */
    for (; t && n < cap; t = t->next) {
        bool ignored = false;
        if (t->kind == TERM_ARG && t->sigil == '@' && !t->token.len && !open) {
            bool tail_open = false;
            int tail = t->next && t->repeated ? synopsis_words(t->next, &tail_open) : 0;
            out[n++] = (key_place){ .first = word, .last = t->repeated ? -1 - (tail_open ? 0 : tail) : 0, .step = 1 };
        } else if (is_numkeys(t) && !open) {
            out[n++] = (key_place){ .first = word, .counted = true, .step = 1 };
            t = t->next;
        } else if (t->kind == TERM_ALL && t->repeated && t->first->sigil == '@' && !open) {
            out[n++] = (key_place){ .first = word, .last = -1, .step = synopsis_words(t->first, &ignored) };
        } else {
            n += keyword_keys(t, out + n, cap - n);
        }
        word += term_words(t, &open);
    }
    return n;
}
