/* config_value.c -- one value of one setting: read it from words, print it. */
#include "base/assert.h"
#include "base/number.h"
#include "base/text.h"
#include "server/config.h"
#include <stdio.h>

static const char *take_bool(bool *at, slice s) {
    if (slice_is(s, "yes")) *at = true;
    else if (slice_is(s, "no")) *at = false;
    else return "argument must be 'yes' or 'no'";
    return NULL;
}

static const char *out_of_range(const setting *s) {
    static char why[96];
    snprintf(why, sizeof why, "argument must be between %lld and %lld inclusive", (long long)s->least, (long long)s->most);
    return why;
}

static const char *take_int(const setting *s, slice text) {
    int64_t n;
    if (!number_parse_int(text, &n)) return "argument couldn't be parsed into an integer";
    if (n < s->least || n > s->most) return out_of_range(s);
    *(int64_t *)s->at = n;
    return NULL;
}

static const char *take_octal(const setting *s, slice text) {
    int64_t n = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] < '0' || text.at[i] > '7' || n > s->most) return "argument couldn't be parsed into an integer";
        n = n * 8 + (text.at[i] - '0');
    }
    if (!text.len) return "argument couldn't be parsed into an integer";
    if (n < s->least || n > s->most) return out_of_range(s);
    *(int64_t *)s->at = n;
    return NULL;
}

static const char *take_memory(const setting *s, slice text) {
    uint64_t n;
    if (s->flags & SETTING_PERCENT && text.len && text.at[text.len - 1] == '%') {
        int64_t percent;
        text.len--;
        if (!number_parse_int(text, &percent) || percent < 0) return "argument must be a memory or percent value";
        if (percent > 100) return "percentage argument must be less or equal to 100";
        *(uint64_t *)s->at = (uint64_t)-percent;
        return NULL;
    }
    if (!number_parse_memory(text, &n)) return s->flags & SETTING_PERCENT ? "argument must be a memory or percent value"
                                                                         : "argument must be a memory value";
    if (s->most && (n > (uint64_t)s->most || (s->least > 0 && n < (uint64_t)s->least))) return out_of_range(s);
    *(uint64_t *)s->at = n;
    return NULL;
}

static const char *word_at(const char *words, int index, size_t *len) {
    for (; index > 0; index--) {
        words = strchr(words, '|');
        if (!words) return NULL;
        words++;
    }
    *len = strcspn(words, "|");
    return words;
}

static const char *take_enum(const setting *s, slice text) {
    static char why[512];
    size_t len = 0;
    const char *word;
    for (int i = 0; (word = word_at(s->words, i, &len)); i++) {
        if (!slice_same(text, slice_make(word, len))) continue;
        *(int *)s->at = i;
        return NULL;
    }
    size_t used = (size_t)snprintf(why, sizeof why, "argument(s) must be one of the following: ");
    for (int i = 0; (word = word_at(s->words, i, &len)) && used < sizeof why; i++) {
        used += (size_t)snprintf(why + used, sizeof why - used, "%s%.*s", i ? ", " : "", (int)len, word);
    }
    return why;
}

static const char *take_text(const setting *s, slice text) {
    const char *why = s->check ? s->check(text) : NULL;
    if (why) return why;
    bytes_free(*(bytes **)s->at);
    *(bytes **)s->at = text.len ? bytes_copy(text) : NULL;
    return NULL;
}

/* A setting whose feature is not there: checked all the same, by parsing into a place nobody reads. */
static const char *take_kept(config_row *row, slice text) {
    union { bool truth; int64_t n; uint64_t m; int word; bytes *text; } ignored = { 0 };
    config_row scratch = { .setting = &(setting){ .kind = row->setting->kind, .at = &ignored, .least = row->setting->least,
                           .most = row->setting->most, .words = row->setting->words, .flags = row->setting->flags } };
    const char *why = NULL;
    bool is_text = row->setting->kind == SETTING_TEXT || row->setting->kind == SETTING_SPECIAL;
    if (!is_text) why = config_take(&scratch, 1, &text);
    if (why) return why;
    bytes_free(row->kept);
    row->kept = NULL;
    if (is_text) row->kept = bytes_copy(text);
    else config_print(&scratch, &row->kept);
    return NULL;
}

const char *config_take(config_row *row, int argc, const slice *argv) {
    const setting *s = row->setting;
    if (s->kind == SETTING_SPECIAL && s->set) return s->set(argc, argv);
    if (argc != 1) return "wrong number of arguments";
    if (!s->at) return take_kept(row, argv[0]);
    switch (s->kind) {
    case SETTING_BOOL: return take_bool(s->at, argv[0]);
    case SETTING_INT: return take_int(s, argv[0]);
    case SETTING_OCTAL: return take_octal(s, argv[0]);
    case SETTING_MEMORY: return take_memory(s, argv[0]);
    case SETTING_ENUM: return take_enum(s, argv[0]);
    case SETTING_TEXT: return take_text(s, argv[0]);
    case SETTING_SPECIAL: break;
    }
    panic("setting %s has no way to be set", s->name);
}

void config_print(const config_row *row, bytes **out) {
    const setting *s = row->setting;
    size_t len = 0;
    if (!*out) *out = bytes_new(16);
    if (s->kind == SETTING_SPECIAL && s->get) {
        s->get(out);
        return;
    }
    if (!s->at) {
        bytes_append(out, bytes_slice(row->kept));
        return;
    }
    switch (s->kind) {
    case SETTING_BOOL: bytes_append_text(out, *(bool *)s->at ? "yes" : "no"); break;
    case SETTING_INT: bytes_append_int(out, *(int64_t *)s->at); break;
    case SETTING_OCTAL: bytes_printf(out, "%llo", (unsigned long long)*(int64_t *)s->at); break;
    case SETTING_MEMORY: {
        uint64_t n = *(uint64_t *)s->at;
        if (s->flags & SETTING_PERCENT && (int64_t)n < 0) bytes_printf(out, "%lld%%", -(long long)n);
        else bytes_printf(out, "%llu", (unsigned long long)n);
        break;
    }
    case SETTING_ENUM: {
        const char *word = word_at(s->words, *(int *)s->at, &len);
        bytes_append(out, slice_make(word, len));
        break;
    }
    case SETTING_TEXT: bytes_append(out, bytes_slice(*(bytes **)s->at)); break;
    case SETTING_SPECIAL: break;
    }
}

/* Compared as printed: parse the default into a scratch row where possible, else compare texts. */
bool config_is_default(const config_row *row) {
    const setting *s = row->setting;
    bytes *now = NULL, *initial = NULL;
    union { bool truth; int64_t n; uint64_t m; int word; bytes *text; } place = { 0 };
    config_print(row, &now);
    if (s->kind == SETTING_TEXT || s->kind == SETTING_SPECIAL) {
        initial = bytes_copy(slice_of(s->initial));
    } else {
        setting copy = { .kind = s->kind, .at = &place, .least = s->least, .most = s->most, .words = s->words, .flags = s->flags };
        config_row scratch = { .setting = &copy };
        slice text = slice_of(s->initial);
        config_take(&scratch, 1, &text);
        config_print(&scratch, &initial);
    }
    bool same = slice_equal(bytes_slice(now), bytes_slice(initial));
    bytes_free(now);
    bytes_free(initial);
    return same;
}
