/* config_value.c -- one value of one setting: read it from words, print it. */
#include "base/assert.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"
#include "server/config.h"
#include "server/log.h"
#include <stdio.h>

int config_split(slice text, slice **words) {
    int count = 1, n = 0;
    for (size_t i = 0; i < text.len; i++) count += text.at[i] == ' ';
    *words = memory_alloc((size_t)count * sizeof **words);
    for (size_t from = 0, i = 0; i <= text.len; i++) {
        if (i < text.len && text.at[i] != ' ') continue;
        (*words)[n++] = slice_make(text.at + from, i - from);
        from = i + 1;
    }
    return count;
}

void config_free_words(slice *words, int count) { memory_free(words, (size_t)count * sizeof *words); }

/* -- kinds ---------------------------------------------------------------------------------------- */

static const char *out_of_range(const setting *s) {
    static char why[96];
    long long least = s->least, most = s->most;
    snprintf(why, sizeof why, "argument must be between %lld and %lld inclusive", least, most);
    return why;
}

static const char *take_bool(bool *at, slice s) {
    if (slice_is(s, "yes")) *at = true;
    else if (slice_is(s, "no")) *at = false;
    else return "argument must be 'yes' or 'no'";
    return NULL;
}

static const char *take_int(const setting *s, int64_t *at, slice text) {
    int64_t n;
    if (!number_parse_int(text, &n)) return "argument couldn't be parsed into an integer";
    if (n < s->least || n > s->most) return out_of_range(s);
    *at = n;
    return NULL;
}

static const char *take_octal(const setting *s, int64_t *at, slice text) {
    static const char why[] = "argument couldn't be parsed as an octal number";
    int64_t n = 0;
    bool negative = text.len > 1 && text.at[0] == '-';
    for (size_t i = negative; i < text.len; i++) {          /* nothing at all is 0 */
        if (text.at[i] < '0' || text.at[i] > '7' || n > INT64_MAX / 16) return why;
        n = n * 8 + (text.at[i] - '0');
    }
    if (negative) n = -n;
    if (n < s->least || n > s->most) {
        static char range[64];
        snprintf(range, sizeof range, "argument must be between %llo and %llo inclusive", (unsigned long long)s->least,
                 (unsigned long long)s->most);
        return range;
    }
    *at = n;
    return NULL;
}

static const char *take_percent(uint64_t *at, slice digits) {
    int64_t percent;
    if (!number_parse_int(digits, &percent) || percent < 0) return "argument must be a memory or percent value";
    if (percent > 100) return "percentage argument must be less or equal to 100";
    *at = (uint64_t)-percent;
    return NULL;
}

static const char *take_memory(const setting *s, uint64_t *at, slice text) {
    uint64_t n;
    bool percent = s->flags & SETTING_PERCENT;
    if (percent && text.len && text.at[text.len - 1] == '%') return take_percent(at, slice_make(text.at, text.len - 1));
    if (!number_parse_memory(text, &n)) {
        return percent ? "argument must be a memory or percent value" : "argument must be a memory value";
    }
    if (percent && n > INT64_MAX) return "percentage argument must be less or equal to 100";
    if (s->most && (n > (uint64_t)s->most || (s->least > 0 && n < (uint64_t)s->least))) return out_of_range(s);
    *at = n;
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

static int word_index(const char *words, slice text) {
    size_t len = 0;
    const char *word;
    for (int i = 0; (word = word_at(words, i, &len)); i++) if (slice_same(text, slice_make(word, len))) return i;
    return -1;
}

static const char *not_a_word(const setting *s) {
    static char why[512];
    size_t len = 0, used = (size_t)snprintf(why, sizeof why, "argument(s) must be one of the following: ");
    const char *word;
    for (int i = 0; (word = word_at(s->words, i, &len)) && used < sizeof why; i++) {
        used += (size_t)snprintf(why + used, sizeof why - used, "%s%.*s", i ? ", " : "", (int)len, word);
    }
    return why;
}

static const char *take_enum(const setting *s, int *at, slice text) {
    int i = word_index(s->words, text);
    if (i < 0) return not_a_word(s);
    *at = i;
    return NULL;
}

static void print_bits(const setting *s, int bits, bytes **out) {
    size_t len = 0;
    const char *word = word_at(s->words, 0, &len);
    if (!bits) bytes_append(out, slice_make(word, len));
    for (int i = 1; (word = word_at(s->words, i, &len)); i++) {
        if (!(bits & 1 << (i - 1))) continue;
        if (bits & ((1 << (i - 1)) - 1)) bytes_append_char(out, ' ');
        bytes_append(out, slice_make(word, len));
    }
}

static const char *take_bits(const setting *s, int *at, int argc, const slice *argv) {
    int bits = 0;
    for (int n = 0; n < argc; n++) {
        int i = word_index(s->words, argv[n]);
        if (i < 0) return not_a_word(s);
        if (i) bits |= 1 << (i - 1);
    }
    if (s->check) {
        bytes *text = bytes_new(64);
        print_bits(s, bits, &text);
        const char *why = s->check(bytes_slice(text));
        bytes_free(text);
        if (why) return why;
    }
    *at = bits;
    return NULL;
}

static const char *take_text(const setting *s, bytes **at, slice text) {
    const char *why = s->check ? s->check(text) : NULL;
    if (why) return why;
    bytes_free(*at);
    *at = text.len ? bytes_copy(text) : NULL;
    return NULL;
}

/* -- any setting ------------------------------------------------------------------------------------- */

typedef union place { bool truth; int64_t n; uint64_t m; int word; bytes *text; } place;

static const char *take_at(const setting *s, void *at, int argc, const slice *argv) {
    if (argc != 1 && s->kind != SETTING_BITS) return "wrong number of arguments";
    switch (s->kind) {
    case SETTING_BOOL: return take_bool(at, argv[0]);
    case SETTING_INT: return take_int(s, at, argv[0]);
    case SETTING_OCTAL: return take_octal(s, at, argv[0]);
    case SETTING_MEMORY: return take_memory(s, at, argv[0]);
    case SETTING_ENUM: return take_enum(s, at, argv[0]);
    case SETTING_BITS: return take_bits(s, at, argc, argv);
    case SETTING_TEXT: return take_text(s, at, argv[0]);
    case SETTING_SPECIAL: break;
    }
    panic("setting %s has no way to be set", s->name);
}

static void print_at(const setting *s, const void *at, bytes **out) {
    size_t len = 0;
    uint64_t n;
    const char *word;
    switch (s->kind) {
    case SETTING_BOOL: bytes_append_text(out, *(const bool *)at ? "yes" : "no"); break;
    case SETTING_INT: bytes_append_int(out, *(const int64_t *)at); break;
    case SETTING_OCTAL: bytes_printf(out, "%llo", *(const unsigned long long *)at); break;
    case SETTING_MEMORY:
        n = *(const uint64_t *)at;
        if (s->flags & SETTING_PERCENT && (int64_t)n < 0) bytes_printf(out, "%lld%%", -(long long)n);
        else bytes_printf(out, "%llu", (unsigned long long)n);
        break;
    case SETTING_ENUM:
        word = word_at(s->words, *(const int *)at, &len);
        bytes_append(out, slice_make(word, len));
        break;
    case SETTING_BITS: print_bits(s, *(const int *)at, out); break;
    case SETTING_TEXT: bytes_append(out, bytes_slice(*(bytes *const *)at)); break;
    case SETTING_SPECIAL: break;
    }
}

/* A setting whose feature is not there: its words are kept as they came, other kinds as they would be printed. */
static const char *take_kept(config_row *row, int argc, const slice *argv) {
    const setting *s = row->setting;
    place scratch = { 0 };
    bytes *text = bytes_new(16);
    const char *why = NULL;
    if (s->kind == SETTING_TEXT || s->kind == SETTING_SPECIAL) {
        if (argc != 1 && !(s->flags & SETTING_WORDS)) why = "wrong number of arguments";
        for (int i = 0; i < argc; i++) {
            if (i) bytes_append_char(&text, ' ');
            bytes_append(&text, argv[i]);
        }
    } else {
        why = take_at(s, &scratch, argc, argv);
        if (!why) print_at(s, &scratch, &text);
    }
    if (!why && s->check) why = s->check(bytes_slice(text));
    if (why) {
        bytes_free(text);
        return why;
    }
    bytes_free(row->kept);
    row->kept = text;
    return NULL;
}

static const char *take_words(config_row *row, int argc, const slice *argv) {
    const setting *s = row->setting;
    if (s->kind == SETTING_SPECIAL && s->set) return s->set(argc, argv);
    return s->at ? take_at(s, s->at, argc, argv) : take_kept(row, argc, argv);
}

const char *config_take(config_row *row, int argc, const slice *argv) {
    unsigned flags = row->setting->flags;
    if (argc != 1 && !(flags & (SETTING_WORDS | SETTING_DIRECTIVE))) return "wrong number of arguments";
    if (argc != 1 || !(flags & SETTING_WORDS)) return take_words(row, argc, argv);
    slice *words;
    int count = config_split(argv[0], &words);
    const char *why = take_words(row, count, words);
    config_free_words(words, count);
    return why;
}

void config_print(const config_row *row, bytes **out) {
    const setting *s = row->setting;
    if (!*out) *out = bytes_new(16);
    if (s->kind == SETTING_SPECIAL && s->get) s->get(out);
    else if (s->at) print_at(s, s->at, out);
    else bytes_append(out, bytes_slice(row->kept));
}

bool config_is_default(const config_row *row) {
    bytes *now = NULL;
    config_print(row, &now);
    bool same = slice_equal(bytes_slice(now), bytes_slice(row->initial));
    bytes_free(now);
    return same;
}

void config_warn_if_absent(const config_row *row) {
    const setting *s = row->setting;
    if (!s->absent || config_is_default(row)) return;
    log_warning("The setting '%s' is kept but has no effect: this server has no %s.", s->name, s->absent);
}
