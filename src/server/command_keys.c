/* command_keys.c -- where a command's keys stand: derived once from its synopsis (or its explicit specifications), then asked
 * for every call that needs an ACL check, COMMAND GETKEYS, tracking or a prefetch. */
#include "base/assert.h"
#include "base/memory.h"
#include "base/number.h"
#include "server/command.h"
#include "server/synopsis.h"

void command_derive_keys(command_info *k);

static const char *own_text(slice s) { return bytes_copy(s)->at; }      /* lives as long as the process */

static void derive_from_synopsis(command_info *k) {
    key_place places[4];
    k->key_count = synopsis_keys(k->synopsis, k->parent ? 2 : 1, places, 4);
    for (int i = 0; i < k->key_count; i++) {
        const key_place *p = &places[i];
        k->keys[i] = (key_spec){
            .access = k->row->access >> (8 * i) & 255, .first = p->first, .counted = p->counted, .first_after = p->counted,
            .last = p->last, .step = p->step, .limit = p->share, .keyword = p->keyword.len ? own_text(p->keyword) : NULL,
            .keyword_from = p->keyword.len ? 1 : 0,
        };
    }
}

/* -- explicit specifications: "RO+access index{index=1} range{lastkey=0,keystep=1,limit=0}; ..." ------------------ */

static int number_after(const char *text, const char *end, const char *name) {
    const char *p = strstr(text, name);
    assert(p && p < end);
    p += strlen(name);
    int sign = *p == '-' ? -1 : 1, n = 0;
    for (p += *p == '-'; *p >= '0' && *p <= '9'; p++) n = n * 10 + (*p - '0');
    return sign * n;
}

static void read_access(key_spec *s, const char *at, const char *end) {
    static const struct { const char *word; unsigned bit; } words[] = {
        { "RO", KEY_RO }, { "RW", KEY_RW }, { "OW", KEY_OW }, { "RM", KEY_RM }, { "access", KEY_ACCESS }, { "update", KEY_UPDATE },
        { "insert", KEY_INSERT }, { "delete", KEY_DELETE },
    };
    while (at < end) {
        size_t len = strcspn(at, "+ ");
        slice word = { at, len };
        for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
            if (slice_equal(word, slice_of(words[i].word))) s->access |= words[i].bit;
        }
        s->not_key |= slice_is(word, "not_key");
        s->incomplete |= slice_is(word, "incomplete");
        s->variable |= slice_is(word, "variable_flags");
        at += len + 1;
    }
}

static void read_spec(key_spec *s, const char *text, const char *end) {
    read_access(s, text, text + strcspn(text, " "));
    const char *keyword = strstr(text, "keyword{keyword="), *index = strstr(text, "index{index=");
    const char *counted = strstr(text, "keynum{"), *range = strstr(text, "range{");
    if (keyword && keyword < end) {
        keyword += strlen("keyword{keyword=");
        s->keyword = own_text(slice_make(keyword, strcspn(keyword, ",")));
        s->keyword_from = number_after(keyword, end, "startfrom=");
    } else if (index && index < end) {
        s->first = number_after(index, end, "index=");
    }
    if (counted && counted < end) {
        s->counted = true;
        s->first_after = number_after(counted, end, "firstkey=");
        s->step = number_after(counted, end, "keystep=");
    } else if (range && range < end) {
        s->last = number_after(range, end, "lastkey=");
        s->step = number_after(range, end, "keystep=");
        s->limit = number_after(range, end, "limit=");
    }
}

static void derive_from_text(command_info *k, const char *text) {
    while (*text) {
        const char *end = text + strcspn(text, ";");
        assert(k->key_count < 4);
        read_spec(&k->keys[k->key_count++], text, end);
        text = end + (*end == ';');
        while (*text == ' ') text++;
    }
}

void command_derive_keys(command_info *k) {
    if (k->row->key_specs) derive_from_text(k, k->row->key_specs);
    else derive_from_synopsis(k);
    if (k->key_count && k->keys[0].first && !k->keys[0].counted && !k->keys[0].not_key) k->first_key = k->keys[0].first;
}

/* -- the keys of one call ---------------------------------------------------------- */

typedef struct found { int *positions; unsigned *accesses; int count, cap; } found;

static void add(found *f, int position, unsigned access) {
    if (f->count < f->cap) f->positions[f->count] = position, f->accesses[f->count] = access;
    f->count++;
}

/* Index of the first key of a keyword specification, 0 when the keyword is not there. A negative start counts from the end. */
static int after_keyword(const key_spec *s, int argc, const slice *argv) {
    int from = s->keyword_from, step = 1, to = argc;
    if (from < 0) from = argc + from, step = -1, to = 0;
    for (int i = from; i > 0 && i != to && i < argc; i += step) {
        if (slice_is(argv[i], s->keyword)) return i + 1 < argc ? i + 1 : 0;
    }
    return 0;
}

static bool add_counted(const key_spec *s, int at, int argc, const slice *argv, found *f) {
    int64_t count;
    if (at >= argc || !number_parse_int(argv[at], &count) || count <= 0) return false;
    int first = at + s->first_after, step = s->step > 0 ? s->step : 1;
    if (count > (argc - first + step - 1) / step) return false;
    for (int i = 0; i < (int)count; i++) add(f, first + i * step, s->access);
    return true;
}

static bool add_range(const key_spec *s, int first, int argc, found *f) {
    int last = s->last >= 0 ? first + s->last : argc + s->last;
    if (s->limit > 1) last = first + (argc - first) / s->limit - 1;
    int step = s->step > 0 ? s->step : 1;
    if (last >= argc) return false;
    for (int i = first; i <= last; i += step) add(f, i, s->access);
    return true;
}

int command_keys(const command_info *k, int argc, const slice *argv, int *positions, unsigned *accesses, int cap) {
    if (!command_arity_fits(k, argc)) return -1;
    if (k->row->find_keys) return k->row->find_keys(argc, argv, positions, accesses, cap);
    found f = { positions, accesses, 0, cap };
    bool optional = k->flags & NO_MANDATORY_KEYS;       /* scripts: what cannot be told is no mistake */
    for (int i = 0; i < k->key_count; i++) {
        const key_spec *s = &k->keys[i];
        if (s->not_key) continue;
        int first = s->keyword ? after_keyword(s, argc, argv) : s->first;
        if (!first) continue;
        if (first >= argc) return -1;
        if (s->counted ? !add_counted(s, first, argc, argv, &f) : !add_range(s, first, argc, &f)) return optional ? 0 : -1;
    }
    return f.count || optional || !k->key_count ? f.count : -1;
}
