#include "transcript_match.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    const char *const *line;
    size_t count;
} block;

/* How many columns an element's number takes at the front of a line ("12) " is four); 0 when the line starts with none.
 */
static size_t number_width(const char *line, char sigil) {
    const char *p = line;
    while (*p == ' ') p++;
    if (!isdigit((unsigned char)*p)) return 0;
    while (isdigit((unsigned char)*p)) p++;
    return p[0] == sigil && p[1] == ' ' ? (size_t)(p - line) + 2 : 0;
}

static bool is_blank(const char *line, size_t columns) {
    for (size_t i = 0; i < columns; i++)
        if (line[i] != ' ') return false;
    return true;
}

/* Cuts the lines of an aggregate into one block per element, without numbers and indentation. `more` is set when a bare
 * `...` closes them. Returns the number of elements, or -1 when the lines are no such aggregate or miscount. */
static long elements_split(arena *a, block lines, char sigil, bool numbered, block *elements, bool *more) {
    long count = 0;
    size_t width = lines.count ? number_width(lines.line[0], sigil) : 0;
    *more = false;
    if (!width) return -1;
    for (size_t i = 0; i < lines.count; i++) {
        const char *line = lines.line[i];
        if (i + 1 == lines.count && !strcmp(line + strspn(line, " "), "...") && !is_blank(line, width)) {
            *more = true;
            break;
        }
        if (number_width(line, sigil) == width) {
            if (numbered && atol(line) != count + 1) return -1;
            elements[count++] = (block){arena_alloc(a, lines.count * sizeof(char *)), 0};
        } else if (!is_blank(line, width)) {
            return -1;
        }
        block *element = &elements[count - 1];
        ((const char **)element->line)[element->count++] = line + width;
    }
    return count;
}

/* A map's element is `key => value`; cuts it in two behind the key, which stands on one line. */
static bool pair_split(arena *a, block element, block *key, block *value) {
    const char *first = element.line[0], *p = first;
    for (bool quoted = false; *p; p++) {
        if (quoted && *p == '\\' && p[1])
            p++;
        else if (*p == '"')
            quoted = !quoted;
        else if (!quoted && !strncmp(p, " =>", 3) && (!p[3] || p[3] == ' '))
            break;
    }
    if (!*p) return false;
    const char **lines = arena_alloc(a, (element.count + 1) * sizeof *lines);
    lines[0] = arena_copy(a, first, (size_t)(p - first));
    *key = (block){lines, 1};
    lines[1] = p[3] ? p + 4 : p + 3;
    for (size_t i = 1; i < element.count; i++) lines[i + 1] = element.line[i];
    size_t headless = !*lines[1] && element.count > 1; /* an array's picture begins on the next line */
    *value = (block){lines + 1 + headless, element.count - headless};
    return true;
}

static bool range_matches(arena *a, const char *line, const reply *r) {
    const char *head = r->kind == REPLY_INTEGER ? "(integer) " : "(double) ", *gap = strstr(line, "..");
    if ((r->kind != REPLY_INTEGER && r->kind != REPLY_DOUBLE) || strncmp(line, head, strlen(head)) || !gap)
        return false;
    const char *from = line + strlen(head);
    char *low_end, *high_end, *low_text = arena_copy(a, from, (size_t)(gap - from));
    double low = strtod(low_text, &low_end), high = strtod(gap + 2, &high_end), value = strtod(r->text.at, NULL);
    return *low_text && !*low_end && high_end != gap + 2 && !*high_end && value >= low && value <= high;
}

/* The text without blanks at its end, which editors remove and nobody sees. */
static const char *trimmed(arena *a, const char *text) {
    size_t length = strlen(text);
    while (length && text[length - 1] == ' ') length--;
    return arena_copy(a, text, length);
}

static bool page_matches(block lines, char **page, size_t count) {
    if (!lines.count) return !count;
    block rest = {lines.line + 1, lines.count - 1};
    if (strcmp(lines.line[0], "..."))
        return count && pattern_covers(lines.line[0], page[0]) && page_matches(rest, page + 1, count - 1);
    for (size_t skip = 0; skip <= count; skip++)
        if (page_matches(rest, page + skip, count - skip)) return true;
    return false;
}

static bool leaf_matches(arena *a, block lines, const reply *r) {
    if (lines.count == 1) {
        const char *line = trimmed(a, lines.line[0]);
        if (!strcmp(line, "(any)") || !strcmp(line, "...")) return true;
        if (range_matches(a, line, r) || pattern_covers(line, trimmed(a, reply_leaf(a, r)))) return true;
    }
    if (!reply_is_page(r)) return false;
    char *text = (char *)reply_show(a, r), **page = arena_alloc(a, (strlen(text) + 1) * sizeof *page);
    size_t count = 0;
    for (char *line; (line = strsep(&text, "\n"));) page[count++] = line;
    return page_matches(lines, page, count);
}

static bool block_matches(arena *a, block lines, const reply *r);

/* The `step` replies of one element against its lines. */
static bool element_matches(arena *a, block lines, reply *const *element, size_t step, bool map) {
    block key, value;
    if (step == 1) return block_matches(a, lines, element[0]);
    if (!map) { /* a pair out of a flat list: its two elements were joined into one block by pairs_join */
        size_t half = (size_t)atol(lines.line[0]);
        key = (block){lines.line + 1, half};
        value = (block){lines.line + 1 + half, lines.count - 1 - half};
    } else if (!pair_split(a, lines, &key, &value)) {
        return lines.count == 1 && block_matches(a, lines, element[0]);
    }
    return block_matches(a, key, element[0]) && block_matches(a, value, element[1]);
}

/* Makes one block of two neighbours, headed by a line that says how many lines belong to the first. */
static long pairs_join(arena *a, block *elements, long count) {
    for (long i = 0; i + 1 < count; i += 2) {
        block one = elements[i], two = elements[i + 1];
        const char **lines = arena_alloc(a, (one.count + two.count + 1) * sizeof *lines);
        char *half = arena_alloc(a, 24);
        snprintf(half, 24, "%zu", one.count);
        lines[0] = half;
        memcpy(lines + 1, one.line, one.count * sizeof *lines);
        memcpy(lines + 1 + one.count, two.line, two.count * sizeof *lines);
        elements[i / 2] = (block){lines, one.count + two.count + 1};
    }
    return count % 2 ? -1 : count / 2;
}

/* Finds stated element `i` a partner among the replies, moving earlier ones on if need be (Kuhn's matching). */
static bool partner_find(size_t i, size_t count, const bool *fits, long *partner, bool *tried) {
    for (size_t k = 0; k < count; k++) {
        if (!fits[i * count + k] || tried[k]) continue;
        tried[k] = true;
        if (partner[k] >= 0 && !partner_find((size_t)partner[k], count, fits, partner, tried)) continue;
        partner[k] = (long)i;
        return true;
    }
    return false;
}

static bool unordered_match(arena *a, const block *elements, size_t stated, const reply *r, size_t step, size_t count) {
    bool *fits = arena_alloc(a, stated * count + 1), *tried = arena_alloc(a, count + 1);
    long *partner = arena_alloc(a, (count + 1) * sizeof *partner);
    for (size_t k = 0; k < count; k++) partner[k] = -1;
    for (size_t i = 0; i < stated; i++)
        for (size_t k = 0; k < count; k++)
            fits[i * count + k] = element_matches(a, elements[i], r->element + k * step, step, r->kind == REPLY_MAP);
    for (size_t i = 0; i < stated; i++) {
        memset(tried, 0, count);
        if (!partner_find(i, count, fits, partner, tried)) return false;
    }
    return true;
}

static bool aggregate_matches(arena *a, block lines, const reply *r, bool ordered, bool pairs) {
    bool more, map = r->kind == REPLY_MAP;
    block *elements = arena_alloc(a, (lines.count + 1) * sizeof *elements);
    long stated = elements_split(a, lines, reply_sigil(r), ordered, elements, &more);
    if (pairs && !map && stated >= 0) stated = pairs_join(a, elements, stated);
    size_t step = map || pairs ? 2 : 1, count = r->count / step;
    if (stated < 0 || (more ? (size_t)stated > count : (size_t)stated != count)) return false;
    if (!ordered) return unordered_match(a, elements, (size_t)stated, r, step, count);
    for (long i = 0; i < stated; i++)
        if (!element_matches(a, elements[i], r->element + (size_t)i * step, step, map)) return false;
    return true;
}

static bool block_matches(arena *a, block lines, const reply *r) {
    if (!lines.count) return false;
    const char *head = lines.line[0];
    bool any_order = !strcmp(head, "(in any order)"), pairs = !strcmp(head, "(pairs in any order)");
    block rest = {lines.line + 1, lines.count - 1};
    if (!strcmp(head, "(attribute)") || r->attribute) {
        reply plain = *r;
        plain.attribute = NULL;
        size_t width = rest.count ? number_width(rest.line[0], '#') : 0, i = 0;
        while (i < rest.count && width && (number_width(rest.line[i], '#') == width || is_blank(rest.line[i], width)))
            i++;
        reply map = r->attribute ? *r->attribute : plain;
        map.kind = REPLY_MAP;
        return r->attribute && !strcmp(head, "(attribute)") && block_matches(a, (block){rest.line, i}, &map) &&
               block_matches(a, (block){rest.line + i, rest.count - i}, &plain);
    }
    if (any_order || pairs) return reply_is_aggregate(r) && aggregate_matches(a, rest, r, false, pairs);
    if (lines.count == 1 && (!strcmp(head, "(any)") || !strcmp(head, "..."))) return true;
    return reply_is_aggregate(r) ? aggregate_matches(a, lines, r, true, false) : leaf_matches(a, lines, r);
}

bool reply_matches(arena *a, const char *const *lines, size_t count, const reply *r) {
    return block_matches(a, (block){lines, count}, r);
}
